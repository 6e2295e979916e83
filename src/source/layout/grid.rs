//! Ruled lines → grids: where the cells of tables are.

use super::geometry::{Area, rising};
use super::mark::Ruling;
use crate::order;
use crate::source::limit::MAX_GRID_CELLS;

/// How far lines may miss each other and still meet, in points.
const NEAR: f32 = 3.2;
/// The lowest row and the narrowest column that hold words.
const LEAST_CELL: f32 = 5.0;
/// The share of a cell's side that must be ruled for it to end there.
const RULED: f32 = 0.6;

/// A table's cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// Where its columns end, from left to right, the left edge first.
    pub(super) columns: Vec<f32>,
    /// Where its rows end, from the top down, the top edge first.
    pub(super) rows: Vec<f32>,
    /// Its cells, in reading order.
    pub(super) cells: Vec<Cell>,
    /// Which cell each of the smallest cells belongs to, row by row.
    owners: Vec<usize>,
}

/// A cell: from where to where it goes, in rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) n_rows: usize,
    pub(super) n_columns: usize,
}

impl Grid {
    /// The whole of it.
    pub(super) fn area(&self) -> Area {
        let ends = |places: &[f32]| {
            (places.first().copied().unwrap_or(0.0), places.last().copied().unwrap_or(0.0))
        };
        let ((left, right), (top, bottom)) = (ends(&self.columns), ends(&self.rows));
        Area { left, top, right, bottom }
    }

    /// The cell at a place.
    pub(super) fn cell_at(&self, x: f32, y: f32) -> Option<usize> {
        let column = self.columns.partition_point(|edge| *edge <= x).checked_sub(1)?;
        let row = self.rows.partition_point(|edge| *edge <= y).checked_sub(1)?;
        let n_columns = self.columns.len().saturating_sub(1);
        if column >= n_columns {
            return None;
        }
        self.owners.get(row * n_columns + column).copied().filter(|owner| *owner != NO_CELL)
    }
}

/// Marks a place that no cell has taken yet.
const NO_CELL: usize = usize::MAX;

/// The grids that ruled lines make, from the top down.
pub(super) fn grids(rulings: &[Ruling]) -> Vec<Grid> {
    let levels = merged(rulings, true);
    let uprights = merged(rulings, false);
    let mut grids: Vec<Grid> = groups(&levels, &uprights)
        .into_iter()
        .filter_map(|(levels, uprights)| grid(&levels, &uprights))
        .collect();
    order::sort_by_key(&mut grids, |grid| (rising(grid.area().top), rising(grid.area().left)));
    grids
}

/// The level or the upright lines; pieces that follow each other, and double lines, as one.
fn merged(rulings: &[Ruling], is_level: bool) -> Vec<Ruling> {
    let mut lines: Vec<Ruling> =
        rulings.iter().filter(|line| line.is_level == is_level).copied().collect();
    // Lines at nearly the same place stand together, in the order in which they start.
    order::sort_by_key(&mut lines, |line| (rising(line.at), rising(line.from)));
    let mut band = f32::NEG_INFINITY;
    for line in &mut lines {
        if line.at - band > NEAR {
            band = line.at;
        }
        line.at = band;
    }
    order::sort_by_key(&mut lines, |line| (rising(line.at), rising(line.from)));
    let mut merged: Vec<Ruling> = Vec::new();
    for line in lines {
        match merged.last_mut() {
            Some(last) if last.at == line.at && line.from <= last.to + NEAR => {
                last.to = last.to.max(line.to);
            }
            _ => merged.push(line),
        }
    }
    merged
}

/// Lines that hang together.
fn groups(levels: &[Ruling], uprights: &[Ruling]) -> Vec<(Vec<Ruling>, Vec<Ruling>)> {
    let n_levels = levels.len();
    let mut parent: Vec<usize> = (0..n_levels + uprights.len()).collect();
    for (index, level) in levels.iter().enumerate() {
        let start = uprights.partition_point(|upright| upright.at < level.from - NEAR);
        let met = uprights.iter().enumerate().skip(start);
        for (other, upright) in met.take_while(|(_, upright)| upright.at <= level.to + NEAR) {
            if upright.from <= level.at + NEAR && level.at <= upright.to + NEAR {
                let (one, two) = (root(&mut parent, index), root(&mut parent, n_levels + other));
                if let Some(slot) = parent.get_mut(one) {
                    *slot = two;
                }
            }
        }
    }
    let mut groups: Vec<(Vec<Ruling>, Vec<Ruling>)> = vec![Default::default(); parent.len()];
    for (index, line) in levels.iter().chain(uprights).enumerate() {
        let root = root(&mut parent, index);
        if let Some((levels, uprights)) = groups.get_mut(root) {
            if line.is_level { levels.push(*line) } else { uprights.push(*line) }
        }
    }
    groups.retain(|(levels, uprights)| levels.len() >= 2 && !uprights.is_empty());
    groups
}

