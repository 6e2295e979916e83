//! What went wrong, and what to do about it.

use yew::prelude::*;

use super::tongue::mixed;
use crate::i18n::{Messages, Problem};
use crate::ui::state::{Action, Closed, Gap, Notice, Opened};

/// More files than these are only counted: a folder may hold hundreds of pictures.
const MOST: usize = 10;

/// Something told beside the open report.
pub(in crate::ui) fn notice_bar(
    notice: &Notice,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Html {
    let dismiss = dispatch.reform(|_: MouseEvent| Action::Dismiss);
    let (role, inner) = match notice {
        Notice::Problem { name, problem } => {
            let inner = html! { <>{explained(name, *problem, words)}<p>{words.kept}</p></> };
            ("alert", inner)
        }
        Notice::NotSaved => ("alert", html! { <p>{words.not_saved}</p> }),
        Notice::NotKept => ("status", html! { <p>{words.not_kept}</p> }),
        Notice::NotRewritten => ("alert", html! { <p>{words.reading_aids.not_rewritten}</p> }),
        Notice::Several { opened, again, failed } => {
            let inner = html! {
                <>
                    <p>{(words.opened_several)(*opened)}</p>
                    if *again > 0 {
                        <p>{(words.compare.several_again)(*again)}</p>
                    }
                    {for failed.iter().take(MOST).map(|(name, problem)| explained(name, *problem, words))}
                    if failed.len() > MOST {
                        <p>{(words.more)(failed.len() - MOST)}</p>
                    }
                </>
            };
            (if failed.is_empty() { "status" } else { "alert" }, inner)
        }
        Notice::Again(name) => {
            ("status", html! { <p>{mixed(&(words.compare.again)(name), words)}</p> })
        }
        Notice::Closed(closed) => ("status", closed_words(closed, words, dispatch)),
    };
    html! {
        <div class="notice" {role}>
            <div class="notice-words">{inner}</div>
            <button type="button" class="button" onclick={dismiss}>{words.close}</button>
        </div>
    }
}

/// Says which report was closed, and brings it back.
fn closed_words(closed: &Closed, words: &'static Messages, dispatch: &Callback<Action>) -> Html {
    let report = &closed.opened.analysis.report;
    let name = report.title.as_deref().unwrap_or(&report.source.name);
    let restore = dispatch.reform(|_: MouseEvent| Action::Reopen);
    html! {
        <p class="notice-line">
            <span>{mixed(&(words.compare.closed)(name), words)}</span>
            <button type="button" class="button" id="undo-button" onclick={restore}>{words.compare.undo}</button>
        </p>
    }
}

/// Says why nothing is open.
pub(in crate::ui) fn failure_card(name: &str, problem: Problem, words: &'static Messages) -> Html {
    html! {
        <div class="notice is-failure" role="alert">
            <div class="notice-words">{explained(name, problem, words)}</div>
        </div>
    }
}

/// Says what could not be read of the open report; nothing when all could.
pub(in crate::ui) fn partial_note(opened: &Opened, words: &'static Messages) -> Html {
    if opened.gaps.is_empty() {
        return Html::default();
    }
    let gap = |gap: &Gap| match gap {
        Gap::Damaged(count) => (words.partial_damaged)(*count),
        Gap::Unlike => words.partial_unlike.to_owned(),
        Gap::NoSections => words.partial_sections.to_owned(),
        Gap::NoStatistics => words.partial_statistics.to_owned(),
        Gap::Losses => words.losses.to_owned(),
    };
    let losses = &opened.analysis.losses;
    html! {
        <div class="notice is-partial" role="status">
            <div class="notice-words">
                <p><strong>{words.partial}</strong></p>
                {for opened.gaps.iter().map(|it| html! { <p>{gap(it)}</p> })}
                if !losses.is_empty() {
                    <ul>{for losses.iter().map(|loss| html! { <li>{(words.loss)(loss)}</li> })}</ul>
                }
            </div>
        </div>
    }
}

fn explained(name: &str, problem: Problem, words: &'static Messages) -> Html {
    let explanation = (words.problem)(problem);
    html! {
        <>
            <p><strong>{(words.failed)(name)}</strong></p>
            <p>{explanation.what}{explanation.next}</p>
        </>
    }
}
