//! 长者版的辅助: captions and reading aloud, by a script that is loaded when they are first asked for.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::host::Host;
use crate::i18n::{self, Language};

/// Puts the aids up in a language, or takes them away. `web/aids.js` does the work and names the words that it is given.
pub(in crate::ui) fn set(host: &Host, language: Option<Language>) {
    let Some(aids) = host.function("aids") else { return };
    let words = language.map_or(JsValue::NULL, |language| {
        let words = i18n::messages(language).reading_aids.of_script();
        words.iter().map(|word| JsValue::from_str(word)).collect::<Array>().into()
    });
    // Where the script cannot be loaded the page is without them.
    // The storage of somebody else's page is not ours.
    let _ = aids.call3(&JsValue::NULL, host.root(), &words, &host.is_page().into());
}
