//! Documents built from their parts, and what is read of them.

mod hostile;
mod numbers;
mod parts;
mod revisions;
mod tables;
mod words;

use crate::source::packing::pack;
use crate::source::{
    Decode, LegacyEncoding, Loss, LossKind, LossPlace, Source, SourceError, SourceFormat,
};

/// A document in the making.
pub(super) struct Docx {
    parts: Vec<(String, Vec<u8>)>,
    relations: String,
    root: &'static str,
}

/// Namespaces as Word binds them.
const ROOT: &str = r#"<w:document
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">"#;

impl Docx {
    /// A document whose body is this markup.
    pub(super) fn new(body: &str) -> Self {
        let mut docx =
            Self { parts: Vec::new(), relations: String::new(), root: "word/document.xml" };
        docx.parts.push((
            docx.root.to_owned(),
            format!(
                "{ROOT}<w:body>{body}<w:sectPr><w:footnotePr/></w:sectPr></w:body></w:document>"
            )
            .into(),
        ));
        docx
    }

    /// Adds a part that the main part refers to as `kind`, by an id that is its file name without extension.
    pub(super) fn part(mut self, name: &str, kind: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let id = name.rsplit('/').next().unwrap().split('.').next().unwrap();
        self.relations += &format!(
            "<Relationship Id='{id}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='/{name}'/>"
        );
        self.parts.push((name.to_owned(), bytes.into()));
        self
    }

    /// Adds lists: the inside of `numbering.xml`.
    pub(super) fn numbering(self, lists: &str) -> Self {
        let text = format!("<w:numbering xmlns:w='x'>{lists}</w:numbering>");
        self.part("word/numbering.xml", "numbering", text)
    }

    /// Adds styles: the inside of `styles.xml`.
    pub(super) fn styles(self, styles: &str) -> Self {
        self.part("word/styles.xml", "styles", format!("<w:styles xmlns:w='x'>{styles}</w:styles>"))
    }

    /// The file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let top = format!(
            "<Relationships><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='{}'/>\
             <Relationship Id='rId2' Type='http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' Target='docProps/core.xml'/></Relationships>",
            self.root
        );
        let own = format!("<Relationships>{}</Relationships>", self.relations);
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", top.as_bytes()),
            ("word/_rels/document.xml.rels", own.as_bytes()),
        ];
        parts.extend(self.parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
        pack(&parts)
    }

    /// What is read of it.
    pub(super) fn read(&self) -> Source {
        read(&self.bytes()).unwrap()
    }
}

struct NoTables;

impl Decode for NoTables {
    fn decode(&self, _: LegacyEncoding, bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).into_owned()
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Source, SourceError> {
    crate::source::read(bytes, &NoTables)
}

/// Checks the text of a document without its last line end.
#[track_caller]
pub(super) fn check(docx: &Docx, expect: &str) {
    assert_eq!(docx.read().text.trim_end_matches('\n'), expect);
}

/// A paragraph of one run.
pub(super) fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

pub(super) fn loss(kind: LossKind, part: &str) -> Loss {
    Loss { kind, place: LossPlace::Part(part.to_owned()) }
}
