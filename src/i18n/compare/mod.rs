//! 对比: the texts of the comparison, in every language.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::EN;
pub(super) use zh_hans::ZH_HANS;
pub(super) use zh_hant::ZH_HANT;

/// Texts of the comparison of reports.
pub struct CompareMessages {
    /// 对比.
    pub name: &'static str,
    /// Link from a report to the comparison.
    pub link: &'static str,
    /// With a single report: what else to open, and what for.
    pub invite: [&'static str; 3],
    /// Heading of the choice of reports, by how many of how many take part.
    pub choice: fn(chosen: usize, all: usize) -> String,
    /// A body that no report names.
    pub no_issuer: &'static str,
    /// A report without year.
    pub no_year: &'static str,
    /// Heading of the comparison of two years.
    pub pair: &'static str,
    /// Label of the choice among pairs.
    pub pair_choice: &'static str,
    /// A pair, by what the earlier and the later report are called.
    pub pair_name: fn(earlier: &str, later: &str) -> String,
    /// No two reports of one body are open.
    pub no_pair: &'static str,
    /// The comparison is under way.
    pub waiting: &'static str,
    /// Asks for it once more.
    pub retry: &'static str,
    /// The comparison broke down, or the reader did not want to wait; beside it stands what asks for it once more.
    pub broken: &'static str,
    /// A doubt: it is not known whether both are of one body.
    pub other_issuer: &'static str,
    /// A doubt: the years do not follow each other.
    pub apart: fn(earlier: i32, later: i32) -> String,
    /// A doubt: a year is not known.
    pub year_unknown: &'static str,
    /// What such findings are, and are not.
    pub pair_note: &'static str,
    /// Passages in both: name, and the arithmetic of their share.
    pub carried: &'static str,
    /// See [`CompareMessages::carried`]: passages, characters in them, characters in all, share.
    pub carried_share: fn(count: usize, carried: &str, all: &str, share: &str) -> String,
    /// Too little text for a share to tell anything.
    pub carried_thin: &'static str,
    /// No passage stands in both.
    pub carried_none: &'static str,
    /// How passages are compared.
    pub carried_note: &'static str,
    /// Figures with last year's value: name.
    pub same: &'static str,
    /// How many figures have last year's value, of how many.
    pub same_count: fn(count: usize, all: usize) -> String,
    /// No figure has last year's value.
    pub same_none: &'static str,
    /// Which figures are compared.
    pub same_note: &'static str,
    /// Last year's plans: name.
    pub plans: &'static str,
    /// How many plans there were, and for how many a sentence was found.
    pub plans_count: fn(count: usize, answered: usize) -> String,
    /// No plan was recognized.
    pub plans_none: &'static str,
    /// How answers are found.
    pub plans_note: &'static str,
    /// The plan's words that its answer shares, in percent.
    pub likeness: fn(percent: &str) -> String,
    /// No sentence answers a plan.
    pub no_answer: &'static str,
    /// Shows all of a list.
    pub show_all: fn(count: usize) -> String,
    /// Goes to the words in the report of a name.
    pub go: fn(report: &str) -> String,
    /// Heading of the table.
    pub table: &'static str,
    /// Label of the choice of topic.
    pub topic: &'static str,
    /// All topics.
    pub all_topics: &'static str,
    /// Only what at least two reports have.
    pub only_shared: &'static str,
    /// How many indicators are shown.
    pub rows: fn(count: usize) -> String,
    /// No indicator is left by the filters.
    pub no_rows: &'static str,
    /// Heading of the indicators.
    pub indicator: &'static str,
    /// How the table is used, and what is computed.
    pub table_note: &'static str,
    /// Copies the table.
    pub copy: &'static str,
    /// Whether the table was copied.
    pub copied: fn(is_copied: bool) -> &'static str,
    /// Counted in another unit than most of the row.
    pub other_unit: &'static str,
    /// The report gives more values for the indicator.
    pub more: fn(count: usize) -> String,
    /// A computed change: whether it is only near the true one, the difference with sign and unit, the percentage.
    pub growth: fn(is_about: bool, by: &str, percent: Option<&str>) -> String,
    /// Between rates.
    pub points: &'static str,
    /// Closes the report that is shown.
    pub close: &'static str,
    /// A report was closed.
    pub closed: fn(title: &str) -> String,
    /// Brings it back.
    pub undo: &'static str,
    /// A file was open already.
    pub again: fn(name: &str) -> String,
    /// So many of several were open already.
    pub several_again: fn(count: usize) -> String,
}
