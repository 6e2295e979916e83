//! Why no text could be had from a file.

use serde::{Deserialize, Serialize};

/// Why no text could be had from a file. Each kind that has its own next step is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceError {
    /// There are no bytes, or only white space.
    Empty,
    /// An OpenDocument text (`.odt`).
    OpenDocument,
    /// A rich-text file (`.rtf`).
    RichText,
    /// A spreadsheet (`.xlsx`).
    Spreadsheet,
    /// A web page saved by Safari (`.webarchive`).
    WebArchive,
    /// A packed file of a kind that is not unpacked (`.rar`, `.7z`, `.gz` …).
    Archive,
    /// A packed file (`.zip`) that holds several files: each is to be read by itself.
    Folder,
    /// A packed file without a document in it.
    EmptyFolder,
    /// A document whose parts are broken or missing.
    Damaged,
    /// A document that opens with a password only.
    Locked,
    /// A document that shows pictures of pages and has no text.
    Scanned,
    /// A document that would take more memory or time than one report ever needs.
    TooMuch,
    /// A document for which this build has no reader.
    NoReader,
    /// A picture.
    Picture,
    /// Any other kind that is not text: a program, sound, film, database.
    NotText,
    /// Nothing in the bytes could be read as Chinese or other text.
    Unreadable,
}

impl SourceError {
    /// A word for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::OpenDocument => "open-document",
            Self::RichText => "rich-text",
            Self::Spreadsheet => "spreadsheet",
            Self::WebArchive => "web-archive",
            Self::Archive => "archive",
            Self::Folder => "folder",
            Self::EmptyFolder => "empty-folder",
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::Scanned => "scanned",
            Self::TooMuch => "too-much",
            Self::NoReader => "no-reader",
            Self::Picture => "picture",
            Self::NotText => "not-text",
            Self::Unreadable => "unreadable",
        }
    }
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "expected a report, found no text",
            Self::OpenDocument => "expected a document, found an OpenDocument text",
            Self::RichText => "expected a document, found a rich-text file",
            Self::Spreadsheet => "expected a document, found a spreadsheet",
            Self::WebArchive => "expected a document, found a web archive",
            Self::Archive => "expected a document, found a packed file that is not a ZIP",
            Self::Folder => "expected one document, found a ZIP of several files",
            Self::EmptyFolder => "expected a document in the ZIP, found none",
            Self::Damaged => "expected a whole document, found one with parts broken or missing",
            Self::Locked => "expected an open document, found one locked with a password",
            Self::Scanned => "expected text, found pictures of pages",
            Self::TooMuch => "expected a report, found a document too large to unpack",
            Self::NoReader => {
                "expected text or HTML, found a document that this build does not read"
            }
            Self::Picture => "expected a document, found a picture",
            Self::NotText => "expected a document, found another kind of file",
            Self::Unreadable => "expected text, found bytes that no known encoding explains",
        })
    }
}

impl std::error::Error for SourceError {}
