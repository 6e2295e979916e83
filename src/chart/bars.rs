//! Horizontal bars on one scale from zero: parts below their whole, or sorted by length.

use super::columns::{self, Columns, widest};
use super::fill::Fills;
use super::{Drawing, Element, Frame, Kind, Mark, Room, Sheet, label, legend, line_between};

const BAR: f64 = 1.25;
const GAP: f64 = 0.75;
/// A bar alone compares with nothing; long, it would look like much.
const ALONE: f64 = 6.0;
/// How long an empty slot is.
const SLOT: f64 = 4.0;

pub(super) fn draw(drawing: &Drawing, frame: Frame, fills: &Fills) -> Sheet {
    let em = frame.em;
    let value = widest(drawing.marks.iter().map(|mark| mark.shown.as_str()));
    let nested = drawing.kind == Kind::Funnel;
    let drawing = if nested { drawing.clone() } else { side_by_side(drawing) };
    let mut columns = columns::whole(&drawing, frame, value);
    if drawing.full.is_none()
        && let [only] = drawing.marks.as_slice()
        && only.remainder().is_none()
    {
        columns.end = columns.end.min(columns.start + em * ALONE);
    }
    let most = drawing.most();
    let mut sheet = Sheet { height: em * 0.25, ..Sheet::default() };
    for idx in order(&drawing, nested) {
        add(&mut sheet, &drawing, idx, &columns, most, fills);
    }
    sheet.height -= (GAP - 0.25) * em;
    // Between labels and bars one above the other, a line of the axis would cross words.
    if !columns.is_narrow {
        let axis = line_between((columns.start, 0.0), (columns.start, sheet.height), "chart-axis");
        sheet.elements.push(axis.with("stroke", "#55524D").with("aria-hidden", "true"));
    }
    if drawing.marks.iter().any(|mark| mark.remainder().is_some()) {
        let entry: Box<dyn Fn(Element) -> Element> = Box::new(|shape| fills.remainder(shape));
        let left = if columns.is_narrow { 0.0 } else { columns.start };
        let words = drawing.words.remainder.clone();
        legend::add(&mut sheet, vec![(entry, words)], (left, frame.width), em);
    }
    sheet
}

/// The same marks, none set in and none with a remainder.
fn side_by_side(drawing: &Drawing) -> Drawing {
    let mut drawing = drawing.clone();
    for mark in &mut drawing.marks {
        mark.depth = 0;
        mark.whole = None;
    }
    drawing
}

/// As the marks are given where they are nested, else the longest first.
fn order(drawing: &Drawing, is_nested: bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..drawing.marks.len()).collect();
    if !is_nested {
        // What is not disclosed comes last.
        let size = |idx: &usize| {
            let mark = &drawing.marks[*idx];
            if mark.value.is_some() { mark.length() } else { -1.0 }
        };
        // By insertion: few items, and the standard sort would cost the page several kilobytes.
        for at in 1..order.len() {
            let mut place = at;
            while place > 0 && size(&order[place - 1]) < size(&order[place]) {
                order.swap(place - 1, place);
                place -= 1;
            }
        }
    }
    order
}

fn add(
    sheet: &mut Sheet,
    drawing: &Drawing,
    idx: usize,
    columns: &Columns,
    most: f64,
    fills: &Fills,
) {
    let (mark, em) = (&drawing.marks[idx], columns.em);
    let height = BAR * em;
    let row = columns.row(drawing, idx, &[&mark.shown], (sheet.height, height));
    let mut group = row.group.with("data-depth", mark.depth.min(2).to_string());
    let room = |from: f64, to: f64| Room { x: from, y: row.top, width: to - from, height };
    let mut end = columns.place(mark.length(), most);
    if mark.value.is_none() {
        end = (columns.start + em * SLOT).min(columns.end);
        group = group.child(slot(room(columns.start, end)));
    } else if mark.length() > 0.0 {
        let bar_end = end;
        if let Some(whole) = mark.remainder() {
            end = columns.place(whole, most);
            group = group.child(fills.remainder(room(bar_end, end).rect()));
        }
        group = group.child(bar(mark, room(columns.start, bar_end.max(columns.start + 1.5)), em));
    } else {
        if let Some(whole) = mark.remainder() {
            end = columns.place(whole, most);
            group = group.child(fills.remainder(room(columns.start, end).rect()));
        }
        group = group.child(zero(columns.start, row.top + height / 2.0, em));
        end = end.max(columns.start + em * 0.4);
    }
    let (mut group, below) = columns.reference(group, mark, most, (row.top, row.top + height));
    if let Some(reference) = &mark.reference {
        // The value at the end of the bar keeps clear of the tick.
        let tick = columns.place(reference.value, most);
        let value_end = end + (label::width(&mark.shown) + 0.8) * em;
        if (end..value_end).contains(&tick) {
            end = tick;
        }
    }
    group = columns.value(group, &mark.shown, end + em * 0.4, row.top + height / 2.0);
    columns::push(sheet, group, row.height + below + GAP * em);
}

/// The bar itself; one whose value is only near the true one ends in teeth instead of an edge.
fn bar(mark: &Mark, room: Room, em: f64) -> Element {
    let fill = if mark.depth == 0 { "#2F6B6B" } else { "#6E9797" };
    let shape = if mark.is_open { toothed(room, em) } else { room.rect() };
    shape.with("class", "chart-bar").with("fill", fill)
}

/// A rectangle whose right edge is left open.
pub(super) fn toothed(room: Room, em: f64) -> Element {
    let n = super::svg::number;
    let Room { x, y, width, height } = room;
    let tooth = (em * 0.35).min(width / 2.0);
    let mut path = format!("M{} {}H{}", n(x), n(y), n(x + width));
    for step in 1..=4 {
        let edge = if step % 2 == 1 { x + width - tooth } else { x + width };
        path.push_str(&format!("L{} {}", n(edge), n(y + height * f64::from(step) / 4.0)));
    }
    path.push_str(&format!("H{}Z", n(x)));
    Element::new("path").with("d", path)
}

/// Zero is a value like any other: it is drawn, not left blank.
pub(super) fn zero(x: f64, y: f64, em: f64) -> Element {
    Element::new("circle")
        .with("class", "chart-zero")
        .with_number("cx", x)
        .with_number("cy", y)
        .with_number("r", em * 0.28)
        .with("fill", "#FFFFFF")
        .with("stroke", "#55524D")
        .with("stroke-width", "1.5")
}

/// Where a value would stand that is not disclosed.
pub(super) fn slot(room: Room) -> Element {
    room.rect()
        .with("class", "chart-slot")
        .with("fill", "none")
        .with("stroke", "#55524D")
        .with("stroke-width", "1.25")
        .with("stroke-dasharray", "4 3")
}
