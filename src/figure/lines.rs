//! Lines of a chart → the marks of its drawing and the rows of its table, with the same numbers in both.

use super::{Item, Row, most_common, shown};
use crate::chart::{Beside, Mark, Words};
use crate::i18n::{self, Messages};
use crate::report::Report;

/// A line to draw: an item, its label and the line that it is part of.
#[derive(Default)]
pub(super) struct Line<'a> {
    /// What was read; `None` for what the report is silent on.
    pub(super) item: Option<Item<'a>>,
    pub(super) label: String,
    pub(super) depth: usize,
    /// The name and the value of its whole.
    pub(super) whole: Option<(String, f64)>,
    /// The line that it is a piece of.
    pub(super) piece_of: Option<usize>,
    /// The value of the year before.
    pub(super) earlier: Option<Beside>,
    /// The value of the whole country.
    pub(super) reference: Option<Beside>,
    /// The year on an axis of years, or the panel.
    pub(super) at: i32,
    /// The report that it was read from, where it is another one.
    pub(super) report: Option<String>,
}

/// The marks and the rows of `lines`, drawn in `unit`.
pub(super) fn marks_and_rows(
    lines: &[Line],
    unit: &str,
    messages: &Messages,
) -> (Vec<Mark>, Vec<Row>) {
    lines.iter().map(|line| mark_and_row(line, unit, messages)).unzip()
}

fn mark_and_row(line: &Line, unit: &str, messages: &Messages) -> (Mark, Row) {
    let value = line.item.map(|item| item.value);
    let shown = match &line.item {
        Some(item) => shown(item, unit, messages),
        None => messages.undisclosed.to_owned(),
    };
    let share = line.whole.as_ref().zip(value).filter(|((_, whole), _)| *whole > 0.0);
    let share = share.map(|((name, whole), value)| {
        let percent = i18n::grouped((value / whole * 1000.0).round() / 10.0);
        (messages.chart.share_of)(name, &percent)
    });
    let earlier =
        line.earlier.as_ref().map(|it| (messages.chart.earlier)(&it.shown, it.is_computed));
    let reference = line.reference.as_ref().map(|it| it.shown.clone());
    let facts = [Some(line.label.clone()), Some(shown.clone()), share.clone(), earlier, reference];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let mark = Mark {
        label: line.label.clone(),
        name: (messages.chart.join)(&facts),
        depth: line.depth,
        value,
        shown: shown.clone(),
        whole: line.whole.as_ref().filter(|_| value.is_some()).map(|(_, whole)| *whole),
        piece_of: line.piece_of,
        is_open: line.item.is_some_and(|item| item.statistic.approximation.is_some()),
        earlier: line.earlier.clone(),
        reference: line.reference.clone(),
        at: line.at,
    };
    let own = line.item.filter(|_| line.report.is_none());
    let row = Row {
        label: line.label.clone(),
        depth: line.depth,
        shown,
        panel: None,
        share,
        statistic: own.map(|item| item.idx),
        report: line.report.clone(),
    };
    (mark, row)
}

/// The section that most lines come from; the earlier one where two are as common.
pub(super) fn main_section(lines: &[Line]) -> Option<usize> {
    let own = lines.iter().filter(|line| line.report.is_none());
    most_common(own.filter_map(|line| line.item.and_then(|item| item.statistic.section)))
}

/// The words of a drawing's legends.
pub(super) fn words(report: &Report, messages: &Messages) -> Words {
    let chart = &messages.chart;
    Words {
        remainder: chart.remainder.to_owned(),
        now: (chart.this_year)(report.year),
        earlier: (chart.year_before)(report.year),
        computed: (chart.computed)(report.year),
    }
}
