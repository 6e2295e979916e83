//! The bar at the top: what is open, and what can be done at any time.

use yew::prelude::*;

use super::export_menu::ExportMenu;
use super::find_field::FindField;
use super::settings_panel::SettingsPanel;
use super::tongue::LABELS;
use crate::i18n::Messages;
use crate::text::script::Script;
use crate::ui::hooks::{use_dispatch, use_host, use_words};
use crate::ui::state::{Action, Opened, Shelved};

/// What is open, and what the reader can do.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct TopBarProps {
    /// The open report.
    pub(in crate::ui) opened: Option<Opened>,
    /// All reports that are open.
    pub(in crate::ui) shelf: Vec<Shelved>,
    /// The script that the reader wants the text in.
    pub(in crate::ui) script: Option<Script>,
    /// Asks for files.
    pub(in crate::ui) on_choose: Callback<MouseEvent>,
    /// Asks for the paste dialog.
    pub(in crate::ui) on_paste: Callback<MouseEvent>,
    /// Leaves what is open as one file, where that can be done.
    pub(in crate::ui) on_save: Option<Callback<()>>,
}

/// The bar.
#[component(TopBar)]
pub(in crate::ui) fn top_bar(props: &TopBarProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let toggle = dispatch.reform(|_: MouseEvent| Action::ToggleOutline);
    let host = use_host();
    let skip = Callback::from(move |event: MouseEvent| {
        // The address names places in the report, not parts of the page.
        event.prevent_default();
        host.focus_main();
    });
    let on_close =
        props.opened.as_ref().map(|opened| closing(&props.shelf, opened, words, &dispatch));
    html! {
        <header class="top-bar" part="top-bar">
            <a class="skip" href="#main" onclick={skip}>{words.skip}</a>
            <span class="top-bar-name">{words.name}</span>
            if let Some(opened) = &props.opened {
                if props.shelf.len() > 1 {
                    {choice(&props.shelf, opened, words, &dispatch)}
                } else {
                    <span class="top-bar-title" lang={LABELS}>{opened.analysis.report.title.clone().unwrap_or_default()}</span>
                }
                {on_close.as_ref().map(|onclick| close(words.compare.close, onclick)).unwrap_or_default()}
                <button type="button" class="button top-bar-outline" aria-controls="outline" onclick={toggle}>
                    {words.outline}
                </button>
                <FindField opened={opened.clone()} />
                <button type="button" class="button top-bar-way" id="open-button" onclick={props.on_choose.clone()}>
                    {words.open}
                </button>
                <button type="button" class="button top-bar-way" id="paste-button" onclick={props.on_paste.clone()}>
                    {words.paste}
                </button>
                <ExportMenu opened={opened.clone()} shelf={props.shelf.clone()}
                    on_save={props.on_save.clone()} />
            }
            <SettingsPanel script={props.script} {on_close}
                on_choose={props.on_choose.clone()} on_paste={props.on_paste.clone()} />
        </header>
    }
}

/// The choice among the reports that are open.
fn choice(
    shelf: &[Shelved],
    opened: &Opened,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Html {
    let onchange = {
        let (shelf, dispatch) = (shelf.to_vec(), dispatch.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let index = chosen.and_then(|it| usize::try_from(it.selected_index()).ok());
            if let Some(shelved) = index.and_then(|index| shelf.get(index)) {
                dispatch.emit(Action::Choose(Opened::new(shelved, words)));
            }
        })
    };
    let option = |(at, shelved): (usize, &Shelved)| {
        let report = &shelved.report;
        let is_alike = |other: &&Shelved| *other != shelved && other.report.title == report.title;
        let file = &report.source.name;
        let name = match &report.title {
            // The same report in two formats, or two drafts of it.
            Some(title) if shelf.iter().any(|other| is_alike(&other)) => format!("{title} {file}"),
            Some(title) => title.clone(),
            None => file.clone(),
        };
        let is_open = *shelved == opened.analysis;
        html! { <option value={at.to_string()} selected={is_open}>{name}</option> }
    };
    html! {
        <select class="button top-bar-choice" id="report-select" aria-label={words.open_reports} {onchange}>
            {for shelf.iter().enumerate().map(option)}
        </select>
    }
}

/// Closes the report that is shown; the one behind it on the shelf is shown next, or else the one before.
fn closing(
    shelf: &[Shelved],
    opened: &Opened,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Callback<MouseEvent> {
    let at = shelf.iter().position(|shelved| *shelved == opened.analysis).unwrap_or_default();
    let next = shelf.get(at + 1).or_else(|| shelf.get(at.checked_sub(1)?)).cloned();
    dispatch.reform(move |_: MouseEvent| {
        Action::Close(next.as_ref().map(|next| Opened::new(next, words)))
    })
}

fn close(name: &'static str, onclick: &Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="button top-bar-close" id="close-button" aria-label={name} title={name}
            onclick={onclick.clone()}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M3 3L13 13M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.75" />
            </svg>
        </button>
    }
}
