//! The part of the page's address behind `#`.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::Callback;

use crate::ui::address::Place;

/// The place that the address names now.
pub(in crate::ui) fn current() -> Place {
    Place::parse(&window().location().hash().unwrap_or_default())
}

/// Writes the place into the address, as a step that Back undoes.
pub(in crate::ui) fn set(place: Place) {
    if current() != place {
        // A page without an address, e.g. in a frame of its own, does without links.
        let _ = window().location().set_hash(&place.link());
    }
}

/// Tells of every change of place by Back, Forward, a link or the address bar.
pub(in crate::ui) fn listen(on_change: Callback<Place>) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| on_change.emit(current()))
}
