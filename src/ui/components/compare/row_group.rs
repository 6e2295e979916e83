//! Some rows of the table of indicators.

use std::rc::Rc;

use yew::prelude::*;

use super::super::statistic_row::value;
use super::super::tongue::{LABELS, mixed};
use super::table_view::Sheet;
use super::target;
use crate::chart::svg;
use crate::comparison::{Cell, Growth, Row};
use crate::i18n::{self, Messages};
use crate::statistic::Statistic;
use crate::ui::address::Place;
use crate::ui::hooks::use_words;

/// Which rows of which table.
#[derive(PartialEq, Properties)]
pub(super) struct RowGroupProps {
    /// The table.
    pub(super) sheet: Sheet,
    /// The rows of a topic.
    pub(super) rows: Rc<Vec<usize>>,
    /// Which chunk of them.
    pub(super) chunk: usize,
    /// Whether the table begins with them.
    pub(super) is_first: bool,
}

/// A run of rows, set once: the table grows without being built anew.
#[component(RowGroup)]
pub(super) fn row_group(props: &RowGroupProps) -> Html {
    let words = use_words();
    let rows = props.rows.chunks(props.sheet.chunk()).nth(props.chunk).unwrap_or_default();
    html! {
        <>{for rows.iter().enumerate().map(|(n, at)| {
            row(&props.sheet.table.rows[*at], &props.sheet, props.is_first && n == 0, words)
        })}</>
    }
}

fn row(row: &Row, sheet: &Sheet, is_first: bool, words: &'static Messages) -> Html {
    // One cell of the table is reached by Tab; the arrow keys lead to the others.
    let entry = row.cells.iter().position(Option::is_some).filter(|_| is_first);
    let cell = |(at, cell): (usize, &Option<Cell>)| match cell {
        Some(cell) => {
            let (shelf_at, shelved) = &sheet.columns[at];
            let statistic = shelved.report.statistics.get(cell.statistic);
            statistic
                .map(|statistic| told(cell, statistic, *shelf_at, (entry == Some(at), row), words))
        }
        None => Some(html! { <td class="compare-silent">{words.undisclosed}</td> }),
    };
    html! {
        <tr key={row.indicator.clone()} data-indicator={row.indicator.clone()}>
            <th scope="row">
                {mixed((words.indicator_name)(&row.indicator), words)}
                if let Some(unit) = &row.unit { <span class="compare-unit" lang={LABELS}>{unit}</span> }
            </th>
            {for row.cells.iter().enumerate().filter_map(cell)}
        </tr>
    }
}

fn told(
    cell: &Cell,
    statistic: &Statistic,
    shelf_at: usize,
    (is_entry, row): (bool, &Row),
    words: &'static Messages,
) -> Html {
    let texts = &words.compare;
    let notes = [
        cell.is_other_unit.then(|| texts.other_unit.to_owned()),
        statistic.period.as_deref().map(words.period),
        (cell.more > 0).then(|| (texts.more)(cell.more)),
    ];
    let go = target(shelf_at, Place::Statistic(cell.statistic));
    let unit = row.unit.as_deref().unwrap_or_default();
    html! {
        <td class={classes!(cell.is_other_unit.then_some("is-other-unit"))}>
            <button type="button" data-goto={go} tabindex={if is_entry { "0" } else { "-1" }}>
                {value(statistic, words)}
                if let Some(size) = cell.size { {bar(size)} }
                if let Some(growth) = &cell.growth {
                    <span class="compare-growth">{mixed(&growth_words(growth, unit, words), words)}</span>
                }
                {for notes.into_iter().flatten().map(|note| html! { <span class="compare-flag">{mixed(&note, words)}</span> })}
            </button>
        </td>
    }
}

/// A bar below a value, as long as the value is large.
fn bar(size: f64) -> Html {
    let width = format!("{}%", svg::number(size * 100.0));
    html! {
        <svg class="compare-bar" aria-hidden="true" width="100%" height="4">
            <rect width={width} height="4" />
        </svg>
    }
}

fn growth_words(growth: &Growth, unit: &str, words: &'static Messages) -> String {
    let texts = &words.compare;
    let signed = |value: f64| {
        let number = i18n::grouped(value);
        if value > 0.0 { format!("+{number}") } else { number }
    };
    let unit = if unit == "%" { texts.points } else { unit };
    let gap = i18n::gap_before(unit, words);
    let by = format!("{}{gap}{unit}", signed(growth.by));
    let percent = growth.percent.map(|percent| signed((percent * 10.0).round() / 10.0));
    (texts.growth)(growth.is_about, &by, percent.as_deref())
}

/// A value in one line, for programs that have cells.
pub(super) fn shown(statistic: &Statistic, words: &'static Messages) -> String {
    let change = || statistic.change.as_ref().map(words.change).unwrap_or_default();
    i18n::quantity(statistic, words).map_or_else(change, |quantity| quantity.to_string())
}
