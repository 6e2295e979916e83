//! 排版: blocks, headings and figures of a report → what is set on the page, as nested spans of its text.
//!
//! A figure's words are a mark. Marks may stand in each other or overlap; overlapping ones are cut so that the page's
//! elements nest. Nothing here copies text: every piece is a span of it.

use crate::document::{Block, BlockKind};
use crate::order;
use crate::report::{Analysis, Report};
use crate::text::Span;

/// A stretch of the text that is shown, watched and laid out as one: mostly a section up to the next heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Index of the section that it belongs to.
    pub section: Option<usize>,
    /// What it holds, in reading order.
    pub parts: Vec<Part>,
}

/// A part of the text, set in one way.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A line of the title.
    Title(Line),
    /// A line of metadata.
    Metadata(Line),
    /// 主送机关.
    Addressee(Line),
    /// A heading.
    Heading {
        /// Index of the section that it opens; `None` for a further line of the same heading.
        section: Option<usize>,
        /// Its level from 1.
        level: u8,
        /// Its words.
        line: Line,
    },
    /// Running text.
    Paragraph(Line),
    /// A table.
    Table(Vec<Vec<TableCell>>),
    /// What the page around the report shows.
    Furniture(Vec<Line>),
    /// A line of the signature.
    SignOff(Line),
}

/// A cell of a [`Part::Table`].
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// Its words.
    pub line: Line,
    /// How many columns it covers.
    pub columns: u16,
    /// How many rows it covers.
    pub rows: u16,
    /// Whether it heads a column.
    pub is_head: bool,
}

/// Words and marks in reading order.
pub type Line = Vec<Inline>;

/// A piece of a [`Line`].
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Words(Span),
    /// The words that a figure was read from.
    Mark {
        /// Index of the figure.
        statistic: usize,
        /// The words, with marks inside.
        inner: Line,
    },
    /// A heading that opens a paragraph.
    RunIn {
        /// Index of the section that it opens.
        section: usize,
        /// The words, with marks inside.
        inner: Line,
    },
}

/// A leaf with more parts than this is cut, so that none is slow to lay out.
const MOST_PARTS: usize = 60;
/// Marks nested deeper than this are left out: nobody could tell them apart, and the page's tree would be too deep.
const DEEPEST: usize = 12;

/// Sets the whole text.
#[must_use]
pub fn set(analysis: &Analysis) -> Vec<Leaf> {
    let report = &analysis.report;
    let mut setter = Setter {
        text: &report.text,
        report,
        marks: Marks::new(report),
        leaves: Vec::new(),
        last_heading: None,
    };
    if analysis.blocks.is_empty() {
        setter.lines_as_paragraphs();
    }
    for block in &analysis.blocks {
        setter.block(block);
    }
    setter.leaves
}

struct Setter<'a> {
    text: &'a str,
    report: &'a Report,
    marks: Marks,
    leaves: Vec<Leaf>,
    last_heading: Option<usize>,
}

