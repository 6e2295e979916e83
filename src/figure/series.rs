//! 逐年: one indicator through three years or more, as one report or several reports of one body give it.

use std::collections::BTreeMap;

use super::lines::{self, Line, main_section, marks_and_rows};
use super::{Figure, Item, catalogue, slug};
use crate::chart::{Drawing, Kind};
use crate::i18n::Messages;
use crate::order;
use crate::report::Report;
use crate::statistic::Topic;

/// Two points are a change, not a line.
const ENOUGH: usize = 3;
/// More lines than this through several reports are left to the comparison of reports.
const MOST: usize = 6;

/// A point: where it was read, and whether the report that it was read from is about that very year.
#[derive(Clone, Copy)]
struct Point<'a> {
    report: usize,
    item: Item<'a>,
    is_own_year: bool,
}

/// Points by year, of one indicator in one unit.
pub(super) struct Series<'a> {
    topic: Topic,
    indicator: &'a str,
    unit: &'a str,
    points: BTreeMap<i32, Point<'a>>,
}

/// The lines of a topic that one report gives by itself.
pub(super) fn within_report(
    topic: Topic,
    series: &[Series],
    report: &Report,
    messages: &Messages,
) -> Vec<Figure> {
    let series = series.iter().filter(|it| it.topic == topic);
    series.filter_map(|series| figure(series, &[report], 0, messages)).collect()
}

/// The lines through `reports`, of which the one at `current` is shown; only those of the same body are followed, each
/// year by one report.
#[must_use]
pub fn through_reports(reports: &[&Report], current: usize, messages: &Messages) -> Vec<Figure> {
    let Some(shown) = reports.get(current) else { return Vec::new() };
    let is_same = |it: &&Report| shown.issuer.is_some() && it.issuer == shown.issuer;
    let mut followed: Vec<&Report> = vec![shown];
    for report in reports.iter().copied().filter(is_same) {
        if report.year.is_some() && followed.iter().all(|it| it.year != report.year) {
            followed.push(report);
        }
    }
    if followed.len() < 2 {
        return Vec::new();
    }
    let mut series = collect(&followed);
    series.retain(|it| it.points.values().any(|point| point.report > 0));
    let telling: Vec<&str> =
        catalogue::KEY.iter().flat_map(|group| group.iter().copied()).collect();
    order::sort_by_key(&mut series, |it| {
        let rank = telling.iter().position(|indicator| *indicator == it.indicator);
        (rank.map_or(u64::MAX, order::place), 0)
    });
    let figures = series.iter().filter_map(|series| figure(series, &followed, 0, messages));
    figures.take(MOST).collect()
}

/// Every indicator of the dictionary that has points in enough years.
pub(super) fn collect<'a>(reports: &[&'a Report]) -> Vec<Series<'a>> {
    let mut all: Vec<Series> = Vec::new();
    // Most figures are of the report's year, and no line comes of those that are of no other.
    let has_others: Vec<&str> = match reports {
        [report] => others(report),
        _ => Vec::new(),
    };
    for (at, report) in reports.iter().enumerate() {
        for (idx, statistic) in report.statistics.iter().enumerate() {
            let Some(year) = year_of(statistic.period.as_deref(), report.year) else { continue };
            let value = statistic.value.filter(|value| value.is_finite() && *value >= 0.0);
            let (Some(value), Some(unit), true) =
                (value, statistic.unit.as_deref(), statistic.canonical)
            else {
                continue;
            };
            let item = Item { idx, statistic, value };
            let point = Point { report: at, item, is_own_year: report.year == Some(year) };
            let (topic, indicator) = (statistic.topic, statistic.indicator.as_str());
            if reports.len() == 1 && !has_others.contains(&indicator) {
                continue;
            }
            let is_it = |it: &Series| it.indicator == indicator && it.unit == unit;
            let place = all.iter().position(is_it).unwrap_or_else(|| {
                all.push(Series { topic, indicator, unit, points: BTreeMap::new() });
                all.len() - 1
            });
            // The report on a year itself speaks for it; of two figures of a year, the first.
            let points = &mut all[place].points;
            if points.get(&year).is_none_or(|it| point.is_own_year && !it.is_own_year) {
                points.insert(year, point);
            }
        }
    }
    all.retain(|series| series.points.len() >= ENOUGH);
    all
}

/// The indicators that a report has of other years than its own.
fn others(report: &Report) -> Vec<&str> {
    let mut others = Vec::new();
    for statistic in report.statistics.iter().filter(|it| it.period.is_some()) {
        if !others.contains(&statistic.indicator.as_str()) {
            others.push(&statistic.indicator);
        }
    }
    others
}

/// The year that a figure is about: the report's, or a period that is a whole year.
fn year_of(period: Option<&str>, own: Option<i32>) -> Option<i32> {
    let Some(period) = period else { return own };
    let year = period.get(..4)?;
    (period == format!("{year}-01-01/{year}-12-31")).then(|| year.parse().ok()).flatten()
}

fn figure(
    series: &Series,
    reports: &[&Report],
    shown: usize,
    messages: &Messages,
) -> Option<Figure> {
    let words = &messages.chart;
    let line = |(year, point): (&i32, &Point<'_>)| {
        let other = (point.report != shown).then_some(reports[point.report]);
        (*year, point.item.idx, other)
    };
    let lines: Vec<Line> = series
        .points
        .iter()
        .map(|entry| {
            let (year, _, other) = line(entry);
            Line {
                item: Some(entry.1.item),
                label: (words.this_year)(Some(year)),
                at: year,
                report: other.map(|it| it.title.clone().unwrap_or_else(|| it.source.name.clone())),
                ..Line::default()
            }
        })
        .collect();
    let (marks, rows) = marks_and_rows(&lines, series.unit, messages);
    let (first, last) = (rows.first()?, rows.last()?);
    let (from, to) = (*series.points.first_key_value()?.0, *series.points.last_key_value()?.0);
    let indicator = series.indicator;
    let name = (messages.indicator_name)(indicator);
    let order = marks.last()?.value?.total_cmp(&marks.first()?.value?);
    let measure = (words.years)(name, from, to);
    let at = reports[shown].statistics.iter().position(|it| it.indicator == indicator);
    Some(Figure {
        slug: format!("{}-years-{}", slug(series.topic), at.unwrap_or_default()),
        topic: series.topic,
        headline: (words.went)(
            name,
            (&first.label, &first.shown),
            (&last.label, &last.shown),
            order,
        ),
        subtitle: (words.subtitle)(&measure, series.unit, None),
        drawing: Drawing {
            kind: Kind::Line,
            marks,
            full: (series.unit == "%").then_some(100.0),
            words: lines::words(reports[shown], messages),
            ..Drawing::default()
        },
        kinds: vec![Kind::Line, Kind::Dots],
        section: main_section(&lines),
        rows,
        notes: Vec::new(),
    })
}
