//! Periods: the time that a figure is about, where it is not the report's year.
//!
//! Read: 2019年5月6日至今, 2021年以来, 2022年新收… in a report on 2023, 上半年, 第一季度, 1—11月. A period holds for the
//! figures behind it until the sentence ends or another one is named; the report's own year ends it too.

use crate::text::Span;

/// A period that a sentence names, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// First byte of its words.
    pub at: usize,
    /// ISO 8601 interval; `None` for the report's own year.
    pub interval: Option<String>,
}

/// The periods named in the sentence at `sentence`, in order. `year` is the year that the report covers.
pub fn scan(text: &str, sentence: Span, year: Option<i32>) -> Vec<Mention> {
    let words = &text[sentence.start..sentence.end];
    let mut found = Vec::new();
    for (offset, _) in words.match_indices(['年', '月', '度']) {
        let mention = match &words[offset..] {
            rest if rest.starts_with('年') => of_year(words, offset, year),
            rest if rest.starts_with('月') => of_months(words, offset, year),
            _ => of_quarter(words, offset, year),
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
    let at = digits_before(words, mark, 4)?;
    let said: i32 = words[at..mark].parse().ok().filter(|said| (1980..2100).contains(said))?;
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
        let found = scan(text, Span::new(0, text.len()), Some(2023));
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
    }

    #[test]
    fn plans_and_dates_are_no_periods() {
        check("按照《实施纲要(2021—2025年)》要求", &[]);
        check("2023年5月召开会议3次", &[]);
    }
}
