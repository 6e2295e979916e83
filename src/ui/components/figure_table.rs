//! 数据表: the values of a chart as a table, each with its source.

use yew::prelude::*;

use super::figure_view::link;
use super::tongue::mixed;
use crate::chart::{Beside, Mark, exact};
use crate::figure::{self, Figure, Row};
use crate::i18n::Messages;
use crate::ui::address::Place;
use crate::ui::state::Opened;

/// Which columns a table has besides those that every table has.
#[derive(Clone, Copy)]
struct Columns {
    share: bool,
    earlier: bool,
    reference: bool,
}

/// The table of a chart.
pub(super) fn figure_table(
    opened: &Opened,
    figure: &Figure,
    words: &'static Messages,
    go: &Callback<Place>,
) -> Html {
    let marks = &figure.drawing.marks;
    let columns = Columns {
        share: figure.rows.iter().any(|row| row.share.is_some()),
        earlier: marks.iter().any(|mark| mark.earlier.is_some()),
        reference: marks.iter().any(|mark| mark.reference.is_some()),
    };
    let chart = &words.chart;
    let row = |(row, mark)| table_row(opened, (row, mark), columns, words, go);
    html! {
            <div class="figure-scroll">
                <table class="figure-table">
                    <caption class="visually-hidden">{mixed(&figure.subtitle, words)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{chart.item}</th>
                            <th scope="col" class="is-number">{chart.value}</th>
                            if columns.share { <th scope="col">{chart.share}</th> }
                            if columns.earlier { <th scope="col" class="is-number">{chart.earlier_head}</th> }
                            if columns.reference { <th scope="col" class="is-number">{chart.national_head}</th> }
                            <th scope="col">{chart.source}</th>
                        </tr>
                    </thead>
                    <tbody>{for figure.rows.iter().zip(marks).map(row)}</tbody>
                </table>
            </div>
    }
}

fn table_row(
    opened: &Opened,
    (row, mark): (&Row, &Mark),
    columns: Columns,
    words: &'static Messages,
    go: &Callback<Place>,
) -> Html {
    let value = mark.value.map(exact);
    let panel = row.panel.as_ref().map(|panel| html! { <span class="figure-panel">{panel}</span> });
    html! {
        <tr>
            <th scope="row" class={format!("is-depth-{}", row.depth.min(3))}>{panel}{mixed(&row.label, words)}</th>
            <td class="is-number" data-value={value}>{mixed(&row.shown, words)}</td>
            if columns.share { <td>{mixed(row.share.as_deref().unwrap_or_default(), words)}</td> }
            if columns.earlier { {earlier(mark.earlier.as_ref(), words)} }
            if columns.reference { {reference(mark.reference.as_ref())} }
            <td>{source(opened, row, words, go)}</td>
        </tr>
    }
}

fn earlier(beside: Option<&Beside>, words: &'static Messages) -> Html {
    let Some(it) = beside else { return html! { <td></td> } };
    html! {
        <td class="is-number" data-earlier={exact(it.value)}>
            {mixed(&it.shown, words)}
            if it.is_computed { <small class="figure-computed">{words.chart.computed_mark}</small> }
        </td>
    }
}

fn reference(beside: Option<&Beside>) -> Html {
    let Some(it) = beside else { return html! { <td></td> } };
    html! { <td class="is-number" data-reference={exact(it.value)}>{&it.shown}</td> }
}

/// Where a value stands: a link into this report, or the name of another one.
fn source(opened: &Opened, row: &Row, words: &'static Messages, go: &Callback<Place>) -> Html {
    let place = mixed(&place(opened, row, words), words);
    match row.statistic {
        Some(statistic) => link(Place::Statistic(statistic), place, go),
        None => place,
    }
}

/// Where a value stands, in words; nothing for what is not disclosed.
pub(super) fn place(opened: &Opened, row: &Row, words: &'static Messages) -> String {
    if let Some(report) = &row.report {
        return report.clone();
    }
    let Some(statistic) = row.statistic else { return String::new() };
    let report = &opened.analysis.report;
    let section = report.statistics.get(statistic).and_then(|it| it.section);
    let place = section.map(|section| figure::place(&report.sections, section));
    let place = place.filter(|place| !place.is_empty());
    place.unwrap_or_else(|| words.chart.whole_report.to_owned())
}
