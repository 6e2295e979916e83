//! Numerals: Arabic and Chinese numbers in running text, as 1.2万, 三千五百余, 百分之九十八, 两.
//!
//! A scanner takes text and a place and gives a [`Numeral`] that starts there, or nothing. It knows neither units nor
//! what is counted; whether a numeral is a figure at all is decided by whoever asks. [`readings`] finds all numbers of a
//! text, with shares, fractions and ordinals told apart; [`intervals`] what a text says about where a number lies.

mod digits;
mod interval;
mod parse;
mod reading;
mod share;

pub use interval::{Interval, intervals};
pub(super) use reading::close_up;
pub use reading::{Kind, Reading, readings};

use super::Span;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Where it stands, multipliers (万, 亿) and 余/多 included.
    pub span: Span,
    /// Its value, multipliers applied; the lower one of 五六十.
    pub value: f64,
    /// The higher one of 五六十.
    pub upper: Option<f64>,
    /// Whether 余, 多, 几 or 来 makes it a lower bound.
    pub over: bool,
    /// Whether it is written in Chinese numerals.
    pub han: bool,
    /// Whether it is 百分之…: the value is in percent.
    pub percent: bool,
}

/// The numeral that starts at byte `at`, which must be a character boundary.
#[must_use]
pub fn scan(text: &str, at: usize) -> Option<Numeral> {
    let first = text.get(at..)?.chars().next()?;
    if matches!(first, '百' | '千' | '万')
        && let Some(found) = scan_percent(text, at)
    {
        return Some(found);
    }
    if let Some(found) = lone_digit(text, at, first) {
        return Some(found);
    }
    if first.is_ascii_digit() || is_han_numeral(first) { parse::number(text, at) } else { None }
}

/// One Chinese digit with nothing behind it that can belong to a number, as most of them stand in words: 统一, 一是.
fn lone_digit(text: &str, at: usize, first: char) -> Option<Numeral> {
    let value = digit(first).filter(|value| *value > 0)?;
    let end = at + first.len_utf8();
    let next = text[end..].chars().next();
    let goes_on =
        |next| is_han_numeral(next) || matches!(next, '余' | '多' | '几' | '来' | '点' | '兆');
    let value = next.is_none_or(|next| !goes_on(next)).then_some(f64::from(value))?;
    let span = Span::new(at, end);
    Some(Numeral { span, value, upper: None, over: false, han: true, percent: false })
}

/// Whether `char` can be part of a Chinese number.
#[must_use]
pub fn is_han_numeral(char: char) -> bool {
    digit(char).is_some() || place(char).is_some()
}

/// All characters that can be part of a Chinese number.
pub const HAN_NUMERALS: &str =
    "〇零○一壹二两贰俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卅卌";

