//! The parts of an OFD document by name: which documents a file holds, and which pages a document has.

use super::geometry::{Box, read_box};
use super::xml::{Step, Steps};

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
    let mut steps = Steps::new(text);
    while let Some(step) = steps.next() {
        let Step::Open(element) = step else { continue };
        match element.name() {
            "DocBody" => bodies.push(Body::default()),
            "DocRoot" => {
                let root = steps.words();
                if bodies.last().is_none_or(|body: &Body| !body.root.is_empty()) {
                    bodies.push(Body::default());
                }
                bodies.last_mut().into_iter().for_each(|body| body.root.clone_from(&root));
            }
            "Title" => {
                let title = steps.words();
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
    let mut steps = Steps::new(text);
    let mut is_listing = false;
    while let Some(step) = steps.next() {
        let Step::Open(element) = step else { continue };
        let part = || element.attribute("BaseLoc").map(|part| resolve(at, &part));
        match element.name() {
            "Pages" => is_listing = true,
            "Page" if is_listing => root.pages.extend(part()),
            "Outlines" | "Bookmarks" | "Actions" => steps.pass_over(),
            "TemplatePage" => {
                let id = element.attribute("ID").unwrap_or_default();
                root.templates.extend(part().map(|part| Template { id, part }));
            }
            "PhysicalBox" => root.page_box = read_box(&steps.words()),
            "Attachments" => root.attachments = Some(resolve(at, &steps.words())),
            _ => {}
        }
    }
    root.is_damaged = steps.is_damaged;
    root
}

/// The names of the attached files.
pub(super) fn read_attachments(text: &str) -> Vec<String> {
    let opened = Steps::new(text).filter_map(|step| match step {
        Step::Open(element) if element.name() == "Attachment" => Some(element),
        _ => None,
    });
    opened
        .filter(|element| !element.has("Visible", "false"))
        .filter_map(|element| element.attribute("Name"))
        .collect()
}

/// The part that `way` leads to from the part `from`: beside it, or from the file's root when it begins with `/`.
pub(super) fn resolve(from: &str, way: &str) -> String {
    let way = way.trim().replace('\\', "/");
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start = if way.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in start.split('/').chain(way.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_beside_up_and_from_the_root() {
        assert_eq!(
            resolve("Doc_0/Document.xml", "Pages/P_0/Content.xml"),
            "Doc_0/Pages/P_0/Content.xml"
        );
        assert_eq!(resolve("Doc_0/Document.xml", "/Doc_0/A.xml"), "Doc_0/A.xml");
        assert_eq!(resolve("Doc_0/Document.xml", ".\\..\\B/./A.xml"), "B/A.xml");
        assert_eq!(resolve("OFD.xml", "../../A.xml"), "A.xml");
    }

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
