//! Periods: the time that a figure is about, where it is not the report's year.
//!
//! Read: 2019年5月6日至今, 2021年以来, 2022年新收… in a report on 2023, 上半年, 第一季度, 前三季度, 1—11月, 五年来,
//! 2021年至2023年. A period holds for the figures behind it until the sentence ends or another one is named; the report's
//! own year ends it too.

use crate::text::Span;
use crate::text::numeral::{self, is_han_numeral};

/// A period that a sentence names, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// First byte of its words.
    pub at: usize,
    /// ISO 8601 interval; `None` for the report's own year.
    pub interval: Option<String>,
}

/// What names of periods are found by.
pub const MARKS: [char; 3] = ['年', '月', '度'];

/// The periods named in the sentence at `sentence`, in order; `places` are those of [`MARKS`] in it, and perhaps others.
/// `year` is the year that the report covers.
pub fn scan(
    text: &str,
    sentence: Span,
    places: impl Iterator<Item = usize>,
    year: Option<i32>,
) -> Vec<Mention> {
    let words = &text[sentence.start..sentence.end];
    let mut found = Vec::new();
    for offset in places.map(|at| at - sentence.start) {
        let mention = match words[offset..].chars().next() {
            Some('年') => of_year(words, offset, year),
            Some('月') => of_months(words, offset, year),
            Some('度') => of_quarter(words, offset, year),
            _ => None,
        };
        if let Some((at, interval)) = mention {
            found.push(Mention { at: sentence.start + at, interval });
        }
    }
    found
}

/// 2019年5月6日至今, 2021年以来, 2022年; 上半年, 下半年.
fn of_year(words: &str, mark: usize, year: Option<i32>) -> Option<(usize, Option<String>)> {
    let behind = &words[mark + '年'.len_utf8()..];
    for (half, from, to) in [('上', "01-01", "06-30"), ('下', "07-01", "12-31")] {
        let before = words[..mark].strip_suffix('半').and_then(|words| words.strip_suffix(half));
        if let Some(before) = before {
            return Some((before.len(), Some(format!("{0}-{from}/{0}-{to}", year?))));
        }
    }
    if let Some(span) = of_years_past(words, mark, year) {
        return Some(span);
    }
    let at = digits_before(words, mark, 4)?;
    let said: i32 = words[at..mark].parse().ok().filter(|said| (1980..2100).contains(said))?;
    if let Some(span) = of_years_through(words, at, said, behind, year) {
        return Some(span);
    }
    // 2021—2025年 names a plan, not a period of figures.
    if words[..at].ends_with(['—', '-', '至', '到', '~', '～'])
        || behind.starts_with(['—', '-', '至']) && !behind.starts_with("至今")
    {
        return None;
    }
    // 是2021年的1.8倍, 较2022年下降: a year to compare with.
    if words[..at].ends_with(['是', '较', '比', '与', '为', '同', '达']) {
        return None;
    }
    let (month, behind) = part(behind, '月');
    let (day, behind) = if month.is_some() { part(behind, '日') } else { (None, behind) };
    let behind = behind.trim_start_matches(['起', '度', '底', '末']);
    let start = [
        Some(format!("{said:04}")),
        month.map(|month| format!("-{month:02}")),
        day.map(|day| format!("-{day:02}")),
    ]
    .into_iter()
    .flatten()
    .collect::<String>();
    if behind.starts_with("至今") || behind.starts_with("以来") {
        return (year != Some(said) || month.is_some()).then(|| (at, Some(format!("{start}/.."))));
    }
    if month.is_some() {
        return None;
    }
    Some((
        at,
        (year.is_some() && year != Some(said)).then(|| format!("{said:04}-01-01/{said:04}-12-31")),
    ))
}

/// 五年来, 近三年: as many years up to the report's own. 近年来 and 连续三年 name none.
fn of_years_past(words: &str, mark: usize, year: Option<i32>) -> Option<(usize, Option<String>)> {
    let count = words[..mark].chars().next_back().filter(|char| is_han_numeral(*char))?;
    let at = mark - count.len_utf8();
    let behind = &words[mark + '年'.len_utf8()..];
    let is_whole = |char: char| matches!(char, ',' | '。');
    let is_past = behind.starts_with('来')
        || words[..at].ends_with(['近', '去']) && behind.starts_with(is_whole);
    let years = numeral::scan(words, at).filter(|years| is_past && years.span.end == mark)?.value;
    let first = (2..=10).find(|count| f64::from(*count) == years)? - 1;
    let last = year?;
    Some((at, Some(format!("{:04}-01-01/{last:04}-12-31", last - first))))
}

