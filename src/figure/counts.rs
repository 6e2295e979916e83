//! Bars of whatever a topic counts in one unit, parts below their whole.

use super::{
    Figure, Item, Line, common_unit, glossed, in_unit, label, largest, main_section,
    marks_and_rows, shown, slug,
};
use crate::chart::Drawing;
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
    let lines = lines(&counts, messages);
    let (marks, rows) = marks_and_rows(&lines, unit, messages);
    let words = &messages.chart;
    let mut measure = (words.counts)((messages.topic)(topic));
    if all > counts.len() {
        measure = (words.join)(&[measure, (words.largest)(counts.len(), all)]);
    }
    let first = counts.first()?;
    let say = if counts.len() > 1 && first.value > 0.0 { words.most } else { words.fact };
    Some(Figure {
        slug: format!("{}-counts", slug(topic)),
        topic,
        headline: say(&label(first, &counts, messages), &shown(first, unit, messages)),
        subtitle: (words.subtitle)(&measure, &glossed(topic, unit, messages), report.year),
        drawing: Drawing::Bars { marks, remainder: words.remainder.to_owned() },
        rows,
        section: main_section(&lines),
    })
}

/// The largest first, each followed by its parts.
fn lines<'a>(counts: &[Item<'a>], messages: &Messages) -> Vec<Line<'a>> {
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
        lines.push(Line { item: *item, label: name.clone(), depth: 0, whole: None });
        for (part, _) in wholes.iter().enumerate().filter(|(_, whole)| **whole == Some(at)) {
            lines.push(Line {
                item: counts[part],
                label: label(&counts[part], counts, messages),
                depth: 1,
                whole: Some((name.clone(), item.value)),
            });
        }
    }
    lines
}
