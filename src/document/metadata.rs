//! 元数据: the labelled fields around a report (索引号, 发布日期, 来源 …).

use std::sync::LazyLock;

use super::{agency, document_number};
use crate::text::date::Date;
use crate::text::words::Filter;

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// 索引号.
    IndexNumber,
    /// 发文字号.
    DocumentNumber,
    /// 发布机构.
    Issuer,
    /// 来源.
    Origin,
    /// 发布日期.
    Published,
    /// 日期, without saying of what.
    Date,
    /// 标题.
    Title,
    /// Anything else that a page states about a document.
    Other,
}

/// The labels, longest first where one starts with another.
const LABELS: &[(&str, Field)] = &[
    ("信息索引号", Field::IndexNumber),
    ("索引号", Field::IndexNumber),
    ("索取号", Field::IndexNumber),
    ("发文字号", Field::DocumentNumber),
    ("文件编号", Field::DocumentNumber),
    ("文件字号", Field::DocumentNumber),
    ("公文文号", Field::DocumentNumber),
    ("文件文号", Field::DocumentNumber),
    ("发布文号", Field::DocumentNumber),
    ("文号", Field::DocumentNumber),
    ("发布机构", Field::Issuer),
    ("发文机构", Field::Issuer),
    ("发文机关", Field::Issuer),
    ("发文单位", Field::Issuer),
    ("发布单位", Field::Issuer),
    ("制发机构", Field::Issuer),
    ("制发机关", Field::Issuer),
    ("责任部门", Field::Issuer),
    ("公开主体", Field::Issuer),
    ("公开机构", Field::Issuer),
    ("公开单位", Field::Issuer),
    ("所属机构", Field::Issuer),
    ("发布部门", Field::Issuer),
    ("信息来源", Field::Origin),
    ("文章来源", Field::Origin),
    ("稿件来源", Field::Origin),
    ("信息提供日期", Field::Published),
    ("信息提供时间", Field::Published),
    ("信息提供", Field::Origin),
    ("来源单位", Field::Origin),
    ("来源", Field::Origin),
    ("公开发布日期", Field::Published),
    ("公开发布时间", Field::Published),
    ("发布日期", Field::Published),
    ("发布时间", Field::Published),
    ("公开日期", Field::Published),
    ("公开时间", Field::Published),
    ("信息时间", Field::Published),
    ("上传时间", Field::Published),
    ("发稿时间", Field::Published),
    ("发表时间", Field::Published),
    ("发表日期", Field::Published),
    ("发布时期", Field::Published),
    ("更新时间", Field::Date),
    ("更新日期", Field::Date),
    ("公文生成日期", Field::Other),
    ("信息生成日期", Field::Other),
    ("生成日期", Field::Other),
    ("成文日期", Field::Other),
    ("成文时间", Field::Other),
    ("发文日期", Field::Other),
    ("发文时间", Field::Other),
    ("印发日期", Field::Other),
    ("实施日期", Field::Other),
    ("生效日期", Field::Other),
    ("废止日期", Field::Other),
    ("失效日期", Field::Other),
    ("截止日期", Field::Other),
    ("日期", Field::Date),
    ("时间", Field::Date),
    ("信息名称", Field::Title),
    ("文件名称", Field::Title),
    ("公文名称", Field::Title),
    ("名称", Field::Title),
    ("标题", Field::Title),
    ("主题分类", Field::Other),
    ("体裁分类", Field::Other),
    ("组配分类", Field::Other),
    ("服务对象分类", Field::Other),
    ("信息分类", Field::Other),
    ("公文种类", Field::Other),
    ("公文类型", Field::Other),
    ("文件类型", Field::Other),
    ("信息类别", Field::Other),
    ("所属主题", Field::Other),
    ("分类", Field::Other),
    ("类别", Field::Other),
    ("体裁", Field::Other),
    ("主题词", Field::Other),
    ("关键词", Field::Other),
    ("关键字", Field::Other),
    ("公开方式", Field::Other),
    ("公开时限", Field::Other),
    ("公开范围", Field::Other),
    ("公开形式", Field::Other),
    ("公开属性", Field::Other),
    ("公开类型", Field::Other),
    ("公文时效", Field::Other),
    ("时效性", Field::Other),
    ("有效性", Field::Other),
    ("效力状态", Field::Other),
    ("是否有效", Field::Other),
    ("有效期", Field::Other),
    ("内容概述", Field::Other),
    ("内容摘要", Field::Other),
    ("摘要", Field::Other),
    ("语种", Field::Other),
    ("版本号", Field::Other),
    ("签发人", Field::Other),
    ("责任编辑", Field::Other),
    ("编辑", Field::Other),
    ("作者", Field::Other),
    ("撰稿", Field::Other),
    ("供稿", Field::Other),
    ("审核人", Field::Other),
    ("审核", Field::Other),
    ("录入", Field::Other),
    ("浏览次数", Field::Other),
    ("浏览量", Field::Other),
    ("浏览", Field::Other),
    ("点击次数", Field::Other),
    ("点击率", Field::Other),
    ("点击数", Field::Other),
    ("点击", Field::Other),
    ("访问量", Field::Other),
    ("访问次数", Field::Other),
    ("阅读次数", Field::Other),
    ("阅读量", Field::Other),
    ("阅读", Field::Other),
    ("人气", Field::Other),
    ("字体大小", Field::Other),
    ("字体", Field::Other),
    ("字号", Field::Other),
    ("分享到", Field::Other),
    ("分享", Field::Other),
    ("打印", Field::Other),
    ("收藏", Field::Other),
    ("视力保护色", Field::Other),
    ("背景色", Field::Other),
];

