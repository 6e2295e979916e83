//! Showing text: from the strings of an instruction to characters on the page.

use hayro_syntax::object::Object;

use super::interpreter::Interpreter;
use crate::source::layout::{Glyph, Matrix, Way};
use crate::source::limit::MAX_PAGE_GLYPHS;

/// Drawing modes without ink: none, and clipping alone.
const WITHOUT_INK: [i64; 2] = [3, 7];

impl Interpreter<'_, '_, '_> {
    /// `Tj`, `TJ`: a string, or a list of strings and moves.
    pub(super) fn show(&mut self, operand: Option<&Object<'_>>) {
        match operand {
            Some(Object::String(text)) => self.show_string(text),
            Some(Object::Array(items)) => {
                for item in items.iter::<Object<'_>>() {
                    match item {
                        Object::String(text) => self.show_string(&text),
                        Object::Number(back) => {
                            self.step(-back.as_f64() / 1000.0 * self.state.size)
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Moves the pen along the line, by a distance before stretching.
    fn step(&mut self, distance: f64) {
        let font = self.state.font.and_then(|font| self.shared.fonts.get(font));
        if font.is_some_and(|font| font.is_vertical) {
            self.pen.advance(0.0, distance);
        } else {
            self.pen.advance(distance * self.state.stretch, 0.0);
        }
    }

    fn show_string(&mut self, mut bytes: &[u8]) {
        let Some(place) = self.state.font else { return };
        while !bytes.is_empty() {
            let decoder = self.shared.decoder;
            let Some(font) = self.shared.fonts.get_mut(place) else { return };
            let (is_bold, is_vertical) = (font.is_bold, font.is_vertical);
            let (letter, len) = font.letter(bytes, decoder);
            bytes = bytes.get(len..).unwrap_or_default();
            let width = f64::from(letter.width);
            let text = letter.text.as_deref().unwrap_or("\u{fffd}");
            let glyph = self.state.glyph(&self.pen.at, width, is_vertical, is_bold);
            let is_full =
                self.marks.glyphs.len() >= MAX_PAGE_GLYPHS || self.shared.glyphs_left == 0;
            self.marks.is_cut |= is_full;
            if let Some(glyph) = glyph.filter(|_| !is_full) {
                let glyph = Glyph { is_furniture: self.tags.is_furniture(), ..glyph };
                let n_chars = text.chars().count().max(1);
                let each = glyph.width / n_chars as f32;
                self.shared.glyphs_left = self.shared.glyphs_left.saturating_sub(n_chars);
                self.marks.glyphs.extend(text.chars().enumerate().map(|(idx, char)| Glyph {
                    char,
                    x: glyph.x + each * idx as f32,
                    width: each,
                    ..glyph
                }));
            }
            let word_space = if letter.is_space { self.state.word_space } else { 0.0 };
            let space = self.state.char_space + word_space;
            if is_vertical {
                self.pen.advance(0.0, space - self.state.size);
            } else {
                self.pen.advance((width * self.state.size + space) * self.state.stretch, 0.0);
            }
        }
    }
}

impl super::state::State {
    /// The place and shape of a character that starts at the pen; `None` where no number says where.
    fn glyph(&self, pen: &Matrix, width: f64, is_vertical: bool, is_bold: bool) -> Option<Glyph> {
        let own = Matrix([self.size * self.stretch, 0.0, 0.0, self.size, 0.0, self.rise]);
        let Matrix([a, b, c, d, ..]) = own.then(*pen).then(self.matrix);
        // In vertical lines the pen stands above the middle of the character.
        let (left, down) = if is_vertical { (-0.5, -0.88) } else { (0.0, 0.0) };
        let (x, y) = own.then(*pen).then(self.matrix).apply(left, down);
        let (run, size) = (a.hypot(b), c.hypot(d));
        let width = if is_vertical { 1.0 } else { width };
        let glyph = Glyph {
            char: ' ',
            x: x as f32,
            y: y as f32,
            width: (run * width) as f32,
            size: size as f32,
            way: Way::of(a, b),
            is_bold: is_bold || self.mode == 2,
            is_hidden: WITHOUT_INK.contains(&self.mode),
            is_furniture: false,
        };
        Some(glyph).filter(Glyph::is_sound)
    }
}
