//! Reports of every format in the page: by themselves, several at once, and packed.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use encoding_rs::GBK;
use fajian_e2e::writer::{Entry, zip};
use fajian_e2e::{
    Edition, Fixture, Form, Manuscript, Options, Page, Way, checkout, editions, wait_for,
};

use crate::expectation::assert_shows;

/// The samples in every format; made once, as starting the programs takes most of the time.
static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let manuscripts = ["dense", "silent", "traditional"]
        .map(|name| Manuscript::read(&checkout().join(format!("samples/{name}.txt")), name));
    editions(&manuscripts, &PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("page-formats"))
});

/// A sample in a format.
fn edition(manuscript: usize, form: Form) -> Fixture {
    let is_it = |edition: &&Edition| edition.manuscript == manuscript && edition.form == form;
    Fixture::read(&EDITIONS.iter().find(is_it).expect("an edition").path)
}

/// The three samples, each in another format.
fn three() -> [Fixture; 3] {
    [edition(0, Form::DocxNumbered), edition(1, Form::PdfOfBrowser), edition(2, Form::Ofd)]
}

fn title(fixture: &Fixture) -> String {
    fixture.report().title.clone().expect("a report with a title")
}

/// Waits until a report is offered for each of these, and looks at each.
#[track_caller]
fn assert_offers(page: &Page, fixtures: &[Fixture]) {
    let titles: Vec<_> = fixtures.iter().map(title).collect();
    wait_for("the choice of reports", || {
        let choices = page.choices();
        if choices == titles { Ok(()) } else { Err(format!("{choices:?}, {:?}", page.alerts())) }
    });
    page.wait_until_ready();
    for index in (0..fixtures.len()).rev() {
        page.choose(index);
        let script = "return document.title";
        wait_for("the chosen report", || {
            let shown = page.text_of(script);
            if shown.contains(&titles[index]) { Ok(()) } else { Err(shown) }
        });
        assert_shows(page, &fixtures[index]);
    }
}

#[test]
fn every_format_is_shown_as_the_text_is() {
    let page = Page::open(Options::default());
    for (form, way) in Form::ALL.into_iter().zip([Way::Drop, Way::Picker].into_iter().cycle()) {
        let fixture = edition(0, form);
        page.reopen("");
        page.read(&fixture, way);
        assert_shows(&page, &fixture);
        assert_eq!(page.alerts(), [""; 0], "{}", form.name());
    }
    assert_eq!(page.violations(), [""; 0]);
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn without_workers_documents_are_read_in_the_page() {
    let page = Page::open(Options { without_workers: true, ..Options::default() });
    for form in [Form::Docx, Form::Doc, Form::PdfInGbk, Form::Ofd, Form::Mhtml] {
        let fixture = edition(1, form);
        page.reopen("");
        page.read(&fixture, Way::Drop);
        assert_shows(&page, &fixture);
    }
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn several_files_at_once_are_offered_to_choose_from() {
    let page = Page::open(Options::default());
    let fixtures = three();
    let paths: Vec<&Path> = fixtures.iter().map(|fixture| fixture.path.as_path()).collect();
    page.pick(&paths);
    // The dialog hands files over by name.
    let mut fixtures = fixtures;
    fixtures.sort_by_key(Fixture::name);
    assert_offers(&page, &fixtures);
    assert_eq!(page.alerts(), [""; 0]);
}

#[test]
fn the_same_report_in_two_formats_is_told_apart_by_the_file() {
    let page = Page::open(Options::default());
    let (one, other) = (edition(1, Form::Docx), edition(1, Form::Ofd));
    page.drop_files(&[("1.docx", &one.bytes), ("2.ofd", &other.bytes)]);
    page.wait_until_ready();
    let title = title(&one);
    assert_eq!(page.choices(), [format!("{title} 1.docx"), format!("{title} 2.ofd")]);
}

#[test]
fn a_zip_with_chinese_names_opens_every_report_in_it() {
    let fixtures = three();
    let names: Vec<_> = fixtures
        .iter()
        .enumerate()
        .map(|(index, fixture)| {
            GBK.encode(&format!("各局/{index}年度报告-{}", fixture.name())).0.into_owned()
        })
        .collect();
    let entries = names.iter().zip(&fixtures);
    let mut entries: Vec<_> = entries
        .map(|(name, fixture)| Entry { name, is_utf8: false, bytes: &fixture.bytes })
        .collect();
    let page = Page::open(Options::default());
    page.drop_bytes("各局.zip", &zip(&entries));
    assert_offers(&page, &fixtures);
    assert_eq!(page.alerts(), [""; 0]);

    // What is no report is named.
    let picture = GBK.encode("各局/公章.png").0.into_owned();
    entries.push(Entry { name: &picture, is_utf8: false, bytes: b"\x89PNG\r\n\x1a\n" });
    page.reopen("");
    page.drop_bytes("各局.zip", &zip(&entries));
    assert_offers(&page, &fixtures);
    let alerts = page.alerts();
    assert!(alerts.iter().any(|alert| alert.contains("各局.zip/各局/公章.png")), "{alerts:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_open() {
    let fixtures = three();
    let page = Page::open(Options::default());
    let [first, second, third] = &fixtures;
    page.drop_files(&[
        ("1.docx", &first.bytes),
        ("scan.png", b"\x89PNG\r\n\x1a\n"),
        ("2.pdf", &second.bytes),
        ("cut.ofd", &third.bytes[..third.bytes.len() / 2]),
        ("3.ofd", &third.bytes),
    ]);
    assert_offers(&page, &fixtures);
    let alerts = page.alerts().join("\n");
    assert!(alerts.contains("scan.png") && alerts.contains("cut.ofd"), "{alerts}");
    assert!(!alerts.contains("2.pdf"), "{alerts}");
}

#[test]
fn the_readers_are_asked_for_when_the_first_document_is_opened() {
    let page = Page::open(Options::default());
    let n_asked = |page: &Page| {
        let asked = page.server.requests();
        asked
            .iter()
            .filter(|target| target.contains("/readers-") && target.ends_with(".wasm"))
            .count()
    };
    page.open_sample("dense");
    page.open_in_place(&edition(1, Form::Html));
    assert_eq!(n_asked(&page), 0, "{:?}", page.server.requests());
    page.open_in_place(&edition(2, Form::Docx));
    assert_eq!(n_asked(&page), 1);
    page.open_in_place(&edition(0, Form::PdfInUcs2));
    assert_eq!(n_asked(&page), 1);
}
