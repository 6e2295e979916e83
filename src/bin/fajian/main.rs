//! The command line: reads files, prints reports. See README.md, and `fajian --help`.

mod arguments;
mod input;
mod output;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use fajian::source::{self, LossKind, LossPlace, NativeDecoder, SourceError};

use arguments::{Extract, HELP, Request};
use input::File;
use output::Output;

/// Some input could not be read, or the output not be written.
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
    /// Where to, and why it could not be written.
    Write(String, io::Error),
}

/// Does what the arguments ask for; `false` when some input could not be read.
fn run(arguments: impl Iterator<Item = OsString>) -> Result<bool, Stop> {
    match arguments::parse(arguments).map_err(Stop::Usage)? {
        Request::Help => print(HELP),
        Request::Version => print(concat!("fajian ", env!("CARGO_PKG_VERSION"), "\n")),
        Request::Extract(extract) => extract_all(&extract),
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
        for result in read(file, found.is_several) {
            match result {
                Ok(report) => output.push(&report).map_err(stop)?,
                Err(problem) => {
                    eprintln!("fajian: {problem}");
                    is_complete = false;
                }
            }
        }
    }
    output.finish().map_err(stop)?;
    Ok(is_complete)
}

/// A report, or one line that says which file, what is wrong and what to do; where there may be several, one for each
/// document that is packed in the file.
fn read(file: &File, is_several: bool) -> Vec<Result<fajian::Report, String>> {
    let bytes = match file.read() {
        Ok(bytes) => bytes,
        Err(problem) => return vec![Err(problem)],
    };
    match analyze(&bytes, &file.name, &file.shown) {
        Err((SourceError::Folder, _)) if is_several => read_packed(file, &bytes),
        other => vec![other.map_err(|(_, problem)| problem)],
    }
}

/// One result for each document that is packed in a file, and one for each that could not be unpacked.
fn read_packed(file: &File, bytes: &[u8]) -> Vec<Result<fajian::Report, String>> {
    let unpacked = match source::unpack(bytes, &NativeDecoder) {
        Ok(unpacked) => unpacked,
        Err(error) => return vec![Err(problem(&file.shown, error))],
    };
    let within = |outer: &str, inner: &str| format!("{outer}/{inner}");
    let documents = unpacked.files.iter().map(|packed| {
        let shown = within(&file.shown, &packed.name);
        analyze(&packed.bytes, &within(&file.name, &packed.name), &shown)
            .map_err(|(_, problem)| problem)
    });
    let lost = unpacked.losses.iter().filter_map(|loss| {
        // Pictures and the like are left out of folders, too, without a word.
        let error = match loss.kind {
            LossKind::LockedPart => SourceError::Locked,
            LossKind::BeyondLimit => SourceError::TooMuch,
            LossKind::DamagedPart => SourceError::Damaged,
            _ => return None,
        };
        Some(Err(match &loss.place {
            LossPlace::Part(name) => problem(&within(&file.shown, name), error),
            _ => problem(&file.shown, error),
        }))
    });
    documents.chain(lost).collect()
}

/// The report in a file's bytes; or why there is none, and the line that says so.
fn analyze(bytes: &[u8], name: &str, shown: &str) -> Result<fajian::Report, (SourceError, String)> {
    match fajian::analyze(bytes, name, &NativeDecoder) {
        Ok(analysis) => Ok(analysis.report),
        Err(error) => Err((error, problem(shown, error))),
    }
}

/// File, what is wrong, what to do.
fn problem(shown: &str, error: SourceError) -> String {
    format!("{shown}: {error}; {}", advice(error))
}

/// What to do about a file that holds no text.
const fn advice(error: SourceError) -> &'static str {
    match error {
        SourceError::Empty => "check that it was saved whole",
        SourceError::OpenDocument | SourceError::RichText => {
            "open it in its own program and save it as DOCX"
        }
        SourceError::Spreadsheet => "name the report itself",
        SourceError::Folder => "name it as a file that ends in .zip, or unpack it",
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
