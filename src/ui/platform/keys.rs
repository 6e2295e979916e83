//! Keys that do something wherever the reader is on the page, or in the viewer where the page is somebody else's.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::Callback;

use super::host::Host;

/// A key that was pressed.
pub(in crate::ui) struct Key {
    /// Its name.
    pub(in crate::ui) name: String,
    /// Whether Shift was held.
    pub(in crate::ui) is_shifted: bool,
    /// Whether the reader is writing or choosing in a field or dialog.
    pub(in crate::ui) is_in_field: bool,
    /// Whether the text has the focus, or nothing has.
    pub(in crate::ui) is_in_text: bool,
}

/// Tells of every key. Where `on_key` gives `true` the browser does nothing more about it.
///
/// Keys held with another modifier are the browser's and the system's, keys on the way to a character an input method's;
/// these are not told.
pub(in crate::ui) fn listen(host: &Host, on_key: impl Fn(&Key) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&host.ground(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_other = key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing();
        if is_other || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_in = |selector| {
            target.as_ref().is_some_and(|it| it.closest(selector).ok().flatten().is_some())
        };
        let is_on = |selector| target.as_ref().is_some_and(|it| it.matches(selector) == Ok(true));
        let key = Key {
            name: key.key(),
            is_shifted: key.shift_key(),
            is_in_field: is_in("textarea, input, select, dialog, [contenteditable]"),
            is_in_text: is_on("body, #text"),
        };
        if on_key(&key) {
            event.prevent_default();
        }
    })
}

/// Whether keys go to `element`.
pub(in crate::ui) fn has_focus(element: &Element) -> bool {
    element.matches(":focus") == Ok(true)
}

/// Tells when an input method has settled what is written in `field`.
pub(in crate::ui) fn listen_to_composition(
    field: &Element,
    on_settled: Callback<()>,
) -> EventListener {
    EventListener::new(field, "compositionend", move |_| on_settled.emit(()))
}
