//! 表格: cells with what they cover, and which tables only lay out text.

use std::collections::HashMap;

use super::flow::Block;
use crate::source::limit::MAX_CELL_SPAN;
use crate::source::sheet::SheetCell;

/// A cell with so many characters in several lines is a part of the text, not a value.
const LONG_CELL: usize = 400;

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    rows: Vec<Vec<Cell>>,
    is_row_open: bool,
    /// The column at which the next cell starts.
    column: u32,
    /// For each column the cell that starts there and may go on in the next row.
    merges: HashMap<u32, Merge>,
    is_layout: bool,
}

#[derive(Debug)]
struct Cell {
    blocks: Vec<Block>,
    is_filled: bool,
    columns: u16,
    rows: u16,
}

#[derive(Debug)]
struct Merge {
    /// Place of the cell in `rows`.
    row: usize,
    cell: usize,
    last_row: usize,
}

/// What is said about a cell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellSpan {
    pub(super) columns: u16,
    pub(super) down: Down,
    /// Whether it goes on with the cell to its left.
    pub(super) goes_on_across: bool,
}

/// How a cell is merged with those above and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Down {
    #[default]
    Single,
    Starts,
    GoesOn,
}

impl TableBuilder {
    /// Starts a row.
    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
        self.column = 0;
        self.is_row_open = true;
    }

    /// Whether a row is open.
    pub(super) const fn has_row(&self) -> bool {
        self.is_row_open
    }

    /// Ends the row; one that is deleted goes.
    pub(super) fn close_row(&mut self, is_dropped: bool) {
        if is_dropped && self.is_row_open {
            self.rows.pop();
        }
        self.is_row_open = false;
    }

    /// Leaves out the first columns of a row.
    pub(super) fn skip_columns(&mut self, n_columns: u32) {
        let n_columns = n_columns.min(u32::from(MAX_CELL_SPAN)) as u16;
        if n_columns > 0 {
            self.put_cell(CellSpan { columns: n_columns, ..CellSpan::default() }, Vec::new());
        }
    }

    /// Adds a cell to the row.
    pub(super) fn put_cell(&mut self, span: CellSpan, blocks: Vec<Block>) {
        let columns = span.columns.clamp(1, MAX_CELL_SPAN);
        let column = self.column;
        self.column = column.saturating_add(u32::from(columns));
        let Some(row) = self.rows.len().checked_sub(1) else { return };
        if span.down == Down::GoesOn && self.extend_down(column, row) {
            return;
        }
        let Some(cells) = self.rows.last_mut() else { return };
        if span.goes_on_across
            && let Some(cell) = cells.last_mut()
        {
            cell.columns = cell.columns.saturating_add(columns).min(MAX_CELL_SPAN);
            return;
        }
        let cell =
            Cell { is_filled: !blocks.iter().all(Block::is_blank_line), blocks, columns, rows: 1 };
        self.is_layout |= cell.is_layout();
        cells.push(cell);
        let cell = cells.len() - 1;
        if span.down == Down::Single {
            self.merges.remove(&column);
        } else {
            self.merges.insert(column, Merge { row, cell, last_row: row });
        }
    }

    /// Lets the cell above cover this place, if there is one that may.
    fn extend_down(&mut self, column: u32, row: usize) -> bool {
        let Some(merge) = self.merges.get_mut(&column).filter(|it| it.last_row + 1 == row) else {
            return false;
        };
        merge.last_row = row;
        let cell = self.rows.get_mut(merge.row).and_then(|cells| cells.get_mut(merge.cell));
        let Some(cell) = cell else { return false };
        cell.rows = cell.rows.saturating_add(1);
        true
    }

    /// The table, or the pieces of text that it lays out.
    pub(super) fn finish(self) -> Vec<Block> {
        if self.is_data() {
            return vec![Block::Table(self.into_rows())];
        }
        let cells = self.rows.into_iter().flatten();
        let blocks = cells.flat_map(|cell| cell.blocks);
        blocks.filter(|block| !block.is_blank_line()).collect()
    }

    /// Whether it shows data: several columns, more than one value, no blocks of text.
    fn is_data(&self) -> bool {
        let n_filled = self.rows.iter().flatten().filter(|cell| cell.is_filled).count();
        !self.is_layout && n_filled > 1 && self.rows.iter().any(|row| row.len() > 1)
    }

    /// Its rows without those that show nothing.
    fn into_rows(self) -> Vec<Vec<SheetCell>> {
        let is_kept = |row: &Vec<Cell>| row.iter().any(|cell| cell.is_filled);
        let mut kept_before = Vec::with_capacity(self.rows.len() + 1);
        let mut n_kept = 0_usize;
        kept_before.push(0);
        for row in &self.rows {
            n_kept += usize::from(is_kept(row));
            kept_before.push(n_kept);
        }
        let n_kept_in = |from: usize, n_rows: u16| {
            let end = (from + usize::from(n_rows)).min(kept_before.len() - 1);
            let kept = |at: usize| kept_before.get(at).copied().unwrap_or_default();
            u16::try_from(kept(end).saturating_sub(kept(from))).unwrap_or(u16::MAX)
        };
        let rows = self.rows.into_iter().enumerate().filter(|(_, row)| is_kept(row));
        rows.map(|(at, row)| {
            row.into_iter()
                .map(|cell| SheetCell {
                    words: joined(&cell.blocks),
                    columns: cell.columns,
                    rows: n_kept_in(at, cell.rows).max(1),
                })
                .collect()
        })
        .collect()
    }
}

impl Cell {
    /// Whether it holds what no cell of a table of data does.
    fn is_layout(&self) -> bool {
        let mut n_chars = 0;
        let mut n_lines = 0;
        for block in &self.blocks {
            let Block::Line(words) = block else { return true };
            n_lines += usize::from(!words.is_empty());
            n_chars += words.chars().count();
        }
        n_lines > 1 && n_chars > LONG_CELL
    }
}

fn joined(blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        if let Block::Line(line) = block {
            if !words.is_empty() {
                words.push('\n');
            }
            words.push_str(line);
        }
    }
    words
}
