//! One sentence → drafts of figures, number by number.

mod changing;
mod naming;
mod respective;
mod zeros;

use std::sync::LazyLock;

use super::change::{self, Role};
use super::dictionary::{Hit, Reporter};
use super::draft::{Draft, Intro};
use super::passage::Surroundings;
use super::quantity::Quantity;
use super::unit::UnitClass;
use super::{Direction, earlier, label, plan, zero};
use crate::diagnostic::DiagnosticCode;
use crate::text::Span;
use crate::text::numeral::is_han_numeral;
use crate::text::words::{self, WordList};

/// A former level that waits for the new one: 由28%….
struct Former {
    value: f64,
    before: Span,
    /// Where the figure before it ends.
    limit: usize,
}

/// The level of an earlier time that waits for the change from it, or belongs to the figure before it: 较上年的188件….
struct Base {
    quantity: Quantity,
    before: Span,
}

/// A sentence being read.
pub struct Sentence<'a> {
    /// The passage that it stands in; all offsets are of this text.
    pub text: &'a str,
    /// Where it stands.
    pub span: Span,
    /// Words of the dictionary in it.
    pub hits: &'a [Hit],
    /// Words of the dictionary before it in the passage.
    pub earlier: &'a [Hit],
    /// What is known around it.
    pub around: &'a Surroundings<'a>,
    /// Figures found so far.
    drafts: Vec<Draft>,
    /// Numbers left out so far.
    refused: Vec<(DiagnosticCode, Span)>,
    /// A former level that waits for the new one.
    former: Option<Former>,
    /// A level of an earlier time that waits for the change from it.
    base: Option<Base>,
    /// The total that the sentence breaks down: 审结案件中,….
    within: Option<usize>,
    /// Whether numbers in it can be targets.
    may_hold_target: bool,
    /// What kind of body the sentence speaks of.
    reporter: Reporter,
}

/// The longest noun, in characters, that a figure keeps from the next one when nothing stands between them.
const MAX_SHORT_NOUN: usize = 8;

/// The words around one number.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// From the last comma or figure to the number.
    before: Span,
    /// What is left of those without openers and closers: what is counted, where they say so.
    noun: Span,
    /// From the unit to the next comma or figure.
    behind: Span,
    /// Where the figure before it ends, or the sentence starts.
    limit: usize,
    /// Where the next figure starts, or the sentence ends.
    next: usize,
}

impl<'a> Sentence<'a> {
    /// A sentence of `text`, with the dictionary's words in it and before it, and whether numbers in it can be targets.
    pub fn new(
        text: &'a str,
        span: Span,
        hits: &'a [Hit],
        earlier: &'a [Hit],
        around: &'a Surroundings<'a>,
        may_hold_target: bool,
    ) -> Self {
        Self {
            text,
            span,
            hits,
            earlier,
            around,
            drafts: Vec::new(),
            refused: Vec::new(),
            former: None,
            base: None,
            within: None,
            may_hold_target,
            reporter: reporter(&text[span.start..span.end], around.reporter),
        }
    }

    /// Reads numbers and zero statements in the order in which they stand.
    pub fn read(
        mut self,
        quantities: &[Quantity],
        zeros: &[zero::Zero],
    ) -> (Vec<Draft>, Vec<(DiagnosticCode, Span)>) {
        let mut zeros = zeros
            .iter()
            .filter(|zero| {
                !quantities
                    .iter()
                    .any(|it| zero.span.contains(it.span) && it.class != UnitClass::Percent)
            })
            .peekable();
        self.within = self.find_within();
        let respective = self.find_respective(quantities);
        let mut limit = self.span.start;
        for (index, quantity) in quantities.iter().enumerate() {
            while let Some(zero) = zeros.next_if(|zero| zero.span.start < quantity.span.start) {
                self.read_zero(zero);
            }
            if respective.as_ref().is_some_and(|it| self.read_respective(it, index, quantity)) {
                limit = quantity.span.end;
                continue;
            }
            let next = quantities.get(index + 1).map_or(self.span.end, |next| next.span.start);
            let start = item_start(self.text, limit, quantity.span.start);
            let end = item_end(self.text, quantity.span.end, next);
            let item = self.item(
                Span::new(start, quantity.span.start),
                Span::new(quantity.span.end, end),
                limit,
                next,
            );
            let is_read = self.read_quantity(quantity, item);
            // A noun behind the unit belongs to this figure, not to the next one.
            let named_behind = is_read
                && self.base.is_none()
                && !quantities.get(index + 1).is_some_and(|after| self.leaves_noun_to(item, after))
                && !label::strip(self.words(item.behind)).is_empty()
                && label::is_left_to_behind(self.words(item.noun))
                && (self.words(item.behind).chars().count() <= MAX_SHORT_NOUN
                    || self.part(item.behind.end, next) == "、")
                && self.part(quantity.span.end, next).len() < 60;
            // 1部政府规章和3件规范性文件: nothing before the second number is its own.
            let between = self.part(quantity.span.end, next);
            let joined = index + 1 < quantities.len()
                && between.ends_with(['和', '与', '及', '、'])
                && !between.contains([',', ';', '(', ')']);
            limit = match (joined, named_behind) {
                (true, _) => next,
                (false, true) => item.behind.end,
                (false, false) => quantity.span.end,
            };
        }
        for zero in zeros {
            self.read_zero(zero);
        }
        self.settle_base();
        self.hold_flat();
        (self.drafts, self.refused)
    }

