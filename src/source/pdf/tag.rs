//! Marked stretches of a page: what a stretch really says, and what belongs to the page rather than to the text.

use hayro_syntax::object::{Dict, Name, Object, String as PdfString};

use super::title::text_string;
use crate::source::layout::Glyph;
use crate::source::limit::MAX_SAVED_STATES;

/// The stretches that are open.
#[derive(Debug, Default)]
pub(super) struct Tags {
    open: Vec<Tag>,
    /// How many could not be kept.
    n_unkept: usize,
    /// How many of the open ones are furniture.
    n_furniture: usize,
}

#[derive(Debug)]
struct Tag {
    /// The first character of it.
    start: usize,
    /// What it says in truth.
    text: Option<String>,
    is_furniture: bool,
}

impl Tags {
    /// `BMC`, `BDC`
    pub(super) fn open(
        &mut self,
        name: Option<&Object<'_>>,
        properties: Option<&Dict<'_>>,
        start: usize,
    ) {
        if self.open.len() == MAX_SAVED_STATES {
            self.n_unkept += 1;
            return;
        }
        let text = properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        let kind = properties.and_then(|properties| properties.get::<Name<'_>>("Type"));
        let is_artifact = matches!(name, Some(Object::Name(name)) if &**name == b"Artifact");
        let is_furniture = is_artifact && kind.is_some_and(|kind| &*kind == b"Pagination");
        self.n_furniture += usize::from(is_furniture);
        let text = text.map(|text| text_string(&text)).filter(|text| !text.is_empty());
        self.open.push(Tag { start, text, is_furniture });
    }

    /// `EMC`
    pub(super) fn close(&mut self, glyphs: &mut Vec<Glyph>) {
        if self.n_unkept > 0 {
            self.n_unkept -= 1;
            return;
        }
        let Some(tag) = self.open.pop() else { return };
        self.n_furniture -= usize::from(tag.is_furniture);
        if let Some(text) = tag.text
            && let Some(shown) = glyphs.get(tag.start..)
            && let Some(said) = replaced(shown, &text)
        {
            glyphs.truncate(tag.start);
            glyphs.extend(said);
        }
    }

    /// Whether what is drawn now belongs to the page.
    pub(super) const fn is_furniture(&self) -> bool {
        self.n_furniture > 0
    }
}

/// `text` in the place of `shown`; `None` where it is not clear what stands where.
fn replaced(shown: &[Glyph], text: &str) -> Option<Vec<Glyph>> {
    let (first, last) = (shown.first()?, shown.last()?);
    let n_chars = text.chars().count();
    if n_chars == shown.len() {
        return Some(
            shown.iter().zip(text.chars()).map(|(glyph, char)| Glyph { char, ..*glyph }).collect(),
        );
    }
    let is_level = shown.iter().all(|glyph| glyph.y == first.y && glyph.way == first.way);
    if !is_level || n_chars > shown.len() * 8 + 8 {
        return None;
    }
    let width = (last.right() - first.x) / n_chars as f32;
    let at = |(idx, char)| Glyph { char, x: first.x + width * idx as f32, width, ..*first };
    Some(text.chars().enumerate().map(at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::layout::Way;

    #[test]
    fn what_is_said_takes_the_place_of_what_is_shown() {
        let glyph = |char, x, y| Glyph {
            char,
            x,
            y,
            width: 10.0,
            size: 10.0,
            way: Way::Right,
            is_bold: false,
            is_hidden: false,
            is_furniture: false,
        };
        let said = |shown: &[Glyph], text| {
            let said = replaced(shown, text)?;
            Some(said.iter().map(|glyph| (glyph.char, glyph.x)).collect::<Vec<_>>())
        };
        let line = [glyph('a', 0.0, 5.0), glyph('b', 10.0, 5.0)];
        assert_eq!(said(&line, "政府"), Some(vec![('政', 0.0), ('府', 10.0)]));
        assert_eq!(
            said(&line, "市政府人"),
            Some(vec![('市', 0.0), ('政', 5.0), ('府', 10.0), ('人', 15.0)])
        );
        assert_eq!(said(&[line[0], glyph('b', 0.0, 20.0)], "市政府"), None);
        assert_eq!(said(&[], "政"), None);
    }
}
