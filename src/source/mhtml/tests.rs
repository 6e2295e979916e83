use super::*;
use crate::source::{LegacyEncoding, Loss, NativeDecoder};

const REPORT: &str = "<title>年报</title><p>一、主要举措</p><p>全年办理行政复议案件12件。</p>\
    <table><tr><td>类别<td>件数<tr><td>复议<td>12</table>";
const TEXT: &str = "一、主要举措\n全年办理行政复议案件12件。\n类别\t件数\n复议\t12";

fn message(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = b"From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: \
        multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n"
        .to_vec();
    for (head, body) in parts {
        file.extend(format!("\r\n----b\r\n{head}\r\n\r\n").as_bytes());
        file.extend(*body);
    }
    file.extend(b"\r\n----b--\r\n");
    file
}

#[track_caller]
fn check(file: &[u8], text: &str, losses: &[(LossKind, &str)]) -> Source {
    let source = crate::source::read(file, &NativeDecoder).unwrap();
    assert_eq!(source.format, SourceFormat::Mhtml);
    assert_eq!(source.text.trim_end(), text);
    let place = |name: &str| match name {
        "" => LossPlace::Document,
        name => LossPlace::Part(name.to_owned()),
    };
    let expect: Vec<_> =
        losses.iter().map(|(kind, name)| Loss { kind: *kind, place: place(name) }).collect();
    assert_eq!(source.losses, expect);
    source
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

fn escaped(bytes: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        escaped.extend(format!("={byte:02X}").as_bytes());
        if at % 25 == 24 {
            escaped.extend(b"=\r\n");
        }
    }
    escaped
}

#[test]
fn a_page_saved_by_chromium_is_read() {
    let file = include_bytes!("chromium.mhtml");
    let text = "岭东县水务局2023年法治政府建设年度报告\n发布时间：2024-01-20 来源：县水务局\n\
        \u{3000}\u{3000}一、主要举措\n\u{3000}\u{3000}全年开展检查36次，办结行政处罚案件5件。\n\
        项目\t件数\n行政处罚\t5\n行政许可\t128";
    let source = check(file, text, &[(LossKind::EmbeddedObject, "text/html")]);
    assert_eq!(source.encoding, "UTF-8");
    assert_eq!(source.tables.len(), 1);
    assert_eq!(source.named_title.as_deref(), Some("岭东县水务局2023年法治政府建设年度报告"));
    // As a program on another system may hand it on.
    let unix = file.iter().copied().filter(|byte| *byte != b'\r').collect::<Vec<_>>();
    check(&unix, text, &[(LossKind::EmbeddedObject, "text/html")]);
}

#[test]
fn every_transfer_encoding_and_charset_is_read() {
    let html = "Content-Type: text/html";
    let quoted = "Content-Transfer-Encoding: Quoted-Printable";
    let png: (&str, &[u8]) = ("Content-Type: image/png", b"\x89PNG----b\r\n----bb\r\n");
    let utf8 = escaped(REPORT.as_bytes());
    check(&message(&[png, (&format!("{html}\r\n{quoted}"), &utf8)]), TEXT, &[]);
    let legacy = escaped(&gbk(REPORT));
    let head = format!("{html};\r\n\tcharset=\"gb2312\"\r\n{quoted}");
    let source = check(&message(&[(&head, &legacy), png]), TEXT, &[]);
    assert_eq!(source.encoding, "GB18030");
    // A charset that the bytes contradict.
    let head = format!("content-type: TEXT/HTML; charset=gbk\r\n{quoted}");
    assert_eq!(check(&message(&[(&head, &utf8)]), TEXT, &[]).encoding, "UTF-8");
    check(
        &message(&[(&format!("{html}\r\nContent-Transfer-Encoding: binary"), REPORT.as_bytes())]),
        TEXT,
        &[],
    );
}

#[test]
fn a_charset_beside_short_words_decides() {
    let big5 = encoding_rs::BIG5.encode("<p>複議</p>").0.into_owned();
    let stated =
        |charset: &str| message(&[(&format!("Content-Type: text/html; charset={charset}"), &big5)]);
    check(&stated("big5"), "複議", &[]);
    let guessed = NativeDecoder.decode(LegacyEncoding::Gb18030, &big5[3..7]);
    assert_ne!(guessed, "複議");
}

