//! Levels: ordinary figures, with what they count and how they are introduced.

use super::{Item, Sentence};
use crate::statistic::draft::{Draft, Intro};
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
use crate::statistic::{Topic, label};
use crate::text::numeral::is_han_numeral;
use crate::text::{Span, words};

impl Sentence<'_> {
    /// 甲系统、乙系统、丙平台三个系统; 两项指数均下降: the number only sums up the names or figures before it.
    pub(super) fn sums_up_names(&self, quantity: &Quantity, item: Item) -> bool {
        let behind = self.words(item.behind);
        if quantity.han
            && quantity.value <= self.drafts.len() as f64
            && ["指数", "指标", "数据", "数字", "比例", "比率"]
                .iter()
                .any(|word| behind.starts_with(word))
        {
            return true;
        }
        let names = self.words(item.before).matches('、').count() + 1;
        quantity.han
            && names > 1
            && matches!(quantity.unit.as_str(), "个" | "项" | "类" | "部分")
            && u32::try_from(names).is_ok_and(|names| f64::from(names) == quantity.value)
    }

    /// An ordinary figure.
    pub(super) fn read_level(&mut self, quantity: &Quantity, item: Item) {
        let each = self.shared_by_each(quantity, item);
        for before in &each {
            let drafts = self.level_drafts(quantity, self.item_with(*before, item));
            self.drafts.extend(drafts);
        }
        if !each.is_empty() {
            return;
        }
        for draft in self.level_drafts(quantity, item) {
            self.drafts.push(draft);
        }
    }

    /// The figures that one number gives: one, or several when it holds for several rates.
    pub(super) fn level_drafts(&self, quantity: &Quantity, item: Item) -> Vec<Draft> {
        let named = self.name(quantity, item);
        let mut indicators: Vec<(Option<usize>, Span)> = Vec::new();
        if quantity.class == UnitClass::Percent {
            indicators = self.shared_rates(quantity, item);
        }
        if indicators.is_empty() {
            indicators.push((named.first().map(|candidate| candidate.indicator), item.before));
            // The same words fit two indicators equally: 检察建议3份、司法建议2份,办复率100%.
            if quantity.class == UnitClass::Percent
                && let [first, second, ..] = named[..]
                && first.score == second.score
                && first.start == second.start
                && !first.bare
                && !second.bare
            {
                indicators.push((Some(second.indicator), item.before));
            }
        }
        let mut drafts: Vec<Draft> = indicators
            .into_iter()
            .map(|(indicator, name)| {
                // 审核率、备案率和必备率均为100%: a rate without a name in the dictionary has its own words.
                let own = if indicator.is_none() && name != item.before {
                    self.item_with(name, item)
                } else {
                    item
                };
                let mut draft = self.draft(indicator, own, quantity.span);
                draft.quote.start = draft.quote.start.min(item.before.end);
                draft.value = Some(quantity.value);
                draft.unit = Some(quantity.unit.clone());
                draft.class = Some(quantity.class);
                draft.approximation = quantity.approximation;
                draft
            })
            .collect();
        // What the dictionary does not know speaks of what the rate before it speaks of.
        for index in 1..drafts.len() {
            if drafts[index].canonical.is_none() && drafts[index].topic == Topic::Other {
                drafts[index].topic = drafts[index - 1].topic;
            }
        }
        drafts
    }

    /// A draft without value.
    pub(super) fn draft(&self, indicator: Option<usize>, item: Item, figure: Span) -> Draft {
        let before = self.words(item.before);
        let behind = self.words(item.behind);
        let stripped = self.words(item.noun);
        let label = self.label(item);
        let start = item.before.end - label::strip_openers(before).len();
        let is_named_before = label::is_noun(stripped) && !label::is_left_to_behind(stripped);
        let end = if is_named_before || behind.is_empty() { figure.end } else { item.behind.end };
        let per_head = ["每", "平均", "人均", "户均", "月均", "日均", "年均", "场均", "周均"]
            .iter()
            .any(|word| before.starts_with(word));
        // 平均提速70% is a rate as any other.
        let indicator = indicator
            .filter(|_| !per_head || self.words(figure).ends_with('%'))
            .or_else(|| self.share_of_outcome(before, figure));
        let topic = indicator.map_or_else(
            || self.topic_near(item, figure),
            |index| self.around.dictionary.indicators[index].topic,
        );
        let gap = self.part(item.limit, item.before.end);
        Draft {
            topic,
            canonical: indicator,
            label,
            value: None,
            unit: None,
            class: None,
            approximation: None,
            change: None,
            period: None,
            parent: None,
            parent_name: None,
            quote: Span::new(start, end),
            figure,
            clause: count(self.part(self.span.start, figure.start), b';'),
            intro: Intro {
                printed_unit: self.printed_unit(figure),
                ..self.intro(gap, before, stripped, figure)
            },
        }
    }

    /// 维持46件,占48.7%: the share of an outcome is the rate that has its name.
    pub(super) fn share_of_outcome(&self, before: &str, figure: Span) -> Option<usize> {
        let previous = self.drafts.last()?;
        let of = label::strip(before.strip_prefix('占')?);
        let is_share = self.words(figure).ends_with('%') && is_all_cases(of);
        let is_case = matches!(previous.topic, Topic::Reconsideration | Topic::Litigation);
        if !is_share || !is_case || previous.class == Some(UnitClass::Percent) {
            return None;
        }
        let dictionary = self.around.dictionary;
        dictionary.index_of(&format!("{}率", dictionary.indicators[previous.canonical?].name))
    }

    /// What is counted: in the words around the number, else in those of the item or figure before it.
    pub(super) fn label(&self, item: Item) -> String {
        let own = label::label_of(
            self.words(item.before),
            self.words(item.noun),
            self.words(item.behind),
        );
        let previous = self.drafts.last().map(|draft| draft.label.as_str()).unwrap_or_default();
        if own.starts_with('占') && !previous.is_empty() && !previous.ends_with("占比") {
            return format!("{previous}占比");
        }
        if own.ends_with('占') && own.chars().count() > 1 {
            return format!("{own}比");
        }
        // 开展上门公证,全年办理24件: what was done stands before the comma.
        if label::is_verb(&own)
            && let Some(noun) = self.noun_of_clause_before(item)
        {
            return format!("{own}{noun}");
        }
        if !own.is_empty() {
            return own;
        }
        // 困难群众1.3万户2.7万人: two measures of one thing. 占受理案件数比例最高,达92%: the noun stands before the comma.
        let earlier =
            self.part(item.limit, item.before.start).trim_end_matches([',', ';', '、', '。']);
        let earlier = label::label(earlier.rsplit([',', ';', '。']).next().unwrap_or_default(), "");
        if earlier.is_empty() { previous.to_owned() } else { earlier }
    }

    /// What the clause right before an item did, without its verb, where it holds no figure: 开展上门公证服务.
    fn noun_of_clause_before(&self, item: Item) -> Option<String> {
        const LONGEST: usize = 10;
        let earlier = self.part(item.limit, item.before.start).strip_suffix(',')?;
        let clause = earlier.rsplit([',', ';', '。', ':']).next()?;
        let words = label::strip(clause.trim_end_matches("活动"));
        let noun = label::behind_verb(words).trim_matches(['“', '”']).replace(['“', '”'], "");
        let len = noun.chars().count();
        ((2..=LONGEST).contains(&len) && !noun.contains(['、', '的'])).then_some(noun)
    }

    /// The unit of a figure as printed.
    pub(super) fn printed_unit(&self, figure: Span) -> String {
        let words = self.words(figure);
        words
            .trim_start_matches(|char: char| {
                char.is_ascii_digit() || matches!(char, '.' | ',') || is_han_numeral(char)
            })
            .to_owned()
    }

    /// How many figures that stand side by side the figure behind `gap` sums up: 2大类9中类40小类共….
    pub(super) fn sums_up(&self, gap: &str) -> usize {
        if !matches!(gap.trim_start_matches(['、', ',']), "共" | "共计" | "合计" | "总计") {
            return 0;
        }
        let pairs = self.drafts.iter().rev().zip(self.drafts.iter().rev().skip(1));
        let parts = 1 + pairs
            .take_while(|(later, earlier)| {
                matches!(self.part(earlier.figure.end, later.figure.start), "" | "、")
            })
            .count();
        if parts > 1 { parts } else { 0 }
    }

    /// How a figure is introduced by the words since the figure before it; `stripped` are those of `before` that say
    /// what is counted.
    pub(super) fn intro(&self, gap: &str, before: &str, stripped: &str, figure: Span) -> Intro {
        let after_figure = !self.drafts.is_empty();
        let said = self.part(self.span.start, figure.start);
        // 涉及申请人160人 counts no part of the cases.
        let of_cases = self.words(figure).ends_with(['件', '起', '宗', '例']);
        let in_brackets = count(said, b'(') > count(said, b')');
        let opens_bracket = gap.trim_start_matches(')').starts_with('(') && in_brackets;
        let is_case = self
            .drafts
            .last()
            .is_some_and(|draft| matches!(draft.topic, Topic::Reconsideration | Topic::Litigation));
        let breaks_down = words::holds(gap, "中")
            && ["中,", "中有", "中尚有", "中仍有", "中:"]
                .iter()
                .any(|word| words::find(gap, word).is_some_and(|at| at > 0));
        // 1860项事项中,1742项纳入…: the noun behind the total ends in 中.
        let since = self.drafts.last().map_or("", |last| self.part(last.figure.end, figure.start));
        let breaks_down = breaks_down
            || after_figure && ["中,", "中,有", "中,已有"].iter().any(|end| since.ends_with(end));
        let listed = words::holds(gap, "其中")
            || breaks_down
            || is_case && of_cases && gap.trim_start_matches([',', ';']).starts_with("涉及")
            || ["包括", "含"]
                .iter()
                .any(|word| gap.trim_start_matches([',', '(', ':']).starts_with(word))
            || opens_bracket
            || gap.starts_with(':');
        let continues = ["已", "按期", "全部", "均", "其余", "剩余", "涉及"]
            .iter()
            .any(|word| before.starts_with(word))
            || stripped.chars().count() <= 4;
        Intro {
            opens_list: after_figure && listed,
            in_brackets,
            own_subject: !continues
                && words::holds_any(stripped, &["复议机关", "政府", "司法局"])
                && stripped.chars().count() > 4,
            continues,
            is_zero: false,
            sums_up: self.sums_up(gap),
            is_sum: matches!(gap.trim_start_matches(','), "合计" | "共计" | "总计" | "共"),
            printed_unit: String::new(),
            within: self.within,
        }
    }

    /// 审结案件中,…: the total that the rest of the sentence breaks down.
    pub(super) fn find_within(&self) -> Option<usize> {
        let said = self.words(self.span);
        let at = words::find(said, "中,")
            .or_else(|| words::find(said, "中:"))
            .or_else(|| words::find(said, "案件中").map(|at| at + "案件".len()))?;
        let head = Span::new(self.span.start, self.span.start + at);
        if !["案件", "件", "信息", "申请"].iter().any(|noun| said[..at].ends_with(noun))
            || said[..at].contains(|char: char| char.is_ascii_digit())
        {
            return None;
        }
        let found =
            self.candidates(&[head], Some(("件", UnitClass::Thing)), Span::new(head.end, head.end));
        found.first().map(|candidate| candidate.indicator)
    }
}

/// 占受理案件总数的38%: whether a share is one of all cases.
fn is_all_cases(of: &str) -> bool {
    const WORDS: [&str; 14] = [
        "行政", "复议", "诉讼", "应诉", "受理", "受案", "收案", "审结", "结案", "全部", "案件",
        "总数", "总量", "比",
    ];
    let mut rest = of.trim_end_matches(['数', '量', '的', '比']);
    while let Some(next) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    rest.trim_matches(['总', '数', '量', '的', '比', '为', '达']).is_empty()
}

/// How many times an ASCII mark stands in `words`.
fn count(words: &str, mark: u8) -> usize {
    // In stretches that a byte can count, which is several times faster.
    let stretches = words.as_bytes().chunks(255);
    let counts = stretches
        .map(|bytes| bytes.iter().fold(0_u8, |count, byte| count + u8::from(*byte == mark)));
    counts.map(usize::from).sum()
}
