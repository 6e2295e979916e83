//! 外观: how the reader wants the page to look, kept from one visit to the next where the browser allows it.

use super::host::Host;
use crate::i18n::Language;

const THEME: &str = "data-theme";
const ELDER: &str = "data-elder";
const LANGUAGE: &str = "lang";

/// The appearance: 0 as the system, 1 light, 2 dark.
pub(in crate::ui) fn theme(host: &Host) -> usize {
    match host.mark_of(THEME).as_deref() {
        Some("light") => 1,
        Some("dark") => 2,
        _ => 0,
    }
}

/// Sets and keeps the appearance.
pub(in crate::ui) fn set_theme(host: &Host, theme: usize) {
    set(host, THEME, "fajian-theme", ["", "light", "dark"].get(theme).copied().unwrap_or_default());
}

/// Whether type is large and contrast strong.
pub(in crate::ui) fn is_elder(host: &Host) -> bool {
    host.mark_of(ELDER).is_some()
}

/// Sets and keeps large type and strong contrast.
pub(in crate::ui) fn set_elder(host: &Host, is_elder: bool) {
    set(host, ELDER, "fajian-elder", if is_elder { "on" } else { "" });
}

/// The language of the page. `web/boot.js` told it before anything was painted.
pub(in crate::ui) fn language(host: &Host) -> Language {
    host.mark_of(LANGUAGE).and_then(|code| Language::from_code(&code)).unwrap_or_default()
}

/// Sets and keeps the language of the page.
pub(in crate::ui) fn set_language(host: &Host, language: Language) {
    set(host, LANGUAGE, "fajian-language", language.code());
}

fn set(host: &Host, mark: &str, key: &str, value: &str) {
    host.mark(mark, value);
    // The storage of somebody else's page is not ours.
    if !host.is_page() {
        return;
    }
    // Where storage is blocked the choice lasts as long as the page. `web/boot.js` reads it back.
    let Ok(Some(storage)) = gloo::utils::window().local_storage() else { return };
    let _ = if value.is_empty() { storage.remove_item(key) } else { storage.set_item(key, value) };
}
