//! PDFs that nest, refer to themselves and lie about what they hold.

use std::fmt::Write as _;

use fajian::source::SourceError;

use crate::{MANY, WORDS, read, read_words};

/// A PDF of these objects, the first of which is its root.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut table = String::new();
    for (object, number) in objects.iter().zip(1..) {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{number} 0 obj\n{object}\nendobj");
    }
    let (start, n) = (file.len(), objects.len() + 1);
    let _ = write!(
        file,
        "xref\n0 {n}\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size {n} >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

const FONT: &str = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UCS2-H /DescendantFonts [<< \
     /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) \
     /Supplement 2 >> >>] >>";

/// Instructions that show the words.
fn show() -> String {
    let codes: String = WORDS.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("BT /F 12 Tf 50 700 Td <{codes}> Tj ET ")
}

/// A PDF of one page with these instructions, entries of the page, and further objects from number 5 on.
fn page(content: &str, entries: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F {FONT} >> \
             /XObject << /X 5 0 R >> >> {entries} >>"
        ),
        stream("", content),
    ];
    objects.extend(more.iter().cloned());
    pdf(&objects)
}

#[test]
fn nesting_without_end_is_read() {
    read_words(&page(&show(), "", &[]));
    for (open, close) in [("[", "]"), ("<< /A ", " >>"), ("(", ")"), ("[<< /A [", "] >>]")] {
        let deep = open.repeat(MANY / 10) + "1" + &close.repeat(MANY / 10);
        let _ = read(&page(&show(), "", std::slice::from_ref(&deep)));
        let _ = read(&page(&show(), &format!("/A {deep}"), &[]));
        let _ = read(&page(&format!("{}{deep} TJ {}", show(), show()), "", &[]));
        let _ = read(&page(&format!("{}{}", show(), open.repeat(MANY / 10)), "", &[]));
    }
    let _ = read(&page(&format!("{}{}", show(), "q ".repeat(MANY)), "", &[]));
    let _ = read(&page(&format!("{}{}", show(), "/Span BDC BT ".repeat(MANY / 10)), "", &[]));
}

#[test]
fn trees_of_pages_without_end_are_read() {
    // Each holds the next.
    let n = 20_000;
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    objects.extend((3..n).map(|next| format!("<< /Type /Pages /Count 1 /Kids [{next} 0 R] >>")));
    objects.push("<< /Type /Page /MediaBox [0 0 9 9] >>".to_owned());
    assert!(read(&pdf(&objects)).is_err());
    // One that holds itself, and one that holds another ten times that holds it.
    let root = || "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let kids = |number: usize| {
        format!(
            "<< /Type /Pages /Count 999999999 /Kids [{}] >>",
            format!("{number} 0 R ").repeat(10)
        )
    };
    assert!(read(&pdf(&[root(), kids(2)])).is_err());
    assert!(read(&pdf(&[root(), kids(3), kids(2)])).is_err());
    // One page, named a million times.
    let kids = format!("<< /Type /Pages /Count {MANY} /Kids [{}] >>", "3 0 R ".repeat(MANY));
    let leaf = format!(
        "<< /Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F {FONT} >> >> >>"
    );
    let analysis = read_words(&pdf(&[root(), kids, leaf, stream("", &show())]));
    assert!(analysis.report.text.len() < 1 << 20);
}

#[test]
fn references_in_a_circle_end() {
    for object in [
        "5 0 R",
        "[5 0 R]",
        "<< /A 5 0 R /Length 5 0 R >>",
        "<< /Length 5 0 R >>\nstream\nendstream",
    ] {
        let _ = read(&page("/X Do", "/Annots 5 0 R /Parent 5 0 R", &[object.to_owned()]));
    }
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 2 0 R >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R 3 0 R] /Resources 3 0 R /Font 3 0 R /F 3 0 R >>".to_owned(),
        stream("/Filter [/FlateDecode /FlateDecode] /DecodeParms 4 0 R", "x"),
    ];
    assert!(read(&pdf(&objects)).is_err());
}

