use super::*;
use crate::source::packing::{LOCKED, pack, pack_raw};
use crate::source::{Loss, NativeDecoder};

const BODIES: &str = "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody><ofd:DocInfo>\
    <ofd:Title>岭东县水务局年度报告</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml\
    </ofd:DocRoot></ofd:DocBody></ofd:OFD>";

/// A document's root part with these parts as pages, in this order, and `more` behind them.
fn root(pages: &[&str], more: &str) -> String {
    let pages: String = pages.iter().map(|page| format!("<ofd:Page BaseLoc='{page}'/>")).collect();
    format!(
        "<?xml version='1.0'?><ofd:Document xmlns:ofd='x'><ofd:CommonData><ofd:PageArea>\
         <ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{more}</ofd:CommonData>\
         <ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    )
}

/// A line of text at a place, each character stepping by `size`, as a run.
fn text(x: f64, y: f64, size: f64, words: &str) -> String {
    let n = words.chars().count() - 1;
    format!(
        "<ofd:TextObject Boundary='{x} {} 160 {size}' Font='3' Size='{size}'>\
         <ofd:CGTransform CodePosition='0'><ofd:Glyphs>1 2</ofd:Glyphs></ofd:CGTransform>\
         <ofd:TextCode X='0' Y='{size}' DeltaX='g {n} {size}'>{words}</ofd:TextCode></ofd:TextObject>",
        y - size,
    )
}

fn page(objects: &str) -> String {
    format!(
        "<ofd:Page xmlns:ofd='x'><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    )
}

fn document(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    pack(&parts)
}

fn open(file: &[u8]) -> Result<Source, SourceError> {
    crate::source::read(file, &NativeDecoder)
}

#[track_caller]
fn check(file: &[u8], text: &str, losses: &[(LossKind, LossPlace)]) -> Source {
    let source = open(file).unwrap();
    assert_eq!((source.format, source.text.as_str()), (SourceFormat::Ofd, text));
    let expect: Vec<_> =
        losses.iter().map(|(kind, place)| Loss { kind: *kind, place: place.clone() }).collect();
    assert_eq!(source.losses, expect);
    source
}

/// A report of two pages with a ruled table, as programs write it.
fn report() -> Vec<u8> {
    let line = "全县各级行政机关严格规范公正文明执法，行政复议应诉工作稳";
    let first: String = line.chars().take(26).collect();
    let table = [
        "<ofd:PathObject Boundary='30 120 120 20'><ofd:AbbreviatedData>M 0 0 L 120 0 L 120 20 L 0 20 C \
         M 0 10 L 120 10 M 60 0 L 60 20</ofd:AbbreviatedData></ofd:PathObject>",
        &text(32.0, 128.0, 4.0, "类别"),
        &text(92.0, 128.0, 4.0, "件数"),
        &text(32.0, 138.0, 4.0, "行政复议"),
        &text(92.0, 138.0, 4.0, "12"),
    ]
    .concat();
    let one = [
        table,
        text(60.0, 50.0, 7.0, "岭东县水务局年度报告"),
        text(38.0, 80.0, 5.0, "一、主要举措"),
        text(38.0, 250.0, 5.0, &first),
        text(28.0, 260.0, 5.0, line),
        text(100.0, 285.0, 4.0, "— 1 —"),
    ];
    let two = [text(28.0, 40.0, 5.0, "步推进。"), text(100.0, 285.0, 4.0, "— 2 —")];
    document(&[
        ("OFD.xml", BODIES),
        ("Doc_0/Document.xml", &root(&["Pages/Page_1/Content.xml", "/Doc_0/Pages/P2.xml"], "")),
        ("Doc_0/Pages/P2.xml", &page(&two.concat())),
        ("Doc_0/Pages/Page_1/Content.xml", &page(&one.concat())),
    ])
}

#[test]
fn pages_lines_and_tables_are_read_in_order() {
    let source = check(
        &report(),
        "岭东县水务局年度报告\n一、主要举措\n类别\t件数\n行政复议\t12\n\
         全县各级行政机关严格规范公正文明执法，行政复议应诉工全县各级行政机关严格规范公正文明执法，\
         行政复议应诉工作稳步推进。\n",
        &[],
    );
    assert_eq!(source.named_title.as_deref(), Some("岭东县水务局年度报告"));
    assert_eq!(source.tables.len(), 1);
}

#[test]
fn prefixes_encodings_and_marks_of_the_xml_do_not_matter() {
    let bare = |text: &str| text.replace("ofd:", "");
    let words = page(&text(30.0, 40.0, 5.0, "行政复议&amp;应诉 &#49;2件"));
    let other = words.replace("ofd:", "o:");
    let legacy = format!("<?xml version='1.0' encoding='GBK'?>{}", bare(&words));
    let legacy = encoding_rs::GBK.encode(&legacy).0.into_owned();
    let marked = format!("\u{feff}{other}");
    for page in [words.as_bytes(), marked.as_bytes(), &legacy] {
        let file = pack(&[
            ("OFD.xml", bare(BODIES).as_bytes()),
            ("Doc_0/Document.xml", root(&["P.xml"], "").as_bytes()),
            ("Doc_0/P.xml", page),
        ]);
        check(&file, "行政复议&应诉 12件\n", &[]);
    }
}

#[test]
fn what_is_not_read_is_told_with_its_place() {
    let attached = "<ofd:Attachments><ofd:Attachment Name='附表.xlsx'/></ofd:Attachments>";
    let picture = "<ofd:ImageObject ResourceID='1' Boundary='0 0 9 9'/>";
    let file = document(&[
        ("OFD.xml", BODIES),
        (
            "Doc_0/Document.xml",
            &root(
                &["1.xml", "2.xml", "3.xml", "4.xml"],
                "<ofd:Attachments>A.xml</ofd:Attachments>",
            ),
        ),
        ("Doc_0/1.xml", &page(&[&text(30.0, 40.0, 5.0, "共3件"), picture].concat())),
        ("Doc_0/2.xml", &page(picture)),
        ("Doc_0/4.xml", &page(&text(30.0, 40.0, 5.0, "\u{e123}件"))),
        ("Doc_0/A.xml", attached),
    ]);
    let part = |name: &str| LossPlace::Part(name.to_owned());
    check(
        &file,
        "共3件\n\u{fffd}件\n",
        &[
            (LossKind::DamagedPart, part("Doc_0/3.xml")),
            (LossKind::Picture, LossPlace::Page(1)),
            (LossKind::ScannedPage, LossPlace::Page(2)),
            (LossKind::UnknownCharacters, LossPlace::Page(4)),
            (LossKind::Attachment, part("附表.xlsx")),
        ],
    );
    let scanned = document(&[
        ("OFD.xml", BODIES),
        ("Doc_0/Document.xml", &root(&["2.xml"], "")),
        ("Doc_0/2.xml", &page(picture)),
    ]);
    assert_eq!(open(&scanned).err(), Some(SourceError::Scanned));
}

#[test]
fn a_template_of_several_pages_is_a_running_head_and_one_of_a_page_is_its_text() {
    let using = |words: &str| {
        page(&text(30.0, 140.0, 5.0, words))
            .replace("<ofd:Content>", "<ofd:Template TemplateID='7'/><ofd:Content>")
    };
    let templates = "<ofd:TemplatePage ID='7' BaseLoc='T.xml'/>";
    let file = |pages: &[&str]| {
        document(&[
            ("OFD.xml", BODIES),
            ("Doc_0/Document.xml", &root(pages, templates)),
            ("Doc_0/1.xml", &using("第一页")),
            ("Doc_0/2.xml", &using("第二页")),
            ("Doc_0/T.xml", &page(&text(30.0, 100.0, 5.0, "岭东县水务局"))),
        ])
    };
    check(&file(&["1.xml", "2.xml"]), "第一页\n第二页\n", &[]);
    check(&file(&["2.xml"]), "岭东县水务局\n第二页\n", &[]);
}

#[test]
fn several_documents_follow_each_other() {
    let bodies = BODIES.replace(
        "</ofd:OFD>",
        "<ofd:DocBody><ofd:DocRoot>/Doc_1/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    );
    let file = document(&[
        ("OFD.xml", &bodies),
        ("Doc_0/Document.xml", &root(&["P.xml"], "")),
        ("Doc_0/P.xml", &page(&text(30.0, 40.0, 5.0, "第一"))),
        ("Doc_1/D.xml", &root(&["P.xml"], "")),
        ("Doc_1/P.xml", &page(&text(30.0, 40.0, 5.0, "第二"))),
    ]);
    check(&file, "第一\n第二\n", &[]);
}

#[test]
fn locked_and_broken_documents_are_told_apart() {
    let root = root(&["P.xml"], "");
    let parts: [(&str, &[u8]); 4] = [
        ("OFD.xml", BODIES.as_bytes()),
        ("Doc_0/Document.xml", root.as_bytes()),
        ("Doc_0/P.xml", b"\x81\x07\xee\x10\x9a\xcc\x44"),
        ("Encryptions.xml", b"<Encryptions/>"),
    ];
    assert_eq!(open(&pack(&parts)).err(), Some(SourceError::Locked));
    assert_eq!(open(&pack(&parts[..3])).err(), Some(SourceError::Damaged));
    assert_eq!(open(&pack(&parts[..1])).err(), Some(SourceError::Damaged));
    let raw: Vec<_> =
        parts[..3].iter().map(|(name, bytes)| (name.as_bytes(), *bytes, LOCKED)).collect();
    assert_eq!(open(&pack_raw(&raw)).err(), Some(SourceError::Locked));
}

#[test]
fn hostile_documents_end() {
    let file = |page: &str| {
        document(&[
            ("OFD.xml", BODIES),
            ("Doc_0/Document.xml", &root(&["P.xml"; 4], "")),
            ("Doc_0/P.xml", page),
        ])
    };
    // Deep nesting, and places beyond any page.
    let deep =
        "<ofd:PageBlock Boundary='1e300 1e300 1 1' CTM='1e200 0 0 1e200 9 9'>".repeat(20_000);
    let _ = open(&file(&page(&(deep + &text(1e300, -1e300, 1e300, "甲乙")))));
    // Runs that go on for ever, and numbers that are none.
    let words = text(30.0, 40.0, 5.0, "甲乙丙").replace("g 2 5", "g 99999999999 nan g g 1 5");
    assert!(open(&file(&page(&words))).is_ok());
    // A page of megabytes of blanks that packs to nothing.
    let blank = page(&text(30.0, 40.0, 5.0, &" ".repeat(8 << 20)));
    let _ = open(&file(&blank));
}

#[test]
fn any_cut_or_changed_byte_gives_a_text_or_an_error() {
    let file = report();
    for end in (0..file.len()).step_by(31) {
        let _ = open(&file[..end]);
    }
    for at in 0..file.len() {
        let mut file = file.clone();
        file[at] ^= 0x41;
        assert_eq!(open(&file).ok(), open(&file).ok());
    }
}

#[test]
fn any_changed_byte_of_a_page_gives_a_text() {
    let words = page(&[text(30.0, 40.0, 5.0, "行政复议"), text(30.0, 50.0, 5.0, "12件")].concat());
    for at in 0..words.len() {
        let mut bytes = words.clone().into_bytes();
        bytes[at] = b'<';
        let file = pack(&[
            ("OFD.xml", BODIES.as_bytes()),
            ("Doc_0/Document.xml", root(&["P.xml"], "").as_bytes()),
            ("Doc_0/P.xml", &bytes),
        ]);
        let _ = open(&file);
    }
}

/// A text as an office would set it: 28 characters a line, 22 lines a page, paragraphs with an indent, pages numbered.
fn typeset(text: &str) -> Vec<u8> {
    let mut lines: Vec<(f64, String)> = Vec::new();
    for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (mut line, mut x, mut width) = (String::new(), 10.0, 10.0);
        for char in paragraph.chars() {
            let step = if char.is_ascii() { 2.5 } else { 5.0 };
            // Words are not parted, and marks do not begin a line: they hang over its end.
            let is_letter = |char: char| char.is_alphabetic() && char < '\u{250}';
            let is_inside = is_letter(char) && line.ends_with(is_letter);
            if width + step > 140.0 && !is_inside && !"，。、；：）”％%".contains(char) {
                lines.push((x, std::mem::take(&mut line)));
                (x, width) = (0.0, 0.0);
            }
            line.push(char);
            width += step;
        }
        lines.push((x, line));
    }
    let set = |x: f64, y: f64, words: &str| {
        let steps = words.chars().map(|char| if char.is_ascii() { "2.5 " } else { "5 " });
        let steps: String = steps.collect();
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<TextObject Boundary='{x} {y} 160 6' Size='5'><TextCode X='0' Y='5' DeltaX='{steps}'>\
             {words}</TextCode></TextObject>"
        )
    };
    let mut parts = Vec::new();
    for (number, page_lines) in (1..).zip(lines.chunks(22)) {
        let mut objects = set(95.0, 270.0, &format!("— {number} —"));
        for (row, (x, words)) in (0..).zip(page_lines) {
            objects += &set(28.0 + x, 40.0 + 10.0 * f64::from(row), words);
        }
        parts.push((format!("Doc_0/{number}.xml"), page(&objects)));
    }
    let names: Vec<&str> = parts.iter().map(|(name, _)| &name["Doc_0/".len()..]).collect();
    let root = root(&names, "");
    let mut all = vec![("OFD.xml", BODIES), ("Doc_0/Document.xml", &root)];
    all.extend(parts.iter().map(|(name, page)| (name.as_str(), page.as_str())));
    document(&all)
}

#[test]
fn a_report_set_on_pages_gives_the_figures_of_its_text() {
    for text in [
        include_str!("../../../samples/dense.txt"),
        include_str!("../../../samples/silent.txt"),
        include_str!("../../../samples/traditional.txt"),
    ] {
        let plain = crate::analyze(text.as_bytes(), "x", &NativeDecoder).unwrap().report;
        let set = crate::analyze(&typeset(text), "x", &NativeDecoder).unwrap().report;
        // On a page the width of a gap is no number of spaces, and where a line ends there is none.
        let lines = |text: &str| {
            let lines = text.lines().map(|line| line.split_whitespace().collect::<String>());
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(lines(&set.text), lines(&plain.text));
        let figures = |report: &crate::Report| {
            let told = |figure: &crate::statistic::Statistic| {
                (figure.topic, figure.indicator.clone(), figure.quote.clone())
            };
            report.statistics.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(figures(&set), figures(&plain));
        assert_eq!((set.title, set.issuer, set.signed), (plain.title, plain.issuer, plain.signed));
    }
}
