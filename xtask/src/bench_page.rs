//! `bench page`: how long the built page keeps a reader waiting, and what Lighthouse finds in it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::server::{Server, Site};
use crate::setup;
use crate::step::{Outcome, captured, say, timed};

/// How Lighthouse sees the page: the name, and what it is told.
const WAYS: [(&str, &[&str]); 2] =
    [("phone, slow network", &[]), ("desktop", &["--preset=desktop"])];

/// What of its answer goes into the scoreboard.
const CATEGORIES: [&str; 3] = ["performance", "accessibility", "best-practices"];
const AUDITS: [&str; 4] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
];

/// Measures the page in `dist` and writes `benches/page.txt`; `bench` is the program that drives it.
///
/// # Errors
/// When a tool is missing or fails, or the scoreboard cannot be written.
pub fn bench_page(root: &Path, dist: &Path, bench: &mut Command) -> Outcome {
    let mut board = String::from(
        "How long the built page keeps a reader waiting; `cargo xtask bench page` writes this.\n\n\
         Figures are dropped to be read; tasks are those of the page's own thread, in its own time.\n\n",
    );
    board += &timed("measuring the page, some minutes", || captured(bench))?;
    board += &timed("Lighthouse, a minute", || lighthouse(dist))?;
    let place = root.join("benches/page.txt");
    std::fs::write(&place, &board)
        .map_err(|error| format!("{} cannot be written: {error}", place.display()))?;
    print!("\n{board}");
    say(&format!("{} is written", place.display()));
    Ok(())
}

/// What Lighthouse says of the page, sent packed as sites send it.
fn lighthouse(dist: &Path) -> Outcome<String> {
    let script = setup::lighthouse()?;
    let chrome = setup::browser()?.chrome;
    let server = Server::start(Site::new(dist).packed(), 0).map_err(|error| error.to_string())?;
    let mut table = format!("\n  {:<44}", "Lighthouse");
    let mut columns = Vec::new();
    for (name, options) in WAYS {
        let _ = write!(table, "{name:>22}");
        let mut command = Command::new("node");
        command.arg(&script).arg(server.url()).args(options).env("CHROME_PATH", &chrome);
        command.args(["--quiet", "--output=csv", "--output-path=stdout"]);
        command.arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu");
        command.arg(format!("--only-categories={}", CATEGORIES.join(",")));
        columns.push(captured(&mut command)?);
    }
    server.stop();
    let mut row = |name: &str, read: &dyn Fn(&str) -> Option<String>| {
        let _ = write!(table, "\n  {name:<44}");
        for column in &columns {
            let _ = write!(table, "{:>22}", read(column).unwrap_or_default());
        }
    };
    for category in CATEGORIES {
        row(category, &|answer| score(answer, category));
    }
    for audit in AUDITS {
        row(audit, &|answer| shown(answer, audit));
    }
    Ok(table + "\n")
}

/// The score of a category of 100.
fn score(answer: &str, category: &str) -> Option<String> {
    let start = format!("\"{category}\",\"");
    let rest = answer.lines().find_map(|line| line.strip_prefix(&start))?;
    let score: f64 = rest.trim_end_matches('"').parse().ok()?;
    Some(format!("{:.0}", score * 100.0))
}

/// What an audit measured.
fn shown(answer: &str, audit: &str) -> Option<String> {
    let name = format!("\",\"{audit}\",\"");
    let rest = answer.lines().find_map(|line| line.split_once(&name))?.1;
    rest.split("\",\"").nth(1).map(|value| value.replace('\u{a0}', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_and_measures_are_taken_from_the_answer() {
        let answer = "category,score\n\"performance\",\"0.97\"\n\ncategory,audit,score,displayValue,description\n\
            \"performance\",\"total-blocking-time\",\"0.99\",\"80\u{a0}ms\",\"Sum of all, \"\"time\"\"\"\n";
        assert_eq!(score(answer, "performance").as_deref(), Some("97"));
        assert_eq!(score(answer, "accessibility"), None);
        assert_eq!(shown(answer, "total-blocking-time").as_deref(), Some("80 ms"));
        assert_eq!(shown(answer, "speed-index"), None);
    }
}
