//! Files that unpack to more than they are, and lie about it.

use fajian::source::{LossKind, NativeDecoder, SourceError, read_all};

use crate::packing::{LOCKED, pack, pack_raw};
use crate::{WORDS, docx, docx_of, mhtml, ofd_of, read, read_words};

/// More than one part may unpack to.
const LARGE: usize = 80 << 20;

#[test]
fn bombs_in_every_packed_format_are_refused() {
    let blank = " ".repeat(LARGE);
    assert_eq!(read(&docx_of(&blank)).err(), Some(SourceError::TooMuch));
    assert!(read(&ofd_of(&blank)).is_err());
    // Beside the text: the report is still read.
    let picture = pack(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", docx_body().as_bytes()),
        ("word/media/image1.png", blank.as_bytes()),
        ("word/styles.xml", blank.as_bytes()),
    ]);
    read_words(&picture);
}

fn docx_body() -> String {
    format!("<w:document><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>")
}

/// A ZIP whose directory names the same packed bytes many times: the more names, the more it unpacks to.
fn overlapping(n_names: u16, bytes: &[u8]) -> Vec<u8> {
    let one = pack_raw(&[(b"a.txt", bytes, 0)]);
    let end = one.len() - 22;
    let start =
        usize::try_from(u32::from_le_bytes(one[end + 16..end + 20].try_into().unwrap())).unwrap();
    let entry = one[start..end].to_vec();
    let mut file = one[..start].to_vec();
    for _ in 0..n_names {
        file.extend(&entry);
    }
    let length = u32::try_from(entry.len()).unwrap() * u32::from(n_names);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([n_names.to_le_bytes(), n_names.to_le_bytes()].concat());
    file.extend(length.to_le_bytes());
    file.extend(&one[end + 16..]);
    file
}

#[test]
fn names_for_the_same_packed_bytes_share_one_limit() {
    let text = format!("{WORDS}\n{}", "一、主要工作。\n".repeat(1 << 20));
    let readouts = read_all(&overlapping(60_000, text.as_bytes()), "a.zip", &NativeDecoder);
    let n_bytes: usize = readouts.documents.iter().map(|document| document.bytes).sum();
    assert!(n_bytes < 256 << 20, "{n_bytes}");
    assert!(readouts.losses.iter().any(|loss| loss.kind == LossKind::BeyondLimit));
}

#[test]
fn a_zip_in_a_zip_in_a_zip_ends() {
    let mut zip = pack(&[("a.txt", WORDS.as_bytes())]);
    for _ in 0..200 {
        zip = pack(
            &[("a.zip", &zip), ("b.zip", &zip)].map(|(name, zip)| (name, zip.as_slice()))[..1],
        );
    }
    assert!(read_all(&zip, "a.zip", &NativeDecoder).documents.len() <= 1);
    assert!(read(&zip).is_err());
}

#[test]
fn sizes_that_lie_do_no_harm() {
    let document = docx(&format!("<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"));
    // Every field of four bytes, in every record: sizes, places, counts.
    for at in 0..document.len() - 4 {
        for lie in [0, 1, 0x7fff_ffff, u32::MAX] {
            let mut file = document.clone();
            file[at..at + 4].copy_from_slice(&lie.to_le_bytes());
            if let Ok(analysis) = read(&file) {
                assert!(analysis.report.text.len() < 1_000);
            }
        }
    }
    // A directory that is not there, and one of the larger kind that is nowhere.
    let mut file = b"PK\x05\x06\0\0\0\0".to_vec();
    file.extend([0xff; 14]);
    assert!(read(&file).is_err());
    let mut file = b"PK\x03\x04PK\x06\x06".to_vec();
    file.extend([0xff; 52]);
    file.extend(b"PK\x06\x07\0\0\0\0");
    file.extend([0xff; 12]);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([0xff; 14]);
    assert!(read(&file).is_err());
}

#[test]
fn a_locked_bomb_is_locked() {
    let blank = vec![b' '; LARGE];
    let readouts = read_all(&pack_raw(&[(b"a.txt", &blank, LOCKED)]), "a.zip", &NativeDecoder);
    assert_eq!(readouts.documents[0].result, Err(SourceError::Locked));
}

#[test]
fn messages_that_lie_about_their_parts_are_read() {
    let html = format!("<p>{WORDS}</p>");
    for head in [
        "Content-Type: text/html\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "Content-Type: text/html; charset=utf-7\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n",
        "Content-Type: text/html; charset=\"gb2312\r\n\r\n",
        "Content-Type: text/html\r\nContent-Location: cid:\r\nContent-ID: <<<<>\r\n\r\n",
    ] {
        read_words(&mhtml(&[&format!("{head}{html}")]));
    }
    // Encoded as base64 or with escapes, and neither.
    for encoding in ["base64", "quoted-printable"] {
        let head =
            format!("Content-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n");
        let _ = read(&mhtml(&[&(head.clone() + &"=".repeat(1 << 20))]));
        let _ = read(&mhtml(&[&(head + &html + "=\u{0}")]));
    }
}
