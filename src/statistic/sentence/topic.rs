//! Topics: what the words around a figure speak of.

use super::{Item, Sentence};
use crate::statistic::Topic;
use crate::statistic::dictionary::{About, Dictionary, Hit};
use crate::statistic::draft::Draft;
use crate::statistic::passage::{INNERMOST, PARAGRAPH, distance};
use crate::statistic::unit::UnitClass;
use crate::text::Span;
use crate::text::normalize::is_han;

/// What is said of the kind that there is most of.
const RANKS: &[&str] =
    &["数量最多", "案件最多", "最多", "居首", "居首位", "居多", "占比最高", "比例最高", "较多"];

/// The longest words, in characters, that leave it open what cases they count.
const MAX_CASES: usize = 6;

/// Words of a figure, in characters, that may only go on with the one before it.
const MAX_GOING_ON: usize = 3;
/// The longest name of what is left over, in characters: 其他方式处理.
const LONGEST_REST: usize = 6;

/// How many words of the paragraph before the sentence are asked for a topic. Keeps long paragraphs linear.
const MAX_LOOK_BACK: usize = 120;

/// For each topic, where the last word that tells of it ends.
pub(super) type ToldBefore = [Option<usize>; Topic::COUNT];

/// What topics the words of the dictionary before a sentence tell of.
pub(super) fn told_before(dictionary: &Dictionary, words: &[Hit]) -> ToldBefore {
    let mut told = [None; Topic::COUNT];
    for hit in words.iter().rev().take(MAX_LOOK_BACK) {
        if let Some(topic) = dictionary.about(*hit) {
            told[topic as usize].get_or_insert(hit.span.end);
        }
    }
    told
}

impl Sentence<'_> {
    /// 投诉举报类12件, 信息公开类案件5件, 行政处罚类数量最多,共349件: whether the words of a number name a kind of what the
    /// text counts.
    pub(super) fn kind_of_case(&self, item: Item) -> bool {
        let own = self.words(item.noun);
        let is_kind = |words: &str| {
            words.ends_with('类')
                && !["各类", "几类", "分类", "多类"].iter().any(|all| words.ends_with(all))
        };
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
    pub(super) fn topic_of_cases(&self) -> Option<Topic> {
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

    /// What the text around speaks of, and how far away: up to `at`, the words of `spans` left out, since those are
    /// judged by themselves.
    pub(super) fn about(&self, at: usize, spans: &[Span]) -> About {
        let mut about = self.around.headings;
        if let Some(total) = self.within {
            about[self.around.dictionary.indicators[total].topic as usize] = Some(0);
        }
        let dictionary = self.around.dictionary;
        let mut tell = |topic: Topic, far: u32| {
            let slot = &mut about[topic as usize];
            *slot = Some(slot.map_or(far, |known| known.min(far)));
        };
        for (topic, end) in Topic::ALL.into_iter().zip(self.told_before) {
            if let Some(end) = end {
                tell(topic, PARAGRAPH + distance(at, end));
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

    /// The topic of a figure that the dictionary does not know: that of its own words, else that of the
    /// heading right above it.
    pub(super) fn topic_near(&self, item: Item, figure: Span) -> Topic {
        let words = self.words(figure);
        let is_rate = words.ends_with('%');
        let unit = words.trim_start_matches(|char: char| !is_han(char));
        let dictionary = self.around.dictionary;
        // “复议调解对接”等4篇信息: examples tell no topic.
        let names_examples = self.words(item.before).ends_with("”等");
        let own = self.hits.iter().rev().filter(|hit| {
            item.before.contains(hit.span) && !names_examples || item.behind.contains(hit.span)
        });
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
        if let Some(topic) = own.clone().find_map(|hit| dictionary.about(*hit)) {
            return topic;
        }
        if let Some(hit) = { own }.find(|hit| dictionary.kind(**hit).is_some()) {
            // 受理纠纷96件,调解成功90件,履行案件88件: 案件 alone tells nothing; they are those of the clause.
            let is_bare = self.words(hit.span) == "案件"
                && self.words(item.noun).chars().count() <= MAX_CASES;
            let previous = self.drafts.last().filter(|previous| {
                is_bare
                    && matches!(
                        previous.topic,
                        Topic::Mediation | Topic::Petition | Topic::LegalCounsel
                    )
                    && !self.part(previous.figure.end, item.before.start).contains([';', '。'])
            });
            let told = dictionary.kind(*hit).unwrap_or(Topic::Other);
            return previous.map_or(told, |previous| previous.topic);
        }
        // 采纳率, 调整12项: words that only go on with the figure right before them.
        // 优秀率12.2%,不合格3卷: past the rate to what it is of.
        let counts = |draft: &&Draft| is_rate || draft.class != Some(UnitClass::Percent);
        if let Some(previous) = self.drafts.iter().rev().take(2).find(counts)
            && previous.topic != Topic::Other
            // 受理250件,涉及申请人310人: whom it concerned. 法律服务8类、18项: the same in another measure.
            && (self.words(item.before).starts_with("涉及")
                || matches!(self.part(previous.figure.end, figure.start), "" | "、")
                    && item.behind.start == item.behind.end
                || (is_rate || previous.unit.as_deref() == Some(unit))
                    && self.goes_on(item.noun)
                    && !(item.noun.start == item.noun.end
                        && self.words(item.behind).chars().count() > MAX_GOING_ON))
            && !self.part(previous.figure.end, item.before.start).contains([';', '。'])
        {
            return previous.topic;
        }
        let headings = &self.around.headings;
        Topic::ALL
            .into_iter()
            .filter_map(|topic| headings[topic as usize].map(|far| (far, topic)))
            .min_by_key(|(far, _)| *far)
            .filter(|(far, _)| *far < INNERMOST)
            .map_or(Topic::Other, |(_, topic)| topic)
    }

    /// Whether words go on with the figure before them: short ones, and 其他处理.
    fn goes_on(&self, noun: Span) -> bool {
        let words = self.words(noun);
        words.chars().count() <= MAX_GOING_ON
            || (words.starts_with("其他") || words.starts_with("其它"))
                && words.chars().count() <= LONGEST_REST
    }
}
