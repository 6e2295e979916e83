//! 增减幅度: a printed change against the values from which and to which it leads.

use super::super::finding::{Finding, Found, Verdict};
use super::super::subject::Subject;
use super::bounds::{decimals, last_place};
use super::said;
use crate::statistic::{Change, Direction, Statistic};
use crate::text::numeral::tidy;

/// Where the comparison comes from.
pub(super) const SOURCE: &str = "算术：增减幅度＝（本年－上年）÷上年";

/// How far a figure of the year before may stand from that of the report's year, in figures.
const NEAR: usize = 3;

/// Words of a change that is not from the one value to the other.
const SPREAD: &[&str] = &["年均", "月均", "平均", "累计", "每年"];

/// Compares every change whose former and later value are both printed.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    for index in 0..subject.statistics.len() {
        found.extend(printed(subject, index).or_else(|| said_behind(subject, index)));
    }
}

/// A change that the figure itself tells.
fn printed(subject: &Subject<'_>, index: usize) -> Option<Found> {
    let statistic = &subject.statistics[index];
    let own = statistic.change.as_ref()?;
    // Tables are compared column by column.
    if subject.places.get(index)?.in_table {
        return None;
    }
    // 由28%提升至36.5%,提高8.5个百分点: the size is read as a change of its own.
    let next = own.from.and_then(|_| size_behind(subject, index));
    let change = next.map_or(own, |(_, change)| change);
    let former = own
        .from
        .or_else(|| former_value(subject, index))
        .or_else(|| said_apart(subject, index))
        .or_else(|| year_before(subject, index));
    let is_exact = statistic.approximation.is_none();
    let (from, to) = former.zip(statistic.value).filter(|_| is_exact)?;
    let (verdict, finding) = compare(subject, index, change, from, to)?;
    let statistics: Vec<usize> =
        [Some(index), next.map(|(next, _)| next)].into_iter().flatten().collect();
    Some(on(subject, verdict, finding, statistics))
}

/// A change that only the words behind the figure tell: 比上年增加12件,增长13.95%.
fn said_behind(subject: &Subject<'_>, index: usize) -> Option<Found> {
    let (statistic, place) = (&subject.statistics[index], subject.places.get(index)?);
    let (value, unit) = (statistic.value?, statistic.unit.as_deref()?);
    let words = subject.reading.text.get(place.figure.end..)?;
    if place.in_table || place.is_zero || !words.starts_with([',', '、', '(']) {
        return None;
    }
    let said = said::behind(words, value, unit)?;
    let from = said
        .from
        .or_else(|| statistic.change.as_ref()?.from)
        .or_else(|| year_before(subject, index))?;
    if statistic.approximation.is_some() || from <= 0.0 {
        return None;
    }
    let (verdict, finding) = compare(subject, index, &said.change, from, value)?;
    Some(on(subject, verdict, finding, vec![index]))
}

/// 2022年收到120件,2023年收到150件: the value of the year before, right before a figure of the report's year.
fn year_before(subject: &Subject<'_>, index: usize) -> Option<f64> {
    let year = subject.front.year?;
    let before = index.checked_sub(1)?;
    let [former, own] = [before, index].map(|index| &subject.statistics[index]);
    let [from, to] = [before, index].map(|index| subject.places[index].figure);
    let text = &subject.reading.text;
    let between = text.get(from.end..to.start).filter(|words| words.len() <= 60)?;
    let start = (from.start.saturating_sub(60)..=from.start).find(|&at| text.is_char_boundary(at));
    let clause = text.get(start?..from.start)?.rsplit(['。', ',', ';', '\n']).next()?;
    let names = |words: &str, year: i32| words.contains(&format!("{year}年"));
    let noun = between.rsplit_once('年').map_or("", |(_, noun)| noun);
    let is_told = names(clause, year - 1)
        && names(between.trim_start_matches([',', ';']).split(',').next()?, year)
        && !noun.contains([',', ';', '。']);
    let is_alike = former.unit == own.unit && former.approximation.is_none();
    (is_told && is_alike).then_some(former.value?)
}

fn on(subject: &Subject<'_>, verdict: Verdict, finding: Finding, statistics: Vec<usize>) -> Found {
    let mut one = subject.on_statistics(verdict, finding, SOURCE);
    let section = statistics.first().and_then(|&index| subject.statistics[index].section);
    one.sections = section.into_iter().collect();
    one.spans = subject.sentences(&statistics);
    one.statistics = statistics;
    one
}

/// 1500件(上年1300件),同比增长25%: the value of the year before, in a clause or bracket behind the figure.
fn said_apart(subject: &Subject<'_>, index: usize) -> Option<f64> {
    let statistic = &subject.statistics[index];
    let place = subject.places.get(index).filter(|place| !place.in_table)?;
    let end = place.figure.end;
    // Not beyond the next figure, whose former value it may be; the former value itself can be one.
    let next = subject.places[index + 1..].iter().filter(|it| it.figure.start >= end).nth(1);
    let next = next.map_or(subject.reading.text.len(), |next| next.figure.start);
    said::former(subject.reading.text.get(end..next)?, statistic.unit.as_deref()?)
}

