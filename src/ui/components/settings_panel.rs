//! 设置: language, script and appearance; in the bar where there is room, else behind the button 更多, with the ways to open
//! a report where not even these fit. 长者版 is always in the bar.

use yew::prelude::*;

use crate::i18n::Language;
use crate::text::script::Script;
use crate::ui::hooks::{use_dispatch, use_host, use_words};
use crate::ui::platform::{aids, page, settings};
use crate::ui::state::Action;

/// What the settings say, and what else stands in their menu.
#[derive(PartialEq, Properties)]
pub(super) struct SettingsPanelProps {
    /// The script that the reader wants the text in.
    pub(super) script: Option<Script>,
    /// Closes the report that is open, if one is.
    pub(super) on_close: Option<Callback<MouseEvent>>,
    /// Asks for files.
    pub(super) on_choose: Callback<MouseEvent>,
    /// Asks for the paste dialog.
    pub(super) on_paste: Callback<MouseEvent>,
}

/// The settings.
#[component(SettingsPanel)]
pub(super) fn settings_panel(props: &SettingsPanelProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let is_open = use_state_eq(|| false);
    let host = use_host();
    let theme = use_state_eq(|| settings::theme(&host));
    let is_elder = use_state_eq(|| settings::is_elder(&host));
    use_effect_with((host.clone(), *is_elder, words.language), |(host, is_elder, language)| {
        aids::set(host, is_elder.then_some(*language));
    });
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
    let kept = {
        let dispatch = dispatch.clone();
        move |is_kept: bool| {
            if !is_kept {
                dispatch.emit(Action::NotKept);
            }
        }
    };
    let on_language = {
        let (host, dispatch, kept) = (host.clone(), dispatch.clone(), kept.clone());
        Callback::from(move |event: Event| {
            if let Some(language) = page::chosen(&event).and_then(|at| Language::ALL.get(at)) {
                kept(settings::set_language(&host, *language));
                dispatch.emit(Action::Speak(*language));
            }
        })
    };
    let on_script = {
        let (host, kept) = (host.clone(), kept.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = page::chosen(&event) {
                // The first one is to show the text as printed.
                let script = chosen.checked_sub(1).and_then(|at| Script::ALL.get(at)).copied();
                kept(settings::set_script(&host, script));
                dispatch.emit(Action::Write(script));
            }
        })
    };
    let on_theme = {
        let (theme, host, kept) = (theme.clone(), host.clone(), kept.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = page::chosen(&event) {
                kept(settings::set_theme(&host, chosen));
                theme.set(chosen);
            }
        })
    };
    let on_elder = {
        let (is_elder, host) = (is_elder.clone(), host.clone());
        Callback::from(move |_| {
            kept(settings::set_elder(&host, !*is_elder));
            is_elder.set(!*is_elder);
        })
    };
    let language = |language: Language| {
        let name = language.own_name();
        html! { <option lang={language.code()} selected={language == words.language}>{name}</option> }
    };
    let script = props.script.and_then(|it| Script::ALL.iter().position(|script| *script == it));
    let script = script.map_or(0, |at| at + 1);
    let option = |current: usize| {
        move |(at, name): (usize, &&'static str)| {
            html! { <option selected={current == at}>{*name}</option> }
        }
    };
    let way = |name: &'static str, id: &'static str, onclick: &Callback<MouseEvent>| {
        html! {
            <button type="button" class="button settings-way" {id} onclick={onclick.clone()}>{name}</button>
        }
    };
    let aids = &words.reading_aids;
    html! {
        <>
            <div class="settings-place" {onkeydown} {onfocusout}>
                <button type="button" class="button settings-button" id="settings-button" aria-controls="settings"
                    aria-expanded={is_open.to_string()} onclick={toggle}>
                    {words.settings}
                </button>
                <div class={classes!("settings", is_open.then_some("is-open"))} id="settings">
                    if let Some(on_close) = &props.on_close {
                        {way(words.open, "open-entry", &props.on_choose)}
                        {way(words.paste, "paste-entry", &props.on_paste)}
                        {way(words.compare.close, "close-entry", on_close)}
                    }
                    <label class="settings-choice">
                        <span class="settings-name">{aids.script}</span>
                        <select class="button" id="script-select" title={aids.script} onchange={on_script}>
                            {for aids.scripts.iter().enumerate().map(option(script))}
                        </select>
                    </label>
                    <label class="settings-choice">
                        <span class="settings-name">{words.language_label}</span>
                        <select class="button" id="language-select" title={words.language_label} onchange={on_language}>
                            {for Language::ALL.into_iter().map(language)}
                        </select>
                    </label>
                    <label class="settings-choice">
                        <span class="settings-name">{words.appearance}</span>
                        <select class="button" id="theme-select" title={words.appearance} onchange={on_theme}>
                            {for words.appearances.iter().enumerate().map(option(*theme))}
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
