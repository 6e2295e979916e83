//! The File Information Block ([MS-DOC] 2.5): what a Word document holds, and where.

use super::super::SourceError;
use super::bytes::{long, place, short, slice};

/// The mark of a Word document of 1997 to 2003, and the least version that has it.
const MARK: u16 = 0xa5ec;
const LEAST_VERSION: u16 = 0xc0;

/// Where the places of the tables begin in the block.
const TABLES_AT: usize = 154;

/// Tables by their number in the block.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub(super) enum Table {
    Styles = 1,
    CharacterPages = 12,
    ParagraphPages = 13,
    Fonts = 15,
    Pieces = 33,
    Drawings = 50,
    Lists = 73,
    ListUses = 74,
}

/// What the block says.
#[derive(Debug)]
pub(super) struct Fib {
    /// Characters of the main text, the footnotes, the endnotes and the text boxes, each with its first position.
    pub(super) main: (usize, usize),
    pub(super) footnotes: (usize, usize),
    pub(super) endnotes: (usize, usize),
    pub(super) boxes: (usize, usize),
    /// Which of the two table streams belongs to the text.
    pub(super) table_stream: &'static str,
    places: Vec<(usize, usize)>,
}

impl Fib {
    /// Reads the block at the start of the main stream.
    ///
    /// # Errors
    /// When it is none of a document that can be read, or the document is encrypted.
    pub(super) fn read(stream: &[u8]) -> Result<Self, SourceError> {
        let flags = short(stream, 10).ok_or(SourceError::Damaged)?;
        let is_known = short(stream, 0) == Some(MARK)
            && short(stream, 2).is_some_and(|version| version >= LEAST_VERSION);
        if flags & 0x100 != 0 && is_known {
            return Err(SourceError::Locked);
        }
        if !is_known {
            return Err(SourceError::Damaged);
        }
        Self::read_places(stream, flags).ok_or(SourceError::Damaged)
    }

    fn read_places(stream: &[u8], flags: u16) -> Option<Self> {
        // The texts stand behind each other: main, footnotes, heads, macros, comments, endnotes, boxes.
        let mut starts = [0usize; 8];
        for text in 0..7 {
            starts[text + 1] = starts[text].checked_add(place(stream, 76 + text * 4)?)?;
        }
        let text = |text: usize| (starts[text], starts[text + 1]);
        let n_tables = usize::from(short(stream, 152)?);
        let places = (0..n_tables).map_while(|table| {
            let at = TABLES_AT + table * 8;
            Some((place(stream, at)?, place(stream, at + 4)?))
        });
        Some(Self {
            main: text(0),
            footnotes: text(1),
            endnotes: text(5),
            boxes: text(6),
            table_stream: if flags & 0x200 == 0 { "0Table" } else { "1Table" },
            places: places.collect(),
        })
    }

    /// The bytes of a table; none when there is no such table or the stream ends before.
    pub(super) fn table<'t>(&self, tables: &'t [u8], table: Table) -> &'t [u8] {
        let (at, length) = self.places.get(table as usize).copied().unwrap_or_default();
        slice(tables, at, length).unwrap_or_default()
    }

    /// The bytes of a table and all behind it: lists keep their levels there.
    pub(super) fn table_and_rest<'t>(&self, tables: &'t [u8], table: Table) -> &'t [u8] {
        let (at, length) = self.places.get(table as usize).copied().unwrap_or_default();
        if length == 0 { &[] } else { tables.get(at..).unwrap_or_default() }
    }
}

/// The positions and the data of a table that gives data to stretches of a text: one position more than data.
pub(super) fn stretches(table: &[u8], data: usize) -> impl Iterator<Item = (u32, u32, &[u8])> {
    let n = table.len().saturating_sub(4) / (4 + data);
    (0..n).filter_map(move |at| {
        let from = long(table, at * 4)?;
        let to = long(table, at * 4 + 4)?;
        Some((from, to, slice(table, (n + 1) * 4 + at * data, data)?))
    })
}
