//! 读取中: what is being read, and a way out.

use yew::prelude::*;

use crate::i18n::Messages;

/// Shown after a moment only, by its style: most reports are there before. A bar where a report stays open below.
pub(in crate::ui) fn reading_panel(
    name: &str,
    (done, count): (usize, usize),
    is_bar: bool,
    words: &'static Messages,
    on_cancel: &Callback<MouseEvent>,
) -> Html {
    html! {
        <div class={classes!("reading", is_bar.then_some("is-bar"))}>
            <div class="reading-words" role="status">
                <p>{(words.reading)(name)}</p>
                if count > 1 {
                    <p>{(words.reading_several)(done, count)}</p>
                    <progress aria-label={(words.reading)(name)} value={done.to_string()} max={count.to_string()}></progress>
                } else {
                    <progress aria-label={(words.reading)(name)}></progress>
                }
                <button type="button" class="button" id="cancel-button" onclick={on_cancel.clone()}>
                    {words.cancel}
                </button>
            </div>
            if !is_bar {
                <div class="reading-skeleton" aria-hidden="true">
                    {for (0..9).map(|n| html! { <span key={n}></span> })}
                </div>
            }
        </div>
    }
}
