//! 比率与件数: rates against the counts around them, and shares of more than the whole.

use super::super::finding::{Amount, Finding, Found, Verdict};
use super::super::subject::Subject;
use super::agreement::Agreement;
use super::bounds::Bounds;
use super::repeated::BODIES;
use super::sentence::{Figure, Sentence, without_brackets};
use crate::text::{Span, words};

/// Where the comparison comes from.
pub(super) const SOURCE: &str = "算术：比率＝分子÷分母";
const WHOLE_SOURCE: &str = "算术：部分不超过全部";

/// What a rate is called, and what the count in it is called.
#[rustfmt::skip]
const STEMS: &[(&str, &[&str])] = &[
    ("化解", &["化解"]), ("办结", &["办结"]), ("结案", &["结案", "办结"]), ("审结", &["审结"]),
    ("答复", &["答复"]), ("回复", &["回复"]), ("办复", &["办复", "答复", "回复"]), ("整改", &["整改"]),
    ("销号", &["销号"]), ("出庭", &["出庭"]), ("成功", &["成功"]), ("败诉", &["败诉"]), ("胜诉", &["胜诉"]),
    ("维持", &["维持"]), ("合格", &["合格"]), ("优秀", &["优秀"]), ("参考", &["参考", "参加考试"]),
    ("采纳", &["采纳"]), ("受理", &["受理"]), ("调解", &["调解"]), ("撤诉", &["撤诉"]), ("执结", &["执结"]),
    ("完成", &["完成", "实际"]), ("通过", &["通过"]), ("处置", &["处置"]), ("查处", &["查处"]), ("反馈", &["反馈"]),
    ("持证", &["持证"]), ("纠错", &["纠错"]), ("审查", &["审查"]), ("审核", &["审核"]), ("备案", &["备案", "报备"]),
    ("网办", &["网办", "网上办理", "网上可办"]), ("可办", &["网上办理", "网上可办"]), ("调处", &["调处"]),
];
/// Rates whose denominator is another than all cases, or that are not one count over another.
const QUALIFIED: &[&str] = &[
    "按期", "按时", "及时", "一次", "初次", "首次", "实质", "综合", "直接", "满意", "网上", "自动",
    "平均", "覆盖", "同比", "环比", "累计", "限期", "期限", "到期", "阶段", "分别", "以上", "有效",
    "主动", "低于", "高于", "标准", "目标", "要求",
];
/// Counts that are not all done, or that are joined by others: a rate can be of those alone.
const UNFINISHED: &[&str] = &[
    "其余",
    "正在",
    "尚在",
    "未到期",
    "尚未",
    "新增",
    "结转",
    "未办结",
    "未审结",
    "转办",
    "移送",
    "上年",
    "历年",
];
/// Rates that cannot be more than the whole.
const SHARES: &[&str] = &[
    "办结率",
    "结案率",
    "审结率",
    "答复率",
    "满意率",
    "满意度",
    "合格率",
    "出庭率",
    "应诉率",
    "参考率",
    "及格率",
    "优秀率",
    "整改率",
    "化解率",
    "调解率",
    "成功率",
    "维持率",
    "纠错率",
    "败诉率",
    "胜诉率",
    "覆盖率",
    "受理率",
    "持证率",
    "回复率",
    "占比",
    "占耕比",
    "参评率",
    "备案率",
    "审查率",
    "审核率",
    "采纳率",
    "公开率",
];

/// Shares that can be more than the whole, since cases of the year before are among those done.
const DONE: &[&str] = &["办结率", "结案率", "审结率", "化解率", "整改率"];
/// Words of the cases in which the head of a body has to appear: only out of those is 出庭率 counted.
const DUE: &[&str] = &["应出庭", "应当出庭", "应到庭", "需出庭", "开庭"];

/// Counts of what was not done, or should have been.
const OTHERS: &[&str] = &["未", "不", "应出庭", "应当出庭"];

/// How many counts before a rate are tried against it, and how many behind it.
const LOOK_BACK: usize = 12;
/// See [`LOOK_BACK`].
const LOOK_AHEAD: usize = 6;

