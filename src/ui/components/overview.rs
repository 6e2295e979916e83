//! 概览: masthead, key figures, then the charts, with what is not disclosed in its place.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_view::{FigureView, link};
use super::statistic_row::{source, value};
use super::tongue::{LABELS, mixed};
use crate::figure::{self, EXPECTED, Figure};
use crate::i18n::Messages;
use crate::report::Report;
use crate::source::Encoding;
use crate::statistic::Topic;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_growth, use_read_again, use_words};
use crate::ui::listing::name;
use crate::ui::state::{Action, Opened, Shelved, View};

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct OverviewProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
    /// All reports that are open.
    pub(in crate::ui) shelf: Vec<Shelved>,
}

/// The overview of a report.
#[component(Overview)]
pub(in crate::ui) fn overview(props: &OverviewProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let go = dispatch.reform(|place| Action::Go(place, View::Text));
    let compare = dispatch.reform(|place| Action::Go(place, View::Compare));
    let read_again = use_read_again();
    let opened = &props.opened;
    let years = use_memo((opened.clone(), props.shelf.clone()), |(opened, shelf)| {
        let reports: Vec<&Report> = shelf.iter().map(|it| &it.report).collect();
        let current = shelf.iter().position(|it| *it == opened.analysis);
        current.map_or_else(Vec::new, |at| figure::through_reports(&reports, at, words))
    });
    let shown = use_growth(1, 1, opened.figures.len() + years.len());
    html! {
        <>
            <section class="overview" id="overview" part="overview" data-view="overview" aria-label={words.views[0]}>
                {masthead(&opened.analysis.report, encoding(&opened.analysis, &read_again), words)}
                <p class="overview-compare">{link(Place::Compare, html! { {words.compare.link} }, &compare)}</p>
                {key_figures(opened, words, &go)}
            </section>
            <section class="charts" id="charts" part="charts" data-view="charts" aria-labelledby="charts-name" tabindex="-1">
                <h2 class="charts-name" id="charts-name">{words.views[3]}</h2>
                {charts(opened, &years, shown, words)}
            </section>
        </>
    }
}

/// The encoding of a text, which its reader can correct where the guess was wrong.
fn encoding(shelved: &Shelved, read_again: &Callback<(Shelved, Encoding)>) -> Option<Html> {
    shelved.bytes()?;
    let onchange = {
        let (shelved, read_again) = (shelved.clone(), read_again.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let at = chosen.and_then(|it| usize::try_from(it.selected_index()).ok());
            if let Some(encoding) = at.and_then(|at| Encoding::ALL.get(at)) {
                read_again.emit((shelved.clone(), *encoding));
            }
        })
    };
    let option = |encoding: &Encoding| {
        let name = encoding.name();
        html! { <option selected={shelved.report.source.encoding == name}>{name}</option> }
    };
    Some(html! {
        <select class="masthead-encoding" id="encoding-select" aria-labelledby="encoding-name" {onchange}>
            {for Encoding::ALL.iter().map(option)}
        </select>
    })
}

fn masthead(report: &Report, encoding: Option<Html>, words: &'static Messages) -> Html {
    let year = report.year.map(words.year);
    let facts = [
        (words.index_number, report.index_number.clone()),
        (words.addressee, report.addressee.clone()),
        (words.signed, report.signed.as_deref().map(words.date)),
        (words.published, report.published.as_deref().map(words.date)),
        (words.file, Some(report.source.name.clone())),
    ];
    let fact = |(name, value): (&'static str, Option<String>)| {
        value.map(|value| html! { <div><dt>{name}</dt><dd>{mixed(&value, words)}</dd></div> })
    };
    html! {
        <header class="masthead">
            if let Some(issuer) = &report.issuer {
                <p class="masthead-issuer" lang={LABELS}>{issuer}</p>
            }
            if let Some(number) = &report.document_number {
                <p class="masthead-number">
                    <span class="visually-hidden">{words.document_number}</span><span lang={LABELS}>{number}</span>
                </p>
            }
            <hr class="masthead-rule" />
            // The page's heading says the same for all views; this is its look.
            <p class="masthead-title" lang={report.title.as_ref().map(|_| LABELS)} aria-hidden="true">
                {report.title.clone().unwrap_or_else(|| words.untitled.to_owned())}
            </p>
            <p class="masthead-counts">
                if let Some(year) = year { <span>{year}</span> }
                <span>{(words.counts)(report.sections.len(), report.statistics.len())}</span>
            </p>
            <dl class="masthead-facts">
                {for facts.into_iter().filter_map(fact)}
                if let Some(encoding) = encoding {
                    <div><dt id="encoding-name">{words.encoding}</dt><dd>{encoding}</dd></div>
                }
            </dl>
        </header>
    }
}

