//! Debian's packages; elsewhere a sentence that says what to install.

use std::path::Path;

use super::on_path;
use crate::step::{Outcome, command, output_of, run};

/// Whether this system installs with apt.
pub(super) fn is_debian() -> bool {
    cfg!(target_os = "linux")
        && Path::new("/etc/debian_version").is_file()
        && on_path("apt-get").is_some()
}

/// Installs the packages of each program that is not on `PATH`.
pub(super) fn need(programs: &[(&str, &[&str])]) -> Outcome {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(program, _)| on_path(program).is_none())
        .flat_map(|(_, packages)| packages.iter().copied())
        .collect();
    install(&missing)
}

/// Installs `packages`, or says how to.
pub(super) fn install(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    if !is_debian() {
        return Err(format!(
            "install these first, under whatever names your system has for them: {names}"
        )
        .into());
    }
    if !is_root() {
        return Err(format!(
            "some system packages are missing, and installing them takes root. Run this once, then the job again:\n\n    \
             sudo apt-get update && sudo apt-get install --no-install-recommends {names}\n"
        )
        .into());
    }
    // An old list of packages names files that the archive no longer has.
    run(
        "refreshing the list of Debian packages, a few seconds",
        &mut command("apt-get", &["update", "-qq"]),
    )?;
    let mut install = command("apt-get", &["install", "-qq", "--yes", "--no-install-recommends"]);
    install.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    run(&format!("installing {names}, a minute or two, once"), &mut install)
}

fn is_root() -> bool {
    output_of(&mut command("id", &["-u"])).as_deref() == Some("0")
}
