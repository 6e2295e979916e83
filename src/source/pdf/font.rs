//! Fonts: from the bytes of a string to characters and widths.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::coding::{Coding, number, utf16};
use super::glyph_name::{self, Base};
use super::unpack::Budget;
use super::width::Widths;
use crate::source::{Decode, LegacyEncoding};

/// A font of the file.
pub(super) struct Font<'a> {
    codes: Codes<'a>,
    /// Tables from codes to characters; several where one table is damaged and read part by part.
    to_unicode: Vec<CMap>,
    /// Whether the codes are said to be UTF-16 themselves.
    is_unicode: bool,
    widths: Widths,
    /// From the font's measure to its size.
    scale: f32,
    /// Whether its strokes are heavy.
    pub(super) is_bold: bool,
    /// Whether its lines run downwards.
    pub(super) is_vertical: bool,
    letters: HashMap<(u32, usize), Letter>,
}

/// The two kinds of fonts.
enum Codes<'a> {
    /// One byte a code.
    Simple { base: Base, names: HashMap<u8, Name<'a>> },
    /// As its coding says.
    Composite(Coding),
}

/// What a code shows.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// Its characters; `None` where the file does not tell them. Empty for glyphs that show nothing.
    pub(super) text: Option<String>,
    /// How far the pen moves, in parts of the font's size.
    pub(super) width: f32,
    /// Whether the space between words widens it.
    pub(super) is_space: bool,
}

impl<'a> Font<'a> {
    /// Reads what is said about a font.
    pub(super) fn read(dict: &Dict<'a>, budget: &Budget) -> Self {
        let name = name_of(dict, "BaseFont");
        let is_composite = dict.get::<Name<'_>>("Subtype").is_some_and(|it| &*it == b"Type0");
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|list| list.iter::<Dict<'_>>().next())
            .unwrap_or_default();
        let font = if is_composite { &descendant } else { dict };
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let weight = descriptor.get::<f32>("FontWeight").unwrap_or(400.0);
        let to_unicode = dict.get::<Stream<'_>>("ToUnicode");
        let encoding = name_of(dict, "Encoding");
        let is_double = !is_composite && is_double_byte(dict, &descriptor);
        Self {
            codes: if is_double {
                Codes::Composite(Coding::Legacy(LegacyEncoding::Gb18030))
            } else if is_composite {
                composite(dict, budget)
            } else {
                simple(dict)
            },
            to_unicode: to_unicode
                .and_then(|stream| budget.unpack(&stream))
                .map_or_else(Vec::new, |table| tables(&table)),
            is_unicode: name_of(dict, "ToUnicode").starts_with("Identity"),
            widths: if is_composite || is_double {
                Widths::of_composite(&descendant)
            } else {
                Widths::of_simple(dict, &name)
            },
            scale: scale(dict),
            is_bold: is_heavy(&name) || weight >= 600.0,
            is_vertical: is_composite && encoding.ends_with("-V") || encoding == "V",
            letters: HashMap::new(),
        }
    }

    /// Takes the first code of a string: what it shows, and how many bytes it was.
    pub(super) fn letter(&mut self, bytes: &[u8], decoder: &dyn Decode) -> (&Letter, usize) {
        let len = match &self.codes {
            Codes::Simple { .. } => 1,
            Codes::Composite(coding) => coding.len(bytes).max(1),
        };
        let code = bytes.get(..len).unwrap_or(bytes);
        let key = (number(code), len);
        if !self.letters.contains_key(&key) {
            let letter = self.make(code, decoder);
            self.letters.insert(key, letter);
        }
        (&self.letters[&key], len)
    }

    fn make(&self, code: &[u8], decoder: &dyn Decode) -> Letter {
        let value = number(code);
        let listed = self.to_unicode.iter().find_map(|table| table.lookup_bf_string(value));
        let mut text = match listed {
            Some(BfString::Char(char)) => Some(char.to_string()),
            Some(BfString::String(text)) => Some(text),
            None if self.is_unicode => Some(utf16(code)),
            None => None,
        };
        // Tables that map what they do not know to nothing tell nothing.
        text = text.filter(|text| !text.chars().all(|char| matches!(char, '\0' | '\u{fffd}')));
        let text = text.or_else(|| self.told_by_code(code, decoder)).map(|text| shown(&text));
        let is_space = code.len() == 1 && value == 32;
        Letter { width: self.width(code, text.as_deref()) * self.scale, text, is_space }
    }

    fn told_by_code(&self, code: &[u8], decoder: &dyn Decode) -> Option<String> {
        match &self.codes {
            Codes::Composite(coding) => coding.chars(code, decoder),
            Codes::Simple { base, names } => {
                let code = *code.first()?;
                match names.get(&code) {
                    Some(name) if &**name == b".notdef" => Some(String::new()),
                    Some(name) => glyph_name::chars(name.as_str()),
                    None => base.char(code).map(String::from),
                }
            }
        }
    }

    fn width(&self, code: &[u8], text: Option<&str>) -> f32 {
        let Codes::Composite(coding) = &self.codes else { return self.widths.get(number(code)) };
        if let Some(glyph) = coding.glyph(code) {
            return self.widths.get(glyph);
        }
        // Adobe's Chinese collections begin with ASCII: 1 to 95 in proportion, 814 on in half widths (GB1).
        let ascii = text.and_then(|text| text.bytes().next()).filter(u8::is_ascii);
        match ascii {
            Some(byte @ b' '..=b'~') => {
                let place = u32::from(byte - b' ');
                let listed = self.widths.listed(1 + place).or(self.widths.listed(814 + place));
                listed.unwrap_or(500.0)
            }
            _ => self.widths.get(u32::MAX),
        }
    }
}

