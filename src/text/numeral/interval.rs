//! Where a text says that a number lies: 超过三十, 20~100, 不少于五百, 大于10小于20.

use super::reading::{Kind, Reading, close_up, scan_closed};
use crate::text::Span;

/// A bound of a number, or two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The numbers and the words that make them bounds.
    pub span: Span,
    /// The lower bound, and whether the number may equal it.
    pub low: Option<(f64, bool)>,
    /// The upper bound, and whether the number may equal it.
    pub high: Option<(f64, bool)>,
}

/// What words make of the number beside them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Above,
    AtLeast,
    Below,
    AtMost,
    Equal,
}

use Bound::{Above, AtLeast, AtMost, Below, Equal};

/// Words before a number; a longer one stands before those it ends with.
const BEFORE: &[(&str, Bound)] = &[
    ("大于或者等于", AtLeast),
    ("大于或等于", AtLeast),
    ("大于等于", AtLeast),
    ("不小于", AtLeast),
    ("不少于", AtLeast),
    ("不低于", AtLeast),
    ("至少", AtLeast),
    ("最少", AtLeast),
    ("≥", AtLeast),
    (">=", AtLeast),
    ("小于或者等于", AtMost),
    ("小于或等于", AtMost),
    ("小于等于", AtMost),
    ("不大于", AtMost),
    ("不超过", AtMost),
    ("不高于", AtMost),
    ("不多于", AtMost),
    ("最多", AtMost),
    ("至多", AtMost),
    ("≤", AtMost),
    ("<=", AtMost),
    ("大于", Above),
    ("超过", Above),
    ("高于", Above),
    ("多于", Above),
    ("突破", Above),
    ("逾", Above),
    ("过", Above),
    (">", Above),
    ("小于", Below),
    ("少于", Below),
    ("低于", Below),
    ("不足", Below),
    ("不到", Below),
    ("<", Below),
    ("等于", Equal),
];

/// Words behind a number.
const BEHIND: &[(&str, Bound)] = &[
    ("或者以上", AtLeast),
    ("或以上", AtLeast),
    ("及以上", AtLeast),
    ("或者更多", AtLeast),
    ("或更多", AtLeast),
    ("次以上", Above),
    ("以上", Above),
    ("之上", Above),
    ("或者以下", AtMost),
    ("或以下", AtMost),
    ("及以下", AtMost),
    ("以下", Below),
    ("之下", Below),
];

/// 比…大 and its like: what the word behind makes of the number.
const COMPARED: &[(&str, Bound)] =
    &[("大", Above), ("高", Above), ("多", Above), ("小", Below), ("低", Below), ("少", Below)];

/// Words between two bounds of one number.
const JOINTS: [&str; 7] = ["", "的同时", "并且", "并", ",", "且", "同时"];

/// The intervals that `text` (normalized form) speaks of, in order.
#[must_use]
pub fn intervals(text: &str) -> Vec<Interval> {
    let closed = close_up(text);
    let words = closed.text.as_str();
    let numbers = scan_closed(words);
    let mut found: Vec<Interval> = Vec::new();
    let mut index = 0;
    while let Some(number) = numbers.get(index) {
        index += 1;
        if let Some(second) = numbers.get(index)
            && let Some(range) = range(words, number, second)
        {
            index += 1;
            found.push(range);
            continue;
        }
        let Some(bound) = bounded(words, number) else { continue };
        match found.last_mut().and_then(|last| joined(words, last, &bound)) {
            Some(both) => {
                found.pop();
                found.push(both);
            }
            None => found.push(bound),
        }
    }
    for interval in &mut found {
        interval.span = closed.original(interval.span);
    }
    found
}

