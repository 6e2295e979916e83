//! Long lists that are set bit by bit, so that the page can be read and used meanwhile.

use yew::prelude::*;

use super::use_printing;
use crate::ui::platform::later;

/// How many of `all` items to show now: `first` of them, then by `step` more and more; on paper all of them.
///
/// What is set in one step should take no longer than a frame, so that the reader's keys are never kept waiting.
#[hook]
pub(in crate::ui) fn use_growth(first: usize, step: usize, all: usize) -> usize {
    let shown = use_state_eq(|| first);
    let is_printing = use_printing();
    let count = if is_printing { all } else { (*shown).min(all) };
    let grow = shown.setter();
    use_effect_with((count, all), move |(count, all)| {
        let next = count + step;
        let timer = (count < all).then(|| {
            let grow = grow.clone();
            later(move || grow.set(next))
        });
        if is_printing {
            // What was set for paper stays.
            grow.set(*count);
        }
        move || drop(timer)
    });
    count
}
