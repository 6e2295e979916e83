//! Blocks → figures.

mod approximation;
mod celled;
mod change;
mod dictionary;
mod draft;
mod earlier;
mod kind;
mod label;
mod matcher;
mod passage;
mod period;
mod phrase;
mod plan;
pub mod quantity;
mod relation;
mod sentence;
mod sight;
mod table;
pub mod unit;
mod zero;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Passage, SectionRole};

use crate::text::{Mapped, Span};
pub use kind::StatisticKind;
pub use relation::DISCLOSURE_RESULTS;

use dictionary::{About, Dictionary, Reporter, dictionary};
use draft::Draft;
use passage::Surroundings;
use sight::Sight;

/// The names of the dictionary's indicators.
pub fn indicator_names() -> impl Iterator<Item = &'static str> {
    dictionary().indicators.iter().map(|indicator| indicator.name)
}

/// 数据: one figure of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistic {
    /// 主题.
    pub topic: Topic,
    /// 指标: the dictionary's name where it is one of the dictionary's, else a short noun phrase from the text.
    pub indicator: String,
    /// Whether `indicator` is one of the dictionary's, so that reports can be compared by it.
    pub canonical: bool,
    /// What is counted, as this report words it, simplified, short.
    pub label: String,
    /// In the base unit; 0 for a zero statement; `None` when only a change is stated.
    pub value: Option<f64>,
    /// Base unit as printed: 件, 人次, 元, %. `None` for a zero statement without one.
    pub unit: Option<String>,
    /// 约数.
    pub approximation: Option<Approximation>,
    /// 同比: change against the year before.
    pub change: Option<Change>,
    /// Indicator of the total that this is part of.
    pub parent: Option<String>,
    /// ISO 8601 interval where it is not the report's year.
    pub period: Option<String>,
    /// Index of the section.
    pub section: Option<usize>,
    /// The exact words in the text that it was read from.
    pub quote: String,
    /// Where `quote` stands in the text.
    pub span: Span,
}

/// 约数: how a printed value relates to the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Approximation {
    /// 约, 左右, 大约.
    About,
    /// 余, 多, 以上, 超, 逾.
    Over,
    /// 不足, 以下, 以内.
    Under,
    /// 近, 接近.
    Nearly,
}

/// 同比: a change against the year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Up, down or flat.
    pub direction: Direction,
    /// Size; `None` when only the direction is stated.
    pub value: Option<f64>,
    /// `%`, `个百分点`, `倍`, `ratio` (是上年的N倍), or the base unit.
    pub unit: Option<String>,
    /// The former value when printed (由A到B).
    pub from: Option<f64>,
}

/// The direction of a [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// 上升, 增长.
    Up,
    /// 下降, 减少.
    Down,
    /// 持平.
    Flat,
}

impl Direction {
    /// The direction from a former value to a later one.
    fn between(former: f64, later: f64) -> Self {
        match later.partial_cmp(&former) {
            Some(std::cmp::Ordering::Greater) => Self::Up,
            Some(std::cmp::Ordering::Less) => Self::Down,
            _ => Self::Flat,
        }
    }

    /// The other direction.
    const fn reversed(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Flat => Self::Flat,
        }
    }
}

/// 主题: what a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 行政复议.
    Reconsideration,
    /// 行政诉讼, 行政应诉.
    Litigation,
    /// 信访.
    Petition,
    /// 行政执法.
    Enforcement,
    /// 行政规范性文件.
    NormativeDocument,
    /// 重大行政决策, 合法性审查.
    Decision,
    /// 普法宣传.
    Publicity,
    /// 学法培训.
    Training,
    /// 政务公开.
    Disclosure,
    /// 行政审批.
    Approval,
    /// 调解与公共法律服务.
    Mediation,
    /// 检察建议, 司法建议.
    Procuratorial,
    /// 听证.
    Hearing,
    /// 法律顾问, 公职律师.
    LegalCounsel,
    /// 其他.
    Other,
}

impl Topic {
    /// How many topics there are.
    pub const COUNT: usize = 15;

