//! What the command line asks for. Small enough to be read by hand; no library.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The text of `fajian --help`.
pub(crate) const HELP: &str = "\
Reads Chinese rule-of-law government annual reports (法治政府建设年度报告).

Usage:
  fajian extract [--format json|ndjson|csv|xlsx|md] [-o FILE] [FILE|DIR|-]...
  fajian check [--against FILE] [FILE|DIR|-]...
  fajian pack [-o FILE] [FILE|DIR|-]...
  fajian --version
  fajian --help

extract prints each report with its outline and its figures. What of a document was not read,
such as a picture, is told on standard error.
check prints what does not add up in each report, what the rules ask for and it
leaves out, and whether its dates were kept, with the sentences that say so.
pack puts documents into one script: as `pack.js` beside `fajian.html` it opens them with it.

  FILE        a document: text, a web page (HTML, MHTML), Word or WPS (DOCX, DOC, WPS), PDF, OFD;
              or a ZIP: every document in it. Kinds are told by content, not by name
  DIR         every document in the folder and the folders in it; hidden ones are left out
  -           standard input, which is also read when nothing is named

  --format json     one object for one document, an array for several, a ZIP or a folder (the default)
  --format ndjson   one object a line
  --format csv      one line a figure, for a spreadsheet program
  --format xlsx     a workbook with figures, outline and checks; needs -o, or a pipe
  --format md       Markdown, to read
  -o FILE           writes to FILE instead of standard output
  --against FILE    also says what stands word for word in FILE, the same body's
                    report of the year before, and what became of its plans

Exit status: 0 all was read and no check failed (doubts do not count);
1 some input could not be read, or some check failed; 2 wrong usage.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// Print the help text.
    Help,
    /// Print the version.
    Version,
    /// Read reports and print them.
    Extract(Extract),
    /// Read reports and print what was found about them.
    Check(Check),
    /// Put documents into one script for the viewer.
    Pack(Pack),
}

/// What `fajian check` was given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Check {
    /// The report of the year before.
    pub(crate) against: Option<PathBuf>,
    /// What to read, in the order given; may be empty.
    pub(crate) inputs: Vec<Input>,
}

/// What `fajian pack` was given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Pack {
    /// Where to write; `None` for standard output.
    pub(crate) output: Option<PathBuf>,
    /// What to pack, in the order given; may be empty.
    pub(crate) inputs: Vec<Input>,
}

/// What `fajian extract` was given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Extract {
    /// Shape of the output.
    pub(crate) format: Format,
    /// Where to write; `None` for standard output.
    pub(crate) output: Option<PathBuf>,
    /// What to read, in the order given; may be empty.
    pub(crate) inputs: Vec<Input>,
}

/// One thing to read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// `-`.
    Standard,
    /// A file or folder.
    Path(PathBuf),
}

/// Shape of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// One object, or one array.
    #[default]
    Json,
    /// One object a line.
    Ndjson,
    /// One line a statistic.
    Csv,
    /// A workbook.
    Xlsx,
    /// To read.
    Markdown,
}

/// Reads the arguments that follow the program's name.
///
/// # Errors
/// One sentence that says what was wrong with them.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, String> {
    let mut arguments = arguments.into_iter();
    let Some(first) = arguments.next() else {
        return Err("expected a command, found none".to_owned());
    };
    match first.to_str() {
        Some("extract") => parse_extract(arguments),
        Some("--help" | "-h" | "help") => Ok(Request::Help),
        Some("--version" | "-V") => Ok(Request::Version),
        Some("check") => parse_check(arguments),
        Some("pack") => parse_pack(arguments),
        _ => Err(format!(
            "expected the command `extract`, `check` or `pack`, found `{}`",
            first.to_string_lossy()
        )),
    }
}

fn parse_extract(arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut extract = Extract::default();
    let mut words = Words::new(arguments);
    while let Some(word) = words.next()? {
        match word {
            Word::Input(it) => extract.inputs.push(it),
            Word::Option(name) => match name.as_str() {
                "--help" | "-h" => return Ok(Request::Help),
                "--format" => extract.format = format(words.value().as_deref())?,
                "-o" | "--output" => extract.output = words.output(&name)?,
                _ => return Err(unknown(&name)),
            },
        }
    }
    Ok(Request::Extract(extract))
}

fn parse_check(arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut check = Check::default();
    let mut words = Words::new(arguments);
    while let Some(word) = words.next()? {
        match word {
            Word::Input(it) => check.inputs.push(it),
            Word::Option(name) => match name.as_str() {
                "--help" | "-h" => return Ok(Request::Help),
                "--against" => check.against = Some(words.file(&name)?.into()),
                _ => return Err(unknown(&name)),
            },
        }
    }
    Ok(Request::Check(check))
}

fn parse_pack(arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut pack = Pack::default();
    let mut words = Words::new(arguments);
    while let Some(word) = words.next()? {
        match word {
            Word::Input(it) => pack.inputs.push(it),
            Word::Option(name) => match name.as_str() {
                "--help" | "-h" => return Ok(Request::Help),
                "-o" | "--output" => pack.output = words.output(&name)?,
                _ => return Err(unknown(&name)),
            },
        }
    }
    Ok(Request::Pack(pack))
}

