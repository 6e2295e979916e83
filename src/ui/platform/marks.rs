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

/// Makes the mark of the text that an event happened in the one that the tab key comes to.
pub(in crate::ui) fn stop_at(text: &Element, event: &Event) {
    let Some(mark) = mark_of(event) else { return };
    let before = text.query_selector("mark[tabindex=\"0\"]").ok().flatten();
    if let Some(before) = before {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = mark.set_attribute("tabindex", "0");
}

/// Moves the focus from a mark of the text to the next one or the one before.
pub(in crate::ui) fn step_in_text(text: &Element, event: &Event, step: Step) {
    let Some(mark) = mark_of(event) else { return };
    let marks = text.query_selector_all("mark").map(page::elements).unwrap_or_default();
    let Some(at) = marks.iter().position(|it| *it == mark) else { return };
    let to = if step == Step::Next { at.checked_add(1) } else { at.checked_sub(1) };
    if let Some(mark) = to.and_then(|to| marks.get(to)) {
        give_focus(mark);
    }
}

fn mark_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("mark").ok()?
}

/// Puts the tip of the text above the words of a figure, or below them where there is no room.
pub(in crate::ui) fn place_text_tip(text: &Element, tip: &HtmlElement, statistic: usize) {
    let find = |state: &str| {
        let selector = format!("mark[data-statistic=\"{statistic}\"]{state}");
        text.query_selector(&selector).ok().flatten()
    };
    let Some(mark) = find(":hover").or_else(|| find(":focus")).or_else(|| find("")) else { return };
    let drawn = mark.get_bounding_client_rect();
    put_tip(text, tip, (drawn.left(), drawn.top(), drawn.bottom()));
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
    let middle = (drawn.left() + drawn.right()) / 2.0;
    let left = middle - tip.get_bounding_client_rect().width() / 2.0;
    put_tip(canvas, tip, (left, drawn.top(), drawn.bottom()));
}

/// Puts a tip with its left edge at `left`, above `top` or else below `bottom`; never beyond the sides of `ground`.
fn put_tip(ground: &Element, tip: &HtmlElement, (left, top, bottom): (f64, f64, f64)) {
    let (frame, own) = (ground.get_bounding_client_rect(), tip.get_bounding_client_rect());
    let left = (left - frame.left()).min(frame.width() - own.width()).max(0.0);
    let above = top - own.height() - 6.0;
    let top = if above > 64.0 { above } else { bottom + 6.0 } - frame.top();
    #[expect(clippy::cast_possible_truncation, reason = "lengths on screen")]
    let (left, top) = (left as i32, top as i32);
    let style = tip.style();
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
}
