//! PDF → the text a reader would see.
//!
//! A library reads the container: objects, streams, the tokens of instructions. Here they are followed as far as they
//! show text, lines and pictures ([`interpreter`]); the layout makes lines, tables and paragraphs of these, as a PDF
//! knows of none.

mod coding;
mod font;
mod glyph_name;
mod interpreter;
mod show;
mod state;
mod tag;
#[cfg(test)]
mod tests;
mod title;
mod unpack;
mod width;

use hayro_syntax::object::{Array, Dict, Stream};
use hayro_syntax::page::Page as PdfPage;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::interpreter::{Interpreter, Shared};
use super::layout::{Found, Layout, Marks, Matrix};
use super::limit::MAX_PAGES;
use super::sheet::Sheet;
use super::{Decode, LossKind, LossPlace, Source, SourceError, SourceFormat};

/// Reads a PDF.
///
/// # Errors
/// When it is locked, too large, shows only pictures, or has no text.
pub(super) fn read(bytes: &[u8], decoder: &dyn Decode) -> Result<Source, SourceError> {
    if unpack::has_bomb(bytes) {
        return Err(SourceError::TooMuch);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => SourceError::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => SourceError::Damaged,
    })?;
    let mut sheet = Sheet::default();
    if is_cut_short(bytes) {
        sheet.lose(LossKind::DamagedPart, LossPlace::Document);
    }
    let mut shared = Shared::new(decoder);
    let mut layout = Layout::new();
    let mut founds: Vec<Found> = Vec::new();
    for (index, pdf_page) in pdf.pages().iter().enumerate() {
        let place = LossPlace::Page(u32::try_from(index + 1).unwrap_or(u32::MAX));
        if index == MAX_PAGES || shared.glyphs_left == 0 {
            sheet.lose(LossKind::BeyondLimit, place);
            break;
        }
        let marks = show(pdf_page, &mut shared);
        if marks.is_cut {
            sheet.lose(LossKind::BeyondLimit, place.clone());
        }
        if marks.is_damaged {
            sheet.lose(LossKind::DamagedPart, place.clone());
        }
        let (width, height) = pdf_page.render_dimensions();
        let found = layout.put(marks, width, height);
        found.tell(&place, &mut sheet);
        founds.push(found);
    }
    if !founds.iter().any(|found| found.has_text) {
        let is_scan = founds.iter().any(|found| found.has_pictures || found.is_drawn);
        let is_damaged = !sheet.losses.is_empty();
        return Err(match (is_scan, is_damaged) {
            (true, _) => SourceError::Scanned,
            (false, true) => SourceError::Damaged,
            (false, false) => SourceError::Empty,
        });
    }
    if founds.iter().all(|found| found.has_unknown || !found.has_text) && !layout.has_known() {
        return Err(SourceError::Unreadable);
    }
    if has_attachments(&pdf) {
        sheet.lose(LossKind::Attachment, LossPlace::Document);
    }
    layout.write(&mut sheet);
    let title = pdf.metadata().title.as_deref();
    Ok(Source {
        format: SourceFormat::Pdf,
        encoding: "utf-8".into(),
        named_title: title.and_then(|title| title::sensible(title, &sheet.text, decoder)),
        text: sheet.text,
        tables: sheet.tables,
        losses: sheet.losses,
        diagnostics: Vec::new(),
    })
}

/// Whether the file ends before its end: what stands there may still be read, but pages may be missing.
fn is_cut_short(bytes: &[u8]) -> bool {
    let Some(last) = bytes.windows(6).rposition(|part| part == b"endobj") else { return false };
    !bytes.get(last..).unwrap_or_default().windows(5).any(|part| part == b"%%EOF")
}

/// Follows the instructions of a page.
fn show<'a>(page: &PdfPage<'a>, shared: &mut Shared<'a, '_>) -> Marks {
    let (content, is_damaged) = content(page, shared);
    let matrix = Matrix(page.initial_transform(true).as_coeffs());
    let mut interpreter = Interpreter::new(shared, matrix);
    interpreter.run(&content, page.resources());
    let mut marks = interpreter.marks;
    marks.is_damaged |= is_damaged;
    marks
}

/// The instructions of a page, and whether some could not be had.
fn content(page: &PdfPage<'_>, shared: &Shared<'_, '_>) -> (Vec<u8>, bool) {
    let dict: &Dict<'_> = page.raw();
    if let Some(stream) = dict.get::<Stream<'_>>("Contents") {
        let content = shared.budget.unpack(&stream);
        let is_damaged = content.is_none();
        return (content.unwrap_or_default(), is_damaged);
    }
    let mut content = Vec::new();
    let mut is_damaged = false;
    for stream in dict.get::<Array<'_>>("Contents").unwrap_or_default().iter::<Stream<'_>>() {
        match shared.budget.unpack(&stream) {
            Some(part) => {
                content.extend(part);
                content.push(b'\n');
            }
            None => is_damaged = true,
        }
    }
    (content, is_damaged)
}

fn has_attachments(pdf: &Pdf) -> bool {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let names = root.and_then(|root| root.get::<Dict<'_>>("Names"));
    names.is_some_and(|names| names.contains_key("EmbeddedFiles"))
}
