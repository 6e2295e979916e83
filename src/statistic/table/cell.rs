//! Cells: what the words of one cell say: a number with its unit, a head, a label.

use crate::statistic::label;
use crate::statistic::unit::{self, UnitClass};
use crate::text::numeral;

/// Whether a cell is part of a line drawn with dashes.
pub(super) fn is_rule(words: &str) -> bool {
    words.len() > 1 && words.chars().all(|char| matches!(char, '-' | ':' | '—' | '=' | ' '))
}

pub(super) fn starts_with_number(words: &str) -> bool {
    words.starts_with(|char: char| char.is_ascii_digit() || char == '-')
}

/// Whether a column holds changes against the year before.
pub(super) fn is_change(header: &str) -> bool {
    ["增减", "同比", "增幅", "增长率", "变化率", "升降", "增长(%)"]
        .iter()
        .any(|word| header.contains(word))
}

/// Whether a header is a year and nothing else.
pub(super) fn is_year(header: &str) -> bool {
    let words = header.trim_end_matches("年度").trim_end_matches('年');
    words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// The period of a column of another year: 2023年, 上年.
pub(super) fn earlier_year(header: &str, year: Option<i32>) -> Option<String> {
    let said = if is_year(header) {
        header.get(..4)?.parse().ok()?
    } else {
        let is_last = ["上年", "去年", "上一年"].iter().any(|word| header.starts_with(word));
        year.filter(|_| is_last && !header.contains("结转"))? - 1
    };
    (year.is_some() && year != Some(said)).then(|| format!("{said:04}-01-01/{said:04}-12-31"))
}

/// The unit that a cell names and nothing else, with the factor to its base: 件, 万元.
pub(super) fn whole_unit(words: &str) -> Option<(unit::Unit, f64)> {
    let (factor, rest) = [("万", 1e4), ("亿", 1e8)]
        .into_iter()
        .find_map(|(prefix, factor)| words.strip_prefix(prefix).map(|rest| (factor, rest)))
        .unwrap_or((1.0, words));
    let unit = unit::scan(rest)?;
    let counts = !matches!(unit.class, UnitClass::Time | UnitClass::Ordinal);
    (unit.len == rest.len() && counts).then_some((unit, factor))
}

/// Whether a row or column holds shares or rates, so that a bare 0 in it is one too.
pub(super) fn is_share(row_label: &str, header: &str) -> bool {
    [row_label, header]
        .iter()
        .any(|words| words.contains("比例") || words.contains("占比") || words.ends_with('率'))
}

/// A row label without its number: （一）予以公开 → 予以公开.
pub(super) fn plain_label(words: &str) -> String {
    let words = without_number(words.trim());
    let words = words.split(['(', '（']).next().unwrap_or_default().trim();
    let label = label::label(words, "");
    // 收到: what is left of a single verb says nothing.
    if label.chars().count() == 1 { words.to_owned() } else { label }
}

/// A row label without the number in front of it; 一审行政应诉 has none.
fn without_number(words: &str) -> &str {
    let is_number = |char: char| char.is_ascii_digit() || numeral::is_han_numeral(char);
    let bare = words.trim_start_matches(['(', '（']);
    let rest = bare.trim_start_matches(is_number);
    let behind = rest.trim_start_matches([')', '）', '、', '.', ' ']);
    if rest.len() < bare.len() && behind.len() < rest.len() { behind } else { words }
}

/// The value of a cell that holds a number, with its unit or without, and nothing else.
pub(super) fn parse(words: &str) -> Option<f64> {
    parse_with_unit(words).map(|(value, _)| value)
}

/// Whether a line holds a number and nothing else.
pub fn is_number(words: &str) -> bool {
    parse_with_unit(words).is_some_and(|(_, unit)| unit.is_none())
}

/// 1284, 75件, 49.66%.
pub(super) fn parse_with_unit(words: &str) -> Option<(f64, Option<unit::Unit>)> {
    let found = words
        .starts_with(|char: char| char.is_ascii_digit())
        .then(|| numeral::scan(words, 0))
        .flatten()?;
    let rest = &words[found.span.end..];
    if rest.is_empty() {
        return Some((found.value, None));
    }
    let unit = unit::scan(rest)?;
    let counts = !matches!(unit.class, UnitClass::Time | UnitClass::Ordinal);
    (counts && unit.len == rest.len()).then_some((found.value, Some(unit)))
}

/// The unit that a header names in brackets or behind 单位: 金额(万元), 单位:件; with the factor to its base.
pub(super) fn unit_in(header: &str) -> Option<(unit::Unit, f64)> {
    let at =
        header.find("单位").map(|at| at + "单位".len()).or_else(|| header.find(['(', '（']))?;
    let words = header[at..].trim_start_matches(['(', '（', ':', '：', ' ']);
    let (factor, words) = [("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百万", 1e6)]
        .into_iter()
        .find_map(|(prefix, factor)| words.strip_prefix(prefix).map(|rest| (factor, rest)))
        .unwrap_or((1.0, words));
    let unit = unit::scan(words)?;
    (!matches!(unit.class, UnitClass::Time | UnitClass::Ordinal)).then_some((unit, factor))
}
