//! Looking for words in the text of the open report.

use fajian_e2e::{Options, Page, samples};

use crate::expectation::wait_until_whole;

const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const SHIFT: &str = "\u{E008}";
const F3: &str = "\u{E033}";

/// A report with a table, a broken line and full-width digits.
const TABLE: &str = "<h1>嵐溪縣2024年法治政府建设年度报告</h1><h2>一、行政复议</h2><p>全年审结案件１２件。</p>\
    <table><tr><td>收到申请</td><td>受理件数</td></tr><tr><td>31件</td><td>27件</td></tr></table>";

/// Waits until the field says which place of how many.
#[track_caller]
fn wait_for_count(page: &Page, shown: &str) {
    let script = format!(
        "const shown = document.querySelector('.find-count').textContent; return shown === '{shown}' || shown"
    );
    page.wait_until(&format!("the count {shown}"), &script);
}

/// Waits until the words highlighted as the current place are `words`, and are in sight.
#[track_caller]
fn wait_for_current(page: &Page, words: &str) {
    let script = format!(
        "const ranges = [...(CSS.highlights.get('fajian-find-current') ?? [])];
         const words = ranges.map(it => it.toString()).join('');
         if (words !== '{words}') return words;
         const box = ranges[0].getBoundingClientRect();
         return box.height > 0 && box.top >= 40 && box.bottom <= innerHeight || `${{box.top}} ${{box.bottom}}`"
    );
    page.wait_until(&format!("{words} as the current place"), &script);
}

/// How many elements the text has, and how many ranges are highlighted.
fn elements(page: &Page) -> String {
    page.text_of("return String(document.querySelectorAll('main *').length)")
}

#[test]
fn words_are_counted_and_gone_through_by_keys() {
    let fixtures = samples();
    let text = &fixtures[0].1.report().text;
    let count = text.split_whitespace().collect::<String>().matches("行政复议").count();
    assert!(count > 2, "a sample with the words");
    let page = Page::open(Options::default());
    page.open_sample("dense");
    wait_until_whole(&page, &fixtures[0].1);
    let before = elements(&page);
    // The keyboard's way in.
    page.type_into("body", "/");
    page.wait_until(
        "the field to have the focus",
        "return document.activeElement.id === 'find-input'",
    );
    page.type_into("#find-input", "行政复议");
    wait_for_count(&page, &format!("1/{count}"));
    wait_for_current(&page, "行政复议");
    page.wait_until(
        "the count to be told",
        &format!(
            "const told = document.querySelector('#find-told').textContent; return told.includes('{count}') || told"
        ),
    );
    page.type_into("#find-input", ENTER);
    wait_for_count(&page, &format!("2/{count}"));
    page.type_into("#find-input", F3);
    wait_for_count(&page, &format!("3/{count}"));
    page.type_into("#find-input", &format!("{SHIFT}{F3}"));
    wait_for_count(&page, &format!("2/{count}"));
    page.type_into("#find-input", &format!("{SHIFT}{ENTER}"));
    page.type_into("#find-input", &format!("{SHIFT}{ENTER}"));
    wait_for_count(&page, &format!("{count}/{count}"));
    wait_for_current(&page, "行政复议");
    page.type_into("body", F3);
    wait_for_count(&page, &format!("1/{count}"));
    assert_eq!(elements(&page), before, "elements of the report");
    assert_eq!(page.text_of("return location.hash"), "", "the address");
    page.type_into("#find-input", ESCAPE);
    page.wait_until(
        "the search to be over",
        "return CSS.highlights.size === 0 && document.activeElement.id === 'text' && document.querySelector('#find-input').value === ''",
    );
    assert!(page.browser.complaints().is_empty());
}

#[test]
fn words_are_found_in_any_form_and_across_cells() {
    let page = Page::open(Options::default());
    page.paste("text/html", TABLE);
    page.wait_until_ready();
    for (words, count, shown) in [
        ("申请受理", "1/1", "申请受理"),
        ("件数31件27", "1/1", "件数31件27"),
        ("岚溪县", "1/1", "嵐溪縣"),
        ("12件", "1/1", "１２件"),
        ("没有的词", "没有找到", ""),
    ] {
        page.browser.run("document.querySelector('#find-input').select()", &[]);
        page.type_into("#find-input", words);
        wait_for_count(&page, count);
        if !shown.is_empty() {
            wait_for_current(&page, shown);
        }
    }
}

#[test]
fn what_is_folded_opens_for_what_is_found_in_it() {
    let page = Page::open(Options::default());
    page.open_sample("traditional");
    let words = page.text_of(
        "return document.querySelector('.text-furniture p').textContent.trim().slice(0, 4)",
    );
    page.type_into("#find-input", &words);
    page.type_into("#find-input", ENTER);
    page.wait_until(
        &format!("{words} to be unfolded"),
        "return document.querySelector('.text-furniture[open]') !== null",
    );
}

#[test]
fn an_older_browser_selects_what_is_found() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    page.browser.run("Object.defineProperty(CSS, 'highlights', { value: undefined })", &[]);
    page.type_into("#find-input", "行政复议");
    page.type_into("#find-input", ENTER);
    page.wait_until("the words to be selected", "return String(getSelection()) === '行政复议'");
    page.type_into("body", ENTER);
    page.wait_until(
        "the next place",
        "return document.querySelector('.find-count').textContent.startsWith('3/') && String(getSelection()) === '行政复议'",
    );
}

#[test]
fn on_a_narrow_screen_a_button_opens_the_field() {
    let page = Page::open(Options::default());
    page.browser.resize(390, 844);
    page.open_sample("dense");
    page.click("#find-button");
    page.wait_until(
        "the field to have the focus",
        "return document.activeElement.id === 'find-input'",
    );
    page.type_into("#find-input", "行政复议");
    page.click(".find-next");
    wait_for_current(&page, "行政复议");
    page.wait_until("the text", "return document.querySelector('.layout').dataset.view === 'text'");
    page.click(".find-clear");
    page.wait_until(
        "the field to be gone",
        "return !document.querySelector('#find').checkVisibility()",
    );
}
