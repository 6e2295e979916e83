//! Runs of digits: Arabic ones with separators, Chinese ones behind 点.

use super::parse::MAX_LEN;
use super::{digit, place};

/// How many decimals are read behind 点.
const MAX_DECIMALS: usize = 12;

/// The place word that a number of so many digits fills up: 万 for four.
pub(super) fn place_of(digits: usize) -> f64 {
    (0..digits.min(20)).fold(1.0, |place, _| place * 10.0)
}

/// A number in Arabic digits.
pub(super) struct Arabic {
    /// Its value.
    pub value: f64,
    /// How many digits.
    pub digits: usize,
    /// Whether it has no decimals.
    pub is_whole: bool,
    /// How many bytes print it.
    pub bytes: usize,
}

/// Digits with thousands separators and at most one point among them.
///
/// Exact for up to fifteen digits, more than any report prints. The standard library's parser is exact for all, at a price
/// of some 12 KB of what every reader of the page loads.
pub(super) fn arabic(text: &str, at: usize) -> Option<Arabic> {
    let bytes = text.as_bytes();
    let (mut mantissa, mut scale, mut digits, mut is_whole) = (0.0, 1.0, 0, true);
    let mut end = at;
    while end < bytes.len() && end - at < MAX_LEN {
        match bytes[end] {
            digit @ b'0'..=b'9' => {
                mantissa = mantissa * 10.0 + f64::from(digit - b'0');
                digits += 1;
                if !is_whole {
                    scale *= 10.0;
                }
            }
            b',' if is_whole && is_group(bytes, at, end) => {}
            b'.' if is_whole && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                is_whole = false;
            }
            _ => break,
        }
        end += 1;
    }
    (digits > 0).then(|| Arabic { value: mantissa / scale, digits, is_whole, bytes: end - at })
}

/// Whether the comma at `comma` separates thousands: exactly three digits behind it, one to three before it.
fn is_group(bytes: &[u8], start: usize, comma: usize) -> bool {
    let before = bytes[start..comma].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = bytes[comma + 1..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&before) && after == 3
}

/// The decimals from `from` on: their digits, the power of ten that divides them, and where they end; `None` when there are none, or it is a time of day (八点三十).
pub(super) fn decimals(text: &str, from: usize) -> Option<(f64, f64, usize)> {
    let (mut mantissa, mut scale, mut end) = (0.0, 1.0, from);
    for char in text[from..].chars().take(MAX_DECIMALS) {
        let Some(digit) = digit(char).filter(|_| char != '两' && char != '俩') else { break };
        mantissa = mantissa * 10.0 + f64::from(digit);
        scale *= 10.0;
        end += char.len_utf8();
    }
    let next = text[end..].chars().next().and_then(place);
    (end > from && next.is_none_or(|next| next >= 1e4)).then_some((mantissa, scale, end))
}
