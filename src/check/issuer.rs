//! 发文机关类别: what kind of body reports, and what kind of report it is; by names alone.

use super::subject::Subject;

/// What kind of body reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuerKind {
    /// 省级政府.
    Province,
    /// 市、县级政府.
    Government,
    /// 乡镇政府.
    Town,
    /// 街道办事处: an outpost of a government, which the rules do not name.
    Street,
    /// 县级以上政府部门.
    Department,
    /// 国务院部门.
    Ministry,
    /// No name, or one that does not tell.
    Unknown,
}

/// What kind of report it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// 法治政府建设年度报告.
    Law,
    /// 政府信息公开工作年度报告.
    Disclosure,
    /// Another one.
    Other,
}

/// Cities that rank as provinces.
const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];

/// What the names of departments end in.
const DEPARTMENTS: &[&str] = &[
    "局",
    "厅",
    "委",
    "委员会",
    "办公室",
    "办",
    "中心",
    "支队",
    "大队",
    "总队",
    "海关",
    "院",
    "署",
    "处",
    "馆",
    "部",
];

/// What kind of body the report's issuer is.
pub(super) fn issuer_kind(subject: &Subject<'_>) -> IssuerKind {
    subject.front.issuer.as_deref().map_or(IssuerKind::Unknown, of_name)
}

fn of_name(name: &str) -> IssuerKind {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if let Some(place) = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")) {
        return match place {
            _ if MUNICIPALITIES.contains(&place) => IssuerKind::Province,
            _ if place.ends_with('省') || place.ends_with("自治区") => IssuerKind::Province,
            _ if place.ends_with(['镇', '乡']) || place.ends_with("苏木") => IssuerKind::Town,
            _ if place.ends_with("街道") => IssuerKind::Street,
            _ if place.ends_with(['市', '县', '区', '州', '盟', '旗']) => {
                IssuerKind::Government
            }
            _ => IssuerKind::Unknown,
        };
    }
    if ends(&["街道办事处", "街道"]) {
        return IssuerKind::Street;
    }
    if ends(&["镇", "乡"]) {
        return IssuerKind::Town;
    }
    // 开发区管委会, 党委: neither government nor one of its departments.
    if ends(&["管委会", "管理委员会", "党委", "常委会", "党组", "公司", "集团"])
    {
        return IssuerKind::Unknown;
    }
    let names_place = name.contains(['省', '市', '县', '区', '州', '盟', '旗', '镇']);
    if !names_place && (name.starts_with("国家") || ends(&["部", "总局", "总署"])) {
        return IssuerKind::Ministry;
    }
    if ends(DEPARTMENTS) { IssuerKind::Department } else { IssuerKind::Unknown }
}

/// What kind of report it is, by its title, else by how it opens.
pub(super) fn report_kind(subject: &Subject<'_>) -> ReportKind {
    if let Some(title) = &subject.front.title {
        return of_words(title);
    }
    let opening = subject.passages.iter().take(3).map(|passage| subject.passage(passage));
    opening.map(of_words).find(|kind| *kind != ReportKind::Other).unwrap_or(ReportKind::Other)
}

fn of_words(words: &str) -> ReportKind {
    if words.contains("政府信息公开") || words.contains("政务公开") {
        ReportKind::Disclosure
    } else if ["法治", "依法行政"].iter().any(|word| words.contains(word)) {
        ReportKind::Law
    } else {
        ReportKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_name() {
        for (name, kind) in [
            ("云和省人民政府", IssuerKind::Province),
            ("重庆市人民政府", IssuerKind::Province),
            ("澄湾县人民政府", IssuerKind::Government),
            ("柳塘镇人民政府", IssuerKind::Town),
            ("城关街道办事处", IssuerKind::Street),
            ("澄湾县司法局", IssuerKind::Department),
            ("国家税务总局澄湾县税务局", IssuerKind::Department),
            ("自然资源部", IssuerKind::Ministry),
            ("国家林业和草原局", IssuerKind::Ministry),
            ("澄湾经济开发区管委会", IssuerKind::Unknown),
        ] {
            assert_eq!(of_name(name), kind, "{name}");
        }
    }
}
