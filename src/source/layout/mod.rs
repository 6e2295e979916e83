//! Characters with their places on pages → paragraphs and tables in reading order.
//!
//! Knows no file format: a reader says what a page shows ([`Marks`]), in points and as the page is seen. Characters
//! become lines ([`mod@line`]), ruled lines become the grids of tables ([`grid`]), lines that return on page after page are
//! dropped ([`furniture`]), and the rest become paragraphs again ([`flow`]), over the ends of columns and pages.

mod column;
mod flow;
mod furniture;
mod geometry;
mod grid;
mod line;
mod mark;
mod page;
mod path;
mod table;

pub(super) use geometry::Matrix;
pub(super) use mark::{Glyph, Marks, Way};
pub(super) use page::Found;
pub(super) use path::Path;

use super::limit::{MAX_ALL_RULINGS, MAX_TABLE_CELLS};
use super::sheet::Sheet;
use super::{LossKind, LossPlace};
use page::{Page, Shape};

/// The pages of a document, put together one after the other.
#[derive(Debug)]
pub(super) struct Layout {
    pages: Vec<Page>,
    /// Where the pages so far had the white between their columns.
    gutter: Option<f32>,
    room: Room,
}

/// What tables may still take.
#[derive(Debug)]
struct Room {
    n_rulings: usize,
    n_cells: usize,
}

impl Layout {
    pub(super) const fn new() -> Self {
        let room = Room { n_rulings: MAX_ALL_RULINGS, n_cells: MAX_TABLE_CELLS };
        Self { pages: Vec::new(), gutter: None, room }
    }

    /// Adds a page of this size.
    pub(super) fn put(&mut self, marks: Marks, width: f32, height: f32) -> Found {
        let (page, found) = page::read(marks, width, height, &mut self.gutter, &mut self.room);
        self.pages.push(page);
        found
    }

    /// Whether any character is told.
    pub(super) fn has_known(&self) -> bool {
        let is_known = |words: &str| {
            words.chars().any(|char| !char.is_whitespace() && char != char::REPLACEMENT_CHARACTER)
        };
        self.pages.iter().flat_map(|page| &page.items).any(|item| match &item.shape {
            Shape::Line(line) => is_known(&line.words),
            Shape::Table(table) => table.rows.iter().flatten().any(|cell| is_known(&cell.words)),
        })
    }

    /// Writes what the pages show, without running heads and page numbers.
    pub(super) fn write(mut self, sheet: &mut Sheet) {
        furniture::drop(&mut self.pages);
        flow::write(self.pages, sheet);
    }
}

impl Found {
    /// Tells what of the page is not read.
    pub(super) fn tell(self, place: &LossPlace, sheet: &mut Sheet) {
        if self.has_unknown {
            sheet.lose(LossKind::UnknownCharacters, place.clone());
        }
        if !self.has_text && (self.has_pictures || self.is_drawn) {
            sheet.lose(LossKind::ScannedPage, place.clone());
        } else if self.has_pictures {
            sheet.lose(LossKind::Picture, place.clone());
        }
    }
}

#[cfg(test)]
mod tests;
