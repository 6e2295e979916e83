//! 数据: every figure, topic by topic, each with the words that it was read from.

use yew::prelude::*;

use super::skipped_list::skipped_list;
use super::tongue::{LABELS, mixed};
use crate::figure;
use crate::i18n::{self, Messages};
use crate::statistic::Statistic;
use crate::ui::address::Place;
use crate::ui::excerpt::excerpt;
use crate::ui::hooks::{use_dispatch, use_growth, use_words};
use crate::ui::platform::page;
use crate::ui::state::{Action, Opened, View};

/// So many figures are set together.
const CHUNK: usize = 40;
/// So many chunks are set at once.
const AT_ONCE: usize = 10;

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct StatisticListProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
}

/// The figures of a report. A click on one goes to its words.
#[component(StatisticList)]
pub(in crate::ui) fn statistic_list(props: &StatisticListProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let report = &props.opened.analysis.report;
    let statistics = &report.statistics;
    let all = chunks_before(&props.opened, props.opened.topics.len());
    let shown = use_growth(AT_ONCE, all);
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(statistic) = page::statistic_at(&event) {
            dispatch.emit(Action::Go(Place::Statistic(statistic), View::Text));
        }
    });
    html! {
        <aside class="statistics" id="statistics" data-view="statistics" aria-labelledby="statistics-name" {onclick}>
            <h2 class="panel-name" id="statistics-name">{(words.statistics)(statistics.len())}</h2>
            if statistics.is_empty() {
                <p class="panel-note">{words.partial_statistics}</p>
            }
            {for props.opened.topics.iter().enumerate().map(|(at, _)| {
                let count = shown.saturating_sub(chunks_before(&props.opened, at));
                group(&props.opened, at, count, words)
            })}
            {skipped_list(&props.opened, words)}
        </aside>
    }
}

/// How many chunks the topics before the one at `at` are cut into.
fn chunks_before(opened: &Opened, at: usize) -> usize {
    opened.topics[..at].iter().map(|(_, idxs)| idxs.len().div_ceil(CHUNK)).sum()
}

/// The first `count` chunks of a topic.
fn group(opened: &Opened, at: usize, count: usize, words: &'static Messages) -> Html {
    let (topic, idxs) = &opened.topics[at];
    let chunk = |n: usize| html! { <Chunk key={n} opened={opened.clone()} topic={at} chunk={n} /> };
    html! {
        <section class="statistics-topic" key={figure::slug(*topic)} data-topic={figure::slug(*topic)}>
            <h3 class="statistics-name">
                {(words.topic)(*topic)}<span class="statistics-count">{idxs.len()}</span>
            </h3>
            <ol class="statistics-list">
                {for (0..idxs.len().div_ceil(CHUNK).min(count)).map(chunk)}
            </ol>
        </section>
    }
}

/// Which figures of which topic.
#[derive(PartialEq, Properties)]
struct ChunkProps {
    opened: Opened,
    topic: usize,
    chunk: usize,
}

/// A run of figures, set once: the list grows without being built anew.
#[component(Chunk)]
fn chunk(props: &ChunkProps) -> Html {
    let words = use_words();
    let report = &props.opened.analysis.report;
    let Some((_, idxs)) = props.opened.topics.get(props.topic) else { return Html::default() };
    let Some(idxs) = idxs.chunks(CHUNK).nth(props.chunk) else { return Html::default() };
    let items = idxs
        .iter()
        .filter_map(|idx| Some(item(*idx, report.statistics.get(*idx)?, &props.opened, words)));
    html! { <>{for items}</> }
}

fn item(idx: usize, statistic: &Statistic, opened: &Opened, words: &'static Messages) -> Html {
    let notes = notes(statistic, words);
    html! {
        <li class="statistic" key={idx} data-figure={idx.to_string()}>
            <button type="button" class="figure-go">
                <span class="statistic-label" lang={LABELS}>{name(statistic)}</span>
                {value(statistic, words)}
                if !notes.is_empty() {
                    <span class="statistic-notes">
                        {for notes.into_iter().map(|note| html! { <span>{mixed(&note, words)}</span> })}
                    </span>
                }
                {source(statistic, opened)}
            </button>
        </li>
    }
}

/// What a figure is called: as the report words it, else by its indicator.
pub(super) fn name(statistic: &Statistic) -> &str {
    if statistic.label.is_empty() { &statistic.indicator } else { &statistic.label }
}

/// The value with its unit; the change where nothing else is stated.
pub(super) fn value(statistic: &Statistic, words: &'static Messages) -> Html {
    let Some(quantity) = i18n::quantity(statistic, words) else {
        let change = statistic.change.as_ref().map(words.change).unwrap_or_default();
        return html! { <span class="figure-value is-change">{mixed(&change, words)}</span> };
    };
    let gloss = (words.gloss)(statistic.topic, &quantity.unit);
    html! {
        <span class="figure-value">
            if !quantity.before.is_empty() { <span class="figure-unit">{quantity.before}</span> }
            <span class="figure-number">{quantity.number}</span>
            <span class="figure-unit">
                {quantity.after}{quantity.gap}<span lang={LABELS}>{quantity.unit}</span>
            </span>
            if !gloss.is_empty() { <span class="figure-gloss">{"\u{a0}"}{gloss}</span> }
        </span>
    }
}

pub(super) fn notes(statistic: &Statistic, words: &'static Messages) -> Vec<String> {
    let is_zero = statistic.value.is_some_and(|value| value.abs() < f64::EPSILON);
    let change = statistic.change.as_ref().filter(|_| statistic.value.is_some());
    let indicator = &statistic.indicator;
    let own_name = |name: &str| (words.part_of)((words.indicator_name)(name));
    let known = if statistic.canonical { (words.indicator_name)(indicator) } else { indicator };
    let is_renamed = statistic.canonical && known != name(statistic);
    [
        change.map(words.change),
        is_zero.then(|| words.zero.to_owned()),
        statistic.parent.as_deref().map(own_name),
        statistic.period.as_deref().map(words.period),
        is_renamed.then(|| (words.indicator)(known)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// So many characters of the sentence are shown on either side.
const AROUND: usize = 24;

/// The words that a figure was read from, in their sentence.
pub(super) fn source(statistic: &Statistic, opened: &Opened) -> Html {
    let found = excerpt(&opened.analysis.report.text, statistic.span, AROUND);
    html! { <q class="source" lang={opened.tongue}>{found.before}<b>{found.words}</b>{found.after}</q> }
}
