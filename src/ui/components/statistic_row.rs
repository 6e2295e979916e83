//! A row of the table of figures: value, what it is part of, where it stands, the words that it was read from.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_view::link;
use super::slice::{Run, Slice};
use super::tongue::{LABELS, mixed};
use crate::figure;
use crate::i18n::{self, Messages};
use crate::statistic::Statistic;
use crate::ui::address::Place;
use crate::ui::excerpt::excerpt;
use crate::ui::hooks::{use_growth, use_words};
use crate::ui::listing::{indicator, name};
use crate::ui::state::{Action, Opened, View};

/// So many figures are set together.
pub(super) const CHUNK: usize = 20;
/// So many chunks are set at first: what fits on a high screen.
const FIRST: usize = 2;
/// So many are set in each step of what follows by itself.
const STEP: usize = 1;
/// So many follow by themselves, and as many each time that the reader asks for more.
const UNASKED: usize = 100;

/// Which figures of which report.
#[derive(PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The report.
    pub(super) opened: Opened,
    /// Indices of the figures, in the order of the table.
    pub(super) rows: Rc<[usize]>,
    /// Whether there is a column for periods.
    pub(super) has_periods: bool,
    /// How many chunks they are cut into.
    pub(super) chunks: usize,
    /// The figure that is chosen.
    pub(super) chosen: Option<usize>,
}

/// The rows, first those that are seen first.
#[component(Rows)]
pub(super) fn rows(props: &RowsProps) -> Html {
    let words = use_words();
    let reach = use_state_eq(|| UNASKED);
    // One that is chosen in the text is shown, however far it is.
    let chosen = props.rows.iter().position(|row| Some(*row) == props.chosen);
    let reached = (*reach).max(chosen.map_or(0, |at| at / CHUNK + 1)).min(props.chunks);
    let shown = use_growth(FIRST, STEP, reached);
    let chunk = |chunk: usize| {
        let run = Run::Rows { rows: Rc::clone(&props.rows), has_periods: props.has_periods, chunk };
        html! { <Slice key={chunk} opened={props.opened.clone()} {run} /> }
    };
    let left = props.rows.len().saturating_sub(reached * CHUNK);
    let onclick = Callback::from(move |_: MouseEvent| reach.set(reached + UNASKED));
    html! {
        <>
            // A list of its own, all with keys: beside anything without one, Yew builds all of it anew at each step.
            <>{for (0..shown).map(chunk)}</>
            if left > 0 {
                <tbody class="statistics-end"><tr><td>
                    <button type="button" class="button" id="more-rows" {onclick}>{(words.more)(left)}</button>
                </td></tr></tbody>
            }
        </>
    }
}

/// A chunk of the rows.
pub(super) fn chunk(
    (rows, chunk): (&[usize], usize),
    opened: &Opened,
    has_periods: bool,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Html {
    let rows = rows.chunks(CHUNK).nth(chunk).unwrap_or_default();
    let go = dispatch.reform(|place| Action::Go(place, View::Charts));
    let row = |idx: &usize| row(*idx, opened, has_periods, words, &go);
    html! { <tbody role="rowgroup" class="statistics-chunk">{for rows.iter().filter_map(row)}</tbody> }
}

fn row(
    idx: usize,
    opened: &Opened,
    has_periods: bool,
    words: &'static Messages,
    go: &Callback<Place>,
) -> Option<Html> {
    let report = &opened.analysis.report;
    let statistic = report.statistics.get(idx)?;
    let columns = &words.listing.columns;
    let section = statistic.section.map(|section| figure::place(&report.sections, section));
    let chart =
        opened.figures.iter().position(|it| it.rows.iter().any(|row| row.statistic == Some(idx)));
    // In the short form nothing stands above the cells to say what they are.
    let named = |name: &'static str, inner: Option<&str>| {
        inner.filter(|inner| !inner.is_empty()).map(|inner| {
            html! { <><span class="statistic-prefix">{name}{" "}</span>{mixed(inner, words)}</> }
        })
    };
    let cell = |class: &'static str, inner: Option<Html>| {
        html! { <td role="cell" {class}>{inner}</td> }
    };
    Some(html! {
        <tr role="row" class="statistic" key={idx} data-figure={idx.to_string()} data-topic={figure::slug(statistic.topic)}>
            <th role="rowheader" scope="row" class="statistic-name">
                <button type="button" class="figure-go" lang={LABELS}>{name(statistic)}</button>
                if let Some(indicator) = indicator(statistic, words) {
                    <span class="statistic-indicator">{mixed(&(words.indicator)(indicator), words)}</span>
                }
            </th>
            {cell("statistic-topic", Some(html! { {(words.topic)(statistic.topic)} }))}
            {cell("statistic-value", Some(stated(statistic, words)))}
            {cell("statistic-change", statistic.change.as_ref().map(|it| html! { {mixed(&(words.change)(it), words)} }))}
            {cell("statistic-parent", named(columns.parent, statistic.parent.as_deref().map(words.indicator_name)))}
            if has_periods {
                {cell("statistic-period", statistic.period.as_deref().map(|it| html! { {(words.period)(it)} }))}
            }
            {cell("statistic-section", named(columns.section, section.as_deref()))}
            <td role="cell" class="statistic-source">
                {source(statistic, opened)}
                if let Some(chart) = chart {
                    {" "}<span class="statistic-chart">{link(Place::Chart(chart), html! { {words.listing.chart} }, go)}</span>
                }
            </td>
        </tr>
    })
}

/// The value as the table states it: nothing where only a change is known, which has a column of its own.
fn stated(statistic: &Statistic, words: &'static Messages) -> Html {
    let is_zero = statistic.value.is_some_and(|value| value.abs() < f64::EPSILON);
    if statistic.value.is_none() {
        return html! { <span class="figure-value is-silent">{"—"}</span> };
    }
    html! {
        <>
            {value(statistic, words)}
            if is_zero { <span class="statistic-zero">{words.zero}</span> }
        </>
    }
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

/// What else is said of a figure, in a line of words: for paper.
pub(super) fn notes(statistic: &Statistic, words: &'static Messages) -> Vec<String> {
    let is_zero = statistic.value.is_some_and(|value| value.abs() < f64::EPSILON);
    let change = statistic.change.as_ref().filter(|_| statistic.value.is_some());
    let whole = statistic.parent.as_deref().map(words.indicator_name);
    [
        change.map(words.change),
        is_zero.then(|| words.zero.to_owned()),
        whole.map(words.part_of),
        statistic.period.as_deref().map(words.period),
        indicator(statistic, words).map(words.indicator),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All that was read of a figure, in a line of words: for the tip beside its words in the text.
pub(super) fn told(statistic: &Statistic, words: &'static Messages) -> String {
    let quantity = i18n::quantity(statistic, words);
    let value = quantity
        .map(|it| format!("{}{}{}{}{}", it.before, it.number, it.after, it.gap, it.unit))
        .or_else(|| statistic.change.as_ref().map(words.change));
    let named = match value {
        Some(value) => format!("{} {value}", name(statistic)),
        None => name(statistic).to_owned(),
    };
    let parts: Vec<_> = std::iter::once(named).chain(notes(statistic, words)).collect();
    parts.join(" · ")
}

/// So many characters of the sentence are shown on either side.
const AROUND: usize = 24;

/// The words that a figure was read from, in their sentence.
pub(super) fn source(statistic: &Statistic, opened: &Opened) -> Html {
    let found = excerpt(opened.text(), statistic.span, AROUND);
    html! { <q class="source" lang={opened.tongue}>{found.before}<b>{found.words}</b>{found.after}</q> }
}
