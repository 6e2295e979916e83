//! 比上年…: what the words right behind a figure say of its change, where the figures themselves do not tell.
//!
//! 98件,比上年增加12件,增长13.95% · 69件,比去年同期(104件)减少33.65% · 降至96.4万元,降幅24.98%

use crate::statistic::{Change, Direction};
use crate::text::numeral;

/// How far the words go, in bytes.
const REACH: usize = 180;

/// What is said of a change.
#[derive(Debug, PartialEq)]
pub(super) struct Said {
    /// The former value, printed or following from the difference; `None` when only the size is said.
    pub(super) from: Option<f64>,
    /// The size.
    pub(super) change: Change,
}

/// Years and spans that a figure is compared with.
const FORMER: &[&str] =
    &["上年同期", "上年度", "上年", "上一年度", "上一年", "去年同期", "去年", "同期"];
const UP: &[&str] =
    &["增长", "增加", "上升", "提高", "提升", "上涨", "增幅", "升幅", "涨幅", "净增", "多", "增"];
const DOWN: &[&str] = &["下降", "减少", "降低", "回落", "降幅", "减幅", "净减", "少", "降", "减"];

/// Reads the words behind a figure of `value` `unit`.
pub(super) fn behind(words: &str, value: f64, unit: &str) -> Option<Said> {
    let words = clause(words);
    let rest = words.trim_start_matches([',', ' ', '、', '(']);
    if rest.len() == words.len() {
        return None;
    }
    let (from, rest) = match compared(rest, unit) {
        Some((from, rest)) => (from, rest),
        None => (None, rest.strip_prefix("同比").unwrap_or(rest)),
    };
    let (size, rest) = size(rest)?;
    if size.unit.as_deref() == Some(unit) && unit != "%" {
        // The difference, then the share that it is of the former value.
        let rest = rest.trim_start_matches([',', ' ', '、', '(']);
        let rest = rest.strip_prefix("同比").unwrap_or(rest);
        let Some((share, _)) = self::size(rest) else {
            return Some(Said { from, change: size });
        };
        let difference = size.value?;
        let before = match size.direction {
            Direction::Down => value + difference,
            _ => value - difference,
        };
        let is_share = share.unit.as_deref() == Some("%") && share.direction == size.direction;
        return is_share.then_some(Said { from: Some(before), change: share });
    }
    let is_size = matches!(size.unit.as_deref(), Some("%" | "个百分点"));
    is_size.then_some(Said { from, change: size })
}

/// 1500件(上年1300件),同比增长25% · 1500件,同比增长25%,上年为1300件: the former value where it is told apart from the change.
pub(super) fn former(words: &str, unit: &str) -> Option<f64> {
    let words = clause(words);
    // The first one only: behind it, others are of other figures.
    let rest = words.match_indices([',', '(']).find_map(|(at, mark)| {
        let rest = &words[at + mark.len()..];
        FORMER.iter().find_map(|word| rest.strip_prefix(word))
    })?;
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    let rest = rest.trim_start_matches(['为', '是', '有', ':']);
    let number = exact(rest)?;
    let behind = rest[number.span.end..].strip_prefix(unit)?;
    (behind.is_empty() || behind.starts_with([',', ')', ';', '。'])).then_some(number.value)
}

/// The words up to the end of the clause.
pub(super) fn clause(words: &str) -> &str {
    let mut end = words.len().min(REACH);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let words = &words[..end];
    words.split(['。', ';', '\n']).next().unwrap_or_default()
}

/// 比上年, 比去年同期(104件), 与上年的1068件相比: the former value where it is printed, and the words behind.
fn compared<'w>(words: &'w str, unit: &str) -> Option<(Option<f64>, &'w str)> {
    let rest = ["比", "较", "与"].into_iter().find_map(|word| words.strip_prefix(word))?;
    let rest = FORMER.iter().find_map(|word| rest.strip_prefix(word)).or_else(|| {
        let (year, rest) = rest.split_at_checked(4)?;
        let rest = rest.strip_prefix("年")?;
        let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| rest.strip_prefix("同期").unwrap_or(rest))
    })?;
    let opened = rest.strip_prefix('的').or_else(|| rest.strip_prefix('('));
    let printed = opened.and_then(|words| {
        let number = exact(words)?;
        let rest = words[number.span.end..].strip_prefix(unit)?;
        Some((Some(number.value), rest))
    });
    let (from, rest) = printed.unwrap_or((None, rest));
    let rest = rest.trim_start_matches(')');
    let rest = rest.strip_prefix("相比").unwrap_or(rest);
    Some((from, rest.trim_start_matches([',', ' '])))
}

/// 增长13.95%, 降幅为34.3%, 增加12件: direction, number and unit, and the words behind.
fn size(words: &str) -> Option<(Change, &str)> {
    let strip = |words: &'static [&'static str], text| -> Option<&str> {
        words.iter().find_map(|word| str::strip_prefix(text, *word))
    };
    let (direction, rest) = strip(UP, words)
        .map(|rest| (Direction::Up, rest))
        .or_else(|| strip(DOWN, words).map(|rest| (Direction::Down, rest)))?;
    let rest = rest.strip_prefix(['了', '为']).unwrap_or(rest);
    let rest = rest.strip_prefix("达").unwrap_or(rest);
    let number = exact(rest)?;
    let behind = &rest[number.span.end..];
    let unit = if number.percent { "%" } else { unit_of(behind)? };
    let behind = if number.percent { behind } else { &behind[unit.len()..] };
    let change =
        Change { direction, value: Some(number.value), unit: Some(unit.to_owned()), from: None };
    Some((change, behind))
}

/// A number that is not rounded (余, 多).
fn exact(words: &str) -> Option<numeral::Numeral> {
    numeral::scan(words, 0).filter(|it| !it.over && it.upper.is_none())
}

/// The unit that `words` start with.
fn unit_of(words: &str) -> Option<&str> {
    let end = words
        .char_indices()
        .find(|(_, char)| ",;。、)( ".contains(*char))
        .map_or(words.len(), |(at, _)| at);
    let unit = &words[..end];
    let unit = if unit.starts_with('%') { "%" } else { unit };
    (!unit.is_empty() && unit.chars().count() <= 4).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, from: Option<f64>, value: f64, unit: &str) {
        let said = behind(words, 98.0, "件").unwrap_or_else(|| panic!("nothing in {words}"));
        assert_eq!((said.from, said.change.value), (from, Some(value)), "{words}");
        assert_eq!(said.change.unit.as_deref(), Some(unit), "{words}");
    }

    #[test]
    fn what_is_said_of_a_change() {
        check(",比上年增加12件,增长13.95%。", Some(86.0), 13.95, "%");
        check(",同比减少5件,下降10%;", Some(103.0), 10.0, "%");
        check(",比去年同期(104件)减少33.65%", Some(104.0), 33.65, "%");
        check(",比2022年(31件)下降29%,", Some(31.0), 29.0, "%");
        check(",降幅为34.3%", None, 34.3, "%");
        check("、升幅23.6个百分点", None, 23.6, "个百分点");
    }

    #[test]
    fn other_words_say_nothing() {
        assert_eq!(former("(上年1300件),同比增长25%。", "件"), Some(1300.0));
        assert_eq!(former(",同比增长25%,上年为1300件。", "件"), Some(1300.0));
        assert_eq!(former(",上年受理1300件。", "件"), None);
        for words in ["增长13%", ",比上年增加12余件,增长13%", ",环比增长3%", ",其中来信3件", ""]
        {
            assert_eq!(behind(words, 98.0, "件"), None, "{words}");
        }
    }
}
