//! Markup that nests, repeats and refers to itself.

use fajian::source::SourceError;

use crate::{MANY, WORDS, docx, docx_of, head, mhtml, ofd, ofd_line, ofd_of, read, read_words};

/// Entities that stand for each other, a thousand million times in the end, and one for a file of the machine.
fn entities(root: &str) -> String {
    let mut text = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e0 'haha'>".to_owned();
    for level in 1..10 {
        let of = format!("&e{};", level - 1).repeat(10);
        text += &format!("<!ENTITY e{level} '{of}'>");
    }
    text += "<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]>";
    text + root
}

#[test]
fn entities_stand_for_nothing() {
    let words = format!("&e9;&file;{WORDS}&e9;&nope;");
    let word = format!(
        "<w:document><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    );
    let page = format!(
        "<ofd:Page><ofd:Content><ofd:Layer>{}</ofd:Layer></ofd:Content></ofd:Page>",
        ofd_line(&words)
    );
    for file in [docx_of(&entities(&word)), ofd_of(&entities(&page))] {
        let text = read_words(&file).report.text;
        assert!(!text.contains("root:") && !text.contains("haha"), "{}", head(&text));
    }
    // In a page they are no markup at all, and shown as they are.
    let text = read_words(entities(&format!("<html><p>{words}</p>")).as_bytes()).report.text;
    assert!(text.len() < 5_000, "{}", head(&text));
}

#[test]
fn tables_of_a_million_cells_are_read() {
    const SIDE: usize = 1_000;
    let text = format!("{}\n", vec!["1"; SIDE].join("\t")).repeat(SIDE);
    read_words(format!("{WORDS}\n{text}").as_bytes());
    let rows = format!("<tr>{}</tr>", "<td>1</td>".repeat(SIDE)).repeat(SIDE);
    let html = format!("<p>{WORDS}</p><table>{rows}</table>");
    read_words(html.as_bytes());
    let cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let rows = format!("<w:tr>{}</w:tr>", cell.repeat(SIDE)).repeat(SIDE);
    read_words(&docx(&format!("<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>")));
}

#[test]
fn cells_that_cover_more_than_there_is_are_capped() {
    let cell = "<td colspan=65535 rowspan=65535>1</td>";
    read_words(
        format!("<p>{WORDS}</p><table>{}</table>", format!("<tr>{cell}{cell}</tr>").repeat(3_000))
            .as_bytes(),
    );
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val='4294967295'/><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc>";
    let table = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{cell}{cell}</w:tr>").repeat(3_000));
    read_words(&docx(&format!("<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>{table}")));
}

#[test]
fn nesting_without_end_is_read() {
    for element in [
        "div",
        "table",
        "table><tr><td",
        "b",
        "ul><li",
        "p><font",
        "select><option",
        "svg",
        "template",
    ] {
        let closing = element.split('>').next().unwrap_or(element);
        let open = format!("<{element}>").repeat(MANY / 10);
        let _ = read(format!("<html><p>{WORDS}</p>{open}{WORDS}").as_bytes());
        let close = format!("</{closing}>").repeat(MANY / 10);
        let _ = read(format!("<html><p>{WORDS}</p>{open}{WORDS}{close}<p>{WORDS}").as_bytes());
    }
    let deep = "<ofd:PageBlock>".repeat(MANY / 10);
    read_words(&ofd(&format!("{}{deep}{}", ofd_line(WORDS), ofd_line(WORDS))));
    let mut message = String::new();
    for level in 0..10_000 {
        message +=
            &format!("Content-Type: multipart/mixed; boundary=\"x{level}\"\r\n\r\n--x{level}\r\n");
    }
    message += &format!("Content-Type: text/html\r\n\r\n<p>{WORDS}</p>");
    let _ = read(&mhtml(&[&message]));
}

#[test]
fn attributes_and_comments_without_end_are_read() {
    let attributes: String = (0..MANY / 10).map(|at| format!(" a{at}=1")).collect();
    read_words(format!("<html><p{attributes}>{WORDS}</p>").as_bytes());
    let comments = "<!-- -->".repeat(MANY / 10);
    read_words(format!("<html>{comments}<p>{WORDS}</p>").as_bytes());
    read_words(format!("<html><p>{WORDS}</p>{}", "<!--".repeat(MANY / 10)).as_bytes());
    read_words(format!("<html><p>{WORDS}</p>{}", "<a href='".repeat(MANY / 10)).as_bytes());
    let references = "&#x110000;&#99999999999999999999;&amp".repeat(MANY / 30);
    read_words(format!("<html><p>{WORDS}</p>{references}").as_bytes());
}

#[test]
fn parts_of_a_message_without_end_are_read() {
    let html = format!("Content-Type: text/html\r\n\r\n<p>{WORDS}</p>");
    let mut parts = vec![html.as_str()];
    parts.extend(vec!["Content-Type: image/png\r\n\r\n1"; MANY / 20]);
    read_words(&mhtml(&parts));
    let frames: String =
        (0..MANY / 100).map(|at| format!("<iframe src='cid:{at}'></iframe>")).collect();
    let page = format!("Content-Type: text/html\r\n\r\n{frames}");
    let frame = format!("Content-Type: text/html\r\nContent-ID: <1>\r\n\r\n<p>{WORDS}</p>");
    let mut parts = vec![page.as_str()];
    parts.extend(vec![frame.as_str(); 1_000]);
    read_words(&mhtml(&parts));
}

#[test]
fn pages_named_again_and_again_are_read_once_each_up_to_a_limit() {
    let page = format!(
        "<ofd:Page xmlns:ofd='o'><ofd:Content><ofd:Layer>{}</ofd:Layer></ofd:Content></ofd:Page>",
        ofd_line(WORDS)
    );
    let pages = "<ofd:Page BaseLoc='P.xml'/>".repeat(MANY / 10);
    let root = format!("<ofd:Document xmlns:ofd='o'><ofd:Pages>{pages}</ofd:Pages></ofd:Document>");
    let file = crate::packing::pack(&[
        ("OFD.xml", b"<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        ("D.xml", root.as_bytes()),
        ("P.xml", page.as_bytes()),
    ]);
    let analysis = read_words(&file);
    assert!(!analysis.losses.is_empty());
}

#[test]
fn a_document_without_words_is_empty_however_large() {
    let blank = "\u{3000}\n".repeat(MANY);
    assert_eq!(read(blank.as_bytes()).err(), Some(SourceError::Empty));
    let html = format!("<html>{}", "<p>&nbsp;</p>".repeat(MANY / 10));
    assert_eq!(read(html.as_bytes()).err(), Some(SourceError::Empty));
    assert!(read(&docx(&"<w:p/>".repeat(MANY / 2))).is_err());
}