impl Setter<'_> {
    fn block(&mut self, block: &Block) {
        let span = self.trimmed(block.span);
        let wraps = self.marks.within(block.span);
        if span.start == span.end {
            return;
        }
        let opens = self.opened_section(block, &wraps);
        self.turn_leaf(opens, block.section);
        let part = match block.kind {
            BlockKind::Heading => {
                let wraps = wraps.into_iter().filter(|wrap| !wrap.is_run_in()).collect();
                let level = block
                    .section
                    .and_then(|section| self.report.sections.get(section))
                    .map_or(1, |section| section.level);
                Part::Heading { section: opens, level, line: nest(span, wraps, 0) }
            }
            BlockKind::TableRow => return self.row(block, span, wraps),
            BlockKind::Furniture => return self.furniture(nest(span, wraps, 0)),
            BlockKind::Title => Part::Title(nest(span, wraps, 0)),
            BlockKind::Metadata => Part::Metadata(nest(span, wraps, 0)),
            BlockKind::Addressee => Part::Addressee(nest(span, wraps, 0)),
            BlockKind::Paragraph => Part::Paragraph(nest(span, wraps, 0)),
            BlockKind::SignOff => Part::SignOff(nest(span, wraps, 0)),
        };
        self.push(part);
    }

    /// The section that `block` opens: by its own heading, or by one that runs in.
    fn opened_section(&mut self, block: &Block, wraps: &[Wrap]) -> Option<usize> {
        let own = match block.kind {
            BlockKind::Heading => block.section.filter(|own| *own < self.report.sections.len()),
            _ => wraps.iter().find_map(Wrap::run_in),
        };
        let opens = own.filter(|own| self.last_heading != Some(*own));
        if opens.is_some() {
            self.last_heading = opens;
        }
        opens
    }

    /// Begins a new leaf where a section opens or the present one is full.
    fn turn_leaf(&mut self, opens: Option<usize>, section: Option<usize>) {
        let (is_full, goes_on) = match self.leaves.last() {
            None => (true, false),
            Some(leaf) => {
                // Rows of one table stay together.
                let in_table = matches!(leaf.parts.last(), Some(Part::Table(_)));
                (leaf.parts.len() >= MOST_PARTS && !in_table, true)
            }
        };
        if opens.is_some() || is_full {
            let before = self.leaves.last().and_then(|leaf| leaf.section);
            let section = opens.or(if goes_on { before } else { section });
            self.leaves.push(Leaf { section, parts: Vec::new() });
        }
    }

    fn push(&mut self, part: Part) {
        if let Some(leaf) = self.leaves.last_mut() {
            leaf.parts.push(part);
        }
    }

    fn row(&mut self, block: &Block, span: Span, wraps: Vec<Wrap>) {
        let mut cells: Vec<(Span, u16, u16)> =
            block.cells.iter().map(|cell| (cell.span, cell.columns, cell.rows)).collect();
        if cells.is_empty() {
            cells = self.split_by_tabs(span);
        }
        let is_first =
            !matches!(self.leaves.last().and_then(|leaf| leaf.parts.last()), Some(Part::Table(_)));
        let has_digit = self.words(span).bytes().any(|byte| byte.is_ascii_digit());
        let is_head = is_first && !has_digit && cells.len() > 1;
        let row = cells.into_iter().map(|(span, columns, rows)| {
            let span = self.trimmed(span);
            let line = nest(span, clipped(&wraps, span), 0);
            TableCell { line, columns: columns.max(1), rows: rows.max(1), is_head }
        });
        let row: Vec<TableCell> = row.collect();
        match self.leaves.last_mut().and_then(|leaf| leaf.parts.last_mut()) {
            Some(Part::Table(rows)) => rows.push(row),
            _ => self.push(Part::Table(vec![row])),
        }
    }

    fn split_by_tabs(&self, span: Span) -> Vec<(Span, u16, u16)> {
        let mut start = span.start;
        let cells = self.words(span).split('\t').map(|cell| {
            let span = Span::new(start, start + cell.len());
            start = span.end + 1;
            (span, 1, 1)
        });
        cells.collect()
    }

    fn furniture(&mut self, line: Line) {
        match self.leaves.last_mut().and_then(|leaf| leaf.parts.last_mut()) {
            Some(Part::Furniture(lines)) => lines.push(line),
            _ => self.push(Part::Furniture(vec![line])),
        }
    }

    /// A text whose form was not understood is still shown, line by line.
    fn lines_as_paragraphs(&mut self) {
        let mut start = 0;
        let text = self.text;
        for line in text.split('\n') {
            let whole = Span::new(start, start + line.len());
            start = whole.end + 1;
            let wraps = self.marks.within(whole);
            let span = self.trimmed(whole);
            if span.start < span.end {
                let opens = wraps.iter().find_map(Wrap::run_in);
                self.turn_leaf(opens, None);
                self.push(Part::Paragraph(nest(span, wraps, 0)));
            }
        }
    }

    fn words(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Without the spaces around it: indents are a matter of style here.
    fn trimmed(&self, span: Span) -> Span {
        let words = self.words(span);
        let start = span.start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// A span that is to become an element.
#[derive(Clone, Copy, Debug)]
struct Wrap {
    span: Span,
    kind: WrapKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WrapKind {
    RunIn(usize),
    Mark(usize),
}

impl Wrap {
    fn is_run_in(&self) -> bool {
        self.run_in().is_some()
    }

    fn run_in(&self) -> Option<usize> {
        match self.kind {
            WrapKind::RunIn(section) => Some(section),
            WrapKind::Mark(_) => None,
        }
    }

    /// Outer before inner, earlier before later.
    fn order(&self) -> (u64, u64) {
        let kind = u64::from(!self.is_run_in());
        (order::place(self.span.start), u64::MAX - (order::place(self.span.end) << 1) + kind)
    }
}

/// All marks and headings in reading order, given out block by block.
struct Marks {
    sorted: Vec<Wrap>,
    next: usize,
    /// Those that reach beyond the blocks seen so far.
    open: Vec<Wrap>,
}

impl Marks {
    fn new(report: &Report) -> Self {
        let is_sound = |span: Span| span.start < span.end && !report.words(span).is_empty();
        let sections = report
            .sections
            .iter()
            .enumerate()
            .map(|(idx, section)| Wrap { span: section.span, kind: WrapKind::RunIn(idx) });
        let statistics = report
            .statistics
            .iter()
            .enumerate()
            .map(|(idx, statistic)| Wrap { span: statistic.span, kind: WrapKind::Mark(idx) });
        let mut sorted: Vec<Wrap> =
            sections.chain(statistics).filter(|wrap| is_sound(wrap.span)).collect();
        order::sort_by_key(&mut sorted, Wrap::order);
        Self { sorted, next: 0, open: Vec::new() }
    }

    /// What stands in `block`, cut to it. Blocks are asked for in reading order.
    fn within(&mut self, block: Span) -> Vec<Wrap> {
        while let Some(wrap) = self.sorted.get(self.next)
            && wrap.span.start < block.end
        {
            self.open.push(*wrap);
            self.next += 1;
        }
        let inside = clipped(&self.open, block);
        self.open.retain(|wrap| wrap.span.end > block.end);
        inside
    }
}

fn clipped(wraps: &[Wrap], to: Span) -> Vec<Wrap> {
    let clip = |wrap: &Wrap| {
        let span = Span::new(wrap.span.start.max(to.start), wrap.span.end.min(to.end));
        (span.start < span.end).then_some(Wrap { span, ..*wrap })
    };
    let mut inside: Vec<Wrap> = wraps.iter().filter_map(clip).collect();
    order::sort_by_key(&mut inside, Wrap::order);
    inside
}

/// Cuts `range` into words and elements that nest; `wraps` are in [`Wrap::order`].
fn nest(range: Span, wraps: Vec<Wrap>, depth: usize) -> Line {
    let mut line = Vec::new();
    let mut at = range.start;
    let mut queue = std::collections::VecDeque::from(clipped(&wraps, range));
    if depth >= DEEPEST {
        queue.clear();
    }
    while let Some(outer) = queue.pop_front() {
        if at < outer.span.start {
            line.push(Inline::Words(Span::new(at, outer.span.start)));
        }
        let mut inside = Vec::new();
        let mut beyond = Vec::new();
        while let Some(next) = queue.front()
            && next.span.start < outer.span.end
        {
            inside.push(Wrap {
                span: Span::new(next.span.start, next.span.end.min(outer.span.end)),
                ..*next
            });
            if next.span.end > outer.span.end {
                beyond.push(Wrap { span: Span::new(outer.span.end, next.span.end), ..*next });
            }
            queue.pop_front();
        }
        order::sort_by_key(&mut beyond, Wrap::order);
        for wrap in beyond.into_iter().rev() {
            queue.push_front(wrap);
        }
        let inner = nest(outer.span, inside, depth + 1);
        line.push(match outer.kind {
            WrapKind::RunIn(section) => Inline::RunIn { section, inner },
            WrapKind::Mark(statistic) => Inline::Mark { statistic, inner },
        });
        at = outer.span.end;
    }
    if at < range.end {
        line.push(Inline::Words(Span::new(at, range.end)));
    }
    line
}

#[cfg(test)]
mod tests;
