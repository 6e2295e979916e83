//! 大纲: levels, gaps and roles of the headings.

use std::sync::LazyLock;

use super::SectionRole;
use super::heading::Heading;
use super::number::Class;
use crate::text::words::{self, WordList};

/// A heading's place in the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Depth from 1.
    pub(super) level: u8,
    /// Index of the section that it belongs to.
    pub(super) parent: Option<usize>,
    /// Whether its number does not follow from the one before.
    pub(super) gap: bool,
}

/// Levels by the order in which the document first uses each class of number, parents, and gaps.
pub(super) fn places(headings: &[Heading]) -> Vec<Place> {
    let mut classes: Vec<Option<Class>> = Vec::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut places: Vec<Place> = Vec::with_capacity(headings.len());
    for (index, heading) in headings.iter().enumerate() {
        let class = heading.number.map(|number| number.class);
        let known = classes.iter().position(|other| *other == class);
        let level = known.unwrap_or_else(|| {
            classes.push(class);
            classes.len() - 1
        });
        let level = u8::try_from(level + 1).unwrap_or(u8::MAX);
        open.retain(|&(other, _)| other < level);
        let parent = open.last().map(|&(_, section)| section);
        open.push((level, index));
        let gap = is_gap(headings, &places, index, level, parent);
        places.push(Place { level, parent, gap });
    }
    places
}

/// Whether a number neither starts a count nor follows the one before it.
fn is_gap(
    headings: &[Heading],
    places: &[Place],
    index: usize,
    level: u8,
    parent: Option<usize>,
) -> bool {
    let Some(number) = headings[index].number else { return false };
    let before = (0..index).rev().find(|&other| places[other].level == level);
    let sibling = before.filter(|&other| places[other].parent == parent);
    let value = |other: usize| headings[other].number.map_or(0, |number| number.value);
    match (sibling, before) {
        (Some(sibling), _) => number.value != value(sibling) + 1,
        // Some documents count on across chapters.
        (None, Some(before)) => number.value != 1 && number.value != value(before) + 1,
        (None, None) => number.value != 1,
    }
}

const SHORTCOMINGS: &[&str] = &[
    "不足",
    "存在问题",
    "存在的问题",
    "存在的主要问题",
    "主要问题",
    "短板",
    "薄弱环节",
    "困难",
    "差距",
];
const PLAN: &[&str] = &[
    "下一步",
    "下步",
    "下阶段",
    "下一阶段",
    "下一年",
    "下年度",
    "明年",
    "新一年",
    "新的一年",
    "今后",
    "努力方向",
    "改进措施",
    "改进方向",
    "打算",
    "工作计划",
    "工作思路",
    "工作安排",
    "工作设想",
    "整改措施",
];
const NEXT_YEAR: &[&str] =
    &["工作", "计划", "安排", "思路", "重点", "打算", "任务", "目标", "措施"];
const RESULTS: &[&str] = &[
    "成效",
    "举措",
    "开展情况",
    "基本情况",
    "主要做法",
    "工作情况",
    "总体情况",
    "完成情况",
    "主要工作",
    "取得",
];
const FIRST_PERSON: &[&str] = &[
    "第一责任人",
    "主要负责人履行",
    "主要负责人履职",
    "主要负责同志履行",
    "主要负责同志履职",
    "主要领导职责",
    "主要领导履行",
    "主要领导履职",
    "党政主要负责人",
];
const OTHER: &str = "其他";
/// What tells of shortcomings and of plans below the top.
const PLAIN_SHORTCOMINGS: &[&str] =
    &["存在的不足", "存在不足", "存在问题", "存在的问题", "存在的主要问题", "主要问题"];
const PLAIN_PLAN: &[&str] = &["下一步", "下步", "下一年", "下年度", "工作打算", "工作思路"];

