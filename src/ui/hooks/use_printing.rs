//! Paper: some things are rendered only for it, and all of them at once.

use yew::prelude::*;

use crate::ui::platform::print;

/// Whether the page is being printed.
#[hook]
pub(in crate::ui) fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    let setter = is_printing.setter();
    use_effect_with((), move |()| {
        let listening = print::listen(&Callback::from(move |now| setter.set(now)));
        move || drop(listening)
    });
    *is_printing
}
