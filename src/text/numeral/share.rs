//! Shares and fractions: 三分之二, 3/5, 九成, 七折.

use super::reading::{Kind, Reading, is_bare, plain};
use super::{Numeral, digit, is_han_numeral, is_tenths, parse, tidy};
use crate::text::Span;

/// 三又二分之一, 1 3/5, or a simple fraction.
pub(super) fn fraction(text: &str, number: &Numeral) -> Option<Reading> {
    let behind = &text[number.span.end..];
    if behind.starts_with('又') || behind.starts_with(' ') && !number.han {
        let mark = if behind.starts_with('又') { '又'.len_utf8() } else { 1 };
        let inner = parse::number(text, number.span.end + mark)?;
        let part = simple_fraction(text, &inner).filter(|part| part.kind == Kind::Number)?;
        let span = Span::new(number.span.start, part.span.end);
        return Some(Reading { span, value: number.value + part.value, ..part });
    }
    simple_fraction(text, number)
}

/// 三分之二, 3/5; 千万分之六 is a share.
fn simple_fraction(text: &str, number: &Numeral) -> Option<Reading> {
    let at = number.span.start;
    let behind = &text[number.span.end..];
    if let Some(over) = behind.strip_prefix("分之") {
        let is_negative = over.starts_with('负');
        let sign = if is_negative { '负'.len_utf8() } else { 0 };
        let part = parse::number(text, number.span.end + "分之".len() + sign)?;
        let (kind, scale) =
            if is_bare(text, number) { (Kind::Percent, 100.0) } else { (Kind::Number, 1.0) };
        let scale = if is_negative { -scale } else { scale };
        return (number.value > 0.0).then(|| Reading {
            span: Span::new(at, part.span.end),
            kind,
            value: part.value / number.value * scale,
            upper: None,
            over: part.over,
        });
    }
    let over = behind.strip_prefix('/').filter(|_| !number.han && number.value < 1e4)?;
    let is_number = over.starts_with(|char: char| char.is_ascii_digit());
    let below =
        parse::number(text, number.span.end + 1).filter(|it| is_number && it.value > 0.0)?;
    let is_date = text[..at].ends_with('/') || text[below.span.end..].starts_with('/');
    let span = Span::new(at, below.span.end);
    (!is_date).then(|| Reading { span, value: number.value / below.value, ..plain(number, at) })
}

/// 九成, 七成六, 三成半; 七折, 七五折: in percent.
pub(super) fn tenths(text: &str, number: &Numeral) -> Option<Reading> {
    let behind = &text[number.span.end..];
    let mark = behind.chars().next().filter(|char| matches!(char, '成' | '折'))?;
    let after = &behind[mark.len_utf8()..];
    if mark == '成' && !is_tenths(after) || mark == '折' && number.value == 10.0 && number.han {
        return None;
    }
    let whole = if number.value <= 10.0 { number.value * 10.0 } else { number.value };
    let next = after.chars().next();
    let ends = |char: char| {
        let rest = &after[char.len_utf8()..];
        !rest.starts_with(|next: char| is_han_numeral(next) || matches!(next, '成' | '折' | '点'))
    };
    let (tail, tail_len) = match next {
        Some('半') if mark == '成' => (5.0, '半'.len_utf8()),
        Some(char) if mark == '成' && number.han && ends(char) => {
            digit(char).map_or((0.0, 0), |digit| (f64::from(digit), char.len_utf8()))
        }
        _ => (0.0, 0),
    };
    let end = number.span.end + mark.len_utf8() + tail_len;
    Some(Reading {
        span: Span::new(number.span.start, end),
        kind: Kind::Percent,
        value: tidy(whole + tail),
        upper: number.upper.map(|upper| tidy(upper * 10.0)),
        over: number.over,
    })
}
