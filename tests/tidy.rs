//! House rules that no compiler checks: who imports whom, how long a file may be, what the page never does.
//!
//! Plain reading of the sources; comments and test modules are left aside.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may name of its siblings. Modules that are not listed may name any but `ui`.
const MAY_IMPORT: [(&str, &[&str]); 10] = [
    ("text", &[]),
    ("chart", &[]),
    ("diagnostic", &["text"]),
    ("source", &["text", "diagnostic", "order"]),
    ("order", &[]),
    ("document", &["source", "text", "diagnostic", "order"]),
    ("statistic", &["document", "text", "diagnostic", "order"]),
    ("check", &["document", "statistic", "text", "diagnostic", "order"]),
    ("report", &["source", "document", "statistic", "check", "text", "diagnostic", "order"]),
    ("comparison", &["report", "document", "statistic", "check", "text", "order"]),
];

/// A file longer than this should be split; beyond [`STOP_LINES`] it must be.
const WARN_LINES: usize = 400;
const STOP_LINES: usize = 700;

/// Files that are tables of data rather than code, and so as long as the data is.
const DATA_TABLES: [&str; 0] = [];

/// Where the browser is named outside the platform layer all the same.
const BROWSER_NAMED: [(&str, &str); 1] = [
    // A file is handed on from the reader to the platform layer, never touched.
    ("src/ui/hooks/use_opener.rs", "web_sys::File"),
];

/// Ways for text to become markup or code. A report is shown as text, whatever it contains.
const SINKS: [&str; 12] = [
    "from_html_unchecked",
    "VRaw",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "DOMParser",
    "DomParser",
    "eval(",
];

/// A source file, as its rules see it.
struct Source {
    /// Path from the checkout's root, parts joined by `/`.
    path: String,
    /// Its code, without comments and without what stands in test modules.
    code: String,
}

impl Source {
    fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a readable file");
        let path = file
            .strip_prefix(root())
            .expect("a file of the checkout")
            .to_string_lossy()
            .replace('\\', "/");
        Self { path, code: code_of(&text) }
    }

    /// The crate's module that the file belongs to: `text` for `src/text/normalize.rs`, `report` for `src/report.rs`.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// How many `super` lead from this file's module to the crate's root.
    fn depth(&self) -> usize {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        inside.trim_end_matches("/mod.rs").split('/').count()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with one of the extensions, sorted; none when there is no such folder.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|own| extensions.iter().any(|extension| own == *extension))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    files("src", &["rs"])
        .iter()
        .map(|file| Source::read(file))
        .filter(|source| !is_test_file(&source.path))
        .collect()
}

fn is_test_file(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

/// `text` without comment lines and without the test module, which stands last.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let opens_tests = line.trim() == "#[cfg(test)]"
            && lines.peek().is_some_and(|next| next.starts_with("mod "));
        if opens_tests {
            break;
        }
        if !line.trim_start().starts_with("//") {
            code.push_str(line);
        }
        code.push('\n');
    }
    code
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn leading_word(text: &str) -> &str {
    text.split(|character| !is_word(character)).next().unwrap_or_default()
}

/// What is named directly behind each `path`, whether one name or a group in braces: `crate::` in
/// `use crate::{a::B, c};` gives `a` and `c`.
fn names_behind(code: &str, path: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(path) {
        if code[..at].ends_with(is_word) || code[..at].ends_with("::") {
            continue;
        }
        let rest = &code[at + path.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(leading_word(rest).to_owned());
            continue;
        };
        let mut depth = 0;
        let mut expects_name = true;
        for (at, character) in group.char_indices() {
            match character {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => expects_name = true,
                _ if expects_name && is_word(character) => {
                    names.insert(leading_word(&group[at..]).to_owned());
                    expects_name = false;
                }
                _ => {}
            }
        }
    }
    names
}

/// The crate's modules that `source` names, its own left out.
fn imports(source: &Source) -> BTreeSet<String> {
    let mut names = names_behind(&source.code, "crate::");
    names.extend(names_behind(&source.code, &"super::".repeat(source.depth())));
    names.remove(source.module());
    names
}

