//! A report comes in, by every way there is, and is shown whole.

use fajian_e2e::{Fixture, Options, Page, Way, samples, shared_reports};

use crate::expectation::assert_shows;

/// Opens a sample by its button, then its file by every other way.
fn check_sample(button: &str) {
    let fixtures = samples();
    let (_, fixture) = fixtures.iter().find(|(name, _)| *name == button).expect("a sample");
    let page = Page::open(Options::default());
    page.open_sample(button);
    assert_shows(&page, fixture);
    check_ways(&page, fixture);
}

fn check_ways(page: &Page, fixture: &Fixture) {
    for way in Way::ALL {
        page.reopen("");
        page.read(fixture, way);
        assert_shows(page, fixture);
    }
    assert_eq!(page.violations(), [""; 0], "{}", fixture.name());
    assert_eq!(page.browser.complaints(), [""; 0], "{}", fixture.name());
}

#[test]
fn the_dense_sample_opens_by_button_drop_paste_and_picker() {
    check_sample("dense");
}

#[test]
fn the_silent_sample_opens_by_button_drop_paste_and_picker() {
    check_sample("silent");
}

#[test]
fn the_traditional_sample_opens_by_button_drop_paste_and_picker() {
    check_sample("traditional");
}

#[test]
fn the_silent_sample_is_shown_to_be_silent() {
    let page = Page::open(Options::default());
    page.open_sample("silent");
    let slot = page
        .text_of("return document.querySelector('[data-undisclosed=\"litigation\"]')?.innerText");
    assert!(slot.contains("未披露"), "instead: {slot}");
}

#[test]
fn the_shared_reports_open_by_drop_paste_and_picker() {
    let Some(reports) = shared_reports() else {
        println!("left out: FAJIAN_SHARED names no folder with real reports");
        return;
    };
    assert!(!reports.is_empty(), "FAJIAN_SHARED has no reports");
    let page = Page::open(Options::default());
    for fixture in &reports {
        check_ways(&page, fixture);
    }
}

#[test]
fn text_typed_into_the_paste_field_is_read() {
    let fixture = &samples()[0].1;
    let page = Page::open(Options::default());
    page.click("#paste-button");
    page.wait_until_seen("#paste-text");
    // Pasting into a field is the field's own business: the report opens with the button.
    page.browser.run(
        "const field = document.querySelector('#paste-text'); field.focus();
         document.execCommand('insertText', false, arguments[0]);",
        &[fixture.report().text.as_str().into()],
    );
    assert_eq!(page.stage(), "empty");
    page.click("#paste-submit");
    page.wait_until_ready();
    let seen = page.look();
    assert_eq!(seen.outline.len(), fixture.report().sections.len());
}

#[test]
fn a_second_report_takes_the_place_of_the_first() {
    let fixtures = samples();
    let page = Page::open(Options::default());
    page.read(&fixtures[0].1, Way::Drop);
    let second = &fixtures[1].1;
    page.open_in_place(second);
    assert_shows(&page, second);
}
