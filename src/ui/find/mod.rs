//! 查找: what was found in the open report, which of it the reader looks at, and where the page has set it.
//!
//! Found places are spans of the report's text. The page may show that text in the other script, each character by
//! another one with other bytes: where a place stands on the page is therefore told in characters of its line.

use std::cell::OnceCell;
use std::rc::Rc;

use super::state::Opened;
use super::typeset::{Inline, Leaf, Line, Part, TableCell};
use crate::order;
use crate::text::Span;
use crate::text::search::Searchable;

/// What the reader looks for, and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// The report that is searched.
    pub report: Option<Searched>,
    /// What the reader looks for.
    pub words: String,
    /// Where it stands, in order.
    pub places: Rc<[Span]>,
    /// Which of the places the reader looks at.
    pub current: Option<usize>,
    /// Counts the moves to a place, so that a move to where one is already is a move too.
    pub moves: u32,
}

/// What happens to a search.
#[derive(Clone, Debug)]
pub enum FindAction {
    /// Another report is open.
    Open(Opened),
    /// The reader looks for these words, reading from this byte of the text on.
    Words(String, usize),
    /// To the next place, or to the former one; round the end.
    Step {
        /// Whether it is the next.
        is_forward: bool,
    },
    /// The search is over.
    Clear,
}

impl Find {
    /// Whether the reader looks for anything.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// The search after `action`.
    #[must_use]
    pub fn after(&self, action: FindAction) -> Self {
        let mut next = self.clone();
        match action {
            FindAction::Open(opened) => {
                next.report = Some(Searched::new(&opened));
                next.seek(0);
            }
            FindAction::Words(words, from) => {
                next.words = words;
                next.seek(from);
                next.moves = next.moves.wrapping_add(1);
            }
            FindAction::Step { is_forward } => {
                let count = next.places.len();
                next.current = next.current.map(|at| match is_forward {
                    true => (at + 1) % count,
                    false => (at + count - 1) % count,
                });
                next.moves = next.moves.wrapping_add(1);
            }
            FindAction::Clear => {
                next.words.clear();
                next.seek(0);
            }
        }
        next
    }

    fn seek(&mut self, from: usize) {
        self.places = match &self.report {
            Some(report) if self.is_on() => report.find(&self.words).into(),
            _ => Rc::default(),
        };
        let at = self.places.partition_point(|place| place.start < from);
        // From the last place on, the first one is the next.
        self.current = (!self.places.is_empty()).then(|| at % self.places.len());
    }
}

/// A report that can be searched: what that takes is made when it is first asked for. Compared by identity.
#[derive(Clone, Debug)]
pub struct Searched(Rc<(Opened, OnceCell<Searchable>, OnceCell<Vec<SetLine>>)>);

impl PartialEq for Searched {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Searched {
    /// Takes up a report.
    #[must_use]
    pub fn new(opened: &Opened) -> Self {
        Self(Rc::new((opened.clone(), OnceCell::new(), OnceCell::new())))
    }

    /// Makes ready what a search needs.
    pub fn warm(&self) {
        let _ = self.searchable();
        let _ = self.lines();
    }

    /// Every place of `words` in the report's text.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Span> {
        self.searchable().find(words)
    }

    /// The report's text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.0.analysis.report.text
    }

    /// The lines of the text as set, in order.
    #[must_use]
    pub fn lines(&self) -> &[SetLine] {
        self.0.2.get_or_init(|| set_lines(&self.0.0.leaves))
    }

    fn searchable(&self) -> &Searchable {
        self.0.1.get_or_init(|| Searchable::new(self.text()))
    }
}

/// A line of the text as set: one element of the page, marked with the byte at which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetLine {
    /// Its words.
    pub span: Span,
    /// Index of the leaf that it is part of.
    pub leaf: usize,
}

/// The words of a line that was set; empty for an empty one.
#[must_use]
pub fn span_of(line: &Line) -> Span {
    let own = |inline: &Inline| match inline {
        Inline::Words(span) => *span,
        Inline::Mark { inner, .. } | Inline::RunIn { inner, .. } => span_of(inner),
    };
    match (line.first().map(own), line.last().map(own)) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        _ => Span::default(),
    }
}

