//! Dates and stretches of time in running text, also without a year: 3月5日, 2016年一月十日到十二日, 2024年上半年.

use crate::text::Span;
use crate::text::numeral::{close_up, is_han_numeral, scan};

/// A date of which any part may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartialDate {
    /// 年; `None` where only month and day are printed.
    pub year: Option<i32>,
    /// 月, 1 to 12.
    pub month: Option<u32>,
    /// 日, 1 to 31.
    pub day: Option<u32>,
}

/// A date, or a stretch of time from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Where it stands.
    pub span: Span,
    /// The date, or the first one.
    pub start: PartialDate,
    /// The last date, itself included; `None` for a date alone.
    pub end: Option<PartialDate>,
}

impl std::fmt::Display for PartialDate {
    /// `2024-03-05`, `XXXX-03-05`, `2024-03`, `2024`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl std::fmt::Display for Period {
    /// The date, or `start/end`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.start.fmt(f)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

/// Words between the two ends of a stretch of time; 与 and 和 ask for 间 behind it.
const RANGE_MARKS: [&str; 8] = ["到", "至", "-", "—", "–", "~", "与", "和"];

/// The dates and stretches of time in `text` (normalized form) that can be told without knowing the day it was written.
///
/// 明天, 上周三 and lunar dates are none.
#[must_use]
pub fn periods(text: &str) -> Vec<Period> {
    let closed = close_up(text);
    let words = closed.text.as_str();
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = ' ';
    while let Some(char) = words[at..].chars().next() {
        let starts = (char.is_ascii_digit() || is_han_numeral(char))
            && !before.is_ascii_alphanumeric()
            && !is_han_numeral(before)
            && !matches!(before, '-' | '/' | '.' | '第');
        match starts.then(|| period(words, at)).flatten() {
            Some(period) => {
                at = period.span.end;
                found.push(Period { span: closed.original(period.span), ..period });
            }
            None => at += char.len_utf8(),
        }
        before = words[..at].chars().next_back().unwrap_or(' ');
    }
    found
}

/// The date or stretch of time at `at`.
fn period(text: &str, at: usize) -> Option<Period> {
    let (start, mut end) = date(text, at)?;
    if let Some(year) = start.year.filter(|_| start.month.is_none())
        && let Some((months, len)) = part_of_year(&text[end..])
    {
        let month = |month| PartialDate { year: Some(year), month: Some(month), day: None };
        let span = Span::new(at, end + len);
        return Some(Period { span, start: month(months.0), end: Some(month(months.1)) });
    }
    end += weekday_len(&text[end..]);
    let span = Span::new(at, end);
    let alone = Period { span, start, end: None };
    let behind = &text[end..];
    let Some(mark) = RANGE_MARKS.into_iter().find(|mark| behind.starts_with(mark)) else {
        return Some(alone);
    };
    let from = end + mark.len();
    let Some((last, end)) = date(text, from).or_else(|| day_only(text, from, start)) else {
        return Some(alone);
    };
    if matches!(mark, "与" | "和") && !text[end..].starts_with(['之', '间']) {
        return Some(alone);
    }
    let last = PartialDate { year: last.year.or(start.year), ..last };
    Some(Period { span: Span::new(at, end), start, end: Some(last) })
}

/// The last day of a stretch whose month was said before: 一月十日到十二日.
fn day_only(text: &str, at: usize, start: PartialDate) -> Option<(PartialDate, usize)> {
    start.day?;
    let (day, end) = part(text, at, 31)?;
    let mark = text[end..].chars().next().filter(|char| matches!(char, '日' | '号'))?;
    Some((PartialDate { day: Some(day), ..start }, end + mark.len_utf8()))
}

/// 上半年, 第三季度 behind a year: its months, and the length of the words.
fn part_of_year(behind: &str) -> Option<((u32, u32), usize)> {
    let half = [("上半年", (1, 6)), ("下半年", (7, 12))];
    if let Some((word, months)) = half.into_iter().find(|(word, _)| behind.starts_with(word)) {
        return Some((months, word.len()));
    }
    let skipped = if behind.starts_with('第') { '第'.len_utf8() } else { 0 };
    let (quarter, end) = part(behind, skipped, 4)?;
    behind[end..].starts_with("季度").then(|| ((quarter * 3 - 2, quarter * 3), end + "季度".len()))
}

/// Length of a weekday behind a date: `,星期一`.
fn weekday_len(behind: &str) -> usize {
    let rest = behind.strip_prefix(',').unwrap_or(behind);
    ["星期", "礼拜"]
        .into_iter()
        .find_map(|word| rest.strip_prefix(word))
        .filter(|rest| rest.starts_with(['一', '二', '三', '四', '五', '六', '日', '天']))
        .map_or(0, |rest| behind.len() - rest.len() + '一'.len_utf8())
}

/// The date at `at`, and where it ends.
fn date(text: &str, at: usize) -> Option<(PartialDate, usize)> {
    if let Some(found) = with_marks(text, at) {
        return Some(found);
    }
    let number = scan(text, at).filter(|it| it.value.fract() == 0.0 && !it.over && !it.percent)?;
    let mut end = number.span.end;
    if number.upper.is_some() {
        return None;
    }
    let Some(after) = text[end..].strip_prefix('年') else {
        return month_and_day(text, at).filter(|(date, _)| date.day.is_some());
    };
    let digits = text[at..end].chars().count();
    let is_spelled = number.han && text[at..end].contains(['千', '仟']);
    let behind = end + '年'.len_utf8();
    let within = month_and_day(text, behind);
    let value = number.value as i32;
    let year = match digits {
        _ if is_spelled => (1000..=2099).contains(&value).then_some(value),
        3 | 4 if !text[at..end].contains(['十', '百', ',']) => (value <= 2099).then_some(value),
        // 15年 is a length of time unless a month follows or a zero leads.
        2 if within.is_some() || text[at..].starts_with(['0', '零', '〇']) => {
            (!text[at..end].contains('十')).then_some(value + if value > 49 { 1900 } else { 2000 })
        }
        _ => None,
    }?;
    end = text.len() - after.len();
    Some(match within {
        Some((date, end)) => (PartialDate { year: Some(year), ..date }, end),
        None => (PartialDate { year: Some(year), month: None, day: None }, end),
    })
}

/// 三月五日, 3月5号, 八月十五, 3月.
fn month_and_day(text: &str, at: usize) -> Option<(PartialDate, usize)> {
    let (month, end) = part(text, at, 12)?;
    if !text[end..].starts_with('月') {
        return None;
    }
    let end = end + '月'.len_utf8();
    let date = PartialDate { year: None, month: Some(month), day: None };
    let Some((day, day_end)) = part(text, end, 31) else { return Some((date, end)) };
    let with_day = PartialDate { day: Some(day), ..date };
    let next = text[day_end..].chars().next();
    match next {
        Some(mark @ ('日' | '号')) => Some((with_day, day_end + mark.len_utf8())),
        // 八月十五: in Chinese numerals 日 may be left out.
        _ if text[end..].starts_with(is_han_numeral) && next.is_none_or(|next| next != '月') => {
            Some((with_day, day_end))
        }
        _ => Some((date, end)),
    }
}

/// A number from 1 to `most`, and where it ends.
fn part(text: &str, at: usize, most: u32) -> Option<(u32, usize)> {
    let number = scan(text, at)?;
    let is_part = number.value >= 1.0
        && number.value <= f64::from(most)
        && number.value.fract() == 0.0
        && number.upper.is_none()
        && !number.over;
    is_part.then_some((number.value as u32, number.span.end))
}

/// 2010-01-29, 2010.01.29, 2010/1/29; with the day first 29.1.2010.
fn with_marks(text: &str, at: usize) -> Option<(PartialDate, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let len =
            bytes[from.min(bytes.len())..].iter().take_while(|it| it.is_ascii_digit()).count();
        let value = text.get(from..from + len)?.parse::<u32>().ok()?;
        (len <= 4).then_some((value, len, from + len))
    };
    let (first, first_len, end) = digits(at)?;
    let mark = *bytes.get(end)?;
    if !matches!(mark, b'-' | b'.' | b'/') {
        return None;
    }
    let (month, month_len, end) = digits(end + 1)?;
    if bytes.get(end) != Some(&mark) {
        return None;
    }
    let (last, last_len, end) = digits(end + 1)?;
    let (year, day) = match (first_len, last_len) {
        (4, 1 | 2) => (first, last),
        (1 | 2, 4) => (last, first),
        _ => return None,
    };
    let is_date = month_len <= 2
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && !bytes.get(end).is_some_and(|next| next.is_ascii_alphanumeric());
    let date = PartialDate { year: i32::try_from(year).ok(), month: Some(month), day: Some(day) };
    is_date.then_some((date, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[&str]) {
        let found: Vec<String> = periods(text).iter().map(Period::to_string).collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn dates() {
        check("于2023年6月15日印发,7月1日起施行", &["2023-06-15", "XXXX-07-01"]);
        check("二〇二三年十二月八日", &["2023-12-08"]);
        check("2023-06-15和2023/6/16", &["2023-06-15", "2023-06-16"]);
        check("2023年全年", &["2023"]);
    }

    #[test]
    fn stretches() {
        check("2023年3月5日至4月2日", &["2023-03-05/2023-04-02"]);
        check("6月1日-15日", &["XXXX-06-01/XXXX-06-15"]);
        check("2021年至2023年", &["2021/2023"]);
        check("2023年上半年", &["2023-01/2023-06"]);
        check("2023年第三季度", &["2023-07/2023-09"]);
    }

    #[test]
    fn lengths_of_time_and_codes_are_none() {
        for text in ["三年来", "20个工作日", "15年", "QX-2023-06-15", "第3日", "三月内", "13月5日"]
        {
            check(text, &[]);
        }
    }

    #[test]
    fn places_lead_back() {
        let text = "截至 2023 年 6 月 15 日";
        let found = periods(text);
        let words: Vec<&str> = found.iter().map(|it| &text[it.span.start..it.span.end]).collect();
        assert_eq!(words, ["2023 年 6 月 15 日"]);
    }
}
