//! 数据 as comma-separated values: UTF-8 with a mark at its start and CRLF, as Excel expects it.

use csv::{ByteRecord, Terminator, WriterBuilder};

use super::table::{self, Cell};
use crate::i18n::Messages;
use crate::report::Report;

/// Without this mark Excel takes the file for the system's legacy encoding, and every Chinese character is wrong.
const MARK: &str = "\u{feff}";

/// The file with the statistics of `reports`, one line each.
#[must_use]
pub fn write(reports: &[Report], messages: &Messages) -> Vec<u8> {
    let mut file = head(messages);
    for report in reports {
        file.extend(lines(report, messages));
    }
    file
}

/// The file's beginning: the mark and the line of headings.
#[must_use]
pub fn head(messages: &Messages) -> Vec<u8> {
    let mut file = MARK.as_bytes().to_vec();
    file.extend(record_lines([ByteRecord::from(messages.export.statistic.to_vec())]));
    file
}

/// The lines of a report's statistics.
#[must_use]
pub fn lines(report: &Report, messages: &Messages) -> Vec<u8> {
    record_lines(report.statistics.iter().map(|statistic| {
        let cells = table::statistic(report, statistic, messages);
        cells.into_iter().map(|cell| field(cell).into_bytes()).collect::<ByteRecord>()
    }))
}

fn record_lines(records: impl IntoIterator<Item = ByteRecord>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        // Memory takes all that is written, and all lines are as long as the first.
        let _ = writer.write_byte_record(&record);
    }
    writer.into_inner().unwrap_or_default()
}

fn field(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words(words) => harmless(&words),
        Cell::Number(value) | Cell::Plain(value) => value.to_string(),
    }
}

/// `words` such that no spreadsheet program takes them for a formula: those that could be one get an apostrophe in
/// front. Words that only look like it, such as a printed `-3.5%`, stay as they are.
fn harmless(words: &str) -> String {
    let rest = words.trim_start();
    let is_opened = rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_controlled = words.starts_with(['\t', '\r', '\n']);
    if (is_opened && !is_number(rest)) || is_controlled {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

/// Whether `words` are a number with a sign and nothing that could be computed or called.
fn is_number(words: &str) -> bool {
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '%');
    let unsigned = words.strip_prefix(['+', '-', '＋', '－']);
    unsigned.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "＝1+1",
            "\r1",
            "-",
            "--1",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn what_only_looks_like_a_formula_stays_readable() {
        for words in ["-3.5%", "+1,200", "－12", "受理60件", "（一）", "—", "1-2月", ""] {
            assert_eq!(harmless(words), words);
        }
        assert_eq!(field(Cell::Number(-3.5)), "-3.5");
        assert_eq!(field(Cell::Number(12000.0)), "12000");
    }
}