/// Fails with every broken rule at once.
fn assert_none(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn modules_import_only_what_stands_below_them() {
    let mut broken = Vec::new();
    for source in sources() {
        let rule = MAY_IMPORT.iter().find(|(module, _)| *module == source.module());
        for name in imports(&source) {
            let is_module = root().join("src").join(&name).is_dir()
                || root().join(format!("src/{name}.rs")).is_file();
            if is_module && rule.is_some_and(|(_, allowed)| !allowed.contains(&name.as_str())) {
                broken.push(format!("{} imports {name}", source.path));
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn nothing_but_the_programs_imports_the_page() {
    let outside = sources().into_iter().filter(|source| !matches!(source.module(), "ui" | "bin"));
    let broken: Vec<_> = outside
        .filter(|source| imports(source).contains("ui"))
        .map(|source| source.path + " imports ui")
        .collect();
    assert_none(&broken);
}

#[test]
fn only_the_platform_layer_names_the_browser() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !source.path.starts_with("src/ui/platform")) {
        for library in ["web_sys", "js_sys", "gloo"] {
            for name in names_behind(&source.code, &format!("{library}::")) {
                // Handlers are typed by the event that they receive and the element that sent it.
                let is_handler_type = name.ends_with("Event") || name.ends_with("Element");
                let named = format!("{library}::{name}");
                let is_known = BROWSER_NAMED.contains(&(source.path.as_str(), named.as_str()));
                let is_allowed = is_known || source.module() == "ui" && is_handler_type;
                if !is_allowed {
                    broken.push(format!("{} names {named}", source.path));
                }
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn the_core_knows_no_files_and_no_clock() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.module() != "bin") {
        for word in
            ["std::fs", "std::net", "std::process", "std::env", "Instant::now", "SystemTime"]
        {
            if source.code.contains(word) {
                broken.push(format!("{} names {word}", source.path));
            }
        }
    }
    assert_none(&broken);
}

#[test]
fn files_stay_short() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !DATA_TABLES.contains(&source.path.as_str())) {
        let n_lines = source.code.lines().count();
        if n_lines > STOP_LINES {
            broken.push(format!(
                "{} has {n_lines} lines without its tests, at most {STOP_LINES}",
                source.path
            ));
        } else if n_lines > WARN_LINES {
            println!(
                "{} has {n_lines} lines without its tests, better below {WARN_LINES}",
                source.path
            );
        }
    }
    assert_none(&broken);
}

#[test]
fn no_text_becomes_markup_or_code() {
    let mut broken = Vec::new();
    let page = files("src/ui", &["rs", "js"])
        .into_iter()
        .chain(files("src/bin", &["rs"]))
        .chain(files("web", &["html", "js"]));
    for file in page.chain([root().join("index.html")]).filter(|file| file.is_file()) {
        let source = Source::read(&file);
        for sink in SINKS.iter().filter(|sink| source.code.contains(**sink)) {
            broken.push(format!("{} names {sink}", source.path));
        }
        // A strict Content-Security-Policy drops such attributes without a word.
        if source.code.contains("style=") {
            broken.push(format!("{} has a style attribute", source.path));
        }
    }
    assert_none(&broken);
}

#[test]
fn every_class_with_a_style_is_used() {
    let mut used = String::new();
    for file in files("src", &["rs"])
        .into_iter()
        .chain(files("web", &["js"]))
        .chain([root().join("index.html")])
        .filter(|file| file.is_file())
    {
        used.push_str(&fs::read_to_string(file).unwrap());
    }
    let is_part = |character: char| is_word(character) || character == '-';
    let words: BTreeSet<&str> = used.split(|character| !is_part(character)).collect();
    let mut broken = Vec::new();
    for file in files("styles", &["css"]) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for class in styled_classes(&fs::read_to_string(&file).unwrap()) {
            // A class that ends in a number is written as its stem and a variable: `is-level-{level}`.
            let stem = class.trim_end_matches(|last: char| last.is_ascii_digit());
            if !words.contains(class.as_str()) && !words.contains(stem) {
                broken.push(format!("styles/{name}: nothing has the class {class}"));
            }
        }
    }
    assert_none(&broken);
}

/// The class names in the selectors of a style sheet.
fn styled_classes(css: &str) -> BTreeSet<String> {
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut classes = BTreeSet::new();
    let mut prelude_start = 0;
    for (at, character) in plain.char_indices().filter(|(_, character)| "{};".contains(*character))
    {
        let prelude = plain[prelude_start..at].trim();
        prelude_start = at + 1;
        if character != '{' || prelude.starts_with('@') {
            continue;
        }
        for (dot, _) in prelude.match_indices('.') {
            let name: String =
                prelude[dot + 1..].chars().take_while(|c| is_word(*c) || *c == '-').collect();
            if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
                classes.insert(name);
            }
        }
    }
    classes
}

#[test]
fn imports_are_read_from_use_lines_groups_and_paths() {
    let source = Source {
        path: "src/source/html/mod.rs".to_owned(),
        code: code_of(
            "// use crate::comment;\nuse crate::{text::{Span, a}, diagnostic::B};\nuse super::Text;\n\
             fn f() { crate::chart::draw(); my_crate::x(); super::super::i18n::y() }\n\
             #[cfg(test)]\nmod tests { use crate::figure; }\n",
        ),
    };
    let names: Vec<_> = imports(&source).into_iter().collect();
    assert_eq!(names, ["chart", "diagnostic", "i18n", "text"]);
}

#[test]
fn classes_are_read_from_selectors_alone() {
    let css = "/* .gone {} */ @media (width > 1.5em) { .a > .b-c:not(.is-open) { margin: .5em; background: url(x.png) } }";
    assert_eq!(styled_classes(css).into_iter().collect::<Vec<_>>(), ["a", "b-c", "is-open"]);
}
