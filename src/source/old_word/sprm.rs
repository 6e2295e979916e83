//! Changes of properties ([MS-DOC] 2.6), one behind the other: a code of two bytes, then what it sets.

use super::bytes::{byte, short, slice};

/// Definition of a table's row, whose length has two bytes.
pub(super) const TABLE_ROW: u16 = 0xd608;
/// Tab stops, whose length may not be told.
const TAB_STOPS: u16 = 0xc615;

/// One change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sprm<'a> {
    pub(super) code: u16,
    /// What it sets, without its length.
    pub(super) operand: &'a [u8],
}

impl Sprm<'_> {
    /// The first byte that it sets.
    pub(super) fn byte(&self) -> u8 {
        byte(self.operand, 0).unwrap_or_default()
    }

    /// The first two bytes that it sets.
    pub(super) fn short(&self) -> u16 {
        short(self.operand, 0).unwrap_or_default()
    }

    /// Whether it switches something on. 0x80 and 0x81 mean as, or against, the style, which seldom has it.
    pub(super) fn is_on(&self) -> bool {
        matches!(self.byte(), 1 | 0x81)
    }
}

/// The changes in a list of them.
pub(super) fn sprms(list: &[u8]) -> impl Iterator<Item = Sprm<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let code = short(list, at)?;
        at += 2;
        let (skipped, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == TABLE_ROW => (2, usize::from(short(list, at)?).saturating_sub(1)),
            _ => match byte(list, at)? {
                // Two counted lists, of four and of three bytes an item.
                255 if code == TAB_STOPS => {
                    let n_deleted = usize::from(byte(list, at + 1)?);
                    let n_added = usize::from(byte(list, at + 2 + n_deleted * 4)?);
                    (1, 2 + n_deleted * 4 + n_added * 3)
                }
                length => (1, usize::from(length)),
            },
        };
        let operand = slice(list, at + skipped, length)?;
        at += skipped + length;
        Some(Sprm { code, operand })
    })
}
