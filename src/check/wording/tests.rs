use super::*;

fn amount(label: &str, value: f64) -> Amount {
    let printed = format!("{value}件");
    Amount { statistic: None, label: label.to_owned(), value, printed }
}

#[test]
fn the_arithmetic_is_shown() {
    let finding = Finding::Parts {
        total: amount("信访", 268.0),
        parts: vec![amount("来信", 29.0), amount("平台", 131.0), amount("系统", 42.0)],
        sum: 202.0,
        claim: Claim::Complete,
    };
    assert_eq!(
        sentence(Verdict::Fail, &finding),
        "各项之和 29+131+42=202，与“信访”的总数 268 不符（相差 66）"
    );
    assert_eq!(
        sentence_in(&EN, Verdict::Fail, &finding),
        "The parts 29+131+42 = 202 do not add up as printed: the total of “信访” is 268 (difference 66)"
    );
    let finding = Finding::Rate {
        rate: Amount { printed: "92.7%".to_owned(), ..amount("化解率", 92.7) },
        parts: vec![amount("化解", 102.0)],
        whole: amount("积案", 110.0),
        computed: 102.0 / 1.1,
    };
    assert_eq!(sentence(Verdict::Ok, &finding), "“化解率”92.7% 与件数相符：102÷110≈92.73%");
}

#[test]
fn days_and_dates_follow_the_language() {
    let finding = |days| Finding::Deadline {
        event: Event::Published,
        printed: Some("2024-04-02".to_owned()),
        due: Some("2024-04-01".to_owned()),
        timing: Timing::Late,
        days,
    };
    let said = sentence_in(&EN, Verdict::Fail, &finding(1));
    assert!(said.contains("2 April 2024") && said.ends_with("(1 day late)"), "{said}");
    assert!(sentence_in(&EN, Verdict::Fail, &finding(2)).ends_with("(2 days late)"));
    assert!(sentence_in(&ZH_HANT, Verdict::Fail, &finding(2)).contains("2024年4月2日"));
}

#[test]
fn numbers_have_no_needless_digits() {
    for (value, shown) in [(12.0, "12"), (0.1 + 0.2, "0.3"), (98.456, "98.46"), (12.5, "12.5")] {
        assert_eq!(number(value), shown);
    }
}

#[test]
fn every_source_of_a_check_is_worded() {
    let rules = include_str!("../rules.txt").lines();
    let columns = rules.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let sources = columns.filter_map(|columns| match columns[..] {
        ["deadline", .., source, words] => Some(vec![source.to_owned(), words.to_owned()]),
        ["content", .., source, _] => Some(vec![source.to_owned()]),
        ["repealed", .., successor] => Some(vec![successor.to_owned()]),
        _ => None,
    });
    let sources: Vec<String> = sources.flatten().collect();
    assert!(sources.len() > 20);
    for phrases in [&EN, &ZH_HANT] {
        for source in &sources {
            let is_worded = phrases.sources.iter().any(|(of, _)| of == source);
            assert!(is_worded, "{source}");
        }
    }
}

#[test]
fn a_source_may_say_what_it_asks_for() {
    let said = EN
        .source("《政府信息公开条例》第四十九条：县级以上政府部门每年1月31日前公布上一年度的报告");
    assert!(
        said.starts_with("Regulations")
            && said.contains("art. 49: ")
            && said.contains("January 31"),
        "{said}"
    );
    assert_eq!(EN.source("算术：表内合计"), "arithmetic: totals of a table");
}
