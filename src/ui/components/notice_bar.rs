//! What went wrong, and what to do about it.

use yew::prelude::*;

use crate::i18n::{Messages, Problem};
use crate::ui::hooks::{use_dispatch, use_words};
use crate::ui::state::{Action, Gap, Notice, Opened};

/// What to tell.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct NoticeBarProps {
    /// What to tell.
    pub(in crate::ui) notice: Notice,
}

/// Something told beside the open report.
#[component(NoticeBar)]
pub(in crate::ui) fn notice_bar(props: &NoticeBarProps) -> Html {
    let words = use_words();
    let dismiss = use_dispatch().reform(|_: MouseEvent| Action::Dismiss);
    let (role, inner) = match &props.notice {
        Notice::Problem { name, problem } => {
            let inner = html! { <>{explained(name, *problem, words)}<p>{words.kept}</p></> };
            ("alert", inner)
        }
        Notice::OnlyFirst(count) => ("status", html! { <p>{(words.only_first)(*count)}</p> }),
    };
    html! {
        <div class="notice" {role}>
            <div class="notice-words">{inner}</div>
            <button type="button" class="button" onclick={dismiss}>{words.close}</button>
        </div>
    }
}

/// Why the first file could not be opened.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct FailureCardProps {
    /// The file's name.
    pub(in crate::ui) name: String,
    /// Why.
    pub(in crate::ui) problem: Problem,
}

/// Says why nothing is open.
#[component(FailureCard)]
pub(in crate::ui) fn failure_card(props: &FailureCardProps) -> Html {
    let words = use_words();
    html! {
        <div class="notice is-failure" role="alert">
            <div class="notice-words">{explained(&props.name, props.problem, words)}</div>
        </div>
    }
}

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct PartialNoteProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
}

/// Says what could not be read of the open report; nothing when all could.
#[component(PartialNote)]
pub(in crate::ui) fn partial_note(props: &PartialNoteProps) -> Html {
    let words = use_words();
    if props.opened.gaps.is_empty() {
        return Html::default();
    }
    let gap = |gap: &Gap| match gap {
        Gap::Damaged(count) => (words.partial_damaged)(*count),
        Gap::NoSections => words.partial_sections.to_owned(),
        Gap::NoStatistics => words.partial_statistics.to_owned(),
    };
    html! {
        <div class="notice is-partial" role="status">
            <div class="notice-words">
                <p><strong>{words.partial}</strong></p>
                {for props.opened.gaps.iter().map(|it| html! { <p>{gap(it)}</p> })}
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
