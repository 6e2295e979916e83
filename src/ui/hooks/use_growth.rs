//! Long lists that are set bit by bit, so that the page can be read and used meanwhile.

use yew::prelude::*;

use crate::ui::platform::later;

/// How many of `all` items to show now: `at_once` at first, then more and more.
#[hook]
pub(in crate::ui) fn use_growth(at_once: usize, all: usize) -> usize {
    let shown = use_state_eq(|| at_once);
    let count = (*shown).min(all);
    let grow = shown.setter();
    use_effect_with((count, all), move |(count, all)| {
        // Steps of a fixed size keep each of them short.
        let next = count + at_once * 2;
        let timer = (count < all).then(|| later(move || grow.set(next)));
        move || drop(timer)
    });
    count
}
