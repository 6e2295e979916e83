//! The comparison as the browser has it: where the reader left it, and its keys.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableCellElement, HtmlTableRowElement, KeyboardEvent};

use super::host::Host;
use super::page::focus_on;

/// Where the reader left the comparison: how far the page was scrolled, and what had the focus.
pub(super) type Left = (f64, Option<Element>);

/// Remembers where the reader is, before a place of a report is gone to.
pub(in crate::ui) fn leave(host: &Host) {
    let y = window().scroll_y().unwrap_or(0.0);
    host.moves().left_comparison.replace((y, document().active_element()));
}

/// Shows the comparison from its start, or as it was left.
pub(super) fn arrive(host: &Host, is_return: bool) {
    if !is_return {
        host.scroll_to_top(0.0);
        if let Some(compare) = host.first("#compare") {
            focus_on(&compare);
        }
        return;
    }
    let (y, focused) = host.moves().left_comparison.borrow().clone();
    if let Some(focused) = focused.filter(|it| it.is_connected()) {
        focus_on(&focused);
    }
    if host.is_page() {
        window().scroll_to_with_x_and_y(0.0, y);
    }
}

/// Moves the focus in a table by the arrow keys, Home and End; only what has a button is stopped at.
pub(in crate::ui) fn move_in_table(event: &KeyboardEvent) {
    let Some((from, to)) = target(event) else { return };
    event.prevent_default();
    let _ = from.set_attribute("tabindex", "-1");
    let _ = to.set_attribute("tabindex", "0");
    focus_on(&to);
}

/// The button that has the focus and the one that a key leads to.
fn target(event: &KeyboardEvent) -> Option<(Element, Element)> {
    let from: Element = event.target()?.dyn_into().ok()?;
    let cell: HtmlTableCellElement = from.closest("td").ok()??.dyn_into().ok()?;
    let row: HtmlTableRowElement = cell.closest("tr").ok()??.dyn_into().ok()?;
    let rows = row.closest("table").ok()??.query_selector_all("tbody tr").ok()?;
    let (cells, column) = (row.cells(), cell.cell_index());
    let in_row = |at: i32| cells.item(u32::try_from(at).ok()?)?.query_selector("button").ok()?;
    let width = i32::try_from(cells.length()).ok()?;
    let in_column = |at: i32| {
        let row: HtmlTableRowElement = rows.item(u32::try_from(at).ok()?)?.dyn_into().ok()?;
        row.cells().item(u32::try_from(column).ok()?)?.query_selector("button").ok()?
    };
    let height = i32::try_from(rows.length()).ok()?;
    let is_row =
        |at: &i32| rows.item(at.unsigned_abs()).is_some_and(|it| it.is_same_node(Some(&row)));
    let line = || (0..height).find(is_row);
    let to = match event.key().as_str() {
        "ArrowRight" => (column + 1..width).find_map(in_row),
        "ArrowLeft" => (0..column).rev().find_map(in_row),
        "Home" => (0..width).find_map(in_row),
        "End" => (0..width).rev().find_map(in_row),
        "ArrowDown" => (line()? + 1..height).find_map(in_column),
        "ArrowUp" => (0..line()?).rev().find_map(in_column),
        _ => None,
    };
    Some((from, to?))
}
