//! `fajian check`: what was found about each report, in lines for a reader.

use std::io::{self, IsTerminal, Write};

use fajian::check::{Verdict, wording};
use fajian::report::{Check, Evidence};
use fajian::{Analysis, Report};

use crate::against;
use crate::arguments;
use crate::input::{self, File};
use crate::message::say;
use crate::{Stop, read};

/// The longest sentence that is shown whole, in characters.
const LONGEST: usize = 160;

/// Reads and checks every input; `false` when one could not be read or a check failed.
pub(crate) fn check_all(request: &arguments::Check) -> Result<bool, Stop> {
    if request.inputs.is_empty() && io::stdin().is_terminal() {
        return Err(Stop::Usage("expected a file to check, found none".to_owned()));
    }
    let found = input::find(&request.inputs);
    let mut is_fine = found.problems.is_empty();
    found.problems.iter().for_each(|problem| say(problem));
    let last_year = match &request.against {
        Some(path) => Some(read_one(path)?),
        None => None,
    };
    let mut out = io::stdout().lock();
    let mut gap = "";
    for result in found.files.iter().flat_map(|file| read(file).documents) {
        match result {
            Ok(document) => {
                let mut text = described(&document.shown, &document.analysis);
                if let Some(earlier) = &last_year {
                    against::describe(earlier, &document.analysis, &mut text);
                }
                write!(out, "{gap}{text}")
                    .map_err(|error| Stop::Write("standard output".to_owned(), error))?;
                gap = "\n";
                document.losses.iter().for_each(|loss| say(loss));
                let checks = &document.analysis.report.checks;
                is_fine &= !checks.iter().any(|it| it.verdict == Verdict::Fail);
            }
            Err(problem) => {
                say(&problem);
                is_fine = false;
            }
        }
    }
    Ok(is_fine)
}

/// The one report in a file.
fn read_one(path: &std::path::Path) -> Result<Analysis, Stop> {
    let file = File::named(path);
    let mut documents = read(&file).documents;
    match (documents.pop(), documents.is_empty()) {
        (Some(Ok(document)), true) => Ok(document.analysis),
        (Some(Err(problem)), true) => Err(Stop::Input(problem)),
        _ => {
            Err(Stop::Usage(format!("expected one report to compare with in `{}`", path.display())))
        }
    }
}

/// All that was found about a report.
fn described(shown: &str, analysis: &Analysis) -> String {
    let report = &analysis.report;
    let mut text = format!("{shown}\n");
    for (check, evidence) in report.checks.iter().zip(&analysis.evidence) {
        describe(report, check, evidence, &mut text);
    }
    if report.checks.is_empty() {
        text.push_str("  没有可以核查的内容\n");
    }
    text
}

/// One check: verdict, message, where it comes from, and the words it rests on.
fn describe(report: &Report, check: &Check, evidence: &Evidence, text: &mut String) {
    let verdict = verdict(check.verdict);
    let kind = (wording::ZH_HANS.kind)(check.kind);
    text.push_str(&format!("  [{verdict}] {kind}：{}\n", check.message));
    if check.verdict == Verdict::Ok {
        return;
    }
    text.push_str(&format!("      依据：{}\n", check.source));
    for span in &evidence.spans {
        text.push_str(&format!("      > {}\n", shortened(report.words(*span))));
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fail => "不符",
        Verdict::Warn => "存疑",
        Verdict::Unknown => "不明",
        Verdict::Ok => "相符",
    }
}

/// Words on one line, cut where they are long.
pub(crate) fn shortened(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
