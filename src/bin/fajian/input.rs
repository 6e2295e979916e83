//! Files, folders and standard input: everything that the command line reads.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use fajian::source::DOCUMENT_ENDINGS;

use crate::arguments::Input;

/// One file to read.
#[derive(Debug)]
pub(crate) struct File {
    /// Name in the report: the file's own, or its way from the folder that was named.
    pub(crate) name: String,
    /// Name in messages: as it was given.
    pub(crate) shown: String,
    /// Where it is; `None` for standard input.
    path: Option<PathBuf>,
}

/// The files that `inputs` stand for.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// In the order of `inputs`, a folder's sorted by name.
    pub(crate) files: Vec<File>,
    /// Whether the answer is a list whatever the files hold.
    pub(crate) is_several: bool,
    /// Messages for what could not be looked into.
    pub(crate) problems: Vec<String>,
}

/// Finds the files that `inputs` stand for; standard input when there are none.
pub(crate) fn find(inputs: &[Input]) -> Files {
    let mut found = Files { is_several: inputs.len() > 1, ..Files::default() };
    if inputs.is_empty() {
        found.files.push(File::standard());
    }
    for input in inputs {
        match input {
            Input::Standard => found.files.push(File::standard()),
            Input::Path(path) if path.is_dir() => {
                found.is_several = true;
                let n_before = found.files.len() + found.problems.len();
                walk(path, &mut found);
                if found.files.len() + found.problems.len() == n_before {
                    found.problems.push(format!(
                        "{}: expected documents in the folder, found none; name the files themselves",
                        path.display()
                    ));
                }
            }
            Input::Path(path) => {
                found.files.push(File::named(path));
            }
        }
    }
    found
}

/// Adds the documents under `root`, sorted by name, without following links to folders.
fn walk(root: &Path, found: &mut Files) {
    let mut waiting = vec![root.to_owned()];
    while let Some(path) = waiting.pop() {
        if !path.is_dir() {
            found.files.push(File::under(root, path));
            continue;
        }
        match entries(&path) {
            // The last one put on the pile comes off first.
            Ok(entries) => waiting.extend(entries.into_iter().rev()),
            Err(error) => found.problems.push(message(&path.display().to_string(), &error)),
        }
    }
}

/// What a folder holds that may be or hold a document, sorted by name.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        let is_linked_folder = entry.file_type()?.is_symlink() && path.is_dir();
        if !is_linked_folder && (path.is_dir() || is_document(&path)) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Whether a file may be a report: beside saved pages lie scripts, style sheets and pictures, which are none. A document
/// in a form that is not read is taken all the same, so that it is named as not read.
fn is_document(path: &Path) -> bool {
    path.extension().is_none_or(|ending| {
        let mut known = DOCUMENT_ENDINGS.iter().chain(["zip"].iter());
        known.any(|known| ending.eq_ignore_ascii_case(known))
    })
}

impl File {
    fn standard() -> Self {
        Self { name: "-".to_owned(), shown: "-".to_owned(), path: None }
    }

    /// The file at `path`.
    pub(crate) fn named(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { name, shown: path.display().to_string(), path: Some(path.to_owned()) }
    }

    fn under(root: &Path, path: PathBuf) -> Self {
        let way = path.strip_prefix(root).unwrap_or(&path);
        let parts: Vec<_> = way.iter().map(|part| part.to_string_lossy()).collect();
        Self { name: parts.join("/"), shown: path.display().to_string(), path: Some(path) }
    }

    /// The bytes.
    ///
    /// # Errors
    /// A message for the user, with the file's name.
    pub(crate) fn read(&self) -> Result<Vec<u8>, String> {
        let bytes = match &self.path {
            Some(path) => fs::read(path),
            None => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        bytes.map_err(|error| message(&self.shown, &error))
    }

    /// Whether it is the file at `path`, by whatever name.
    pub(crate) fn is_at(&self, path: &Path) -> bool {
        let own = self.path.as_deref().and_then(|own| own.canonicalize().ok());
        own.is_some() && own == path.canonicalize().ok()
    }
}

/// File, what is wrong, what to do.
fn message(shown: &str, error: &io::Error) -> String {
    let advice = match error.kind() {
        io::ErrorKind::NotFound => "check the name",
        io::ErrorKind::PermissionDenied => "check who may read it",
        _ => "check that it can be opened",
    };
    format!("{shown}: {error}; {advice}")
}
