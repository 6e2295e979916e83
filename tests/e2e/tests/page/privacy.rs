//! Nothing that is opened leaves the page, and the page lives under the strictest policy.

use fajian_e2e::{Options, Page, Way, samples};

use crate::expectation::assert_shows;

/// How many resources the page has loaded by its own account.
const N_RESOURCES: &str = "return String(performance.getEntriesByType('resource').length)";

#[test]
fn no_request_leaves_the_page_after_loading() {
    let fixtures = samples();
    let page = Page::open(Options::default());
    let loaded = page.browser.requests();
    assert!(loaded.iter().any(|url| url.ends_with(".wasm")), "requests are not seen: {loaded:?}");
    let strangers: Vec<_> =
        loaded.iter().filter(|url| !url.starts_with(&page.server.url())).collect();
    assert!(strangers.is_empty(), "the page loads from elsewhere: {strangers:?}");
    let before = (page.server.n_requests(), page.text_of(N_RESOURCES));

    page.open_sample(fixtures[0].0);
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
    page.drop_bytes("broken.pdf", b"%PDF-1.7\n\xff\xfe");

    assert_eq!(page.browser.requests(), [""; 0], "requests after loading");
    assert_eq!((page.server.n_requests(), page.text_of(N_RESOURCES)), before);
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
