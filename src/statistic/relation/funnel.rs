//! Funnels: what is part of what without a word that says so (收到 → 受理 → 审结 → 维持).

use crate::statistic::Topic;
use crate::statistic::dictionary::Dictionary;
use crate::statistic::draft::Draft;
use crate::statistic::unit::UnitClass;

/// What may be part of what, without 其中: children, the totals they are part of (nearest kind first), and how close
/// the total must stand.
struct Funnel {
    children: &'static [&'static str],
    totals: &'static [&'static str],
    reach: Reach,
}

/// How close a total must stand to its part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// In the sentence.
    Sentence,
    /// In the clause, with no 其中 list in between and no subject of its own.
    Clause,
}

/// How a reconsideration case ends.
#[rustfmt::skip]
const RECONSIDERATION_RESULTS: &[&str] = &[
    "行政复议维持", "行政复议驳回", "行政复议撤销", "行政复议变更", "行政复议确认违法", "行政复议责令履行",
    "行政复议终止", "行政复议调解和解", "行政复议纠错",
];

/// 依申请公开办理结果: what becomes of a request for disclosure, one of these each.
pub const DISCLOSURE_RESULTS: [&str; 6] = [
    "依申请公开予以公开",
    "依申请公开部分公开",
    "依申请公开不予公开",
    "依申请公开无法提供",
    "依申请公开不予处理",
    "依申请公开其他处理",
];

/// What is part of what where nothing says so.
const FUNNELS: &[Funnel] = &[
    Funnel {
        children: &["行政复议受理", "行政复议不予受理"],
        totals: &["行政复议收到申请", "被申请行政复议"],
        reach: Reach::Sentence,
    },
    Funnel {
        children: &["行政复议审结", "行政复议未审结"],
        totals: &["行政复议受理", "行政复议收到申请", "被申请行政复议", "行政复议答复"],
        reach: Reach::Clause,
    },
    Funnel {
        children: RECONSIDERATION_RESULTS, totals: &["行政复议审结"], reach: Reach::Sentence
    },
    Funnel {
        children: RECONSIDERATION_RESULTS,
        totals: &["行政复议受理", "被申请行政复议", "行政复议收到申请"],
        reach: Reach::Clause,
    },
    Funnel {
        children: &["行政诉讼审结", "行政诉讼未审结"],
        totals: &[
            "行政应诉案件",
            "复议应诉案件",
            "一审行政应诉案件",
            "二审行政应诉案件",
            "再审行政应诉案件",
        ],
        reach: Reach::Clause,
    },
    Funnel {
        children: &[
            "行政诉讼胜诉",
            "行政诉讼败诉",
            "行政诉讼撤诉",
            "行政诉讼驳回",
            "行政诉讼协调化解",
        ],
        totals: &["行政诉讼审结", "行政应诉案件"],
        reach: Reach::Clause,
    },
    Funnel {
        children: &["信访办结", "信访未办结"],
        totals: &["信访总量", "热线工单", "上级交办信访"],
        reach: Reach::Clause,
    },
    Funnel {
        children: &["信访化解"], totals: &["信访积案", "信访总量"], reach: Reach::Clause
    },
    Funnel { children: &["集体访"], totals: &["来访"], reach: Reach::Clause },
    Funnel { children: &["集体访人次"], totals: &["来访人次"], reach: Reach::Clause },
    Funnel {
        children: &["规范性文件废止", "规范性文件失效", "规范性文件继续有效", "规范性文件修改"],
        totals: &["规范性文件清理"],
        reach: Reach::Sentence,
    },
    Funnel {
        children: &DISCLOSURE_RESULTS,
        totals: &["依申请公开办结", "依申请公开收到"],
        reach: Reach::Clause,
    },
    Funnel { children: &["听证参加人数"], totals: &["听证申请"], reach: Reach::Sentence },
];

/// Unmarked funnels.
pub(super) fn funnels(drafts: &mut [Draft], dictionary: &Dictionary) {
    for index in 0..drafts.len() {
        if drafts[index].parent.is_some() || drafts[index].intro.is_zero {
            continue;
        }
        // A rate is no part of the count that it is a rate of.
        let within =
            drafts[index].intro.within.filter(|_| drafts[index].class != Some(UnitClass::Percent));
        if let Some(within) = within {
            drafts[index].parent_name = Some(within);
            let total = &dictionary.indicators[within];
            if drafts[index].canonical.is_none() && drafts[index].topic == Topic::Other {
                drafts[index].topic = total.topic;
            }
            let is_other = !matches!(drafts[index].topic, Topic::Disclosure);
            if total.topic == Topic::Disclosure && is_other {
                drafts[index].canonical = Some(within);
                drafts[index].topic = total.topic;
            }
            continue;
        }
        if let Some(parent) =
            funnel_parent(drafts, index, dictionary).or_else(|| sibling_parent(drafts, index))
        {
            drafts[index].parent = Some(parent);
            if drafts[index].canonical.is_none() {
                drafts[index].topic = drafts[parent].topic;
            }
        }
    }
}

/// The total that a known funnel gives.
pub(super) fn funnel_parent(
    drafts: &[Draft],
    index: usize,
    dictionary: &Dictionary,
) -> Option<usize> {
    let child = &drafts[index];
    let name = dictionary.indicators[child.canonical?].name;
    for funnel in FUNNELS.iter().filter(|funnel| funnel.children.contains(&name)) {
        for total in funnel.totals {
            let parent = drafts[..index].iter().rposition(|draft| {
                draft.canonical.is_some_and(|it| dictionary.indicators[it].name == *total)
                    && draft.value.is_some_and(|value| value > 0.0)
            });
            let Some(parent) = parent else { continue };
            let total = &drafts[parent];
            let fits = total.class != child.class || total.value >= child.value;
            let close = match funnel.reach {
                Reach::Sentence => true,
                Reach::Clause => {
                    let interrupted =
                        drafts[parent + 1..index].iter().any(|draft| draft.intro.opens_list);
                    total.clause == child.clause && !child.intro.own_subject && !interrupted
                }
            };
            if fits && close {
                return Some(parent);
            }
        }
    }
    None
}

/// 涉及企业4家,群众50余人: what a hearing or case involves is part of the count before it.
fn sibling_parent(drafts: &[Draft], index: usize) -> Option<usize> {
    let child = &drafts[index];
    let previous = index.checked_sub(1)?;
    let involves = child.intro.continues
        && child.canonical.is_none()
        && child.class != Some(UnitClass::Percent);
    (involves
        && drafts[previous].topic == Topic::Hearing
        && drafts[previous].clause == child.clause)
        .then(|| drafts[previous].parent.unwrap_or(previous))
}
