//! A manuscript on pages: where each line and each rule stands. Sizes are those of official papers (GB/T 9704): A4, 28
//! characters of 16 points a line, 22 lines a page.

use crate::manuscript::{Manuscript, Part};

/// The page, in points.
pub(super) const WIDTH: f64 = 595.0;
pub(super) const HEIGHT: f64 = 842.0;

const LEFT: f64 = 73.5;
const TOP: f64 = 105.0;
const BOTTOM: f64 = 742.0;
const COLUMN: f64 = 448.0;
const PITCH: f64 = 28.5;
const BODY: f64 = 16.0;
const TITLE: f64 = 22.0;
const SMALL: f64 = 12.0;

/// What may not begin a line.
const CLOSING: &str = "，。、；：？！）》”’〕」%％,.;:)";

/// What may not end one.
const OPENING: &str = "（《“‘〔「(";

/// A page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    /// Straight lines from one point to another.
    pub(super) rules: Vec<[f64; 4]>,
}

/// A line of text.
#[derive(Debug)]
pub(super) struct Line {
    /// The start of its base line, from the left and from the top.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) words: String,
}

/// How wide a character is, as a part of its size.
pub(super) fn advance(char: char) -> f64 {
    if char.is_ascii() { 0.5 } else { 1.0 }
}

fn width(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

/// The pages of a manuscript, each with its number at the foot.
pub(super) fn pages(manuscript: &Manuscript) -> Vec<Sheet> {
    let mut pen = Pen { sheets: vec![Sheet::default()], y: TOP };
    for part in &manuscript.parts {
        match part {
            Part::Around(words) => pen.paragraph(words, SMALL, 0.0, 0.0),
            Part::Flush(words) => pen.paragraph(words, BODY, 0.0, 0.0),
            Part::Title(words) => pen.paragraph(words, TITLE, 0.0, 0.5),
            Part::Heading(item) | Part::Paragraph(item) => {
                pen.paragraph(&item.words, BODY, 2.0 * BODY, 0.0);
            }
            Part::Closing(words) => pen.paragraph(words, BODY, 0.0, 0.9),
            Part::Table(rows) => pen.table(rows),
        }
    }
    for (sheet, number) in pen.sheets.iter_mut().zip(1..) {
        let words = format!("— {number} —");
        let x = (WIDTH - width(&words, SMALL)) / 2.0;
        sheet.lines.push(Line { x, y: 790.0, size: SMALL, words });
    }
    pen.sheets
}

struct Pen {
    sheets: Vec<Sheet>,
    /// The top of the next line.
    y: f64,
}

impl Pen {
    /// Takes so much height of the page, of the next one where this one is full, and gives where it begins.
    fn take(&mut self, height: f64) -> (f64, &mut Sheet) {
        if self.y + height > BOTTOM {
            self.sheets.push(Sheet::default());
            self.y = TOP;
        }
        let top = self.y;
        self.y += height;
        let last = self.sheets.len() - 1;
        (top, &mut self.sheets[last])
    }

    /// Sets a paragraph; `push` is the part of what is left of a line that stands before the words.
    fn paragraph(&mut self, words: &str, size: f64, indent: f64, push: f64) {
        let pitch = if size > BODY { 1.6 * size } else { PITCH };
        for (index, words) in broken(words, size, COLUMN, indent).into_iter().enumerate() {
            let left = if index == 0 { indent } else { 0.0 };
            let x = LEFT + left + (COLUMN - left - width(&words, size)).max(0.0) * push;
            let (top, sheet) = self.take(pitch);
            sheet.lines.push(Line { x, y: top + size, size, words });
        }
    }

    /// Sets a table with a rule around each cell.
    fn table(&mut self, rows: &[Vec<String>]) {
        let n_columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
        #[expect(clippy::cast_precision_loss, reason = "tables have few columns")]
        let column = COLUMN / n_columns as f64;
        const PADDING: f64 = 4.0;
        for row in rows {
            let cells: Vec<Vec<String>> =
                row.iter().map(|words| broken(words, SMALL, column - 2.0 * PADDING, 0.0)).collect();
            #[expect(clippy::cast_precision_loss, reason = "cells have few lines")]
            let n_lines = cells.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
            let height = n_lines * 16.0 + 2.0 * PADDING;
            let (top, sheet) = self.take(height);
            let bottom = top + height;
            sheet.rules.push([LEFT, top, LEFT + COLUMN, top]);
            sheet.rules.push([LEFT, bottom, LEFT + COLUMN, bottom]);
            let mut x = LEFT;
            for index in 0..=n_columns {
                sheet.rules.push([x, top, x, bottom]);
                let mut y = top + PADDING + SMALL;
                for words in cells.get(index).into_iter().flatten() {
                    let line = Line { x: x + PADDING, y, size: SMALL, words: words.clone() };
                    sheet.lines.push(line);
                    y += 16.0;
                }
                x += column;
            }
        }
        self.y += PITCH / 2.0;
    }
}

/// Words in lines that are no wider than the column, the first indented. Numbers and Latin words stay whole, and no line
/// begins with what closes a clause.
fn broken(words: &str, size: f64, column: f64, indent: f64) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    let mut lines = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let room = if lines.is_empty() { column - indent } else { column };
        let mut end = start;
        let mut filled = 0.0;
        while end < chars.len() && filled + advance(chars[end]) * size <= room + 0.01 {
            filled += advance(chars[end]) * size;
            end += 1;
        }
        let end =
            if end == chars.len() { end } else { good_break(&chars, start, end.max(start + 1)) };
        lines.push(chars[start..end].iter().collect::<String>());
        start = end;
        while chars.get(start) == Some(&' ') {
            start += 1;
        }
    }
    lines
}

/// The last place up to `end` where a line may end.
fn good_break(chars: &[char], start: usize, end: usize) -> usize {
    let is_word = |char: char| char == '.' || char < '\u{2e80}' && char.is_alphanumeric();
    let is_bad = |at: usize| {
        CLOSING.contains(chars[at])
            || OPENING.contains(chars[at - 1])
            || is_word(chars[at - 1]) && is_word(chars[at])
    };
    (start + 1..=end).rev().find(|at| !is_bad(*at)).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_a_compositor_would_end_them() {
        let lines = broken("全年收到申请246件，同比增长。", 10.0, 60.0, 0.0);
        assert_eq!(lines, ["全年收到申请", "246件，同比", "增长。"]);
        assert_eq!(broken("甲乙丙，丁", 10.0, 30.0, 0.0), ["甲乙", "丙，丁"]);
        assert_eq!(broken("甲乙丙丁", 10.0, 40.0, 20.0), ["甲乙", "丙丁"]);
        assert_eq!(broken("1234567890", 10.0, 20.0, 0.0).concat(), "1234567890");
    }
}
