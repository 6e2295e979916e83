//! 分别: several names and as many numbers, each name with the number at its place.

use super::sharing::split_list;
use super::{Item, Sentence};
use crate::statistic::change::{self, Role};
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
use crate::statistic::{Change, Direction, label};
use crate::text::{Span, words};

/// 甲、乙分别为8份、3份; 甲、乙分别下降9.7%和12.1%.
#[derive(Debug)]
pub(super) struct Respective {
    /// Index of the first number.
    first: usize,
    /// How many numbers.
    len: usize,
    /// The names; none when the numbers tell how the figures before them changed.
    names: Vec<Span>,
    /// The directions, one a number, when the numbers are sizes of changes.
    directions: Vec<Option<Direction>>,
}

impl Sentence<'_> {
    /// The names and numbers that 分别 joins, when there are as many of the one as of the other.
    pub(super) fn find_respective(&self, quantities: &[Quantity]) -> Option<Respective> {
        let at = self.span.start + words::find(self.words(self.span), "分别")?;
        let first = quantities.iter().position(|quantity| quantity.span.start > at)?;
        let from = at + "分别".len();
        let verb = self.part(from, quantities[first].span.start);
        if verb.contains([',', ';', '、']) {
            return None;
        }
        let direction = |verb: &str| match change::role(&format!("同比{verb}"), UnitClass::Percent)
        {
            Role::Size(direction) => Some(direction),
            _ => None,
        };
        let named_size = change::size_at_end(self.part(self.span.start, at));
        let mut directions = vec![direction(verb).or(named_size)];
        for pair in quantities[first..].windows(2) {
            let between = self.part(pair[0].span.end, pair[1].span.start);
            let Some(own) = between.strip_prefix(['、', '和', ',', '与']) else { break };
            // 上升5.6%、下降8.1%: each with its own direction.
            match (own, direction(own)) {
                // Behind a comma the number may open another clause: 分别增加12人、3名,6个中心建成.
                ("", _) if between != "," || self.stands_alone(&pair[1]) => {
                    directions.extend_from_within(directions.len() - 1..);
                }
                (_, Some(own)) if own_is_short(between) => directions.push(Some(own)),
                _ => break,
            }
        }
        let len = directions.len();
        let start = self
            .part(self.span.start, at)
            .rfind([',', ';', ':'])
            .map_or(self.span.start, |mark| self.span.start + mark + 1);
        let listed = change::subject(self.part(start, at));
        let names = if label::has_noun(listed) { self.listed(start, listed) } else { Vec::new() };
        let pairs = len > 1
            && (names.len() == len
                || names.is_empty() && directions[0].is_some() && self.part(start, at).len() < 20);
        pairs.then_some(Respective { first, len, names, directions })
    }

    /// 乡镇21件、部门67件,分别占23.9%和76.1%: each share is that of the count at its place.
    pub(super) fn deal_out_shares(&mut self) {
        let Some(at) = words::find(self.words(self.span), "分别占") else { return };
        let at = self.span.start + at;
        let first = self.drafts.partition_point(|draft| draft.figure.end <= at);
        let is_share = |draft: &&crate::statistic::draft::Draft| {
            draft.class == Some(UnitClass::Percent) && draft.label.ends_with("占比")
        };
        let len = self.drafts[first..].iter().take_while(is_share).count();
        let Some(counts) = first.checked_sub(len).filter(|_| len > 1) else { return };
        if self.drafts[counts..first].iter().any(|it| it.class == Some(UnitClass::Percent)) {
            return;
        }
        for place in 0..len {
            let (label, topic) =
                (&self.drafts[counts + place].label, self.drafts[counts + place].topic);
            let label = format!("{label}占比");
            let share = &mut self.drafts[first + place];
            (share.label, share.topic) = (label, topic);
        }
    }

    /// Whether nothing that it counts follows a number.
    fn stands_alone(&self, quantity: &Quantity) -> bool {
        let rest = self.part(quantity.span.end, self.span.end);
        rest.is_empty() || rest.starts_with([',', ';', '。', '、', ')'])
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
        let size = group.directions[place].map(|direction| Change {
            direction,
            value: Some(quantity.value),
            unit: Some(quantity.unit.clone()),
            from: None,
        });
        let Some(name) = group.names.get(place) else {
            return self.change_earlier(group.len - place, size);
        };
        let behind = Span::new(quantity.span.end, quantity.span.end);
        let item = self.item(*name, behind, name.start, quantity.span.end);
        // 制定、修改、废止规章分别为5部、7部和9部: the last name holds the noun of all.
        let last = group.names.last().copied().unwrap_or(*name);
        let noun = label::behind_verb(self.part(last.start, last.end));
        if size.is_none() && label::is_verb(self.part(name.start, name.end)) && !noun.is_empty() {
            let behind = Span::new(last.end - noun.len(), last.end);
            for mut draft in self.level_drafts(quantity, Item { behind, ..item }) {
                draft.quote = Span::new(name.start, quantity.span.end);
                self.drafts.push(draft);
            }
            return true;
        }
        if size.is_some() {
            let mut draft = self.change_draft(item, quantity.span);
            draft.change = size;
            draft.quote.end = quantity.span.end;
            self.drafts.push(draft);
        } else {
            // 收案、结案分别为84件和79件: named side by side, none is part of another.
            let first = self.drafts.len();
            self.read_level(quantity, item);
            self.drafts[first..].iter_mut().for_each(|draft| draft.intro.own_subject = true);
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

/// Whether the words between two numbers are a direction and nothing else: 、下降.
fn own_is_short(between: &str) -> bool {
    between.chars().count() <= 3
}