#[test]
fn lengths_and_counts_that_lie_do_no_harm() {
    for lie in ["0", "-1", "99999999999999999999", "2147483647", "4294967296", "1e9", "null", "(x)"]
    {
        let file = String::from_utf8(page(&show(), "", &[])).unwrap();
        for (from, to) in [
            ("/Count 1", format!("/Count {lie}")),
            ("/Size 5", format!("/Size {lie}")),
            ("/Size 5", format!("/Size 5 /Prev {lie}")),
            ("xref\n0 5", format!("xref\n{lie} 5")),
            ("xref\n0 5", format!("xref\n0 {lie}")),
            ("842]", format!("{lie}]")),
            (
                "/Supplement 2",
                format!("/Supplement 2 >> /DW {lie} /W [{lie} {lie} {lie} 1 [{lie}]] /X <<"),
            ),
        ] {
            let _ = read(file.replace(from, &to).as_bytes());
        }
        let length = file.find("/Length ").unwrap() + 8;
        let end = length + file[length..].find(' ').unwrap();
        let _ = read(format!("{}{lie}{}", &file[..length], &file[end..]).as_bytes());
        for operator in ["Tf", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "Tm", "cm", "re", "l", "c", "w"]
        {
            let operands = format!("{lie} ").repeat(6);
            let _ = read(&page(&format!("/F {operands} {operator} {} S", show()), "", &[]));
        }
    }
    for columns in ["1", "2147483647", "-5"] {
        let entries = format!(
            "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns {columns} /Colors 255 /BitsPerComponent 16 >> \
             /Subtype /Form /BBox [0 0 9 9]"
        );
        let _ = read(&page("/X Do", "", &[stream(&entries, "x\u{9c}\u{1}")]));
    }
}

#[test]
fn a_million_lines_rules_and_cells_are_read() {
    let _ = read(&page(&format!("{}{}", show(), "0 0 m 600 800 l S ".repeat(MANY / 5)), "", &[]));
    let mut grid = show();
    for n in 0..1_000 {
        let at = f64::from(n) * 0.6;
        let _ = write!(grid, "{at} 0 m {at} 600 l S 0 {at} m 600 {at} l S ");
    }
    for n in 0..10_000 {
        let _ = write!(grid, "BT /F 1 Tf {} {} Td <0031> Tj ET ", n % 100 * 6, n / 100 * 6);
    }
    let _ = read(&page(&grid, "", &[]));
    let _ = read(&page(&show().repeat(MANY / 20), "", &[]));
}

#[test]
fn a_table_of_codes_without_end_is_read() {
    let font = "/Resources << /Font << /F << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H \
         /ToUnicode 5 0 R /DescendantFonts [<< /Subtype /CIDFontType2 /W [0 4294967295 500] >>] >> >> >>";
    for table in [
        "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <4E00> endbfrange".to_owned(),
        "1 beginbfrange <00000000> <FFFFFFFF> <4E00> endbfrange ".repeat(1_000),
        "1 beginbfchar <0001> <".to_owned() + &"4E00".repeat(MANY / 10) + "> endbfchar",
        "/a usecmap /5 usecmap ".repeat(MANY / 20),
        "<".repeat(MANY),
        "[".repeat(MANY / 10),
    ] {
        let _ = read(&page("BT /F 12 Tf 50 700 Td <00010002> Tj ET", font, &[stream("", &table)]));
    }
}

#[test]
fn a_file_of_nothing_but_marks_is_damaged() {
    for piece in [
        "obj ",
        "1 0 obj ",
        "endobj ",
        "stream\n",
        "%%EOF\n",
        "startxref\n0\n",
        "xref\n",
        "trailer << ",
    ] {
        let file = format!("%PDF-1.7\n{}", piece.repeat(MANY / 10));
        let error = read(file.as_bytes()).err();
        assert!(
            matches!(error, Some(SourceError::Damaged | SourceError::Empty)),
            "{piece}: {error:?}"
        );
    }
}
