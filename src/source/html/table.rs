//! Tables of a page: which are tables of data, and their rows as lines.

use std::ops::Range;

use super::tag::{attribute, span_attribute};
use super::tokenizer::Tag;
use crate::source::joining::put_joined;
use crate::source::{SourceCell, SourceTable};
use crate::text::Span;

/// No table of a report is wider; the standard's own limit of 1,000 is there to be abused.
const MAX_COLUMNS: u16 = 100;

/// A cell with so many characters in several lines is a part of the page, not a value.
const LONG_CELL: usize = 400;

/// A table as its tags are read.
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    /// Lines of the page that stand in it.
    pub(super) lines: Range<usize>,
    /// Its rows.
    rows: Vec<Vec<CellBuilder>>,
    /// Whether it lays out blocks rather than showing data.
    is_layout: bool,
}

#[derive(Debug)]
struct CellBuilder {
    lines: Range<usize>,
    n_chars: usize,
    columns: u16,
    rows: u16,
}

impl TableBuilder {
    /// Starts a table at line `at` of the page.
    pub(super) fn new(at: usize) -> Self {
        Self { lines: at..at, ..Self::default() }
    }

    /// Starts a row.
    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Starts a cell at line `at`, in a row of its own when there is none.
    pub(super) fn open_cell(&mut self, tag: &Tag<'_>, at: usize) {
        if self.rows.is_empty() {
            self.open_row();
        }
        let cell = CellBuilder {
            lines: at..at,
            n_chars: 0,
            columns: span_attribute(tag, "colspan", MAX_COLUMNS),
            rows: if attribute(tag, "rowspan") == "0" {
                u16::MAX
            } else {
                span_attribute(tag, "rowspan", u16::MAX)
            },
        };
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// Ends the last cell before line `at`.
    pub(super) fn close_cell(&mut self, at: usize) {
        if let Some(cell) = self.last_cell() {
            cell.lines.end = at;
            self.is_layout |= self
                .last_cell()
                .is_some_and(|cell| cell.n_chars > LONG_CELL && cell.lines.len() > 1);
        }
    }

    /// Counts characters of the open cell.
    pub(super) fn count(&mut self, n_chars: usize) {
        if let Some(cell) = self.last_cell() {
            cell.n_chars += n_chars;
        }
    }

    /// Notes that a table with words of its own stands in this one.
    pub(super) fn note_inner_table(&mut self) {
        self.is_layout = true;
    }

    fn last_cell(&mut self) -> Option<&mut CellBuilder> {
        self.rows.last_mut()?.last_mut()
    }

    /// Whether it shows data: several columns, more than one value, no blocks of the page.
    pub(super) fn is_data(&self) -> bool {
        let n_filled = self.rows.iter().flatten().filter(|cell| cell.n_chars > 0).count();
        !self.is_layout && n_filled > 1 && self.rows.iter().any(|row| row.len() > 1)
    }

    /// Writes caption and rows to `text`, a line each, and gives the cells; `line` gives the words of a line of the
    /// page, empty when it is dropped.
    pub(super) fn write<'l>(
        &self,
        text: &mut String,
        line: impl Fn(usize) -> &'l str,
    ) -> SourceTable {
        self.write_outside(text, &line);
        let mut rows = Vec::with_capacity(self.rows.len());
        let kept = self.kept_before(&line);
        for (row_idx, row) in self.rows.iter().enumerate() {
            if kept[row_idx] == kept[row_idx + 1] {
                continue;
            }
            let mut cells = Vec::with_capacity(row.len());
            for (cell_idx, cell) in row.iter().enumerate() {
                if cell_idx > 0 {
                    text.push('\t');
                }
                let start = text.len();
                put_joined(text, cell.lines.clone().map(&line));
                let below = (row_idx + usize::from(cell.rows)).min(self.rows.len());
                let n_rows = (kept[below] - kept[row_idx]).max(1);
                cells.push(SourceCell {
                    span: Span::new(start, text.len()),
                    columns: cell.columns,
                    rows: u16::try_from(n_rows).unwrap_or(u16::MAX),
                });
            }
            text.push('\n');
            rows.push(cells);
        }
        SourceTable { rows }
    }

    /// Lines of the table outside its cells, such as its caption.
    fn write_outside<'l>(&self, text: &mut String, line: &impl Fn(usize) -> &'l str) {
        let mut next = self.lines.start;
        let ends = self.lines.end..self.lines.end;
        for inside in self.rows.iter().flatten().map(|cell| cell.lines.clone()).chain([ends]) {
            for words in (next..inside.start).map(line).filter(|words| !words.is_empty()) {
                text.push_str(words);
                text.push('\n');
            }
            next = next.max(inside.end);
        }
    }

    /// How many rows with words stand before each row, and before the end.
    fn kept_before<'l>(&self, line: &impl Fn(usize) -> &'l str) -> Vec<usize> {
        let mut kept = Vec::with_capacity(self.rows.len() + 1);
        let mut n_kept = 0;
        kept.push(0);
        for row in &self.rows {
            let mut lines = row.iter().flat_map(|cell| cell.lines.clone());
            n_kept += usize::from(lines.any(|idx| !line(idx).is_empty()));
            kept.push(n_kept);
        }
        kept
    }
}
