//! A suite: cases, and how each went.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// Cases of one file.
pub(crate) struct Suite {
    /// Whose it is.
    pub project: &'static str,
    /// The file's name, short.
    pub name: String,
    /// Its cases, in the file's order.
    pub cases: Vec<Case>,
}

/// One case and how it went.
pub(crate) struct Case {
    /// Number in the file from 0, or the file's own name for it.
    pub id: String,
    /// Left out of the count by the list of skipped cases.
    pub is_skipped: bool,
    /// What went wrong, for the terminal.
    pub fault: Option<String>,
}

impl Suite {
    pub(crate) fn total(&self) -> usize {
        self.cases.len()
    }

    pub(crate) fn fitting(&self) -> usize {
        self.cases.iter().filter(|case| !case.is_skipped).count()
    }

    pub(crate) fn passed(&self) -> usize {
        self.cases.iter().filter(|case| !case.is_skipped && case.fault.is_none()).count()
    }

    /// Prints what went wrong, in words that stay out of the scoreboard.
    pub(crate) fn show_failures(&self) {
        for case in &self.cases {
            if let Some(fault) = case.fault.as_ref().filter(|_| !case.is_skipped) {
                println!("{} {}: {fault}", self.name, case.id);
            }
        }
    }
}

impl Case {
    pub(crate) fn new(id: impl ToString, fault: Option<String>) -> Self {
        Self { id: id.to_string(), is_skipped: false, fault }
    }
}

/// The fault when `found` is not `wanted`.
pub(crate) fn differs<T: PartialEq + std::fmt::Debug>(
    input: &str,
    found: &T,
    wanted: &T,
) -> Option<String> {
    (found != wanted).then(|| format!("{input}\n    found  {found:?}\n    wanted {wanted:?}"))
}

/// The JSON array in a file, with or without a byte order mark.
pub(crate) fn json(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    serde_json::from_str(text.trim_start_matches('\u{FEFF}')).unwrap()
}

/// A Recognizers-Text suite: `check` gives the fault of one case.
pub(crate) fn recognizers(
    folder: &Path,
    file: &str,
    name: &str,
    check: impl Fn(&str, &[Value]) -> Option<String>,
) -> Suite {
    let cases = json(&folder.join(file));
    let run =
        |case: &Value| check(case["Input"].as_str().unwrap(), case["Results"].as_array().unwrap());
    let cases = cases.iter().enumerate().map(|(index, case)| Case::new(index, run(case))).collect();
    Suite { project: "recognizers", name: name.to_owned(), cases }
}
