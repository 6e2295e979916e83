//! What is written is read back by other programs' libraries.

use std::io::Cursor;

use ::csv::ReaderBuilder;
use calamine::{Data, Reader, Xlsx};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;
use crate::Report;
use crate::i18n::{Messages, ZH_HANS, grouped};
use crate::source::NativeDecoder;

static MESSAGES: Messages = ZH_HANS;

const TEXT: &str = "平岭县司法局2023年法治政府建设年度报告\n\n一、主要工作\n\n\
    （一）化解争议。全年收到行政复议申请60件，同比增长20%，受理54件；罚没款近30.55万元，无一件败诉。\n\
    办理|竖线“=1+1”许可证1,200件，是上年的2倍。\n\n平岭县司法局\n2024年1月9日\n";

fn report(text: &str) -> Report {
    crate::analyze(text.as_bytes(), "平岭.txt", &NativeDecoder).expect("a report").report
}

/// Statistics as hostile as a file can make them.
fn hostile() -> Report {
    let mut report = report(TEXT);
    let words =
        ["=HYPERLINK(\"http://x\")", "a|b\n| c |", "<b>\u{1}\u{fffe}_x0041_&\"", "- 1. **x**"];
    for (statistic, words) in report.statistics.iter_mut().zip(words) {
        statistic.quote = words.to_owned();
        statistic.label = words.to_owned();
    }
    report.statistics[0].value = Some(-3.5);
    report.statistics[1].value = Some(f64::NAN);
    report
}

fn csv_lines(file: &[u8]) -> Vec<Vec<String>> {
    let file = file.strip_prefix("\u{feff}".as_bytes()).expect("the mark that Excel needs");
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(file);
    reader.records().map(|line| line.expect("a line").iter().map(str::to_owned).collect()).collect()
}

fn sheet(file: &[u8], at: usize) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file.to_vec())).expect("a workbook");
    let name = MESSAGES.export.sheets[at];
    let range = book.worksheet_range(name).expect("a sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Float(value) => Some(*value),
        Data::Int(value) => Some(*value as f64),
        _ => None,
    }
}

#[test]
fn csv_has_a_line_for_every_statistic_with_its_numbers_and_words() {
    let report = report(TEXT);
    let file = csv::write(std::slice::from_ref(&report), &MESSAGES);
    assert!(file.ends_with(b"\r\n"));
    let lines = csv_lines(&file);
    assert_eq!(lines[0], MESSAGES.export.statistic);
    assert_eq!(lines.len(), report.statistics.len() + 1);
    for (line, statistic) in lines[1..].iter().zip(&report.statistics) {
        assert_eq!(line[0], "平岭县司法局2023年法治政府建设年度报告");
        assert_eq!(line[2], "2023");
        assert_eq!(line[7].parse().ok(), statistic.value);
        assert_eq!(line[18], statistic.quote);
        let span = [&line[19], &line[20]].map(|it| it.parse::<usize>().unwrap());
        assert_eq!(&report.text[span[0]..span[1]], statistic.quote);
    }
    let received = lines.iter().find(|line| line[4] == "行政复议收到申请").unwrap();
    assert_eq!(received[10..13], ["上升", "20", "%"]);
    assert_eq!(received[16..18], ["一（一）", "化解争议"]);
}

#[test]
fn a_workbook_has_four_sheets_that_say_the_same() {
    let reports = [report(TEXT), report("示例局2022年法治政府建设年度报告\n一、甲\n办理信访5件。")];
    let file = xlsx::write(&reports, &MESSAGES).unwrap();
    let statistics = sheet(&file, 0);
    let all: Vec<_> =
        reports.iter().flat_map(|it| it.statistics.iter().map(move |s| (it, s))).collect();
    assert_eq!(statistics.len(), all.len() + 1);
    for (line, (report, statistic)) in statistics[1..].iter().zip(all) {
        assert_eq!(line[0].to_string(), *report.title.as_ref().unwrap());
        assert_eq!(number(&line[2]), report.year.map(f64::from), "years are numbers");
        assert_eq!(number(&line[7]), statistic.value, "values are numbers");
        assert_eq!(line[18].to_string(), statistic.quote);
    }
    let outline = sheet(&file, 1);
    assert_eq!(outline.len(), reports.iter().map(|it| it.sections.len()).sum::<usize>() + 1);
    assert_eq!(outline[1][3].to_string(), "主要工作");
    let checks = sheet(&file, 2);
    assert_eq!(checks.len(), reports.iter().map(|it| it.checks.len()).sum::<usize>() + 1);
    let about = sheet(&file, 3);
    assert_eq!(about[2][0].to_string(), "示例局2022年法治政府建设年度报告");
    assert_eq!(about[1][8].to_string(), "平岭.txt");
    assert!(about.last().unwrap()[0].to_string().contains("UTF-8"));
}

