//! The page: one report open at a time, its text, figures and charts side by side.
//!
//! [`state`], [`address`], [`typeset`] and [`pasted`] are plain data and are tested without a browser; the rest needs
//! the feature `ui`. Only `platform` speaks to the browser.

pub mod address;
pub mod pasted;
pub mod state;
pub mod typeset;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod components;
#[cfg(feature = "ui")]
mod hooks;
#[cfg(feature = "ui")]
mod platform;
#[cfg(feature = "ui")]
mod samples;

#[cfg(feature = "ui")]
pub use app::start;
