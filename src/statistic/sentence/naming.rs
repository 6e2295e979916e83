//! Naming: which indicator of the dictionary a number stands for, by the words around it.

use super::{Item, Sentence};
use crate::statistic::Topic;
use crate::statistic::dictionary::{About, Candidate, Window};
use crate::statistic::draft::Draft;
use crate::statistic::label;
use crate::statistic::passage::{PARAGRAPH, distance};
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
use crate::text::normalize::is_han;
use crate::text::{Span, words};

/// Words before a number that only say "it was done" (学习12次) and leave the noun to the item before them.
const MAX_BARE_VERB: usize = 2;

/// Topics whose indicators count acts.
const fn is_act(topic: Topic) -> bool {
    matches!(topic, Topic::Enforcement | Topic::Mediation | Topic::NormativeDocument)
}

/// Head nouns that make a list or a text of an act: what has them is not counted as the act.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "事项", "规范", "主体", "标准", "清单", "流程", "目录", "计划", "岗位", "依据", "指南", "模板", "问题", "困难", "难题", "短板", "制度", "机制", "措施", "举措", "方案",
];

/// What is said of the kind that there is most of.
const RANKS: &[&str] =
    &["数量最多", "案件最多", "最多", "居首", "居首位", "居多", "占比最高", "比例最高", "较多"];

/// Words of a figure, in characters, that may only go on with the one before it.
const MAX_GOING_ON: usize = 3;

/// Length of a verb in characters.
const VERB: usize = 2;

