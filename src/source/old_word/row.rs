//! Rows of tables as Word keeps them: the edges of their cells, and which cells are joined.

use super::super::sheet::SheetCell;
use super::bytes::{byte, short, slice};

/// Length of what is said about a cell.
const CELL: usize = 20;

/// Edges of cells that are closer than this are one, in twentieths of a point: no cell is as narrow.
const NEAR: i32 = 40;

/// Columns of a table, as its reader allows them.
const MAX_COLUMNS: usize = 100;

/// The cells of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The edges of the cells from left to right, one more than cells.
    edges: Vec<i32>,
    joins: Vec<Join>,
}

/// What a cell is joined with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Join {
    /// It belongs to the cell on its left.
    left: bool,
    /// It belongs to the cell above.
    up: bool,
}

impl Row {
    /// Reads the definition of a row.
    pub(super) fn read(definition: &[u8]) -> Option<Self> {
        let n = usize::from(byte(definition, 0)?);
        let edges = (0..=n).map_while(|edge| short(definition, 1 + edge * 2));
        let edges: Vec<i32> = edges.map(|edge| i32::from(edge.cast_signed())).collect();
        if edges.len() != n + 1 {
            return None;
        }
        // What is said about the last cells may be left out.
        let joins = (0..n).map(|cell| {
            let flags = slice(definition, 1 + (n + 1) * 2 + cell * CELL, 2)
                .and_then(|flags| short(flags, 0));
            let flags = flags.unwrap_or_default();
            Join { left: flags & 2 != 0, up: flags & 0x60 == 0x20 }
        });
        Some(Self { edges, joins: joins.collect() })
    }

    /// Sets how a cell is joined with those above and beneath: 1 goes on from above, 3 begins.
    pub(super) fn merge_down(&mut self, cell: usize, merge: u8) {
        if let Some(join) = self.joins.get_mut(cell) {
            join.up = merge == 1;
        }
    }

    /// Joins the cells from `first` up to `end`.
    pub(super) fn merge_across(&mut self, first: usize, end: usize) {
        for join in self.joins.iter_mut().take(end).skip(first + 1) {
            join.left = true;
        }
    }

    fn join(&self, cell: usize) -> Join {
        self.joins.get(cell).copied().unwrap_or_default()
    }
}

/// A table of rows, each with the words of its cells.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<(Vec<String>, Row)>,
}

/// A cell with its place among the columns.
struct Placed {
    cell: SheetCell,
    column: usize,
    goes_up: bool,
}

impl Table {
    pub(super) fn put_row(&mut self, cells: Vec<String>, row: Row) {
        self.rows.push((cells, row));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows with what each cell covers; the table is empty afterwards.
    pub(super) fn take(&mut self) -> Vec<Vec<SheetCell>> {
        let rows = std::mem::take(&mut self.rows);
        let columns = columns(&rows);
        let mut placed: Vec<Vec<Placed>> =
            rows.into_iter().map(|(cells, row)| place(cells, &row, &columns)).collect();
        // From below, so that a cell knows how far it goes before it is handed on to the one above it.
        for at in (1..placed.len()).rev() {
            let (above, here) = placed.split_at_mut(at);
            let (Some(above), Some(here)) = (above.last_mut(), here.first_mut()) else { continue };
            here.retain(|lower| {
                let upper = above.iter_mut().find(|upper| upper.column == lower.column);
                let Some(upper) = upper.filter(|_| lower.goes_up) else { return true };
                upper.cell.rows = upper.cell.rows.saturating_add(lower.cell.rows);
                upper.cell.words.push_str(&lower.cell.words);
                false
            });
        }
        placed.into_iter().map(|row| row.into_iter().map(|placed| placed.cell).collect()).collect()
    }
}

/// The edges of all columns of a table.
fn columns(rows: &[(Vec<String>, Row)]) -> Vec<i32> {
    let mut edges: Vec<i32> = rows.iter().flat_map(|(_, row)| &row.edges).copied().collect();
    edges.sort_unstable();
    edges.dedup_by(|next, last| *next - *last <= NEAR);
    edges.truncate(MAX_COLUMNS + 1);
    edges
}

fn place(cells: Vec<String>, row: &Row, columns: &[i32]) -> Vec<Placed> {
    let column = |edge: usize| {
        let edge = row.edges.get(edge)?;
        Some(columns.partition_point(|column| column + NEAR < *edge))
    };
    let mut placed: Vec<Placed> = Vec::with_capacity(cells.len());
    for (at, words) in cells.into_iter().enumerate() {
        let from = column(at).unwrap_or(at);
        let n_columns = column(at + 1).map_or(1, |to| to.saturating_sub(from));
        let n_columns = u16::try_from(n_columns).unwrap_or(u16::MAX).max(1);
        match placed.last_mut().filter(|_| row.join(at).left) {
            Some(left) => {
                left.cell.columns = left.cell.columns.saturating_add(n_columns);
                left.cell.words.push_str(&words);
            }
            None => placed.push(Placed {
                cell: SheetCell { words, columns: n_columns, rows: 1 },
                column: from,
                goes_up: row.join(at).up,
            }),
        }
    }
    placed
}
