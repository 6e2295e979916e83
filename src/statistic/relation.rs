//! Relations: which figure of a sentence is part of which.
//!
//! Three ways of saying so are read: a list (其中…, 含…, brackets), a funnel (收到 → 受理 → 审结 → 维持), and a pair of
//! measures (来访 → 集体访). A list ends where its sum is reached, at ；, or where its brackets close.

use super::Topic;
use super::dictionary::Dictionary;
use super::draft::Draft;
use super::unit::UnitClass;

/// Sets the parents of the drafts of one sentence.
pub fn relate(drafts: &mut [Draft], dictionary: &Dictionary) {
    totals_behind(drafts);
    name_mediated(drafts, dictionary);
    lists(drafts);
    funnels(drafts, dictionary);
}

/// Names of mediation, and what they are called where the cases are ones of reconsideration or litigation.
const MEDIATED: &[[&str; 3]] = &[
    ["矛盾纠纷调解", "行政复议调解和解", "行政诉讼协调化解"],
    ["调解成功", "行政复议调解和解", "行政诉讼协调化解"],
    ["调解成功率", "行政复议调解和解率", "行政诉讼协调化解率"],
];

/// 审结复议案件67件,其中调解25件,调解率37.3%: mediation within the cases that the sentence counted before.
fn name_mediated(drafts: &mut [Draft], dictionary: &Dictionary) {
    for index in 1..drafts.len() {
        let topic = drafts[index - 1].topic;
        let column = match topic {
            Topic::Reconsideration => 1,
            Topic::Litigation => 2,
            _ => continue,
        };
        let Some(name) = drafts[index].canonical.map(|it| dictionary.indicators[it].name) else {
            continue;
        };
        let same_clause = drafts[index].clause == drafts[index - 1].clause;
        if let Some(names) = MEDIATED.iter().find(|names| names[0] == name && same_clause)
            && !drafts[index].label.contains("纠纷")
        {
            drafts[index].canonical = dictionary.index_of(names[column]);
            drafts[index].topic = topic;
        }
    }
}

/// An open 其中 list.
struct List {
    parent: usize,
    rest: Option<f64>,
    clause: usize,
    in_brackets: bool,
}

/// 其中, 含, brackets.
fn lists(drafts: &mut [Draft]) {
    let mut open: Option<List> = None;
    // The list that a list in brackets interrupts: 其中一审22件(胜诉20件),二审8件.
    let mut outer: Option<List> = None;
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        if let Some(list) = &open {
            let closed = (list.in_brackets && !draft.intro.in_brackets)
                || (!list.in_brackets && list.clause != draft.clause)
                || list.rest.is_some_and(|rest| rest <= 0.0);
            if closed {
                open = outer.take().filter(|list| list.clause == draft.clause);
            }
        }
        if draft.intro.opens_list && !draft.intro.is_zero && draft.parent.is_none() {
            let nested = draft.intro.in_brackets
                && open.as_ref().is_some_and(|list| !list.in_brackets)
                && drafts[index - 1].class == draft.class
                && drafts[index - 1].value >= draft.value;
            let total = if nested {
                outer = open.take();
                Some(index - 1)
            } else {
                let earlier = &drafts[..index];
                // What is counted alike comes first: 立案9起,罚款4.6万元,其中简易程序3起.
                earlier
                    .iter()
                    .rposition(|total| total.class == draft.class && can_be_total(total, draft))
                    .or_else(|| earlier.iter().rposition(|total| can_be_total(total, draft)))
            };
            open = total.map(|parent| List {
                parent,
                rest: (drafts[parent].class == draft.class)
                    .then_some(drafts[parent].value)
                    .flatten(),
                clause: draft.clause,
                in_brackets: draft.intro.in_brackets,
            });
        }
        let Some(list) = &mut open else { continue };
        let parent = list.parent;
        let draft = &drafts[index];
        let counts = !draft.intro.is_zero
            && !matches!(draft.class, Some(UnitClass::Percent | UnitClass::Money));
        if counts && index != parent {
            let same = list
                .rest
                .filter(|_| drafts[parent].class == drafts[index].class)
                .zip(drafts[index].value);
            if same.is_some_and(|(rest, value)| value > rest) && !drafts[index].intro.opens_list {
                open = None;
                continue;
            }
            drafts[index].parent = Some(parent);
            if let Some((rest, value)) = same {
                list.rest = Some(rest - value);
            }
            inherit(drafts, index, parent);
        }
    }
}

