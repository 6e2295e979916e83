//! 分项与总数: lists of parts against their total.

use super::super::finding::{Amount, Claim, Finding, Found, Verdict};
use super::super::subject::Subject;
use super::Related;
use super::bounds::Bounds;
use super::list::{self, List, Part};
use super::sentence::Sentence;
use crate::text::words;

/// Where the comparison comes from.
pub(super) const SOURCE: &str = "算术：分项之和与总数";

/// What becomes of a case: one that is counted here is also counted in the part before it.
const STAGES: &[&str] = &[
    "受理", "立案", "办结", "审结", "结案", "答复", "回复", "整改", "化解", "完成", "移送", "移交",
    "处罚", "成功", "执结", "查处", "核查", "办理", "审理", "出庭", "处置", "查实", "采纳", "发现",
];
/// Qualities that one thing can have besides another: they overlap.
const QUALITIES: &[&str] = &[
    "重复", "初次", "首次", "按期", "及时", "涉及", "重点", "重大", "优秀", "以上", "以下", "超过",
    "占", "群众", "典型", "新增", "含", "疑难", "集体", "越级", "满意",
];
/// What ends a case in one way and no other, so that such parts never overlap.
const EXCLUSIVE: &[&str] = &["不予", "未", "正在", "尚在", "其他", "其它"];

/// Compares the lists of a sentence; gives the figures that were compared.
pub(super) fn check(
    subject: &Subject<'_>,
    sentence: &Sentence,
    known: &Related,
    found: &mut Vec<Found>,
) -> Related {
    let mut related = Related::new();
    let mut first = 1;
    while first < sentence.figures.len() {
        let list = list::at(subject, sentence, first);
        first += 1;
        let Some(list) = list else { continue };
        let is_known = |place: &usize| known.contains(&sentence.figures[*place].index);
        if list.parts.iter().any(|part| is_known(&part.place)) {
            continue;
        }
        if let Some((verdict, finding)) = judge(subject, sentence, &list) {
            let single = list.parts.len() == 1;
            related.extend(finding.statistics());
            found.push(subject.on_statistics(verdict, finding, SOURCE));
            // Lists inside the parts of a list are read on their own.
            if !single && list.is_whole && first < list.parts[0].place {
                first = list.parts[0].place;
            }
        }
    }
    related
}

/// What a list says against its total; `None` when it says nothing that can be told.
fn judge(subject: &Subject<'_>, sentence: &Sentence, list: &List) -> Option<(Verdict, Finding)> {
    let index = |place: usize| sentence.figures[place].index;
    let bounds = |place: usize| Bounds::of(subject, index(place));
    let parts: Vec<Bounds> = list.parts.iter().filter_map(|part| bounds(part.place)).collect();
    let totals: Vec<(usize, Bounds)> =
        list.totals.iter().filter_map(|&place| Some((place, bounds(place)?))).collect();
    let sum = Bounds::sum(parts.iter().copied());
    let &(nearest, nearest_bounds) = totals.first()?;
    let finding = |total: usize| {
        comparison(
            subject,
            index(total),
            list.parts.iter().map(|part| index(part.place)),
            list.claim,
        )
    };
    if list.parts.len() == 1 {
        let is_larger = totals.iter().all(|(_, total)| sum.exceeds(*total));
        let verdict =
            if nearest + 1 == list.parts[0].place { Verdict::Fail } else { Verdict::Warn };
        return is_larger.then(|| finding(nearest)).flatten().map(|finding| (verdict, finding));
    }
    let is_exact = |total: Bounds| total.is_exact() && sum.is_exact();
    if let Some(&(total, _)) =
        totals.iter().find(|(_, total)| sum.meets(*total) && is_exact(*total))
    {
        return finding(total).map(|finding| (Verdict::Ok, finding));
    }
    if totals.iter().any(|(_, total)| sum.meets(*total)) || may_overlap(subject, sentence, list) {
        return None;
    }
    if totals.iter().all(|(_, total)| sum.exceeds(*total)) {
        // Commas also string together what overlaps.
        let verdict = match (list.is_tight, list.is_exclusive()) {
            (true, _) if list.is_whole => Verdict::Fail,
            (true, _) | (_, true) => Verdict::Warn,
            _ if list.is_whole => Verdict::Unknown,
            _ => return None,
        };
        return finding(nearest).map(|finding| (verdict, finding));
    }
    let falls_short = nearest_bounds.exceeds(sum);
    if !falls_short || !list.is_whole {
        return None;
    }
    let is_round = nearest_bounds.low >= 1000.0 && nearest_bounds.low % 100.0 == 0.0;
    let verdict = match list.claim {
        _ if is_round => return None,
        Claim::Complete | Claim::Likely => Verdict::Warn,
        Claim::Open if list.parts.len() >= 3 && sum.low * 1.25 >= nearest_bounds.high => {
            Verdict::Unknown
        }
        Claim::Open => return None,
    };
    finding(nearest).map(|finding| (verdict, finding))
}

/// Whether one thing can be counted in several parts of a list.
fn may_overlap(subject: &Subject<'_>, sentence: &Sentence, list: &List) -> bool {
    let unit = list
        .parts
        .first()
        .and_then(|part| subject.statistics[sentence.figures[part.place].index].unit.as_deref());
    let are_persons = matches!(unit, Some("人" | "名" | "位"));
    let has = |part: &Part, words: &[&str]| words::holds_any(&part.name, words);
    let is_unclear = |part: &Part| {
        part.name.chars().count() < 2
            || has(part, QUALITIES)
            || has(part, STAGES) && !has(part, EXCLUSIVE)
    };
    list.claim != Claim::Complete && (are_persons || list.parts.iter().any(is_unclear))
}

/// Some parts against a total.
pub(super) fn comparison(
    subject: &Subject<'_>,
    total: usize,
    parts: impl Iterator<Item = usize>,
    claim: Claim,
) -> Option<Finding> {
    let total = subject.amount(total)?;
    let parts: Vec<Amount> = parts.filter_map(|part| subject.amount(part)).collect();
    let sum = crate::text::numeral::tidy(parts.iter().map(|part| part.value).sum());
    Some(Finding::Parts { total, parts, sum, claim })
}
