//! 对比: the open reports side by side.

mod pair_list;
mod pair_view;
mod row_group;
mod table_view;

use std::rc::Rc;

use yew::prelude::*;

use self::pair_view::PairView;
use self::table_view::TableView;
use super::tongue::mixed;
use crate::comparison::{align, pairs};
use crate::i18n::Messages;
use crate::report::Report;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_host, use_words};
use crate::ui::platform::{compare, page};
use crate::ui::state::{Action, Opened, Shelved, View};

/// Which reports, and whether they are looked at.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct CompareViewProps {
    /// The report that is shown beside.
    pub(in crate::ui) opened: Opened,
    /// All reports that are open.
    pub(in crate::ui) shelf: Vec<Shelved>,
    /// Whether the comparison is in sight.
    pub(in crate::ui) is_shown: bool,
    /// Asks for files.
    pub(in crate::ui) on_choose: Callback<MouseEvent>,
}

/// The comparison. It stays as it is while reports are switched, so that Back finds it as it was left.
#[component(CompareView)]
pub(in crate::ui) fn compare_view(props: &CompareViewProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let left_out = use_state_eq(Vec::<Shelved>::new);
    let host = use_host();
    let was_shown = use_mut_ref(|| false);
    *was_shown.borrow_mut() |= props.is_shown;
    let is_wanted = *was_shown.borrow();
    let is_in = |at: &usize| !left_out.contains(&props.shelf[*at]);
    let chosen: Vec<usize> = (0..props.shelf.len()).filter(is_in).collect();
    let reports: Vec<Shelved> = chosen.iter().map(|at| props.shelf[*at].clone()).collect();
    let found = use_memo((reports, is_wanted), |(reports, is_wanted)| {
        let reports: &[Shelved] = if *is_wanted { reports } else { &[] };
        let reports: Vec<&Report> = reports.iter().map(|it| &it.report).collect();
        (Rc::new(align(&reports)), pairs(&reports))
    });
    let onclick = {
        let (shelf, opened) = (props.shelf.clone(), props.opened.clone());
        let host = host.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(target) = page::mark_at(&event, GO) else { return };
            let Some((at, place)) = target.split_once('#') else { return };
            let Some(shelved) = at.parse().ok().and_then(|at: usize| shelf.get(at)) else { return };
            compare::leave(&host);
            let is_shown = opened.analysis == *shelved;
            let other = if is_shown { opened.clone() } else { Opened::new(shelved, words) };
            dispatch.emit(Action::Jump(other, Place::parse(place), View::Text));
        })
    };
    let texts = &words.compare;
    let inner = || {
        let (table, pairs) = &*found;
        html! {
            <>
                if props.shelf.len() > 1 {
                    {choice(&props.shelf, &left_out, words)}
                }
                if chosen.len() > 1 {
                    <PairView key="pair" shelf={props.shelf.clone()} chosen={chosen.clone()} pairs={pairs.clone()} />
                    <TableView key="table" shelf={props.shelf.clone()} chosen={chosen.clone()} table={table.clone()} />
                } else {
                    {invitation(&props.on_choose, words)}
                }
            </>
        }
    };
    html! {
        <section class="compare" id="compare" aria-labelledby="compare-name" tabindex="-1" {onclick}>
            <h1 class="compare-name" id="compare-name">{texts.name}</h1>
            if is_wanted { {inner()} }
        </section>
    }
}

/// The attribute that names a place: the report's index on the shelf, then the place as a link.
const GO: &str = "data-goto";

/// A place in one of the reports, for [`GO`].
fn target(report: usize, place: Place) -> String {
    format!("{report}{}", place.link())
}

/// What a report is called among others: whose it is and of which year.
fn full_name(report: &Report, words: &'static Messages) -> String {
    match (&report.issuer, report.year) {
        (Some(issuer), Some(year)) => format!("{issuer} {}", (words.year)(year)),
        (Some(issuer), None) => format!("{issuer} {}", report.source.name),
        (None, Some(year)) => format!("{} {}", report.source.name, (words.year)(year)),
        (None, None) => report.source.name.clone(),
    }
}

/// Which reports take part.
fn choice(
    shelf: &[Shelved],
    left_out: &UseStateHandle<Vec<Shelved>>,
    words: &'static Messages,
) -> Html {
    let item = |shelved: &Shelved| {
        let is_in = !left_out.contains(shelved);
        let onchange = {
            let (left_out, shelved) = (left_out.clone(), shelved.clone());
            Callback::from(move |_: Event| {
                let mut next: Vec<Shelved> =
                    left_out.iter().filter(|other| **other != shelved).cloned().collect();
                if is_in {
                    next.push(shelved.clone());
                }
                left_out.set(next);
            })
        };
        html! {
            <li>
                <label>
                    <input type="checkbox" checked={is_in} {onchange} />
                    <span>{mixed(&full_name(&shelved.report, words), words)}</span>
                </label>
            </li>
        }
    };
    let chosen = shelf.iter().filter(|shelved| !left_out.contains(shelved)).count();
    html! {
        <details class="compare-choice" open={shelf.len() <= 6}>
            <summary>{(words.compare.choice)(chosen, shelf.len())}</summary>
            <ul>{for shelf.iter().map(item)}</ul>
        </details>
    }
}

/// What to open for a comparison.
fn invitation(on_choose: &Callback<MouseEvent>, words: &'static Messages) -> Html {
    let [first, rest @ ..] = words.compare.invite;
    html! {
        <div class="compare-invite">
            <p><strong>{first}</strong></p>
            <ul>{for rest.into_iter().map(|line| html! { <li>{line}</li> })}</ul>
            <p><button type="button" class="button is-primary" id="compare-open" onclick={on_choose.clone()}>
                {words.choose_file}
            </button></p>
            <p class="compare-note">{words.formats}</p>
        </div>
    }
}
