//! Numbers, places and transformations as OFD writes them.

use crate::source::layout::Matrix;

/// A rectangle: left, top, width, height, in millimeters.
pub(super) type Box = [f64; 4];

/// Reads a transformation, `a b c d e f` as PDF has them; any other text changes nothing.
pub(super) fn read_matrix(text: Option<&str>) -> Matrix {
    let numbers: Vec<f64> = text.map(|text| read_numbers(text).collect()).unwrap_or_default();
    <[f64; 6]>::try_from(numbers).map_or(Matrix::IDENTITY, Matrix)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transformations_have_six_numbers() {
        assert_eq!(read_matrix(Some("0.5 0 0 0.5 1 2")).apply(4.0, 4.0), (3.0, 4.0));
        assert_eq!(read_matrix(Some("1 0 x 1")), Matrix::IDENTITY);
    }

    #[test]
    fn odd_numbers_do_no_harm() {
        assert_eq!(read_numbers("1 1e999 x -2.5\n.5").collect::<Vec<_>>(), [1.0, -2.5, 0.5]);
        assert_eq!(read_box("0 0 210 0"), None);
    }
}
