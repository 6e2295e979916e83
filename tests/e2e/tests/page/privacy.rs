//! Nothing that is opened leaves the page, and the page lives under the strictest policy.

use fajian_e2e::{Options, Page, Way, samples, wait_for};

use crate::expectation::assert_shows;

/// What the page itself fetches when the first report is opened, the worker's script; the worker fetches two files more,
/// the program that analyzes, and again two for the first document.
const N_OF_WORKER: usize = 1;
const N_OF_PROGRAM: usize = 2;

/// The files that were asked for since the last look, by name, each as often as it was asked for.
fn files_asked_for(page: &Page) -> Vec<String> {
    let strange = |url: &String| !url.starts_with(&page.server.url());
    let asked = page.browser.requests();
    assert!(!asked.iter().any(strange), "the page asks elsewhere: {asked:?}");
    let mut files: Vec<String> =
        asked.iter().filter_map(|url| url.rsplit('/').next().map(str::to_owned)).collect();
    files.retain(|file| !is_for_installing(file));
    files.sort();
    files
}

/// How many files the server was asked for so far.
fn n_asked(page: &Page) -> usize {
    page.server.requests().iter().filter(|target| !is_for_installing(target)).count()
}

/// Whether a file is what the browser looks at whenever it likes, to tell whether the page can be installed.
fn is_for_installing(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    file.ends_with(".webmanifest") || file.starts_with("icon-")
}

#[test]
fn no_request_leaves_the_page_after_loading() {
    let fixtures = samples();
    let page = Page::open(Options::default());
    let loaded = page.browser.requests();
    assert!(loaded.iter().any(|url| url.ends_with(".wasm")), "requests are not seen: {loaded:?}");
    let strangers: Vec<_> =
        loaded.iter().filter(|url| !url.starts_with(&page.server.url())).collect();
    assert!(strangers.is_empty(), "the page loads from elsewhere: {strangers:?}");

    let at_first = n_asked(&page);
    page.open_sample(fixtures[0].0);
    let asked = files_asked_for(&page);
    assert_eq!(asked.len(), N_OF_WORKER, "the first report loads the analysis: {asked:?}");
    assert!(asked[0].starts_with("programs-") && asked[0].ends_with(".js"), "{asked:?}");
    let before = n_asked(&page);
    assert_eq!(before, at_first + N_OF_WORKER + N_OF_PROGRAM);
    for (_, fixture) in &fixtures {
        page.open_in_place(fixture);
        page.click("nav#outline a[data-section=\"1\"]");
        page.click("[data-figure=\"0\"] .figure-go");
        page.wait_until_seen("mark[data-statistic=\"0\"].is-selected");
        assert_shows(&page, fixture);
    }
    for way in Way::ALL {
        page.read(&fixtures[0].1, way);
    }
    assert_eq!(files_asked_for(&page), [""; 0], "requests after loading");
    assert_eq!(n_asked(&page), before);
    page.drop_bytes("broken.pdf", b"%PDF-1.7\n\xff\xfe");
    wait_for("a message about the file", || {
        page.alerts().first().cloned().ok_or_else(|| page.stage())
    });
    assert_eq!(files_asked_for(&page), [""; 0], "the first document is read in the worker");
    assert_eq!(n_asked(&page), before + N_OF_PROGRAM, "which loads the readers");
    assert_eq!(page.violations(), [""; 0]);
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn every_address_of_the_page_is_relative() {
    let page = Page::open(Options::default());
    let script = "return [...document.querySelectorAll('[src], link[href]')]
        .map(it => it.getAttribute('src') ?? it.getAttribute('href'))
        .filter(it => /^(\\w+:|\\/)/.test(it) && !/^(data|blob):/.test(it)).join(' ')";
    assert_eq!(page.text_of(script), "");
}

#[test]
fn a_report_is_shown_as_text_whatever_it_contains() {
    let page = Page::open(Options::default());
    let hostile = "<img src=x onerror=\"window.__hit=1\"><script>window.__hit=1</script>";
    let text = format!(
        "某某县2023年法治政府建设年度报告\n一、工作情况{hostile}\n全年办理行政复议案件12件{hostile}。\n"
    );
    for (way, media_type) in [("text", "text/plain"), ("html", "text/html")] {
        page.reopen("");
        page.paste(media_type, &text);
        page.wait_until(
            "an answer",
            "return ['ready', 'failed'].includes(document.querySelector('main').dataset.stage)",
        );
        let script = "return String(window.__hit ?? 'none') + document.querySelectorAll('main img[src=\"x\"]').length";
        assert_eq!(page.text_of(script), "none0", "{way}");
    }
    assert_eq!(page.violations(), [""; 0]);
}
