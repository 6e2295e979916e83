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
    let slugs: Vec<&str> = figures.iter().map(|it| it.slug.as_str()).collect();
    assert_eq!(slugs, ["reconsideration-flow", "reconsideration-before"]);
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
fn a_total_is_said_before_what_most_of_it_is() {
    let topic = Topic::Enforcement;
    let of = |value, parent: &str| Statistic { topic, ..part("行政检查", value, parent) };
    let report = report(vec![
        statistic(topic, "行政处罚", 90.0, "件"),
        of(20.0, "行政处罚"),
        of(60.0, "行政处罚"),
    ]);
    let figures = figures(&report, &ZH_HANS);
    let headline = &figures[0].headline;
    assert!(headline.contains("90件，") && headline.ends_with("最多，60件"), "{headline}");
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
        let marks: Vec<&str> = figure.drawing.marks.iter().map(|it| it.shown.as_str()).collect();
        let rows: Vec<&str> = figure.rows.iter().map(|it| it.shown.as_str()).collect();
        assert_eq!(marks, rows);
        assert_eq!(rows[0], "约1,200次");
    }
}

/// The kinds on offer, the one drawn first.
fn kinds(figure: &Figure) -> &[Kind] {
    assert_eq!(figure.kinds.first(), Some(&figure.drawing.kind));
    &figure.kinds
}

#[test]
fn pieces_are_what_makes_the_whole_or_is_listed_under_it() {
    let topic = Topic::Petition;
    let channels = |web| {
        let report = report(vec![
            statistic(topic, "信访总量", 50.0, "件"),
            statistic(topic, "来信", 20.0, "件"),
            statistic(topic, "网上信访", web, "件"),
        ]);
        let figures = figures(&report, &ZH_HANS);
        figures.into_iter().find(|it| it.slug == "petition-channels").unwrap()
    };
    assert_eq!(kinds(&channels(30.0)), [Kind::Stacked, Kind::Funnel, Kind::Bars]);
    assert_eq!(
        kinds(&channels(20.0)),
        [Kind::Funnel, Kind::Bars],
        "nothing says that they do not overlap"
    );
    let topic = Topic::Reconsideration;
    let figures = figures(
        &report(vec![
            statistic(topic, "行政复议审结", 30.0, "件"),
            part("行政复议维持", 20.0, "行政复议审结"),
            part("行政复议撤销", 5.0, "行政复议审结"),
            part("行政复议纠错", 5.0, "行政复议审结"),
        ]),
        &ZH_HANS,
    );
    assert_eq!(kinds(&figures[0]), [Kind::Funnel, Kind::Stacked, Kind::Bars]);
    let pieces: Vec<_> = figures[0].drawing.marks.iter().map(|mark| mark.piece_of).collect();
    assert_eq!(
        pieces,
        [None, Some(0), Some(0), None],
        "what is corrected was revoked: it is no piece beside it"
    );
}

#[test]
fn silence_on_a_stage_is_an_empty_slot_only_where_it_tells() {
    let topic = Topic::Reconsideration;
    let received = statistic(topic, "行政复议收到申请", 40.0, "件");
    let accepted = statistic(topic, "行政复议受理", 36.0, "件");
    let silent = figures(&report(vec![received.clone(), accepted.clone()]), &ZH_HANS);
    assert_eq!(drawn(&silent[0])[2], row("审结", 2, "未披露"));
    assert_eq!(silent[0].drawing.marks[2].value, None);
    assert_eq!(silent[0].rows[2].statistic, None);
    let alone = figures(&report(vec![received.clone()]), &ZH_HANS);
    assert_eq!(alone[0].rows.len(), 1, "a report that hardly speaks of it owes no stage");
    let answered = vec![received, accepted, statistic(topic, "行政复议审结率", 98.0, "%")];
    let answered = figures(&report(answered), &ZH_HANS);
    assert!(answered[0].rows.iter().all(|it| it.shown != "未披露"));
}

#[test]
fn two_years_stand_side_by_side_as_printed_or_marked_as_computed() {
    let topic = Topic::Litigation;
    let change = |value, unit: &str, from| {
        let (direction, value) = (Direction::Up, Some(value));
        Some(Change { direction, value, unit: Some(unit.to_owned()), from })
    };
    let with = |indicator, value, unit, change| Statistic {
        change,
        ..statistic(topic, indicator, value, unit)
    };
    let figures = figures(
        &report(vec![
            with("行政应诉案件", 246.0, "件", change(17.1, "%", None)),
            with("一审行政应诉案件", 58.0, "件", change(8.0, "件", Some(50.0))),
            with("负责人出庭应诉率", 98.0, "%", change(2.0, "%", None)),
        ]),
        &ZH_HANS,
    );
    let before: Vec<&Figure> = figures.iter().filter(|it| it.slug.contains("before")).collect();
    assert_eq!(before.len(), 1, "a rate that rose by a percent may mean points");
    assert_eq!(kinds(before[0]), [Kind::Grouped]);
    let earlier: Vec<_> =
        before[0].drawing.marks.iter().map(|it| it.earlier.clone().unwrap()).collect();
    assert_eq!((earlier[0].shown.as_str(), earlier[0].is_computed), ("约210件", true));
    assert_eq!((earlier[1].shown.as_str(), earlier[1].is_computed), ("50件", false));
    assert_eq!(before[0].headline, "行政应诉案件由上年的约210件升至246件");
}

