//! 没有计入的: what was seen and left out, each with the reason and the words around it.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::ui::excerpt::excerpt;
use crate::ui::state::Opened;

/// More than these are only counted.
const MOST: usize = 200;
/// So many characters are shown on either side.
const AROUND: usize = 14;

/// What was seen and left out, folded.
pub(super) fn skipped_list(opened: &Opened, words: &'static Messages) -> Html {
    let diagnostics = &opened.analysis.diagnostics;
    if diagnostics.is_empty() {
        return Html::default();
    }
    let text = opened.text();
    let item = |diagnostic: &crate::diagnostic::Diagnostic| {
        let found = excerpt(text, diagnostic.span, AROUND);
        html! {
            <li>
                <span class="skipped-reason">{(words.diagnostic)(diagnostic.code)}</span>
                <span class="skipped-words" lang={opened.tongue}>{found.before}<b>{found.words}</b>{found.after}</span>
            </li>
        }
    };
    html! {
        <details class="skipped">
            <summary>{(words.not_counted)(diagnostics.len())}</summary>
            <ul>
                {for diagnostics.iter().take(MOST).map(item)}
                if diagnostics.len() > MOST {
                    <li>{(words.more)(diagnostics.len() - MOST)}</li>
                }
            </ul>
        </details>
    }
}
