//! A table as numbers: labels, heads, and the values of its cells.

use super::super::subject::Subject;
use crate::document::Passage;
use crate::statistic::BodyTable;
use crate::text::{Span, numeral};

/// The widest table that is added up.
pub(super) const MAX_COLUMNS: usize = 40;

/// A table of the body with its cells read.
pub(super) struct Grid<'a> {
    /// The words of the rows that hold no number, from the last ones above the data.
    pub(super) heads: Vec<Vec<&'a str>>,
    /// Rows with numbers.
    pub(super) rows: Vec<Row<'a>>,
}

/// A row with numbers.
pub(super) struct Row<'a> {
    /// Where it stands in the reading form.
    pub(super) span: Span,
    /// The words of its cells.
    pub(super) cells: Vec<&'a str>,
    /// The first cell that holds a number.
    pub(super) first: usize,
}

impl<'a> Grid<'a> {
    /// Reads the cells of a table.
    pub(super) fn read(subject: &Subject<'a>, table: &BodyTable<'_>) -> Self {
        let mut grid = Self { heads: Vec::new(), rows: Vec::new() };
        for passage in &table.rows {
            let cells = cells(subject, passage);
            let Some(first) = first_number(&cells) else {
                // | --- | --- |: a line of the drawing.
                let is_rule = cells.iter().all(|words| words.trim_matches(['-', ':']).is_empty());
                if grid.rows.is_empty() && !is_rule {
                    grid.heads.push(cells);
                }
                continue;
            };
            let start = passage.cells.first().map_or(passage.span.start, |cell| cell.span.start);
            let end = passage.cells.last().map_or(passage.span.end, |cell| cell.span.end);
            grid.rows.push(Row { span: Span::new(start, end.max(start)), cells, first });
        }
        grid
    }

    /// How many cells each row has; `None` where merged cells make them differ: what stands below what is not known.
    pub(super) fn width(&self) -> Option<usize> {
        let width = self.rows.first()?.cells.len();
        self.rows.iter().all(|row| row.cells.len() == width).then_some(width)
    }

    /// Whether a word stands in the heads.
    pub(super) fn has_head(&self, word: &str) -> bool {
        self.heads.iter().flatten().any(|cell| cell.contains(word))
    }

    /// The head above a column of rows that are `width` cells wide.
    pub(super) fn head(&self, width: usize, column: usize) -> &'a str {
        let row = self.heads.iter().rev().find(|row| row.len() == width);
        row.and_then(|row| row.get(column)).copied().unwrap_or_default()
    }
}

fn cells<'a>(subject: &Subject<'a>, passage: &Passage) -> Vec<&'a str> {
    passage.cells.iter().map(|cell| subject.words(cell.span).trim()).collect()
}

/// The first number that is not the ordinal of the row.
fn first_number(cells: &[&str]) -> Option<usize> {
    let first = cells.iter().position(|words| value(words).is_some())?;
    let is_ordinal =
        first == 0 && cells.get(1).is_some_and(|words| !words.is_empty() && value(words).is_none());
    if !is_ordinal {
        return Some(first);
    }
    (1..cells.len()).find(|&column| value(cells[column]).is_some())
}

impl Row<'_> {
    /// The words before its numbers.
    pub(super) fn label(&self) -> String {
        let words = self.cells[..self.first].iter().filter(|words| value(words).is_none());
        words.copied().collect::<Vec<_>>().concat()
    }

    /// The value of a cell; an empty one is none.
    pub(super) fn value(&self, column: usize) -> Option<f64> {
        self.cells.get(column).and_then(|words| value(words))
    }

    /// The value of a cell where nothing printed means nought; `None` for words.
    pub(super) fn value_or_nought(&self, column: usize) -> Option<f64> {
        let words = self.cells.get(column)?;
        if words.is_empty() || matches!(*words, "-" | "—" | "/" | "——" | "无") {
            return Some(0.0);
        }
        value(words)
    }
}

/// The number that a cell holds, with a unit or without.
pub(super) fn value(words: &str) -> Option<f64> {
    let starts = words.starts_with(|char: char| char.is_ascii_digit());
    let found = starts.then(|| numeral::scan(words, 0)).flatten()?;
    let rest = &words[found.span.end..];
    let is_unit =
        rest.chars().count() <= 3 && !rest.contains(['%', '.', '-', '/', '年', '月', '日']);
    is_unit.then_some(found.value)
}

/// The percentage that a cell holds.
pub(super) fn percentage(words: &str) -> Option<f64> {
    let starts = words.starts_with(|char: char| char.is_ascii_digit());
    let found = starts.then(|| numeral::scan(words, 0)).flatten()?;
    (&words[found.span.end..] == "%").then_some(found.value)
}

#[cfg(test)]
mod tests {
    use super::{percentage, value};

    #[test]
    fn cells_hold_counts_and_nothing_else() {
        assert_eq!(value("75件"), Some(75.0));
        assert_eq!(value("1,284"), Some(1284.0));
        for words in ["49.6%", "2024年", "2024-01-05", "合计", ""] {
            assert_eq!(value(words), None, "{words}");
        }
        assert_eq!(percentage("49.6%"), Some(49.6));
        assert_eq!(percentage("49.6"), None);
    }
}
