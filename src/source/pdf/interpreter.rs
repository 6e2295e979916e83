//! Drawing instructions → what the page shows.

use std::collections::HashMap;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Dict, Name, Object, Stream};
use hayro_syntax::page::Resources;

use super::font::Font;
use super::state::{Pen, State};
use super::tag::Tags;
use super::unpack::Budget;
use crate::source::Decode;
use crate::source::layout::{Marks, Matrix, Path};
use crate::source::limit::{MAX_CONTENT_BYTES, MAX_FORM_DEPTH, MAX_GLYPHS, MAX_SAVED_STATES};

/// What all pages of a document share.
pub(super) struct Shared<'a, 'd> {
    /// Decodes legacy encodings.
    pub(super) decoder: &'d dyn Decode,
    /// Bytes that may still be unpacked.
    pub(super) budget: Budget,
    /// Fonts that were read.
    pub(super) fonts: Vec<Font<'a>>,
    /// Where they stand in the list, by where they stand in the file.
    font_places: HashMap<usize, usize>,
    /// Bytes of instructions that may still be followed.
    content_left: usize,
    /// Characters that may still be shown.
    pub(super) glyphs_left: usize,
}

impl<'a, 'd> Shared<'a, 'd> {
    pub(super) fn new(decoder: &'d dyn Decode) -> Self {
        Self {
            decoder,
            budget: Budget::new(),
            fonts: Vec::new(),
            font_places: HashMap::new(),
            content_left: MAX_CONTENT_BYTES,
            glyphs_left: MAX_GLYPHS,
        }
    }

    fn font(&mut self, resources: &Resources<'a>, name: &Name<'_>) -> Option<usize> {
        let dict: Dict<'a> = resources.get_font(name)?;
        // Dictionaries are stretches of the file, so their place tells them apart.
        let key = dict.data().as_ptr() as usize;
        if let Some(place) = self.font_places.get(&key) {
            return Some(*place);
        }
        self.fonts.push(Font::read(&dict, &self.budget));
        self.font_places.insert(key, self.fonts.len() - 1);
        Some(self.fonts.len() - 1)
    }
}

/// Follows the instructions of one page.
pub(super) struct Interpreter<'s, 'a, 'd> {
    pub(super) shared: &'s mut Shared<'a, 'd>,
    pub(super) marks: Marks,
    pub(super) state: State,
    pub(super) pen: Pen,
    pub(super) tags: Tags,
    path: Path,
    saved: Vec<State>,
    /// How many states could not be kept.
    n_unsaved: usize,
    depth: usize,
}

impl<'s, 'a, 'd> Interpreter<'s, 'a, 'd> {
    pub(super) fn new(shared: &'s mut Shared<'a, 'd>, matrix: Matrix) -> Self {
        Self {
            shared,
            marks: Marks::default(),
            state: State::new(matrix),
            pen: Pen::START,
            tags: Tags::default(),
            path: Path::default(),
            saved: Vec::new(),
            n_unsaved: 0,
            depth: 0,
        }
    }

