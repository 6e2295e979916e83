//! Drawing: labels and numbers → a tree of SVG elements. Knows nothing of reports.
//!
//! Every drawing is made for a given width and type size, so that text keeps its size on a narrow screen instead of
//! shrinking with the picture: where there is no room beside a bar, words go above it, and they are wrapped, never cut.
//! Colors are left to the page's style sheet by class; presentation attributes give a file of its own the same look on
//! white. What is told apart by color is told apart by pattern and order too.

mod bars;
mod columns;
mod dots;
mod element;
mod fill;
mod grouped;
pub mod label;
mod legend;
mod line;
mod panels;
mod picture;
mod stacked;
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

/// A value that stands beside that of a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The value.
    pub value: f64,
    /// The value as shown, with its unit.
    pub shown: String,
    /// Whether it is printed nowhere and follows from what is.
    pub is_computed: bool,
}

/// One value of a drawing with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// What is measured.
    pub label: String,
    /// What a listener hears of it, in full.
    pub name: String,
    /// How far the label is set in: 0 for a whole, 1 for its parts, and so on.
    pub depth: usize,
    /// The measured value; `None` for one that is not disclosed, which is drawn as an empty slot.
    pub value: Option<f64>,
    /// The value as shown, with its unit.
    pub shown: String,
    /// The whole that the value is part of, drawn as the hatched remainder behind the bar.
    pub whole: Option<f64>,
    /// The mark that it is a piece of: the pieces of one mark do not overlap and are together no more than it.
    pub piece_of: Option<usize>,
    /// Whether the printed value is only near the true one; the bar then has an open end.
    pub is_open: bool,
    /// The value of the year before.
    pub earlier: Option<Beside>,
    /// A value to compare with.
    pub reference: Option<Beside>,
    /// Where it stands on an axis of years, or the panel that it belongs to.
    pub at: i32,
}

impl Mark {
    /// The value where it can be drawn: a number from zero on.
    fn length(&self) -> f64 {
        self.value.filter(|value| value.is_finite() && *value > 0.0).unwrap_or(0.0)
    }

    /// The whole, where it is larger than the part; a part larger than its whole is drawn as it is.
    fn remainder(&self) -> Option<f64> {
        self.whole.filter(|whole| whole.is_finite() && *whole > self.length())
    }
}

/// 图形: ways to draw the same values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nested bars on one scale: parts stand below their whole, the remainder is hatched.
    Funnel,
    /// Bars, the longest first.
    #[default]
    Bars,
    /// Bars made of their parts.
    Stacked,
    /// Two bars each, this year's and last year's.
    Grouped,
    /// Dots on a line from zero.
    Dots,
    /// A line through the years.
    Line,
    /// Small drawings of dots, one for each group.
    Panels,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Funnel,
        Self::Bars,
        Self::Stacked,
        Self::Grouped,
        Self::Dots,
        Self::Line,
        Self::Panels,
    ];

    /// Its name in markup.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Funnel => "funnel",
            Self::Bars => "bars",
            Self::Stacked => "stacked",
            Self::Grouped => "grouped",
            Self::Dots => "dots",
            Self::Line => "line",
            Self::Panels => "panels",
        }
    }
}

/// Words of legends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The hatched remainder.
    pub remainder: String,
    /// This year.
    pub now: String,
    /// The year before.
    pub earlier: String,
    /// A value that is printed nowhere and follows from what is.
    pub computed: String,
}

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How.
    pub kind: Kind,
    /// The values, a part behind its whole.
    pub marks: Vec<Mark>,
    /// The end of the scale where it does not go by the values: 100 for rates.
    pub full: Option<f64>,
    /// Words of legends.
    pub words: Words,
    /// The names of the panels.
    pub panels: Vec<String>,
}

impl Drawing {
    /// The same values drawn in another way.
    #[must_use]
    pub fn as_kind(&self, kind: Kind) -> Self {
        Self { kind, ..self.clone() }
    }

    /// Draws for `frame`. `id` makes names inside the drawing unique on a page; `title` is what a listener hears.
    ///
    /// Each value stands in a group with `data-mark`, its index, in the order in which one goes through them.
    #[must_use]
    pub fn draw(&self, frame: Frame, id: &str, title: &str) -> Element {
        self.draw_measured(frame, id, title).0
    }

