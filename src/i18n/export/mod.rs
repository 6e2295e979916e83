//! Texts of files for other programs, and of how they are asked for.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::EN;
pub(super) use zh_hans::ZH_HANS;
pub(super) use zh_hant::ZH_HANT;

use super::Explanation;
use crate::statistic::Direction;

/// How many columns statistics have.
pub const STATISTIC: usize = 21;
/// How many columns the outline has.
pub const OUTLINE: usize = 5;
/// How many columns checks have.
pub const CHECK: usize = 7;
/// How many columns the list of reports has.
pub const REPORT: usize = 14;

/// Texts of files for other programs.
pub struct ExportMessages {
    /// Button: the menu of files.
    pub name: &'static str,
    /// Menu: the statistics as CSV and XLSX, all as JSON, the report as Markdown.
    pub formats: [&'static str; 4],
    /// Menu: print, or save as PDF.
    pub print: &'static str,
    /// Menu: which reports.
    pub scope: &'static str,
    /// Menu: this report alone, or all that are open by number.
    pub this_report: &'static str,
    /// Menu: all reports that are open, by number.
    pub all_reports: fn(count: usize) -> String,
    /// A file is being made.
    pub working: &'static str,
    /// A file was saved, by name.
    pub saved: fn(file: &str) -> String,
    /// The program that makes files could not be loaded.
    pub not_loaded: Explanation,
    /// The file could not be made.
    pub not_made: Explanation,
    /// Chart: save the drawing, as SVG and as PNG.
    pub save_picture: [&'static str; 2],
    /// Chart: copy the table.
    pub copy_table: &'static str,
    /// The table was copied.
    pub copied: &'static str,
    /// The browser does not let the page copy.
    pub not_copied: &'static str,
    /// The browser could not make the picture.
    pub no_picture: &'static str,
    /// Names of the parts: statistics, outline, checks, on the reports.
    pub sheets: [&'static str; 4],
    /// Headings: statistics.
    pub statistic: [&'static str; STATISTIC],
    /// Headings: outline.
    pub outline: [&'static str; OUTLINE],
    /// Headings: checks.
    pub check: [&'static str; CHECK],
    /// Headings: reports.
    pub report: [&'static str; REPORT],
    /// Heading: a change, in words.
    pub change: &'static str,
    /// Yes and no.
    pub yes_no: [&'static str; 2],
    /// The direction of a change.
    pub direction: fn(direction: Direction) -> &'static str,
    /// The unit of a change that is a multiple of the year before (是上年的N倍).
    pub ratio: &'static str,
    /// How to read the tables.
    pub notes: [&'static str; 4],
}
