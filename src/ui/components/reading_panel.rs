//! 读取中: what is being read, and a way out.

use yew::prelude::*;

use crate::ui::hooks::use_words;

/// What is being read.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct ReadingPanelProps {
    /// Its name.
    pub(in crate::ui) name: String,
    /// Whether a report stays open below.
    pub(in crate::ui) is_bar: bool,
    /// Gives up.
    pub(in crate::ui) on_cancel: Callback<MouseEvent>,
}

/// Shown after a moment only, by its style: most reports are there before.
#[component(ReadingPanel)]
pub(in crate::ui) fn reading_panel(props: &ReadingPanelProps) -> Html {
    let words = use_words();
    html! {
        <div class={classes!("reading", props.is_bar.then_some("is-bar"))}>
            <div class="reading-words" role="status">
                <p>{(words.reading)(&props.name)}</p>
                <progress aria-label={(words.reading)(&props.name)}></progress>
                <button type="button" class="button" id="cancel-button" onclick={props.on_cancel.clone()}>
                    {words.cancel}
                </button>
            </div>
            if !props.is_bar {
                <div class="reading-skeleton" aria-hidden="true">
                    {for (0..9).map(|n| html! { <span key={n}></span> })}
                </div>
            }
        </div>
    }
}
