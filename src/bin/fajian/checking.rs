//! `fajian check`: what was found about each report, in lines for a reader.

use std::io::{self, IsTerminal, Write};

use fajian::check::{Verdict, wording};
use fajian::report::{Check, Evidence};
use fajian::{Analysis, Report};

use crate::against;
use crate::arguments;
use crate::input::{self, File};
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
    for problem in &found.problems {
        eprintln!("fajian: {problem}");
    }
    let last_year = match &request.against {
        Some(path) => Some(read(&File::named(path)).map_err(Stop::Input)?),
        None => None,
    };
    let mut out = io::stdout().lock();
    for (index, file) in found.files.iter().enumerate() {
        match read(file) {
            Ok(analysis) => {
                let mut text = described(file, &analysis);
                if let Some(earlier) = &last_year {
                    against::describe(earlier, &analysis, &mut text);
                }
                let gap = if index > 0 { "\n" } else { "" };
                write!(out, "{gap}{text}")
                    .map_err(|error| Stop::Write("standard output".to_owned(), error))?;
                is_fine &= !analysis.report.checks.iter().any(|it| it.verdict == Verdict::Fail);
            }
            Err(problem) => {
                eprintln!("fajian: {problem}");
                is_fine = false;
            }
        }
    }
    Ok(is_fine)
}

/// All that was found about a report.
fn described(file: &File, analysis: &Analysis) -> String {
    let report = &analysis.report;
    let mut text = format!("{}\n", file.shown);
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
    let kind = wording::kind(check.kind);
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
