//! What speaks to the browser. Nothing else in the page names it, event types in handlers excepted.

pub(in crate::ui) mod address;
mod boot;
mod decode;
pub(in crate::ui) mod engine;
pub(in crate::ui) mod given;
pub(in crate::ui) mod observe;
pub(in crate::ui) mod page;
pub(in crate::ui) mod settings;
mod timer;
mod worker;

pub(in crate::ui) use boot::{Early, early, root};
pub(in crate::ui) use timer::later;
pub(in crate::ui) use worker::serve_if_worker;
