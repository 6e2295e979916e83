//! What is said on standard error: one line each, with the file's name.

use fajian::source::{Loss, LossKind, LossPlace, SourceError};

/// Says one line. Names of files, and of parts of files, may hold anything: what would end the line or steer the
/// terminal is not printed.
pub(crate) fn say(line: &str) {
    let shown: String =
        line.chars().map(|char| if char.is_control() { '\u{fffd}' } else { char }).collect();
    eprintln!("fajian: {shown}");
}

/// File, what is wrong, what to do.
pub(crate) fn problem(shown: &str, error: SourceError) -> String {
    format!("{shown}: {error}; {}", advice(error))
}

/// File, and what of it was not read.
pub(crate) fn loss(shown: &str, loss: &Loss) -> String {
    let what = match loss.kind {
        LossKind::Picture => "a picture",
        LossKind::ScannedPage => "a scan without text",
        LossKind::EmbeddedObject => "an embedded chart or document",
        LossKind::Attachment => "an attached file",
        LossKind::UnknownCharacters => "characters that the file does not tell",
        LossKind::DamagedPart => "a part that is broken or missing",
        LossKind::LockedPart => "a part that is locked with a password",
        LossKind::BeyondLimit => "what lies beyond a limit",
        LossKind::OtherFile => "a file that is no document",
    };
    match &loss.place {
        LossPlace::Document => format!("{shown}: not read: {what}"),
        LossPlace::Page(page) => format!("{shown}: not read: page {page}: {what}"),
        LossPlace::Part(name) => format!("{shown}: not read: {name}: {what}"),
    }
}

/// What to do about a file that holds no text.
const fn advice(error: SourceError) -> &'static str {
    match error {
        SourceError::Empty => "check that it was saved whole",
        SourceError::OpenDocument | SourceError::RichText => {
            "open it in its own program and save it as DOCX"
        }
        SourceError::Spreadsheet => "name the report itself",
        SourceError::Folder => "unpack it",
        SourceError::WebArchive => "save the page again as HTML",
        SourceError::Archive => "unpack it and name the folder",
        SourceError::EmptyFolder => "check that it is the right one",
        SourceError::Damaged => "fetch it again, or save it anew in its own program",
        SourceError::Locked => "save it without password",
        SourceError::Scanned => "have its text recognized first, or copy it from the web page",
        SourceError::TooMuch => "save only the report itself",
        SourceError::NoReader => "open it in its own program and save it as text",
        SourceError::Picture | SourceError::NotText => "name a document",
        SourceError::Unreadable => "save it again as UTF-8 text",
    }
}
