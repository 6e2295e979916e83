//! Parts of a document and how they refer to each other (Open Packaging Conventions).

use std::collections::HashMap;

use crate::source::xml::{self, Token, Xml};
use crate::source::zip::{Zip, resolve};
use crate::source::{Decode, SourceError};

/// Where the main part stands when nothing says where.
const USUAL_MAIN_PART: &str = "word/document.xml";

/// A packed document with the relationships of its main part.
pub(super) struct Package<'z, 'b> {
    zip: &'z Zip<'b>,
    decoder: &'z dyn Decode,
    /// The name of the main part.
    main: String,
    /// What the main part refers to, by id.
    relations: HashMap<String, Relation>,
    /// The document's properties.
    properties: Option<String>,
}

/// A reference from one part to another.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The last word of its type: `image`, `styles`.
    kind: String,
    /// The name of the part; `None` for what lies outside the file.
    pub(super) part: Option<String>,
}

/// The text of a part.
pub(super) struct PartText {
    pub(super) text: String,
    /// Whether it breaks off because the packed bytes are damaged.
    pub(super) is_damaged: bool,
}

impl<'z, 'b> Package<'z, 'b> {
    /// Finds the main part.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn open(zip: &'z Zip<'b>, decoder: &'z dyn Decode) -> Result<Self, SourceError> {
        let mut package =
            Self { zip, decoder, main: String::new(), relations: HashMap::new(), properties: None };
        let top = package.read_relations("");
        let of_kind = |kind: &str| {
            top.iter()
                .find(|(_, relation)| relation.kind == kind)
                .and_then(|(_, it)| it.part.clone())
        };
        package.properties = of_kind("core-properties");
        let candidates = [
            of_kind("officeDocument"),
            package.main_by_content_type(),
            Some(USUAL_MAIN_PART.to_owned()),
        ];
        package.main = candidates
            .into_iter()
            .flatten()
            .find(|name| zip.find(name).is_some())
            .ok_or(SourceError::Damaged)?;
        package.relations = package.read_relations(&package.main).into_iter().collect();
        Ok(package)
    }

    /// The text of the main part.
    ///
    /// # Errors
    /// When nothing of it can be read.
    pub(super) fn main_text(&self) -> Result<PartText, SourceError> {
        self.read_text(&self.main)
    }

    /// The name of the main part.
    pub(super) fn main(&self) -> &str {
        &self.main
    }

    /// The decoder of legacy encodings.
    pub(super) const fn decoder(&self) -> &'z dyn Decode {
        self.decoder
    }

    /// The name of the part of this kind that the main part refers to.
    pub(super) fn part_of_kind(&self, kind: &str) -> Option<&str> {
        // Of several, which no program writes, the first by name: the order of a map is no order.
        let parts = self.relations.values().filter(|relation| relation.kind == kind);
        parts.filter_map(|relation| relation.part.as_deref()).min()
    }

    /// What the main part calls by this id.
    pub(super) fn relation(&self, id: &str) -> Option<&Relation> {
        self.relations.get(id)
    }

    /// The document's title as its properties name it.
    pub(super) fn title(&self) -> Option<String> {
        let text = self.read_text(self.properties.as_deref()?).ok()?.text;
        let mut xml = Xml::new(&text);
        let mut title: Option<String> = None;
        while let Some(token) = xml.next_token() {
            match token {
                Token::Start(element) if element.name() == "title" => title = Some(String::new()),
                Token::Text(words) => {
                    if let Some(title) = &mut title {
                        title.push_str(&words);
                    }
                }
                Token::End if title.is_some() => break,
                _ => {}
            }
        }
        title
    }

    /// The bytes of a part.
    ///
    /// # Errors
    /// When it cannot be read as a whole.
    pub(super) fn read_bytes(&self, name: &str) -> Result<Vec<u8>, SourceError> {
        self.zip.read(self.zip.find(name).ok_or(SourceError::Damaged)?)
    }

    /// The text of a part.
    ///
    /// # Errors
    /// When nothing of it can be read.
    pub(super) fn read_text(&self, name: &str) -> Result<PartText, SourceError> {
        let part = self.zip.find(name).ok_or(SourceError::Damaged)?;
        let (bytes, is_damaged) = self.zip.read_up_to_damage(part)?;
        Ok(PartText { text: xml::decode(bytes, self.decoder), is_damaged })
    }

    /// What a part refers to; an empty name stands for the document as a whole.
    fn read_relations(&self, part: &str) -> Vec<(String, Relation)> {
        let file = part.rsplit_once('/').map_or(part, |(_, file)| file);
        let Ok(PartText { text, .. }) =
            self.read_text(&resolve(part, &format!("_rels/{file}.rels")))
        else {
            return Vec::new();
        };
        let mut relations = Vec::new();
        let mut xml = Xml::new(&text);
        while let Some(token) = xml.next_token() {
            let Token::Start(element) = token else { continue };
            let (Some(id), Some(kind), Some(target)) =
                (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
            else {
                continue;
            };
            let is_outside = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let part = (!is_outside).then(|| resolve(part, &target));
            relations.push((id.into_owned(), Relation { kind, part }));
        }
        relations
    }

    /// The main part as the list of content types names it.
    fn main_by_content_type(&self) -> Option<String> {
        let text = self.read_text("[Content_Types].xml").ok()?.text;
        let mut xml = Xml::new(&text);
        while let Some(token) = xml.next_token() {
            let Token::Start(element) = token else { continue };
            let kind = element.attribute("ContentType").unwrap_or_default();
            let is_main = (kind.contains("wordprocessingml") || kind.contains("ms-word"))
                && kind.ends_with(".main+xml");
            if is_main && let Some(name) = element.attribute("PartName") {
                return Some(name.trim_start_matches('/').to_owned());
            }
        }
        None
    }
}
