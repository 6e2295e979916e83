//! The parts around the sheets: what the package holds, and which sheets there are.

use std::fmt::Write as _;

use super::sheet::{Sheet, clean, escaped};

/// What every part begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of sheets, styles and the book.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// When every workbook was made, so that the same reports give the same bytes.
const CREATED: &str = "2000-01-01T00:00:00Z";

/// The most characters of a title that Excel keeps.
const LONGEST_TITLE: usize = 255;

/// All parts but the sheets and their styles, by name.
pub(super) fn around(sheets: &[Sheet], title: &str, author: &str) -> [(&'static str, String); 5] {
    [
        ("[Content_Types].xml", content_types(sheets.len())),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(title, author)),
        ("xl/workbook.xml", book(sheets)),
        ("xl/_rels/workbook.xml.rels", book_relations(sheets.len())),
    ]
}

fn content_types(sheets: usize) -> String {
    let mut part = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            part,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>"
        );
    }
    part + "</Types>"
}

fn package_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

fn properties(title: &str, author: &str) -> String {
    let title: String = clean(title).chars().take(LONGEST_TITLE).collect();
    let (title, author) = (escaped(&title), escaped(author));
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{CREATED}</dcterms:created></cp:coreProperties>"
    )
}

/// The book: its sheets, what of each can be filtered, and which line stands on every printed page.
fn book(sheets: &[Sheet]) -> String {
    let mut part = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews><sheets>"
    );
    for (number, sheet) in (1..).zip(sheets) {
        let name = escaped(sheet.name);
        let _ = write!(part, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    part.push_str("</sheets><definedNames>");
    for (idx, sheet) in sheets.iter().enumerate() {
        let (name, (column, line)) = (escaped(sheet.name), sheet.last());
        let _ = write!(
            part,
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{idx}\" hidden=\"1\">'{name}'!$A$1:${column}${line}</definedName>"
        );
    }
    for (idx, sheet) in sheets.iter().enumerate() {
        let name = escaped(sheet.name);
        let _ = write!(
            part,
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{idx}\">'{name}'!$1:$1</definedName>"
        );
    }
    part + "</definedNames></workbook>"
}

fn book_relations(sheets: usize) -> String {
    let mut part = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=sheets {
        let _ = write!(
            part,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let _ = write!(
        part,
        "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>",
        sheets + 1
    );
    part + "</Relationships>"
}
