//! A Word document: random text of the document, its lists, its styles and what its parts have to do with each other.

#![no_main]

use fajian_fuzz::{check, pack, parts};
use libfuzzer_sys::fuzz_target;

const TOP: &[u8] = b"<Relationships><Relationship Id='1' Type='http://schemas.openxmlformats.org/officeDocument/2006/\
    relationships/officeDocument' Target='word/document.xml'/></Relationships>";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

fuzz_target!(|bytes: &[u8]| {
    let mut parts = parts(bytes);
    let mut part = |root: &str| {
        let open = format!(
            "<w:{root} xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        );
        [open.as_bytes(), parts.next().unwrap_or_default(), format!("</w:{root}>").as_bytes()]
            .concat()
    };
    let document = part("document");
    let others = ["numbering", "styles", "footnotes"].map(|name| (name, part(name)));
    let own: String = others
        .iter()
        .map(|(name, _)| {
            format!("<Relationship Id='{name}' Type='{KIND}{name}' Target='{name}.xml'/>")
        })
        .collect();
    let own = format!("<Relationships>{own}</Relationships>");
    let names = others.each_ref().map(|(name, _)| format!("word/{name}.xml"));
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", TOP),
        ("word/_rels/document.xml.rels", own.as_bytes()),
        ("word/document.xml", &document),
    ];
    files.extend(
        names.iter().zip(&others).map(|(name, (_, bytes))| (name.as_str(), bytes.as_slice())),
    );
    check(&pack(&files));
});
