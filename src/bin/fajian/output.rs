//! Reports as JSON, written one by one as they are read.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};

use fajian::Report;
use fajian::export::json;

use crate::arguments::{Extract, Format};

/// Where the reports go, and in which shape.
pub(crate) struct Output {
    to: Box<dyn Write>,
    shape: Shape,
    n_written: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One object over many lines.
    Pretty,
    /// One object a line.
    Lines,
    /// One array, one object a line.
    Array,
}

/// The name of the place in messages.
pub(crate) fn name(extract: &Extract) -> String {
    match &extract.output {
        Some(path) => path.display().to_string(),
        None => "standard output".to_owned(),
    }
}

impl Output {
    /// Opens the place that `extract` names.
    ///
    /// # Errors
    /// When it cannot be written to.
    pub(crate) fn open(extract: &Extract, is_several: bool) -> io::Result<Self> {
        let is_terminal = extract.output.is_none() && io::stdout().is_terminal();
        let shape = match extract.format {
            Format::Json if is_several => Shape::Array,
            Format::Json if is_terminal => Shape::Pretty,
            _ => Shape::Lines,
        };
        let mut to: Box<dyn Write> = match &extract.output {
            Some(path) => Box::new(BufWriter::new(File::create(path)?)),
            None => Box::new(io::stdout().lock()),
        };
        if shape == Shape::Array {
            to.write_all(b"[")?;
        }
        Ok(Self { to, shape, n_written: 0 })
    }

    /// Writes one report.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn push(&mut self, report: &Report) -> io::Result<()> {
        if self.shape == Shape::Array {
            self.to.write_all(if self.n_written == 0 { b"\n" } else { b",\n" })?;
        }
        let text = match self.shape {
            Shape::Pretty => json::to_pretty(report),
            Shape::Lines | Shape::Array => json::to_line(report),
        };
        self.to.write_all(text.as_bytes())?;
        if self.shape != Shape::Array {
            self.to.write_all(b"\n")?;
        }
        self.n_written += 1;
        Ok(())
    }

    /// Writes what closes the shape.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        if self.shape == Shape::Array {
            self.to.write_all(b"\n]\n")?;
        }
        self.to.flush()
    }
}