impl Sentence<'_> {
    /// The indicators that fit a number, best first: by the words right around it, then by a verb that it shares,
    /// then by what was counted right before it.
    pub(super) fn name(&self, quantity: &Quantity, item: Item) -> Vec<Candidate> {
        // 投诉举报类12件: a kind of the cases that the sentence speaks of, not a count of its own.
        // 办理行政执法案件402件,其中行政许可类46件: where acts are counted, their kinds are counts of their own.
        let of_acts = self
            .drafts
            .iter()
            .any(|draft| draft.topic == Topic::Enforcement && draft.label.contains("执法案件"));
        if !of_acts && self.kind_of_case(item) {
            return Vec::new();
        }
        let mut found = self.name_by_words(quantity, item);
        if let Some(head) = self.head_noun(item) {
            let indicators = &self.around.dictionary.indicators;
            found.retain(|candidate| {
                candidate.end >= head.end
                    || candidate.start >= head.end
                    || !is_act(indicators[candidate.indicator].topic)
            });
        }
        // 检察建议9份,回复率100%;司法建议2份,办复率100%: the nearer clause decides.
        if let [first, second, ..] = found[..]
            && first.by_context
            && second.by_context
            && first.score == second.score
        {
            let (far, near) = if first.context < second.context { (0, 1) } else { (1, 0) };
            if self.part(found[far].context, found[near].context).contains(';') {
                found.remove(far);
            }
        }
        if found.first().is_some_and(|best| best.by_context) && !self.context_is_shared(&found) {
            found.retain(|candidate| !candidate.by_context);
        }
        if quantity.class == UnitClass::Person
            && let Some(training) = self.training_joined(item)
        {
            let unit = Some((quantity.unit.as_str(), quantity.class));
            let joined = self.candidates(&[training], unit, quantity.span);
            if joined.first().is_some_and(|best| !best.bare) {
                found = joined;
            }
        }
        if found.is_empty()
            && quantity.class == UnitClass::Person
            && self.words(item.behind).starts_with(['参', '受'])
        {
            // 举办培训2期,机关干部115人次参加: those who took part in what was counted before.
            found = self.same_thing(quantity).unwrap_or_default();
        }
        found
    }

    /// 投诉举报类12件, 信息公开类案件5件, 行政处罚类数量最多,共349件: whether the words of a number name a kind of what the
    /// text counts.
    fn kind_of_case(&self, item: Item) -> bool {
        let own = self.words(item.noun);
        let is_kind = |words: &str| words.ends_with('类');
        if !own.is_empty() {
            return is_kind(own)
                || own
                    .strip_suffix("案件")
                    .is_some_and(|kind| is_kind(kind) || kind.contains("领域"))
                    && self.topic_of_cases().is_some();
        }
        let earlier = self.part(item.limit, item.before.start).trim_end_matches(',');
        let clause = earlier.rsplit([',', ';', '。', ':']).next().unwrap_or_default();
        RANKS.iter().any(|rank| clause.strip_suffix(rank).is_some_and(is_kind))
    }

    /// 行政复议, 行政诉讼: what the cases are of that the sentence or, where it says nothing, the headings speak of.
    fn topic_of_cases(&self) -> Option<Topic> {
        let is_of_cases =
            |topic: &Topic| matches!(topic, Topic::Reconsideration | Topic::Litigation);
        let said = self.hits.iter().filter_map(|hit| self.around.dictionary.about(*hit));
        let total = self.within.map(|total| self.around.dictionary.indicators[total].topic);
        let counted = self.drafts.first().map(|draft| draft.topic);
        let headings = &self.around.headings;
        let above = Topic::ALL
            .into_iter()
            .filter_map(|topic| headings[topic as usize].map(|far| (far, topic)))
            .min_by_key(|(far, _)| *far)
            .map(|(_, topic)| topic);
        total
            .or(counted)
            .filter(is_of_cases)
            .or_else(|| said.into_iter().find(is_of_cases))
            .or(above)
            .filter(is_of_cases)
    }

    /// 行政处罚事项210项, 公布230条检查事项: a head noun that makes of an act something that is listed or written down,
    /// so that only names which cover it fit.
    fn head_noun(&self, item: Item) -> Option<Span> {
        let ends = |words: &str| HEADS.iter().any(|head| words.ends_with(head));
        let before = label::strip_closers(self.words(item.before));
        if ends(before) {
            let end = item.before.start + before.len();
            return Some(Span::new(item.before.start, end));
        }
        let behind = self.words(item.behind);
        (label::leaves_noun(before) && ends(behind)).then_some(item.behind)
    }

    /// 来信18件、来访46批、热线投诉305件,办结率100%: a rate behind a list is that of all of it, so that it takes its
    /// name from one item of the list only when the other items give it a name too (检察建议3份、司法建议2份,办复率100%).
    fn context_is_shared(&self, found: &[Candidate]) -> bool {
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

    /// 安排7名执法人员参加省厅举办的4期培训班: what the persons behind a number joined, to the end of the clause.
    fn training_joined(&self, item: Item) -> Option<Span> {
        let said = self.words(item.behind);
        let at = ["参加", "赴"].iter().filter_map(|verb| words::find(said, verb)).min()?;
        let from = item.behind.start + at;
        let rest = self.part(from, self.span.end);
        let clause = &rest[..rest.find([',', ';', '。']).unwrap_or(rest.len())];
        // 124名班子成员参加考试测验 is told by its own words.
        (at > 0 && !clause.contains("考试") && clause.contains("培训"))
            .then(|| Span::new(from, from + clause.len()))
    }

    /// What the figure before counts, measured in another unit.
    fn same_thing(&self, quantity: &Quantity) -> Option<Vec<Candidate>> {
        let previous = self.drafts.last()?;
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let found = self.candidates(&[previous.quote], unit, quantity.span);
        found.first().is_some_and(|best| !best.bare).then_some(found)
    }

    fn name_by_words(&self, quantity: &Quantity, item: Item) -> Vec<Candidate> {
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let figure = quantity.span;
        let bare = label::without_bracket(self.words(item.before));
        let before = Span::new(item.before.start, item.before.start + bare.len());
        let item = if bare.is_empty() { item } else { Item { before, ..item } };
        if label::is_noun(self.words(item.noun)) {
            let mut named = self.candidates(&[item.before], unit, figure);
            // 常务会议5次专题研究法治工作: what was done so many times says what kind of meeting it was.
            if label::tells_study(self.words(item.behind)) {
                let both = self.candidates(&[item.before, item.behind], unit, figure);
                if both.first().is_some_and(|best| {
                    !best.bare && named.first().is_none_or(|own| own.score < best.score)
                }) {
                    return both;
                }
            }
            if let Some(verb) = self.verb_of_list(item) {
                let shared = self.candidates(&[verb, item.before], unit, figure);
                let uses_verb = shared.first().is_some_and(|best| {
                    !best.bare
                        && best.start <= verb.end
                        && best.end > item.before.start
                        && named.first().is_none_or(|own| best.score > own.score)
                });
                if uses_verb {
                    named = shared;
                }
            }
            if named.first().is_some_and(|best| !best.bare || item.behind.start == item.behind.end)
            {
                return named;
            }
            let both = self.candidates(&[item.before, item.behind], unit, figure);
            if both.is_empty()
                && let Some(act) = self.act_on_persons(quantity, item)
            {
                return self.candidates(&[item.before, act], unit, figure);
            }
            if both.first().is_some_and(|best| !best.bare) || self.is_short(item) {
                return if both.is_empty() {
                    self.by_item_before(unit, figure, item).unwrap_or_default()
                } else {
                    both
                };
            }
            return if both.is_empty() { named } else { both };
        }
        let near = self.candidates(&[item.before, item.behind], unit, figure);
        if near.first().is_some_and(|best| !best.bare) {
            return near;
        }
        if let Some(shared) = self.shared_verb(figure.end) {
            let wide = self.candidates(&[item.before, item.behind, shared], unit, figure);
            if wide.first().is_some_and(|best| !best.bare) {
                return wide;
            }
        }
        if !near.is_empty() {
            return near;
        }
        self.previous_measure(quantity, item)
            .or_else(|| self.by_item_before(unit, figure, item))
            .unwrap_or_default()
    }

    /// 审查合同28份、规范性文件2件: the verb of the item before governs the next one of the list too.
    fn verb_of_list(&self, item: Item) -> Option<Span> {
        let previous = self.drafts.last()?;
        let gap = self.part(previous.figure.end, item.before.end);
        let verb: usize = self.words(previous.quote).chars().take(VERB).map(char::len_utf8).sum();
        let verb = Span::new(previous.quote.start, previous.quote.start + verb);
        // 法律顾问共审查合同28份: who acts stands before the verb.
        let verb = label::last_act(self.words(previous.quote)).map_or(verb, |(at, len)| {
            let start = previous.quote.start + at;
            Span::new(start, start + len)
        });
        // A word that names a subject (来信) is no verb.
        let is_noun = self
            .hits
            .iter()
            .any(|hit| verb.contains(hit.span) && self.around.dictionary.about(*hit).is_some());
        (gap.starts_with('、') && !gap.contains([',', ';', '(', ')']) && !is_noun).then_some(verb)
    }

    /// Whether the words name nothing but an act.
    fn is_short(&self, item: Item) -> bool {
        self.words(item.noun).chars().count() <= MAX_BARE_VERB
    }

    /// 纳入中心组学习内容,今年共学习12次: the noun stands in the item before.
    fn by_item_before(
        &self,
        unit: Option<(&str, UnitClass)>,
        figure: Span,
        item: Item,
    ) -> Option<Vec<Candidate>> {
        if !self.is_short(item) || item.limit >= item.before.start {
            return None;
        }
        let earlier = Span::new(item.limit, figure.start);
        let found = self.candidates(&[earlier, item.behind], unit, figure);
        found.first().is_some_and(|best| !best.bare).then_some(found)
    }

    pub(super) fn candidates(
        &self,
        spans: &[Span],
        unit: Option<(&str, UnitClass)>,
        figure: Span,
    ) -> Vec<Candidate> {
        let window = Window { spans, sentence: self.span.start, figure: figure.start };
        self.around.dictionary.candidates(
            window,
            unit,
            self.hits,
            &self.about(figure.start, spans),
            self.reporter,
        )
    }

    /// A second measure of the thing counted right before it: 71批158人次, 11处、1870平方米, 新增4名,累计达到21人.
    fn previous_measure(&self, quantity: &Quantity, item: Item) -> Option<Vec<Candidate>> {
        let previous = self.drafts.last()?;
        let gap = self.part(previous.figure.end, quantity.span.start);
        if !label::strip(gap.trim_start_matches([',', '、'])).is_empty()
            || label::is_noun(self.words(item.noun))
        {
            return None;
        }
        let named = Span::new(previous.quote.start, previous.quote.end);
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let mut found = self.candidates(&[named], unit, quantity.span);
        // Right behind each other they measure two things; behind a comma it may be the same thing again.
        let adjacent = !gap.contains(',');
        found.retain(|candidate| {
            let is_same = adjacent && Some(candidate.indicator) == previous.canonical;
            !candidate.bare && !is_same
        });
        (!found.is_empty()).then_some(found)
    }

    /// The verb that governs several counts before it: 对47份文件、12份合同进行合法性审查.
    pub(super) fn shared_verb(&self, from: usize) -> Option<Span> {
        let rest = self.part(from, self.span.end);
        let rest = &rest[..rest.find([',', ';', '。']).unwrap_or(rest.len())];
        let at = ["进行", "开展", "予以", "实施"]
            .iter()
            .filter_map(|verb| words::find(rest, verb))
            .min()?;
        Some(Span::new(from + at, from + rest.len()))
    }

    /// 对各单位负责人150余人,进行专题培训; 组织30名干部参加培训班: what was done with so many persons.
    fn act_on_persons(&self, quantity: &Quantity, item: Item) -> Option<Span> {
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
    pub(super) fn shared_rates(&self, quantity: &Quantity, item: Item) -> Vec<Option<usize>> {
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
            if best.is_none() {
                return Vec::new();
            }
            if !found.contains(&best) {
                found.push(best);
            }
        }
        if found.len() > 1 || n_names > 1 { found } else { Vec::new() }
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

    /// What the text around speaks of, and how far away: up to `at`, the words of `spans` left out, since those are
    /// judged by themselves.
    fn about(&self, at: usize, spans: &[Span]) -> About {
        let mut about = self.around.headings;
        if let Some(total) = self.within {
            about[self.around.dictionary.indicators[total].topic as usize] = Some(0);
        }
        let dictionary = self.around.dictionary;
        let mut tell = |topic: Topic, far: u32| {
            let slot = &mut about[topic as usize];
            *slot = Some(slot.map_or(far, |known| known.min(far)));
        };
        for hit in self.earlier.iter().rev().take(MAX_LOOK_BACK) {
            if let Some(topic) = dictionary.about(*hit) {
                tell(topic, PARAGRAPH + distance(at, hit.span.end));
            }
        }
        for hit in self.hits {
            if let Some(topic) = dictionary.about(*hit)
                && !spans.iter().any(|span| span.contains(hit.span))
            {
                let ahead = hit.span.end > at;
                let far = if ahead {
                    PARAGRAPH / 2 + distance(hit.span.start, at)
                } else {
                    distance(at, hit.span.end)
                };
                tell(topic, far);
            }
        }
        about
    }

    /// The topic of a figure that the dictionary does not know: that of its own words, else that of the headings.
    pub(super) fn topic_near(&self, item: Item, figure: Span) -> Topic {
        let words = self.words(figure);
        let is_rate = words.ends_with('%');
        let unit = words.trim_start_matches(|char: char| !is_han(char));
        let dictionary = self.around.dictionary;
        let own = self
            .hits
            .iter()
            .rev()
            .filter(|hit| item.before.contains(hit.span) || item.behind.contains(hit.span));
        if self.kind_of_case(item)
            && let Some(topic) = self.topic_of_cases()
        {
            return topic;
        }
        // 占受理案件数的92%: the share of what was counted before.
        if let Some(previous) = self.drafts.last()
            && is_rate
            && self.words(item.noun).starts_with('占')
        {
            return previous.topic;
        }
        if let Some(topic) = own.clone().filter_map(|hit| dictionary.about(*hit)).next() {
            return topic;
        }
        if let Some(topic) = own.filter_map(|hit| dictionary.kind(*hit)).next() {
            return topic;
        }
        // 采纳率, 调整12项: words that only go on with the figure right before them.
        // 优秀率12.2%,不合格3卷: past the rate to what it is of.
        let counts = |draft: &&Draft| is_rate || draft.class != Some(UnitClass::Percent);
        if let Some(previous) = self.drafts.iter().rev().take(2).find(counts)
            && previous.topic != Topic::Other
            && (is_rate || previous.unit.as_deref() == Some(unit))
            && self.words(item.noun).chars().count() <= MAX_GOING_ON
            && !self.part(previous.figure.end, item.before.start).contains([';', '。'])
        {
            return previous.topic;
        }
        let headings = &self.around.headings;
        Topic::ALL
            .into_iter()
            .filter_map(|topic| headings[topic as usize].map(|far| (far, topic)))
            .min_by_key(|(far, _)| *far)
            .map_or(Topic::Other, |(_, topic)| topic)
    }
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

/// How many words of the paragraph before the sentence are asked for a topic. Keeps long paragraphs linear.
const MAX_LOOK_BACK: usize = 120;
