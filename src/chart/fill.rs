//! Fills that are told apart without color: hatches, lines and dots.

use super::Element;
use std::cell::RefCell;

/// How many fills follow each other before the first comes again.
pub(super) const KINDS: usize = 6;

/// The patterns of one drawing; only those that are used are defined.
pub(super) struct Fills {
    id: String,
    used: RefCell<Vec<Pattern>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Pattern {
    Remainder,
    Earlier,
    Piece(usize),
}

impl Pattern {
    fn name(self) -> String {
        match self {
            Self::Remainder => "rest".to_owned(),
            Self::Earlier => "earlier".to_owned(),
            Self::Piece(order) => order.to_string(),
        }
    }
}

impl Fills {
    /// Fills whose names begin with `id`.
    pub(super) fn new(id: &str) -> Self {
        Self { id: id.to_owned(), used: RefCell::default() }
    }

    fn take(&self, pattern: Pattern) -> String {
        let mut used = self.used.borrow_mut();
        if !used.contains(&pattern) {
            used.push(pattern);
        }
        format!("url(#fill-{}-{})", self.id, pattern.name())
    }

    /// The hatched remainder.
    pub(super) fn remainder(&self, shape: Element) -> Element {
        shape
            .with("class", "chart-rest")
            .with("fill", self.take(Pattern::Remainder))
            .with("stroke", "#8A857C")
            .with("stroke-width", "0.75")
    }

    /// The year before: printed values lined, computed ones empty with a broken edge.
    pub(super) fn earlier(&self, shape: Element, is_computed: bool) -> Element {
        let shape = shape.with("stroke", "#2F6B6B").with("stroke-width", "1");
        if is_computed {
            shape
                .with("class", "chart-earlier is-computed")
                .with("fill", "none")
                .with("stroke-dasharray", "3 2")
        } else {
            shape.with("class", "chart-earlier").with("fill", self.take(Pattern::Earlier))
        }
    }

    /// The piece that comes at `order` in its whole.
    pub(super) fn piece(&self, shape: Element, order: usize) -> Element {
        let shape = shape.with("stroke", "#2F6B6B").with("stroke-width", "1");
        match order % KINDS {
            0 => shape.with("class", "chart-piece is-solid").with("fill", "#2F6B6B"),
            kind => {
                shape.with("class", "chart-piece").with("fill", self.take(Pattern::Piece(kind)))
            }
        }
    }

    /// What the fills refer to.
    pub(super) fn definitions(&self) -> Element {
        let mut definitions = Element::new("defs");
        for pattern in self.used.borrow().iter() {
            definitions = definitions.child(tile(&self.id, *pattern));
        }
        definitions
    }
}

/// A line of a tile, from one point to another.
type Stroke = (f64, f64, f64, f64);

/// One tile of a pattern.
fn tile(id: &str, pattern: Pattern) -> Element {
    let (size, turn, strokes): (f64, &str, &[Stroke]) = match pattern {
        Pattern::Remainder => (6.0, "rotate(45)", &[(0.0, 0.0, 0.0, 6.0)]),
        Pattern::Earlier => (4.0, "", &[(0.0, 2.0, 4.0, 2.0)]),
        Pattern::Piece(1) => (6.0, "rotate(45)", &[(3.0, 0.0, 3.0, 6.0)]),
        Pattern::Piece(2) => (5.0, "", &[(2.5, 2.5, 2.5, 2.5)]),
        Pattern::Piece(3) => (5.0, "", &[(0.0, 2.5, 5.0, 2.5)]),
        Pattern::Piece(4) => (6.0, "", &[(0.0, 3.0, 6.0, 3.0), (3.0, 0.0, 3.0, 6.0)]),
        Pattern::Piece(_) => (12.0, "", &[]),
    };
    let mut tile = Element::new("pattern")
        .with("id", format!("fill-{id}-{}", pattern.name()))
        .with_number("width", size)
        .with_number("height", size)
        .with("patternUnits", "userSpaceOnUse");
    if !turn.is_empty() {
        tile = tile.with("patternTransform", turn);
    }
    if pattern != Pattern::Remainder {
        tile = tile.child(
            Element::new("rect")
                .with("class", "chart-ground")
                .with_number("width", size)
                .with_number("height", size)
                .with("fill", "#FFFFFF"),
        );
    }
    let (class, color, width) = match pattern {
        Pattern::Remainder => ("chart-hatch", "#C9C3B8", "1"),
        Pattern::Earlier => ("chart-ink", "#2F6B6B", "1"),
        Pattern::Piece(_) => ("chart-ink", "#2F6B6B", "1.75"),
    };
    for (x1, y1, x2, y2) in strokes {
        tile = tile.child(
            super::line_between((*x1, *y1), (*x2, *y2), class)
                .with("stroke", color)
                .with("stroke-width", width)
                // A stroke without length is a dot.
                .with("stroke-linecap", if x1 == x2 && y1 == y2 { "round" } else { "butt" }),
        );
    }
    tile
}
