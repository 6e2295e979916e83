//! Every text on screen, in one place per language: [`Messages`] has one field or function per text, so that a missing
//! text does not compile.

pub mod aids;
mod compare;
mod en;
pub mod export;
mod indicator;
mod language;
mod quantity;
#[cfg(test)]
mod tests;
mod zh_hans;
mod zh_hant;

pub use compare::CompareMessages;
pub use en::EN;
pub use indicator::{indicator_name, indicator_names};
pub use language::{Language, messages};
pub use quantity::{Quantity, gap_before, grouped, quantity};
pub use zh_hans::ZH_HANS;
pub use zh_hant::ZH_HANT;

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::chart::Kind;
use crate::check::{CheckKind, Verdict};
use crate::diagnostic::DiagnosticCode;
use crate::report::{Check, Evidence};
use crate::source::{Loss, SourceError};
use crate::statistic::{Approximation, Change, StatisticKind, Topic};

/// A check's sentence and its source in a language; as the report has them where nothing else is known.
#[must_use]
pub fn check_words<'a>(
    language: Language,
    check: &'a Check,
    evidence: Option<&'a Evidence>,
) -> (&'a str, &'a str) {
    let worded = match language {
        Language::ZhHans => None,
        Language::ZhHant => evidence.map(|evidence| &evidence.traditional),
        Language::En => evidence.map(|evidence| &evidence.english),
    };
    worded.map_or((&check.message, &check.source), |it| (&it.message, &it.source))
}

/// 问题: why a file could not be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Problem {
    /// No text could be had from it.
    Source(SourceError),
    /// The file is larger than is read.
    TooLarge,
    /// The browser could not hand over the file's bytes, e.g. of a folder.
    NotReadable,
    /// The analysis stopped without an answer.
    Stopped,
    /// The readers of documents could not be loaded.
    NoReaders,
    /// What was dropped or pasted holds neither a file nor text.
    NothingGiven,
}

impl Problem {
    /// A word for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Source(error) => error.code(),
            Self::TooLarge => "too-large",
            Self::NotReadable => "not-readable",
            Self::Stopped => "stopped",
            Self::NoReaders => "not-loaded",
            Self::NothingGiven => "nothing-given",
        }
    }
}

/// What a reader is told about a [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong.
    pub what: &'static str,
    /// The one next step.
    pub next: &'static str,
}

