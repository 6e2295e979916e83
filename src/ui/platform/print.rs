//! Printing: when it begins and ends, and what is folded on screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::{Element, Event};
use yew::Callback;

use super::page;

const BEFORE: &str = "beforeprint";
const AFTER: &str = "afterprint";
/// Two frames: the page is rendered as it is printed, then laid out.
const BREATH: u32 = 40;

/// Tells when the page is about to be printed, and when it was.
pub(in crate::ui) fn listen(on_change: &Callback<bool>) -> [EventListener; 2] {
    [(BEFORE, true), (AFTER, false)].map(|(name, is_printing)| {
        let on_change = on_change.clone();
        EventListener::new(&window(), name, move |_| on_change.emit(is_printing))
    })
}

/// Prints the page. What is rendered only for paper is asked for first: the browser's own word comes when a program that
/// prints can no longer render.
pub(in crate::ui) fn print() {
    let asked = Event::new(BEFORE).and_then(|event| window().dispatch_event(&event));
    if asked.is_ok() {
        Timeout::new(BREATH, || drop(window().print())).forget();
    }
}

/// Unfolds all that is folded for as long as the page is printed, since paper cannot be unfolded.
///
/// At once, not with the next rendering: what is done later may come too late.
pub(in crate::ui) fn unfold() -> [EventListener; 2] {
    let unfolded = Rc::new(RefCell::new(Vec::<Element>::new()));
    let folding = Rc::clone(&unfolded);
    let before = EventListener::new(&window(), BEFORE, move |_| {
        let folded = document().query_selector_all("details:not([open])").map(page::elements);
        for details in folded.unwrap_or_default() {
            let _ = details.set_attribute("open", "");
            unfolded.borrow_mut().push(details);
        }
    });
    let after = EventListener::new(&window(), AFTER, move |_| {
        for details in folding.take() {
            let _ = details.remove_attribute("open");
        }
    });
    [before, after]
}
