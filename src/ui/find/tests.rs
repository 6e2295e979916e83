use super::*;
use crate::i18n::ZH_HANS;
use crate::source::{Decode, LegacyEncoding};
use crate::ui::state::Shelved;

struct NoDecoder;

impl Decode for NoDecoder {
    fn decode(&self, _: LegacyEncoding, _: &[u8]) -> String {
        String::new()
    }
}

const REPORT: &str = "嵐溪縣2023年法治政府建设年度报告\n\n一、行政复议\n全年办理行政\n复议案件１２件。\n\n\
    二、其他\n受理\t审结\n12件\t9件\n";

fn opened(text: &str) -> Opened {
    let analysis = crate::analyze(text.as_bytes(), "r.txt", &NoDecoder).unwrap();
    Opened::new(&Shelved::new(analysis, None), &ZH_HANS)
}

fn searching(text: &str, words: &str, from: usize) -> Find {
    let find = Find::default().after(FindAction::Open(opened(text)));
    find.after(FindAction::Words(words.to_owned(), from))
}

#[test]
fn places_are_counted_and_gone_through_round_the_end() {
    let find = searching(REPORT, "行政复议", 0);
    assert_eq!((find.places.len(), find.current), (2, Some(0)));
    let step = |find: &Find, is_forward| find.after(FindAction::Step { is_forward });
    let next = step(&find, true);
    assert_eq!(next.current, Some(1));
    assert_eq!(step(&next, true).current, Some(0));
    assert_eq!(step(&find, false).current, Some(1));
    assert_ne!(next.moves, find.moves);
}

#[test]
fn a_search_begins_where_one_reads() {
    let second = REPORT.find("全年").unwrap();
    assert_eq!(searching(REPORT, "行政复议", second).current, Some(1));
    assert_eq!(searching(REPORT, "行政复议", REPORT.len()).current, Some(0), "round the end");
}

#[test]
fn nothing_found_is_no_place() {
    let find = searching(REPORT, "没有的词", 0);
    assert!(find.is_on() && find.places.is_empty());
    assert_eq!(find.after(FindAction::Step { is_forward: true }).current, None);
    assert!(!find.after(FindAction::Clear).is_on());
}

#[test]
fn another_report_is_searched_for_the_same_words() {
    let find = searching(REPORT, "行政复议", 0);
    let find = find.after(FindAction::Open(opened(
        "某县报告\n一、行政复议\n没有行政复议案件，行政复议为零。",
    )));
    assert_eq!((find.places.len(), find.words.as_str()), (3, "行政复议"));
}

#[test]
fn every_place_is_set_in_some_line() {
    for words in ["行政复议", "12件", "受理审结", "报告一", "0"] {
        let find = searching(REPORT, words, 0);
        let report = find.report.as_ref().unwrap();
        for place in find.places.iter() {
            let lines = report.lines().iter();
            let shown: usize = lines
                .flat_map(|line| characters(REPORT, line.span, &[*place]))
                .map(|(from, to)| to - from)
                .sum();
            let printed =
                REPORT[place.start..place.end].chars().filter(|char| !char.is_whitespace());
            assert_eq!(shown, printed.count(), "{words}");
        }
    }
}

#[test]
fn characters_are_counted_as_shown() {
    let text = "全年办理行政\n复议案件";
    let places = [Span::new(12, 25), Span::new(25, 31)];
    assert_eq!(&text[12..25], "行政\n复议");
    let line = Span::new(6, text.len());
    assert_eq!(characters(text, line, &places), [(2, 6), (6, 8)]);
    assert_eq!(characters(text, Span::new(0, 15), &places), [(4, 5)], "only the part in the line");
    assert!(characters(text, Span::new(0, 9), &places).is_empty());
}

#[test]
fn characters_are_found_in_the_nodes_that_show_them() {
    let nodes = ["甲𪢮".to_owned(), String::new(), "乙".to_owned(), "丙丁戊".to_owned()];
    let found = node_places(&nodes, &[(0, 1), (1, 2), (2, 4), (4, 6)]);
    let expected = [((0, 0), (0, 1)), ((0, 1), (0, 3)), ((2, 0), (3, 1)), ((3, 1), (3, 3))];
    assert_eq!(found, expected);
    assert!(node_places(&nodes, &[(5, 9)]).is_empty(), "what is not there");
    assert!(node_places(&[], &[(0, 1)]).is_empty());
}

#[test]
fn spans_that_touch_are_found() {
    let spans = [Span::new(0, 3), Span::new(5, 8), Span::new(8, 9)];
    assert_eq!(touching(&spans, 3, 8), 1..2);
    assert_eq!(touching(&spans, 2, 9), 0..3);
    assert_eq!(touching(&spans, 9, 20), 3..3);
}
