//! Naming: which indicator of the dictionary a number stands for, by the words around it.

use super::{Item, Sentence};
use crate::statistic::Topic;
use crate::statistic::dictionary::{Candidate, Window};
use crate::statistic::label;
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
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

/// Those of them that stand for rules: 修订“三重一大”等制度10项 counts no decisions.
const RULES: &[&str] = &["制度", "机制", "规范", "标准", "方案"];

/// Length of a head noun in characters.
const HEAD: usize = 2;

impl Sentence<'_> {
    /// The indicators that fit a number, best first: by the words right around it, then by a verb that it shares,
    /// then by what was counted right before it.
    pub(super) fn name(&self, quantity: &Quantity, item: Item) -> Vec<Candidate> {
        if let Some(power) = self.kind_of_power(quantity, item) {
            return vec![power];
        }
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
                let topic = indicators[candidate.indicator].topic;
                let is_rule = RULES.iter().any(|rule| self.words(head).ends_with(rule));
                candidate.end >= head.end
                    || candidate.start >= head.end
                    || !(is_act(topic) || is_rule && topic == Topic::Decision)
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
        // 开展培训6批次,其中省级12人次、市级240人次: the level at which; what is counted stands before.
        if found.is_empty() && self.names_level(item) {
            found = self.counted_before(quantity);
        }
        if found.is_empty() && self.shares_head(quantity, item) {
            found = self.same_thing(quantity).unwrap_or_default();
        }
        if let Some(trained) = self.covered_by_training(quantity, item, &found) {
            return vec![trained];
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

    /// 权责清单包含行政许可14项、行政处罚255项: what may be done, not what was; the list goes on with its kinds.
    fn kind_of_power(&self, quantity: &Quantity, item: Item) -> Option<Candidate> {
        const POWERS: [&str; 12] = [
            "行政许可",
            "行政处罚",
            "行政强制",
            "行政检查",
            "行政确认",
            "行政征收",
            "行政裁决",
            "行政给付",
            "行政奖励",
            "行政征用",
            "其他行政权力",
            "其他权力",
        ];
        let previous = self.drafts.last()?;
        let goes_on = quantity.unit == "项"
            && previous.unit.as_deref() == Some("项")
            && self.part(previous.figure.end, item.before.end).starts_with('、')
            && POWERS.contains(&self.words(item.noun));
        let indicator = goes_on.then(|| self.around.dictionary.index_of("政务服务事项"))??;
        (previous.canonical == Some(indicator)).then_some(Candidate {
            indicator,
            score: 0,
            bare: false,
            by_context: false,
            context: 0,
            start: item.noun.start,
            end: item.noun.end,
        })
    }

    /// 组织学习12次,覆盖1300人次: those whom what was counted before reached, where that was training.
    fn covered_by_training(
        &self,
        quantity: &Quantity,
        item: Item,
        found: &[Candidate],
    ) -> Option<Candidate> {
        const REACHED: [&str; 5] = ["覆盖", "覆盖全员", "覆盖人员", "覆盖干部", "参与"];
        let best = found.first()?;
        let dictionary = self.around.dictionary;
        let is_public = dictionary.indicators[best.indicator].topic == Topic::Publicity;
        let previous = self.drafts.last().filter(|it| it.topic == Topic::Training)?;
        let joined = self.part(previous.figure.end, item.before.start);
        let is_own = REACHED.contains(&self.words(item.noun))
            && item.behind.start == item.behind.end
            && !joined.contains([';', '。']);
        let is_trained = quantity.class == UnitClass::Person && is_public && is_own;
        let indicator = is_trained.then(|| dictionary.index_of("培训人次"))??;
        Some(Candidate { indicator, ..*best })
    }

    /// Whether the words of a number only say at which level of government it is counted: 市级, 自治区级, 市本级.
    fn names_level(&self, item: Item) -> bool {
        const LONGEST: usize = 5;
        let words = self.words(item.noun);
        words.ends_with('级')
            && words.chars().count() <= LONGEST
            && words.contains(['部', '省', '市', '县', '区', '州', '镇', '乡', '村', '本'])
    }

    /// 破获盗窃案件87起、诈骗案件95起: one more item of a list, with the head noun of the item before it.
    fn shares_head(&self, quantity: &Quantity, item: Item) -> bool {
        let head = |words: &str| words.chars().rev().take(HEAD).collect::<String>();
        let noun = self.words(item.noun);
        let Some(previous) = self.drafts.last() else { return false };
        let gap = self.part(previous.figure.end, item.before.end);
        let before = label::strip_closers(self.part(previous.quote.start, previous.figure.start));
        gap.starts_with('、')
            && !gap.contains([',', ';', '(', ')'])
            && previous.unit.as_deref() == Some(quantity.unit.as_str())
            && noun.chars().count() > HEAD
            && head(noun) == head(before)
    }

    /// What the nearest figure before counts that says so, in the unit of a number.
    fn counted_before(&self, quantity: &Quantity) -> Vec<Candidate> {
        const FARTHEST: usize = 4;
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let quotes = self.drafts.iter().rev().take(FARTHEST).map(|draft| draft.quote);
        let mut named = quotes.map(|quote| self.candidates(&[quote], unit, quantity.span));
        named.find(|found| found.first().is_some_and(|best| !best.bare)).unwrap_or_default()
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
        // “复议调解对接”等3篇信息: names in quotation marks are examples of what stands behind the number.
        if self.words(item.before).ends_with("”等") && self.words(item.behind).chars().count() > 1
        {
            let own = self.candidates(&[item.behind], unit, figure);
            if own.first().is_some_and(|best| !best.bare) {
                return own;
            }
            let mut found = self.candidates(&[item.before, item.behind], unit, figure);
            let dictionary = self.around.dictionary;
            found.retain(|best| dictionary.is_counted_in(best.indicator, &quantity.unit));
            return found;
        }
        // 诉讼案件已拓展到50个领域, 行政复议案件涉及6个部门: what is reached stands behind the number.
        if let Some(len) = label::reaching_verb(self.words(item.before))
            && self.words(item.behind).chars().count() > 1
        {
            let end = item.before.start + label::strip_closers(self.words(item.before)).len();
            let verb = Span::new(end - len, end);
            return self.candidates(&[verb, item.behind], unit, figure);
        }
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
        let behind = self.all_done(quantity, item);
        let near = self.candidates(&[item.before, behind], unit, figure);
        if near.first().is_some_and(|best| !best.bare) {
            return self.act_of_list(item, quantity, &near).unwrap_or(near);
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
        // 覆盖12个社区、3万名群众: the verb of the first count governs the second.
        if let Some(verb) = self.verb_of_list(item).filter(|_| item.before.start == item.before.end)
        {
            let shared = self.candidates(&[verb, item.behind], unit, figure);
            if shared.first().is_some_and(|best| !best.bare) {
                return shared;
            }
        }
        self.previous_measure(quantity, item)
            .or_else(|| self.by_item_before(unit, figure, item))
            .unwrap_or_default()
    }

    /// 5次主持召开党组会、常务会研究法治工作: what was done so many times, past the marks of a list, to the comma.
    fn all_done(&self, quantity: &Quantity, item: Item) -> Span {
        let acts = label::tells_act(self.words(item.behind));
        let rest = self.part(item.behind.end, item.next);
        if quantity.class != UnitClass::Occasion || !acts || !rest.starts_with('、') {
            return item.behind;
        }
        let clause = rest.find([',', ';', '。', ':', '(']);
        Span::new(item.behind.start, item.behind.end + clause.unwrap_or(rest.len()))
    }

    /// 完成18件文件、9件协议的合法性审核: what is done to all of a list names each of it better than its own noun.
    fn act_of_list(
        &self,
        item: Item,
        quantity: &Quantity,
        near: &[Candidate],
    ) -> Option<Vec<Candidate>> {
        let is_listed = self.part(item.behind.end, item.next).starts_with('、');
        let act = self.shared_verb(quantity.span.end).filter(|_| is_listed)?;
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let wide = self.candidates(&[item.before, item.behind, act], unit, quantity.span);
        let best = wide.first().zip(near.first());
        best.is_some_and(|(wide, near)| {
            !wide.bare && wide.end > act.start && wide.start < act.start && wide.score > near.score
        })
        .then_some(wide)
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
        // 提高执法能力,向20家机关授课: where the noun stands behind the number, what was said before is another thing.
        let is_told = self.words(item.behind).chars().count() > MAX_BARE_VERB;
        let is_apart = |best: &Candidate| {
            is_told
                && best.end <= item.before.start
                && unit.is_some_and(|it| it.1 == UnitClass::Thing)
        };
        found.first().is_some_and(|best| !best.bare && !is_apart(best)).then_some(found)
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
}
