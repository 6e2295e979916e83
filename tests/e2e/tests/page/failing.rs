//! What cannot be read is said, and what is open stays open.

use fajian::i18n::{Problem, ZH_HANS};
use fajian::source::{NativeDecoder, SourceError};
use fajian_e2e::writer::{Entry, zip};
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

/// A picture of a page in a PDF file: no text.
fn scan() -> Vec<u8> {
    let parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /XObject << /A 5 0 R >> >> /Contents 4 0 R >>",
        "<< /Length 27 >>\nstream\nq 200 0 0 200 0 0 cm /A Do Q\nendstream",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (number, part) in (1..).zip(parts) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{part}\nendobj\n"));
    }
    let start = file.len();
    file.push_str("xref\n0 6\n0000000000 65535 f \n");
    places.iter().for_each(|at| file.push_str(&format!("{at:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

/// A ZIP whose only file opens with a password.
fn locked() -> Vec<u8> {
    let entry =
        Entry { name: b"a.txt", is_utf8: true, bytes: "法治政府建设年度报告".as_bytes() };
    let mut file = zip(&[entry]);
    // The lowest bit of the flags, in the file's own head and in the directory.
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = file.windows(4).position(|it| it == signature).expect("a head");
        file[at + flags] |= 1;
    }
    file
}

#[test]
fn each_cause_has_a_message_of_its_own() {
    let old_office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let mut files = broken_files().to_vec();
    files.extend([
        ("scan.pdf", scan()),
        ("old.doc", old_office),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("packed.rar", b"Rar!\x1a\x07\x01\0".to_vec()),
    ]);
    let page = Page::open(Options::default());
    let mut told = Vec::new();
    for (name, bytes) in &files {
        page.reopen("");
        page.drop_bytes(name, bytes);
        let message = alert(&page);
        assert_tells(&message, name, bytes);
        told.push(message.replace(name, ""));
    }
    told.sort();
    told.dedup();
    // No text, damage, nothing, a scan, a picture, a packed file of another kind.
    assert_eq!(told.len(), 6, "{told:#?}");

    page.reopen("");
    page.drop_bytes("locked.zip", &locked());
    let message = alert(&page);
    assert!(
        message.contains((ZH_HANS.problem)(Problem::Source(SourceError::Locked)).what),
        "{message}"
    );
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let page = Page::open(Options::default());
    page.browser.run(
        "const data = new DataTransfer();
         data.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'large.txt'));
         document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));",
        &[],
    );
    let message = alert(&page);
    assert!(message.contains((ZH_HANS.problem)(Problem::TooLarge).what), "{message}");
}

#[test]
fn a_text_that_is_no_report_is_shown_and_said_to_be_none() {
    let page = Page::open(Options::default());
    page.paste("text/plain", "春天来了，河边的柳树绿了。孩子们在田埂上放风筝，笑声传得很远。");
    page.wait_until_ready();
    let note = page.text_of("return document.querySelector('.notice.is-partial')?.innerText ?? ''");
    assert!(note.contains(ZH_HANS.partial_unlike), "{note}");
}

#[test]
fn where_storage_is_blocked_a_choice_holds_and_the_page_says_that_it_is_not_kept() {
    let before = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });";
    let page = Page::open(Options { before, ..Options::default() });
    page.open_sample("dense");
    page.click("#elder-button");
    page.wait_until("the elder version", "return document.documentElement.dataset.elder === 'on'");
    let told = wait_for("a message", || {
        let told = page
            .text_of("return document.querySelector('.notice[role=\"status\"]')?.innerText ?? ''");
        if told.is_empty() { Err(told) } else { Ok(told) }
    });
    assert!(told.contains(ZH_HANS.not_kept), "{told}");
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
