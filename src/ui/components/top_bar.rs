//! The bar at the top: what is open, and what can be done at any time.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::ui::hooks::{use_dispatch, use_words};
use crate::ui::platform::{page, settings};
use crate::ui::state::{Action, Opened};

/// What is open, and what the reader can do.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct TopBarProps {
    /// The open report.
    pub(in crate::ui) opened: Option<Opened>,
    /// Asks for files.
    pub(in crate::ui) on_choose: Callback<MouseEvent>,
    /// Asks for the paste dialog.
    pub(in crate::ui) on_paste: Callback<MouseEvent>,
}

/// The bar.
#[component(TopBar)]
pub(in crate::ui) fn top_bar(props: &TopBarProps) -> Html {
    let words = use_words();
    let toggle = use_dispatch().reform(|_: MouseEvent| Action::ToggleOutline);
    let appearance = use_appearance(words);
    let skip = Callback::from(|event: MouseEvent| {
        // The address names places in the report, not parts of the page.
        event.prevent_default();
        page::focus_main();
    });
    html! {
        <header class="top-bar">
            <a class="skip" href="#main" onclick={skip}>{words.skip}</a>
            <span class="top-bar-name">{words.name}</span>
            if let Some(opened) = &props.opened {
                <span class="top-bar-title">{opened.analysis.report.title.clone().unwrap_or_default()}</span>
                <button type="button" class="button top-bar-outline" aria-controls="outline" onclick={toggle}>
                    {words.outline}
                </button>
                <button type="button" class="button" id="open-button" onclick={props.on_choose.clone()}>
                    {words.open}
                </button>
                <button type="button" class="button" id="paste-button" onclick={props.on_paste.clone()}>
                    {words.paste}
                </button>
            }
            {appearance}
        </header>
    }
}

/// 外观, 长者版.
#[hook]
fn use_appearance(words: &'static Messages) -> Html {
    let theme = use_state(settings::theme);
    let is_elder = use_state(settings::is_elder);
    let onchange = {
        let theme = theme.setter();
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let Some(chosen) = chosen.and_then(|it| usize::try_from(it.selected_index()).ok())
            else {
                return;
            };
            settings::set_theme(chosen);
            theme.set(chosen);
        })
    };
    let onclick = {
        let is_elder = is_elder.clone();
        Callback::from(move |_| {
            settings::set_elder(!*is_elder);
            is_elder.set(!*is_elder);
        })
    };
    let option = |(at, name): (usize, &&'static str)| {
        html! { <option value={at.to_string()} selected={*theme == at}>{*name}</option> }
    };
    html! {
        <>
            <select class="button" id="theme-select" aria-label={words.appearance} {onchange}>
                {for words.appearances.iter().enumerate().map(option)}
            </select>
            <button type="button" class="button" id="elder-button" aria-pressed={is_elder.to_string()} {onclick}>
                {words.elder}
            </button>
        </>
    }
}
