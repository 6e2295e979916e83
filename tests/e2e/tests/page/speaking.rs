//! The page in every language.

use fajian::i18n::{EN, Language, ZH_HANT, messages};
use fajian_e2e::{Options, Page, samples};

/// The language of the page's root, and the purpose that it states.
fn spoken(page: &Page) -> (String, String) {
    let purpose = "return document.querySelector('.open-purpose')?.innerText ?? ''";
    (page.text_of("return document.documentElement.lang"), page.text_of(purpose))
}

/// Chooses a language as a reader does; the choice stands behind a button on a narrow screen.
fn speak(page: &Page, language: Language) {
    let at = Language::ALL.iter().position(|it| *it == language).expect("one of them");
    let script = "const select = document.querySelector('#language-select');
        select.selectedIndex = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.run(script, &[at.into()]);
    page.wait_until(
        "the language of the page",
        &format!("return document.documentElement.lang === '{}'", language.code()),
    );
    page.settle();
}

#[test]
fn the_browser_tells_the_language() {
    for (languages, language) in [
        (&["zh-CN", "en"][..], Language::ZhHans),
        (&["zh-TW"], Language::ZhHant),
        (&["zh-HK", "zh"], Language::ZhHant),
        (&["fr", "zh-Hant-MO"], Language::ZhHant),
        (&["en-GB", "zh-CN"], Language::En),
        (&["fr", "de"], Language::En),
    ] {
        let page = Page::open(Options { languages, ..Options::default() });
        let words = messages(language);
        let expected = (words.code.to_owned(), words.purpose.to_owned());
        assert_eq!(spoken(&page), expected, "{languages:?}");
    }
}

#[test]
fn a_chosen_language_is_spoken_at_once_and_kept() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let headline = "return document.querySelector('.figure-headline').innerText";
    let chinese = page.text_of(headline);
    page.click("nav#outline a[data-section=\"3\"]");
    page.wait_until_seen("#s-3");
    speak(&page, Language::En);
    let english = page.text_of(headline);
    assert_ne!(chinese, english, "the charts are worded anew");
    assert!(
        page.text_of("return document.querySelector('#checks-name').innerText").contains("Checks")
    );
    // Neither the place in the report nor the report itself is lost.
    page.wait_until_seen("#s-3");
    page.reopen("");
    assert_eq!(spoken(&page), (EN.code.to_owned(), EN.purpose.to_owned()));
    speak(&page, Language::ZhHant);
    assert_eq!(spoken(&page), (ZH_HANT.code.to_owned(), ZH_HANT.purpose.to_owned()));
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn figures_and_findings_are_worded_in_english() {
    let fixtures = samples();
    let page = Page::open(Options { languages: &["en"], ..Options::default() });
    page.open_sample("dense");
    super::expectation::assert_shows(&page, &fixtures[0].1);
    // What is not marked as Chinese is English: in the checks, the charts and the names of topics.
    let script = "const isHan = /[\\u3400-\\u9fff]/;
        const strangers = [];
        const walk = node => {
            if (node.nodeType === 3 && isHan.test(node.data)) strangers.push(node.data);
            if (node.nodeType === 1 && !/^zh/.test(node.lang) && node.localName !== 'svg') node.childNodes.forEach(walk);
        };
        walk(document.querySelector('main'));
        walk(document.querySelector('#statistics'));
        return strangers.slice(0, 9).join('\\n');";
    assert_eq!(page.text_of(script), "");
    let language = "return document.querySelector('.text-sheet').lang";
    assert_eq!(page.text_of(language), "zh-Hans");
}

#[test]
fn settings_are_within_reach_on_a_narrow_screen() {
    for languages in [&["zh-CN"][..], &["en"]] {
        let page = Page::open(Options { languages, ..Options::default() });
        page.open_sample("dense");
        page.browser.resize(390, 844);
        page.click("#settings-button");
        page.wait_until_seen("#language-select");
        page.wait_until_seen("#elder-button");
        let script = "const bar = document.querySelector('.top-bar');
            return `${bar.scrollWidth <= bar.clientWidth} ${document.documentElement.scrollWidth}`";
        assert_eq!(page.text_of(script), "true 390");
        super::pictures::shoot(&page, &format!("settings-{}", languages[0]));
    }
}