/// Compares the rates of a sentence with the counts in it and in the sentence before.
pub(super) fn check(
    subject: &Subject<'_>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    found: &mut Vec<Found>,
) {
    for place in 0..sentence.figures.len() {
        let index = sentence.figures[place].index;
        if subject.statistics[index].unit.as_deref() != Some("%") {
            continue;
        }
        if let Some(one) = above_whole(subject, index) {
            found.push(one);
        } else {
            let one = corrected(subject, sentence, before, place);
            found.extend(one.or_else(|| compare(subject, sentence, before, place)));
        }
    }
}

/// A share of more than one hundred percent.
fn above_whole(subject: &Subject<'_>, index: usize) -> Option<Found> {
    let statistic = &subject.statistics[index];
    let ends_in = |names: &[&str]| names.iter().any(|name| statistic.label.ends_with(name));
    let rate = subject.amount(index)?;
    if rate.value <= 100.0 || !ends_in(SHARES) {
        return None;
    }
    let verdict = if ends_in(DONE) { Verdict::Warn } else { Verdict::Fail };
    let said = subject.shown(subject.sentence_around(subject.places[index].figure));
    let carries = ["上年", "结转", "往年", "去年", "积案"].iter().any(|it| said.contains(it));
    (verdict == Verdict::Fail || !carries)
        .then(|| subject.on_statistics(verdict, Finding::AboveWhole { rate }, WHOLE_SOURCE))
}

/// The words that name the figure at `place`: from the mark before it, and up to the mark behind it.
fn named(subject: &Subject<'_>, sentence: &Sentence, place: usize) -> String {
    let marks: &[char] = &[',', ';', '。', ':', '、', '(', ')'];
    let figure = sentence.figures[place].span;
    let before = match place.checked_sub(1) {
        Some(before) => sentence.between(subject, before, place),
        None => without_brackets(subject.words(Span::new(sentence.start, figure.start))),
    };
    let behind = sentence.gap(subject, place, place + 1);
    let own = before.rsplit(marks).next().unwrap_or_default();
    let rest = behind.split(marks).next().unwrap_or_default();
    [own, subject.words(figure), rest].concat()
}

/// The rate at `place` with the counts that it can follow from.
fn compare(
    subject: &Subject<'_>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    place: usize,
) -> Option<Found> {
    let index = sentence.figures[place].index;
    let rate = subject.amount(index)?;
    let label = named(subject, sentence, place);
    let stems = stems(&label)?;
    let counts = counts(subject, sentence, before, place);
    let pair = only_pair(subject, sentence, &counts, stems, place);
    let part = pair.map(|(part, _)| part).or_else(|| {
        counts.iter().rev().find(|count| count.is_before(place) && count.is_part(stems))
    })?;
    let approximation = subject.statistics[index].approximation;
    let agreement = |part: &Count<'_>, whole: &Count<'_>| {
        Agreement::of(&rate, approximation, part.bounds, whole.bounds)
    };
    let finding = |part: &Count<'_>, whole: &Count<'_>| {
        let (part, whole) = (subject.amount(part.index)?, subject.amount(whole.index)?);
        let computed = part.value / whole.value * 100.0;
        Some(Finding::Rate { rate: rate.clone(), parts: vec![part], whole, computed })
    };
    let can_be_whole = |count: &&Count<'_>| count.index != part.index && count.unit == part.unit;
    let wholes: Vec<&Count<'_>> = counts.iter().rev().filter(can_be_whole).collect();
    if let Some(whole) = wholes.iter().find(|whole| agreement(part, whole) == Agreement::Holds) {
        let is_exact = part.bounds.is_exact() && whole.bounds.is_exact();
        let finding = finding(part, whole).filter(|_| is_exact)?;
        return Some(subject.on_statistics(Verdict::Ok, finding, SOURCE));
    }
    let whole = match pair {
        Some((_, whole)) => whole,
        None => whole_of(subject, sentence, place, part, &wholes)?,
    };
    // Any other pair of counts may be what was meant.
    let any = counts.iter().any(|part| {
        counts.iter().any(|whole| {
            part.index != whole.index
                && part.unit == whole.unit
                && agreement(part, whole) != Agreement::Differs
        })
    });
    let is_plain = is_plain(subject, sentence, &label, index, part, whole);
    if any || !is_plain || !stems_fit(stems, whole) {
        return None;
    }
    finding(part, whole).map(|finding| subject.on_statistics(Verdict::Warn, finding, SOURCE))
}

