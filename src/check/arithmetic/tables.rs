//! 表格合计: rows and columns that say that they are sums.

use super::super::finding::{Finding, Found, Sum, Verdict};
use super::super::subject::Subject;
use super::bounds::decimals;
use super::columns;
use super::disclosure;
use super::table::{Grid, MAX_COLUMNS, Row};
use crate::statistic;
use crate::text::Span;
use crate::text::numeral::tidy;

/// Where the comparison comes from.
pub(super) const SOURCE: &str = "算术：表内合计";

/// Words that name a sum.
const TOTALS: &[&str] = &["合计", "总计", "共计"];

/// Compares the sums of all tables.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let mut index = 0;
    while index < subject.passages.len() {
        let table = statistic::table_at(&subject.passages[index..], &subject.reading.text);
        let Some(table) = table else {
            index += 1;
            continue;
        };
        index += table.len;
        let grid = Grid::read(subject, &table);
        columns::check(subject, &grid, found);
        let before = found.len();
        let (sums, span) = if grid.has_head("自然人") {
            disclosure::requests(subject, &grid, found)
        } else if grid.has_head("结果维持") {
            disclosure::disputes(subject, &grid, found)
        } else {
            plain(subject, &grid, found)
        };
        if let Some(span) = span.filter(|_| sums > 0 && found.len() == before) {
            let finding = Finding::TableHolds { sums };
            found.push(subject.on_places(Verdict::Ok, finding, &[span], SOURCE));
        }
    }
}

/// A table of any kind; gives how many sums hold, and the row that one of them stands in.
fn plain(subject: &Subject<'_>, grid: &Grid<'_>, found: &mut Vec<Found>) -> (usize, Option<Span>) {
    let Some(width) = grid.width().filter(|width| *width <= MAX_COLUMNS) else {
        return (0, None);
    };
    let down = down(subject, grid, width, found);
    let across = across(subject, grid, width, found);
    (down.0 + across.0, down.1.or(across.1))
}

/// Whether a head or label names a sum.
pub(super) fn is_total(words: &str) -> bool {
    let words: String = words.chars().filter(|char| !char.is_whitespace()).collect();
    TOTALS.iter().any(|total| words.starts_with(total)) && words.chars().count() <= 8
}

/// Columns that are no counts.
fn is_counted(head: &str) -> bool {
    !["率", "比", "%", "增减", "同比", "年份", "序号", "平均", "备注", "金额", "万元"]
        .iter()
        .any(|word| head.contains(word))
}

/// Whether `total` is the sum of `parts` within what rounding allows.
fn adds_up(parts: &[f64], total: f64, places: usize) -> bool {
    let sum: f64 = parts.iter().sum();
    let step = if places == 0 { 0.0 } else { 0.1_f64.powi(i32::try_from(places).unwrap_or(9)) };
    let count = f64::from(u32::try_from(parts.len() + 1).unwrap_or(u32::MAX));
    (sum - total).abs() <= step * 0.5 * count + 1e-6
}

/// A sum that was compared.
struct Compared {
    place: String,
    parts: Vec<f64>,
    total: f64,
    span: Span,
    holds: bool,
}

/// Reports the sums that do not hold; gives how many hold, and where one of them stands.
fn report(
    subject: &Subject<'_>,
    compared: Vec<Compared>,
    sum: Sum,
    found: &mut Vec<Found>,
) -> (usize, Option<Span>) {
    let holding = compared.iter().filter(|it| it.holds).count();
    let span = compared.first().map(|it| it.span);
    // Where most sums fail the table was read wrongly, or its total means something else.
    let is_single = compared.len() == 1 && compared[0].parts.len() >= 2;
    let is_sure = holding * 2 >= compared.len();
    if is_sure || is_single {
        for it in compared.into_iter().filter(|it| !it.holds) {
            let verdict = if is_sure || sum == Sum::Column { Verdict::Fail } else { Verdict::Warn };
            let finding =
                Finding::TableSum { sum, place: it.place, parts: it.parts, total: tidy(it.total) };
            found.push(subject.on_row(verdict, finding, it.span, SOURCE));
        }
    }
    (holding, span)
}

/// 合计 at the end of the rows: sums down the columns.
fn down(
    subject: &Subject<'_>,
    grid: &Grid<'_>,
    width: usize,
    found: &mut Vec<Found>,
) -> (usize, Option<Span>) {
    let is_sum = |row: &Row<'_>| is_total(&row.label());
    let mut totals = grid.rows.iter().enumerate().filter(|(_, row)| is_sum(row));
    let (Some((place, total)), None) = (totals.next(), totals.next()) else { return (0, None) };
    let parts: &[Row<'_>] = match place {
        0 => &grid.rows[1..],
        _ => &grid.rows[..place],
    };
    let is_flat = parts.len() >= 2
        && (place == 0 || place + 1 == grid.rows.len())
        && parts.iter().all(|row| {
            let label = row.label();
            !label.contains("其中") && !label.contains("小计") && !label.is_empty()
        });
    if !is_flat {
        return (0, None);
    }
    let first = parts.iter().map(|row| row.first).max().unwrap_or(0).max(total.first);
    let mut compared = Vec::new();
    for column in first..width {
        let head = grid.head(width, column);
        let values: Option<Vec<f64>> =
            parts.iter().map(|row| row.value_or_nought(column)).collect();
        let (Some(values), Some(sum)) = (values, total.value(column)) else { continue };
        if !is_counted(head) {
            continue;
        }
        let places =
            parts.iter().chain([total]).map(|row| decimals(row.cells[column])).max().unwrap_or(0);
        let holds = adds_up(&values, sum, places);
        compared.push(Compared {
            place: head.to_owned(),
            parts: values,
            total: sum,
            span: total.span,
            holds,
        });
    }
    report(subject, compared, Sum::Column, found)
}

/// 合计 at the end of the columns: sums across the rows.
fn across(
    subject: &Subject<'_>,
    grid: &Grid<'_>,
    width: usize,
    found: &mut Vec<Found>,
) -> (usize, Option<Span>) {
    let first = grid.rows.iter().map(|row| row.first).max().unwrap_or(0);
    let heads: Vec<&str> = (0..width).map(|column| grid.head(width, column)).collect();
    let mut totals = (first..width).filter(|&column| is_total(heads[column]));
    let (Some(total), None) = (totals.next(), totals.next()) else { return (0, None) };
    // Columns behind the total count something else: 合计(宗), 罚没金额(万元).
    let are_others = (total + 1..width).all(|column| !is_counted(heads[column]));
    let columns: Vec<usize> = match total {
        _ if total == first => (first + 1..width).collect(),
        _ if are_others => (first..total).collect(),
        _ => return (0, None),
    };
    let is_flat = columns.len() >= 2
        && columns.iter().all(|&column| {
            is_counted(heads[column])
                && !heads[column].contains("小计")
                && !heads[column].contains("其中")
                && !heads[column].is_empty()
        });
    if !is_flat {
        return (0, None);
    }
    let mut compared = Vec::new();
    for row in &grid.rows {
        let values: Option<Vec<f64>> =
            columns.iter().map(|&column| row.value_or_nought(column)).collect();
        let (Some(values), Some(sum)) = (values, row.value(total)) else { continue };
        let places = row.cells[first..].iter().map(|words| decimals(words)).max().unwrap_or(0);
        let holds = adds_up(&values, sum, places);
        compared.push(Compared {
            place: row.label(),
            parts: values,
            total: sum,
            span: row.span,
            holds,
        });
    }
    report(subject, compared, Sum::Row, found)
}
