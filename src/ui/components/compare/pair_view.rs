//! 与上年比照: two reports of one body, from what was found to the sentences in both.

use std::rc::Rc;

use yew::prelude::*;

use super::super::tongue::mixed;
use super::full_name;
use super::pair_list::{Finding, PairList};
use crate::comparison::{Comparison, Passages};
use crate::i18n::{CompareMessages, Messages};
use crate::report::Report;
use crate::ui::hooks::{Asked, use_compare, use_words};
use crate::ui::state::Shelved;

/// Which reports, and which of them can be paired.
#[derive(PartialEq, Properties)]
pub(super) struct PairViewProps {
    /// All reports that are open.
    pub(super) shelf: Vec<Shelved>,
    /// Which of them take part.
    pub(super) chosen: Vec<usize>,
    /// The pairs among `chosen`, the earlier one first.
    pub(super) pairs: Vec<[usize; 2]>,
}

/// What came of asking.
#[derive(Clone, PartialEq)]
enum Found {
    Waiting,
    /// It broke down, or the reader did not want to wait.
    Stopped,
    Done(Rc<Comparison>),
}

/// The comparison of two years, and the choice of the two.
#[component(PairView)]
pub(super) fn pair_view(props: &PairViewProps) -> Html {
    let words = use_words();
    let ask = use_compare();
    let at = use_state_eq(|| 0_usize);
    let found = use_state(|| Found::Waiting);
    let shelved = |idx: usize| props.shelf[props.chosen[idx]].clone();
    let at_now = (*at).min(props.pairs.len().saturating_sub(1));
    let pair = props.pairs.get(at_now).map(|pair| pair.map(shelved));
    // Counts how often the reader asked for it again.
    let asked = use_state_eq(|| 0_u32);
    {
        let (found, ask) = (found.setter(), ask.clone());
        use_effect_with((pair.clone(), *asked), move |(pair, _)| {
            let Some(pair) = pair.clone() else { return };
            found.set(Found::Waiting);
            let [earlier, later] = pair.clone();
            let on_done = Callback::from(move |passages: Option<Passages>| {
                found.set(passages.map_or(Found::Stopped, |passages| {
                    let found = Comparison::new(&earlier.report, &later.report, passages);
                    Found::Done(Rc::new(found))
                }));
            });
            ask.emit(Some(Asked { pair, on_done }));
        });
    }
    let texts = &words.compare;
    let inner = match (&pair, &*found) {
        (None, _) => html! { <p class="compare-note">{texts.no_pair}</p> },
        (Some(_), Found::Waiting) => {
            let cancel = {
                let (found, ask) = (found.setter(), ask.clone());
                Callback::from(move |_: MouseEvent| {
                    ask.emit(None);
                    found.set(Found::Stopped);
                })
            };
            html! {
                <div class="compare-waiting">
                    <p class="compare-note" role="status">{texts.waiting}</p>
                    <progress aria-label={texts.waiting}></progress>
                    <button type="button" class="button" id="cancel-comparison" onclick={cancel}>{words.cancel}</button>
                </div>
            }
        }
        (Some(_), Found::Stopped) => {
            let onclick = Callback::from(move |_: MouseEvent| asked.set(*asked + 1));
            html! {
                <div class="compare-waiting is-over">
                    <p role="alert">{texts.broken}</p>
                    <button type="button" class="button" id="compare-again" {onclick}>{texts.retry}</button>
                </div>
            }
        }
        (Some(pair), Found::Done(comparison)) => {
            let shelf_at = props.pairs[at_now].map(|idx| props.chosen[idx]);
            findings(pair, shelf_at, comparison, words)
        }
    };
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        if let Some(chosen) = chosen.and_then(|it| usize::try_from(it.selected_index()).ok()) {
            at.set(chosen);
        }
    });
    let name = |pair: &[usize; 2]| {
        let [earlier, later] = pair.map(|idx| full_name(&shelved(idx).report, words));
        (texts.pair_name)(&earlier, &later)
    };
    html! {
        <section class="compare-pair" aria-labelledby="compare-pair-name">
            <h2 class="charts-name" id="compare-pair-name">{texts.pair}</h2>
            if props.pairs.len() > 1 {
                <select class="button" id="pair-select" aria-label={texts.pair_choice} {onchange}>
                    {for props.pairs.iter().enumerate().map(|(n, pair)| html! {
                        <option selected={n == at_now}>{name(pair)}</option>
                    })}
                </select>
            } else if let Some(pair) = props.pairs.first() {
                <p class="compare-pair-names">{mixed(&name(pair), words)}</p>
            }
            {inner}
        </section>
    }
}

fn findings(
    pair: &[Shelved; 2],
    shelf_at: [usize; 2],
    comparison: &Rc<Comparison>,
    words: &'static Messages,
) -> Html {
    let texts = &words.compare;
    let [earlier, later] = pair;
    let list = |finding: Finding| {
        html! {
            <PairList {finding} pair={pair.clone()} {shelf_at} comparison={comparison.clone()} />
        }
    };
    html! {
        <>
            {for doubts(&earlier.report, &later.report, texts).into_iter().map(|doubt| html! {
                <p class="compare-doubt">{doubt}</p>
            })}
            <p class="compare-note">{texts.pair_note}</p>
            {list(Finding::Carried)}
            {list(Finding::Figures)}
            {list(Finding::Plans)}
        </>
    }
}

/// Reasons for which the two may not be made for each other.
fn doubts(earlier: &Report, later: &Report, texts: &CompareMessages) -> Vec<String> {
    let mut doubts = Vec::new();
    if earlier.issuer.is_none() || later.issuer.is_none() {
        doubts.push(texts.other_issuer.to_owned());
    }
    match (earlier.year, later.year) {
        (Some(one), Some(other)) if one + 1 != other => doubts.push((texts.apart)(one, other)),
        (Some(_), Some(_)) => {}
        _ => doubts.push(texts.year_unknown.to_owned()),
    }
    doubts
}
