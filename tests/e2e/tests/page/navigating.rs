//! Finding one's way in an open report.

use fajian::document::BlockKind;
use fajian_e2e::{Fixture, Options, Page, samples, wait_for};

/// The index in the middle of `n`: its place can be scrolled to the top and has something around it.
fn middle(n: usize) -> usize {
    n / 2
}

#[test]
fn a_figure_leads_to_its_words_and_back() {
    let fixtures = samples();
    let report = fixtures[0].1.report();
    let page = Page::open(Options::default());
    page.open_sample("dense");
    for index in [0, middle(report.statistics.len()), report.statistics.len() - 1] {
        page.click(&format!("[data-figure=\"{index}\"] .figure-go"));
        let mark = format!("mark[data-statistic=\"{index}\"]");
        page.wait_until_seen(&format!("{mark}.is-selected"));
        page.wait_until(
            "the address of the figure",
            &format!("return location.hash === '#/f/{index}'"),
        );
    }
    let index = middle(report.statistics.len());
    page.browser
        .run("document.querySelector('main').ownerDocument.defaultView.scrollTo(0, 0)", &[]);
    page.click(&format!("mark[data-statistic=\"{index}\"]"));
    page.wait_until_seen(&format!("[data-figure=\"{index}\"].is-selected"));
}

/// What has the focus: a figure's mark in the text, its entry in the list, or something else.
fn focus(page: &Page) -> String {
    page.text_of(
        "const it = document.activeElement;
         const row = it.closest('[data-figure]');
         return it.matches('mark') ? `mark ${it.dataset.statistic}` : row ? `row ${row.dataset.figure}` : it.tagName",
    )
}

#[track_caller]
fn wait_for_focus(page: &Page, on: &str) {
    wait_for(&format!("the focus on {on}"), || {
        let now = focus(page);
        if now == on { Ok(()) } else { Err(now) }
    });
}

#[test]
fn a_figure_is_reached_and_left_by_keyboard_alone() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let (tab, enter, right) = ("\u{e004}", "\u{e007}", "\u{e014}");
    for _ in 0..400 {
        if focus(&page).starts_with("mark") {
            break;
        }
        page.browser.press(tab);
    }
    wait_for_focus(&page, "mark 0");
    page.browser.press(right);
    page.browser.press(right);
    wait_for_focus(&page, "mark 2");
    page.browser.press(enter);
    wait_for_focus(&page, "row 2");
    page.wait_until_seen("[data-figure=\"2\"].is-selected .figure-go");
    page.browser.press(enter);
    wait_for_focus(&page, "mark 2");
    page.wait_until_seen("mark[data-statistic=\"2\"].is-selected");
}

#[test]
fn the_outline_leads_to_sections_and_marks_the_current_one() {
    let fixtures = samples();
    let n_sections = fixtures[0].1.report().sections.len();
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let index = middle(n_sections);
    page.click(&format!("nav#outline a[data-section=\"{index}\"]"));
    page.wait_until_seen(&format!("#s-{index}"));
    page.wait_until(
        "the address of the section",
        &format!("return location.hash === '#/s/{index}'"),
    );
    wait_until_current(&page, index);
    for index in sections_with_text(&fixtures[0].1) {
        wait_for(&format!("section {index} to be marked while scrolling"), || {
            // As a reader does: past it, and back. Right after a click the page takes all scrolling for its own; and what
            // comes into sight is laid out only then, and pushes the heading away once more.
            page.browser.run("scrollBy(0, innerHeight)", &[]);
            for _ in 0..3 {
                page.settle();
                page.scroll_to(&format!("#s-{index}"), "start");
            }
            page.settle();
            let current = current(&page);
            if current == [index] { Ok(()) } else { Err(format!("{current:?}")) }
        });
    }
}

/// The sections that have words of their own, not just parts: the last few left out, which the end of the page keeps
/// from reaching the top of the window.
fn sections_with_text(fixture: &Fixture) -> Vec<usize> {
    let paragraphs =
        fixture.analysis.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let mut sections: Vec<_> = paragraphs.filter_map(|block| block.section).collect();
    sections.dedup();
    sections.truncate(sections.len() / 2);
    assert!(sections.len() > 2, "a sample with sections");
    sections
}

/// The sections that the outline marks.
fn current(page: &Page) -> Vec<usize> {
    let script = "return [...document.querySelectorAll('nav#outline a[aria-current=\"true\"]')].map(it => it.dataset.section).join()";
    page.text_of(script).split(',').filter_map(|section| section.parse().ok()).collect()
}

/// Waits until the outline marks the section, and no other.
fn wait_until_current(page: &Page, index: usize) {
    wait_for(&format!("section {index} to be marked"), || {
        let current = current(page);
        if current == [index] { Ok(()) } else { Err(format!("{current:?}")) }
    });
}

#[test]
fn a_link_to_a_section_finds_it_once_the_report_is_open() {
    let fixtures = samples();
    let index = middle(fixtures[0].1.report().sections.len());
    let page = Page::open(Options::default());
    page.reopen(&format!("#/s/{index}"));
    page.open_sample("dense");
    page.wait_until_seen(&format!("#s-{index}"));
    wait_until_current(&page, index);
    assert_eq!(page.text_of("return location.hash"), format!("#/s/{index}"));
}

#[test]
fn the_way_back_leads_to_the_former_place() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    for index in [1, 3] {
        page.click(&format!("nav#outline a[data-section=\"{index}\"]"));
        page.wait_until(
            "the address of the section",
            &format!("return location.hash === '#/s/{index}'"),
        );
    }
    page.browser.run("history.back()", &[]);
    page.wait_until("the former address", "return location.hash === '#/s/1'");
    page.wait_until_seen("#s-1");
    assert_eq!(page.stage(), "ready");
}
