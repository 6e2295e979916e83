use super::*;
use crate::source::{Loss, NativeDecoder};

/// A fictional report that LibreOffice saved as Word 97: lists, a table with joined cells, tracked changes, hidden text,
/// a footnote, a text box, running heads, a picture, fields.
const REPORT: &[u8] = include_bytes!("libreoffice.doc");

fn open(file: &[u8]) -> Result<Source, SourceError> {
    crate::source::read(file, &NativeDecoder)
}

/// A compound file with these streams, each in sectors of its own.
fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut sectors: Vec<u8> = Vec::new();
    let mut fat: Vec<u32> = Vec::new();
    let mut entries = vec![("Root Entry", 5u8, u32::MAX - 1, 0usize)];
    for (name, bytes) in streams {
        let mut bytes = bytes.to_vec();
        // Shorter ones would belong into small sectors.
        bytes.resize(bytes.len().max(4096).next_multiple_of(SECTOR), 0);
        entries.push((name, 2, u32::try_from(fat.len()).unwrap(), bytes.len()));
        let n = bytes.len() / SECTOR;
        fat.extend((1..n).map(|at| u32::try_from(fat.len() + at).unwrap()).collect::<Vec<_>>());
        fat.push(u32::MAX - 1);
        sectors.extend(bytes);
    }
    let directory_at = fat.len();
    entries.resize(entries.len().next_multiple_of(4), ("", 0, 0, 0));
    for (at, (name, kind, start, size)) in entries.iter().enumerate() {
        let mut entry = [0u8; 128];
        for (unit, slot) in name.encode_utf16().zip(entry.chunks_exact_mut(2)) {
            slot.copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = u8::try_from(name.len() * 2 + 2).unwrap();
        entry[66] = *kind;
        // Each is the right neighbor of the one before.
        let right = if *kind == 2 && at < streams.len() { number(at + 1) } else { [0xff; 4] };
        entry[68..72].copy_from_slice(&[0xff; 4]);
        entry[72..76].copy_from_slice(&right);
        entry[76..80].copy_from_slice(&if at == 0 { number(1) } else { [0xff; 4] });
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&number(*size));
        sectors.extend(entry);
    }
    for at in (0..entries.len() / 4).rev() {
        fat.push(if at == 0 { u32::MAX - 1 } else { u32::try_from(fat.len() + 1).unwrap() });
    }
    let fat_at = fat.len();
    fat.resize(fat.len().next_multiple_of(128), u32::MAX);
    let mut file = vec![0u8; 512];
    file[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    file[30..34].copy_from_slice(&[9, 0, 6, 0]);
    file[48..52].copy_from_slice(&number(directory_at));
    file[56..60].copy_from_slice(&number(4096));
    file[60..64].copy_from_slice(&[0xfe, 0xff, 0xff, 0xff]);
    file[68..72].copy_from_slice(&[0xfe, 0xff, 0xff, 0xff]);
    file[76..512].fill(0xff);
    for at in 0..fat.len() / 128 {
        file[76 + at * 4..80 + at * 4].copy_from_slice(&number(fat_at + at));
    }
    file.extend(sectors);
    file.extend(fat.iter().flat_map(|next| next.to_le_bytes()));
    file
}

/// A document whose main text is these characters, about which nothing else is said.
fn document(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    document_of(&units, text.encode_utf16().count(), 2048)
}

fn document_of(bytes: &[u8], n_chars: usize, place: u32) -> Vec<u8> {
    let n = u32::try_from(n_chars).unwrap().to_le_bytes();
    let mut stream = vec![0u8; 2048];
    stream[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    stream[76..80].copy_from_slice(&n);
    stream[152..154].copy_from_slice(&[93, 0]);
    stream[154 + 33 * 8 + 4..154 + 33 * 8 + 8].copy_from_slice(&[21, 0, 0, 0]);
    stream.extend(bytes);
    let mut table = vec![2, 16, 0, 0, 0, 0, 0, 0, 0];
    table.extend(n);
    table.extend([0, 0]);
    table.extend(place.to_le_bytes());
    table.extend([0, 0]);
    compound(&[("WordDocument", &stream), ("0Table", &table)])
}

#[track_caller]
fn check(file: &[u8], text: &str, losses: &[LossKind]) -> Source {
    let source = open(file).unwrap();
    assert_eq!((source.format, source.text.as_str()), (SourceFormat::Doc, text));
    let expect: Vec<_> =
        losses.iter().map(|kind| Loss { kind: *kind, place: LossPlace::Document }).collect();
    assert_eq!(source.losses, expect);
    source
}

#[test]
fn a_document_of_a_real_program_is_read() {
    let source = check(
        REPORT,
        "岭东县司法局2023年度法治政府建设情况报告\n县人民政府：\n现将有关情况报告如下：\n\
         一、主要举措\n（一）健全机制\n1. 办理复议7件。\n2. 应诉3件。\n（二）严格执法\n二、存在问题\n\
         下面\t有制表符，网址链接，日期26年11月21日。\n\
         类别\t案件数量（件）\t备注\n收到\t办结\t\n行政复议\t7\t6\t\n\
         图后\n第一行\n第二行\n岭东县司法局\n2024年1月2日\n含上年结转2件。\n\n框中的文字3件\n\n",
        &[LossKind::Picture],
    );
    let sizes: Vec<Vec<_>> = source.tables[0]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| (cell.columns, cell.rows)).collect())
        .collect();
    assert_eq!(sizes, [vec![(1, 2), (2, 1), (1, 1)], vec![(1, 1); 3], vec![(1, 1); 4]]);
}

