use super::*;
use crate::source::NativeDecoder;
use crate::source::packing::{LOCKED, pack, pack_raw};

fn names(unpacked: &Unpacked) -> Vec<&str> {
    unpacked.files.iter().map(|file| file.name.as_str()).collect()
}

fn losses(unpacked: &Unpacked) -> Vec<(LossKind, &str)> {
    let place = |loss: &Loss| match &loss.place {
        LossPlace::Part(name) => name.clone(),
        _ => String::new(),
    };
    let names = unpacked.losses.iter().map(|loss| (loss.kind, place(loss)));
    names.map(|(kind, name)| (kind, &*name.leak())).collect()
}

fn open(file: &[u8]) -> Result<Unpacked, SourceError> {
    unpack(file, &NativeDecoder)
}

const TEXT: &[u8] = "一、全年办理行政复议案件12件。".as_bytes();

#[test]
fn documents_come_in_natural_order_and_the_rest_is_told() {
    let page = b"<p>1</p>";
    let file = pack(&[
        ("10.txt", TEXT),
        ("2.txt", TEXT),
        ("各局/a.TXT", TEXT),
        ("../up/./x.html", page),
        ("/abs.doc", b"{\\rtf1"),
        ("back\\slash.txt", TEXT),
        ("logo.png", b"\x89PNG"),
        ("data.bin", b"\x01\x02"),
        ("noname", TEXT),
        ("print", b"%PDF-1.4\n"),
        ("odd.part", b"%PDF-1.4\n"),
        ("x_files/a.js", b"1"),
        ("x_files/b.unknown", b"1"),
        ("__MACOSX/._2.txt", b"1"),
        ("._10.txt", b"1"),
        ("Thumbs.db", b"1"),
        ("~$10.docx", b"1"),
        ("empty/", b""),
    ]);
    assert_eq!(crate::source::read(&file, &NativeDecoder).err(), Some(SourceError::Folder));
    let unpacked = open(&file).unwrap();
    assert_eq!(
        names(&unpacked),
        [
            "2.txt",
            "10.txt",
            "abs.doc",
            "back/slash.txt",
            "noname",
            "odd.part",
            "print",
            "up/x.html",
            "各局/a.TXT"
        ]
    );
    assert_eq!(unpacked.files[7].bytes, page);
    assert_eq!(
        losses(&unpacked),
        [(LossKind::OtherFile, "logo.png"), (LossKind::OtherFile, "data.bin")]
    );
}

#[test]
fn a_zip_in_a_zip_is_opened_once() {
    let third = pack(&[("c.txt", TEXT)]);
    let second = pack(&[("b.txt", TEXT), ("third.zip", &third)]);
    let document = pack(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    let file = pack(&[("a.docx", &document), ("named.zip", &document), ("second.zip", &second)]);
    let unpacked = open(&file).unwrap();
    assert_eq!(names(&unpacked), ["a.docx", "named.zip", "second.zip/b.txt"]);
    assert_eq!(losses(&unpacked), [(LossKind::BeyondLimit, "second.zip/third.zip")]);
}

#[test]
fn names_in_gbk_are_read() {
    let name = encoding_rs::GBK.encode("年度报告.txt").0.into_owned();
    let unpacked = open(&pack_raw(&[(&name, TEXT, 0)])).unwrap();
    assert_eq!(names(&unpacked), ["年度报告.txt"]);
}

#[test]
fn locked_and_damaged_files_are_told() {
    let unpacked = open(&pack_raw(&[(b"a.txt", TEXT, LOCKED), (b"b.txt", TEXT, 0)])).unwrap();
    assert_eq!(losses(&unpacked), [(LossKind::LockedPart, "a.txt")]);
    assert_eq!(open(&pack_raw(&[(b"a.txt", TEXT, LOCKED)])).err(), Some(SourceError::Locked));
    assert_eq!(open(&pack(&[("a.png", b"1")])).err(), Some(SourceError::EmptyFolder));
    assert_eq!(open(&pack(&[])).err(), Some(SourceError::EmptyFolder));
    assert_eq!(open(b"PK\x03\x04").err(), Some(SourceError::Damaged));
}

#[test]
fn bombs_are_bounded() {
    let zeros = vec![0u8; 65 << 20];
    let large = vec![b'a'; 60 << 20];
    let mut parts = vec![("too-large.txt", zeros.as_slice()), ("ok.txt", TEXT)];
    parts.extend([("a.txt", large.as_slice()); 5]);
    let unpacked = open(&pack(&parts)).unwrap();
    let n_bytes: usize = unpacked.files.iter().map(|file| file.bytes.len()).sum();
    assert!(n_bytes <= MAX_UNPACKED_BYTES);
    assert_eq!(losses(&unpacked)[0], (LossKind::BeyondLimit, "too-large.txt"));
    // Many ZIPs in one share the limit.
    let inner = pack(&[("a.txt", large.as_slice())]);
    let unpacked = open(&pack(&[("x.zip", inner.as_slice()); 9])).unwrap();
    assert!(unpacked.files.len() <= 4, "{}", unpacked.files.len());
    assert!(losses(&unpacked).contains(&(LossKind::BeyondLimit, "")));
    let many: Vec<_> = (0..MAX_PARTS + 5).map(|n| format!("{n}.txt")).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), &b"1"[..])).collect();
    assert_eq!(open(&pack(&many)).unwrap().files.len(), MAX_PARTS);
}

#[test]
fn any_cut_or_changed_byte_gives_files_or_an_error() {
    let inner = pack(&[("b.txt", TEXT)]);
    let file = pack(&[("2.txt", TEXT), ("10.txt", TEXT), ("in.zip", &inner)]);
    for end in 0..file.len() {
        let _ = open(&file[..end]);
    }
    for at in 0..file.len() {
        let mut file = file.clone();
        file[at] ^= 0x15;
        assert_eq!(open(&file).ok(), open(&file).ok());
    }
}

#[test]
fn numbers_in_names_count_by_value() {
    let mut names = ["a10", "a9", "a09b", "a", "b1", "第10章", "第9章", "00", "0"];
    names.sort_by(|one, other| natural(one, other));
    assert_eq!(names, ["0", "00", "a", "a9", "a09b", "a10", "b1", "第9章", "第10章"]);
}
