//! The keys of a menu: which entry is chosen next.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page;

/// Which entry is to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Step {
    /// The first.
    First,
    /// The last.
    Last,
    /// The next, behind the last one the first.
    Next,
    /// The one before, before the first one the last.
    Back,
}

/// Brings the focus to an entry of the menu inside `root`.
pub(in crate::ui) fn focus(root: &Element, step: Step) {
    let entries = root.query_selector_all("[role^=\"menuitem\"]").map(page::elements);
    let entries = entries.unwrap_or_default();
    let active = page::active(root);
    let at = entries.iter().position(|entry| Some(entry) == active.as_ref());
    let last = entries.len().saturating_sub(1);
    let next = match (step, at) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Back, None | Some(0)) => last,
        (Step::Next, Some(at)) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Step::Back, Some(at)) => at - 1,
    };
    if let Some(entry) = entries.get(next).and_then(|it| it.dyn_ref::<HtmlElement>()) {
        let _ = entry.focus();
    }
}
