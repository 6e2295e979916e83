//! The part of the page's address behind `#`, where the address is the viewer's.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::Callback;

use super::host::Host;
use crate::ui::address::Place;

/// The place that the address names now.
pub(in crate::ui) fn current(host: &Host) -> Place {
    if !host.is_page() {
        return Place::Start;
    }
    Place::parse(&window().location().hash().unwrap_or_default())
}

/// Writes the place into the address, as a step that Back undoes.
pub(in crate::ui) fn set(host: &Host, place: Place) {
    if host.is_page() && current(host) != place {
        // A page without an address, e.g. in a frame of its own, does without links.
        let _ = window().location().set_hash(&place.link());
    }
}

/// Tells of every change of place by Back, Forward, a link or the address bar.
///
/// In somebody else's page links lead to places all the same, but leave its address alone.
pub(in crate::ui) fn listen(host: &Host, on_change: Callback<Place>) -> EventListener {
    if host.is_page() {
        let host = host.clone();
        return EventListener::new(&window(), "hashchange", move |_| {
            on_change.emit(current(&host))
        });
    }
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(host.root(), "click", active, |event| {
        if is_place_link(event) {
            event.prevent_default();
        }
    })
}

fn is_place_link(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest("a[href^=\"#\"]").ok().flatten()).is_some()
}
