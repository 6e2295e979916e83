//! XML: elements by their local names, their attributes, and text with references decoded.
//!
//! Namespaces are not told apart: the formats read here give each meaning a name of its own, and files choose their
//! prefixes freely.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape_with};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Decode, LegacyEncoding};

/// How far into a file its declaration reaches.
const DECLARATION_BYTES: usize = 200;

/// An XML text, read token by token.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// How many elements are open.
    depth: usize,
    /// Whether the last token started an element that has no content.
    is_empty: bool,
    /// Whether nothing more comes.
    is_over: bool,
    is_damaged: bool,
}

/// A piece of an XML text.
pub(super) enum Token<'a> {
    /// The start of an element; one without content has an end as well.
    Start(Element<'a>),
    /// The end of the innermost open element.
    End,
    /// Text, in any number of pieces.
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl<'a> Xml<'a> {
    /// Starts reading `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, depth: 0, is_empty: false, is_over: false, is_damaged: false }
    }

    /// The same for a text of which an end that names another element than the one that is open may end it all the same.
    pub(super) fn lenient(text: &'a str) -> Self {
        let mut xml = Self::new(text);
        xml.reader.config_mut().check_end_names = false;
        xml
    }

    /// Whether the text broke off or was no XML from some point on; known when there are no more tokens.
    pub(super) const fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// The next piece; `None` at the end and where the text stops being XML.
    pub(super) fn next_token(&mut self) -> Option<Token<'a>> {
        if std::mem::take(&mut self.is_empty) {
            return Some(Token::End);
        }
        while !self.is_over {
            match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Some(Token::Start(Element(start)));
                }
                Ok(Event::Empty(start)) => {
                    self.is_empty = true;
                    return Some(Token::Start(Element(start)));
                }
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Token::End);
                }
                Ok(Event::Text(text)) => return Some(Token::Text(text.xml10_content())),
                Ok(Event::CData(text)) => return Some(Token::Text(text.into_inner())),
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(char) = resolve(&reference) {
                        return Some(Token::Text(Cow::Owned(char.to_string())));
                    }
                }
                Ok(Event::Eof) => self.stop(self.depth > 0),
                Err(_) => self.stop(true),
                Ok(_) => {}
            }
        }
        None
    }

    /// Goes on behind the end of the element that was started last.
    pub(super) fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next_token() {
                Some(Token::Start(_)) => depth += 1,
                Some(Token::End) => depth -= 1,
                Some(Token::Text(_)) => {}
                None => break,
            }
        }
    }

    /// The words in the element that was started last.
    pub(super) fn words(&mut self) -> String {
        let mut words = String::new();
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next_token() {
                Some(Token::Start(_)) => depth += 1,
                Some(Token::End) => depth -= 1,
                Some(Token::Text(piece)) => words.push_str(&piece),
                None => break,
            }
        }
        words
    }

    fn stop(&mut self, is_damaged: bool) {
        self.is_over = true;
        self.is_damaged = is_damaged;
    }
}

/// The character that a reference stands for. Entities that a file declares stand for nothing: they are a way to make a
/// small file large.
fn resolve(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten();
    }
    resolve_xml_entity(reference).and_then(|words| words.chars().next())
}

