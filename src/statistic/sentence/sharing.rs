//! Sharing: words that stand once and hold for several figures, and numbers that hold for several names.

use super::{Item, Sentence};
use crate::statistic::dictionary::Candidate;
use crate::statistic::label;
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
use crate::text::{Span, words};

/// Length of a verb in characters.
const VERB: usize = 2;

/// The shortest name, in characters, of a rate that stands for itself: 有件必备率.
const SHORTEST_RATE: usize = 5;

impl Sentence<'_> {
    /// 来信18件、来访46批、热线投诉305件,办结率100%: a rate behind a list is that of all of it, so that it takes its
    /// name from one item of the list only when the other items give it a name too (检察建议3份、司法建议2份,办复率100%).
    pub(super) fn context_is_shared(&self, found: &[Candidate]) -> bool {
        let counts =
            self.drafts.iter().rev().skip_while(|draft| draft.class == Some(UnitClass::Percent));
        let mut siblings = 1;
        let mut later: Option<usize> = None;
        let mut kind = None;
        for draft in counts {
            if let Some(start) = later
                && !self.part(draft.figure.end, start).starts_with('、')
            {
                break;
            }
            let repeats = later.is_some() && draft.canonical.is_some() && draft.canonical == kind;
            siblings += usize::from(later.is_some() && !repeats);
            kind = draft.canonical;
            later = Some(draft.figure.start);
        }
        let best = found.first().map_or(0, |best| best.score);
        found.iter().filter(|candidate| candidate.by_context && candidate.score == best).count()
            >= siblings
    }

    /// 审查合同28份、规范性文件2件: the verb of the item before governs the next one of the list too.
    pub(super) fn verb_of_list(&self, item: Item) -> Option<Span> {
        let previous = self.drafts.last()?;
        let gap = self.part(previous.figure.end, item.before.end);
        let verb: usize = self.words(previous.quote).chars().take(VERB).map(char::len_utf8).sum();
        let verb = Span::new(previous.quote.start, previous.quote.start + verb);
        // 法律顾问共审查合同28份, 全年出动执法人员90人次: who acts, and when, stands before the verb.
        let said = self.part(previous.quote.start, previous.figure.start);
        let act = label::last_act(self.words(previous.quote)).or_else(|| label::last_verb(said));
        let verb = act.map_or(verb, |(at, len)| {
            let start = previous.quote.start + at;
            Span::new(start, start + len)
        });
        // 普法宣传覆盖12个社区、3万名群众
        let verb = label::reaching_verb(said).map_or(verb, |len| {
            let end = previous.quote.start + label::strip_closers(said).len();
            Span::new(end - len, end)
        });
        // A word that names a subject (来信) is no verb.
        let acts = label::is_verb(self.words(verb)) || self.words(verb) == "处罚";
        let is_noun = !acts
            && self
                .hits
                .iter()
                .any(|hit| verb.contains(hit.span) && self.around.dictionary.about(*hit).is_some());
        let is_listed =
            gap.starts_with('、') || item.before.start == item.before.end && gap.ends_with('、');
        (is_listed && !gap.contains([',', ';', '(', ')']) && !is_noun).then_some(verb)
    }

    /// The verb that governs several counts before it: 对47份文件、12份合同进行合法性审查.
    pub(super) fn shared_verb(&self, from: usize) -> Option<Span> {
        let rest = self.part(from, self.span.end);
        let rest = &rest[..rest.find([',', ';', '。']).unwrap_or(rest.len())];
        let at = ["进行", "开展", "予以", "实施"]
            .iter()
            .filter_map(|verb| words::find(rest, verb))
            .min()
            .or_else(|| act_of_all(rest))?;
        Some(Span::new(from + at, from + rest.len()))
    }

    /// 对各单位负责人150余人,进行专题培训; 组织30名干部参加培训班: what was done with so many persons.
    pub(super) fn act_on_persons(&self, quantity: &Quantity, item: Item) -> Option<Span> {
        let rest = self.part(quantity.span.end, self.span.end);
        let begins = self.words(item.before).starts_with('对')
            && [",进行", ",开展", ",组织"].iter().any(|verb| rest.starts_with(verb));
        if quantity.class != UnitClass::Person || !begins {
            return None;
        }
        let clause = &rest[','.len_utf8()..];
        let len = clause.find([',', ';', '。']).unwrap_or(clause.len());
        let start = quantity.span.end + ','.len_utf8();
        Some(Span::new(start, start + len))
    }

    /// 及时受理率、答复率均为98%: one value for several rates, each an indicator of its own.
    ///
    /// A rate that the dictionary does not know is a figure too, beside those that it knows.
    pub(super) fn shared_rates(
        &self,
        quantity: &Quantity,
        item: Item,
    ) -> Vec<(Option<usize>, Span)> {
        let before = self.words(item.before);
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let mut found = Vec::new();
        let mut n_names = 0;
        let mut start = item.before.start;
        for part in split_list(before) {
            let span = Span::new(start, start + part.len());
            start = span.end
                + self.part(span.end, self.text.len()).chars().next().map_or(0, char::len_utf8);
            if !part.contains('率') && !part.contains('度') && !part.contains('比') {
                return Vec::new();
            }
            n_names += 1;
            let best = self
                .candidates(&[span], unit, quantity.span)
                .first()
                .map(|candidate| candidate.indicator);
            // 报备率、及时率: a short name without an indicator goes on with the one before it.
            if best.is_none() && label::strip_closers(part).chars().count() < SHORTEST_RATE {
                continue;
            }
            if best.is_none() || !found.iter().any(|(known, _)| *known == best) {
                found.push((best, span));
            }
        }
        let is_known = found.len() == n_names || found.iter().any(|(best, _)| best.is_some());
        if n_names > 1 && is_known { found } else { Vec::new() }
    }

    /// 合法性审核、公平竞争审查各3份: the names that share a number, each counted by itself.
    pub(super) fn shared_by_each(&self, quantity: &Quantity, item: Item) -> Vec<Span> {
        let words = self.words(item.before);
        let Some(names) = words.strip_suffix('各').filter(|_| item.behind.start == item.behind.end)
        else {
            return Vec::new();
        };
        let mut start = item.before.start;
        let mut found = Vec::new();
        for name in split_list(names) {
            let span = Span::new(start, start + name.len());
            let mark = self.part(span.end, item.before.end).chars().next();
            start = span.end + mark.map_or(0, char::len_utf8);
            let unit = Some((quantity.unit.as_str(), quantity.class));
            let found_here = self.candidates(&[span], unit, quantity.span);
            if found_here.first().is_none_or(|best| best.bare) {
                return Vec::new();
            }
            found.push(span);
        }
        if found.len() > 1 { found } else { Vec::new() }
    }
}