/// 公开信息342条,其中防疫信息118条: a part that the dictionary does not know by name is counted as what it is part of.
fn inherit(drafts: &mut [Draft], part: usize, total: usize) {
    // 法律援助案件…,其中民事案件、刑事案件: kinds of mediation and aid, whatever else their words name.
    let is_kind = drafts[total].topic == Topic::Mediation
        && matches!(drafts[part].topic, Topic::Litigation | Topic::Enforcement);
    if is_kind {
        drafts[part].canonical = None;
        drafts[part].topic = Topic::Mediation;
        return;
    }
    // 复议案件90件,其中行政处罚类30件、信息公开10件: kinds of cases by what they are about.
    let is_case = matches!(drafts[total].topic, Topic::Reconsideration | Topic::Litigation);
    if is_case && drafts[part].class == drafts[total].class {
        let is_other = !matches!(
            drafts[part].topic,
            Topic::Reconsideration | Topic::Litigation | Topic::Mediation | Topic::Procuratorial
        );
        if is_other {
            drafts[part].canonical = None;
            drafts[part].topic = drafts[total].topic;
        }
        return;
    }
    if drafts[part].canonical.is_none()
        && drafts[part].class == drafts[total].class
        && drafts[part].unit == drafts[total].unit
    {
        drafts[part].canonical = drafts[total].canonical;
        drafts[part].topic = drafts[total].topic;
    }
}

/// 2大类9中类40小类共130个图层: the total stands behind its parts; it is put before them.
fn totals_behind(drafts: &mut [Draft]) {
    let mut index = 0;
    while index < drafts.len() {
        let parts = drafts[index].intro.sums_up;
        if parts > 0 && parts <= index {
            let first = index - parts;
            drafts[first..=index].rotate_right(1);
            let noun = drafts[first].label.clone();
            for part in &mut drafts[first + 1..=index] {
                part.parent = Some(first);
                part.label = format!("{noun}{}", part.intro.printed_unit);
            }
        }
        index += 1;
    }
}

/// Whether `part` can be one of several that make up `total`.
fn can_be_total(total: &Draft, part: &Draft) -> bool {
    let counts = total.value.is_some_and(|value| value > 0.0)
        && !matches!(total.class, Some(UnitClass::Percent));
    let fits = total.class != part.class || total.value >= part.value;
    counts && !total.intro.is_zero && total.parent.is_none() && fits
}

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

/// What is part of what where nothing says so.
const FUNNELS: &[Funnel] = &[
    Funnel {
        children: &["行政复议受理", "行政复议不予受理"],
        totals: &["行政复议收到申请"],
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
        children: &["信访办结", "信访未办结"], totals: &["信访总量"], reach: Reach::Clause
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
    Funnel { children: &["听证参加人数"], totals: &["听证申请"], reach: Reach::Sentence },
];

/// Unmarked funnels.
fn funnels(drafts: &mut [Draft], dictionary: &Dictionary) {
    for index in 0..drafts.len() {
        if drafts[index].parent.is_some() || drafts[index].intro.is_zero {
            continue;
        }
        if let Some(within) = drafts[index].intro.within {
            drafts[index].parent_name = Some(within);
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
fn funnel_parent(drafts: &[Draft], index: usize, dictionary: &Dictionary) -> Option<usize> {
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
