//! What single sentences are to give, as pairs that can be read: `tests/spec/*.txt`.
//!
//! A pair is a block of lines: the text, then one line for each figure:
//!
//! ```text
//! 全年受理信访事项160件，同比下降8.6%，办结158件。
//! → petition | 信访总量 | 160 件 | down 8.6 %
//! → petition | 信访办结 | 158 件 | < 信访总量
//! ```
//!
//! `→ nothing` stands for no figure, `⇢` for one that may be left out, `*` or `a/b` for any of several names, `-` for a
//! figure of which only the change is stated, `~over` for an approximation, `?` before a name for free wording, of
//! which most characters are to be shared. `\t` is a tab. Lines with `#` are comments.
//!
//! Pairs that fail stay in the files: `tests/spec/scoreboard.txt` lists them, and
//! `FAJIAN_UPDATE=1 cargo test --test spec` rewrites it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use fajian::source::NativeDecoder;
use fajian::statistic::Statistic;

/// Pairs that were right before; a lower count is a fault even when the scoreboard was rewritten.
const LEAST_SHARE: f64 = 0.95;

/// A text and its figures.
struct Pair {
    text: String,
    wanted: Vec<Wanted>,
}

/// One figure that a text is to give, or may give.
struct Wanted {
    /// As written in the file, for the scoreboard.
    line: String,
    is_optional: bool,
    topic: String,
    indicator: String,
    value: Option<f64>,
    unit: String,
    approximation: String,
    change: String,
    parent: String,
}

#[test]
fn sentences_give_their_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let (mut n_right, mut n_pairs) = (0, 0);
    let (mut counts, mut faults) = (String::new(), String::new());
    for path in files(&folder) {
        let pairs = read(&path);
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let wrong: Vec<String> = pairs.iter().filter_map(fault).collect();
        let right = pairs.len() - wrong.len();
        let _ = writeln!(counts, "{stem:<20} {right:>4} of {:>4}", pairs.len());
        for fault in wrong {
            let _ = write!(faults, "\n{stem}: {fault}");
        }
        n_right += right;
        n_pairs += pairs.len();
    }
    let board = format!("{counts}{:<20} {n_right:>4} of {n_pairs:>4}\n{faults}", "TOTAL");
    compare(&folder.join("scoreboard.txt"), &board);
    let share = f64::from(n_right.to_string().parse::<u32>().unwrap())
        / f64::from(n_pairs.to_string().parse::<u32>().unwrap());
    assert!(share >= LEAST_SHARE, "only {n_right} of {n_pairs} pairs are right");
}

/// The files with pairs, sorted by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of pairs is there")
        .map(|entry| entry.expect("the folder is readable").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "scoreboard"))
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Vec<Pair> {
    let source = std::fs::read_to_string(path).expect("pairs are readable");
    let mut pairs = Vec::new();
    for block in source.split("\n\n") {
        let lines: Vec<&str> =
            block.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        let is_figure = |line: &&str| line.starts_with('→') || line.starts_with('⇢');
        let text: Vec<&str> = lines.iter().copied().filter(|line| !is_figure(line)).collect();
        let figures: Vec<&str> = lines.iter().copied().filter(is_figure).collect();
        let place = format!("{}: {}", path.display(), text.join(" "));
        assert!(
            !text.is_empty() && !figures.is_empty(),
            "{place}: a text and figures belong together"
        );
        let wanted = match figures[..] {
            ["→ nothing"] => Vec::new(),
            _ => figures.iter().map(|line| parse(line, &place)).collect(),
        };
        pairs.push(Pair { text: text.join("\n").replace("\\t", "\t"), wanted });
    }
    pairs
}

fn parse(line: &str, place: &str) -> Wanted {
    let is_optional = line.starts_with('⇢');
    let rest = line.trim_start_matches(['→', '⇢', ' ']);
    let mut fields = rest.split(" | ").map(str::trim);
    let mut next = || fields.next().unwrap_or_else(|| panic!("{place}: `{line}` is too short"));
    let (topic, indicator, amount) = (next(), next(), next());
    let (value, unit) = amount.split_once(' ').unwrap_or((amount, ""));
    let mut wanted = Wanted {
        line: rest.to_owned(),
        is_optional,
        topic: topic.to_owned(),
        indicator: indicator.to_owned(),
        value: (value != "-").then(|| value.parse().unwrap_or_else(|_| panic!("{place}: {value}"))),
        unit: unit.to_owned(),
        approximation: String::new(),
        change: String::new(),
        parent: String::new(),
    };
    for field in fields {
        if let Some(approximation) = field.strip_prefix('~') {
            wanted.approximation = approximation.to_owned();
        } else if let Some(parent) = field.strip_prefix("< ") {
            wanted.parent = parent.to_owned();
        } else {
            let is_change = ["up", "down", "flat"].iter().any(|word| field.starts_with(word));
            assert!(is_change, "{place}: `{field}` is not understood");
            wanted.change = field.to_owned();
        }
    }
    wanted
}

