//! .doc and .wps → text: documents of Word 97 to 2003 and of WPS, which keep the same form ([MS-DOC]).
//!
//! Reads the main text, then footnotes, endnotes and text boxes; running heads and comments are left out. What was
//! deleted while changes were tracked is gone, fields show their results, and automatic numbers are counted again.

mod bytes;
mod compound;
mod fib;
mod field;
mod font;
mod list;
mod property;
mod row;
mod sprm;
mod story;
mod style;
mod text;

use super::sheet::Sheet;
use super::{LossKind, LossPlace, Source, SourceError, SourceFormat};
use bytes::{long, place, short};
use compound::Compound;
use fib::{Fib, Table};
use font::Fonts;
use list::Lists;
use story::Context;
use style::Styles;
use text::Text;

/// Reads a document.
///
/// # Errors
/// When it is locked, broken, older than Word 97, or a compound file of another kind.
pub(super) fn read(bytes: &[u8]) -> Result<Source, SourceError> {
    let compound = Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(SourceError::Locked);
    }
    let Some(stream) = compound.stream("WordDocument") else {
        let is_sheet =
            ["Workbook", "Book", "PowerPoint Document"].iter().any(|name| compound.has(name));
        return Err(if is_sheet { SourceError::Spreadsheet } else { SourceError::Damaged });
    };
    let fib = Fib::read(&stream)?;
    let tables = compound.stream(fib.table_stream).ok_or(SourceError::Damaged)?;
    let data = compound.stream("Data").unwrap_or_default();
    let text =
        Text::read(&stream, fib.table(&tables, Table::Pieces)).ok_or(SourceError::Damaged)?;
    let context = Context {
        characters: property::characters(&stream, fib.table(&tables, Table::CharacterPages)),
        paragraphs: property::paragraphs(&stream, fib.table(&tables, Table::ParagraphPages), &data),
        styles: Styles::read(fib.table(&tables, Table::Styles)),
        fonts: Fonts::read(fib.table(&tables, Table::Fonts)),
        has_drawings: has_pictures(fib.table(&tables, Table::Drawings)),
    };
    let mut lists = Lists::read(
        fib.table_and_rest(&tables, Table::Lists),
        fib.table_and_rest(&tables, Table::ListUses),
    );
    let mut sheet = Sheet::default();
    for range in [fib.main, fib.footnotes, fib.endnotes, fib.boxes] {
        story::read(&text, range, &context, &mut lists, &mut sheet);
    }
    if text.is_cut {
        sheet.lose(LossKind::DamagedPart, LossPlace::Document);
    }
    let has_pictures = sheet.losses.iter().any(|loss| loss.kind == LossKind::Picture);
    if has_pictures && sheet.text.chars().all(char::is_whitespace) {
        return Err(SourceError::Scanned);
    }
    Ok(Source {
        format: SourceFormat::Doc,
        encoding: "UTF-16LE".into(),
        text: sheet.text,
        tables: sheet.tables,
        named_title: None,
        losses: sheet.losses,
        diagnostics: Vec::new(),
    })
}

/// Whether the store of drawings ([MS-ODRAW] 2.2.12, 2.2.20) holds pictures, and not only lines and boxes.
fn has_pictures(drawings: &[u8]) -> bool {
    const STORE: u16 = 0xf001;
    // Behind the head of the container stand records, each with its kind and length.
    let mut at = 8;
    while let Some((kind, length)) = short(drawings, at + 2).zip(place(drawings, at + 4)) {
        if kind == STORE {
            return length > 0 && long(drawings, at + 8).is_some();
        }
        let Some(next) = at.checked_add(8).and_then(|at| at.checked_add(length)) else { break };
        at = next;
    }
    false
}

#[cfg(all(test, feature = "native"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
