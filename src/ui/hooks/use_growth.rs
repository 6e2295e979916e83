//! Long lists that are set bit by bit, so that the page can be read and used meanwhile.

use yew::prelude::*;

use super::use_printing;
use crate::ui::platform::later;

/// How many of `all` items to show now: `at_once` at first, then more and more; on paper all of them.
#[hook]
pub(in crate::ui) fn use_growth(at_once: usize, all: usize) -> usize {
    let shown = use_state_eq(|| at_once);
    let is_printing = use_printing();
    let count = if is_printing { all } else { (*shown).min(all) };
    let grow = shown.setter();
    use_effect_with((count, all), move |(count, all)| {
        // Steps of a fixed size keep each of them short.
        let next = count + at_once * 2;
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
