//! Trunk, wasm-bindgen and geckodriver, compiled from their crates.
//!
//! All are tools that run for seconds, so they are compiled quickly rather than to run quickly.

use std::path::{Path, PathBuf};

use super::{cargo, debian, on_path, tool_folder};
use crate::step::{Outcome, command, output_of, run};

/// The newest Trunk that builds with the Rust version that the project asks for.
const TRUNK: &str = "0.21.14";

/// The driver of Firefox. Debian has none.
const GECKODRIVER: &str = "0.37.1";

/// A profile that saves minutes of a tool's compile time.
const QUICK: [&str; 3] = [
    "profile.release.lto=false",
    "profile.release.opt-level=1",
    "profile.release.codegen-units=16",
];

/// A crate that is installed for its program.
struct CargoTool<'a> {
    name: &'a str,
    /// The program's own name, where it differs.
    program: &'a str,
    version: &'a str,
    /// Further arguments to `cargo install`.
    arguments: &'a [&'a str],
    /// What it takes on two cores.
    minutes: &'a str,
}

/// The folder to put in front of `PATH` for Trunk; `None` when `PATH` already has it.
pub(super) fn trunk() -> Outcome<Option<PathBuf>> {
    bring(&CargoTool {
        name: "trunk",
        program: "trunk",
        version: TRUNK,
        // Its own servers and updates need TLS; rustls compiles everywhere without a system library.
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        minutes: "5 to 10",
    })
}

/// As [`trunk`], for the wasm-bindgen that matches the library in `Cargo.lock`.
pub(super) fn wasm_bindgen(root: &Path) -> Outcome<Option<PathBuf>> {
    let lock = std::fs::read_to_string(root.join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let version =
        locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    bring(&CargoTool {
        name: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
        // Not `--locked`: a version in its lock file was withdrawn from the registry.
        arguments: &[],
        minutes: "2 to 5",
    })
}

/// As [`trunk`], for the driver of Firefox.
pub(super) fn geckodriver() -> Outcome<Option<PathBuf>> {
    bring(&CargoTool {
        name: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        arguments: &["--locked"],
        minutes: "2 to 4",
    })
}

fn bring(tool: &CargoTool<'_>) -> Outcome<Option<PathBuf>> {
    let folder = tool_folder(tool.program, tool.version)?;
    let program =
        folder.join("bin").join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(Some(folder.join("bin")));
    }
    if on_path(tool.program).is_some_and(|program| is_version(&program, tool.version)) {
        return Ok(None);
    }
    debian::need(&[("cc", &["gcc", "libc6-dev"])])?;
    let mut install = cargo();
    install.args(["install", tool.name, "--version", tool.version]).args(tool.arguments);
    install.args(QUICK.iter().flat_map(|setting| ["--config", setting]));
    install.arg("--root").arg(&folder);
    let what = format!("building {} {}, {} minutes, once", tool.name, tool.version, tool.minutes);
    run(&what, &mut install)?;
    Ok(Some(folder.join("bin")))
}

fn is_version(program: &Path, version: &str) -> bool {
    output_of(&mut command(program, &["--version"]))
        .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
}

/// The version of `package` in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
