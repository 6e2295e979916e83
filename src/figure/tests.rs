use super::*;
use crate::i18n::ZH_HANS;
use crate::report::SourceFile;
use crate::source::SourceFormat;
use crate::statistic::{Approximation, Change, Direction};
use crate::text::Span;

fn statistic(topic: Topic, indicator: &str, value: f64, unit: &str) -> Statistic {
    Statistic {
        topic,
        indicator: indicator.to_owned(),
        canonical: true,
        label: indicator.to_owned(),
        value: Some(value),
        unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        approximation: None,
        change: None,
        parent: None,
        period: None,
        section: Some(0),
        quote: String::new(),
        span: Span::default(),
    }
}

fn part(indicator: &str, value: f64, parent: &str) -> Statistic {
    let topic = Topic::Reconsideration;
    Statistic { parent: Some(parent.to_owned()), ..statistic(topic, indicator, value, "件") }
}

fn report(statistics: Vec<Statistic>) -> Report {
    Report {
        schema: crate::report::SCHEMA.to_owned(),
        source: SourceFile {
            name: "青岩.txt".to_owned(),
            format: SourceFormat::Text,
            encoding: "UTF-8".to_owned(),
            bytes: 0,
        },
        title: None,
        issuer: None,
        addressee: None,
        year: Some(2024),
        document_number: None,
        index_number: None,
        published: None,
        signed: None,
        sections: Vec::new(),
        statistics,
        checks: Vec::new(),
        text: String::new(),
    }
}

fn drawn(figure: &Figure) -> Vec<(String, usize, String)> {
    figure.rows.iter().map(|row| (row.label.clone(), row.depth, row.shown.clone())).collect()
}

fn row(label: &str, depth: usize, shown: &str) -> (String, usize, String) {
    (label.to_owned(), depth, shown.to_owned())
}

#[test]
fn cases_are_nested_from_received_to_result() {
    let topic = Topic::Reconsideration;
    let report = report(vec![
        Statistic {
            change: Some(Change {
                direction: Direction::Up,
                value: Some(5.0),
                unit: Some("%".to_owned()),
                from: None,
            }),
            ..statistic(topic, "行政复议收到申请", 40.0, "件")
        },
        statistic(topic, "行政复议受理", 36.0, "件"),
        statistic(topic, "行政复议审结", 30.0, "件"),
        part("行政复议撤销", 2.0, "行政复议审结"),
        part("行政复议维持", 21.0, "行政复议审结"),
    ]);
    let figures = figures(&report, &ZH_HANS);
    assert_eq!(figures.len(), 1);
    assert_eq!(figures[0].slug, "reconsideration-flow");
    assert_eq!(
        drawn(&figures[0]),
        [
            row("收到申请", 0, "40件"),
            row("受理", 1, "36件"),
            row("审结", 2, "30件"),
            row("维持", 3, "21件"),
            row("撤销", 3, "2件"),
        ]
    );
    assert_eq!(figures[0].rows[3].share.as_deref(), Some("占审结70%"));
    assert_eq!(figures[0].headline, "收到申请40件，同比上升5%，审结30件，结果以维持最多（21件）");
    assert_eq!(figures[0].subtitle, "行政复议案件办理情况 · 单位：件 · 2024年");
}

#[test]
fn a_department_complained_about_has_its_results_below_that() {
    let topic = Topic::Reconsideration;
    let report = report(vec![
        statistic(topic, "被申请行政复议", 9.0, "件"),
        statistic(topic, "行政复议维持", 6.0, "件"),
    ]);
    let figures = figures(&report, &ZH_HANS);
    assert_eq!(drawn(&figures[0]), [row("被申请行政复议", 0, "9件"), row("维持", 1, "6件")]);
}

#[test]
fn a_part_is_never_larger_than_its_whole() {
    let topic = Topic::Reconsideration;
    let report = report(vec![
        statistic(topic, "行政复议受理", 10.0, "件"),
        statistic(topic, "行政复议审结", 14.0, "件"),
    ]);
    let figures = figures(&report, &ZH_HANS);
    assert_eq!(drawn(&figures[0]), [row("受理", 0, "10件"), row("审结", 0, "14件")]);
}

#[test]
fn wholes_that_name_each_other_are_drawn_once() {
    let report = report(vec![
        part("行政复议受理", 10.0, "行政复议审结"),
        part("行政复议审结", 10.0, "行政复议受理"),
    ]);
    assert_eq!(figures(&report, &ZH_HANS)[0].rows.len(), 2);
}

#[test]
fn the_same_figure_twice_is_drawn_once() {
    let topic = Topic::Litigation;
    let report = report(vec![
        statistic(topic, "行政应诉案件", 12.0, "件"),
        statistic(topic, "行政应诉案件", 12.0, "件"),
        statistic(topic, "负责人出庭应诉率", 100.0, "%"),
    ]);
    let figures = figures(&report, &ZH_HANS);
    let slugs: Vec<&str> = figures.iter().map(|figure| figure.slug.as_str()).collect();
    assert_eq!(slugs, ["litigation-flow", "litigation-rates"]);
    assert_eq!(figures[0].rows.len(), 1);
    assert_eq!(figures[1].headline, "负责人出庭应诉率100%");
}

#[test]
fn channels_are_sorted_below_their_total() {
    let topic = Topic::Petition;
    let report = report(vec![
        statistic(topic, "信访总量", 50.0, "件"),
        statistic(topic, "来信", 8.0, "件"),
        statistic(topic, "网上信访", 30.0, "件"),
        statistic(topic, "来访", 12.0, "批"),
    ]);
    let figures = figures(&report, &ZH_HANS);
    let channels = figures.iter().find(|it| it.slug == "petition-channels").unwrap();
    assert_eq!(
        drawn(channels),
        [row("信访总量", 0, "50件"), row("网上信访", 1, "30件"), row("来信", 1, "8件")],
        "another unit does not share the scale"
    );
}