/// Whether a font that says it has one byte a character has two: old Chinese typesetters name the system's fonts in
/// GBK (`/#B7#C2#CB#CE` is 仿宋), leave them out of the file, and write GBK.
fn is_double_byte(font: &Dict<'_>, descriptor: &Dict<'_>) -> bool {
    let is_named_so = font.get::<Name<'_>>("BaseFont").is_some_and(|name| !name.is_ascii());
    let is_inside =
        ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key));
    let is_told = font.contains_key("ToUnicode") || font.get::<Dict<'_>>("Encoding").is_some();
    is_named_so && !is_inside && !is_told
}

/// What a reader sees of characters: bullets of symbol fonts as bullets, nothing that has no shape.
fn shown(text: &str) -> String {
    let visible = text.chars().filter(|char| *char != '\0');
    visible
        .map(|char| match char {
            '\u{f06c}' | '\u{f06e}' | '\u{f075}' | '\u{f0a7}' | '\u{f0b7}' | '\u{f0d8}'
            | '\u{f0fc}' => '•',
            '\t' | '\n' | '\r' | '\u{a0}' => ' ',
            char => char,
        })
        .collect()
}

fn name_of(dict: &Dict<'_>, key: &str) -> String {
    dict.get::<Name<'_>>(key).map_or_else(String::new, |name| name.as_str().to_owned())
}

/// Whether a font's name says that its strokes are heavy.
fn is_heavy(name: &str) -> bool {
    ["Bold", "bold", "BOLD", "Black", "Heavy", "SimHei", "Semibold"]
        .iter()
        .any(|word| name.contains(word))
}

fn scale(font: &Dict<'_>) -> f32 {
    let is_drawn = font.get::<Name<'_>>("Subtype").is_some_and(|it| &*it == b"Type3");
    let matrix = font.get::<Array<'_>>("FontMatrix").filter(|_| is_drawn);
    let first = matrix.and_then(|matrix| matrix.iter::<f32>().next());
    first.filter(|scale| scale.is_finite() && *scale > 0.0).unwrap_or(0.001)
}

fn simple<'a>(font: &Dict<'a>) -> Codes<'a> {
    let is_true_type = font.get::<Name<'_>>("Subtype").is_some_and(|it| &*it == b"TrueType");
    let default = if is_true_type { Base::WinAnsi } else { Base::Standard };
    let mut base = font.get::<Name<'_>>("Encoding").and_then(|name| Base::named(&name));
    let mut names = HashMap::new();
    if let Some(encoding) = font.get::<Dict<'a>>("Encoding") {
        base = encoding.get::<Name<'_>>("BaseEncoding").and_then(|name| Base::named(&name));
        let mut code = 0_u8;
        for item in
            encoding.get::<Array<'a>>("Differences").unwrap_or_default().iter::<Object<'a>>()
        {
            match item {
                Object::Number(number) => code = number.as_i64().clamp(0, 255) as u8,
                Object::Name(name) => {
                    names.insert(code, name);
                    code = code.wrapping_add(1);
                }
                _ => {}
            }
        }
    }
    Codes::Simple { base: base.unwrap_or(default), names }
}

fn composite<'a>(font: &Dict<'a>, budget: &Budget) -> Codes<'a> {
    let table = font
        .get::<Stream<'_>>("Encoding")
        .and_then(|stream| budget.unpack(&stream))
        .and_then(|table| CMap::parse(&table, |_| None));
    Codes::Composite(match table {
        Some(table) => Coding::Table(Box::new(table)),
        None => Coding::named(&name_of(font, "Encoding")),
    })
}

/// Lists that are read of a damaged table: each code is looked up in each, and a font has some ten.
const MAX_LISTS: usize = 256;

/// The tables of a `ToUnicode` stream: one, or where that is damaged each list in it by itself.
fn tables(bytes: &[u8]) -> Vec<CMap> {
    if let Some(table) = CMap::parse(bytes, |_| None) {
        return vec![table];
    }
    let text = String::from_utf8_lossy(bytes);
    let mut tables = Vec::new();
    for part in text.split("begin").skip(1).take(MAX_LISTS) {
        let end =
            ["endbfchar", "endbfrange"].iter().find_map(|end| Some(part.find(end)? + end.len()));
        let list = part.get(..end.unwrap_or(0)).unwrap_or_default();
        tables.extend(CMap::parse(format!("1 begin{list}").as_bytes(), |_| None));
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_table_is_read_list_by_list() {
        let found = tables(
            b"1 beginbfchar <01> <653F> endbfchar 1 beginbfchar <02> <> endbfchar \
              1 beginbfrange <03> <04> <5E9C> endbfrange",
        );
        let read = |code| found.iter().find_map(|table| table.lookup_bf_string(code));
        assert_eq!(read(1), Some(BfString::Char('政')));
        assert_eq!(read(4), Some(BfString::Char('\u{5e9d}')));
        assert_eq!(read(2), None);
    }

    #[test]
    fn symbols_are_bullets() {
        assert_eq!(shown("\u{f0b7}\0 甲\u{a0}"), "• 甲 ");
    }
}