/// What is wrong with the reading of a pair, in lines.
fn fault(pair: &Pair) -> Option<String> {
    let analysis =
        fajian::analyze(pair.text.as_bytes(), "pair.txt", &NativeDecoder).expect("text is read");
    let mut found: Vec<&Statistic> = analysis.report.statistics.iter().collect();
    let mut missing = Vec::new();
    for wanted in &pair.wanted {
        match found.iter().position(|found| agrees(found, wanted)) {
            Some(place) => {
                found.remove(place);
            }
            None if wanted.is_optional => {}
            None => missing.push(&wanted.line),
        }
    }
    if found.is_empty() && missing.is_empty() {
        return None;
    }
    let mut lines = format!("{}\n", pair.text.replace('\n', " / "));
    for line in missing {
        let _ = writeln!(lines, "  wanted {line}");
    }
    for figure in found {
        let _ = writeln!(lines, "  found  {}", show(figure));
    }
    Some(lines)
}

fn agrees(found: &Statistic, wanted: &Wanted) -> bool {
    let is_one_of = |names: &str, name: &str| {
        names == "*" || names == name || names.split('/').any(|one| one == name)
    };
    let indicator = match wanted.indicator.strip_prefix('?') {
        Some(words) => shares(&found.label, words) || shares(&found.indicator, words),
        None if found.canonical => is_one_of(&wanted.indicator, &found.indicator),
        None => false,
    };
    let unit = found.unit.as_deref().unwrap_or_default();
    let is_zero = wanted.value == Some(0.0) && wanted.unit.is_empty();
    let value = match (found.value, wanted.value) {
        (Some(found), Some(wanted)) => (found - wanted).abs() <= 1e-9 * wanted.abs(),
        (found, wanted) => found.is_none() && wanted.is_none(),
    };
    indicator
        && value
        && is_one_of(&wanted.topic, &name(&found.topic))
        && (is_zero || wanted.value.is_none() || is_one_of(&wanted.unit, unit))
        && approximation(found) == wanted.approximation
        && change(found) == wanted.change
        && is_one_of(&wanted.parent, found.parent.as_deref().unwrap_or_default())
}

/// Whether at least half of the shorter one's characters stand in the longer one.
fn shares(left: &str, right: &str) -> bool {
    let (short, long) =
        if left.chars().count() < right.chars().count() { (left, right) } else { (right, left) };
    let common = short.chars().filter(|char| long.contains(*char)).count();
    2 * common >= short.chars().count() && common > 0
}

fn approximation(figure: &Statistic) -> String {
    figure.approximation.as_ref().map(name).unwrap_or_default()
}

fn change(figure: &Statistic) -> String {
    let Some(change) = &figure.change else { return String::new() };
    let mut words = name(&change.direction);
    if let Some(value) = change.value {
        let _ = write!(words, " {value} {}", change.unit.as_deref().unwrap_or_default());
    }
    if let Some(from) = change.from {
        let _ = write!(words, " from {from}");
    }
    words
}

fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("a name is JSON").as_str().unwrap_or_default().to_owned()
}

/// A figure as the files write it.
fn show(figure: &Statistic) -> String {
    let value = figure.value.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let mark = if figure.canonical { "" } else { "?" };
    let unit = figure.unit.as_deref().unwrap_or_default();
    let mut line = format!("{} | {mark}{} | {value} {unit}", name(&figure.topic), figure.indicator);
    for (sign, words) in [("~", approximation(figure)), ("", change(figure))] {
        if !words.is_empty() {
            let _ = write!(line, " | {sign}{words}");
        }
    }
    if let Some(parent) = &figure.parent {
        let _ = write!(line, " | < {parent}");
    }
    line.trim_end().to_owned()
}

/// Compares the scoreboard with the committed one, or replaces that when `FAJIAN_UPDATE` is set.
fn compare(path: &Path, board: &str) {
    if std::env::var_os("FAJIAN_UPDATE").is_some() {
        std::fs::write(path, board).expect("the scoreboard is writable");
        return;
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    let only = |sign: char, of: &str, other: &str| -> String {
        let others: Vec<_> = other.lines().collect();
        of.lines()
            .filter(|line| !others.contains(line))
            .map(|line| format!("{sign} {line}\n"))
            .collect()
    };
    assert!(
        committed == board,
        "{} has changed:\n{}{}\nIf this is meant: FAJIAN_UPDATE=1 cargo test --test spec",
        path.display(),
        only('-', &committed, board),
        only('+', board, &committed)
    );
}
