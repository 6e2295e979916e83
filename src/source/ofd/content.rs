//! A page of an OFD document: its objects in layers and blocks → glyphs and ruled lines.

use std::borrow::Cow;

use super::drawing;
use super::geometry::{Box, read_box, read_matrix, read_number, read_numbers};
use crate::source::layout::{Found, Glyph, Layout, Marks, Matrix, Way};
use crate::source::limit::MAX_GLYPHS;
use crate::source::xml::{Element, Token, Xml};

/// How many points a millimeter has.
const POINTS: f64 = 72.0 / 25.4;

/// How wide lines are that do not say it, in millimeters.
const USUAL_LINE: f64 = 0.353;

/// A page or template, read.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// What it shows.
    pub(super) marks: Marks,
    /// The box of the page.
    pub(super) page: Box,
    /// The templates that it uses.
    pub(super) templates: Vec<String>,
    /// Whether it shows pictures, or drawings that are kept elsewhere.
    pub(super) has_pictures: bool,
    /// Whether it draws anything.
    pub(super) has_drawings: bool,
}

/// An object that glyphs or rules stand in.
#[derive(Clone, Copy, Debug)]
struct Object {
    matrix: Matrix,
    size: f64,
    stretch: f64,
    /// How wide the lines of a path are; `None` when they are not drawn.
    line_width: Option<f64>,
    is_filled: bool,
}

impl Object {
    /// What stands in no other: millimeters from the corner of the page, in points.
    fn page([x, y, ..]: Box) -> Self {
        let matrix = Matrix::shift(-x, -y).then(Matrix([POINTS, 0.0, 0.0, POINTS, 0.0, 0.0]));
        Self { matrix, size: 0.0, stretch: 1.0, line_width: None, is_filled: false }
    }
}

impl Content {
    /// Reads the part of a page. `page` is the box of pages that name none of their own.
    pub(super) fn read(text: &str, page: Box) -> Self {
        let mut content = Self { page, ..Self::default() };
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
            let inside = open.iter().rev().find_map(|object| *object);
            let outer = inside.unwrap_or_else(|| Object::page(content.page));
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
                    content.page = read_box(&xml.words()).unwrap_or(content.page);
                    continue;
                }
                "TextCode" => {
                    let start = Start::of(&element);
                    let words = xml.words();
                    inside.iter().for_each(|object| content.put(&words, &start, object));
                    continue;
                }
                "AbbreviatedData" => {
                    content.has_drawings = true;
                    let data = xml.words();
                    if let Some(object) = inside {
                        let line_width = object.line_width.map(|width| width as f32);
                        let mut path = drawing::read(&data, object.matrix);
                        path.paint(&mut content.marks.rulings, line_width, object.is_filled);
                    }
                    continue;
                }
                _ => {}
            }
            open.push(is_object.then(|| Object::of(&element, outer)));
        }
        content.marks.is_damaged = xml.is_damaged();
        content
    }

    /// Puts the characters of one `TextCode` in their places.
    fn put(&mut self, words: &str, start: &Start, object: &Object) {
        let Matrix([along_x, along_y, ..]) = object.matrix;
        let scale = along_x.hypot(along_y);
        let way = Way::of(along_x, along_y);
        let (mut x, mut y) = (start.x, start.y);
        let mut steps_x = Deltas::of(&start.delta_x);
        let mut steps_y = Deltas::of(&start.delta_y);
        // Line ends lay out the file, not the page.
        for char in words.chars().filter(|char| !matches!(char, '\n' | '\r' | '\t')) {
            if self.n_glyphs() > MAX_GLYPHS {
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
                char: known(char),
                x: place_x as f32,
                y: place_y as f32,
                width: (width * scale) as f32,
                size: (object.size * scale) as f32,
                way,
                is_bold: false,
                is_hidden: false,
                is_furniture: false,
            };
            self.marks.glyphs.extend(Some(glyph).filter(Glyph::is_sound));
            x += delta_x.unwrap_or(if start.is_upright() { 0.0 } else { natural });
            y += delta_y.unwrap_or_default();
        }
    }

    /// How many characters it holds.
    pub(super) fn n_glyphs(&self) -> usize {
        self.marks.glyphs.len()
    }

    /// Adds what another part puts on the same page.
    pub(super) fn absorb(&mut self, other: Self) {
        self.marks.glyphs.extend(other.marks.glyphs);
        self.marks.rulings.extend(other.marks.rulings);
        self.has_pictures |= other.has_pictures;
    }

    /// Puts it on a page of the layout, and gives what is on it beside text.
    pub(super) fn lay_out(self, layout: &mut Layout) -> Found {
        let [_, _, width, height] = self.page.map(|length| (length * POINTS) as f32);
        let mut found = layout.put(self.marks, width, height);
        found.has_pictures |= self.has_pictures;
        // A page of letters that are drawn is one that only the eye can read, too.
        found.is_drawn |= self.has_drawings && !found.has_text;
        found
    }
}

/// The character, unless only the font knows what it means.
const fn known(char: char) -> char {
    match char {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}

impl Object {
    fn of(element: &Element<'_>, outer: Self) -> Self {
        let number = |name: &str| element.attribute(name).as_deref().and_then(read_number);
        let corner = element.attribute("Boundary");
        let mut corner = corner.iter().flat_map(|text| read_numbers(text));
        let (x, y) = (corner.next().unwrap_or(0.0), corner.next().unwrap_or(0.0));
        let own = read_matrix(element.attribute("CTM").as_deref());
        let matrix = own.then(Matrix::shift(x, y)).then(outer.matrix);
        let Matrix([along_x, along_y, ..]) = matrix;
        // A path has an outline unless it says that it has none.
        let is_drawn = !element.has("Stroke", "false");
        let line_width = number("LineWidth").unwrap_or(USUAL_LINE);
        Self {
            matrix,
            size: number("Size").unwrap_or(0.0).max(0.0),
            stretch: number("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
            line_width: is_drawn.then(|| line_width * along_x.hypot(along_y)),
            is_filled: element.has("Fill", "true"),
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
    use crate::source::sheet::Sheet;

    const A4: Box = [0.0, 0.0, 210.0, 297.0];

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
            A4,
        );
        let millimeters = |points: f32| (f64::from(points) / POINTS * 1000.0).round() / 1000.0;
        let glyph = &content.marks.glyphs[0];
        let place = [glyph.x, glyph.y, glyph.width, glyph.size].map(millimeters);
        assert_eq!((glyph.char, place), ('甲', [16.0, 9.0, 4.0, 4.0]));
        let ways: Vec<Way> = content.marks.glyphs.iter().map(|glyph| glyph.way).collect();
        assert_eq!(ways, [Way::Right, Way::Right, Way::Askew]);
    }

    #[test]
    fn a_page_that_lies_on_its_side_is_turned() {
        let content = Content::read(
            "<Page><TextObject Size='5' CTM='0 1 -1 0 200 0'><TextCode X='20' Y='0' DeltaX='5'>横排\
             </TextCode></TextObject></Page>",
            A4,
        );
        let (mut layout, mut sheet) = (Layout::new(), Sheet::default());
        content.lay_out(&mut layout);
        layout.write(&mut sheet);
        assert_eq!(sheet.text, "横排\n");
    }
}
