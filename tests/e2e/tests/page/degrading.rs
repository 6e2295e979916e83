//! 退化: the page in a browser that has less than others, and over an ordinary connection.

use fajian_e2e::{Options, Page, samples};
use xtask::server::STRICT_POLICY;

use crate::expectation::assert_shows;

/// Takes away all that the page can do without.
const LESS: &str = "
    const refuse = { get() { throw new DOMException('denied', 'SecurityError'); } };
    ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].forEach(it => Object.defineProperty(window, it, refuse));
    for (const name of ['Worker', 'DecompressionStream', 'CompressionStream', 'Highlight', 'ClipboardItem', 'speechSynthesis'])
        delete window[name];
    delete CSS.highlights;
    delete Navigator.prototype.clipboard;";

/// What is on screen says that the table was copied: the browser's old way does it.
fn assert_copies(page: &Page) {
    page.click("#copy-table");
    page.wait_until(
        "the copy",
        "return document.querySelector('#statistics-count').textContent.includes('复制')",
    );
}

#[test]
fn all_that_matters_works_with_less() {
    let page = Page::open(Options { before: LESS, ..Options::default() });
    for (button, fixture) in samples() {
        page.reopen("");
        page.open_sample(button);
        assert_shows(&page, &fixture);
    }
    assert_copies(&page);
    page.type_into("#find-input", "行政");
    page.wait_until(
        "places found",
        "return /[1-9]/.test(document.querySelector('.find-count')?.textContent ?? '')",
    );
    assert_eq!(page.violations(), [""; 0]);
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn an_ordinary_connection_is_enough() {
    let page = Page::open(Options { with_service_worker: true, ..Options::default() });
    page.browser.visit(&page.server.url().replace("127.0.0.1", "portal.test"));
    page.wait_until("the page", "return self.fajianBoot?.ready === true");
    assert_eq!(page.text_of("return String(isSecureContext)"), "false");
    let (button, fixture) = &samples()[0];
    page.open_sample(button);
    assert_shows(&page, fixture);
    assert_copies(&page);
    assert_eq!(page.violations(), [""; 0]);
}

#[test]
fn a_server_that_does_not_know_wasm_serves_it_all_the_same() {
    let page = Page::open_in_trouble(Options::default(), STRICT_POLICY, &["wasm"], "");
    page.wait_until("the page", "return self.fajianBoot?.ready === true");
    let (button, fixture) = &samples()[0];
    page.open_sample(button);
    assert_shows(&page, fixture);
}