#[test]
fn a_change_said_apart_from_its_value_belongs_to_it() {
    let topic = Topic::Reconsideration;
    let direction = Direction::Down;
    let unit = Some("个百分点".to_owned());
    let change = Some(Change { direction, value: Some(1.4), unit, from: None });
    let mut apart = Statistic { change, ..statistic(topic, "行政复议纠错率", 0.0, "%") };
    apart.value = None;
    let rate = statistic(topic, "行政复议纠错率", 7.9, "%");
    let figures = figures(&report(vec![rate, apart]), &ZH_HANS);
    let before = figures.iter().find(|it| it.slug == "reconsideration-before-rates").unwrap();
    assert_eq!(before.headline, "行政复议纠错率由上年的9.3%降至7.9%");
}

#[test]
fn three_years_of_one_indicator_are_a_line() {
    let year = |year: i32, value| Statistic {
        period: Some(format!("{year}-01-01/{year}-12-31")),
        ..statistic(Topic::Petition, "信访总量", value, "件")
    };
    let own = statistic(Topic::Petition, "信访总量", 50.0, "件");
    let two = vec![own.clone(), year(2022, 70.0)];
    assert!(figures(&report(two.clone()), &ZH_HANS).iter().all(|it| it.drawing.kind != Kind::Line));
    let three = report([two, vec![year(2020, 90.0)]].concat());
    let figures = figures(&three, &ZH_HANS);
    let line = figures.iter().find(|it| it.drawing.kind == Kind::Line).unwrap();
    assert_eq!(
        drawn(line),
        [row("2020年", 0, "90件"), row("2022年", 0, "70件"), row("2024年", 0, "50件")]
    );
    assert_eq!(line.headline, "信访总量由2020年的90件降至2024年的50件");
}

#[test]
fn reports_of_one_body_make_a_line_and_those_of_another_do_not() {
    let of = |issuer: &str, year, value| Report {
        issuer: Some(issuer.to_owned()),
        year: Some(year),
        title: Some(format!("{year}年报告")),
        ..report(vec![statistic(Topic::Petition, "信访总量", value, "件")])
    };
    let reports = [
        of("甲县", 2024, 5.0),
        of("甲县", 2022, 7.0),
        of("甲县", 2023, 6.0),
        of("乙县", 2021, 9.0),
    ];
    let shelf: Vec<&Report> = reports.iter().collect();
    let figures = through_reports(&shelf, 0, &ZH_HANS);
    assert_eq!(drawn(&figures[0]).len(), 3);
    let sources: Vec<_> = figures[0].rows.iter().map(|row| row.report.as_deref()).collect();
    assert_eq!(sources, [Some("2022年报告"), Some("2023年报告"), None]);
    assert!(through_reports(&shelf[..2], 0, &ZH_HANS).is_empty(), "two points are no line");
    assert!(through_reports(&shelf, 3, &ZH_HANS).is_empty());
}

#[test]
fn topics_with_a_rate_or_two_share_small_multiples() {
    let rates = vec![
        statistic(Topic::Training, "学法考试率", 99.5, "%"),
        statistic(Topic::Mediation, "调解成功率", 98.7, "%"),
        statistic(Topic::Disclosure, "依申请公开按期答复率", 100.0, "%"),
    ];
    let figures = figures(&report(rates), &ZH_HANS);
    let across = figures.iter().find(|it| it.slug == "rates-by-topic").unwrap();
    assert_eq!(across.drawing.panels, ["学法培训", "政务公开", "调解与公共法律服务"]);
    assert_eq!(across.headline, "3 项比率中 1 项为100%，调解成功率最低，98.7%");
    assert!(across.drawing.marks[0].name.starts_with("学法培训，"));
}

#[test]
fn every_kind_on_offer_draws_every_value() {
    let topic = Topic::Reconsideration;
    let mut statistics = vec![
        statistic(topic, "行政复议收到申请", 40.0, "件"),
        statistic(topic, "行政复议受理", 36.0, "件"),
        statistic(topic, "行政复议不予受理", 4.0, "件"),
        statistic(topic, "行政复议审结", 30.0, "件"),
        part("行政复议维持", 21.0, "行政复议审结"),
        part("行政复议撤销", 9.0, "行政复议审结"),
        statistic(topic, "行政复议纠错率", 30.0, "%"),
    ];
    statistics[6].quote = "纠错率30%".to_owned();
    for figure in figures(&report(statistics), &ZH_HANS) {
        assert_eq!(figure.rows.len(), figure.drawing.marks.len());
        for kind in &figure.kinds {
            let drawing = figure.drawing.as_kind(*kind);
            let file = crate::chart::svg::write(&drawing.draw(Default::default(), "a", ""));
            for (idx, mark) in drawing.marks.iter().enumerate() {
                let group = format!("data-mark=\"{idx}\" data-value=\"{}\"", mark.value.unwrap());
                assert_eq!(
                    file.matches(&group).count(),
                    1,
                    "{} as {kind:?}: {}",
                    figure.slug,
                    mark.label
                );
                assert!(file.contains(&mark.shown), "{} as {kind:?}: {}", figure.slug, mark.shown);
            }
        }
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
            for kind in &figure.kinds {
                let picture = picture(figure, *kind, &report, &ZH_HANS);
                let words = words_of(&crate::chart::svg::write(&picture.drawing));
                let mut expected = vec![figure.headline.clone(), figure.subtitle.clone()];
                expected.push(report.title.clone().unwrap());
                expected.extend(figure.notes.iter().cloned());
                let marks = figure.drawing.marks.iter();
                expected.extend(marks.flat_map(|mark| [mark.label.clone(), mark.shown.clone()]));
                for expected in expected {
                    let squeezed: String = expected.split_whitespace().collect();
                    assert!(
                        words.contains(&squeezed),
                        "{} as {kind:?}: {expected} is not in {words}",
                        figure.slug
                    );
                }
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
