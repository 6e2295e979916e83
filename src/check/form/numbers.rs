//! 序号: heading numbers that skip or repeat.

use super::SOURCE;
use crate::check::finding::{Finding, Found, Verdict};
use crate::check::subject::Subject;
use crate::diagnostic::DiagnosticCode;
use crate::text::{Span, numeral};

/// How much text is searched for a number that the outline may have missed, in bytes.
const SEARCHED: usize = 60_000;

/// Looks at the headings whose number does not follow from the one before.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let gaps = subject.diagnostics.iter().filter(|it| it.code == DiagnosticCode::HeadingGap);
    let mut open: Vec<Span> = gaps.map(|gap| gap.span).collect();
    open.reverse();
    for (index, section) in subject.sections.iter().enumerate() {
        while open.last().is_some_and(|span| span.start < section.span.start) {
            open.pop();
        }
        if open.last() == Some(&section.span)
            && let Some(one) = compare(subject, index)
        {
            found.push(one);
        }
    }
}

/// The heading at `index` against the one before it at its level.
fn compare(subject: &Subject<'_>, index: usize) -> Option<Found> {
    let section = &subject.sections[index];
    let before = subject.sections[..index]
        .iter()
        .rev()
        .take_while(|other| other.level >= section.level)
        .find(|other| other.level == section.level)?;
    let (number, former) = (section.number.as_deref()?, before.number.as_deref()?);
    let (own, last) = (value(number)?, value(former)?);
    let expected = last + 1;
    let repeats = own == last;
    // A list that starts anew is no gap; one that leaps far was read wrongly.
    if own == 1 || !repeats && own != expected + 1 {
        return None;
    }
    let from = subject.reading.rewritten(before.span.end);
    let to = subject.reading.rewritten(section.span.start).min(from + SEARCHED);
    let between = subject.words(Span::new(from, to));
    // Two headings with one number and nothing between are one heading on two lines.
    let is_missed = !repeats && stands_in(between, number, expected);
    if is_missed || between.is_empty() || between.contains('\u{FFFD}') {
        return None;
    }
    let finding = Finding::HeadingNumber {
        before: former.to_owned(),
        number: number.to_owned(),
        expected,
        repeats,
    };
    let one = subject.on_places(Verdict::Warn, finding, &[], SOURCE);
    Some(Found { sections: vec![index], spans: vec![before.span, section.span], ..one })
}

/// The value of a heading's number: (三), 十二, 4.
fn value(number: &str) -> Option<u32> {
    let digits: String = number
        .chars()
        .filter(|char| char.is_ascii_digit() || numeral::is_han_numeral(*char))
        .collect();
    if let Ok(value) = digits.parse() {
        return Some(value);
    }
    let value = numeral::scan(&digits, 0).filter(|it| it.span.end == digits.len())?.value;
    (1.0..100.0).contains(&value).then_some(value as u32)
}

/// Whether the number that is missing stands in the text all the same, in any of its forms.
fn stands_in(text: &str, number: &str, expected: u32) -> bool {
    const HAN: [&str; 11] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let (tens, ones) = ((expected / 10) as usize, (expected % 10) as usize);
    let han = match tens {
        0 => HAN[ones].to_owned(),
        1 => format!("十{}", HAN[ones]),
        _ => format!("{}十{}", HAN.get(tens).copied().unwrap_or_default(), HAN[ones]),
    };
    let forms = if number.contains(|char: char| char.is_ascii_digit()) {
        [format!("{expected}."), format!("{expected}、"), format!("({expected})")]
    } else {
        [format!("({han})"), format!("{han}、"), format!("{han}是")]
    };
    forms.iter().any(|form| text.contains(form.as_str()))
}
