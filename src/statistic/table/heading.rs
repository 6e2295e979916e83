//! What stands over a table: its title, and the unit of all its numbers: 表1 行政复议案件情况(单位:件).

use super::cell::unit_in;
use crate::document::Passage;
use crate::statistic::unit;

/// The longest line of a title, in characters, and how many there are at most.
const LONGEST: usize = 50;
/// See [`LONGEST`].
const LINES: usize = 2;

/// The lines at the end of `passages` that are the title of the table behind them.
pub fn above(passages: &[Passage], reading: &str) -> String {
    let lines = passages.iter().rev().take(LINES).map_while(|passage| {
        let words = reading.get(passage.span.start..passage.span.end)?.trim();
        (passage.cells.is_empty() && is_title(words)).then_some(words)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_title(words: &str) -> bool {
    let stops: &[char] = &['。', ';', '!'];
    let names_table = words.starts_with(['表', '附'])
        || words.contains("单位")
        || ["表", "情况", "统计", "如下:", "如下"].iter().any(|end| words.ends_with(end));
    names_table && !words.contains(stops) && words.chars().count() <= LONGEST
}

/// The unit that a title names for all numbers; none where it names several (单位:件、万元).
pub(super) fn unit_of_all(above: &str) -> Option<(unit::Unit, f64)> {
    let at = above.find("单位")?;
    let words = above[at..].split([')', '\n']).next()?;
    if words.contains(['、', ',', '/']) {
        return None;
    }
    unit_in(words)
}
