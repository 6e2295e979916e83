//! A PDF whose Chinese font is only named, as older programs in China write them: nothing is embedded, and what a code
//! means follows from a table that every reader is expected to have.

use std::fmt::Write as _;

use encoding_rs::GBK;

use super::layout::{self, HEIGHT, Line, WIDTH};
use crate::manuscript::Manuscript;

/// How the codes of the file's font are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// `UniGB-UCS2-H`: UTF-16.
    Ucs2,
    /// `GBK-EUC-H`: GBK. What GBK does not have is written in the other coding.
    Gbk,
}

/// The manuscript as a PDF.
#[must_use]
pub fn pdf(manuscript: &Manuscript, coding: Coding) -> Vec<u8> {
    let sheets = layout::pages(manuscript);
    let kids: String = (0..sheets.len()).map(|index| format!("{} 0 R ", 10 + 2 * index)).collect();
    let title: String = hex(&utf16(&format!("\u{feff}{}", manuscript.title())));
    let mut objects = vec![
        (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
        (2, format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", sheets.len()).into_bytes()),
        (3, font("UniGB-UCS2-H", 5)),
        (4, font("GBK-EUC-H", 6)),
        // Half the width for ASCII, which the two codings map to different glyphs.
        (5, descendant("1 95 500")),
        (6, descendant("814 908 500")),
        (7, b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] \
               /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
            .to_vec()),
        (8, format!("<< /Title <{title}> /Producer (fajian) >>").into_bytes()),
    ];
    for (index, sheet) in sheets.iter().enumerate() {
        let mut content = String::from("0.5 w\n");
        for [x1, y1, x2, y2] in &sheet.rules {
            let _ = writeln!(content, "{x1} {} m {x2} {} l S", HEIGHT - y1, HEIGHT - y2);
        }
        for line in &sheet.lines {
            show(&mut content, line, coding);
        }
        let number = 10 + 2 * index;
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            number + 1
        );
        let stream = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
        objects.push((number, page.into_bytes()));
        objects.push((number + 1, stream.into_bytes()));
    }
    file(&objects)
}

fn font(cmap: &str, descendant: usize) -> Vec<u8> {
    format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-{cmap} /Encoding /{cmap} \
         /DescendantFonts [{descendant} 0 R] >>"
    )
    .into_bytes()
}

fn descendant(narrow: &str) -> Vec<u8> {
    format!(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R /DW 1000 \
         /W [{narrow}] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>"
    )
    .into_bytes()
}

/// Shows a line: one string for as long as the coding stays the same.
fn show(content: &mut String, line: &Line, coding: Coding) {
    let _ = write!(content, "BT 1 0 0 1 {} {} Tm", line.x, HEIGHT - line.y);
    let mut shown: Option<(&str, Vec<u8>)> = None;
    for char in line.words.chars() {
        let mut buffer = [0; 4];
        let (gbk, _, is_strange) = GBK.encode(char.encode_utf8(&mut buffer));
        let (font, code) = if coding == Coding::Gbk && !is_strange {
            ("F2", gbk.into_owned())
        } else {
            ("F1", utf16(&char.to_string()))
        };
        match &mut shown {
            Some((current, codes)) if *current == font => codes.extend(code),
            _ => {
                flush(content, shown.take(), line.size);
                shown = Some((font, code));
            }
        }
    }
    flush(content, shown, line.size);
    content.push_str(" ET\n");
}

fn flush(content: &mut String, shown: Option<(&str, Vec<u8>)>, size: f64) {
    if let Some((font, codes)) = shown {
        let _ = write!(content, " /{font} {size} Tf <{}> Tj", hex(&codes));
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The objects as a file with its table of places.
fn file(objects: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = String::from("xref\n0 1\n0000000000 65535 f \n");
    for (number, object) in objects {
        let _ = write!(table, "{number} 1\n{:010} 00000 n \n", file.len());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or_default();
    let start = file.len();
    let end = format!(
        "{table}trailer\n<< /Size {size} /Root 1 0 R /Info 8 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.bytes());
    file
}
