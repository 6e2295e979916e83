//! Horizontal bars: label at the left, value at the end of the bar, parts below their whole.

use super::{Element, Frame, Mark, label, surface, text_lines};

/// Where the parts of a line stand; all lengths in pixels.
struct Grid {
    /// Where labels may reach to.
    label_room: f64,
    /// Zero of the scale.
    zero: f64,
    /// Pixels per unit of value.
    scale: f64,
    /// Whether labels stand above their bars, for lack of room beside them.
    is_stacked: bool,
}

const BAR: f64 = 1.25;
const GAP: f64 = 0.75;
const INDENT: f64 = 1.0;
const ALONE: f64 = 6.0;

pub(super) fn draw(
    marks: &[Mark],
    remainder: &str,
    frame: Frame,
    id: &str,
    title: &str,
) -> Element {
    let em = frame.em;
    let grid = lay_out(marks, frame);
    let hatch = format!("hatch-{id}");
    let mut top = em * 0.25;
    let mut lines = Vec::new();
    let mut has_remainder = false;
    for mark in marks {
        let indent = mark.depth as f64 * INDENT * em;
        let words = label::wrap(&mark.label, (grid.label_room - indent) / em);
        let words_height = words.len() as f64 * em * label::LINE;
        let bar_height = BAR * em;
        let (words_top, bar_top, height) = if grid.is_stacked {
            (top, top + words_height + em * 0.2, words_height + em * 0.2 + bar_height)
        } else {
            let height = words_height.max(bar_height);
            (
                top + (height - words_height) / 2.0 + em * 0.06,
                top + (height - bar_height) / 2.0,
                height,
            )
        };
        has_remainder |= remainder_of(mark).is_some();
        lines.push(text_lines(&words, indent, words_top, em, "chart-label"));
        lines.push(bar(mark, &grid, bar_top, em, &hatch));
        top += height + GAP * em;
    }
    let baseline = Element::new("line")
        .with("class", "chart-axis")
        .with_number("x1", grid.zero)
        .with_number("x2", grid.zero)
        .with_number("y1", 0.0)
        .with_number("y2", top - GAP * em + em * 0.25)
        .with("stroke", "#55524D");
    let legend_height = if has_remainder { em * 2.0 } else { 0.0 };
    let mut drawing = surface(frame.width, top - GAP * em + em * 0.5 + legend_height, em, title)
        .child(pattern(&hatch));
    for line in lines {
        drawing = drawing.child(line);
    }
    // Between stacked lines stand their labels, which a line of the axis would cross.
    if !grid.is_stacked {
        drawing = drawing.child(baseline);
    }
    if has_remainder {
        drawing = drawing.child(legend(remainder, &grid, top, em, &hatch));
    }
    drawing
}

/// Gives labels what they need up to two fifths of the width; the rest belongs to bars and values.
fn lay_out(marks: &[Mark], frame: Frame) -> Grid {
    let em = frame.em;
    let widest = |of: &dyn Fn(&Mark) -> f64| marks.iter().map(of).fold(0.0, f64::max);
    let label = widest(&|mark| label::width(&mark.label) + mark.depth as f64 * INDENT) * em;
    let value = (widest(&|mark| label::width(&mark.shown)) + 1.0) * em;
    let is_stacked = frame.width < 24.0 * em;
    let label_room = if is_stacked { frame.width } else { label.min(frame.width * 0.4) };
    let zero = if is_stacked { 1.0 } else { label_room + em * 0.75 };
    let mut room = (frame.width - zero - value).max(em * 2.0);
    if let [only] = marks
        && remainder_of(only).is_none()
    {
        // A bar alone compares with nothing; long, it would look like much.
        room = room.min(em * ALONE);
    }
    let most = widest(&|mark| mark.value.max(remainder_of(mark).unwrap_or(0.0)));
    let scale = if most > 0.0 { room / most } else { 0.0 };
    Grid { label_room, zero, scale, is_stacked }
}

/// The whole, where it is larger than the part; a part larger than its whole is drawn as it is.
fn remainder_of(mark: &Mark) -> Option<f64> {
    mark.whole.filter(|whole| whole.is_finite() && *whole > mark.value)
}

