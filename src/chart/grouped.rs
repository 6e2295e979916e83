//! Two bars each: this year's above last year's.

use super::columns::{self, widest};
use super::fill::Fills;
use super::{
    Beside, Drawing, Element, Frame, Mark, Room, Sheet, bars, exact, legend, line_between,
};

const NOW: f64 = 1.2;
const EARLIER: f64 = 1.0;
const BETWEEN: f64 = 0.25;
const GAP: f64 = 0.9;

pub(super) fn draw(drawing: &Drawing, frame: Frame, fills: &Fills) -> Sheet {
    let em = frame.em;
    let shown = |mark: &'_ Mark| {
        widest(
            [Some(mark.shown.as_str()), earlier(mark).map(|it| it.shown.as_str())]
                .into_iter()
                .flatten(),
        )
    };
    let columns =
        columns::whole(drawing, frame, drawing.marks.iter().map(shown).fold(0.0, f64::max));
    let most = drawing.most();
    let mut sheet = Sheet { height: em * 0.25, ..Sheet::default() };
    for (idx, mark) in drawing.marks.iter().enumerate() {
        let before = earlier(mark);
        let mut values = vec![mark.shown.as_str()];
        values.extend(before.map(|it| it.shown.as_str()));
        let height = (NOW + if before.is_some() { BETWEEN + EARLIER } else { 0.0 }) * em;
        let row = columns.row(drawing, idx, &values, (sheet.height, height));
        let room = |top: f64, value: f64, height: f64| Room {
            x: columns.start,
            y: top,
            width: (columns.place(value, most) - columns.start).max(1.5),
            height: height * em,
        };
        let now = room(row.top, mark.length(), NOW);
        let shape = if mark.is_open { bars::toothed(now, em) } else { now.rect() };
        let mut group = row.group;
        group = group.child(if mark.length() > 0.0 {
            shape.with("class", "chart-bar").with("fill", "#2F6B6B")
        } else {
            bars::zero(columns.start, row.top + now.height / 2.0, em)
        });
        let x = |room: Room| columns.start + room.width.max(em * 0.4) + em * 0.4;
        group = columns.value(group, &mark.shown, x(now), now.y + now.height / 2.0);
        if let Some(before) = before {
            let then = room(row.top + (NOW + BETWEEN) * em, before.value, EARLIER);
            let middle = then.y + then.height / 2.0;
            let shape = fills.earlier(then.rect(), before.is_computed);
            group = group.child(shape.with("data-earlier", exact(before.value)));
            if before.value <= 0.0 {
                group = group.child(bars::zero(columns.start, middle, em));
            }
            group = columns.value(group, &before.shown, x(then), middle);
        }
        columns::push(&mut sheet, group, row.height + GAP * em);
    }
    sheet.height -= (GAP - 0.25) * em;
    if !columns.is_narrow {
        let axis = line_between((columns.start, 0.0), (columns.start, sheet.height), "chart-axis");
        sheet.elements.push(axis.with("stroke", "#55524D").with("aria-hidden", "true"));
    }
    let left = if columns.is_narrow { 0.0 } else { columns.start };
    legend::add(&mut sheet, entries(drawing, fills), (left, frame.width), em);
    sheet
}

fn earlier(mark: &Mark) -> Option<&Beside> {
    mark.earlier.as_ref().filter(|it| it.value.is_finite() && it.value >= 0.0)
}

fn entries<'a>(drawing: &Drawing, fills: &'a Fills) -> Vec<legend::Entry<'a>> {
    let before: Vec<&Beside> = drawing.marks.iter().filter_map(earlier).collect();
    let solid = |shape: Element| shape.with("class", "chart-bar").with("fill", "#2F6B6B");
    let mut entries: Vec<legend::Entry> = vec![(Box::new(solid), drawing.words.now.clone())];
    for (is_computed, words) in [(false, &drawing.words.earlier), (true, &drawing.words.computed)] {
        if before.iter().any(|it| it.is_computed == is_computed) {
            let swatch = move |shape: Element| fills.earlier(shape, is_computed);
            entries.push((Box::new(swatch), words.clone()));
        }
    }
    entries
}
