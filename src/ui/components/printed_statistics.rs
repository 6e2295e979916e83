//! 数据 on paper: every figure in a table whose headings are repeated on each page. On screen the list stands for it.

use yew::prelude::*;

use super::statistic_list::{name, notes};
use super::tongue::{LABELS, mixed};
use crate::figure;
use crate::i18n::{self, Messages};
use crate::statistic::Statistic;
use crate::ui::hooks::{use_printing, use_words};
use crate::ui::platform::print;
use crate::ui::state::Opened;

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct PrintedStatisticsProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
}

/// The table; nothing while the page is on screen.
#[component(PrintedStatistics)]
pub(in crate::ui) fn printed_statistics(props: &PrintedStatisticsProps) -> Html {
    let words = use_words();
    let is_printing = use_printing();
    use_effect_with((), |()| {
        let unfolding = print::unfold();
        move || drop(unfolding)
    });
    let opened = &props.opened;
    if !is_printing || opened.topics.is_empty() {
        return Html::default();
    }
    let heads = &words.export.statistic;
    let report = &opened.analysis.report;
    let row = |idx: &usize| {
        let statistic = report.statistics.get(*idx)?;
        let place = statistic.section.map(|section| figure::place(&report.sections, section));
        Some(row(*idx, statistic, &place.unwrap_or_default(), opened.tongue, words))
    };
    html! {
        <section class="printed-statistics">
            <h2 class="charts-name">{words.views[2]}</h2>
            <table class="printed-table">
                <thead>
                    <tr>
                        <th scope="col">{heads[6]}</th>
                        <th scope="col" class="is-number">{heads[7]}</th>
                        <th scope="col">{heads[16]}</th>
                        <th scope="col">{heads[18]}</th>
                    </tr>
                </thead>
                {for opened.topics.iter().map(|(topic, idxs)| html! {
                    <tbody>
                        <tr class="printed-topic">
                            <th colspan="4" scope="rowgroup">{(words.topic)(*topic)}</th>
                        </tr>
                        {for idxs.iter().filter_map(row)}
                    </tbody>
                })}
            </table>
        </section>
    }
}

fn row(
    idx: usize,
    statistic: &Statistic,
    place: &str,
    tongue: &'static str,
    words: &'static Messages,
) -> Html {
    let value = i18n::quantity(statistic, words).map(|it| it.to_string());
    let change = statistic.change.as_ref().map(words.change);
    let notes = notes(statistic, words).join(words.separator);
    html! {
        <tr data-printed={idx.to_string()}>
            <th scope="row">
                <span lang={LABELS}>{name(statistic)}</span>
                if !notes.is_empty() { <span class="printed-notes">{mixed(&notes, words)}</span> }
            </th>
            <td class="is-number">{mixed(&value.or(change).unwrap_or_default(), words)}</td>
            <td lang={LABELS}>{place.to_owned()}</td>
            <td lang={tongue}>{&statistic.quote}</td>
        </tr>
    }
}
