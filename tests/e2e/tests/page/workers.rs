//! The analysis runs in a worker, and in the page itself where the browser has none to give.

use fajian_e2e::{Options, Page, samples};
use xtask::server::STRICT_POLICY;

use crate::expectation::assert_shows;

const WHERE: &str = "return document.documentElement.dataset.worker";

#[test]
fn the_analysis_runs_in_a_worker() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    assert_eq!(page.text_of(WHERE), "worker");
}

#[test]
fn without_workers_the_page_reads_by_itself() {
    let page = Page::open(Options { without_workers: true, ..Options::default() });
    for (button, fixture) in samples() {
        page.reopen("");
        page.open_sample(button);
        assert_eq!(page.text_of(WHERE), "main");
        assert_shows(&page, &fixture);
    }
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn where_a_policy_refuses_workers_the_page_reads_by_itself() {
    let policy = STRICT_POLICY.replace("worker-src 'self' blob:", "worker-src 'none'");
    assert_ne!(policy, STRICT_POLICY);
    let page = Page::open_under_policy(&policy);
    let (button, fixture) = &samples()[0];
    page.open_sample(button);
    assert_eq!(page.text_of(WHERE), "main");
    assert_shows(&page, fixture);
}
