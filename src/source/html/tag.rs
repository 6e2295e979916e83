//! What the reader needs to know of each element.

use html5gum::StartTag;

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
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"p" => Self::Paragraph,
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading,
            b"ul" | b"ol" | b"menu" | b"dir" => Self::List,
            b"li" => Self::Item,
            b"dl" => Self::Definitions,
            b"dt" | b"dd" => Self::Definition,
            b"pre" | b"listing" | b"xmp" => Self::Preformatted,
            b"table" => Self::Table,
            b"caption" => Self::Caption,
            b"thead" | b"tbody" | b"tfoot" => Self::RowGroup,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"nav" => Self::Navigation,
            b"footer" => Self::Footer,
            b"div" => Self::Division,
            b"section" | b"article" | b"main" => Self::Section,
            b"address" | b"aside" | b"blockquote" | b"center" | b"details" | b"dialog"
            | b"fieldset" | b"figcaption" | b"figure" | b"form" | b"header" | b"hgroup"
            | b"legend" | b"search" | b"summary" => Self::Other,
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
pub(super) fn is_skipped(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"noscript"
            | b"template"
            | b"textarea"
            | b"iframe"
            | b"noembed"
            | b"noframes"
            | b"object"
            | b"audio"
            | b"video"
            | b"canvas"
            | b"map"
            | b"datalist"
            | b"rt"
            | b"rp"
    ) || is_closed_by_block(name)
}

/// Whether a block ends the element even without its end tag, as in a browser.
pub(super) fn is_closed_by_block(name: &[u8]) -> bool {
    matches!(name, b"select" | b"option" | b"optgroup" | b"button" | b"svg" | b"math")
}

/// Whether the element has no content and no end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"basefont"
            | b"bgsound"
            | b"br"
            | b"col"
            | b"embed"
            | b"frame"
            | b"hr"
            | b"img"
            | b"input"
            | b"keygen"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// The value of an attribute, empty when there is none.
pub(super) fn attribute<'t>(tag: &'t StartTag<()>, name: &[u8]) -> &'t [u8] {
    tag.attributes.get(name).map_or(&[], |value| &value.value)
}

/// Whether the element says that it is not shown.
pub(super) fn is_hidden(tag: &StartTag<()>) -> bool {
    if tag.attributes.contains_key(&b"hidden"[..]) {
        return attribute(tag, b"hidden") != b"until-found";
    }
    let style: Vec<u8> = attribute(tag, b"style")
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(u8::to_ascii_lowercase)
        .collect();
    style
        .split(|byte| *byte == b';')
        .any(|rule| rule.starts_with(b"display:none") || rule.starts_with(b"visibility:hidden"))
}

/// Whether line ends in the element are shown.
pub(super) fn is_preformatted(tag: &StartTag<()>) -> bool {
    let style: Vec<u8> = attribute(tag, b"style")
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .copied()
        .collect();
    style.split(|byte| *byte == b';').any(|rule| rule.starts_with(b"white-space:pre"))
}

/// A number in an attribute, at least 1 and at most `most`.
pub(super) fn span_attribute(tag: &StartTag<()>, name: &[u8], most: u16) -> u16 {
    let digits = attribute(tag, name).trim_ascii_start();
    let n_digits = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(&digits[..n_digits]).unwrap_or_default();
    match number.parse::<u16>() {
        Ok(number) => number.clamp(1, most),
        // Too long a number is a large one.
        Err(_) if n_digits > 0 => most,
        Err(_) => 1,
    }
}
