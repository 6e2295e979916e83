//! Glyphs → lines of text.

use super::{Glyph, Length, index, position, sorted};

/// Characters on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The left edge of its first and the right edge of its last visible character.
    pub(super) left: Length,
    pub(super) right: Length,
    /// The line that they stand on.
    pub(super) y: Length,
    /// The size of most of its characters.
    pub(super) size: Length,
}

/// The lines that the glyphs stand on, from top to bottom.
pub(super) fn lines(glyphs: &[Glyph], body_size: Length) -> Vec<Line> {
    let keys = glyphs.iter().enumerate().map(|(at, glyph)| [glyph.y, glyph.x, index(at)]);
    let order = sorted(keys.collect());
    let mut found = Vec::new();
    let mut group: Vec<Glyph> = Vec::new();
    let mut widest = 0;
    for [.., at] in order {
        let Some(glyph) = glyphs.get(position(at)) else { continue };
        // Raised figures and small print beside large stand on the same line; a huge letter spans many.
        let size = glyph.size.max(widest).min(body_size.saturating_mul(2));
        if group.first().is_some_and(|first| glyph.y - first.y > size / 20 * 9) {
            found.extend(line(&group));
            group.clear();
            widest = 0;
        }
        widest = widest.max(glyph.size);
        group.push(*glyph);
    }
    found.extend(line(&group));
    found
}

/// The line of glyphs that stand on one; `None` when nothing of it is visible.
fn line(group: &[Glyph]) -> Option<Line> {
    let keys = group.iter().enumerate().map(|(at, glyph)| [glyph.x, index(at), 0]);
    let order = sorted(keys.collect());
    let mut text = String::new();
    let mut last: Option<Glyph> = None;
    let mut left = None;
    let mut is_spaced = false;
    for [_, at, _] in order {
        let Some(glyph) = group.get(position(at)) else { continue };
        if glyph.char.is_whitespace() {
            is_spaced = true;
            continue;
        }
        if let Some(last) = &last {
            // Printed twice, a little apart, to look bold.
            if last.char == glyph.char && glyph.x - last.x < glyph.size / 4 {
                continue;
            }
            if is_spaced || is_apart(last, glyph) {
                text.push(' ');
            }
        }
        left = left.or(Some(glyph.x));
        is_spaced = false;
        text.push(glyph.char);
        last = Some(*glyph);
    }
    let (left, last) = (left?, last?);
    let sizes = sorted(group.iter().map(|glyph| [glyph.size, glyph.y, 0]).collect());
    let [size, ..] = sizes.get(sizes.len() / 2)?;
    let y = group.iter().filter(|glyph| glyph.size >= *size).map(|glyph| glyph.y).max()?;
    Some(Line { text, left, right: last.x + last.width, y, size: *size })
}

/// Whether a reader sees a space between two neighbors: a narrow one in Latin, a wide one in Chinese.
fn is_apart(last: &Glyph, next: &Glyph) -> bool {
    let gap = next.x - (last.x + last.width);
    let size = last.size.max(next.size);
    let is_narrow = |glyph: &Glyph| glyph.char.is_ascii_alphanumeric();
    let least = if is_narrow(last) && is_narrow(next) { size / 10 * 3 } else { size / 10 * 9 };
    gap > least.max(1)
}
