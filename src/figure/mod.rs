//! Which charts a report gets: statistics → charts. The only module that knows both.
//!
//! Goes by topic, by the dictionary's names and by the links from part to whole; never by a report's wording. A figure
//! that stands twice in a report is drawn once; one from another period than the report's year is not drawn beside
//! those of the year. Every drawn number is in the table beneath with its source.

mod across;
mod before;
mod catalogue;
mod counts;
mod flow;
mod key;
mod lines;
mod rates;
mod references;
mod series;

pub use key::key_statistics;
pub use series::through_reports;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::chart::{Caption, Drawing, Frame, Kind, Picture};
use crate::document::Section;
use crate::i18n::{self, Messages};
use crate::order;
use crate::report::Report;
use crate::statistic::{Statistic, Topic};

/// The topics that a report is expected to speak of, in the order of the overview: 复议, 诉讼, 信访.
pub const EXPECTED: [Topic; 3] = [Topic::Reconsideration, Topic::Litigation, Topic::Petition];

/// 图表: a chart with its words and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name, unique within a report: the topic's slug and what is shown.
    pub slug: String,
    /// What it is about.
    pub topic: Topic,
    /// What is seen.
    pub headline: String,
    /// What is measured, in which unit, for which year.
    pub subtitle: String,
    /// The drawing, of the kind that fits best.
    pub drawing: Drawing,
    /// The kinds that fit the same values, the best first.
    pub kinds: Vec<Kind>,
    /// The same numbers as a table, line by line as drawn.
    pub rows: Vec<Row>,
    /// Index of the section that most of it comes from.
    pub section: Option<usize>,
    /// What else a reader has to know: where reference values come from, what was computed.
    pub notes: Vec<String>,
}

/// A line of the table beneath a chart: what the mark of the same index leaves to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is measured.
    pub label: String,
    /// How far it is set in, as in the drawing.
    pub depth: usize,
    /// The value with its unit, or the word that it is not disclosed.
    pub shown: String,
    /// The panel that it stands in, where there are several.
    pub panel: Option<String>,
    /// Its share of the whole, in words.
    pub share: Option<String>,
    /// Index of the statistic that it was read from, in this report.
    pub statistic: Option<usize>,
    /// The other report that it was read from.
    pub report: Option<String>,
}

/// The charts of a report: 复议, 诉讼, 信访, then every other topic that has enough figures to compare.
#[must_use]
pub fn figures(report: &Report, messages: &Messages) -> Vec<Figure> {
    let mut figures = Vec::new();
    let (last_year, series) = (LastYear::new(report), series::collect(&[report]));
    for topic in topics(report) {
        let items = comparable(report, topic);
        let is_expected = EXPECTED.contains(&topic);
        let before = figures.len();
        figures.extend(flow::figures(topic, &items, report, messages));
        let has_flow = figures.len() > before;
        let enough = if is_expected { 1 } else { 3 };
        if !has_flow {
            figures.extend(counts::figure(topic, &items, enough, report, messages));
        }
        figures.extend(rates::figure(topic, &items, enough, report, messages));
        let enough = if is_expected { 1 } else { 2 };
        figures.extend(before::figures(topic, &items, enough, &last_year, messages));
        figures.extend(series::within_report(topic, &series, report, messages));
    }
    figures.extend(across::figure(&figures, report, messages));
    figures
}

/// What a report says of the year before, apart from the figures of its own year: few figures, found once for all
/// charts.
struct LastYear<'a> {
    report: &'a Report,
    /// Figures of the year before.
    printed: Vec<&'a Statistic>,
    /// Changes without a value.
    changes: Vec<&'a Statistic>,
}

impl<'a> LastYear<'a> {
    fn new(report: &'a Report) -> Self {
        let period = report.year.map(|year| format!("{0:04}-01-01/{0:04}-12-31", year - 1));
        let is_printed = |it: &&Statistic| {
            it.canonical
                && it.period.is_some()
                && it.period == period
                && it.value.is_some_and(f64::is_finite)
        };
        let is_change = |it: &&Statistic| it.canonical && it.value.is_none() && it.period.is_none();
        let statistics = || report.statistics.iter();
        Self {
            report,
            printed: statistics().filter(is_printed).collect(),
            changes: statistics().filter(is_change).collect(),
        }
    }
}

/// 未披露: the expected topics on which the report has no figure at all.
#[must_use]
pub fn undisclosed(report: &Report) -> Vec<Topic> {
    let is_silent = |topic: &Topic| report.statistics.iter().all(|it| it.topic != *topic);
    EXPECTED.into_iter().filter(is_silent).collect()
}

/// The slug of a topic, as in the public JSON.
#[must_use]
pub fn slug(topic: Topic) -> &'static str {
    match topic {
        Topic::Reconsideration => "reconsideration",
        Topic::Litigation => "litigation",
        Topic::Petition => "petition",
        Topic::Enforcement => "enforcement",
        Topic::NormativeDocument => "normative_document",
        Topic::Decision => "decision",
        Topic::Publicity => "publicity",
        Topic::Training => "training",
        Topic::Disclosure => "disclosure",
        Topic::Approval => "approval",
        Topic::Mediation => "mediation",
        Topic::Procuratorial => "procuratorial",
        Topic::Hearing => "hearing",
        Topic::LegalCounsel => "legal_counsel",
        Topic::Other => "other",
    }
}

/// The color of a topic on white, as `styles/tokens.css` has it.
#[must_use]
pub const fn tint(topic: Topic) -> &'static str {
    match topic {
        Topic::Reconsideration => "#2F6B6B",
        Topic::Litigation => "#2B4C9B",
        Topic::Petition => "#9A5616",
        _ => "#5B5750",
    }
}

