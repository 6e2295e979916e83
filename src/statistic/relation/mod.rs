//! Relations: which figure of a sentence is part of which.
//!
//! Three ways of saying so are read: a list (其中…, 含…, brackets), a funnel (收到 → 受理 → 审结 → 维持), and a pair of
//! measures (来访 → 集体访). A list ends where its sum is reached, where its brackets close, or at ；, unless what
//! follows is worded like its parts. Counts that add up to the one before them are its parts without a word that says so.

mod funnel;

pub use funnel::DISCLOSURE_RESULTS;
use funnel::{funnel_parent, funnels};

use super::Topic;
use super::dictionary::Dictionary;
use super::draft::Draft;
use super::unit::UnitClass;
use crate::text::words;

/// Sets the parents of the drafts of one sentence.
pub fn relate(drafts: &mut [Draft], dictionary: &Dictionary) {
    totals_behind(drafts);
    sums_behind(drafts);
    name_mediated(drafts, dictionary);
    lists(drafts, dictionary);
    funnels(drafts, dictionary);
    exact_parts(drafts);
    shares(drafts);
}

/// 市容类12件,占35.3%: a share tells of what the count before it tells of.
fn shares(drafts: &mut [Draft]) {
    for index in 1..drafts.len() {
        let draft = &drafts[index];
        let is_share = draft.class == Some(UnitClass::Percent)
            && draft.canonical.is_none()
            && draft.label.ends_with("占比");
        if is_share {
            drafts[index].topic = drafts[index - 1].topic;
        }
    }
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
        // 审结67件,其中维持20件、调解25件,调解率37.3%: the case before it, past other shares.
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
        // 调解结案170件,综合化解率42%: what was settled for good, in whatever way.
        if name == "调解成功率" && same_clause && drafts[index].label.contains("化解率") {
            let names = ["行政复议化解率", "行政诉讼协调化解率"];
            drafts[index].canonical = dictionary.index_of(names[column - 1]);
            drafts[index].topic = topic;
            continue;
        }
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
    /// The first part.
    first: usize,
    rest: Option<f64>,
    clause: usize,
    in_brackets: bool,
    /// Whether it has gone on past ；, so that only what is counted like its total belongs to it.
    is_of_one_kind: bool,
}

/// 其中, 含, brackets.
fn lists(drafts: &mut [Draft], dictionary: &Dictionary) {
    let mut open: Option<List> = None;
    // The list that a list in brackets interrupts: 其中一审22件(胜诉20件),二审8件.
    let mut outer: Option<List> = None;
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        if let Some(list) = &mut open {
            if !list.in_brackets && list.clause != draft.clause && goes_on(list, drafts, draft) {
                list.clause = draft.clause;
                list.is_of_one_kind = true;
            }
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
                first: index,
                rest: (drafts[parent].class == draft.class)
                    .then_some(drafts[parent].value)
                    .flatten(),
                clause: draft.clause,
                in_brackets: draft.intro.in_brackets,
                is_of_one_kind: drafts[parent].class == draft.class,
            });
        }
        let Some(list) = &mut open else { continue };
        let parent = list.parent;
        // 其中复议案件21件,维持15件;诉讼案件36件: what became of a part is no part beside it.
        if index > list.first
            && let Some(part) = funnel_parent(drafts, index, dictionary)
            && part >= list.first
            && !drafts[index].intro.opens_list
            && drafts[part].topic != drafts[parent].topic
        {
            drafts[index].parent = Some(part);
            continue;
        }
        let draft = &drafts[index];
        let counts = !draft.intro.is_zero
            && (!list.is_of_one_kind || draft.class == drafts[parent].class)
            && draft.class != Some(UnitClass::Percent)
            && (draft.class != Some(UnitClass::Money) || drafts[parent].class == draft.class);
        // 拆除265处、6.2万平方米,其中存量226处、6.1万平方米: each measure of a part is part of the same measure.
        if !counts
            && list.is_of_one_kind
            && drafts[index].class.is_some_and(|class| class != UnitClass::Money)
            && drafts[index].class != Some(UnitClass::Percent)
            && let Some(total) = (parent + 1..list.first).find(|total| {
                drafts[*total].unit == drafts[index].unit
                    && drafts[*total].canonical == drafts[index].canonical
                    && drafts[*total].value >= drafts[index].value
            })
        {
            drafts[index].parent = Some(total);
        }
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

/// 其中行政许可类46件;行政处罚类30件: whether a figure behind ; is one more part, being worded like the first one.
fn goes_on(list: &List, drafts: &[Draft], draft: &Draft) -> bool {
    let first = &drafts[list.first];
    let fits = list.rest.zip(draft.value).is_some_and(|(rest, value)| value <= rest);
    fits && draft.class == drafts[list.parent].class
        && !draft.intro.is_zero
        && draft.value.is_some_and(|value| value > 0.0)
        && !STATED.iter().any(|verb| draft.label.starts_with(verb))
        && !["发布", "推送"].iter().any(|verb| draft.label.contains(verb))
        && are_alike(&first.label, &draft.label)
}

/// Verbs that open a statement of its own rather than a part of one.
#[rustfmt::skip]
const STATED: &[&str] = &[
    "办理", "受理", "审理", "审结", "办结", "收到", "接到", "开展", "组织", "召开", "举办", "查处", "立案", "作出", "完成", "参加", "发放", "制定",
    "出具", "审查", "检查", "出动", "处罚", "调解", "化解", "接待",
];

/// Whether two labels begin or end with the same word.
fn are_alike(one: &str, other: &str) -> bool {
    let heads = |label: &str| label.chars().take(2).collect::<String>();
    let tails = |label: &str| label.chars().rev().take(2).collect::<String>();
    one.ends_with('类') && other.ends_with('类')
        || one.chars().count() > 2
            && other.chars().count() > 2
            && (heads(one) == heads(other) || tails(one) == tails(other))
}