    /// 涉及31个部门行政职权事项3437项: a long noun between two numbers, of which the second one has no other.
    fn leaves_noun_to(&self, item: Item, after: &Quantity) -> bool {
        const LONG: usize = 7;
        let between = self.part(item.behind.start, after.span.start);
        let ends = |words: &str| words.chars().next().is_none_or(|char| ",;。".contains(char));
        item.behind.end == after.span.start
            && after.class == UnitClass::Thing
            && between.chars().count() >= LONG
            && ends(self.part(after.span.end, self.span.end))
    }

    /// The words around a number; see [`Item`].
    fn item(&self, before: Span, behind: Span, limit: usize, next: usize) -> Item {
        Item { before, noun: self.noun_in(before), behind, limit, next }
    }

    /// The same item with other words before its number.
    fn item_with(&self, before: Span, item: Item) -> Item {
        Item { before, noun: self.noun_in(before), ..item }
    }

    /// Where what is counted stands in the words before a number.
    fn noun_in(&self, before: Span) -> Span {
        let words = label::strip_closers(self.words(before));
        let noun = label::strip_openers(words);
        let start = before.start + words.len() - noun.len();
        Span::new(start, start + noun.len())
    }

    fn words(&self, span: Span) -> &str {
        self.part(span.start, span.end)
    }

