//! `peers`: what other readers of quantities find in real reports, beside what fajian finds.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::cargo;
use crate::step::{Outcome, captured, run, timed};

/// Compares on the reports of `FAJIAN_SHARED` and writes `benches/peers/scoreboard.txt`.
///
/// Not part of the tests: it installs the peers (Python and Node packages with fixed versions) into `target/peers`.
///
/// # Errors
/// When there are no reports, or a peer cannot be installed or run.
pub fn peers(root: &Path) -> Outcome {
    let shared = std::env::var_os("FAJIAN_SHARED")
        .map(PathBuf::from)
        .ok_or("the comparison reads real reports: set FAJIAN_SHARED, see CONTRIBUTING.md")?;
    let (scripts, folder) = (root.join("benches/peers"), root.join("target/peers"));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(scripts.join("package.json"), folder.join("package.json")))
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    run("installing Node packages", Command::new("npm").arg("install").current_dir(&folder))?;
    let venv = folder.join("venv");
    run("making a Python environment", Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    run(
        "installing Python packages",
        Command::new(venv.join("bin/pip"))
            .args(["install", "--quiet", "-r"])
            .arg(scripts.join("requirements.txt")),
    )?;
    run("building fajian", cargo().args(["build", "--release"]).current_dir(root))?;
    let board = timed("comparing, a minute", || {
        let mut command = Command::new(venv.join("bin/python"));
        command.arg(scripts.join("compare.py")).arg(root.join("target/release/fajian"));
        captured(command.arg(&folder).arg(shared.join("reports")))
    })?;
    let place = scripts.join("scoreboard.txt");
    std::fs::write(&place, &board)
        .map_err(|error| format!("{} cannot be written: {error}", place.display()))?;
    print!("\n{board}");
    Ok(())
}
