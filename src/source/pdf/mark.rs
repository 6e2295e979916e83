//! What a page shows: characters, ruled lines, pictures.

use super::geometry::Area;

/// A character where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// The character; U+FFFD where the file does not tell it.
    pub(super) char: char,
    /// Left end of it, on its base line.
    pub(super) x: f32,
    /// Its base line.
    pub(super) y: f32,
    /// Its width along the line.
    pub(super) width: f32,
    /// The size of its font as it appears.
    pub(super) size: f32,
    /// Which way its line runs.
    pub(super) way: Way,
    /// Whether its strokes are heavy.
    pub(super) is_bold: bool,
    /// Whether it is drawn without ink: what a scanner recognized, beneath the picture of the page.
    pub(super) is_hidden: bool,
    /// Whether the file says that it belongs to the page and not to the text: a running head.
    pub(super) is_furniture: bool,
}

impl Glyph {
    /// Where it ends on its line.
    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }

    /// The middle of its body, half way up a Chinese character.
    pub(super) fn center(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y - self.size * 0.36)
    }
}

/// Which way a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// From left to right, as all but a few do.
    Right,
    /// Downwards, turned by a quarter.
    Down,
    /// From right to left, upside down.
    Left,
    /// Upwards.
    Up,
    /// Askew, as what is stamped across a page.
    Askew,
}

/// A ruled line, level or upright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ruling {
    /// Whether it is level.
    pub(super) is_level: bool,
    /// Its height when level, else its distance from the left.
    pub(super) at: f32,
    /// Where it starts.
    pub(super) from: f32,
    /// Where it ends.
    pub(super) to: f32,
}

/// All that a page shows.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Characters, in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Ruled lines.
    pub(super) rulings: Vec<Ruling>,
    /// Pictures.
    pub(super) pictures: Vec<Area>,
    /// How many curves are drawn; letters that became drawings are made of them.
    pub(super) n_curves: usize,
    /// Whether a part was left out for its size.
    pub(super) is_cut: bool,
    /// Whether a part could not be unpacked.
    pub(super) is_damaged: bool,
}
