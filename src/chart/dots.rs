//! Dots on a line from zero, with reference values as ticks.

use super::columns::{self, Columns, widest};
use super::{Drawing, Element, Frame, Room, SMALL, Sheet, bars, line_between};

const ROW: f64 = 1.7;
/// The middle of the scale is named only where the names keep clear of each other.
const ROOM_FOR_MIDDLE: f64 = 8.0;

pub(super) fn draw(drawing: &Drawing, frame: Frame) -> Sheet {
    let value = widest(drawing.marks.iter().map(|mark| mark.shown.as_str()));
    let columns = columns::whole(drawing, frame, value);
    let mut sheet = Sheet::default();
    let idxs: Vec<usize> = (0..drawing.marks.len()).collect();
    add_rows(&mut sheet, drawing, &idxs, &columns);
    sheet
}

/// Draws the rows of `idxs` below what is on the sheet, with their scale above them.
pub(super) fn add_rows(sheet: &mut Sheet, drawing: &Drawing, idxs: &[usize], columns: &Columns) {
    let em = columns.em;
    let top = sheet.height;
    let is_rate = drawing.full == Some(100.0);
    let mut rows =
        Sheet { height: top + if is_rate { em * 1.7 } else { em * 0.25 }, ..Sheet::default() };
    for idx in idxs {
        add(&mut rows, drawing, *idx, columns);
    }
    if is_rate {
        sheet.elements.push(scale(columns, top, rows.height));
    }
    sheet.elements.append(&mut rows.elements);
    sheet.height = rows.height + em * 0.2;
}

/// The lines at 0, 50 and 100 %.
fn scale(columns: &Columns, top: f64, bottom: f64) -> Element {
    let (em, size) = (columns.em, columns.em * SMALL);
    let mut scale = Element::new("g").with("class", "chart-tick").with("aria-hidden", "true");
    for (tick, words, anchor) in
        [(0.0, "0%", "start"), (50.0, "50%", "middle"), (100.0, "100%", "end")]
    {
        let x = columns.place(tick, 100.0);
        if !columns.is_narrow {
            scale = scale.child(
                line_between((x, top + em * 1.4), (x, bottom), "chart-grid")
                    .with("stroke", "#DDD8CF"),
            );
        }
        if tick != 50.0 || columns.end - columns.start >= ROOM_FOR_MIDDLE * em {
            scale = scale.child(
                Element::new("text")
                    .with("class", "chart-note")
                    .with_number("x", x)
                    .with_number("y", top + size)
                    .with_number("font-size", size)
                    .with("text-anchor", anchor)
                    .text(words),
            );
        }
    }
    scale
}

fn add(sheet: &mut Sheet, drawing: &Drawing, idx: usize, columns: &Columns) {
    let (mark, em) = (&drawing.marks[idx], columns.em);
    let most = drawing.most();
    let height = ROW * em;
    let row = columns.row(drawing, idx, &[&mark.shown], (sheet.height, height));
    let middle = row.top + height / 2.0;
    let x = columns.place(mark.length(), most);
    let stroke = |from: f64, to: f64, class, color| {
        line_between((from, middle), (to, middle), class)
            .with("stroke", color)
            .with("stroke-width", "2")
    };
    let mut group = row.group.child(stroke(columns.start, columns.end, "chart-track", "#DDD8CF"));
    if mark.value.is_none() {
        let end = (columns.start + em * 4.0).min(columns.end);
        let y = middle - em * 0.4;
        group = group.child(bars::slot(Room {
            x: columns.start,
            y,
            width: end - columns.start,
            height: em * 0.8,
        }));
    } else {
        group = group.child(stroke(columns.start, x, "chart-reach", "#2F6B6B"));
    }
    let (mut group, below) =
        columns.reference(group, mark, most, (middle - em * 0.5, middle + em * 0.5));
    if mark.value.is_some() {
        group = group.child(dot(x, middle, em, mark.is_open));
    }
    let group = columns.value(group, &mark.shown, columns.end + em * 0.7, middle);
    let height = if below > 0.0 {
        (row.height).max(middle + em * 0.7 + below - sheet.height)
    } else {
        row.height
    };
    columns::push(sheet, group, height);
}

/// A dot; hollow where the printed value is only near the true one.
pub(super) fn dot(x: f64, y: f64, em: f64, is_open: bool) -> Element {
    Element::new("circle")
        .with("class", if is_open { "chart-dot is-open" } else { "chart-dot" })
        .with_number("cx", x)
        .with_number("cy", y)
        .with_number("r", em * 0.42)
        .with("fill", if is_open { "#FFFFFF" } else { "#2F6B6B" })
        .with("stroke", "#2F6B6B")
        .with("stroke-width", "2")
}
