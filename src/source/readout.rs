//! Everything in one file: the document that it is, or the documents that are packed in it.

use serde::{Deserialize, Serialize};

#[cfg(feature = "formats")]
use super::Decode;
use super::{Loss, Source, SourceError};

/// A document and what came of reading it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Readout {
    /// Its name; inside a packed folder with the names around it.
    pub name: String,
    /// Size in bytes.
    pub bytes: usize,
    /// Its text, or why there is none.
    pub result: Result<Source, SourceError>,
}

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Readouts {
    /// Its documents: one, or those of a folder in the order of their names.
    pub documents: Vec<Readout>,
    /// What a folder holds that is no document.
    pub losses: Vec<Loss>,
}

/// Reads a file, and when it is a packed folder every document in it.
#[cfg(feature = "formats")]
#[must_use]
pub fn read_all(bytes: &[u8], name: &str, decoder: &dyn Decode) -> Readouts {
    let readout = |name: String, bytes: &[u8]| Readout {
        name,
        bytes: bytes.len(),
        result: super::read(bytes, decoder),
    };
    let whole = readout(name.to_owned(), bytes);
    if whole.result != Err(SourceError::Folder) {
        return Readouts { documents: vec![whole], losses: Vec::new() };
    }
    match super::unpack(bytes, decoder) {
        Ok(unpacked) => Readouts {
            // Each file goes when it is read: together with its text it would take twice the room.
            documents: unpacked
                .files
                .into_iter()
                .map(|file| readout(format!("{name}/{}", file.name), &file.bytes))
                .collect(),
            losses: unpacked.losses,
        },
        Err(error) => Readouts {
            documents: vec![Readout { result: Err(error), ..whole }],
            losses: Vec::new(),
        },
    }
}
