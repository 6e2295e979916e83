//! Packages of npm that are tools: installed into a tool's folder, never into the checkout.

use std::path::{Path, PathBuf};

use super::{debian, tool_folder};
use crate::step::{Outcome, command, run};

/// Brings Node and npm themselves.
///
/// # Errors
/// When one is missing and cannot be installed.
pub(super) fn need() -> Outcome {
    debian::need(&[("node", &["nodejs"]), ("npm", &["npm"])])
}

/// A script of one package, at `path` in it, brought where it is missing.
///
/// # Errors
/// When it cannot be installed.
pub(super) fn script(package: &str, version: &str, path: &str) -> Outcome<PathBuf> {
    let folder = tool_folder(package, version)?;
    let script = folder.join("node_modules").join(package).join(path);
    if !script.is_file() {
        install(&folder, &[format!("{package}@{version}")], package)?;
    }
    Ok(script)
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
