//! What the reader needs to know of each element.

use std::borrow::Cow;

use super::tokenizer::Tag;

/// An element that starts and ends a line.
///
/// Inline elements are not kept open by the reader: their nesting says nothing about lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// `p`.
    Paragraph,
    /// `h1` … `h6`.
    Heading,
    /// `ul`, `ol`, `menu`.
    List,
    /// `li`.
    Item,
    /// `dl`.
    Definitions,
    /// `dt`, `dd`.
    Definition,
    /// `pre`: line ends in it are shown.
    Preformatted,
    /// `table`.
    Table,
    /// `caption`.
    Caption,
    /// `thead`, `tbody`, `tfoot`.
    RowGroup,
    /// `tr`.
    Row,
    /// `td`, `th`.
    Cell,
    /// `nav`.
    Navigation,
    /// `footer`.
    Footer,
    /// `div`, `section` and all others, told apart so that an end tag closes its own kind.
    Division,
    /// `section`, `article`, `main`.
    Section,
    /// `center`, `blockquote`, `form` …
    Other,
}

/// How many kinds of [`Block`] there are.
pub(super) const N_BLOCKS: usize = 17;

impl Block {
    /// The block that an element is, if it is one.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "p" => Self::Paragraph,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Self::Heading,
            "ul" | "ol" | "menu" | "dir" => Self::List,
            "li" => Self::Item,
            "dl" => Self::Definitions,
            "dt" | "dd" => Self::Definition,
            "pre" | "listing" | "xmp" => Self::Preformatted,
            "table" => Self::Table,
            "caption" => Self::Caption,
            "thead" | "tbody" | "tfoot" => Self::RowGroup,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "nav" => Self::Navigation,
            "footer" => Self::Footer,
            "div" => Self::Division,
            "section" | "article" | "main" => Self::Section,
            "address" | "aside" | "blockquote" | "center" | "details" | "dialog" | "fieldset"
            | "figcaption" | "figure" | "form" | "header" | "hgroup" | "legend" | "search"
            | "summary" => Self::Other,
            _ => return None,
        })
    }

    /// Whether end tags inside do not reach what is open outside.
    pub(super) const fn is_barrier(self) -> bool {
        matches!(self, Self::Table | Self::Caption | Self::Cell)
    }

    /// Whether it may stand directly in a table.
    pub(super) const fn is_table_part(self) -> bool {
        matches!(self, Self::Caption | Self::RowGroup | Self::Row | Self::Cell)
    }
}

/// Whether the element's content is not shown as running text.
pub(super) fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "textarea"
            | "iframe"
            | "noembed"
            | "noframes"
            | "object"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "datalist"
            | "rt"
            | "rp"
    ) || is_closed_by_block(name)
}

/// Whether a block ends the element even without its end tag, as in a browser.
pub(super) fn is_closed_by_block(name: &str) -> bool {
    matches!(name, "select" | "option" | "optgroup" | "button" | "svg" | "math")
}

/// Whether the element has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// The value of an attribute, empty when there is none.
pub(super) fn attribute<'h>(tag: &Tag<'h>, name: &str) -> Cow<'h, str> {
    tag.attribute(name).unwrap_or_default()
}

/// Whether the element says that it is not shown.
pub(super) fn is_hidden(tag: &Tag<'_>) -> bool {
    if let Some(value) = tag.attribute("hidden") {
        return value != "until-found";
    }
    let style: Vec<u8> = attribute(tag, "style")
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    style
        .split(|byte| *byte == b';')
        .any(|rule| rule.starts_with(b"display:none") || rule.starts_with(b"visibility:hidden"))
}

/// Whether line ends in the element are shown.
pub(super) fn is_preformatted(tag: &Tag<'_>) -> bool {
    let style: Vec<u8> =
        attribute(tag, "style").bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    style.split(|byte| *byte == b';').any(|rule| rule.starts_with(b"white-space:pre"))
}

/// A number in an attribute, at least 1 and at most `most`.
pub(super) fn span_attribute(tag: &Tag<'_>, name: &str, most: u16) -> u16 {
    let value = attribute(tag, name);
    let digits = value.trim_ascii_start();
    let n_digits = digits.bytes().take_while(u8::is_ascii_digit).count();
    match digits[..n_digits].parse::<u16>() {
        Ok(number) => number.clamp(1, most),
        // Too long a number is a large one.
        Err(_) if n_digits > 0 => most,
        Err(_) => 1,
    }
}
