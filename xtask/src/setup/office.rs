//! LibreOffice, which writes the documents that tests read.

use std::path::{Path, PathBuf};

use super::{debian, has_chinese_font, named_by, on_path};
use crate::step::Outcome;

/// Names that LibreOffice goes by.
const NAMES: [&str; 2] = ["soffice", "libreoffice"];

/// Where systems that keep programs off `PATH` put it.
const PLACES: [&str; 2] = [
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/// The program from `SOFFICE`, else the system's, else Debian's packages.
pub(super) fn find_or_install() -> Outcome<PathBuf> {
    let mut missing = Vec::new();
    if program().is_none() {
        missing.push("libreoffice-writer-nogui");
    }
    // Without one it writes documents of boxes.
    if debian::is_debian() && !has_chinese_font() {
        missing.push("fonts-noto-cjk");
    }
    debian::install(&missing)?;
    program().ok_or_else(|| {
        "no LibreOffice found: install its Writer, or set SOFFICE to its program".into()
    })
}

fn program() -> Option<PathBuf> {
    let place = || PLACES.iter().map(Path::new).find(|place| place.is_file());
    named_by("SOFFICE")
        .or_else(|| NAMES.iter().find_map(|name| on_path(name)))
        .or_else(|| place().map(Path::to_owned))
}
