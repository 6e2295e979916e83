//! A run of text of its own, such as the body, a cell or a text box: its paragraphs as lines, in order.

use super::field::Fields;
use super::styles::Style;
use crate::source::html::Page;
use crate::source::sheet::{Sheet, SheetCell};

/// A piece of a text.
#[derive(Debug)]
pub(super) enum Block {
    /// A paragraph; it may have line ends in it.
    Line(String),
    /// A table of data.
    Table(Vec<Vec<SheetCell>>),
    /// A web page that was put into the document.
    Page(Page),
}

impl Block {
    /// Whether it is a line without words.
    pub(super) fn is_blank_line(&self) -> bool {
        matches!(self, Self::Line(words) if words.trim().is_empty())
    }
}

/// A run of text while it is read.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// What has been read.
    pub(super) blocks: Vec<Block>,
    /// The words of the open paragraph.
    pub(super) words: String,
    /// What is said about it.
    pub(super) paragraph: Paragraph,
    /// What is said about its open run.
    pub(super) run: Run,
    /// Text boxes anchored in it; they stand behind it.
    pub(super) boxes: Vec<Block>,
    pub(super) fields: Fields,
    /// Whether the next paragraph goes on with this one, whose mark is gone.
    pub(super) joins: bool,
    /// Exponents that are open.
    pub(super) n_superscripts: usize,
}

/// What is said about a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    /// The list that it names itself; 0 for none.
    pub(super) list: Option<i64>,
    /// The level in it.
    pub(super) level: Option<usize>,
    /// Whether its mark is deleted or hidden, or its words are a large initial: the next paragraph goes on with it.
    pub(super) joins_next: bool,
}

impl Paragraph {
    /// Its list and the level in it.
    pub(super) fn list(&self) -> Option<(i64, usize)> {
        let inherited = self.style.list;
        let list = self.list.or(inherited.map(|(list, _)| list)).filter(|list| *list > 0)?;
        Some((list, self.level.or(inherited.map(|(_, level)| level)).unwrap_or_default()))
    }
}

/// What is said about a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// Whether its character style hides it.
    pub(super) is_hidden_by_style: bool,
    /// Whether it says itself that it is hidden or shown.
    pub(super) is_hidden: Option<bool>,
    /// Whether it is a prompt to write something.
    pub(super) is_prompt: bool,
    pub(super) is_superscript: bool,
}

impl Flow {
    /// Whether what stands here is shown.
    pub(super) fn shows(&self) -> bool {
        // A switch in both styles switches off again.
        let by_style = self.paragraph.style.is_hidden ^ self.run.is_hidden_by_style;
        self.fields.shows() && !self.run.is_prompt && !self.run.is_hidden.unwrap_or(by_style)
    }

    /// Adds words to the paragraph.
    pub(super) fn put(&mut self, words: &str) {
        if self.run.is_superscript || self.n_superscripts > 0 {
            // Set as usual, an exponent would be digits of the number before it.
            self.words.extend(words.chars().map(superscript));
        } else {
            self.words.push_str(words);
        }
    }

    /// Ends the paragraph, which begins with `number`.
    pub(super) fn end_line(&mut self, number: &str) {
        let words = std::mem::take(&mut self.words);
        if !number.is_empty() || !words.trim().is_empty() {
            // White space before the first word is indentation.
            let words = words.trim_start_matches(if number.is_empty() { is_tab } else { is_space });
            self.blocks.push(Block::Line(format!("{number}{words}")));
        } else if self.blocks.last().is_some_and(|block| !block.is_blank_line()) {
            self.blocks.push(Block::Line(String::new()));
        }
        self.blocks.append(&mut self.boxes);
        self.joins = false;
    }
}

const fn is_tab(char: char) -> bool {
    matches!(char, '\t')
}

fn is_space(char: char) -> bool {
    char.is_whitespace()
}

fn superscript(char: char) -> char {
    match char {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => {
            char::from_u32(u32::from(char) - u32::from('4') + u32::from('⁴')).unwrap_or(char)
        }
        _ => char,
    }
}

/// Writes the pieces to `sheet`.
pub(super) fn write(blocks: Vec<Block>, sheet: &mut Sheet) {
    for block in blocks {
        match block {
            Block::Line(words) => sheet.put_paragraph(&words),
            Block::Table(rows) => sheet.put_table(&rows),
            Block::Page(page) => sheet.put_text(&page.text, page.tables),
        }
    }
}