fn root(parent: &mut [usize], mut index: usize) -> usize {
    while let Some(&above) = parent.get(index)
        && above != index
    {
        let next = parent.get(above).copied().unwrap_or(above);
        if let Some(slot) = parent.get_mut(index) {
            *slot = next;
        }
        index = next;
    }
    index
}

/// The grid of lines that hang together; `None` where they part nothing.
fn grid(levels: &[Ruling], uprights: &[Ruling]) -> Option<Grid> {
    let ends = |lines: &[Ruling]| {
        let low = lines.iter().map(|line| line.from).reduce(f32::min)?;
        Some((low, lines.iter().map(|line| line.to).reduce(f32::max)?))
    };
    // Tables are often open at the sides: their level lines tell how far they go.
    let columns = edges(uprights, ends(levels)?);
    let rows = edges(levels, ends(uprights)?);
    let (n_rows, n_columns) = (rows.len().checked_sub(1)?, columns.len().checked_sub(1)?);
    if n_rows * n_columns < 2 || n_rows.checked_mul(n_columns)? > MAX_GRID_CELLS {
        return None;
    }
    let owners = vec![NO_CELL; n_rows * n_columns];
    let mut grid = Grid { columns, rows, cells: Vec::new(), owners };
    let sides = Sides::of(&grid, levels, uprights);
    for row in 0..n_rows {
        for column in 0..n_columns {
            if grid.owners.get(row * n_columns + column) != Some(&NO_CELL) {
                continue;
            }
            let cell = sides.cell(row, column, &grid.owners);
            for row in cell.row..cell.row + cell.n_rows {
                let start = row * n_columns + cell.column;
                if let Some(owners) = grid.owners.get_mut(start..start + cell.n_columns) {
                    owners.fill(grid.cells.len());
                }
            }
            grid.cells.push(cell);
        }
    }
    (grid.cells.len() >= 2).then_some(grid)
}

/// Where lines stand, and the ends of those that cross them.
fn edges(lines: &[Ruling], (low, high): (f32, f32)) -> Vec<f32> {
    let mut edges: Vec<f32> = lines.iter().map(|line| line.at).chain([low, high]).collect();
    order::sort_by_key(&mut edges, |edge| (rising(*edge), 0));
    let mut kept: Vec<f32> = Vec::new();
    for edge in edges {
        if kept.last().is_none_or(|last| edge - last >= LEAST_CELL) {
            kept.push(edge);
        }
    }
    kept
}

/// Which sides of the smallest cells are ruled.
struct Sides {
    n_rows: usize,
    n_columns: usize,
    /// Whether a line stands at the right of each.
    right: Vec<bool>,
    /// Whether a line stands beneath each.
    below: Vec<bool>,
}

impl Sides {
    fn of(grid: &Grid, levels: &[Ruling], uprights: &[Ruling]) -> Self {
        let n_columns = grid.columns.len().saturating_sub(1);
        let n_rows = grid.rows.len().saturating_sub(1);
        let mut sides = Self {
            n_rows,
            n_columns,
            right: vec![false; n_rows * n_columns],
            below: vec![false; n_rows * n_columns],
        };
        let place = |edges: &[f32], at: f32| {
            edges.iter().position(|edge| (edge - at).abs() < LEAST_CELL)?.checked_sub(1)
        };
        for line in uprights {
            let Some(column) = place(&grid.columns, line.at) else { continue };
            for row in covered(&grid.rows, line) {
                if let Some(side) = sides.right.get_mut(row * n_columns + column) {
                    *side = true;
                }
            }
        }
        for line in levels {
            let Some(row) = place(&grid.rows, line.at) else { continue };
            for column in covered(&grid.columns, line) {
                if let Some(side) = sides.below.get_mut(row * n_columns + column) {
                    *side = true;
                }
            }
        }
        sides
    }

