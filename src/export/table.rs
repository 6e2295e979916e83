//! Statistics, outline and checks as tables: the cells that CSV and XLSX have in common.

use std::borrow::Cow;

use crate::document::Section;
use crate::figure;
use crate::i18n::Messages;
use crate::i18n::export::{CHECK, OUTLINE, REPORT, STATISTIC};
use crate::report::{Check, Report};
use crate::statistic::Statistic;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing: the report does not say.
    Empty,
    /// Words.
    Words(Cow<'a, str>),
    /// A number that is measured; thousands may be separated.
    Number(f64),
    /// A number that names something, such as a year or a place.
    Plain(f64),
}

fn words(words: &str) -> Cell<'_> {
    if words.is_empty() { Cell::Empty } else { Cell::Words(words.into()) }
}

fn maybe(words: Option<&str>) -> Cell<'_> {
    words.map_or(Cell::Empty, self::words)
}

fn number(value: Option<f64>) -> Cell<'static> {
    value.filter(|value| value.is_finite()).map_or(Cell::Empty, Cell::Number)
}

/// Counts and places in a text are far below where such numbers become inexact.
fn plain(value: usize) -> Cell<'static> {
    Cell::Plain(value as f64)
}

fn year(report: &Report) -> Cell<'static> {
    report.year.map_or(Cell::Empty, |year| Cell::Plain(year.into()))
}

/// What a report is called: its title, else its file's name.
pub(super) fn title(report: &Report) -> &str {
    report.title.as_deref().unwrap_or(&report.source.name)
}

/// Where a section stands, by the numbers that lead to it; nothing where it has none.
pub(super) fn place(report: &Report, section: usize) -> Option<String> {
    let is_numbered = report.sections.get(section)?.number.is_some();
    is_numbered.then(|| figure::place(&report.sections, section))
}

/// The line of a statistic.
pub(super) fn statistic<'a>(
    report: &'a Report,
    statistic: &'a Statistic,
    messages: &Messages,
) -> [Cell<'a>; STATISTIC] {
    let export = &messages.export;
    let change = statistic.change.as_ref();
    let change_unit = change.and_then(|change| change.unit.as_deref());
    let section = statistic.section.filter(|section| *section < report.sections.len());
    let number_of_section = section.and_then(|section| place(report, section));
    [
        words(title(report)),
        maybe(report.issuer.as_deref()),
        year(report),
        words((messages.topic)(statistic.topic)),
        words(&statistic.indicator),
        words(export.yes_no[usize::from(!statistic.canonical)]),
        words(&statistic.label),
        number(statistic.value),
        maybe(statistic.unit.as_deref()),
        maybe(statistic.approximation.map(|it| (messages.approximation)(it).1.trim())),
        maybe(change.map(|change| (export.direction)(change.direction))),
        number(change.and_then(|change| change.value)),
        maybe(change_unit.map(|unit| if unit == "ratio" { export.ratio } else { unit })),
        number(change.and_then(|change| change.from)),
        maybe(statistic.parent.as_deref()),
        maybe(statistic.period.as_deref()),
        number_of_section.map_or(Cell::Empty, |place| Cell::Words(place.into())),
        maybe(section.map(|section| report.sections[section].heading.as_str())),
        words(&statistic.quote),
        plain(statistic.span.start),
        plain(statistic.span.end),
    ]
}

/// The line of a section.
pub(super) fn outline<'a>(
    report: &'a Report,
    section: &'a Section,
    idx: usize,
) -> [Cell<'a>; OUTLINE] {
    let counted = report.statistics.iter().filter(|it| it.section == Some(idx)).count();
    [
        words(title(report)),
        Cell::Plain(section.level.into()),
        maybe(section.number.as_deref()),
        words(&section.heading),
        plain(counted),
    ]
}

/// The line of a check.
pub(super) fn check<'a>(
    report: &'a Report,
    check: &'a Check,
    messages: &Messages,
) -> [Cell<'a>; CHECK] {
    let joined = |parts: Vec<&str>| match parts.is_empty() {
        true => Cell::Empty,
        false => Cell::Words(parts.join("\n").into()),
    };
    let quotes = check.statistics.iter().filter_map(|idx| report.statistics.get(*idx));
    let headings = check.sections.iter().filter_map(|idx| report.sections.get(*idx));
    [
        words(title(report)),
        words((messages.verdict)(check.verdict)),
        words((messages.check_kind)(check.kind)),
        words(&check.message),
        words(&check.source),
        joined(quotes.map(|it| it.quote.as_str()).collect()),
        joined(headings.map(|it| it.heading.as_str()).collect()),
    ]
}

/// The line of a report.
pub(super) fn report(report: &Report) -> [Cell<'_>; REPORT] {
    [
        maybe(report.title.as_deref()),
        maybe(report.issuer.as_deref()),
        year(report),
        maybe(report.document_number.as_deref()),
        maybe(report.index_number.as_deref()),
        maybe(report.addressee.as_deref()),
        maybe(report.signed.as_deref()),
        maybe(report.published.as_deref()),
        words(&report.source.name),
        words(&report.source.encoding),
        Cell::Number(report.source.bytes as f64),
        plain(report.sections.len()),
        plain(report.statistics.len()),
        plain(report.checks.len()),
    ]
}
