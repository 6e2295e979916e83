//! 符号: characters of symbol fonts, which have numbers of their own.

/// Characters of Wingdings as Unicode.
const WINGDINGS: [(u32, char); 24] = [
    (0x21, '✏'),
    (0x28, '☎'),
    (0x29, '✆'),
    (0x6c, '●'),
    (0x6d, '❍'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x9f, '•'),
    (0xa1, '○'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xab, '★'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe8, '➔'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
    (0x80, '⓪'),
];

/// Characters of Wingdings 2 as Unicode.
const WINGDINGS_2: [(u32, char); 9] = [
    (0x4f, '✗'),
    (0x50, '✓'),
    (0x51, '☒'),
    (0x52, '☑'),
    (0x53, '☒'),
    (0x54, '☒'),
    (0x97, '●'),
    (0xa2, '■'),
    (0xa3, '□'),
];

/// Characters of Symbol as Unicode, Greek letters apart.
const SYMBOL: [(u32, char); 16] = [
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xac, '←'),
    (0xae, '→'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd7, '·'),
    (0xe5, '∑'),
];

/// The Greek letters of Symbol, from `A` and from `a`.
const GREEK: [&str; 2] = ["ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"];

/// The character with the number `code` in a font; `None` when nobody can tell.
pub(super) fn read(font: &str, code: u32) -> Option<char> {
    // Symbol fonts stand in a private area of Unicode.
    let own = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let found = |table: &[(u32, char)]| table.iter().find(|entry| entry.0 == own).map(|it| it.1);
    match font.to_ascii_lowercase().as_str() {
        "wingdings" => match own {
            0x81..=0x8a => char::from_u32(u32::from('①') + own - 0x81),
            0x8c..=0x95 => char::from_u32(u32::from('❶') + own - 0x8c),
            _ => found(&WINGDINGS),
        },
        "wingdings 2" => found(&WINGDINGS_2),
        "wingdings 3" | "webdings" => None,
        "symbol" => found(&SYMBOL).or_else(|| greek(own)).or_else(|| plain(own)),
        _ => plain(code),
    }
}

/// Whether a character has no meaning but that of its font.
pub(super) const fn is_private(char: char) -> bool {
    matches!(char, '\u{e000}'..='\u{f8ff}')
}

/// What a character of a symbol font most likely is where the font is not looked up.
pub(super) fn guess(char: char) -> Option<char> {
    let code = u32::from(char);
    let is_of_symbol_font = is_private(char) && (0xf020..=0xf0ff).contains(&code);
    let fonts = if code == 0xf0b7 { ["symbol", ""] } else { ["wingdings", "symbol"] };
    fonts.iter().filter(|_| is_of_symbol_font).find_map(|font| read(font, code))
}

/// The bullet of a list as text: symbol fonts have theirs where other fonts have letters, or where Unicode has nothing.
pub(super) const fn bullet(char: char) -> char {
    if char.is_ascii_alphanumeric() || is_private(char) { '•' } else { char }
}

fn greek(code: u32) -> Option<char> {
    let (letters, first) = if code < 0x60 { (GREEK[0], 0x41) } else { (GREEK[1], 0x61) };
    letters.chars().nth(code.checked_sub(first)? as usize)
}

/// A character that has the same number in Unicode.
fn plain(code: u32) -> Option<char> {
    char::from_u32(code).filter(|char| !char.is_control() && !is_private(*char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_have_their_own_numbers() {
        assert_eq!(read("Wingdings", 0xf0fe), Some('☑'));
        assert_eq!(read("Wingdings", 0xf083), Some('③'));
        assert_eq!(read("Wingdings 2", 0x52), Some('☑'));
        assert_eq!(read("Symbol", 0xf0b3), Some('≥'));
        assert_eq!(read("Symbol", 0xf06d), Some('μ'));
        assert_eq!(read("宋体", 0x2460), Some('①'));
        assert_eq!(read("Webdings", 0xf041), None);
        assert_eq!(read("某字体", 0xf0b7), None);
        assert_eq!(read("Symbol", u32::MAX), None);
        assert_eq!(
            [guess('\u{f0b7}'), guess('\u{f0fe}'), guess('\u{f0b3}')],
            [Some('•'), Some('☑'), Some('≥')]
        );
        assert_eq!([guess('\u{e123}'), guess('一')], [None, None]);
    }
}
