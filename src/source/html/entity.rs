//! Character references: `&nbsp;`, `&#25253;`, `&#x544A;`.

/// All names of the standard, packed by `build.rs`: for each letter where the names that begin with it stand, then
/// name by name
///
/// - a byte: how many letters it shares with the name before, [`IS_LEGACY`] and [`IS_PAIR`];
/// - its other letters, the last one marked by [`IS_LAST`];
/// - the one or two characters that it stands for.
static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/entities.bin"));

/// The name counts even without the semicolon.
const IS_LEGACY: u8 = 0x20;

/// The name stands for two characters.
const IS_PAIR: u8 = 0x40;

/// Marks the last letter of a name.
const IS_LAST: u8 = 0x80;

/// What the numbers from 128 on stand for: what they are in Windows-1252, as in all old pages.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Reads the reference that `text`, which follows an `&`, begins with, and writes to `to` what it stands for.
///
/// Returns the reference's length, 0 when there is none.
pub(super) fn read_reference(text: &[u8], is_attribute: bool, to: &mut String) -> usize {
    let (len, meant) = match text {
        [b'#', b'x' | b'X', ..] => read_number(text, 2, 16),
        [b'#', ..] => read_number(text, 1, 10),
        _ => return read_name(text, is_attribute, to),
    };
    if len > 0 {
        to.push(meant);
    }
    len
}

/// Reads a number behind `n_before` other bytes.
fn read_number(text: &[u8], n_before: usize, radix: u32) -> (usize, char) {
    let mut len = n_before;
    let mut code = 0_u32;
    while let Some(digit) = text.get(len).and_then(|byte| char::from(*byte).to_digit(radix)) {
        code = code.saturating_mul(radix).saturating_add(digit);
        len += 1;
    }
    if len == n_before {
        return (0, '\0');
    }
    let remapped = code.checked_sub(0x80).and_then(|idx| WINDOWS_1252.chars().nth(idx as usize));
    let meant = remapped.or_else(|| char::from_u32(code)).filter(|meant| *meant != '\0');
    let n_end = usize::from(text.get(len) == Some(&b';'));
    (len + n_end, meant.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// Reads the longest name that there is.
fn read_name(text: &[u8], is_attribute: bool, to: &mut String) -> usize {
    let Some((len, meant)) = find_name(text) else { return 0 };
    let is_open = text[len - 1] != b';';
    let next = text.get(len).copied().unwrap_or_default();
    // `?from=1&copy=2` is an address, no symbol.
    if is_attribute && is_open && (next == b'=' || next.is_ascii_alphanumeric()) {
        return 0;
    }
    to.push_str(std::str::from_utf8(meant).unwrap_or_default());
    len
}

/// The longest name that `text` begins with: its length, with the semicolon if it has one, and what it stands for.
fn find_name(text: &[u8]) -> Option<(usize, &'static [u8])> {
    let letter = match *text.first()? {
        letter @ b'A'..=b'Z' => letter - b'A',
        letter @ b'a'..=b'z' => letter - b'a' + 26,
        _ => return None,
    };
    let idx = usize::from(letter) * 2;
    let mut at = usize::from(u16::from_le_bytes([*NAMES.get(idx)?, *NAMES.get(idx + 1)?]));
    let mut longest = None;
    // How many letters of the text are those of the name before.
    let mut n_same = 0;
    while let Some(&head) = NAMES.get(at) {
        let mut len = usize::from(head & 0x1F);
        // Names are in order: none behind this one is nearer.
        if len < n_same {
            break;
        }
        let mut is_same = len == n_same;
        let mut is_last = false;
        while !is_last {
            at += 1;
            let letter = NAMES.get(at)?;
            is_last = letter & IS_LAST != 0;
            is_same &= text.get(len) == Some(&(letter & !IS_LAST));
            len += 1;
            n_same += usize::from(is_same);
        }
        let start = at + 1;
        at = start + char_len(NAMES.get(start)?);
        if head & IS_PAIR != 0 {
            at += char_len(NAMES.get(at)?);
        }
        if is_same {
            let meant = NAMES.get(start..at)?;
            if text.get(len) == Some(&b';') {
                return Some((len + 1, meant));
            }
            if head & IS_LEGACY != 0 {
                longest = Some((len, meant));
            }
        }
    }
    longest
}

/// How many bytes a character has whose first one is `first`.
const fn char_len(first: &u8) -> usize {
    match first {
        ..0x80 => 1,
        ..0xE0 => 2,
        ..0xF0 => 3,
        _ => 4,
    }
}