fn key_figures(opened: &Opened, words: &'static Messages, go: &Callback<Place>) -> Html {
    if opened.key.is_empty() {
        return Html::default();
    }
    let report = &opened.analysis.report;
    let item = |idx: &usize| {
        let statistic = report.statistics.get(*idx)?;
        let inner = html! {
            <>
                <span class="key-label" lang={LABELS}>{name(statistic)}</span>
                {value(statistic, words)}
                {source(statistic, opened)}
            </>
        };
        let topic = figure::slug(statistic.topic);
        Some(html! {
            <li class="key" key={*idx} data-topic={topic}>{link(Place::Statistic(*idx), inner, go)}</li>
        })
    };
    html! {
        <>
            <h2 class="visually-hidden">{words.key_figures}</h2>
            <ul class="keys">{for opened.key.iter().filter_map(item)}</ul>
        </>
    }
}

/// 复议, 诉讼, 信访 in this order, each with its charts or the word that it is not disclosed; then the rest, and what
/// goes through the reports of several years.
///
/// So many of them are `shown` yet.
fn charts(
    opened: &Opened,
    years: &Rc<Vec<Figure>>,
    shown: usize,
    words: &'static Messages,
) -> Html {
    let mut others: Vec<Topic> = opened.figures.iter().map(|it| it.topic).collect();
    others.retain(|it| !EXPECTED.contains(it));
    others.dedup();
    let heights = others
        .iter()
        .map(|topic| opened.figures.iter().filter(|it| it.topic == *topic).map(height).sum());
    let dealt = deal(heights);
    let column = |is_second: bool| {
        let topics = others.iter().zip(&dealt).filter(move |(_, at)| **at == is_second);
        html! {
            <div class="charts-column">
                {for topics.map(|(topic, _)| topic_charts(*topic, opened, shown, words))}
            </div>
        }
    };
    html! {
        <>
            {for EXPECTED.into_iter().map(|topic| topic_charts(topic, opened, shown, words))}
            <div class="charts-rest">{column(false)}{column(true)}</div>
            if !years.is_empty() {
                <section class="charts-topic" aria-labelledby="charts-years">
                    <h3 class="charts-topic-name" id="charts-years">{words.chart.through_reports}</h3>
                    <div class="charts-row">
                        {for years.iter().enumerate().take(shown.saturating_sub(opened.figures.len())).map(|(idx, it)| html! {
                            <FigureView key={it.slug.clone()} opened={opened.clone()} others={years.clone()} {idx} />
                        })}
                    </div>
                </section>
            }
        </>
    }
}

/// Deals things of such heights out to two columns, each to where less stands, so that neither ends much before the
/// other; gives for each whether it goes to the second.
fn deal(heights: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut columns = [0, 0];
    heights
        .map(|height| {
            let at = usize::from(columns[1] < columns[0]);
            columns[at] += height;
            at == 1
        })
        .collect()
}

/// About how high a chart is, in rows: the words around a drawing take as much room as six of them.
fn height(figure: &Figure) -> usize {
    figure.rows.len() + 6
}

fn topic_charts(topic: Topic, opened: &Opened, shown: usize, words: &'static Messages) -> Html {
    let of_topic: Vec<(usize, &Figure)> =
        opened.figures.iter().enumerate().filter(|(_, it)| it.topic == topic).collect();
    let is_silent = opened.undisclosed.contains(&topic);
    if !is_silent && of_topic.is_empty() {
        return Html::default();
    }
    let name = if topic == Topic::Other { words.chart.across_name } else { (words.topic)(topic) };
    let dealt = deal(of_topic.iter().map(|(_, it)| height(it)));
    let column = |is_second: bool| {
        let charts = of_topic.iter().zip(&dealt).filter(move |(_, at)| **at == is_second);
        let charts = charts.filter(|((idx, _), _)| *idx < shown);
        html! {
            <div class="charts-side">{for charts.map(|((idx, it), _)| html! {
                <FigureView key={it.slug.clone()} opened={opened.clone()} idx={*idx} />
            })}</div>
        }
    };
    let is_single = of_topic.len() < 2;
    html! {
        <section class="charts-topic" key={figure::slug(topic)} data-topic={figure::slug(topic)}>
            <h3 class="charts-topic-name">{name}</h3>
            <div class={classes!("charts-row", is_single.then_some("is-single"))}>
                if !of_topic.is_empty() { {column(false)} }
                if !is_single { {column(true)} }
                if is_silent {
                    <div class="undisclosed" data-undisclosed={figure::slug(topic)}>
                        <strong>{words.undisclosed}</strong>
                        <span>{(words.undisclosed_note)(name)}</span>
                    </div>
                }
            </div>
        </section>
    }
}
