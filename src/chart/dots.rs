//! Rates: dots on a line from 0 to 100.

use super::{Element, Frame, Mark, label, surface, text_lines};

const ROW: f64 = 1.9;

pub(super) fn draw(marks: &[Mark], frame: Frame, title: &str) -> Element {
    let em = frame.em;
    let widest = |of: &dyn Fn(&Mark) -> f64| marks.iter().map(of).fold(0.0, f64::max) * em;
    let value_room = widest(&|mark| label::width(&mark.shown)) + em * 0.9;
    let is_stacked = frame.width < 24.0 * em;
    let label_room = if is_stacked {
        frame.width
    } else {
        widest(&|mark| label::width(&mark.label)).min(frame.width * 0.4)
    };
    let zero = if is_stacked { em * 0.5 } else { label_room + em * 1.1 };
    let hundred = (frame.width - value_room).max(zero + em * 3.0);
    let place = |value: f64| zero + (hundred - zero) * value.clamp(0.0, 100.0) / 100.0;

    let mut rows = Vec::new();
    let mut top = em * 1.6;
    for mark in marks {
        let words = label::wrap(&mark.label, label_room / em);
        let words_height = words.len() as f64 * em * label::LINE;
        let (middle, height) = if is_stacked {
            (top + words_height + em * 0.8, words_height + em * 1.9)
        } else {
            let height = words_height.max(ROW * em);
            (top + height / 2.0, height)
        };
        let words_top = if is_stacked { top } else { middle - words_height / 2.0 + em * 0.06 };
        rows.push(text_lines(&words, 0.0, words_top, em, "chart-label"));
        rows.push(row(mark, place(0.0), place(mark.value), hundred, middle, em));
        top += height;
    }
    let bottom = top + em * 0.2;
    let mut drawing = surface(frame.width, bottom, em, title);
    for (tick, words) in [(0.0, "0%"), (50.0, "50%"), (100.0, "100%")] {
        drawing = drawing.child(scale_tick(words, place(tick), bottom, em));
    }
    for row in rows {
        drawing = drawing.child(row);
    }
    drawing
}

fn scale_tick(words: &str, x: f64, bottom: f64, em: f64) -> Element {
    let small = em * 0.86;
    Element::new("g")
        .with("class", "chart-tick")
        .with("aria-hidden", "true")
        .child(
            Element::new("line")
                .with("class", "chart-grid")
                .with_number("x1", x)
                .with_number("x2", x)
                .with_number("y1", em * 1.4)
                .with_number("y2", bottom)
                .with("stroke", "#DDD8CF"),
        )
        .child(
            Element::new("text")
                .with("class", "chart-note")
                .with_number("x", x)
                .with_number("y", small)
                .with_number("font-size", small)
                .with("text-anchor", if words == "0%" { "start" } else { "middle" })
                .text(words),
        )
}

fn row(mark: &Mark, zero: f64, dot: f64, hundred: f64, middle: f64, em: f64) -> Element {
    let line = |from: f64, to: f64, class: &'static str, stroke: &'static str, width: f64| {
        Element::new("line")
            .with("class", class)
            .with_number("x1", from)
            .with_number("x2", to)
            .with_number("y1", middle)
            .with_number("y2", middle)
            .with("stroke", stroke)
            .with_number("stroke-width", width)
    };
    let circle = Element::new("circle")
        .with("class", if mark.is_open { "chart-dot is-open" } else { "chart-dot" })
        .with_number("cx", dot)
        .with_number("cy", middle)
        .with_number("r", em * 0.42)
        .with("fill", if mark.is_open { "#FFFFFF" } else { "#2F6B6B" })
        .with("stroke", "#2F6B6B")
        .with("stroke-width", "2");
    Element::new("g")
        .with("class", "chart-row")
        .child(line(zero, hundred, "chart-track", "#DDD8CF", 2.0))
        .child(line(zero, dot, "chart-reach", "#2F6B6B", 2.0))
        .child(circle)
        .child(
            Element::new("text")
                .with("class", "chart-value")
                .with_number("x", hundred + em * 0.7)
                .with_number("y", middle + em * 0.36)
                .text(mark.shown.clone()),
        )
}
