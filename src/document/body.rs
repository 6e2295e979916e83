//! 正文: the body's paragraphs in their reading form, with headings, blocks and passages.

use super::heading::{self, Candidate, Heading};
use super::line::Lines;
use super::outline;
use super::paragraph::{self, Unit};
use super::reading;
use super::table::Row;
use super::{Block, BlockKind, Cell, Passage, Section, SectionRole};
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::order;
use crate::text::{Mapped, Span};

/// The body, read.
pub(super) struct Body {
    /// Its text in the reading form, over the shown text.
    pub(super) reading: Mapped,
    /// Its paragraphs, in order.
    pub(super) paragraphs: Vec<Paragraph>,
}

/// A paragraph, heading or table row.
pub(super) struct Paragraph {
    /// Where it stands in the reading form.
    pub(super) span: Span,
    /// The heading that it starts with.
    pub(super) heading: Option<Heading>,
    /// Index of the section that it belongs to or opens.
    section: Option<usize>,
    cells: Vec<Cell>,
    is_row: bool,
    opens_table: bool,
}

/// Brings the body into its reading form and finds its headings.
pub(super) fn read(lines: &Lines<'_>, rows: &[Option<Row>], units: &[Unit<'_>]) -> Body {
    let mut text = Mapped::with_capacity(lines.normal.text.len());
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(units.len());
    let mut gaps: Vec<Option<usize>> = Vec::with_capacity(units.len());
    let mut before: Option<usize> = None;
    let mut pieces: Vec<Span> = Vec::new();
    for unit in units {
        let first = unit.lines[0];
        let row = rows[first].as_ref().filter(|_| unit.is_row);
        let (span, cells) = match row {
            Some(row) => append_row(&mut text, lines, row),
            None => {
                pieces.clear();
                pieces.extend(unit.lines.iter().map(|&index| lines.all[index].normal));
                (reading::append(&mut text, lines, &pieces), Vec::new())
            }
        };
        let gap = gap_behind_heading(lines, first).filter(|_| row.is_none());
        gaps.push(gap.map(|place| text.rewritten(place).saturating_sub(span.start)));
        text.push_mark('\n');
        let follows = before.is_some_and(|before| before + 1 == first && rows[before].is_some());
        let opens_table = row.is_some_and(|row| row.opens || !follows);
        before = unit.lines.last().copied();
        paragraphs.push(Paragraph {
            span,
            heading: None,
            section: None,
            cells,
            is_row: row.is_some(),
            opens_table,
        });
    }
    let candidates: Vec<Candidate<'_>> = paragraphs
        .iter()
        .zip(&gaps)
        .map(|(paragraph, &gap)| Candidate {
            words: &text.text[paragraph.span.start..paragraph.span.end],
            is_row: paragraph.is_row,
            gap,
        })
        .collect();
    let mut section = None;
    for (paragraph, heading) in paragraphs.iter_mut().zip(heading::headings(&candidates)) {
        if heading.is_some() {
            section = Some(section.map_or(0, |section| section + 1));
        }
        paragraph.heading = heading;
        paragraph.section = section;
    }
    Body { reading: text.over(lines.normal), paragraphs }
}

/// Where the text goes on behind a heading that a wide gap sets apart on its line: `(一)加强领导　全年…`.
fn gap_behind_heading(lines: &Lines<'_>, line: usize) -> Option<usize> {
    let words = lines.words(line);
    let number = lines.number(line)?;
    let rest = &words[number.len..];
    let start = lines.all[line].normal.start + number.len;
    let gap = rest.find([' ', '。', ';']).filter(|&gap| rest[gap..].starts_with(' '))?;
    let end = gap + rest[gap..].len() - rest[gap..].trim_start_matches(' ').len();
    let origin = lines.normal.original(Span::new(start + gap, start + end));
    let is_wide = end - gap > 1 || lines.shown[origin.start..origin.end].contains('\u{3000}');
    is_wide.then_some(start + end)
}

