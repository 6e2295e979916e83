//! 表格: rows and cells, as the file marked them or as the text shows them.

use super::line::{Line, Lines, Marks};
use super::number;
use crate::source::{Source, SourceCell};
use crate::text::Span;

/// The longest line that is a row because of the spaces in it, in characters.
const SPACED_ROW: usize = 120;

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its cells, in the shown text.
    pub(super) cells: Vec<SourceCell>,
    /// Whether the file says that a new table starts here.
    pub(super) opens: bool,
}

/// The rows among the lines: entry `n` is line `n`.
pub(super) fn rows(source: &Source, lines: &Lines<'_>) -> Vec<Option<Row>> {
    let mut rows: Vec<Option<Row>> = vec![None; lines.len()];
    for table in source.tables.iter().filter(|table| is_data(&source.text, table)) {
        let mut opens = true;
        for cells in &table.rows {
            let (Some(start), Some(end)) = (
                cells.iter().map(|cell| cell.span.start).min(),
                cells.iter().map(|cell| cell.span.end).max(),
            ) else {
                continue;
            };
            let first = lines.all.partition_point(|line| line.shown.end <= start);
            let is_beyond = |line: &Line| line.shown.start >= end;
            // A row of one line; one that spreads over several is read as text.
            if let Some(line) = lines.all.get(first)
                && !is_beyond(line)
                && lines.all.get(first + 1).is_none_or(is_beyond)
            {
                let cells = cells.iter().map(|cell| within(line.shown, *cell)).collect();
                rows[first] = Some(Row { cells, opens });
                opens = false;
            }
        }
    }
    for (index, slot) in rows.iter_mut().enumerate() {
        let marks = lines.all[index].marks;
        if slot.is_none() && (marks.tab || marks.bar) {
            let line = with_outer_tabs(lines, index);
            *slot = marked_cells(&lines.normal.text[line.start..line.end])
                .map(|cells| row(lines, index, line.start, &cells));
        }
    }
    mark_pairs(lines, &mut rows);
    mark_spaced(lines, &mut rows);
    rows
}

/// Whether a table holds data: pages are also laid out with tables, which hold whole texts.
fn is_data(text: &str, table: &crate::source::SourceTable) -> bool {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let words = |cell: &SourceCell| text.get(cell.span.start..cell.span.end).unwrap_or_default();
    let lines_in_cell = table.rows.iter().flatten().any(|cell| words(cell).trim().contains('\n'));
    columns >= 2 && !lines_in_cell
}

/// A line with the tabs around it: an empty cell at either end of a row leaves only its tab.
fn with_outer_tabs(lines: &Lines<'_>, index: usize) -> Span {
    let line = lines.all[index].normal;
    if !lines.all[index].marks.tab {
        return line;
    }
    let text = lines.normal.text.as_str();
    let before = text[..line.start].trim_end_matches([' ', '\t']).len();
    let after = text.len() - text[line.end..].trim_start_matches([' ', '\t']).len();
    let spaces = |char| char == ' ';
    let start =
        before + (line.start - before - text[before..line.start].trim_start_matches(spaces).len());
    Span::new(start, line.end + text[line.end..after].trim_end_matches(spaces).len())
}

/// The row of line `index`, whose cells stand at `cells`, counted from `start` of the normalized text.
fn row(lines: &Lines<'_>, index: usize, start: usize, cells: &[Span]) -> Row {
    let line = lines.all[index].shown;
    let cells = cells.iter().map(|cell| {
        let span = lines.normal.original(Span::new(start + cell.start, start + cell.end));
        within(line, SourceCell { span, columns: 1, rows: 1 })
    });
    Row { cells: cells.collect(), opens: false }
}

/// A cell as it stands in its line, which has no spaces at its ends: an empty cell at either end stands at the edge.
fn within(line: Span, cell: SourceCell) -> SourceCell {
    let edge = |at: usize| at.clamp(line.start, line.end);
    SourceCell { span: Span::new(edge(cell.span.start), edge(cell.span.end)), ..cell }
}

/// The cells of a line with tabs or bars between them.
fn marked_cells(words: &str) -> Option<Vec<Span>> {
    if words.contains('\t') {
        let cells = split(words, |char| char == '\t');
        let first = &words[cells[0].start..cells[0].end];
        let only_number =
            cells.len() == 2 && number::read(words).is_some_and(|number| number.len > first.len());
        let sentence = cells.iter().any(|cell| is_sentence(&words[cell.start..cell.end]));
        return (cells.len() >= 2 && !only_number && !(sentence && cells.len() == 2))
            .then_some(cells);
    }
    if n_bars(words) >= 2 {
        let inner = words.trim_matches('|');
        let start = words.len() - words.trim_start_matches('|').len();
        let cells = split(inner, |char| char == '|');
        return Some(
            cells.iter().map(|cell| Span::new(cell.start + start, cell.end + start)).collect(),
        );
    }
    None
}

