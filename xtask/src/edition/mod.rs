//! 版本: the forms in which the viewer is handed out besides the page on a server, made of the same programs.

mod dense;
mod embed;
mod floor;
mod frame;
mod hosted;
mod pack;
pub mod package;
mod sheet;
mod single;
mod style;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

pub use hosted::service_worker;
pub use sheet::join_sheets;

use crate::step::{Outcome, say, timed};

/// The programs beside the page: the analysis, the readers of documents, the writer of files, and what writes texts in
/// another script. Each is got when it is first needed.
///
/// The name of one is that of its binary and of its feature; this is the one place that lists them.
pub const PROGRAMS: [&str; 4] = ["engine", "readers", "exporter", "rewriter"];

/// The scripts beside the page that are programs by themselves, in the form of [`glue`]: the aids of the elder version.
const SCRIPTS: [&str; 1] = ["aids"];

/// A built program.
struct Program {
    name: String,
    /// Its script, in the form of [`glue`].
    glue: String,
    wasm: Vec<u8>,
    /// The same packed with gzip.
    packed: Vec<u8>,
}

impl Program {
    fn new(name: &str, glue: String, wasm: Vec<u8>, optimized: bool) -> Outcome<Self> {
        floor::check(name, &wasm)?;
        let packed = pack::gzip(&wasm, optimized)?;
        Ok(Self { name: name.to_owned(), glue, wasm, packed })
    }
}

/// Writes the editions into `dist`, which has the built page and its programs; their size matters when these are
/// `optimized`.
///
/// # Errors
/// When something of the page is not there, or a file cannot be written.
pub fn write(root: &Path, dist: &Path, optimized: bool) -> Outcome {
    let programs = timed("packing the programs", || programs(dist, optimized))?;
    // As the page has it, where that is made small.
    let style = if optimized { text(&built(dist, "style-", ".css")?)? } else { style(root)? };
    let file = single::single_file(root, &programs, style)?;
    say(&format!("fajian.html, the viewer in one file: {} bytes", file.len()));
    if optimized && file.len() > single::MOST_BYTES {
        return Err(format!("fajian.html has more than {} bytes", single::MOST_BYTES).into());
    }
    put(&dist.join("fajian.html"), file.as_bytes())?;
    for name in SCRIPTS {
        put(&dist.join(format!("{name}.js")), script(root, name)?.as_bytes())?;
    }
    embed::write(root, &dist.join("embed"), &programs)?;
    put(&dist.join("embed/embed.html"), frame::page(root, &programs)?.as_bytes())?;
    package::write(root, &dist.join("embed"))?;
    hosted::finish(root, dist)
}

/// The script of a program as all editions load it: a function that gives the program when it is called.
///
/// What wasm-bindgen writes runs where it stands, and takes the address of the script that is running for its own.
#[must_use]
pub fn glue(name: &str, bound: &str, global: &str) -> String {
    format!("fajianGlue.{name} = function () {{\n{}\nreturn {global};\n}};\n", bound.trim_end())
}

/// One of [`SCRIPTS`].
fn script(root: &Path, name: &str) -> Outcome<String> {
    text(&root.join(format!("web/{name}.js")))
}

/// All of [`SCRIPTS`], for an edition that carries them.
fn scripts(root: &Path) -> Outcome<String> {
    SCRIPTS.iter().map(|name| script(root, name)).collect()
}

/// The page's program and those beside it.
fn programs(dist: &Path, optimized: bool) -> Outcome<Vec<Program>> {
    let (wasm, script) = page_program(dist)?;
    let glue = glue("app", &text(&script)?, "wasm_bindgen");
    let mut programs = vec![Program::new("app", glue, bytes(&wasm)?, optimized)?];
    for name in PROGRAMS {
        let plain = dist.join(format!("{name}.js"));
        let script = if plain.is_file() { plain } else { built(dist, &format!("{name}-"), ".js")? };
        let wasm = bytes(&beside(&script))?;
        programs.push(Program::new(name, text(&script)?, wasm, optimized)?);
    }
    Ok(programs)
}

/// The files of the page's program: its code and its script.
///
/// # Errors
/// When they are not there.
pub fn page_program(dist: &Path) -> Outcome<(PathBuf, PathBuf)> {
    let script = built(dist, "app-", ".js")?;
    Ok((beside(&script), script))
}

/// The wasm that lies beside a program's script.
fn beside(script: &Path) -> PathBuf {
    let stem = script.file_stem().unwrap_or_default().to_string_lossy();
    script.with_file_name(format!("{stem}_bg.wasm"))
}

/// The one file in `dist` whose name begins and ends so.
fn built(dist: &Path, start: &str, end: &str) -> Outcome<PathBuf> {
    let entries =
        std::fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(end)
    };
    let found = entries.flatten().map(|entry| entry.path()).find(is_it);
    found.ok_or_else(|| format!("{} has no {start}*{end}", dist.display()).into())
}

fn text(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()).into())
}

fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()).into())
}

fn put(file: &Path, bytes: &[u8]) -> Outcome {
    std::fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// The source of a script or style in a Content-Security-Policy.
fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The style sheets of the page, in their order.
fn style(root: &Path) -> Outcome<String> {
    let page = text(&root.join("index.html"))?;
    let mut style = String::new();
    for line in page.lines().filter(|line| line.contains("rel=\"css\"")) {
        let file = line.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        style.push_str(&text(&root.join(file.unwrap_or_default()))?);
    }
    Ok(style)
}
