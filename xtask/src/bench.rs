//! `bench`: how fast reports are read, as instructions where they can be counted, and as time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::setup::cargo;
use crate::step::{Failure, Outcome, captured, output_of, say, timed};

/// The stages that `benches/reading.rs` runs, each with all before it, and what each adds.
const STAGES: [(&str, &str); 5] = [
    ("nothing", ""),
    ("source", "source"),
    ("normalize", "text"),
    ("document", "document"),
    ("whole", "statistic"),
];

/// How many times the text is repeated to tell what each byte costs from what is done once.
const TIMES: u64 = 8;

/// Runs the benchmark of the checkout at `root` and writes `benches/scoreboard.txt`.
///
/// # Errors
/// When it does not build or run, or the scoreboard cannot be written.
pub fn bench(root: &Path) -> Outcome {
    let program = timed("building the benchmark", || build(root))?;
    let (name, texts) = texts(root)?;
    let mut board = String::from(
        "How fast plain-text reports are read, on one core; `cargo xtask bench` writes this.\n",
    );
    if has_valgrind() {
        let counts = timed("counting instructions", || counts(root, &program, &texts))?;
        let _ = writeln!(board, "\nInstructions, {name} put together:\n\n{counts}");
    } else {
        say("without valgrind no instructions are counted");
    }
    let speeds =
        timed("measuring time, half a minute", || captured(Command::new(&program).arg("--bench")))?;
    let _ = write!(board, "\nTime, best of several runs on {}:\n\n{speeds}", machine());
    let place = root.join("benches/scoreboard.txt");
    std::fs::write(&place, &board)
        .map_err(|error| format!("{} cannot be written: {error}", place.display()))?;
    print!("\n{board}");
    Ok(())
}

/// Builds the benchmark and gives the program.
fn build(root: &Path) -> Outcome<PathBuf> {
    let mut command = cargo();
    command.args(["bench", "--bench", "reading", "--no-run", "--message-format", "json"]);
    let messages = captured(command.current_dir(root).stderr(Stdio::inherit()))?;
    let program = messages
        .lines()
        .filter(|line| line.contains(r#""name":"reading""#))
        .find_map(|line| line.split_once(r#""executable":""#)?.1.split('"').next());
    program.map(PathBuf::from).ok_or(Failure("cargo built no benchmark".to_owned()))
}

/// The texts to count with, put together, and what they are.
fn texts(root: &Path) -> Outcome<(&'static str, Vec<u8>)> {
    let shared = std::env::var_os("FAJIAN_SHARED").map(PathBuf::from);
    let (name, folder) = match shared {
        Some(shared) => ("the real reports", shared.join("reports")),
        None => ("the samples", root.join("samples")),
    };
    let failed = |error| format!("{} cannot be read: {error}", folder.display());
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .map_err(failed)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let texts: Result<Vec<_>, _> = paths.iter().map(std::fs::read).collect();
    Ok((name, texts.map_err(failed)?.concat()))
}

fn has_valgrind() -> bool {
    output_of(Command::new("valgrind").arg("--version")).is_some()
}

/// A table of instructions per byte and once, for each stage.
fn counts(root: &Path, program: &Path, texts: &[u8]) -> Outcome<String> {
    let folder = root.join("target/bench");
    let file = |times: u64| folder.join(format!("{times}.txt"));
    let written = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(file(1), texts))
        .and_then(|()| std::fs::write(file(TIMES), texts.repeat(TIMES as usize)));
    written.map_err(|error| format!("{} cannot be written: {error}", folder.display()))?;
    let n_bytes = texts.len() as f64;
    let mut rows: Vec<(&str, f64, f64)> = Vec::new();
    for (stage, adds) in STAGES {
        let once = count(program, stage, &file(1))? as f64;
        let often = count(program, stage, &file(TIMES))? as f64;
        let each = (often - once) / ((TIMES - 1) as f64 * n_bytes);
        rows.push((adds, each, once - each * n_bytes));
    }
    let mut table = format!("  {:<12}{:>16}{:>16}\n", "stage", "per byte", "once, millions");
    for pair in rows.windows(2) {
        let (each, once) = (pair[1].1 - pair[0].1, pair[1].2 - pair[0].2);
        let _ = writeln!(table, "  {:<12}{each:>16.1}{:>16.2}", pair[1].0, once / 1e6);
    }
    if let [first, .., last] = rows[..] {
        let (each, once) = (last.1 - first.1, last.2 - first.2);
        let _ = write!(table, "  {:<12}{each:>16.1}{:>16.2}", "all", once / 1e6);
    }
    Ok(table)
}

/// How many instructions a stage takes for a file.
fn count(program: &Path, stage: &str, file: &Path) -> Outcome<u64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command.arg(program).arg(stage).arg(file);
    let output = command.output().map_err(|error| format!("valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let counted = said.split_once("Collected :").and_then(|(_, rest)| {
        rest.split_whitespace().next().and_then(|number| number.parse().ok())
    });
    counted.ok_or_else(|| Failure(format!("valgrind counted nothing:\n{said}")))
}

/// The machine in neutral words.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "one core of a {cores}-core {} machine, {}",
        std::env::consts::ARCH,
        std::env::consts::OS
    )
}
