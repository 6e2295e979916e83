//! 数据 as comma-separated values: UTF-8 with a mark at its start and CRLF, as Excel expects it.

use csv::{ByteRecord, Terminator, WriterBuilder};

use super::guard::harmless;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_programs_read_them() {
        assert_eq!(field(Cell::Number(-3.5)), "-3.5");
        assert_eq!(field(Cell::Number(12000.0)), "12000");
    }
}
