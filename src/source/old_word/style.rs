//! Styles of paragraphs ([MS-DOC] 2.9.271): which list a paragraph is numbered in because of its style.

use super::bytes::{short, slice};
use super::property::Paragraph;

/// Styles that a document may have ([MS-DOC]: a number of twelve bits).
const MAX_STYLES: usize = 4096;

/// Styles that are based on each other, one on the next: a style that is based on itself.
const MAX_DEPTH: usize = 12;

/// The styles of a document by their number.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
}

#[derive(Debug, Default)]
struct Style {
    base: u16,
    paragraph: Paragraph,
}

impl Styles {
    /// Reads the style sheet.
    pub(super) fn read(table: &[u8]) -> Self {
        let mut styles = Vec::new();
        let head = short(table, 0).map_or(0, usize::from);
        let base_length = short(table, 4).map_or(10, usize::from);
        let mut at = 2 + head;
        while styles.len() < MAX_STYLES
            && let Some(length) = short(table, at).map(usize::from)
        {
            let style = slice(table, at + 2, length);
            styles
                .push(style.and_then(|style| Style::read(style, base_length)).unwrap_or_default());
            at += 2 + length + length % 2;
        }
        Self { styles }
    }

    /// The list of a style and the level in it, its own or those of the style that it is based on.
    pub(super) fn list(&self, style: u16) -> (Option<u16>, Option<u8>) {
        let (mut list, mut level) = (None, None);
        let mut next = style;
        for _ in 0..MAX_DEPTH {
            let Some(style) = self.styles.get(usize::from(next)) else { break };
            list = list.or(style.paragraph.list);
            level = level.or(style.paragraph.level);
            next = style.base;
        }
        (list, level)
    }
}

impl Style {
    fn read(style: &[u8], base_length: usize) -> Option<Self> {
        let kind = short(style, 2)?;
        let base = kind >> 4;
        if kind & 0xf != 1 {
            return Some(Self { base, paragraph: Paragraph::default() });
        }
        let name = usize::from(short(style, base_length)?);
        let at = base_length + 2 + name * 2 + 2;
        let at = at + at % 2;
        let length = usize::from(short(style, at)?);
        // The changes stand behind the style's own number.
        let list = slice(style, at + 2, length)?.get(2..)?;
        Some(Self { base, paragraph: Paragraph::of_style(list) })
    }
}
