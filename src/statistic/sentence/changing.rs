//! Changes in a sentence: which figure a change belongs to.

use super::{Former, Item, Sentence};
use crate::diagnostic::DiagnosticCode;
use crate::statistic::draft::{Draft, Intro};
use crate::statistic::quantity::Quantity;
use crate::statistic::unit::UnitClass;
use crate::statistic::{Change, Direction, change, earlier, label};
use crate::text::{Span, words};

/// 持平.
const FLAT: Change = Change { direction: Direction::Flat, value: None, unit: None, from: None };

/// How many figures back a change may name again what it is of.
const MAX_BACK: usize = 2;

/// Units that a change may be of, the likeliest first.
const COUNTED: [(&str, UnitClass); 4] = [
    ("件", UnitClass::Thing),
    ("人次", UnitClass::Person),
    ("次", UnitClass::Occasion),
    ("元", UnitClass::Money),
];

/// Whether words end in a number with decimals and no unit: 比值达2.6.
fn ends_in_decimal(words: &str) -> bool {
    let digits = |char: char| char.is_ascii_digit();
    let whole = words.trim_end_matches(digits);
    let stem = whole.strip_suffix('.').filter(|_| whole.len() < words.len());
    stem.is_some_and(|stem| stem.ends_with(digits))
}

/// Whether the unit of a change is that of counts, not of percent or multiples.
fn is_counted(unit: Option<&str>) -> bool {
    !matches!(unit, None | Some("%" | "个百分点" | "倍" | "ratio"))
}

/// Whether a figure only tells a change, in `unit`, from a level that has not been told.
fn is_change_in(draft: &Draft, unit: &str) -> bool {
    let is_open = |change: &Change| change.from.is_none() && change.unit.as_deref() == Some(unit);
    draft.value.is_none() && draft.change.as_ref().is_some_and(is_open)
}

