//! Numerals: Arabic and Chinese numbers in running text, as 1.2万, 三千五百余, 百分之九十八, 两.
//!
//! A scanner takes text and a place and gives a [`Numeral`] that starts there, or nothing. It knows neither units nor
//! what is counted; whether a numeral is a figure at all is decided by whoever asks.

use super::Span;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Where it stands, multipliers (万, 亿) and 余/多 included.
    pub span: Span,
    /// Its value, multipliers applied.
    pub value: f64,
    /// Whether 余, 多, 几 or 来 makes it a lower bound.
    pub over: bool,
    /// Whether it is written in Chinese numerals.
    pub han: bool,
    /// Whether it is 百分之…: the value is in percent.
    pub percent: bool,
}

/// The longest numeral that is read, in bytes: none that long is a number of anything.
const MAX_LEN: usize = 96;

/// The numeral that starts at byte `at`, which must be a character boundary.
#[must_use]
pub fn scan(text: &str, at: usize) -> Option<Numeral> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if first.is_ascii_digit() {
        return scan_arabic(text, at);
    }
    if let Some(found) = scan_percent(text, at) {
        return Some(found);
    }
    if is_han_numeral(first) || matches!(first, '数' | '几') { scan_han(text, at) } else { None }
}

/// Whether `char` can be part of a Chinese number.
#[must_use]
pub fn is_han_numeral(char: char) -> bool {
    digit(char).is_some() || place(char).is_some()
}

/// The value of a Chinese digit, capitals of the financial style included.
fn digit(char: char) -> Option<u32> {
    Some(match char {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
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

/// The value of a place word.
fn place(char: char) -> Option<f64> {
    Some(match char {
        '十' | '拾' => 1e1,
        '百' | '佰' => 1e2,
        '千' | '仟' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        '廿' => 20.0,
        '卅' => 30.0,
        _ => return None,
    })
}

/// Whether `char` makes a number a lower bound.
const fn is_surplus(char: char) -> bool {
    matches!(char, '余' | '多' | '几' | '来')
}

/// 12,077 · 326.7 · 1.2万 · 10余万 · 250多亿.
fn scan_arabic(text: &str, at: usize) -> Option<Numeral> {
    let bytes = text.as_bytes();
    let mut end = at;
    let mut digits = String::new();
    let mut seen_point = false;
    while end < bytes.len() && end - at < MAX_LEN {
        match bytes[end] {
            digit @ b'0'..=b'9' => digits.push(char::from(digit)),
            b',' if !seen_point && is_group(bytes, at, end) => {}
            b'.' if !seen_point && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                seen_point = true;
                digits.push('.');
            }
            _ => break,
        }
        end += 1;
    }
    let mut value = decimal(&digits)?;
    let mut over = false;
    let mut chars = text[end..].chars().peekable();
    while let Some(&next) = chars.peek() {
        if matches!(next, '余' | '多') && !over {
            // 多 and 余 belong to the number only before a multiplier or a unit; 3多部门 does not occur.
            over = true;
        } else if let Some(factor) = place(next).filter(|factor| *factor >= 1e2) {
            value *= factor;
            // 3亿5千万: what follows a large place is added to it.
            let behind = end + next.len_utf8();
            if factor >= 1e8
                && !over
                && bytes.get(behind).is_some_and(u8::is_ascii_digit)
                && let Some(rest) = scan_arabic(text, behind)
                && rest.value < factor
            {
                value += rest.value;
                over = rest.over;
                end = rest.span.end;
                break;
            }
        } else {
            break;
        }
        end += next.len_utf8();
        chars.next();
    }
    Some(Numeral { span: Span::new(at, end), value, over, han: false, percent: false })
}

/// Digits with at most one point among them, as a number; `None` without a digit.
///
/// Exact for up to fifteen digits, more than any report prints. The standard library's parser is exact for all, at a price
/// of some 12 KB of what every reader of the page loads.
fn decimal(digits: &str) -> Option<f64> {
    let mut mantissa = 0.0;
    let mut scale = 1.0;
    let mut is_behind_point = false;
    let mut seen_digit = false;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10.0 + f64::from(byte - b'0');
                seen_digit = true;
                if is_behind_point {
                    scale *= 10.0;
                }
            }
            _ => is_behind_point = true,
        }
    }
    seen_digit.then_some(mantissa / scale)
}

/// Whether the comma at `comma` separates thousands: exactly three digits behind it, one to three before it.
fn is_group(bytes: &[u8], start: usize, comma: usize) -> bool {
    let before = bytes[start..comma].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let after = bytes[comma + 1..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&before) && after == 3
}

/// 百分之九十八点五, 千分之三: the value in percent.
fn scan_percent(text: &str, at: usize) -> Option<Numeral> {
    let rest = &text[at..];
    let (prefix, scale) = [("百分之", 1.0), ("千分之", 0.1)]
        .into_iter()
        .find(|(prefix, _)| rest.starts_with(prefix))?;
    let inner = at + prefix.len();
    let first = text[inner..].chars().next()?;
    let number =
        if first.is_ascii_digit() { scan_arabic(text, inner)? } else { scan_han(text, inner)? };
    Some(Numeral {
        span: Span::new(at, number.span.end),
        value: tidy(number.value * scale),
        percent: true,
        han: true,
        ..number
    })
}

