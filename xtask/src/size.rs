//! What a visitor downloads: the size of each file of the built page, plain and compressed.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::step::Outcome;

/// The first load, HTML and CSS and JS and wasm, stays below this many bytes with brotli.
///
/// The aim is 300,000; the limit keeps it from growing further until it is met again.
pub const FIRST_LOAD_BUDGET: usize = 307_000;

/// What a first visit downloads besides `index.html`, where that names it.
const FIRST_LOAD_TYPES: [&str; 3] = ["css", "js", "wasm"];

/// Brotli's best quality, with its usual window.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;

/// A file of the built page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Its path in the folder, parts joined by `/`.
    pub path: String,
    /// Bytes as they lie there.
    pub raw: usize,
    /// Bytes with gzip at its best.
    pub gzip: usize,
    /// Bytes with brotli at its best.
    pub brotli: usize,
    /// Whether opening the page downloads it.
    pub is_first_load: bool,
}

/// Weighs every file under `dist`, sorted by path.
///
/// # Errors
/// When the folder or a file in it cannot be read, or has no `index.html`.
pub fn weigh(dist: &Path) -> Outcome<Vec<Weight>> {
    let index = std::fs::read_to_string(dist.join("index.html")).map_err(|error| {
        format!("{}: {error}; `cargo xtask dist` builds it", dist.join("index.html").display())
    })?;
    let mut files = Vec::new();
    collect(dist, &mut files)?;
    files.sort();
    files.iter().map(|file| weigh_file(dist, file, &index)).collect()
}

/// Prints the table, and fails when the first load is over [`FIRST_LOAD_BUDGET`].
///
/// # Errors
/// When it is.
pub fn report(weights: &[Weight]) -> Outcome {
    println!("{:>12} {:>10} {:>10}   file (* first load)", "raw", "gzip", "brotli");
    for weight in weights {
        let mark = if weight.is_first_load { "*" } else { " " };
        println!(
            "{:>12} {:>10} {:>10} {mark} {}",
            weight.raw, weight.gzip, weight.brotli, weight.path
        );
    }
    let first = |bytes: fn(&Weight) -> usize| -> usize {
        weights.iter().filter(|weight| weight.is_first_load).map(bytes).sum()
    };
    let brotli = first(|weight| weight.brotli);
    println!(
        "{:>12} {:>10} {brotli:>10} * first load, bytes",
        first(|weight| weight.raw),
        first(|weight| weight.gzip)
    );
    if brotli > FIRST_LOAD_BUDGET {
        return Err(format!(
            "the first load is {brotli} bytes with brotli; at most {FIRST_LOAD_BUDGET} are allowed"
        )
        .into());
    }
    println!("    the first load is within its budget of {FIRST_LOAD_BUDGET} bytes with brotli");
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn weigh_file(dist: &Path, file: &Path, index: &str) -> Outcome<Weight> {
    let unreadable = |error: std::io::Error| format!("{}: {error}", file.display());
    let bytes = std::fs::read(file).map_err(unreadable)?;
    let parts: Vec<_> =
        file.strip_prefix(dist).unwrap_or(file).iter().map(|part| part.to_string_lossy()).collect();
    let path = parts.join("/");
    let has_type =
        FIRST_LOAD_TYPES.iter().any(|extension| file.extension().is_some_and(|e| e == *extension));
    Ok(Weight {
        raw: bytes.len(),
        gzip: gzip(&bytes).map_err(unreadable)?,
        brotli: brotli(&bytes).map_err(unreadable)?.len(),
        is_first_load: path == "index.html" || (has_type && index.contains(&path)),
        path,
    })
}

fn gzip(bytes: &[u8]) -> std::io::Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The bytes packed with brotli at its best.
///
/// # Errors
/// Never, as nothing is written to but memory.
pub(crate) fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(
        &mut compressed,
        bytes.len().max(1),
        BROTLI_QUALITY,
        BROTLI_WINDOW,
    );
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(brotli: usize, is_first_load: bool) -> Weight {
        Weight { path: "a.js".to_owned(), raw: brotli, gzip: brotli, brotli, is_first_load }
    }

    #[test]
    fn the_first_load_is_the_index_and_what_it_names() {
        let dist = std::env::temp_dir().join(format!("fajian-size-{}", std::process::id()));
        std::fs::create_dir_all(dist.join("samples")).expect("folder");
        for (path, text) in [
            ("index.html", "<script src=./app-1.js></script><a href=samples/a.txt>"),
            ("app-1.js", "let a = 1;"),
            ("later-2.wasm", "\0asm"),
            ("samples/a.txt", "text"),
        ] {
            std::fs::write(dist.join(path), text).expect("file");
        }
        let weights = weigh(&dist).expect("readable folder");
        let first: Vec<_> =
            weights.iter().map(|weight| (weight.path.as_str(), weight.is_first_load)).collect();
        assert_eq!(
            first,
            [
                ("app-1.js", true),
                ("index.html", true),
                ("later-2.wasm", false),
                ("samples/a.txt", false)
            ]
        );
        assert!(
            weights.iter().all(|weight| weight.raw > 0 && weight.gzip > 0 && weight.brotli > 0)
        );
    }

    #[test]
    fn only_the_first_load_counts_against_the_budget() {
        assert!(
            report(&[weight(FIRST_LOAD_BUDGET, true), weight(FIRST_LOAD_BUDGET, false)]).is_ok()
        );
        let failure =
            report(&[weight(FIRST_LOAD_BUDGET, true), weight(1, true)]).expect_err("over budget");
        assert!(failure.0.contains(&(FIRST_LOAD_BUDGET + 1).to_string()), "{failure}");
    }
}
