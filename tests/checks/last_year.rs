//! Two reports of one body, a year apart.

use fajian::Analysis;
use fajian::comparison::{Comparison, compare};

use crate::read;

const EARLIER: &str = "平岭县水利局2022年法治政府建设年度报告\n\n一、主要举措和成效\n\
    （一）严格执法。2022年，坚持有案必查、违法必究，水事秩序持续好转。开展河道巡查120次，查处违法取水案件18件。\n\
    （二）普法宣传。结合世界水日开展普法宣传活动26场次，发放宣传资料3500份。\n\
    二、2023年工作安排\n\
    （一）建立河道采砂联合执法机制，与公安部门开展联合巡查。\n\
    （二）编制水行政处罚裁量基准并向社会公布。\n\n平岭县水利局\n2023年1月10日\n";

const LATER: &str = "平岭县水利局2023年法治政府建设年度报告\n\n一、主要举措和成效\n\
    （一）严格执法。2023年，坚持有案必查、违法必究，水事秩序持续好转。开展河道巡查135次，查处违法取水案件18件。\n\
    （二）机制建设。与公安部门建立河道采砂联合执法机制，全年联合巡查14次。\n\
    （三）普法宣传。结合世界水日开展普法宣传活动31场次，发放宣传资料3500份。\n\n平岭县水利局\n2024年1月9日\n";

fn compared() -> (Analysis, Analysis, Comparison) {
    let (earlier, later) = (read(EARLIER), read(LATER));
    let comparison = compare(&earlier, &later);
    (earlier, later, comparison)
}

#[test]
fn what_stands_in_both_is_found_with_its_places() {
    let (earlier, later, comparison) = compared();
    let [passage] = comparison.carried[..] else { panic!("{:?}", comparison.carried) };
    assert!(later.report.words(passage.later).starts_with("2023年，坚持有案必查"));
    assert!(earlier.report.words(passage.earlier).starts_with("2022年，坚持有案必查"));
    assert!((0.1..0.4).contains(&comparison.carried_share()), "{}", comparison.carried_share());
    let same = compare(&earlier, &earlier);
    assert!(same.carried_share() > 0.7, "{}", same.carried_share());
}

#[test]
fn figures_of_last_year_are_named() {
    let (earlier, later, comparison) = compared();
    let same: Vec<_> = comparison
        .figures
        .iter()
        .map(|it| {
            let (one, two) =
                (&earlier.report.statistics[it.earlier], &later.report.statistics[it.later]);
            assert_eq!(one.value, two.value);
            two.value.unwrap()
        })
        .collect();
    assert_eq!(same, [18.0, 3500.0]);
}

#[test]
fn a_plan_leads_to_what_became_of_it() {
    let (earlier, later, comparison) = compared();
    let [kept, unmentioned] = comparison.plans[..] else { panic!("{:?}", comparison.plans) };
    assert!(earlier.report.words(kept.earlier).contains("联合执法机制"));
    let answer = kept.answer.unwrap();
    assert!(later.report.words(answer.later).contains("联合巡查14次"));
    assert!(answer.likeness < 1.0);
    assert_eq!(unmentioned.answer, None);
}

#[test]
fn doubts_about_the_pair_are_said() {
    let (earlier, later, comparison) = compared();
    assert_eq!(comparison.years, [Some(2022), Some(2023)]);
    assert!(!comparison.is_other_issuer);
    let other = read(&LATER.replace("水利局", "林业局"));
    assert!(compare(&earlier, &other).is_other_issuer);
    assert_eq!(compare(&later, &read("无")).carried.len(), 0);
}
