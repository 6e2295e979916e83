//! 打开: the empty page. `index.html` carries the same, so that it is there before the program is.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::ui::platform::given::Given;
use crate::ui::samples::SAMPLES;

/// What the reader can do on the empty page.
pub(in crate::ui) struct Ways<'a> {
    /// Opens something.
    pub(in crate::ui) on_open: &'a Callback<Given>,
    /// Asks for files.
    pub(in crate::ui) on_choose: &'a Callback<MouseEvent>,
    /// Asks for the paste dialog.
    pub(in crate::ui) on_paste: &'a Callback<MouseEvent>,
}

/// The empty page: what this is, and every way to open a report.
pub(in crate::ui) fn open_panel(ways: &Ways, words: &'static Messages) -> Html {
    let sample = |(at, (name, about)): (usize, &(&'static str, &'static str))| {
        let onclick = ways.on_open.reform(move |_: MouseEvent| Given::Sample(at));
        let slug = SAMPLES.get(at).map(|sample| sample.slug);
        html! {
            <li>
                <button type="button" class="open-sample" data-sample={slug} {onclick}>
                    <strong>{name}</strong>
                    <span>{about}</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="open" part="open" aria-labelledby="open-name">
            <div class="open-sheet">
                <h1 class="open-name" id="open-name">{words.name}</h1>
                <hr class="open-rule" />
                <p class="open-purpose">{words.purpose}</p>
                <p class="open-drop">{words.drop_here}</p>
                <div class="open-actions">
                    <button type="button" class="button is-primary" id="choose-button" onclick={ways.on_choose.clone()}>
                        {words.choose_file}
                    </button>
                    <button type="button" class="button" id="paste-button" onclick={ways.on_paste.clone()}>
                        {words.paste}
                    </button>
                </div>
                <p class="open-formats">{words.formats}</p>
                <h2 class="open-samples-name">{words.samples}</h2>
                <ul class="open-samples">{for words.sample.iter().enumerate().map(sample)}</ul>
                <p class="open-privacy">{words.privacy}</p>
            </div>
        </section>
    }
}
