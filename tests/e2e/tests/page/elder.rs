//! 长者版 and the appearances of strong contrast: sizes, contrast, captions, the voice.

use fajian::i18n::ZH_HANS;
use fajian_e2e::{Options, Page, wait_for};

use crate::pictures::shoot;

/// Texts on screen with less contrast to their ground than `arguments[0]`, or smaller than `arguments[1]` pixels; and
/// drawn marks with less contrast than 3.
const FAINT: &str = "
    const [least, smallest] = arguments;
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const known = new Map();
    const read = color => {
        if (!known.has(color)) {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            known.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
        }
        return known.get(color);
    };
    const over = (top, ground) => top.slice(0, 3).map((it, n) => it * top[3] / 255 + ground[n] * (1 - top[3] / 255));
    const ground = element => {
        const layers = [];
        for (let it = element; it; it = it.parentElement) layers.unshift(read(getComputedStyle(it).backgroundColor));
        return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
    };
    const light = color => {
        const [r, g, b] = color.map(it => it / 255).map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
        const [a, b] = [light(one), light(other)].sort((a, b) => b - a);
        return (a + 0.05) / (b + 0.05);
    };
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || seen.has(element)) continue;
        seen.add(element);
        if (!element.checkVisibility() || element.closest('.visually-hidden, :disabled, script, .skip, option')) continue;
        const style = getComputedStyle(element);
        const isDrawn = element instanceof SVGElement;
        const color = isDrawn ? style.fill : style.color;
        const below = ground(element.closest('svg')?.parentElement ?? element);
        const ratio = contrast(over(read(color), below), below);
        // Larger type of a drawing is measured as it is drawn.
        const size = parseFloat(style.fontSize);
        if (ratio < least || size < smallest) {
            faint.push(`${ratio.toFixed(2)} ${size} ${element.outerHTML.slice(0, 110)}`);
        }
    }
    for (const mark of document.querySelectorAll('svg .chart-bar, svg .chart-dot:not(.is-open)')) {
        const below = ground(mark.closest('svg').parentElement);
        const ratio = contrast(over(read(getComputedStyle(mark).fill), below), below);
        if (ratio < 3) faint.push(`${ratio.toFixed(2)} mark ${mark.outerHTML.slice(0, 110)}`);
    }
    return faint.slice(0, 12).join('\\n');";

/// Controls on screen that are lower than 44 pixels; words within a sentence or table cell have the height of their line.
const LOW: &str = "
    const low = [...document.querySelectorAll('button, select, input, summary, a, [role=\"button\"]')].filter(it => {
        if (!it.checkVisibility() || it.closest('.visually-hidden, svg') || it.matches('.skip, [type=file]')) return false;
        if (getComputedStyle(it).display === 'inline' && it.parentElement.textContent.trim() !== it.textContent.trim()) return false;
        const box = (it.closest('label') ?? it).getBoundingClientRect();
        return box.height > 0 && (box.height < 43.5 || box.width < 43.5);
    });
    return low.slice(0, 12).map(it => `${it.getBoundingClientRect().height} ${it.outerHTML.slice(0, 110)}`).join('\\n')";

/// The text that the caption shows.
fn caption(page: &Page) -> String {
    page.text_of("return document.querySelector('.aids-caption').textContent")
}

fn choose_theme(page: &Page, at: usize) {
    let script = "const select = document.querySelector('#theme-select');
        select.selectedIndex = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.run(script, &[at.into()]);
    page.settle();
}

#[track_caller]
fn assert_strong(page: &Page, what: &str, smallest: f64) {
    let faint = page.browser.run(FAINT, &[7.0.into(), smallest.into()]);
    assert_eq!(faint.as_str().unwrap_or_default(), "", "{what}");
}

fn start_elder(page: &Page) {
    page.click("#elder-button");
    page.wait_until("the aids", "return document.querySelector('.aids') !== null");
}

#[test]
fn the_elder_version_is_large_and_strong() {
    for dark in [false, true] {
        let page = Page::open(Options { dark, ..Options::default() });
        start_elder(&page);
        assert_strong(&page, "empty page", 24.0);
        shoot(&page, &format!("elder-empty-{dark}"));
        page.open_sample("dense");
        page.settle();
        assert_strong(&page, &format!("elder version, dark: {dark}"), 24.0);
        assert_eq!(page.text_of(LOW), "", "controls");
        shoot(&page, &format!("elder-{dark}"));
    }
}

#[test]
fn appearances_of_strong_contrast_are_strong_and_kept() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    for (at, name) in [(3, "white"), (4, "black"), (5, "yellow")] {
        choose_theme(&page, at);
        assert_eq!(page.text_of("return document.documentElement.dataset.theme"), name);
        assert_strong(&page, name, 0.0);
        shoot(&page, &format!("contrast-{name}"));
        page.click("#elder-button");
        page.settle();
        assert_strong(&page, &format!("{name}, elder version"), 24.0);
        page.click("#elder-button");
    }
    page.reopen("");
    assert_eq!(page.text_of("return document.documentElement.dataset.theme"), "yellow");
}

#[test]
fn what_is_chosen_is_seen_in_forced_colors() {
    let page = Page::open(Options { forced_colors: true, ..Options::default() });
    page.open_sample("dense");
    page.click("nav#outline a[data-section=\"3\"]");
    page.wait_until_seen("#s-3");
    page.click("#elder-button");
    page.wait_until("the aids", "return document.querySelector('.aids') !== null");
    for (chosen, other) in [
        ("#elder-button", "#open-button"),
        ("nav#outline a[aria-current=\"true\"]", "nav#outline a:not([aria-current])"),
    ] {
        let grounds = page.text_of(&format!(
            "return ['{chosen}', '{other}'].map(it => getComputedStyle(document.querySelector(it)).backgroundColor).join()"
        ));
        let (one, two) = grounds.split_at(grounds.len() / 2);
        assert_ne!(one.trim_matches(','), two.trim_matches(','), "{chosen}: {grounds}");
    }
    shoot(&page, "forced-colors");
}

