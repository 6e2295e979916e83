use super::*;
use crate::source::{Decode, LegacyEncoding};

struct NoDecoder;

impl Decode for NoDecoder {
    fn decode(&self, _: LegacyEncoding, _: &[u8]) -> String {
        String::new()
    }
}

fn report(issuer: &str, year: i32, words: &str) -> Report {
    let text =
        format!("{issuer}{year}年法治政府建设年度报告\n\n一、工作情况\n（一）办理案件。{words}\n");
    crate::analyze(text.as_bytes(), "a.txt", &NoDecoder).unwrap().report
}

/// The cells of an indicator, by column: the value, with what else is known.
fn cells<'a>(table: &'a Table, indicator: &str) -> &'a [Option<Cell>] {
    let row = table.rows.iter().find(|row| row.indicator == indicator);
    &row.unwrap_or_else(|| panic!("{indicator} in {:?}", table.rows)).cells
}

#[test]
fn reports_stand_by_issuer_and_year_and_silence_is_no_zero() {
    let reports = [
        report("石桥县水利局", 2023, "收到行政复议申请12件，受理10件。"),
        report("青岩县司法局", 2022, "收到行政复议申请20件。"),
        report("石桥县水利局", 2022, "收到行政复议申请8件。"),
    ];
    let table = align(&reports.iter().collect::<Vec<_>>());
    let order: Vec<usize> = table.columns.iter().map(|column| column.report).collect();
    assert_eq!(order, [2, 0, 1]);
    assert_eq!(table.columns[1].before, Some(0));
    assert_eq!(table.columns[2].before, None, "another body");
    let received = cells(&table, "行政复议收到申请");
    assert!(received.iter().all(Option::is_some));
    assert_eq!(received[2].as_ref().unwrap().size, Some(1.0));
    assert_eq!(received[0].as_ref().unwrap().size, Some(0.4));
    let accepted = table.rows.iter().find(|row| row.told() == 1).unwrap();
    assert_eq!(accepted.cells[0], None);
}

#[test]
fn changes_are_computed_between_consecutive_years_only() {
    let words = |count: u32| format!("收到行政复议申请{count}件。");
    let reports = [(2019, 5), (2021, 8), (2022, 12)]
        .map(|(year, count)| report("石桥县水利局", year, &words(count)));
    let table = align(&reports.iter().collect::<Vec<_>>());
    let received = cells(&table, "行政复议收到申请");
    let growth = |at: usize| received[at].as_ref().unwrap().growth;
    assert_eq!([growth(0), growth(1)], [None, None], "two years lie between");
    assert_eq!(growth(2), Some(Growth { by: 4.0, percent: Some(50.0), is_about: false }));
}

#[test]
fn a_rate_changes_by_points_and_a_zero_has_no_percentage() {
    let reports = [
        report("石桥县水利局", 2022, "行政机关负责人出庭应诉率80%，行政应诉案件0件。"),
        report("石桥县水利局", 2023, "行政机关负责人出庭应诉率92.5%，行政应诉案件近3件。"),
    ];
    let table = align(&reports.iter().collect::<Vec<_>>());
    let growth = |name| cells(&table, name)[1].as_ref().unwrap().growth.unwrap();
    assert_eq!(growth("负责人出庭应诉率"), Growth { by: 12.5, percent: None, is_about: false });
    assert_eq!(growth("行政应诉案件"), Growth { by: 3.0, percent: None, is_about: true });
}

#[test]
fn another_unit_is_flagged_and_nothing_is_computed_from_it() {
    let mut reports = [(2022, 120), (2023, 135), (2024, 90)]
        .map(|(year, count)| report("石桥县水利局", year, &format!("作出行政处罚决定{count}件。")));
    reports[1].statistics[0].unit = Some("户次".to_owned());
    let table = align(&reports.iter().collect::<Vec<_>>());
    let row = table.rows.iter().find(|row| row.told() == 3);
    let Some(row) = row else { panic!("{:?}", table.rows) };
    assert_eq!(row.unit.as_deref(), Some("件"));
    let flags: Vec<bool> =
        row.cells.iter().map(|cell| cell.as_ref().unwrap().is_other_unit).collect();
    assert_eq!(flags, [false, true, false]);
    let other = row.cells[1].as_ref().unwrap();
    assert_eq!((other.size, other.growth), (None, None));
    assert_eq!(row.cells[2].as_ref().unwrap().growth, None);
}

#[test]
fn indicators_keep_the_order_in_which_reports_speak_of_them() {
    let reports = [
        report("甲县水利局", 2022, "收到行政复议申请20件，审结15件。"),
        report("乙县水利局", 2022, "收到行政复议申请9件，受理8件，审结7件。"),
    ];
    let table = align(&reports.iter().collect::<Vec<_>>());
    let names: Vec<&str> = table.rows.iter().map(|row| row.indicator.as_str()).collect();
    assert_eq!(names, ["行政复议收到申请", "行政复议受理", "行政复议审结"]);
}

#[test]
fn pairs_are_of_one_body_and_the_latest_comes_first() {
    let reports = [
        report("石桥县水利局", 2023, ""),
        report("青岩县水利局", 2022, ""),
        report("石桥县水利局", 2021, ""),
        report("石桥县水利局", 2022, ""),
    ];
    assert_eq!(pairs(&reports.iter().collect::<Vec<_>>()), [[3, 0], [2, 3]]);
    assert_eq!(pairs(&[&reports[0], &reports[1]]), [[0; 2]; 0], "two bodies");
    let mut unnamed = reports[2].clone();
    unnamed.issuer = None;
    assert_eq!(pairs(&[&reports[0], &unnamed]), [[1, 0]], "perhaps one body");
}

#[test]
fn thirty_reports_with_a_hundred_figures_are_aligned() {
    let words: String = (1..=20)
        .map(|n| format!("收到行政复议申请{n}件，受理{n}件，审结{n}件，维持{n}件，撤销{n}件。"))
        .collect();
    let reports: Vec<Report> =
        (0..30).map(|at| report("石桥县水利局", 1994 + at, &words)).collect();
    let table = align(&reports.iter().collect::<Vec<_>>());
    assert_eq!(table.columns.len(), 30);
    assert!(table.rows.iter().any(|row| row.told() == 30));
    let more = cells(&table, "行政复议维持")[0].as_ref().unwrap().more;
    assert_eq!(more, 19, "the other values are counted");
}