/// 2021年至2023年,…: up to a year that is over; a later one names a plan. `at` is where the second year starts.
fn of_years_through(
    words: &str,
    at: usize,
    last: i32,
    behind: &str,
    year: Option<i32>,
) -> Option<(usize, Option<String>)> {
    let before = words[..at].strip_suffix(['—', '-', '至', '到'])?;
    let before = before.strip_suffix(['—', '-']).unwrap_or(before);
    let before = before.strip_suffix('年').unwrap_or(before);
    let start = digits_before(before, before.len(), 4)?;
    let first: i32 = before[start..].parse().ok()?;
    let is_time = [",", "间", "期间", "共", "累计"].iter().any(|word| behind.starts_with(word));
    let is_over = first < last && year.is_some_and(|year| last <= year);
    (is_time && is_over).then(|| (start, Some(format!("{first:04}-01-01/{last:04}-12-31"))))
}

/// 1—11月.
fn of_months(words: &str, mark: usize, year: Option<i32>) -> Option<(usize, Option<String>)> {
    let last = digits_before(words, mark, 2)?;
    let dash = words[..last]
        .chars()
        .next_back()
        .filter(|char| matches!(char, '—' | '-' | '至' | '到' | '~' | '～'))?;
    let end = last - dash.len_utf8();
    let end = if words[..end].ends_with('月') { end - '月'.len_utf8() } else { end };
    let first = digits_before(words, end, 2)?;
    let from: u32 = words[first..end].parse().ok()?;
    let to: u32 = words[last..mark].parse().ok()?;
    let year = year?;
    (1..=12).contains(&from).then_some(())?;
    (from <= to && to <= 12).then(|| {
        (first, Some(format!("{year:04}-{from:02}-01/{year:04}-{to:02}-{:02}", days_in(year, to))))
    })
}

/// 第一季度.
fn of_quarter(words: &str, mark: usize, year: Option<i32>) -> Option<(usize, Option<String>)> {
    let said = words[..mark].strip_suffix('季')?;
    if let Some(at) = said.strip_suffix("前三").map(str::len) {
        return Some((at, Some(format!("{0:04}-01-01/{0:04}-09-30", year?))));
    }
    let quarter = ["一", "二", "三", "四"].iter().position(|number| said.ends_with(number))?;
    let first = u32::try_from(quarter).ok()? * 3 + 1;
    let year = year?;
    let last = first + 2;
    Some((
        said.len() - "一".len(),
        Some(format!("{year:04}-{first:02}-01/{year:04}-{last:02}-{:02}", days_in(year, last))),
    ))
}

/// A number in front of `mark`, and the rest behind the mark: `7月3日` → 7.
fn part(words: &str, mark: char) -> (Option<u32>, &str) {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match (words[..digits].parse().ok(), words[digits..].strip_prefix(mark)) {
        (Some(number), Some(rest)) if digits <= 2 => (Some(number), rest),
        _ => (None, words),
    }
}

/// Where one to `most` digits that end at `end` start; for four, exactly four.
fn digits_before(words: &str, end: usize, most: usize) -> Option<usize> {
    let count = words[..end].bytes().rev().take_while(u8::is_ascii_digit).count();
    let fits = if most == 4 { count == 4 } else { (1..=most).contains(&count) };
    fits.then(|| end - count)
}

/// How many days a month has.
const fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[Option<&str>]) {
        let places = text.char_indices().map(|(at, _)| at);
        let found = scan(text, Span::new(0, text.len()), places, Some(2023));
        let found: Vec<Option<&str>> =
            found.iter().map(|mention| mention.interval.as_deref()).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn times_up_to_now() {
        check("2019年5月6日至今共查处81宗", &[Some("2019-05-06/..")]);
        check("2020年以来累计应诉85件", &[Some("2020/..")]);
    }

    #[test]
    fn another_year_and_back() {
        check("2022年新收33件,2023年新收41件", &[Some("2022-01-01/2022-12-31"), None]);
    }

    #[test]
    fn parts_of_the_year() {
        check("上半年开展检查12次", &[Some("2023-01-01/2023-06-30")]);
        check("1—11月受理信访268件", &[Some("2023-01-01/2023-11-30")]);
        check("第一季度办结9件", &[Some("2023-01-01/2023-03-31")]);
        check("前三季度办结30件", &[Some("2023-01-01/2023-09-30")]);
    }

    #[test]
    fn several_years() {
        check("五年来共受理复议案件900件", &[Some("2019-01-01/2023-12-31")]);
        check("近三年,共化解积案40件", &[Some("2021-01-01/2023-12-31")]);
        check("2021年至2023年,累计查处96件", &[Some("2021-01-01/2023-12-31")]);
        check("近年来受理案件9件,连续三年保持100%", &[]);
        check("2021—2025年共建成5个", &[]);
    }

    #[test]
    fn plans_and_dates_are_no_periods() {
        check("按照《实施纲要(2021—2025年)》要求", &[]);
        check("2023年5月召开会议3次", &[]);
    }
}
