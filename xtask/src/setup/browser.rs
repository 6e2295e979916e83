//! Chromium, its driver, and a font with Chinese characters.

use std::path::PathBuf;

use super::{debian, has_chinese_font, named_by, on_path};
use crate::step::Outcome;

/// A browser that tests can drive.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The browser itself.
    pub chrome: PathBuf,
    /// Its WebDriver.
    pub chromedriver: PathBuf,
}

/// Names that Chromium and Chrome go by.
const CHROME_NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where the two systems that keep programs off `PATH` put it.
const CHROME_PLACES: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The browser from `CHROME` and `CHROMEDRIVER`, else the system's, else Debian's packages.
pub(super) fn find_or_install() -> Outcome<Browser> {
    let mut missing = Vec::new();
    if chrome().is_none() {
        missing.push("chromium");
    }
    if chromedriver().is_none() {
        missing.push("chromium-driver");
    }
    if debian::is_debian() && !has_chinese_font() {
        missing.push("fonts-noto-cjk");
    }
    debian::install(&missing)?;
    let chrome =
        chrome().ok_or("no Chromium or Chrome found: install one, or set CHROME to its program")?;
    let chromedriver = chromedriver().ok_or(
        "no chromedriver found: install the one of your browser's version, or set CHROMEDRIVER to its program",
    )?;
    Ok(Browser { chrome, chromedriver })
}

fn chrome() -> Option<PathBuf> {
    let places = CHROME_PLACES.iter().map(PathBuf::from).filter(|place| place.is_file());
    named_by("CHROME")
        .or_else(|| CHROME_NAMES.iter().filter_map(|name| on_path(name)).chain(places).next())
}

fn chromedriver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| on_path("chromedriver"))
}
