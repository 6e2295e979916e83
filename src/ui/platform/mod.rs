//! What speaks to the browser. Nothing else in the page names it, event types in handlers excepted.
//!
//! Four programs are made of it: the page (feature `ui`), the analysis (`engine`), the readers of documents (`readers`),
//! the writer of files (`exporter`).

#[cfg(feature = "engine")]
mod analysis;
#[cfg(any(feature = "engine", feature = "readers"))]
mod decode;
#[cfg(feature = "exporter")]
mod exporter;
#[cfg(any(feature = "engine", feature = "ui"))]
mod message;
#[cfg(any(feature = "engine", feature = "exporter", feature = "readers", feature = "ui"))]
mod packed;
#[cfg(feature = "readers")]
mod readers;
#[cfg(feature = "engine")]
mod reading;

#[cfg(feature = "ui")]
pub(in crate::ui) mod address;
#[cfg(feature = "ui")]
pub(in crate::ui) mod aids;
#[cfg(feature = "ui")]
pub(in crate::ui) mod clipboard;
#[cfg(feature = "ui")]
pub(in crate::ui) mod collate;
#[cfg(feature = "ui")]
pub(in crate::ui) mod compare;
#[cfg(feature = "ui")]
pub(in crate::ui) mod engine;
#[cfg(feature = "ui")]
pub(in crate::ui) mod given;
#[cfg(feature = "ui")]
mod host;
#[cfg(feature = "ui")]
pub(in crate::ui) mod keys;
#[cfg(feature = "ui")]
pub(in crate::ui) mod marker;
#[cfg(feature = "ui")]
pub(in crate::ui) mod marks;
#[cfg(feature = "ui")]
pub(in crate::ui) mod menu;
#[cfg(feature = "ui")]
pub(in crate::ui) mod observe;
#[cfg(feature = "ui")]
pub(in crate::ui) mod one_file;
#[cfg(feature = "ui")]
pub(in crate::ui) mod page;
#[cfg(feature = "ui")]
pub(in crate::ui) mod print;
#[cfg(feature = "ui")]
pub(in crate::ui) mod save;
#[cfg(feature = "ui")]
pub(in crate::ui) mod settings;
#[cfg(feature = "ui")]
mod timer;

#[cfg(feature = "engine")]
pub(in crate::ui) use analysis::{analyze, open_report, report, warm};
#[cfg(feature = "exporter")]
pub(in crate::ui) use exporter::write;
#[cfg(feature = "ui")]
pub(in crate::ui) use host::{Early, Host, opening};
#[cfg(feature = "ui")]
pub(in crate::ui) use message::Read;
#[cfg(feature = "readers")]
pub(in crate::ui) use readers::read_documents;
#[cfg(feature = "ui")]
pub(in crate::ui) use timer::{later, pause};