fn unknown(option: &str) -> String {
    format!("unknown option `{option}`")
}

/// An argument behind a command.
enum Word {
    Input(Input),
    /// An option by its name, `-` included.
    Option(String),
}

/// The arguments behind a command, one by one.
struct Words<I> {
    rest: I,
    /// What stood behind `=` in the last option.
    attached: Option<OsString>,
    is_option_allowed: bool,
}

impl<I: Iterator<Item = OsString>> Words<I> {
    const fn new(rest: I) -> Self {
        Self { rest, attached: None, is_option_allowed: true }
    }

    /// The next argument; `--` only ends the options.
    fn next(&mut self) -> Result<Option<Word>, String> {
        let Some(argument) = self.rest.next() else { return Ok(None) };
        let is_option = argument != "-" && argument.as_encoded_bytes().starts_with(b"-");
        if !self.is_option_allowed || !is_option {
            return Ok(Some(Word::Input(input(argument))));
        }
        // A file name may be any bytes, an option is always text.
        let Some(text) = argument.to_str() else {
            return Err(unknown(&argument.to_string_lossy()));
        };
        if text == "--" {
            self.is_option_allowed = false;
            return self.next();
        }
        let (name, attached) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(OsString::from(value))),
            _ => (text, None),
        };
        self.attached = attached;
        Ok(Some(Word::Option(name.to_owned())))
    }

    /// The value of the last option.
    fn value(&mut self) -> Option<OsString> {
        self.attached.take().or_else(|| self.rest.next())
    }

    /// The value of the last option, which names a file.
    fn file(&mut self, option: &str) -> Result<OsString, String> {
        self.value().ok_or_else(|| format!("expected a file after `{option}`"))
    }

    /// The file that the last option names to write to; none for `-`.
    fn output(&mut self, option: &str) -> Result<Option<PathBuf>, String> {
        let value = self.file(option)?;
        Ok((value != "-").then(|| value.into()))
    }
}

fn input(argument: OsString) -> Input {
    if argument == "-" { Input::Standard } else { Input::Path(argument.into()) }
}

fn format(value: Option<&OsStr>) -> Result<Format, String> {
    match value.map(OsStr::to_string_lossy).as_deref() {
        Some("json") => Ok(Format::Json),
        Some("ndjson") => Ok(Format::Ndjson),
        Some("csv") => Ok(Format::Csv),
        Some("xlsx") => Ok(Format::Xlsx),
        Some("md" | "markdown") => Ok(Format::Markdown),
        Some(other) => Err(format!(
            "expected the format `json`, `ndjson`, `csv`, `xlsx` or `md`, found `{other}`"
        )),
        None => Err("expected a format after `--format`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Request, String> {
        parse(arguments.iter().map(OsString::from))
    }

    fn extract(arguments: &[&str]) -> Extract {
        match read(arguments) {
            Ok(Request::Extract(extract)) => extract,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn options_stand_before_or_behind_the_files() {
        let expect = Extract {
            format: Format::Ndjson,
            output: Some("out".into()),
            inputs: vec![Input::Path("a".into()), Input::Standard],
        };
        assert_eq!(extract(&["extract", "--format", "ndjson", "-o", "out", "a", "-"]), expect);
        assert_eq!(extract(&["extract", "a", "-", "--output=out", "--format=ndjson"]), expect);
    }

    #[test]
    fn two_dashes_end_the_options() {
        let inputs = extract(&["extract", "--", "--format", "-o"]).inputs;
        assert_eq!(inputs, [Input::Path("--format".into()), Input::Path("-o".into())]);
    }

    #[test]
    fn check_takes_files_and_the_report_of_last_year() {
        let expect = Check { against: Some("last".into()), inputs: vec![Input::Path("a".into())] };
        assert_eq!(read(&["check", "--against", "last", "a"]), Ok(Request::Check(expect)));
    }

    #[test]
    fn pack_takes_files_and_where_to_write() {
        let expect = Pack { output: Some("pack.js".into()), inputs: vec![Input::Path("a".into())] };
        assert_eq!(read(&["pack", "-o", "pack.js", "a"]), Ok(Request::Pack(expect)));
    }

    #[test]
    fn dash_as_output_is_standard_output() {
        assert_eq!(extract(&["extract", "-o", "-"]).output, None);
    }

    #[test]
    fn wrong_usage_is_said_in_one_sentence() {
        assert!(read(&[]).is_err());
        assert!(read(&["read"]).is_err());
        assert!(read(&["extract", "-x"]).unwrap_err().contains("-x"));
        assert!(read(&["extract", "--format"]).is_err());
        assert!(read(&["extract", "--format", "xls"]).unwrap_err().contains("`xls`"));
        assert!(read(&["extract", "-o"]).is_err());
        assert!(read(&["check", "--against"]).is_err());
        assert!(read(&["check", "--format", "json"]).is_err());
    }
}