#[test]
fn the_part_to_show_is_found() {
    let html = |id: &str| format!("Content-Type: text/html\r\nContent-ID: <{id}>");
    let mut file = message(&[(&html("a"), b"<p>menu</p>"), (&html("b"), REPORT.as_bytes())]);
    check(&file, "menu", &[]);
    let at = file.windows(5).position(|window| window == b"type=").unwrap();
    file.splice(at..at, b"Start=\"<b>\"; ".iter().copied());
    check(&file, TEXT, &[]);
    let text: (&str, &[u8]) = ("Content-Type: text/plain", "行政复议12件".as_bytes());
    check(&message(&[text, (&html("a"), REPORT.as_bytes())]), TEXT, &[]);
    check(&message(&[text]), "行政复议12件", &[]);
}

#[test]
fn single_pages_and_nested_messages_are_read() {
    let single = format!("MIME-Version: 1.0\nContent-Type: text/html;\n charset=utf-8\n\n{REPORT}");
    check(single.as_bytes(), TEXT, &[]);
    let inner = format!("--in\n\nno head\n--in\nContent-Type: text/html\n\n{REPORT}\n--in--\n");
    let file = message(&[
        ("Content-Type: multipart/alternative; boundary=in", inner.as_bytes()),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf", b"%PDF"),
    ]);
    check(&file, TEXT, &[(LossKind::Attachment, "a.pdf")]);
}

#[test]
fn a_page_of_frames_shows_the_fullest() {
    let at = |place: &str| format!("Content-Type: text/html\r\nContent-Location: {place}");
    let frames = "<frameset><frame src=menu.htm><frame src=main.htm></frameset>";
    let file = message(&[
        (&at("index.htm"), frames.as_bytes()),
        (&at("menu.htm"), "<p>首页</p>".as_bytes()),
        (&at("main.htm"), REPORT.as_bytes()),
        (&at("empty.htm"), b"<p> </p>"),
    ]);
    check(&file, TEXT, &[(LossKind::EmbeddedObject, "menu.htm")]);
    // Word keeps running heads in a page that nothing shows.
    let file = message(&[
        (&at("report.htm"), REPORT.as_bytes()),
        (&at("report.files/header.htm"), "<p>内部资料</p>".as_bytes()),
    ]);
    check(&file, TEXT, &[]);
}

#[test]
fn large_pictures_are_told_and_a_page_of_nothing_else_is_a_scan() {
    let picture = vec![b'A'; LEAST_PICTURE];
    let head = "Content-Type: image/jpeg\r\nContent-Location: page1.jpg";
    let html = "Content-Type: text/html";
    let small: (&str, &[u8]) = ("Content-Type: image/gif", b"R0lGOD");
    let file = message(&[(html, REPORT.as_bytes()), (head, &picture), small]);
    check(&file, TEXT, &[(LossKind::Picture, "page1.jpg")]);
    let file = message(&[(html, b"<img src=page1.jpg>"), (head, &picture)]);
    assert_eq!(crate::source::read(&file, &NativeDecoder).err(), Some(SourceError::Scanned));
}

#[test]
fn a_cut_file_gives_what_is_there_and_says_so() {
    let file = message(&[("Content-Type: text/html", REPORT.as_bytes())]);
    let cut = &file[..file.len() - 20];
    let source = crate::source::read(cut, &NativeDecoder).unwrap();
    assert!(source.text.starts_with("一、主要举措\n全年办理行政复议案件12件。"));
    assert_eq!(source.losses, [Loss { kind: LossKind::DamagedPart, place: LossPlace::Document }]);
}

#[test]
fn hostile_messages_end() {
    let mut file = b"MIME-Version: 1.0\n".to_vec();
    for n in 0..20_000 {
        file.extend(format!("Content-Type: multipart/mixed; boundary=x{n}\n\n--x{n}\n").bytes());
    }
    assert_eq!(crate::source::read(&file, &NativeDecoder).err(), Some(SourceError::Damaged));
    let mut file = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n".to_vec();
    file.extend(b"--x\nContent-Type: text/html\n\n<p>a<iframe>\n".repeat(20_000));
    let source = crate::source::read(&file, &NativeDecoder).unwrap();
    assert!(source.losses.iter().any(|loss| loss.kind == LossKind::BeyondLimit));
}

#[test]
fn any_cut_or_changed_byte_gives_a_text_or_an_error() {
    let file = include_bytes!("chromium.mhtml");
    for end in (0..file.len()).step_by(37) {
        let _ = crate::source::read(&file[..end], &NativeDecoder);
    }
    for at in (0..file.len()).step_by(11) {
        let mut file = file.to_vec();
        file[at] ^= 0x15;
        let once = crate::source::read(&file, &NativeDecoder);
        if at % 33 == 0 {
            assert_eq!(once.ok(), crate::source::read(&file, &NativeDecoder).ok());
        }
    }
}
