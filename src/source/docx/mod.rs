//! DOCX → text: paragraphs with the numbers that Word or WPS shows before them, tables, notes and text boxes.
//!
//! What is read is what the document shows when all tracked changes are accepted: no deleted or hidden text, no
//! comments, no headers and footers, no table of contents.

mod alternate;
mod body;
mod element;
mod field;
mod flow;
mod numbering;
mod open;
mod package;
mod properties;
mod styles;
mod table;
mod values;

use super::sheet::Sheet;
use super::zip::Zip;
use super::{Decode, LossKind, LossPlace, Source, SourceError, SourceFormat};
use body::{Body, BodyText, Context, Notes};
use numbering::Numbering;
use package::{Package, PartText};
use styles::Styles;

/// How much of a text is searched for the title that its properties name, in characters.
const TITLE_HEAD: usize = 2000;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 100;

/// Reads a document.
///
/// # Errors
/// When its main part is missing or cannot be read at all.
pub(super) fn read(zip: &Zip<'_>, decoder: &dyn Decode) -> Result<Source, SourceError> {
    let package = Package::open(zip, decoder)?;
    let main = package.main_text()?;
    let mut sheet = Sheet::default();
    let numbering = read_part(&package, "numbering", &mut sheet);
    let numbering = numbering.map(|text| Numbering::read(&text)).unwrap_or_default();
    let styles = read_part(&package, "styles", &mut sheet);
    let styles = styles.map(|text| Styles::read(&text, &numbering)).unwrap_or_default();
    let mut context = Context {
        package: &package,
        styles: &styles,
        numbering: &numbering,
        keeps_contents: false,
    };
    let footnotes = read_part(&package, "footnotes", &mut sheet);
    let endnotes = read_part(&package, "endnotes", &mut sheet);
    let mut body = read_body(&main.text, &context, [&footnotes, &endnotes]);
    if body.misses_text {
        context.keeps_contents = true;
        body = read_body(&main.text, &context, [&footnotes, &endnotes]);
    }
    if zip.is_cut {
        sheet.lose(LossKind::BeyondLimit, LossPlace::Document);
    }
    flow::write(body.blocks, &mut sheet);
    for loss in body.losses {
        sheet.lose(loss.kind, loss.place);
    }
    if main.is_damaged || body.is_damaged {
        sheet.lose(LossKind::DamagedPart, LossPlace::Part(package.main().to_owned()));
    }
    let has_picture = sheet.losses.iter().any(|loss| loss.kind == LossKind::Picture);
    if has_picture && sheet.text.trim().is_empty() {
        return Err(SourceError::Scanned);
    }
    Ok(Source {
        format: SourceFormat::Docx,
        encoding: "UTF-8".into(),
        named_title: package.title().and_then(|title| confirm_title(&title, &sheet.text)),
        text: sheet.text,
        tables: sheet.tables,
        losses: sheet.losses,
        diagnostics: Vec::new(),
    })
}

/// Reads the main part together with the notes that it refers to.
fn read_body(text: &str, context: &Context<'_>, notes: [&Option<String>; 2]) -> BodyText {
    let [mut footnotes, mut endnotes] = notes.map(|text| {
        let text = text.as_deref().unwrap_or_default();
        Body::read(text, context, Notes::new(), Notes::new())
    });
    let mut body = Body::read(text, context, footnotes.notes, endnotes.notes);
    body.losses.append(&mut footnotes.losses);
    body.losses.append(&mut endnotes.losses);
    body
}

/// The text of the part of this kind; `None` when the document has none or it is lost.
fn read_part(package: &Package<'_, '_>, kind: &str, sheet: &mut Sheet) -> Option<String> {
    let name = package.part_of_kind(kind)?;
    let (text, loss) = match package.read_text(name) {
        Ok(PartText { text, is_damaged: false }) => (Some(text), None),
        Ok(PartText { text, is_damaged: true }) => (Some(text), Some(LossKind::DamagedPart)),
        Err(error) => (None, Some(LossKind::of(error))),
    };
    if let Some(loss) = loss {
        sheet.lose(loss, LossPlace::Part(name.to_owned()));
    }
    text
}

/// The title that the properties name, if the head of the text says it as well: a title that it does not say is left
/// over from a template or from last year's file, or is the name of a file.
fn confirm_title(title: &str, text: &str) -> Option<String> {
    let is_wide = |char: char| ('\u{3400}'..='\u{9fff}').contains(&char);
    let bare: String = title.chars().filter(|char| !char.is_whitespace()).collect();
    let n_wide = bare.chars().filter(|char| is_wide(*char)).count();
    if n_wide < 4 || bare.chars().count() > LONGEST_TITLE {
        return None;
    }
    let head: String = text.chars().filter(|char| !char.is_whitespace()).take(TITLE_HEAD).collect();
    head.contains(&bare).then(|| title.trim().to_owned())
}

#[cfg(test)]
mod tests;
