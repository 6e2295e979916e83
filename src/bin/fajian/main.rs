//! The command line: reads files, prints reports. See README.md, and `fajian --help`.

mod against;
mod arguments;
mod checking;
mod input;
mod output;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use fajian::Analysis;
use fajian::source::{NativeDecoder, SourceError};

use arguments::{Extract, HELP, Request};
use input::File;
use output::Output;

/// Some input could not be read, the output not be written, or a check failed.
const EXIT_INCOMPLETE: u8 = 1;
/// Wrong usage.
const EXIT_USAGE: u8 = 2;

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(EXIT_INCOMPLETE),
        Err(Stop::Usage(problem)) => {
            eprintln!("fajian: {problem}; see `fajian --help`");
            ExitCode::from(EXIT_USAGE)
        }
        Err(Stop::Input(problem)) => {
            eprintln!("fajian: {problem}");
            ExitCode::from(EXIT_INCOMPLETE)
        }
        // Whoever reads the output has had enough: no error.
        Err(Stop::Write(_, error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Stop::Write(to, error)) => {
            eprintln!("fajian: {to}: {error}; check that it can be written");
            ExitCode::from(EXIT_INCOMPLETE)
        }
    }
}

/// Why nothing more is done.
enum Stop {
    /// Wrong usage.
    Usage(String),
    /// What all else is compared with could not be read.
    Input(String),
    /// Where to, and why it could not be written.
    Write(String, io::Error),
}

/// Does what the arguments ask for; `false` when some input could not be read or a check failed.
fn run(arguments: impl Iterator<Item = OsString>) -> Result<bool, Stop> {
    match arguments::parse(arguments).map_err(Stop::Usage)? {
        Request::Help => print(HELP),
        Request::Version => print(concat!("fajian ", env!("CARGO_PKG_VERSION"), "\n")),
        Request::Extract(extract) => extract_all(&extract),
        Request::Check(check) => checking::check_all(&check),
    }
}

fn print(text: &str) -> Result<bool, Stop> {
    match io::Write::write_all(&mut io::stdout(), text.as_bytes()) {
        Ok(()) => Ok(true),
        Err(error) => Err(Stop::Write("standard output".to_owned(), error)),
    }
}

fn extract_all(extract: &Extract) -> Result<bool, Stop> {
    if extract.inputs.is_empty() && io::stdin().is_terminal() {
        return Err(Stop::Usage("expected a file to read, found none".to_owned()));
    }
    let found = input::find(&extract.inputs);
    if let Some(path) = &extract.output
        && found.files.iter().any(|file| file.is_at(path))
    {
        return Err(Stop::Usage(format!("`{}` is both input and output", path.display())));
    }
    let mut is_complete = found.problems.is_empty();
    for problem in &found.problems {
        eprintln!("fajian: {problem}");
    }
    let stop = |error| Stop::Write(output::name(extract), error);
    let mut output = Output::open(extract, found.is_several).map_err(stop)?;
    for file in &found.files {
        match read(file) {
            Ok(analysis) => output.push(&analysis.report).map_err(stop)?,
            Err(problem) => {
                eprintln!("fajian: {problem}");
                is_complete = false;
            }
        }
    }
    output.finish().map_err(stop)?;
    Ok(is_complete)
}

/// One report, or one line that says which file, what is wrong and what to do.
fn read(file: &File) -> Result<Analysis, String> {
    let bytes = file.read()?;
    fajian::analyze(&bytes, &file.name, &NativeDecoder)
        .map_err(|error| format!("{}: {error}; {}", file.shown, advice(error)))
}

/// What to do about a file that holds no text.
const fn advice(error: SourceError) -> &'static str {
    match error {
        SourceError::Empty => "check that it was saved whole",
        SourceError::OpenDocument | SourceError::RichText => {
            "open it in its own program and save it as DOCX"
        }
        SourceError::Spreadsheet | SourceError::Folder => "name the report itself",
        SourceError::WebArchive => "save the page again as HTML",
        SourceError::Archive => "unpack it and name the folder",
        SourceError::EmptyFolder => "check that it is the right one",
        SourceError::Damaged => "fetch it again, or save it anew in its own program",
        SourceError::Locked => "save it without password",
        SourceError::Scanned => "have its text recognized first, or copy it from the web page",
        SourceError::TooMuch => "save only the report itself",
        SourceError::NoReader => "open it in its own program and save it as text",
        SourceError::Picture | SourceError::NotText => "name a document",
        SourceError::Unreadable => "save it again as UTF-8 text",
    }
}