#[test]
fn captions_show_what_is_pointed_at_and_what_has_the_focus() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    start_elder(&page);
    assert_eq!(caption(&page), ZH_HANS.reading_aids.captions_hint);
    page.browser.run("document.querySelector('#open-button').focus()", &[]);
    page.wait_until(
        "the focus",
        "return document.querySelector('.aids-caption').textContent === '打开'",
    );
    // The sentence that is pointed at, not the whole paragraph.
    page.scroll_to("#text .text-paragraph", "center");
    page.settle();
    let sentence = page.text_of(
        "const line = document.querySelector('#text .text-paragraph');
         const box = line.getClientRects()[0];
         const at = { bubbles: true, clientX: box.left + 60, clientY: box.top + 18 };
         line.dispatchEvent(new PointerEvent('pointermove', at));
         return line.textContent.split('。')[0]",
    );
    let shown = caption(&page);
    assert!(
        shown
            .trim_end_matches(['。', '…'])
            .starts_with(&sentence.chars().take(20).collect::<String>()),
        "{shown}"
    );
    let size = page.browser.run(
        "return parseFloat(getComputedStyle(document.querySelector('.aids-caption')).fontSize)",
        &[],
    );
    assert!(size.as_f64().is_some_and(|size| size >= 36.0), "{size}");
    page.click("[data-aid=\"captions\"]");
    page.wait_until(
        "no captions",
        "return !document.querySelector('.aids-caption').checkVisibility()",
    );
    page.click("#elder-button");
    page.wait_until("no aids", "return document.querySelector('.aids') === null");
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn without_a_chinese_voice_the_page_says_what_to_do() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    start_elder(&page);
    page.click("[data-aid=\"speak\"]");
    let alert = wait_for("a message", || page.alerts().first().cloned().ok_or_else(String::new));
    assert_eq!(alert, ZH_HANS.reading_aids.no_voice);
}

/// A voice that says a sentence when the test lets it.
const VOICE: &str = "
    window.__said = [];
    const voice = { lang: 'zh-CN', name: 'test' };
    const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        speak: it => { window.__said.push([it.text, it.lang, it.rate]); window.__now = it; },
        cancel: () => { const it = window.__now; window.__now = null; it?.onerror?.({ error: 'interrupted' }); },
        pause: () => window.__said.push(['pause']),
        resume: () => window.__said.push(['resume']),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };";

#[test]
fn the_page_is_read_aloud_sentence_by_sentence() {
    let page = Page::open(Options { before: VOICE, ..Options::default() });
    page.open_sample("dense");
    start_elder(&page);
    page.scroll_to("#text .text-paragraph", "start");
    page.browser.run("scrollBy(0, -160)", &[]);
    page.settle();
    page.click("[data-aid=\"speak\"]");
    let said = |n: usize| {
        wait_for(&format!("sentence {n}"), || {
            let said = page.browser.run("return window.__said", &[]);
            said.get(n).cloned().ok_or_else(|| said.to_string())
        })
    };
    let marked = "return [...(CSS.highlights.get('fajian-speech') ?? [])].join('').trim()";
    for n in 0..4 {
        let sentence = said(n);
        let words = sentence[0].as_str().expect("words").to_owned();
        assert_eq!(page.text_of(marked), words, "the sentence that is read is marked");
        assert_eq!(caption(&page), words);
        assert_eq!(sentence[1], "zh-CN");
        page.browser.run("const it = window.__now; window.__now = null; it.onend()", &[]);
    }
    page.click("[data-aid=\"speak\"]");
    assert_eq!(said(5)[0], "pause");
    page.click("[data-aid=\"speak\"]");
    assert_eq!(said(6)[0], "resume");
    page.browser.run(
        "const rate = document.querySelector('.aids select'); rate.selectedIndex = 0; rate.dispatchEvent(new Event('change'))",
        &[],
    );
    let again = said(7);
    assert_eq!(
        (&again[0], again[2].as_f64()),
        (&said(4)[0], Some(0.7)),
        "the same sentence, slower"
    );
    page.click("[data-aid=\"stop\"]");
    assert_eq!(page.text_of(marked), "");
    assert_eq!(page.alerts(), [""; 0], "what was called off is no trouble");
}

#[test]
fn captions_and_the_speed_of_the_voice_are_kept() {
    let page = Page::open(Options { before: VOICE, ..Options::default() });
    let aids = "const rate = document.querySelector('.aids select');
        const captions = document.querySelector('[data-aid=\"captions\"]');
        return `${captions.getAttribute('aria-pressed')} ${rate.selectedIndex}
            ${document.querySelector('.aids-caption').checkVisibility()}`.replace(/\\s+/g, ' ')";
    start_elder(&page);
    assert_eq!(page.text_of(aids), "true 1 true");
    page.click("[data-aid=\"captions\"]");
    page.browser.run(
        "const rate = document.querySelector('.aids select'); rate.selectedIndex = 2; rate.dispatchEvent(new Event('change'))",
        &[],
    );
    page.reopen("");
    page.wait_until("the aids", "return document.querySelector('.aids') !== null");
    assert_eq!(page.text_of(aids), "false 2 false");
    page.click("[data-aid=\"captions\"]");
    page.reopen("");
    page.wait_until("the aids", "return document.querySelector('.aids') !== null");
    assert_eq!(page.text_of(aids), "true 2 true");
}
