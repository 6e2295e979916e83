//! 机关: the names of bodies.

use std::sync::LazyLock;

use crate::text::normalize::is_han;
use crate::text::words::WordList;

/// What the names of bodies end in.
static ENDINGS: LazyLock<WordList> = LazyLock::new(|| WordList::by_last(ENDS.iter().copied()));
/// See [`ENDINGS`].
const ENDS: &[&str] = &[
    "政府",
    "委员会",
    "管委会",
    "常委会",
    "党组",
    "党委",
    "办事处",
    "街道",
    "办公室",
    "办公厅",
    "领导小组",
    "指挥部",
    "局",
    "厅",
    "委",
    "部",
    "院",
    "署",
    "处",
    "所",
    "中心",
    "总队",
    "支队",
    "大队",
    "镇",
    "乡",
    "区",
    "县",
    "市",
    "省",
    "州",
    "盟",
    "旗",
    "会",
    "社",
    "办",
    "队",
    "站",
    "馆",
    "海关",
    "银行",
    "公司",
    "集团",
    "大学",
    "学校",
    "农场",
    "林场",
    "兵团",
];
/// What may follow the short name of a place or body in its full name.
const FULL_FORMS: &[&str] =
    &["人民政府", "街道办事处", "办事处", "委员会", "管理委员会", "管委会", "政府"];
/// Where the name of the issuer ends in a title.
static TITLE_GOES_ON: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_first(BEHIND_NAME.iter().copied()));
/// See [`TITLE_GOES_ON`].
const BEHIND_NAME: &[&str] = &[
    "关于",
    "19",
    "20",
    "二〇",
    "二○",
    "二零",
    "二O",
    "法治",
    "依法",
    "年度",
    "推进",
    "落实",
    "深入",
    "政府信息公开",
    "政务公开",
    "行政执法",
    "法制",
    "上半年",
    "党政主要",
    "贯彻",
    "开展",
];
/// Words that no body's name contains.
static FOREIGN: LazyLock<WordList> = LazyLock::new(|| {
    let words = "关于 情况 报告 年度 加强 推进 落实 提升 工作 存在 特此 我局 我委 我镇 我区 全面";
    WordList::by_first(words.split(' '))
});
/// Verbs behind the name of a body that acts.
static VERBS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first(
        "在 坚持 以 认真 深入 紧紧 围绕 按照 全面 切实 始终 严格 高度 坚决 积极 持续 贯彻 紧扣 \
            聚焦 立足 扎实 坚定 充分 大力 不断 根据 依法 牢牢 着力 学习"
            .split(' '),
    )
});

/// The longest name of one body, in characters.
const LONGEST: usize = 32;

/// The words without white space.
pub(super) fn compact(words: &str) -> String {
    let mut compact = String::with_capacity(words.len());
    compact.extend(words.split(char::is_whitespace));
    compact
}

/// Whether `words` (without white space) is the name of a body, or the names of several.
pub(super) fn is_name(words: &str) -> bool {
    let words = without_seal(words);
    words.matches(['、', ',']).count() < 4 && words.split(['、', ',']).all(is_single_name)
}

/// The name of a body without the remark that its seal stands there.
fn without_seal(mut words: &str) -> &str {
    for remark in ["(盖章)", "(章)"] {
        while let Some(rest) = words.strip_suffix(remark) {
            words = rest;
        }
    }
    words
}

/// The names in a list of names.
pub(super) fn split_names(words: &str) -> impl Iterator<Item = String> {
    without_seal(words).split(['、', ',']).map(str::to_owned)
}

fn is_single_name(name: &str) -> bool {
    (3..=LONGEST).contains(&name.chars().count())
        && name.chars().all(|char| is_han(char) || matches!(char, '(' | ')' | '·' | '“' | '”'))
        && ends_name(name)
        && !FOREIGN.stands_in(name)
}

/// Whether `words` end like the name of a body.
pub(super) fn ends_name(words: &str) -> bool {
    ENDINGS.at_end(words.trim_end_matches([')', '”'])).is_some()
}

/// The issuer that a title (without white space) names in front, or behind the year in front.
pub(super) fn title_issuer(title: &str) -> Option<&str> {
    let title = title.strip_prefix("关于").unwrap_or(title);
    let title = title.strip_prefix(|char: char| char == '(').unwrap_or(title);
    let title = without_year(title);
    let end = TITLE_GOES_ON.places(title).next()?;
    let name = title[..end].trim_end_matches('的');
    is_name(name).then_some(name)
}

/// The words behind a leading 2023年 or 2023年度.
fn without_year(words: &str) -> &str {
    let digits = words
        .chars()
        .take_while(|&char| char.is_ascii_digit() || "〇○零一二三四五六七八九".contains(char));
    let (count, len) = digits.fold((0, 0), |(count, len), char| (count + 1, len + char.len_utf8()));
    let rest = words.get(len..).filter(|_| count == 4).and_then(|rest| rest.strip_prefix('年'));
    rest.map_or(words, |rest| rest.strip_prefix('度').unwrap_or(rest))
}

/// The issuer that the opening sentences name: `现将某县水务局2022年…报告如下`, `2022年,某县水务局在…`.
pub(super) fn in_opening(words: &str) -> Option<&str> {
    if let Some((_, rest)) = words.split_once("现将")
        && let Some(name) = title_issuer(rest)
        && !is_self_reference(name)
    {
        return Some(name);
    }
    let digits = words.len() - words.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let rest = words.get(digits..).filter(|_| digits == 4)?.strip_prefix('年')?;
    let rest = rest.trim_start_matches(['度', '来', ',']).trim_start_matches("以来,");
    // 在市委、市政府的坚强领导下,岚溪县水务局…
    let led = rest.starts_with('在').then(|| rest.find("下,")).flatten();
    let rest = led.map_or(rest, |at| &rest[at + "下,".len()..]);
    let name = name_before_verb(rest)?;
    (!is_self_reference(name)).then_some(name)
}

