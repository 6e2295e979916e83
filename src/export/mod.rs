//! Reports as files for other programs: 数据 as a table or a workbook, all as JSON, the report as Markdown.
//!
//! A table has one line a statistic, with these columns, the same in CSV and XLSX:
//!
//! | columns | what |
//! | --- | --- |
//! | title, issuer, year | the report; the file's name where it has no title |
//! | topic, indicator, canonical | as in the JSON, the topic by its name and `canonical` as yes or no |
//! | label | as the report words it |
//! | value, unit | the base unit; empty where only a change is stated, 0 where the report says so |
//! | approximation | 约, 余, 不足, 近 |
//! | change: direction, value, unit, from | against the year before |
//! | parent, period | as in the JSON |
//! | section, heading | the numbers that lead to the section, and its heading |
//! | quote | the exact words |
//! | start, end | bytes of the quote in the report's text |
//!
//! Their headings are in the reader's language; values stay as they are in the report.

mod guard;
mod name;

#[cfg(feature = "export")]
pub mod csv;
#[cfg(feature = "export")]
pub mod json;
#[cfg(feature = "export")]
pub mod markdown;
#[cfg(feature = "export")]
mod table;
#[cfg(feature = "export")]
pub mod xlsx;

pub use guard::harmless;
pub use name::file_name;

/// A kind of file that reports can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The statistics, as comma-separated values.
    Csv,
    /// Statistics, outline and checks, as a workbook.
    Xlsx,
    /// All of it.
    Json,
    /// The report, to read and to edit.
    Markdown,
}

impl Format {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Json, Self::Markdown];

    /// The ending of a file's name, which is also the format's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }

    /// The format of that ending.
    #[must_use]
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// The bytes of a file with `reports`.
///
/// # Errors
/// When the format cannot hold so much.
#[cfg(feature = "export")]
pub fn write(
    format: Format,
    reports: &[crate::Report],
    messages: &crate::i18n::Messages,
) -> Result<Vec<u8>, xlsx::TooLong> {
    Ok(match format {
        Format::Csv => csv::write(reports, messages),
        Format::Xlsx => xlsx::write(reports, messages)?,
        Format::Json => json::to_file(reports).into_bytes(),
        Format::Markdown => markdown::write(reports, messages).into_bytes(),
    })
}

#[cfg(all(test, feature = "native"))]
mod tests;
