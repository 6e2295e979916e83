//! 占比: what is said to be a share of a total, against the counts: 直办375件,占52.8%.
//!
//! The share stands right behind its count. It holds when it follows from any total around it; it is doubtful only where
//! the other shares of the sentence name the total, or where one total with one part leaves no other.

use super::super::finding::{Amount, Claim, Finding, Found, Verdict};
use super::super::subject::Subject;
use super::Related;
use super::agreement::Agreement;
use super::bounds::Bounds;
use super::parts;
use super::rates::SOURCE;
use super::sentence::Sentence;

/// How many figures back a total may stand.
const LOOK_BACK: usize = 24;

/// Words between 占 and the number that name no other total than the one in sight.
const BARE: &[&str] = &["", "比", "比为", "比达", "比例为", "总数的", "总量的", "总数", "全部的"];

/// A share with its count.
struct Share<'s> {
    rate: Amount,
    part: usize,
    bounds: Bounds,
    unit: Option<&'s str>,
    is_bare: bool,
}

/// A figure that can be the whole.
#[derive(Clone, Copy)]
struct Whole<'s> {
    index: usize,
    bounds: Bounds,
    unit: Option<&'s str>,
}

/// Compares the shares of a sentence with the counts in it and in the sentence before.
pub(super) fn check(
    subject: &Subject<'_>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    known: &Related,
    found: &mut Vec<Found>,
) {
    for place in 2..sentence.figures.len() {
        found.extend(of_named(subject, sentence, place));
    }
    let shares: Vec<Share<'_>> =
        (1..sentence.figures.len()).filter_map(|it| share(subject, sentence, it)).collect();
    let Some(first) = shares.first() else { return };
    let wholes = wholes(subject, sentence, before, first.unit);
    let of = |share: &Share<'_>| {
        wholes.iter().find(|whole| {
            whole.index != share.part
                && whole.unit == share.unit
                && agreement(subject, share, whole) == Agreement::Holds
        })
    };
    let fitting: Vec<Option<&Whole<'_>>> = shares.iter().map(of).collect();
    for (share, whole) in shares.iter().zip(&fitting) {
        let Some(whole) = whole.filter(|it| it.bounds.is_exact() && share.bounds.is_exact()) else {
            continue;
        };
        let one = finding(subject, share, whole.index);
        found.extend(one.map(|one| subject.on_statistics(Verdict::Ok, one, SOURCE)));
    }
    if fitting.iter().all(Option::is_none) {
        let one = of_their_sum(subject, sentence, known, &shares);
        found.extend(one.or_else(|| odd_one_out(subject, sentence, &shares)));
    }
    let common = most_common(&fitting).or_else(|| only_total(subject, sentence, &shares));
    for (share, _) in shares.iter().zip(&fitting).filter(|(_, whole)| whole.is_none()) {
        let Some(whole) = wholes.iter().find(|it| Some(it.index) == common) else { return };
        let is_plain = share.is_bare
            && share.unit == whole.unit
            && share.bounds.is_exact()
            && whole.bounds.is_exact()
            && whole.index != share.part
            && agreement(subject, share, whole) == Agreement::Differs;
        if is_plain && let Some(one) = finding(subject, share, whole.index) {
            found.push(subject.on_statistics(Verdict::Warn, one, SOURCE));
        }
    }
}

/// The share at `place`, if one stands there: right behind the count that it is of.
fn share<'s>(subject: &Subject<'s>, sentence: &Sentence, place: usize) -> Option<Share<'s>> {
    let index = sentence.figures[place].index;
    let statistic = &subject.statistics[index];
    if statistic.unit.as_deref() != Some("%") || statistic.approximation.is_some() {
        return None;
    }
    let gap = sentence.gap(subject, place - 1, place);
    let said = gap.trim_start_matches([',', '(', ' ', '约']).strip_prefix('占')?;
    let part = sentence.figures[place - 1].index;
    // It is named by what it is a share of.
    let rate = Amount { label: String::new(), ..subject.amount(index)? };
    Some(Share {
        rate,
        part,
        bounds: Bounds::of(subject, part)?,
        unit: subject.statistics[part].unit.as_deref().filter(|unit| *unit != "%")?.into(),
        is_bare: BARE.contains(&said),
    })
}

/// 36件,占全部案件48件的75%: the whole stands between the count and its share.
fn of_named(subject: &Subject<'_>, sentence: &Sentence, place: usize) -> Option<Found> {
    let index = |place: usize| sentence.figures[place].index;
    let unit = |place: usize| subject.statistics[index(place)].unit.as_deref();
    if unit(place) != Some("%") || sentence.gap(subject, place - 1, place) != "的" {
        return None;
    }
    let gap = sentence.gap(subject, place - 2, place - 1).trim_start_matches([',', '(', ' ', '约']);
    let is_told =
        unit(place - 1) == unit(place - 2) && gap.starts_with('占') && !gap.contains([',', ';']);
    let rate = Amount { label: String::new(), ..subject.amount(index(place))? };
    let [part, whole] = [place - 2, place - 1].map(|place| Bounds::of(subject, index(place)));
    let (part, whole) = part.zip(whole)?;
    if !is_told || !part.is_exact() || !whole.is_exact() {
        return None;
    }
    let approximation = subject.statistics[index(place)].approximation;
    let verdict = match Agreement::of(&rate, approximation, part, whole) {
        Agreement::Holds => Verdict::Ok,
        Agreement::Open => return None,
        Agreement::Differs => Verdict::Warn,
    };
    let (part, whole) = (subject.amount(index(place - 2))?, subject.amount(index(place - 1))?);
    let computed = part.value / whole.value * 100.0;
    let finding = Finding::Rate { rate, parts: vec![part], whole, computed };
    Some(subject.on_statistics(verdict, finding, SOURCE))
}

