//! All numbers of a text, each with what it is: a number, a share, percentage points, an ordinal.

use super::share::{fraction, tenths};
use super::{Numeral, cents, digit, is_han_numeral, is_tenths, parse, place, scan, tidy};
use crate::text::normalize::is_han;
use crate::text::{Mapped, Span};

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A plain number or a fraction (三分之二).
    Number,
    /// A share in percent: 5%, 百分之五, 九成, 七折.
    Percent,
    /// 百分点: a difference of shares, never a share.
    PercentagePoints,
    /// 第三: a place in an order.
    Ordinal,
}

/// A number found in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Where it stands, with its sign, what makes it a share, and 元五角 of an amount.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its value; the lower one of 五六十.
    pub value: f64,
    /// The higher one of 五六十.
    pub upper: Option<f64>,
    /// Whether 余, 多 or 几 makes it a lower bound.
    pub over: bool,
}

/// Words whose numeral counts nothing, as far as a lone digit is concerned.
const WORDS: &[&str] = &[
    "一切",
    "一看",
    "一样",
    "一般",
    "一直",
    "一定",
    "一起",
    "一旦",
    "一律",
    "一共",
    "一些",
    "一致",
    "一并",
    "一体",
    "一贯",
    "一向",
    "一边",
    "一面",
    "一方",
    "一下",
    "一经",
    "一概",
    "一同",
    "一带",
    "统一",
    "唯一",
    "万一",
    "单一",
    "同一",
    "专一",
    "逐一",
    "进一步",
    "四川",
    "四处",
    "四周",
    "四季",
    "五金",
    "五官",
    "五台山",
    "九江",
    "九台",
    "三亚",
    "三明",
    "六安",
    "两岸",
    "两会",
    "十分",
    "十足",
];

/// Five-year plans.
const PLANS: [&str; 5] = ["十一五", "十二五", "十三五", "十四五", "十五五"];

/// Capitals that are words of their own, so that they need company to be numerals.
const CAPITAL_WORDS: &str = "陆伍拾肆";

/// The numbers of `text` (normalized form), in order. Spaces inside a number are passed over.
#[must_use]
pub fn readings(text: &str) -> Vec<Reading> {
    let closed = close_up(text);
    let mut found = scan_closed(&closed.text);
    for reading in &mut found {
        reading.span = closed.original(reading.span);
    }
    found
}

/// The text without the spaces inside numbers: between Chinese characters, and between them and digits.
pub(in crate::text) fn close_up(text: &str) -> Mapped {
    let mut mapped = Mapped::with_capacity(text.len());
    let mut kept = 0;
    let mut rest = text;
    while let Some(found) = rest.find(' ') {
        let start = text.len() - rest.len() + found;
        let after = text[start..].trim_start_matches(' ');
        let end = text.len() - after.len();
        let (left, right) = (text[..start].chars().next_back(), after.chars().next());
        let is_apart = left.is_some_and(|left| left.is_ascii_digit())
            && right.is_some_and(|right| right.is_ascii_digit());
        if left.is_some_and(joins) && right.is_some_and(joins) && !is_apart {
            mapped.push_str(&text[kept..start], Span::new(kept, start));
            kept = end;
        }
        rest = after;
    }
    mapped.push_str(&text[kept..], Span::new(kept, text.len()));
    mapped
}

fn joins(char: char) -> bool {
    is_han(char) || char.is_ascii_digit() || matches!(char, '<' | '>' | '=' | '%' | '-' | '~')
}

/// The numbers of a text without spaces inside them.
pub(super) fn scan_closed(text: &str) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    let mut at = 0;
    let mut before = None;
    while let Some(char) = text[at..].chars().next() {
        if char.is_ascii_alphabetic() {
            at += code_len(&text[at..]);
            before = Some('a');
            continue;
        }
        if PLANS.iter().any(|plan| text[at..].starts_with(plan)) {
            at += PLANS[0].len();
            before = text[..at].chars().next_back();
            continue;
        }
        match reading(text, at, char, before) {
            Some(mut reading) => {
                share_percent(text, &mut found, &mut reading);
                at = reading.span.end;
                found.push(reading);
            }
            None => at += word_len(&text[at..], char),
        }
        before = text[..at].chars().next_back();
    }
    found
}

/// Length of a name, code or address that begins with a letter.
fn code_len(text: &str) -> usize {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-/:?=&%#+@".contains(byte);
    text.bytes().take_while(|byte| part(byte)).count()
}

