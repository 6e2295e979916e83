//! 由…升至…: several former levels and as many new ones, each pair by its place.

use super::Sentence;
use super::sharing::split_list;
use crate::statistic::quantity::Quantity;
use crate::statistic::{Change, Direction, change, earlier, label};
use crate::text::Span;

/// 调解率、撤诉率从21%、15%上升至35%、18%.
#[derive(Debug)]
pub(super) struct Ranges {
    /// Index of the first former level.
    first: usize,
    /// How many former levels, and new ones.
    len: usize,
    /// What changed: one name for each pair, or one for all.
    names: Vec<Span>,
}

/// The longest way, in characters, from the last former level to the first new one: 分别大幅提升至.
const LONGEST_VERB: usize = 10;

impl Sentence<'_> {
    /// The former levels and the new ones behind them, when there are as many of the one as of the other.
    pub(super) fn find_ranges(&self, quantities: &[Quantity]) -> Option<Ranges> {
        let joined = |pair: &[Quantity]| {
            matches!(self.part(pair[0].span.end, pair[1].span.start), "、" | "和" | "与")
        };
        // How many numbers stand side by side from `index` on.
        let run = |index: usize| {
            1 + quantities[index..].windows(2).take_while(|pair| joined(pair)).count()
        };
        let mut first = 0;
        while first < quantities.len() {
            let len = run(first);
            let until = quantities[first].span.start;
            let clause = self.part(self.span.start, until);
            let start = clause.rfind([',', ';', ':']).map_or(0, |mark| mark + 1);
            let before = earlier::strip(&clause[start..]);
            let next = first + len;
            if len > 1
                && let Some(named) = before.strip_suffix(['由', '从'])
                && quantities.len() >= next + len
                && run(next) >= len
                && self.leads_on(quantities[next - 1].span.end, quantities[next].span.start)
            {
                let named = named.trim_end_matches("分别");
                let names = self.names_of(self.span.start + start, change::subject(named), len)?;
                return Some(Ranges { first, len, names });
            }
            first = next;
        }
        None
    }

    /// Whether the words between two places are a verb that leads to a new level.
    fn leads_on(&self, from: usize, to: usize) -> bool {
        let verb = self.part(from, to);
        verb.ends_with(['至', '到', '为'])
            && !verb.contains([',', ';', '、'])
            && verb.chars().count() <= LONGEST_VERB
    }

    /// The names in `words`, which start at `start`: as many as asked for, or one for all.
    fn names_of(&self, start: usize, words: &str, len: usize) -> Option<Vec<Span>> {
        let mut from = start;
        let names: Vec<Span> = split_list(words)
            .map(|name| {
                let span = Span::new(from, from + name.len());
                let mark = self.part(span.end, self.span.end).chars().next();
                from = span.end + mark.map_or(0, char::len_utf8);
                span
            })
            .collect();
        if names.len() == len && names.iter().all(|name| label::has_noun(self.words(*name))) {
            return Some(names);
        }
        label::has_noun(words).then(|| vec![Span::new(start, start + words.len())])
    }

    /// Reads the number at `index` as one of a pair; `false` when it is in none.
    pub(super) fn read_range(
        &mut self,
        ranges: &Ranges,
        index: usize,
        quantities: &[Quantity],
    ) -> bool {
        let Some(place) = index.checked_sub(ranges.first).filter(|at| *at < 2 * ranges.len) else {
            return false;
        };
        // A former level is told with the new one.
        let Some(pair) = place.checked_sub(ranges.len) else { return true };
        let former = quantities[ranges.first + pair].value;
        let later = &quantities[index];
        let name = ranges.names.get(pair).or(ranges.names.first()).copied();
        let name = name.unwrap_or(Span::new(later.span.start, later.span.start));
        let behind = Span::new(later.span.end, later.span.end);
        let item = self.item(name, behind, name.start, later.span.end);
        for mut draft in self.level_drafts(later, item) {
            draft.change = Some(Change {
                direction: Direction::between(former, later.value),
                value: None,
                unit: None,
                from: Some(former),
            });
            draft.quote = Span::new(name.start, later.span.end);
            draft.intro.own_subject = true;
            // One name for all: the words that name the first pair name the others.
            if ranges.names.len() < ranges.len
                && pair > 0
                && let Some(before) = self.drafts.last()
            {
                draft.label.clone_from(&before.label);
                (draft.canonical, draft.topic) = (before.canonical, before.topic);
            }
            self.drafts.push(draft);
        }
        true
    }
}
