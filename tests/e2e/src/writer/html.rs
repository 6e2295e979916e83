//! A plain web page.

use std::fmt::Write as _;

use super::escape;
use crate::manuscript::{Manuscript, Part};

/// The style sheet that [`html`] refers to as `page.css`.
pub const STYLE: &str = "
    body { font-family: 'Noto Serif CJK SC', serif; font-size: 16px; line-height: 1.8; width: 600px; margin: 0 auto; }
    h1 { font-size: 24px; text-align: center; }
    h2, h3, h4 { font-size: 16px; text-indent: 2em; }
    .body { text-indent: 2em; }
    .closing { text-align: right; }
    table { border-collapse: collapse; width: 100%; }
    td { border: 1px solid black; padding: 2px 6px; }
    @page { size: A4; margin: 30mm 25mm; }
";

/// The manuscript as a page with headings, paragraphs and tables.
#[must_use]
pub fn html(manuscript: &Manuscript) -> String {
    let mut body = String::new();
    for part in &manuscript.parts {
        match part {
            Part::Around(words) | Part::Flush(words) => line(&mut body, "p", "", words),
            Part::Title(words) => line(&mut body, "h1", "", words),
            Part::Heading(item) => {
                let level = item.level.map_or(2, |level| (level + 1).min(6));
                line(&mut body, &format!("h{level}"), "", &item.words);
            }
            Part::Paragraph(item) => line(&mut body, "p", " class=\"body\"", &item.words),
            Part::Closing(words) => line(&mut body, "p", " class=\"closing\"", words),
            Part::Table(rows) => table(&mut body, rows),
        }
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <link rel=\"stylesheet\" href=\"page.css\">\n</head>\n<body>\n{body}</body>\n</html>\n",
        escape(manuscript.title())
    )
}

fn line(body: &mut String, element: &str, attributes: &str, words: &str) {
    let _ = writeln!(body, "<{element}{attributes}>{}</{element}>", escape(words));
}

fn table(body: &mut String, rows: &[Vec<String>]) {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    body.push_str("<table border=\"1\">\n");
    for row in rows {
        let cells: String = row.iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
        let rest = "<td></td>".repeat(n_columns - row.len());
        let _ = writeln!(body, "<tr>{cells}{rest}</tr>");
    }
    body.push_str("</table>\n");
}
