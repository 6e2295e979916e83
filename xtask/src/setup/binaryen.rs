//! `wasm-opt`, the last pass over the page's wasm.
//!
//! From npm's `binaryen`: Binaryen's own build, compiled to wasm and run by Node, so one package serves every system.
//! Debian's package is years older and refuses what today's Rust emits, the `wasm-opt` crate wraps a version of that age
//! too and compiles it from C++ for longer than everything else here together, and PyPI has only unofficial wheels.

use std::path::PathBuf;

use super::{debian, npm, on_path, tool_folder};
use crate::step::{Outcome, command, output_of};

/// Binaryen's version.
const BINARYEN: &str = "132";

/// The folder to put in front of `PATH` for `wasm-opt`; `None` when `PATH` already has this version.
pub(super) fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let folder = tool_folder("binaryen", BINARYEN)?;
    let programs = folder.join("node_modules").join(".bin");
    let program = programs.join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    if program.is_file() {
        // It runs on Node, which may be gone since.
        debian::need(&[("node", &["nodejs"])])?;
        return Ok(Some(programs));
    }
    let version = format!("(version_{BINARYEN})");
    if on_path("wasm-opt")
        .and_then(|program| output_of(&mut command(program, &["--version"])))
        .is_some_and(|line| line.contains(&version))
    {
        return Ok(None);
    }
    npm::install(&folder, &[format!("binaryen@{BINARYEN}")], "wasm-opt (npm's binaryen)")?;
    Ok(Some(programs))
}
