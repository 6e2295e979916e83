//! Reports as files for other programs, written one by one as they are read; a workbook at the end.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};

use fajian::Report;
use fajian::export::{csv, json, markdown, xlsx};
use fajian::i18n::{Messages, ZH_HANS};

use crate::arguments::{Extract, Format};

/// The words of tables: reports are Chinese, and so are those who open them in a spreadsheet program.
static MESSAGES: Messages = ZH_HANS;

/// Where the reports go, and in which shape.
pub(crate) struct Output {
    to: Box<dyn Write>,
    shape: Shape,
    n_written: usize,
    /// The reports of a workbook, which is written at the end.
    kept: Vec<Report>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// One object over many lines.
    Pretty,
    /// One object a line.
    Lines,
    /// One array, one object a line.
    Array,
    /// One line a statistic.
    Csv,
    /// A workbook.
    Xlsx,
    /// To read.
    Markdown,
}

/// The name of the place in messages.
pub(crate) fn name(extract: &Extract) -> String {
    match &extract.output {
        Some(path) => path.display().to_string(),
        None => "standard output".to_owned(),
    }
}

/// Why nothing can be written, if so: what a terminal would make of a workbook helps nobody.
pub(crate) fn refusal(extract: &Extract, is_terminal: bool) -> Option<String> {
    let is_refused = extract.format == Format::Xlsx && extract.output.is_none() && is_terminal;
    is_refused.then(|| {
        "a workbook is not text that a terminal can show; name a file with `-o FILE`".to_owned()
    })
}

/// Whether what is written to standard output is shown to a person.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

impl Output {
    /// Opens the place that `extract` names.
    ///
    /// # Errors
    /// When it cannot be written to.
    pub(crate) fn open(extract: &Extract, is_several: bool) -> io::Result<Self> {
        let shape = match extract.format {
            Format::Json if is_several => Shape::Array,
            Format::Json if extract.output.is_none() && is_terminal() => Shape::Pretty,
            Format::Json | Format::Ndjson => Shape::Lines,
            Format::Csv => Shape::Csv,
            Format::Xlsx => Shape::Xlsx,
            Format::Markdown => Shape::Markdown,
        };
        let mut to: Box<dyn Write> = match &extract.output {
            Some(path) => Box::new(BufWriter::new(File::create(path)?)),
            None => Box::new(io::stdout().lock()),
        };
        match shape {
            Shape::Array => to.write_all(b"[")?,
            Shape::Csv => to.write_all(&csv::head(&MESSAGES))?,
            _ => {}
        }
        Ok(Self { to, shape, n_written: 0, kept: Vec::new() })
    }

    /// Writes one report.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn push(&mut self, report: Report) -> io::Result<()> {
        let is_first = self.n_written == 0;
        self.n_written += 1;
        match self.shape {
            Shape::Pretty => writeln!(self.to, "{}", json::to_pretty(&report)),
            Shape::Lines => writeln!(self.to, "{}", json::to_line(&report)),
            Shape::Array => {
                let before = if is_first { "\n" } else { ",\n" };
                write!(self.to, "{before}{}", json::to_line(&report))
            }
            Shape::Csv => self.to.write_all(&csv::lines(&report, &MESSAGES)),
            Shape::Markdown => {
                let before = if is_first { "" } else { "\n" };
                write!(self.to, "{before}{}", markdown::one(&report, &MESSAGES))
            }
            Shape::Xlsx => {
                self.kept.push(report);
                Ok(())
            }
        }
    }

    /// Writes what closes the shape.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        match self.shape {
            Shape::Array => self.to.write_all(b"\n]\n")?,
            Shape::Xlsx => {
                let book = xlsx::write(&self.kept, &MESSAGES).map_err(io::Error::other)?;
                self.to.write_all(&book)?;
            }
            _ => {}
        }
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_refused_to_a_terminal_and_to_nothing_else() {
        let to_screen = Extract { format: Format::Xlsx, ..Extract::default() };
        assert!(refusal(&to_screen, true).unwrap().contains("-o"));
        assert_eq!(refusal(&to_screen, false), None);
        let to_file = Extract { output: Some("a.xlsx".into()), ..to_screen };
        assert_eq!(refusal(&to_file, true), None);
        assert_eq!(refusal(&Extract::default(), true), None);
    }
}