/// What the count in a rate is called, by the rate's name.
fn stems(label: &str) -> Option<&'static [&'static str]> {
    let end = label.find('率')?;
    let found =
        STEMS.iter().filter_map(|entry| Some((words::find_last(&label[..end], entry.0)?, entry)));
    found.max_by_key(|(at, entry)| at + entry.0.len()).map(|(_, entry)| entry.1)
}

/// The part and the whole where a sentence holds one rate and two counts of a kind, in whatever order: there is no other
/// reading. Counts of other kinds may stand among them where the part stands beside its rate.
fn only_pair<'c, 's>(
    subject: &Subject<'_>,
    sentence: &Sentence,
    counts: &'c [Count<'s>],
    stems: &[&str],
    place: usize,
) -> Option<(&'c Count<'s>, &'c Count<'s>)> {
    let own = || counts.iter().filter(|count| count.place.is_some());
    // Each figure but the rate is a count that was looked at.
    if own().count() + 1 != sentence.figures.len() {
        return None;
    }
    let is_beside = |count: &&Count<'_>| {
        count.place.is_some_and(|own| own.abs_diff(place) == 1) && count.is_part(stems)
    };
    let unit = match own().find(is_beside) {
        Some(part) => part.unit,
        None if sentence.figures.len() == 3 => own().next()?.unit,
        None => return None,
    };
    let mut alike = own().filter(|count| count.unit == unit);
    let (Some(first), Some(second), None) = (alike.next(), alike.next(), alike.next()) else {
        return None;
    };
    // 任务48项中的45项: said outright.
    let gap = sentence.gap(subject, first.place?, second.place?);
    let is_among = ["中", "里"].iter().any(|word| gap.starts_with(word));
    match [first, second].map(|count| count.is_part(stems)) {
        _ if is_among => Some((second, first)),
        [true, false] => Some((first, second)),
        [false, true] => Some((second, first)),
        // 应出庭案件42件中出庭40件: both have the word.
        [true, true] if first.bounds.exceeds(second.bounds) => Some((second, first)),
        _ => None,
    }
}

/// What a count right before its rate is part of: what is said, or what stands right before it: 收到14件,办结10件,办结率71.4%.
fn whole_of<'c, 's>(
    subject: &Subject<'_>,
    sentence: &Sentence,
    place: usize,
    part: &Count<'_>,
    wholes: &[&'c Count<'s>],
) -> Option<&'c Count<'s>> {
    if part.place? + 1 != place {
        return None;
    }
    let before = || {
        let index = sentence.figures.get(place.checked_sub(2)?)?.index;
        // 立案96件,其中简易程序60件、普通程序36件,办结90件: of the total, not of its last part.
        Some(subject.places[index].parent.unwrap_or(index))
    };
    let index = subject.places[part.index].parent.or_else(before);
    let named = wholes.iter().find(|whole| Some(whole.index) == index)?;
    // 来信29件、来访131件,办结250件: of what can hold it, not of the part before it.
    let can_hold =
        |whole: &&&Count<'_>| whole.is_before(place) && !part.bounds.exceeds(whole.bounds);
    let whole = Some(named).filter(can_hold).or_else(|| wholes.iter().find(can_hold));
    // More than the whole, with a full rate: cases of the year before are among them.
    let is_full =
        subject.statistics[sentence.figures[place].index].value.is_some_and(|it| it >= 100.0);
    whole.copied().filter(|_| !(is_full && part.bounds.exceeds(named.bounds)))
}

/// Whether nothing said of a rate and its counts leaves another reading open.
fn is_plain(
    subject: &Subject<'_>,
    sentence: &Sentence,
    label: &str,
    rate_index: usize,
    part: &Count<'_>,
    whole: &Count<'_>,
) -> bool {
    let said = sentence.words(subject);
    let is_unfinished = UNFINISHED.iter().any(|word| said.contains(word));
    let names_rate = part.name.contains('率') || whole.name.contains('率');
    // 全市纠错率15%,市本级审结100件,纠错8件: of another body.
    let own = sentence.figures.iter().filter(|it| [part.index, whole.index].contains(&it.index));
    let spans = || own.clone().map(|it| it.span).chain([subject.places[rate_index].figure]);
    let start = spans().map(|span| span.start).min().unwrap_or(0);
    let end = spans().map(|span| span.end).max().unwrap_or(start);
    let between = subject.words(Span::new(start, end));
    let names_body = BODIES.iter().any(|body| between.contains(body));
    part.bounds.is_exact()
        && whole.bounds.is_exact()
        && !words::holds_any(label, QUALIFIED)
        && !is_unfinished
        && !names_rate
        && !names_body
        && !part.bounds.exceeds(whole.bounds)
}

