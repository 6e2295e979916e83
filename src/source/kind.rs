//! What a file is, told by its first bytes; never by its name.

use super::SourceError;
use super::message::Message;

/// Which reader a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text or a web page; anything that has no other mark.
    Text,
    /// A web page with all that belongs to it, as a message.
    Mhtml,
    /// A ZIP: a Word document, an OFD document, or a packed folder.
    Zip,
    /// A PDF.
    Pdf,
    /// A compound file: a Word or WPS document of the binary kind.
    Compound,
}

/// How far into a file its mark is looked for where the format allows it to stand later (PDF: the first 1,024 bytes).
const HEAD: usize = 1024;

/// First bytes of formats that are not text, and what they are.
const MARKS: [(&[u8], SourceError); 30] = [
    (b"{\\rtf", SourceError::RichText),
    (b"bplist00", SourceError::WebArchive),
    (b"\x1f\x8b", SourceError::Archive),
    (b"BZh", SourceError::Archive),
    (b"7z\xbc\xaf\x27\x1c", SourceError::Archive),
    (b"Rar!\x1a\x07", SourceError::Archive),
    (b"\xfd7zXZ\x00", SourceError::Archive),
    (b"\x28\xb5\x2f\xfd", SourceError::Archive),
    (b"MSCF\x00", SourceError::Archive),
    (b"\x89PNG\r\n", SourceError::Picture),
    (b"\xff\xd8\xff", SourceError::Picture),
    (b"GIF87a", SourceError::Picture),
    (b"GIF89a", SourceError::Picture),
    (b"II*\x00", SourceError::Picture),
    (b"MM\x00*", SourceError::Picture),
    (b"\x00\x00\x01\x00", SourceError::Picture),
    (b"8BPS", SourceError::Picture),
    (b"AT&TFORM", SourceError::Picture),
    (b"\x7fELF", SourceError::NotText),
    (b"\x00asm", SourceError::NotText),
    (b"\xca\xfe\xba\xbe", SourceError::NotText),
    (b"\xcf\xfa\xed\xfe", SourceError::NotText),
    (b"\xce\xfa\xed\xfe", SourceError::NotText),
    (b"SQLite format 3\x00", SourceError::NotText),
    (b"OggS", SourceError::NotText),
    (b"ID3\x03", SourceError::NotText),
    (b"ID3\x04", SourceError::NotText),
    (b"fLaC", SourceError::NotText),
    (b"wOFF", SourceError::NotText),
    (b"wOF2", SourceError::NotText),
];

/// The first bytes of a compound file.
const COMPOUND_MARK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Which reader the bytes are for.
///
/// # Errors
/// When they are of a kind that has none.
pub(super) fn detect(bytes: &[u8]) -> Result<Kind, SourceError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(*kind);
    }
    if head.starts_with(COMPOUND_MARK) {
        return Ok(Kind::Compound);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    // Bytes before the mark are allowed, but text that speaks of the mark has letters of other encodings before it.
    if find(head, b"%PDF-").is_some_and(|at| head[..at].iter().all(u8::is_ascii)) {
        return Ok(Kind::Pdf);
    }
    if Message::holds_page(bytes) {
        return Ok(Kind::Mhtml);
    }
    detect_container(head).map_or(Ok(Kind::Text), Err)
}

/// Formats whose mark stands behind a length.
fn detect_container(head: &[u8]) -> Option<SourceError> {
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if head.starts_with(b"RIFF") && at(8, b"WEBP") {
        return Some(SourceError::Picture);
    }
    if at(4, b"ftyp") {
        let is_picture = [b"heic", b"heix", b"mif1", b"avif"].iter().any(|brand| at(8, *brand));
        return Some(if is_picture { SourceError::Picture } else { SourceError::NotText });
    }
    // Two letters are too few to tell: the four zero bytes (BMP) or the zero byte of a short field (MZ) must follow.
    if head.starts_with(b"BM") && at(6, b"\0\0\0\0") {
        return Some(SourceError::Picture);
    }
    if head.starts_with(b"MZ") && head.iter().take(64).filter(|byte| **byte == 0).count() >= 8 {
        return Some(SourceError::NotText);
    }
    (head.starts_with(b"RIFF") && (at(8, b"WAVE") || at(8, b"AVI ")))
        .then_some(SourceError::NotText)
}

/// The place of `needle`, which is short, in `bytes`, which are few.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_kinds_are_told_apart() {
        let cases: [(&[u8], Result<Kind, SourceError>); 12] = [
            (b"%PDF-1.7\n", Ok(Kind::Pdf)),
            (b"\r\n%PDF-1.4", Ok(Kind::Pdf)),
            (b"PK\x03\x04....word/document.xml", Ok(Kind::Zip)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Ok(Kind::Compound)),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related;", Ok(Kind::Mhtml)),
            (
                b"\nFrom x\nSUBJECT: \xb8\nmime-version: 1\ncontent-type:text/html\n\n",
                Ok(Kind::Mhtml),
            ),
            (b"\x89PNG\r\n\x1a\n", Err(SourceError::Picture)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Err(SourceError::Picture)),
            (b"\x1f\x8b\x08", Err(SourceError::Archive)),
            (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\0\0\0\0", Err(SourceError::NotText)),
            (b"\0\0\0\x18ftypmp42", Err(SourceError::NotText)),
            (b"{\\rtf1", Err(SourceError::RichText)),
        ];
        for (bytes, kind) in cases {
            assert_eq!(detect(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn text_that_looks_alike_is_left_to_the_decoder() {
        for text in [
            "MZ镇2023年法治建设报告",
            "BMW维修行业执法检查3次",
            "附件为PDF：%PDF-1.4",
            "",
            "MIME-Version:\n一、",
        ] {
            assert_eq!(detect(text.as_bytes()), Ok(Kind::Text), "{text}");
        }
    }
}
