//! 日期: dates as printed.

mod period;
mod writing;

pub use period::{PartialDate, Period, periods};
pub use writing::{in_english, in_words};

use super::Span;

/// A date, as far as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 年.
    pub year: i32,
    /// 月, 1 to 12.
    pub month: Option<u32>,
    /// 日, 1 to 31; never without a month.
    pub day: Option<u32>,
}

impl std::fmt::Display for Date {
    /// `YYYY-MM-DD`, shorter when less is known.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Date {
    /// The date that begins `text` (normalized form), and how many bytes of it say so. Spaces inside are allowed.
    ///
    /// `2024-03-05`, `2024/3/5`, `2024.03.05`, `2024年3月5日`, `2024年3月`, `2024年`, `二〇二四年三月五日`, `05.03.2024`.
    #[must_use]
    pub fn parse(text: &str) -> Option<(Self, usize)> {
        let mut reader = Reader { text, at: 0 };
        let first = reader.number(true)?;
        if first.digits <= 2 {
            return day_first(reader, first.value);
        }
        if first.digits != 4 {
            return None;
        }
        let year = plausible_year(first.value)?;
        let separator = reader.one_of(&['年', '-', '/', '.', '—', '–'])?;
        let whole_year = Self { year, month: None, day: None };
        let only_year = (separator == '年').then_some((whole_year, reader.at));
        let Some(month) =
            reader.number(separator == '年').filter(|month| (1..=12).contains(&month.value))
        else {
            return only_year;
        };
        if separator == '年' {
            if reader.one_of(&['月']).is_none() {
                return only_year;
            }
        } else if reader.one_of(&[separator]).is_none() {
            return (month.digits == 2 && separator == '-')
                .then_some((Self { year, month: Some(month.value), day: None }, reader.at));
        }
        let month_end = reader.at;
        let month = Some(month.value);
        match reader.number(separator == '年').filter(|day| (1..=31).contains(&day.value)) {
            Some(day) if separator != '年' || reader.one_of(&['日', '号']).is_some() => {
                Some((Self { year, month, day: Some(day.value) }, reader.at))
            }
            _ if separator == '年' => Some((Self { year, month, day: None }, month_end)),
            _ => None,
        }
    }

    /// The first date in `text` (normalized form) and where it stands.
    #[must_use]
    pub fn find(text: &str) -> Option<(Self, Span)> {
        let mut before = None;
        for (at, char) in text.char_indices() {
            let starts = (is_numeral(char) || char.is_ascii_digit())
                && !before.is_some_and(|before: char| before.is_ascii_digit());
            before = Some(char);
            if starts && let Some((date, len)) = Self::parse(&text[at..]) {
                return Some((date, Span::new(at, at + len)));
            }
        }
        None
    }
}

fn day_first(mut reader: Reader<'_>, day: u32) -> Option<(Date, usize)> {
    reader.one_of(&['.'])?;
    let month = reader.number(false)?;
    reader.one_of(&['.'])?;
    let year = reader.number(false).filter(|year| year.digits == 4)?;
    let plausible = (1..=31).contains(&day) && (1..=12).contains(&month.value);
    let year = plausible.then(|| plausible_year(year.value))??;
    Some((Date { year, month: Some(month.value), day: Some(day) }, reader.at))
}

fn plausible_year(value: u32) -> Option<i32> {
    (1949..=2099).contains(&value).then(|| i32::try_from(value).ok())?
}

/// A number and how many digits print it.
struct Number {
    value: u32,
    digits: usize,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn skip_spaces(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t']).len();
    }

    fn one_of(&mut self, chars: &[char]) -> Option<char> {
        let before = self.at;
        self.skip_spaces();
        let found = self.text[self.at..].chars().next().filter(|char| chars.contains(char));
        match found {
            Some(char) => self.at += char.len_utf8(),
            None => self.at = before,
        }
        found
    }

    /// Arabic digits, or Chinese ones: digit by digit (二〇二四) or up to thirty-one (十二, 二十八).
    fn number(&mut self, chinese: bool) -> Option<Number> {
        let before = self.at;
        self.skip_spaces();
        let rest = &self.text[self.at..];
        let digits = rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        if digits > 0 {
            self.at += digits;
            return rest[..digits].parse().ok().map(|value| Number { value, digits });
        }
        let number = chinese.then(|| self.chinese_number()).flatten();
        if number.is_none() {
            self.at = before;
        }
        number
    }

    fn chinese_number(&mut self) -> Option<Number> {
        let rest = &self.text[self.at..];
        let words = &rest[..rest.len() - rest.trim_start_matches(is_numeral).len()];
        let count = words.chars().count();
        self.at += words.len();
        if count == 0 || count > 4 {
            return None;
        }
        let digit = |char: char| "〇一二三四五六七八九".chars().position(|other| other == char);
        if !words.contains('十') {
            let mut value = 0;
            for char in words.chars() {
                let zero = matches!(char, '○' | '零' | 'O' | 'o' | '0' | 'О' | '◯').then_some(0);
                value = value * 10 + u32::try_from(zero.or_else(|| digit(char))?).ok()?;
            }
            return Some(Number { value, digits: count });
        }
        let (tens, ones) = words.split_once('十')?;
        let part = |words: &str, absent: usize| match words.chars().next() {
            None => Some(absent),
            Some(char) => digit(char).filter(|_| words.chars().count() == 1),
        };
        let value = u32::try_from(part(tens, 1)? * 10 + part(ones, 0)?).ok()?;
        Some(Number { value, digits: 2 })
    }
}

/// Characters that Chinese dates are written with.
const fn is_numeral(char: char) -> bool {
    matches!(
        char,
        '〇' | '○'
            | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | 'O'
            | 'o'
            | 'О'
            | '◯'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = Date::parse(text).map(|(date, _)| date.to_string());
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn shapes() {
        check("2024-03-05 10:31", "2024-03-05");
        check("2021/3/29 11:30:01", "2021-03-29");
        check("2024.03.05", "2024-03-05");
        check("2026年01月21日", "2026-01-21");
        check("2025 年 1 月 6 日", "2025-01-06");
        check("2025年1月", "2025-01");
        check("2025年", "2025");
        check("2025-01", "2025-01");
        check("18.03.2015 13:07", "2015-03-18");
    }

    #[test]
    fn chinese_numerals() {
        check("二○一四年一月二十八日", "2014-01-28");
        check("二〇二三年十二月三十一日", "2023-12-31");
        check("二零二四年十月十日", "2024-10-10");
        check("二O二二年三月", "2022-03");
    }

    #[test]
    fn no_dates() {
        for text in [
            "",
            "12345",
            "4.22",
            "2024",
            "一年来",
            "20231月1日",
            "2024-15-40",
            "3月5日",
            "99.99.9999",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn found_inside() {
        let (date, span) = Date::find("发布时间:2024-01-31 15:42 浏览").expect("a date");
        assert_eq!((date.to_string().as_str(), span), ("2024-01-31", Span::new(13, 23)));
        assert_eq!(Date::find("第12345号"), None);
    }
}
