//! The table of figures: sorted, filtered, copied, and the way from a row to its words.

use std::collections::BTreeSet;

use fajian_e2e::{Fixture, Options, Page, samples, wait_for};
use serde_json::{Value, json};

const ENTER: &str = "\u{E007}";
const CONTROL: &str = "\u{E009}";

fn dense() -> Fixture {
    samples().remove(0).1
}

/// The figures in the order of the table.
fn listed(page: &Page) -> Vec<usize> {
    let script = "return [...document.querySelectorAll('#statistics [data-figure]')].map(it => +it.dataset.figure)";
    serde_json::from_value(page.browser.run(script, &[])).expect("numbers")
}

#[track_caller]
fn wait_for_listed(page: &Page, expected: &[usize]) {
    wait_for("the rows", || {
        let listed = listed(page);
        if listed == expected { Ok(()) } else { Err(format!("{listed:?} instead of {expected:?}")) }
    });
}

/// Chooses the option whose words begin with `name`.
fn choose(page: &Page, select: &str, name: &str) {
    let script = "const select = document.querySelector(arguments[0]);
        select.selectedIndex = [...select.options].findIndex(it => it.textContent.trim().startsWith(arguments[1]));
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.run(script, &[json!(select), json!(name)]);
}

fn count(page: &Page) -> String {
    page.text_of("return document.querySelector('#statistics-count').textContent")
}

#[test]
fn rows_are_sorted_by_their_heads() {
    let fixture = dense();
    let statistics = &fixture.report().statistics;
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let all: Vec<usize> = (0..statistics.len()).collect();
    wait_for_listed(&page, &all);
    page.click("#widen-button");
    page.wait_until("the table", "return location.hash === '#/data' && document.querySelector('#main').getClientRects().length === 0");
    page.click("[data-sort=\"value\"]");
    page.wait_until(
        "the head to say so",
        "return document.querySelector('th.statistic-value').getAttribute('aria-sort') === 'descending'",
    );
    let rows = listed(&page);
    assert_eq!(rows.iter().copied().collect::<BTreeSet<_>>(), all.iter().copied().collect());
    for pair in rows.windows(2) {
        let (one, other) = (&statistics[pair[0]], &statistics[pair[1]]);
        assert!(other.value.is_none() || one.value.is_some(), "silent values are last");
        if one.unit == other.unit {
            assert!(other.value <= one.value, "{:?} before {:?}", one.value, other.value);
        }
    }
    page.click("[data-sort=\"source\"]");
    wait_for_listed(&page, &all);
    page.click("[data-sort=\"source\"]");
    wait_for_listed(&page, &all.iter().rev().copied().collect::<Vec<_>>());
}

#[test]
fn rows_are_filtered_and_counted() {
    let fixture = dense();
    let statistics = &fixture.report().statistics;
    let of = |passes: &dyn Fn(usize) -> bool| {
        (0..statistics.len()).filter(|idx| passes(*idx)).collect::<Vec<_>>()
    };
    let page = Page::open(Options::default());
    page.open_sample("dense");
    choose(&page, "#filter-topic", "信访");
    let petition = of(&|idx| statistics[idx].topic == fajian::statistic::Topic::Petition);
    assert!(!petition.is_empty());
    wait_for_listed(&page, &petition);
    assert_eq!(count(&page), format!("{} 项中的 {} 项", statistics.len(), petition.len()));
    choose(&page, "#filter-kind", "比率");
    wait_for_listed(
        &page,
        &of(&|idx| petition.contains(&idx) && statistics[idx].unit.as_deref() == Some("%")),
    );
    page.click("#clear-filters");
    wait_for_listed(&page, &of(&|_| true));
    assert_eq!(count(&page), format!("{} 项", statistics.len()));
    choose(&page, "#filter-section", "一");
    wait_for("fewer rows", || {
        let n = listed(&page).len();
        if n > 0 && n < statistics.len() { Ok(()) } else { Err(n.to_string()) }
    });
    page.click("#clear-filters");
    page.type_into("#filter-words", "沒有的詞");
    wait_for_listed(&page, &[]);
    assert_eq!(count(&page), format!("{} 项中的 0 项", statistics.len()));
}

#[test]
fn what_is_shown_is_copied_as_cells() {
    let fixture = dense();
    let statistics = &fixture.report().statistics;
    let page = Page::open(Options::default());
    page.open_sample("dense");
    choose(&page, "#filter-topic", "信访");
    page.click("[data-sort=\"source\"]");
    let mut rows: Vec<usize> = (0..statistics.len())
        .filter(|idx| statistics[*idx].topic == fajian::statistic::Topic::Petition)
        .collect();
    rows.reverse();
    wait_for_listed(&page, &rows);
    page.click("#copy-table");
    page.wait_until(
        "the copy",
        "return document.querySelector('#statistics-count').textContent.includes('复制')",
    );
    // What another program would be given.
    page.browser.run(
        "const field = document.createElement('textarea');
         field.id = 'other-program';
         field.addEventListener('paste', event => {
             window.pasted = ['text/plain', 'text/html'].map(kind => event.clipboardData.getData(kind)); });
         document.body.append(field);",
        &[],
    );
    page.type_into("#other-program", &format!("{CONTROL}v"));
    page.wait_until("the paste", "return Array.isArray(window.pasted)");
    let pasted: Vec<String> =
        serde_json::from_value(page.browser.run("return window.pasted", &[])).expect("texts");
    let lines: Vec<Vec<&str>> = pasted[0].lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), rows.len() + 1);
    for (line, idx) in lines[1..].iter().zip(&rows) {
        assert_eq!(line.len(), lines[0].len());
        let value = line[3].parse::<f64>().ok();
        assert_eq!(value, statistics[*idx].value, "{line:?}");
    }
    let cells = page.browser.run(
        "return new DOMParser().parseFromString(window.pasted[1], 'text/html').querySelectorAll('tr').length",
        &[],
    );
    assert_eq!(cells, Value::from(rows.len() + 1));
}

#[test]
fn the_table_works_by_keys_alone() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    page.type_into("#widen-button", ENTER);
    page.wait_until("the table", "return location.hash === '#/data'");
    page.type_into("[data-sort=\"value\"]", ENTER);
    let first = wait_for("another order", || match listed(&page).first() {
        Some(first) if *first > 0 => Ok(*first),
        other => Err(format!("{other:?}")),
    });
    page.type_into(&format!("[data-figure=\"{first}\"] .figure-go"), ENTER);
    page.wait_until_seen(&format!("mark[data-statistic=\"{first}\"].is-selected"));
    page.browser.run("history.back()", &[]);
    page.wait_until(
        "the table again",
        "return document.querySelector('#main').getClientRects().length === 0",
    );
    assert_eq!(listed(&page).first(), Some(&first), "the order is kept");
    page.type_into(".statistic-chart a", ENTER);
    page.wait_until("a chart", "return location.hash.startsWith('#/c/')");
}

#[test]
fn a_narrow_screen_loses_no_cell() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    page.click("#widen-button");
    let words = "return [...document.querySelectorAll('#statistics .statistic td')]
        .filter(it => it.textContent && !it.checkVisibility()).length === 0
        && document.documentElement.scrollWidth <= innerWidth";
    page.wait_until("all cells of the table", words);
    page.browser.resize(390, 844);
    page.wait_until("all cells of the items", words);
}
