//! 收到 → 受理 → 审结 → 结果: parts and totals that only their names tell.

use super::super::finding::{Claim, Found, Verdict};
use super::super::subject::Subject;
use super::Related;
use super::bounds::Bounds;
use super::parts::{SOURCE, comparison};
use super::sentence::Sentence;
use crate::statistic::DISCLOSURE_RESULTS;
use crate::text::Span;

/// Indicators that are parts of another one, each case in one of them only.
struct Funnel {
    total: &'static str,
    parts: &'static [&'static str],
    /// Whether nothing is left over once this many of the parts are given.
    complete: usize,
}

const FUNNELS: &[Funnel] = &[
    Funnel {
        total: "行政复议收到申请", parts: &["行政复议受理", "行政复议不予受理"], complete: 2
    },
    Funnel {
        total: "行政复议审结",
        parts: &[
            "行政复议维持",
            "行政复议驳回",
            "行政复议撤销",
            "行政复议变更",
            "行政复议确认违法",
            "行政复议责令履行",
            "行政复议终止",
        ],
        complete: usize::MAX,
    },
    Funnel {
        total: "行政诉讼审结",
        parts: &["行政诉讼胜诉", "行政诉讼败诉", "行政诉讼撤诉"],
        complete: usize::MAX,
    },
    Funnel {
        total: "规范性文件清理",
        parts: &["规范性文件继续有效", "规范性文件修改", "规范性文件废止", "规范性文件失效"],
        complete: 4,
    },
    Funnel { total: "依申请公开办结", parts: &DISCLOSURE_RESULTS, complete: 6 },
];

/// Words that bring in cases from outside the total.
pub(super) const FROM_OUTSIDE: &[&str] = &["结转", "上年", "去年", "往年", "累计", "以来", "旧存"];

/// Words that name what is none of the parts.
const REST: &[&str] = &["其他", "其它", "另行", "转送", "移送", "告知", "补正", "撤回", "作其他"];

/// The longest name of such a rest, in characters: 其他方式办理信访件 is something else.
const MAX_REST: usize = 6;

/// Compares what is part of what by name.
pub(super) fn check(
    subject: &Subject<'_>,
    sentence: &Sentence,
    known: &Related,
    found: &mut Vec<Found>,
) {
    if sentence.figures.len() < 3 {
        return;
    }
    for funnel in FUNNELS {
        if let Some(one) = compare(subject, sentence, known, funnel) {
            found.push(one);
        }
    }
}

fn compare(
    subject: &Subject<'_>,
    sentence: &Sentence,
    known: &Related,
    funnel: &Funnel,
) -> Option<Found> {
    let name = |index: usize| subject.statistics[index].indicator.as_str();
    let is_total = |index: usize| name(index) == funnel.total;
    let total_place = sentence.figures.iter().position(|figure| is_total(figure.index))?;
    let indices: Vec<usize> = sentence.figures.iter().map(|figure| figure.index).collect();
    let total = indices[total_place];
    let unit = &subject.statistics[total].unit;
    let mut parts: Vec<usize> = Vec::new();
    for part in funnel.parts {
        let mut own = indices[total_place..]
            .iter()
            .filter(|&&index| name(index) == *part && subject.statistics[index].unit == *unit);
        parts.extend(own.next());
        // The same outcome twice: of several kinds of cases, or of one inside another.
        if own.next().is_some() {
            return None;
        }
    }
    let is_known = |index: &usize| known.contains(index);
    if parts.len() < 2 || parts.iter().filter(|index| is_known(index)).count() > 1 {
        return None;
    }
    // Another total of the kind, or figures of another year, make it unclear what the parts are of.
    let totals = indices.iter().filter(|&&index| name(index) == funnel.total).count();
    let other_year = parts
        .iter()
        .any(|&part| subject.statistics[part].period != subject.statistics[total].period);
    if totals > 1 || other_year {
        return None;
    }
    let own = Bounds::of(subject, total)?;
    let bounds: Vec<Bounds> =
        parts.iter().map(|&part| Bounds::of(subject, part)).collect::<Option<Vec<_>>>()?;
    let sum = Bounds::sum(bounds.into_iter());
    let verdict = if sum.meets(own) {
        (sum.is_exact() && own.is_exact()).then_some(Verdict::Ok)?
    } else if sum.exceeds(own) {
        let span = |index: usize| subject.places[index].figure;
        let end = parts.iter().map(|&part| span(part).end).max().unwrap_or(0);
        let words = subject.words(Span::new(span(total).start, end));
        let from_outside = FROM_OUTSIDE.iter().any(|word| words.contains(word));
        (!from_outside).then_some(Verdict::Warn)?
    } else {
        (parts.len() >= funnel.complete).then_some(Verdict::Unknown)?
    };
    if verdict == Verdict::Unknown
        && let Some(rest) = rest_behind(subject, sentence, &parts)
    {
        return with_rest(subject, total, parts, rest);
    }
    parts.sort_unstable();
    let finding = comparison(subject, total, parts.into_iter(), Claim::Likely)?;
    Some(subject.on_statistics(verdict, finding, SOURCE))
}

/// 受理120件,不予受理6件,其他处理2件: what goes on right behind the parts as a part of its own.
fn rest_behind(subject: &Subject<'_>, sentence: &Sentence, parts: &[usize]) -> Option<usize> {
    let is_part = |place: &usize| parts.contains(&sentence.figures[*place].index);
    let last = (0..sentence.figures.len()).rev().find(is_part)?;
    let next = sentence.figures.get(last + 1)?.index;
    let gap = sentence.between(subject, last, last + 1);
    let name = gap.trim_start_matches([',', '、']);
    let unit = |index: usize| &subject.statistics[index].unit;
    let is_rest = REST.iter().any(|word| name.starts_with(word))
        && !name.contains([',', '。'])
        && name.chars().count() <= MAX_REST;
    (is_rest && unit(next) == unit(parts[0])).then_some(next)
}

/// The parts with the rest that makes them whole.
fn with_rest(
    subject: &Subject<'_>,
    total: usize,
    mut parts: Vec<usize>,
    rest: usize,
) -> Option<Found> {
    parts.push(rest);
    parts.sort_unstable();
    let bounds = parts.iter().map(|&part| Bounds::of(subject, part)).collect::<Option<Vec<_>>>()?;
    let (sum, own) = (Bounds::sum(bounds.into_iter()), Bounds::of(subject, total)?);
    if !sum.is_exact() || !own.is_exact() {
        return None;
    }
    let verdict = if sum.meets(own) { Verdict::Ok } else { Verdict::Warn };
    let finding = comparison(subject, total, parts.into_iter(), Claim::Likely)?;
    Some(subject.on_statistics(verdict, finding, SOURCE))
}
