//! The list of skipped cases: `suite | cases | reason`, a case by its number or name, 3-7 for a row of them.

use std::fs;
use std::path::Path;

use crate::suite::Suite;

/// Marks the cases that the list at `path` names. A line that names no case is a mistake.
pub(crate) fn apply(path: &Path, suites: &mut [Suite]) {
    let list = fs::read_to_string(path).unwrap();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [name, cases, reason] = parts[..] else { panic!("skip.txt: {line}") };
        assert!(!reason.is_empty(), "skip.txt: no reason: {line}");
        let suite = suites.iter_mut().find(|suite| suite.name == name);
        let suite = suite.unwrap_or_else(|| panic!("skip.txt: no suite {name}"));
        for id in cases.split_whitespace().flat_map(row) {
            let case = suite.cases.iter_mut().find(|case| case.id == id);
            let case = case.unwrap_or_else(|| panic!("skip.txt: {name} has no case {id}"));
            assert!(!case.is_skipped, "skip.txt: {name} {id} is named twice");
            case.is_skipped = true;
        }
    }
}

fn row(words: &str) -> Vec<String> {
    let ends = words.split_once('-').and_then(|(first, last)| {
        Some((first.parse::<usize>().ok()?, last.parse::<usize>().ok()?))
    });
    match ends {
        Some((first, last)) => (first..=last).map(|id| id.to_string()).collect(),
        None => vec![words.to_owned()],
    }
}
