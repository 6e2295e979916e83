//! 机关: the names of bodies.

use crate::text::normalize::is_han;

/// What the names of bodies end in.
const ENDINGS: &[&str] = &[
    "人民政府",
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
    "组",
    "队",
    "站",
    "馆",
    "关",
    "行",
    "公司",
    "集团",
    "学院",
    "大学",
    "学校",
    "法院",
    "检察院",
    "农场",
    "林场",
    "团",
];

/// The longest name of one body, in characters.
const LONGEST: usize = 32;

/// The words without white space.
pub(super) fn compact(words: &str) -> String {
    words.chars().filter(|char| !char.is_whitespace()).collect()
}

/// Whether `words` (without white space) is the name of a body, or the names of several.
pub(super) fn is_name(words: &str) -> bool {
    let words = words.trim_end_matches("(盖章)").trim_end_matches("(章)");
    let names: Vec<&str> = words.split(['、', ',']).collect();
    names.len() <= 3 && names.iter().all(|name| is_single_name(name))
}

fn is_single_name(name: &str) -> bool {
    let chars = name.chars().count();
    (3..=LONGEST).contains(&chars)
        && name.chars().all(|char| is_han(char) || matches!(char, '(' | ')' | '·' | '“' | '”'))
        && ENDINGS.iter().any(|ending| name.trim_end_matches(')').ends_with(ending))
        && !["关于", "情况", "报告", "年度", "加强", "推进", "落实", "提升"]
            .iter()
            .any(|word| name.contains(word))
}
