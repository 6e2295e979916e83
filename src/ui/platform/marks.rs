//! The marks of a drawing: which one an event happened in, focus, and the tip beside one.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::page;

/// Where the focus goes from a mark.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) enum Step {
    /// To the next mark.
    Next,
    /// To the one before.
    Previous,
    /// To the first one.
    First,
    /// To the last one.
    Last,
}

/// The mark that an event happened in.
pub(in crate::ui) fn at(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    index(&target.closest("[data-mark]").ok()??)
}

fn index(mark: &Element) -> Option<usize> {
    mark.get_attribute("data-mark")?.parse().ok()
}

fn all(canvas: &Element) -> Vec<Element> {
    canvas.query_selector_all("[data-mark]").map(page::elements).unwrap_or_default()
}

/// Moves the focus from a mark, in the order in which they are drawn.
pub(in crate::ui) fn focus(canvas: &Element, from: usize, step: Step) {
    let marks = all(canvas);
    let Some(place) = marks.iter().position(|mark| index(mark) == Some(from)) else { return };
    let place = match step {
        Step::Next => (place + 1).min(marks.len() - 1),
        Step::Previous => place.saturating_sub(1),
        Step::First => 0,
        Step::Last => marks.len() - 1,
    };
    give_focus(&marks[place]);
}

fn give_focus(element: &Element) {
    // The method is the same for elements of a drawing, which have a type of their own.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Leaves the drawing for what follows it: the table.
pub(in crate::ui) fn leave(canvas: &Element) {
    let figure = canvas.closest("figure").ok().flatten();
    if let Some(next) = figure.and_then(|it| it.query_selector("summary").ok().flatten()) {
        give_focus(&next);
    }
}

/// Puts the tip above its mark, below it where there is no room, and never beyond the sides of the drawing.
pub(in crate::ui) fn place_tip(canvas: &Element, tip: &HtmlElement, mark: usize) {
    let Some(mark) = all(canvas).into_iter().find(|it| index(it) == Some(mark)) else { return };
    // What is drawn of a row, where its room goes from side to side.
    let drawn =
        mark.query_selector(".chart-bar, .chart-dot, .chart-piece, .chart-slot, .chart-whole");
    let drawn = drawn.ok().flatten().unwrap_or(mark).get_bounding_client_rect();
    let (frame, own) = (canvas.get_bounding_client_rect(), tip.get_bounding_client_rect());
    let middle = (drawn.left() + drawn.right()) / 2.0 - frame.left();
    let left = (middle - own.width() / 2.0).min(frame.width() - own.width()).max(0.0);
    let above = drawn.top() - own.height() - 6.0;
    let top = if above > 64.0 { above } else { drawn.bottom() + 6.0 } - frame.top();
    #[expect(clippy::cast_possible_truncation, reason = "lengths on screen")]
    let (left, top) = (left as i32, top as i32);
    let style = tip.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
