//! ZIPs that are folders → the documents in them.

use std::cmp::Ordering;

use super::limit::{MAX_PARTS, MAX_UNPACKED_BYTES};
use super::packed;
use super::zip::{Part, Zip};
use super::{Decode, Loss, LossKind, LossPlace, SourceError};
use super::{kind, sheet::Sheet};

/// Endings of documents. What has one is taken whatever it holds, so that a report that cannot be read is named.
pub const DOCUMENT_ENDINGS: [&str; 20] = [
    "txt", "text", "md", "html", "htm", "shtml", "xhtml", "mht", "mhtml", "doc", "docx", "docm",
    "dot", "dotx", "wps", "wpt", "pdf", "ofd", "odt", "rtf",
];

/// Endings of what is never a document, and so is not even unpacked.
const OTHERS: [&str; 40] = [
    "png", "jpg", "jpeg", "gif", "bmp", "webp", "svg", "ico", "tif", "tiff", "emf", "wmf", "js",
    "mjs", "css", "json", "xml", "map", "woff", "woff2", "ttf", "otf", "eot", "xls", "xlsx", "et",
    "csv", "ppt", "pptx", "dps", "rar", "7z", "gz", "tar", "exe", "dll", "mp3", "mp4", "avi",
    "mov",
];

/// How many ZIPs stand around a file at most: a ZIP in a ZIP is common, one in that is an attack or a mistake.
const MAX_DEPTH: usize = 2;

/// A packed folder, unpacked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// Its documents, in the order of their names as people count: 2 before 10.
    pub files: Vec<PackedFile>,
    /// What was left out.
    pub losses: Vec<Loss>,
}

/// A document that stood in a packed folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// Its name with the folders, and the ZIP, that it stood in, parted by `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Unpacks the documents of a ZIP that [`read`](super::read) calls a [folder](SourceError::Folder).
///
/// # Errors
/// When there is none in it, or none that is not locked.
pub fn unpack(bytes: &[u8], decoder: &dyn Decode) -> Result<Unpacked, SourceError> {
    let zip = Zip::open(bytes, decoder)?;
    let mut folder =
        Folder { decoder, files: Vec::new(), notes: Sheet::default(), n_parts: 0, n_bytes: 0 };
    folder.put_all(&zip, "", 1);
    if folder.files.is_empty() {
        let locked = |loss: &Loss| loss.kind == LossKind::LockedPart;
        let is_locked = folder.notes.losses.iter().any(locked);
        return Err(if is_locked { SourceError::Locked } else { SourceError::EmptyFolder });
    }
    folder.files.sort_by(|one, other| natural(&one.name, &other.name));
    Ok(Unpacked { files: folder.files, losses: folder.notes.losses })
}

/// A folder while it is unpacked.
struct Folder<'d> {
    decoder: &'d dyn Decode,
    files: Vec<PackedFile>,
    notes: Sheet,
    /// Parts that were looked at, and bytes that are kept, over all ZIPs.
    n_parts: usize,
    n_bytes: usize,
}

impl Folder<'_> {
    /// Takes the documents of a ZIP, whose names stand behind `prefix`.
    fn put_all(&mut self, zip: &Zip<'_>, prefix: &str, depth: usize) {
        if zip.is_cut {
            self.notes.lose(LossKind::BeyondLimit, LossPlace::Document);
        }
        for part in &zip.parts {
            let name = format!("{prefix}{}", shown_name(&part.name));
            if is_litter(&part.name) {
                continue;
            }
            self.n_parts += 1;
            if self.n_parts > MAX_PARTS || self.n_bytes > MAX_UNPACKED_BYTES {
                self.notes.lose(LossKind::BeyondLimit, LossPlace::Document);
                return;
            }
            if has_ending(&name, &OTHERS) {
                self.leave(&part.name, name);
            } else {
                self.put(zip, part, name, depth);
            }
        }
    }

    fn put(&mut self, zip: &Zip<'_>, part: &Part, name: String, depth: usize) {
        let bytes = match zip.read(part) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.notes.lose(LossKind::of(error), LossPlace::Part(name));
                return;
            }
        };
        // A document may be a ZIP, too, and some programs name it so.
        let inner = Zip::open(&bytes, self.decoder).ok().filter(|zip| !packed::is_document(zip));
        match inner {
            Some(_) if depth >= MAX_DEPTH => {
                self.notes.lose(LossKind::BeyondLimit, LossPlace::Part(name));
            }
            Some(zip) if !has_ending(&name, &DOCUMENT_ENDINGS) => {
                self.put_all(&zip, &format!("{name}/"), depth + 1);
            }
            _ if is_wanted(&name, &bytes) => {
                self.n_bytes += bytes.len();
                self.files.push(PackedFile { name, bytes });
            }
            _ => self.leave(&part.name, name),
        }
    }

    /// Notes a file that is no document, unless it is part of a web page that stands beside it.
    fn leave(&mut self, path: &str, name: String) {
        let is_page_part = |folder: &str| folder.ends_with("_files") || folder.ends_with(".files");
        let mut folders: Vec<&str> = path.split('/').collect();
        folders.pop();
        if !folders.into_iter().any(is_page_part) {
            self.notes.lose(LossKind::OtherFile, LossPlace::Part(name));
        }
    }
}

/// Whether a file is a document: by its ending, or by its content when the ending says nothing.
fn is_wanted(name: &str, bytes: &[u8]) -> bool {
    if has_ending(name, &DOCUMENT_ENDINGS) {
        return true;
    }
    let has_none = !file_name(name).contains('.');
    match kind::detect(bytes) {
        // Anything without a mark may be text.
        Ok(kind::Kind::Text) => has_none && !bytes.is_empty(),
        Ok(_) => true,
        Err(_) => false,
    }
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = file_name(name).rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}

fn file_name(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, name)| name)
}

/// A name without steps that lead nowhere: nothing is written under it, but it is shown.
fn shown_name(name: &str) -> String {
    let steps = name.split('/').filter(|step| !matches!(*step, "" | "." | ".."));
    steps.collect::<Vec<_>>().join("/")
}

/// Whether a system or program left the file there for itself.
fn is_litter(name: &str) -> bool {
    let file = file_name(name);
    name.split('/').any(|step| step == "__MACOSX")
        || file.starts_with('.')
        || file.starts_with("~$")
        || ["thumbs.db", "desktop.ini"].iter().any(|litter| file.eq_ignore_ascii_case(litter))
}

/// The order of names as people count: numbers by their value.
fn natural(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    loop {
        let (left_number, left_rest) = split_number(left);
        let (right_number, right_rest) = split_number(right);
        if !left_number.is_empty() && !right_number.is_empty() {
            let (left_value, right_value) =
                (left_number.trim_start_matches('0'), right_number.trim_start_matches('0'));
            let by_value =
                left_value.len().cmp(&right_value.len()).then(left_value.cmp(right_value));
            if by_value != Ordering::Equal {
                return by_value;
            }
            (left, right) = (left_rest, right_rest);
            continue;
        }
        let (mut left_chars, mut right_chars) = (left.chars(), right.chars());
        match (left_chars.next(), right_chars.next()) {
            (None, None) => return one.cmp(other),
            (left_char, right_char) if left_char != right_char => {
                return left_char.cmp(&right_char);
            }
            _ => (left, right) = (left_chars.as_str(), right_chars.as_str()),
        }
    }
}

/// The digits at the start of a text, and the rest.
fn split_number(text: &str) -> (&str, &str) {
    let end = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(all(test, feature = "native"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#[path = "archive_tests.rs"]
mod tests;
