//! A page of an OFD document: its objects in layers and blocks → glyphs and ruled lines.

use std::borrow::Cow;

use super::drawing;
use super::geometry::{Box, Matrix, length, read_box, read_number, read_numbers};
use super::layout::{Glyph, Page};
use crate::source::limit::MAX_GLYPHS;
use crate::source::xml::{Element, Token, Xml};

/// A page or template, read.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Where its objects stand. The size is only set when the page names its own.
    pub(super) page: Page,
    /// The left upper corner of the page.
    pub(super) origin: (f64, f64),
    /// The templates that it uses.
    pub(super) templates: Vec<String>,
    /// Whether it shows pictures, or drawings that are kept elsewhere.
    pub(super) has_pictures: bool,
    /// Whether it draws anything.
    pub(super) has_drawings: bool,
    /// Whether characters are of the kind that only the font can tell.
    pub(super) has_unknown: bool,
    /// Whether the part is malformed.
    pub(super) is_damaged: bool,
    /// How many characters stand upright and in each of the three quarter turns.
    n_turned: [usize; 4],
    /// Those that are turned, each with its quarter.
    turned: Vec<(usize, Glyph)>,
}

/// An object that glyphs or rules stand in.
#[derive(Clone, Copy, Debug)]
struct Object {
    matrix: Matrix,
    size: f64,
    stretch: f64,
    is_filled: bool,
}

impl Content {
    /// Reads the part of a page.
    pub(super) fn read(text: &str) -> Self {
        let mut content = Self::default();
        let mut xml = Xml::lenient(text);
        // Blocks and objects that are open, each with its transformation; `None` for any other element.
        let mut open: Vec<Option<Object>> = Vec::new();
        while let Some(token) = xml.next_token() {
            let element = match token {
                Token::Start(element) => element,
                Token::End => {
                    open.pop();
                    continue;
                }
                Token::Text(_) => continue,
            };
            let outer = open.iter().rev().find_map(|object| *object);
            let is_object = matches!(element.name(), "PageBlock" | "TextObject" | "PathObject");
            match element.name() {
                // What clips an object is no part of it; fill and outline hold patterns and shades.
                "Clips" | "FillColor" | "StrokeColor" | "Actions" | "CGTransform" => {
                    xml.skip();
                    continue;
                }
                "TextObject" | "PathObject" | "ImageObject" | "CompositeObject" | "PageBlock"
                    if element.has("Visible", "false") =>
                {
                    xml.skip();
                    continue;
                }
                "ImageObject" | "CompositeObject" => content.has_pictures = true,
                "Template" => {
                    content.templates.extend(element.attribute("TemplateID").map(Cow::into_owned))
                }
                "PhysicalBox" => {
                    let size = read_box(&xml.words());
                    size.into_iter().for_each(|size| content.resize(size));
                    continue;
                }
                "TextCode" => {
                    let start = Start::of(&element);
                    let words = xml.words();
                    outer.iter().for_each(|object| content.put(&words, &start, object));
                    continue;
                }
                "AbbreviatedData" => {
                    content.has_drawings = true;
                    let data = xml.words();
                    if let Some(object) = outer {
                        let (matrix, rules) = (object.matrix, &mut content.page.rules);
                        drawing::add_rules(&data, matrix, object.is_filled, rules);
                    }
                    continue;
                }
                _ => {}
            }
            open.push(is_object.then(|| Object::of(&element, outer)));
        }
        content.is_damaged = xml.is_damaged();
        content
    }

    fn resize(&mut self, [x, y, width, height]: Box) {
        self.origin = (x, y);
        self.page.width = length(width);
        self.page.height = length(height);
    }

