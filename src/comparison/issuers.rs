//! 发文机关与年度: in which order reports stand side by side, and which of them follow each other.

use crate::order;
use crate::report::Report;

/// Whether two reports are known to be of one body.
#[must_use]
pub fn is_same(one: &Report, other: &Report) -> bool {
    one.issuer.is_some() && one.issuer == other.issuer
}

/// Indices of the reports by issuer, then by year; unknown ones last, otherwise as given.
pub(super) fn in_order(reports: &[&Report]) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..reports.len()).collect();
    // The place of a name among all names: comparing costs less than a sort of its own.
    let rank = |report: &Report| match &report.issuer {
        Some(own) => {
            let is_before = |other: &&&Report| other.issuer.as_ref().is_some_and(|it| it < own);
            order::place(reports.iter().filter(is_before).count())
        }
        None => u64::MAX,
    };
    let year =
        |report: &Report| report.year.and_then(|year| u64::try_from(year).ok()).unwrap_or(u64::MAX);
    order::sort_by_key(&mut indices, |idx| (rank(reports[*idx]), year(reports[*idx])));
    indices
}

/// Reports that can be set side by side passage by passage, the earlier one's index first: those of one body that follow
/// each other in years, the latest first. Where there are just two reports and one does not name its issuer, those two.
#[must_use]
pub fn pairs(reports: &[&Report]) -> Vec<[usize; 2]> {
    let order = in_order(reports);
    let follows = |pair: &[usize]| {
        let (earlier, later) = (reports[pair[0]], reports[pair[1]]);
        let is_later =
            matches!((earlier.year, later.year), (Some(one), Some(other)) if one < other);
        (is_later && is_same(earlier, later)).then_some([pair[0], pair[1]])
    };
    let mut pairs: Vec<[usize; 2]> = order.windows(2).filter_map(follows).collect();
    let year = |pair: &[usize; 2]| reports[pair[1]].year.unwrap_or(0);
    order::sort_by_key(&mut pairs, |pair| (order::largest_first(f64::from(year(pair))), 0));
    if let (true, [one, other]) = (pairs.is_empty(), reports)
        && (one.issuer.is_none() || other.issuer.is_none())
    {
        let is_turned = matches!((one.year, other.year), (Some(one), Some(other)) if one > other);
        pairs.push(if is_turned { [1, 0] } else { [0, 1] });
    }
    pairs
}
