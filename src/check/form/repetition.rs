//! 段落重复: paragraphs that stand twice, found by a number computed from their words.

use crate::check::finding::{Finding, Found, Verdict};
use crate::check::subject::Subject;
use crate::order;
use crate::text::Span;

const SOURCE: &str = "文字核对：同一段落应只出现一次";

/// Shorter paragraphs may well be alike, in bytes.
const SHORT: usize = 120;

/// How many characters of a paragraph are shown.
const SHOWN: usize = 24;

/// Looks for paragraphs that stand more than once.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let long = subject
        .passages
        .iter()
        .filter(|it| it.cells.is_empty() && it.span.end - it.span.start - it.heading_len >= SHORT);
    // Without its number: the copy may have another one.
    let mut paragraphs: Vec<(u64, Span)> = long
        .map(|passage| {
            let span = Span::new(passage.span.start, passage.span.end);
            (order::fingerprint(subject.words(span)), span)
        })
        .collect();
    let total = paragraphs.len();
    order::sort_by_key(&mut paragraphs, |(hash, span)| (*hash, order::place(span.start)));
    let same =
        |a: &(u64, Span), b: &(u64, Span)| a.0 == b.0 && subject.words(a.1) == subject.words(b.1);
    let groups: Vec<&[(u64, Span)]> =
        paragraphs.chunk_by(same).filter(|group| group.len() > 1).collect();
    let copies: usize = groups.iter().map(|group| group.len() - 1).sum();
    if copies == 0 {
        return;
    }
    if copies >= 3 && copies * 5 >= total * 2 {
        let finding = Finding::DoubledText { paragraphs: copies };
        let spans: Vec<Span> = groups[0].iter().map(|(_, span)| *span).collect();
        found.push(subject.on_places(Verdict::Unknown, finding, &spans, SOURCE));
        return;
    }
    for group in groups {
        let start: String = subject.words(group[0].1).chars().take(SHOWN).collect();
        let finding = Finding::RepeatedParagraph { start, times: group.len() };
        let spans: Vec<Span> = group.iter().map(|(_, span)| *span).collect();
        found.push(subject.on_places(Verdict::Warn, finding, &spans, SOURCE));
    }
}