fn set_lines(leaves: &[Leaf]) -> Vec<SetLine> {
    let mut lines = Vec::new();
    for (leaf, parts) in leaves.iter().map(|leaf| &leaf.parts).enumerate() {
        let mut add = |line: &Line| {
            let span = span_of(line);
            if span.start < span.end {
                lines.push(SetLine { span, leaf });
            }
        };
        for part in parts {
            match part {
                Part::Title(line)
                | Part::Metadata(line)
                | Part::Addressee(line)
                | Part::Heading { line, .. }
                | Part::Paragraph(line)
                | Part::SignOff(line) => add(line),
                Part::Furniture(lines) => lines.iter().for_each(&mut add),
                Part::Table(rows) => {
                    rows.iter().flatten().for_each(|cell: &TableCell| add(&cell.line));
                }
            }
        }
    }
    order::sort_by_key(&mut lines, |line| (order::place(line.span.start), 0));
    lines
}

/// Which of the sorted `spans` touch the bytes from `from` up to `to`.
#[must_use]
pub fn touching(spans: &[Span], from: usize, to: usize) -> std::ops::Range<usize> {
    let start = spans.partition_point(|span| span.end <= from);
    let end = spans.partition_point(|span| span.start < to);
    start..end.max(start)
}

/// Where the part of each of `places` that stands in `line` begins and ends, in characters of the line as shown.
///
/// `places` are in order; those outside are left out. Line breaks are not shown.
#[must_use]
pub fn characters(text: &str, line: Span, places: &[Span]) -> Vec<(usize, usize)> {
    let Some(words) = text.get(line.start..line.end) else { return Vec::new() };
    let mut chars = words.char_indices().filter(|(_, char)| *char != '\n').peekable();
    let mut count = 0;
    let mut until = |byte: usize| {
        while chars.next_if(|(at, _)| line.start + at < byte).is_some() {
            count += 1;
        }
        count
    };
    let inside = places.iter().filter(|place| place.start < line.end && line.start < place.end);
    let pairs = inside.map(|place| (until(place.start), until(place.end)));
    pairs.filter(|(from, to)| from < to).collect()
}

/// A place in the page's text nodes: which node, and how many UTF-16 units into it.
pub type NodePlace = (usize, u32);

/// Where characters of a line stand in the text nodes that show it, whose words `nodes` are.
///
/// `pairs` as [`characters`] gives them. What the nodes do not hold is left out.
#[must_use]
pub fn node_places(nodes: &[String], pairs: &[(usize, usize)]) -> Vec<(NodePlace, NodePlace)> {
    let mut walk =
        Walk { nodes, node: 0, units: 0, count: 0, rest: nodes.first().map_or("", |it| it) };
    let place = |(from, to): &(usize, usize)| Some((walk.to(*from, false)?, walk.to(*to, true)?));
    pairs.iter().map_while(place).collect()
}

/// A walk through text nodes that never turns back.
struct Walk<'a> {
    nodes: &'a [String],
    /// The node, and what of it is still to be walked.
    node: usize,
    rest: &'a str,
    /// UTF-16 units passed in this node.
    units: u32,
    /// Characters passed in all nodes.
    count: usize,
}

impl Walk<'_> {
    /// Goes to the place before the character at `at`, or behind the one before it.
    fn to(&mut self, at: usize, is_end: bool) -> Option<NodePlace> {
        loop {
            let mut chars = self.rest.chars();
            while self.count < at
                && let Some(char) = chars.next()
            {
                self.units += u32::from(u32::from(char) > 0xFFFF) + 1;
                self.count += 1;
            }
            self.rest = chars.as_str();
            if self.count == at && (is_end || !self.rest.is_empty()) {
                return Some((self.node, self.units));
            }
            self.node += 1;
            self.units = 0;
            self.rest = self.nodes.get(self.node)?;
        }
    }
}

#[cfg(test)]
mod tests;
