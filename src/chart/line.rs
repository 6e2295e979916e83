//! A line through the years: points labelled, a gap where a year is missing. Where the points have no room for their
//! labels side by side, the years go from top to bottom.

use super::columns::{self, widest};
use super::{Drawing, Element, Frame, Room, Sheet, dots, group, line_between};

const HIGH: f64 = 9.0;

pub(super) fn draw(drawing: &Drawing, frame: Frame) -> Sheet {
    let years = drawing.marks.iter().map(|mark| mark.at);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
        return Sheet::default();
    };
    let em = frame.em;
    let slots = f64::from(last.saturating_sub(first).clamp(0, 200) + 1);
    let slot = frame.width / slots;
    let words = drawing.marks.iter().flat_map(|mark| [mark.shown.as_str(), mark.label.as_str()]);
    if (widest(words) + 0.6) * em <= slot {
        across(drawing, frame, first, slot)
    } else {
        downwards(drawing, frame)
    }
}

fn across(drawing: &Drawing, frame: Frame, first: i32, slot: f64) -> Sheet {
    let em = frame.em;
    let (top, bottom) = (em * 2.2, em * (2.2 + HIGH));
    let most = drawing.most();
    let x = |year: i32| (f64::from(year - first) + 0.5) * slot;
    let y = |value: f64| if most > 0.0 { bottom - (bottom - top) * value / most } else { bottom };
    let mut sheet = Sheet::default();
    let base = line_between((0.0, bottom), (frame.width, bottom), "chart-axis");
    sheet.elements.push(base.with("stroke", "#55524D").with("aria-hidden", "true"));
    for pair in drawing.marks.windows(2) {
        if pair[1].at == pair[0].at + 1 {
            let at = |it: &super::Mark| (x(it.at), y(it.length()));
            let line = line_between(at(&pair[0]), at(&pair[1]), "chart-reach");
            let line = line.with("stroke", "#2F6B6B").with("stroke-width", "2");
            sheet.elements.push(line.with("aria-hidden", "true"));
        }
    }
    for (idx, mark) in drawing.marks.iter().enumerate() {
        let (middle, level) = (x(mark.at), y(mark.length()));
        let room = Room {
            x: middle - slot / 2.0 + 1.0,
            y: em * 0.2,
            width: slot - 2.0,
            height: bottom + em * 1.6,
        };
        let words = |words: &str, baseline: f64, class| {
            Element::new("text")
                .with("class", class)
                .with_number("x", middle)
                .with_number("y", baseline)
                .with("text-anchor", "middle")
                .text(words)
        };
        sheet.elements.push(
            group(drawing, idx, room)
                .child(dots::dot(middle, level, em * 0.85, mark.is_open))
                .child(words(&mark.shown, level - em * 0.75, "chart-value is-on-line"))
                .child(words(&mark.label, bottom + em * 1.3, "chart-label")),
        );
    }
    sheet.height = bottom + em * 2.0;
    sheet
}

fn downwards(drawing: &Drawing, frame: Frame) -> Sheet {
    let em = frame.em;
    let value = widest(drawing.marks.iter().map(|mark| mark.shown.as_str()));
    let columns = columns::whole(drawing, frame, value);
    let most = drawing.most();
    let mut sheet = Sheet { height: em * 0.25, ..Sheet::default() };
    let mut before: Option<(i32, f64, f64)> = None;
    let mut lines = Vec::new();
    for (idx, mark) in drawing.marks.iter().enumerate() {
        if before.is_some_and(|(year, ..)| mark.at > year + 1) {
            sheet.height += em;
        }
        let height = em * 2.0;
        let row = columns.row(drawing, idx, &[&mark.shown], (sheet.height, height));
        let (x, middle) = (columns.place(mark.length(), most), row.top + height / 2.0);
        if let Some((year, from_x, from_y)) = before
            && mark.at == year + 1
            && !columns.is_narrow
        {
            let line = line_between((from_x, from_y), (x, middle), "chart-reach");
            lines.push(line.with("stroke", "#2F6B6B").with("stroke-width", "2"));
        }
        let group = row.group.child(dots::dot(x, middle, em * 0.85, mark.is_open));
        let group = columns.value(group, &mark.shown, columns.end + em * 0.7, middle);
        columns::push(&mut sheet, group, row.height);
        before = Some((mark.at, x, middle));
    }
    if !columns.is_narrow {
        let axis = line_between((columns.start, 0.0), (columns.start, sheet.height), "chart-axis");
        lines.push(axis.with("stroke", "#55524D"));
    }
    for line in lines.into_iter().rev() {
        sheet.elements.insert(0, line.with("aria-hidden", "true"));
    }
    sheet.height += em * 0.25;
    sheet
}
