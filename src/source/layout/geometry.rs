//! Places on a page: matrices as PDF has them, rectangles with the origin at the page's top left.

/// A map from one plane to another: x' = a·x + c·y + e, y' = b·x + d·y + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::source) struct Matrix(pub(in crate::source) [f64; 6]);

impl Matrix {
    /// Leaves everything where it is.
    pub(in crate::source) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves by a distance.
    pub(in crate::source) const fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This map, and `outer` after it.
    pub(in crate::source) fn then(self, outer: Self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let Self([oa, ob, oc, od, oe, of]) = outer;
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    /// Where a point goes.
    pub(in crate::source) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let Self([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The rectangle around where a rectangle goes.
    pub(in crate::source) fn area(self, x0: f64, y0: f64, x1: f64, y1: f64) -> Area {
        let corners = [(x0, y0), (x1, y0), (x0, y1), (x1, y1)].map(|(x, y)| self.apply(x, y));
        let (mut area, (x, y)) = (Area::default(), corners[0]);
        (area.left, area.right, area.top, area.bottom) = (x as f32, x as f32, y as f32, y as f32);
        for (x, y) in corners {
            area.left = area.left.min(x as f32);
            area.right = area.right.max(x as f32);
            area.top = area.top.min(y as f32);
            area.bottom = area.bottom.max(y as f32);
        }
        area
    }
}

/// A rectangle on a page, in points, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::source) struct Area {
    pub(in crate::source) left: f32,
    pub(in crate::source) top: f32,
    pub(in crate::source) right: f32,
    pub(in crate::source) bottom: f32,
}

impl Area {
    /// Whether a point lies in it.
    pub(in crate::source) fn holds(&self, x: f32, y: f32) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// Its width; never negative.
    pub(in crate::source) fn width(&self) -> f32 {
        (self.right - self.left).max(0.0)
    }

    /// Its height; never negative.
    pub(in crate::source) fn height(&self) -> f32 {
        (self.bottom - self.top).max(0.0)
    }

    /// The part of it that lies in `other`.
    pub(in crate::source) fn within(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }
}

/// A place as a key to sort by, smallest first.
pub(super) fn rising(value: f32) -> u64 {
    crate::order::largest_first(-f64::from(value))
}
