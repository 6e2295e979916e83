//! The report as JSON text. The shape is that of [`Report`] itself.

use crate::report::Report;

/// One report as one line of JSON.
#[must_use]
pub fn to_line(report: &Report) -> String {
    // A struct of strings, numbers and lists has no value that JSON cannot hold.
    serde_json::to_string(report).unwrap_or_default()
}

/// One report as JSON over many lines, for a reader at a terminal.
#[must_use]
pub fn to_pretty(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap_or_default()
}
