//! 图表: headline, subtitle, drawing, source and table of one chart.

use yew::prelude::*;

use super::figure_actions::FigureActions;
use super::svg_view::svg_view;
use super::tongue::mixed;
use crate::figure::{self, Figure, Row};
use crate::i18n::Messages;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_frame, use_words};
use crate::ui::state::{Action, Opened, View};

/// Which chart of which report.
#[derive(PartialEq, Properties)]
pub(super) struct FigureViewProps {
    /// The report.
    pub(super) opened: Opened,
    /// Index of the chart.
    pub(super) idx: usize,
}

/// One chart.
#[component(FigureView)]
pub(super) fn figure_view(props: &FigureViewProps) -> Html {
    let words = use_words();
    let canvas = use_node_ref();
    let frame = use_frame(canvas.clone());
    let dispatch = use_dispatch();
    let Some(figure) = props.opened.figures.get(props.idx) else { return Html::default() };
    let go = Callback::from(move |place| dispatch.emit(Action::Go(place, View::Text)));
    let drawing = figure.drawing.draw(frame, &figure.slug, &figure.headline);
    html! {
        <figure class="figure" data-chart={figure.slug.clone()} data-topic={figure::slug(figure.topic)}>
            <figcaption class="figure-caption">
                <h4 class="figure-headline">{mixed(&figure.headline, words)}</h4>
                <p class="figure-subtitle">{mixed(&figure.subtitle, words)}</p>
            </figcaption>
            <div class="figure-canvas" ref={canvas}>{svg_view(&drawing)}</div>
            {source_line(&props.opened, figure, words, &go)}
            <details class="figure-data">
                <summary>{words.chart.show_table}</summary>
                {table(&props.opened, figure, words, &go)}
                <FigureActions opened={props.opened.clone()} idx={props.idx} />
            </details>
        </figure>
    }
}

fn source_line(
    opened: &Opened,
    figure: &Figure,
    words: &'static Messages,
    go: &Callback<Place>,
) -> Html {
    let (place, name) = match figure.section {
        Some(section) => {
            let place = figure::place(&opened.analysis.report.sections, section);
            (Place::Section(section), (words.chart.place)(&place))
        }
        None => (Place::Start, words.chart.whole_report.to_owned()),
    };
    html! {
        <p class="figure-source">{words.chart.from}{link(place, html! { {mixed(&name, words)} }, go)}</p>
    }
}

fn table(opened: &Opened, figure: &Figure, words: &'static Messages, go: &Callback<Place>) -> Html {
    let has_shares = figure.rows.iter().any(|row| row.share.is_some());
    let chart = &words.chart;
    html! {
        <table class="figure-table">
            <caption class="visually-hidden">{&figure.subtitle}</caption>
            <thead>
                <tr>
                    <th scope="col">{chart.item}</th>
                    <th scope="col" class="is-number">{chart.value}</th>
                    if has_shares { <th scope="col">{chart.share}</th> }
                    <th scope="col">{chart.source}</th>
                </tr>
            </thead>
            <tbody>
                {for figure.rows.iter().map(|row| table_row(opened, row, has_shares, words, go))}
            </tbody>
        </table>
    }
}

fn table_row(
    opened: &Opened,
    row: &Row,
    has_shares: bool,
    words: &'static Messages,
    go: &Callback<Place>,
) -> Html {
    let place = place(opened, row, words);
    html! {
        <tr key={row.statistic}>
            <th scope="row" class={format!("is-depth-{}", row.depth.min(3))}>{mixed(&row.label, words)}</th>
            <td class="is-number">{mixed(&row.shown, words)}</td>
            if has_shares { <td>{row.share.clone().unwrap_or_default()}</td> }
            <td>{link(Place::Statistic(row.statistic), html! { {mixed(&place, words)} }, go)}</td>
        </tr>
    }
}

/// Where a line of the table comes from.
pub(super) fn place(opened: &Opened, row: &Row, words: &'static Messages) -> String {
    let report = &opened.analysis.report;
    let section = report.statistics.get(row.statistic).and_then(|it| it.section);
    let place = section.map(|section| figure::place(&report.sections, section));
    let place = place.filter(|place| !place.is_empty());
    place.unwrap_or_else(|| words.chart.whole_report.to_owned())
}

/// A link to a place in the report.
pub(super) fn link(place: Place, inner: Html, go: &Callback<Place>) -> Html {
    let go = go.clone();
    let onclick = Callback::from(move |_| go.emit(place));
    html! { <a href={place.link()} {onclick}>{inner}</a> }
}
