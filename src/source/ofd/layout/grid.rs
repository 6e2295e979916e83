//! Ruled lines → tables.

use super::super::super::sheet::SheetCell;
use super::{Length, Rule, sorted};

/// Lines that are closer than this are one: the two of a double line, and those that do not quite meet. In the layout's
/// unit, about a millimeter; no row of text is as low.
const NEAR: Length = 1_200;

/// Shorter lines are parts of drawn letters.
const SHORTEST: Length = 1_500;

/// Lines of a page, after pieces are put together: a drawing of ten thousands, each compared with each.
const MAX_RULES: usize = 2_000;

/// Cells of one table: a raster that fills the page.
const MAX_CELLS: usize = 20_000;

/// A table's lines, and which cells they part.
#[derive(Debug)]
pub(super) struct Grid {
    /// Places of its upright and of its level lines, in order.
    xs: Vec<Length>,
    ys: Vec<Length>,
    /// For each field between lines, row by row, the cell that it belongs to, by the cell's first field.
    owners: Vec<usize>,
}

/// A line along one direction: its place across, where it starts, where it ends.
type Stroke = [i32; 3];

/// The tables that the rules draw: several columns and a line between rows, or several cells side by side.
pub(super) fn find(rules: &[Rule]) -> Vec<Grid> {
    let is_flat = |rule: &&Rule| rule.bottom - rule.top < rule.right - rule.left;
    let level = rules.iter().filter(is_flat).map(|rule| [rule.top, rule.left, rule.right]);
    let upright =
        rules.iter().filter(|rule| !is_flat(rule)).map(|rule| [rule.left, rule.top, rule.bottom]);
    let (level, upright) = (merged(level.collect()), merged(upright.collect()));
    if level.len() + upright.len() > MAX_RULES {
        return Vec::new();
    }
    groups(&level, &upright)
        .into_iter()
        .filter_map(|(level, upright)| Grid::new(&level, &upright))
        .collect()
}

/// Strokes at nearly the same place put together where they touch.
fn merged(strokes: Vec<Stroke>) -> Vec<Stroke> {
    let mut merged: Vec<Stroke> = Vec::new();
    let mut together: Vec<Stroke> = Vec::new();
    let mut strokes = sorted(strokes).into_iter().peekable();
    while let Some(stroke) = strokes.next() {
        together.push([stroke[1], stroke[2], stroke[0]]);
        if strokes.peek().is_some_and(|next| next[0] - stroke[0] <= NEAR / 4) {
            continue;
        }
        let place = together.first().map_or(0, |first| first[2]);
        let first = merged.len();
        for [start, end, _] in sorted(std::mem::take(&mut together)) {
            match merged.get_mut(first..).and_then(<[Stroke]>::last_mut) {
                Some(last) if start - last[2] <= NEAR => last[2] = last[2].max(end),
                _ => merged.push([place, start, end]),
            }
        }
    }
    merged.retain(|stroke| stroke[2] - stroke[1] >= SHORTEST);
    merged
}

/// Strokes that hang together.
fn groups(level: &[Stroke], upright: &[Stroke]) -> Vec<(Vec<Stroke>, Vec<Stroke>)> {
    let mut is_level_left = vec![true; level.len()];
    let mut is_upright_left = vec![true; upright.len()];
    let mut groups = Vec::new();
    for (first, stroke) in level.iter().enumerate() {
        if !std::mem::take(&mut is_level_left[first]) {
            continue;
        }
        let mut group = (vec![*stroke], Vec::new());
        let (mut level_done, mut upright_done) = (0, 0);
        loop {
            let (from, to) = if let Some(stroke) = group.0.get(level_done).copied() {
                level_done += 1;
                (stroke, (upright, &mut is_upright_left, &mut group.1))
            } else if let Some(stroke) = group.1.get(upright_done).copied() {
                upright_done += 1;
                (stroke, (level, &mut is_level_left, &mut group.0))
            } else {
                break;
            };
            let (strokes, is_left, found) = to;
            for (stroke, is_left) in strokes.iter().zip(is_left.iter_mut()) {
                if *is_left && meets(from, *stroke) {
                    *is_left = false;
                    found.push(*stroke);
                }
            }
        }
        groups.push(group);
    }
    groups
}

/// Whether two strokes of different direction touch.
const fn meets(one: Stroke, other: Stroke) -> bool {
    let [place, start, end] = one;
    let [across, from, to] = other;
    start - NEAR <= across && across <= end + NEAR && from - NEAR <= place && place <= to + NEAR
}

