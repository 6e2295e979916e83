//! Tables of a page: words in the cells of a grid, and words that stand in columns without any lines.

use super::Room;
use super::geometry::Area;
use super::grid::{Grid, grids};
use super::line::{Line, lines};
use super::mark::{Glyph, Ruling};
use crate::source::sheet::SheetCell;

/// A table of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Where it stands.
    pub(super) area: Area,
    /// Where its columns end.
    pub(super) columns: Vec<f32>,
    /// Its rows.
    pub(super) rows: Vec<Vec<SheetCell>>,
    /// Whether lines rule it.
    pub(super) is_ruled: bool,
}

/// A cell with more characters is no cell but a box that holds the text of a page.
const LONGEST_CELL: usize = 1_200;
/// A cell that takes this share of the page holds its text.
const LARGEST_CELL: f32 = 0.5;

/// The ruled tables of a page, and the characters that stand in none.
pub(super) fn ruled(
    glyphs: Vec<Glyph>,
    rulings: &[Ruling],
    page: &Area,
    room: &mut Room,
) -> (Vec<Table>, Vec<Glyph>) {
    let mut grids: Vec<Grid> = grids(rulings);
    grids.retain(|grid| {
        let left = room.n_cells.checked_sub(grid.cells.len());
        room.n_cells = left.unwrap_or(room.n_cells);
        left.is_some()
    });
    let areas: Vec<Area> = grids.iter().map(Grid::area).collect();
    let mut cells: Vec<Vec<Vec<Glyph>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut rest = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let (x, y) = glyph.center();
        // The innermost grid: one that stands in a cell of another starts below it.
        let found = areas.iter().enumerate().rev().find(|(_, area)| area.holds(x, y));
        let cell = found.and_then(|(index, _)| {
            let cell = grids.get(index)?.cell_at(x, y)?;
            cells.get_mut(index)?.get_mut(cell)
        });
        match cell {
            Some(cell) => cell.push(glyph),
            None => rest.push(glyph),
        }
    }
    let mut tables = Vec::new();
    for (grid, cells) in grids.iter().zip(cells) {
        if is_table(grid, &cells, page) {
            tables.push(table(grid, cells));
        } else {
            rest.extend(cells.into_iter().flatten());
        }
    }
    (tables, rest)
}

/// Whether a grid with these words is a table, and not a frame, a chart or the layout of the page.
fn is_table(grid: &Grid, cells: &[Vec<Glyph>], page: &Area) -> bool {
    let n_filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let is_single = grid.cells.iter().all(|cell| cell.n_columns + 1 >= grid.columns.len());
    let is_box = grid.cells.iter().zip(cells).any(|(cell, words)| {
        let side = |edges: &[f32], start: usize, n: usize| {
            edges.get(start + n).zip(edges.get(start)).map_or(0.0, |(end, start)| end - start)
        };
        let width = side(&grid.columns, cell.column, cell.n_columns);
        let height = side(&grid.rows, cell.row, cell.n_rows);
        let share = width * height / (page.width() * page.height()).max(1.0);
        words.len() > LONGEST_CELL || (share > LARGEST_CELL && words.len() > LONGEST_CELL / 4)
    });
    n_filled >= 2 && n_filled * 5 >= cells.len() && !is_single && !is_box
}

fn table(grid: &Grid, cells: Vec<Vec<Glyph>>) -> Table {
    // Rows and columns in which no cell starts are none.
    let starts = |n: usize, place: fn(&super::grid::Cell) -> usize| {
        let mut starts = vec![false; n];
        for cell in &grid.cells {
            if let Some(start) = starts.get_mut(place(cell)) {
                *start = true;
            }
        }
        starts
    };
    let row_starts = starts(grid.rows.len(), |cell| cell.row);
    let column_starts = starts(grid.columns.len(), |cell| cell.column);
    let span = |starts: &[bool], start: usize, n: usize| {
        let covered = starts.iter().skip(start).take(n).filter(|start| **start).count();
        u16::try_from(covered.max(1)).unwrap_or(u16::MAX)
    };
    let mut rows: Vec<Vec<SheetCell>> = vec![Vec::new(); grid.rows.len().saturating_sub(1)];
    for (cell, glyphs) in grid.cells.iter().zip(cells) {
        if let Some(row) = rows.get_mut(cell.row) {
            row.push(SheetCell {
                words: words(glyphs),
                columns: span(&column_starts, cell.column, cell.n_columns),
                rows: span(&row_starts, cell.row, cell.n_rows),
            });
        }
    }
    rows.retain(|row| {
        row.iter().any(|cell| !cell.words.is_empty() || cell.rows > 1) && !row.is_empty()
    });
    Table { area: grid.area(), columns: grid.columns.clone(), rows, is_ruled: true }
}

