//! What is in view, and how much room there is.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlCollection, ResizeObserver};
use yew::Callback;

use super::host::Host;
use super::marker;
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

/// Tells which section stands at the line of reading, of those inside `text`.
///
/// Found by halving the text at each scroll: an observer would look at each of its parts in every frame.
pub(in crate::ui) fn sections(
    host: &Host,
    text: &Element,
    on_section: Callback<usize>,
) -> Option<Watch> {
    let leaves = text.get_elements_by_class_name("text-leaf");
    let line = (READING_LINE * type_size(host.root())).round();
    let (own, crossed) = (host.clone(), Rc::new(Cell::new(None)));
    let look = Rc::new(move || {
        let Some(section) = section_at(&leaves, line) else { return };
        if crossed.replace(Some(section)) == Some(section) {
            return;
        }
        if !own.is_settling() {
            return on_section.emit(section);
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
    look();
    // Scrollers inside the page do not bubble; their events are met on the way down.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let on_scroll = Rc::clone(&look);
    let scroll =
        EventListener::new_with_options(&document(), "scroll", options, move |_| on_scroll());
    let resize = EventListener::new(&window(), "resize", move |_| look());
    Some(Watch {
        stop: Box::new(move || {
            // Held as long as they are listened to.
            let _ = (&scroll, &resize);
        }),
    })
}

/// The section of the leaf that stands at `line`, in pixels from the top of the window.
fn section_at(leaves: &HtmlCollection, line: f64) -> Option<usize> {
    let at = marker::partition(leaves.length(), |at| {
        leaves.item(at).is_some_and(|leaf| leaf.get_bounding_client_rect().bottom() <= line)
    });
    let leaf = leaves.item(at).filter(|leaf| leaf.get_bounding_client_rect().top() <= line)?;
    leaf.get_attribute("data-section")?.parse().ok()
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
    let style = window().get_computed_style(element).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's parser: Rust's own would cost the page several kilobytes.
    let pixels = size.map(|size| js_sys::parse_float(&size)).filter(|size| size.is_finite());
    pixels.unwrap_or(Frame::default().em)
}
