//! The room that a drawing has.

use yew::prelude::*;

use crate::chart::Frame;
use crate::ui::platform::observe;

/// The width and type size inside the element at `node`; the default until it is on the page.
#[hook]
pub(in crate::ui) fn use_frame(node: NodeRef) -> Frame {
    let frame = use_state_eq(Frame::default);
    let setter = frame.setter();
    use_effect_with(node, move |node| {
        let watch = node
            .cast::<web_sys::Element>()
            .and_then(|element| observe::room(&element, Callback::from(move |it| setter.set(it))));
        move || drop(watch)
    });
    *frame
}
