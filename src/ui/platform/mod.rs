//! What speaks to the browser. Nothing else in the page names it, event types in handlers excepted.

mod decode;
#[cfg(feature = "readers")]
mod readers;

#[cfg(feature = "ui")]
pub(in crate::ui) mod address;
#[cfg(feature = "ui")]
mod boot;
#[cfg(feature = "ui")]
pub(in crate::ui) mod engine;
#[cfg(feature = "ui")]
pub(in crate::ui) mod given;
#[cfg(feature = "ui")]
pub(in crate::ui) mod observe;
#[cfg(feature = "ui")]
pub(in crate::ui) mod page;
#[cfg(feature = "ui")]
pub(in crate::ui) mod reading;
#[cfg(feature = "ui")]
pub(in crate::ui) mod settings;
#[cfg(feature = "ui")]
mod timer;
#[cfg(feature = "ui")]
mod worker;

#[cfg(feature = "ui")]
pub(in crate::ui) use boot::{Early, early, root};
#[cfg(feature = "readers")]
pub(in crate::ui) use readers::serve_documents;
#[cfg(feature = "ui")]
pub(in crate::ui) use timer::later;
#[cfg(feature = "ui")]
pub(in crate::ui) use worker::serve_if_worker;
