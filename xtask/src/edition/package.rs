//! 安装包: what makes the folder of the element a package that npm installs, and that says how it is to be used.
//!
//! Nothing of it depends on when or where it is made: the same build gives the same bytes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use super::{bytes, put, text};
use crate::step::{Outcome, captured, command};

/// The strictest policy that a page with the element in it can have.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

/// The version of the package: the workspace's.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a browser or a server handles; hashes of the rest are nobody's business.
const TYPES: [&str; 4] = ["js", "mjs", "wasm", "html"];

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name in the folder.
    pub name: String,
    /// Its size in bytes.
    pub n_bytes: usize,
    /// Its hash, as the attribute `integrity` has it.
    pub integrity: String,
}

/// Writes what a package has beside the programs into the folder of the element.
pub(super) fn write(root: &Path, folder: &Path) -> Outcome {
    let files = packed(folder)?;
    put(&folder.join("integrity.json"), json(&files).as_bytes())?;
    for name in ["package.json", "README.md", "README.zh-CN.md"] {
        let template = text(&root.join("web/package").join(name))?;
        put(&folder.join(name), filled(&template, &files)?.as_bytes())?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        put(&folder.join(name), &bytes(&root.join(name))?)?;
    }
    Ok(())
}

/// The programs and scripts in the folder of the element, sorted by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn packed(folder: &Path) -> Outcome<Vec<Packed>> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if TYPES.iter().any(|of| path.extension().is_some_and(|own| own == *of)) {
            let content = bytes(&path)?;
            files.push(Packed {
                name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                n_bytes: content.len(),
                integrity: integrity(&content),
            });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Packs the folder of the element as npm does, into `target`; gives the packed file.
///
/// # Errors
/// When npm is not there or refuses.
pub fn pack(folder: &Path, target: &Path) -> Outcome<PathBuf> {
    std::fs::create_dir_all(target).map_err(|error| format!("{}: {error}", target.display()))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = command(npm, &["pack", "--silent", "--pack-destination"]);
    let name = captured(npm.arg(target).current_dir(folder))?;
    Ok(target.join(name.trim()))
}

/// Prints the hash of each script and the policies that a page needs.
///
/// # Errors
/// When the folder cannot be read.
pub fn report(folder: &Path) -> Outcome {
    println!("{:>12}   file, integrity", "bytes");
    for file in packed(folder)? {
        println!("{:>12}   {:<18} {}", file.n_bytes, file.name, file.integrity);
    }
    println!("\nthe policy of a page with <fajian-report> in it:\n    {POLICY}");
    println!("with the attribute `worker`, also:\n    worker-src 'self'");
    println!("of a page with embed.html in a frame:\n    frame-src 'self'");
    Ok(())
}

/// The hash of a file, as the attribute `integrity` has it.
pub(super) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The hashes as an object by name.
fn json(files: &[Packed]) -> String {
    let lines: Vec<_> =
        files.iter().map(|file| format!("  \"{}\": \"{}\"", file.name, file.integrity)).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// A template with what stands in double braces filled in.
fn filled(template: &str, files: &[Packed]) -> Outcome<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once("{{") {
        let (name, behind) = behind.split_once("}}").ok_or("a brace is not closed")?;
        filled.push_str(before);
        match name {
            "version" => filled.push_str(VERSION),
            "policy" => filled.push_str(POLICY),
            "files" => filled.push_str(&table(files)),
            _ => {
                let file = name.strip_prefix("integrity ");
                let file = files.iter().find(|it| Some(it.name.as_str()) == file);
                let file = file.ok_or_else(|| format!("nothing is known of {{{{{name}}}}}"))?;
                filled.push_str(&file.integrity);
            }
        }
        rest = behind;
    }
    Ok(filled + rest)
}

fn table(files: &[Packed]) -> String {
    let mut rows = String::new();
    for (at, file) in files.iter().enumerate() {
        let end = if at + 1 < files.len() { "\n" } else { "" };
        let _ = write!(rows, "| `{}` | {} | `{}` |{end}", file.name, file.n_bytes, file.integrity);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<Packed> {
        let file =
            |name: &str| Packed { name: name.to_owned(), n_bytes: 3, integrity: integrity(b"abc") };
        vec![file("a.js"), file("b.wasm")]
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn templates_are_filled_and_know_no_other_names() {
        let filled = |template: &str| filled(template, &files());
        assert_eq!(filled("v{{version}}.").ok(), Some(format!("v{VERSION}.")));
        assert_eq!(filled("{{integrity a.js}}").ok(), Some(integrity(b"abc")));
        assert!(filled("{{integrity none.js}}").is_err() && filled("{{").is_err());
    }
}
