//! ZIPs that are documents, and those that are folders.

use super::ofd;
use super::zip::Zip;
use super::{Decode, Source, SourceError, docx};

/// Reads a document that is packed as a ZIP.
///
/// # Errors
/// When it is none, or none that has a reader.
pub(super) fn read(bytes: &[u8], decoder: &dyn Decode) -> Result<Source, SourceError> {
    let zip = Zip::open(bytes, decoder)?;
    let starts_with = |folder: &str| zip.parts.iter().any(|part| part.name.starts_with(folder));
    if zip.find("OFD.xml").is_some() {
        return ofd::read(&zip, decoder);
    }
    if zip.find("[Content_Types].xml").is_some() || starts_with("word/") {
        let is_sheet = starts_with("xl/") || starts_with("ppt/");
        return if is_sheet { Err(SourceError::Spreadsheet) } else { docx::read(&zip, decoder) };
    }
    if zip.find("mimetype").is_some() && zip.find("content.xml").is_some() {
        return Err(SourceError::OpenDocument);
    }
    Err(SourceError::Folder)
}

/// Whether a ZIP is a document rather than a folder.
pub(super) fn is_document(zip: &Zip<'_>) -> bool {
    ["OFD.xml", "[Content_Types].xml", "mimetype"].iter().any(|name| zip.find(name).is_some())
        || zip.parts.iter().any(|part| part.name.starts_with("word/"))
}
