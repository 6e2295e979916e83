use super::*;
use crate::i18n::ZH_HANS;
use crate::source::{Decode, LegacyEncoding};

struct NoDecoder;

impl Decode for NoDecoder {
    fn decode(&self, _: LegacyEncoding, _: &[u8]) -> String {
        String::new()
    }
}

const REPORT: &str = "青岩区统计局2024年法治政府建设年度报告\n\n一、行政复议\n（一）办案\n全年收到行政复议申请31件，其中受理27件，\
    同比上升12.5%。无一件败诉。\n（二）其他\n拨付法律援助经费1.2万元。\n二、普法\n开展宣传活动120场次，按期办结率98.5%。\n";

fn report() -> Report {
    crate::analyze(REPORT.as_bytes(), "r.txt", &NoDecoder).unwrap().report
}

/// Names rank by their first character here: the page asks the browser.
fn listing(report: &Report) -> Listing {
    Listing::new(report, |names| {
        names.iter().map(|name| name.chars().next().map_or(0, u64::from)).collect()
    })
}

/// What a filter lets through, as values.
fn check(filter: &Filter, sort: Sort, expected: &[Option<f64>]) {
    let report = report();
    let rows = listing(&report).rows(&report, filter, sort);
    let values: Vec<Option<f64>> = rows.iter().map(|idx| report.statistics[*idx].value).collect();
    assert_eq!(values, expected, "{filter:?} {sort:?}");
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

#[test]
fn all_figures_stand_in_the_order_of_the_report() {
    check(&Filter::default(), Sort::default(), &some(&[31.0, 27.0, 0.0, 12000.0, 120.0, 98.5]));
    let turned = Sort::default().by(SortKey::Place);
    check(&Filter::default(), turned, &some(&[98.5, 120.0, 12000.0, 0.0, 27.0, 31.0]));
}

#[test]
fn values_are_sorted_within_their_unit() {
    let report = report();
    let sort = Sort::default().by(SortKey::Value);
    assert!(sort.is_descending);
    let rows = listing(&report).rows(&report, &Filter::default(), sort);
    let units: Vec<_> = rows.iter().map(|idx| report.statistics[*idx].unit.as_deref()).collect();
    let mut runs = units.clone();
    runs.dedup();
    let distinct: std::collections::BTreeSet<_> = runs.iter().collect();
    assert_eq!(runs.len(), distinct.len(), "each unit stands in one place: {units:?}");
    let cases: Vec<_> =
        rows.iter().filter(|idx| report.statistics[**idx].unit.as_deref() == Some("件")).collect();
    assert!(cases.len() > 1);
    assert!(
        cases
            .windows(2)
            .all(|it| report.statistics[*it[0]].value >= report.statistics[*it[1]].value)
    );
}

#[test]
fn silent_values_are_last_either_way() {
    let mut report = report();
    report.statistics[0].value = None;
    for is_descending in [false, true] {
        let rows = listing(&report).rows(
            &report,
            &Filter::default(),
            Sort { key: SortKey::Value, is_descending },
        );
        assert_eq!(rows.last(), Some(&0));
    }
}

#[test]
fn a_second_choice_turns_the_order_round() {
    let once = Sort::default().by(SortKey::Topic);
    assert_eq!(once, Sort { key: SortKey::Topic, is_descending: false });
    assert_eq!(once.by(SortKey::Topic), Sort { key: SortKey::Topic, is_descending: true });
    assert_eq!(once.by(SortKey::Name).key, SortKey::Name);
}

#[test]
fn equal_rows_keep_the_order_of_the_report() {
    let report = report();
    for is_descending in [false, true] {
        let sort = Sort { key: SortKey::Section, is_descending };
        let rows =
            listing(&report).rows(&report, &Filter { section: Some(1), ..Filter::default() }, sort);
        assert_eq!(rows[..], [0, 1, 2]);
    }
}

#[test]
fn a_section_holds_those_below_it() {
    let filter = |section| Filter { section: Some(section), ..Filter::default() };
    check(&filter(0), Sort::default(), &some(&[31.0, 27.0, 0.0, 12000.0]));
    check(&filter(1), Sort::default(), &some(&[31.0, 27.0, 0.0]));
    check(&filter(3), Sort::default(), &some(&[120.0, 98.5]));
}

#[test]
fn kinds_are_told_apart() {
    let filter = |kind| Filter { kind: Some(kind), ..Filter::default() };
    check(&filter(StatisticKind::Amount), Sort::default(), &some(&[12000.0]));
    check(&filter(StatisticKind::Rate), Sort::default(), &some(&[98.5]));
    check(&filter(StatisticKind::Zero), Sort::default(), &some(&[0.0]));
    check(&filter(StatisticKind::Part), Sort::default(), &some(&[27.0]));
    check(&filter(StatisticKind::Change), Sort::default(), &some(&[27.0]));
    check(&filter(StatisticKind::Count), Sort::default(), &some(&[31.0, 27.0, 0.0, 120.0]));
    check(&filter(StatisticKind::Period), Sort::default(), &[]);
}

#[test]
fn words_are_looked_for_in_any_form() {
    let filter = |words: &str| Filter { words: words.to_owned(), ..Filter::default() };
    check(&filter("受理２７"), Sort::default(), &some(&[27.0]));
    check(&filter("宣傳"), Sort::default(), &some(&[120.0]));
    check(&filter(" "), Sort::default(), &some(&[31.0, 27.0, 0.0, 12000.0, 120.0, 98.5]));
    check(&filter("没有的词"), Sort::default(), &[]);
}

#[test]
fn only_what_tells_figures_apart_can_be_chosen() {
    let report = report();
    let listing = listing(&report);
    let kinds: Vec<StatisticKind> = listing.kinds().iter().map(|(kind, _)| *kind).collect();
    assert!(kinds.contains(&StatisticKind::Zero) && !kinds.contains(&StatisticKind::Period));
    let sections: Vec<_> = listing.sections().to_vec();
    assert_eq!(sections, [(0, 4), (1, 3), (2, 1), (3, 2)]);
    assert_eq!(listing.topics().iter().map(|(_, count)| count).sum::<usize>(), 6);
}

#[test]
fn a_report_without_figures_or_sections_has_an_empty_list() {
    let report = crate::analyze("某局报告\n没有。".as_bytes(), "r.txt", &NoDecoder).unwrap().report;
    assert!(listing(&report).rows(&report, &Filter::default(), Sort::default()).is_empty());
}

#[test]
fn what_is_copied_are_cells() {
    let report = report();
    let table = table(&report, &[1, 3], &ZH_HANS);
    assert_eq!(table.len(), 3);
    assert!(table.iter().all(|row| row.len() == table[0].len()));
    let text = tsv(&table);
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[1][3..5], ["27", "件"]);
    assert_eq!(lines[2][3..5], ["12000", "元"]);
    assert!(lines[1][6].contains("12.5%"), "{:?}", lines[1]);
}

#[test]
fn strangers_words_become_neither_cells_nor_formulas_nor_markup() {
    let mut report = report();
    report.statistics[0].label = "=cmd|' /C'!A0".to_owned();
    report.statistics[0].quote = "甲\t乙\n<img src=x onerror=alert(1)>&\"".to_owned();
    let table = table(&report, &[0], &ZH_HANS);
    let text = tsv(&table);
    let line: Vec<&str> = text.lines().nth(1).unwrap().split('\t').collect();
    assert_eq!(line.len(), table[0].len());
    assert!(line[0].starts_with("'="));
    let html = html(&table);
    assert!(!html.contains("<img") && html.contains("&lt;img") && html.contains("&amp;&quot;"));
}
