//! How well reports are read, measured against gold: the project's own samples and corpus always, and the sets of real and
//! constructed reports where `FAJIAN_SHARED` names their folder.
//!
//! The scoreboards beside this file are rewritten by `FAJIAN_UPDATE=1 cargo test --test accuracy`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod board;
mod gold;
mod score;

use std::path::Path;

use fajian::source::NativeDecoder;

use board::Words;
use score::Score;

/// What a set of reports must reach.
struct Floor {
    sections: f64,
    metadata: f64,
    statistics: f64,
}

const SAMPLES: Floor = Floor { sections: 0.95, metadata: 0.95, statistics: 0.90 };
const CORPUS: Floor = Floor { sections: 0.95, metadata: 0.90, statistics: 0.85 };
const REPORTS: Floor = Floor { sections: 0.99, metadata: 0.97, statistics: 0.92 };
const CONSTRUCTED: Floor = Floor { sections: 0.95, metadata: 0.90, statistics: 0.85 };

fn score_all(folder: &Path) -> Vec<Score> {
    let cases = gold::cases(folder);
    assert!(!cases.is_empty(), "{}: no gold", folder.display());
    score_cases(&cases)
}

fn score_cases(cases: &[gold::Case]) -> Vec<Score> {
    cases
        .iter()
        .map(|case| {
            let analysis = fajian::analyze(&case.bytes, &case.stem, &NativeDecoder).unwrap();
            score::score(case, &analysis.report)
        })
        .collect()
}

#[track_caller]
fn check_floor(title: &str, scores: &[Score], floor: &Floor) {
    let total = board::total(scores);
    for (what, reached, least) in [
        ("sections F1", total.sections_f1(), floor.sections),
        ("metadata", total.metadata_share(), floor.metadata),
        ("statistics F1", total.statistics_f1(), floor.statistics),
    ] {
        assert!(reached >= least, "{title}: {what} is {reached:.3}, below {least}");
    }
}

fn own(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn samples_are_read_as_well_as_before() {
    let scores = score_all(&own("samples"));
    board::compare(
        &own("tests/accuracy/samples.txt"),
        &board::write("samples", &scores, Words::Shown),
    );
    check_floor("samples", &scores, &SAMPLES);
}

#[test]
fn the_corpus_is_read_as_well_as_before() {
    let scores = score_cases(&gold::corpus(&own("tests/corpus")));
    board::compare(
        &own("tests/accuracy/corpus.txt"),
        &board::write("corpus", &scores, Words::Shown),
    );
    check_floor("corpus", &scores, &CORPUS);
}

#[test]
fn shared_reports_are_read_as_well_as_before() {
    let Some(folder) = std::env::var_os("FAJIAN_SHARED") else {
        println!("left out: FAJIAN_SHARED is not set, the shared reports are not scored");
        return;
    };
    let reports = score_all(&Path::new(&folder).join("reports"));
    let constructed = score_all(&Path::new(&folder).join("constructed"));
    let text = board::write("real reports", &reports, Words::LeftOut)
        + "\n\n"
        + &board::write("constructed reports", &constructed, Words::LeftOut);
    board::compare(&own("tests/accuracy/shared.txt"), &text);
    check_floor("real reports", &reports, &REPORTS);
    check_floor("constructed reports", &constructed, &CONSTRUCTED);
}
