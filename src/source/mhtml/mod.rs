//! MHTML → text: a web page that was saved in one file, as a message of many parts.
//!
//! Browsers save pages so (quoted-printable or binary), and Word and WPS call it a single file web page. The page itself
//! is one part; it is read as any other web page. Style sheets and pictures around it are left alone.

mod part;
mod transfer;

use super::encoding::{self, Decoded};
use super::limit::MAX_UNPACKED_BYTES;
use super::message::{Message, is_page};
use super::sheet::Sheet;
use super::{Decode, LossKind, LossPlace, Source, SourceError, SourceFormat, html, plain};
use part::{Part, Parts};

/// Bytes, as they are written in the file, from which a picture may show words; smaller ones are icons and ornaments.
const LEAST_PICTURE: usize = 100 << 10;

/// Reads a web page that was saved in one file.
///
/// # Errors
/// When it has no part that could be read as text.
pub(super) fn read(bytes: &[u8], decoder: &dyn Decode) -> Result<Source, SourceError> {
    if bytes.len() > MAX_UNPACKED_BYTES {
        return Err(SourceError::TooMuch);
    }
    let Parts { parts, start, is_beyond_limit } = Parts::of(Message::open(bytes));
    let main = find_main(&parts, start.as_deref()).ok_or(SourceError::Damaged)?;
    let Chosen { shown, is_cut, others } = choose(&parts, main, decoder)?;
    let mut notes = Sheet::default();
    for part in parts.iter().filter(|part| part.is_attachment()) {
        notes.lose(LossKind::Attachment, LossPlace::Part(part.name()));
    }
    for part in parts.iter().filter(|part| part.is_picture() && part.length() >= LEAST_PICTURE) {
        notes.lose(LossKind::Picture, LossPlace::Part(part.name()));
    }
    if shown.n_chars == 0 && notes.losses.iter().any(|loss| loss.kind == LossKind::Picture) {
        return Err(SourceError::Scanned);
    }
    for name in others {
        notes.lose(LossKind::EmbeddedObject, LossPlace::Part(name));
    }
    if is_cut {
        notes.lose(LossKind::DamagedPart, LossPlace::Document);
    }
    if is_beyond_limit {
        notes.lose(LossKind::BeyondLimit, LossPlace::Document);
    }
    Ok(Source {
        format: SourceFormat::Mhtml,
        encoding: shown.encoding.into(),
        text: shown.page.text,
        tables: shown.page.tables,
        named_title: shown.page.named_title,
        losses: notes.losses,
        diagnostics: Vec::new(),
    })
}

/// The part that is the page: the one that the message names, else the first web page, else the first text.
fn find_main(parts: &[Part<'_>], start: Option<&str>) -> Option<usize> {
    let is_text = |part: &Part<'_>| part.kind.main == "text/plain" || part.kind.main.is_empty();
    let named = start.and_then(|id| {
        parts.iter().position(|part| part.has_id(id) && (is_page(&part.kind.main) || is_text(part)))
    });
    let mut shown = parts.iter().enumerate().filter(|(_, part)| !part.is_attachment());
    named
        .or_else(|| shown.clone().find(|(_, part)| is_page(&part.kind.main)).map(|(at, _)| at))
        .or_else(|| shown.find(|(_, part)| is_text(part)).map(|(at, _)| at))
}

/// What is shown of the message.
struct Chosen {
    shown: Shown,
    /// Whether the file ends in the midst of it.
    is_cut: bool,
    /// The names of the pages in frames that are not shown.
    others: Vec<String>,
}

/// The main part; where it only holds frames, the fullest of the pages in them.
fn choose(parts: &[Part<'_>], main: usize, decoder: &dyn Decode) -> Result<Chosen, SourceError> {
    let Some(part) = parts.get(main) else { return Err(SourceError::Damaged) };
    let mut chosen =
        Chosen { shown: Shown::read(part, decoder)?, is_cut: part.is_cut, others: Vec::new() };
    if !chosen.shown.has_frames {
        return Ok(chosen);
    }
    let is_bare = chosen.shown.n_chars == 0;
    let mut name = part.name();
    for (_, part) in parts.iter().enumerate().filter(|(at, part)| *at != main && part.is_frame()) {
        let Ok(frame) = Shown::read(part, decoder) else { continue };
        let mut other = (part.name(), frame.n_chars);
        if is_bare && frame.n_chars > chosen.shown.n_chars {
            other = (std::mem::replace(&mut name, other.0), chosen.shown.n_chars);
            chosen.shown = frame;
            chosen.is_cut = part.is_cut;
        }
        chosen.others.extend((other.1 > 0).then_some(other.0));
    }
    Ok(chosen)
}

/// A part as its reader sees it.
struct Shown {
    page: html::Page,
    encoding: &'static str,
    n_chars: usize,
    /// Whether it shows other pages inside.
    has_frames: bool,
}

impl Shown {
    fn read(part: &Part<'_>, decoder: &dyn Decode) -> Result<Self, SourceError> {
        let stated = part.kind.parameter("charset").map(str::as_bytes);
        let Decoded { text, encoding } = encoding::decode_labeled(&part.bytes(), stated, decoder)?;
        let is_html = is_page(&part.kind.main) || html::is_html(&text);
        let has_frames = is_html && has_frames(&text);
        let page = if is_html {
            html::read(&text)
        } else {
            html::Page { text: plain::shape(text), tables: Vec::new(), named_title: None }
        };
        let n_chars = page.text.chars().filter(|char| !char.is_whitespace()).count();
        Ok(Self { page, encoding, n_chars, has_frames })
    }
}

/// Whether the markup shows other pages in frames.
fn has_frames(markup: &str) -> bool {
    let is_frame = |tag: &str| {
        ["frame", "iframe"].iter().any(|name| {
            let start = tag.get(1..=name.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(name))
        })
    };
    markup.match_indices('<').any(|(at, _)| is_frame(&markup[at..]))
}

#[cfg(all(test, feature = "native"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
