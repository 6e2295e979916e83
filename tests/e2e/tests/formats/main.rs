//! One report in every format that reports come in, written by real programs: each gives what the text gives.

mod agreement;
mod cuts;
mod packed;

use std::path::PathBuf;
use std::sync::LazyLock;

use fajian::source::NativeDecoder;
use fajian::{Analysis, analyze};
use fajian_e2e::{Edition, Manuscript, checkout, editions};

/// The fictional samples, and one of the fictional reports with tables.
static MANUSCRIPTS: LazyLock<Vec<Manuscript>> = LazyLock::new(|| {
    let sample = |name| Manuscript::read(&checkout().join(format!("samples/{name}.txt")), name);
    let tables = checkout().join("tests/corpus/ecology-2024-tables/input.txt");
    vec![
        sample("dense"),
        sample("silent"),
        sample("traditional"),
        Manuscript::read(&tables, "tables"),
    ]
});

/// All of them in every format; made once, as starting the programs takes most of the time.
static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("formats");
    editions(&MANUSCRIPTS, &folder)
});

/// What the core reads in a file.
#[track_caller]
fn read(bytes: &[u8], name: &str) -> Analysis {
    analyze(bytes, name, &NativeDecoder).unwrap_or_else(|error| panic!("{name}: {error}"))
}
