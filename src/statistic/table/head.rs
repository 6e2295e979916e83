//! Heads of columns, in one row or in two: 行政处罚 over 2022年 and 2023年.

use super::cell::is_year;
use crate::document::Cell;

/// The widest table whose heads are read in two rows: each column looks at all of them.
const WIDEST: usize = 100;

/// What stands above a column.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The head that it shares with the columns beside it; may be empty.
    pub(super) group: String,
    /// Its own.
    pub(super) own: String,
}

/// The head of a column, from the rows of words above rows of `width` cells.
///
/// Merged cells come once, so that a row of groups is shorter than the rows below it: 领域 | 处罚 | 检查 over
/// 2022年 | 2023年 | 2022年 | 2023年, with 领域 going down through both.
pub(super) fn of<'a>(
    rows: &[Vec<Cell>],
    width: usize,
    column: usize,
    words: impl Fn(&Cell) -> &'a str,
) -> Head {
    let text = |row: &[Cell], column: usize| row.get(column).map_or("", &words).to_owned();
    let full = rows.iter().rposition(|row| row.len() == width);
    if let Some(place) = full {
        let own = text(&rows[place], column);
        let above = place.checked_sub(1).map(|above| &rows[above]);
        let group = above
            .filter(|_| width <= WIDEST && is_year(&own))
            .and_then(|above| group_over(above, &rows[place], column, &words))
            .unwrap_or_default();
        return Head { group, own };
    }
    let [.., groups, own] = rows else { return Head::default() };
    if width > WIDEST {
        return Head::default();
    }
    if let Some(head) = by_spans(groups, own, width, column, &words) {
        return head;
    }
    let leading = width.saturating_sub(own.len());
    let n_groups = groups.len().saturating_sub(leading);
    if leading == 0 || own.is_empty() || n_groups == 0 || !own.len().is_multiple_of(n_groups) {
        return Head::default();
    }
    let Some(place) = column.checked_sub(leading) else {
        return Head { group: String::new(), own: text(groups, column) };
    };
    let group = text(groups, leading + place / (own.len() / n_groups));
    Head { group, own: text(own, place) }
}

/// The same by how many columns and rows each cell covers, where that is known and makes up the width.
fn by_spans<'a>(
    groups: &[Cell],
    own: &[Cell],
    width: usize,
    column: usize,
    words: &impl Fn(&Cell) -> &'a str,
) -> Option<Head> {
    let wide = |cells: &[Cell]| cells.iter().map(|cell| usize::from(cell.columns)).sum::<usize>();
    let goes_down: usize =
        groups.iter().filter(|cell| cell.rows > 1).map(|cell| usize::from(cell.columns)).sum();
    if wide(groups) != width || wide(own) + goes_down != width {
        return None;
    }
    // The cell over the column, and how many columns left of it go down from above.
    let (mut start, mut above) = (0, 0);
    let group = groups.iter().find(|cell| {
        let end = start + usize::from(cell.columns);
        if column < end {
            return true;
        }
        start = end;
        above += if cell.rows > 1 { usize::from(cell.columns) } else { 0 };
        false
    })?;
    if group.rows > 1 {
        return Some(Head { group: String::new(), own: words(group).to_owned() });
    }
    let mut left = column - above;
    let own = own.iter().find(|cell| {
        let columns = usize::from(cell.columns);
        let is_it = left < columns;
        left = left.saturating_sub(columns);
        is_it
    })?;
    Some(Head { group: words(group).to_owned(), own: words(own).to_owned() })
}

/// The group over a column of a head row that repeats its years: 处罚 | 检查 over 类别 | 2022年 | 2023年 | 2022年 | 2023年.
fn group_over<'a>(
    above: &[Cell],
    own: &[Cell],
    column: usize,
    words: &impl Fn(&Cell) -> &'a str,
) -> Option<String> {
    let leading = own.iter().position(|cell| is_year(words(cell)))?;
    // As wide as the row below: empty cells belong to the group before them.
    if above.len() == own.len() {
        let group = above[leading..=column].iter().rev().map(words).find(|it| !it.is_empty());
        return group.map(str::to_owned);
    }
    // A title above all columns is no group.
    if above.len() < 2 {
        return None;
    }
    let years = own.len() - leading;
    // With the head of the labels in it, or without.
    let skipped = usize::from(years.is_multiple_of(above.len() - 1));
    let groups = above.len() - skipped;
    let is_even = groups > 0 && years.is_multiple_of(groups) && years / groups > 1;
    is_even.then(|| words(&above[skipped + (column - leading) / (years / groups)]).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    /// The head of a column; cells are separated by spaces, `_` is an empty one.
    fn head(rows: &[&str], width: usize, column: usize) -> (String, String) {
        let text = rows.join("\n");
        let mut at = 0;
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| {
                let start = at;
                at += row.len() + 1;
                let mut place = start;
                row.split(' ')
                    .map(|words| {
                        let span = Span::new(place, place + words.len());
                        place = span.end + 1;
                        Cell { span, columns: 1, rows: 1 }
                    })
                    .collect()
            })
            .collect();
        let words = |cell: &Cell| text[cell.span.start..cell.span.end].trim_matches('_');
        let Head { group, own } = of(&cells, width, column, words);
        (group, own)
    }

    fn check(rows: &[&str], width: usize, column: usize, group: &str, own: &str) {
        assert_eq!(head(rows, width, column), (group.to_owned(), own.to_owned()), "{rows:?}");
    }

    #[test]
    fn groups_over_years() {
        let merged = ["领域 处罚 检查", "2022年 2023年 2022年 2023年"];
        check(&merged, 5, 0, "", "领域");
        check(&merged, 5, 2, "处罚", "2023年");
        check(&merged, 5, 3, "检查", "2022年");
        let drawn = ["领域 处罚 _ 检查 _", "_ 2022年 2023年 2022年 2023年"];
        check(&drawn, 5, 2, "处罚", "2023年");
        check(&drawn, 5, 4, "检查", "2023年");
    }

    #[test]
    fn one_row_is_its_own() {
        check(&["领域 件数 金额"], 3, 2, "", "金额");
        check(&["情况表", "领域 2022年 2023年"], 3, 2, "", "2023年");
        check(&["领域 件数"], 5, 2, "", "");
    }
}
