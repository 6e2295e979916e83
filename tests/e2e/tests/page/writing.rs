//! The text in another script than it is printed in, with every place where it was.

use fajian::export::{Format, file_name, write as write_file};
use fajian::i18n::ZH_HANS;
use fajian_e2e::{Options, Page, samples, wait_for};

use crate::exporting::{arrived, downloads, export};

/// Chooses a script by its place in the list, as a reader does: as printed, simplified, traditional.
fn write(page: &Page, at: usize) {
    let script = "const select = document.querySelector('#script-select');
        select.selectedIndex = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.run(script, &[at.into()]);
}

const AS_PRINTED: usize = 0;
const SIMPLIFIED: usize = 1;
const TRADITIONAL: usize = 2;

/// The text as it is set, and the language that it is marked with.
fn set_text(page: &Page) -> (String, String) {
    let words = page.text_of("return document.querySelector('.text-sheet').textContent");
    (words, page.text_of("return document.querySelector('.text-sheet').lang"))
}

#[track_caller]
fn wait_for_language(page: &Page, language: &str) {
    let script = format!("return document.querySelector('.text-sheet').lang === '{language}'");
    page.wait_until(&format!("the text in {language}"), &script);
}

#[test]
fn a_simplified_text_is_written_in_traditional_characters_and_back() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let printed = set_text(&page);
    let marks = page.look().marks;
    page.type_into("#find-input", "行政复议");
    let count = wait_for("the count", || {
        let count = page.text_of("return document.querySelector('.find-count').textContent");
        if count.starts_with("1/") { Ok(count) } else { Err(count) }
    });

    write(&page, TRADITIONAL);
    wait_for_language(&page, "zh-Hant");
    let (words, _) = set_text(&page);
    assert!(words.contains("訴訟") && !words.contains("诉讼"), "{words}");
    // What a character becomes goes by the phrase that it stands in.
    for (simplified, traditional) in [("制度", "制度"), ("规范", "規範"), ("干部", "幹部")]
    {
        assert_eq!(printed.0.matches(simplified).count(), words.matches(traditional).count());
    }
    assert_eq!(words.chars().count(), printed.0.chars().count());
    // The same figures are marked, the same numbers in them.
    let written = page.look().marks;
    let numbers = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    assert_eq!(marks.len(), written.len());
    for (before, now) in marks.iter().zip(&written) {
        assert_eq!((before.index, numbers(&before.text)), (now.index, numbers(&now.text)));
    }
    // What was found stays found.
    page.wait_until(
        "the highlight to follow",
        "const ranges = [...CSS.highlights.get('fajian-find-current')].join('');
         return /^行政[複復]議$/.test(ranges) || ranges",
    );
    let shown = page.text_of("return document.querySelector('.find-count').textContent");
    assert_eq!(shown, count);
    // A figure leads to its words all the same.
    page.click("[data-figure=\"3\"] .figure-go");
    page.wait_until_seen("mark[data-statistic=\"3\"]");
    let quote =
        page.text_of("return document.querySelector('[data-figure=\"3\"] .source b').textContent");
    assert_eq!(quote, written.iter().find(|it| it.index == 3).expect("a mark").text);

    write(&page, AS_PRINTED);
    wait_for_language(&page, "zh-Hans");
    assert_eq!(set_text(&page), printed);
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn the_choice_of_script_is_kept_and_what_is_saved_stays_as_printed() {
    let page = Page::open(Options::default());
    let fixture = &samples()[2].1;
    page.open_sample("traditional");
    wait_for_language(&page, "zh-Hant");
    write(&page, SIMPLIFIED);
    wait_for_language(&page, "zh-Hans");
    let (words, _) = set_text(&page);
    assert!(words.contains("执法") && !words.contains("執法"), "{words}");
    page.reopen("");
    page.open_sample("traditional");
    wait_for_language(&page, "zh-Hans");
    // A deep link leads to the same place.
    page.reopen("#/s/2");
    page.open_sample("traditional");
    wait_for_language(&page, "zh-Hans");
    page.wait_until_seen("#s-2");
    let folder = downloads(&page, "writing");
    export(&page, "md");
    let report = fixture.report().clone();
    let name = file_name(&[&report], "", "md");
    let expected = write_file(Format::Markdown, &[report], &ZH_HANS).expect("a file");
    assert!(arrived(&folder, &name) == expected, "the report is saved as printed");
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn where_the_rewriter_is_missing_the_page_says_so_and_shows_the_text_as_printed() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let printed = set_text(&page);
    page.browser.block("*rewriter*");
    write(&page, TRADITIONAL);
    let alert = wait_for("a message", || page.alerts().first().cloned().ok_or_else(String::new));
    assert!(alert.contains(ZH_HANS.reading_aids.not_rewritten), "{alert}");
    assert_eq!(set_text(&page), printed);
    let chosen =
        page.text_of("return String(document.querySelector('#script-select').selectedIndex)");
    assert_eq!(chosen, "0");
}