/// The name that the words start with, up to the verb behind it.
fn name_before_verb(rest: &str) -> Option<&str> {
    let limit = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
    let mut ends = VERBS.places(rest).take_while(|&at| at < limit);
    ends.find(|&at| is_name(&rest[..at])).map(|at| &rest[..at])
}

/// The issuer that a later clause of the opening sentence names: 根据部署,2023年,柳塘街道以…; 在新征程上,柳塘镇坚持….
pub(super) fn in_later_clause(words: &str) -> Option<&str> {
    const CLAUSES: usize = 5;
    let opening = &words[..words.find(['。', ':']).unwrap_or(words.len())];
    let starts = opening.match_indices(',').map(|(at, mark)| at + mark.len()).take(CLAUSES);
    starts
        .filter_map(|at| name_before_verb(&opening[at..]))
        .find(|name| !is_self_reference(name) && name.chars().count() > 3 && is_local(name))
}

/// Whether a name is that of a body which reports, not of a commission or meeting that the sentence speaks of.
fn is_local(name: &str) -> bool {
    ["街道", "办事处", "镇", "乡", "局", "人民政府", "厅", "分局"]
        .iter()
        .any(|end| name.ends_with(end))
        && !name.contains('党')
}

/// Whether a name only says which kind of body speaks: 我局, 本单位.
fn is_self_reference(name: &str) -> bool {
    let is_bare = name.ends_with("政府") && name.chars().count() <= 3;
    is_bare
        || name.starts_with('我')
        || (name.starts_with(['本', '全', '各']) && name.chars().count() <= 3)
}

/// Whether `full` is a fuller form of the name `short`: with its place in front, or with the kind of body behind.
fn is_fuller(full: &str, short: &str) -> bool {
    let behind = full.split_once(short).map(|(_, behind)| behind);
    behind.is_some_and(|behind| behind.is_empty() || FULL_FORMS.contains(&behind))
}

/// The issuer among the names found, the strongest evidence first: the longest consistent with it.
///
/// `complements` can make a name fuller, but are no evidence by themselves.
pub(super) fn issuer(evidence: &[String], complements: &[String]) -> Option<String> {
    let evidence = || evidence.iter().map(String::as_str).filter(|name| !is_self_reference(name));
    let mut issuer = evidence().next()?;
    for name in evidence().chain(complements.iter().map(String::as_str)) {
        if name.len() > issuer.len() && is_fuller(name, issuer) {
            issuer = name;
        }
    }
    Some(issuer.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in [
            "岚溪县水务局",
            "柳塘镇人民政府",
            "中共柳塘镇委员会、柳塘镇人民政府",
            "岚溪高新区管理委员会(盖章)",
        ] {
            assert!(is_name(name), "{name}");
        }
        for words in ["特此报告。", "存在问题", "2024年1月6日", "加强执法队伍", ""]
        {
            assert!(!is_name(words), "{words}");
        }
    }

    #[test]
    fn issuers_in_titles() {
        assert_eq!(
            title_issuer("岚溪县水务局关于2023年度法治政府建设情况的报告"),
            Some("岚溪县水务局")
        );
        assert_eq!(title_issuer("柳塘镇2022年法治政府建设年度报告"), Some("柳塘镇"));
        assert_eq!(title_issuer("2022年岚溪县水务局法治政府建设年度报告"), Some("岚溪县水务局"));
        assert_eq!(
            title_issuer("关于岚溪县水务局2022年法治政府建设情况的报告"),
            Some("岚溪县水务局")
        );
        assert_eq!(title_issuer("关于2022年度法治政府建设情况的报告"), None);
    }

    #[test]
    fn issuers_in_opening_sentences() {
        assert_eq!(
            in_opening("根据规定,现将岚溪县水务局2022年法治政府建设情况报告如下:"),
            Some("岚溪县水务局")
        );
        assert_eq!(in_opening("2022年,岚溪县水务局在县委的领导下"), Some("岚溪县水务局"));
        assert_eq!(in_opening("2022年,我局在县委的领导下"), None);
        assert_eq!(in_opening("2022年以来,柳塘镇坚持党建引领"), Some("柳塘镇"));
    }

    #[test]
    fn the_fullest_consistent_name() {
        let issuer = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
            issuer(&names, &["岚溪县柳塘镇人民政府".to_owned()])
        };
        assert_eq!(issuer(&["柳塘镇"]).as_deref(), Some("岚溪县柳塘镇人民政府"));
        assert_eq!(issuer(&["柳塘街道", "柳塘街道办事处"]).as_deref(), Some("柳塘街道办事处"));
        assert_eq!(issuer(&["县水务局", "岚溪县水务局"]).as_deref(), Some("岚溪县水务局"));
        assert_eq!(
            issuer(&["岚溪县水务局", "岚溪县水务局办公室"]).as_deref(),
            Some("岚溪县水务局")
        );
        assert_eq!(issuer(&["岚溪县水务局", "岚溪县人民政府"]).as_deref(), Some("岚溪县水务局"));
        assert_eq!(issuer(&[]), None);
    }
}
