//! Files made to do harm, at the size that harms: each is read to its end, and gives a report or one clear error.
//!
//! The readers' own tests have a case for each limit; here are whole files, through everything that is done with a file.
//! Nothing measures time: a reading that grows faster than its file would not end before somebody looks.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod compound;
mod markup;
#[path = "../../src/source/packing.rs"]
mod packing;
mod paper;
mod unpacking;

use fajian::source::{NativeDecoder, SourceError};
use fajian::{Analysis, analyze};

/// As many as a file of some megabytes can hold.
const MANY: usize = 1_000_000;

const WORDS: &str = "行政复议12件";

/// Reads a file, and checks that its places are places.
#[track_caller]
fn read(bytes: &[u8]) -> Result<Analysis, SourceError> {
    let analysis = analyze(bytes, "hostile", &NativeDecoder)?;
    let report = &analysis.report;
    for statistic in &report.statistics {
        assert_eq!(report.words(statistic.span), statistic.quote);
    }
    for block in &analysis.blocks {
        assert!(report.text.get(block.span.start..block.span.end).is_some());
    }
    Ok(analysis)
}

/// Reads a file that has [`WORDS`] somewhere, and gives what is read.
#[track_caller]
fn read_words(bytes: &[u8]) -> Analysis {
    let analysis = read(bytes).unwrap();
    assert!(analysis.report.text.contains(WORDS), "{}", head(&analysis.report.text));
    analysis
}

/// The start of a text, for messages.
fn head(text: &str) -> String {
    text.chars().take(200).collect()
}

/// A Word document with this body.
fn docx(body: &str) -> Vec<u8> {
    docx_of(&format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"))
}

/// A Word document whose main part is this.
fn docx_of(document: &str) -> Vec<u8> {
    packing::pack(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            b"<Relationships><Relationship Id='1' Type='http://schemas.openxmlformats.org/officeDocument/2006/\
              relationships/officeDocument' Target='word/document.xml'/></Relationships>",
        ),
        ("word/document.xml", document.as_bytes()),
    ])
}

/// An OFD document whose only page has this layer.
fn ofd(layer: &str) -> Vec<u8> {
    ofd_of(&format!(
        "<ofd:Page xmlns:ofd='o'><ofd:Content><ofd:Layer>{layer}</ofd:Layer></ofd:Content></ofd:Page>"
    ))
}

/// An OFD document whose only page is this.
fn ofd_of(page: &str) -> Vec<u8> {
    packing::pack(&[
        (
            "OFD.xml",
            b"<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "D.xml",
            b"<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297\
              </ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page BaseLoc='P.xml'/></ofd:Pages>\
              </ofd:Document>",
        ),
        ("P.xml", page.as_bytes()),
    ])
}

/// A line of an OFD page.
fn ofd_line(words: &str) -> String {
    format!(
        "<ofd:TextObject Boundary='30 40 150 5' Size='5'><ofd:TextCode X='0' Y='5' DeltaX='g 99 5'>{words}\
         </ofd:TextCode></ofd:TextObject>"
    )
}

/// A web page in one file: a message of these parts.
fn mhtml(parts: &[&str]) -> Vec<u8> {
    let mut file =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n".to_owned();
    for part in parts {
        file.push_str("\r\n--b\r\n");
        file.push_str(part);
    }
    (file + "\r\n--b--\r\n").into_bytes()
}
