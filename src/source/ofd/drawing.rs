//! The drawing of a path, as OFD writes it.

use super::geometry::read_number;
use crate::source::layout::{Matrix, Path};

/// Reads a path whose points `matrix` puts on the page.
pub(super) fn read(data: &str, matrix: Matrix) -> Path {
    let mut path = Path::default();
    let mut tokens = data.split_ascii_whitespace();
    while let Some(token) = tokens.next() {
        // What stands before the point that the pen goes to: how a curve bends.
        let n_before = match token {
            "M" | "S" | "L" => 0,
            "Q" => 2,
            "B" => 4,
            "A" => 5,
            _ => {
                if token == "C" {
                    path.close();
                }
                continue;
            }
        };
        let mut number = || tokens.next().and_then(read_number).unwrap_or_default();
        for _ in 0..n_before {
            number();
        }
        let (x, y) = (number(), number());
        match token {
            "L" => path.line(matrix, x, y),
            "M" | "S" => path.start(matrix, x, y),
            _ => path.curve(matrix, x, y),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rulings of a path: whether each is level, where it is, from where to where it goes.
    fn rulings(data: &str, line_width: Option<f32>) -> Vec<(bool, f32, f32, f32)> {
        let mut rulings = Vec::new();
        read(data, Matrix::IDENTITY).paint(&mut rulings, line_width, line_width.is_none());
        rulings.iter().map(|line| (line.is_level, line.at, line.from, line.to)).collect()
    }

    #[test]
    fn lines_boxes_and_thin_shapes_are_rules() {
        assert_eq!(rulings("M 0 0 L 50 0", Some(1.0)), [(true, 0.0, 0.0, 50.0)]);
        assert_eq!(rulings("S 0 0 L 0 9 C", Some(1.0))[0], (false, 0.0, 0.0, 9.0));
        assert_eq!(rulings("M 0 0 L 50 0 L 50 10 L 0 10 C", Some(1.0)).len(), 4);
        assert_eq!(rulings("M 0 1 L 50 1 L 50 2 L 0 2 C", None), [(true, 1.5, 0.0, 50.0)]);
    }

    #[test]
    fn fields_of_color_slanted_lines_and_curves_are_none() {
        assert!(rulings("M 0 0 L 50 0 L 50 10 L 0 10 C", None).is_empty());
        assert!(rulings("M 0 0 L 50 20", Some(1.0)).is_empty());
        assert!(
            rulings("M 0 0 B 1 1 2 2 30 30 Q 1 2 30 40 A 1 2 3 4 5 60 40", Some(1.0)).is_empty()
        );
        assert!(rulings("M x L 5 C C B", Some(1.0)).len() <= 2);
    }
}