    /// All topics, in the order in which pages show them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Reconsideration,
        Self::Litigation,
        Self::Petition,
        Self::Enforcement,
        Self::NormativeDocument,
        Self::Decision,
        Self::Publicity,
        Self::Training,
        Self::Disclosure,
        Self::Approval,
        Self::Mediation,
        Self::Procuratorial,
        Self::Hearing,
        Self::LegalCounsel,
        Self::Other,
    ];

    /// The topic's name in the public JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Reconsideration => "reconsideration",
            Self::Litigation => "litigation",
            Self::Petition => "petition",
            Self::Enforcement => "enforcement",
            Self::NormativeDocument => "normative_document",
            Self::Decision => "decision",
            Self::Publicity => "publicity",
            Self::Training => "training",
            Self::Disclosure => "disclosure",
            Self::Approval => "approval",
            Self::Mediation => "mediation",
            Self::Procuratorial => "procuratorial",
            Self::Hearing => "hearing",
            Self::LegalCounsel => "legal_counsel",
            Self::Other => "other",
        }
    }

    /// The topic with a given [`Topic::slug`].
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.slug() == slug)
    }
}

/// What the body of a document gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// The figures, in reading order.
    pub statistics: Vec<Statistic>,
    /// For each figure, where it was read and what it is part of.
    pub places: Vec<Place>,
}

/// What a check has to know of a figure besides its public shape. Spans are of [`Document::reading`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number with its unit.
    pub figure: Span,
    /// The words that it was read from.
    pub quote: Span,
    /// Index of the figure that it is part of.
    pub parent: Option<usize>,
    /// Whether it says that there is none (无一件败诉), without printing a number.
    pub is_zero: bool,
    /// Whether it stands in a table.
    pub in_table: bool,
}

impl Extraction {
    /// Adds drafts that were read together, their offsets counted from `base`.
    fn push_all(
        &mut self,
        drafts: Vec<Draft>,
        base: usize,
        section: Option<usize>,
        shown: &mut Shown<'_>,
    ) {
        let first = self.statistics.len();
        let at = |span: Span| Span::new(span.start + base, span.end + base);
        // Labels are moved out of the drafts; the names of parents are taken first.
        let parents: Vec<Option<String>> = if drafts.iter().any(Draft::has_parent) {
            drafts.iter().map(|draft| name_of_parent(draft, &drafts)).collect()
        } else {
            Vec::new()
        };
        let parents = parents.into_iter().chain(std::iter::repeat(None));
        for (draft, parent) in drafts.into_iter().zip(parents) {
            self.places.push(Place {
                figure: at(draft.figure),
                quote: at(draft.quote),
                parent: draft.parent.map(|parent| parent + first),
                is_zero: draft.intro.is_zero,
                in_table: false,
            });
            let span = shown.span(at(draft.quote));
            self.statistics.push(finish(draft, parent, section, span, shown.text));
        }
    }
}

/// The text as shown, and the way to it.
struct Shown<'a> {
    text: &'a str,
    reading: &'a Mapped,
    /// Where the last place was found; the next one is not far.
    near: usize,
}

impl Shown<'_> {
    /// Where a place of the reading form stands in the shown text.
    fn span(&mut self, span: Span) -> Span {
        self.reading.original_behind(span, &mut self.near)
    }
}

/// Extracts the figures of a document, in reading order.
#[must_use]
pub fn extract(
    document: &Document,
    source_text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Extraction {
    let dictionary = dictionary();
    let reading = &document.reading;
    let mut shown = Shown { text: source_text, reading, near: 0 };
    let reporter = reporter(document);
    let mut extraction = Extraction::default();
    let mut headings = Headings::default();
    let mut index = 0;
    while let Some(passage) = document.passages.get(index) {
        if let Some(table) = table_at(&document.passages[index..], &reading.text) {
            let rows: Vec<&Passage> = table.rows.iter().map(AsRef::as_ref).collect();
            let about = headings.of(document, passage.section);
            let year = document.front_matter.year;
            let above = table::above(&document.passages[..index], &reading.text);
            let drafts = table::read(&rows, &reading.text, dictionary, &about, &above, year);
            index += table.len;
            let first = extraction.places.len();
            extraction.push_all(drafts, 0, passage.section, &mut shown);
            extraction.places[first..].iter_mut().for_each(|place| place.in_table = true);
            continue;
        }
        index += 1;
        let text = &reading.text[passage.span.start..passage.span.end];
        // A heading of its own counts nothing; the run-in one is read with its paragraph.
        if passage.heading_len == text.trim_end().len() {
            continue;
        }
        let sight = Sight::of(text);
        let about = if sight.has_none() {
            About::default()
        } else {
            headings.of(document, passage.section)
        };
        let surroundings = Surroundings {
            dictionary,
            reporter,
            year: document.front_matter.year,
            headings: about,
            heading_len: passage.heading_len.min(text.len()),
            is_plan: passage.role == SectionRole::Plan,
            looks_ahead: passage.role == SectionRole::Shortcomings,
        };
        let findings = passage::read(text, sight, &surroundings);
        let base = passage.span.start;
        diagnostics.extend(findings.refused.into_iter().map(|(code, span)| {
            let span = shown.span(Span::new(span.start + base, span.end + base));
            Diagnostic { code, span }
        }));
        extraction.push_all(findings.drafts, base, passage.section, &mut shown);
    }
    extraction
}

/// A table of the body.
pub struct BodyTable<'a> {
    /// Its rows.
    pub rows: Vec<Cow<'a, Passage>>,
    /// How many passages they take.
    pub len: usize,
}

