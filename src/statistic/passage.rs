//! One passage → drafts of figures: sentence by sentence, number by number, with what the text speaks of as context.

use super::dictionary::{About, Dictionary, Reporter};
use super::draft::Draft;
use super::sentence::Sentence;
use super::{plan, quantity, relation, zero};
use crate::diagnostic::DiagnosticCode;
use crate::text::Span;

/// What is known around a passage.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The dictionary.
    pub dictionary: &'a Dictionary,
    /// What kind of body reports.
    pub reporter: Reporter,
    /// The year that the report covers.
    pub year: Option<i32>,
    /// What the headings above speak of.
    pub headings: About,
    /// Whether the section holds plans: figures in it are targets.
    pub is_plan: bool,
}

/// What a passage gives.
#[derive(Debug, Default)]
pub struct Findings {
    /// Figures, in order. Parents are indices into this list.
    pub drafts: Vec<Draft>,
    /// What was seen and left out.
    pub refused: Vec<(DiagnosticCode, Span)>,
}

/// Distances that keep what is said in the sentence, in the paragraph and in the headings apart.
pub const PARAGRAPH: u32 = 100_000;
/// See [`PARAGRAPH`].
const HEADINGS: u32 = 1_000_000;

/// Reads the figures of one passage; offsets are those of `text`.
pub fn read(text: &str, surroundings: &Surroundings<'_>) -> Findings {
    let quantities = quantity::scan(text);
    let mut findings = Findings { drafts: Vec::new(), refused: quantities.refused };
    let may_state_zero = text.contains(['无', '零', '未', '没', '不']);
    if quantities.found.is_empty() && !may_state_zero {
        return findings;
    }
    let mut hits = Vec::new();
    surroundings.dictionary.hits(text, &mut hits);
    let mut quantities = quantities.found.into_iter().peekable();
    let mut first_hit = 0;
    let mut is_plan = surroundings.is_plan;
    for sentence in sentences(text) {
        while hits.get(first_hit).is_some_and(|hit| hit.span.end <= sentence.start) {
            first_hit += 1;
        }
        let mut own = Vec::new();
        while let Some(quantity) = quantities.next_if(|quantity| quantity.span.start < sentence.end)
        {
            own.push(quantity);
        }
        let words = &text[sentence.start..sentence.end];
        is_plan |= plan::opens_plan(words, surroundings.year);
        if is_plan {
            findings
                .refused
                .extend(own.iter().map(|quantity| (DiagnosticCode::Target, quantity.span)));
            continue;
        }
        let zeros = if may_state_zero { zero::scan(text, sentence) } else { Vec::new() };
        if own.is_empty() && zeros.is_empty() {
            continue;
        }
        let last_hit =
            first_hit + hits[first_hit..].partition_point(|hit| hit.span.end <= sentence.end);
        let reader = Sentence::new(
            text,
            sentence,
            &hits[first_hit..last_hit],
            &hits[..first_hit],
            surroundings,
        );
        let (mut drafts, refused) = reader.read(&own, &zeros);
        findings.refused.extend(refused);
        let base = findings.drafts.len();
        relation::relate(&mut drafts, surroundings.dictionary);
        for draft in &mut drafts {
            draft.parent = draft.parent.map(|parent| parent + base);
        }
        findings.drafts.append(&mut drafts);
    }
    findings
}

/// The longest sentence in bytes that is read as one; a longer one is cut at its next comma, so that a page without
/// full stops is still read in linear time.
const MAX_SENTENCE: usize = 6000;

/// The sentences of a passage.
fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let rest = &text[start..];
        let len = rest
            .char_indices()
            .find(|(at, char)| {
                matches!(char, '。' | '!' | '?' | '\n')
                    || *at > MAX_SENTENCE && matches!(char, ',' | ';' | '、' | ' ')
            })
            .map_or(rest.len(), |(at, char)| at + char.len_utf8());
        let span = Span::new(start, start + len);
        start += len;
        Some(span)
    })
}

<<<<<<< HEAD
/// A former level that waits for the new one: 由28%….
struct Former {
    value: f64,
    before: Span,
}

