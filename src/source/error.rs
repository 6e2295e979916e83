//! Why no text could be had from a file.

use serde::{Deserialize, Serialize};

/// Why no text could be had from a file. Each kind that has its own next step is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceError {
    /// There are no bytes, or only white space.
    Empty,
    /// A PDF.
    Pdf,
    /// A Word document (`.docx`).
    Word,
    /// A Word or WPS document of the binary kind (`.doc`, `.wps`).
    OldWord,
    /// An OFD document (GB/T 33190).
    Ofd,
    /// An OpenDocument text (`.odt`).
    OpenDocument,
    /// A rich-text file (`.rtf`).
    RichText,
    /// A spreadsheet (`.xlsx`).
    Spreadsheet,
    /// A page saved in one file with its pictures (`.mhtml`, `.webarchive`).
    WebArchive,
    /// A packed file (`.zip`, `.rar`, `.7z`, `.gz` …).
    Archive,
    /// A picture.
    Picture,
    /// Any other kind that is not text: a program, sound, film, database.
    NotText,
    /// Nothing in the bytes could be read as Chinese or other text.
    Unreadable,
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "expected a report, found no text",
            Self::Pdf => "expected text or HTML, found a PDF",
            Self::Word => "expected text or HTML, found a Word document",
            Self::OldWord => "expected text or HTML, found an old Word or WPS document",
            Self::Ofd => "expected text or HTML, found an OFD document",
            Self::OpenDocument => "expected text or HTML, found an OpenDocument text",
            Self::RichText => "expected text or HTML, found a rich-text file",
            Self::Spreadsheet => "expected text or HTML, found a spreadsheet",
            Self::WebArchive => "expected text or HTML, found a web page saved as an archive",
            Self::Archive => "expected text or HTML, found a packed file",
            Self::Picture => "expected text or HTML, found a picture",
            Self::NotText => "expected text or HTML, found another kind of file",
            Self::Unreadable => "expected text, found bytes that no known encoding explains",
        })
    }
}

impl std::error::Error for SourceError {}
