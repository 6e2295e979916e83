//! What a page shows: characters, ruled lines, pictures.

use super::geometry::Area;

/// A character where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::source) struct Glyph {
    /// The character; U+FFFD where the file does not tell it.
    pub(in crate::source) char: char,
    /// Left end of it, on its base line.
    pub(in crate::source) x: f32,
    /// Its base line.
    pub(in crate::source) y: f32,
    /// Its width along the line.
    pub(in crate::source) width: f32,
    /// The size of its font as it appears.
    pub(in crate::source) size: f32,
    /// Which way its line runs.
    pub(in crate::source) way: Way,
    /// Whether its strokes are heavy.
    pub(in crate::source) is_bold: bool,
    /// Whether it is drawn without ink: what a scanner recognized, beneath the picture of the page.
    pub(in crate::source) is_hidden: bool,
    /// Whether the file says that it belongs to the page and not to the text: a running head.
    pub(in crate::source) is_furniture: bool,
}

impl Glyph {
    /// Where it ends on its line.
    pub(in crate::source) fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Whether it has a place, and a size in which characters are seen.
    pub(in crate::source) fn is_sound(&self) -> bool {
        self.x.is_finite()
            && self.y.is_finite()
            && (0.1..4_000.0).contains(&self.size)
            && self.width.abs() < 20_000.0
    }

    /// The middle of its body, half way up a Chinese character.
    pub(in crate::source) fn center(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y - self.size * 0.36)
    }
}

/// Which way a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Way {
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

/// The largest share of a line's run by which it may climb and still count as level.
const SLOPE: f64 = 0.09;

impl Way {
    /// The way of a line that runs along (`x`, `y`).
    pub(in crate::source) fn of(x: f64, y: f64) -> Self {
        if y.abs() <= x.abs() * SLOPE {
            if x >= 0.0 { Self::Right } else { Self::Left }
        } else if x.abs() <= y.abs() * SLOPE {
            if y >= 0.0 { Self::Down } else { Self::Up }
        } else {
            Self::Askew
        }
    }
}

/// A ruled line, level or upright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::source) struct Ruling {
    /// Whether it is level.
    pub(in crate::source) is_level: bool,
    /// Its height when level, else its distance from the left.
    pub(in crate::source) at: f32,
    /// Where it starts.
    pub(in crate::source) from: f32,
    /// Where it ends.
    pub(in crate::source) to: f32,
}

/// All that a page shows.
#[derive(Debug, Default)]
pub(in crate::source) struct Marks {
    /// Characters, in the order in which they are drawn.
    pub(in crate::source) glyphs: Vec<Glyph>,
    /// Ruled lines.
    pub(in crate::source) rulings: Vec<Ruling>,
    /// Pictures.
    pub(in crate::source) pictures: Vec<Area>,
    /// How many curves are drawn; letters that became drawings are made of them.
    pub(in crate::source) n_curves: usize,
    /// Whether a part was left out for its size.
    pub(in crate::source) is_cut: bool,
    /// Whether a part could not be unpacked.
    pub(in crate::source) is_damaged: bool,
}
