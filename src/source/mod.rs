//! Bytes → text: what a file is, told by its content, and the text a reader would see in it.

#[cfg(feature = "formats")]
mod archive;
#[cfg(feature = "native")]
mod decoder_native;
#[cfg(feature = "formats")]
mod docx;
mod encoding;
mod error;
mod html;
mod joining;
mod kind;
#[cfg(feature = "formats")]
mod layout;
#[cfg(feature = "formats")]
mod limit;
mod loss;
mod message;
#[cfg(feature = "formats")]
mod mhtml;
#[cfg(feature = "formats")]
mod numeral;
#[cfg(feature = "formats")]
mod ofd;
#[cfg(feature = "formats")]
mod old_word;
#[cfg(feature = "formats")]
mod packed;
#[cfg(all(test, feature = "formats"))]
mod packing;
#[cfg(feature = "formats")]
mod pdf;
mod plain;
mod readout;
#[cfg(feature = "formats")]
mod sheet;
#[cfg(feature = "formats")]
mod symbol;
#[cfg(feature = "formats")]
mod xml;
#[cfg(feature = "formats")]
mod zip;

#[cfg(feature = "formats")]
pub use archive::{DOCUMENT_ENDINGS, PackedFile, Unpacked, unpack};
#[cfg(feature = "native")]
pub use decoder_native::NativeDecoder;
pub use encoding::Encoding;
pub use error::SourceError;
pub use loss::{Loss, LossKind, LossPlace};
#[cfg(feature = "formats")]
pub use readout::read_all;
pub use readout::{Readout, Readouts};

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::text::{Span, words};
use kind::Kind;

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceFormat {
    /// Plain text.
    Text,
    /// A saved or pasted web page.
    Html,
    /// A web page saved in one file with its pictures.
    Mhtml,
    /// A Word or WPS document.
    Docx,
    /// A Word or WPS document of the binary kind.
    Doc,
    /// A PDF.
    Pdf,
    /// An OFD document (GB/T 33190).
    Ofd,
}

/// An encoding that needs tables; the host supplies the decoder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LegacyEncoding {
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
    /// Big5 with the Hong Kong additions.
    Big5,
}

impl LegacyEncoding {
    /// The encoding's label in the WHATWG Encoding Standard.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        }
    }
}

/// Decoding of legacy encodings: the browser has the tables built in, other hosts bring a library.
pub trait Decode {
    /// Decodes `bytes`, writing U+FFFD for each malformed sequence.
    fn decode(&self, encoding: LegacyEncoding, bytes: &[u8]) -> String;

    /// The text that bytes are, where all of them are well-formed UTF-8.
    fn well_formed<'a>(&self, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
        std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
    }
}

/// A file, read: its text as shown to the reader and what the format itself said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// What the bytes turned out to be.
    pub format: SourceFormat,
    /// The encoding decoded from.
    pub encoding: Cow<'static, str>,
    /// The text as shown to the reader: lines end in `\n`, a table row is one line with tabs between cells.
    pub text: String,
    /// Tables that the format itself marked, in reading order.
    pub tables: Vec<SourceTable>,
    /// Title that the format names (the page's `<title>`, a metadata field).
    pub named_title: Option<String>,
    /// What the file holds that was not read.
    pub losses: Vec<Loss>,
    /// What was lost on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// A table as the file marked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceTable {
    /// Its rows, each a line of the text.
    pub rows: Vec<Vec<SourceCell>>,
}

/// One cell of a [`SourceTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceCell {
    /// Its words, in bytes of the text.
    pub span: Span,
    /// How many columns it covers, at least 1.
    pub columns: u16,
    /// How many rows it covers, at least 1.
    pub rows: u16,
}

/// How many damaged places are told; a reader who sees these has seen what is wrong.
const MAX_DAMAGE_NOTES: usize = 100;

/// Whether reading the bytes takes the readers of feature `formats`.
#[must_use]
pub fn needs_formats(bytes: &[u8]) -> bool {
    kind::detect(bytes).is_ok_and(|kind| kind != Kind::Text)
}

/// Reads a file.
///
/// # Errors
/// When no text could be had from the bytes.
pub fn read(bytes: &[u8], decoder: &dyn Decode) -> Result<Source, SourceError> {
    let kind = kind::detect(bytes)?;
    checked(match kind {
        Kind::Text => read_text(bytes, decoder)?,
        other => read_document(other, bytes, decoder)?,
    })
}

/// Reads text or a web page in an encoding that its reader chose over the one that was guessed.
///
/// # Errors
/// When there is no text in the bytes.
pub fn read_as(
    bytes: &[u8],
    encoding: Encoding,
    decoder: &dyn Decode,
) -> Result<Source, SourceError> {
    checked(shaped(encoding.decode(bytes, decoder)))
}

/// A source with what is damaged in it told, unless it is empty.
fn checked(source: Source) -> Result<Source, SourceError> {
    if source.text.chars().all(char::is_whitespace) {
        return Err(SourceError::Empty);
    }
    Ok(Source { diagnostics: find_damage(&source.text), ..source })
}

/// Reads text or a web page.
fn read_text(bytes: &[u8], decoder: &dyn Decode) -> Result<Source, SourceError> {
    encoding::decode(bytes, decoder).map(shaped)
}

/// The lines of a decoded text, or of the web page that it is.
fn shaped(decoded: encoding::Decoded) -> Source {
    let (format, page) = if html::is_html(&decoded.text) {
        (SourceFormat::Html, html::read(&decoded.text))
    } else {
        let text = plain::shape(decoded.text);
        (SourceFormat::Text, html::Page { text, tables: Vec::new(), named_title: None })
    };
    Source {
        format,
        encoding: decoded.encoding.into(),
        text: page.text,
        tables: page.tables,
        named_title: page.named_title,
        losses: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// Reads what is more than text or a web page.
#[cfg(feature = "formats")]
fn read_document(kind: Kind, bytes: &[u8], decoder: &dyn Decode) -> Result<Source, SourceError> {
    match kind {
        Kind::Text => read_text(bytes, decoder),
        Kind::Zip => packed::read(bytes, decoder),
        Kind::Pdf => pdf::read(bytes, decoder),
        Kind::Mhtml => mhtml::read(bytes, decoder),
        Kind::Compound => old_word::read(bytes),
    }
}

#[cfg(not(feature = "formats"))]
fn read_document(_: Kind, _: &[u8], _: &dyn Decode) -> Result<Source, SourceError> {
    Err(SourceError::NoReader)
}

/// The places where the encoding did not allow what stood there.
fn find_damage(text: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    // Nearly always there is none, which is told fast.
    if !words::holds(text, "\u{FFFD}") {
        return found;
    }
    for (start, replaced) in text.match_indices(char::REPLACEMENT_CHARACTER) {
        let end = start + replaced.len();
        if let Some(last) = found.last_mut()
            && last.span.end == start
        {
            last.span.end = end;
            continue;
        }
        if found.len() == MAX_DAMAGE_NOTES {
            break;
        }
        let span = Span::new(start, end);
        found.push(Diagnostic { code: DiagnosticCode::DamagedText, span });
    }
    found
}