/// What lets the first characters of the labels pass: nearly all characters that are asked for start none.
static FIRST: LazyLock<Filter> =
    LazyLock::new(|| Filter::of(LABELS.iter().filter_map(|(label, _)| label.chars().next())));

/// A label with the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) field: Field,
    /// Its value without brackets and bars; empty when none is printed on the line.
    pub(super) value: &'a str,
    /// Where the label starts in the line.
    pub(super) at: usize,
}

/// The labels of a line (normalized) and their values, in order.
pub(super) fn entries(words: &str) -> Vec<Entry<'_>> {
    let mut found: Vec<(usize, usize, Field)> = Vec::new();
    let mut from = 0;
    while let Some(at) = FIRST.next(words.as_bytes(), from) {
        let rest = &words[at..];
        from = at + rest.chars().next().map_or(1, char::len_utf8);
        let opens = words[..at].chars().next_back().is_none_or(may_precede);
        if opens && let Some((field, len)) = label(rest) {
            found.push((at, at + len, field));
            from = at + len;
        }
    }
    let starts: Vec<usize> =
        found.iter().skip(1).map(|&(at, ..)| at).chain([words.len()]).collect();
    let entry = |(&(at, end, field), &next): (&(usize, usize, Field), &usize)| Entry {
        field,
        value: words[end..next.max(end)]
            .trim_matches([' ', '\t', '|', '[', '【', '•', '·', ':', '●', '◆', '■']),
        at,
    };
    found.iter().zip(&starts).map(entry).collect()
}

/// Whether a label may stand behind a character: in brackets, or behind a gap, bar or bullet.
fn may_precede(char: char) -> bool {
    " \t[【|•·-*●]】(◆/■›".contains(char) || char.is_ascii_digit()
}

/// The label that `text` starts with and its length with its closing mark. Spaces may stand between its characters.
fn label(text: &str) -> Option<(Field, usize)> {
    let (field, len) =
        LABELS.iter().find_map(|&(label, field)| Some((field, spaced_prefix(text, label)?)))?;
    let rest = &text[len..];
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let closing = rest[gap..].chars().next();
    match closing {
        None => Some((field, text.len())),
        Some(']' | '】') => {
            let after = &rest[gap + closing.map_or(0, char::len_utf8)..];
            let colon = after.len() - after.trim_start_matches([':', ' ']).len();
            Some((field, text.len() - after.len() + colon))
        }
        Some(char @ (':' | '|')) => Some((field, len + gap + char.len_utf8())),
        Some(_) if rest.starts_with('\t') => Some((field, len + gap)),
        Some(_) if is_value_of(field, &rest[gap..]) => Some((field, len + gap)),
        _ => None,
    }
}

/// Whether the words behind a label without a mark can only be its value: 发布日期2026-01-27.
fn is_value_of(field: Field, words: &str) -> bool {
    match field {
        Field::Published => Date::parse(words).is_some_and(|(date, _)| date.day.is_some()),
        Field::Issuer => agency::is_name(&agency::compact(words)),
        Field::IndexNumber => {
            let code = words.split(' ').next().unwrap_or_default();
            code.len() >= 6 && code.is_ascii() && code.contains(['/', '-'])
        }
        Field::DocumentNumber => {
            document_number::find(words).is_some_and(|(_, number)| number.start == 0)
        }
        _ => false,
    }
}

/// Length of `label` at the start of `text`, spaces between its characters allowed.
fn spaced_prefix(text: &str, label: &str) -> Option<usize> {
    let mut rest = text.chars();
    for (index, char) in label.chars().enumerate() {
        let mut next = rest.next();
        while index > 0 && next == Some(' ') {
            next = rest.next();
        }
        (next == Some(char)).then_some(())?;
    }
    Some(text.len() - rest.as_str().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &[(Field, &str)]) {
        let found: Vec<(Field, &str)> =
            entries(words).iter().map(|entry| (entry.field, entry.value)).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn shapes() {
        use Field::{DocumentNumber, IndexNumber, Issuer, Origin, Other, Published};
        check("• 索 引 号:LX001-0705-2024-00012", &[(IndexNumber, "LX001-0705-2024-00012")]);
        check(
            "[ 索引号 ] 115/2023-8 [ 发文字号 ]",
            &[(IndexNumber, "115/2023-8"), (DocumentNumber, "")],
        );
        check(
            "索引号 | 01-2 | 发布机构 | 岚溪县水务局 |",
            &[(IndexNumber, "01-2"), (Issuer, "岚溪县水务局")],
        );
        check(
            "来源:县水务局 发布时间:2024-01-31 15:42 浏览次数:386",
            &[(Origin, "县水务局"), (Published, "2024-01-31 15:42"), (Other, "386")],
        );
        check("文号: 公开方式:主动公开", &[(DocumentNumber, ""), (Other, "主动公开")]);
        check("发布时间", &[(Published, "")]);
    }

    #[test]
    fn words_that_are_no_labels() {
        check("2023年,县水务局收到来源可靠的线索12件", &[]);
        check("一、时间安排", &[]);
    }
}
