//! What the end-to-end tests are written with: a [`Browser`] that is driven over WebDriver, and the [`Page`] in it.
//!
//! Run by `cargo xtask e2e`, which builds the page and brings the browser. Every wait is for a condition, with a
//! deadline; every failure panics with what was there instead.

mod browser;
mod edition;
mod fixture;
mod manuscript;
mod office;
mod page;
mod place;
mod trace;
mod visitor;
mod webdriver;
pub mod writer;

pub use browser::{Browser, Options};
pub use edition::{Edition, Form, editions};
pub use fixture::{Fixture, samples, shared_reports};
pub use manuscript::{Item, Manuscript, Part};
pub use page::{Chart, Entry, Numbered, Page, Seen, Way};
pub use place::{Folder, address, dist};
pub use visitor::{Engine, Visitor};

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long anything on the page may take; far more than it does, so that a slow machine is no failure.
const DEADLINE: Duration = Duration::from_secs(60);

/// How often a condition is looked at.
const POLL: Duration = Duration::from_millis(40);

/// The folder of the checkout.
#[must_use]
pub fn checkout() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Asks until the answer is `Ok`.
///
/// # Panics
/// When it is not within the deadline; the message is `what` and the last `Err`.
#[track_caller]
pub fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(instead) if start.elapsed() > DEADLINE => {
                panic!("waited in vain for {what}; instead: {instead}")
            }
            Err(_) => std::thread::sleep(POLL),
        }
    }
}
