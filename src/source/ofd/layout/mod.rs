//! Characters with their places on pages → paragraphs and tables in reading order.
//!
//! Knows no file format: a reader gives pages of glyphs and ruled lines, in any unit, and gets a sheet of text.

mod flow;
mod grid;
mod line;
mod running;

use super::super::sheet::{Sheet, SheetCell};
use grid::Grid;
use line::Line;

/// Cells of all tables of a document: thousands of pages, each filled with a raster that is stored once. What stands in
/// tables beyond is read as lines.
const MAX_CELLS: usize = 200_000;

/// A length or place, in thousandths of a millimeter or any other unit that is as fine; right and down are positive.
/// No place is farther from the origin than ten million, so sums of a few never overflow.
pub(in super::super) type Length = i32;

/// One character where it stands.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Glyph {
    pub(in super::super) char: char,
    /// Its left edge.
    pub(in super::super) x: Length,
    /// The line that it stands on.
    pub(in super::super) y: Length,
    /// How far the next one stands.
    pub(in super::super) width: Length,
    /// The size of its font.
    pub(in super::super) size: Length,
}

/// A straight line, level or upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Rule {
    pub(in super::super) left: Length,
    pub(in super::super) top: Length,
    pub(in super::super) right: Length,
    pub(in super::super) bottom: Length,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(in super::super) struct Page {
    pub(in super::super) width: Length,
    pub(in super::super) height: Length,
    pub(in super::super) glyphs: Vec<Glyph>,
    pub(in super::super) rules: Vec<Rule>,
}

/// A piece of a page.
#[derive(Debug)]
enum Block {
    Line(Line),
    Table(Table),
}

/// A table on one page.
#[derive(Debug)]
struct Table {
    rows: Vec<Vec<SheetCell>>,
    /// Its upright lines.
    columns: Vec<Length>,
}

/// Writes what the pages show.
pub(in super::super) fn write(pages: &[Page], sheet: &mut Sheet) {
    let body_size = body_size(pages);
    let mut n_cells_left = MAX_CELLS;
    let shown = pages.iter().map(|page| blocks(page, body_size, &mut n_cells_left));
    let mut shown: Vec<Vec<Block>> = shown.collect();
    running::drop(pages, &mut shown);
    flow::write(pages, &shown, sheet);
}

/// The size that stands in the middle when all characters are ordered by size.
fn body_size(pages: &[Page]) -> Length {
    let sizes = pages.iter().flat_map(|page| &page.glyphs).map(|glyph| [glyph.size, 0, 0]);
    let sizes = sorted(sizes.collect());
    sizes.get(sizes.len() / 2).map_or(1, |[size, ..]| (*size).max(1))
}

/// The lines and tables of a page from top to bottom.
fn blocks(page: &Page, body_size: Length, n_cells_left: &mut usize) -> Vec<Block> {
    let mut tables: Vec<(Grid, Vec<Vec<Glyph>>)> = Vec::new();
    for grid in grid::find(&page.rules) {
        if grid.n_cells() > *n_cells_left {
            break;
        }
        *n_cells_left -= grid.n_cells();
        let cells = vec![Vec::new(); grid.n_cells()];
        tables.push((grid, cells));
    }
    let mut outside = Vec::with_capacity(page.glyphs.len());
    for glyph in &page.glyphs {
        let (x, y) = (glyph.x + glyph.width / 2, glyph.y - glyph.size / 3);
        let cell = tables.iter_mut().find_map(|(grid, cells)| cells.get_mut(grid.cell_at(x, y)?));
        cell.unwrap_or(&mut outside).push(*glyph);
    }
    let mut found: Vec<Option<Block>> = Vec::new();
    let mut places = Vec::new();
    for (grid, cells) in tables {
        if cells.iter().filter(|glyphs| !glyphs.is_empty()).count() < 2 {
            outside.extend(cells.into_iter().flatten());
            continue;
        }
        places.push([grid.top(), 0, index(found.len())]);
        found.push(Some(Block::Table(table(&grid, &cells, body_size))));
    }
    for line in line::lines(&outside, body_size) {
        places.push([line.y, 1, index(found.len())]);
        found.push(Some(Block::Line(line)));
    }
    let order = sorted(places);
    order.iter().filter_map(|place| found.get_mut(position(place[2]))?.take()).collect()
}

fn table(grid: &Grid, cells: &[Vec<Glyph>], body_size: Length) -> Table {
    let words = |glyphs: &[Glyph]| {
        let lines = line::lines(glyphs, body_size);
        lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
    };
    let rows = grid.rows(|cell| cells.get(cell).map(|glyphs| words(glyphs)).unwrap_or_default());
    Table { rows, columns: grid.columns().to_vec() }
}

/// The one sort of the layout: by the first number, then by the others.
fn sorted(mut keys: Vec<[i32; 3]>) -> Vec<[i32; 3]> {
    keys.sort_unstable();
    keys
}

/// An index as a key; there are fewer things on a page than would not fit.
fn index(position: usize) -> i32 {
    i32::try_from(position).unwrap_or(i32::MAX)
}

fn position(index: i32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
