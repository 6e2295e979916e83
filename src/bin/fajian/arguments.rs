//! What the command line asks for. Small enough to be read by hand; no library.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The text of `fajian --help`.
pub(crate) const HELP: &str = "\
Reads Chinese rule-of-law government annual reports (法治政府建设年度报告).

Usage:
  fajian extract [--format json|ndjson] [-o FILE] [FILE|DIR|-]...
  fajian --version
  fajian --help

extract prints each report with its outline and its figures. What of a document was not read,
such as a picture, is told on standard error.

  FILE        a document: text, a web page (HTML, MHTML), Word or WPS (DOCX, DOC, WPS), PDF, OFD;
              or a ZIP: every document in it. Kinds are told by content, not by name
  DIR         every document in the folder and the folders in it; hidden ones are left out
  -           standard input, which is also read when nothing is named

  --format json     one object for one document, an array for several, a ZIP or a folder (the default)
  --format ndjson   one object a line
  -o FILE           writes to FILE instead of standard output

Exit status: 0 all was read, 1 some input could not be read, 2 wrong usage.
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
        Some("check") => Err("the command `check` is not available in this version".to_owned()),
        _ => Err(format!("expected the command `extract`, found `{}`", first.to_string_lossy())),
    }
}

fn parse_extract(mut arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut extract = Extract::default();
    let mut is_option_allowed = true;
    while let Some(argument) = arguments.next() {
        if !is_option_allowed || argument == "-" || !argument.as_encoded_bytes().starts_with(b"-") {
            extract.inputs.push(input(argument));
            continue;
        }
        // A file name may be any bytes, an option is always text.
        let Some(text) = argument.to_str() else {
            return Err(format!("unknown option `{}`", argument.to_string_lossy()));
        };
        let (name, attached) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(OsString::from(value))),
            _ => (text, None),
        };
        match name {
            "--" => is_option_allowed = false,
            "--help" | "-h" => return Ok(Request::Help),
            "--format" => {
                let value = attached.or_else(|| arguments.next());
                extract.format = format(value.as_deref())?;
            }
            "-o" | "--output" => {
                let value = attached.or_else(|| arguments.next());
                let value = value.ok_or_else(|| format!("expected a file after `{name}`"))?;
                extract.output = (value != "-").then(|| value.into());
            }
            _ => return Err(format!("unknown option `{text}`")),
        }
    }
    Ok(Request::Extract(extract))
}

fn input(argument: OsString) -> Input {
    if argument == "-" { Input::Standard } else { Input::Path(argument.into()) }
}

fn format(value: Option<&OsStr>) -> Result<Format, String> {
    match value.map(OsStr::to_string_lossy).as_deref() {
        Some("json") => Ok(Format::Json),
        Some("ndjson") => Ok(Format::Ndjson),
        Some(known @ ("csv" | "xlsx")) => {
            Err(format!("the format `{known}` is not available in this version"))
        }
        Some(other) => Err(format!("expected the format `json` or `ndjson`, found `{other}`")),
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
    fn dash_as_output_is_standard_output() {
        assert_eq!(extract(&["extract", "-o", "-"]).output, None);
    }

    #[test]
    fn wrong_usage_is_said_in_one_sentence() {
        assert!(read(&[]).is_err());
        assert!(read(&["read"]).is_err());
        assert!(read(&["extract", "-x"]).unwrap_err().contains("-x"));
        assert!(read(&["extract", "--format"]).is_err());
        assert!(read(&["extract", "--format", "csv"]).unwrap_err().contains("not available"));
        assert!(read(&["extract", "-o"]).is_err());
    }
}
