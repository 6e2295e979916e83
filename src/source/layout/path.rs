//! Paths: ruled lines among what is drawn, as strokes or as thin filled boxes.

use super::geometry::Matrix;
use super::mark::Ruling;
use crate::source::limit::{MAX_PATH_POINTS, MAX_RULINGS};

/// A box that is thinner than this is a line, in points.
const THICKEST: f32 = 3.6;
/// A line shorter than this rules nothing.
const SHORTEST: f32 = 4.0;
/// How far the ends of a level line may differ in height.
const LEVEL: f32 = 0.6;

/// The path that is being made.
#[derive(Debug, Default)]
pub(in crate::source) struct Path {
    /// Its parts: points on the page. A curve breaks a part off.
    parts: Vec<Vec<(f32, f32)>>,
    n_points: usize,
}

impl Path {
    /// `m`
    pub(in crate::source) fn start(&mut self, matrix: Matrix, x: f64, y: f64) {
        self.parts.push(Vec::new());
        self.line(matrix, x, y);
    }

    /// `l`
    pub(in crate::source) fn line(&mut self, matrix: Matrix, x: f64, y: f64) {
        let (x, y) = matrix.apply(x, y);
        if self.n_points < MAX_PATH_POINTS
            && let Some(part) = self.parts.last_mut()
            && x.is_finite()
            && y.is_finite()
        {
            part.push((x as f32, y as f32));
            self.n_points += 1;
        }
    }

    /// `h`
    pub(in crate::source) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(&first) = part.first()
        {
            part.push(first);
            self.parts.push(vec![first]);
        }
    }

    /// `re`
    pub(in crate::source) fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f64; 4]) {
        self.start(matrix, x, y);
        self.line(matrix, x + width, y);
        self.line(matrix, x + width, y + height);
        self.line(matrix, x, y + height);
        self.close();
    }

    /// `c`, `v`, `y`: to where a curve ends.
    pub(in crate::source) fn curve(&mut self, matrix: Matrix, x: f64, y: f64) {
        self.start(matrix, x, y);
    }

    /// Paints the path and starts a new one.
    pub(in crate::source) fn paint(
        &mut self,
        rulings: &mut Vec<Ruling>,
        stroke: Option<f32>,
        is_filled: bool,
    ) {
        for part in &self.parts {
            let thin_box = is_filled.then(|| thin_box(part)).flatten();
            let strokes = stroke.filter(|width| *width < THICKEST).map(|_| part.windows(2));
            let strokes = strokes.into_iter().flatten().filter_map(|ends| match ends {
                [from, to] => between(*from, *to),
                _ => None,
            });
            let room = MAX_RULINGS.saturating_sub(rulings.len());
            rulings.extend(thin_box.into_iter().chain(strokes).take(room));
        }
        self.clear();
    }

    /// Forgets the path.
    pub(in crate::source) fn clear(&mut self) {
        self.parts.clear();
        self.n_points = 0;
    }
}

/// The ruled line between two points.
fn between((x0, y0): (f32, f32), (x1, y1): (f32, f32)) -> Option<Ruling> {
    let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
    let is_level = height <= LEVEL && width >= SHORTEST;
    let is_upright = width <= LEVEL && height >= SHORTEST;
    (is_level || is_upright)
        .then(|| ruling(is_level, (x0.min(x1), y0.min(y1)), (x0.max(x1), y0.max(y1))))
}

/// The ruled line that a thin box makes.
fn thin_box(points: &[(f32, f32)]) -> Option<Ruling> {
    let square = |ends: &[(f32, f32)]| match ends {
        [from, to] => (from.0 - to.0).abs() <= LEVEL || (from.1 - to.1).abs() <= LEVEL,
        _ => false,
    };
    if !(4..=6).contains(&points.len()) || !points.windows(2).all(square) {
        return None;
    }
    let fold = |pick: fn(&(f32, f32)) -> f32, choose: fn(f32, f32) -> f32| {
        points.iter().map(pick).reduce(choose).unwrap_or(0.0)
    };
    let low = (fold(|point| point.0, f32::min), fold(|point| point.1, f32::min));
    let high = (fold(|point| point.0, f32::max), fold(|point| point.1, f32::max));
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    let is_line =
        width.min(height) <= THICKEST && width.max(height) >= SHORTEST.max(width.min(height) * 2.0);
    is_line.then(|| ruling(width >= height, low, high))
}

fn ruling(is_level: bool, low: (f32, f32), high: (f32, f32)) -> Ruling {
    if is_level {
        Ruling { is_level, at: f32::midpoint(low.1, high.1), from: low.0, to: high.0 }
    } else {
        Ruling { is_level, at: f32::midpoint(low.0, high.0), from: low.1, to: high.1 }
    }
}