/// A heading without any of these says nothing about its figures: most of those below the top.
static TELLING: LazyLock<WordList> = LazyLock::new(|| {
    let plain = [PLAIN_SHORTCOMINGS, PLAIN_PLAN, &["问题", OTHER, "年"]];
    let lists = [SHORTCOMINGS, PLAN, RESULTS, FIRST_PERSON].into_iter().chain(plain);
    WordList::by_first(lists.flatten().copied())
});

/// What a heading says about the figures under it. `year` is the year that the report covers.
///
/// `inherited` is the role of the parent section: deeper headings speak of shortcomings and plans in passing, so that
/// only plain words change the role there.
pub(super) fn role(
    heading: &str,
    level: u8,
    inherited: SectionRole,
    year: Option<i32>,
) -> SectionRole {
    if !TELLING.stands_in(heading) {
        return inherited;
    }
    let has = |list: &[&str]| words::holds_any(heading, list);
    let top = level == 1;
    // 问题与打算, 问题和建议: at the top of a report 问题 alone is a heading's subject.
    let alone = top && (heading.starts_with("问题") || heading.starts_with("主要问题"));
    let shortcomings = alone
        || if top || inherited == SectionRole::Shortcomings {
            has(SHORTCOMINGS)
        } else {
            has(PLAIN_SHORTCOMINGS)
        };
    let plan = has(if top { PLAN } else { PLAIN_PLAN });
    let plan = plan || (speaks_of_later_year(heading, year) && has(NEXT_YEAR));
    if has(FIRST_PERSON) && !plan {
        SectionRole::FirstResponsiblePerson
    } else if shortcomings {
        SectionRole::Shortcomings
    } else if plan && (!has(RESULTS) || heading.contains("下一")) {
        SectionRole::Plan
    } else if heading.contains(OTHER)
        && ["需要", "事项", "情况", "报告"].iter().any(|word| heading.contains(word))
    {
        SectionRole::Other
    } else if top && has(RESULTS) {
        SectionRole::Results
    } else {
        inherited
    }
}

/// Whether a year behind the covered one stands in the heading.
fn speaks_of_later_year(heading: &str, year: Option<i32>) -> bool {
    let Some(year) = year else { return false };
    heading.match_indices('年').any(|(at, _)| {
        let digits =
            heading[..at].get(at.saturating_sub(4)..).and_then(|digits| digits.parse::<i32>().ok());
        digits.is_some_and(|found| found > year && found < 2100)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top(heading: &str) -> SectionRole {
        role(heading, 1, SectionRole::Results, Some(2022))
    }

    #[test]
    fn roles_of_first_level_headings() {
        assert_eq!(top("主要举措和成效"), SectionRole::Results);
        assert_eq!(top("存在的不足和原因"), SectionRole::Shortcomings);
        assert_eq!(
            top("党政主要负责人履行推进法治建设第一责任人职责情况"),
            SectionRole::FirstResponsiblePerson
        );
        assert_eq!(top("2023年工作安排"), SectionRole::Plan);
        assert_eq!(top("下一步工作打算"), SectionRole::Plan);
        assert_eq!(top("存在问题和下一步打算"), SectionRole::Shortcomings);
        assert_eq!(top("其他需要报告的情况"), SectionRole::Other);
        assert_eq!(top("2022年重点工作完成情况"), SectionRole::Results);
    }

    #[test]
    fn deeper_headings_speak_of_problems_in_passing() {
        let inside = |heading| role(heading, 2, SectionRole::Results, Some(2022));
        assert_eq!(inside("聚焦突出问题,补齐短板"), SectionRole::Results);
        assert_eq!(inside("存在的主要问题"), SectionRole::Shortcomings);
        assert_eq!(role("强化培训", 2, SectionRole::Plan, Some(2022)), SectionRole::Plan);
        assert_eq!(
            role("2023年工作思路", 2, SectionRole::Shortcomings, Some(2022)),
            SectionRole::Plan
        );
    }
}