/// How far to go on when no number starts here: past a word whose numeral is none, else one character.
fn word_len(text: &str, char: char) -> usize {
    let len = char.len_utf8();
    if is_han_numeral(char) && text[len..].starts_with(char) {
        return 2 * len; // 九九, 两两
    }
    let word = WORDS.iter().find(|word| text.starts_with(**word));
    word.map_or(len, |word| word.len())
}

/// 百分之三十到四十, 5~20%: the two ends of a range share their percent.
fn share_percent(text: &str, found: &mut [Reading], reading: &mut Reading) {
    let Some(last) = found.last_mut() else { return };
    let between = &text[last.span.end..reading.span.start];
    if !matches!(between, "到" | "至" | "~" | "-" | "—" | "–") {
        return;
    }
    match (last.kind, reading.kind) {
        (Kind::Percent, Kind::Number) if text[last.span.start..last.span.end].contains("分之") => {
            reading.kind = Kind::Percent;
        }
        (Kind::Number, Kind::Percent) if text[..reading.span.end].ends_with('%') => {
            last.kind = Kind::Percent;
        }
        _ => {}
    }
}

/// The number at `at`, where `char` stands behind `before`.
fn reading(text: &str, at: usize, char: char, before: Option<char>) -> Option<Reading> {
    let behind = at + char.len_utf8();
    match char {
        '第' => {
            let number = parse::number(text, behind).filter(|it| !is_bare(text, it))?;
            Some(Reading { kind: Kind::Ordinal, ..plain(&number, at) })
        }
        '负' | '-' | '−' => {
            let is_joined = before.is_some_and(|before| {
                before.is_ascii_alphanumeric() || matches!(before, '-' | ')')
            });
            if char != '负' && is_joined {
                return None;
            }
            let from = if char == '负' && text[behind..].starts_with('的') {
                behind + '的'.len_utf8()
            } else {
                behind
            };
            let number = magnitude(text, from, None)?;
            let span = Span::new(at, number.span.end);
            // 正负二 is both; the positive one stands for it.
            let sign = if before == Some('正') { 1.0 } else { -1.0 };
            Some(Reading { span, value: sign * number.value, upper: None, ..number })
        }
        '半' => half(text, at),
        '零' if !before.is_some_and(is_han) && !text[behind..].starts_with(is_han) => {
            let span = Span::new(at, behind);
            Some(Reading { span, kind: Kind::Number, value: 0.0, upper: None, over: false })
        }
        '对' if text[behind..].starts_with('折') && before == Some('打') => {
            let span = Span::new(at, behind + '折'.len_utf8());
            Some(Reading { span, kind: Kind::Percent, value: 50.0, upper: None, over: false })
        }
        '.' if !before.is_some_and(|before| before.is_ascii_digit() || before == '.') => {
            point_first(text, at)
        }
        _ if char.is_ascii_digit() || is_han_numeral(char) => magnitude(text, at, before),
        _ => None,
    }
}

pub(super) fn plain(number: &Numeral, at: usize) -> Reading {
    Reading {
        span: Span::new(at, number.span.end),
        kind: if number.percent { Kind::Percent } else { Kind::Number },
        value: number.value,
        upper: number.upper,
        over: number.over,
    }
}

/// 半百, 半成, 半折.
fn half(text: &str, at: usize) -> Option<Reading> {
    let behind = &text[at + '半'.len_utf8()..];
    let next = behind.chars().next()?;
    let (kind, value) = match next {
        '百' => (Kind::Number, 50.0),
        '成' if is_tenths(&behind['成'.len_utf8()..]) => (Kind::Percent, 5.0),
        '折' => (Kind::Percent, 50.0),
        _ => return None,
    };
    let span = Span::new(at, at + '半'.len_utf8() + next.len_utf8());
    Some(Reading { span, kind, value, upper: None, over: false })
}

/// .5
fn point_first(text: &str, at: usize) -> Option<Reading> {
    let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
    let number = parse::number(text, at + 1).filter(|it| it.span.end == at + 1 + digits)?;
    let scale = (0..digits.min(20)).fold(1.0, |scale, _| scale * 10.0);
    Some(Reading { value: number.value / scale, ..plain(&number, at) })
}