    /// The same, with its height.
    fn draw_measured(&self, frame: Frame, id: &str, title: &str) -> (Element, f64) {
        let fills = fill::Fills::new(id);
        let sheet = match self.kind {
            Kind::Funnel | Kind::Bars => bars::draw(self, frame, &fills),
            Kind::Stacked => stacked::draw(self, frame, &fills),
            Kind::Grouped => grouped::draw(self, frame, &fills),
            Kind::Dots => dots::draw(self, frame),
            Kind::Line => line::draw(self, frame),
            Kind::Panels => panels::draw(self, frame),
        };
        let height = sheet.height.max(1.0);
        let mut drawing = surface(frame.width, height, frame.em, title);
        drawing = drawing.child(fills.definitions());
        for element in sheet.elements {
            drawing = drawing.child(element);
        }
        (drawing, height)
    }

    /// The drawing as a file of its own, with its words around it, in colors that need no style sheet.
    #[must_use]
    pub fn picture(&self, caption: &Caption, frame: Frame) -> Picture {
        picture::compose(self, caption, frame)
    }

    /// The largest value that is drawn, remainders and values beside it included.
    fn most(&self) -> f64 {
        let of = |mark: &Mark| {
            let beside = [&mark.earlier, &mark.reference].into_iter().flatten();
            let beside = beside.map(|it| it.value).filter(|value| value.is_finite());
            beside.fold(mark.length().max(mark.remainder().unwrap_or(0.0)), f64::max)
        };
        let most = self.marks.iter().map(of).fold(0.0, f64::max);
        self.full.filter(|full| *full >= most).unwrap_or(most)
    }
}

/// What is drawn so far, from the top downwards.
#[derive(Default)]
struct Sheet {
    elements: Vec<Element>,
    height: f64,
}

/// The empty drawing surface of `width` by `height`.
fn surface(width: f64, height: f64, em: f64, title: &str) -> Element {
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "chart")
        .with("role", "graphics-document")
        .with("aria-label", title)
        .with_number("width", width)
        .with_number("height", height)
        .with("viewBox", format!("0 0 {} {}", svg::number(width), svg::number(height)))
        .with_number("font-size", em)
        .with("font-family", FONTS)
        .with("fill", "#1C1B1A")
}

/// The group of a mark, which can be reached and is heard by its name. `room` is where a pointer touches it.
fn group(drawing: &Drawing, idx: usize, room: Room) -> Element {
    let mark = &drawing.marks[idx];
    let mut group = Element::new("g")
        .with("class", "chart-mark")
        .with("role", "graphics-symbol")
        .with("aria-label", mark.name.clone())
        .with("data-mark", idx.to_string());
    if let Some(value) = mark.value {
        group = group.with("data-value", exact(value));
    }
    group.child(
        room.rect().with("class", "chart-room").with("fill", "none").with("pointer-events", "all"),
    )
}

/// A number as a program reads it back, with at most six decimals.
#[must_use]
pub fn exact(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // By whole numbers, as in `svg::number`.
    #[expect(clippy::cast_possible_truncation, reason = "what is larger saturates")]
    let millionths = (value * 1e6).round() as i128;
    let (whole, rest) =
        (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let sign = if millionths < 0 { "-" } else { "" };
    let digits = format!("{sign}{whole}.{rest:06}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A rectangle on the drawing.
#[derive(Clone, Copy)]
struct Room {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Room {
    fn rect(self) -> Element {
        Element::new("rect")
            .with_number("x", self.x)
            .with_number("y", self.y)
            .with_number("width", self.width.max(0.0))
            .with_number("height", self.height.max(0.0))
    }
}

fn line_between(from: (f64, f64), to: (f64, f64), class: &'static str) -> Element {
    Element::new("line")
        .with("class", class)
        .with_number("x1", from.0)
        .with_number("y1", from.1)
        .with_number("x2", to.0)
        .with_number("y2", to.1)
}

/// How small type relates to that of labels.
const SMALL: f64 = 0.86;

/// Lines of text set from (`x`, `top`) downwards, in type of `size`.
fn text_lines(lines: &[String], x: f64, top: f64, size: f64, class: &'static str) -> Element {
    let mut text = Element::new("text").with("class", class).with_number("font-size", size);
    for (n, line) in lines.iter().enumerate() {
        let baseline = top + (n as f64) * size * label::LINE + size;
        text = text.child(
            Element::new("tspan").with_number("x", x).with_number("y", baseline).text(line.clone()),
        );
    }
    text
}

/// The height of so many lines of text in type of `size`.
fn text_height(lines: usize, size: f64) -> f64 {
    lines as f64 * size * label::LINE
}

#[cfg(test)]
mod tests;
