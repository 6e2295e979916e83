//! 网站版: what the page on a server has besides what it is made of: programs named after their content, the description
//! by which it can be installed, and the worker that keeps it for a visit without a network.

use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{PROGRAMS, SCRIPTS, built, bytes, package, put, text};
use crate::step::Outcome;

/// The page's description for a browser that installs it.
const MANIFEST: &str = "fajian.webmanifest";

/// Pictures of `web/icon.svg`, for systems that take no drawing; the larger one may be cut to any shape.
const PICTURES: [&str; 2] = ["icon-192.png", "icon-512.png"];

/// What is kept only once it was asked for: most never save a file.
const LATER: [&str; 1] = ["fajian.html"];

/// Finishes the page in `dist`, which has its programs and the editions that are made of them.
pub(super) fn finish(root: &Path, dist: &Path) -> Outcome {
    let mut names = Vec::new();
    for name in PROGRAMS.into_iter().chain(SCRIPTS) {
        names.push(rename(dist, name)?);
    }
    let icon = built(dist, "icon-", ".svg")?;
    let icon = icon.file_name().unwrap_or_default().to_string_lossy();
    let manifest = text(&root.join("web").join(MANIFEST))?.replace("icon.svg", &icon);
    put(&dist.join(MANIFEST), manifest.as_bytes())?;
    for picture in PICTURES {
        put(&dist.join(picture), &bytes(&root.join("web").join(picture))?)?;
    }
    let index = dist.join("index.html");
    put(&index, named(&text(&index)?, &names)?.as_bytes())?;
    service_worker(root, dist)
}

/// Names a program's files in `dist`, script and wasm if it has one, after their content, so that no version of the page gets those of another.
fn rename(dist: &Path, name: &str) -> Outcome<String> {
    let plain = dist.join(format!("{name}.js"));
    if !plain.is_file() {
        // Named before: the editions are written anew from them.
        let named = built(dist, &format!("{name}-"), ".js")?;
        return Ok(named.file_stem().unwrap_or_default().to_string_lossy().into_owned());
    }
    let wasm = dist.join(format!("{name}_bg.wasm"));
    let files = [(plain, ".js"), (wasm, "_bg.wasm")].into_iter().filter(|(file, _)| file.is_file());
    let files: Vec<_> = files.collect();
    let mut content = Sha256::new();
    for (file, _) in &files {
        content.update(bytes(file)?);
    }
    let named = format!("{name}-{}", hex(&content.finalize()[..8]));
    for (from, ending) in files {
        std::fs::rename(&from, dist.join(format!("{named}{ending}")))
            .map_err(|error| format!("{}: {error}", from.display()))?;
    }
    Ok(named)
}

/// The page with the names of its programs, and with its description.
fn named(index: &str, names: &[String]) -> Outcome<String> {
    if index.contains(MANIFEST) {
        return Ok(index.to_owned());
    }
    let place = " data-glue";
    let (before, behind) = index.split_once(place).ok_or("index.html has no script to start")?;
    let (before, title) = before.split_once("<title>").ok_or("index.html has no title")?;
    Ok(format!(
        "{before}<link rel=\"manifest\" href=\"./{MANIFEST}\"><title>{title}{place} data-programs=\"{}\"{behind}",
        names.join(" ")
    ))
}

/// Writes the worker that keeps the page in `dist`, from what is there.
///
/// # Errors
/// When something of the page is not there, or the file cannot be written.
pub fn service_worker(root: &Path, dist: &Path) -> Outcome {
    let entries =
        std::fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let mut files = String::new();
    let mut names: Vec<_> = entries
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for name in names.iter().filter(|name| *name != "service_worker.js") {
        let integrity = package::integrity(&bytes(&dist.join(name))?);
        let _ = writeln!(files, "  \"{name}\": \"{integrity}\",");
    }
    let worker = text(&root.join("web/service_worker.js"))?;
    let version = hex(&Sha256::digest(format!("{files}{worker}"))[..8]);
    let script = format!(
        "var fajianVersion = \"{version}\";\nvar fajianFiles = {{\n{files}}};\nvar fajianLater = {LATER:?};\n{worker}"
    );
    put(&dist.join("service_worker.js"), script.as_bytes())
}

/// Bytes as digits, for the names of files.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_gets_the_names_of_its_programs_and_its_description_once() {
        let page = "<head><title>t</title><script src=a.js data-glue data-wasm=a.wasm></script>";
        let once = named(page, &["engine-1".to_owned(), "readers-2".to_owned()]).expect("a page");
        assert_eq!(
            once,
            "<head><link rel=\"manifest\" href=\"./fajian.webmanifest\"><title>t</title>\
             <script src=a.js data-glue data-programs=\"engine-1 readers-2\" data-wasm=a.wasm></script>"
        );
        assert_eq!(named(&once, &[]).expect("a page"), once);
        assert!(named("<p>", &[]).is_err());
    }
}