    /// Puts the characters of one `TextCode` in their places.
    fn put(&mut self, words: &str, start: &Start, object: &Object) {
        let (along_x, along_y) = object.matrix.turn(1.0, 0.0);
        let scale = along_x.hypot(along_y);
        // Slanted text is a watermark.
        let quarter = match (along_x, along_y) {
            (x, y) if x > 0.0 && y.abs() <= x * 0.1 => 0,
            (x, y) if y > 0.0 && x.abs() <= y * 0.1 => 1,
            (x, y) if x < 0.0 && y.abs() <= -x * 0.1 => 2,
            (x, y) if y < 0.0 && x.abs() <= -y * 0.1 => 3,
            _ => return,
        };
        let (mut x, mut y) = (start.x, start.y);
        let mut steps_x = Deltas::of(&start.delta_x);
        let mut steps_y = Deltas::of(&start.delta_y);
        // Line ends lay out the file, not the page.
        for char in words.chars().filter(|char| !matches!(char, '\n' | '\r' | '\t')) {
            if self.turned.len() > MAX_GLYPHS {
                return;
            }
            let natural = natural_width(char) * object.size * object.stretch;
            let (delta_x, delta_y) = (steps_x.next(), steps_y.next());
            // A step wider than any character is a jump to the next column.
            let width = delta_x.filter(|delta| (0.0..object.size * 1.2).contains(delta));
            let width = width.map_or(natural, |delta| {
                if natural < object.size { delta } else { delta.min(natural) }
            });
            let (place_x, place_y) = object.matrix.apply(x, y);
            let glyph = Glyph {
                char: self.known(char),
                x: length(place_x - self.origin.0),
                y: length(place_y - self.origin.1),
                width: length(width * scale),
                size: length(object.size * scale).max(1),
            };
            self.turned.push((quarter, glyph));
            if let Some(n) = self.n_turned.get_mut(quarter) {
                *n += 1;
            }
            x += delta_x.unwrap_or(if start.is_upright() { 0.0 } else { natural });
            y += delta_y.unwrap_or_default();
        }
    }

    /// How many characters it holds.
    pub(super) fn n_glyphs(&self) -> usize {
        self.turned.len()
    }

    /// Whether it shows words.
    pub(super) fn has_words(&self) -> bool {
        self.turned.iter().any(|(_, glyph)| !glyph.char.is_whitespace())
    }

    /// Adds what another part puts on the same page.
    pub(super) fn absorb(&mut self, other: Self) {
        for (own, n) in self.n_turned.iter_mut().zip(other.n_turned) {
            *own += n;
        }
        self.turned.extend(other.turned);
        self.page.rules.extend(other.page.rules);
        self.has_pictures |= other.has_pictures;
        self.has_unknown |= other.has_unknown;
    }

    /// The character, unless only the font knows what it means.
    fn known(&mut self, char: char) -> char {
        if matches!(char, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}') {
            self.has_unknown = true;
            return char::REPLACEMENT_CHARACTER;
        }
        char
    }

    /// The page as a reader holds it: turned so that most of its text is upright. What is turned against it, such as
    /// words along the edge, is left out.
    pub(super) fn into_page(mut self, [_, _, width, height]: Box) -> Page {
        if self.page.width == 0 {
            (self.page.width, self.page.height) = (length(width), length(height));
        }
        let (width, height) = (self.page.width, self.page.height);
        let most = (0..4).rev().max_by_key(|quarter| self.n_turned.get(*quarter)).unwrap_or(0);
        let turn = |x: i32, y: i32| match most {
            0 => (x, y),
            1 => (y, width - x),
            2 => (width - x, height - y),
            _ => (height - y, x),
        };
        for (quarter, mut glyph) in std::mem::take(&mut self.turned) {
            if quarter == most {
                (glyph.x, glyph.y) = turn(glyph.x, glyph.y);
                self.page.glyphs.push(glyph);
            }
        }
        for rule in &mut self.page.rules {
            let (one, other) = (turn(rule.left, rule.top), turn(rule.right, rule.bottom));
            (rule.left, rule.right) = (one.0.min(other.0), one.0.max(other.0));
            (rule.top, rule.bottom) = (one.1.min(other.1), one.1.max(other.1));
        }
        if most % 2 == 1 {
            (self.page.width, self.page.height) = (height, width);
        }
        self.page
    }
}