/// The counts around the shares, nearest sentence first.
fn wholes<'s>(
    subject: &Subject<'s>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    unit: Option<&str>,
) -> Vec<Whole<'s>> {
    let figures = before.into_iter().flat_map(|it| &it.figures).chain(&sentence.figures);
    let all: Vec<Whole<'s>> = figures
        .filter_map(|figure| {
            Some(Whole {
                index: figure.index,
                bounds: Bounds::of(subject, figure.index)?,
                unit: subject.statistics[figure.index].unit.as_deref(),
            })
        })
        .filter(|whole| whole.unit == unit)
        .collect();
    all.into_iter().rev().take(LOOK_BACK).collect()
}

fn agreement(subject: &Subject<'_>, share: &Share<'_>, whole: &Whole<'_>) -> Agreement {
    if share.bounds.exceeds(whole.bounds) {
        return Agreement::Differs;
    }
    let approximation = share.rate.statistic.and_then(|it| subject.statistics[it].approximation);
    Agreement::of(&share.rate, approximation, share.bounds, whole.bounds)
}

fn finding(subject: &Subject<'_>, share: &Share<'_>, whole: usize) -> Option<Finding> {
    let (part, whole) = (subject.amount(share.part)?, subject.amount(whole)?);
    let computed = part.value / whole.value * 100.0;
    Some(Finding::Rate { rate: share.rate.clone(), parts: vec![part], whole, computed })
}

/// The whole of most shares: of two at least, and of all but one in three.
fn most_common(fitting: &[Option<&Whole<'_>>]) -> Option<usize> {
    let known: Vec<usize> = fitting.iter().flatten().map(|whole| whole.index).collect();
    let most = known
        .iter()
        .map(|one| (known.iter().filter(|other| *other == one).count(), *one))
        .max_by_key(|(count, _)| *count)?;
    (most.0 >= 2 && most.0 * 3 >= fitting.len() * 2).then_some(most.1)
}

/// 案件120件,其中涉企30件,占35%: two counts of the kind, and no other whole.
fn only_total(subject: &Subject<'_>, sentence: &Sentence, shares: &[Share<'_>]) -> Option<usize> {
    let [share] = shares else { return None };
    let unit = |place: usize| subject.statistics[sentence.figures[place].index].unit.as_deref();
    let counts: Vec<usize> =
        (0..sentence.figures.len()).filter(|&place| unit(place) == share.unit).collect();
    let [total, part] = counts[..] else { return None };
    let is_told = sentence.figures[part].index == share.part
        && part == total + 1
        && sentence.gap(subject, total, part).contains("其中");
    is_told.then(|| sentence.figures[total].index)
}

/// Shares that make up a hundred percent and follow from the sum of their counts, where the total before them differs.
fn of_their_sum(
    subject: &Subject<'_>,
    sentence: &Sentence,
    known: &Related,
    shares: &[Share<'_>],
) -> Option<Found> {
    let sum = Bounds::sum(shares.iter().map(|share| share.bounds));
    let percent: f64 = shares.iter().map(|share| share.rate.value).sum();
    let follows = |share: &Share<'_>| {
        Agreement::of(&share.rate, None, share.bounds, sum) != Agreement::Differs
    };
    let are_all = shares.len() >= 3
        && (percent - 100.0).abs() <= 1.0
        && shares.iter().all(|share| share.is_bare && follows(share));
    let first = sentence.figures.iter().position(|it| it.index == shares[0].part)?;
    let total = first.checked_sub(1)?;
    let index = sentence.figures[total].index;
    let own = Bounds::of(subject, index)?;
    let is_total = !known.contains(&index)
        && subject.statistics[index].unit.as_deref() == shares[0].unit
        && sentence.gap(subject, total, first).contains("其中");
    if !are_all || !is_total || !own.is_exact() || !sum.is_exact() || own.meets(sum) {
        return None;
    }
    let parts = shares.iter().map(|share| share.part);
    let finding = parts::comparison(subject, index, parts, Claim::Complete)?;
    Some(subject.on_statistics(Verdict::Warn, finding, parts::SOURCE))
}

/// 甲40件,占40%;乙35件,占30%;丙25件,占25%: no total is said, and all shares but one follow from the sum of the counts.
fn odd_one_out(subject: &Subject<'_>, sentence: &Sentence, shares: &[Share<'_>]) -> Option<Found> {
    let sum = Bounds::sum(shares.iter().map(|share| share.bounds));
    let is_only = sentence.figures.len() == shares.len() * 2;
    let are_alike = shares.iter().all(|share| share.is_bare && share.unit == shares[0].unit);
    let agreement = |share: &Share<'_>| Agreement::of(&share.rate, None, share.bounds, sum);
    let mut odd = shares.iter().filter(|share| agreement(share) == Agreement::Differs);
    let (Some(share), None) = (odd.next(), odd.next()) else { return None };
    if shares.len() < 3 || !is_only || !are_alike || !sum.is_exact() {
        return None;
    }
    let part = subject.amount(share.part)?;
    let computed = part.value / sum.low * 100.0;
    let whole =
        Amount { statistic: None, label: String::new(), value: sum.low, printed: String::new() };
    let finding = Finding::Rate { rate: share.rate.clone(), parts: vec![part], whole, computed };
    Some(subject.on_statistics(Verdict::Warn, finding, SOURCE))
}
