//! ZIP: the parts of a packed file, unpacked within limits.

use std::cell::Cell;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::limit::{MAX_PART_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES};
use super::{Decode, LegacyEncoding, SourceError};

/// A packed file, opened.
pub(super) struct Zip<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// Its files, in the order of the directory; folders are left out.
    pub(super) parts: Vec<Part>,
    /// Whether the directory lists more parts than are looked at.
    pub(super) is_cut: bool,
    /// Bytes that may still be unpacked.
    budget: Cell<usize>,
}

/// One file in a packed file.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its name with folders, parted by `/`.
    pub(super) name: String,
    /// Whether it is locked with a password.
    pub(super) is_locked: bool,
    method: CompressionMethod,
    at: ZipArchiveEntryWayfinder,
}

impl<'a> Zip<'a> {
    /// Opens a packed file. Names that are not marked as UTF-8 and are not are GBK, as Windows writes them.
    ///
    /// # Errors
    /// When the directory is broken or missing.
    pub(super) fn open(bytes: &'a [u8], decoder: &dyn Decode) -> Result<Self, SourceError> {
        let archive = rawzip::ZipArchive::from_slice(bytes).map_err(|_| SourceError::Damaged)?;
        let mut parts = Vec::new();
        let mut is_cut = false;
        let mut entries = archive.entries();
        while let Ok(Some(entry)) = entries.next_entry() {
            if entry.is_dir() {
                continue;
            }
            if parts.len() == MAX_PARTS {
                is_cut = true;
                break;
            }
            let path = entry.file_path();
            let name = match std::str::from_utf8(path.as_ref()) {
                Ok(name) => name.to_owned(),
                Err(_) => decoder.decode(LegacyEncoding::Gb18030, path.as_ref()),
            };
            parts.push(Part {
                name: name.replace('\\', "/"),
                is_locked: entry.flags().is_encrypted(),
                method: entry.compression_method(),
                at: entry.wayfinder(),
            });
        }
        Ok(Self { archive, parts, is_cut, budget: Cell::new(MAX_UNPACKED_BYTES) })
    }

    /// The part with this name, whatever the case of its letters, as Windows finds it.
    pub(super) fn find(&self, name: &str) -> Option<&Part> {
        let name = name.trim_start_matches('/');
        self.parts.iter().find(|part| part.name == name).or_else(|| {
            self.parts
                .iter()
                .find(|part| part.name.trim_start_matches('/').eq_ignore_ascii_case(name))
        })
    }

    /// The bytes of a part.
    ///
    /// # Errors
    /// When it is locked, broken, packed in another way than ZIPs of documents are, or unpacks to more than is read.
    pub(super) fn read(&self, part: &Part) -> Result<Vec<u8>, SourceError> {
        match self.read_up_to_damage(part)? {
            (bytes, false) => Ok(bytes),
            (_, true) => Err(SourceError::Damaged),
        }
    }

    /// The bytes of a part as far as they can be unpacked, and whether they break off.
    ///
    /// # Errors
    /// As for [`Zip::read`], when there is nothing before the damage.
    pub(super) fn read_up_to_damage(&self, part: &Part) -> Result<(Vec<u8>, bool), SourceError> {
        if part.is_locked {
            return Err(SourceError::Locked);
        }
        let entry = self.archive.get_entry(part.at).map_err(|_| SourceError::Damaged)?;
        let limit = MAX_PART_BYTES.min(self.budget.get());
        let packed = entry.data();
        let (bytes, is_damaged) = if part.method == CompressionMethod::STORE {
            let bytes = (packed.len() <= limit).then(|| packed.to_vec());
            (bytes.ok_or(SourceError::TooMuch)?, false)
        } else if part.method == CompressionMethod::DEFLATE {
            match decompress_to_vec_with_limit(packed, limit) {
                Ok(bytes) => (bytes, false),
                Err(error) if error.status == TINFLStatus::HasMoreOutput => {
                    // The work has been done: a part that is too large, asked for again and again.
                    self.budget.set(self.budget.get() - limit);
                    return Err(SourceError::TooMuch);
                }
                Err(error) if error.output.is_empty() => return Err(SourceError::Damaged),
                Err(error) => (error.output, true),
            }
        } else {
            return Err(SourceError::Damaged);
        };
        self.budget.set(self.budget.get().saturating_sub(bytes.len()));
        Ok((bytes, is_damaged))
    }
}

/// The part that `way` leads to from the part `from`: beside it, or from the file's root when it begins with `/`.
pub(super) fn resolve(from: &str, way: &str) -> String {
    let way = way.trim().replace('\\', "/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start = if way.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in start.split('/').chain(way.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_beside_up_and_from_the_root() {
        assert_eq!(
            resolve("Doc_0/Document.xml", "Pages/P_0/Content.xml"),
            "Doc_0/Pages/P_0/Content.xml"
        );
        assert_eq!(resolve("Doc_0/Document.xml", "/Doc_0/A.xml"), "Doc_0/A.xml");
        assert_eq!(resolve("Doc_0/Document.xml", ".\\..\\B/./A.xml"), "B/A.xml");
        assert_eq!(resolve("OFD.xml", "../../A.xml"), "A.xml");
        assert_eq!(resolve("word/document.xml", "media/image1.png"), "word/media/image1.png");
        assert_eq!(resolve("", "_rels/.rels"), "_rels/.rels");
    }
}
