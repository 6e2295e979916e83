//! Legacy encodings outside a browser, by the tables of `encoding_rs`.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8};

use super::{Decode, LegacyEncoding};

/// Decodes by `encoding_rs`, which follows the same standard as the browsers do.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeDecoder;

impl Decode for NativeDecoder {
    fn decode(&self, encoding: LegacyEncoding, bytes: &[u8]) -> String {
        let encoding: &'static Encoding = match encoding {
            LegacyEncoding::Gb18030 => GB18030,
            LegacyEncoding::Big5 => BIG5,
        };
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }

    // Looks at many bytes at once, which the standard library does not.
    fn well_formed<'a>(&self, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
        UTF_8.decode_without_bom_handling_and_without_replacement(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_are_read_and_damage_is_shown() {
        let decoder = NativeDecoder;
        assert_eq!(decoder.decode(LegacyEncoding::Gb18030, b"\xb8\xb4\xd2\xe9"), "复议");
        assert_eq!(decoder.decode(LegacyEncoding::Big5, b"\xb4\x5f\xc4\xb3"), "復議");
        assert_eq!(decoder.decode(LegacyEncoding::Gb18030, b"\xb8\xb4\xd2"), "复\u{fffd}");
    }

    #[test]
    fn text_is_well_formed_to_its_last_byte() {
        let text = "复议𠮷a".repeat(50);
        assert_eq!(NativeDecoder.well_formed(text.as_bytes()).as_deref(), Some(text.as_str()));
        for len in [text.len() - 2, 1, 2, 64] {
            assert_eq!(NativeDecoder.well_formed(&text.as_bytes()[..len]), None, "{len}");
        }
    }
}
