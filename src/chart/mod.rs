//! Drawing: labels and numbers → a tree of SVG elements. Knows nothing of reports.
//!
//! Every drawing is made for a given width and type size, so that text keeps its size on a narrow screen instead of
//! shrinking with the picture. Colors are left to the page's style sheet by class; presentation attributes give a file
//! of its own the same look on white.

mod bars;
mod dots;
mod element;
pub mod label;
mod picture;
pub mod svg;

pub use element::{Element, Node};
pub use picture::{Caption, Picture};

/// The fonts of the page, by name: a file has no style sheet that would choose them.
const FONTS: &str = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

/// What a drawing has to fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in pixels.
    pub width: f64,
    /// Type size in pixels.
    pub em: f64,
}

impl Default for Frame {
    fn default() -> Self {
        Self { width: 560.0, em: 14.0 }
    }
}

/// One line of a drawing: a label, a value and how both are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is measured.
    pub label: String,
    /// How far the label is set in: 0 for a whole, 1 for its parts, and so on.
    pub depth: usize,
    /// The measured value.
    pub value: f64,
    /// The value as shown, with its unit.
    pub shown: String,
    /// The whole that the value is part of, drawn as the hatched remainder behind the bar.
    pub whole: Option<f64>,
    /// Whether the printed value is only near the true one; the bar then has an open end.
    pub is_open: bool,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Horizontal bars on one scale from zero; parts stand below their whole.
    Bars {
        /// The bars from top to bottom.
        marks: Vec<Mark>,
        /// Words for the hatched remainder in the legend.
        remainder: String,
    },
    /// Dots on a line from 0 to 100.
    Rates {
        /// The rates from top to bottom.
        marks: Vec<Mark>,
    },
}

impl Drawing {
    /// The lines of the drawing from top to bottom.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        match self {
            Self::Bars { marks, .. } | Self::Rates { marks } => marks,
        }
    }

    /// Draws for `frame`. `id` makes names inside the drawing unique on a page; `title` is what a listener hears.
    #[must_use]
    pub fn draw(&self, frame: Frame, id: &str, title: &str) -> Element {
        match self {
            Self::Bars { marks, remainder } => bars::draw(marks, remainder, frame, id, title),
            Self::Rates { marks } => dots::draw(marks, frame, title),
        }
    }

    /// The drawing as a file of its own, with its words around it, in colors that need no style sheet.
    #[must_use]
    pub fn picture(&self, caption: &Caption, frame: Frame) -> Picture {
        picture::compose(self, caption, frame)
    }
}

/// The empty drawing surface of `width` by `height`.
fn surface(width: f64, height: f64, em: f64, title: &str) -> Element {
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "chart")
        .with("role", "img")
        .with("aria-label", title)
        .with_number("width", width)
        .with_number("height", height)
        .with("viewBox", format!("0 0 {} {}", svg::number(width), svg::number(height)))
        .with_number("font-size", em)
        .with("font-family", FONTS)
        .with("fill", "#1C1B1A")
}

/// Lines of text set from (`x`, `top`) downwards.
fn text_lines(lines: &[String], x: f64, top: f64, em: f64, class: &'static str) -> Element {
    let mut text = Element::new("text").with("class", class);
    for (n, line) in lines.iter().enumerate() {
        let baseline = top + (n as f64) * em * label::LINE + em;
        text = text.child(
            Element::new("tspan").with_number("x", x).with_number("y", baseline).text(line.clone()),
        );
    }
    text
}

#[cfg(test)]
mod tests;