/// How many bars stand in normalized words, where full-width ones are ordinary.
fn n_bars(words: &str) -> usize {
    words.bytes().filter(|byte| *byte == b'|').count()
}

/// Rows of two cells with one bar between them: a label and a number, and the line above as their head. One bar alone
/// also stands between the links of a page.
fn mark_pairs(lines: &Lines<'_>, rows: &mut [Option<Row>]) {
    let pair = |index: usize| {
        let words = lines.words(index);
        (lines.all[index].marks.bar && n_bars(words) == 1 && words.chars().count() <= SPACED_ROW)
            .then(|| split(words, |char| char == '|'))
            .filter(|cells| cells.iter().all(|cell| cell.start < cell.end))
    };
    let is_data = |index: usize| {
        pair(index).is_some_and(|cells| is_value(&lines.words(index)[cells[1].start..cells[1].end]))
    };
    for (index, row_here) in rows.iter_mut().enumerate().take(lines.len()) {
        if row_here.is_none()
            && lines.all[index].marks.bar
            && (is_data(index) || index + 1 < lines.len() && is_data(index + 1))
            && let Some(cells) = pair(index)
        {
            *row_here = Some(row(lines, index, lines.all[index].normal.start, &cells));
        }
    }
}

/// Rows whose cells are only set apart by spaces: at least two lines in a row that are a label and numbers.
fn mark_spaced(lines: &Lines<'_>, rows: &mut [Option<Row>]) {
    let tokens: Vec<Vec<Span>> = (0..lines.len())
        .map(|index| match rows[index] {
            Some(_) => Vec::new(),
            None => spaced_cells(lines.words(index), lines.all[index].marks),
        })
        .collect();
    let numeric = |index: usize| {
        let words = lines.words(index);
        let cells = &tokens[index];
        cells.len() >= 3 && cells[1..].iter().all(|cell| is_value(&words[cell.start..cell.end]))
    };
    let mut index = 0;
    while index < lines.len() {
        let end = (index..lines.len()).find(|&at| !numeric(at)).unwrap_or(lines.len());
        let columns = |at: usize| tokens[at].len();
        if end - index >= 2 && (index + 1..end).all(|at| columns(at) == columns(index)) {
            // The line above with as many words is their head.
            let head = index.checked_sub(1).filter(|&head| columns(head) == columns(index));
            for at in head.unwrap_or(index)..end {
                rows[at] = Some(row(lines, at, lines.all[at].normal.start, &tokens[at]));
            }
        }
        index = end.max(index + 1);
    }
}

fn spaced_cells(words: &str, marks: Marks) -> Vec<Span> {
    if !marks.space || words.chars().count() > SPACED_ROW || words.contains(['。', ',', ';', '、'])
    {
        return Vec::new();
    }
    split(words, |char| char == ' ').into_iter().filter(|cell| cell.start < cell.end).collect()
}

/// Cuts at separators and trims each piece.
fn split(words: &str, separator: impl Fn(char) -> bool) -> Vec<Span> {
    let mut start = 0;
    words
        .split(separator)
        .map(|piece| {
            let from = start + (piece.len() - piece.trim_start().len());
            start +=
                piece.len() + words[start + piece.len()..].chars().next().map_or(0, char::len_utf8);
            Span::new(from, from + piece.trim().len())
        })
        .collect()
}

/// Whether the words are a number, a dash for one, or one with a percent sign.
pub(super) fn is_value(words: &str) -> bool {
    matches!(words, "-" | "—" | "/" | "--" | "——")
        || (words.starts_with(|char: char| char.is_ascii_digit())
            && words.chars().all(|char| char.is_ascii_digit() || matches!(char, '.' | ',' | '%')))
}

fn is_sentence(words: &str) -> bool {
    words.contains('。') && words.chars().count() > 60
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(words: &str) -> Vec<&str> {
        marked_cells(words)
            .unwrap_or_default()
            .iter()
            .map(|cell| &words[cell.start..cell.end])
            .collect()
    }

    #[test]
    fn tabs_and_bars() {
        assert_eq!(cells("规章\t0\t\t2"), ["规章", "0", "", "2"]);
        assert_eq!(cells("| 规章 | 0 | 2 |"), ["规章", "0", "2"]);
    }

    #[test]
    fn a_tab_behind_a_heading_number_is_a_space() {
        assert!(cells("一、\t主要工作").is_empty());
        assert!(cells("1.\t加强学习").is_empty());
    }

    #[test]
    fn values() {
        assert!(is_value("12") && is_value("1,037") && is_value("99.5%") && is_value("-"));
        assert!(!is_value("12件") && !is_value("") && !is_value("一"));
    }
}
