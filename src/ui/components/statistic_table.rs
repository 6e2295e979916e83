//! 数据: every figure as a row of one table, sorted and filtered as the reader likes.
//!
//! One rendering with two forms: beside the text each row is a short item, with room enough a line of a table. The room
//! decides, see `styles/statistics.css`; the roles are given since the layout of the rows takes them away.

use std::rc::Rc;

use yew::prelude::*;

use super::skipped_list::skipped_list;
use super::statistic_row::{CHUNK, Rows};
use super::statistic_tools::StatisticTools;
use crate::i18n::Messages;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_words};
use crate::ui::listing::{Filter, Listing, Sort, SortKey};
use crate::ui::platform::{collate, page};
use crate::ui::state::{Action, Opened, View};

/// Which report, and how much room its figures are given.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct StatisticTableProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
    /// Whether the figures have taken the place of the text.
    pub(in crate::ui) is_wide: bool,
    /// The figure that is chosen.
    pub(in crate::ui) chosen: Option<usize>,
}

/// The figures of a report. A click on one goes to its words.
#[component(StatisticTable)]
pub(in crate::ui) fn statistic_table(props: &StatisticTableProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let opened = &props.opened;
    let report = &opened.analysis.report;
    let filter = use_state_eq(Filter::default);
    let sort = use_state_eq(Sort::default);
    let listing =
        use_memo(opened.clone(), |opened| Listing::new(&opened.analysis.report, collate::ranks));
    let rows = {
        let listing = Rc::clone(&listing);
        use_memo((opened.clone(), (*filter).clone(), *sort), move |(opened, filter, sort)| {
            listing.rows(&opened.analysis.report, filter, *sort)
        })
    };
    let on_filter = use_callback(filter.setter(), |next, filter| filter.set(next));
    let on_sort = {
        let sort = sort.clone();
        Callback::from(move |key| sort.set(sort.by(key)))
    };
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(statistic) = page::statistic_at(&event) {
                dispatch.emit(Action::Go(Place::Statistic(statistic), View::Text));
            }
        })
    };
    let widen = {
        let place = if props.is_wide { Place::Start } else { Place::Data };
        let view = if props.is_wide { View::Overview } else { View::Statistics };
        dispatch.reform(move |_: MouseEvent| Action::Go(place, view))
    };
    let count = report.statistics.len();
    // Other rows are built up bit by bit as the first ones were.
    let generation = Rc::as_ptr(&rows).addr();
    // In place of the text, the figures are what the page is about.
    let (role, level) = if props.is_wide { ("main", "1") } else { ("complementary", "2") };
    html! {
        <section class="statistics" id="statistics" part="statistics" data-view="statistics" {role}
            aria-labelledby="statistics-name" tabindex="-1">
            <div class="statistics-head">
                <h2 class="panel-name" id="statistics-name" aria-level={level}>{(words.statistics)(count)}</h2>
                if count > 0 {
                    <button type="button" class="button statistics-widen" id="widen-button"
                        aria-expanded={props.is_wide.to_string()} onclick={widen}>
                        {if props.is_wide { words.listing.narrow } else { words.listing.widen }}
                    </button>
                }
            </div>
            if count == 0 {
                <p class="panel-note">{words.partial_statistics}</p>
            } else {
                <StatisticTools opened={opened.clone()} listing={Rc::clone(&listing)} rows={(*rows).clone()}
                    filter={(*filter).clone()} {on_filter} />
                <div class="statistics-table" {onclick}>
                    <table role="table" aria-labelledby="statistics-name" aria-rowcount={(rows.len() + 1).to_string()}
                        class={listing.has_periods.then_some("has-periods")}>
                        {head(*sort, listing.has_periods, words, &on_sort)}
                        <Rows key={generation} opened={opened.clone()} rows={(*rows).clone()}
                            has_periods={listing.has_periods} chunks={rows.len().div_ceil(CHUNK)} chosen={props.chosen} />
                    </table>
                    if rows.is_empty() {
                        <p class="panel-note">{words.listing.none}</p>
                    }
                </div>
            }
            {skipped_list(opened, words)}
        </section>
    }
}

fn head(
    sort: Sort,
    has_periods: bool,
    words: &'static Messages,
    on_sort: &Callback<SortKey>,
) -> Html {
    let columns = &words.listing.columns;
    let sortable = |key: SortKey, name: &'static str, class: &'static str| {
        let onclick = on_sort.reform(move |_: MouseEvent| key);
        let is_own = sort.key == key;
        let (state, sign) = match (is_own, sort.is_descending) {
            (false, _) => (None, ""),
            (true, false) => (Some("ascending"), "↑"),
            (true, true) => (Some("descending"), "↓"),
        };
        html! {
            <th role="columnheader" scope="col" {class} aria-sort={state}>
                <button type="button" class="statistics-sort" data-sort={class.trim_start_matches("statistic-")} {onclick}>
                    {name}<span aria-hidden="true">{sign}</span>
                </button>
            </th>
        }
    };
    let plain = |name: &'static str, class: &'static str| {
        html! { <th role="columnheader" scope="col" class={classes!(class, "is-plain")}>{name}</th> }
    };
    html! {
        <thead role="rowgroup">
            <tr role="row" class="statistics-columns">
                {sortable(SortKey::Name, columns.name, "statistic-name")}
                {sortable(SortKey::Topic, columns.topic, "statistic-topic")}
                {sortable(SortKey::Value, columns.value, "statistic-value")}
                {plain(columns.change, "statistic-change")}
                {plain(columns.parent, "statistic-parent")}
                if has_periods { {plain(columns.period, "statistic-period")} }
                {sortable(SortKey::Section, columns.section, "statistic-section")}
                {sortable(SortKey::Place, columns.source, "statistic-source")}
            </tr>
        </thead>
    }
}
