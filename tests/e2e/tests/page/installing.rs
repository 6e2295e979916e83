//! The page can be installed, and once it is kept it asks for nothing more.

use std::path::PathBuf;

use fajian_e2e::{Fixture, Form, Manuscript, Options, Page, checkout, editions, samples};

use crate::expectation::assert_shows;

/// The page in a browser that keeps it, once that is done.
fn kept() -> Page {
    let page = Page::open(Options { with_service_worker: true, ..Options::default() });
    page.wait_until("the page to be kept", "return navigator.serviceWorker.controller !== null");
    page
}

#[test]
fn the_page_can_be_installed() {
    let page = kept();
    assert_eq!(page.browser.not_installable(), [""; 0]);
    assert_eq!(page.violations(), [""; 0]);
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn a_kept_page_asks_its_server_for_nothing_and_nobody_else_either() {
    let manuscript = Manuscript::read(&checkout().join("samples/dense.txt"), "dense");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("installing");
    let documents = editions(&[manuscript], &folder);
    let document = documents.iter().find(|it| it.form == Form::Docx).expect("a document");
    let page = kept();
    let before = page.server.n_requests();
    for (button, fixture) in samples() {
        page.reopen("");
        page.open_sample(button);
        assert_shows(&page, &fixture);
    }
    let document = Fixture::read(&document.path);
    page.open_in_place(&document);
    assert_shows(&page, &document);
    let mut asked = page.server.requests().split_off(before);
    // The browser looks for a new version when the page is opened, and the page for nothing.
    asked.retain(|it| !it.ends_with("/service_worker.js"));
    assert_eq!(asked, [""; 0]);
    let seen = page.browser.requests();
    let strangers: Vec<_> = seen.iter().filter(|it| !it.starts_with(&page.server.url())).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    assert_eq!(page.violations(), [""; 0]);
}