fn words(glyphs: Vec<Glyph>) -> String {
    let lines: Vec<String> = lines(glyphs).iter().map(Line::words).collect();
    lines.join("\n")
}

/// The gap between columns, in parts of the size.
pub(super) const COLUMN_GAP: f32 = 1.3;
/// How far apart rows without lines may be, in parts of the size.
const ROW_GAP: f32 = 3.2;
/// The fewest rows that make a table without lines.
const FEWEST_ROWS: usize = 3;

/// A table without lines that starts with the first of `lines`, and how many lines it takes: each has the same number
/// of stretches, each stretch in the column of those above.
pub(super) fn aligned<'l>(lines: impl Iterator<Item = &'l Line>) -> Option<(Table, usize)> {
    let mut columns: Vec<(f32, f32)> = Vec::new();
    let mut rows: Vec<Vec<Line>> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        let cells = line.split(COLUMN_GAP);
        let spans: Vec<(f32, f32)> = cells.iter().map(|cell| (cell.left(), cell.right())).collect();
        let is_near = last.is_none_or(|last| line.y - last.y < ROW_GAP * line.size);
        let fits = if rows.is_empty() { spans.len() >= 2 } else { fit(&columns, &spans) };
        if !fits || !is_near || cells.iter().any(|cell| is_sentence(&cell.words())) {
            break;
        }
        if rows.is_empty() {
            columns = spans;
        } else {
            for (column, span) in columns.iter_mut().zip(spans) {
                *column = (column.0.min(span.0), column.1.max(span.1));
            }
        }
        rows.push(cells);
        last = Some(line);
    }
    // Two columns are also a list of names, or text in two columns: there each row must have its value.
    let has_value = |row: &&Vec<Line>| row.iter().skip(1).any(|cell| is_value(&cell.words()));
    let n_values = rows.iter().filter(has_value).count();
    let (share, of) = if columns.len() == 2 { (3, 2) } else { (2, 1) };
    let is_table = rows.len() >= FEWEST_ROWS && n_values * share >= rows.len() * of;
    is_table.then(|| {
        let cell = |line: &Line| SheetCell { words: line.words(), columns: 1, rows: 1 };
        let area = rows.iter().flatten().map(area).reduce(union).unwrap_or_default();
        let table = Table {
            area,
            columns: columns.iter().map(|column| column.0).collect(),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            is_ruled: false,
        };
        (table, rows.len())
    })
}

/// Whether each stretch stands in its column and touches no other.
fn fit(columns: &[(f32, f32)], spans: &[(f32, f32)]) -> bool {
    columns.len() == spans.len()
        && spans.iter().enumerate().all(|(index, span)| {
            columns.iter().enumerate().all(|(other, column)| {
                let common = span.0 < column.1 && column.0 < span.1;
                common == (other == index)
            })
        })
}

fn is_value(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    (digits > 0 && words.chars().count() <= 12 && digits * 3 >= words.chars().count())
        || matches!(words, "-" | "—" | "——" | "/" | "无" | "0")
}

fn is_sentence(words: &str) -> bool {
    words.contains(['。', '；']) || words.chars().count() > 40
}

/// The area that a line takes.
pub(super) fn area(line: &Line) -> Area {
    Area {
        left: line.left(),
        right: line.right(),
        top: line.y - line.size * 0.88,
        bottom: line.y + line.size * 0.12,
    }
}

fn union(one: Area, two: Area) -> Area {
    Area {
        left: one.left.min(two.left),
        top: one.top.min(two.top),
        right: one.right.max(two.right),
        bottom: one.bottom.max(two.bottom),
    }
}
