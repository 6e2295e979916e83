//! What cannot be read is said, and what is open stays open.

use fajian::i18n::{Problem, ZH_HANS};
use fajian::source::NativeDecoder;
use fajian_e2e::{Options, Page, Way, samples, wait_for};

use crate::expectation::assert_shows;

/// Files that hold no report, each in its way.
fn broken_files() -> [(&'static str, Vec<u8>); 4] {
    // A fixed sequence that looks like none of the encodings.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let noise = (0..4096)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[0]
        })
        .collect();
    let pdf = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
    let zip = b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00";
    [
        ("noise.txt", noise),
        ("broken.pdf", pdf.to_vec()),
        ("report.docx", zip.to_vec()),
        ("empty.txt", Vec::new()),
    ]
}

/// Fails when a message does not name the file or does not say of it what the core says.
#[track_caller]
fn assert_tells(message: &str, name: &str, bytes: &[u8]) {
    assert!(message.contains(name), "the message does not name {name}: {message}");
    let error = fajian::analyze(bytes, name, &NativeDecoder).expect_err("a broken file");
    let explanation = (ZH_HANS.problem)(Problem::Source(error));
    assert!(message.contains(explanation.what), "{name}: {message} does not say {explanation:?}");
}

/// The first alert on the page.
#[track_caller]
fn alert(page: &Page) -> String {
    wait_for("a message about the file", || {
        page.alerts().first().cloned().ok_or_else(|| page.stage())
    })
}

#[test]
fn a_broken_file_leaves_the_open_report_standing_and_says_what_is_wrong() {
    let fixture = &samples()[0].1;
    let page = Page::open(Options::default());
    for (name, bytes) in broken_files() {
        page.reopen("");
        page.read(fixture, Way::Drop);
        page.drop_bytes(name, &bytes);
        let message = alert(&page);
        assert_tells(&message, name, &bytes);
        assert_eq!(page.stage(), "ready", "{name}");
        assert_shows(&page, fixture);
    }
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn a_broken_file_on_an_empty_page_says_what_is_wrong_and_leaves_the_ways_in_open() {
    let fixture = &samples()[1].1;
    let page = Page::open(Options::default());
    for (name, bytes) in broken_files() {
        page.reopen("");
        page.drop_bytes(name, &bytes);
        let message = alert(&page);
        assert_tells(&message, name, &bytes);
        assert_eq!(page.stage(), "failed", "{name}");
        page.read(fixture, Way::Drop);
        assert_shows(&page, fixture);
        assert_eq!(page.alerts(), [""; 0], "{name}: the message outlives its cause");
    }
}

#[test]
fn reading_can_be_cancelled() {
    let fixture = &samples()[0].1;
    let long = fixture.report().text.repeat(4_000_000 / fixture.report().text.len());
    let page = Page::open(Options::default());
    page.read(fixture, Way::Drop);
    // In the page itself: from here the button might be gone before it is reached.
    page.browser.run(
        "window.__cancelled = false;
         const watch = new MutationObserver(() => {
             const button = document.querySelector('#cancel-button');
             if (!button || window.__cancelled) return;
             window.__cancelled = true;
             watch.disconnect();
             button.click();
         });
         watch.observe(document.body, { childList: true, subtree: true, attributes: true });",
        &[],
    );
    page.drop_bytes("long.txt", long.as_bytes());
    page.wait_until("the button to be there", "return window.__cancelled");
    page.wait_until_ready();
    assert_shows(&page, fixture);
    // The page is ready for the next one.
    let second = &samples()[1].1;
    page.open_in_place(second);
    assert_shows(&page, second);
}
