//! An OFD document by GB/T 33190—2016: one text object a line, rules as paths, fonts named in the public resources.

use std::fmt::Write as _;

use super::escape;
use super::layout::{self, Line, Sheet, advance};
use super::zip::{Entry, zip};
use crate::manuscript::Manuscript;

/// Millimeters, in which OFD measures, a point.
const POINT: f64 = 25.4 / 72.0;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

/// The manuscript as an OFD document.
#[must_use]
pub fn ofd(manuscript: &Manuscript) -> Vec<u8> {
    let sheets = layout::pages(manuscript);
    let page_box = format!("0 0 {} {}", mm(layout::WIDTH), mm(layout::HEIGHT));
    let pages: String = (0..sheets.len())
        .map(|index| {
            format!("<ofd:Page ID=\"{}\" BaseLoc=\"Pages/Page_{index}/Content.xml\"/>", 10 + index)
        })
        .collect();
    let body = format!(
        "{HEAD}<ofd:OFD {NAMESPACE} Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>\
         <ofd:DocID>8f14e45fceea467a9f2b1c0d3e4f5a6b</ofd:DocID><ofd:Title>{}</ofd:Title>\
         <ofd:CreationDate>2024-01-22</ofd:CreationDate></ofd:DocInfo>\
         <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        escape(manuscript.title())
    );
    let document = format!(
        "{HEAD}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea>\
         <ofd:PhysicalBox>{page_box}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\
         </ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    );
    let resources = format!(
        "{HEAD}<ofd:Res {NAMESPACE} BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"2\" FontName=\"仿宋_GB2312\" \
         FamilyName=\"仿宋_GB2312\"/></ofd:Fonts></ofd:Res>"
    );
    let mut parts = vec![
        ("OFD.xml".to_owned(), body),
        ("Doc_0/Document.xml".to_owned(), document),
        ("Doc_0/PublicRes.xml".to_owned(), resources),
    ];
    let mut id = 100 + sheets.len();
    for (index, sheet) in sheets.iter().enumerate() {
        parts.push((
            format!("Doc_0/Pages/Page_{index}/Content.xml"),
            page(sheet, &page_box, &mut id),
        ));
    }
    let entries: Vec<_> = parts
        .iter()
        .map(|(name, text)| Entry { name: name.as_bytes(), is_utf8: true, bytes: text.as_bytes() })
        .collect();
    zip(&entries)
}

fn page(sheet: &Sheet, page_box: &str, id: &mut usize) -> String {
    let mut objects = String::new();
    for rule in &sheet.rules {
        *id += 1;
        let [x1, y1, x2, y2] = rule.map(mm);
        let _ = write!(
            objects,
            "<ofd:PathObject ID=\"{id}\" Boundary=\"{page_box}\" LineWidth=\"0.2\" Stroke=\"true\">\
             <ofd:AbbreviatedData>M {x1} {y1} L {x2} {y2}</ofd:AbbreviatedData></ofd:PathObject>"
        );
    }
    for line in &sheet.lines {
        *id += 1;
        text(&mut objects, line, *id);
    }
    format!(
        "{HEAD}<ofd:Page {NAMESPACE}><ofd:Area><ofd:PhysicalBox>{page_box}</ofd:PhysicalBox></ofd:Area><ofd:Content>\
         <ofd:Layer ID=\"{}\" Type=\"Body\">{objects}</ofd:Layer></ofd:Content></ofd:Page>",
        *id + 1
    )
}

/// A line: its box from the top of its characters, and how far each character stands from the one before.
fn text(objects: &mut String, line: &Line, id: usize) {
    let size = mm(line.size);
    let advances: Vec<f64> = line.words.chars().map(|char| mm(advance(char) * line.size)).collect();
    let width: f64 = advances.iter().sum();
    let steps = &advances[..advances.len().saturating_sub(1)];
    let delta: Vec<String> = steps.iter().map(ToString::to_string).collect();
    let (x, top) = (mm(line.x), mm(line.y) - size);
    let _ = write!(
        objects,
        "<ofd:TextObject ID=\"{id}\" Boundary=\"{x} {top:.3} {width:.3} {size}\" Font=\"2\" Size=\"{size}\">\
         <ofd:FillColor Value=\"0 0 0\"/><ofd:TextCode X=\"0\" Y=\"{size}\" DeltaX=\"{}\">{}</ofd:TextCode>\
         </ofd:TextObject>",
        delta.join(" "),
        escape(&line.words)
    );
}

/// Points as millimeters, to a thousandth.
fn mm(points: f64) -> f64 {
    (points * POINT * 1000.0).round() / 1000.0
}
