//! HTML → text: a line a block, a line a table row, without what is not shown and without the page's furniture.
//!
//! Reads tags as the HTML standard tokenizes them and closes elements where the standard implies it, in one pass and
//! without recursion; builds no tree.

mod entity;
mod furniture;
mod line;
mod reader;
mod table;
mod tag;
mod tokenizer;

use super::SourceTable;
use reader::Reader;

/// A page, read.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) tables: Vec<SourceTable>,
    /// `<meta name="ArticleTitle">`, else `<title>`.
    pub(super) named_title: Option<String>,
}

/// How far into a text its first tags are looked for.
const HEAD_CHARS: usize = 4096;

/// Tags at so many places make a text without a leading tag a fragment of a page.
const LEAST_TAGS: usize = 3;

/// With less than this share of the words shown, in percent, the page shows itself by script: hidden parts are read.
const SHOWN_SHARE: usize = 10;

/// Names that text in angle brackets must have to be taken for tags.
const TAGS: [&str; 32] = [
    "!doctype", "!--", "html", "head", "meta", "title", "body", "div", "p", "span", "br", "table",
    "tr", "td", "th", "tbody", "h1", "h2", "h3", "ul", "ol", "li", "a", "b", "strong", "font",
    "img", "section", "article", "main", "style", "script",
];

/// Whether `text` is a web page, a piece of one, or one as the Windows clipboard hands it over.
pub(super) fn is_html(text: &str) -> bool {
    if !may_be_html(text) {
        return false;
    }
    let head_end = text.char_indices().nth(HEAD_CHARS).map_or(text.len(), |(at, _)| at);
    let head = text[..head_end]
        .trim_start_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
    if head.starts_with("Version:") && head.contains("StartHTML:") {
        return true;
    }
    if head.starts_with("<?xml") {
        return head.contains("<html");
    }
    if head.starts_with('<') && is_tag(head) {
        return true;
    }
    let n_tags = head.match_indices('<').filter(|(at, _)| is_tag(&head[*at..])).count();
    let n_lines = || head.lines().filter(|line| !line.trim().is_empty()).count();
    n_tags >= LEAST_TAGS && n_tags * 2 >= n_lines()
}

/// Whether there may be anything of a page in the head of a text. In most there is nothing, which is told fast.
fn may_be_html(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(HEAD_CHARS * size_of::<char>())];
    // The header of the clipboard names a version. In one sweep without decisions on the way.
    head.iter().fold(false, |seen, byte| seen | (*byte == b'<') | (*byte == b'V'))
}

/// Whether `text`, which begins with `<`, begins with a known tag.
fn is_tag(text: &str) -> bool {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    TAGS.iter().any(|tag| {
        let Some(start) = name.get(..tag.len()) else { return false };
        let after = name[tag.len()..].chars().next();
        start.eq_ignore_ascii_case(tag)
            && (*tag == "!--"
                || after.is_some_and(|after| after == '>' || after == '/' || after.is_whitespace()))
    })
}

/// Reads a page.
pub(super) fn read(text: &str) -> Page {
    let html = skip_clipboard_header(text);
    let shown = Reader::read(html, false);
    let n_hidden_chars = shown.n_hidden_chars();
    let page = shown.page();
    if n_hidden_chars == 0 || page.n_chars() * 100 >= n_hidden_chars * SHOWN_SHARE {
        return page;
    }
    Reader::read(html, true).page()
}

/// The markup behind `Version:0.9 StartHTML:…`, which the Windows clipboard puts before it.
fn skip_clipboard_header(text: &str) -> &str {
    let is_header = text.trim_start().starts_with("Version:");
    match text.find('<') {
        Some(at) if is_header => &text[at..],
        _ => text,
    }
}

impl Page {
    fn n_chars(&self) -> usize {
        self.text.chars().filter(|char| !char.is_whitespace()).count()
    }
}

#[cfg(test)]
mod tests;
