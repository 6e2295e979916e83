//! The parts of an OFD document by name: which documents a file holds, and which pages a document has.

use std::borrow::Cow;

use super::geometry::{Box, read_box};
use crate::source::xml::{Token, Xml};
use crate::source::zip::resolve;

/// A document that `OFD.xml` lists.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Its root part.
    pub(super) root: String,
    /// The title in its properties.
    pub(super) title: String,
}

/// A document's root part, read.
#[derive(Debug, Default)]
pub(super) struct Root {
    /// The pages in their order: a part each.
    pub(super) pages: Vec<String>,
    /// The page templates.
    pub(super) templates: Vec<Template>,
    /// The size of pages that do not name their own.
    pub(super) page_box: Option<Box>,
    /// The part that lists the attached files.
    pub(super) attachments: Option<String>,
    /// Whether the part is malformed.
    pub(super) is_damaged: bool,
}

/// What several pages share.
#[derive(Debug, Default)]
pub(super) struct Template {
    pub(super) id: String,
    pub(super) part: String,
}

/// Reads `OFD.xml`.
pub(super) fn read_bodies(text: &str) -> Vec<Body> {
    let mut bodies = Vec::new();
    let mut xml = Xml::lenient(text);
    while let Some(token) = xml.next_token() {
        let Token::Start(element) = token else { continue };
        match element.name() {
            "DocBody" => bodies.push(Body::default()),
            "DocRoot" => {
                let root = xml.words().trim().to_owned();
                if bodies.last().is_none_or(|body: &Body| !body.root.is_empty()) {
                    bodies.push(Body::default());
                }
                bodies.last_mut().into_iter().for_each(|body| body.root.clone_from(&root));
            }
            "Title" => {
                let title = xml.words().trim().to_owned();
                bodies.last_mut().into_iter().for_each(|body| body.title.clone_from(&title));
            }
            _ => {}
        }
    }
    bodies.retain(|body| !body.root.is_empty());
    bodies
}

/// Reads a document's root part, which stands at `at`.
pub(super) fn read_root(text: &str, at: &str) -> Root {
    let mut root = Root::default();
    let mut xml = Xml::lenient(text);
    let mut is_listing = false;
    while let Some(token) = xml.next_token() {
        let Token::Start(element) = token else { continue };
        let part = || element.attribute("BaseLoc").map(|part| resolve(at, &part));
        match element.name() {
            "Pages" => is_listing = true,
            "Page" if is_listing => root.pages.extend(part()),
            "Outlines" | "Bookmarks" | "Actions" => xml.skip(),
            "TemplatePage" => {
                let id = element.attribute("ID").unwrap_or_default().into_owned();
                root.templates.extend(part().map(|part| Template { id, part }));
            }
            "PhysicalBox" => root.page_box = read_box(&xml.words()),
            "Attachments" => root.attachments = Some(resolve(at, &xml.words())),
            _ => {}
        }
    }
    root.is_damaged = xml.is_damaged();
    root
}

/// The names of the attached files.
pub(super) fn read_attachments(text: &str) -> Vec<String> {
    let mut xml = Xml::lenient(text);
    let mut names = Vec::new();
    while let Some(token) = xml.next_token() {
        if let Token::Start(element) = token
            && element.name() == "Attachment"
            && !element.has("Visible", "false")
        {
            names.extend(element.attribute("Name").map(Cow::into_owned));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_documents_and_their_titles() {
        let bodies = read_bodies(
            "<OFD><DocBody><DocInfo><Title>甲</Title></DocInfo><DocRoot>A/D.xml</DocRoot></DocBody>\
             <o:DocBody><o:DocRoot> B/D.xml\n</o:DocRoot></o:DocBody><DocBody/></OFD>",
        );
        let read: Vec<_> =
            bodies.iter().map(|body| (body.root.as_str(), body.title.as_str())).collect();
        assert_eq!(read, [("A/D.xml", "甲"), ("B/D.xml", "")]);
    }
}