impl Sentence<'_> {
    /// Whether a new level follows the one that ends at `from`: 由28%提升至36.5%.
    pub(super) fn leads_to_new_level(&self, from: usize) -> bool {
        let rest = self.part(from, self.span.end);
        let rest = &rest[..rest.find([',', ';', '。']).unwrap_or(rest.len())];
        rest.contains(['至', '到', '为']) && rest.contains(|char: char| char.is_ascii_digit())
    }

    /// 同比上升7.4%: goes to the figure before it, or stands alone when it names what changed.
    pub(super) fn read_change(&mut self, quantity: &Quantity, item: Item, direction: Direction) {
        let base = self.base.take();
        let change = Change {
            direction,
            value: Some(quantity.value.abs()),
            unit: Some(quantity.unit.clone()),
            from: base.as_ref().map(|base| base.quantity.value),
        };
        // 受理量较上年的188件增长9%: what changed stands before the earlier level.
        let item = base.map_or(item, |base| self.item_with(base.before, item));
        let text = self.text;
        let before = text.get(item.before.start..item.before.end).unwrap_or_default();
        let subject = change::subject(before);
        let named = Span::new(item.before.start, item.before.start + subject.len());
        let named = self.name_in_front(item, subject).unwrap_or(named);
        let subject = text.get(named.start..named.end).unwrap_or_default();
        let direction = self.bettered(before, subject).unwrap_or(direction);
        let change = Change { direction, ..change };
        if label::has_noun(subject) && self.change_repeated(subject, &change, quantity) {
            return;
        }
        if label::has_noun(subject) {
            let behind = Span::new(quantity.span.end, quantity.span.end);
            let bare_item = self.item(named, behind, item.limit, item.next);
            let mut draft = self.change_draft(bare_item, quantity.span);
            draft.change = Some(change);
            draft.quote = Span::new(draft.quote.start.min(named.end), quantity.span.end);
            self.drafts.push(draft);
            return;
        }
        let told_apart = change::is_told_apart(before);
        let last_figure = self.drafts.last().map(|draft| draft.figure.end);
        let is_size = change::size_at_end(before.trim_end_matches('-')).is_some();
        // 复议诉讼比值达2.6,同比增长76.5%: what grew is a number without unit, which is no figure.
        let between = last_figure.map_or("", |end| self.part(end, item.before.start));
        if between.split(',').any(ends_in_decimal) {
            self.refused.push((DiagnosticCode::NoUnit, quantity.span));
            return;
        }
        // 受理2203件(含旧存245件),同比增长33%: the change is that of what stands before the brackets.
        let last = self.drafts.last();
        let is_behind_bracket = last.is_some_and(|last| {
            last.intro.in_brackets
                && self.part(last.figure.end, item.before.end).contains([')', '）'])
        });
        let place = self
            .count_before_share(quantity.class)
            .or_else(|| self.total_of_list())
            .or_else(|| {
                self.drafts.iter().rposition(|draft| !is_behind_bracket || !draft.intro.in_brackets)
            });
        let Some(previous) = place.map(|place| &mut self.drafts[place]) else {
            self.refused.push((DiagnosticCode::NoUnit, quantity.span));
            return;
        };
        // 减少23件,降幅15%: one change in two measures.
        if let Some(known) = &previous.change
            && is_size
            && known.direction == direction
        {
            previous.quote.end = quantity.span.end;
            return;
        }
        // 较上年558件增加555件,同比增长99.5%: one change, once counted and once in percent.
        if let Some(known) = &previous.change
            && known.direction == direction
            && known.value.is_some()
            && is_counted(known.unit.as_deref()) != is_counted(change.unit.as_deref())
            && !told_apart
        {
            previous.quote.end = quantity.span.end;
            return;
        }
        // 由56件增至78件,增长39.3%: the size of the change whose ends are known.
        if let Some(known) = &mut previous.change
            && known.value.is_none()
            && known.from.is_some()
            && known.direction == direction
            && quantity.class != UnitClass::PercentagePoint
        {
            known.value = change.value;
            known.unit = change.unit;
            previous.quote.end = quantity.span.end;
            return;
        }
        // 比上年增长4%: a percentage of the figure before it says nothing by itself.
        let is_share =
            quantity.class == UnitClass::Percent && previous.class != Some(UnitClass::Percent);
        let told_apart = told_apart && change.from.is_none() && !is_share;
        let counted = previous.value.is_some_and(|value| value != 0.0)
            || previous.value.is_none() && previous.change.is_none();
        if counted && previous.change.is_none() && !told_apart {
            previous.change = Some(change);
            previous.quote.end = quantity.span.end;
            return;
        }
        // The change of something that was zero, or told apart, is a figure of its own.
        let mut draft = previous.clone();
        draft.canonical = self.rate_of(draft.canonical, draft.value, quantity.class);
        draft.value = None;
        draft.unit = None;
        draft.class = None;
        draft.approximation = None;
        draft.parent = None;
        draft.intro = Intro::default();
        draft.change = Some(change);
        draft.quote = Span::new(item.before.start, quantity.span.end);
        draft.figure = quantity.span;
        self.drafts.push(draft);
    }

    /// 受理21件,占总数的35.6%,较去年下降27.6%: in percent, what fell is the count and not its share.
    fn count_before_share(&self, change: UnitClass) -> Option<usize> {
        let [.., count, share] = &self.drafts[..] else { return None };
        let is_share = share.class == Some(UnitClass::Percent) && share.label.ends_with("占比");
        let is_count = count.class != Some(UnitClass::Percent) && count.value.is_some();
        (change == UnitClass::Percent && is_share && is_count && count.change.is_none())
            .then(|| self.drafts.len() - 2)
    }

    /// 梳理事项87项,其中许可46项、处罚41项,较上年减少14项: behind all the parts of a total, the change is that of the total.
    fn total_of_list(&self) -> Option<usize> {
        let last = self.drafts.last()?;
        let mut sum = 0.0;
        for (index, part) in self.drafts.iter().enumerate().rev() {
            if part.class != last.class || part.unit != last.unit || part.intro.in_brackets {
                return None;
            }
            sum += part.value?;
            if part.intro.opens_list {
                let total = index.checked_sub(1)?;
                let whole = &self.drafts[total];
                let is_whole = index + 1 < self.drafts.len()
                    && whole.unit == last.unit
                    && whole.value == Some(sum)
                    && whole.change.is_none();
                return is_whole.then_some(total);
            }
        }
        None
    }

    /// 刑事立案数(同比下降13.4%): what changed stands before the bracket that only holds its change.
    fn name_in_front(&self, item: Item, subject: &str) -> Option<Span> {
        let said = self.part(item.limit, item.before.start);
        // 行政不作为类案件明显增加,同比增长50%: named in the clause before, which only says that it grew.
        let is_first = self.drafts.is_empty() && subject.is_empty();
        if let Some(words) = said.strip_suffix(',').filter(|_| is_first)
            && change::ends_in_direction(words).is_some()
        {
            const HOW: [&str; 6] = ["明显", "大幅", "持续", "有所", "显著", "稳步"];
            let start = words.rfind([',', ';', ':']).map_or(0, |mark| mark + 1);
            let noun = change::subject(&words[start..]);
            let noun = HOW.iter().find_map(|how| noun.strip_suffix(how)).unwrap_or(noun);
            let at = item.limit + start;
            return label::has_noun(noun).then(|| Span::new(at, at + noun.len()));
        }
        let words = said.strip_suffix('(').filter(|_| subject.is_empty())?;
        let start = words
            .rfind([',', ';', '、', '和', ')', ':'])
            .map_or(0, |mark| mark + words[mark..].chars().next().map_or(0, char::len_utf8));
        let noun = &words[start..];
        // 15件(同比下降9%): nothing but a number stands there.
        (label::has_noun(noun) && !noun.starts_with(|char: char| char.is_ascii_digit()))
            .then(|| Span::new(item.limit + start, item.limit + words.len()))
    }

    /// PM2.5浓度同比改善13%: what is bettered fell where less of it is better.
    fn bettered(&self, before: &str, subject: &str) -> Option<Direction> {
        let is_bettered = before.trim_end_matches(['了', '约', '近']).ends_with("改善");
        let of_less = |words: &str| ["浓度", "指数"].iter().any(|noun| words.contains(noun));
        let of_previous = || self.drafts.last().is_some_and(|draft| of_less(&draft.label));
        let fell = of_less(subject) || subject.is_empty() && of_previous();
        (is_bettered && fell).then_some(Direction::Down)
    }

    /// 办理简易程序案件320件,案件数量同比增长4.7%; 事故9起,死亡3人,事故起数、死亡人数均下降25%: the change of figures
    /// that its words name again. `false` when they name anything else.
    fn change_repeated(&mut self, subject: &str, change: &Change, quantity: &Quantity) -> bool {
        const COUNTS: &[&str] =
            &["数量", "总数", "总量", "件数", "起数", "人数", "户数", "次数", "数额", "数", "量"];
        let noun = |name: &str| -> String {
            let name = label::strip(name);
            let bare = COUNTS.iter().find_map(|count| name.strip_suffix(count)).unwrap_or(name);
            bare.to_owned()
        };
        let mut found = Vec::new();
        for name in subject.split(['、', '和', '与']) {
            let noun = noun(name);
            let place = self.drafts.iter().enumerate().rev().position(|(index, draft)| {
                !found.contains(&index)
                    && draft.value.is_some_and(|value| value != 0.0)
                    && draft.change.is_none()
                    && (draft.class != Some(UnitClass::Percent))
                    && (quantity.class == UnitClass::Percent || draft.class == Some(quantity.class))
                    && draft.label.contains(&noun)
            });
            // Only the figures right before it.
            let Some(place) = place.filter(|place| *place <= MAX_BACK && noun.chars().count() > 1)
            else {
                return false;
            };
            found.push(self.drafts.len() - 1 - place);
        }
        if found.len() == 1 && found[0] + 1 == self.drafts.len() {
            self.drafts[found[0]].quote.end = quantity.span.end;
        }
        for index in found {
            self.drafts[index].change = Some(change.clone());
        }
        true
    }

    /// A draft that only states a change; any unit may be behind it.
    pub(super) fn change_draft(&self, item: Item, figure: Span) -> Draft {
        let rates = self.candidates(&[item.before], Some(("%", UnitClass::Percent)), figure);
        // A change in percent does not say what unit is counted: cases, most often, else persons, times or money.
        // 集体访批次同比下降12%: its last words say what is counted.
        let said = self.words(item.before);
        let of_things =
            ["批次", "件次", "批数", "件数", "起数"].iter().any(|end| said.ends_with(end));
        let counts = COUNTED
            .iter()
            .filter(|unit| !of_things || unit.1 == UnitClass::Thing)
            .filter_map(|unit| {
                self.candidates(&[item.before], Some(*unit), figure).into_iter().next()
            })
            .reduce(|best, other| {
                let better = (best.bare && !other.bare)
                    || best.bare == other.bare && other.score > best.score;
                if better { other } else { best }
            });
        let best = match (rates.first(), counts.as_ref()) {
            (Some(rate), Some(count)) if !rate.bare || count.bare => (rate.score >= count.score
                || self.words(item.before).ends_with(['率', '度', '比']))
            .then_some(rate)
            .or(Some(count)),
            (rate, count) => {
                rate.filter(|_| self.words(item.before).contains('率')).or(count).or(rate)
            }
        };
        self.draft(best.map(|candidate| candidate.indicator), item, figure)
    }

    /// 无一件败诉,与去年同期下降了9%: what fell is the rate, since the count is zero.
    pub(super) fn rate_of(
        &self,
        indicator: Option<usize>,
        value: Option<f64>,
        class: UnitClass,
    ) -> Option<usize> {
        let index = indicator?;
        if value != Some(0.0) || class != UnitClass::Percent {
            return indicator;
        }
        let rate = format!("{}率", self.around.dictionary.indicators[index].name);
        self.around.dictionary.index_of(&rate).or(indicator)
    }

    /// 新收案件量是2021年的1.8倍.
    pub(super) fn read_ratio(&mut self, quantity: &Quantity, item: Item) {
        let before = self.words(item.before);
        let cut = ["是上年", "是去年", "是20", "为上年", "为去年", "为20", "达上年", "达20"]
            .iter()
            .filter_map(|word| before.find(word))
            .min()
            .unwrap_or(before.len());
        let named = self.item_with(Span::new(item.before.start, item.before.start + cut), item);
        let direction = if quantity.value < 1.0 { Direction::Down } else { Direction::Up };
        let change = Change {
            direction,
            value: Some(quantity.value),
            unit: Some("ratio".to_owned()),
            from: None,
        };
        // 收到申请84654件,是上年的4.4倍: the figure before it is what grew.
        if !label::is_noun(self.words(named.noun))
            && let Some(previous) = self.drafts.last_mut()
            && previous.value.is_some()
            && previous.change.is_none()
        {
            previous.change = Some(change);
            previous.quote.end = quantity.span.end;
            return;
        }
        let mut draft = self.change_draft(named, quantity.span);
        draft.change = Some(change);
        draft.quote.end = quantity.span.end;
        self.drafts.push(draft);
    }

    /// 由28%提升至36.5%; 同比下降1.1个百分点,降至5.2%; 增至14项.
    pub(super) fn read_new_level(&mut self, quantity: &Quantity, item: Item, direction: Direction) {
        if let Some(former) = self.former.take() {
            let named = self.item(former.before, item.behind, former.limit, item.next);
            for mut draft in self.level_drafts(quantity, named) {
                draft.change =
                    Some(Change { direction, value: None, unit: None, from: Some(former.value) });
                draft.quote.end = quantity.span.end;
                self.drafts.push(draft);
            }
            return;
        }
        let subject = change::subject(self.words(item.before));
        if !label::has_noun(subject)
            && let Some(previous) = self.drafts.last_mut()
            && previous.value.is_none()
            && previous.change.is_some()
        {
            previous.value = Some(quantity.value);
            previous.unit = Some(quantity.unit.clone());
            previous.class = Some(quantity.class);
            previous.approximation = quantity.approximation;
            previous.quote.end = quantity.span.end;
            return;
        }
        self.read_level(quantity, item);
    }

    /// 满意率同比上升0.6个百分点,达到98.7%: the level that the change before it led to.
    pub(super) fn completes_change(&self, quantity: &Quantity, item: Item) -> bool {
        quantity.class == UnitClass::Percent
            && matches!(self.words(item.before).trim_end_matches(['了', ' ']), "达" | "达到" | "为")
            && self.drafts.last().is_some_and(|draft| {
                let unit = draft.change.as_ref().and_then(|change| change.unit.as_deref());
                draft.value.is_none() && unit == Some("个百分点")
            })
    }

    /// 与上年持平: the figure before it did not change.
    pub(super) fn hold_flat(&mut self) {
        let text = self.text;
        for at in words::places(&text[self.span.start..self.span.end], "持平") {
            let at = self.span.start + at;
            let item = self.part(self.span.start, at).rfind([',', ';', '、']).map_or(
                self.span.start,
                |mark| {
                    let mark = self.span.start + mark;
                    mark + text[mark..].chars().next().map_or(0, char::len_utf8)
                },
            );
            if !change::compares(self.part(item, at)) {
                continue;
            }
            let subject = change::subject(self.part(item, at));
            if self.drafts.iter().all(|draft| draft.figure.start < item || draft.figure.end > at)
                && label::has_noun(subject)
            {
                let named = Span::new(item, item + subject.len());
                let figure = Span::new(at, at + "持平".len());
                let behind = Span::new(at, at);
                let mut draft = self.change_draft(self.item(named, behind, item, at), figure);
                draft.change = Some(FLAT);
                self.drafts.push(draft);
                continue;
            }
            if let Some(draft) = self.drafts.iter_mut().rev().find(|draft| draft.figure.end <= at)
                && draft.change.is_none()
            {
                draft.change = Some(FLAT);
            }
        }
    }

    /// Whether there is something that an earlier level can be compared with: the figure before it in the same unit, or
    /// what its own words name.
    pub(super) fn has_base_for(&self, quantity: &Quantity, item: Item) -> bool {
        label::has_noun(change::subject(self.words(item.before)))
            || self.drafts.last().is_some_and(|draft| {
                draft.value.is_some()
                    && draft.class == Some(quantity.class)
                    && draft.change.is_none()
                    || is_change_in(draft, &quantity.unit)
            })
    }

    /// 受理205件,上年为188件: nothing says how the figure changed, so the two values do.
    pub(super) fn settle_base(&mut self) {
        let Some(base) = self.base.take() else { return };
        // 受理数同比增加12件(去年同期41件): the size of the change is known, and now where it started.
        if let Some(draft) =
            self.drafts.last_mut().filter(|it| is_change_in(it, &base.quantity.unit))
            && let Some(change) = &mut draft.change
        {
            change.from = Some(base.quantity.value);
            draft.quote.end = base.quantity.span.end;
            return;
        }
        let previous = self
            .drafts
            .last_mut()
            .filter(|draft| draft.change.is_none() && draft.class == Some(base.quantity.class));
        match previous {
            Some(Draft { value: Some(value), change, quote, .. }) => {
                *change = Some(Change {
                    direction: Direction::between(base.quantity.value, *value),
                    value: None,
                    unit: None,
                    from: Some(base.quantity.value),
                });
                quote.end = base.quantity.span.end;
            }
            _ => self.refused.push((DiagnosticCode::NoUnit, base.quantity.span)),
        }
    }

    /// Keeps a former level until the new one is read.
    pub(super) fn keep_former(&mut self, quantity: &Quantity, item: Item) {
        // 占比由上年的14.5%: what changed stands before the preposition.
        let words = self.words(item.before);
        let words = words.trim_end_matches("平均");
        let named = earlier::strip(words).trim_end_matches(['由', '从']).len();
        let before = Span::new(item.before.start, item.before.start + named);
        self.former = Some(Former { value: quantity.value, before, limit: item.limit });
    }
}
