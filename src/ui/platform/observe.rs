//! What is in view, and how much room there is.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};
use yew::Callback;

use super::host::Host;
use super::page;
use crate::chart::Frame;

/// Where the line stands that decides which section is being read, in units of the root's type size from the top: just
/// below where a heading comes to stand that was jumped to (`scroll-padding` in `styles/base.css`).
const READING_LINE: f64 = 5.5;

/// How long after a jump what crossed meanwhile is looked at again, in milliseconds: a little longer than the page
/// takes all scrolling for the doing of the jump.
const AFTER_JUMP: u32 = 700;

/// Watches until dropped.
pub(in crate::ui) struct Watch {
    stop: Box<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        (self.stop)();
    }
}

/// Tells which section crosses the line of reading, of those inside `text`.
pub(in crate::ui) fn sections(
    host: &Host,
    text: &Element,
    on_section: Callback<usize>,
) -> Option<Watch> {
    let own = host.clone();
    let crossed = Rc::new(Cell::new(None));
    let on_cross = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let entries: Vec<IntersectionObserverEntry> =
            entries.iter().filter_map(|it| it.dyn_into().ok()).collect();
        let crossing = entries.iter().rev().find(|entry| entry.is_intersecting());
        let section =
            crossing.and_then(|entry| entry.target().get_attribute("data-section")?.parse().ok());
        let Some(section) = section else { return };
        crossed.set(Some(section));
        if !own.is_settling() {
            on_section.emit(section);
            return;
        }
        // Where the reader scrolls on right after a jump, what crossed last counts once the jump is over.
        let (crossed, on_section, host) = (Rc::clone(&crossed), on_section.clone(), own.clone());
        Timeout::new(AFTER_JUMP, move || {
            if !host.is_settling() && crossed.get() == Some(section) {
                on_section.emit(section);
            }
        })
        .forget();
    });
    let height = gloo::utils::window().inner_height().ok()?.as_f64()?;
    let line = (READING_LINE * type_size(host.root())).round();
    let below = (height - line - 2.0).max(0.0);
    let options = IntersectionObserverInit::new();
    #[expect(clippy::cast_possible_truncation, reason = "lengths on screen")]
    let (above, below) = (line as i32, below as i32);
    options.set_root_margin(&format!("-{above}px 0px -{below}px 0px"));
    let observer =
        IntersectionObserver::new_with_options(on_cross.as_ref().unchecked_ref(), &options).ok()?;
    for leaf in page::elements(text.query_selector_all("[data-section]").ok()?) {
        observer.observe(&leaf);
    }
    Some(Watch {
        stop: Box::new(move || {
            observer.disconnect();
            // Held as long as the observer may call it.
            let _ = &on_cross;
        }),
    })
}

/// Tells the room inside `element` now and whenever it changes.
pub(in crate::ui) fn room(element: &Element, on_room: Callback<Frame>) -> Option<Watch> {
    let measured = element.clone();
    let measure = move || {
        let width = f64::from(measured.client_width());
        if width > 0.0 {
            on_room.emit(Frame { width, em: type_size(&measured) });
        }
    };
    measure();
    let on_resize = Closure::<dyn Fn()>::new(measure);
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Watch {
        stop: Box::new(move || {
            observer.disconnect();
            let _ = &on_resize;
        }),
    })
}

fn type_size(element: &Element) -> f64 {
    let style = gloo::utils::window().get_computed_style(element).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's parser: Rust's own would cost the page several kilobytes.
    let pixels = size.map(|size| js_sys::parse_float(&size)).filter(|size| size.is_finite());
    pixels.unwrap_or(Frame::default().em)
}
