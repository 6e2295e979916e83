//! Tables that arrive with one cell a line, as some converters leave them.
//!
//! Only the tables of disclosure reports are put together again, told by the words of their heads: without those, a
//! label line with a number line below it can be anything.

use super::table;
use crate::document::{Cell, Passage};

/// Words of which one stands in the head of a table that is read.
const HEADS: &[&str] = &["信息内容", "自然人", "结果维持"];

/// The longest label in characters: rows of the table of requests quote whole clauses.
const MAX_LABEL: usize = 48;

/// The most labels in a row: the table of disputes has three rows of heads.
const MAX_LABELS: usize = 40;

/// A table put together: its rows, and how many passages they take.
pub struct Celled {
    /// The rows, each with the section of the first line.
    pub rows: Vec<Passage>,
    /// How many passages they were.
    pub len: usize,
}

/// The table that starts with the passages, when one does.
pub fn read(passages: &[Passage], reading: &str) -> Option<Celled> {
    let first = passages.first()?;
    if !HEADS.contains(&words(first, reading)) {
        return None;
    }
    let mut table = Celled { rows: Vec::new(), len: 0 };
    let mut labels: Vec<&Passage> = Vec::new();
    let mut at = 0;
    while let Some(passage) = passages.get(at).filter(|passage| is_cell(passage, reading)) {
        if !table::is_number(words(passage, reading)) {
            if labels.len() == MAX_LABELS {
                break;
            }
            labels.push(passage);
            at += 1;
            continue;
        }
        let values: Vec<&Passage> = passages[at..]
            .iter()
            .take_while(|passage| {
                passage.cells.is_empty() && table::is_number(words(passage, reading))
            })
            .collect();
        at += values.len();
        let heads = heads_in(&labels, values.len(), reading);
        // The lines above the head name the table, not its columns.
        let skipped =
            heads.saturating_sub(if is_wide(&labels, reading) { heads } else { values.len() + 1 });
        if heads > 0 {
            table.rows.push(row(&labels[skipped..heads]));
        }
        let cells: Vec<&Passage> = labels[heads..].iter().copied().chain(values).collect();
        table.rows.push(row(&cells));
        labels.clear();
        table.len = at;
    }
    (table.len > 0).then_some(table)
}

/// How many of the labels before some numbers are of the head; the rest name the row.
fn heads_in(labels: &[&Passage], n_values: usize, reading: &str) -> usize {
    let place = |word: &str| labels.iter().rposition(|label| words(label, reading) == word);
    if let Some(last) = place("其他").filter(|_| place("自然人").is_some()) {
        return last + 1;
    }
    if place("结果维持").is_some() {
        return labels.len();
    }
    // Each column has a head, that of the labels included.
    if labels.len() > n_values + 1 { labels.len() - 1 } else { 0 }
}

/// Whether the head has more cells than there are columns, so that all of it is kept.
fn is_wide(labels: &[&Passage], reading: &str) -> bool {
    labels.iter().any(|label| matches!(words(label, reading), "自然人" | "结果维持"))
}

fn words<'a>(passage: &Passage, reading: &'a str) -> &'a str {
    reading.get(passage.span.start..passage.span.end).unwrap_or_default().trim()
}

/// Whether a passage can be a cell on a line of its own.
fn is_cell(passage: &Passage, reading: &str) -> bool {
    let words = words(passage, reading);
    passage.cells.is_empty()
        && !words.contains('。')
        && words.chars().take(MAX_LABEL + 1).count() <= MAX_LABEL
}

/// A row of lines.
fn row(lines: &[&Passage]) -> Passage {
    let cells = lines.iter().map(|line| Cell { span: line.span, columns: 1, rows: 1 }).collect();
    match lines.first() {
        Some(first) => Passage { cells, heading_len: 0, ..(*first).clone() },
        None => Passage {
            span: crate::text::Span::new(0, 0),
            section: None,
            role: Default::default(),
            heading_len: 0,
            cells,
            opens_table: false,
        },
    }
}
