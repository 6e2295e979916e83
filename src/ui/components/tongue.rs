//! 语种: words of a report among words of the page.

use yew::prelude::*;

use crate::i18n::{Language, Messages};
use crate::ui::tongue;

/// Labels and names are read into simplified characters.
pub(super) const LABELS: &str = "zh-Hans";

/// A text in the page's language with Chinese words of the report in it.
pub(super) fn mixed(text: &str, words: &'static Messages) -> Html {
    if words.language != Language::En {
        return html! { {text.to_owned()} };
    }
    let stretch = |(is_chinese, text): (bool, &str)| {
        if is_chinese {
            html! { <span lang={LABELS}>{text.to_owned()}</span> }
        } else {
            html! { {text.to_owned()} }
        }
    };
    html! { <>{for tongue::stretches(text).into_iter().map(stretch)}</> }
}