/// The table that `passages` start with, whether it came as rows or with one cell a line.
#[must_use]
pub fn table_at<'a>(passages: &'a [Passage], reading: &str) -> Option<BodyTable<'a>> {
    let rows = table_rows(passages);
    if !rows.is_empty() {
        let len = rows.len();
        return Some(BodyTable { rows: rows.into_iter().map(Cow::Borrowed).collect(), len });
    }
    let table = celled::read(passages, reading)?;
    Some(BodyTable { rows: table.rows.into_iter().map(Cow::Owned).collect(), len: table.len })
}

/// The rows of the table that the passages start with.
fn table_rows(passages: &[Passage]) -> Vec<&Passage> {
    let mut rows: Vec<&Passage> = Vec::new();
    for passage in passages {
        if passage.cells.is_empty() || passage.opens_table && !rows.is_empty() {
            break;
        }
        rows.push(passage);
    }
    rows
}

/// The name of what a draft is part of, which may be another one of those read with it.
fn name_of_parent(draft: &Draft, all: &[Draft]) -> Option<String> {
    let dictionary = dictionary();
    let parent = draft.parent.and_then(|parent| all.get(parent));
    let name = parent.map(|parent| name_of(parent, dictionary));
    name.or_else(|| draft.parent_name.map(|index| dictionary.indicators[index].name.to_owned()))
}

/// A draft as a figure of the report. `span` is where it stands in the text.
fn finish(
    draft: Draft,
    parent: Option<String>,
    section: Option<usize>,
    span: Span,
    source_text: &str,
) -> Statistic {
    Statistic {
        topic: draft.topic,
        indicator: name_of(&draft, dictionary()),
        canonical: draft.canonical.is_some(),
        label: draft.label,
        value: draft.value,
        unit: draft.unit.filter(|unit| !unit.is_empty()),
        approximation: draft.approximation,
        change: draft.change,
        parent,
        period: draft.period,
        section,
        quote: source_text.get(span.start..span.end).unwrap_or_default().to_owned(),
        span,
    }
}

/// The dictionary's name of a draft, else its label.
fn name_of(draft: &Draft, dictionary: &Dictionary) -> String {
    draft
        .canonical
        .map_or_else(|| draft.label.clone(), |index| dictionary.indicators[index].name.to_owned())
}

/// What the headings above a passage speak of, kept while passages of one section follow each other.
#[derive(Default)]
struct Headings {
    /// Indices of the sections that the current one lies in, outermost first, itself last, and what each heading by
    /// itself speaks of, once it has been asked for.
    chain: Vec<(usize, Option<About>)>,
    /// Sections before this one have been taken into the chain or passed.
    next: usize,
    about: About,
}

impl Headings {
    /// What the headings down to `section` speak of. Sections are asked for in reading order.
    fn of(&mut self, document: &Document, section: Option<usize>) -> About {
        let Some(section) = section else { return About::default() };
        if section >= self.next {
            while let Some(passed) =
                document.sections.get(self.next).filter(|_| self.next <= section)
            {
                self.chain.retain(|(above, _)| document.sections[*above].level < passed.level);
                self.chain.push((self.next, None));
                self.next += 1;
            }
            let about = self.chain.iter_mut().rev().map(|(index, about)| {
                let heading = &document.sections[*index].heading;
                &*about.get_or_insert_with(|| passage::heading_about(dictionary(), heading))
            });
            self.about = passage::headings_about(about);
        }
        self.about
    }
}

/// Whether the issuer decides reconsideration cases itself.
fn reporter(document: &Document) -> Reporter {
    let names = [&document.front_matter.issuer, &document.front_matter.title];
    let is_body = names.into_iter().flatten().any(|name| {
        let government = name.contains("政府")
            && !["镇人民政府", "乡人民政府", "街道", "镇政府", "乡政府"]
                .iter()
                .any(|town| name.contains(town))
            && !name.contains("法治政府");
        government || name.contains("司法局") || name.contains("司法厅")
    });
    if is_body { Reporter::Body } else { Reporter::Organ }
}
