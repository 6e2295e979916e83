//! The fonts of a document ([MS-DOC] 2.9.68): only their names, which tell what a symbol means.

use super::bytes::{byte, short, slice};
use crate::source::symbol;

/// Where the name stands in what is said about a font.
const NAME_AT: usize = 39;

/// The names of fonts by their number.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    names: Vec<String>,
}

impl Fonts {
    /// Reads the table of fonts.
    pub(super) fn read(table: &[u8]) -> Self {
        let n = short(table, 0).map_or(0, usize::from);
        let mut at = 4;
        let mut names = Vec::new();
        while names.len() < n
            && let Some(length) = byte(table, at).map(usize::from)
            && let Some(font) = slice(table, at + 1, length)
        {
            let name = font.get(NAME_AT..).unwrap_or_default();
            let units = name.chunks_exact(2).filter_map(|unit| short(unit, 0));
            let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
            names.push(String::from_utf16_lossy(&units));
            at += 1 + length;
        }
        Self { names }
    }

    /// The character that a code means in a font; `None` when nobody can tell.
    pub(super) fn symbol(&self, font: u16, code: u16) -> Option<char> {
        let name = self.names.get(usize::from(font)).map_or("", String::as_str);
        symbol::read(name, u32::from(code))
    }
}
