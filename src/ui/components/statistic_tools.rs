//! 筛选: which figures the table shows, how many these are, and how they are taken along.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::tongue::LABELS;
use crate::statistic::{StatisticKind, Topic};
use crate::ui::hooks::use_words;
use crate::ui::listing::{self, Filter, Listing};
use crate::ui::platform::clipboard;
use crate::ui::state::Opened;

/// The figures, what is shown of them, and how to change that.
#[derive(Properties)]
pub(super) struct StatisticToolsProps {
    /// The report.
    pub(super) opened: Opened,
    /// What there is to choose from.
    pub(super) listing: Rc<Listing>,
    /// The figures shown.
    pub(super) rows: Rc<[usize]>,
    /// The filter.
    pub(super) filter: Filter,
    /// Takes another filter.
    pub(super) on_filter: Callback<Filter>,
}

impl PartialEq for StatisticToolsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
            && self.filter == other.filter
            && self.opened == other.opened
    }
}

/// The filters, the count and the copy button.
#[component(StatisticTools)]
pub(super) fn statistic_tools(props: &StatisticToolsProps) -> Html {
    let words = &use_words().listing;
    let messages = use_words();
    let report = &props.opened.analysis.report;
    let filter = &props.filter;
    let copied = use_state_eq(|| None::<bool>);
    // What was said of another choice of rows says nothing of this one.
    use_effect_with(Rc::as_ptr(&props.rows).cast::<()>().addr(), {
        let copied = copied.setter();
        move |_| copied.set(None)
    });
    let change = |change: fn(&mut Filter, Option<usize>, &Listing)| {
        let (filter, listing, on_filter) =
            (filter.clone(), Rc::clone(&props.listing), props.on_filter.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let at = chosen.and_then(|it| usize::try_from(it.selected_index()).ok());
            let mut next = filter.clone();
            // The first one is all of them.
            change(&mut next, at.and_then(|at| at.checked_sub(1)), &listing);
            on_filter.emit(next);
        })
    };
    let on_topic = change(|filter, at, listing| {
        filter.topic = at.and_then(|at| listing.topics().get(at)).map(|(topic, _)| *topic);
    });
    let on_section = change(|filter, at, listing| {
        filter.section = at.and_then(|at| listing.sections().get(at)).map(|(section, _)| *section);
    });
    let on_kind = change(|filter, at, listing| {
        filter.kind = at.and_then(|at| listing.kinds().get(at)).map(|(kind, _)| *kind);
    });
    let oninput = {
        let (filter, on_filter) = (filter.clone(), props.on_filter.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                on_filter.emit(Filter { words: field.value(), ..filter.clone() });
            }
        })
    };
    let clear = props.on_filter.reform(|_: MouseEvent| Filter::default());
    let copy = {
        let (opened, rows, copied) =
            (props.opened.clone(), Rc::clone(&props.rows), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let table = listing::table(&opened.analysis.report, &rows, messages);
            let copied = copied.clone();
            spawn_local(async move {
                let (text, html) = (listing::tsv(&table), listing::html(&table));
                copied.set(Some(clipboard::copy_both(text, html).await));
            });
        })
    };
    let option = |name: String, count: usize, is_chosen: bool, lang: Option<&'static str>| {
        html! { <option {lang} selected={is_chosen}>{(words.choice)(&name, count)}</option> }
    };
    let topic = |(topic, count): &(Topic, usize)| {
        option((messages.topic)(*topic).to_owned(), *count, filter.topic == Some(*topic), None)
    };
    let section = |(section, count): &(usize, usize)| {
        let it = &report.sections[*section];
        let indent = "\u{3000}".repeat(usize::from(it.level.clamp(1, 4)) - 1);
        let number = it.number.as_deref().unwrap_or_default();
        let name = format!("{indent}{number} {}", it.heading);
        option(name, *count, filter.section == Some(*section), Some(LABELS))
    };
    let kind = |(kind, count): &(StatisticKind, usize)| {
        option((words.kind)(*kind).to_owned(), *count, filter.kind == Some(*kind), None)
    };
    let all = |name: &'static str, is_chosen: bool| html! { <option selected={is_chosen}>{name}</option> };
    let listing = &props.listing;
    let count = report.statistics.len();
    html! {
        <div class="statistics-tools" role="group" aria-label={words.filter}>
            <input type="search" class="button statistics-words" id="filter-words" aria-label={words.filter}
                placeholder={words.filter} autocomplete="off" value={filter.words.clone()} {oninput} />
            <select class="button" id="filter-topic" aria-label={words.columns.topic} onchange={on_topic}>
                {all(words.all_topics, filter.topic.is_none())}
                {for listing.topics().iter().map(topic)}
            </select>
            if !listing.sections().is_empty() {
                <select class="button" id="filter-section" aria-label={words.columns.section} onchange={on_section}>
                    {all(words.all_sections, filter.section.is_none())}
                    {for listing.sections().iter().map(section)}
                </select>
            }
            if !listing.kinds().is_empty() {
                <select class="button" id="filter-kind" aria-label={words.kinds} onchange={on_kind}>
                    {all(words.all_kinds, filter.kind.is_none())}
                    {for listing.kinds().iter().map(kind)}
                </select>
            }
            <div class="statistics-actions">
                <p class="statistics-count" id="statistics-count" role="status">
                    {match *copied {
                        Some(true) => (words.copied)(props.rows.len()),
                        Some(false) => words.not_copied.to_owned(),
                        None => (words.shown)(props.rows.len(), count),
                    }}
                </p>
                if !filter.is_off() {
                    <button type="button" class="button" id="clear-filters" onclick={clear}>{words.clear}</button>
                }
                <button type="button" class="button" id="copy-table" onclick={copy} disabled={props.rows.is_empty()}>
                    {words.copy}
                </button>
            </div>
        </div>
    }
}