/// The chart at `figure` as a file of its own, drawn as `kind`, for one who has not the report at hand.
#[must_use]
pub fn picture(figure: &Figure, kind: Kind, report: &Report, messages: &Messages) -> Picture {
    let place = figure.section.map(|section| place(&report.sections, section)).unwrap_or_default();
    let title = report.title.as_deref().unwrap_or(&report.source.name);
    let source = format!("{}{title} {place}", messages.chart.from);
    let source = [vec![source.trim_end().to_owned()], figure.notes.clone()].concat().join(" ");
    let caption = Caption {
        title: &figure.headline,
        subtitle: &figure.subtitle,
        source: &source,
        tint: tint(figure.topic),
    };
    figure.drawing.as_kind(kind).picture(&caption, Frame { width: 720.0, em: 15.0 })
}

/// Where a section stands, by the numbers that lead to it: 一(五). Its heading where it has no number.
#[must_use]
pub fn place(sections: &[Section], section: usize) -> String {
    let Some(own) = sections.get(section) else { return String::new() };
    let Some(number) = &own.number else { return own.heading.clone() };
    let mut numbers = vec![number.as_str()];
    let mut level = own.level;
    for above in sections[..section].iter().rev() {
        if above.level < level {
            level = above.level;
            numbers.extend(above.number.as_deref());
        }
    }
    numbers.reverse();
    numbers.concat()
}

/// The topics that a report has figures on, in the order of the overview.
fn topics(report: &Report) -> Vec<Topic> {
    let mut topics = Topic::ALL.to_vec();
    topics.retain(|topic| report.statistics.iter().any(|it| it.topic == *topic));
    // What is left over has nothing in common that a chart could compare.
    topics.retain(|topic| *topic != Topic::Other);
    topics
}

/// A figure with a value, and where it is in the report.
#[derive(Clone, Copy)]
struct Item<'a> {
    idx: usize,
    statistic: &'a Statistic,
    value: f64,
}

impl Item<'_> {
    fn is_rate(&self) -> bool {
        self.statistic.unit.as_deref() == Some("%")
    }
}

/// The figures of a topic that have a value of the report's year, each once.
fn comparable(report: &Report, topic: Topic) -> Vec<Item<'_>> {
    let mut seen = HashSet::new();
    let of_topic = report.statistics.iter().enumerate().filter(|(_, it)| it.topic == topic);
    of_topic
        .filter(|(_, it)| it.period.is_none())
        .filter_map(|(idx, statistic)| {
            let value = statistic.value.filter(|value| value.is_finite() && *value >= 0.0)?;
            let is_new = seen.insert((&statistic.indicator, &statistic.unit, value.to_bits()));
            is_new.then_some(Item { idx, statistic, value })
        })
        .collect()
}

/// The unit that most of `items` are counted in; the earlier one where two are as common.
fn common_unit<'a>(items: &[Item<'a>]) -> Option<&'a str> {
    most_common(items.iter().filter_map(|item| item.statistic.unit.as_deref()))
}

/// The value that comes up most often; the earlier one where two do.
fn most_common<T: Copy + Eq + Hash>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts = HashMap::new();
    for (at, value) in values.enumerate() {
        let (count, _) = counts.entry(value).or_insert((0_usize, Reverse(at)));
        *count += 1;
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(value, _)| value)
}

/// More bars or dots than this are no longer read as a picture.
const MOST: usize = 10;

/// The largest of `items`, as many as are read as a picture, and how many there are in all; `None` when that is less
/// than `enough`.
fn largest(mut items: Vec<Item<'_>>, enough: usize) -> Option<(Vec<Item<'_>>, usize)> {
    let all = items.len();
    if all < enough || all == 0 {
        return None;
    }
    order::sort_by_key(&mut items, |item| (order::largest_first(item.value), 0));
    items.truncate(MOST);
    Some((items, all))
}

/// The items counted in `unit`; a zero said in words has no unit and goes with any.
fn in_unit<'a>(items: &[Item<'a>], unit: &str) -> Vec<Item<'a>> {
    let fits = |item: &&Item| match item.statistic.unit.as_deref() {
        Some(own) => own == unit,
        None => item.value == 0.0,
    };
    items.iter().filter(fits).copied().collect()
}

/// The label of an item; its indicator where another one of `items` is worded alike.
fn label(item: &Item, items: &[Item], messages: &Messages) -> String {
    let own = &item.statistic.label;
    let is_like = |other: &Item| other.idx != item.idx && other.statistic.label == *own;
    let is_ambiguous = own.is_empty() || items.iter().any(is_like);
    if !is_ambiguous {
        return own.clone();
    }
    let indicator = &item.statistic.indicator;
    if item.statistic.canonical { (messages.indicator_name)(indicator) } else { indicator }
        .to_owned()
}

/// The value of an item with the unit that it is drawn in.
fn shown(item: &Item, unit: &str, messages: &Messages) -> String {
    let mut quantity = i18n::quantity(item.statistic, messages).unwrap_or_default();
    if quantity.unit.is_empty() {
        unit.clone_into(&mut quantity.unit);
        quantity.gap = i18n::gap_before(unit, messages);
    }
    quantity.to_string()
}

/// A unit with what it means, for those who do not read Chinese.
fn glossed(topic: Topic, unit: &str, messages: &Messages) -> String {
    match (messages.gloss)(topic, unit) {
        "" => unit.to_owned(),
        gloss => format!("{unit} ({gloss})"),
    }
}

#[cfg(test)]
mod tests;
