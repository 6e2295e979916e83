//! Small multiples: one drawing of dots for each group, all on the same scale.

use super::columns::{Columns, widest};
use super::{Drawing, Frame, Sheet, dots, label, text_height, text_lines};

/// A panel narrower than this is better one below the other.
const LEAST: f64 = 21.0;
const GAP: f64 = 2.0;

pub(super) fn draw(drawing: &Drawing, frame: Frame) -> Sheet {
    let em = frame.em;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
    let most_beside = (((frame.width + GAP * em) / ((LEAST + GAP) * em)) as usize).clamp(1, 3);
    let n_columns = most_beside.min(drawing.panels.len().max(1));
    let gaps = (n_columns - 1) as f64 * GAP * em;
    let width = (frame.width - gaps) / n_columns as f64;
    let value = widest(drawing.marks.iter().map(|mark| mark.shown.as_str()));
    let mut heights = vec![0.0_f64; n_columns];
    let mut sheet = Sheet::default();
    for (panel, name) in drawing.panels.iter().enumerate() {
        let idxs: Vec<usize> = (0..drawing.marks.len())
            .filter(|idx| usize::try_from(drawing.marks[*idx].at) == Ok(panel))
            .collect();
        if idxs.is_empty() {
            continue;
        }
        // The next panel goes where there is most room left, the first of such places first.
        let mut column = 0;
        for other in 1..n_columns {
            if heights[other] + 0.5 < heights[column] {
                column = other;
            }
        }
        let left = column as f64 * (width + GAP * em);
        // The same columns in every panel: the same length means the same value.
        let columns = Columns::new(drawing.marks.iter(), value, (left, left + width), em);
        sheet.height = heights[column] + if heights[column] > 0.0 { em } else { 0.0 };
        let words = label::wrap(name, width / em);
        let title = text_lines(&words, left, sheet.height, em, "chart-panel");
        sheet.elements.push(title.with("aria-hidden", "true"));
        sheet.height += text_height(words.len(), em) + em * 0.2;
        dots::add_rows(&mut sheet, drawing, &idxs, &columns);
        heights[column] = sheet.height;
    }
    sheet.height = heights.into_iter().fold(0.0, f64::max);
    sheet
}
