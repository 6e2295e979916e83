//! axe-core, which looks for what keeps people with disabilities out of a page.
//!
//! A script of npm that the tests run in the page; nothing of it is published (license MPL-2.0).

use std::path::PathBuf;

use super::{npm, tool_folder};
use crate::step::Outcome;

/// Its version.
const AXE: &str = "4.14.1";

/// The script, brought where it is missing.
pub(super) fn find_or_install() -> Outcome<PathBuf> {
    let folder = tool_folder("axe-core", AXE)?;
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        npm::install(&folder, &[format!("axe-core@{AXE}")], "axe-core")?;
    }
    Ok(script)
}
