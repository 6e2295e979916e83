//! Codes of composite fonts: how the bytes of a string part into codes, and which characters the code itself tells.

use hayro_cmap::CMap;

use crate::source::{Decode, LegacyEncoding};

/// How the bytes of a string are codes.
#[derive(Debug)]
pub(super) enum Coding {
    /// Two bytes that number the glyphs of the font.
    Numbers,
    /// UTF-16, big end first: `UniGB-UCS2-H`, `UniCNS-UTF16-H`.
    Utf16,
    /// UTF-8: `UniGB-UTF8-H`.
    Utf8,
    /// UTF-32, big end first: `UniGB-UTF32-H`.
    Utf32,
    /// An encoding of the time before Unicode: `GBK-EUC-H`, `ETen-B5-H`.
    Legacy(LegacyEncoding),
    /// GB 2312 in seven bits: `GB-H`.
    SevenBits,
    /// One or two bytes that only a table tells: `90ms-RKSJ-H`.
    Mixed,
    /// A table in the file.
    Table(Box<CMap>),
}

impl Coding {
    /// The coding that a predefined name stands for.
    pub(super) fn named(name: &str) -> Self {
        let holds = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
        if holds(&["UCS2", "UTF16"]) {
            Self::Utf16
        } else if holds(&["UTF8"]) {
            Self::Utf8
        } else if holds(&["UTF32"]) {
            Self::Utf32
        } else if holds(&["GBK", "GB-EUC", "GBpc-EUC"]) {
            Self::Legacy(LegacyEncoding::Gb18030)
        } else if holds(&["B5"]) {
            Self::Legacy(LegacyEncoding::Big5)
        } else if name.starts_with("GB-") {
            Self::SevenBits
        } else if holds(&["RKSJ", "EUC", "KSC"]) {
            Self::Mixed
        } else {
            Self::Numbers
        }
    }

    /// How many of the bytes are the first code; at least 1 where there are any.
    pub(super) fn len(&self, bytes: &[u8]) -> usize {
        let first = bytes.first().copied().unwrap_or(0);
        let second = bytes.get(1).copied().unwrap_or(0);
        let len = match self {
            Self::Numbers | Self::SevenBits => 2,
            Self::Utf16 if matches!(first, 0xd8..=0xdb) => 4,
            Self::Utf16 => 2,
            Self::Utf8 => match first {
                0xf0.. => 4,
                0xe0.. => 3,
                0xc0.. => 2,
                _ => 1,
            },
            Self::Utf32 => 4,
            Self::Legacy(_) | Self::Mixed if first <= 0x80 => 1,
            Self::Legacy(LegacyEncoding::Gb18030) if second.is_ascii_digit() => 4,
            Self::Legacy(_) | Self::Mixed => 2,
            Self::Table(table) => {
                let fits = |len: &usize| {
                    let code = bytes.get(..*len).map(number);
                    code.is_some_and(|code| table.lookup_cid_code(code, *len as u8).is_some())
                };
                (1..=4).find(fits).unwrap_or(2)
            }
        };
        len.min(bytes.len())
    }

    /// The characters that the code itself tells.
    pub(super) fn chars(&self, code: &[u8], decoder: &dyn Decode) -> Option<String> {
        let text = match self {
            Self::Numbers | Self::Mixed | Self::Table(_) => return None,
            Self::Utf16 => utf16(code),
            Self::Utf8 => String::from_utf8_lossy(code).into_owned(),
            Self::Utf32 => char::from_u32(number(code)).map(String::from)?,
            Self::Legacy(encoding) => decoder.decode(*encoding, code),
            Self::SevenBits => {
                let raised: Vec<u8> = code.iter().map(|byte| byte | 0x80).collect();
                decoder.decode(LegacyEncoding::Gb18030, &raised)
            }
        };
        (!text.contains(char::REPLACEMENT_CHARACTER)).then_some(text)
    }

    /// The number of the glyph in the font's own order, where the code tells it.
    pub(super) fn glyph(&self, code: &[u8]) -> Option<u32> {
        match self {
            Self::Numbers => Some(number(code)),
            Self::Table(table) => table.lookup_cid_code(number(code), code.len() as u8),
            _ => None,
        }
    }
}

/// A code as a number.
pub(super) fn number(code: &[u8]) -> u32 {
    code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// UTF-16, big end first; U+FFFD for what is not.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| u16::from_be_bytes(*pair));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::NativeDecoder;

    /// The characters of a string in a predefined coding, `?` for those that it does not tell.
    fn read(name: &str, mut bytes: &[u8]) -> String {
        let coding = Coding::named(name);
        let mut text = String::new();
        while !bytes.is_empty() {
            let (code, rest) = bytes.split_at(coding.len(bytes));
            text += &coding.chars(code, &NativeDecoder).unwrap_or("?".to_owned());
            bytes = rest;
        }
        text
    }

    #[test]
    fn predefined_names_tell_characters() {
        assert_eq!(read("UniGB-UCS2-H", b"\x65\x3f\x00A"), "政A");
        assert_eq!(read("UniGB-UTF16-H", b"\xd8\x40\xdc\x0b\x65\x3f"), "𠀋政");
        assert_eq!(read("GBK-EUC-H", b"1\xb8\xb4\xd2\xe9"), "1复议");
        assert_eq!(read("GBK2K-H", b"\x81\x39\xee\x39\xb8\xb4"), "㐀复");
        assert_eq!(read("GB-H", b"\x38\x34"), "复");
        assert_eq!(read("ETen-B5-H", b"\xb4\x5f\xc4\xb3"), "復議");
        assert_eq!(read("Identity-H", b"\x00\x01\x00"), "??");
        assert_eq!(read("GBK-EUC-H", b"\xb8"), "?");
    }
}
