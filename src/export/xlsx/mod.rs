//! Reports as a workbook: 统计数据, 大纲, 核查 and 说明, each a sheet that can be sorted and filtered.
//!
//! The same reports give the same bytes: the time of creation is fixed. Four plain tables need a small part of what a
//! workbook can be, so that its parts are put together here, from libraries for XML, deflate and ZIP that the readers
//! have as well; a library that writes every kind of workbook was three quarters of this program.

mod package;
mod parts;
mod sheet;
mod style;

use std::fmt;

use super::table;
use crate::i18n::Messages;
use crate::report::Report;
use package::Package;
use sheet::Sheet;

/// The most lines that a sheet holds, its headings included.
const MOST_LINES: usize = 1_048_576;

/// How wide the columns are, in characters of type.
const STATISTIC_WIDTHS: [f64; 21] = [
    30.0, 16.0, 7.0, 16.0, 20.0, 8.0, 24.0, 12.0, 8.0, 8.0, 8.0, 10.0, 10.0, 10.0, 18.0, 16.0,
    10.0, 24.0, 60.0, 9.0, 9.0,
];
const OUTLINE_WIDTHS: [f64; 5] = [30.0, 8.0, 10.0, 60.0, 10.0];
const CHECK_WIDTHS: [f64; 7] = [30.0, 8.0, 18.0, 60.0, 36.0, 50.0, 30.0];
const REPORT_WIDTHS: [f64; 14] =
    [40.0, 20.0, 8.0, 24.0, 20.0, 16.0, 12.0, 12.0, 28.0, 12.0, 12.0, 10.0, 10.0, 10.0];

/// A workbook cannot hold so many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a sheet holds at most {MOST_LINES} lines")
    }
}

impl std::error::Error for TooLong {}

/// The workbook with all of `reports`.
///
/// # Errors
/// When they have more lines than a sheet holds.
pub fn write(reports: &[Report], messages: &Messages) -> Result<Vec<u8>, TooLong> {
    let lines = |of: fn(&Report) -> usize| reports.iter().map(of).sum::<usize>();
    let longest = lines(|it| it.statistics.len())
        .max(lines(|it| it.sections.len()))
        .max(lines(|it| it.checks.len()))
        .max(reports.len() + messages.export.notes.len() + 1);
    if longest >= MOST_LINES {
        return Err(TooLong);
    }
    let sheets = sheets(reports, messages);
    let title = reports.first().map(table::title).unwrap_or_default();
    let mut package = Package::default();
    for (name, part) in parts::around(&sheets, title, messages.name) {
        package.push(name, &part);
    }
    package.push("xl/styles.xml", &style::part());
    for (number, sheet) in (1..).zip(&sheets) {
        package.push(&format!("xl/worksheets/sheet{number}.xml"), &sheet.part(number == 1));
    }
    // Memory takes all that is written.
    package.finish().map_err(|_| TooLong)
}

fn sheets<'a>(reports: &[Report], messages: &'a Messages) -> [Sheet<'a>; 4] {
    let export = &messages.export;
    let mut statistics = Sheet::new(export.sheets[0], &export.statistic, &STATISTIC_WIDTHS);
    let mut outline = Sheet::new(export.sheets[1], &export.outline, &OUTLINE_WIDTHS);
    let mut checks = Sheet::new(export.sheets[2], &export.check, &CHECK_WIDTHS);
    let mut about = Sheet::new(export.sheets[3], &export.report, &REPORT_WIDTHS);
    for report in reports {
        for statistic in &report.statistics {
            statistics.push(table::statistic(report, statistic, messages));
        }
        for (idx, section) in report.sections.iter().enumerate() {
            outline.push(table::outline(report, section, idx));
        }
        for check in &report.checks {
            checks.push(table::check(report, check, messages));
        }
        about.push(table::report(report));
    }
    about.note(&export.notes);
    [statistics, outline, checks, about]
}