/// The value of a Chinese digit, capitals of the financial style included.
fn digit(char: char) -> Option<u32> {
    Some(match char {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of a place word; 廿, 卅 and 卌 are tens of their own.
fn place(char: char) -> Option<f64> {
    Some(match char {
        '十' | '拾' => 1e1,
        '百' | '佰' => 1e2,
        '千' | '仟' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        '廿' => 20.0,
        '卅' => 30.0,
        '卌' => 40.0,
        _ => return None,
    })
}

/// 百分之九十八点五, 千分之三, 万分之一, 百分百: the value in percent.
fn scan_percent(text: &str, at: usize) -> Option<Numeral> {
    const WHOLE: [&str; 2] = ["百分之百", "百分百"];
    const PARTS: [(&str, f64); 4] =
        [("百分之", 1.0), ("千分之", 0.1), ("万分之", 0.01), ("百分", 1.0)];
    let rest = &text[at..];
    if let Some(words) = WHOLE.into_iter().find(|words| rest.starts_with(words)) {
        let span = Span::new(at, at + words.len());
        return Some(Numeral {
            span,
            value: 100.0,
            upper: None,
            over: false,
            han: true,
            percent: true,
        });
    }
    let (prefix, scale) = PARTS.into_iter().find(|(prefix, _)| rest.starts_with(prefix))?;
    let number = parse::number(text, at + prefix.len())?;
    Some(Numeral {
        span: Span::new(at, number.span.end),
        value: tidy(number.value * scale),
        upper: number.upper.map(|upper| tidy(upper * scale)),
        percent: true,
        han: true,
        ..number
    })
}

/// Whether 成 with `behind` after it means tenths (九成以上) and does not start a word (一成为…).
#[must_use]
pub fn is_tenths(behind: &str) -> bool {
    !behind.starts_with(|char: char| "立为功员果效本绩熟长就品都不型".contains(char))
}

/// 角 and 分 behind an amount whose unit ends before `behind`, in units of 元, and their length: 五元三毛.
#[must_use]
pub fn cents(behind: &str) -> Option<(f64, usize)> {
    let part = |from: usize, marks: [char; 2]| {
        let number = parse::number(behind, from).filter(|it| it.value < 10.0)?;
        let mark = behind[number.span.end..].chars().next().filter(|it| marks.contains(it))?;
        Some((number.value, number.span.end + mark.len_utf8()))
    };
    let tenths = part(0, ['角', '毛']);
    let (value, end) = tenths.unwrap_or((0.0, 0));
    match part(end, ['分', '分']) {
        Some((hundredths, end)) => Some(((value * 10.0 + hundredths) / 100.0, end)),
        None => tenths.map(|(value, end)| (value / 10.0, end)),
    }
}

/// Takes the dust of binary fractions off a decimal: 98.50000000000001 → 98.5.
#[must_use]
pub fn tidy(value: f64) -> f64 {
    // Six decimals for small numbers, two for amounts in the millions and above.
    let scale = if value.abs() < 1e6 { 1e6 } else { 1e2 };
    let scaled = value * scale;
    if scaled.abs() < 9e15 { scaled.round() / scale } else { value.round() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, value: f64, words: &str) {
        let found = scan(text, 0).unwrap_or_else(|| panic!("no numeral in {text}"));
        assert!((found.value - value).abs() < 1e-9, "{text}: {} instead of {value}", found.value);
        assert_eq!(&text[found.span.start..found.span.end], words);
    }

    #[test]
    fn every_numeral_is_listed() {
        let numerals: Vec<char> = ('\0'..=char::MAX).filter(|char| is_han_numeral(*char)).collect();
        let mut listed: Vec<char> = HAN_NUMERALS.chars().collect();
        listed.sort_unstable();
        assert_eq!(listed, numerals);
    }

    #[test]
    fn arabic_numbers_take_their_multiplier() {
        check("1.2万件", 12_000.0, "1.2万");
        check("3.52亿元", 352_000_000.0, "3.52亿");
        check("12,077台", 12_077.0, "12,077");
        check("10余万条", 100_000.0, "10余万");
        check("250多亿元", 25_000_000_000.0, "250多亿");
        check("98.5%", 98.5, "98.5");
    }

    #[test]
    fn a_comma_that_separates_sentences_ends_the_number() {
        check("12,其中", 12.0, "12");
        check("2023,100件", 2023.0, "2023");
    }

    #[test]
    fn chinese_numbers() {
        check("两名", 2.0, "两");
        check("十余场", 10.0, "十余");
        check("二十一件", 21.0, "二十一");
        check("四百三十余件", 430.0, "四百三十余");
        check("一万二千余份", 12_000.0, "一万二千余");
        check("一万二", 12_000.0, "一万二");
        check("三万五千零六件", 35_006.0, "三万五千零六");
        check("一千一百余名", 1_100.0, "一千一百余");
        check("二〇二四年", 2024.0, "二〇二四");
        check("五六十件", 50.0, "五六十");
        check("百分之九十八点五", 98.5, "百分之九十八点五");
        check("贰拾叁万元", 230_000.0, "贰拾叁万");
        check("廿五件", 25.0, "廿五");
        check("卅三户", 33.0, "卅三");
        check("五亿一万四千六百", 500_014_600.0, "五亿一万四千六百");
        check("四百五", 450.0, "四百五");
        check("零点五个百分点", 0.5, "零点五");
        check("百分百", 100.0, "百分百");
    }

    #[test]
    fn mixed_numbers() {
        check("3亿5千万元", 350_000_000.0, "3亿5千万");
        check("25万6千件", 256_000.0, "25万6千");
        check("3万4000户", 34_000.0, "3万4000");
        check("5万100件", 50_000.0, "5万");
        check("2千零30件", 2_030.0, "2千零30");
    }

    #[test]
    fn units_of_a_thousand_stay_units() {
        check("12千克", 12.0, "12");
        check("二十五千瓦", 25.0, "二十五");
        check("3万5千米", 35_000.0, "3万5千");
    }

    #[test]
    fn a_number_ends_where_another_begins() {
        check("八百一千", 800.0, "八百");
        check("三万五万", 30_000.0, "三万");
        check("二两", 2.0, "二");
        check("八点三十", 8.0, "八");
    }

    #[test]
    fn uncertain_numbers_say_so() {
        assert!(scan("十余场", 0).is_some_and(|it| it.over));
        assert!(scan("3000多份", 0).is_some_and(|it| it.over));
        assert!(scan("五六十件", 0).is_some_and(|it| it.upper == Some(60.0)));
        assert!(scan("十件", 0).is_some_and(|it| !it.over));
    }

    #[test]
    fn words_that_only_sound_like_numbers_are_none() {
        assert!(scan("零投诉", 0).is_none());
        assert!(scan("数据", 0).is_none());
        assert!(scan("几乎", 0).is_none());
    }
}
