//! Zero statements in a sentence: what did not happen.

use super::Sentence;
use crate::statistic::draft::Intro;
use crate::statistic::unit::UnitClass;
use crate::statistic::{Topic, label, plan, zero};
use crate::text::Span;

/// What joins the parts of a statement.
const JOINTS: [char; 3] = ['、', '和', '或'];

/// 违规办件, 超期案件: single cases of what should not be, whether the dictionary has a name for them or not.
fn is_adverse(noun: &str) -> bool {
    const FAULTS: [&str; 9] =
        ["违规", "违纪", "超期", "超时", "逾期", "错误", "延误", "群体性", "责任"];
    const CASES: [&str; 4] = ["案件", "事件", "事故", "办件"];
    let ends = CASES.iter().any(|case| noun.ends_with(case));
    ends && FAULTS.iter().any(|fault| noun.starts_with(fault))
}

impl Sentence<'_> {
    /// 无一件败诉.
    pub(super) fn read_zero(&mut self, zero: &zero::Zero) {
        let said = self.part(self.span.start, zero.span.start);
        if self.may_hold_target && plan::is_target(said) {
            return;
        }
        for behind in self.zero_parts(zero) {
            let spans = [zero.before, behind.0, behind.1];
            let unit = zero.unit.map(|unit| (unit, UnitClass::Thing));
            let mut found = self.candidates(&spans, unit, zero.span);
            let is_rate = self.words(zero.before).contains('率');
            if is_rate {
                found = self.candidates(&spans, Some(("%", UnitClass::Percent)), zero.span);
            }
            found.retain(|candidate| !candidate.bare || !zero.needs_name);
            let best = found.first().map(|candidate| candidate.indicator);
            // 无行政处罚案件, but 无违法建设: of what an organ does itself only cases can be wanting.
            let tells_of_cases = self.words(zero.behind).ends_with("案件");
            let tells_of_decisions =
                ["决策", "决策事项"].iter().any(|noun| self.words(zero.behind).ends_with(noun));
            if zero.needs_name
                && !is_adverse(self.words(zero.behind))
                && !best.is_some_and(|index| {
                    let topic = self.around.dictionary.indicators[index].topic;
                    is_event(topic)
                        || tells_of_cases && topic == Topic::Enforcement
                        || tells_of_decisions && topic == Topic::Decision
                })
            {
                continue;
            }
            let noun = if behind.1.start < behind.1.end { behind.1 } else { behind.0 };
            let item = self.item(zero.before, noun, zero.span.start, zero.span.end);
            let mut draft = self.draft(best, item, zero.span);
            draft.label = self.zero_label(zero, noun);
            draft.value = Some(0.0);
            draft.unit = if is_rate { Some("%".to_owned()) } else { zero.unit.map(str::to_owned) };
            draft.class = if is_rate {
                Some(UnitClass::Percent)
            } else {
                zero.unit.map(|_| UnitClass::Thing)
            };
            draft.quote = Span::new(zero.span.start.min(draft.quote.start), zero.span.end);
            draft.intro = Intro { is_zero: true, ..Intro::default() };
            self.drafts.push(draft);
        }
    }

    /// What did not happen, in words.
    pub(super) fn zero_label(&self, zero: &zero::Zero, noun: Span) -> String {
        let noun = self.words(noun).trim_matches(['”', '“', ' ']);
        let before = label::strip(self.words(zero.before));
        if noun.chars().count() >= 4 || before.is_empty() {
            label::label(noun, "")
        } else {
            label::label(&format!("{before}{noun}"), "")
        }
    }

    /// 未发生因信息公开引起的行政复议、行政诉讼: each part with the words that all share.
    pub(super) fn zero_parts(&self, zero: &zero::Zero) -> Vec<(Span, Span)> {
        let words = self.words(zero.behind);
        let whole = vec![(zero.behind, Span::new(zero.behind.end, zero.behind.end))];
        // 无一件被提起复议或诉讼 is said of each single one.
        let joints = if zero.unit.is_some() { &JOINTS[..2] } else { &JOINTS };
        if !words.contains(joints) {
            return whole;
        }
        let shared_len = words
            .find(joints)
            .map_or(0, |mark| words[..mark].rfind('的').map_or(0, |of| of + '的'.len_utf8()));
        let shared = Span::new(zero.behind.start, zero.behind.start + shared_len);
        let mut parts = Vec::new();
        let mut names = Vec::new();
        let mut start = shared.end;
        for part in words[shared_len..].split(joints) {
            let span = Span::new(start, start + part.len());
            start += part.len();
            start += self.part(start, self.text.len()).chars().next().map_or(0, char::len_utf8);
            let found = self.candidates(
                &[shared, span],
                zero.unit.map(|unit| (unit, UnitClass::Thing)),
                zero.span,
            );
            match found.first().filter(|best| !best.bare) {
                Some(best) if !names.contains(&best.indicator) => {
                    names.push(best.indicator);
                    parts.push((shared, span));
                }
                // 复议变更、撤销案件和诉讼败诉案件: what has no name of its own belongs to the part before it.
                None if let Some((_, last)) = parts.last_mut()
                    && self.words(*last).chars().count() > 2 =>
                {
                    last.end = span.end;
                }
                _ => return whole,
            }
        }
        parts
    }
}

/// Topics whose absence a report tells of: cases, complaints, visits.
const fn is_event(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Reconsideration
            | Topic::Litigation
            | Topic::Petition
            | Topic::Procuratorial
            | Topic::Approval
            | Topic::Disclosure
            | Topic::NormativeDocument
            | Topic::Hearing
    )
}
