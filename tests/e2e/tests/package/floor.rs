//! The scripts of all editions keep to the words that the oldest browsers served know.

use std::path::{Path, PathBuf};
use std::process::Command;

use fajian_e2e::{Folder, dist};

/// Says whether a script stays the same when all that the stated floor does not know is put into older words.
const COMPARE: &str = r#"
const [tools, file] = process.argv.slice(1);
const esbuild = require(tools + "/node_modules/esbuild");
const script = require("fs").readFileSync(file, "utf8");
const of = (target) => esbuild.transformSync(script, { target }).code;
const isSame = of(["chrome96", "firefox113", "safari16.4"]) === of("esnext");
console.log(isSame ? "same" : "newer");
"#;

fn keeps_to_the_floor(script: &Path) -> bool {
    let tools = std::env::var_os("FAJIAN_SAMPLE_TOOLS");
    let tools = PathBuf::from(tools.expect("start these tests with `cargo xtask e2e`"));
    let mut command = Command::new("node");
    command.args(["-e", COMPARE]).arg(tools).arg(script);
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    match output.stdout.trim_ascii() {
        b"same" => true,
        b"newer" => false,
        _ => panic!("{}: {}", script.display(), String::from_utf8_lossy(&output.stderr)),
    }
}

fn scripts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let is_script = |path: &PathBuf| path.extension().is_some_and(|it| it == "js" || it == "mjs");
    entries.map(|entry| entry.path()).filter(is_script).collect()
}

#[test]
fn no_script_needs_a_newer_browser() {
    let scripts = [dist(), dist().join("embed")].map(|folder| scripts(&folder)).concat();
    assert!(scripts.len() >= 10, "{scripts:?}");
    for script in scripts {
        assert!(keeps_to_the_floor(&script), "{} has newer words", script.display());
    }
    // The comparison does tell.
    let folder = Folder::new();
    folder.put("newer.js", b"class A { accessor b = 1 }\n");
    assert!(!keeps_to_the_floor(&folder.0.join("newer.js")));
}