/// A number without sign, with what makes it a share or a fraction.
fn magnitude(text: &str, at: usize, before: Option<char>) -> Option<Reading> {
    if text[at..].starts_with('.') {
        return point_first(text, at);
    }
    let number = scan(text, at)?;
    if number.percent {
        return Some(plain(&number, at));
    }
    let behind = &text[number.span.end..];
    if let Some(found) = fraction(text, &number).or_else(|| tenths(text, &number)) {
        return Some(found);
    }
    for (mark, kind, scale) in [
        ("%", Kind::Percent, 1.0),
        ("‰", Kind::Percent, 0.1),
        ("个百分点", Kind::PercentagePoints, 1.0),
        ("百分点", Kind::PercentagePoints, 1.0),
    ] {
        if behind.starts_with(mark) {
            return Some(Reading {
                span: Span::new(at, number.span.end + mark.len()),
                kind,
                value: tidy(number.value * scale),
                ..plain(&number, at)
            });
        }
    }
    if let Some((more, len)) = behind.strip_prefix('元').and_then(cents) {
        return Some(Reading {
            span: Span::new(at, number.span.end + '元'.len_utf8() + len),
            value: tidy(number.value + more),
            ..plain(&number, at)
        });
    }
    let is_word = is_bare(text, &number) || is_part_of_word(text, &number, before);
    (!is_word).then(|| plain(&number, at))
}

/// Whether a number is place words only (万, 百, 万万), which count nothing by themselves.
pub(super) fn is_bare(text: &str, number: &Numeral) -> bool {
    let words = &text[number.span.start..number.span.end];
    !words.starts_with(['十', '拾', '廿', '卅', '卌'])
        && words.chars().all(|char| place(char).is_some())
}

/// Whether a lone digit or a doubled one belongs to a word.
fn is_part_of_word(text: &str, number: &Numeral, before: Option<char>) -> bool {
    let words = &text[number.span.start..number.span.end];
    let mut chars = words.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return true };
    if !number.han || chars.next().is_some() {
        return false;
    }
    let next = text[number.span.end..].chars().next();
    match second {
        // 二两, 两两
        None if first == '两' && (before.is_some_and(is_han_numeral) || next == Some('两')) => {
            true
        }
        None if CAPITAL_WORDS.contains(first) => {
            before.is_some_and(is_han) || next.is_some_and(is_han)
        }
        None => {
            let start = before.map_or(number.span.start, |it| number.span.start - it.len_utf8());
            WORDS.iter().any(|word| {
                text[number.span.start..].starts_with(word) || text[start..].starts_with(word)
            })
        }
        Some(second) => second == first && digit(second).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[(f64, Kind)]) {
        let found: Vec<_> = readings(text).iter().map(|it| (it.value, it.kind)).collect();
        assert_eq!(found, wanted, "{text}");
    }

    use Kind::{Number, Ordinal, Percent, PercentagePoints};

    #[test]
    fn shares_and_points_are_kept_apart() {
        check("占百分之六点五,提高2.5个百分点", &[(6.5, Percent), (2.5, PercentagePoints)]);
        check("九成以上,七成六,三成半", &[(90.0, Percent), (76.0, Percent), (35.0, Percent)]);
        check("打八五折,不打折", &[(85.0, Percent)]);
        check("百分之二十到三十", &[(20.0, Percent), (30.0, Percent)]);
        check("万分之五", &[(0.05, Percent)]);
        check("三成为新增", &[(3.0, Number)]);
    }

    #[test]
    fn fractions() {
        check("三分之二以上", &[(2.0 / 3.0, Number)]);
        check("一又四分之一", &[(1.25, Number)]);
        check("3/4", &[(0.75, Number)]);
    }

    #[test]
    fn signs() {
        check("负三点五", &[(-3.5, Number)]);
        check("-8", &[(-8.0, Number)]);
        check("A-8", &[]);
    }

    #[test]
    fn ordinals_are_no_quantities() {
        check("第二十三条第3次", &[(23.0, Ordinal), (3.0, Ordinal)]);
    }

    #[test]
    fn two_numbers_said_at_once() {
        let found = readings("三四百件,五六户");
        let ends: Vec<_> = found.iter().map(|it| (it.value, it.upper)).collect();
        assert_eq!(ends, [(300.0, Some(400.0)), (5.0, Some(6.0))]);
    }

    #[test]
    fn spaces_inside_a_number_are_passed_over() {
        let text = "共 三千 二百 万 元";
        let found = readings(text);
        let words: Vec<_> =
            found.iter().map(|it| (&text[it.span.start..it.span.end], it.value)).collect();
        assert_eq!(words, [("三千 二百 万", 32_000_000.0)]);
    }

    #[test]
    fn words_that_hold_a_numeral_are_none() {
        for text in ["一切", "十四五规划", "队伍", "大陆", "两两结对", "万", "统一"]
        {
            check(text, &[]);
        }
    }
}
