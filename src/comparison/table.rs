//! 指标对照: the figures of several reports side by side, one row an indicator, one column a report.
//!
//! Only what the dictionary names can be compared, see [`Statistic::canonical`]. A report that does not speak of an
//! indicator has an empty cell, never a zero. Values stay as printed; what is computed from two of them is kept apart.

use super::issuers;
use super::unit::is_alike;
use crate::report::Report;
use crate::statistic::{Statistic, Topic};

/// Reports side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The reports by issuer, then by year.
    pub columns: Vec<Column>,
    /// The indicators by topic; within one, in the order in which the reports speak of them.
    pub rows: Vec<Row>,
}

/// A report in a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Index of the report among those given.
    pub report: usize,
    /// The column of the same issuer's report of the year before.
    pub before: Option<usize>,
}

/// An indicator in a [`Table`].
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it belongs to.
    pub topic: Topic,
    /// 指标.
    pub indicator: String,
    /// The unit that most reports count it in.
    pub unit: Option<String>,
    /// One for each column; `None` where the report is silent.
    pub cells: Vec<Option<Cell>>,
}

/// What one report says about one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Index of the statistic in its report.
    pub statistic: usize,
    /// How many other values the report gives for the same indicator.
    pub more: usize,
    /// Whether it is counted in something else than most of the row, so that sizes do not compare.
    pub is_other_unit: bool,
    /// Its size against the largest of the row, 0 to 1; `None` where sizes do not compare.
    pub size: Option<f64>,
    /// The change since the report of the year before.
    pub growth: Option<Growth>,
}

/// 计算得出的变化: how much a value differs from the one printed a year before. Computed, not printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// This year's value less last year's, in the unit; in percentage points between rates.
    pub by: f64,
    /// The same as a part of last year's value, in percent; `None` between rates and where it was zero.
    pub percent: Option<f64>,
    /// Whether one of the two is only near the true value.
    pub is_about: bool,
}

impl Row {
    /// How many reports speak of it.
    #[must_use]
    pub fn told(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// Sets reports side by side.
#[must_use]
pub fn align(reports: &[&Report]) -> Table {
    let columns = columns(reports);
    let ordered: Vec<&Report> = columns.iter().map(|column| reports[column.report]).collect();
    let names = indicators(&ordered);
    let rows = names.into_iter().map(|(topic, name)| row(topic, name, &ordered, &columns));
    Table { rows: rows.collect(), columns }
}

fn columns(reports: &[&Report]) -> Vec<Column> {
    let order = issuers::in_order(reports);
    let before = |at: usize| {
        let (later, earlier) = (reports[order[at]], reports[*order.get(at.checked_sub(1)?)?]);
        let is_next = later.year? == earlier.year? + 1;
        // Two drafts of one year leave open which of them to compare with.
        let is_only = at < 2 || reports[order[at - 2]].year != earlier.year;
        (is_next && is_only && issuers::is_same(earlier, later)).then(|| at - 1)
    };
    (0..order.len()).map(|at| Column { report: order[at], before: before(at) }).collect()
}

/// The indicators of all reports: each stands behind the one that it follows in the report that names it first.
fn indicators<'a>(reports: &[&'a Report]) -> Vec<(Topic, &'a str)> {
    let mut all = Vec::new();
    for topic in Topic::ALL {
        let mut names: Vec<&str> = Vec::new();
        for report in reports {
            let mut at = 0;
            for statistic in report.statistics.iter().filter(|it| it.topic == topic) {
                if !statistic.canonical {
                    continue;
                }
                let name = statistic.indicator.as_str();
                match names.iter().position(|known| *known == name) {
                    Some(known) => at = known + 1,
                    None => {
                        names.insert(at, name);
                        at += 1;
                    }
                }
            }
        }
        all.extend(names.into_iter().map(|name| (topic, name)));
    }
    all
}

