//! Rates of a topic on one line from 0 to 100.

use super::lines::{self, Line, main_section, marks_and_rows};
use super::{Figure, Item, label, largest, references, slug};
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
    let is_rate = |item: &&Item| item.is_rate() && item.value <= 100.0;
    let (rates, all) = largest(items.iter().filter(is_rate).copied().collect(), enough)?;
    let lines: Vec<Line> = rates
        .iter()
        .map(|item| Line {
            item: Some(*item),
            label: label(item, &rates, messages),
            reference: references::beside(item.statistic, report.year, messages),
            ..Line::default()
        })
        .collect();
    let (marks, rows) = marks_and_rows(&lines, "%", messages);
    let words = &messages.chart;
    let mut measure = (words.rates)((messages.topic)(topic));
    if all > lines.len() {
        measure = (words.join)(&[measure, (words.largest)(lines.len(), all)]);
    }
    let (first, last) = (rows.first()?, rows.last()?);
    let headline = if rows.len() == 1 {
        (words.fact)(&first.label, &first.shown)
    } else if first.shown == last.shown {
        (words.all_same)(rows.len(), &first.shown)
    } else {
        (words.range)((&first.label, &first.shown), (&last.label, &last.shown))
    };
    Some(Figure {
        slug: format!("{}-rates", slug(topic)),
        topic,
        headline,
        subtitle: (words.subtitle)(&measure, "%", report.year),
        drawing: Drawing {
            kind: Kind::Dots,
            marks,
            full: Some(100.0),
            words: lines::words(report, messages),
            ..Drawing::default()
        },
        kinds: vec![Kind::Dots, Kind::Bars],
        rows,
        section: main_section(&lines),
        notes: references::notes(rates.iter().map(|item| item.statistic), report.year, messages),
    })
}
