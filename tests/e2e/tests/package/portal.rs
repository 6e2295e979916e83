//! The page in the package's own instructions, copied as it stands.

use std::path::Path;

use fajian_e2e::{Engine, Folder, Visitor, checkout, dist};
use serde_json::json;
use xtask::edition::package::POLICY;
use xtask::server::{Server, Site};

/// The first block of `language` in a text of Markdown.
fn block(markdown: &str, language: &str) -> String {
    let (_, behind) = markdown.split_once(&format!("```{language}\n")).expect("a block");
    behind.split_once("```").expect("the end of the block").0.to_owned()
}

fn copy(from: &Path, folder: &Folder, to: &str) {
    for file in std::fs::read_dir(from).expect("a folder").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        folder.put(&format!("{to}/{}", file.file_name().to_string_lossy()), &bytes);
    }
}

#[test]
fn the_page_to_copy_shows_a_report() {
    let folder = Folder::new();
    copy(&dist().join("embed"), &folder, "fajian");
    let [page, chinese] = ["README.md", "README.zh-CN.md"].map(|name| {
        let readme = std::fs::read_to_string(folder.0.join("fajian").join(name));
        block(&readme.expect("a text"), "html")
    });
    assert_eq!(page, chinese);
    assert!(page.contains("integrity=\"sha384-") && page.contains(POLICY), "{page}");
    folder.put("index.html", page.as_bytes());
    // Kinds are told by content.
    let report = std::fs::read(checkout().join("samples/dense.txt")).expect("a file");
    folder.put("report.docx", &report);
    let site = Site { policy: POLICY.to_owned(), ..Site::new(&folder.0).under("/portal/") };
    let server = Server::start(site, 0).expect("a free port");
    let visitor = Visitor::start(Engine::Chromium);
    visitor.visit(&server.url());
    visitor.wait_until(
        "the report",
        "const ground = document.querySelector('fajian-report').shadowRoot;
         const seen = ground?.querySelectorAll('[data-figure]').length;
         return seen > 20 || String(seen);",
        &[],
    );
    assert_eq!(visitor.run("return Fajian.tag", &[]), json!("fajian-report"));
}

#[test]
fn a_script_that_is_not_the_one_of_the_hash_is_refused() {
    let folder = Folder::new();
    copy(&dist().join("embed"), &folder, "fajian");
    let readme = std::fs::read_to_string(folder.0.join("fajian/README.md")).expect("a text");
    folder.put("index.html", block(&readme, "html").as_bytes());
    let script = folder.0.join("fajian/fajian.js");
    let changed = std::fs::read_to_string(&script).expect("a text") + "\n// changed\n";
    std::fs::write(&script, changed).expect("a file");
    let server = Server::start(Site::new(&folder.0), 0).expect("a free port");
    let visitor = Visitor::start(Engine::Chromium);
    visitor.visit(&server.url());
    visitor.wait_until("the page", "return document.readyState === 'complete'", &[]);
    assert_eq!(visitor.run("return typeof Fajian", &[]), json!("undefined"));
}

#[test]
fn the_module_takes_its_programs_from_the_folder_that_is_named() {
    let folder = Folder::new();
    copy(&dist().join("embed"), &folder, "fajian");
    copy(&dist().join("embed"), &folder, "programs");
    let report = std::fs::read(checkout().join("samples/dense.txt")).expect("a file");
    folder.put("report.txt", &report);
    let script = "import { mount } from './fajian/fajian.mjs';
        const viewer = mount(document.querySelector('#place'), {
            base: 'programs', onready: report => document.body.dataset.title = report.title });
        viewer.openUrl('report.txt');";
    folder.put("page.js", script.as_bytes());
    folder.put(
        "index.html",
        b"<!DOCTYPE html><script type=module src=page.js></script><div id=place></div>",
    );
    let site = Site { policy: POLICY.to_owned(), ..Site::new(&folder.0) };
    let server = Server::start(site, 0).expect("a free port");
    let visitor = Visitor::start(Engine::Chromium);
    visitor.visit(&server.url());
    visitor.wait_until("the report", "return !!document.body.dataset.title", &[]);
    let asked = server.requests().into_iter().filter(|it| it.ends_with(".wasm"));
    let elsewhere: Vec<_> = asked.filter(|it| !it.starts_with("/programs/")).collect();
    assert_eq!(elsewhere, [""; 0]);
}