    /// The words from `start` up to `end`; none when they do not lie in the text in this order.
    fn part(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// One number with its unit; `false` when it is none that counts, so that the words around it are left to others.
    fn read_quantity(&mut self, quantity: &Quantity, item: Item) -> bool {
        // With the number, since 不低于 is a part of it.
        let said = self.part(self.span.start, quantity.span.end);
        if self.may_hold_target && plan::is_target(said) {
            self.refused.push((DiagnosticCode::Target, quantity.span));
            return false;
        }
        let rest = self.part(quantity.span.end, self.span.end);
        let to_next = self.part(quantity.span.end, item.next);
        let is_threshold = quantity.class != UnitClass::Percent
            && plan::is_threshold(self.words(quantity.span), to_next, item.next < self.span.end);
        if is_threshold
            || plan::is_requirement(self.part(item.before.start, quantity.span.end), rest)
        {
            self.refused.push((DiagnosticCode::Requirement, quantity.span));
            return false;
        }
        if self.sums_up_names(quantity, item) {
            return false;
        }
        let role = self.role(quantity, item);
        if !matches!(role, Role::Size(_)) {
            self.settle_base();
        }
        match role {
            Role::Former => self.keep_former(quantity, item),
            Role::Base => {
                self.base = Some(Base { quantity: quantity.clone(), before: item.before })
            }
            Role::Size(direction) => self.read_change(quantity, item, direction),
            Role::Ratio => self.read_ratio(quantity, item),
            Role::NewLevel(direction) => self.read_new_level(quantity, item, direction),
            Role::Level => match quantity.class {
                UnitClass::PercentagePoint | UnitClass::Multiple => {
                    self.refused.push((DiagnosticCode::NoUnit, quantity.span));
                }
                _ => self.read_level(quantity, item),
            },
        }
        true
    }

    /// What a number is, by the words before it and what has been read.
    fn role(&self, quantity: &Quantity, item: Item) -> Role {
        let before = self.words(item.before);
        // 3326件(2023年为867件): in brackets, the level of the year before.
        if quantity.class != UnitClass::Multiple
            && self.part(item.limit, item.before.start).ends_with('(')
            && earlier::is_year_before(before, self.around.year)
            && self.has_base_for(quantity, item)
        {
            return Role::Base;
        }
        match change::role(before, quantity.class) {
            Role::Former if !self.leads_to_new_level(quantity.span.end) => Role::Level,
            Role::Ratio if quantity.class != UnitClass::Multiple => Role::Level,
            Role::Base if !self.has_base_for(quantity, item) => Role::Level,
            Role::Size(direction) if change::is_negative(before) => {
                Role::Size(direction.reversed())
            }
            // 比上年同期的120件减少23件: the earlier level makes a comparison of it.
            Role::Level if self.base.is_some() && change::ends_in_direction(before).is_some() => {
                change::ends_in_direction(before).map_or(Role::Level, Role::Size)
            }
            Role::Level if self.completes_change(quantity, item) => Role::NewLevel(Direction::Flat),
            // 由1039个整合为148个: whatever the verb, the numbers tell the direction.
            Role::Level | Role::NewLevel(_)
                if let Some(former) = &self.former
                    && earlier::strip_present(before.trim_end_matches(['了', '约', '近']))
                        .ends_with(['至', '到', '为']) =>
            {
                Role::NewLevel(Direction::between(former.value, quantity.value))
            }
            role => role,
        }
    }

    /// 甲系统、乙系统、丙平台三个系统; 两项指数均下降: the number only sums up the names or figures before it.
    fn sums_up_names(&self, quantity: &Quantity, item: Item) -> bool {
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
    fn read_level(&mut self, quantity: &Quantity, item: Item) {
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
    fn level_drafts(&self, quantity: &Quantity, item: Item) -> Vec<Draft> {
        let named = self.name(quantity, item);
        let mut indicators: Vec<Option<usize>> = Vec::new();
        if quantity.class == UnitClass::Percent {
            indicators = self.shared_rates(quantity, item);
        }
        if indicators.is_empty() {
            indicators.push(named.first().map(|candidate| candidate.indicator));
            // The same words fit two indicators equally: 检察建议3份、司法建议2份,办复率100%.
            if quantity.class == UnitClass::Percent
                && let [first, second, ..] = named[..]
                && first.score == second.score
                && first.start == second.start
                && !first.bare
                && !second.bare
            {
                indicators.push(Some(second.indicator));
            }
        }
        indicators
            .into_iter()
            .map(|indicator| {
                let mut draft = self.draft(indicator, item, quantity.span);
                draft.value = Some(quantity.value);
                draft.unit = Some(quantity.unit.clone());
                draft.class = Some(quantity.class);
                draft.approximation = quantity.approximation;
                draft
            })
            .collect()
    }

    /// A draft without value.
    fn draft(&self, indicator: Option<usize>, item: Item, figure: Span) -> Draft {
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
                ..self.intro(gap, before, stripped, figure.start)
            },
        }
    }

    /// 维持46件,占48.7%: the share of an outcome is the rate that has its name.
    fn share_of_outcome(&self, before: &str, figure: Span) -> Option<usize> {
        let previous = self.drafts.last()?;
        let of = label::strip(before.strip_prefix('占')?);
        let is_share = self.words(figure).ends_with('%') && is_all_cases(of);
        let is_case =
            matches!(previous.topic, super::Topic::Reconsideration | super::Topic::Litigation);
        if !is_share || !is_case || previous.class == Some(UnitClass::Percent) {
            return None;
        }
        let dictionary = self.around.dictionary;
        dictionary.index_of(&format!("{}率", dictionary.indicators[previous.canonical?].name))
    }

    /// What is counted: in the words around the number, else in those of the item or figure before it.
    fn label(&self, item: Item) -> String {
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
        if !own.is_empty() {
            return own;
        }
        // 困难群众1.3万户2.7万人: two measures of one thing. 占受理案件数比例最高,达92%: the noun stands before the comma.
        let earlier =
            self.part(item.limit, item.before.start).trim_end_matches([',', ';', '、', '。']);
        let earlier = label::label(earlier.rsplit([',', ';', '。']).next().unwrap_or_default(), "");
        if earlier.is_empty() { previous.to_owned() } else { earlier }
    }

    /// The unit of a figure as printed.
    fn printed_unit(&self, figure: Span) -> String {
        let words = self.words(figure);
        words
            .trim_start_matches(|char: char| {
                char.is_ascii_digit() || matches!(char, '.' | ',') || is_han_numeral(char)
            })
            .to_owned()
    }

    /// How many figures that stand side by side the figure behind `gap` sums up: 2大类9中类40小类共….
    fn sums_up(&self, gap: &str) -> usize {
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
    fn intro(&self, gap: &str, before: &str, stripped: &str, figure: usize) -> Intro {
        let after_figure = !self.drafts.is_empty();
        let said = self.part(self.span.start, figure);
        let in_brackets = count(said, b'(') > count(said, b')');
        let opens_bracket = gap.trim_start_matches(')').starts_with('(') && in_brackets;
        let is_case = self.drafts.last().is_some_and(|draft| {
            matches!(draft.topic, super::Topic::Reconsideration | super::Topic::Litigation)
        });
        let breaks_down = words::holds(gap, "中")
            && ["中,", "中有", "中尚有", "中仍有", "中:"]
                .iter()
                .any(|word| words::find(gap, word).is_some_and(|at| at > 0));
        let listed = words::holds(gap, "其中")
            || breaks_down
            || is_case && gap.trim_start_matches([',', ';']).starts_with("涉及")
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
    fn find_within(&self) -> Option<usize> {
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

/// Who acts in a sentence: a report also tells what a body above or the whole area did (县政府办理行政复议案件52件).
fn reporter(sentence: &str, reporter: Reporter) -> Reporter {
    const BODIES: &[&str] = &[
        "县政府",
        "市政府",
        "区政府",
        "省政府",
        "州政府",
        "旗政府",
        "复议机构",
        "复议局",
        "复议机关",
        "全省",
        "全市",
        "全县",
        "全区",
        "全州",
    ];
    const ORGANS: &[&str] = &[
        "被申请",
        "作为被",
        "系统",
        "我局",
        "我委",
        "我厅",
        "我镇",
        "我街道",
        "本局",
        "答复",
        "答辩",
        "向",
    ];
    static LISTS: LazyLock<[WordList; 2]> =
        LazyLock::new(|| [BODIES, ORGANS].map(|words| WordList::by_first(words.iter().copied())));
    let [bodies, organs] = &*LISTS;
    if reporter == Reporter::Organ && bodies.stands_in(sentence) && !organs.stands_in(sentence) {
        return Reporter::Body;
    }
    reporter
}

/// Where the words that belong to the number at `at` start: behind the last comma or bracket that holds no figure.
fn item_start(text: &str, limit: usize, at: usize) -> usize {
    let mut depth = 0usize;
    let mut in_title = false;
    for (offset, char) in text[limit..at].char_indices().rev() {
        let here = limit + offset;
        match char {
            '》' => in_title = true,
            '《' => in_title = false,
            _ if in_title => {}
            ')' => depth += 1,
            // 受理案件中投诉举报类11件: the total is named before 中.
            '中' if TOTALS_IN.iter().any(|noun| text[limit..here].ends_with(noun))
                && !text[here + char.len_utf8()..].starts_with([',', ':', '心']) =>
            {
                return here + char.len_utf8();
            }
            '(' if depth > 0 => depth -= 1,
            '(' => return here + 1,
            ',' | ';' | '。' if depth == 0 => return here + char.len_utf8(),
            ':' if depth == 0 && here + 1 < at => return here + 1,
            _ => {}
        }
    }
    limit
}

/// What is broken down behind 中: 受理案件中….
const TOTALS_IN: &[&str] = &["案件", "申请", "结案件", "信息"];

/// Where the words behind a figure that may name it end.
fn item_end(text: &str, from: usize, next: usize) -> usize {
    let words = &text[from..next];
    // 开展审核111次且通过率100%: the next figure starts.
    if words.starts_with('且') {
        return from;
    }
    let mut marks = words.match_indices([',', ';', '。', '、', ':', ')', '(']).map(|(at, _)| at);
    if let Some(mark) = marks.find(|at| !label::in_word_bracket(words, *at)) {
        return from + mark;
    }
    // 为1326名劳动者追回工资2187.5万元: the words between two numbers end with what the second one counts.
    static ACTS: LazyLock<WordList> =
        LazyLock::new(|| WordList::by_first(NEXT_ACTS.iter().copied()));
    let act = ACTS.places(words).next();
    act.filter(|at| *at > 0).map_or(next, |at| from + at)
}

/// Verbs that start the words of a second number which no mark sets apart from the first.
const NEXT_ACTS: &[&str] = &[
    "共排查",
    "共调解",
    "共化解",
    "共受理",
    "共办理",
    "共开展",
    "共组织",
    "共收到",
    "共接待",
    "共检查",
    "共查处",
    "累计排查",
    "累计调解",
    "累计化解",
    "累计受理",
    "累计办理",
    "累计开展",
    "已办结",
    "已审结",
    "已化解",
    "已整改",
    "已完成",
    "已答复",
    "已回复",
    "已结案",
    "追回",
    "追讨",
    "追缴",
    "追发",
    "补发",
    "挽回",
    "聘请",
    "聘任",
    "发放",
    "配备",
    "罚款",
    "减免",
    "兑现",
    "签订",
    "退还",
    "返还",
    "清退",
    "出具",
    "提供",
];
