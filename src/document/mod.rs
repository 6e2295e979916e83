//! Text → document: blocks, front matter, outline, sign-off.

mod agency;
mod body;
mod document_number;
mod front_matter;
mod furniture;
mod heading;
mod line;
mod metadata;
mod number;
mod outline;
mod paragraph;
mod reading;
mod shell;
mod sign_off;
mod table;
mod title;

use serde::{Deserialize, Serialize};

use self::line::Lines;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, SourceCell};
use crate::text::normalize::normalize;
use crate::text::{Mapped, Span};

/// 章节: one heading of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Depth from 1, in the order in which the document first uses each class of number.
    pub level: u8,
    /// 序号 as written, without the closing `、` or `.`. `None` for an unnumbered heading.
    pub number: Option<String>,
    /// The heading without number or closing full stop, simplified.
    pub heading: String,
    /// Number and heading in the report's text.
    pub span: Span,
}

/// A piece of the text in reading order, with what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the report's text.
    pub span: Span,
    /// Index of the section that it belongs to; for a heading, of the section that it opens.
    pub section: Option<usize>,
    /// The cells of a table row, else empty.
    pub cells: Vec<SourceCell>,
}

/// What a [`Block`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Navigation, share bars, footers: what the page around the report shows.
    Furniture,
    /// A line of the metadata block or byline (索引号, 发布日期 …).
    Metadata,
    /// A line of the title.
    Title,
    /// 主送机关.
    Addressee,
    /// A heading on a line of its own.
    Heading,
    /// Running text; when a section's span starts it, that part is a run-in heading.
    Paragraph,
    /// A row of a table; rows that follow each other are one table.
    TableRow,
    /// 落款: signature, date, annotation.
    SignOff,
}

/// 版头与版记: what stands around the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// 标题.
    pub title: Option<String>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// 主送机关.
    pub addressee: Option<String>,
    /// 年度.
    pub year: Option<i32>,
    /// 发文字号.
    pub document_number: Option<String>,
    /// 索引号.
    pub index_number: Option<String>,
    /// 发布日期.
    pub published: Option<String>,
    /// 成文日期.
    pub signed: Option<String>,
}

/// A document, understood as far as its form goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What stands around the body.
    pub front_matter: FrontMatter,
    /// Headings in reading order.
    pub sections: Vec<Section>,
    /// The text cut into blocks.
    pub blocks: Vec<Block>,
    /// The body in one normalized form, a paragraph or table row a line, with the way back to the shown text:
    /// ASCII punctuation and digits, simplified characters, no inserted pinyin, wrapped lines rejoined, stray spaces gone.
    pub reading: Mapped,
    /// The lines of `reading`, in order.
    pub passages: Vec<Passage>,
}

/// A paragraph, heading or table row of the body in its normalized form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in [`Document::reading`].
    pub span: Span,
    /// Index of the section that it belongs to or opens.
    pub section: Option<usize>,
    /// The role of that section.
    pub role: SectionRole,
    /// Length in bytes of the heading that it starts with, number included; 0 when it starts with none.
    pub heading_len: usize,
    /// Cells of a table row in [`Document::reading`], else empty.
    pub cells: Vec<Cell>,
    /// For a table row: whether it opens a new table.
    pub opens_table: bool,
}

/// A table cell of a [`Passage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words in [`Document::reading`].
    pub span: Span,
    /// How many columns it covers, at least 1.
    pub columns: u16,
    /// How many rows it covers, at least 1.
    pub rows: u16,
}

/// What a section is for. Inherited from the parent section where its own heading does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionRole {
    /// 主要举措和成效.
    #[default]
    Results,
    /// 存在的不足和原因.
    Shortcomings,
    /// 党政主要负责人履行第一责任人职责.
    FirstResponsiblePerson,
    /// 下一年度安排: figures here are targets.
    Plan,
    /// 其他需要报告的情况.
    Other,
}

/// Reads the form of a document.
#[must_use]
pub fn parse(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let normal = normalize(&source.text);
    let lines = Lines::new(&source.text, &normal);
    let rows = table::rows(source, &lines);
    let shell = shell::classify(&lines, &rows);
    let kinds = &shell.kinds;
    let body: Vec<usize> = (0..lines.len()).filter(|&index| kinds[index].is_none()).collect();
    let units = paragraph::units(&lines, &body, &rows);
    let body = body::read(&lines, &rows, &units);
    let front_matter = front_matter::read(source, &lines, &shell, &body);
    let (sections, roles) = body.sections(&source.text, front_matter.year, diagnostics);
    let passages = body.passages(&roles);
    let blocks = body.blocks(&lines, kinds, &rows, &units);
    Document { front_matter, sections, blocks, reading: body.reading, passages }
}

/// What each of `n_sections` sections is for.
#[must_use]
pub fn roles(passages: &[Passage], n_sections: usize) -> Vec<SectionRole> {
    let mut roles = vec![SectionRole::default(); n_sections];
    for passage in passages {
        if let Some(role) = passage.section.and_then(|section| roles.get_mut(section)) {
            *role = passage.role;
        }
    }
    roles
}

#[cfg(test)]
mod tests;
