//! A report as its parts, for writers that make files of other formats of it.

use std::path::Path;

use fajian::document::{Block, BlockKind};
use fajian::source::NativeDecoder;
use fajian::{Report, analyze};

/// A report that other formats are made of.
#[derive(Clone, Debug)]
pub struct Manuscript {
    /// Its name, without an ending.
    pub name: String,
    /// What the core reads in the text: every other format has to give the same.
    pub report: Report,
    /// Its parts in reading order.
    pub parts: Vec<Part>,
}

/// A piece of a report, as an office sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A line of what stands around the report: navigation, metadata, footers.
    Around(String),
    /// The title.
    Title(String),
    /// A line that starts at the margin: to whom the report is addressed.
    Flush(String),
    /// A heading on a line of its own.
    Heading(Item),
    /// A paragraph.
    Paragraph(Item),
    /// A table: rows of cells.
    Table(Vec<Vec<String>>),
    /// A line of the signature.
    Closing(String),
}

/// Words that may begin with a number of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The depth of the section that they open, from 1; `None` when they open none.
    pub level: Option<u8>,
    /// All of the words, the number included.
    pub words: String,
}

impl Manuscript {
    /// The manuscript of a report in a text file.
    ///
    /// The parts follow what the core makes of the text: a writer needs to know what is a heading, not whether it is
    /// one rightly.
    ///
    /// # Panics
    /// When the file cannot be read.
    #[must_use]
    pub fn read(path: &Path, name: &str) -> Self {
        let bytes =
            std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let analysis = analyze(&bytes, name, &NativeDecoder)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let report = analysis.report;
        let mut parts = Vec::new();
        let mut sections_begun = 0;
        for block in &analysis.blocks {
            let words = clean(report.words(block.span));
            if words.is_empty() {
                continue;
            }
            if block.kind == BlockKind::TableRow {
                let cells = block.cells.iter().map(|cell| clean(report.words(cell.span)));
                push_row(&mut parts, cells.collect());
                continue;
            }
            // A heading in two blocks, or a paragraph with several run-in headings, opens what it begins with.
            let opened = block.section.filter(|section| {
                let begin = report.sections[*section].span.start;
                *section >= sections_begun && block.span.start <= begin && begin < block.span.end
            });
            if let Some(section) = opened {
                sections_begun = section + 1;
            }
            let level = opened.map(|section| report.sections[section].level);
            parts.push(part(block, words, level));
        }
        Self { name: name.to_owned(), report, parts }
    }

    /// The title, or the name where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.report.title.as_deref().unwrap_or(&self.name)
    }
}

fn part(block: &Block, words: String, level: Option<u8>) -> Part {
    match block.kind {
        BlockKind::Title => Part::Title(words),
        BlockKind::Addressee => Part::Flush(words),
        BlockKind::Heading => Part::Heading(Item { level, words }),
        BlockKind::SignOff => Part::Closing(words),
        BlockKind::Furniture | BlockKind::Metadata => Part::Around(words),
        BlockKind::Paragraph | BlockKind::TableRow => Part::Paragraph(Item { level, words }),
    }
}

/// Puts a row to the table that it goes on, or begins one.
fn push_row(parts: &mut Vec<Part>, cells: Vec<String>) {
    // The line between head and body that texts draw with dashes is no row anywhere else.
    if cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|char| char == '-')) {
        return;
    }
    match parts.last_mut() {
        Some(Part::Table(rows)) => rows.push(cells),
        _ => parts.push(Part::Table(vec![cells])),
    }
}

/// Words without the white space around them, on one line.
fn clean(words: &str) -> String {
    words.trim().replace('\n', "")
}
