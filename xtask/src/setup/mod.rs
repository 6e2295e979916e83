//! The tools that jobs need: looked for by place and version, installed once into a folder outside the checkout.
//!
//! Order of preference for each tool: the folder of an earlier set-up, then one of the same version on `PATH`, then an
//! installation. Nothing is asked of the network for what is there.

mod binaryen;
mod browser;
mod cargo_tool;
mod debian;
mod engines;
mod npm;
mod office;
mod rust;
mod sample;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

pub use browser::Browser;

use crate::step::{Failure, Outcome};

/// What a page build needs beyond the wasm target, with the environment to run it in.
#[derive(Clone, Debug)]
pub struct PageTools {
    /// `PATH` with the tools' folders in front.
    pub path: OsString,
}

/// Brings what building the page needs; `optimized` also brings `wasm-opt`.
///
/// # Errors
/// When something cannot be installed; the reason says what to do.
pub fn page_tools(root: &Path, optimized: bool) -> Outcome<PageTools> {
    rust::wasm_target()?;
    let mut folders = vec![cargo_tool::trunk()?, cargo_tool::wasm_bindgen(root)?];
    if optimized {
        folders.push(binaryen::wasm_opt()?);
    }
    // Trunk takes the first of its tools that it finds.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(folders.into_iter().flatten().chain(std::env::split_paths(&path)))
            .map_err(|error| Failure(format!("the tools' folder cannot stand in PATH: {error}")))?;
    Ok(PageTools { path })
}

/// Brings rustfmt and clippy, which a minimal Rust installation lacks.
///
/// # Errors
/// When they are missing and cannot be added.
pub fn lint_tools() -> Outcome {
    rust::component("rustfmt", "cargo-fmt")?;
    rust::component("clippy", "cargo-clippy")
}

/// Brings the wasm target alone, for checks that build nothing to run.
///
/// # Errors
/// When it is missing and cannot be added.
pub fn wasm_target() -> Outcome {
    rust::wasm_target()
}

/// Brings a browser, its driver and a font with Chinese characters.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn browser() -> Outcome<Browser> {
    browser::find_or_install()
}

/// Brings Firefox and WebKitGTK with their drivers; gives the variables that name each to the tests.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn engines() -> Outcome<Vec<(&'static str, PathBuf)>> {
    engines::find_or_install()
}

/// Brings axe-core, the script that looks for what keeps people with disabilities out of a page. The tests run it in the
/// page; nothing of it is published (license MPL-2.0).
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn axe() -> Outcome<PathBuf> {
    npm::script("axe-core", "4.14.1", "axe.min.js")
}

/// Brings Lighthouse, which measures how a page loads; gives its script. `bench page` runs it; nothing of it is published
/// (license Apache-2.0).
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn lighthouse() -> Outcome<PathBuf> {
    npm::script("lighthouse", "12.8.2", "cli/index.js")
}

/// Brings LibreOffice, and a font with Chinese characters for it to print with.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn office() -> Outcome<PathBuf> {
    office::find_or_install()
}

/// Brings npm, which packs what others install with it.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn npm() -> Outcome {
    npm::need()
}

/// Brings TypeScript and Vite for the sample project that uses the element's package; gives the folder that has them.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn sample_tools(root: &Path) -> Outcome<PathBuf> {
    sample::find_or_install(root)
}

/// The cargo that runs this, so that every step uses the same toolchain.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo told this program about itself would only confuse the caches of the next build.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_")
            || text.starts_with("CARGO_MANIFEST_")
            || text == "CARGO_BIN_NAME"
        {
            command.env_remove(&name);
        }
    }
    command
}

/// Where tools are kept between runs and checkouts.
///
/// `FAJIAN_CACHE` when set, else the user's cache folder by the system's custom.
fn cache() -> Outcome<PathBuf> {
    let variable =
        |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if let Some(folder) = variable("FAJIAN_CACHE") {
        Some(folder)
    } else if cfg!(windows) {
        variable("LOCALAPPDATA").map(|folder| folder.join("fajian"))
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Caches/fajian"))
    } else {
        variable("XDG_CACHE_HOME")
            .or_else(|| variable("HOME").map(|home| home.join(".cache")))
            .map(|folder| folder.join("fajian"))
    };
    folder.ok_or_else(|| "no home folder to keep tools in: set FAJIAN_CACHE to a folder".into())
}

/// The folder of one tool in one version.
fn tool_folder(name: &str, version: &str) -> Outcome<PathBuf> {
    Ok(cache()?.join("tools").join(format!("{name}-{version}")))
}

/// The program `name` on `PATH`.
fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}

/// The program that a variable names.
fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|program| program.is_file())
}

/// Whether a page in Chinese shows characters rather than boxes.
fn has_chinese_font() -> bool {
    [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    ]
    .iter()
    .any(|font| Path::new(font).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_kept_by_name_and_version_outside_the_checkout() {
        let folder = tool_folder("trunk", "0.21.14").expect("a home folder");
        assert!(folder.ends_with("tools/trunk-0.21.14"), "{}", folder.display());
        assert!(!folder.starts_with(env!("CARGO_MANIFEST_DIR")));
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert_eq!(on_path("fajian-no-such-program"), None);
    }
}
