//! 外观: how the reader wants the page to look, kept from one visit to the next where the browser allows it.

use super::host::Host;
use crate::i18n::Language;
use crate::text::script::Script;

const THEME: &str = "data-theme";
const ELDER: &str = "data-elder";
const LANGUAGE: &str = "lang";
const SCRIPT: &str = "data-script";
const SCRIPT_KEY: &str = "fajian-script";

/// The appearances as the style sheets name them; the first one is that of the system, the last three have strong
/// contrast. `web/look.js` and `web/embed.js` know them too.
const THEMES: [&str; 6] = ["", "light", "dark", "white", "black", "yellow"];

/// Which of the appearances.
pub(in crate::ui) fn theme(host: &Host) -> usize {
    let own = host.mark_of(THEME).unwrap_or_default();
    THEMES.iter().position(|theme| *theme == own).unwrap_or_default()
}

/// Sets the appearance, and tells whether it is kept.
pub(in crate::ui) fn set_theme(host: &Host, theme: usize) -> bool {
    set(host, THEME, "fajian-theme", THEMES.get(theme).copied().unwrap_or_default())
}

/// Whether type is large and contrast strong.
pub(in crate::ui) fn is_elder(host: &Host) -> bool {
    host.mark_of(ELDER).is_some()
}

/// Sets large type and strong contrast, and tells whether that is kept.
pub(in crate::ui) fn set_elder(host: &Host, is_elder: bool) -> bool {
    set(host, ELDER, "fajian-elder", if is_elder { "on" } else { "" })
}

/// The language of the page. `web/look.js` told it before anything was painted.
pub(in crate::ui) fn language(host: &Host) -> Language {
    host.mark_of(LANGUAGE).and_then(|code| Language::from_code(&code)).unwrap_or_default()
}

/// Sets the language of the page, and tells whether it is kept.
pub(in crate::ui) fn set_language(host: &Host, language: Language) -> bool {
    set(host, LANGUAGE, "fajian-language", language.code())
}

/// The script that the reader wants texts in; `None` as printed.
pub(in crate::ui) fn script(host: &Host) -> Option<Script> {
    if !host.is_page() {
        return None;
    }
    let storage = gloo::utils::window().local_storage().ok().flatten()?;
    Script::from_code(&storage.get_item(SCRIPT_KEY).ok().flatten()?)
}

/// Sets the script of texts, and tells whether it is kept.
pub(in crate::ui) fn set_script(host: &Host, script: Option<Script>) -> bool {
    set(host, SCRIPT, SCRIPT_KEY, script.map_or("", Script::code))
}

/// Sets a choice, and tells whether it is kept: where storage is blocked it lasts as long as the page.
fn set(host: &Host, mark: &str, key: &str, value: &str) -> bool {
    host.mark(mark, value);
    // The storage of somebody else's page is not ours.
    if !host.is_page() {
        return true;
    }
    // `web/look.js` reads it back.
    let Ok(Some(storage)) = gloo::utils::window().local_storage() else { return false };
    let kept =
        if value.is_empty() { storage.remove_item(key) } else { storage.set_item(key, value) };
    kept.is_ok()
}
