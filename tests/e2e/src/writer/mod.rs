//! Writers of the formats for which there is no program on every machine, and of what those programs start from.
//!
//! Each is as small as its format allows, and writes what real programs write: a reader that reads these files must
//! not be able to tell.

mod html;
mod layout;
mod numbered;
mod ofd;
mod pdf;
mod zip;

pub use html::{STYLE, html};
pub use numbered::numbered;
pub use ofd::ofd;
pub use pdf::{Coding, pdf};
pub use zip::{Entry, zip};

/// Text as it may stand in XML and HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