fn append_row(text: &mut Mapped, lines: &Lines<'_>, row: &Row) -> (Span, Vec<Cell>) {
    let start = text.text.len();
    let mut cells = Vec::with_capacity(row.cells.len());
    for (index, cell) in row.cells.iter().enumerate() {
        if index > 0 {
            text.push_mark('\t');
        }
        let from = lines.normal.rewritten(cell.span.start);
        let to = lines.normal.rewritten(cell.span.end).max(from);
        let span = reading::append(text, lines, &[Span::new(from, to)]);
        cells.push(Cell { span, columns: cell.columns, rows: cell.rows });
    }
    (Span::new(start, text.text.len()), cells)
}

impl Body {
    /// The words of a paragraph in the reading form.
    pub(super) fn words(&self, paragraph: &Paragraph) -> &str {
        &self.reading.text[paragraph.span.start..paragraph.span.end]
    }

    /// The sections with their roles, in reading order.
    pub(super) fn sections(
        &self,
        shown: &str,
        year: Option<i32>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (Vec<Section>, Vec<SectionRole>) {
        let opening: Vec<(&Paragraph, Heading)> = self
            .paragraphs
            .iter()
            .filter_map(|paragraph| Some((paragraph, paragraph.heading?)))
            .collect();
        let headings: Vec<Heading> = opening.iter().map(|&(_, heading)| heading).collect();
        let mut roles: Vec<SectionRole> = Vec::with_capacity(headings.len());
        let mut sections = Vec::with_capacity(headings.len());
        let mut near = 0;
        for (&(paragraph, heading), place) in opening.iter().zip(outline::places(&headings)) {
            let start = paragraph.span.start;
            let number_len = heading.number.map_or(0, |number| number.len);
            let words = &self.reading.text[start + number_len..start + heading.len];
            let inherited =
                place.parent.and_then(|parent| roles.get(parent).copied()).unwrap_or_default();
            roles.push(outline::role(words, place.level, inherited, year));
            let span =
                self.reading.original_behind(Span::new(start, start + heading.len), &mut near);
            if place.gap {
                diagnostics.push(Diagnostic { code: DiagnosticCode::HeadingGap, span });
            }
            let number = heading.number.map(|number| {
                let written = Span::new(start, start + number.written);
                let span = self.reading.original_behind(written, &mut near);
                shown[span.start..span.end].chars().filter(|char| !char.is_whitespace()).collect()
            });
            let from = heading.len - words.trim_start().len();
            let trimmed = Span::new(start + from, start + from + words.trim().len());
            let heading = reading::as_printed(&self.reading, shown, trimmed, &mut near);
            sections.push(Section { level: place.level, number, heading, span });
        }
        (sections, roles)
    }

    /// The passages, with the role of each section.
    pub(super) fn passages(&self, roles: &[SectionRole]) -> Vec<Passage> {
        let passage = |paragraph: &Paragraph| Passage {
            span: paragraph.span,
            section: paragraph.section,
            role: paragraph
                .section
                .and_then(|section| roles.get(section).copied())
                .unwrap_or_default(),
            heading_len: paragraph.heading.map_or(0, |heading| heading.len),
            cells: paragraph.cells.clone(),
            opens_table: paragraph.opens_table,
        };
        self.paragraphs.iter().map(passage).collect()
    }

    /// The blocks of the whole text: the body's, and those of the lines around it.
    pub(super) fn blocks(
        &self,
        lines: &Lines<'_>,
        kinds: &[Option<BlockKind>],
        rows: &[Option<Row>],
        units: &[Unit<'_>],
    ) -> Vec<Block> {
        let around = kinds.iter().zip(&lines.all).filter_map(|(kind, line)| {
            Some(Block { kind: (*kind)?, span: line.shown, section: None, cells: Vec::new() })
        });
        let mut blocks: Vec<Block> = around.collect();
        for (unit, paragraph) in units.iter().zip(&self.paragraphs) {
            let kind = match paragraph.heading {
                _ if paragraph.is_row => BlockKind::TableRow,
                Some(heading) if heading.own_line => BlockKind::Heading,
                _ => BlockKind::Paragraph,
            };
            let cells =
                || rows[unit.lines[0]].as_ref().map_or_else(Vec::new, |row| row.cells.clone());
            for span in paragraph::shown_spans(lines, unit) {
                let cells = if paragraph.is_row { cells() } else { Vec::new() };
                blocks.push(Block { kind, span, section: paragraph.section, cells });
            }
        }
        order::sort_by_key(&mut blocks, |block| (order::place(block.span.start), 0));
        blocks
    }
}
