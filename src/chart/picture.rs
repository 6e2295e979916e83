//! 图片: a drawing with its words around it, as a file that stands alone.
//!
//! It is the same drawing as on the page. There colors come from the style sheet by class; here they are resolved to
//! those of the light theme, since a file is read where no style sheet is.

use super::{Drawing, Element, Frame, Node, label, surface, text_lines};

/// The words around a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caption<'a> {
    /// What is seen.
    pub title: &'a str,
    /// What is measured, in which unit, for which year.
    pub subtitle: &'a str,
    /// Where it comes from.
    pub source: &'a str,
    /// The color of bars and dots, as `#RRGGBB`.
    pub tint: &'a str,
}

/// A drawing that stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its elements.
    pub drawing: Element,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
}

/// Room around everything, in units of the type size.
const MARGIN: f64 = 1.6;
/// Size of the title, and of the small words, in units of the type size.
const TITLE: f64 = 1.25;
const SMALL: f64 = 0.86;
/// Second ink: words that only accompany.
const FAINT: &str = "#55524D";
/// How much of the tint is left in bars by their depth; the rest is white.
const TINTS: [f64; 3] = [1.0, 0.78, 0.58];

/// Sets title and subtitle above the drawing, the source below.
pub(super) fn compose(drawing: &Drawing, caption: &Caption, frame: Frame) -> Picture {
    let em = frame.em;
    let margin = MARGIN * em;
    let room = frame.width - 2.0 * margin;
    let mut top = margin;
    let mut parts = Vec::new();
    let set = |words: &str, size: f64, top: &mut f64| {
        let size = size * em;
        let lines = label::wrap(words, room / size);
        let text = text_lines(&lines, margin, *top, size, "");
        *top += lines.len() as f64 * size * label::LINE;
        text
    };
    parts.push(set(caption.title, TITLE, &mut top).with("font-weight", "600"));
    parts.push(set(caption.subtitle, SMALL, &mut top).with("fill", FAINT));
    top += em * 0.9;
    let (inner, height) =
        drawing.draw_measured(Frame { width: room, em }, "picture", caption.title);
    parts.push(shifted(inner, margin, top, caption.tint));
    top += height + em * 0.6;
    parts.push(set(caption.source, SMALL, &mut top).with("fill", FAINT));
    let (width, height) = (frame.width, top + margin * 0.7);
    let mut picture = surface(width, height, em, caption.title);
    picture = picture
        .child(Element::new("title").text(caption.title))
        .child(Element::new("desc").text(format!("{} {}", caption.subtitle, caption.source)))
        .child(
            Element::new("rect")
                .with_number("width", width)
                .with_number("height", height)
                .with("fill", "#FFFFFF"),
        );
    for part in parts {
        picture = picture.child(part);
    }
    without_classes(&mut picture);
    Picture { drawing: picture, width, height }
}

/// The drawing as a group that begins at (`x`, `y`): programs that read SVG differ in what they do with one in another.
fn shifted(mut drawing: Element, x: f64, y: f64, tint: &str) -> Element {
    paint(&mut drawing, tint, 0);
    let mut group = Element::new("g").with(
        "transform",
        format!("translate({} {})", super::svg::number(x), super::svg::number(y)),
    );
    group.children = drawing.children;
    group
}

/// Does what `styles/chart.css` does, with the colors of the light theme.
fn paint(element: &mut Element, tint: &str, depth: usize) {
    let class = element.attributes.iter().find(|(name, _)| *name == "class");
    let class = class.map(|(_, value)| value.clone()).unwrap_or_default();
    let has = |name: &str| class.split(' ').any(|word| word == name);
    let own = element.attributes.iter().find(|(name, _)| *name == "data-depth");
    let own = own.and_then(|(_, depth)| depth.parse().ok());
    let depth = own.filter(|depth| *depth < TINTS.len()).unwrap_or(depth);
    if has("chart-bar") {
        set(element, "fill", &mixed(tint, TINTS[depth]));
    }
    let stroked =
        ["chart-dot", "chart-reach", "chart-piece", "chart-whole", "chart-earlier", "chart-ink"];
    if stroked.into_iter().any(has) {
        set(element, "stroke", tint);
    }
    if has("chart-dot") && !has("is-open") || has("is-solid") {
        set(element, "fill", tint);
    }
    if has("chart-value") || has("chart-panel") {
        set(element, "font-weight", "600");
    }
    if has("chart-note") {
        set(element, "fill", FAINT);
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            paint(child, tint, depth);
        }
    }
}

fn set(element: &mut Element, name: &'static str, value: &str) {
    element.attributes.retain(|(own, _)| *own != name);
    element.attributes.push((name, value.to_owned()));
}

/// A color thinned with white; `share` of it is left.
fn mixed(color: &str, share: f64) -> String {
    let part = |at: usize| {
        let digits = color.get(at..at + 2).unwrap_or_default();
        let own = u8::from_str_radix(digits, 16).unwrap_or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between the color's part and 255"
        )]
        let mixed = (f64::from(own) * share + 255.0 * (1.0 - share)).round() as u8;
        mixed
    };
    format!("#{:02X}{:02X}{:02X}", part(1), part(3), part(5))
}

/// Takes away what only a style sheet asks for.
fn without_classes(element: &mut Element) {
    element.attributes.retain(|(name, _)| *name != "class");
    for child in &mut element.children {
        if let Node::Element(child) = child {
            without_classes(child);
        }
    }
}
