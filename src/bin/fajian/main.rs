//! The command line: reads files, prints reports. See README.md, and `fajian --help`.

mod against;
mod arguments;
mod checking;
mod input;
mod message;
mod output;
mod packing;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use fajian::Analysis;
use fajian::source::{self, LossKind, LossPlace, NativeDecoder, SourceError};
use mimalloc::MiMalloc;

use arguments::{Extract, HELP, Request};
use input::File;
use message::{problem, say};
use output::Output;

/// Hands out memory for the many short words of a report faster than a system's own allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Some input could not be read, the output not be written, or a check failed.
const EXIT_INCOMPLETE: u8 = 1;
/// Wrong usage.
const EXIT_USAGE: u8 = 2;

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(EXIT_INCOMPLETE),
        Err(Stop::Usage(problem)) => {
            say(&format!("{problem}; see `fajian --help`"));
            ExitCode::from(EXIT_USAGE)
        }
        Err(Stop::Input(problem)) => {
            say(&problem);
            ExitCode::from(EXIT_INCOMPLETE)
        }
        // Whoever reads the output has had enough: no error.
        Err(Stop::Write(_, error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Stop::Write(to, error)) => {
            say(&format!("{to}: {error}; check that it can be written"));
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
        Request::Pack(pack) => packing::pack_all(&pack),
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
    if let Some(refusal) = output::refusal(extract, output::is_terminal()) {
        return Err(Stop::Usage(refusal));
    }
    let found = input::find(&extract.inputs);
    if let Some(path) = &extract.output
        && found.files.iter().any(|file| file.is_at(path))
    {
        return Err(Stop::Usage(format!("`{}` is both input and output", path.display())));
    }
    let mut is_complete = found.problems.is_empty();
    found.problems.iter().for_each(|problem| say(problem));
    // Only its content tells whether a single file is several documents, packed.
    let (mut first, mut rest) = (None, found.files.as_slice());
    if let ([file], false) = (rest, found.is_several) {
        (first, rest) = (Some(read(file)), &[]);
    }
    let is_several = first.as_ref().map_or(found.is_several, |first| first.is_folder);
    let stop = |error| Stop::Write(output::name(extract), error);
    let mut output = Output::open(extract, is_several).map_err(stop)?;
    for given in first.into_iter().chain(rest.iter().map(read)) {
        for result in given.documents {
            match result {
                Ok(document) => {
                    output.push(document.analysis.report).map_err(stop)?;
                    document.losses.iter().for_each(|loss| say(loss));
                }
                Err(problem) => {
                    say(&problem);
                    is_complete = false;
                }
            }
        }
    }
    output.finish().map_err(stop)?;
    Ok(is_complete)
}

/// What a file gives.
struct Given {
    /// Whether it is a packed folder.
    is_folder: bool,
    /// Each of its documents, or one line that says which, what is wrong and what to do.
    documents: Vec<Result<Document, String>>,
}

/// A document, read.
struct Document {
    /// Name in messages.
    shown: String,
    analysis: Analysis,
    /// What of it was not read, a line each.
    losses: Vec<String>,
}

/// Reads a file, and all that is packed in it.
fn read(file: &File) -> Given {
    let bytes = match file.read() {
        Ok(bytes) => bytes,
        Err(problem) => return Given { is_folder: false, documents: vec![Err(problem)] },
    };
    match analyze(&bytes, &file.name, &file.shown) {
        Err((SourceError::Folder, _)) => {
            Given { is_folder: true, documents: read_packed(file, &bytes) }
        }
        other => Given { is_folder: false, documents: vec![other.map_err(|(_, problem)| problem)] },
    }
}

/// One result for each document that is packed in a file, and one for each that could not be unpacked.
fn read_packed(file: &File, bytes: &[u8]) -> Vec<Result<Document, String>> {
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
fn analyze(bytes: &[u8], name: &str, shown: &str) -> Result<Document, (SourceError, String)> {
    match fajian::analyze(bytes, name, &NativeDecoder) {
        Ok(analysis) => Ok(Document {
            shown: shown.to_owned(),
            losses: analysis.losses.iter().map(|loss| message::loss(shown, loss)).collect(),
            analysis,
        }),
        Err(error) => Err((error, problem(shown, error))),
    }
}
