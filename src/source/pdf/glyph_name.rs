//! Names of glyphs and the old one-byte encodings, as far as reports use them: Latin letters, digits, marks.

/// What the codes from 0x80 of `MacRomanEncoding` are.
const MAC_ROMAN: &str = "\
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// What the codes 0x80 to 0x9F of `WinAnsiEncoding` are; the rest is Latin-1.
const WIN_ANSI: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";

/// What the codes from 0xA1 of `StandardEncoding` are; a space stands for none.
const STANDARD: &str = "\
    ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";

/// An encoding of one byte a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// Adobe's own, which fonts have that say nothing.
    Standard,
    /// That of Windows.
    WinAnsi,
    /// That of the Macintosh.
    MacRoman,
}

impl Base {
    /// The encoding of this name.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// The character of a code.
    pub(super) fn char(self, code: u8) -> Option<char> {
        let nth = |table: &str, first: u8| table.chars().nth(usize::from(code - first));
        match (self, code) {
            (Self::Standard, b'\'') => Some('’'),
            (Self::Standard, b'`') => Some('‘'),
            (_, b' '..=b'~') => Some(char::from(code)),
            (Self::MacRoman, 0x80..) => nth(MAC_ROMAN, 0x80),
            (Self::WinAnsi, 0x80..=0x9f) => nth(WIN_ANSI, 0x80),
            (Self::WinAnsi, 0xa0..) => Some(char::from(code)),
            (Self::Standard, 0xa1..) => nth(STANDARD, 0xa1).filter(|char| *char != ' '),
            _ => None,
        }
    }
}

/// Names and characters, in turn.
const NAMES: &str = "\
    exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * \
    plus + comma , hyphen - period . slash / colon : semicolon ; less < equal = greater > question ? at @ \
    bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } \
    asciitilde ~ zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 \
    quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ guillemotleft « \
    guillemotright » guilsinglleft ‹ guilsinglright › endash – emdash — bullet • ellipsis … periodcentered · middot · \
    dagger † daggerdbl ‡ section § paragraph ¶ copyright © registered ® trademark ™ degree ° plusminus ± multiply × \
    divide ÷ minus − fraction ⁄ perthousand ‰ sterling £ yen ¥ Euro € cent ¢ currency ¤ florin ƒ exclamdown ¡ \
    questiondown ¿ brokenbar ¦ logicalnot ¬ mu µ onesuperior ¹ twosuperior ² threesuperior ³ onequarter ¼ onehalf ½ \
    threequarters ¾ ordfeminine ª ordmasculine º lessequal ≤ greaterequal ≥ notequal ≠ approxequal ≈ infinity ∞ \
    radical √ summation ∑ arrowright → arrowleft ← lozenge ◊ Delta Δ Omega Ω alpha α beta β \
    fi fi fl fl ff ff ffi ffi ffl ffl AE Æ ae æ OE Œ oe œ Oslash Ø oslash ø Lslash Ł lslash ł germandbls ß \
    dotlessi ı Eth Ð eth ð Thorn Þ thorn þ acute ´ dieresis ¨ macron ¯ cedilla ¸ circumflex ˆ tilde ˜ caron ˇ";

/// Accents by name, and the letters with and without it, in pairs.
const ACCENTS: [(&str, &str); 8] = [
    ("acute", "AÁaáEÉeéIÍiíOÓoóUÚuúYÝyýCĆcćNŃnńSŚsśZŹzź"),
    ("grave", "AÀaàEÈeèIÌiìOÒoòUÙuùNǸnǹ"),
    ("circumflex", "AÂaâEÊeêIÎiîOÔoôUÛuû"),
    ("dieresis", "AÄaäEËeëIÏiïOÖoöUÜuüYŸyÿ"),
    ("tilde", "AÃaãNÑnñOÕoõ"),
    ("ring", "AÅaåUŮuů"),
    ("cedilla", "CÇcçSŞsş"),
    ("caron", "AǍaǎCČcčEĚeěIǏiǐOǑoǒSŠsšUǓuǔZŽzž"),
];

/// The characters of a glyph's name: `uni4E00`, `u20000`, `one.tab`, `f_i`; `None` for names that a font made up.
pub(super) fn chars(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let text: Option<String> = name.split('_').map(one).collect();
    text.filter(|text| !text.is_empty())
}

fn one(name: &str) -> Option<String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_ascii_alphabetic()
    {
        return Some(letter.to_string());
    }
    if matches!(name, "space" | "nbspace" | "nonbreakingspace") {
        return Some(' '.to_string());
    }
    let mut pairs = NAMES.split(' ').filter(|word| !word.is_empty());
    while let (Some(known), Some(text)) = (pairs.next(), pairs.next()) {
        if known == name {
            return Some(text.to_owned());
        }
    }
    accented(name).map(String::from).or_else(|| numbered(name))
}

/// `eacute`, `Udieresis`.
fn accented(name: &str) -> Option<char> {
    let mut letters = name.chars();
    let letter = letters.next()?;
    let (_, pairs) = ACCENTS.iter().find(|(accent, _)| *accent == letters.as_str())?;
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(accented)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(accented);
        }
    }
    None
}

/// `uni4E004E01`, `u4E00`.
fn numbered(name: &str) -> Option<String> {
    let digits = |text: &str| {
        let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| u32::from_str_radix(text, 16).ok()).flatten().and_then(char::from_u32)
    };
    if let Some(fours) = name.strip_prefix("uni").filter(|rest| rest.len() % 4 == 0) {
        let starts = (0..fours.len()).step_by(4);
        return starts.map(|start| digits(fours.get(start..start + 4)?)).collect();
    }
    let rest = name.strip_prefix('u').filter(|rest| (4..=6).contains(&rest.len()))?;
    digits(rest).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_characters() {
        let read = |name: &str| chars(name).unwrap_or_default();
        assert_eq!(
            ["A", "one", "quotedblleft", "eacute", "uni653F", "u653F", "one.tab", "f_i", "space"]
                .map(read),
            ["A", "1", "“", "é", "政", "政", "1", "fi", " "]
        );
        assert_eq!([".notdef", "g123", "cid00012", "uniXYZW", ""].map(read), [""; 5]);
    }

    #[test]
    fn encodings_differ_from_0x80() {
        let at = |code| [Base::Standard, Base::WinAnsi, Base::MacRoman].map(|it| it.char(code));
        assert_eq!(at(b'7'), [Some('7'); 3]);
        assert_eq!(at(0x97), [None, Some('—'), Some('ó')]);
        assert_eq!(at(0xd0), [Some('—'), Some('Ð'), Some('–')]);
        assert_eq!(at(0xfb), [Some('ß'), Some('û'), Some('˚')]);
        assert_eq!(at(0xff), [None, Some('ÿ'), Some('ˇ')]);
    }
}