/// A sentence being read.
struct Sentence<'a> {
    text: &'a str,
    span: Span,
    hits: &'a [Hit],
    earlier: &'a [Hit],
    around: &'a Surroundings<'a>,
    drafts: Vec<Draft>,
    refused: Vec<(DiagnosticCode, Span)>,
    former: Option<Former>,
}

/// The words around one number.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// From the last comma or figure to the number.
    before: Span,
    /// From the unit to the next comma or figure.
    behind: Span,
    /// Where the figure before it ends, or the sentence starts.
    limit: usize,
}

impl Sentence<'_> {
    /// Reads numbers and zero statements in the order in which they stand.
    fn read(
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
        let mut limit = self.span.start;
        for (index, quantity) in quantities.iter().enumerate() {
            while let Some(zero) = zeros.next_if(|zero| zero.span.start < quantity.span.start) {
                self.read_zero(zero);
            }
            let next = quantities.get(index + 1).map_or(self.span.end, |next| next.span.start);
            let item = Item {
                before: Span::new(
                    item_start(self.text, limit, quantity.span.start),
                    quantity.span.start,
                ),
                behind: Span::new(quantity.span.end, item_end(self.text, quantity.span.end, next)),
                limit,
            };
            self.read_quantity(quantity, item);
            limit = quantity.span.end;
        }
        for zero in zeros {
            self.read_zero(zero);
        }
        self.hold_flat();
        (self.drafts, self.refused)
    }

    fn words(&self, span: Span) -> &str {
        self.part(span.start, span.end)
    }

    /// The words from `start` up to `end`; none when they do not lie in the text in this order.
    fn part(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// One number with its unit.
    fn read_quantity(&mut self, quantity: &Quantity, item: Item) {
        let said = self.part(self.span.start, quantity.span.start);
        if plan::is_target(said) {
            self.refused.push((DiagnosticCode::Target, quantity.span));
            return;
        }
        if plan::is_requirement(
            self.words(item.before),
            self.part(quantity.span.end, self.span.end),
        ) {
            self.refused.push((DiagnosticCode::Requirement, quantity.span));
            return;
        }
        let percent = matches!(
            quantity.class,
            UnitClass::Percent | UnitClass::PercentagePoint | UnitClass::Multiple
        );
        match change::role(self.words(item.before), percent) {
            Role::Former => {
                self.former = Some(Former { value: quantity.value, before: item.before })
            }
            Role::Size(direction) => self.read_change(quantity, item, direction),
            Role::Ratio if quantity.class == UnitClass::Multiple => self.read_ratio(quantity, item),
            Role::NewLevel(direction) => self.read_new_level(quantity, item, direction),
            Role::Level | Role::Ratio => match quantity.class {
                UnitClass::PercentagePoint | UnitClass::Multiple => {
                    self.refused.push((DiagnosticCode::NoUnit, quantity.span));
                }
                _ => self.read_level(quantity, item),
            },
        }
    }

    /// An ordinary figure.
    fn read_level(&mut self, quantity: &Quantity, item: Item) {
        for draft in self.level_drafts(quantity, item) {
            self.drafts.push(draft);
        }
    }

    /// The figures that one number gives: one, or several when it holds for several rates.
    fn level_drafts(&self, quantity: &Quantity, item: Item) -> Vec<Draft> {
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let named = self.name(unit, quantity.span, item);
        let mut indicators: Vec<Option<usize>> = Vec::new();
        if quantity.class == UnitClass::Percent {
            indicators = self.shared_rates(quantity, item);
        }
        if indicators.is_empty() {
            indicators.push(named.first().map(|candidate| candidate.indicator));
            // The same words fit two indicators equally: 检察建议5份、司法建议1份,办复率100%.
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

    /// The indicators that fit a number, best first.
    fn name(&self, unit: Option<(&str, UnitClass)>, figure: Span, item: Item) -> Vec<Candidate> {
        let before = self.words(item.before);
        if label::has_noun(before) {
            let named = self.candidates(&[item.before], unit, figure);
            if named.first().is_some_and(|best| !best.bare || item.behind.start == item.behind.end)
            {
                return named;
            }
            let both = self.candidates(&[item.before, item.behind], unit, figure);
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
        if near.is_empty()
            && let Some(previous) = self.previous_measure(figure, item)
        {
            return previous;
        }
        near
    }

    fn candidates(
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
            &self.about(figure.start),
            self.around.reporter,
        )
    }

    /// A second measure of the thing counted right before it: 71批158人次, 11处、1870平方米.
    fn previous_measure(&self, figure: Span, item: Item) -> Option<Vec<Candidate>> {
        let previous = self.drafts.last()?;
        let gap = self.part(previous.figure.end, figure.start);
        let touches = gap.trim_matches(['、', ',', '共', '计', '约', '近', ' ', '(']).is_empty();
        if !touches || label::has_noun(self.words(item.before)) {
            return None;
        }
        let named = Span::new(previous.quote.start, previous.figure.start);
        let unit = quantity_unit(self.text, figure);
        let mut found = self.candidates(&[named], unit, figure);
        found
            .retain(|candidate| Some(candidate.indicator) != previous.canonical && !candidate.bare);
        Some(found)
    }

    /// The verb that governs several counts before it: 对47份文件、12份合同进行合法性审查.
    fn shared_verb(&self, from: usize) -> Option<Span> {
        let rest = self.part(from, self.span.end);
        let rest = &rest[..rest.find([',', ';', '。']).unwrap_or(rest.len())];
        let at =
            ["进行", "开展", "予以", "实施"].iter().filter_map(|verb| rest.find(verb)).min()?;
        Some(Span::new(from + at, from + rest.len()))
    }

    /// 及时受理率、按期答复率均为100%: one value for several rates, each an indicator of its own.
    fn shared_rates(&self, quantity: &Quantity, item: Item) -> Vec<Option<usize>> {
        let before = self.words(item.before);
        if !before.contains(['、', '和', '及', '与']) {
            return Vec::new();
        }
        let unit = Some((quantity.unit.as_str(), quantity.class));
        let mut found = Vec::new();
        let mut start = item.before.start;
        for part in before.split(['、', '和', '及', '与']) {
            let span = Span::new(start, start + part.len());
            start += part.len();
            start += self.part(start, self.text.len()).chars().next().map_or(0, char::len_utf8);
            if !part.contains('率') && !part.contains('度') && !part.contains('比') {
                return Vec::new();
            }
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
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// A draft without value.
    fn draft(&self, indicator: Option<usize>, item: Item, figure: Span) -> Draft {
        let before = self.words(item.before);
        let behind = self.words(item.behind);
        let own_noun = label::has_noun(before);
        let label = label::label(before, behind);
        let start = item.before.end - label::from_noun(before).len();
        let end = if own_noun || behind.is_empty() { figure.end } else { item.behind.end };
        let topic = indicator.map_or_else(
            || self.topic_near(figure.start),
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
            parent: None,
            parent_name: None,
            quote: Span::new(start, end),
            figure,
            clause: self.part(self.span.start, figure.start).matches(';').count(),
            intro: self.intro(gap, before, figure.start),
        }
    }

    /// How a figure is introduced by the words since the figure before it.
    fn intro(&self, gap: &str, before: &str, figure: usize) -> Intro {
        let after_figure = !self.drafts.is_empty();
        let opens_bracket = gap.starts_with('(') || gap.trim_start_matches(')').starts_with('(');
        let listed = ["其中", "包括", "含"].iter().any(|word| gap.contains(word))
            || opens_bracket
            || gap.starts_with(':');
        let said = self.part(self.span.start, figure);
        let stripped = label::strip(before);
        let continues = ["已", "按期", "全部", "均", "其余", "剩余", "涉及"]
            .iter()
            .any(|word| before.starts_with(word))
            || stripped.chars().count() <= 4;
        Intro {
            opens_list: after_figure && listed,
            in_brackets: said.matches('(').count() > said.matches(')').count(),
            own_subject: !continues
                && ["机关", "法院", "政府", "部门", "司法局"]
                    .iter()
                    .any(|word| stripped.contains(word))
                && stripped.chars().count() > 4,
            continues,
            is_zero: false,
            within: self.within(said),
        }
    }

    /// 审结案件中,…: the total that the rest of the sentence breaks down.
    fn within(&self, said: &str) -> Option<usize> {
        let at = said.find("中,").or_else(|| said.find("中:"))?;
        let head = Span::new(self.span.start, self.span.start + at);
        if said[..at].contains("其")
            || self.drafts.iter().any(|draft| draft.figure.start < head.end)
        {
            return None;
        }
        let found =
            self.candidates(&[head], Some(("件", UnitClass::Thing)), Span::new(head.end, head.end));
        found.first().map(|candidate| candidate.indicator)
    }

    /// 同比上升7.4%: goes to the figure before it, or stands alone when it names what changed.
    fn read_change(&mut self, quantity: &Quantity, item: Item, direction: Direction) {
        let change = Change {
            direction,
            value: Some(quantity.value),
            unit: Some(quantity.unit.clone()),
            from: None,
        };
        let before = self.words(item.before);
        let subject = change::subject(before);
        let named = Span::new(item.before.start, item.before.start + subject.len());
        if label::has_noun(subject) {
            let bare_item = Item {
                before: named,
                behind: Span::new(quantity.span.end, quantity.span.end),
                limit: item.limit,
            };
            let mut draft = self.change_draft(bare_item, quantity.span);
            draft.change = Some(change);
            draft.quote = Span::new(draft.quote.start.min(named.end), quantity.span.end);
            self.drafts.push(draft);
            return;
        }
        let told_apart = change::is_told_apart(before);
        let Some(previous) = self.drafts.last_mut() else {
            self.refused.push((DiagnosticCode::NoUnit, quantity.span));
            return;
        };
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

    /// A draft that only states a change; any unit may be behind it.
    fn change_draft(&self, item: Item, figure: Span) -> Draft {
        let rates = self.candidates(&[item.before], Some(("%", UnitClass::Percent)), figure);
        let counts = self.candidates(&[item.before], Some(("件", UnitClass::Thing)), figure);
        let best = match (rates.first(), counts.first()) {
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
    fn rate_of(
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

    /// 新收案件量是2022年的2.4倍.
    fn read_ratio(&mut self, quantity: &Quantity, item: Item) {
        let before = self.words(item.before);
        let cut = ["是上年", "是去年", "是20", "为上年", "为去年", "为20", "达上年", "达20"]
            .iter()
            .filter_map(|word| before.find(word))
            .min()
            .unwrap_or(before.len());
        let named = Item { before: Span::new(item.before.start, item.before.start + cut), ..item };
        let mut draft = self.change_draft(named, quantity.span);
        let direction = if quantity.value < 1.0 { Direction::Down } else { Direction::Up };
        draft.change = Some(Change {
            direction,
            value: Some(quantity.value),
            unit: Some("ratio".to_owned()),
            from: None,
        });
        draft.quote.end = quantity.span.end;
        self.drafts.push(draft);
    }

    /// 由28%提升至36.5%; 同比下降2.6个百分点,降至8.1%; 增至14项.
    fn read_new_level(&mut self, quantity: &Quantity, item: Item, direction: Direction) {
        if let Some(former) = self.former.take() {
            let named = Item { before: former.before, ..item };
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

    /// 与上年持平: the figure before it did not change.
    fn hold_flat(&mut self) {
        let text = self.text;
        for (at, _) in text[self.span.start..self.span.end].match_indices("持平") {
            let at = self.span.start + at;
            let item = self
                .part(self.span.start, at)
                .rfind([',', ';', '、'])
                .map_or(self.span.start, |mark| self.span.start + mark);
            if !change::compares(self.part(item, at)) {
                continue;
            }
            if let Some(draft) = self.drafts.iter_mut().rev().find(|draft| draft.figure.end <= at)
                && draft.change.is_none()
            {
                draft.change = Some(Change {
                    direction: Direction::Flat,
                    value: None,
                    unit: None,
                    from: None,
                });
            }
        }
    }

    /// 无一件败诉.
    fn read_zero(&mut self, zero: &zero::Zero) {
        let said = self.part(self.span.start, zero.span.start);
        if plan::is_target(said) {
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
            if zero.needs_name
                && !best
                    .is_some_and(|index| is_event(self.around.dictionary.indicators[index].topic))
            {
                continue;
            }
            let noun = if behind.1.start < behind.1.end { behind.1 } else { behind.0 };
            let item = Item { before: zero.before, behind: noun, limit: zero.span.start };
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
    fn zero_label(&self, zero: &zero::Zero, noun: Span) -> String {
        let noun = self.words(noun).trim_matches(['”', '“', ' ']);
        let before = label::strip(self.words(zero.before));
        if noun.chars().count() >= 4 || before.is_empty() {
            label::label(noun, "")
        } else {
            label::label(&format!("{before}{noun}"), "")
        }
    }

    /// 未发生因信息公开引起的行政复议、行政诉讼: each part with the words that all share.
    fn zero_parts(&self, zero: &zero::Zero) -> Vec<(Span, Span)> {
        let words = self.words(zero.behind);
        let whole = vec![(zero.behind, Span::new(zero.behind.end, zero.behind.end))];
        if !words.contains(['、', '和']) {
            return whole;
        }
        let shared_len = words
            .find(['、', '和'])
            .map_or(0, |mark| words[..mark].rfind('的').map_or(0, |of| of + '的'.len_utf8()));
        let shared = Span::new(zero.behind.start, zero.behind.start + shared_len);
        let mut parts = Vec::new();
        let mut names = Vec::new();
        let mut start = shared.end;
        for part in words[shared_len..].split(['、', '和']) {
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
                _ => return whole,
            }
        }
        parts
    }

    /// What the text up to `at` speaks of, and how far back.
    fn about(&self, at: usize) -> About {
        let mut about = self.around.headings;
        let dictionary = self.around.dictionary;
        for hit in self.earlier.iter().rev().take(400) {
            if let Some(topic) = dictionary.about(*hit) {
                let far = PARAGRAPH + distance(at, hit.span.end);
                let slot = &mut about[topic as usize];
                *slot = Some(slot.map_or(far, |known| known.min(far)));
            }
        }
        for hit in self.hits {
            if let Some(topic) = dictionary.about(*hit) {
                let far = if hit.span.end <= at {
                    distance(at, hit.span.end)
                } else {
                    PARAGRAPH / 2 + distance(hit.span.start, at)
                };
                let slot = &mut about[topic as usize];
                *slot = Some(slot.map_or(far, |known| known.min(far)));
            }
        }
        about
    }

    /// The topic that the sentence, else the headings, speak of; for figures that the dictionary does not know.
    fn topic_near(&self, at: usize) -> Topic {
        let about = self.about(at);
        Topic::ALL
            .into_iter()
            .filter_map(|topic| about[topic as usize].map(|far| (far, topic)))
            .filter(|(far, _)| !(PARAGRAPH..HEADINGS).contains(far))
            .min_by_key(|(far, _)| *far)
            .map_or(Topic::Other, |(_, topic)| topic)
    }
}

fn distance(from: usize, to: usize) -> u32 {
=======
/// How far apart two places are, within a sentence.
pub fn distance(from: usize, to: usize) -> u32 {
>>>>>>> main
    u32::try_from(from.saturating_sub(to)).unwrap_or(PARAGRAPH - 1).min(PARAGRAPH / 2 - 1)
}

/// What headings speak of: the nearest heading counts most.
pub fn headings_about(dictionary: &Dictionary, headings: &[&str]) -> About {
    let mut about: About = Default::default();
    let mut hits = Vec::new();
    for (depth, heading) in headings.iter().rev().enumerate() {
        hits.clear();
        dictionary.hits(heading, &mut hits);
        for hit in &hits {
            if let Some(topic) = dictionary.about(*hit) {
                let far = HEADINGS
                    + u32::try_from(depth).unwrap_or(0) * 1000
                    + distance(heading.len(), hit.span.end);
                let slot = &mut about[topic as usize];
                *slot = Some(slot.map_or(far, |known| known.min(far)));
            }
        }
    }
    about
}
