//! The scoreboard: what passes today, as a file that every change of it shows.

use std::fmt::Write;
use std::path::Path;

use crate::suite::Suite;

/// Counts of each suite, then the cases that fail; their words stay out of it.
pub(crate) fn write(suites: &[Suite]) -> String {
    let mut board = "suite                                    passed  fitting  total\n".to_owned();
    for suite in suites {
        let (passed, fitting, total) = (suite.passed(), suite.fitting(), suite.total());
        let name = format!("{} {}", suite.project, suite.name);
        let _ = writeln!(board, "{name:<40} {passed:>6} {fitting:>8} {total:>6}");
    }
    let mut projects: Vec<&str> = suites.iter().map(|suite| suite.project).collect();
    projects.dedup();
    for project in projects {
        let sum = |count: fn(&Suite) -> usize| -> usize {
            suites.iter().filter(|suite| suite.project == project).map(count).sum()
        };
        let (passed, fitting, total) = (sum(Suite::passed), sum(Suite::fitting), sum(Suite::total));
        let name = format!("{project} TOTAL");
        let _ = writeln!(
            board,
            "{name:<40} {passed:>6} {fitting:>8} {total:>6}  {:.1} % of the fitting",
            100.0 * passed as f64 / fitting.max(1) as f64
        );
    }
    for suite in suites {
        for case in suite.cases.iter().filter(|case| !case.is_skipped && case.fault.is_some()) {
            let _ = writeln!(board, "fails  {} {}", suite.name, case.id);
        }
    }
    board
}

/// Compares a scoreboard with the committed one, or replaces that when `FAJIAN_UPDATE` is set.
#[track_caller]
pub(crate) fn compare(path: &Path, board: &str) {
    if std::env::var_os("FAJIAN_UPDATE").is_some() {
        std::fs::write(path, board).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == board,
        "{} has changed, it is now:\n{board}\nIf this is meant: FAJIAN_UPDATE=1 cargo test --test peers",
        path.display(),
    );
}
