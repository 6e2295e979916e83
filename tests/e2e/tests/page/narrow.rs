//! A phone, and a page enlarged fourfold.

use fajian::i18n::{Language, messages};
use fajian_e2e::{Options, Page, wait_for};

use crate::pictures::shoot;

/// How many lines the bar at the top takes, and how far the page is wider than its window.
fn bar(page: &Page) -> String {
    page.text_of(
        "const rows = new Set([...document.querySelectorAll('.top-bar > *, .top-bar .settings-button, .top-bar .export > button')]
            .filter(it => it.checkVisibility() && it.getBoundingClientRect().height > 8 && !it.matches('.skip, .find'))
            .map(it => { const box = it.getBoundingClientRect(); return Math.round((box.top + box.bottom) / 2); }));
         return `${rows.size} ${document.documentElement.scrollWidth - innerWidth}`",
    )
}

#[test]
fn the_bar_takes_one_line_and_the_rest_is_behind_a_button() {
    for languages in [&["zh-CN"][..], &["zh-TW"], &["en"]] {
        let page = Page::open(Options { languages, ..Options::default() });
        page.browser.resize(390, 844);
        page.open_sample("dense");
        assert_eq!(bar(&page), "1 0", "{languages:?}");
        page.click("#settings-button");
        for entry in
            ["#open-entry", "#paste-entry", "#script-select", "#language-select", "#theme-select"]
        {
            page.wait_until_seen(entry);
        }
        shoot(&page, &format!("narrow-menu-{}", languages[0]));
        page.click("#paste-entry");
        page.wait_until("the dialog", "return document.querySelector('dialog.paste').open");
    }
}

#[test]
fn the_elder_version_has_one_line_too() {
    let page = Page::open(Options::default());
    page.browser.resize(390, 844);
    page.open_sample("dense");
    page.click("#elder-button");
    page.wait_until("the aids", "return document.querySelector('.aids') !== null");
    assert_eq!(bar(&page), "1 0");
    shoot(&page, "narrow-elder");
}

#[test]
fn nothing_is_lost_at_320_pixels() {
    for language in [Language::ZhHans, Language::En] {
        let tags: &[&str] = if language == Language::En { &["en"] } else { &["zh-CN"] };
        let page = Page::open(Options { languages: tags, ..Options::default() });
        page.open_sample("dense");
        // 1280 × 1024 enlarged fourfold.
        page.browser.resize(320, 256);
        for (view, name) in ["overview", "text", "statistics", "charts", "checks"]
            .into_iter()
            .zip(messages(language).views)
        {
            page.browser.run(
                "document.querySelector(`.view-bar [data-show=\"${arguments[0]}\"]`).click()",
                &[view.into()],
            );
            page.settle();
            // Only what is a table or a drawing may be wider, and is scrolled by itself.
            let wide = page.text_of(
                "const wide = [...document.querySelectorAll('body *')].filter(it => it.checkVisibility()
                    && !it.closest('.text-table, .figure-scroll, .compare-scroll, svg, .visually-hidden, .outline, .skip')
                    && it.getBoundingClientRect().right > innerWidth + 1);
                 return `${document.documentElement.scrollWidth} ${wide.map(it => it.outerHTML.slice(0, 80)).slice(0, 3)}`",
            );
            assert_eq!(wide, "320 ", "{name}");
        }
        page.browser.resize(320, 640);
        shoot(&page, &format!("320-{}", tags[0]));
    }
}

#[test]
fn a_found_place_does_not_stop_under_the_field() {
    let page = Page::open(Options::default());
    page.browser.resize(390, 844);
    page.open_sample("dense");
    page.click("#find-button");
    page.type_into("#find-input", "行政");
    let count = wait_for("places", || {
        let shown = page.text_of("return document.querySelector('.find-count').textContent");
        shown.strip_prefix("1/").and_then(|count| count.parse::<usize>().ok()).ok_or(shown)
    });
    for at in 2..=count.min(8) {
        page.click(".find-next");
        let script = format!(
            "const count = document.querySelector('.find-count').textContent;
             const range = [...(CSS.highlights.get('fajian-find-current') ?? [])][0];
             if (!count.startsWith('{at}/') || !range) return count;
             const box = range.getBoundingClientRect();
             const top = document.querySelector('#find').getBoundingClientRect().bottom;
             const bottom = document.querySelector('.view-bar').getBoundingClientRect().top;
             return box.height > 0 && box.top >= top && box.bottom <= bottom || `${{box.top}} under ${{top}}`"
        );
        page.wait_until(&format!("place {at} between the bars"), &script);
    }
}