#[test]
fn a_zero_in_words_is_drawn_with_the_unit_of_the_rest() {
    let topic = Topic::Litigation;
    let report = report(vec![
        statistic(topic, "行政应诉案件", 3.0, "件"),
        statistic(topic, "行政诉讼败诉", 0.0, ""),
    ]);
    let figures = figures(&report, &ZH_HANS);
    assert_eq!(drawn(&figures[0])[1], row("败诉", 1, "0件"));
}

#[test]
fn other_topics_need_three_figures_of_one_kind() {
    let topic = Topic::Training;
    let two = vec![statistic(topic, "甲", 3.0, "次"), statistic(topic, "乙", 2.0, "次")];
    assert!(figures(&report(two.clone()), &ZH_HANS).is_empty());
    let mut three = two;
    three.push(statistic(topic, "丙", 9.0, "次"));
    three.push(statistic(topic, "丁", 9.0, "人次"));
    let figures = figures(&report(three), &ZH_HANS);
    assert_eq!(drawn(&figures[0]), [row("丙", 0, "9次"), row("甲", 0, "3次"), row("乙", 0, "2次")]);
}

#[test]
fn figures_of_another_period_are_left_out() {
    let topic = Topic::Petition;
    let old = Statistic {
        period: Some("2019-01-01/..".to_owned()),
        ..statistic(topic, "信访总量", 400.0, "件")
    };
    assert!(figures(&report(vec![old]), &ZH_HANS).is_empty());
}

#[test]
fn table_and_drawing_say_the_same() {
    let topic = Topic::Enforcement;
    let about = Statistic {
        approximation: Some(Approximation::About),
        ..statistic(topic, "行政检查次数", 1200.0, "次")
    };
    let report = report(vec![
        about,
        statistic(topic, "行政处罚案件", 30.0, "次"),
        statistic(topic, "责令整改", 8.0, "次"),
    ]);
    for figure in figures(&report, &ZH_HANS) {
        let marks: Vec<&str> = figure.drawing.marks().iter().map(|it| it.shown.as_str()).collect();
        let rows: Vec<&str> = figure.rows.iter().map(|it| it.shown.as_str()).collect();
        assert_eq!(marks, rows);
        assert_eq!(rows[0], "约1,200次");
    }
}

#[test]
fn silence_is_told_from_zero() {
    let report = report(vec![statistic(Topic::Litigation, "行政应诉案件", 0.0, "")]);
    assert_eq!(undisclosed(&report), [Topic::Reconsideration, Topic::Petition]);
}

#[test]
fn key_figures_are_few_and_of_many_topics() {
    let mut statistics: Vec<Statistic> =
        (0..20).map(|n| statistic(Topic::Publicity, &format!("活动{n}"), 1.0, "场")).collect();
    statistics.push(statistic(Topic::Petition, "信访总量", 5.0, "件"));
    statistics.push(statistic(Topic::Reconsideration, "行政复议受理", 5.0, "件"));
    let report = report(statistics);
    let key = key_statistics(&report);
    assert_eq!(key.len(), 6);
    assert_eq!(key[..2], [21, 20], "the telling ones come first");
}

#[test]
fn a_place_is_named_by_the_numbers_that_lead_to_it() {
    let section = |level, number: Option<&str>| Section {
        level,
        number: number.map(str::to_owned),
        heading: "题".to_owned(),
        span: Span::default(),
    };
    let sections = [
        section(1, Some("一")),
        section(2, Some("（一）")),
        section(1, Some("二")),
        section(2, Some("（三）")),
        section(1, None),
    ];
    assert_eq!(place(&sections, 3), "二（三）");
    assert_eq!(place(&sections, 4), "题");
    assert_eq!(place(&sections, 9), "");
}

#[test]
fn tints_are_those_of_the_style_sheet() {
    let tokens = include_str!("../../styles/tokens.css");
    let light = tokens.split('}').next().unwrap();
    for topic in EXPECTED {
        let line = format!("--topic-{}: {};", slug(topic), tint(topic).to_lowercase());
        assert!(light.contains(&line), "{line}");
    }
    assert!(light.contains(&format!("--topic: {};", tint(Topic::Other).to_lowercase())));
}

#[cfg(feature = "formats")]
#[test]
fn every_picture_is_well_formed_and_says_all_that_its_chart_says() {
    for sample in ["dense", "silent", "traditional"] {
        let path = format!("{}/samples/{sample}.txt", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).unwrap();
        let report = crate::analyze(&bytes, "a.txt", &crate::source::NativeDecoder).unwrap().report;
        let figures = figures(&report, &ZH_HANS);
        assert!(!figures.is_empty());
        for figure in &figures {
            let file = crate::chart::svg::write(&picture(figure, &report, &ZH_HANS).drawing);
            let words = words_of(&file);
            let mut expected = vec![figure.headline.clone(), figure.subtitle.clone()];
            expected.push(report.title.clone().unwrap());
            let marks = figure.drawing.marks().iter();
            expected.extend(marks.flat_map(|mark| [mark.label.clone(), mark.shown.clone()]));
            for expected in expected {
                let squeezed: String = expected.split_whitespace().collect();
                assert!(words.contains(&squeezed), "{}: {expected} is not in {words}", figure.slug);
            }
        }
    }
}

/// All words of an XML file, without white space.
#[cfg(feature = "formats")]
fn words_of(file: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(file);
    let mut words = String::new();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Text(text) => {
                words.extend(text.xml10_content().split_whitespace());
            }
            quick_xml::events::Event::GeneralRef(name) => {
                words.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap());
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    words
}