/// What becomes of things: the next count of a funnel, not one kind of them.
#[rustfmt::skip]
const OUTCOMES: &[&str] = &[
    "办结", "审结", "结案", "完成", "整改", "采纳", "化解", "答复", "回复", "成功", "优秀", "合格", "准予", "不予", "纠正", "认定", "处分", "诫勉", "责令",
];

/// A total so large that counts which happen to add up to it are no accident.
const TELLING: f64 = 40.0;

/// How many grades a whole is dealt out to at least: 优秀87卷、良好129卷、合格24卷.
const GRADES: usize = 3;

/// Whether a count is that of a grade.
fn grades(draft: &Draft) -> bool {
    ["优秀", "良好", "合格", "优", "良"].iter().any(|grade| draft.label.starts_with(grade))
}

/// Whether a count can be one kind of what another counts.
fn is_kind(whole: &Draft, part: &Draft) -> bool {
    !words::holds_any(&part.label, OUTCOMES)
        && (part.topic == whole.topic || whole.value.is_some_and(|value| value >= TELLING))
}

/// 收到申请124件,公民申请113件,法人申请11件: counts that add up to the one before them are its parts.
fn exact_parts(drafts: &mut [Draft]) {
    for total in 0..drafts.len() {
        let whole = &drafts[total];
        let Some(sum) = whole.value.filter(|value| *value > 1.0) else { continue };
        // Parts stand right behind their total; an outcome (已审结31件) may stand behind them.
        let has_parts = drafts
            .get(total + 1)
            .is_some_and(|next| next.parent == Some(total) && !next.intro.in_brackets);
        if has_parts || !counts_things(whole) {
            continue;
        }
        let is_part = whole.parent.is_some();
        let mut rest = sum;
        let mut parts = Vec::new();
        let mut n_known = 0;
        let mut n_outcomes = 0;
        for (index, draft) in drafts.iter().enumerate().skip(total + 1) {
            if draft.class == Some(UnitClass::Percent) {
                continue;
            }
            // 案件4件,县政府维持3件,未审结1件: one of the parts is known already.
            if draft.parent == Some(total) {
                let is_beside = !draft.intro.in_brackets && draft.class == whole.class;
                rest -= draft.value.filter(|_| is_beside).unwrap_or_default();
                n_known += usize::from(is_beside);
                if rest <= 0.0 {
                    break;
                }
                continue;
            }
            let value = draft.value.unwrap_or_default();
            let fits = draft.class == whole.class
                && draft.unit == whole.unit
                && draft.parent.is_none()
                && value > 0.0
                && value <= rest
                && (!is_part || draft.topic == whole.topic && draft.canonical.is_some())
                && (is_kind(whole, draft) || grades(draft));
            n_outcomes += usize::from(fits && !is_kind(whole, draft));
            if !fits {
                break;
            }
            parts.push(index);
            rest -= value;
            if rest <= 0.0 {
                break;
            }
        }
        let is_told = n_outcomes == 0 || parts.len() + n_known >= GRADES;
        if rest == 0.0 && !parts.is_empty() && parts.len() + n_known > 1 && is_told {
            for part in parts {
                drafts[part].parent = Some(total);
                if drafts[part].canonical.is_none() {
                    drafts[part].topic = drafts[total].topic;
                }
            }
        }
    }
}

/// Whether a figure is a count, not an amount or a rate.
fn counts_things(draft: &Draft) -> bool {
    draft.class.is_some()
        && !matches!(draft.class, Some(UnitClass::Percent | UnitClass::Money))
        && !draft.intro.is_zero
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
    // 公开信息333条,其中规范性文件1条、行政执法85条: kinds of information by what it is about.
    let is_information = drafts[total].topic == Topic::Disclosure
        && drafts[total].label.contains("信息")
        && drafts[part].topic != Topic::Disclosure;
    // 保留行政权力841项,其中行政许可24项、行政处罚765项: kinds of powers, not what was done with them.
    let is_power = drafts[total].topic == Topic::Approval
        && drafts[total].unit.as_deref() == Some("项")
        && drafts[part].topic != Topic::Approval;
    // 评查案卷180卷(行政处罚120卷、行政许可60卷): kinds of files.
    let is_file = ["案卷", "卷宗", "评查"].iter().any(|noun| drafts[total].label.contains(noun))
        && !["卷", "优", "良", "合格"].iter().any(|word| drafts[part].label.contains(word));
    if (drafts[part].canonical.is_none() || is_information || is_power || is_file)
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

/// 非常满意80条,满意16条,合计96条: the total stands behind its parts and stays there.
fn sums_behind(drafts: &mut [Draft]) {
    for total in 2..drafts.len() {
        if !drafts[total].intro.is_sum || !counts_things(&drafts[total]) {
            continue;
        }
        let mut rest = drafts[total].value.unwrap_or_default();
        let mut first = total;
        while first > 0 && rest > 0.0 && drafts[first - 1].unit == drafts[total].unit {
            first -= 1;
            rest -= drafts[first].value.unwrap_or_default();
        }
        if rest == 0.0 && total - first > 1 {
            drafts[first..total].iter_mut().for_each(|part| part.parent = Some(total));
        }
    }
}

/// Whether `part` can be one of several that make up `total`.
fn can_be_total(total: &Draft, part: &Draft) -> bool {
    let counts = total.value.is_some_and(|value| value > 0.0)
        && !matches!(total.class, Some(UnitClass::Percent));
    let fits = total.class != part.class || total.value >= part.value;
    counts && !total.intro.is_zero && total.parent.is_none() && fits
}
