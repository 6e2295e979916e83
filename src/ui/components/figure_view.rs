//! 图表: headline, subtitle, ways to draw, drawing, source and table of one chart.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_actions::FigureActions;
use super::figure_canvas::FigureCanvas;
use super::figure_table::figure_table;
use super::tongue::mixed;
use crate::chart::Kind;
use crate::figure::{self, Figure};
use crate::i18n::Messages;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_words};
use crate::ui::state::{Action, Opened, View};

/// Which chart of which report.
#[derive(PartialEq, Properties)]
pub(super) struct FigureViewProps {
    /// The report.
    pub(super) opened: Opened,
    /// The charts that it is one of, where they are not the report's own.
    #[prop_or_default]
    pub(super) others: Option<Rc<Vec<Figure>>>,
    /// Index of the chart.
    pub(super) idx: usize,
}

/// One chart.
#[component(FigureView)]
pub(super) fn figure_view(props: &FigureViewProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let chosen = use_state_eq(|| None::<Kind>);
    let figures = props.others.as_ref().map_or(&props.opened.figures, |others| &**others);
    let Some(figure) = figures.get(props.idx) else { return Html::default() };
    let go = Callback::from(move |place| dispatch.emit(Action::Go(place, View::Text)));
    let kind = chosen.filter(|kind| figure.kinds.contains(kind)).unwrap_or(figure.drawing.kind);
    let choose = {
        let setter = chosen.setter();
        Callback::from(move |kind| setter.set(Some(kind)))
    };
    html! {
        <figure class="figure" part="chart" data-chart={figure.slug.clone()} data-topic={figure::slug(figure.topic)} data-kind={kind.slug()}>
            <figcaption class="figure-caption">
                <h4 class="figure-headline">{mixed(&figure.headline, words)}</h4>
                <p class="figure-subtitle">{mixed(&figure.subtitle, words)}</p>
            </figcaption>
            {kinds(figure, kind, words, &choose)}
            <FigureCanvas
                drawing={figure.drawing.as_kind(kind)}
                slug={figure.slug.clone()}
                headline={figure.headline.clone()}
                statistics={figure.rows.iter().map(|row| row.statistic).collect::<Vec<_>>()}
                go={go.clone()}
            />
            {for figure.notes.iter().map(|note| html! { <p class="figure-note" key={note.clone()}>{mixed(note, words)}</p> })}
            {source_line(&props.opened, figure, words, &go)}
            <details class="figure-data">
                <summary>{words.chart.show_table}</summary>
                {figure_table(&props.opened, figure, words, &go)}
                <FigureActions opened={props.opened.clone()} others={props.others.clone()} idx={props.idx} {kind} />
            </details>
        </figure>
    }
}

/// The ways to draw the same values, where there is more than one.
fn kinds(
    figure: &Figure,
    current: Kind,
    words: &'static Messages,
    choose: &Callback<Kind>,
) -> Html {
    if figure.kinds.len() < 2 {
        return Html::default();
    }
    let button = |kind: &Kind| {
        let kind = *kind;
        let choose = choose.clone();
        let onclick = Callback::from(move |_| choose.emit(kind));
        let pressed = if kind == current { "true" } else { "false" };
        html! {
            <button type="button" class="figure-kind" key={kind.slug()} data-chart-kind={kind.slug()}
                aria-pressed={pressed} {onclick}>{(words.chart.kind)(kind)}</button>
        }
    };
    html! {
        <div class="figure-kinds" role="group" aria-label={words.chart.kind_label}>
            {for figure.kinds.iter().map(button)}
        </div>
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

/// A link to a place in the report.
pub(super) fn link(place: Place, inner: Html, go: &Callback<Place>) -> Html {
    let go = go.clone();
    let onclick = Callback::from(move |_| go.emit(place));
    html! { <a href={place.link()} {onclick}>{inner}</a> }
}
