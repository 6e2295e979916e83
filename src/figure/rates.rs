//! Rates of a topic on one line from 0 to 100.

use super::{Figure, Item, Line, label, main_section, marks_and_rows, slug};
use crate::chart::Drawing;
use crate::i18n::Messages;
use crate::order;
use crate::report::Report;
use crate::statistic::Topic;

/// More dots than this are no longer read as a picture.
const MOST: usize = 10;

pub(super) fn figure(
    topic: Topic,
    items: &[Item],
    enough: usize,
    report: &Report,
    messages: &Messages,
) -> Option<Figure> {
    let is_rate = |item: &&Item| item.is_rate() && item.value <= 100.0;
    let mut rates: Vec<Item> = items.iter().filter(is_rate).copied().collect();
    let all = rates.len();
    if all < enough || all == 0 {
        return None;
    }
    order::sort_by_key(&mut rates, |rate| (order::largest_first(rate.value), 0));
    rates.truncate(MOST);
    let lines: Vec<Line> = rates
        .iter()
        .map(|item| Line { item: *item, label: label(item, &rates), depth: 0, whole: None })
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
        drawing: Drawing::Rates { marks },
        rows,
        section: main_section(&lines),
    })
}