    /// The cell that starts at a place: it goes on to the right and down while nothing is ruled in between.
    fn cell(&self, row: usize, column: usize, owners: &[usize]) -> Cell {
        let at = |row: usize, column: usize| row * self.n_columns + column;
        let is_open = |sides: &[bool], place: usize| sides.get(place).is_some_and(|side| !side);
        let is_free = |place: usize| owners.get(place) == Some(&NO_CELL);
        let mut n_columns = 1;
        while column + n_columns < self.n_columns
            && is_open(&self.right, at(row, column + n_columns - 1))
            && is_free(at(row, column + n_columns))
        {
            n_columns += 1;
        }
        let mut n_rows = 1;
        let columns = column..column + n_columns;
        while row + n_rows < self.n_rows
            && columns.clone().all(|it| is_open(&self.below, at(row + n_rows - 1, it)))
            && columns.clone().all(|it| is_free(at(row + n_rows, it)))
            && columns.clone().skip(1).all(|it| is_open(&self.right, at(row + n_rows, it - 1)))
        {
            n_rows += 1;
        }
        Cell { row, column, n_rows, n_columns }
    }
}

/// The steps between edges that a line covers.
fn covered<'e>(edges: &'e [f32], line: &Ruling) -> impl Iterator<Item = usize> + use<'e> {
    let (from, to) = (line.from, line.to);
    edges.windows(2).enumerate().filter_map(move |(index, ends)| {
        let (start, end) = (*ends.first()?, *ends.last()?);
        let common = to.min(end) - from.max(start);
        (common >= RULED * (end - start)).then_some(index)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: f32, from: f32, to: f32) -> Ruling {
        Ruling { is_level: true, at, from, to }
    }

    fn upright(at: f32, from: f32, to: f32) -> Ruling {
        Ruling { is_level: false, at, from, to }
    }

    fn cells(grid: &Grid) -> Vec<[usize; 4]> {
        grid.cells.iter().map(|it| [it.row, it.column, it.n_rows, it.n_columns]).collect()
    }

    #[test]
    fn merged_cells_are_one() {
        // The head of the first column goes over two rows, that of the others over two columns.
        let lines = [
            level(0.0, 0.0, 300.0),
            level(20.0, 100.0, 300.0),
            level(40.0, 0.0, 300.0),
            level(60.0, 0.0, 300.0),
            upright(0.0, 0.0, 60.0),
            upright(100.0, 0.0, 60.0),
            upright(200.0, 20.0, 60.0),
            upright(300.0, 0.0, 60.0),
        ];
        let grids = grids(&lines);
        assert_eq!(grids.len(), 1);
        assert_eq!(
            cells(&grids[0]),
            [
                [0, 0, 2, 1],
                [0, 1, 1, 2],
                [1, 1, 1, 1],
                [1, 2, 1, 1],
                [2, 0, 1, 1],
                [2, 1, 1, 1],
                [2, 2, 1, 1]
            ]
        );
        assert_eq!(grids[0].cell_at(150.0, 10.0), Some(1));
        assert_eq!(grids[0].cell_at(400.0, 10.0), None);
    }

    #[test]
    fn pieces_and_double_lines_are_one_and_open_sides_are_closed() {
        let lines = [
            level(0.0, 0.0, 99.0),
            level(1.5, 100.0, 200.0),
            level(20.0, 0.0, 200.0),
            upright(100.0, 0.0, 20.0),
        ];
        let grids = grids(&lines);
        assert_eq!(grids[0].columns, [0.0, 100.0, 200.0]);
        assert_eq!(cells(&grids[0]), [[0, 0, 1, 1], [0, 1, 1, 1]]);
    }

    #[test]
    fn frames_and_lone_lines_are_no_tables() {
        assert!(grids(&[level(0.0, 0.0, 100.0), level(50.0, 0.0, 100.0)]).is_empty());
        let frame = [
            level(0.0, 0.0, 100.0),
            level(50.0, 0.0, 100.0),
            upright(0.0, 0.0, 50.0),
            upright(100.0, 0.0, 50.0),
        ];
        assert!(grids(&frame).is_empty());
    }
}
