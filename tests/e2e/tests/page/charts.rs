//! Charts as a reader meets them: the table says what is drawn, nothing is cut, the keyboard reaches every mark.

use fajian_e2e::{Options, Page, wait_for};
use serde_json::{Value, json};

/// For every chart as it is drawn: what its table and its drawing do not agree on.
///
/// Compared are the values that the drawing carries, what it shows in words, and the lengths of what is drawn.
const DISAGREEMENTS: &str = "
    const wrong = [];
    for (const figure of document.querySelectorAll('figure[data-chart]')) {
        const name = `${figure.dataset.chart} as ${figure.dataset.kind}`;
        const rows = [...figure.querySelectorAll('tbody tr')];
        const marks = [...figure.querySelectorAll('svg [data-mark]')];
        if (!rows.length || rows.length !== marks.length) wrong.push(`${name}: ${rows.length} rows, ${marks.length} marks`);
        const words = [...figure.querySelectorAll('svg text')].map(it => it.textContent).join('');
        const scales = [];
        for (const mark of marks) {
            const row = rows[+mark.dataset.mark];
            const cell = row?.querySelector('td[class~=is-number]');
            if (!cell || (mark.dataset.value ?? null) !== (cell.dataset.value ?? null)) {
                wrong.push(`${name}: ${mark.dataset.value} drawn, ${cell?.dataset.value} in the table`);
                continue;
            }
            const shown = cell.textContent.trim();
            if (!words.includes(shown)) wrong.push(`${name}: ${shown} is not written`);
            if (cell.dataset.value !== undefined && !shown.replaceAll(',', '').includes(cell.dataset.value)) {
                wrong.push(`${name}: ${shown} is not ${cell.dataset.value}`);
            }
            if (!mark.getAttribute('aria-label').includes(shown)) wrong.push(`${name}: ${shown} is not heard`);
            for (const what of ['earlier', 'reference']) {
                const drawn = mark.querySelector(`[data-${what}]`)?.dataset[what] ?? null;
                const told = row.querySelector(`[data-${what}]`)?.dataset[what] ?? null;
                const hidden = what === 'reference' ? !/dots|bars|panels/.test(figure.dataset.kind) : figure.dataset.kind !== 'grouped';
                if (!hidden && drawn !== told) wrong.push(`${name}: ${what} ${drawn} drawn, ${told} in the table`);
            }
            const bar = mark.querySelector('.chart-bar, .chart-piece, .chart-whole');
            // Very small values are drawn larger than they are, or they would not be seen.
            if (bar && bar.getBBox().width > 4) scales.push(bar.getBBox().width / +mark.dataset.value);
        }
        if (scales.length && Math.max(...scales) / Math.min(...scales) > 1.03) wrong.push(`${name}: ${scales} per unit`);
    }
    return wrong;";

/// Texts of drawings that leave their drawing or meet another text, as the browser sets them.
const CLIPPED: &str = "
    const wrong = [];
    for (const svg of document.querySelectorAll('figure svg.chart')) {
        const name = svg.closest('figure').dataset.chart + ' as ' + svg.closest('figure').dataset.kind;
        const { width, height } = svg.viewBox.baseVal;
        const shown = svg.getBoundingClientRect();
        if (shown.width + 0.5 < width) wrong.push(`${name}: shrunk from ${width} to ${shown.width}`);
        const boxes = [];
        for (const text of svg.querySelectorAll('text')) {
            const lines = text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text];
            const size = parseFloat(getComputedStyle(text).fontSize);
            let from = 0;
            for (const line of lines) {
                const count = line.textContent.length;
                const start = text.getStartPositionOfChar(from), end = text.getEndPositionOfChar(from + count - 1);
                from += count;
                // Fonts reserve more height than their characters take.
                boxes.push({ words: line.textContent, left: start.x, right: end.x, top: start.y - size * 0.88, bottom: start.y + size * 0.12 });
            }
        }
        boxes.forEach((own, n) => {
            if (own.left < -0.5 || own.right > width + 0.5 || own.top < -0.5 || own.bottom > height + 0.5) {
                wrong.push(`${name}: ${own.words} from ${own.left},${own.top} to ${own.right},${own.bottom} of ${width},${height}`);
            }
            for (const other of boxes.slice(0, n)) {
                const apart = own.left >= other.right - 0.5 || other.left >= own.right - 0.5
                    || own.top >= other.bottom - 0.5 || other.top >= own.bottom - 0.5;
                if (!apart) wrong.push(`${name}: ${own.words} meets ${other.words}`);
            }
        });
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return wrong;";

#[track_caller]
fn assert_none(page: &Page, script: &str, when: &str) {
    // A new width is measured, and drawn for, after the page was laid out with it.
    wait_for(when, || match page.browser.run(script, &[]) {
        Value::Array(wrong) if wrong.is_empty() => Ok(()),
        wrong => Err(wrong.to_string()),
    });
}

fn number_of(page: &Page, script: &str) -> usize {
    let number = page.browser.run(script, &[]);
    usize::try_from(number.as_u64().unwrap_or_default()).unwrap_or_default()
}

/// Presses every button for a way to draw, `n`th of its chart, where there is one; gives whether there was any.
fn choose_kinds(page: &Page, n: usize) -> bool {
    let script = "const chosen = [...document.querySelectorAll('figure[data-chart]')]
            .map(it => it.querySelectorAll('[data-chart-kind]')[arguments[0]]).filter(it => it);
        chosen.forEach(it => it.click());
        return chosen.length;";
    let chosen = page.browser.run(script, &[json!(n)]).as_u64().unwrap_or_default();
    page.wait_until(
        "the charts to be drawn as chosen",
        "return [...document.querySelectorAll('figure[data-chart]')].every(it => {
            const chosen = it.querySelector('[data-chart-kind][aria-pressed=true]');
            return !chosen || chosen.dataset.chartKind === it.dataset.kind;
        })",
    );
    chosen > 0
}