#[test]
fn special_characters_and_fields_show_what_a_reader_sees() {
    check(
        &document(
            "甲\u{13} HYPERLINK \u{13}A\u{14}B\u{15}\u{14}乙\u{13}TC\u{15}丙\u{15}丁\r\u{1}\u{2}戊\u{b}己\u{1e}庚\u{1f}辛\u{c}壬\r",
        ),
        "甲乙丙丁\n戊\n己-庚辛\n壬\n",
        &[LossKind::Picture],
    );
    check(
        &document("\u{13} EMBED Excel.Sheet \u{14}\u{1}\u{15}图\r\u{f020}\r"),
        "图\n\u{fffd}\n",
        &[LossKind::EmbeddedObject, LossKind::UnknownCharacters],
    );
    // A field that was never closed must not swallow the rest.
    let long = format!("甲\u{13}{}\r乙\r", "丙".repeat(5_000));
    assert!(open(&document(&long)).unwrap().text.ends_with("乙\n"));
}

#[test]
fn rows_end_with_a_second_mark_where_nothing_is_said() {
    let source = check(
        &document("前\r类别\u{7}件数\u{7}\u{7}复议\u{7}12\u{7}\u{7}后\r"),
        "前\n类别\t件数\n复议\t12\n后\n",
        &[],
    );
    assert_eq!(source.tables.len(), 1);
}

#[test]
fn pieces_of_one_byte_are_windows_1252() {
    check(&document_of(b"\x93A\x94 \x80\xb7\r", 7, 0x4000_0000 | 4096), "“A” €·\n", &[]);
}

#[test]
fn other_compound_files_are_told_apart() {
    let kind = |streams: &[(&str, &[u8])]| open(&compound(streams)).err();
    assert_eq!(
        kind(&[("EncryptedPackage", b""), ("EncryptionInfo", b"")]),
        Some(SourceError::Locked)
    );
    assert_eq!(kind(&[("Workbook", b"")]), Some(SourceError::Spreadsheet));
    assert_eq!(kind(&[("Book", b"")]), Some(SourceError::Spreadsheet));
    assert_eq!(kind(&[("PowerPoint Document", b"")]), Some(SourceError::Spreadsheet));
    assert_eq!(kind(&[("Contents", b"")]), Some(SourceError::Damaged));
    // Word 95.
    assert_eq!(
        kind(&[("WordDocument", b"\xdc\xa5\x68\0\0\0\0\0\0\0\0\0")]),
        Some(SourceError::Damaged)
    );
    let mut locked = REPORT.to_vec();
    let block = locked.windows(2).position(|window| window == b"\xec\xa5").unwrap();
    locked[block + 11] |= 1;
    assert_eq!(open(&locked).err(), Some(SourceError::Locked));
}

#[test]
fn a_document_that_is_only_a_picture_is_a_scan() {
    assert_eq!(open(&document("\u{1}\r")).err(), Some(SourceError::Scanned));
}

#[test]
fn chains_that_never_end_and_lengths_that_lie_do_no_harm() {
    let file = document("文字\r");
    let fat = file.len() - 512;
    for next in [0u32, 1, 5, u32::MAX, 0x7fff_ffff] {
        let mut hostile = file.clone();
        for at in (fat..hostile.len()).step_by(4) {
            hostile[at..at + 4].copy_from_slice(&next.to_le_bytes());
        }
        let _ = open(&hostile);
    }
    for at in (0..file.len() - 4).step_by(4) {
        if file[at..at + 4] != [0; 4] {
            let mut hostile = file.clone();
            hostile[at..at + 4].copy_from_slice(&[0xff, 0xff, 0xff, 0x3f]);
            let _ = open(&hostile);
        }
    }
}

#[test]
fn any_cut_or_changed_byte_gives_a_text_or_an_error() {
    for end in (0..REPORT.len()).step_by(256) {
        let _ = open(&REPORT[..end]);
    }
    for at in (0..REPORT.len()).filter(|at| REPORT[*at] != 0) {
        for flip in [0x01, 0xff] {
            let mut file = REPORT.to_vec();
            file[at] ^= flip;
            let _ = open(&file);
        }
    }
    let mut file = REPORT.to_vec();
    file[3000] ^= 0x20;
    assert_eq!(open(&file).ok(), open(&file).ok());
}
