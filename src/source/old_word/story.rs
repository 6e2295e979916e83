//! A text of the document, such as the main one, → paragraphs and tables.

use super::field::Fields;
use super::font::Fonts;
use super::list::Lists;
use super::property::{Character, Paragraph, Run, find};
use super::row::{Row, Table};
use super::style::Styles;
use super::text::{Text, Unit};
use crate::source::sheet::Sheet;
use crate::source::{LossKind, LossPlace};

/// What all texts of a document share.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) characters: Vec<Run<Character>>,
    pub(super) paragraphs: Vec<Run<Paragraph>>,
    pub(super) styles: Styles,
    pub(super) fonts: Fonts,
    /// Whether the document keeps pictures beside the text.
    pub(super) has_drawings: bool,
}

/// A text while it is read.
struct Story<'c> {
    context: &'c Context,
    lists: &'c mut Lists,
    sheet: &'c mut Sheet,
    fields: Fields,
    /// The words of the open paragraph.
    words: Vec<u16>,
    /// The words of the open cell, its paragraphs as lines.
    cell: String,
    cells: Vec<String>,
    table: Table,
    /// Whether the last line that was written is blank.
    is_blank: bool,
    /// The code before this one.
    last: u16,
}

/// Reads the text between two positions.
pub(super) fn read(
    text: &Text<'_>,
    range: (usize, usize),
    context: &Context,
    lists: &mut Lists,
    sheet: &mut Sheet,
) {
    let mut story = Story {
        context,
        lists,
        sheet,
        fields: Fields::default(),
        words: Vec::new(),
        cell: String::new(),
        cells: Vec::new(),
        table: Table::default(),
        is_blank: true,
        last: 0,
    };
    let mut at = 0;
    for unit in text.units(range) {
        at = unit.at;
        story.put(unit);
        story.last = unit.code;
    }
    if !story.words.is_empty() {
        story.end_paragraph(at);
    }
    story.end_table();
}

impl Story<'_> {
    fn put(&mut self, unit: Unit) {
        let character = find(&self.context.characters, unit.at).copied().unwrap_or_default();
        match unit.code {
            0x13 => self.fields.begin(),
            0x14 => self.fields.separate(),
            0x15 => self.fields.end(),
            // A mark that ends a cell belongs to the table even where a field was left open.
            0x07 => self.end_cell(unit.at),
            _ if !self.fields.shows() => self.fields.put(unit.code),
            // A paragraph whose mark is gone goes on with the next.
            _ if character.is_hidden => {}
            0x0d => self.end_paragraph(unit.at),
            0x0c | 0x0e if self.words.is_empty() => {}
            0x0c | 0x0e => self.end_paragraph(unit.at),
            0x0b => self.words.push(u16::from(b'\n')),
            0x1e => self.words.push(u16::from(b'-')),
            0x01 if character.is_data => {}
            0x01 if character.is_object || self.fields.is_object() => {
                self.sheet.lose(LossKind::EmbeddedObject, LossPlace::Document);
            }
            0x01 => self.sheet.lose(LossKind::Picture, LossPlace::Document),
            0x08 if self.context.has_drawings => {
                self.sheet.lose(LossKind::Picture, LossPlace::Document);
            }
            code => match character.symbol {
                Some((font, code)) => self.put_symbol(font, code),
                None if (0xf000..=0xf0ff).contains(&code) => self.put_symbol(u16::MAX, code),
                None if code < 0x20 && code != 0x09 => {}
                None => self.words.push(code),
            },
        }
    }

    /// Adds a character of a symbol font.
    fn put_symbol(&mut self, font: u16, code: u16) {
        let char = self.context.fonts.symbol(font, code).unwrap_or_else(|| {
            self.sheet.lose(LossKind::UnknownCharacters, LossPlace::Document);
            char::REPLACEMENT_CHARACTER
        });
        self.words.extend_from_slice(char.encode_utf16(&mut [0; 2]));
    }

    /// Ends the paragraph whose mark lies at `at`.
    fn end_paragraph(&mut self, at: u32) {
        let unnumbered = Paragraph::default();
        let context = self.context;
        let paragraph = find(&context.paragraphs, at).unwrap_or(&unnumbered);
        let words = self.take_words(paragraph);
        if paragraph.ends_inner_row {
            return;
        }
        if paragraph.depth > 0 {
            self.cell.push_str(&words);
            self.cell.push('\n');
            return;
        }
        self.end_table();
        self.put_line(&words);
    }

    /// The words of the open paragraph behind its number.
    fn take_words(&mut self, paragraph: &Paragraph) -> String {
        let words = String::from_utf16_lossy(&std::mem::take(&mut self.words));
        let (list, level) = self.context.styles.list(paragraph.style);
        // Numbers of the upper half keep a paragraph out of the list.
        let list = paragraph.list.or(list).filter(|list| (1..0x800).contains(list));
        let level = paragraph.level.or(level).unwrap_or_default();
        // A blank paragraph in a list has its number, too, but that is not seen as part of the text.
        let number = list.map(|list| self.lists.next(list, level)).unwrap_or_default();
        if words.trim().is_empty() {
            return String::new();
        }
        // White space before the first word is indentation.
        if number.is_empty() {
            return words.trim_start_matches('\t').to_owned();
        }
        number + words.trim_start()
    }

    /// Writes a line; of several blank ones the first.
    fn put_line(&mut self, words: &str) {
        let is_blank = words.trim().is_empty();
        if !(is_blank && self.is_blank) {
            self.sheet.put_paragraph(words);
        }
        self.is_blank = is_blank;
    }

    /// Ends the cell, or the row, whose mark lies at `at`.
    fn end_cell(&mut self, at: u32) {
        self.fields = Fields::default();
        let context = self.context;
        let paragraph = find(&context.paragraphs, at);
        // Where nothing is said about paragraphs, a row ends with a second mark.
        let ends_row = match paragraph {
            Some(paragraph) => paragraph.ends_row,
            None => self.last == 0x07 && self.words.is_empty(),
        };
        if ends_row {
            self.words.clear();
            let row = paragraph.and_then(|paragraph| paragraph.row.clone());
            self.end_row(row.unwrap_or_default());
            return;
        }
        let words = self.take_words(paragraph.unwrap_or(&Paragraph::default()));
        self.cell.push_str(&words);
        self.cells.push(std::mem::take(&mut self.cell));
    }

    fn end_row(&mut self, row: Row) {
        if !self.cells.is_empty() {
            self.table.put_row(std::mem::take(&mut self.cells), row);
        }
    }

    /// Writes the table that is open, and what is left of a broken one.
    fn end_table(&mut self) {
        if !self.cell.trim().is_empty() {
            self.cells.push(std::mem::take(&mut self.cell));
        }
        self.cell.clear();
        self.end_row(Row::default());
        if !self.table.is_empty() {
            let rows = self.table.take();
            self.sheet.put_table(&rows);
            self.is_blank = false;
        }
    }
}