#[test]
fn every_way_to_draw_keeps_the_values_of_the_table() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    assert_none(&page, DISAGREEMENTS, "drawings that say what their tables say");
    let kinds = |page: &Page| {
        page.text_of("return [...new Set([...document.querySelectorAll('figure[data-chart]')].map(it => it.dataset.kind))].sort().join()")
    };
    assert_eq!(kinds(&page), "bars,dots,funnel,grouped,panels", "ways to draw, chosen by the data");
    let mut n = 0;
    while choose_kinds(&page, n) {
        assert_none(
            &page,
            DISAGREEMENTS,
            "drawings that say what their tables say, drawn otherwise",
        );
        n += 1;
    }
    assert!(n >= 3, "there are {n} ways to draw");
}

#[test]
fn no_words_of_a_drawing_are_cut() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    for is_elder in [false, true] {
        if is_elder {
            page.browser.resize(1440, 900);
            page.click("#elder-button");
        }
        for width in [1440, 390, 320] {
            page.browser.resize(width, 900);
            page.browser
                .run("document.querySelector('.view-bar-button:nth-child(4)').click()", &[]);
            page.settle();
            let mut n = 0;
            while choose_kinds(&page, n) {
                page.settle();
                assert_none(
                    &page,
                    CLIPPED,
                    &format!("whole words at {width}, elder {is_elder}, kind {n}"),
                );
                n += 1;
            }
        }
    }
}

#[test]
fn the_keyboard_goes_from_mark_to_mark_and_on_to_the_sentence() {
    const FLOW: &str = "figure[data-chart=reconsideration-flow]";
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let stops = format!("return document.querySelectorAll('{FLOW} svg [tabindex=\"0\"]').length");
    assert_eq!(number_of(&page, &stops), 1, "a drawing is one stop of the tab key");
    page.scroll_to(FLOW, "start");
    page.browser
        .run(&format!("document.querySelector('{FLOW} svg [tabindex=\"0\"]').focus()"), &[]);
    let marks = number_of(
        &page,
        &format!("return document.querySelectorAll('{FLOW} svg [data-mark]').length"),
    );
    let press = |key: &str| page.browser.press(key);
    let heard = |page: &Page| {
        page.text_of("return document.activeElement.getAttribute('aria-label') ?? ''")
    };
    let mut names = vec![heard(&page)];
    for _ in 1..marks {
        press("\u{e015}");
        names.push(heard(&page));
        assert_ne!(names[names.len() - 1], names[names.len() - 2], "each mark has its own name");
    }
    assert_eq!(names[0], "收到申请，246件");
    assert!(names.contains(&"维持，121件，占审结53.1%".to_owned()), "{names:?}");
    page.wait_until(
        "the tip of the mark in focus",
        &format!("return document.querySelector('{FLOW} .figure-tip')?.textContent === document.activeElement.getAttribute('aria-label')"),
    );
    assert_eq!(number_of(&page, &stops), 1, "a drawing stays one stop of the tab key");
    press("\u{e015}");
    assert_eq!(heard(&page), names[names.len() - 1], "the last mark is the end");
    press("\u{e011}");
    assert_eq!(heard(&page), names[0]);
    press("\u{e00c}");
    page.wait_until("the drawing left", "return document.activeElement.tagName === 'SUMMARY'");
    page.wait_until("no tip", &format!("return !document.querySelector('{FLOW} .figure-tip')"));
    page.browser
        .run(&format!("document.querySelector('{FLOW} svg [tabindex=\"0\"]').focus()"), &[]);
    let target = page.text_of(&format!(
        "return document.querySelector('{FLOW} tbody tr:nth-child({}) a').hash",
        1 + number_of(&page, "return +document.activeElement.dataset.mark")
    ));
    press("\u{e007}");
    page.wait_until("the sentence", &format!("return location.hash === '{target}'"));
    page.wait_until_seen("mark.is-selected");
}

#[test]
fn a_mark_under_the_pointer_tells_its_value() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let over = "const mark = document.querySelector('figure[data-chart=litigation-flow] [data-mark=\"1\"]');
        mark.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }));
        return mark.getAttribute('aria-label');";
    let name = page.text_of(over);
    page.wait_until(
        "the tip",
        &format!("return document.querySelector('figure[data-chart=litigation-flow] .figure-tip')?.textContent === '{name}'"),
    );
}

#[test]
fn a_rate_stands_beside_the_national_one_of_the_same_definition() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let figure = "figure[data-chart=reconsideration-rates]";
    let told = page.text_of(&format!(
        "return [...document.querySelectorAll('{figure} td[data-reference]')].map(it => it.textContent).join()"
    ));
    assert_eq!(told, "全国12.83%（2023年）", "of two rates, one is defined as the national one");
    let drawn = page.text_of(&format!(
        "return [...document.querySelectorAll('{figure} svg [data-reference]')].map(it => it.dataset.reference).join()"
    ));
    assert_eq!(drawn, "12.83");
    let note = page
        .text_of(&format!("return document.querySelector('{figure} .figure-note').textContent"));
    assert!(note.contains("来源：《司法部2023年法治政府建设年度报告》"), "{note}");
}
