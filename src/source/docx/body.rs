//! WordprocessingML → pieces of text, in one pass and without recursion.

use std::collections::{HashMap, HashSet};
use std::mem;

use super::flow::{Block, Flow, Paragraph, Run};
use super::numbering::{Counts, Numbering};
use super::open::Open;
use super::package::Package;
use super::styles::Styles;
use super::table::{CellSpan, TableBuilder};
use crate::source::limit::MAX_FLOWS;
use crate::source::xml::{Element, Token, Xml};
use crate::source::{Loss, LossKind, LossPlace, symbol};

/// What a part says.
#[derive(Debug, Default)]
pub(super) struct BodyText {
    /// Its text; empty for a part of notes.
    pub(super) blocks: Vec<Block>,
    /// For a part of notes the text of each, by id.
    pub(super) notes: Notes,
    pub(super) losses: Vec<Loss>,
    /// Whether the part stops being XML.
    pub(super) is_damaged: bool,
    /// Whether a table of contents began and did not end, so that the text behind it is missing.
    pub(super) misses_text: bool,
}

/// Texts of notes, by id.
pub(super) type Notes = HashMap<String, Vec<Block>>;

/// What a document has for its parts of text.
pub(super) struct Context<'c> {
    pub(super) package: &'c Package<'c, 'c>,
    pub(super) styles: &'c Styles,
    pub(super) numbering: &'c Numbering,
    /// Whether tables of contents are read like other text.
    pub(super) keeps_contents: bool,
}

/// A part while it is read.
pub(super) struct Body<'c> {
    pub(super) context: &'c Context<'c>,
    /// The innermost run of text, and those around it, outermost first.
    pub(super) flow: Flow,
    outer: Vec<Flow>,
    /// Elements that are open, outermost first.
    pub(super) open: Vec<Open>,
    /// Elements that are open in one that is left out, itself included.
    n_skipped: usize,
    /// Tables that are open, with the number of runs of text around each.
    tables: Vec<(usize, TableBuilder)>,
    /// Text boxes that are open; they count their lists apart.
    n_boxes: usize,
    /// Controls that are open and show prompts to write something.
    pub(super) n_prompts: usize,
    counts: Counts,
    box_counts: Counts,
    pub(super) footnotes: Notes,
    pub(super) endnotes: Notes,
    /// Footnotes of the open paragraph or table; they stand behind it.
    pub(super) notes_behind: Vec<Block>,
    /// Endnotes; they stand behind everything.
    pub(super) notes_at_end: Vec<Block>,
    losses: Vec<Loss>,
    lost: HashSet<(LossKind, Option<String>)>,
    /// Texts of other formats that have been read.
    pub(super) chunks: HashSet<String>,
    read_notes: Notes,
    note_id: Option<String>,
    misses_text: bool,
}

impl<'c> Body<'c> {
    /// Reads a part. `footnotes` and `endnotes` are those that it may refer to.
    pub(super) fn read(
        text: &str,
        context: &'c Context<'c>,
        footnotes: Notes,
        endnotes: Notes,
    ) -> BodyText {
        let mut body = Self {
            context,
            flow: Flow::default(),
            outer: Vec::new(),
            open: Vec::new(),
            n_skipped: 0,
            tables: Vec::new(),
            n_boxes: 0,
            n_prompts: 0,
            counts: Counts::default(),
            box_counts: Counts::default(),
            footnotes,
            endnotes,
            notes_behind: Vec::new(),
            notes_at_end: Vec::new(),
            losses: Vec::new(),
            lost: HashSet::new(),
            chunks: HashSet::new(),
            read_notes: Notes::new(),
            note_id: None,
            misses_text: false,
        };
        let mut xml = Xml::new(text);
        while let Some(token) = xml.next_token() {
            match token {
                Token::Start(element) => body.start(&element),
                Token::End => body.end(),
                Token::Text(words) => body.put_text(&words),
            }
        }
        body.finish(xml.is_damaged())
    }