/// The size of a change that is printed right behind its two values.
fn size_behind<'a>(subject: &Subject<'a>, index: usize) -> Option<(usize, &'a Change)> {
    let (own, next) = (subject.statistics.get(index)?, subject.statistics.get(index + 1)?);
    let (place, behind) = (subject.places.get(index)?, subject.places.get(index + 1)?);
    let change = next.change.as_ref().filter(|change| change.value.is_some())?;
    let is_bare = next.value.is_none() && next.indicator == own.indicator;
    let between = subject.reading.text.get(place.figure.end..behind.figure.start)?;
    let is_near = between.chars().count() <= 8 && between.starts_with(',');
    let is_open = own.change.as_ref().is_some_and(|change| change.value.is_none());
    (is_bare && is_near && is_open).then_some((index + 1, change))
}

/// The value of the year before, printed nearby under the same name: 上年120件,今年132件,增长10%.
fn former_value(subject: &Subject<'_>, index: usize) -> Option<f64> {
    let own = &subject.statistics[index];
    let year = subject.front.year?;
    let before = format!("{:04}-01-01/{:04}-12-31", year - 1, year - 1);
    let is_former = |other: &Statistic| {
        other.period.as_deref() == Some(before.as_str())
            && other.indicator == own.indicator
            && other.unit == own.unit
            && other.section == own.section
            && other.approximation.is_none()
            && other.parent == own.parent
    };
    if own.period.is_some() {
        return None;
    }
    let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(subject.statistics.len());
    let mut found = near.filter(|&other| other != index && is_former(&subject.statistics[other]));
    let first = found.next()?;
    // Two of them leave it open which one is meant.
    found.next().is_none().then(|| subject.statistics[first].value)?
}

fn compare(
    subject: &Subject<'_>,
    index: usize,
    change: &Change,
    from: f64,
    to: f64,
) -> Option<(Verdict, Finding)> {
    let statistic = &subject.statistics[index];
    let size = change.value?;
    let unit = change.unit.as_deref()?;
    // 从2020年的12件到2023年的30件,年均增长35.7%: of several years.
    let behind = subject.reading.text.get(subject.places[index].figure.end..)?;
    let near = said::clause(behind);
    if SPREAD.iter().any(|word| near.contains(word)) {
        return None;
    }
    let said = match (change.direction, unit) {
        (_, "ratio") => size,
        (Direction::Up, _) => size,
        (Direction::Down, _) => -size,
        (Direction::Flat, _) => return None,
    };
    let is_percent = statistic.unit.as_deref() == Some("%");
    let computed = match unit {
        "个百分点" if is_percent => to - from,
        "%" if from != 0.0 => (to - from) / from * 100.0,
        "倍" if from != 0.0 => (to - from) / from,
        "ratio" if from != 0.0 => to / from,
        own if Some(own) == statistic.unit.as_deref() => to - from,
        _ => return None,
    };
    // 由28%提高到36%,提高8%: percent for percentage points is common usage.
    let in_points =
        is_percent && unit == "%" && (said - (to - from)).abs() <= tolerance(subject, index, size);
    let slack = tolerance(subject, index, size);
    let own = last_place(subject.words(subject.places[index].figure));
    // 1200.5万元,较上年(1000万元)增加180.5万元: a difference is known as finely as both of its values.
    let is_difference = Some(unit) == statistic.unit.as_deref();
    let former = coarseness(from).min(if is_difference { coarseness(size) } else { f64::MAX });
    let steps = [former, own];
    let spread = match unit {
        "个百分点" => steps[1],
        "%" => (steps[0] + steps[1]) / from.abs() * 100.0 * (to / from).abs().max(1.0),
        "倍" | "ratio" => (steps[0] + steps[1]) / from.abs() * (to / from).abs().max(1.0),
        _ => steps[0] + steps[1],
    };
    let fits = in_points || (said - computed).abs() <= slack + spread;
    let finding = Finding::Growth {
        label: statistic.label.clone(),
        from,
        to,
        said: tidy(said),
        computed: tidy(computed),
        unit: unit.to_owned(),
    };
    let verdict = if fits { Verdict::Ok } else { Verdict::Warn };
    Some((verdict, finding))
}

/// What one in the last place of a value may be worth that was printed in 万 or 亿: its largest round part.
fn coarseness(value: f64) -> f64 {
    let mut step = 0.0;
    let mut next = 1.0;
    while value >= 10_000.0 && next < value && (value / next).fract() == 0.0 {
        step = next;
        next *= 10.0;
    }
    step
}

/// How far a printed change may be from the computed one: one in its last printed place.
fn tolerance(subject: &Subject<'_>, index: usize, size: f64) -> f64 {
    let written = format!("{size}");
    let places = i32::try_from(decimals(&written)).unwrap_or(0);
    let own = decimals(subject.words(subject.places[index].figure));
    let rounding = if own > 0 { 0.1_f64.powi(i32::try_from(own).unwrap_or(0)) } else { 0.0 };
    let last = if size.fract() == 0.0 { 1.0 } else { 0.1_f64.powi(places) };
    last.max(rounding) + 1e-6
}
