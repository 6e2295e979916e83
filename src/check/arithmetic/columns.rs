//! 表内占比与增幅: columns of a table that follow from other columns of it.

use super::super::finding::{Amount, Finding, Found, Verdict};
use super::super::subject::Subject;
use super::agreement::Agreement;
use super::bounds::{Bounds, decimals};
use super::table::{Grid, MAX_COLUMNS, Row, percentage, value};
use super::{growth, rates};
use crate::text::Span;
use crate::text::numeral::tidy;

/// Heads of columns that hold shares of a total.
const SHARES: &[&str] = &["占比", "比重", "占总", "所占比例"];
/// Heads of columns that hold changes.
const CHANGES: &[&str] = &["增幅", "增长", "增减", "同比", "变化", "升降", "涨幅"];
/// Heads of the year before and of the report's year, where they name no year by number.
const FORMER: &[&str] = &["上年", "去年"];
/// See [`FORMER`].
const PRESENT: &[&str] = &["本年", "今年", "当年"];

/// The longest column of which each cell that holds is told.
const MAX_TOLD: usize = 20;

/// What one cell says, compared.
struct Cell {
    verdict: Verdict,
    finding: Finding,
    span: Span,
}

/// Compares columns of shares and of changes.
pub(super) fn check(subject: &Subject<'_>, grid: &Grid<'_>, found: &mut Vec<Found>) {
    let Some(width) = grid.width().filter(|width| *width <= MAX_COLUMNS) else { return };
    for column in 1..width {
        let head = grid.head(width, column);
        let holds = |words: &[&str]| words.iter().any(|word| head.contains(word));
        let (cells, source) = if holds(SHARES) {
            (shares(grid, width, column), rates::SOURCE)
        } else if holds(CHANGES) {
            (changes(grid, width, column), growth::SOURCE)
        } else {
            continue;
        };
        let holding = cells.iter().filter(|cell| cell.verdict == Verdict::Ok).count();
        // Where most differ the columns mean something else.
        let is_sure = holding * 2 > cells.len();
        let is_long = cells.len() > MAX_TOLD;
        let told = cells.into_iter().filter(|cell| match cell.verdict {
            Verdict::Ok => !is_long,
            _ => is_sure,
        });
        found
            .extend(told.map(|cell| subject.on_row(cell.verdict, cell.finding, cell.span, source)));
    }
}

/// 件数 | 占比: shares of the column before them.
fn shares(grid: &Grid<'_>, width: usize, column: usize) -> Vec<Cell> {
    let is_count = |&other: &usize| grid.rows.iter().all(|row| row.value(other).is_some());
    let Some(counts) = (1..column).rev().find(is_count) else { return Vec::new() };
    let is_total = |row: &&Row<'_>| super::tables::is_total(&row.label());
    let total = match grid.rows.iter().find(is_total) {
        Some(row) => row.value(counts),
        None => Some(grid.rows.iter().filter_map(|row| row.value(counts)).sum()),
    };
    let Some(total) = total.filter(|total| *total > 0.0) else { return Vec::new() };
    let parts = grid.rows.iter().filter(|row| !is_total(row));
    parts.filter_map(|row| share(row, counts, total, column, grid.head(width, column))).collect()
}

fn share(row: &Row<'_>, counts: usize, total: f64, column: usize, head: &str) -> Option<Cell> {
    let part = row.value(counts)?;
    let printed = row.cells.get(column)?;
    let value = said(printed, head)?;
    let amount = |label: String, value: f64, printed: &str| Amount {
        statistic: None,
        label,
        value,
        printed: printed.to_owned(),
    };
    let sign = if printed.contains('%') { "" } else { "%" };
    let rate = amount(String::new(), value, &format!("{printed}{sign}"));
    let exact = |value: f64| Bounds { low: value, high: value };
    let verdict = match Agreement::of(&rate, None, exact(part), exact(total)) {
        Agreement::Holds => Verdict::Ok,
        Agreement::Open => return None,
        Agreement::Differs => Verdict::Warn,
    };
    let finding = Finding::Rate {
        rate,
        parts: vec![amount(row.label(), part, "")],
        whole: amount(String::new(), total, ""),
        computed: part / total * 100.0,
    };
    Some(Cell { verdict, finding, span: row.span })
}

