//! The state of drawing: where the pen is, in which font and size.

use crate::source::layout::Matrix;

/// What `q` keeps and `Q` brings back.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// From the plane in which is drawn to the page.
    pub(super) matrix: Matrix,
    /// Width of lines.
    pub(super) line_width: f64,
    /// The font, by its place in the list of the document's.
    pub(super) font: Option<usize>,
    /// Size of the font.
    pub(super) size: f64,
    /// Added behind each character.
    pub(super) char_space: f64,
    /// Added behind each space.
    pub(super) word_space: f64,
    /// How far characters are stretched; 1 is not at all.
    pub(super) stretch: f64,
    /// Distance of lines.
    pub(super) leading: f64,
    /// How far characters are raised.
    pub(super) rise: f64,
    /// How characters are drawn; 3 is not at all.
    pub(super) mode: i64,
}

impl State {
    /// The state in which a page starts.
    pub(super) const fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            line_width: 1.0,
            font: None,
            size: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        }
    }
}

/// Where text stands between `BT` and `ET`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// The next character.
    pub(super) at: Matrix,
    /// The start of the line.
    pub(super) line: Matrix,
}

impl Pen {
    /// At the origin.
    pub(super) const START: Self = Self { at: Matrix::IDENTITY, line: Matrix::IDENTITY };

    /// Goes to the start of a line this far from the start of the current one.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set(Matrix::shift(x, y).then(self.line));
    }

    /// Goes to a place.
    pub(super) fn set(&mut self, matrix: Matrix) {
        *self = Self { at: matrix, line: matrix };
    }

    /// Goes on along the line.
    pub(super) fn advance(&mut self, x: f64, y: f64) {
        self.at = Matrix::shift(x, y).then(self.at);
    }
}
