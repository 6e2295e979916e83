//! 数据: every figure, topic by topic, each with the words that it was read from.

use yew::prelude::*;

use super::skipped_list::skipped_list;
use crate::figure;
use crate::i18n::{self, Messages};
use crate::statistic::{Statistic, Topic};
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_words};
use crate::ui::platform::page;
use crate::ui::state::{Action, Opened, View};

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
    let statistics = &props.opened.analysis.report.statistics;
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
            {for topics(statistics).into_iter().map(|topic| group(topic, statistics, words))}
            {skipped_list(&props.opened, words)}
        </aside>
    }
}

fn topics(statistics: &[Statistic]) -> Vec<Topic> {
    let mut topics: Vec<Topic> = statistics.iter().map(|it| it.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    topics
}

fn group(topic: Topic, statistics: &[Statistic], words: &'static Messages) -> Html {
    let of_topic = || statistics.iter().enumerate().filter(move |(_, it)| it.topic == topic);
    html! {
        <section class="statistics-topic" key={figure::slug(topic)} data-topic={figure::slug(topic)}>
            <h3 class="statistics-name">
                {(words.topic)(topic)}<span class="statistics-count">{of_topic().count()}</span>
            </h3>
            <ol class="statistics-list">
                {for of_topic().map(|(idx, statistic)| item(idx, statistic, words))}
            </ol>
        </section>
    }
}

fn item(idx: usize, statistic: &Statistic, words: &'static Messages) -> Html {
    let notes = notes(statistic, words);
    html! {
        <li class="statistic" key={idx} data-figure={idx.to_string()}>
            <button type="button" class="figure-go">
                <span class="statistic-label">{&statistic.label}</span>
                {value(statistic, words)}
                if !notes.is_empty() {
                    <span class="statistic-notes">
                        {for notes.into_iter().map(|note| html! { <span>{note}</span> })}
                    </span>
                }
                <q class="statistic-quote">{statistic.quote.replace('\n', "")}</q>
            </button>
        </li>
    }
}

/// The value with its unit; the change where nothing else is stated.
pub(super) fn value(statistic: &Statistic, words: &'static Messages) -> Html {
    let Some(quantity) = i18n::quantity(statistic, words) else {
        let change = statistic.change.as_ref().map(words.change).unwrap_or_default();
        return html! { <span class="figure-value is-change">{change}</span> };
    };
    html! {
        <span class="figure-value">
            if !quantity.before.is_empty() { <span class="figure-unit">{quantity.before}</span> }
            <span class="figure-number">{quantity.number}</span>
            <span class="figure-unit">{quantity.after}{quantity.unit}</span>
        </span>
    }
}

fn notes(statistic: &Statistic, words: &'static Messages) -> Vec<String> {
    let is_zero = statistic.value.is_some_and(|value| value.abs() < f64::EPSILON);
    let change = statistic.change.as_ref().filter(|_| statistic.value.is_some());
    let indicator = &statistic.indicator;
    let is_renamed = statistic.canonical && *indicator != statistic.label;
    [
        change.map(words.change),
        is_zero.then(|| words.zero.to_owned()),
        statistic.parent.as_deref().map(words.part_of),
        statistic.period.as_deref().map(words.period),
        is_renamed.then(|| (words.indicator)(indicator)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
