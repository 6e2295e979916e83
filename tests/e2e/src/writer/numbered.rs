//! A document of LibreOffice's own format whose outline is numbered by the program, not typed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape;
use crate::manuscript::{Item, Manuscript, Part};

/// The digits of Chinese numbers below a hundred.
const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// How the numbers of one level are written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Style {
    before: &'static str,
    is_chinese: bool,
    after: &'static str,
}

/// The ways in which reports number their sections.
const STYLES: [Style; 5] = [
    Style { before: "", is_chinese: true, after: "、" },
    Style { before: "（", is_chinese: true, after: "）" },
    Style { before: "(", is_chinese: true, after: ")" },
    Style { before: "", is_chinese: false, after: "." },
    Style { before: "", is_chinese: false, after: "、" },
];

impl Style {
    fn label(&self, number: usize) -> String {
        let number = if self.is_chinese { chinese(number) } else { number.to_string() };
        format!("{}{number}{}", self.before, self.after)
    }
}

fn chinese(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens]),
    };
    tens + DIGITS[ones]
}

/// The manuscript as flat XML of an OpenDocument text. Numbers that a list would give are left to the list; any others
/// stay words.
///
/// Gives the document and how many numbers are left to lists.
#[must_use]
pub fn numbered(manuscript: &Manuscript) -> (String, usize) {
    let mut outline = Outline::default();
    let mut body = String::new();
    for part in &manuscript.parts {
        match part {
            Part::Around(words) | Part::Flush(words) => line(&mut body, "Plain", words),
            Part::Title(words) => line(&mut body, "Title", words),
            Part::Heading(item) | Part::Paragraph(item) => match outline.take(item) {
                Some((level, words)) => {
                    let open = "<text:list><text:list-item>".repeat(level - 1);
                    let close = "</text:list-item></text:list>".repeat(level - 1);
                    let _ = writeln!(
                        body,
                        "<text:list text:style-name=\"Outline\" text:continue-numbering=\"true\"><text:list-item>{open}\
                         <text:p text:style-name=\"Body\">{}</text:p>{close}</text:list-item></text:list>",
                        escape(words)
                    );
                }
                None => line(&mut body, "Body", &item.words),
            },
            Part::Closing(words) => line(&mut body, "Closing", words),
            Part::Table(rows) => table(&mut body, rows),
        }
    }
    (document(&outline, &body), outline.n_labels)
}

/// The numbers that lists have given so far.
#[derive(Debug, Default)]
struct Outline {
    styles: BTreeMap<usize, Style>,
    counts: [usize; 10],
    n_labels: usize,
}

impl Outline {
    /// The level and the words of an item whose number a list gives.
    fn take<'a>(&mut self, item: &'a Item) -> Option<(usize, &'a str)> {
        let level = usize::from(item.level?);
        let number = self.counts.get(level)? + 1;
        let styles: &[Style] = match self.styles.get(&level) {
            Some(style) => std::slice::from_ref(style),
            None => &STYLES,
        };
        let found = styles.iter().find_map(|style| {
            Some((style.clone(), item.words.strip_prefix(&style.label(number))?.trim_start()))
        });
        let (style, words) = found?;
        self.styles.insert(level, style);
        self.counts[level] = number;
        self.counts[level + 1..].fill(0);
        self.n_labels += 1;
        Some((level, words))
    }
}

fn line(body: &mut String, style: &str, words: &str) {
    let _ = writeln!(body, "<text:p text:style-name=\"{style}\">{}</text:p>", escape(words));
}

fn table(body: &mut String, rows: &[Vec<String>]) {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let _ = writeln!(
        body,
        "<table:table><table:table-column table:number-columns-repeated=\"{n_columns}\"/>"
    );
    for row in rows {
        body.push_str("<table:table-row>");
        for column in 0..n_columns {
            let words = escape(row.get(column).map_or("", String::as_str));
            let _ = write!(body, "<table:table-cell><text:p>{words}</text:p></table:table-cell>");
        }
        body.push_str("</table:table-row>\n");
    }
    body.push_str("</table:table>\n");
}

fn document(outline: &Outline, body: &str) -> String {
    let levels: String = outline
        .styles
        .iter()
        .map(|(level, style)| {
            let format = if style.is_chinese { "一, 二, 三, ..." } else { "1" };
            format!(
                "<text:list-level-style-number text:level=\"{level}\" style:num-format=\"{format}\" \
                 style:num-prefix=\"{}\" style:num-suffix=\"{}\"><style:list-level-properties \
                 text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment \
                 text:label-followed-by=\"nothing\" fo:text-indent=\"1cm\"/></style:list-level-properties>\
                 </text:list-level-style-number>",
                style.before, style.after
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
         office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n\
         <office:styles>\
         <style:style style:name=\"Plain\" style:family=\"paragraph\"/>\
         <style:style style:name=\"Title\" style:family=\"paragraph\"><style:paragraph-properties \
         fo:text-align=\"center\"/><style:text-properties fo:font-size=\"22pt\"/></style:style>\
         <style:style style:name=\"Body\" style:family=\"paragraph\"><style:paragraph-properties \
         fo:text-indent=\"1cm\"/></style:style>\
         <style:style style:name=\"Closing\" style:family=\"paragraph\"><style:paragraph-properties \
         fo:text-align=\"end\"/></style:style>\
         <text:list-style style:name=\"Outline\">{levels}</text:list-style>\
         </office:styles>\n<office:body><office:text>\n{body}</office:text></office:body></office:document>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_left_to_lists_as_long_as_they_count_alike() {
        let item = |level, words: &str| Item { level, words: words.to_owned() };
        let mut outline = Outline::default();
        assert_eq!(outline.take(&item(Some(1), "一、总体")), Some((1, "总体")));
        assert_eq!(outline.take(&item(Some(2), "（一）甲。乙")), Some((2, "甲。乙")));
        assert_eq!(outline.take(&item(Some(2), "（二）甲")), Some((2, "甲")));
        assert_eq!(outline.take(&item(Some(1), "二、打算")), Some((1, "打算")));
        assert_eq!(outline.take(&item(Some(2), "（一）甲")), Some((2, "甲")));
        // Another way of writing, a number left out, no section.
        assert_eq!(outline.take(&item(Some(2), "(二)甲")), None);
        assert_eq!(outline.take(&item(Some(1), "四、甲")), None);
        assert_eq!(outline.take(&item(None, "三、甲")), None);
        assert_eq!((chinese(10), chinese(21)), ("十".to_owned(), "二十一".to_owned()));
    }
}
