//! Small multiples: the rates of topics that have too few of them for a chart of their own.

use super::lines::{self, Line, main_section, marks_and_rows};
use super::{EXPECTED, Figure, Item, comparable, label, references, topics};
use crate::chart::{Drawing, Kind};
use crate::i18n::Messages;
use crate::order;
use crate::report::Report;
use crate::statistic::Topic;

/// Fewer topics, or fewer rates, are no series of pictures.
const ENOUGH_TOPICS: usize = 2;
const ENOUGH: usize = 3;

pub(super) fn figure(drawn: &[Figure], report: &Report, messages: &Messages) -> Option<Figure> {
    let mut lines: Vec<Line> = Vec::new();
    let mut panels = Vec::new();
    for topic in topics(report) {
        let has_own = drawn.iter().any(|it| it.topic == topic && it.drawing.full == Some(100.0));
        if EXPECTED.contains(&topic) || has_own {
            continue;
        }
        let items = comparable(report, topic);
        let is_rate = |item: &&Item| item.is_rate() && item.value <= 100.0;
        let mut rates: Vec<Item> = items.iter().filter(is_rate).copied().collect();
        if rates.is_empty() {
            continue;
        }
        order::sort_by_key(&mut rates, |item| (order::largest_first(item.value), 0));
        let at = i32::try_from(panels.len()).unwrap_or(i32::MAX);
        panels.push((messages.topic)(topic).to_owned());
        lines.extend(rates.iter().map(|item| Line {
            item: Some(*item),
            label: label(item, &rates, messages),
            reference: references::beside(item.statistic, report.year, messages),
            at,
            ..Line::default()
        }));
    }
    if panels.len() < ENOUGH_TOPICS || lines.len() < ENOUGH {
        return None;
    }
    let (mut marks, mut rows) = marks_and_rows(&lines, "%", messages);
    for (mark, row) in marks.iter_mut().zip(&mut rows) {
        if let Some(panel) = usize::try_from(mark.at).ok().and_then(|at| panels.get(at)) {
            mark.name = (messages.chart.join)(&[panel.clone(), std::mem::take(&mut mark.name)]);
            row.panel = Some(panel.clone());
        }
    }
    let words = &messages.chart;
    let lowest = rows.iter().zip(&lines).reduce(|low, next| {
        let value = |it: &(_, &Line)| it.1.item.map_or(0.0, |item| item.value);
        if value(&next) < value(&low) { next } else { low }
    })?;
    let full =
        lines.iter().filter(|line| line.item.is_some_and(|item| item.value >= 100.0)).count();
    Some(Figure {
        slug: "rates-by-topic".to_owned(),
        topic: Topic::Other,
        headline: (words.full_rates)(lines.len(), full, (&lowest.0.label, &lowest.0.shown)),
        subtitle: (words.subtitle)(words.across, "%", report.year),
        notes: references::notes(
            lines.iter().filter_map(|line| line.item.map(|item| item.statistic)),
            report.year,
            messages,
        ),
        section: main_section(&lines),
        kinds: vec![Kind::Panels],
        drawing: Drawing {
            kind: Kind::Panels,
            marks,
            full: Some(100.0),
            words: lines::words(report, messages),
            panels,
        },
        rows,
    })
}
