//! 分别: several names and as many numbers, each name with the number at its place.

use super::naming::split_list;
use super::{Item, Sentence};
use crate::statistic::change::{self, Role};
use crate::statistic::quantity::Quantity;
use crate::statistic::{Change, Direction, label};
use crate::text::Span;

/// 甲、乙分别为8份、3份; 甲、乙分别下降9.7%和12.1%.
#[derive(Debug)]
pub(super) struct Respective {
    /// Index of the first number.
    first: usize,
    /// How many numbers.
    len: usize,
    /// The names; none when the numbers tell how the figures before them changed.
    names: Vec<Span>,
    /// The direction when the numbers are sizes of changes.
    direction: Option<Direction>,
}

impl Sentence<'_> {
    /// The names and numbers that 分别 joins, when there are as many of the one as of the other.
    pub(super) fn find_respective(&self, quantities: &[Quantity]) -> Option<Respective> {
        let at = self.span.start + self.words(self.span).find("分别")?;
        let first = quantities.iter().position(|quantity| quantity.span.start > at)?;
        let from = at + "分别".len();
        let verb = self.part(from, quantities[first].span.start);
        if verb.contains([',', ';', '、']) {
            return None;
        }
        let len = 1 + quantities[first..]
            .windows(2)
            .take_while(|pair| {
                matches!(self.part(pair[0].span.end, pair[1].span.start), "、" | "和" | "," | "与")
            })
            .count();
        let start = self
            .part(self.span.start, at)
            .rfind([',', ';', ':'])
            .map_or(self.span.start, |mark| self.span.start + mark + 1);
        let direction = match change::role(&format!("同比{verb}"), true) {
            Role::Size(direction) => Some(direction),
            _ => None,
        };
        let listed = change::subject(self.part(start, at));
        let names = if label::has_noun(listed) { self.listed(start, listed) } else { Vec::new() };
        let pairs = len > 1
            && (names.len() == len
                || names.is_empty() && direction.is_some() && self.part(start, at).len() < 20);
        pairs.then_some(Respective { first, len, names, direction })
    }

    /// The places of the names of a list that starts at `start`.
    fn listed(&self, start: usize, words: &str) -> Vec<Span> {
        let mut from = start;
        split_list(words)
            .map(|part| {
                let span = Span::new(from, from + part.len());
                let mark = self.part(span.end, self.span.end).chars().next();
                from = span.end + mark.map_or(0, char::len_utf8);
                span
            })
            .collect()
    }

    /// Reads the number at `index` by the name at its place; `false` when it is none of those that 分别 joins.
    pub(super) fn read_respective(
        &mut self,
        group: &Respective,
        index: usize,
        quantity: &Quantity,
    ) -> bool {
        let Some(place) = index.checked_sub(group.first).filter(|place| *place < group.len) else {
            return false;
        };
        let size = group.direction.map(|direction| Change {
            direction,
            value: Some(quantity.value),
            unit: Some(quantity.unit.clone()),
            from: None,
        });
        let Some(name) = group.names.get(place) else {
            return self.change_earlier(group.len - place, size);
        };
        let item = Item {
            before: *name,
            behind: Span::new(quantity.span.end, quantity.span.end),
            limit: name.start,
        };
        if size.is_some() {
            let mut draft = self.change_draft(item, quantity.span);
            draft.change = size;
            draft.quote.end = quantity.span.end;
            self.drafts.push(draft);
        } else {
            self.read_level(quantity, item);
        }
        true
    }

    /// 案件286件,罚款412万元,同比分别增长15.3%和7.8%: the change of the figure that many places before the end.
    fn change_earlier(&mut self, places: usize, size: Option<Change>) -> bool {
        let Some(index) = self.drafts.len().checked_sub(places) else { return false };
        let draft = &mut self.drafts[index];
        if draft.change.is_some() || draft.value.is_none() {
            return false;
        }
        draft.change = size;
        true
    }
}