impl Object {
    fn of(element: &Element<'_>, outer: Option<Self>) -> Self {
        let number = |name: &str| element.attribute(name).as_deref().and_then(read_number);
        let corner = element.attribute("Boundary");
        let mut corner = corner.iter().flat_map(|text| read_numbers(text));
        let (x, y) = (corner.next().unwrap_or(0.0), corner.next().unwrap_or(0.0));
        let matrix = Matrix::read(element.attribute("CTM").as_deref()).moved(x, y);
        Self {
            matrix: outer.map_or(matrix, |outer| matrix.then(outer.matrix)),
            size: number("Size").unwrap_or(0.0).max(0.0),
            stretch: number("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
            // A path has an outline unless it says that it has none.
            is_filled: element.has("Fill", "true") && element.has("Stroke", "false"),
        }
    }
}

/// Where a `TextCode` begins, and how its characters follow each other.
#[derive(Debug)]
struct Start {
    x: f64,
    y: f64,
    delta_x: String,
    delta_y: String,
}

impl Start {
    fn of(element: &Element<'_>) -> Self {
        let text = |name: &str| element.attribute(name).map_or(String::new(), Cow::into_owned);
        let number = |name: &str| read_number(&text(name)).unwrap_or_default();
        Self { x: number("X"), y: number("Y"), delta_x: text("DeltaX"), delta_y: text("DeltaY") }
    }

    /// Whether the characters stand below each other.
    fn is_upright(&self) -> bool {
        self.delta_x.trim().is_empty() && !self.delta_y.trim().is_empty()
    }
}

/// The steps from character to character: numbers, with `g n d` for n times d.
struct Deltas<'a> {
    tokens: std::str::SplitAsciiWhitespace<'a>,
    n_left: u32,
    repeated: f64,
}

impl<'a> Deltas<'a> {
    fn of(text: &'a str) -> Self {
        Self { tokens: text.split_ascii_whitespace(), n_left: 0, repeated: 0.0 }
    }
}

impl Iterator for Deltas<'_> {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        while self.n_left == 0 {
            let token = self.tokens.next()?;
            if !token.eq_ignore_ascii_case("g") {
                return Some(read_number(token).unwrap_or_default());
            }
            self.n_left = self.tokens.next().and_then(read_number).map_or(0, count);
            self.repeated = self.tokens.next().and_then(read_number).unwrap_or_default();
        }
        self.n_left -= 1;
        Some(self.repeated)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn count(number: f64) -> u32 {
    number.clamp(0.0, 1e9) as u32
}

/// How wide a character is when nothing tells, in sizes of its font.
fn natural_width(char: char) -> f64 {
    if char.is_ascii() || matches!(char, '\u{a0}'..='\u{24f}') { 0.5 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_may_be_written_as_runs() {
        let steps: Vec<f64> = Deltas::of("1 g 3 2.5 g 0 9 4 g x 1 g 2").collect();
        assert_eq!(steps, [1.0, 2.5, 2.5, 2.5, 4.0, 0.0, 0.0]);
    }

    #[test]
    fn glyphs_stand_where_blocks_objects_and_steps_put_them() {
        let content = Content::read(
            "<Page><Content><Layer><PageBlock Boundary='10 0 0 0'><TextObject Boundary='5 5 9 9' \
             CTM='0.5 0 0 0.5 0 0' Size='8'><Clips><TextCode X='0' Y='0'>丙</TextCode></Clips>\
             <TextCode X='2' Y='8' DeltaX='8'>甲 </TextCode></TextObject></PageBlock>\
             <TextObject Visible='false' Size='8'><TextCode X='0' Y='0'>乙</TextCode></TextObject>\
             <TextObject Size='8' CTM='0.7 0.7 -0.7 0.7 0 0'><TextCode>丁</TextCode></TextObject>\
             </Layer></Content></Page>",
        );
        let page = content.into_page([0.0, 0.0, 210.0, 297.0]);
        let glyph = &page.glyphs[0];
        assert_eq!((glyph.char, glyph.x, glyph.y), ('甲', 16_000, 9_000));
        assert_eq!((glyph.width, glyph.size), (4_000, 4_000));
        assert_eq!(page.glyphs.len(), 2);
    }

    #[test]
    fn a_page_that_lies_on_its_side_is_turned() {
        let content = Content::read(
            "<Page><TextObject Size='5' CTM='0 1 -1 0 200 0'><TextCode X='20' Y='0' DeltaX='5'>横排\
             </TextCode></TextObject></Page>",
        );
        let page = content.into_page([0.0, 0.0, 210.0, 297.0]);
        let places: Vec<_> = page.glyphs.iter().map(|glyph| (glyph.x, glyph.y)).collect();
        assert_eq!(places, [(20_000, 10_000), (25_000, 10_000)]);
        assert_eq!((page.width, page.height), (297_000, 210_000));
    }
}
