//! LibreOffice, as a program that turns documents of one kind into another.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use xtask::step::run_within;

/// The first start on a slow machine takes ten seconds, each document a tenth of one.
const LIMIT: Duration = Duration::from_secs(180);

/// What the program calls a page of HTML that is to be opened as a document; by itself it would open it as a web page, which
/// has no pages to print.
pub(crate) const PAGE: &str = "HTML (StarWriter)";

/// LibreOffice with a profile of its own, so that it neither meets nor disturbs one that is open.
#[derive(Debug)]
pub(crate) struct Office {
    program: PathBuf,
    profile: PathBuf,
}

impl Office {
    /// The program that `SOFFICE` names, with its profile in `folder`.
    pub(crate) fn new(folder: &Path) -> Self {
        let program = crate::browser::program("SOFFICE");
        let profile = folder.join("profile");
        // What an earlier run left behind when it was ended may lock it.
        std::fs::remove_dir_all(&profile).ok();
        Self { program, profile }
    }

    /// Converts all `files` into the folder `to`; `filter` is the program's name for the format, behind its ending.
    ///
    /// # Panics
    /// When that fails.
    pub(crate) fn convert(
        &self,
        files: &[PathBuf],
        opened_as: Option<&str>,
        filter: &str,
        to: &Path,
    ) {
        let mut command = Command::new(&self.program);
        command
            .arg(format!("-env:UserInstallation=file://{}", self.profile.display()))
            .args(["--headless", "--norestore"])
            .args(opened_as.map(|name| format!("--infilter={name}")))
            .args(["--convert-to", filter, "--outdir"])
            .arg(to)
            .args(files)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let what = format!("LibreOffice writes {filter}");
        run_within(&what, LIMIT, &mut command).unwrap_or_else(|failure| panic!("{failure}"));
    }
}