#[test]
fn the_same_reports_give_the_same_workbook() {
    let reports = [report(TEXT)];
    assert_eq!(xlsx::write(&reports, &MESSAGES), xlsx::write(&reports, &MESSAGES));
}

#[test]
fn hostile_words_are_words_in_every_format() {
    let reports = [hostile()];
    let lines = csv_lines(&csv::write(&reports, &MESSAGES));
    assert_eq!(lines[1][18], "'=HYPERLINK(\"http://x\")");
    assert_eq!(lines[1][7], "-3.5", "a negative number is no formula");
    assert_eq!(lines[2][7], "", "what is no number is not written");
    assert_eq!(lines[2][18], "a|b\n| c |");

    let file = xlsx::write(&reports, &MESSAGES).unwrap();
    let statistics = sheet(&file, 0);
    assert_eq!(statistics[1][18], Data::String("=HYPERLINK(\"http://x\")".to_owned()));
    assert_eq!(number(&statistics[1][7]), Some(-3.5));
    assert_eq!(statistics[3][18].to_string(), "<b>\u{fffd}\u{fffd}_x0041_&\"");

    let text = markdown::write(&reports, &MESSAGES);
    let rows = markdown_rows(&text);
    let words: Vec<_> = rows.iter().flatten().map(String::as_str).collect();
    for expected in ["=HYPERLINK(\"http://x\")", "a|b | c |", "- 1. **x**"] {
        assert!(words.contains(&expected), "{expected} is not in {words:?}");
    }
    assert!(rows.iter().all(|row| row.len() == 5), "{rows:?}");
}

#[test]
fn a_cell_takes_no_more_than_it_holds() {
    let mut report = report(TEXT);
    report.statistics[0].quote = "𠮷".repeat(40_000);
    let file = xlsx::write(&[report], &MESSAGES).unwrap();
    let quote = sheet(&file, 0)[1][18].to_string();
    assert!(quote.ends_with("𠮷…") && quote.encode_utf16().count() <= 32_767);
}

#[test]
fn nothing_to_say_gives_files_all_the_same() {
    let empty = [report("今天没有什么可说的。")];
    assert_eq!(csv_lines(&csv::write(&empty, &MESSAGES)).len(), 1);
    assert_eq!(sheet(&xlsx::write(&empty, &MESSAGES).unwrap(), 0).len(), 1);
    assert!(markdown::write(&empty, &MESSAGES).starts_with("# 平岭"));
    for format in Format::ALL {
        assert!(write(format, &[], &MESSAGES).is_ok());
    }
}

/// The cells of all tables, as a reader of Markdown takes them.
fn markdown_rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut cell = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::Text(words) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&words);
                }
            }
            Event::End(TagEnd::TableCell) => {
                // The line of headings belongs to no row.
                if let (Some(row), Some(cell)) = (rows.last_mut(), cell.take()) {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Table) => rows.push(Vec::new()),
            _ => {}
        }
    }
    rows.retain(|row: &Vec<String>| !row.is_empty() && row[0] != MESSAGES.export.statistic[6]);
    rows
}

#[test]
fn markdown_has_title_outline_statistics_and_checks() {
    let report = report(TEXT);
    let text = markdown::write(std::slice::from_ref(&report), &MESSAGES);
    assert!(text.starts_with("# 平岭县司法局2023年法治政府建设年度报告\n"));
    for (at, sheet) in MESSAGES.export.sheets.iter().enumerate().take(3) {
        assert!(text.contains(&format!("\n## {sheet}\n")), "part {at}");
    }
    assert!(text.contains("\n- 一 主要工作\n  - "), "{text}");
    let rows = markdown_rows(&text);
    assert_eq!(rows.len(), report.statistics.len());
    for statistic in &report.statistics {
        let quote = statistic.quote.replace('\n', " ");
        let row =
            rows.iter().find(|row| row[4] == quote).unwrap_or_else(|| panic!("{quote}: {rows:?}"));
        if let Some(value) = statistic.value {
            assert!(row[1].contains(&grouped(value)), "{row:?}");
        }
    }
    for check in &report.checks {
        assert!(text.contains((MESSAGES.check_kind)(check.kind)));
    }
}
