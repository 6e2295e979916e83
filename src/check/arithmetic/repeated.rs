//! 同一数据前后不一: one figure given twice with different values.
//!
//! Only totals of the whole year are looked at, and only where both places name them in the same words and speak of the
//! same body: activities, parts and figures of single offices share names without being the same.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::finding::{Finding, Found, Verdict};
use super::super::subject::Subject;
use super::bounds::Bounds;
use super::sentence::Sentence;
use crate::text::Span;
use crate::text::words::WordList;

const SOURCE: &str = "算术：同一数据应一致";

/// Indicators of which a report has one value for the year.
const TOTALS: [&str; 15] = [
    "行政复议收到申请",
    "行政复议受理",
    "行政复议审结",
    "行政应诉案件",
    "被申请行政复议",
    "行政诉讼败诉率",
    "负责人出庭应诉率",
    "信访总量",
    "规范性文件制定",
    "规范性文件清理",
    "依申请公开收到",
    "罚没款金额",
    "行政复议纠错率",
    "网办率",
    "热线工单",
];
/// Words that make a figure one of a part of the year, of some body or of some kind.
static NARROW: LazyLock<WordList> = LazyLock::new(|| {
    let words = "其中 月 季度 上半年 下半年 累计 以来 每 各 新增 上年 去年 结转 截至 比 \
        占 另 开展专项 专项 分别 系统 机关 领域 部门 乡镇 街道";
    WordList::by_first(words.split(' '))
});

/// Words of whom a figure speaks; two figures of different bodies are not the same.
pub(super) const BODIES: &[&str] = &[
    "全省",
    "全市",
    "全县",
    "全区",
    "全州",
    "全局",
    "全镇",
    "全系统",
    "省级",
    "市级",
    "县级",
    "本级",
    "市直",
    "县直",
    "区直",
    "各级",
    "省政府",
    "市政府",
    "县政府",
    "区政府",
    "我局",
    "我委",
    "我办",
    "我市",
    "我县",
    "我区",
    "我镇",
    "分局",
    "基层",
];

/// How many different figures with one name are compared with each other.
const MAX_SAME: usize = 6;

/// One total and the words around it.
struct Total<'a> {
    index: usize,
    passage: usize,
    scope: &'a str,
    /// The words before it in its sentence, and its heading.
    around: [&'a str; 2],
    bounds: Bounds,
}

/// Compares figures that are given twice.
pub(super) fn check(subject: &Subject<'_>, sentences: &[Sentence], found: &mut Vec<Found>) {
    let mut known: BTreeMap<&str, Vec<Total<'_>>> = BTreeMap::new();
    for sentence in sentences {
        for place in 0..sentence.figures.len() {
            let index = sentence.figures[place].index;
            let Some(second) = total(subject, sentence, place) else { continue };
            let known = known.entry(subject.statistics[index].indicator.as_str()).or_default();
            if known.len() >= MAX_SAME {
                continue;
            }
            let first = known.iter().find(|first| differ(subject, first, &second));
            if let Some(first) = first
                && let (Some(first), Some(second)) =
                    (subject.amount(first.index), subject.amount(second.index))
            {
                let finding = Finding::Twice { first, second };
                found.push(subject.on_statistics(Verdict::Warn, finding, SOURCE));
            }
            known.push(second);
        }
    }
}

/// Whether two totals speak of the same and have different values.
fn differ(subject: &Subject<'_>, first: &Total<'_>, second: &Total<'_>) -> bool {
    let (one, two) = (&subject.statistics[first.index], &subject.statistics[second.index]);
    first.scope == second.scope
        && nouns(&one.label) == nouns(&two.label)
        && one.unit == two.unit
        && first.passage != second.passage
        && !first.bounds.meets(second.bounds)
        && !BODIES.iter().any(|body| {
            let names = |total: &Total<'_>| total.around.iter().any(|words| words.contains(body));
            names(first) != names(second)
        })
}

/// The figure at `place`, if it is one of the whole year and the whole body.
fn total<'a>(subject: &'a Subject<'a>, sentence: &Sentence, place: usize) -> Option<Total<'a>> {
    let index = sentence.figures[place].index;
    let statistic = &subject.statistics[index];
    let is_total = statistic.canonical
        && statistic.period.is_none()
        && statistic.parent.is_none()
        && sentence.figures[place].depth == 0;
    if !is_total {
        return None;
    }
    let start = if place == 0 { sentence.start } else { sentence.figures[place - 1].span.end };
    let clause = subject.words(Span::new(start, sentence.figures[place].span.start));
    let (scope, says_year) = scope(clause);
    let is_one = says_year || TOTALS.contains(&statistic.indicator.as_str());
    if !is_one || NARROW.stands_in(clause) {
        return None;
    }
    let bounds = Bounds::of(subject, index)?;
    let heading = statistic.section.and_then(|section| subject.sections.get(section));
    let around = [
        subject.words(Span::new(sentence.start, sentence.figures[place].span.start)),
        heading.map_or("", |section| section.heading.as_str()),
    ];
    Some(Total { index, passage: sentence.passage, scope, around, bounds })
}

/// Words at the start of a clause that say nothing of whom or what it speaks; the first ones speak of the whole year.
const FILLERS: &[&str] =
    &["全年", "本年度", "本年", "年度", "今年", "一年来", "总共", "共计", "共"];
/// How many of them do.
const YEARLY: usize = 6;
/// Verbs before what is counted.
const VERBS: &[&str] = &["办理", "开展"];
/// Words between what is counted and its number.
const LINKS: &[&str] = &["总数", "总量", "共计", "合计", "达到", "共", "为", "达", "有"];

/// The clause that ends at a figure, without words that say nothing of whom or what it speaks, and whether it speaks of
/// the whole year.
fn scope(clause: &str) -> (&str, bool) {
    let own = clause.rsplit([',', ';', '。', ':', '、', '(', ')']).next().unwrap_or_default();
    let mut words = own.trim_start_matches(|char: char| char.is_ascii_digit() || char == '年');
    let mut says_year = words.len() < own.len();
    while let Some((at, rest)) =
        FILLERS.iter().enumerate().find_map(|(at, filler)| Some((at, words.strip_prefix(filler)?)))
    {
        says_year |= at < YEARLY;
        words = rest;
    }
    (nouns(words), says_year)
}

/// What is counted, without the verb before it and the words that lead to its number.
fn nouns(words: &str) -> &str {
    let mut own = words;
    while let Some(rest) = VERBS.iter().chain(&["共"]).find_map(|verb| own.strip_prefix(verb)) {
        own = rest;
    }
    while let Some(rest) = LINKS.iter().find_map(|link| own.strip_suffix(link)) {
        own = rest;
    }
    if own.is_empty() { words } else { own }
}