/// 完成18件文件、9件协议的合法性审核工作: where the act stands that is done to all of a list.
fn act_of_all(rest: &str) -> Option<usize> {
    let noun = rest.trim_end_matches("工作");
    const REVIEWS: [&str; 5] = ["合法性审查", "合法性审核", "公平竞争审查", "法制审核", "备案审查"];
    let review = REVIEWS.iter().find_map(|review| noun.strip_suffix(review));
    if let Some(listed) = review.filter(|listed| listed.contains('、')) {
        return Some(listed.len());
    }
    let at = noun.rfind('的').map(|of| of + '的'.len_utf8())?;
    let is_act =
        ["审核", "审查", "备案", "清理", "评估", "评查"].iter().any(|act| noun.ends_with(act));
    (is_act && rest[..at].contains('、')).then_some(at)
}

/// The names of a list: 甲率、乙率和丙率. 及 in 及时 joins nothing.
pub(super) fn split_list(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let mark = words.char_indices().find(|(at, char)| {
            matches!(char, '、' | '和' | '与')
                || *char == '及' && !words[at + char.len_utf8()..].starts_with('时')
        });
        let (part, behind) = match mark {
            Some((at, char)) => (&words[..at], Some(&words[at + char.len_utf8()..])),
            None => (words, None),
        };
        rest = behind;
        Some(part)
    })
}
