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

/// Pages of a document: a list that names one page a million times.
pub(super) const MAX_PAGES: usize = 5_000;

/// Characters of a document that are given a place: each takes many times the memory that it takes in the file.
pub(super) const MAX_GLYPHS: usize = 2_000_000;
