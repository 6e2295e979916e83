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
/// Penalties: one decision can hold several.
const PENALTIES: &[&str] =
    &["警告", "通报", "罚款", "没收", "拘留", "吊销", "暂扣", "责令停产", "责令停业", "拆除"];
/// Remarks that some things are counted in several parts.
const OVERLAP: &[&str] = &["涉及多", "多种", "多个", "重叠", "交叉", "重复", "同时", "兼", "可多"];
/// Units of which one thing is hardly of two kinds; a 家 or 处 often is.
const CASES: &[&str] = &["件", "起", "宗", "份", "封", "批", "件次", "卷"];

/// How many figures behind a list may still belong to it.
const LOOK_AHEAD: usize = 3;

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
    let claim = match list.claim {
        // Money is not counted in two parts.
        Claim::Open if unit(subject, sentence, list) == Some("元") => Claim::Likely,
        claim => claim,
    };
    let finding = |total: usize| {
        let parts = list.parts.iter().map(|part| index(part.place));
        comparison(subject, index(total), parts, claim)
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
    if is_of_several(subject, sentence, &totals, sum) {
        return None;
    }
    if totals.iter().all(|(_, total)| sum.exceeds(*total)) {
        // 查摆班子问题11个,其中5个列入清单,查摆个人问题10个: the last one stands beside the total.
        let verb = |words: &str| words.chars().take(2).collect::<String>();
        let own = verb(&subject.statistics[index(nearest)].label);
        if list.claim == Claim::Open && list.parts.iter().skip(1).any(|it| verb(&it.name) == own) {
            return None;
        }
        let verdict = above(subject, sentence, list)?;
        return finding(nearest).map(|finding| (verdict, finding));
    }
    let falls_short = nearest_bounds.exceeds(sum);
    if !falls_short {
        return None;
    }
    if let Some(parts) = with_stragglers(subject, sentence, list, nearest_bounds, sum) {
        let finding = comparison(subject, index(nearest), parts.into_iter(), list.claim)?;
        return Some((Verdict::Ok, finding));
    }
    if !list.is_whole {
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

/// What it means that the parts are more than every total; `None` when they may overlap.
fn above(subject: &Subject<'_>, sentence: &Sentence, list: &List) -> Option<Verdict> {
    let unit = unit(subject, sentence, list);
    let are_cases = unit.is_some_and(|unit| CASES.contains(&unit));
    // Money is spent or fined once.
    let are_sums = unit == Some("元") && list.is_whole;
    let are_sure = are_sums || list.is_exclusive() && (list.has_kinds() || are_cases);
    // Commas also string together what overlaps.
    match (list.is_tight, list.is_whole) {
        (true, true) if are_sure && !are_sums => Some(Verdict::Fail),
        _ if are_sure => Some(Verdict::Warn),
        (true, _) if are_cases => Some(Verdict::Warn),
        (_, true) => Some(Verdict::Unknown),
        _ => None,
    }
}

/// Whether the parts may be those of several totals together: 复议23件、诉讼15件,其中维持20件、撤销10件.
fn is_of_several(
    subject: &Subject<'_>,
    sentence: &Sentence,
    totals: &[(usize, Bounds)],
    sum: Bounds,
) -> bool {
    let Some(&(_, mut together)) = totals.first() else { return false };
    totals.windows(2).any(|pair| {
        let [(own, _), (before, bounds)] = pair else { return false };
        together = Bounds::sum([together, *bounds].into_iter());
        let gap = sentence.between(subject, *before, *own);
        let is_joined = before + 1 == *own
            && (gap.contains('、') || ["和", "及", "与"].iter().any(|word| gap.starts_with(word)));
        sum.meets(together) || is_joined && !sum.exceeds(together)
    })
}

/// The parts with what follows their list, where only together they make up the total: …丙县22件,省直部门9件.
fn with_stragglers(
    subject: &Subject<'_>,
    sentence: &Sentence,
    list: &List,
    total: Bounds,
    sum: Bounds,
) -> Option<Vec<usize>> {
    let last = list.parts.last()?.place;
    let index = |place: usize| sentence.figures[place].index;
    let unit = unit(subject, sentence, list);
    let mut parts: Vec<usize> = list.parts.iter().map(|part| index(part.place)).collect();
    let mut together = sum;
    for place in (last + 1..sentence.figures.len()).take(LOOK_AHEAD) {
        if subject.statistics[index(place)].unit.as_deref() != unit {
            return None;
        }
        together = Bounds::sum([together, Bounds::of(subject, index(place))?].into_iter());
        parts.push(index(place));
        if together.is_exact() && total.is_exact() && together.meets(total) {
            return Some(parts);
        }
    }
    None
}

/// The unit of a list.
fn unit<'a>(subject: &Subject<'a>, sentence: &Sentence, list: &List) -> Option<&'a str> {
    let first = list.parts.first()?;
    subject.statistics[sentence.figures[first.place].index].unit.as_deref()
}

/// Whether one thing can be counted in several parts of a list, or a part stands for several: 两镇各9件.
fn may_overlap(subject: &Subject<'_>, sentence: &Sentence, list: &List) -> bool {
    let are_persons = matches!(unit(subject, sentence, list), Some("人" | "名" | "位" | "人次"));
    let has = |part: &Part, words: &[&str]| words::holds_any(&part.name, words);
    let is_unclear = |part: &Part| {
        part.name.chars().count() < 2
            || has(part, QUALITIES)
            || has(part, STAGES) && !has(part, EXCLUSIVE)
    };
    let is_each = |part: &Part| {
        sentence.gap(subject, part.place - 1, part.place).trim_end().ends_with(['各', '均'])
    };
    let are_penalties = unit(subject, sentence, list) != Some("元")
        && list.parts.iter().filter(|part| has(part, PENALTIES)).count() >= 2;
    let is_remarked = || {
        // Behind the list, in brackets: (部分案件涉及多个领域).
        let end = list.parts.last().map_or(0, |part| part.place);
        let behind = sentence.gap(subject, end, end + 1);
        behind.split_once('(').is_some_and(|(_, remark)| words::holds_any(remark, OVERLAP))
    };
    list.parts.iter().any(is_each)
        || !(list.claim == Claim::Complete || list.is_complete())
            && (are_persons || are_penalties || list.parts.iter().any(is_unclear) || is_remarked())
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
