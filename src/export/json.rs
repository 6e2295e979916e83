//! The report as JSON text. The shape is that of [`Report`] itself.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use crate::report::Report;

/// One report as one line of JSON.
#[must_use]
pub fn to_line(report: &Report) -> String {
    write(report, CompactFormatter)
}

/// One report as JSON over many lines, for a reader at a terminal.
#[must_use]
pub fn to_pretty(report: &Report) -> String {
    write(report, PrettyFormatter::new())
}

/// The file with `reports`: one object on one line, or an array of several, an object a line; as the command line writes.
#[must_use]
pub fn to_file(reports: &[Report]) -> String {
    match reports {
        [report] => format!("{}\n", to_line(report)),
        reports => {
            let lines: Vec<_> = reports.iter().map(to_line).collect();
            format!("[\n{}\n]\n", lines.join(",\n"))
        }
    }
}

fn write(report: &Report, layout: impl Formatter) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, PlainNumbers { layout });
    // A struct of strings, numbers and lists has no value that JSON cannot hold, and memory takes all that is written.
    let written = report.serialize(&mut serializer);
    if written.is_ok() { String::from_utf8(bytes).unwrap_or_default() } else { String::new() }
}

/// Numbers as JavaScript writes them (`12`, not `12.0`), so that the page and the command line give the same text.
struct PlainNumbers<F> {
    layout: F,
}

impl<F: Formatter> Formatter for PlainNumbers<F> {
    fn write_f64<W: ?Sized + io::Write>(&mut self, to: &mut W, value: f64) -> io::Result<()> {
        write!(to, "{value}")
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.begin_array(to)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.end_array(to)
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        to: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.layout.begin_array_value(to, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.end_array_value(to)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.begin_object(to)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.end_object(to)
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        to: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.layout.begin_object_key(to, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.begin_object_value(to)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.layout.end_object_value(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::NativeDecoder;

    fn report() -> Report {
        let text = "一、成效\n受理信访事项1.2万件，罚没款35.5元。";
        crate::analyze(text.as_bytes(), "a", &NativeDecoder).unwrap().report
    }

    #[test]
    fn whole_numbers_have_no_decimal_point() {
        let line = to_line(&report());
        assert!(line.contains("\"value\":12000,"), "{line}");
        assert!(line.contains("\"value\":35.5,"), "{line}");
    }

    #[test]
    fn both_layouts_are_read_back_as_the_same_report() {
        let report = report();
        for text in [to_line(&report), to_pretty(&report)] {
            assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
        }
        assert_eq!(to_line(&report).lines().count(), 1);
        assert!(to_pretty(&report).starts_with("{\n  \"schema\": \"1\",\n"));
    }
}
