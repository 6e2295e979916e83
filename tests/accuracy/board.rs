//! The scoreboard: what is right and wrong today, as a file that every change of it shows.

use std::fmt::Write;
use std::path::Path;

use crate::score::{Counts, Fault, Score, share};

/// Whether words of the reports may be printed: not of real ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Shown,
    LeftOut,
}

/// The sum over reports.
pub(crate) fn total(scores: &[Score]) -> Counts {
    let mut total = Counts::default();
    for score in scores {
        total.add(&score.counts);
    }
    total
}

/// The scores of one set of reports, then everything that is wrong.
pub(crate) fn write(title: &str, scores: &[Score], words: Words) -> String {
    let mut board = format!("{title}\n\n");
    board.push_str(
        "report                    stat P      R     F1    ind  canon   attr  sec F1   meta\n",
    );
    for score in scores {
        write_row(&mut board, &score.stem, &score.counts);
    }
    write_row(&mut board, "TOTAL", &total(scores));
    for score in scores.iter().filter(|score| !score.faults.is_empty()) {
        let _ = write!(board, "\n{}\n", score.stem);
        for fault in &score.faults {
            let _ = writeln!(board, "  {}", describe(fault, words));
        }
    }
    board
}

fn write_row(board: &mut String, stem: &str, counts: &Counts) {
    let _ = writeln!(
        board,
        "{stem:<25} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3}  {:>6.3} {:>6.3}",
        share(counts.found, counts.found + counts.extra),
        share(counts.found, counts.found + counts.missing),
        counts.statistics_f1(),
        share(counts.named, counts.found.max(1)),
        share(counts.canonical, counts.canonical_wanted.max(1)),
        share(counts.attributes, counts.found.max(1)),
        counts.sections_f1(),
        counts.metadata_share(),
    );
}

fn describe(fault: &Fault, words: Words) -> String {
    let figure =
        |topic: &str, indicator: &str, value: Option<f64>, unit: Option<&str>, quote: &str| {
            let value = value.map_or_else(|| "-".to_owned(), |value| value.to_string());
            let unit = unit.unwrap_or("-");
            match words {
                Words::Shown => {
                    format!("{topic} {indicator} {value} {unit} | {}", quote.replace('\n', " "))
                }
                Words::LeftOut => format!("{topic} {indicator} {value} {unit}"),
            }
        };
    let heading = |level: u8, number: &str, heading: &str| match words {
        Words::Shown => format!("{level} {number} {heading}"),
        Words::LeftOut => format!("{level} {number}"),
    };
    match fault {
        Fault::Missing { topic, indicator, value, unit, quote } => {
            format!("missing    {}", figure(topic, indicator, *value, unit.as_deref(), quote))
        }
        Fault::Extra { topic, indicator, value, unit, quote } => {
            format!("extra      {}", figure(topic, indicator, *value, unit.as_deref(), quote))
        }
        Fault::Attributes { indicator, value, differences } => {
            let value = value.map_or_else(|| "-".to_owned(), |value| value.to_string());
            format!("differs    {indicator} {value}: {}", differences.join(", "))
        }
        Fault::SectionMissing { level, number, heading: words } => {
            format!("no section {}", heading(*level, number, words))
        }
        Fault::SectionExtra { level, number, heading: words } => {
            format!("a section  {}", heading(*level, number, words))
        }
        Fault::Metadata { key, wanted, found } => match words {
            Words::Shown => format!("metadata   {key}: expected `{wanted}`, found `{found}`"),
            Words::LeftOut => format!("metadata   {key}"),
        },
    }
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
        "{} has changed:\n{}\nIf this is meant: FAJIAN_UPDATE=1 cargo test --test accuracy",
        path.display(),
        difference(&committed, board)
    );
}

/// The lines that only one of the two has.
fn difference(before: &str, after: &str) -> String {
    let only = |sign: char, of: &str, other: &str| -> String {
        let others: Vec<_> = other.lines().collect();
        let lines = of.lines().filter(|line| !others.contains(line));
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    only('-', before, after) + &only('+', after, before)
}
