//! Elements → the text of an SVG file.

use super::{Element, Node};

/// A length as SVG has it: at most two decimals, no trailing zeros.
#[must_use]
pub fn number(value: f64) -> String {
    // Values that are no number would not be understood by a reader of the file. Whole numbers are formatted: the standard
    // formatting of fractions would cost the page several kilobytes.
    let value = if value.is_finite() { value } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "what is larger saturates")]
    let hundredths = (value * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// The text of an SVG file.
#[must_use]
pub fn write(element: &Element) -> String {
    let mut file = String::new();
    write_element(&mut file, element);
    file
}

fn write_element(file: &mut String, element: &Element) {
    file.push('<');
    file.push_str(element.name);
    for (name, value) in &element.attributes {
        file.push(' ');
        file.push_str(name);
        file.push_str("=\"");
        write_words(file, value);
        file.push('"');
    }
    if element.children.is_empty() {
        file.push_str("/>");
        return;
    }
    file.push('>');
    for child in &element.children {
        match child {
            Node::Element(child) => write_element(file, child),
            Node::Text(words) => write_words(file, words),
        }
    }
    file.push_str("</");
    file.push_str(element.name);
    file.push('>');
}

fn write_words(file: &mut String, words: &str) {
    for char in words.chars() {
        match char {
            '&' => file.push_str("&amp;"),
            '<' => file.push_str("&lt;"),
            '>' => file.push_str("&gt;"),
            '"' => file.push_str("&quot;"),
            // XML has no way to hold these, not even escaped.
            '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{fffe}'
            | '\u{ffff}' => {}
            _ => file.push(char),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        let element = Element::new("text").with("aria-label", "\"<a>\"").text("<b>&\u{1}");
        assert_eq!(
            write(&element),
            "<text aria-label=\"&quot;&lt;a&gt;&quot;\">&lt;b&gt;&amp;</text>"
        );
    }

    #[test]
    fn numbers_are_short_and_always_numbers() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(1.0 / 3.0), "0.33");
        assert_eq!(number(2.5), "2.5");
        assert_eq!(number(-12.056), "-12.06");
        assert_eq!(number(3.999), "4");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(number(f64::INFINITY), "0");
    }
}
