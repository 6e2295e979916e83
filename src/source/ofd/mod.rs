//! OFD (GB/T 33190) → text: the documents that a file holds, their pages in order, what stands on them.
//!
//! A page is characters with places, as in a PDF; lines, paragraphs and tables are put together again by the layout.
//! Signatures and annotations are left alone.

mod content;
mod document;
mod drawing;
mod geometry;

use std::collections::BTreeMap;

use super::layout::Layout;
use super::limit::{MAX_GLYPHS, MAX_PAGES};
use super::sheet::Sheet;
use super::xml;
use super::zip::{Zip, resolve};
use super::{Decode, LossKind, LossPlace, Source, SourceError, SourceFormat};
use content::Content;
use document::{Body, Root};

/// A4, for documents that do not tell how large their pages are.
const A4: geometry::Box = [0.0, 0.0, 210.0, 297.0];

/// Reads an OFD document.
///
/// # Errors
/// When no page could be read.
pub(super) fn read(zip: &Zip<'_>, decoder: &dyn Decode) -> Result<Source, SourceError> {
    let mut file = File { zip, decoder, sheet: Sheet::default() };
    let bodies = match file.part("OFD.xml") {
        Ok(text) => document::read_bodies(&text),
        Err(SourceError::Damaged) if file.is_locked() => return Err(SourceError::Locked),
        Err(error) => return Err(error),
    };
    if zip.is_cut {
        file.sheet.lose(LossKind::BeyondLimit, LossPlace::Document);
    }
    let mut n_pages = 0;
    for body in &bodies {
        file.body(body, &mut n_pages);
    }
    if n_pages == 0 {
        return Err(if file.is_locked() { SourceError::Locked } else { SourceError::Damaged });
    }
    let has_words = file.sheet.text.chars().any(|char| !char.is_whitespace());
    let lost = |kind| file.sheet.losses.iter().any(|loss| loss.kind == kind);
    if !has_words {
        return Err(match () {
            () if file.is_locked() || lost(LossKind::LockedPart) => SourceError::Locked,
            () if lost(LossKind::DamagedPart) => SourceError::Damaged,
            () if lost(LossKind::ScannedPage) => SourceError::Scanned,
            () => SourceError::Empty,
        });
    }
    Ok(Source {
        format: SourceFormat::Ofd,
        encoding: "UTF-8".into(),
        text: file.sheet.text,
        tables: file.sheet.tables,
        named_title: bodies.first().and_then(|body| named_title(&body.title)),
        losses: file.sheet.losses,
        diagnostics: Vec::new(),
    })
}

/// The title in the document's properties, unless a program put a file name or its own word there.
fn named_title(title: &str) -> Option<String> {
    let is_title = title.chars().filter(|char| *char >= '\u{4e00}').count() >= 4
        && !title.contains(['\\', '/'])
        && !title.rsplit_once('.').is_some_and(|(_, ending)| ending.is_ascii());
    is_title.then(|| title.to_owned())
}

/// A file while it is read.
struct File<'z> {
    zip: &'z Zip<'z>,
    decoder: &'z dyn Decode,
    sheet: Sheet,
}

impl File<'_> {
    /// Whether parts of it are encrypted (GM/T 0099): the file that tells how has a fixed name and place.
    fn is_locked(&self) -> bool {
        self.zip.find("Encryptions.xml").is_some()
            || self.zip.parts.iter().any(|part| part.is_locked)
    }

    /// The text of a part.
    fn part(&self, name: &str) -> Result<String, SourceError> {
        let part = self.zip.find(name).ok_or(SourceError::Damaged)?;
        let bytes = self.zip.read(part)?;
        let text = xml::decode(bytes, self.decoder);
        // An encrypted part may still be text by chance.
        if text.trim_start().starts_with('<') { Ok(text) } else { Err(SourceError::Damaged) }
    }

    /// The text of a part; what stands in the way is noted.
    fn part_or_loss(&mut self, name: &str) -> Option<String> {
        let kind = match self.part(name) {
            Ok(text) => return Some(text),
            Err(error) => match LossKind::of(error) {
                LossKind::DamagedPart if self.is_locked() => LossKind::LockedPart,
                kind => kind,
            },
        };
        self.sheet.lose(kind, LossPlace::Part(name.to_owned()));
        None
    }

    /// Reads one document.
    fn body(&mut self, body: &Body, n_pages: &mut usize) {
        let at = resolve("", &body.root);
        let Some(text) = self.part_or_loss(&at) else { return };
        let root = document::read_root(&text, &at);
        if root.is_damaged {
            self.sheet.lose(LossKind::DamagedPart, LossPlace::Part(at));
        }
        let layout = self.pages(&root, n_pages);
        layout.write(&mut self.sheet);
        let attachments = root.attachments.and_then(|name| self.part(&name).ok());
        for name in attachments.iter().flat_map(|text| document::read_attachments(text)) {
            self.sheet.lose(LossKind::Attachment, LossPlace::Part(name));
        }
    }

    /// Reads the pages of a document.
    fn pages(&mut self, root: &Root, n_pages: &mut usize) -> Layout {
        let page_box = root.page_box.unwrap_or(A4);
        let mut contents: Vec<Option<Content>> = Vec::new();
        let mut n_glyphs = 0;
        let first = *n_pages;
        for part in &root.pages {
            if *n_pages >= MAX_PAGES || n_glyphs > MAX_GLYPHS {
                self.sheet.lose(LossKind::BeyondLimit, LossPlace::Document);
                break;
            }
            *n_pages += 1;
            let content = self.part_or_loss(part).map(|text| Content::read(&text, page_box));
            if let Some(content) = &content {
                n_glyphs += content.n_glyphs();
                if content.marks.is_damaged {
                    self.sheet.lose(LossKind::DamagedPart, LossPlace::Part(part.clone()));
                }
            }
            contents.push(content);
        }
        self.put_templates(root, &mut contents);
        let mut layout = Layout::new();
        for (at, content) in contents.into_iter().enumerate() {
            if let Some(content) = content {
                let number = u32::try_from(first + at + 1).unwrap_or(u32::MAX);
                content.lay_out(&mut layout).tell(&LossPlace::Page(number), &mut self.sheet);
            }
        }
        layout
    }

    /// Puts what a template holds on the page that uses it. One that several pages use holds running heads, and its
    /// words are left out.
    fn put_templates(&mut self, root: &Root, contents: &mut [Option<Content>]) {
        let mut users: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (at, content) in contents.iter().enumerate() {
            for id in content.iter().flat_map(|content| &content.templates) {
                let (n, _) = users.entry(id.clone()).or_insert((0, at));
                *n += 1;
            }
        }
        for template in &root.templates {
            if let Some((1, at)) = users.remove(&template.id)
                && let Some(text) = self.part_or_loss(&template.part)
                && let Some(Some(content)) = contents.get_mut(at)
            {
                content.absorb(Content::read(&text, content.page));
            }
        }
    }
}

#[cfg(all(test, feature = "native"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