fn row(topic: Topic, name: &str, reports: &[&Report], columns: &[Column]) -> Row {
    let told: Vec<Vec<(usize, &Statistic)>> =
        reports.iter().map(|report| told(report, topic, name)).collect();
    let unit = common_unit(&told);
    let mut cells: Vec<Option<Cell>> = told.iter().map(|told| cell(told, unit)).collect();
    let value = |at: usize| {
        let cell: &Cell = cells.get(at)?.as_ref()?;
        let value = reports[at].statistics[cell.statistic].value?;
        (!cell.is_other_unit && value >= 0.0).then_some(value)
    };
    let values: Vec<Option<f64>> = (0..reports.len()).map(value).collect();
    let largest = values.iter().flatten().copied().fold(0.0, f64::max);
    for (at, cell) in cells.iter_mut().enumerate() {
        let Some(cell) = cell else { continue };
        cell.size = values[at].map(|value| if largest > 0.0 { value / largest } else { 0.0 });
    }
    let growth = |at: usize| {
        let before = columns[at].before?;
        let figure =
            |at: usize| cells[at].as_ref().map(|cell| &reports[at].statistics[cell.statistic]);
        growth(figure(before)?, figure(at)?)
    };
    let growths: Vec<Option<Growth>> = (0..reports.len()).map(growth).collect();
    for (cell, growth) in cells.iter_mut().zip(growths) {
        if let Some(cell) = cell {
            cell.growth = growth;
        }
    }
    Row { topic, indicator: name.to_owned(), unit: unit.map(str::to_owned), cells }
}

/// All that a report says about an indicator.
fn told<'a>(report: &'a Report, topic: Topic, name: &str) -> Vec<(usize, &'a Statistic)> {
    let is_it = |it: &Statistic| it.canonical && it.topic == topic && it.indicator == name;
    report.statistics.iter().enumerate().filter(|(_, it)| is_it(it)).collect()
}

/// The unit that most reports count in; the first one of several that are as common.
fn common_unit<'a>(told: &[Vec<(usize, &'a Statistic)>]) -> Option<&'a str> {
    let of_report = |told: &Vec<(usize, &'a Statistic)>| cell_of(told, None)?.1.unit.as_deref();
    let units: Vec<&str> = told.iter().filter_map(of_report).collect();
    let count = |unit: &&str| units.iter().filter(|other| is_alike(unit, other)).count();
    units.iter().rev().max_by_key(|unit| count(unit)).copied()
}

/// The figure that stands for what a report says: one of the whole year, in the row's unit, with a value; of those, the
/// first.
fn cell_of<'a>(
    told: &[(usize, &'a Statistic)],
    unit: Option<&str>,
) -> Option<(usize, &'a Statistic)> {
    let rank = |it: &Statistic| {
        let own = it.unit.as_deref();
        let fits = unit.is_none_or(|unit| own.is_none_or(|own| is_alike(own, unit)));
        (it.value.is_some(), fits, it.period.is_none())
    };
    told.iter().rev().max_by_key(|(_, it)| rank(it)).copied()
}

fn cell(told: &[(usize, &Statistic)], unit: Option<&str>) -> Option<Cell> {
    let (statistic, chosen) = cell_of(told, unit)?;
    let key = |it: &Statistic| (it.value.map(f64::to_bits), it.unit.clone());
    let mut seen = vec![key(chosen)];
    for (_, other) in told.iter().filter(|(_, it)| it.value.is_some()) {
        if !seen.contains(&key(other)) {
            seen.push(key(other));
        }
    }
    let own = chosen.unit.as_deref();
    let is_other_unit = own.zip(unit).is_some_and(|(own, unit)| !is_alike(own, unit));
    Some(Cell { statistic, more: seen.len() - 1, is_other_unit, size: None, growth: None })
}

fn growth(before: &Statistic, after: &Statistic) -> Option<Growth> {
    let (was, is) = (before.value?, after.value?);
    let (one, other) = (before.unit.as_deref(), after.unit.as_deref());
    let fits = one.zip(other).is_none_or(|(one, other)| is_alike(one, other));
    if !fits || before.period.is_some() || after.period.is_some() {
        return None;
    }
    let is_rate = one.or(other) == Some("%");
    let percent = (!is_rate && was > 0.0).then(|| (is - was) / was * 100.0);
    let is_about = before.approximation.is_some() || after.approximation.is_some();
    Some(Growth { by: is - was, percent, is_about })
}