    /// Follows `content`.
    pub(super) fn run(&mut self, content: &[u8], resources: &Resources<'a>) {
        if content.len() > self.shared.content_left {
            self.marks.is_cut = true;
            return;
        }
        self.shared.content_left -= content.len();
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            let operands = Operands::of(instruction.operands());
            let operator: &[u8] = instruction.operator;
            if operands.n_numbers >= least_numbers(operator)
                && !self.draw_text(operator, &operands, resources)
                && !self.draw_path(operator, &operands)
            {
                self.draw_other(operator, &operands, resources);
            }
        }
    }

    /// Follows an instruction of text; `false` when it is none.
    fn draw_text(
        &mut self,
        operator: &[u8],
        operands: &Operands<'_, '_>,
        resources: &Resources<'a>,
    ) -> bool {
        let [first, second, ..] = operands.numbers;
        let state = &mut self.state;
        match operator {
            b"BT" => self.pen = Pen::START,
            b"Tf" => {
                state.size = first;
                if let Some(Object::Name(name)) = operands.first {
                    state.font = self.shared.font(resources, name);
                }
            }
            b"Tc" => state.char_space = first,
            b"Tw" => state.word_space = first,
            b"Tz" => state.stretch = first / 100.0,
            b"TL" => state.leading = first,
            b"Ts" => state.rise = first,
            b"Tr" => state.mode = first as i64,
            b"Td" => self.pen.next_line(first, second),
            b"TD" => {
                state.leading = -second;
                self.pen.next_line(first, second);
            }
            b"Tm" => self.pen.set(Matrix(operands.numbers)),
            b"T*" => self.pen.next_line(0.0, -state.leading),
            b"Tj" | b"TJ" => self.show(operands.last),
            b"'" | b"\"" => {
                if operator == b"\"" {
                    (state.word_space, state.char_space) = (first, second);
                }
                self.pen.next_line(0.0, -state.leading);
                self.show(operands.last);
            }
            _ => return false,
        }
        true
    }

    /// Follows an instruction of paths; `false` when it is none.
    fn draw_path(&mut self, operator: &[u8], operands: &Operands<'_, '_>) -> bool {
        let [x0, y0, x1, y1, x2, y2] = operands.numbers;
        let (matrix, path) = (self.state.matrix, &mut self.path);
        match operator {
            b"m" => path.start(matrix, x0, y0),
            b"l" => path.line(matrix, x0, y0),
            b"re" => path.rectangle(matrix, [x0, y0, x1, y1]),
            b"c" => path.curve(matrix, x2, y2),
            b"v" | b"y" => path.curve(matrix, x1, y1),
            b"h" => path.close(),
            b"S" => self.paint(true, false),
            b"s" => {
                path.close();
                self.paint(true, false);
            }
            b"f" | b"F" | b"f*" => self.paint(false, true),
            b"B" | b"B*" => self.paint(true, true),
            b"b" | b"b*" => {
                path.close();
                self.paint(true, true);
            }
            b"n" => path.clear(),
            _ => return false,
        }
        if matches!(operator, b"c" | b"v" | b"y") {
            self.marks.n_curves += 1;
        }
        true
    }

    /// Follows an instruction that is neither of text nor of paths.
    fn draw_other(
        &mut self,
        operator: &[u8],
        operands: &Operands<'_, '_>,
        resources: &Resources<'a>,
    ) {
        match operator {
            b"q" if self.saved.len() < MAX_SAVED_STATES => self.saved.push(self.state),
            b"q" => self.n_unsaved += 1,
            b"Q" if self.n_unsaved > 0 => self.n_unsaved -= 1,
            b"Q" => self.state = self.saved.pop().unwrap_or(self.state),
            b"cm" => self.state.matrix = Matrix(operands.numbers).then(self.state.matrix),
            b"w" => self.state.line_width = operands.numbers[0],
            b"Do" => {
                if let Some(Object::Name(name)) = operands.last {
                    self.draw_object(name, resources);
                }
            }
            b"BI" => self.picture(),
            b"BMC" => self.tags.open(None, None, self.marks.glyphs.len()),
            b"BDC" => {
                let properties = match operands.last {
                    Some(Object::Dict(properties)) => Some(properties.clone()),
                    Some(Object::Name(name)) => resources.properties.get::<Dict<'_>>(name),
                    _ => None,
                };
                self.tags.open(operands.first, properties.as_ref(), self.marks.glyphs.len());
            }
            b"EMC" => self.tags.close(&mut self.marks.glyphs),
            _ => {}
        }
    }

    fn paint(&mut self, is_stroked: bool, is_filled: bool) {
        let Matrix([a, b, c, d, ..]) = self.state.matrix;
        let scale = (a * d - b * c).abs().sqrt();
        let stroke = is_stroked.then_some((self.state.line_width * scale) as f32);
        self.path.paint(&mut self.marks.rulings, stroke, is_filled);
    }

    fn picture(&mut self) {
        self.marks.pictures.push(self.state.matrix.area(0.0, 0.0, 1.0, 1.0));
    }

    /// Draws a picture, or a form: a page within the page.
    fn draw_object(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let Some(object) = resources.get_x_object(name) else { return };
        let object: Stream<'a> = object;
        let dict: &Dict<'a> = object.dict();
        match dict.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => self.picture(),
            Some(b"Form") => self.draw_form(&object, resources),
            _ => {}
        }
    }

    fn draw_form(&mut self, form: &Stream<'a>, resources: &Resources<'a>) {
        if self.depth == MAX_FORM_DEPTH {
            self.marks.is_cut = true;
            return;
        }
        // Each form costs something, or empty ones could be drawn without end.
        self.shared.content_left = self.shared.content_left.saturating_sub(FORM_COST);
        let Some(content) = self.shared.budget.unpack(form) else {
            self.marks.is_damaged = true;
            return;
        };
        let dict: &Dict<'a> = form.dict();
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let matrix = dict.get::<[f64; 6]>("Matrix").map_or(Matrix::IDENTITY, Matrix);
        let kept = (self.state, self.pen, std::mem::take(&mut self.saved), self.n_unsaved);
        let path = std::mem::take(&mut self.path);
        self.n_unsaved = 0;
        self.depth += 1;
        self.state.matrix = matrix.then(self.state.matrix);
        self.run(&content, own.as_ref().unwrap_or(resources));
        self.depth -= 1;
        (self.state, self.pen, self.saved, self.n_unsaved) = kept;
        self.path = path;
    }
}

/// Bytes of instructions that drawing a form counts as, besides its own.
const FORM_COST: usize = 8 << 10;

/// What stands before an operator.
struct Operands<'b, 'c> {
    numbers: [f64; 6],
    n_numbers: usize,
    first: Option<&'b Object<'c>>,
    last: Option<&'b Object<'c>>,
}

impl<'b, 'c> Operands<'b, 'c> {
    fn of(operands: impl Iterator<Item = &'b Object<'c>>) -> Self {
        let mut read = Self { numbers: [0.0; 6], n_numbers: 0, first: None, last: None };
        for operand in operands {
            if let Object::Number(number) = operand
                && let Some(slot) = read.numbers.get_mut(read.n_numbers)
            {
                *slot = number.as_f64();
                read.n_numbers += 1;
            }
            read.first = read.first.or(Some(operand));
            read.last = Some(operand);
        }
        read
    }
}

/// Numbers without which an instruction means nothing.
fn least_numbers(operator: &[u8]) -> usize {
    match operator {
        b"cm" | b"Tm" | b"c" => 6,
        b"re" | b"v" | b"y" => 4,
        b"m" | b"l" | b"Td" | b"TD" => 2,
        b"w" | b"Tf" | b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" | b"Tr" => 1,
        _ => 0,
    }
}