/// Whether a rate is counted out of such cases.
fn stems_fit(stems: &[&str], whole: &Count<'_>) -> bool {
    !stems.contains(&"出庭") || words::holds_any(&whole.name, DUE)
}

/// Outcomes in which a reviewed act does not stand; together they are the 纠错 of 纠错率.
const CORRECTED: &[&str] =
    &["行政复议撤销", "行政复议变更", "行政复议确认违法", "行政复议责令履行"];
/// What a 纠错率 may be counted out of.
const REVIEWED: &[&str] = &["行政复议审结", "行政复议受理", "行政复议收到申请"];

/// 纠错率 as the share of several outcomes; only where it fits, since what counts as correction varies.
fn corrected(
    subject: &Subject<'_>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    place: usize,
) -> Option<Found> {
    let index = sentence.figures[place].index;
    let rate = subject.amount(index).filter(|rate| rate.label.contains("纠错率"))?;
    let counts = counts(subject, sentence, before, place);
    let of = |names: &[&str]| {
        let named = |count: &&Count<'_>| {
            names.contains(&subject.statistics[count.index].indicator.as_str())
        };
        counts.iter().filter(named).collect::<Vec<_>>()
    };
    let parts = of(CORRECTED);
    let sum = Bounds::sum(parts.iter().map(|count| count.bounds));
    let approximation = subject.statistics[index].approximation;
    let wholes = of(REVIEWED);
    let whole = wholes
        .iter()
        .find(|whole| Agreement::of(&rate, approximation, sum, whole.bounds) == Agreement::Holds)?;
    if parts.is_empty() || !sum.is_exact() {
        return None;
    }
    let whole = subject.amount(whole.index)?;
    let parts: Vec<Amount> = parts.iter().filter_map(|it| subject.amount(it.index)).collect();
    let computed = parts.iter().map(|it| it.value).sum::<f64>() / whole.value * 100.0;
    let finding = Finding::Rate { rate, parts, whole, computed };
    Some(subject.on_statistics(Verdict::Ok, finding, SOURCE))
}

/// A count near a rate.
struct Count<'a> {
    index: usize,
    /// Its place in the rate's sentence; `None` in the one before.
    place: Option<usize>,
    name: String,
    unit: &'a str,
    bounds: Bounds,
}

impl Count<'_> {
    /// Whether it stands before the figure at `place` of the rate's sentence.
    fn is_before(&self, place: usize) -> bool {
        self.place.is_none_or(|own| own < place)
    }

    /// Whether it is what a rate of these stems counts.
    fn is_part(&self, stems: &[&str]) -> bool {
        words::holds_any(&self.name, stems) && !words::holds_any(&self.name, OTHERS)
    }
}

/// The counts around a rate, in reading order.
fn counts<'a>(
    subject: &Subject<'a>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    place: usize,
) -> Vec<Count<'a>> {
    let count = |sentence: &Sentence, place: usize, own: bool| {
        let Figure { index, .. } = sentence.figures[place];
        let statistic = &subject.statistics[index];
        Some(Count {
            index,
            place: own.then_some(place),
            name: named(subject, sentence, place),
            unit: statistic.unit.as_deref().filter(|unit| *unit != "%")?,
            bounds: Bounds::of(subject, index)?,
        })
    };
    let earlier = before.into_iter().flat_map(|before| {
        let len = before.figures.len();
        (len.saturating_sub(LOOK_BACK)..len).filter_map(move |place| count(before, place, false))
    });
    let end = (place + 1 + LOOK_AHEAD).min(sentence.figures.len());
    let own = (place.saturating_sub(LOOK_BACK)..end).filter(|&it| it != place);
    earlier.chain(own.filter_map(|it| count(sentence, it, true))).collect()
}
