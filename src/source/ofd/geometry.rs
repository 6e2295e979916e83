//! Numbers, places and transformations as OFD writes them, in millimeters.

use super::layout::Length;

/// A rectangle: left, top, width, height.
pub(super) type Box = [f64; 4];

/// A transformation: `a b c d e f` of GB/T 33190 takes (x, y) to (ax + cy + e, bx + dy + f).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix([f64; 6]);

/// Places farther away than this lie on no page, in millimeters.
const FARTHEST: f64 = 10_000.0;

impl Matrix {
    /// Leaves all where it is.
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Reads six numbers; any other text changes nothing.
    pub(super) fn read(text: Option<&str>) -> Self {
        let numbers: Vec<f64> = text.map(|text| read_numbers(text).collect()).unwrap_or_default();
        <[f64; 6]>::try_from(numbers).map_or(Self::IDENTITY, Self)
    }

    /// This one, then a move.
    pub(super) fn moved(self, x: f64, y: f64) -> Self {
        let [a, b, c, d, e, f] = self.0;
        Self([a, b, c, d, e + x, f + y])
    }

    /// This one, then `outer`.
    pub(super) fn then(self, outer: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let (x, y) = (outer.turn(a, b), outer.turn(c, d));
        let (e, f) = outer.apply(e, f);
        Self([x.0, x.1, y.0, y.1, e, f])
    }

    /// Where a place comes to lie.
    pub(super) fn apply(&self, x: f64, y: f64) -> (f64, f64) {
        let [.., e, f] = self.0;
        let (turned_x, turned_y) = self.turn(x, y);
        (turned_x + e, turned_y + f)
    }

    /// The same for a direction.
    pub(super) fn turn(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}

/// The numbers in a text, parted by white space; what is no number is passed over.
pub(super) fn read_numbers(text: &str) -> impl Iterator<Item = f64> + '_ {
    text.split([' ', '\t', '\n', '\r', ',']).filter_map(read_number)
}

/// One finite number.
pub(super) fn read_number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// A rectangle, unless it is empty.
pub(super) fn read_box(text: &str) -> Option<Box> {
    let numbers: Vec<f64> = read_numbers(text).take(4).collect();
    <[f64; 4]>::try_from(numbers).ok().filter(|[_, _, width, height]| *width > 0.0 && *height > 0.0)
}

/// Millimeters in the unit of the layout.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
pub(super) fn length(millimeters: f64) -> Length {
    (millimeters.clamp(-FARTHEST, FARTHEST) * 1000.0) as Length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transformations_follow_each_other() {
        let matrix = Matrix::read(Some("0.5 0 0 0.5 1 2")).moved(10.0, 20.0);
        assert_eq!(matrix.apply(4.0, 4.0), (13.0, 24.0));
        let turned = matrix.then(Matrix::read(Some("0 1 -1 0 0 0")));
        assert_eq!(turned.apply(4.0, 4.0), (-24.0, 13.0));
        assert_eq!(Matrix::read(Some("1 0 x 1")), Matrix::IDENTITY);
    }

    #[test]
    fn odd_numbers_do_no_harm() {
        assert_eq!(read_numbers("1 1e999 x -2.5\n.5").collect::<Vec<_>>(), [1.0, -2.5, 0.5]);
        assert_eq!(length(f64::MAX), 10_000_000);
        assert_eq!(read_box("0 0 210 0"), None);
    }
}