/// 两 · 十余 · 四百三十余 · 一万二千余 · 二〇二四 · 九十八点五 · 五六十 · 数十 (gives nothing).
fn scan_han(text: &str, at: usize) -> Option<Numeral> {
    let mut end = at;
    let mut total = 0.0; // above the last 万 or 亿
    let mut section = 0.0; // below it
    let mut pending: Option<f64> = None; // a digit that waits for its place
    let mut last_place = 0.0;
    let mut positional: Option<f64> = None; // 二〇二四
    let mut over = false;
    let mut any = false;
    for char in text[at..].chars() {
        if end - at >= MAX_LEN {
            return None;
        }
        if let Some(digit) = digit(char) {
            let digit = f64::from(digit);
            if char == '零' && !any {
                return None; // 零投诉 is a statement, not a number
            }
            if digit == 0.0 && last_place > 0.0 {
                end += char.len_utf8(); // 三万零六: 零 only holds a place open
                continue;
            }
            if let Some(before) = pending {
                if positional.is_none()
                    && digit == before + 1.0
                    && before > 0.0
                    && (place_follows(text, end + char.len_utf8())
                        || !digit_follows(text, end + char.len_utf8()) && end - at < 4)
                {
                    // 五六十: the lower of the two stands
                    over = true;
                } else {
                    positional = Some(positional.unwrap_or(before) * 10.0 + digit);
                }
            }
            if !over {
                pending = Some(digit);
            }
        } else if let Some(factor) = place(char) {
            let count = pending.take();
            if factor >= 1e4 {
                section += count.unwrap_or(0.0);
                total = (total + if section > 0.0 { section } else { 1.0 }) * factor;
                section = 0.0;
            } else if matches!(char, '廿' | '卅') {
                section += factor;
            } else {
                section += count.unwrap_or(1.0) * factor;
            }
            last_place = factor;
        } else if is_surplus(char) && any {
            if char == '来' && pending.is_some() {
                break;
            }
            over = true;
            end += char.len_utf8();
            continue;
        } else if char == '点'
            && any
            && text[end + 3..].chars().next().is_some_and(|next| digit(next).is_some())
        {
            return decimals(text, at, end + 3, total + section + pending.unwrap_or(0.0));
        } else {
            break;
        }
        any = true;
        end += char.len_utf8();
    }
    if !any {
        return None;
    }
    let tail = match pending {
        // 一万二, 三千五: the digit stands for the next lower place
        Some(digit)
            if last_place >= 1e3
                && positional.is_none()
                && digit > 0.0
                && !text[at..end].contains('零') =>
        {
            digit * last_place / 10.0
        }
        Some(digit) => digit,
        None => 0.0,
    };
    let value = positional.unwrap_or(total + section + tail);
    Some(Numeral { span: Span::new(at, end), value, over, han: true, percent: false })
}

/// Whether a place word stands at byte `at`.
fn place_follows(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(|next| place(next).is_some())
}

/// Whether another digit stands at byte `at`.
fn digit_follows(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(|next| digit(next).is_some())
}

/// The decimals behind 点.
fn decimals(text: &str, at: usize, from: usize, whole: f64) -> Option<Numeral> {
    let mut value = whole;
    let mut scale = 0.1;
    let mut end = from;
    for char in text[from..].chars().take(9) {
        let Some(digit) = digit(char) else { break };
        value += f64::from(digit) * scale;
        scale /= 10.0;
        end += char.len_utf8();
    }
    let mut factor = 1.0;
    for char in text[end..].chars().take_while(|char| matches!(char, '万' | '亿')) {
        factor *= place(char).unwrap_or(1.0);
        end += char.len_utf8();
    }
    Some(Numeral {
        span: Span::new(at, end),
        value: tidy(value * factor),
        over: false,
        han: true,
        percent: false,
    })
}

/// Takes the dust of binary fractions off a decimal: 98.50000000000001 → 98.5.
#[must_use]
pub fn tidy(value: f64) -> f64 {
    let scaled = value * 1e6;
    if scaled.abs() < 9e15 { scaled.round() / 1e6 } else { value }
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
    }

    #[test]
    fn uncertain_numbers_say_so() {
        assert!(scan("十余场", 0).is_some_and(|it| it.over));
        assert!(scan("3000多份", 0).is_some_and(|it| it.over));
        assert!(scan("五六十件", 0).is_some_and(|it| it.over));
        assert!(scan("十件", 0).is_some_and(|it| !it.over));
    }

    #[test]
    fn words_that_only_sound_like_numbers_are_none() {
        assert!(scan("零投诉", 0).is_none());
        assert!(scan("数据", 0).is_none());
        assert!(scan("几乎", 0).is_none());
    }
}
