//! 政府信息公开年报表格: the identity of the table of requests, and the sums of both tables.
//!
//! The layouts are those that the State Council's office sets (国办公开办函〔2021〕30号); the table of requests itself
//! states its identity: 第一项加第二项之和，等于第三项加第四项之和.

use super::super::finding::{Finding, Found, Sum, Verdict};
use super::super::subject::Subject;
use super::table::{Grid, Row};
use super::tables::SOURCE;
use crate::text::Span;
use crate::text::numeral::tidy;

const IDENTITY: &str = "国办公开办函〔2021〕30号附表勾稽关系：一＋二＝三（七）＋四";

/// Kinds of applicants, the sum last.
const COLUMNS: [&str; 7] =
    ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

/// Outcomes of one kind of dispute, the sum last.
const OUTCOMES: usize = 5;

/// The rows of the table of requests.
#[derive(Default)]
struct Requests<'g, 'a> {
    received: Option<&'g Row<'a>>,
    carried_over: Option<&'g Row<'a>>,
    results: Vec<&'g Row<'a>>,
    handled: Option<&'g Row<'a>>,
    left_over: Option<&'g Row<'a>>,
}

impl<'g, 'a> Requests<'g, 'a> {
    fn read(grid: &'g Grid<'a>) -> Self {
        let mut requests = Self::default();
        for row in &grid.rows {
            let label = row.label();
            if label.starts_with('一') {
                requests.received = Some(row);
            } else if label.starts_with('二') {
                requests.carried_over = Some(row);
            } else if label.starts_with('四') {
                requests.left_over = Some(row);
            } else if label.contains("(七)")
                || label.trim_start_matches("三、本年度办理结果") == "总计"
            {
                requests.handled = Some(row);
            } else if requests.handled.is_none() && requests.carried_over.is_some() {
                requests.results.push(row);
            }
        }
        requests
    }
}

impl Row<'_> {
    /// Whether a number is printed in one of the seven columns, or a sign that there is none.
    fn prints(&self, column: usize) -> bool {
        let cell = (self.cells.len() + column).checked_sub(COLUMNS.len());
        cell.and_then(|cell| self.cells.get(cell)).is_some_and(|words| !words.is_empty())
    }

    fn prints_any(&self) -> bool {
        (0..COLUMNS.len()).any(|column| self.prints(column))
    }

    fn has_total(&self) -> bool {
        self.prints(COLUMNS.len() - 1)
    }
}

/// The seven values of a row; `None` when it has fewer or others.
fn values(row: &Row<'_>) -> Option<[f64; 7]> {
    let first = row.cells.len().checked_sub(COLUMNS.len()).filter(|&first| first > 0)?;
    let mut values = [0.0; 7];
    for (column, value) in values.iter_mut().enumerate() {
        *value = row.value_or_nought(first + column)?;
    }
    Some(values)
}

/// The table of requests; gives how many sums hold, and a row of it.
pub(super) fn requests(
    subject: &Subject<'_>,
    grid: &Grid<'_>,
    found: &mut Vec<Found>,
) -> (usize, Option<Span>) {
    let mut holding = 0;
    for row in &grid.rows {
        // A total that is not printed cannot be wrong.
        let Some(values) = values(row).filter(|_| row.has_total()) else { continue };
        let (parts, total) = (&values[..6], values[6]);
        if (parts.iter().sum::<f64>() - total).abs() < 0.5 {
            holding += 1;
        } else {
            found.push(table_sum(subject, Sum::Row, row.label(), parts, total, row.span));
        }
    }
    let requests = Requests::read(grid);
    holding += identity(subject, &requests, found);
    holding += results(subject, &requests, found);
    (holding, grid.rows.first().map(|row| row.span))
}

/// 一＋二＝三（七）＋四, for every column.
fn identity(subject: &Subject<'_>, requests: &Requests<'_, '_>, found: &mut Vec<Found>) -> usize {
    let (Some(received), Some(carried), Some(handled), Some(left)) =
        (requests.received, requests.carried_over, requests.handled, requests.left_over)
    else {
        return 0;
    };
    let rows = [received, carried, handled, left];
    let Some(table) = rows.iter().map(|row| values(row)).collect::<Option<Vec<_>>>() else {
        return 0;
    };
    let mut holding = 0;
    let printed = |column: usize| rows.iter().all(|row| row.prints(column));
    // The total first: where it does not add up, a reader looks there.
    for column in [6, 0, 1, 2, 3, 4, 5] {
        if !printed(column) {
            continue;
        }
        let [one, two, three, four] = [0, 1, 2, 3].map(|row: usize| table[row][column]);
        if (one + two - three - four).abs() < 0.5 {
            holding += 1;
            continue;
        }
        let finding = Finding::Identity {
            column: COLUMNS[column].to_owned(),
            received: one,
            carried_over: two,
            handled: three,
            left_over: four,
        };
        let spans = rows.map(|row| row.span);
        found.push(subject.on_places(Verdict::Fail, finding, &spans, IDENTITY));
    }
    holding
}

/// （一）to（六）make up（七）, in the column of totals.
fn results(subject: &Subject<'_>, requests: &Requests<'_, '_>, found: &mut Vec<Found>) -> usize {
    let Some(handled) = requests.handled else { return 0 };
    let rows: Option<Vec<[f64; 7]>> = requests.results.iter().map(|row| values(row)).collect();
    let (Some(rows), Some(total)) = (rows, values(handled)) else { return 0 };
    let are_printed = handled.has_total()
        && requests.results.iter().all(|row| row.has_total() || !row.prints_any());
    if rows.len() < 6 || !are_printed {
        return 0;
    }
    let parts: Vec<f64> = rows.iter().map(|row| row[6]).collect();
    if (parts.iter().sum::<f64>() - total[6]).abs() < 0.5 {
        return 1;
    }
    let parts: Vec<f64> = parts.into_iter().filter(|part| *part > 0.0).collect();
    let place = handled.label();
    found.push(table_sum(subject, Sum::Column, place, &parts, total[6], handled.span));
    0
}

/// The table of disputes: five outcomes a kind; gives how many sums hold, and a row of it.
pub(super) fn disputes(
    subject: &Subject<'_>,
    grid: &Grid<'_>,
    found: &mut Vec<Found>,
) -> (usize, Option<Span>) {
    let kinds = ["行政复议", "未经复议直接起诉", "复议后起诉"];
    let mut holding = 0;
    for row in &grid.rows {
        let n_columns = row.cells.len();
        if n_columns != OUTCOMES * kinds.len() {
            continue;
        }
        for (kind, name) in kinds.iter().enumerate() {
            let at = kind * OUTCOMES;
            let values: Option<Vec<f64>> =
                (at..at + OUTCOMES).map(|column| row.value_or_nought(column)).collect();
            let is_printed = !row.cells[at + OUTCOMES - 1].is_empty();
            let Some(values) = values.filter(|_| is_printed) else { continue };
            let (parts, total) = (&values[..4], values[4]);
            if (parts.iter().sum::<f64>() - total).abs() < 0.5 {
                holding += 1;
            } else {
                let place = (*name).to_owned();
                found.push(table_sum(subject, Sum::Row, place, parts, total, row.span));
            }
        }
    }
    (holding, grid.rows.first().map(|row| row.span))
}

fn table_sum(
    subject: &Subject<'_>,
    sum: Sum,
    place: String,
    parts: &[f64],
    total: f64,
    span: Span,
) -> Found {
    let finding = Finding::TableSum { sum, place, parts: parts.to_vec(), total: tidy(total) };
    subject.on_places(Verdict::Fail, finding, &[span], SOURCE)
}