impl Grid {
    fn new(level: &[Stroke], upright: &[Stroke]) -> Option<Self> {
        let xs = places(upright, level);
        let ys = places(level, upright);
        let (n_columns, n_rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if n_columns < 2 || n_rows < 1 || n_columns * n_rows > MAX_CELLS {
            return None;
        }
        let right = borders(upright, &xs, &ys);
        let below = borders(level, &ys, &xs);
        let mut grid = Self { xs, ys, owners: vec![usize::MAX; n_columns * n_rows] };
        for row in 0..n_rows {
            for column in 0..n_columns {
                grid.claim(row, column, n_rows, &right, &below);
            }
        }
        Some(grid)
    }

    /// Gives a field that has no cell yet a cell of its own, as far as no line ends it.
    fn claim(
        &mut self,
        row: usize,
        column: usize,
        n_rows: usize,
        right: &[Vec<bool>],
        below: &[Vec<bool>],
    ) {
        let n_columns = self.n_columns();
        let first = row * n_columns + column;
        let is_free = |grid: &Self, field: usize| grid.owners.get(field) == Some(&usize::MAX);
        if !is_free(self, first) {
            return;
        }
        let is_open = |lines: &[Vec<bool>], line: usize, at: usize| {
            lines.get(line).and_then(|line| line.get(at)) == Some(&false)
        };
        let mut last_column = column;
        while last_column + 1 < n_columns
            && is_open(right, last_column + 1, row)
            && is_free(self, row * n_columns + last_column + 1)
        {
            last_column += 1;
        }
        let mut last_row = row;
        while last_row + 1 < n_rows
            && (column..=last_column).all(|column| is_open(below, last_row + 1, column))
            && (column..=last_column)
                .all(|column| is_free(self, (last_row + 1) * n_columns + column))
        {
            last_row += 1;
        }
        for row in row..=last_row {
            for column in column..=last_column {
                if let Some(owner) = self.owners.get_mut(row * n_columns + column) {
                    *owner = first;
                }
            }
        }
    }

    fn n_columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    /// How many fields there are, and so more than all numbers of cells.
    pub(super) fn n_cells(&self) -> usize {
        self.owners.len()
    }

    pub(super) fn top(&self) -> Length {
        self.ys.first().copied().unwrap_or_default()
    }

    /// The places of its upright lines.
    pub(super) fn columns(&self) -> &[Length] {
        &self.xs
    }

    /// The cell at a place.
    pub(super) fn cell_at(&self, x: Length, y: Length) -> Option<usize> {
        let field = |lines: &[Length], place: Length| {
            let before = lines.partition_point(|line| *line <= place);
            (before < lines.len()).then(|| before.checked_sub(1))?
        };
        let (row, column) = (field(&self.ys, y)?, field(&self.xs, x)?);
        self.owners.get(row * self.n_columns() + column).copied()
    }

    /// The rows with their cells; `words` gives those of a cell. Rows and cells are in reading order.
    pub(super) fn rows(&self, words: impl Fn(usize) -> String) -> Vec<Vec<SheetCell>> {
        let n_columns = self.n_columns().max(1);
        let fields: Vec<&[usize]> = self.owners.chunks(n_columns).collect();
        let span = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let mut rows = Vec::with_capacity(fields.len());
        for (at, row) in fields.iter().enumerate() {
            let mut cells = Vec::new();
            for (column, owner) in row.iter().enumerate() {
                if *owner != at * n_columns + column {
                    continue;
                }
                let columns = row.iter().filter(|other| *other == owner).count();
                let below = fields.get(at..).unwrap_or_default();
                let n_rows = below.iter().take_while(|row| row.get(column) == Some(owner)).count();
                cells.push(SheetCell {
                    words: words(*owner),
                    columns: span(columns),
                    rows: span(n_rows),
                });
            }
            rows.push(cells);
        }
        rows
    }
}

/// Where strokes stand, each place once, with the outermost ends of those across: a table may be open at its sides.
fn places(strokes: &[Stroke], across: &[Stroke]) -> Vec<Length> {
    let own = strokes.iter().map(|[place, ..]| *place);
    let first = across.iter().map(|[_, start, _]| *start).min();
    let last = across.iter().map(|[.., end]| *end).max();
    let all = sorted(own.chain(first).chain(last).map(|place| [place, 0, 0]).collect());
    let mut places: Vec<Length> = Vec::new();
    for [place, ..] in all {
        if places.last().is_none_or(|last| place - last > NEAR) {
            places.push(place);
        }
    }
    places
}

/// For each of `lines` and each stretch between `stops`, whether a stroke parts the fields beside it there.
fn borders(strokes: &[Stroke], lines: &[Length], stops: &[Length]) -> Vec<Vec<bool>> {
    let n_stretches = stops.len().saturating_sub(1);
    let mut borders = vec![vec![false; n_stretches]; lines.len()];
    for [place, start, end] in strokes {
        let at = lines.partition_point(|line| *line <= *place).saturating_sub(1);
        let Some(line) = borders.get_mut(at) else { continue };
        for (stop, border) in stops.windows(2).zip(line.iter_mut()) {
            let middle =
                stop.first().zip(stop.last()).map_or(0, |(from, to)| from + (to - from) / 2);
            *border |= *start <= middle && middle <= *end;
        }
    }
    borders
}
