//! One sheet: its cells, line by line.

use std::borrow::Cow;
use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::parts::{HEAD, MAIN};
use super::style;
use crate::export::table::Cell;

/// The most characters that a cell holds.
const LONGEST: usize = 32_767;
/// What Excel adds to a column's width for the room beside the words.
const BESIDE: f64 = 0.71;

/// A sheet that is being filled.
pub(super) struct Sheet<'a> {
    /// Its name.
    pub(super) name: &'a str,
    widths: &'a [f64],
    /// The lines so far, as they are written.
    lines: String,
    /// How many of them there are, notes not counted.
    count: usize,
}

impl<'a> Sheet<'a> {
    /// A sheet with headings only.
    pub(super) fn new(name: &'a str, headings: &[&str], widths: &'a [f64]) -> Self {
        let mut sheet = Self { name, widths, lines: String::new(), count: 0 };
        sheet.line(headings.iter().map(|it| (Cell::Words((*it).into()), style::HEADING)));
        sheet
    }

    /// Adds a line.
    pub(super) fn push<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) {
        self.line(cells.into_iter().map(|cell| {
            let style = match cell {
                Cell::Number(value) => style::number(value),
                Cell::Plain(_) => style::PLAIN,
                Cell::Words(_) | Cell::Empty => style::WORDS,
            };
            (cell, style)
        }));
    }

    fn line<'c>(&mut self, cells: impl Iterator<Item = (Cell<'c>, usize)>) {
        self.count += 1;
        self.write_line(self.count, cells);
    }

    /// Adds remarks below the lines, one line free; the filter does not take them in. It is the last that is added.
    pub(super) fn note(&mut self, notes: &[&str]) {
        for (number, note) in (self.count + 2..).zip(notes) {
            self.write_line(number, std::iter::once((Cell::Words((*note).into()), 0)));
        }
    }

    fn write_line<'c>(&mut self, number: usize, cells: impl Iterator<Item = (Cell<'c>, usize)>) {
        let _ = write!(self.lines, "<row r=\"{number}\">");
        for (at, (cell, style)) in cells.enumerate() {
            let place = format!("r=\"{}{number}\" s=\"{style}\"", letter(at));
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Words(words) => {
                    let words = clean(&words);
                    let words = escaped(&words);
                    write!(
                        self.lines,
                        "<c {place} t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>"
                    )
                }
                Cell::Number(value) | Cell::Plain(value) => {
                    write!(self.lines, "<c {place}><v>{value}</v></c>")
                }
            };
        }
        self.lines.push_str("</row>");
    }

    /// The last column and line of the table, notes not counted.
    pub(super) fn last(&self) -> (char, usize) {
        (letter(self.widths.len().saturating_sub(1)), self.count)
    }

    /// The part that the sheet is; the book opens with the `first`.
    pub(super) fn part(&self, first: bool) -> String {
        let selected = if first { " tabSelected=\"1\"" } else { "" };
        let mut part = format!(
            "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
             <sheetViews><sheetView{selected} workbookViewId=\"0\">\
             <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>\
             </sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
        );
        for (number, width) in (1..).zip(self.widths) {
            let width = width + BESIDE;
            let _ = write!(
                part,
                "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        let (column, line) = self.last();
        let _ = write!(
            part,
            "</cols><sheetData>{}</sheetData><autoFilter ref=\"A1:{column}{line}\"/>\
             <pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>\
             <pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/></worksheet>",
            self.lines
        );
        part
    }
}

/// The letter of a column; no sheet of ours has more of them than the alphabet.
fn letter(column: usize) -> char {
    ('A'..='Z').nth(column).unwrap_or('Z')
}

/// Words as XML writes them, and such that Excel does not take what looks like one of its own escapes for one.
pub(super) fn escaped(words: &str) -> Cow<'_, str> {
    if !words.contains("_x") {
        return escape(words);
    }
    let mut safe = String::with_capacity(words.len() + 8);
    let mut rest = words;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        safe.push_str(before);
        let is_escape = after
            .as_bytes()
            .get(2..7)
            .is_some_and(|it| it[..4].iter().all(u8::is_ascii_hexdigit) && it[4] == b'_');
        safe.push_str(if is_escape { "_x005F_" } else { "_" });
        rest = &after[1..];
    }
    safe.push_str(rest);
    escape(safe)
}

/// Words as a cell holds them: no signs that XML has no way to write, and no more than fit.
pub(super) fn clean(words: &str) -> String {
    let is_unfit = |char: char| {
        (char.is_control() && char != '\n' && char != '\t')
            || matches!(char, '\u{fffe}' | '\u{ffff}')
    };
    let mut clean: String =
        words.chars().map(|char| if is_unfit(char) { '\u{fffd}' } else { char }).collect();
    // Excel counts in units of UTF-16.
    if clean.encode_utf16().count() > LONGEST {
        let mut units = 1;
        let end = clean.char_indices().find(|(_, char)| {
            units += char.len_utf16();
            units > LONGEST
        });
        clean.truncate(end.map_or(clean.len(), |(at, _)| at));
        clean.push('…');
    }
    clean
}
