//! Parts of the Rust toolchain: the wasm target, rustfmt, clippy.

use std::path::PathBuf;
use std::time::Duration;

use crate::step::{Failure, Outcome, command, output_of, run_within};

/// What the page is compiled to.
pub(super) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A part of the toolchain is a small download; a server that takes longer is not answering.
const LIMIT: Duration = Duration::from_secs(120);

/// Brings the standard library for [`WASM_TARGET`].
pub(super) fn wasm_target() -> Outcome {
    let libraries = sysroot()?.join("lib/rustlib").join(WASM_TARGET).join("lib");
    if std::fs::read_dir(libraries).is_ok_and(|mut files| files.next().is_some()) {
        return Ok(());
    }
    run_within(
        "adding the wasm target to the Rust toolchain, less than a minute, once",
        LIMIT,
        &mut command("rustup", &["target", "add", WASM_TARGET]),
    )
    .map_err(|failure| {
        Failure(format!(
            "{failure}\n\nThe page needs Rust's {WASM_TARGET} target. With rustup it is one download; where rustup's \
             server\ncannot be reached, Debian's own packages have all that is needed: see “Without rustup's server” \
             in\nCONTRIBUTING.md."
        ))
    })
}

/// Brings the toolchain component `name`, recognized by its `program`.
pub(super) fn component(name: &str, program: &str) -> Outcome {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    if sysroot()?.join("bin").join(file).is_file() {
        return Ok(());
    }
    run_within(
        &format!("adding {name} to the Rust toolchain, less than a minute, once"),
        LIMIT,
        &mut command("rustup", &["component", "add", name]),
    )
}

fn sysroot() -> Outcome<PathBuf> {
    output_of(&mut command("rustc", &["--print", "sysroot"]))
        .map(PathBuf::from)
        .ok_or_else(|| "`rustc --print sysroot` gave no answer: is Rust installed?".into())
}
