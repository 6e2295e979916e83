//! One sentence → drafts of figures, number by number.

mod changing;
mod item;
mod level;
mod naming;
mod ranges;
mod respective;
mod sharing;
mod topic;
mod zeros;

use std::sync::LazyLock;

use item::{Item, item_end, item_start};

use super::change::{self, Role};
use super::dictionary::{Hit, Reporter};
use super::draft::Draft;
use super::passage::Surroundings;
use super::quantity::Quantity;
use super::unit::UnitClass;
use super::{Direction, earlier, label, plan, zero};
use crate::diagnostic::DiagnosticCode;
use crate::text::Span;
use crate::text::words::WordList;

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

/// The longest noun, in characters, that a figure keeps from the next one when nothing stands between them.
const MAX_SHORT_NOUN: usize = 8;

/// A sentence being read.
pub struct Sentence<'a> {
    /// The passage that it stands in; all offsets are of this text.
    pub text: &'a str,
    /// Where it stands.
    pub span: Span,
    /// Words of the dictionary in it.
    pub hits: &'a [Hit],
    /// What topics the words before it in the passage tell of.
    told_before: topic::ToldBefore,
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
            told_before: topic::told_before(around.dictionary, earlier),
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
        let ranges = self.find_ranges(quantities);
        let respective = self.find_respective(quantities).filter(|_| ranges.is_none());
        let mut limit = self.span.start;
        for (index, quantity) in quantities.iter().enumerate() {
            while let Some(zero) = zeros.next_if(|zero| zero.span.start < quantity.span.start) {
                self.read_zero(zero);
            }
            if respective.as_ref().is_some_and(|it| self.read_respective(it, index, quantity))
                || ranges.as_ref().is_some_and(|it| self.read_range(it, index, quantities))
            {
                limit = quantity.span.end;
                continue;
            }
            let next = quantities.get(index + 1).map_or(self.span.end, |next| next.span.start);
            let start = item_start(self.text, limit, quantity.span.start);
            // 就合同、诉讼等提供法律意见30条: what an act is about does not name it.
            let aim = label::act_behind_aim(self.part(start, quantity.span.start));
            let start = start + aim.unwrap_or(0);
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
        self.deal_out_shares();
        (self.drafts, self.refused)
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
        // 比去年同期(104件): in brackets, the level of the time that is named before them.
        let in_front = self.part(item.limit, item.before.start).strip_suffix('(');
        if quantity.class != UnitClass::Multiple
            && before.trim_matches(['为', '是', '约', '的']).is_empty()
            && in_front.is_some_and(|words| {
                earlier::is_base(words.rsplit([',', ';', '。', ')']).next().unwrap_or_default())
            })
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
