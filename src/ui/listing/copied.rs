//! The table as other programs take it from the clipboard: cells as text, and as a table of HTML.

use super::{indicator, name};
use crate::export::harmless;
use crate::i18n::{self, Messages};
use crate::report::Report;

/// A cell that is copied.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Words(String),
    /// A number, plain, so that a spreadsheet can reckon with it.
    Number(f64),
}

/// The rows as shown, under their headings: name, dictionary's name, topic, value, unit, approximation, change, total,
/// period, section, quote.
#[must_use]
pub fn table(report: &Report, rows: &[usize], messages: &Messages) -> Vec<Vec<Cell>> {
    let head = messages.listing.copied_columns.map(|name| Cell::Words(name.to_owned()));
    let row = |idx: &usize| {
        let it = report.statistics.get(*idx)?;
        let words = |words: &str| Cell::Words(words.to_owned());
        let quantity = i18n::quantity(it, messages);
        let approximation =
            quantity.as_ref().map(|it| format!("{}{}", it.before, it.after)).unwrap_or_default();
        let section = it.section.and_then(|section| report.sections.get(section));
        let section = section.map(|section| {
            format!("{} {}", section.number.as_deref().unwrap_or_default(), section.heading)
        });
        Some(vec![
            words(name(it)),
            words(indicator(it, messages).unwrap_or_default()),
            words((messages.topic)(it.topic)),
            it.value.map_or_else(|| words(""), Cell::Number),
            words(it.unit.as_deref().unwrap_or_default()),
            Cell::Words(approximation),
            Cell::Words(it.change.as_ref().map(messages.change).unwrap_or_default()),
            words(it.parent.as_deref().map(messages.indicator_name).unwrap_or_default()),
            words(it.period.as_deref().unwrap_or_default()),
            words(section.unwrap_or_default().trim()),
            words(&it.quote),
        ])
    };
    std::iter::once(head.to_vec()).chain(rows.iter().filter_map(row)).collect()
}

/// Cells between tabs, one row a line.
#[must_use]
pub fn tsv(table: &[Vec<Cell>]) -> String {
    let mut text = String::new();
    for row in table {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            text.push_str(&plain(cell));
        }
        text.push_str("\r\n");
    }
    text
}

/// A table of HTML, for programs that take formatted text.
#[must_use]
pub fn html(table: &[Vec<Cell>]) -> String {
    let mut text = "<meta charset=\"utf-8\"><table>".to_owned();
    for (at, row) in table.iter().enumerate() {
        let name = if at == 0 { "th" } else { "td" };
        text.push_str("<tr>");
        for cell in row {
            text.push_str(&format!("<{name}>{}</{name}>", escaped(&plain(cell))));
        }
        text.push_str("</tr>");
    }
    text.push_str("</table>");
    text
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => i18n::grouped(*number).replace(',', ""),
        Cell::Words(words) => {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            harmless(&words)
        }
    }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
