//! The XML of an OFD document as steps: what opens, what closes, and the words between.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// One step through a file.
#[derive(Debug)]
pub(super) enum Step<'a> {
    /// An element opens.
    Open(Element<'a>),
    /// The innermost open element closes.
    Close,
    /// Words, or a piece of them.
    Words(Cow<'a, str>),
}

/// An element that opens. Prefixes of namespaces are left out: files name them as they like, or not at all.
#[derive(Debug)]
pub(super) struct Element<'a>(BytesStart<'a>);

/// Steps through a file.
pub(super) struct Steps<'a> {
    reader: Reader<&'a [u8]>,
    /// How many elements are open.
    depth: usize,
    /// Whether the file is malformed somewhere, or ends too early.
    pub(super) is_damaged: bool,
}

impl Element<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute; prefixes count for nothing here either.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned);
        Some(value.unwrap_or_else(|_| found.value.into_owned()))
    }

    /// Whether an attribute has this value.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|own| own.trim().eq_ignore_ascii_case(value))
    }
}

impl<'a> Steps<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self { reader, depth: 0, is_damaged: false }
    }

    /// Passes over all that is in the element that just opened.
    pub(super) fn pass_over(&mut self) {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer && self.next().is_some() {}
    }

    /// The words in the element that just opened, white space around them left out.
    pub(super) fn words(&mut self) -> String {
        self.words_untrimmed().trim().to_owned()
    }

    /// The words in the element that just opened, without the line ends that lay out the file.
    pub(super) fn words_untrimmed(&mut self) -> String {
        let outer = self.depth.saturating_sub(1);
        let mut words = String::new();
        while self.depth > outer
            && let Some(step) = self.next()
        {
            if let Step::Words(piece) = step {
                words.extend(piece.chars().filter(|char| !matches!(char, '\n' | '\r' | '\t')));
            }
        }
        words
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => {
                    self.is_damaged = true;
                    Event::Eof
                }
            };
            return Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    Step::Open(Element(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close
                }
                Event::Text(text) => Step::Words(text.into_inner()),
                Event::CData(text) => Step::Words(text.into_inner()),
                Event::GeneralRef(reference) => Step::Words(resolve(&reference.into_inner())),
                Event::Eof => {
                    self.is_damaged |= self.depth > 0;
                    return None;
                }
                _ => continue,
            });
        }
    }
}

/// What `&name;` stands for; itself when it is not known.
fn resolve(name: &str) -> Cow<'static, str> {
    let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    };
    if let Some(digits) = name.strip_prefix('#') {
        let char = number(digits).and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
        return char.to_string().into();
    }
    match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        _ => format!("&{name};").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_words_and_values_come_without_prefix_and_references() {
        let mut steps = Steps::new(
            "\u{feff}<?xml version='1.0'?><o:A x:ID='a&amp;b'><!-- c --><B/> &#x590d;&amp;<![CDATA[<议>]]></o:A>",
        );
        let Some(Step::Open(element)) = steps.next() else { panic!("no element") };
        assert_eq!(element.name(), "A");
        assert_eq!(element.attribute("ID").as_deref(), Some("a&b"));
        assert_eq!(element.attribute("Id"), None);
        assert_eq!(steps.words(), "复&<议>");
        assert!(steps.next().is_none() && !steps.is_damaged);
    }

    #[test]
    fn a_cut_file_is_damaged_and_gives_what_is_there() {
        let mut steps = Steps::new("<A><B>一</B><C>二");
        assert!(matches!(steps.next(), Some(Step::Open(_))));
        assert_eq!(steps.words(), "一二");
        assert!(steps.is_damaged);
    }
}
