//! Bars made of their parts. Parts are named above their piece where it is wide enough, else in a list below the bar,
//! in their order and with their pattern.

use super::fill::Fills;
use super::{Drawing, Element, Frame, Room, Sheet, bars, group, label, legend};
use super::{SMALL, text_height, text_lines};

const BAR: f64 = 1.5;
const GAP: f64 = 1.1;

pub(super) fn draw(drawing: &Drawing, frame: Frame, fills: &Fills) -> Sheet {
    let em = frame.em;
    let most = drawing.most();
    let scale = if most > 0.0 { (frame.width - 2.0) / most } else { 0.0 };
    let mut sheet = Sheet { height: em * 0.1, ..Sheet::default() };
    let mut has_rest = false;
    for idx in 0..drawing.marks.len() {
        let pieces = pieces_of(drawing, idx);
        if is_piece(drawing, idx) && pieces.is_empty() {
            continue;
        }
        has_rest |= add(&mut sheet, drawing, idx, &pieces, (scale, frame), fills);
    }
    sheet.height -= (GAP - 0.25) * em;
    if has_rest {
        let entry: Box<dyn Fn(Element) -> Element> = Box::new(|shape| fills.remainder(shape));
        let words = drawing.words.remainder.clone();
        legend::add(&mut sheet, vec![(entry, words)], (0.0, frame.width), em);
    }
    sheet
}

/// The pieces of a mark; none where they are more than it, which cannot be drawn as pieces.
fn pieces_of(drawing: &Drawing, idx: usize) -> Vec<usize> {
    let is_of = |it: &usize| drawing.marks[*it].piece_of == Some(idx) && *it != idx;
    let pieces: Vec<usize> = (0..drawing.marks.len()).filter(is_of).collect();
    let sum: f64 = pieces.iter().map(|it| drawing.marks[*it].length()).sum();
    if sum <= drawing.marks[idx].length() * (1.0 + 1e-9) { pieces } else { Vec::new() }
}

fn is_piece(drawing: &Drawing, idx: usize) -> bool {
    let whole = drawing.marks[idx].piece_of.filter(|whole| *whole < drawing.marks.len());
    whole.is_some_and(|whole| pieces_of(drawing, whole).contains(&idx))
}

/// Draws one bar with its heading; gives whether something of it is in none of its pieces.
fn add(
    sheet: &mut Sheet,
    drawing: &Drawing,
    idx: usize,
    pieces: &[usize],
    (scale, frame): (f64, Frame),
    fills: &Fills,
) -> bool {
    let (mark, em) = (&drawing.marks[idx], frame.em);
    let top = sheet.height;
    let heading = label::wrap(&format!("{} {}", mark.label, mark.shown), frame.width / em);
    let heading = text_lines(&heading, 0.0, top, em, "chart-value");
    let lines = heading.children.len();
    let named_top = top + text_height(lines, em) + em * 0.15;
    let (above, below) = name_pieces(drawing, pieces, scale, em);
    let above_height = if above.is_empty() { 0.0 } else { text_height(1, em * SMALL) };
    let bar = Room {
        x: 1.0,
        y: named_top + above_height,
        width: mark.length() * scale,
        height: BAR * em,
    };
    let is_own = !is_piece(drawing, idx);
    if is_own {
        let touch =
            Room { y: top, height: bar.y + bar.height - top, width: frame.width - 2.0, ..bar };
        let mut own = group(drawing, idx, touch).child(heading);
        if mark.value.is_none() {
            let width = (em * 4.0).min(frame.width - 2.0);
            own = own.child(bars::slot(Room { width, ..bar }));
        } else if mark.length() <= 0.0 {
            own = own.child(bars::zero(bar.x + em * 0.3, bar.y + bar.height / 2.0, em));
        } else if pieces.is_empty() {
            let room = Room { width: bar.width.max(1.5), ..bar };
            let shape = if mark.is_open { bars::toothed(room, em) } else { room.rect() };
            own = own.child(shape.with("class", "chart-bar").with("fill", "#2F6B6B"));
        } else {
            own = own.child(bar.rect().with("class", "chart-whole").with("fill", "none"));
        }
        sheet.elements.push(own);
    } else {
        sheet.elements.push(heading.with("aria-hidden", "true"));
    }
    let mut x = bar.x;
    for (order, piece) in pieces.iter().enumerate() {
        let width = drawing.marks[*piece].length() * scale;
        let room = Room { x, width, ..bar };
        let mut own = group(drawing, *piece, Room { width: width.max(2.0), ..room });
        own = own.child(fills.piece(room.rect(), order));
        sheet.elements.push(own);
        x += width;
    }
    for (order, words) in above {
        let left = bar.x
            + pieces[..order].iter().map(|it| drawing.marks[*it].length()).sum::<f64>() * scale;
        let text = text_lines(&[words], left, named_top - em * 0.1, em * SMALL, "chart-label");
        sheet.elements.push(text.with("aria-hidden", "true"));
    }
    sheet.height = bar.y + bar.height;
    let rest = !pieces.is_empty() && bar.x + bar.width - x > 1.0;
    if rest {
        let room = Room { x, width: bar.x + bar.width - x, ..bar };
        sheet.elements.push(fills.remainder(room.rect()).with("aria-hidden", "true"));
    }
    if !below.is_empty() {
        let entries = below.into_iter().map(|(order, words)| {
            let swatch = move |shape: Element| fills.piece(shape, order);
            (Box::new(swatch) as Box<dyn Fn(Element) -> Element + '_>, words)
        });
        sheet.height -= em * 0.1;
        legend::add(sheet, entries.collect(), (0.0, frame.width), em);
    }
    sheet.height += GAP * em;
    rest
}

/// Pieces with their words.
type Named = Vec<(usize, String)>;

/// The words of pieces: those that fit above their own piece, and those that do not.
fn name_pieces(drawing: &Drawing, pieces: &[usize], scale: f64, em: f64) -> (Named, Named) {
    let named = pieces.iter().enumerate().map(|(order, piece)| {
        let mark = &drawing.marks[*piece];
        let words = format!("{} {}", mark.label, mark.shown);
        let fits = (label::width(&words) * SMALL + 0.5) * em <= mark.length() * scale;
        (fits, (order, words))
    });
    let (above, below): (Vec<_>, Vec<_>) = named.partition(|(fits, _)| *fits);
    let strip = |named: Vec<(bool, (usize, String))>| named.into_iter().map(|it| it.1).collect();
    (strip(above), strip(below))
}
