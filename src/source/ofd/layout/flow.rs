//! Lines → paragraphs, over the ends of pages too.

use std::collections::BTreeMap;

use super::super::super::sheet::Sheet;
use super::line::Line;
use super::{Block, Length, Page, Table, sorted};

/// Prose is set in lines of at least so many characters; narrower text is short lines, none of which is full.
const LEAST_MEASURE: Length = 15;

/// How the text of pages of one width stands between its margins.
#[derive(Clone, Copy, Debug, Default)]
struct Measure {
    left: Length,
    right: Length,
    /// Whether paragraphs begin with an indent.
    indents: bool,
}

/// Writes the blocks of all pages.
pub(super) fn write(pages: &[Page], shown: &[Vec<Block>], sheet: &mut Sheet) {
    let mut writer = Writer {
        sheet,
        paragraph: String::new(),
        last: None,
        rows: Vec::new(),
        columns: Vec::new(),
    };
    let measures = measures(pages, shown);
    for (page, blocks) in pages.iter().zip(shown) {
        let measure = measures.get(&width_class(page)).copied().unwrap_or_default();
        let mut is_first = true;
        for block in blocks {
            match block {
                Block::Line(line) => writer.line(line, measure, is_first),
                Block::Table(table) => writer.table(table, is_first),
            }
            is_first = false;
        }
    }
    writer.end_paragraph();
    writer.end_table();
}

/// Pages of the same class are about as wide; the usual sizes of paper lie amid theirs.
const fn width_class(page: &Page) -> Length {
    (page.width + 2_500) / 5_000
}

/// The measure of the pages of each width.
fn measures(pages: &[Page], shown: &[Vec<Block>]) -> BTreeMap<Length, Measure> {
    let mut lines: BTreeMap<Length, Vec<&Line>> = BTreeMap::new();
    for (page, blocks) in pages.iter().zip(shown) {
        let own = blocks.iter().filter_map(|block| match block {
            Block::Line(line) => Some(line),
            Block::Table(_) => None,
        });
        lines.entry(width_class(page)).or_default().extend(own);
    }
    lines.into_iter().map(|(class, lines)| (class, measure(&lines))).collect()
}

/// The measure of pages with these lines.
fn measure(lines: &[&Line]) -> Measure {
    let edges =
        |edge: fn(&Line) -> Length| sorted(lines.iter().map(|line| [edge(line), 0, 0]).collect());
    let at = |edges: &[[i32; 3]], at: usize| edges.get(at).map_or(0, |edge| edge[0]);
    let lefts = edges(|line| line.left);
    let rights = edges(|line| line.right);
    // A few lines may stick out.
    let n_out = lines.len() / 20;
    let left = at(&lefts, n_out);
    let right = at(&rights, lines.len().saturating_sub(1 + n_out));
    let n_indented = lines
        .iter()
        .filter(|line| (line.size..line.size * 3).contains(&(line.left - left)))
        .count();
    Measure { left, right, indents: n_indented * 8 >= lines.len() }
}

struct Writer<'s> {
    sheet: &'s mut Sheet,
    paragraph: String,
    /// The last line of the paragraph.
    last: Option<Line>,
    /// The rows of the table that the last page may not have ended.
    rows: Vec<Vec<super::SheetCell>>,
    columns: Vec<Length>,
}

impl Writer<'_> {
    fn line(&mut self, line: &Line, measure: Measure, is_first: bool) {
        self.end_table();
        if !self.last.as_ref().is_some_and(|last| goes_on(last, line, measure, is_first)) {
            self.end_paragraph();
        }
        let parts = |char: char| char.is_ascii_alphabetic();
        if self.paragraph.ends_with(parts) && line.text.starts_with(parts) {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(&line.text);
        self.last = Some(line.clone());
    }

    fn table(&mut self, table: &Table, is_first: bool) {
        self.end_paragraph();
        let is_same = self.columns.len() == table.columns.len()
            && self
                .columns
                .iter()
                .zip(&table.columns)
                .all(|(one, other)| (one - other).abs() < 3_000);
        if !(is_first && is_same && !self.rows.is_empty()) {
            self.end_table();
        }
        // The head is often repeated on each page.
        let n_repeated =
            usize::from(!self.rows.is_empty() && self.rows.first() == table.rows.first());
        self.rows.extend(table.rows.iter().skip(n_repeated).cloned());
        self.columns.clone_from(&table.columns);
    }

    fn end_paragraph(&mut self) {
        if self.last.take().is_some() {
            self.sheet.put_paragraph(&self.paragraph);
            self.paragraph.clear();
        }
    }

    fn end_table(&mut self) {
        if !self.rows.is_empty() {
            self.sheet.put_table(&self.rows);
            self.rows.clear();
        }
    }
}

/// Whether `next` goes on with the paragraph that `last` ends, `is_first` when it is the first of another page.
fn goes_on(last: &Line, next: &Line, measure: Measure, is_first: bool) -> bool {
    let size = last.size;
    let is_alike = (last.size - next.size).abs() * 5 <= size;
    let is_below = is_first || (next.y - last.y).abs() <= size / 10 * 28;
    let is_wide = measure.right - measure.left >= size * LEAST_MEASURE;
    let is_full = is_wide && last.right + first_width(next) >= measure.right;
    let is_indented = next.left - measure.left > size / 2;
    if !is_alike || !is_below || !is_full || is_indented || is_entry(&last.text) {
        return false;
    }
    measure.indents || !last.text.ends_with(['。', '；', '：', '！', '？', ';', ':'])
}

/// Whether a line is an entry of a table of contents: dots that lead to a number.
fn is_entry(text: &str) -> bool {
    let before = text.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    before.len() < text.len()
        && [".....", "……", "·····", "．．．"].iter().any(|dots| before.ends_with(dots))
}

/// The width of what cannot be parted at the start of a line, and so may have left the line before it short: a number
/// or word, or a character, with the brackets before and the marks behind it.
fn first_width(line: &Line) -> Length {
    let is_opening = |char: &char| "（《“〔「(".contains(*char);
    let is_word = |char: &char| {
        *char < '\u{2e80}' && char.is_alphanumeric() || matches!(char, '.' | ',' | '%')
    };
    let is_mark = |char: &char| "，。、；：！？）》”〕」％),;:".contains(*char);
    let chars = || line.text.chars();
    let n_opening = chars().take_while(is_opening).count();
    let n_word = chars().skip(n_opening).take_while(is_word).count().max(1);
    let n_marks = chars().skip(n_opening + n_word).take_while(is_mark).count();
    let whole = chars().take(n_opening + n_word + n_marks);
    // What is left is less than half a character short of room.
    let halves = 1 + whole.map(|char| if char.is_ascii() { 1 } else { 2 }).sum::<usize>();
    line.size / 2 * Length::try_from(halves.min(24)).unwrap_or(24)
}