/// 20~100, 一到五, 10与20之间. The upper end is not part of it when nothing says so.
fn range(words: &str, first: &Reading, second: &Reading) -> Option<Interval> {
    let mark = words.get(first.span.end..second.span.start)?;
    let mut end = second.span.end;
    let behind = &words[end..];
    let mut start = first.span.start;
    let is_between = matches!(mark, "和" | "与" | "及");
    if is_between {
        let word = ["之间", "间"].into_iter().find(|word| behind.starts_with(word))?;
        end += word.len();
        let before = &words[..start];
        start -= ["位于", "在"].into_iter().find(|word| before.ends_with(word)).map_or(0, str::len);
    }
    // 20-100: the dash was read as a sign.
    let is_dash = mark.is_empty() && words[second.span.start..].starts_with('-');
    if !is_between && !is_dash && !matches!(mark, "到" | "至" | "~" | "-" | "–" | "—" | "～")
    {
        return None;
    }
    let high = if is_dash { -second.value } else { second.value };
    let span = Span::new(start, end);
    (first.value < high).then_some(Interval {
        span,
        low: Some((first.value, true)),
        high: Some((high, false)),
    })
}

/// A number with the words that make it a bound.
fn bounded(words: &str, number: &Reading) -> Option<Interval> {
    if number.kind == Kind::Ordinal {
        return None;
    }
    let before = &words[..number.span.start];
    let behind = &words[number.span.end..];
    let stem = ["了", "是", "为", "有", "达"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before);
    let (start, end, bound) = if let Some((word, bound)) =
        BEFORE.iter().find(|(word, _)| stem.ends_with(word))
    {
        (stem.len() - word.len(), number.span.end, *bound)
    } else if let Some((word, bound)) = BEHIND.iter().find(|(word, _)| behind.starts_with(word)) {
        (number.span.start, number.span.end + word.len(), *bound)
    } else if let Some(stem) = before.strip_suffix('比')
        && let Some((word, bound)) = COMPARED.iter().find(|(word, _)| behind.starts_with(word))
    {
        (stem.len(), number.span.end + word.len(), *bound)
    } else if number.over {
        (number.span.start, number.span.end, Above)
    } else {
        return None;
    };
    let (low, high) = match bound {
        Above => (Some((number.value, false)), None),
        AtLeast => (Some((number.value, true)), None),
        Below => (None, Some((number.value, false))),
        AtMost => (None, Some((number.value, true))),
        Equal => (Some((number.value, true)), Some((number.value, true))),
    };
    Some(Interval { span: Span::new(start, end), low, high })
}

/// Two bounds of one number, a lower and an upper one, as one interval.
fn joined(words: &str, first: &Interval, second: &Interval) -> Option<Interval> {
    let between = words.get(first.span.end..second.span.start)?;
    if !JOINTS.contains(&between.trim()) {
        return None;
    }
    let (low, high) = match (first, second) {
        (Interval { low, high: None, .. }, Interval { low: None, high, .. })
        | (Interval { low: None, high, .. }, Interval { low, high: None, .. }) => (*low, *high),
        _ => return None,
    };
    let fits = low.zip(high).is_some_and(|(low, high)| low.0 < high.0);
    fits.then_some(Interval { span: Span::new(first.span.start, second.span.end), low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Ends = (Option<(f64, bool)>, Option<(f64, bool)>);

    fn check(text: &str, wanted: &[Ends]) {
        let found: Vec<Ends> = intervals(text).iter().map(|it| (it.low, it.high)).collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn bounds() {
        check("超过300件", &[(Some((300.0, false)), None)]);
        check("不少于四十学时", &[(Some((40.0, true)), None)]);
        check("不超过15日", &[(None, Some((15.0, true)))]);
        check("80分及以上", &[]);
        check("二十余场", &[(Some((20.0, false)), None)]);
        check("共12件", &[]);
    }

    #[test]
    fn ranges() {
        check("20至30件", &[(Some((20.0, true)), Some((30.0, false)))]);
        check("在10和20之间", &[(Some((10.0, true)), Some((20.0, false)))]);
        check("大于10并且小于20", &[(Some((10.0, false)), Some((20.0, false)))]);
    }
}
