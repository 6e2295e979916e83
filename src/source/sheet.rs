//! A text as a reader of documents puts it together: lines, and tables whose rows are lines.

use super::joining::put_joined;
use super::plain::is_invisible;
use super::{Loss, LossKind, LossPlace, SourceCell, SourceTable};
use crate::text::Span;

/// Losses of one kind that are told one by one; a reader who has seen these has seen what is wrong.
const MAX_LOSSES: usize = 100;

/// A text that is being put together.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The text so far; each line ends in `\n`.
    pub(super) text: String,
    /// Its tables, in reading order.
    pub(super) tables: Vec<SourceTable>,
    /// What was not read.
    pub(super) losses: Vec<Loss>,
}

/// A cell of a table that is being put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SheetCell {
    /// Its words; line ends in them become spaces, or nothing between wide characters.
    pub(super) words: String,
    /// How many columns it covers, at least 1.
    pub(super) columns: u16,
    /// How many rows it covers, at least 1. The rows beneath leave out what it covers.
    pub(super) rows: u16,
}

impl Sheet {
    /// Adds a paragraph: one line, or several where `words` has line ends.
    pub(super) fn put_paragraph(&mut self, words: &str) {
        self.text.extend(words.chars().filter(|char| !is_invisible(*char)));
        self.text.push('\n');
    }

    /// Adds a table, a line a row. One that lays out text rather than showing data, with a single column, becomes lines.
    pub(super) fn put_table(&mut self, rows: &[Vec<SheetCell>]) {
        if rows.iter().all(|row| row.len() <= 1) {
            for cell in rows.iter().flatten() {
                self.put_paragraph(&cell.words);
            }
            return;
        }
        let mut table = SourceTable { rows: Vec::with_capacity(rows.len()) };
        for row in rows {
            let mut cells = Vec::with_capacity(row.len());
            for (index, cell) in row.iter().enumerate() {
                if index > 0 {
                    self.text.push('\t');
                }
                let start = self.text.len();
                put_joined(&mut self.text, cell.words.lines());
                cells.push(SourceCell {
                    span: Span::new(start, self.text.len()),
                    columns: cell.columns.max(1),
                    rows: cell.rows.max(1),
                });
            }
            self.text.push('\n');
            table.rows.push(cells);
        }
        self.tables.push(table);
    }

    /// Adds a text that has been read already, with its tables.
    pub(super) fn put_text(&mut self, text: &str, tables: Vec<SourceTable>) {
        let start = self.text.len();
        self.text.push_str(text);
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        for mut table in tables {
            for cell in table.rows.iter_mut().flatten() {
                cell.span = Span::new(cell.span.start + start, cell.span.end + start);
            }
            self.tables.push(table);
        }
    }

    /// Notes what is not read.
    pub(super) fn lose(&mut self, kind: LossKind, place: LossPlace) {
        let n_same = self.losses.iter().filter(|loss| loss.kind == kind).count();
        let loss = Loss { kind, place };
        if n_same < MAX_LOSSES && self.losses.last() != Some(&loss) {
            self.losses.push(loss);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str) -> SheetCell {
        SheetCell { words: words.to_owned(), columns: 1, rows: 1 }
    }

    #[test]
    fn rows_are_lines_and_cells_point_into_them() {
        let mut sheet = Sheet::default();
        sheet.put_paragraph("表1");
        sheet
            .put_table(&[vec![cell("项目"), cell("件数")], vec![cell("行政\n处罚"), cell("1\n2")]]);
        assert_eq!(sheet.text, "表1\n项目\t件数\n行政处罚\t1 2\n");
        let words = |cell: &SourceCell| &sheet.text[cell.span.start..cell.span.end];
        assert_eq!(words(&sheet.tables[0].rows[1][0]), "行政处罚");
    }

    #[test]
    fn a_table_of_one_column_is_text() {
        let mut sheet = Sheet::default();
        sheet.put_table(&[vec![cell("一、总体情况")], vec![cell("全年3次。")]]);
        assert_eq!(sheet.text, "一、总体情况\n全年3次。\n");
        assert!(sheet.tables.is_empty());
    }
}
