//! Rows: how labels, what is drawn and values share the width.

use super::{Drawing, Element, Frame, Mark, Room, SMALL, Sheet, group, label, line_between};
use super::{text_height, text_lines};

/// A drawing narrower than this between label and value is no longer read as one.
const LEAST: f64 = 7.0;
const INDENT: f64 = 1.0;

/// Where the parts of a row stand; all lengths in pixels.
pub(super) struct Columns {
    pub(super) em: f64,
    /// Left edge.
    left: f64,
    /// Right edge.
    right: f64,
    /// Where labels may reach to.
    label: f64,
    /// Zero of the scale.
    pub(super) start: f64,
    /// The end of the scale.
    pub(super) end: f64,
    /// Whether labels stand above what is drawn, for lack of room beside it.
    pub(super) is_narrow: bool,
    /// Whether values stand at the end of what is drawn; above it where there is no room for that either.
    pub(super) is_beside: bool,
}

/// A row with its words set.
pub(super) struct Row {
    /// The group of the mark, to draw into.
    pub(super) group: Element,
    /// Top of what is to be drawn.
    pub(super) top: f64,
    /// Height of the whole row.
    pub(super) height: f64,
}

impl Columns {
    /// Shares the width for `marks`, whose values are at most `value` wide, in units of the type size.
    pub(super) fn new<'a>(
        marks: impl Iterator<Item = &'a Mark>,
        value: f64,
        (left, right): (f64, f64),
        em: f64,
    ) -> Self {
        let widest = marks.map(|mark| label::width(&mark.label) + indent(mark)).fold(0.0, f64::max);
        let width = right - left;
        let room = (widest * em).min(width * 0.4);
        let value = (value + 1.0) * em;
        let start = left + room + em * 0.75;
        if right - value - start >= LEAST * em {
            let label = left + room;
            let end = right - value;
            return Self { em, left, right, label, start, end, is_narrow: false, is_beside: true };
        }
        let start = left + em * 0.5;
        let is_beside = right - value - start >= LEAST * em;
        let end = right - if is_beside { value } else { em * 0.5 };
        Self { em, left, right, label: right, start, end, is_narrow: true, is_beside }
    }

    /// The place of `value` on a scale that ends at `most`.
    pub(super) fn place(&self, value: f64, most: f64) -> f64 {
        let part =
            if most > 0.0 && value.is_finite() { (value / most).clamp(0.0, 1.0) } else { 0.0 };
        self.start + (self.end - self.start) * part
    }

    /// Sets the label of a mark, and its values where they have no room beside what is drawn, `height` high.
    pub(super) fn row(
        &self,
        drawing: &Drawing,
        idx: usize,
        values: &[&str],
        (top, height): (f64, f64),
    ) -> Row {
        let (mark, em) = (&drawing.marks[idx], self.em);
        let x = self.left + indent(mark) * em;
        let words = label::wrap(&mark.label, (self.label - x) / em);
        let high = text_height(words.len(), em);
        let mut texts = Vec::new();
        let (body, whole) = if self.is_narrow {
            texts.push(text_lines(&words, x, top, em, "chart-label"));
            let mut at = top + high;
            if !self.is_beside {
                for value in values {
                    let lines = label::wrap(value, (self.right - x) / em);
                    texts.push(text_lines(&lines, x, at, em, "chart-value"));
                    at += text_height(lines.len(), em);
                }
            }
            at += em * 0.2;
            (at, at - top + height)
        } else {
            let whole = high.max(height);
            let words_top = top + (whole - high) / 2.0 + em * 0.06;
            texts.push(text_lines(&words, x, words_top, em, "chart-label"));
            (top + (whole - height) / 2.0, whole)
        };
        let pad = em * 0.2;
        let room = Room {
            x: self.left + 1.0,
            y: top - pad,
            width: self.right - self.left - 2.0,
            height: whole + pad * 2.0,
        };
        let mut group = group(drawing, idx, room);
        for text in texts {
            group = group.child(text);
        }
        Row { group, top: body, height: whole }
    }

    /// The value at the end of what is drawn, at the height of `middle`.
    pub(super) fn value(&self, group: Element, words: &str, x: f64, middle: f64) -> Element {
        if !self.is_beside {
            return group;
        }
        group.child(
            Element::new("text")
                .with("class", "chart-value")
                .with_number("x", x)
                .with_number("y", middle + self.em * 0.36)
                .text(words),
        )
    }

    /// A reference value: a tick across what is drawn, and its words below. Gives the height that they take.
    pub(super) fn reference(
        &self,
        group: Element,
        mark: &Mark,
        most: f64,
        (top, bottom): (f64, f64),
    ) -> (Element, f64) {
        let Some(reference) = &mark.reference else { return (group, 0.0) };
        let (em, size) = (self.em, self.em * SMALL);
        let x = self.place(reference.value, most);
        let tick = |class, color, width: &str| {
            line_between((x, top - em * 0.1), (x, bottom + em * 0.25), class)
                .with("stroke", color)
                .with("stroke-width", width)
        };
        let wide = label::width(&reference.shown) * size;
        // Clear of the line of the axis.
        let least = self.start + em * 0.25;
        let is_fitting = wide <= self.right - least;
        // Not by `clamp`: its panic would bring the standard formatting of fractions.
        let left = (x - wide / 2.0).min(self.right - wide).max(least);
        let lines = if is_fitting {
            vec![reference.shown.clone()]
        } else {
            label::wrap(&reference.shown, (self.right - least) / size)
        };
        let height = text_height(lines.len(), size);
        let group = group
            // The ground around the tick lifts it off a bar of its own color.
            .child(tick("chart-reference-ground", "#FFFFFF", "5"))
            .child(
                tick("chart-reference", "#1C1B1A", "2")
                    .with("data-reference", super::exact(reference.value)),
            )
            .child(text_lines(&lines, left, bottom + em * 0.2, size, "chart-note"));
        (group, height + em * 0.1)
    }
}

fn indent(mark: &Mark) -> f64 {
    mark.depth.min(3) as f64 * INDENT
}

/// The widest of some words, in units of the type size.
pub(super) fn widest<'a>(words: impl Iterator<Item = &'a str>) -> f64 {
    words.map(label::width).fold(0.0, f64::max)
}

/// The columns of a whole drawing.
pub(super) fn whole(drawing: &Drawing, frame: Frame, value: f64) -> Columns {
    Columns::new(drawing.marks.iter(), value, (0.0, frame.width), frame.em)
}

/// Puts a finished row on the sheet.
pub(super) fn push(sheet: &mut Sheet, group: Element, height: f64) {
    sheet.elements.push(group);
    sheet.height += height;
}