fn bar(mark: &Mark, grid: &Grid, top: f64, em: f64, hatch: &str) -> Element {
    let height = BAR * em;
    let long = (mark.value.max(0.0) * grid.scale).max(0.0);
    let mut group =
        Element::new("g").with("class", format!("chart-row is-depth-{}", mark.depth.min(2)));
    let mut end = grid.zero + long;
    if let Some(whole) = remainder_of(mark) {
        let whole_end = grid.zero + whole * grid.scale;
        group = group.child(
            rect(grid.zero + long, top, whole_end - grid.zero - long, height)
                .with("class", "chart-rest")
                .with("fill", format!("url(#{hatch})"))
                .with("stroke", "#8A857C")
                .with("stroke-width", "0.75"),
        );
        end = whole_end;
    }
    group = group.child(if mark.value > 0.0 {
        shape(mark, grid.zero, top, long.max(1.5), height, em)
    } else {
        // Zero is a value like any other: it is drawn, not left blank.
        Element::new("circle")
            .with("class", "chart-zero")
            .with_number("cx", grid.zero)
            .with_number("cy", top + height / 2.0)
            .with_number("r", em * 0.28)
            .with("fill", "#FFFFFF")
            .with("stroke", "#55524D")
            .with("stroke-width", "1.5")
    });
    let value_x = end.max(grid.zero + if mark.value > 0.0 { 1.5 } else { em * 0.4 }) + em * 0.4;
    group.child(
        Element::new("text")
            .with("class", "chart-value")
            .with_number("x", value_x)
            .with_number("y", top + height / 2.0 + em * 0.36)
            .text(mark.shown.clone()),
    )
}

/// The bar itself; one whose value is only near the true one ends in teeth instead of an edge.
fn shape(mark: &Mark, x: f64, y: f64, long: f64, height: f64, em: f64) -> Element {
    let fill = if mark.depth == 0 { "#2F6B6B" } else { "#6E9797" };
    let tooth = (em * 0.35).min(long / 2.0);
    if !mark.is_open {
        return rect(x, y, long, height).with("class", "chart-bar").with("fill", fill);
    }
    let mut path = format!("M{} {}H{}", n(x), n(y), n(x + long));
    for step in 1..=4 {
        let edge = if step % 2 == 1 { x + long - tooth } else { x + long };
        path.push_str(&format!("L{} {}", n(edge), n(y + height * f64::from(step) / 4.0)));
    }
    path.push_str(&format!("H{}Z", n(x)));
    Element::new("path").with("class", "chart-bar").with("d", path).with("fill", fill)
}

fn n(value: f64) -> String {
    super::svg::number(value)
}

fn rect(x: f64, y: f64, width: f64, height: f64) -> Element {
    Element::new("rect")
        .with_number("x", x)
        .with_number("y", y)
        .with_number("width", width.max(0.0))
        .with_number("height", height)
}

fn pattern(id: &str) -> Element {
    Element::new("defs").child(
        Element::new("pattern")
            .with("id", id)
            .with("width", "6")
            .with("height", "6")
            .with("patternUnits", "userSpaceOnUse")
            .with("patternTransform", "rotate(45)")
            .child(
                Element::new("line")
                    .with("class", "chart-hatch")
                    .with("y2", "6")
                    .with("stroke", "#C9C3B8")
                    .with("stroke-width", "1"),
            ),
    )
}

fn legend(remainder: &str, grid: &Grid, top: f64, em: f64, hatch: &str) -> Element {
    let y = top + em * 0.3;
    Element::new("g")
        .with("class", "chart-legend")
        .child(
            rect(grid.zero, y, em * 1.6, em * 0.8)
                .with("class", "chart-rest")
                .with("fill", format!("url(#{hatch})"))
                .with("stroke", "#8A857C")
                .with("stroke-width", "0.75"),
        )
        .child(
            Element::new("text")
                .with("class", "chart-note")
                .with_number("x", grid.zero + em * 2.1)
                .with_number("y", y + em * 0.75)
                .with_number("font-size", em * 0.86)
                .text(remainder),
        )
}
