//! Packages of npm that are tools: installed into a tool's folder, never into the checkout.

use std::path::Path;

use super::debian;
use crate::step::{Outcome, command, run};

/// Brings Node and npm themselves.
///
/// # Errors
/// When one is missing and cannot be installed.
pub(super) fn need() -> Outcome {
    debian::need(&[("node", &["nodejs"]), ("npm", &["npm"])])
}

/// Installs `packages` (`name@version`) into `folder`, where they lie in `node_modules`; `what` is said meanwhile.
///
/// # Errors
/// When npm is missing and cannot be installed, or fails.
pub(super) fn install(folder: &Path, packages: &[String], what: &str) -> Outcome {
    need()?;
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut install = command(npm, &["install", "--no-audit", "--no-fund", "--no-progress"]);
    install.args(["--save-exact", "--prefix"]).arg(folder).args(packages);
    run(&format!("installing {what}, less than a minute, once"), &mut install)
}
