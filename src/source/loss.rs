//! What a file holds that was not read, with its place: told to the reader, never silently dropped.

use serde::{Deserialize, Serialize};

#[cfg(feature = "formats")]
use super::SourceError;

/// One thing that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// What it is.
    pub kind: LossKind,
    /// Where in the file.
    pub place: LossPlace,
}

/// What was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LossKind {
    /// A picture, which may show words.
    Picture,
    /// A page without any text but with a picture: a scan.
    ScannedPage,
    /// A chart, a sheet or another document inside.
    EmbeddedObject,
    /// A file attached to the document.
    Attachment,
    /// Text whose characters the file does not tell.
    UnknownCharacters,
    /// A part that is broken or missing.
    DamagedPart,
    /// A part that is locked with a password.
    LockedPart,
    /// What lies beyond a limit that protects the reader's machine.
    BeyondLimit,
    /// A file in an archive that is no document.
    OtherFile,
}

#[cfg(feature = "formats")]
impl LossKind {
    /// How a part that cannot be read is told.
    pub(super) const fn of(error: SourceError) -> Self {
        match error {
            SourceError::Locked => Self::LockedPart,
            SourceError::TooMuch => Self::BeyondLimit,
            _ => Self::DamagedPart,
        }
    }
}

/// Where something was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LossPlace {
    /// Somewhere in the document.
    Document,
    /// On a page, counted from 1.
    Page(u32),
    /// In a part or file, by name.
    Part(String),
}
