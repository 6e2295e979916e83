//! Every view in every look and language: nothing that axe-core knows to keep people out, and a picture of each.

use std::path::PathBuf;

use fajian_e2e::{Options, Page, checkout, wait_for};
use serde_json::json;

/// A view: the name of its picture, its address, and the name that the page gives it.
struct View(&'static str, &'static str, &'static str);

/// The views of an open report.
const VIEWS: [View; 6] = [
    View("overview", "#/", "overview"),
    View("text", "#/s/1", "text"),
    View("data", "#/data", "statistics"),
    View("charts", "#/charts", "charts"),
    View("checks", "#/checks", "checks"),
    View("compare", "#/compare", "compare"),
];

/// The looks: the name of each, its place among the appearances, and whether 长者版 is on.
const LOOKS: [(&str, usize, bool); 4] =
    [("light", 1, false), ("dark", 2, false), ("contrast", 4, false), ("elder", 1, true)];

/// The windows.
const WINDOWS: [(&str, u32, u32); 2] = [("desktop", 1440, 900), ("phone", 390, 844)];

/// Two reports of one body, so that the comparison has something to show; the last one is open.
const REPORTS: [&str; 2] = ["tests/e2e/fixtures/pingling-2022.txt", "samples/dense.txt"];

/// What axe-core finds wrong, a line each. What it cannot decide by itself is not asked for.
const AUDIT: &str = "return axe.run(document, { resultTypes: ['violations'] }).then(found =>
    found.violations.flatMap(it => it.nodes.slice(0, 3).map(node =>
        `${it.id} (${it.impact}): ${node.html.slice(0, 160)} ${node.failureSummary}`)));";

/// Sets the look as the settings do, which lie behind a button on a narrow screen.
const LOOK: &str = "const [appearance, isElder] = arguments;
    const select = document.querySelector('#theme-select');
    select.selectedIndex = appearance;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const button = document.querySelector('#elder-button');
    if ((button.getAttribute('aria-pressed') === 'true') !== isElder) button.click();";

fn folder(language: &str) -> PathBuf {
    let folder = std::env::var_os("FAJIAN_SCREENSHOTS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| checkout().join("target/screenshots"));
    let folder = folder.join("gallery").join(language);
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}

/// What is wrong with what is in the page, each line with the view's name; takes its picture too.
fn look(page: &Page, language: &str, name: &str) -> Vec<String> {
    page.settle();
    let picture = page.browser.picture();
    assert!(picture.len() > 2_000, "{name} shows next to nothing");
    std::fs::write(folder(language).join(format!("{name}.webp")), picture).expect("written");
    let found: Vec<String> =
        serde_json::from_value(page.browser.run(AUDIT, &[])).expect("lines of the audit");
    found.into_iter().map(|line| format!("{language} {name}: {line}")).collect()
}

fn go_to(page: &Page, View(_, address, view): &View) {
    page.browser.run("location.hash = arguments[0]", &[json!(address)]);
    wait_for(&format!("the view {view}"), || {
        let shown = page.text_of("return document.querySelector('.layout').dataset.view");
        if shown == *view { Ok(()) } else { Err(shown) }
    });
}

/// Looks at all views in one language.
fn visit(language: &'static [&'static str]) {
    let name = language[0];
    let page = Page::open(Options { languages: language, ..Options::default() });
    let script = std::env::var_os("AXE").expect("axe-core: run `cargo xtask e2e`");
    let script = std::fs::read_to_string(script).expect("axe-core");
    page.browser.run(&script, &[]);
    let mut wrong = Vec::new();
    for (window, width, height) in WINDOWS {
        page.browser.resize(width, height);
        for (look_name, appearance, is_elder) in LOOKS {
            page.browser.run(LOOK, &[json!(appearance), json!(is_elder)]);
            wrong.extend(look(&page, name, &format!("{window}-{look_name}-empty")));
        }
    }
    for report in REPORTS {
        let path = checkout().join(report);
        page.drop_bytes(report, &std::fs::read(path).expect("a report"));
        page.wait_until_ready();
    }
    for (window, width, height) in WINDOWS {
        page.browser.resize(width, height);
        for (look_name, appearance, is_elder) in LOOKS {
            page.browser.run(LOOK, &[json!(appearance), json!(is_elder)]);
            for view in &VIEWS {
                go_to(&page, view);
                wrong.extend(look(&page, name, &format!("{window}-{look_name}-{}", view.0)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} barriers:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn screenshots_in_simplified_chinese_without_barriers() {
    visit(&["zh-Hans"]);
}

#[test]
fn screenshots_in_traditional_chinese_without_barriers() {
    visit(&["zh-Hant"]);
}

#[test]
fn screenshots_in_english_without_barriers() {
    visit(&["en"]);
}
