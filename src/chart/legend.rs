//! Legends: swatches with their words, side by side as far as they fit.

use super::{Element, Room, SMALL, Sheet, label, text_height, text_lines};

/// An entry: how its swatch is filled, and its words.
pub(super) type Entry<'a> = (Box<dyn Fn(Element) -> Element + 'a>, String);

/// Draws `entries` below what is on the sheet.
pub(super) fn add(sheet: &mut Sheet, entries: Vec<Entry>, (left, width): (f64, f64), em: f64) {
    let size = em * SMALL;
    let (swatch, gap) = (em * 1.6, em * 0.5);
    let mut x = left;
    let mut top = sheet.height + em * 0.6;
    let mut row = 0.0_f64;
    for (fill, words) in entries {
        let wide = swatch + gap + label::width(&words) * size;
        if x > left && x + wide > width {
            (x, top, row) = (left, top + row, 0.0);
        }
        let room = (width - x - swatch - gap) / size;
        let lines = label::wrap(&words, room);
        let rect = Room { x, y: top + size * 0.25, width: swatch, height: em * 0.8 }.rect();
        sheet.elements.push(
            Element::new("g")
                .with("class", "chart-legend")
                .with("aria-hidden", "true")
                .child(fill(rect))
                .child(text_lines(&lines, x + swatch + gap, top, size, "chart-note")),
        );
        row = row.max(text_height(lines.len(), size));
        x += wide + em * 1.2;
    }
    sheet.height = top + row + em * 0.25;
}
