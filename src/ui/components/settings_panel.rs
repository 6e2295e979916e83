//! 设置: language and appearance; in the bar where there is room, else behind a button. 长者版 is always in the bar.

use yew::prelude::*;

use crate::i18n::Language;
use crate::ui::hooks::{use_dispatch, use_host, use_words};
use crate::ui::platform::{page, settings};
use crate::ui::state::Action;

/// The settings.
#[component(SettingsPanel)]
pub(super) fn settings_panel() -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let is_open = use_state_eq(|| false);
    let host = use_host();
    let theme = use_state_eq(|| settings::theme(&host));
    let is_elder = use_state_eq(|| settings::is_elder(&host));
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let onkeydown = {
        let (is_open, host) = (is_open.clone(), host.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *is_open {
                is_open.set(false);
                host.focus("#settings-button");
            }
        })
    };
    let onfocusout = {
        let is_open = is_open.clone();
        Callback::from(move |event: FocusEvent| {
            if !page::stays_within(&event, ".settings-place") {
                is_open.set(false);
            }
        })
    };
    let own = host.clone();
    let on_language = Callback::from(move |event: Event| {
        if let Some(language) = page::chosen(&event).and_then(|at| Language::ALL.get(at)) {
            settings::set_language(&own, *language);
            dispatch.emit(Action::Speak(*language));
        }
    });
    let on_theme = {
        let (theme, host) = (theme.clone(), host.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = page::chosen(&event) {
                settings::set_theme(&host, chosen);
                theme.set(chosen);
            }
        })
    };
    let on_elder = {
        let (is_elder, host) = (is_elder.clone(), host.clone());
        Callback::from(move |_| {
            settings::set_elder(&host, !*is_elder);
            is_elder.set(!*is_elder);
        })
    };
    let language = |language: Language| {
        let name = language.own_name();
        html! { <option lang={language.code()} selected={language == words.language}>{name}</option> }
    };
    let appearance = |(at, name): (usize, &&'static str)| {
        html! { <option selected={*theme == at}>{*name}</option> }
    };
    html! {
        <>
            <div class="settings-place" {onkeydown} {onfocusout}>
                <button type="button" class="button settings-button" id="settings-button" aria-controls="settings"
                    aria-expanded={is_open.to_string()} onclick={toggle}>
                    {words.settings}
                </button>
                <div class={classes!("settings", is_open.then_some("is-open"))} id="settings">
                    <label class="settings-choice">
                        <span class="settings-name">{words.language_label}</span>
                        <select class="button" id="language-select" onchange={on_language}>
                            {for Language::ALL.into_iter().map(language)}
                        </select>
                    </label>
                    <label class="settings-choice">
                        <span class="settings-name">{words.appearance}</span>
                        <select class="button" id="theme-select" onchange={on_theme}>
                            {for words.appearances.iter().enumerate().map(appearance)}
                        </select>
                    </label>
                </div>
            </div>
            <button type="button" class="button" id="elder-button" aria-pressed={is_elder.to_string()} onclick={on_elder}>
                {words.elder}
            </button>
        </>
    }
}