    fn finish(mut self, is_damaged: bool) -> BodyText {
        // What is open where the part breaks off.
        self.n_skipped = 0;
        while !self.open.is_empty() {
            self.end();
        }
        let mut blocks = self.end_flow_text();
        blocks.append(&mut self.notes_behind);
        blocks.append(&mut self.notes_at_end);
        BodyText {
            blocks,
            notes: self.read_notes,
            losses: self.losses,
            is_damaged,
            misses_text: self.misses_text,
        }
    }

    fn put_text(&mut self, words: &str) {
        if self.n_skipped > 0 {
            return;
        }
        match self.open.last() {
            Some(Open::Words { .. }) if words.contains(symbol::is_private) => {
                self.put_private(words);
            }
            Some(Open::Words { .. }) => self.flow.put(words),
            Some(Open::Instruction) => self.flow.fields.instruct(words),
            _ => {}
        }
    }

    /// Adds words with characters that mean what their font makes of them.
    fn put_private(&mut self, words: &str) {
        let known = |char| symbol::guess(char).unwrap_or(char);
        let words: String = words.chars().map(known).collect();
        if words.contains(symbol::is_private) {
            self.lose(LossKind::UnknownCharacters, None);
        }
        self.flow.put(&words);
    }

    fn start(&mut self, element: &Element<'_>) {
        if self.n_skipped > 0 {
            self.n_skipped += 1;
            return;
        }
        match self.start_element(element) {
            Some(open) => self.open.push(open),
            None => self.n_skipped = 1,
        }
    }

    fn end(&mut self) {
        if self.n_skipped > 0 {
            self.n_skipped -= 1;
            return;
        }
        match self.open.pop() {
            Some(Open::Paragraph) => self.end_paragraph(),
            Some(Open::Run) => self.flow.run = Run::default(),
            Some(Open::Words { start, is_trimmed }) => self.end_words(start, is_trimmed),
            Some(Open::Table) => self.end_table(),
            Some(Open::Row { is_dropped }) => {
                if let Some((_, table)) = self.tables.last_mut() {
                    table.close_row(is_dropped);
                }
            }
            Some(Open::Cell { span, is_dropped }) => {
                let blocks = self.close_flow();
                if let Some((_, table)) = self.tables.last_mut().filter(|_| !is_dropped) {
                    table.put_cell(span, blocks);
                }
            }
            Some(Open::TextBox) => {
                self.n_boxes = self.n_boxes.saturating_sub(1);
                let mut blocks = self.close_flow();
                self.flow.boxes.append(&mut blocks);
            }
            Some(Open::Note) => {
                let mut blocks = self.close_flow();
                // The mark of the note has gone, the gap behind it must go as well.
                if let Some(Block::Line(words)) = blocks.first_mut() {
                    *words = words.trim_start().to_owned();
                }
                self.read_notes.extend(self.note_id.take().map(|id| (id, blocks)));
            }
            Some(Open::Superscript) => {
                self.flow.n_superscripts = self.flow.n_superscripts.saturating_sub(1);
            }
            Some(Open::Control { is_prompt: true, .. }) => {
                self.n_prompts = self.n_prompts.saturating_sub(1);
            }
            Some(Open::Numerator) => self.flow.put("/"),
            _ => {}
        }
    }

    /// Words lose the white space around them unless the file says that it counts; line ends in them are none.
    fn end_words(&mut self, start: usize, is_trimmed: bool) {
        let is_blank = |char: char| matches!(char, ' ' | '\t' | '\n' | '\r');
        let Some(words) = self.flow.words.get(start..) else { return };
        let has_ends = words.contains(['\n', '\r']);
        let is_trimmed = is_trimmed && words.trim_matches(is_blank).len() < words.len();
        if !has_ends && !is_trimmed {
            return;
        }
        let kept = if is_trimmed { words.trim_matches(is_blank) } else { words };
        let kept = kept.replace(['\n', '\r'], " ");
        self.flow.words.truncate(start);
        self.flow.words.push_str(&kept);
    }

    /// Starts a paragraph.
    pub(super) fn start_paragraph(&mut self) {
        if !self.flow.joins && !self.flow.words.is_empty() {
            self.flush_paragraph();
        }
        self.flow.joins = false;
        self.flow.run = Run::default();
        let style = self.context.styles.get(None);
        self.flow.paragraph = Paragraph { style, ..Paragraph::default() };
    }

