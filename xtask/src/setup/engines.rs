//! Firefox and WebKitGTK with their drivers, and a screen that nobody sees: the engines besides Chromium.

use std::path::{Path, PathBuf};

use super::{cargo_tool, debian, named_by, on_path};
use crate::step::{Outcome, say};

/// Where Debian keeps WebKitGTK's own small browser, which no `PATH` has.
const MINIBROWSER_PLACES: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkitgtk-6.0/MiniBrowser",
];

/// A program, the variable that names it to the tests, the names that it goes by, and Debian's package of it.
const PROGRAMS: [(&str, &[&str], &str); 3] = [
    ("FIREFOX", &["firefox-esr", "firefox"], "firefox-esr"),
    ("WEBKITDRIVER", &["WebKitWebDriver"], "webkit2gtk-driver"),
    ("XVFB", &["Xvfb"], "xvfb"),
];

/// The variables that name the programs to the tests, with what they name.
pub(super) fn find_or_install() -> Outcome<Vec<(&'static str, PathBuf)>> {
    let find = |variable, names: &[&str]| {
        named_by(variable).or_else(|| names.iter().find_map(|name| on_path(name)))
    };
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(variable, names, _)| find(variable, names).is_none())
        .map(|(_, _, package)| *package)
        .collect();
    if !missing.is_empty() {
        say("tests run in Firefox and WebKitGTK too");
    }
    debian::install(&missing)?;
    let mut found = Vec::new();
    for (variable, names, package) in PROGRAMS {
        let program = find(variable, names);
        let program = program.ok_or_else(|| {
            format!("no {package} found: install it, or set {variable} to its program")
        })?;
        found.push((variable, program));
    }
    let places = MINIBROWSER_PLACES.iter().map(Path::new).find(|place| place.is_file());
    let browser = named_by("MINIBROWSER").or_else(|| places.map(Path::to_owned));
    found.push((
        "MINIBROWSER",
        browser.ok_or("no MiniBrowser of WebKitGTK found: set MINIBROWSER to its program")?,
    ));
    let driver = match named_by("GECKODRIVER") {
        Some(driver) => driver,
        None => match cargo_tool::geckodriver()? {
            Some(folder) => folder.join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX)),
            None => on_path("geckodriver").ok_or("no geckodriver found")?,
        },
    };
    found.push(("GECKODRIVER", driver));
    Ok(found)
}
