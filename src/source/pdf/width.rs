//! How wide glyphs are, in the font's own measure (mostly thousandths of its size).

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Object};

use crate::source::limit::MAX_WIDTHS;

/// Widths by glyph number or code.
#[derive(Debug, Default)]
pub(super) struct Widths {
    known: HashMap<u32, f32>,
    other: f32,
}

/// Widths of ASCII from the space on, in the fonts that every reader of PDFs has and that thus say nothing.
const COMMON: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

impl Widths {
    /// Those of a font with one byte a character.
    pub(super) fn of_simple(font: &Dict<'_>, name: &str) -> Self {
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let Some(list) = font.get::<Array<'_>>("Widths") else {
            return Self::common(name);
        };
        let first = font.get::<u32>("FirstChar").unwrap_or(0);
        let known = (first..=255).zip(list.iter::<f32>()).collect();
        Self { known, other: descriptor.get::<f32>("MissingWidth").unwrap_or(0.0) }
    }

    fn common(name: &str) -> Self {
        if name.contains("Courier") {
            return Self { known: HashMap::new(), other: 600.0 };
        }
        Self { known: (32..).zip(COMMON.map(f32::from)).collect(), other: 556.0 }
    }

    /// Those of a composite font: its descendant's `W`, `n [w w w]` or `n m w`.
    pub(super) fn of_composite(descendant: &Dict<'_>) -> Self {
        let mut widths =
            Self { known: HashMap::new(), other: descendant.get::<f32>("DW").unwrap_or(1000.0) };
        let Some(list) = descendant.get::<Array<'_>>("W") else { return widths };
        let mut items = list.iter::<Object<'_>>();
        while let Some(first) = items.next().and_then(count) {
            match items.next() {
                Some(Object::Array(list)) => {
                    let numbers = first..=first.saturating_add(MAX_WIDTHS as u32);
                    widths.known.extend(numbers.zip(list.iter::<f32>()));
                }
                Some(last) => {
                    let last = count(last).unwrap_or(first).min(u32::from(u16::MAX));
                    let Some(width) = items.next().and_then(Object::into_f32) else { break };
                    widths.known.extend((first..=last).map(|number| (number, width)));
                }
                None => break,
            }
            if widths.known.len() > MAX_WIDTHS {
                break;
            }
        }
        widths
    }

    /// The width of a glyph.
    pub(super) fn get(&self, number: u32) -> f32 {
        self.listed(number).unwrap_or(self.other)
    }

    /// The width of a glyph that the font lists.
    pub(super) fn listed(&self, number: u32) -> Option<f32> {
        self.known.get(&number).copied()
    }
}

fn count(object: Object<'_>) -> Option<u32> {
    object.into_number().map(|number| number.as_i64().clamp(0, i64::from(u32::MAX)) as u32)
}
