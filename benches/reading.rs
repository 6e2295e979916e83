//! How fast reports are read: MB/s per stage, and whether time grows with length only.
//!
//! `cargo xtask bench` runs this and writes `benches/scoreboard.txt`. Texts: the samples, and with `FAJIAN_SHARED` the
//! reports there; both also put together to 20 MB. `cargo bench --bench reading -- STAGE FILE` runs one stage once, for
//! tools that count instructions; `-- best FILE...` prints milliseconds, for the comparison with other readers.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock; it does not run in a browser"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fajian::source::{NativeDecoder, Source};
use fajian::{document, report, source, statistic, text};
use mimalloc::MiMalloc;

/// As in the command line.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The length of a large text, in bytes.
const LARGE: usize = 20_000_000;
/// How long each measurement goes on at least.
const PATIENCE: Duration = Duration::from_millis(1500);
/// Lengths that must take proportionate time, in bytes.
const GROWTH: [usize; 4] = [8_000_000, 16_000_000, 32_000_000, 64_000_000];

/// The stages, each with all before it.
const STAGES: [&str; 5] = ["source", "normalize", "document", "statistic", "whole"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.as_slice() {
        [best, files @ ..] if best == "best" => print!("{}", best_times(files)),
        [stage, file] => run_once(stage, Path::new(file)),
        _ => print!("{}", measure_all()),
    }
}

/// Runs a stage, and what it builds on, once.
fn run_once(stage: &str, file: &Path) {
    let bytes = std::fs::read(file).expect("the file can be read");
    run(stage, &bytes);
}

/// One line a file: milliseconds of the best of five runs, of reading its text and of the whole analysis.
fn best_times(files: &[String]) -> String {
    let mut out = String::new();
    for file in files {
        let bytes = std::fs::read(file).expect("the file can be read");
        let [text, whole] = ["source", "whole"].map(|stage| {
            let times = (0..5).map(|_| {
                let start = Instant::now();
                run(stage, &bytes);
                start.elapsed()
            });
            times.min().unwrap_or_default().as_secs_f64() * 1e3
        });
        let _ = writeln!(out, "{text:.3} {whole:.3}");
    }
    out
}

fn run(stage: &str, bytes: &[u8]) {
    let read = || source::read(bytes, &NativeDecoder).expect("a text");
    match stage {
        "nothing" => {}
        "source" => drop(black_box(read())),
        "normalize" => drop(black_box(text::normalize::normalize(&read().text))),
        "document" => drop(black_box(document::parse(&read(), &mut Vec::new()))),
        "statistic" | "whole" => {
            drop(black_box(report::analyze(bytes, "report.txt", &NativeDecoder)));
        }
        other => panic!("no such stage: {other}; stages are {STAGES:?}"),
    }
}

fn measure_all() -> String {
    let mut out = String::new();
    for (name, reports) in texts() {
        let all: Vec<u8> = reports.concat();
        let large = all.repeat(LARGE.div_ceil(all.len()));
        let _ = writeln!(out, "{name}: {} texts, {} bytes", reports.len(), all.len());
        let _ = writeln!(out, "  {:<12}{:>16}{:>16}", "stage", "one by one MB/s", "20 MB MB/s");
        for (stage, [small, big]) in STAGES.iter().zip(stages(&reports, &large)) {
            let _ = writeln!(out, "  {stage:<12}{small:>16.0}{big:>16.0}");
        }
        if name == "samples" {
            continue;
        }
        let times = GROWTH.map(|len| whole_time(&all.repeat(len.div_ceil(all.len()))));
        let ratios: Vec<String> = times
            .windows(2)
            .map(|pair| format!("{:.2}", pair[1].as_secs_f64() / pair[0].as_secs_f64()))
            .collect();
        let _ = writeln!(out, "  time for 2n against n, 8 to 64 MB: {}", ratios.join(" "));
    }
    out
}

/// The best of three runs over a text.
fn whole_time(bytes: &[u8]) -> Duration {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            run("whole", bytes);
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// MB/s of each stage by itself, for the reports one by one and for the large text.
fn stages(reports: &[Vec<u8>], large: &[u8]) -> [[f64; 2]; STAGES.len()] {
    let large = [large.to_vec()];
    let of = |texts: &[Vec<u8>]| {
        let sources: Vec<Source> =
            texts.iter().map(|it| source::read(it, &NativeDecoder).expect("a text")).collect();
        let documents: Vec<_> =
            sources.iter().map(|it| document::parse(it, &mut Vec::new())).collect();
        let n_bytes: usize = texts.iter().map(Vec::len).sum();
        let speed = |work: &mut dyn FnMut()| rate(n_bytes, work);
        [
            speed(&mut || texts.iter().for_each(|it| run("source", it))),
            speed(&mut || {
                sources.iter().for_each(|it| drop(black_box(text::normalize::normalize(&it.text))));
            }),
            speed(&mut || {
                sources.iter().for_each(|it| drop(black_box(document::parse(it, &mut Vec::new()))));
            }),
            speed(&mut || {
                documents.iter().zip(&sources).for_each(|(document, source)| {
                    let mut diagnostics = Vec::new();
                    let found = statistic::extract(document, &source.text, &mut diagnostics);
                    drop(black_box((found, diagnostics)));
                });
            }),
            speed(&mut || texts.iter().for_each(|it| run("whole", it))),
        ]
    };
    let (small, big) = (of(reports), of(&large));
    std::array::from_fn(|index| [small[index], big[index]])
}

/// MB/s at which `work` goes through `n_bytes`: of its fastest run.
fn rate(n_bytes: usize, work: &mut dyn FnMut()) -> f64 {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < PATIENCE {
        let run = Instant::now();
        work();
        best = best.min(run.elapsed());
    }
    n_bytes as f64 / 1e6 / best.as_secs_f64()
}

/// Groups of texts by name.
fn texts() -> Vec<(&'static str, Vec<Vec<u8>>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let shared = std::env::var_os("FAJIAN_SHARED").map(PathBuf::from);
    let mut groups = vec![("samples", texts_in(&own))];
    match shared {
        Some(shared) => groups.push(("reports", texts_in(&shared.join("reports")))),
        None => eprintln!("FAJIAN_SHARED is not set: the real reports are left out"),
    }
    groups
}

fn texts_in(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("the text is there")).collect()
}
