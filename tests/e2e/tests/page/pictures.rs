//! The page's pictures: for the README, and to look at after a test run.

use std::path::PathBuf;

use fajian_e2e::{Options, Page};

/// Where pictures are taken: their names, with the element that is brought to the top.
const VIEWS: [(&str, &str); 3] =
    [("overview", "main"), ("text", "#s-1"), ("charts", "figure[data-chart]")];

fn folder() -> PathBuf {
    let folder = std::env::var_os("FAJIAN_SCREENSHOTS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| fajian_e2e::checkout().join("target/screenshots"));
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}

/// Takes a picture of what is in sight, and fails when nothing is.
pub(crate) fn shoot(page: &Page, name: &str) {
    // Two frames: what was asked for is laid out in the first and painted by the second.
    page.browser.run(
        "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))",
        &[],
    );
    let picture = page.browser.screenshot();
    assert!(picture.starts_with(b"\x89PNG"), "{name} is no picture");
    assert!(picture.len() > 10_000, "{name} shows next to nothing");
    std::fs::write(folder().join(format!("{name}.png")), picture).expect("a picture written");
}

#[test]
fn screenshots() {
    let light = Page::open(Options::default());
    shoot(&light, "empty");
    light.open_sample("dense");
    for (name, top) in VIEWS {
        light.scroll_to(top, "start");
        shoot(&light, name);
    }
    light.browser.resize(390, 844);
    light.scroll_to("main", "start");
    shoot(&light, "phone");

    let dark = Page::open(Options { dark: true, ..Options::default() });
    dark.open_sample("dense");
    shoot(&dark, "dark");
}
