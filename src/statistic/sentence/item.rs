//! The words around one number.

use std::sync::LazyLock;

use super::Sentence;
use crate::statistic::label;
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
use crate::text::Span;
use crate::text::words::WordList;

/// The words around one number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// From the last comma or figure to the number.
    pub(super) before: Span,
    /// What is left of those without openers and closers: what is counted, where they say so.
    pub(super) noun: Span,
    /// From the unit to the next comma or figure.
    pub(super) behind: Span,
    /// Where the figure before it ends, or the sentence starts.
    pub(super) limit: usize,
    /// Where the next figure starts, or the sentence ends.
    pub(super) next: usize,
}

impl Sentence<'_> {
    /// 涉及31个部门行政职权事项3437项: a long noun between two numbers, of which the second one has no other.
    pub(super) fn leaves_noun_to(&self, item: Item, after: &Quantity) -> bool {
        const LONG: usize = 7;
        let between = self.part(item.behind.start, after.span.start);
        let ends = |words: &str| words.chars().next().is_none_or(|char| ",;。".contains(char));
        item.behind.end == after.span.start
            && after.class == UnitClass::Thing
            && between.chars().count() >= LONG
            && ends(self.part(after.span.end, self.span.end))
    }

    /// The words around a number; see [`Item`].
    pub(super) fn item(&self, before: Span, behind: Span, limit: usize, next: usize) -> Item {
        Item { before, noun: self.noun_in(before), behind, limit, next }
    }

    /// The same item with other words before its number.
    pub(super) fn item_with(&self, before: Span, item: Item) -> Item {
        Item { before, noun: self.noun_in(before), ..item }
    }

    /// Where what is counted stands in the words before a number.
    pub(super) fn noun_in(&self, before: Span) -> Span {
        let words = label::strip_closers(self.words(before));
        let noun = label::strip_openers(words);
        let start = before.start + words.len() - noun.len();
        Span::new(start, start + noun.len())
    }
}

/// Where the words that belong to the number at `at` start: behind the last comma or bracket that holds no figure.
pub(super) fn item_start(text: &str, limit: usize, at: usize) -> usize {
    let mut depth = 0usize;
    let mut in_title = false;
    for (offset, char) in text[limit..at].char_indices().rev() {
        let here = limit + offset;
        match char {
            '》' => in_title = true,
            '《' => in_title = false,
            _ if in_title => {}
            ')' => depth += 1,
            // 受理案件中投诉举报类11件: the total is named before 中.
            '中' if TOTALS_IN.iter().any(|noun| text[limit..here].ends_with(noun))
                && !text[here + char.len_utf8()..].starts_with([',', ':', '心']) =>
            {
                return here + char.len_utf8();
            }
            '(' if depth > 0 => depth -= 1,
            '(' => return here + 1,
            ',' | ';' | '。' if depth == 0 => return here + char.len_utf8(),
            ':' if depth == 0 && here + 1 < at => return here + 1,
            _ => {}
        }
    }
    limit
}

/// What is broken down behind 中: 受理案件中….
const TOTALS_IN: &[&str] = &["案件", "申请", "结案件", "信息"];

/// Where the words behind a figure that may name it end.
pub(super) fn item_end(text: &str, from: usize, next: usize) -> usize {
    let words = &text[from..next];
    // 开展审核111次且通过率100%: the next figure starts.
    if words.starts_with('且') {
        return from;
    }
    let mut marks = words.match_indices([',', ';', '。', '、', ':', ')', '(']).map(|(at, _)| at);
    if let Some(mark) = marks.find(|at| !label::in_word_bracket(words, *at)) {
        return from + mark;
    }
    // 28家执法单位持证人员1136名, 218个调解委员会排查纠纷4213件: a body, and what it has or did.
    if let Some(len) = body_at_start(text, from, words) {
        return from + len;
    }
    // 为1326名劳动者追回工资2187.5万元: the words between two numbers end with what the second one counts.
    static ACTS: LazyLock<WordList> =
        LazyLock::new(|| WordList::by_first(NEXT_ACTS.iter().copied()));
    let act = ACTS.places(words).next();
    act.filter(|at| *at > 0).map_or(next, |at| from + at)
}

/// The length of the noun for bodies that `words` start with, where persons or an act follow it up to the next number.
fn body_at_start(text: &str, from: usize, words: &str) -> Option<usize> {
    const BODIES: [&str; 12] = [
        "单位",
        "部门",
        "机构",
        "企业",
        "乡镇",
        "街道",
        "学校",
        "社区",
        "委员会",
        "组织",
        "调解室",
        "工作站",
    ];
    const PERSONS: [&str; 5] = ["人员", "干部", "职工", "负责人", "队员"];
    if !text[..from].ends_with(['家', '个', '所']) {
        return None;
    }
    let ends = BODIES.iter().filter_map(|body| Some(words.find(body)? + body.len()));
    let end = ends.min()?;
    let rest = &words[end..];
    let has_persons =
        PERSONS.iter().any(|noun| rest.trim_end_matches(['共', '计']).ends_with(noun));
    let acts = !label::behind_verb(rest.trim_start_matches(['共', '已'])).is_empty();
    (rest.chars().count() > 3 && (has_persons || acts)).then_some(end)
}

/// Verbs that start the words of a second number which no mark sets apart from the first.
const NEXT_ACTS: &[&str] = &[
    "共排查",
    "共调解",
    "共化解",
    "共受理",
    "共办理",
    "共开展",
    "共组织",
    "共收到",
    "共接待",
    "共检查",
    "共查处",
    "累计排查",
    "累计调解",
    "累计化解",
    "累计受理",
    "累计办理",
    "累计开展",
    "已办结",
    "已审结",
    "已化解",
    "已整改",
    "已完成",
    "已答复",
    "已回复",
    "已结案",
    "追回",
    "追讨",
    "追缴",
    "追发",
    "补发",
    "挽回",
    "聘请",
    "聘任",
    "发放",
    "配备",
    "罚款",
    "减免",
    "兑现",
    "签订",
    "退还",
    "返还",
    "清退",
    "出具",
    "提供",
];
