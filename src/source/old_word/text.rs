//! The characters of the document, put together from the pieces that it was saved in ([MS-DOC] 2.8.35).

use super::bytes::{byte, place, short, slice};
use super::fib::stretches;

/// What the codes 0x80 … 0x9F of Windows-1252 mean; those that mean nothing are themselves.
const WINDOWS_1252: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
    0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/// A stretch of the text that lies in one place of the main stream.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Its first position in the text, and the one behind its last.
    from: usize,
    to: usize,
    /// Where its first character lies in the stream.
    at: usize,
    /// Bytes of a character.
    width: usize,
}

/// The characters of a document.
#[derive(Debug)]
pub(super) struct Text<'a> {
    stream: &'a [u8],
    pieces: Vec<Piece>,
    /// Whether pieces were left out, because together they are longer than the stream that they lie in.
    pub(super) is_cut: bool,
}

/// A character: one unit of UTF-16, and where it lies in the stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) code: u16,
    pub(super) at: u32,
}

impl<'a> Text<'a> {
    /// Reads the table of pieces; `None` when there is none.
    pub(super) fn read(stream: &'a [u8], table: &[u8]) -> Option<Self> {
        let mut at = 0;
        // Formats of pieces stand before the table itself.
        while byte(table, at)? == 1 {
            at += 3 + usize::from(short(table, at + 1)?);
        }
        if byte(table, at)? != 2 {
            return None;
        }
        let length = place(table, at + 1)?;
        let places = slice(table, at + 5, length).or_else(|| table.get(at + 5..))?;
        let mut text = Self { stream, pieces: Vec::new(), is_cut: false };
        let mut n_left = stream.len();
        for (from, to, data) in stretches(places, 8) {
            let (from, to) = (usize::try_from(from).ok()?, usize::try_from(to).ok()?);
            let at = place(data, 2)?;
            let is_narrow = at & 0x4000_0000 != 0;
            let at = at & 0x3fff_ffff;
            let (at, width) = if is_narrow { (at / 2, 1) } else { (at, 2) };
            let n = to.saturating_sub(from);
            if n > n_left {
                text.is_cut = true;
                break;
            }
            n_left -= n;
            text.pieces.push(Piece { from, to, at, width });
        }
        (!text.pieces.is_empty()).then_some(text)
    }

    /// The characters between two positions.
    pub(super) fn units(&self, (from, to): (usize, usize)) -> impl Iterator<Item = Unit> {
        self.pieces.iter().flat_map(move |piece| {
            let (first, last) = (piece.from.max(from), piece.to.min(to));
            (first..last).map_while(move |position| self.unit(piece, position))
        })
    }

    fn unit(&self, piece: &Piece, position: usize) -> Option<Unit> {
        let at =
            piece.at.checked_add(position.checked_sub(piece.from)?.checked_mul(piece.width)?)?;
        let code = if piece.width == 2 {
            short(self.stream, at)?
        } else {
            let code = byte(self.stream, at)?;
            let special =
                code.checked_sub(0x80).and_then(|code| WINDOWS_1252.get(usize::from(code)));
            special.copied().unwrap_or(u16::from(code))
        };
        Some(Unit { code, at: u32::try_from(at).ok()? })
    }
}