    fn end_paragraph(&mut self) {
        self.flow.fields.end_paragraph();
        if self.flow.paragraph.joins_next {
            self.flow.joins = true;
            return;
        }
        self.flush_paragraph();
    }

    fn flush_paragraph(&mut self) {
        let list = self.flow.paragraph.list();
        // Entries of a table of contents are not shown, so that they do not count either.
        let list = list.filter(|_| !self.flow.fields.is_in_contents());
        let number = list.and_then(|(list, level)| {
            let counts = if self.n_boxes > 0 { &mut self.box_counts } else { &mut self.counts };
            self.context.numbering.next(list, level, counts)
        });
        self.flow.end_line(&number.unwrap_or_default());
        self.put_notes_behind();
    }

    fn put_notes_behind(&mut self) {
        if self.outer.is_empty() {
            self.flow.blocks.append(&mut self.notes_behind);
        }
    }

    /// Ends the innermost run of text and gives it.
    fn end_flow_text(&mut self) -> Vec<Block> {
        if !self.flow.words.is_empty() || !self.flow.boxes.is_empty() {
            self.flush_paragraph();
        }
        self.misses_text |= self.flow.fields.is_in_contents();
        mem::take(&mut self.flow.blocks)
    }

    fn open_flow(&mut self) {
        self.outer.push(mem::take(&mut self.flow));
    }

    fn close_flow(&mut self) -> Vec<Block> {
        let blocks = self.end_flow_text();
        self.flow = self.outer.pop().unwrap_or_default();
        blocks
    }

    /// Starts a text box.
    pub(super) fn start_box(&mut self) -> Open {
        if self.outer.len() >= MAX_FLOWS {
            return Open::Plain;
        }
        self.n_boxes += 1;
        self.open_flow();
        Open::TextBox
    }

    /// Starts a footnote or endnote in a part of notes.
    pub(super) fn start_note(&mut self, element: &Element<'_>) -> Option<Open> {
        // Lines that part the notes from the text are notes, too.
        let is_text = element.attribute("type").is_none_or(|kind| kind == "normal");
        if !is_text || self.note_id.is_some() {
            return None;
        }
        self.note_id = element.attribute("id").map(std::borrow::Cow::into_owned);
        self.open_flow();
        Some(Open::Note)
    }

    /// Starts a table.
    pub(super) fn start_table(&mut self) -> Open {
        if !self.flow.words.is_empty() {
            self.flush_paragraph();
        }
        if self.outer.len() >= MAX_FLOWS {
            return Open::Plain;
        }
        self.tables.push((self.outer.len(), TableBuilder::default()));
        Open::Table
    }

    fn end_table(&mut self) {
        let Some((_, table)) = self.tables.pop() else { return };
        let mut blocks = table.finish();
        self.flow.blocks.append(&mut blocks);
        self.put_notes_behind();
    }

    /// The table whose rows stand directly in this run of text.
    pub(super) fn table(&mut self) -> Option<&mut TableBuilder> {
        let n_outer = self.outer.len();
        self.tables.last_mut().filter(|(depth, _)| *depth == n_outer).map(|(_, table)| table)
    }

    /// Starts a row.
    pub(super) fn start_row(&mut self) -> Open {
        let Some(table) = self.table() else { return Open::Plain };
        table.open_row();
        Open::Row { is_dropped: false }
    }

    /// Starts a cell.
    pub(super) fn start_cell(&mut self) -> Open {
        if !self.table().is_some_and(|table| table.has_row()) {
            return Open::Plain;
        }
        self.open_flow();
        Open::Cell { span: CellSpan::default(), is_dropped: false }
    }

    /// Notes what is not read, once for each part that holds it.
    pub(super) fn lose(&mut self, kind: LossKind, part: Option<String>) {
        if self.lost.insert((kind, part.clone())) {
            let place = part.map_or(LossPlace::Document, LossPlace::Part);
            self.losses.push(Loss { kind, place });
        }
    }
}