/// The texts of one language.
pub struct Messages {
    /// The language.
    pub language: Language,
    /// The language's code, for `lang`.
    pub code: &'static str,
    /// Texts of the aids to reading.
    pub reading_aids: aids::ReadingAidMessages,
    /// Button: what the bar has no room for.
    pub settings: &'static str,
    /// Label of the choice of language.
    pub language_label: &'static str,
    /// A date as `YYYY-MM-DD` or shorter, as it is written.
    pub date: fn(&str) -> String,
    /// What stands between the items of a list.
    pub separator: &'static str,
    /// What stands between a number and its unit.
    pub gap: &'static str,
    /// What a Chinese unit means, for those who do not read it.
    pub gloss: fn(topic: Topic, unit: &str) -> &'static str,
    /// The name of one of the dictionary's indicators; others stay.
    pub indicator_name: for<'a> fn(&'a str) -> &'a str,
    /// The name of an indicator where its topic is named already.
    pub stage: fn(indicator: &str, label: &'static str) -> &'static str,
    /// 法鉴.
    pub name: &'static str,
    /// One sentence on what this is.
    pub purpose: &'static str,
    /// How to open something by dropping.
    pub drop_here: &'static str,
    /// What can be opened.
    pub formats: &'static str,
    /// Shown over the page while something is dragged.
    pub release: &'static str,
    /// Entry of the menu: leave viewer and open reports as one file.
    pub save: &'static str,
    /// The one file could not be made, and the next step.
    pub not_saved: &'static str,
    /// Button: choose files.
    pub choose_file: &'static str,
    /// Button: paste.
    pub paste: &'static str,
    /// Heading of the samples.
    pub samples: &'static str,
    /// Name and description of each sample: dense, silent, traditional.
    pub sample: [(&'static str, &'static str); 3],
    /// The privacy line.
    pub privacy: &'static str,
    /// Skip link.
    pub skip: &'static str,
    /// Button: open another report.
    pub open: &'static str,
    /// Button: larger type and stronger contrast.
    pub elder: &'static str,
    /// Label of the choice of appearance.
    pub appearance: &'static str,
    /// Appearances: as the system, light, dark; with strong contrast on white, on black, and yellow on black.
    pub appearances: [&'static str; 6],
    /// Paste dialog: heading.
    pub paste_title: &'static str,
    /// Paste dialog: label of the field.
    pub paste_label: &'static str,
    /// Paste dialog: read what was pasted.
    pub paste_submit: &'static str,
    /// Close a dialog, drawer or notice.
    pub close: &'static str,
    /// Name of a report that was pasted.
    pub pasted_name: &'static str,
    /// Name of a report whose file has none.
    pub unnamed: &'static str,
    /// Reading a file, by name.
    pub reading: fn(name: &str) -> String,
    /// Stop reading.
    pub cancel: &'static str,
    /// The report that was open is still shown.
    pub kept: &'static str,
    /// Heading of a failure, by file name.
    pub failed: fn(name: &str) -> String,
    /// Which of several files is being read.
    pub reading_several: fn(done: usize, count: usize) -> String,
    /// Several were read.
    pub opened_several: fn(opened: usize) -> String,
    /// Label of the choice among open reports.
    pub open_reports: &'static str,
    /// Heading of what a file holds that was not read.
    pub losses: &'static str,
    /// Something that was not read, and where.
    pub loss: fn(loss: &Loss) -> String,
    /// Heading of the notice on a report that was read in part.
    pub partial: &'static str,
    /// Some bytes were damaged.
    pub partial_damaged: fn(count: usize) -> String,
    /// Nothing of a report was found.
    pub partial_unlike: &'static str,
    /// The browser lets the page keep nothing, and the next step.
    pub not_kept: &'static str,
    /// No headings were found.
    pub partial_sections: &'static str,
    /// No figures were found.
    pub partial_statistics: &'static str,
    /// Views: 概览, 正文, 数据, 图表, 核查.
    pub views: [&'static str; 5],
    /// A verdict of a check.
    pub verdict: fn(verdict: Verdict) -> &'static str,
    /// The name of a check.
    pub check_kind: fn(kind: CheckKind) -> &'static str,
    /// What checks are, and are not.
    pub checks_note: &'static str,
    /// There was nothing to check.
    pub checks_none: &'static str,
    /// Heading of the checks that hold, by number.
    pub checks_hold: fn(count: usize) -> String,
    /// How many checks came to a verdict.
    pub checks_count: fn(verdict: &str, count: usize) -> String,
    /// The legal or arithmetical source of a check.
    pub check_source: fn(source: &str) -> String,
    /// The outline.
    pub outline: &'static str,
    /// No headings.
    pub no_outline: &'static str,
    /// Masthead: 年度.
    pub year: fn(year: i32) -> String,
    /// Masthead: 发布日期.
    pub published: &'static str,
    /// Masthead: 成文日期.
    pub signed: &'static str,
    /// Masthead: 发文字号.
    pub document_number: &'static str,
    /// Masthead: 索引号.
    pub index_number: &'static str,
    /// Masthead: 主送机关.
    pub addressee: &'static str,
    /// Masthead: the file.
    pub file: &'static str,
    /// Masthead: the encoding of a text, which can be chosen.
    pub encoding: &'static str,
    /// A report without title.
    pub untitled: &'static str,
    /// Counts of sections and figures.
    pub counts: fn(sections: usize, statistics: usize) -> String,
    /// Heading of the key figures.
    pub key_figures: &'static str,
    /// 未披露.
    pub undisclosed: &'static str,
    /// What 未披露 means, by topic.
    pub undisclosed_note: fn(topic: &str) -> String,
    /// Heading of page furniture, by number of lines.
    pub furniture: fn(count: usize) -> String,
    /// A table of the report.
    pub table: &'static str,
    /// Heading of the figures, by number.
    pub statistics: fn(count: usize) -> String,
    /// 其中: part of a total.
    pub part_of: fn(parent: &str) -> String,
    /// A period other than the report's year.
    pub period: fn(period: &str) -> String,
    /// The indicator, where it differs from the label.
    pub indicator: fn(indicator: &str) -> String,
    /// Said to be zero by words.
    pub zero: &'static str,
    /// Word for an approximation: whether it stands before the number, and the word.
    pub approximation: fn(approximation: Approximation) -> (bool, &'static str),
    /// A change, in words.
    pub change: fn(change: &Change) -> String,
    /// A topic's name.
    pub topic: fn(topic: Topic) -> &'static str,
    /// Heading of what was seen and not counted, by number.
    pub not_counted: fn(count: usize) -> String,
    /// More of the same that is not listed.
    pub more: fn(count: usize) -> String,
    /// What a diagnostic says.
    pub diagnostic: fn(code: DiagnosticCode) -> &'static str,
    /// What is wrong with a file and what to do.
    pub problem: fn(problem: Problem) -> Explanation,
    /// Texts of charts.
    pub chart: ChartMessages,
    /// Texts of files for other programs.
    pub export: export::ExportMessages,
    /// Texts of the comparison, and of opening and closing several reports.
    pub compare: CompareMessages,
    /// Texts of the search.
    pub find: FindMessages,
    /// Texts of the table of figures.
    pub listing: ListingMessages,
}

/// Texts of the table of figures.
pub struct ListingMessages {
    /// Button: gives the table the place of the text.
    pub widen: &'static str,
    /// Button: gives the text its place back.
    pub narrow: &'static str,
    /// The filters, and the field for words.
    pub filter: &'static str,
    /// The choice of kinds.
    pub kinds: &'static str,
    /// No choice of topic.
    pub all_topics: &'static str,
    /// No choice of section.
    pub all_sections: &'static str,
    /// No choice of kind.
    pub all_kinds: &'static str,
    /// A kind of statement.
    pub kind: fn(kind: StatisticKind) -> &'static str,
    /// Something to choose, with the number of figures.
    pub choice: fn(name: &str, count: usize) -> String,
    /// How many of all figures are shown.
    pub shown: fn(shown: usize, all: usize) -> String,
    /// No figure passes the filters.
    pub none: &'static str,
    /// Button: takes all filters away.
    pub clear: &'static str,
    /// Button: copies the table.
    pub copy: &'static str,
    /// The table was copied, by number of rows.
    pub copied: fn(rows: usize) -> String,
    /// The browser did not let the page copy.
    pub not_copied: &'static str,
    /// Link to the chart that a figure is in.
    pub chart: &'static str,
    /// Headings of the table.
    pub columns: ListingColumns,
    /// Headings of what is copied: name, dictionary's name, topic, value, unit, approximation, change, total, period,
    /// section, quote.
    pub copied_columns: [&'static str; 11],
}

/// Headings of the table of figures.
pub struct ListingColumns {
    /// 指标.
    pub name: &'static str,
    /// 主题.
    pub topic: &'static str,
    /// 数值.
    pub value: &'static str,
    /// 变化.
    pub change: &'static str,
    /// 所属.
    pub parent: &'static str,
    /// 期间.
    pub period: &'static str,
    /// 章节.
    pub section: &'static str,
    /// 原文; to sort by it is the order of the report.
    pub source: &'static str,
}

/// Texts of the search in the report's text.
pub struct FindMessages {
    /// Label of the field, and the button that opens it on a narrow screen.
    pub label: &'static str,
    /// To the former place.
    pub previous: &'static str,
    /// To the next place.
    pub next: &'static str,
    /// Ends the search.
    pub clear: &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// Which place of how many; of more than are told apart where `is_more`.
    pub place: fn(number: usize, count: usize, is_more: bool) -> String,
}

/// A label and its value as shown.
pub type Labeled<'a> = (&'a str, &'a str);

/// Texts of charts.
pub struct ChartMessages {
    /// What a chart of cases measures, by topic.
    pub flow: fn(topic: &str) -> String,
    /// What a chart of channels measures.
    pub channels: &'static str,
    /// What a chart of rates measures, by topic.
    pub rates: fn(topic: &str) -> String,
    /// What a chart of any other figures measures, by topic.
    pub counts: fn(topic: &str) -> String,
    /// Measure, unit and year in one line.
    pub subtitle: fn(measure: &str, unit: &str, year: Option<i32>) -> String,
    /// Several facts in one headline.
    pub join: fn(facts: &[String]) -> String,
    /// One fact: a label and its value.
    pub fact: fn(label: &str, shown: &str) -> String,
    /// The largest of several.
    pub most: fn(label: &str, shown: &str) -> String,
    /// The largest result.
    pub most_result: fn(label: &str, shown: &str) -> String,
    /// The highest and the lowest rate.
    pub range: fn(high: (&str, &str), low: (&str, &str)) -> String,
    /// All rates are the same.
    pub all_same: fn(count: usize, shown: &str) -> String,
    /// Only the largest are drawn.
    pub largest: fn(shown: usize, all: usize) -> String,
    /// The hatched remainder.
    pub remainder: &'static str,
    /// Table: heading of the labels.
    pub item: &'static str,
    /// Table: heading of the values.
    pub value: &'static str,
    /// Table: heading of the shares.
    pub share: &'static str,
    /// Table: heading of the sources.
    pub source: &'static str,
    /// The share of a whole, e.g. 占审结 47.7%.
    pub share_of: fn(whole: &str, percent: &str) -> String,
    /// The table beneath a chart.
    pub show_table: &'static str,
    /// A place in the report, by the numbers of the sections that lead to it.
    pub place: fn(numbers: &str) -> String,
    /// The source line's opening.
    pub from: &'static str,
    /// A place that has no section.
    pub whole_report: &'static str,
    /// Label of the choice of a way to draw.
    pub kind_label: &'static str,
    /// A way to draw.
    pub kind: fn(kind: Kind) -> &'static str,
    /// The year of a report, or that it is this one.
    pub this_year: fn(year: Option<i32>) -> String,
    /// The year before that of a report.
    pub year_before: fn(year: Option<i32>) -> String,
    /// The year before, where its values follow from printed changes; said of a pattern.
    pub computed: fn(year: Option<i32>) -> String,
    /// The value of the year before, and whether it was computed.
    pub earlier: fn(shown: &str, is_computed: bool) -> String,
    /// Table: heading of the values of the year before.
    pub earlier_head: &'static str,
    /// Table: what a computed value is marked with.
    pub computed_mark: &'static str,
    /// Word before a value that was rounded.
    pub about: &'static str,
    /// What a chart of two years measures, by topic.
    pub two_years: fn(topic: &str) -> String,
    /// A value and its former one.
    pub changed: fn(label: &str, before: &str, now: &str, order: Ordering) -> String,
    /// What a chart of years measures.
    pub years: fn(indicator: &str, from: i32, to: i32) -> String,
    /// The first and the last of several years: each with its value.
    pub went: fn(indicator: &str, first: Labeled, last: Labeled, order: Ordering) -> String,
    /// Heading of the charts through several reports.
    pub through_reports: &'static str,
    /// What the chart of the rates of many topics measures.
    pub across: &'static str,
    /// Heading of the charts of many topics.
    pub across_name: &'static str,
    /// How many of several rates are full, and the lowest one.
    pub full_rates: fn(count: usize, full: usize, lowest: (&str, &str)) -> String,
    /// The value of the whole country in a year.
    pub national: fn(shown: &str, year: i32) -> String,
    /// Table: heading of the national values.
    pub national_head: &'static str,
    /// What a national value measures and where it comes from.
    pub national_note: fn(indicator: &str, year: i32, definition: &str, source: &str) -> String,
    /// How the keyboard moves in a chart; heard with its name.
    pub keys: &'static str,
}
