//! Bars of whatever a topic counts in one unit, parts below their whole.

use super::lines::{self, Line, main_section, marks_and_rows};
use super::{Figure, Item, common_unit, glossed, in_unit, label, largest, shown, slug};
use crate::chart::{Drawing, Kind};
use crate::i18n::Messages;
use crate::report::Report;
use crate::statistic::Topic;

pub(super) fn figure(
    topic: Topic,
    items: &[Item],
    enough: usize,
    report: &Report,
    messages: &Messages,
) -> Option<Figure> {
    let counts: Vec<Item> = items.iter().filter(|item| !item.is_rate()).copied().collect();
    let unit = common_unit(&counts).unwrap_or_default();
    let (counts, all) = largest(in_unit(&counts, unit), enough)?;
    let lines = nested(&counts, messages);
    let (marks, rows) = marks_and_rows(&lines, unit, messages);
    let words = &messages.chart;
    let mut measure = (words.counts)((messages.topic)(topic));
    if all > counts.len() {
        measure = (words.join)(&[measure, (words.largest)(counts.len(), all)]);
    }
    let kinds = kinds(&lines);
    Some(Figure {
        slug: format!("{}-counts", slug(topic)),
        topic,
        headline: headline(&lines, unit, messages)?,
        subtitle: (words.subtitle)(&measure, &glossed(topic, unit, messages), report.year),
        drawing: Drawing {
            kind: kinds[0],
            marks,
            words: lines::words(report, messages),
            ..Drawing::default()
        },
        kinds,
        rows,
        section: main_section(&lines),
        notes: Vec::new(),
    })
}

/// The largest, or, where that is a total, what most of it is.
fn headline(lines: &[Line], unit: &str, messages: &Messages) -> Option<String> {
    let words = &messages.chart;
    let (first, rest) = lines.split_first()?;
    let say = |line: &Line, is_largest: bool| {
        let item = line.item?;
        let say = if is_largest && item.value > 0.0 { words.most } else { words.fact };
        Some(say(&line.label, &shown(&item, unit, messages)))
    };
    let n_parts = rest.iter().take_while(|line| line.depth > 0).count();
    if n_parts == 0 {
        return say(first, !rest.is_empty());
    }
    Some((words.join)(&[say(first, false)?, say(&rest[0], n_parts > 1)?]))
}

/// Nested where something is part of something, in pieces where the pieces make the whole.
fn kinds(lines: &[Line]) -> Vec<Kind> {
    let has = |fits: &dyn Fn(&Line) -> bool| lines.iter().any(fits);
    let mut kinds = Vec::new();
    if has(&|line| line.whole.is_some()) {
        kinds.push(Kind::Funnel);
    }
    if has(&|line| line.piece_of.is_some()) {
        kinds.push(Kind::Stacked);
    }
    kinds.push(Kind::Bars);
    if lines.len() > 2 {
        kinds.push(Kind::Dots);
    }
    kinds
}

/// The largest first, each followed by its parts.
fn nested<'a>(counts: &[Item<'a>], messages: &Messages) -> Vec<Line<'a>> {
    let whole_of = |item: &Item| {
        let parent = item.statistic.parent.as_deref()?;
        let is_it = |other: &Item| {
            other.idx != item.idx
                && other.statistic.indicator == parent
                && other.value > item.value
                // One level is enough here: a part of a part stands by itself.
                && other.statistic.parent.is_none()
        };
        counts.iter().position(is_it)
    };
    let wholes: Vec<Option<usize>> = counts.iter().map(whole_of).collect();
    let mut lines = Vec::new();
    for (at, item) in counts.iter().enumerate() {
        if wholes[at].is_some() {
            continue;
        }
        let name = label(item, counts, messages);
        let place = lines.len();
        lines.push(Line { item: Some(*item), label: name.clone(), ..Line::default() });
        let parts: Vec<&Item> = counts
            .iter()
            .zip(&wholes)
            .filter(|(_, whole)| **whole == Some(at))
            .map(|it| it.0)
            .collect();
        // Parts that are no more and no less than the whole do not overlap.
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let is_made_of = parts.len() > 1 && (sum - item.value).abs() < item.value * 1e-9;
        for part in parts {
            lines.push(Line {
                item: Some(*part),
                label: label(part, counts, messages),
                depth: 1,
                whole: Some((name.clone(), item.value)),
                piece_of: is_made_of.then_some(place),
                ..Line::default()
            });
        }
    }
    lines
}
