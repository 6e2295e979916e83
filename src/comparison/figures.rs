//! 数据相同: figures with the same name, unit and value in both reports.

use super::SameFigure;
use crate::order;
use crate::report::Report;
use crate::statistic::Statistic;

/// Smaller counts are often the same by chance.
const SMALL: f64 = 10.0;

/// The figures that are the same, in the later report's order; each is paired once.
pub(super) fn find(earlier: &Report, later: &Report) -> Vec<SameFigure> {
    let mut before: Vec<(u64, usize)> = keys(earlier);
    order::sort_by_key(&mut before, |(hash, index)| (*hash, order::place(*index)));
    let mut taken = vec![false; earlier.statistics.len()];
    let mut same = Vec::new();
    for (hash, index) in keys(later) {
        let first = before.partition_point(|(other, _)| *other < hash);
        let equal = before[first..].iter().take_while(|(other, _)| *other == hash);
        // A report with one figure many times over is compared with its first few.
        let free = equal.take(8).find(|(_, other)| {
            !taken[*other] && is_same(&earlier.statistics[*other], &later.statistics[index])
        });
        if let Some(&(_, other)) = free {
            taken[other] = true;
            same.push(SameFigure { earlier: other, later: index });
        }
    }
    same
}

/// The figures that can tell something, by a number computed from their value.
fn keys(report: &Report) -> Vec<(u64, usize)> {
    let statistics = report.statistics.iter().enumerate();
    statistics
        .filter_map(|(index, statistic)| {
            let value = statistic.value?;
            let is_full = value == 100.0 && statistic.unit.as_deref() == Some("%");
            let tells = value >= SMALL && !is_full && statistic.period.is_none();
            tells.then(|| (value.to_bits(), index))
        })
        .collect()
}

fn is_same(one: &Statistic, other: &Statistic) -> bool {
    one.indicator == other.indicator
        && one.unit == other.unit
        && one.parent == other.parent
        && (one.canonical || one.label == other.label)
}
