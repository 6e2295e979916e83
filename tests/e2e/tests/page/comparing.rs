//! 对比, as someone goes about it who holds this year's report against last year's and against a neighbor's.

use fajian::comparison::{compare, pairs};
use fajian_e2e::{Fixture, Options, Page, checkout, wait_for};

fn fixture(name: &str) -> Fixture {
    Fixture::read(&checkout().join("tests/e2e/fixtures").join(name))
}

/// The invented county in two years, and its neighbor.
fn three() -> [Fixture; 3] {
    ["pingling-2022.txt", "pingling-2023.txt", "shixi-2023.txt"].map(fixture)
}

#[track_caller]
fn open(page: &Page, fixtures: &[Fixture]) {
    let names: Vec<String> = fixtures.iter().map(Fixture::name).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().zip(fixtures).map(|(name, it)| (name.as_str(), &*it.bytes)).collect();
    page.drop_files(&files);
    page.wait_until_ready();
}

#[track_caller]
fn go_to_comparison(page: &Page) {
    page.click("nav#outline a[href=\"#/compare\"]");
    page.wait_until_seen("#compare-name");
}

fn words_of(page: &Page, selector: &str) -> String {
    page.text_of(&format!("return document.querySelector('{selector}')?.textContent ?? 'none'"))
}

#[track_caller]
fn wait_for_title(page: &Page, title: &str) {
    wait_for("the title", || {
        let shown = page.text_of("return document.title");
        if shown.contains(title) { Ok(()) } else { Err(shown) }
    });
}

