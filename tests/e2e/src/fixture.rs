//! Reports to open, each with what the core reads in it on this machine: the page has to show the same.

use std::path::{Path, PathBuf};

use fajian::source::NativeDecoder;
use fajian::{Analysis, Report};

use crate::checkout;

/// A report to open.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// The file.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the core reads in them.
    pub analysis: Analysis,
}

impl Fixture {
    /// Reads a file.
    ///
    /// # Panics
    /// When it cannot be read: a fixture is a good file.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let bytes =
            std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let analysis = fajian::analyze(&bytes, &name_of(path), &NativeDecoder)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self { path: path.to_owned(), bytes, analysis }
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.path)
    }

    /// What other programs would receive.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.analysis.report
    }
}

/// The page's own samples: the names of their buttons, and the files behind them.
///
/// # Panics
/// When a sample's file is missing.
#[must_use]
pub fn samples() -> Vec<(&'static str, Fixture)> {
    let files = sorted_files(&checkout().join("samples"));
    let sample = |button: &'static str| {
        // Beside each stands its gold, which is no report.
        let is_it = |file: &&PathBuf| file.file_stem().is_some_and(|stem| stem == button);
        let file = files.iter().find(is_it).unwrap_or_else(|| panic!("samples/ has no {button}"));
        (button, Fixture::read(file))
    };
    ["dense", "silent", "traditional"].map(sample).into()
}

/// The real reports beside the checkout, when `FAJIAN_SHARED` names their folder.
#[must_use]
pub fn shared_reports() -> Option<Vec<Fixture>> {
    let folder = std::env::var_os("FAJIAN_SHARED").filter(|folder| !folder.is_empty())?;
    let files = sorted_files(&Path::new(&folder).join("reports"));
    let texts =
        files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "txt"));
    Some(texts.map(|file| Fixture::read(file)).collect())
}

fn sorted_files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|it| it.is_file()).collect();
    files.sort();
    files
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
