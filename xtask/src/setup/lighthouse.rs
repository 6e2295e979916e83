//! Lighthouse, which measures how a page loads, and what it leaves to be desired.
//!
//! A program of npm that `bench page` runs; nothing of it is published (license Apache-2.0).

use std::path::PathBuf;

use super::{npm, tool_folder};
use crate::step::Outcome;

/// Its version.
const LIGHTHOUSE: &str = "12.8.2";

/// The script that Node runs, brought where it is missing.
pub(super) fn find_or_install() -> Outcome<PathBuf> {
    let folder = tool_folder("lighthouse", LIGHTHOUSE)?;
    let script = folder.join("node_modules/lighthouse/cli/index.js");
    if !script.is_file() {
        npm::install(&folder, &[format!("lighthouse@{LIGHTHOUSE}")], "Lighthouse")?;
    }
    Ok(script)
}