#[test]
fn two_years_lead_from_the_share_to_the_sentences_of_both() {
    let [earlier, later, _] = three();
    let found = compare(&earlier.analysis, &later.analysis);
    let answered = found.plans.iter().filter(|plan| plan.answer.is_some()).count();
    assert!((0.25..0.75).contains(&found.carried_share()) && answered == 2, "{found:?}");
    let page = Page::open(Options::default());
    open(&page, &[earlier, later]);
    go_to_comparison(&page);
    page.wait_until_seen("[data-finding=\"carried\"]");
    let said = words_of(&page, "[data-finding=\"carried\"]");
    let share = (found.carried_share() * 1000.0).round() / 10.0;
    assert!(said.contains(&format!("{share}%")), "{share} in {said}");
    let said = words_of(&page, "[data-finding=\"plans\"]");
    assert!(said.contains("3 项，其中 2 项"), "{said}");

    page.click("[data-finding=\"carried\"] summary");
    let row = "[data-finding=\"carried\"] .compare-row";
    page.wait_until_seen(&format!("{row} .compare-go"));
    let marked = "const row = document.querySelector('[data-finding=\"carried\"] .compare-row');
        return [...row.querySelectorAll('.compare-words')].map(it =>
            [...it.querySelectorAll('mark')].map(it => it.textContent).join('')).join('|')";
    let marked = page.text_of(marked);
    let (one, other) = marked.split_once('|').expect("two sides");
    assert!(!one.is_empty() && one == other, "{marked}");
    assert!(!one.contains("2022"), "years may differ: {one}");

    for (side, year) in [(1, "2022"), (2, "2023")] {
        page.click(&format!("{row} .compare-side:nth-of-type({side}) .compare-go"));
        wait_for_title(&page, &format!("{year}年法治政府建设年度报告"));
        page.wait_until_seen(".text-paragraph.is-selected");
        let shown = words_of(&page, ".text-paragraph.is-selected");
        assert!(shown.contains(&format!("{year}年，平岭县")), "{shown}");
        page.browser.run("history.back()", &[]);
        page.wait_until_seen("#compare-table-name, [data-finding=\"carried\"] summary");
    }
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn figures_of_last_year_and_answers_to_plans_are_shown_in_both_reports() {
    let [earlier, later, _] = three();
    let page = Page::open(Options::default());
    open(&page, &[later, earlier]);
    go_to_comparison(&page);
    page.wait_until_seen("[data-finding=\"figures\"]");
    let same = words_of(&page, "[data-finding=\"figures\"]");
    assert!(same.contains("142") && same.contains("35,000份"), "{same}");
    let plans = words_of(&page, "[data-finding=\"plans\"] .compare-rows");
    assert!(plans.contains("建成乡镇综合执法协调监督平台"), "{plans}");
    assert!(plans.contains("没有找到相近的句子"), "the list of services is not spoken of: {plans}");
}

#[test]
fn three_reports_stand_side_by_side_by_indicator() {
    let fixtures = three();
    let page = Page::open(Options::default());
    open(&page, &fixtures);
    go_to_comparison(&page);
    page.wait_until("the table", "return !!document.querySelector('.compare-scroll tbody')");
    let head = page.text_of(
        "return [...document.querySelectorAll('.compare-scroll thead tr')].map(row =>
            [...row.cells].map(it => it.textContent.trim() + 'x' + it.colSpan).join(' ')).join('|')",
    );
    let expected = "指标x1 平岭县人民政府x2 石溪县人民政府x1|2022年度x1 2023年度x1 2023年度x1";
    assert_eq!(head, expected);
    let row = |page: &Page, indicator: &str| {
        page.text_of(&format!(
            "const row = document.querySelector('tr[data-indicator=\"{indicator}\"]');
             return row ? [...row.cells].slice(1).map(it =>
                (it.querySelector('.figure-value') ?? it).textContent.trim()).join(' ') : 'none'"
        ))
    };
    page.wait_until(
        "all rows",
        "return !!document.querySelector('tr[data-indicator=\"信访总量\"]')",
    );
    assert_eq!(row(&page, "行政复议收到申请"), "64件 80件 115件");
    assert_eq!(row(&page, "负责人出庭应诉率"), "95.2% 100% 未披露");
    let growth = words_of(&page, "tr[data-indicator=\"行政复议收到申请\"] .compare-growth");
    assert!(growth.contains("+16件") && growth.contains("+25%"), "{growth}");

    // Every value is the one that the report prints.
    let cells = page.browser.run(
        "return [...document.querySelectorAll('.compare-scroll [data-goto]')].map(it =>
            [it.dataset.goto, it.querySelector('.figure-value').textContent.trim()])",
        &[],
    );
    let cells: Vec<(String, String)> = serde_json::from_value(cells).expect("cells");
    assert!(cells.len() > 30, "{cells:?}");
    for (go, shown) in cells {
        let (report, statistic) = go.split_once("#/f/").expect("a figure");
        let report = fixtures[report.parse::<usize>().unwrap()].report();
        let statistic = &report.statistics[statistic.parse::<usize>().unwrap()];
        let value = fajian::i18n::quantity(statistic, &fajian::i18n::ZH_HANS);
        assert_eq!(shown, value.expect("a value").to_string());
    }

    page.click("tr[data-indicator=\"行政复议收到申请\"] td:last-child button");
    wait_for_title(&page, "石溪县");
    page.wait_until_seen("mark.is-selected");
    assert!(words_of(&page, "mark.is-selected").contains("115"));
    page.browser.run("history.back()", &[]);
    page.wait_until_seen("tr[data-indicator=\"行政复议收到申请\"] td:last-child button:focus");
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn reports_are_left_out_and_indicators_filtered() {
    let fixtures = three();
    let page = Page::open(Options::default());
    open(&page, &fixtures);
    go_to_comparison(&page);
    let columns = "return document.querySelectorAll('.compare-year').length";
    assert_eq!(page.browser.run(columns, &[]), 3);
    page.click(".compare-choice li:first-child input");
    page.wait_until(
        "two columns",
        "return document.querySelectorAll('.compare-year').length === 2",
    );
    let reports: Vec<_> = fixtures[1..].iter().map(Fixture::report).collect();
    assert!(pairs(&reports).is_empty());
    page.wait_until("no pair", "return !document.querySelector('[data-finding]')");
    page.click("#compare-shared");
    page.wait_until(
        "what one report alone has",
        "return !!document.querySelector('tr[data-indicator=\"负责人出庭应诉率\"]')",
    );
    page.browser.run(
        "const it = document.querySelector('#compare-topic');
         it.selectedIndex = [...it.options].findIndex(it => it.textContent === '信访');
         it.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    page.wait_until(
        "one topic",
        "return [...document.querySelectorAll('.compare-scroll tbody')].map(it => it.dataset.topic).join() === 'petition'",
    );
}

#[test]
fn the_comparison_is_gone_through_by_keyboard_alone() {
    let page = Page::open(Options::default());
    open(&page, &three());
    page.browser.run("document.querySelector('nav#outline a[href=\"#/compare\"]').focus()", &[]);
    page.browser.press("\u{e007}");
    page.wait_until(
        "the focus in the comparison",
        "return document.activeElement.id === 'compare'",
    );
    page.wait_until("the table", "return !!document.querySelector('.compare-scroll tbody')");
    let tab = "\u{e004}";
    for _ in 0..40 {
        if page.text_of("return document.activeElement.closest('td') ? 'cell' : ''") == "cell" {
            break;
        }
        page.browser.press(tab);
    }
    let cell = "const it = document.activeElement.closest('td');
        return it ? it.closest('tr').rowIndex + '/' + it.cellIndex : 'none'";
    assert_eq!(page.text_of(cell), "3/1", "one tab stop: the first value");
    // Right, right, down.
    for (key, at) in [("\u{e014}", "3/2"), ("\u{e014}", "3/3"), ("\u{e015}", "4/3")] {
        page.browser.press(key);
        assert_eq!(page.text_of(cell), at);
    }
    page.browser.press("\u{e007}");
    wait_for_title(&page, "石溪县");
    page.wait_until_seen("mark.is-selected");
}

#[test]
fn one_report_is_invited_to_be_compared() {
    let [earlier, later, _] = three();
    let page = Page::open(Options::default());
    page.browser.resize(390, 844);
    open(&page, std::slice::from_ref(&earlier));
    page.click(".overview-compare a");
    page.wait_until_seen("#compare-open");
    page.drop_bytes(&later.name(), &later.bytes);
    page.wait_until_seen("[data-finding=\"carried\"]");
    assert_eq!(page.text_of("return location.hash"), "#/compare");
}

#[test]
fn without_workers_two_years_are_compared_in_the_page() {
    let [earlier, later, _] = three();
    let page = Page::open(Options { without_workers: true, ..Options::default() });
    open(&page, &[earlier, later]);
    go_to_comparison(&page);
    page.wait_until_seen("[data-finding=\"carried\"] summary");
    assert_eq!(page.browser.complaints(), [""; 0]);
}
