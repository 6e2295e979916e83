//! Whole documents, small ones that are put together here.

use std::fmt::Write as _;

use crate::source::{self, LossKind, LossPlace, NativeDecoder, Source, SourceError};

/// A document that is being put together.
struct Document {
    pages: Vec<Vec<u8>>,
    /// Entries of each page's dictionary.
    page_entries: &'static str,
    /// Further objects, from number 20 on.
    objects: Vec<Vec<u8>>,
    /// Entries of the trailer.
    trailer: &'static str,
}

/// Fonts of every document: F1 UTF-16, F2 GBK, F3 Latin, F4 with a table, F5 without one.
const FONTS: &str = "<< /F1 3 0 R /F2 5 0 R /F3 6 0 R /F4 7 0 R /F5 8 0 R >>";

impl Document {
    fn new(pages: &[&str]) -> Self {
        let pages = pages.iter().map(|page| page.as_bytes().to_vec()).collect();
        Self { pages, page_entries: "", objects: Vec::new(), trailer: "" }
    }

    fn bytes(&self) -> Vec<u8> {
        let font = |encoding: &str| {
            format!(
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /{encoding} /DescendantFonts [4 0 R] >>"
            )
        };
        let table = "1 begincodespacerange <0000> <FFFF> endcodespacerange \
                     2 beginbfchar <0001> <653F> <0002> <5E9C> endbfchar";
        let mut objects: Vec<(usize, Vec<u8>)> = vec![
            (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
            (3, font("UniGB-UCS2-H").into()),
            (4, b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>".to_vec()),
            (5, font("GBK-EUC-H").into()),
            (6, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /one /uni653F] >> >>".to_vec()),
            (7, font("Identity-H").replace(" >>", " /ToUnicode 9 0 R >>").into()),
            (8, font("Identity-H").into()),
            (9, stream("", table.as_bytes())),
        ];
        let mut kids = String::new();
        for (index, page) in self.pages.iter().enumerate() {
            let number = 100 + index * 2;
            let _ = write!(kids, "{number} 0 R ");
            let entries = self.page_entries;
            objects.push((number, format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font {FONTS} /XObject << /X20 20 0 R /X21 21 0 R >> >> {entries} >>", number + 1).into()));
            objects.push((number + 1, stream("", page)));
        }
        let pages = format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", self.pages.len());
        objects.push((2, pages.into()));
        objects.extend(
            self.objects.iter().cloned().enumerate().map(|(index, object)| (20 + index, object)),
        );
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        for (number, object) in objects {
            offsets.push((number, file.len()));
            file.extend(format!("{number} 0 obj\n").bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let start = file.len();
        file.extend(b"xref\n0 1\n0000000000 65535 f \n");
        for (number, offset) in &offsets {
            file.extend(format!("{number} 1\n{offset:010} 00000 n \n").bytes());
        }
        let trailer = self.trailer;
        file.extend(
            format!("trailer\n<< /Root 1 0 R /Size 999 {trailer} >>\nstartxref\n{start}\n%%EOF\n")
                .bytes(),
        );
        file
    }

    fn read(&self) -> Result<Source, SourceError> {
        source::read(&self.bytes(), &NativeDecoder)
    }

    fn text(&self) -> String {
        self.read().unwrap().text
    }
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {entries} /Length {} >>\nstream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

fn hex(words: &str) -> String {
    words.encode_utf16().map(|unit| format!("{unit:04X}")).collect()
}

/// A line of text; Chinese characters are as wide as the size, others half.
fn line(x: f32, y: f32, size: f32, words: &str) -> String {
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{}> Tj ET\n", hex(words))
}

/// Lines of text from a height on, 20 points apart, in 12 points.
fn lines(x: f32, y: f32, words: &[&str]) -> String {
    words
        .iter()
        .zip(0_u8..)
        .map(|(words, n)| line(x, y - 20.0 * f32::from(n), 12.0, words))
        .collect()
}

#[test]
fn characters_of_every_coding_are_read() {
    let page = "BT /F1 12 Tf 50 700 Td <653F5E9C> Tj 0 -20 Td /F2 12 Tf (\\270\\264\\322\\3511) Tj \
                0 -20 Td /F3 12 Tf (\\001\\002 caf\\351) Tj 0 -20 Td /F4 12 Tf <00010002> Tj ET";
    assert_eq!(Document::new(&[page]).text(), "政府\n复议1\n1政 café\n政府\n");
}

#[test]
fn fonts_with_chinese_names_that_are_not_in_the_file_write_gbk() {
    let font = "/F9 << /Type /Font /Subtype /TrueType /BaseFont /#B7#C2#CB#CE >>";
    let mut document = Document::new(&["/X20 Do"]);
    let form = format!("/Subtype /Form /BBox [0 0 600 800] /Resources << /Font << {font} >> >>");
    let content = b"BT /F9 12 Tf 50 700 Td (12\\270\\264\\322\\351) Tj ET";
    document.objects = vec![stream(&form, content)];
    assert_eq!(document.text(), "12复议\n");
}

#[test]
fn instructions_of_text_move_the_pen() {
    let page = "BT /F3 10 Tf 14 TL 50 700 Td (a) Tj T* (b) Tj (c) ' 1 1 (d) \" [(e) -3000 (f)] TJ \
                0 Tc 0 Tw 0 -30 TD (g) Tj T* (h) Tj 1 0 0 1 50 500 Tm (2) Tj 5 Ts 6 Tf /F3 6 Tf (3) Tj ET \
                q 1 0 0 1 0 -200 cm BT /F3 10 Tf 50 600 Td (i) Tj ET Q BT /F3 10 Tf 50 300 Td (j) Tj ET";
    let words = Document::new(&[page]).text();
    assert_eq!(words, "a\nb\nc\nde  f\ng\nh\n23\ni\nj\n");
}

const FIRST: &str = "二〇二三年全县共办理行政复议案件二百四十六件同比增长百分";
const SECOND: &str = "之十七，其中受理二百二十一件。";

#[test]
fn paragraphs_are_joined_within_and_across_pages() {
    let first = lines(74.0, 700.0, &["第一段只有一行。", FIRST])
        + &lines(50.0, 660.0, &["之十七点一，其中受理二百二十一件，不予受理二十五件，审结二"])
        + &line(280.0, 40.0, 10.0, "— 1 —");
    let second = lines(50.0, 780.0, &["百二十八件。"])
        + &lines(74.0, 760.0, &["下一段。"])
        + &line(280.0, 40.0, 10.0, "— 2 —");
    // The lines reach 50 + 30 · 12.
    assert_eq!(
        Document::new(&[&first, &second]).text(),
        format!(
            "第一段只有一行。\n{FIRST}之十七点一，其中受理二百二十一件，不予受理二十五件，审结二百二十八件。\n下一段。\n"
        )
    );
}

#[test]
fn headings_stand_on_their_own_lines() {
    let page = line(200.0, 780.0, 22.0, "年度报告")
        + &lines(74.0, 700.0, &["一、总体情况", FIRST])
        + &lines(50.0, 660.0, &[SECOND]);
    assert_eq!(
        Document::new(&[&page]).text(),
        format!("年度报告\n一、总体情况\n{FIRST}{SECOND}\n")
    );
}

#[test]
fn a_title_that_fills_its_line_goes_on_in_the_middle_of_the_next_however_far_that_is() {
    // The lines reach from 50 to 410.
    let page = line(65.0, 780.0, 22.0, "东桥市人民政府法治建设情况的报")
        + &line(219.0, 722.0, 22.0, "告")
        + &lines(74.0, 660.0, &[FIRST])
        + &lines(50.0, 640.0, &[SECOND]);
    let title = "东桥市人民政府法治建设情况的报告";
    assert_eq!(Document::new(&[&page]).text(), format!("{title}\n{FIRST}{SECOND}\n"));
}

/// Lines of a grid with rows at these heights and columns at 50, 150, 250, and words in its cells.
fn table(heights: &[f32], words: &[[&str; 2]]) -> String {
    let mut page = String::new();
    for y in heights {
        let _ = writeln!(page, "50 {y} m 250 {y} l S");
    }
    let (top, bottom) = (heights[0], heights[heights.len() - 1]);
    for x in [50.0_f32, 150.0, 250.0] {
        // As a thin box, as spreadsheets draw them.
        let _ = writeln!(page, "{} {bottom} 0.5 {} re f", x - 0.25, top - bottom);
    }
    for (row, y) in words.iter().zip(heights) {
        for (cell, x) in row.iter().zip([54.0, 154.0]) {
            for (words, n) in cell.lines().zip(0_u8..) {
                page += &line(x, y - 14.0 - 12.0 * f32::from(n), 10.0, words);
            }
        }
    }
    page
}

#[test]
fn ruled_tables_are_tables_even_over_pages() {
    let first = lines(50.0, 780.0, &["表一"])
        + &table(&[300.0, 280.0, 240.0], &[["类别", "件数"], ["行政处罚及其\n他决定", "12"]]);
    let second = table(&[800.0, 780.0, 760.0], &[["类别", "件数"], ["行政强制", "3"]])
        + &lines(50.0, 700.0, &["说明"]);
    let source = Document::new(&[&first, &second]).read().unwrap();
    assert_eq!(source.text, "表一\n类别\t件数\n行政处罚及其他决定\t12\n行政强制\t3\n说明\n");
    assert_eq!(source.tables.len(), 1);
    assert_eq!(source.tables[0].rows.len(), 3);
}

#[test]
fn words_in_columns_are_a_table_where_that_is_sure() {
    let row = |y: f32, words: [&str; 3]| {
        words
            .iter()
            .zip([50.0, 200.0, 300.0])
            .map(|(words, x)| line(x, y, 12.0, words))
            .collect::<String>()
    };
    let page = row(700.0, ["项目", "受理", "审结"])
        + &row(680.0, ["行政复议", "12", "11"])
        + &row(660.0, ["行政诉讼", "3", "2"]);
    let source = Document::new(&[&page]).read().unwrap();
    assert_eq!(source.text, "项目\t受理\t审结\n行政复议\t12\t11\n行政诉讼\t3\t2\n");
    assert_eq!(source.tables.len(), 1);
}

#[test]
fn columns_are_read_one_after_the_other() {
    let column = |x: f32, words: &str| {
        let words: Vec<String> =
            (1..=10).map(|n| format!("{words}{n}{}", "文".repeat(14))).collect();
        lines(x, 700.0, &words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let page = line(200.0, 780.0, 20.0, "两栏") + &column(50.0, "左") + &column(300.0, "右");
    let text = Document::new(&[&page]).text();
    let place = |words: &str| text.find(words).unwrap_or(usize::MAX);
    assert!(place("左10") < place("右1") && place("两栏") < place("左1"), "{text}");
}

#[test]
fn forms_are_drawn_and_cycles_end() {
    let mut document = Document::new(&["/X20 Do"]);
    let content = "BT /F3 12 Tf 0 0 Td (form) Tj ET /X20 Do /X21 Do /X20 Do";
    let form = |content: &str| {
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 50 20]",
            content.as_bytes(),
        )
    };
    document.objects = vec![form(content), form("/X20 Do /X20 Do /X20 Do /X20 Do")];
    let source = document.read().unwrap();
    assert!(source.text.contains("form"));
    assert!(source.losses.iter().any(|loss| loss.kind == LossKind::BeyondLimit));
}

#[test]
fn turned_pages_are_read_as_they_are_seen() {
    // Lines run downwards on the sheet, which is turned to the left for reading.
    let page =
        "BT /F1 12 Tf 0 1 -1 0 100 100 Tm <653F5E9C> Tj 0 1 -1 0 130 100 Tm <590D8BAE> Tj ET";
    let mut document = Document::new(&[page]);
    assert_eq!(document.text(), "政府\n复议\n");
    document.page_entries = "/Rotate 90";
    assert_eq!(document.text(), "政府\n复议\n");
}

#[test]
fn what_is_not_seen_is_not_read() {
    let page = lines(50.0, 700.0, &["显示"])
        + "BT 3 Tr /F1 12 Tf 50 600 Td <653F> Tj ET BT 0 Tr /F1 12 Tf 900 600 Td <653F> Tj ET"
        + "/Artifact << /Type /Pagination >> BDC BT /F1 12 Tf 50 820 Td <653F> Tj ET EMC";
    assert_eq!(Document::new(&[&page]).text(), "显示\n");
    assert_eq!(Document::new(&["BT 3 Tr /F1 12 Tf 50 600 Td <653F> Tj ET"]).text(), "政\n");
}

#[test]
fn what_a_stretch_really_says_is_read() {
    let page = format!(
        "/Span << /ActualText <FEFF{}> >> BDC BT /F5 12 Tf 50 700 Td <00010002> Tj ET EMC",
        hex("政府")
    );
    let source = Document::new(&[&page]).read().unwrap();
    assert_eq!(source.text, "政府\n");
    assert!(source.losses.is_empty());
}

#[test]
fn characters_that_are_not_told_are_a_loss() {
    let unknown = "BT /F5 12 Tf 50 600 Td <00010002> Tj ET";
    let source = Document::new(&[&(lines(50.0, 700.0, &["件数"]) + unknown)]).read().unwrap();
    assert_eq!(source.text, "件数\n\u{fffd}\u{fffd}\n");
    assert_eq!(source.losses[0].kind, LossKind::UnknownCharacters);
    assert_eq!(Document::new(&[unknown]).read().unwrap_err(), SourceError::Unreadable);
}

const PICTURE: &str = "q 400 0 0 500 50 100 cm /X20 Do Q";

#[test]
fn scans_are_told() {
    let document = |pages: &[&str]| {
        let mut document = Document::new(pages);
        let entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
        document.objects = vec![stream(entries, b"\0")];
        document.read()
    };
    let losses = |pages: &[&str]| {
        let losses = document(pages).unwrap().losses;
        losses.into_iter().map(|loss| (loss.kind, loss.place)).collect::<Vec<_>>()
    };
    let words = lines(50.0, 700.0, &["说明"]);
    assert_eq!(document(&[PICTURE]).unwrap_err(), SourceError::Scanned);
    assert_eq!(losses(&[&words, PICTURE]), [(LossKind::ScannedPage, LossPlace::Page(2))]);
    assert_eq!(losses(&[&(words.clone() + PICTURE)]), [(LossKind::Picture, LossPlace::Page(1))]);
    // A logo, and text that a scanner recognized beneath the picture of its page.
    assert_eq!(losses(&[&(words + "q 20 0 0 20 50 100 cm /X20 Do Q")]), []);
    assert_eq!(losses(&[&format!("BT 3 Tr /F1 12 Tf 50 600 Td <653F> Tj ET {PICTURE}")]), []);
    assert_eq!(document(&[""]).unwrap_err(), SourceError::Empty);
}

#[test]
fn locked_files_are_told() {
    let mut document = Document::new(&["BT /F3 12 Tf (a) Tj ET"]);
    document.trailer = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0101010101010101010101010101010101010101010101010101010101010101> \
        /U <0202020202020202020202020202020202020202020202020202020202020202> >> /ID [<01> <01>]";
    assert_eq!(document.read().unwrap_err(), SourceError::Locked);
}

#[test]
fn the_title_of_the_file_is_named_where_the_text_has_it() {
    let mut document = Document::new(&[&line(200.0, 780.0, 22.0, "某县年度报告")]);
    document.trailer = "/Info << /Title <FEFF67D053BF5E745EA662A5544A> >>";
    assert_eq!(document.read().unwrap().named_title.as_deref(), Some("某县年度报告"));
    document.trailer = "/Info << /Title (Microsoft Word - report.doc) >>";
    assert_eq!(document.read().unwrap().named_title, None);
}

#[test]
fn a_page_that_unpacks_to_much_is_a_loss() {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 65 << 20], 1);
    let mut document = Document::new(&[&lines(50.0, 700.0, &["说明"]), "/X20 Do"]);
    document.objects =
        vec![stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", &packed)];
    let source = document.read().unwrap();
    assert_eq!(source.text, "说明\n");
    assert_eq!(source.losses[0].kind, LossKind::DamagedPart);
}

/// A document with all that is read.
fn sample() -> Vec<u8> {
    let first = lines(74.0, 780.0, &["一、总体情况", FIRST, SECOND])
        + &table(&[300.0, 280.0, 240.0], &[["类别", "件数"], ["行政处罚", "12"]])
        + "/Span << /ActualText (x) >> BDC /X20 Do EMC BT /F2 9 Tf 90 Tz (\\270\\264) Tj ET";
    let mut document = Document::new(&[&first, "BT /F4 12 Tf 50 700 Td [<0001> 20 <0002>] TJ ET"]);
    document.objects = vec![stream("/Subtype /Form /BBox [0 0 9 9]", b"BT /F3 12 Tf (form) Tj ET")];
    document.trailer = "/Info << /Title (a) >>";
    document.bytes()
}

#[test]
fn files_with_a_broken_directory_are_read() {
    let mut bytes = sample();
    let whole = source::read(&bytes, &NativeDecoder).unwrap().text;
    assert!(whole.contains("类别\t件数"));
    let at = bytes.windows(9).rposition(|part| part == b"startxref").unwrap();
    bytes.truncate(at);
    let cut = source::read(&bytes, &NativeDecoder).unwrap();
    assert_eq!(cut.text, whole);
    // Nothing is missing here, but that cannot be known.
    assert_eq!(cut.losses[0].kind, LossKind::DamagedPart);
}

#[test]
fn no_cut_and_no_change_of_bytes_breaks_the_reader() {
    let bytes = sample();
    for len in (0..bytes.len()).step_by(257) {
        let _ = source::read(&bytes[..len], &NativeDecoder);
    }
    let mut seed = 7_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for _ in 0..400 {
        let mut changed = bytes.clone();
        for _ in 0..=next(12) {
            let at = next(changed.len());
            match next(3) {
                0 => changed[at] = next(256) as u8,
                1 => changed[at] = b"0123456789 <>[]()/"[next(18)],
                _ => drop(changed.splice(at..(at + next(9)).min(bytes.len()), [b'9'; 4])),
            }
            if changed.is_empty() {
                break;
            }
        }
        let _ = source::read(&changed, &NativeDecoder);
    }
}