/// 2022年 | 2023年 | 增幅: changes between the two columns before them.
fn changes(grid: &Grid<'_>, width: usize, column: usize) -> Vec<Cell> {
    let heads = |column: usize| grid.head(width, column);
    let Some((former, later)) = years(column, heads) else { return Vec::new() };
    let cells = grid.rows.iter().filter_map(|row| {
        let (from, to) = (row.value(former)?, row.value(later)?);
        change(row, from, to, row.cells.get(column)?, heads(column))
    });
    cells.collect()
}

/// The columns of the year before and of the report's year, right before a column of changes.
fn years<'a>(column: usize, head: impl Fn(usize) -> &'a str) -> Option<(usize, usize)> {
    let (first, second) = (column.checked_sub(2).filter(|it| *it > 0)?, column - 1);
    let year = |words: &str| {
        let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
        let is_year = digits.len() == 4 && words[4..].starts_with('年');
        is_year.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let has = |column: usize, words: &[&str]| words.iter().any(|word| head(column).contains(word));
    match (year(head(first)), year(head(second))) {
        (Some(one), Some(two)) if one + 1 == two => Some((first, second)),
        (Some(one), Some(two)) if two + 1 == one => Some((second, first)),
        (None, None) if has(first, FORMER) && has(second, PRESENT) => Some((first, second)),
        (None, None) if has(first, PRESENT) && has(second, FORMER) => Some((second, first)),
        _ => None,
    }
}

fn change(row: &Row<'_>, from: f64, to: f64, printed: &str, head: &str) -> Option<Cell> {
    let is_fall =
        printed.starts_with(['-', '−', '－', '↓', '降', '减']) || printed.contains("下降");
    let size = printed.trim_start_matches(|char: char| !char.is_ascii_digit());
    let is_share = printed.contains('%') || head.contains('%') || head.contains(['幅', '率']);
    let size = if is_share { said(size, "%") } else { value(size) }?;
    let said = if is_fall { -size } else { size };
    let computed = match is_share {
        true if from > 0.0 => (to - from) / from * 100.0,
        true => return None,
        false => to - from,
    };
    let step = 0.1_f64.powi(i32::try_from(decimals(printed)).unwrap_or(0));
    let slack = if is_share { step } else { 0.0 };
    let holds = (said - computed).abs() <= slack + 1e-6;
    let finding = Finding::Growth {
        label: row.label(),
        from,
        to,
        said: tidy(said),
        computed: tidy(computed),
        unit: if is_share { "%" } else { "" }.to_owned(),
    };
    let verdict = if holds { Verdict::Ok } else { Verdict::Warn };
    Some(Cell { verdict, finding, span: row.span })
}

/// A percentage, whose sign may stand in the head.
fn said(printed: &str, head: &str) -> Option<f64> {
    percentage(printed).or_else(|| head.contains('%').then(|| value(printed)).flatten())
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn two_years_in_either_order() {
        let of = |heads: [&'static str; 4]| years(3, move |column| heads[column]);
        assert_eq!(of(["类别", "2022年", "2023年", "增幅"]), Some((1, 2)));
        assert_eq!(of(["类别", "2023年(件)", "2022年(件)", "增幅"]), Some((2, 1)));
        assert_eq!(of(["类别", "本年", "上年同期", "同比"]), Some((2, 1)));
        assert_eq!(of(["类别", "收到", "受理", "同比"]), None);
        assert_eq!(of(["类别", "2020年", "2023年", "增幅"]), None);
    }
}
