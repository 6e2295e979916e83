//! `peers`: what other readers find in real reports and how fast they read documents, beside fajian.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::cargo;
use crate::step::{Outcome, captured, run, timed};

/// Compares on the reports of `FAJIAN_SHARED` and writes `benches/peers/scoreboard.txt`; then as [`documents`] does.
///
/// Not part of the tests: it installs the peers (Python and Node packages with fixed versions) into `target/peers`.
///
/// # Errors
/// When there are no reports, or a peer cannot be installed or run.
pub fn peers(root: &Path) -> Outcome {
    let shared = std::env::var_os("FAJIAN_SHARED")
        .map(PathBuf::from)
        .ok_or("the comparison reads real reports: set FAJIAN_SHARED, see CONTRIBUTING.md")?;
    install(root)?;
    compare(root, "compare.py", &shared.join("reports"), "scoreboard.txt")?;
    compare_documents(root)
}

/// Compares the reading of documents made from the samples and writes `benches/peers/documents.txt`.
///
/// # Errors
/// When a peer cannot be installed or run.
pub fn documents(root: &Path) -> Outcome {
    install(root)?;
    compare_documents(root)
}

fn compare_documents(root: &Path) -> Outcome {
    let build = ["bench", "--bench", "reading", "--no-run"];
    run("building the benchmark", cargo().args(build).current_dir(root))?;
    compare(root, "documents.py", &root.join("samples"), "documents.txt")
}

fn install(root: &Path) -> Outcome {
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
    run("building fajian", cargo().args(["build", "--release"]).current_dir(root))
}

/// Runs a script over the texts of a folder and writes what it prints to `board`.
fn compare(root: &Path, script: &str, texts: &Path, board: &str) -> Outcome {
    let (scripts, folder) = (root.join("benches/peers"), root.join("target/peers"));
    let table = timed("comparing, a minute", || {
        let mut command = Command::new(folder.join("venv/bin/python"));
        command.arg(scripts.join(script)).arg(root.join("target/release/fajian"));
        captured(command.arg(&folder).arg(texts))
    })?;
    let place = scripts.join(board);
    std::fs::write(&place, &table)
        .map_err(|error| format!("{} cannot be written: {error}", place.display()))?;
    print!("\n{table}");
    Ok(())
}
