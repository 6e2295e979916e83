//! Limits on what a file may ask of the reader's machine, each with the attack that it stops.

/// Bytes that one part of a packed file may unpack to: a small file that unpacks to gigabytes.
pub(super) const MAX_PART_BYTES: usize = 64 << 20;

/// Bytes that all parts of a packed file may unpack to: many parts that are each below their limit.
pub(super) const MAX_UNPACKED_BYTES: usize = 200 << 20;

/// Parts of a packed file: a directory of millions of empty parts.
pub(super) const MAX_PARTS: usize = 10_000;

/// Columns that one cell of a table may say it covers: a cell that covers millions.
pub(super) const MAX_CELL_SPAN: u16 = 100;

/// Runs of text inside each other (tables in cells, text boxes): a document that is nothing but nesting, each level of
/// which would be moved outward once.
pub(super) const MAX_FLOWS: usize = 32;

/// Messages within messages: parts that hold each other thousands of times, each a copy of what it holds.
pub(super) const MAX_MESSAGE_DEPTH: usize = 8;

/// Pages of a document: a list that names one page a million times, a tree of millions of empty pages.
pub(super) const MAX_PAGES: usize = 5_000;

/// Characters of a document that are given a place: each takes many times the memory that it takes in the file.
pub(super) const MAX_GLYPHS: usize = 2_000_000;

/// Characters on one page of a PDF: a page that draws the same line over and over.
pub(super) const MAX_PAGE_GLYPHS: usize = 200_000;

/// Bytes of drawing instructions that are followed, counted again each time a form is drawn: ten forms that each draw the
/// next ten times.
pub(super) const MAX_CONTENT_BYTES: usize = 256 << 20;

/// How deep forms may draw forms: a form that draws itself by way of others.
pub(super) const MAX_FORM_DEPTH: usize = 16;

/// Graphics states that are kept at once: a page of nothing but `q`.
pub(super) const MAX_SAVED_STATES: usize = 512;

/// Points of paths on one page of a PDF: maps and drawings of millions of strokes.
pub(super) const MAX_PATH_POINTS: usize = 200_000;

/// Ruled lines on one page that tables are looked for in: graph paper.
pub(super) const MAX_RULINGS: usize = 6_000;

/// The same for all pages of a document: thousands of pages of graph paper that are stored once.
pub(super) const MAX_ALL_RULINGS: usize = 1_000_000;

/// Cells that the ruled lines of one table may part: graph paper again, as comparing grows with rows times columns.
pub(super) const MAX_GRID_CELLS: usize = 40_000;

/// Cells of all tables of a document: many pages, each filled with a raster. What stands in tables beyond is read as
/// lines.
pub(super) const MAX_TABLE_CELLS: usize = 500_000;

/// Width ranges that a font may list: a font of millions of widths.
pub(super) const MAX_WIDTHS: usize = 70_000;
