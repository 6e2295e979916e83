//! The drawing of a path → the straight lines in it that may rule a table.

use super::geometry::{Matrix, length, read_number};
use super::layout::Rule;

/// A filled shape thinner than this is a line, in millimeters.
const THIN: f64 = 1.0;

/// A line that leans by less than this is level or upright, in millimeters.
const LEAN: f64 = 0.3;

type Point = (f64, f64);

/// Adds the rules that a path draws. `is_filled` is for paths that are filled and have no outline of their own.
pub(super) fn add_rules(data: &str, matrix: Matrix, is_filled: bool, rules: &mut Vec<Rule>) {
    let mut tokens = data.split_ascii_whitespace();
    let mut shape: Vec<Point> = Vec::new();
    let mut is_straight = true;
    while let Some(token) = tokens.next() {
        let mut number = || tokens.next().and_then(read_number).unwrap_or_default();
        match token {
            "M" | "S" => {
                end_shape(&shape, is_filled, is_straight, rules);
                let (x, y) = (number(), number());
                shape = vec![matrix.apply(x, y)];
                is_straight = true;
            }
            "L" => {
                let (x, y) = (number(), number());
                shape.push(matrix.apply(x, y));
            }
            "C" => shape.extend(shape.first().copied()),
            "Q" | "B" | "A" => {
                is_straight = false;
                let n_before = match token {
                    "Q" => 2,
                    "B" => 4,
                    _ => 5,
                };
                for _ in 0..n_before {
                    number();
                }
                let (x, y) = (number(), number());
                let to = matrix.apply(x, y);
                // Nothing is ruled along a curve: the shape goes on from its end.
                end_shape(&shape, is_filled, false, rules);
                shape = vec![to];
            }
            _ => {}
        }
    }
    end_shape(&shape, is_filled, is_straight, rules);
}

/// Adds the rules of one shape: its sides, or the shape itself when it is filled and thin.
fn end_shape(shape: &[Point], is_filled: bool, is_straight: bool, rules: &mut Vec<Rule>) {
    if shape.len() < 2 {
        return;
    }
    let edges = |of: fn(&Point) -> f64| {
        shape
            .iter()
            .map(of)
            .fold((f64::MAX, f64::MIN), |(least, most), place| (least.min(place), most.max(place)))
    };
    let ((left, right), (top, bottom)) = (edges(|point| point.0), edges(|point| point.1));
    if right - left < THIN || bottom - top < THIN {
        if is_straight || !is_filled {
            rules.extend(rule(((left, top), (right, bottom)), THIN));
        }
        return;
    }
    if is_filled {
        return;
    }
    let sides = shape.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    rules.extend(sides.filter_map(|side| rule(side, LEAN)));
}

/// The line from one point to the other, when it is level or upright.
fn rule((from, to): (Point, Point), lean: f64) -> Option<Rule> {
    let (left, right) = (from.0.min(to.0), from.0.max(to.0));
    let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
    let (width, height) = (right - left, bottom - top);
    if width.min(height) > lean {
        return None;
    }
    let (middle_x, middle_y) = (length(left + width / 2.0), length(top + height / 2.0));
    Some(if width > height {
        Rule { left: length(left), right: length(right), top: middle_y, bottom: middle_y }
    } else {
        Rule { left: middle_x, right: middle_x, top: length(top), bottom: length(bottom) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(data: &str, is_filled: bool) -> Vec<(i32, i32, i32, i32)> {
        let mut rules = Vec::new();
        add_rules(data, Matrix::IDENTITY, is_filled, &mut rules);
        rules.iter().map(|rule| (rule.left, rule.top, rule.right, rule.bottom)).collect()
    }

    #[test]
    fn lines_boxes_and_thin_shapes_are_rules() {
        assert_eq!(rules("M 0 0 L 50 0", false), [(0, 0, 50_000, 0)]);
        assert_eq!(rules("S 0 0 L 0 9 C", false), [(0, 0, 0, 9_000)]);
        assert_eq!(rules("M 0 0 L 50 0 L 50 10 L 0 10 C", false).len(), 4);
        assert_eq!(rules("M 0 1 L 50 1 L 50 1.4 L 0 1.4 C", true), [(0, 1_200, 50_000, 1_200)]);
    }

    #[test]
    fn fields_of_color_slanted_lines_and_curves_are_none() {
        assert!(rules("M 0 0 L 50 0 L 50 10 L 0 10 C", true).is_empty());
        assert!(rules("M 0 0 L 50 20", false).is_empty());
        assert!(rules("M 0 0 B 1 1 2 2 30 30 Q 1 2 30 40", false).is_empty());
        assert!(rules("M x L 5 C C B", false).len() <= 1);
    }
}