impl Element<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The value of the attribute with this name, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find_value(|key| local(key) == name)
    }

    /// Whether an attribute has this value, in letters of any case.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|own| own.trim().eq_ignore_ascii_case(value))
    }

    /// The namespace that the element itself binds to `prefix`.
    pub(super) fn namespace(&self, prefix: &str) -> Option<Cow<'_, str>> {
        self.find_value(|key| key.strip_prefix("xmlns:") == Some(prefix))
    }

    fn find_value(&self, is_wanted: impl Fn(&str) -> bool) -> Option<Cow<'_, str>> {
        // Looking for duplicates takes a time that grows with the square of their number.
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| is_wanted(attribute.key.0))
            .map(|attribute| unescape(attribute.value))
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute; entities that the file declares stand for nothing.
fn unescape(value: Cow<'_, str>) -> Cow<'_, str> {
    let resolve = |name: &str| Some(resolve_xml_entity(name).unwrap_or_default());
    match unescape_with(&value, resolve) {
        Ok(Cow::Owned(words)) => Cow::Owned(words),
        Ok(Cow::Borrowed(_)) | Err(_) => value,
    }
}

/// The characters of an XML file: UTF-8 or UTF-16, or what its declaration names.
pub(super) fn decode(bytes: Vec<u8>, decoder: &dyn Decode) -> String {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => return decode_wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return decode_wide(rest, u16::from_be_bytes),
        [b'<', 0, ..] => return decode_wide(&bytes, u16::from_le_bytes),
        [0, b'<', ..] => return decode_wide(&bytes, u16::from_be_bytes),
        _ => {}
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.into_bytes();
        let head = bytes.get(..DECLARATION_BYTES).unwrap_or(&bytes).to_ascii_lowercase();
        let head = String::from_utf8_lossy(&head);
        if head.starts_with("<?xml") && head.contains("encoding") && head.contains("gb") {
            return decoder.decode(LegacyEncoding::Gb18030, &bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn decode_wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Elements as `name[`…`]` with the attribute `v`, texts as they are; `!` where it is damaged.
    fn show(text: &str) -> String {
        show_all(Xml::new(text))
    }

    fn show_all(mut xml: Xml<'_>) -> String {
        let mut shown = String::new();
        while let Some(token) = xml.next_token() {
            match token {
                Token::Start(element) => {
                    shown += element.name();
                    shown += &element.attribute("v").map_or(String::new(), |v| format!("={v}"));
                    shown += "[";
                }
                Token::End => shown += "]",
                Token::Text(words) => shown += &words,
            }
        }
        if xml.is_damaged() { shown + "!" } else { shown }
    }

    #[test]
    fn names_and_attributes_are_known_by_their_local_names() {
        assert_eq!(show("<w:a x:v='1'><b v=\"2\"/>c</w:a>"), "a=1[b=2[]c]");
    }

    #[test]
    fn references_are_decoded_and_declared_entities_are_nothing() {
        assert_eq!(show("<a v='&lt;&#x4e00;'>&amp;&#20108;<![CDATA[&lt;]]></a>"), "a=<一[&二&lt;]");
        let bomb = "<!DOCTYPE a [<!ENTITY x 'yy'><!ENTITY z '&x;&x;'>]><a v='1&z;2'>3&z;4</a>";
        assert_eq!(show(bomb), "a=12[34]");
    }

    #[test]
    fn what_stands_before_the_damage_is_read() {
        assert_eq!(show("<a><b>一</b>"), "a[b[一]!");
        assert_eq!(show("<a>一</b>二"), "a[一!");
        assert_eq!(show("<a>一<b v='"), "a[一!");
        assert_eq!(show("<a/>"), "a[]");
    }

    #[test]
    fn an_end_with_another_name_may_be_an_end() {
        assert_eq!(show_all(Xml::lenient("<a><b>一</c>二</a>")), "a[b[一]二]");
        assert_eq!(show_all(Xml::lenient("<a><b>一</a>")), "a[b[一]!");
    }

    #[test]
    fn words_of_an_element_come_without_those_around() {
        let mut xml = Xml::new("<a><b> &#x590d;<c/><d>&amp;<![CDATA[<议>]]></d></b>外</a>");
        xml.next_token();
        xml.next_token();
        assert_eq!(xml.words(), " 复&<议>");
        assert!(matches!(xml.next_token(), Some(Token::Text(words)) if words == "外"));
    }

    struct NoTables;

    impl Decode for NoTables {
        fn decode(&self, _: LegacyEncoding, _: &[u8]) -> String {
            "旧".to_owned()
        }
    }

    #[test]
    fn every_allowed_encoding_is_decoded() {
        let wide: Vec<u8> = "\u{feff}<a>一</a>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(wide, &NoTables), "<a>一</a>");
        let wide: Vec<u8> = "<a>一</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(wide, &NoTables), "<a>一</a>");
        assert_eq!(decode("<a>一</a>".into(), &NoTables), "<a>一</a>");
        assert_eq!(decode("\u{feff}<a>一</a>".into(), &NoTables), "<a>一</a>");
        let old = b"<?xml version='1.0' encoding='GBK'?><a>\xb0\xb8</a>".to_vec();
        assert_eq!(decode(old, &NoTables), "旧");
        assert_eq!(decode(b"<a>\xff</a>".to_vec(), &NoTables), "<a>\u{fffd}</a>");
    }
}
