//! Times that a report compares with: 上年, 去年同期, 2022年末, 年初; and those that it compares: 年底, 目前.

use std::sync::LazyLock;

use crate::text::words::WordList;

/// Words for an earlier time.
const EARLIER: &[&str] = &[
    "上年同期",
    "去年同期",
    "上年度",
    "上一年度",
    "上一年",
    "上年末",
    "上年底",
    "上年",
    "去年底",
    "去年末",
    "去年初",
    "去年",
    "前年同期",
    "前年",
    "年初",
    "上半年",
    "前期",
    "同期",
    "此前",
    "以前",
    "以往",
    "过去",
    "原来",
    "原先",
    "原有",
    "最初",
    "法定",
    "整治前",
    "改革前",
    "实施前",
    "上季度",
    "上月",
    "上一季度",
    "期初",
    "原",
];

/// Words for the time that a new level is of.
const PRESENT: &[&str] = &[
    "今年",
    "本年度",
    "本年",
    "当年",
    "年底",
    "年末",
    "目前",
    "当前",
    "现在",
    "现",
    "期末",
    "下半年",
];

/// Those of [`EARLIER`] that say by themselves which earlier time is meant, without 较 or 比 before them.
const RELATIVE: &[&str] = &["上年", "去年", "前年", "同期", "上年度", "上一年度", "上一年"];

static EARLIER_LIST: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_last(EARLIER.iter().copied()));

static PRESENT_LIST: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_last(PRESENT.iter().copied()));

/// `words` without an earlier time and 的 at their end.
pub fn strip(words: &str) -> &str {
    let words = words.strip_suffix('的').unwrap_or(words);
    strip_time(words).unwrap_or(words)
}

/// `words` without a present time and 的 at their end.
pub fn strip_present(words: &str) -> &str {
    let words = words.strip_suffix('的').unwrap_or(words);
    PRESENT_LIST.strip_end(words).or_else(|| strip_year(words)).unwrap_or(words)
}

/// Whether `words` lead to a level of an earlier time: 较上年的, 比2024年的, 与去年同期的, 较2022年, 上年为, 去年同期.
pub fn is_base(words: &str) -> bool {
    let of = words.strip_suffix('的');
    let said = ["为", "是", "仅", "只有"].iter().find_map(|verb| words.strip_suffix(verb));
    let time = of.or(said).unwrap_or(words);
    let Some(stem) = strip_time(time) else { return false };
    // 较2022年558件: with 较 and 比 alone the level follows at once.
    if stem.ends_with(['较', '比', '与', '同']) {
        return of.is_some() || said.is_none() && stem.ends_with(['较', '比']);
    }
    // 上年为188件, (上年188件): nothing else stands in the item.
    let is_relative = RELATIVE.iter().any(|word| time.ends_with(word));
    let is_alone = stem.is_empty() || matches!(stem, "而" | "但" | "上年" | "去年");
    of.is_none() && is_relative && is_alone
}

/// Whether `words` only name the year before `year`, the one that the report covers: 2023年为, 2023年.
pub fn is_year_before(words: &str, year: Option<i32>) -> bool {
    let verb = ["为", "是", "仅"].iter().find_map(|verb| words.strip_suffix(verb));
    let digits = verb.unwrap_or(words).strip_suffix('年').and_then(|said| said.parse::<i32>().ok());
    digits.is_some() && digits == year.map(|year| year - 1)
}

/// What stands before the earlier time that ends `words`.
fn strip_time(words: &str) -> Option<&str> {
    EARLIER_LIST.strip_end(words).map_or_else(
        || strip_year(words),
        |stem| {
            // 2023年同期, 2023年上半年
            Some(strip_year(stem).unwrap_or(stem))
        },
    )
}

/// What stands before a year that ends `words`: 2022年, 2022年末.
fn strip_year(words: &str) -> Option<&str> {
    let stem = words.strip_suffix(['末', '底', '初', '度']).unwrap_or(words).strip_suffix('年')?;
    let digits = stem.len() - stem.trim_end_matches(|char: char| char.is_ascii_digit()).len();
    (digits == 4).then(|| &stem[..stem.len() - 4])
}
