//! 段落: the lines of the body put together again where the text was wrapped.

use super::line::{Line, Lines};
use super::number::Class;
use super::table::Row;
use crate::text::Span;

/// Lines of prose that are wider than this are not wrapped ones, in columns (a Chinese character is two).
const WIDEST_WRAP: usize = 130;
/// How many lines must break off in mid-sentence before a text counts as wrapped.
const LEAST_WRAPS: usize = 3;

/// A paragraph, heading or table row: one or more lines of the text.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    /// Its lines.
    pub(super) lines: &'a [usize],
    /// Whether it is a table row.
    pub(super) is_row: bool,
}

/// Puts the body's lines together. `body` are the indices of its lines, in order; other lines stand between pages.
pub(super) fn units<'a>(
    lines: &Lines<'_>,
    body: &'a [usize],
    rows: &[Option<Row>],
) -> Vec<Unit<'a>> {
    let wrap = Wrap::of(lines, body, rows);
    let mut units: Vec<Unit<'_>> = Vec::with_capacity(body.len());
    // The number last seen of each class, to tell 一、 at a line's start from a wrapped 一、二.
    let mut last: Vec<(Class, u32)> = Vec::new();
    for (place, &index) in body.iter().enumerate() {
        let is_row = rows[index].is_some();
        if !is_row
            && let Some(unit) = units.last_mut()
            && !unit.is_row
            && wrap.joins(lines, body[place - 1], index, &last)
        {
            unit.lines = &body[place - unit.lines.len()..=place];
            continue;
        }
        if let Some(number) = lines.number(index) {
            last.retain(|(class, _)| *class != number.class);
            last.push((number.class, number.value));
        }
        units.push(Unit { lines: &body[place..=place], is_row });
    }
    units
}

/// How a text is wrapped.
struct Wrap {
    /// The width from which a line counts as full, in columns; `None` when the text is not wrapped.
    full: Option<usize>,
    /// Whether paragraphs start with white space.
    indents: bool,
}

impl Wrap {
    fn of(lines: &Lines<'_>, body: &[usize], rows: &[Option<Row>]) -> Self {
        let prose: Vec<usize> =
            body.iter().copied().filter(|&index| rows[index].is_none()).collect();
        let indented = prose.iter().filter(|&&index| lines.all[index].indented).count();
        let indents = indented > 1 && indented * 2 < prose.len();
        let widths: Vec<usize> = prose.iter().map(|&index| width(lines.words(index))).collect();
        let Some(widest) = widest(&widths).filter(|widest| (30..=WIDEST_WRAP).contains(widest))
        else {
            return Self { full: None, indents };
        };
        let full = widest * 3 / 4;
        let broken = prose
            .windows(2)
            .zip(&widths)
            .filter(|&(pair, &width)| {
                width >= full
                    && !ends_sentence(lines.words(pair[0]))
                    && lines.number(pair[1]).is_none()
            })
            .count();
        let wrapped = broken >= LEAST_WRAPS && broken * 4 >= prose.len();
        Self { full: wrapped.then_some(full), indents }
    }

    /// Whether line `index` goes on with the sentence of the line `before` it.
    fn joins(&self, lines: &Lines<'_>, before: usize, index: usize, last: &[(Class, u32)]) -> bool {
        let (left, right) = (lines.words(before), lines.words(index));
        let Line { after_blank, indented, .. } = lines.all[index];
        let number = lines.number(index);
        let Some(full) = self.full else {
            // Torn by a stray break: nothing ends in a comma, and no line starts with a closing mark.
            let torn = left.ends_with([',', '、', '(', '“', '《']) || starts_inside(right);
            return torn && number.is_none() && left.chars().count() > 30;
        };
        // A numbered line may be a heading, which ends where it likes.
        let may_be_heading = lines.number(before).is_some() && !left.contains('。');
        let full = if may_be_heading { full * 6 / 5 } else { full };
        if width(left) < full || (self.indents && indented) {
            return false;
        }
        if ends_sentence(left) {
            // Only items of a list end in a semicolon, and those have numbers.
            if left.ends_with(';') && !after_blank && number.is_none() && !self.indents {
                return true;
            }
            // The margin fell on the end of a sentence; only an indented layout tells that the paragraph goes on.
            return self.indents && !after_blank && number.is_none() && left.ends_with(['。', ';']);
        }
        // In mid-sentence a number is one of the text, unless it is the next of its class.
        number.is_none_or(|number| {
            let next = last
                .iter()
                .find(|(class, _)| *class == number.class)
                .map_or(1, |&(_, value)| value + 1);
            number.value != next && number.value != 1
        })
    }
}

/// Whether a line starts with what can only stand inside a sentence.
fn starts_inside(words: &str) -> bool {
    words.starts_with(['。', ',', '、', ';', ')', '”', '》', '%'])
}

/// Whether a sentence or clause ends with the line.
pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['”', '"', ')', ' ']).ends_with(['。', ';', ':', '!', '?'])
}

/// The width of the widest lines but for a few that an extractor joined; `None` when it is more than a wrapped line has.
fn widest(widths: &[usize]) -> Option<usize> {
    let mut lines_of = [0; WIDEST_WRAP + 1];
    for width in widths {
        if let Some(lines) = lines_of.get_mut(*width) {
            *lines += 1;
        }
    }
    let mut narrower = widths.len().saturating_sub(1 + widths.len() / 20);
    lines_of.iter().position(|&lines| {
        let is_here = narrower < lines;
        narrower = narrower.saturating_sub(lines);
        is_here
    })
}

/// Width in columns: two for a Chinese character or mark. For long lines only so much that it is more than
/// [`WIDEST_WRAP`].
fn width(words: &str) -> usize {
    // Four bytes take two columns at least.
    if words.len() / 2 > WIDEST_WRAP {
        return words.len() / 2;
    }
    let ascii = words.bytes().filter(u8::is_ascii).count();
    2 * words.chars().count() - ascii
}

/// The stretches of the shown text that a unit covers: its lines, as far as they follow each other.
pub(super) fn shown_spans(lines: &Lines<'_>, unit: &Unit<'_>) -> impl Iterator<Item = Span> {
    unit.lines.chunk_by(|before, index| before + 1 == *index).map(|stretch| {
        let (first, last) = (stretch[0], stretch[stretch.len() - 1]);
        Span::new(lines.all[first].shown.start, lines.all[last].shown.end)
    })
}
