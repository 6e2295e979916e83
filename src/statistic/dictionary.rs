//! The dictionary of indicators (指标), compiled from `indicators.txt`.
//!
//! The text file is data that a person of the field can extend; its head explains the notation. This file reads it,
//! finds its words in a passage in one pass, and tells which indicator fits a window of text best.

use crate::order;
use std::sync::OnceLock;

use super::Topic;
pub use super::matcher::Hit;
use super::matcher::Matcher;
use super::passage::PARAGRAPH;
use super::unit::{self, UnitClass};
use crate::text::Span;

/// The source of the dictionary.
const SOURCE: &str = include_str!("indicators.txt");

/// One indicator of the dictionary.
#[derive(Debug)]
pub struct Indicator {
    /// Its name, by which reports are compared.
    pub name: &'static str,
    /// What it belongs to.
    pub topic: Topic,
    /// Units it is counted in.
    units: Vec<&'static str>,
    /// Kind of the first of them.
    class: Option<UnitClass>,
}

/// What a report may write where the figure of an indicator stands.
#[derive(Debug)]
struct Form {
    /// Index of the indicator.
    indicator: usize,
    /// Kinds of the units that its figures are counted in.
    classes: Classes,
    /// Words that must all stand in the window; the first one is where the form is looked up.
    pieces: Vec<u16>,
    /// Words that must not stand in the window.
    without: Vec<u16>,
    /// Words of which one must stand earlier in the sentence.
    earlier: Vec<u16>,
    /// Whether it needs a text that speaks of its topic.
    bare: bool,
    /// Whose reports it holds for.
    reporter: Option<Reporter>,
    /// Length of its pieces in characters.
    weight: u32,
}

/// Where a form is found.
struct Entry {
    /// Index of the form.
    form: u16,
    /// Kinds of the units that its figures are counted in.
    classes: Classes,
    /// The bits of its other words.
    needs: u64,
}

/// One bit for some of the words: most are told apart by it.
const fn bit(piece: u16) -> u64 {
    1 << (piece % 64)
}

/// Some kinds of units, one bit each.
#[derive(Clone, Copy, Debug)]
struct Classes(u16);

impl Classes {
    fn of(units: &[&str]) -> Self {
        Self(units.iter().fold(0, |bits, unit| bits | 1 << unit::class_of(unit) as u32))
    }

    const fn has(self, class: UnitClass) -> bool {
        self.0 >> class as u32 & 1 == 1
    }
}

/// 报告主体: what kind of body reports; decides what 行政复议案件 means in its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reporter {
    /// A body that decides reconsideration cases: a government above the town, a justice department.
    Body,
    /// Any other organ: a respondent.
    Organ,
}

/// The compiled dictionary.
pub struct Dictionary {
    /// The indicators, in the order of the file.
    pub indicators: Vec<Indicator>,
    forms: Vec<Form>,
    /// Forms by their first piece, side by side: few of those that are looked at fit the unit, and the others are not
    /// read.
    by_piece: Vec<Entry>,
    /// For each piece, where its forms start in `by_piece`; one more, where the last ones end.
    starts: Vec<usize>,
    /// What topic a piece tells of.
    about: Vec<Option<Topic>>,
    /// What topic a figure is of whose own words hold a piece, where the dictionary has no name for it.
    kinds: Vec<Option<Topic>>,
    matcher: Matcher,
}

/// How near the words that a figure's name is taken from stand to it.
#[derive(Clone, Copy, Debug)]
pub struct Window<'a> {
    /// Stretches of the passage that name the figure.
    pub spans: &'a [Span],
    /// Where the sentence starts.
    pub sentence: usize,
    /// Where the figure starts.
    pub figure: usize,
}

/// An indicator that fits a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Index of the indicator.
    pub indicator: usize,
    /// How much of the window it explains; higher is better.
    pub score: u32,
    /// Whether it only fits because the text speaks of its topic.
    pub bare: bool,
    /// Whether it needs words from earlier in the sentence.
    pub by_context: bool,
    /// Where the last of those words stands.
    pub context: usize,
    /// Where its words start in the passage.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

/// What a text speaks of, as far away as it says so. Smaller is nearer; `None` when it does not.
pub type About = [Option<u32>; Topic::COUNT];

/// The dictionary, compiled once.
pub fn dictionary() -> &'static Dictionary {
    static COMPILED: OnceLock<Dictionary> = OnceLock::new();
    COMPILED.get_or_init(|| Dictionary::compile(SOURCE))
}

impl Dictionary {
    /// Reads the notation; a line that does not follow it is left out (a test reads every line).
    fn compile(source: &'static str) -> Self {
        let mut pieces = Matcher::default();
        let mut indicators = Vec::new();
        let mut forms = Vec::new();
        let mut about_words: Vec<(u16, Topic)> = Vec::new();
        let mut kind_words: Vec<(u16, Topic)> = Vec::new();
        let mut topic = None;
        let mut section = "";
        for line in
            source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
                topic = Topic::from_slug(name);
                continue;
            }
            let mut columns = line.split('|').map(str::trim);
            let (Some(name), Some(second)) = (columns.next(), columns.next()) else { continue };
            let words = match section {
                "about" => Some(&mut about_words),
                "kinds" => Some(&mut kind_words),
                _ => None,
            };
            if let Some(words) = words {
                if let Some(topic) = Topic::from_slug(name) {
                    words.extend(second.split(' ').map(|word| (pieces.insert(word), topic)));
                }
                continue;
            }
            let (Some(topic), Some(third)) = (topic, columns.next()) else { continue };
            let units: Vec<_> = second.split(' ').filter(|unit| !unit.is_empty()).collect();
            let class = units.first().map(|unit| unit::class_of(unit));
            let classes = Classes::of(&units);
            let indicator = indicators.len();
            indicators.push(Indicator { name, topic, units, class });
            forms.extend(
                third
                    .split(';')
                    .filter_map(|form| Form::read(form.trim(), indicator, classes, &mut pieces)),
            );
        }
        let (by_piece, starts) = by_piece(&forms, pieces.len());
        let topics = |words: Vec<(u16, Topic)>| {
            let mut topics = vec![None; pieces.len()];
            for (piece, topic) in words {
                if let Some(told) = topics.get_mut(usize::from(piece)) {
                    *told = Some(topic);
                }
            }
            topics
        };
        let (about, kinds) = (topics(about_words), topics(kind_words));
        Self { indicators, forms, by_piece, starts, about, kinds, matcher: pieces }
    }

    /// The dictionary's words in `text`, by where they end.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        self.matcher.find(text)
    }

    /// What topic a word tells of.
    pub fn about(&self, hit: Hit) -> Option<Topic> {
        self.about[usize::from(hit.word)]
    }

    /// What topic a figure is of that a word names, where the dictionary has no indicator for it.
    pub fn kind(&self, hit: Hit) -> Option<Topic> {
        self.kinds[usize::from(hit.word)]
    }

    /// All indicators that fit a window with a unit of `class`, best first.
    ///
    /// `hits` are those of the sentence. `about` says how far away the text speaks of each topic.
    pub fn candidates(
        &self,
        window: Window<'_>,
        unit: Option<(&str, UnitClass)>,
        hits: &[Hit],
        about: &About,
        reporter: Reporter,
    ) -> Vec<Candidate> {
        let near = hits_in(hits, window.spans);
        if near.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Candidate, u32)> = Vec::new();
        // Most words that a form asks for are told to be none of them by one bit.
        let bits = near.iter().fold(0, |bits, hit| bits | bit(hit.word));
        let nearest = about.iter().flatten().copied().min().unwrap_or(u32::MAX);
        for hit in &near {
            for entry in self.forms_at(hit.word) {
                if entry.needs & !bits != 0
                    || unit.is_some_and(|(_, class)| !entry.classes.has(class))
                {
                    continue;
                }
                let form = &self.forms[usize::from(entry.form)];
                if form.reporter.is_some_and(|wanted| wanted != reporter) {
                    continue;
                }
                let has = |piece: &u16| {
                    bits & bit(*piece) != 0 && near.iter().any(|hit| hit.word == *piece)
                };
                if !form.pieces[1..].iter().all(has) || form.without.iter().any(has) {
                    continue;
                }
                let is_earlier = |hit: &&Hit| {
                    form.earlier.contains(&hit.word)
                        && hit.span.start >= window.sentence
                        && hit.span.end <= window.figure
                };
                let by_context = !form.earlier.is_empty();
                let context = hits.iter().rev().filter(|_| by_context).find(is_earlier);
                if by_context && context.is_none() {
                    continue;
                }
                let indicator = &self.indicators[form.indicator];
                let Some(fit) = unit_fit(indicator, form.classes, unit) else { continue };
                let place = |piece: &u16| near.iter().find(|hit| hit.word == *piece);
                let words = || form.pieces.iter().filter_map(place).map(|hit| hit.span);
                let mut score = form.weight * 10 + fit + if by_context { 25 } else { 0 };
                let mut distance = 0;
                let mut bare = form.bare;
                if form.bare {
                    // A word that tells of the topic right here, besides the words of the form itself.
                    let told = near.iter().any(|hit| {
                        self.about(*hit) == Some(indicator.topic)
                            && words().all(|word| {
                                hit.span.end <= word.start || word.end <= hit.span.start
                            })
                    });
                    if told {
                        score += 34;
                        bare = false;
                    } else {
                        let Some(far) = about[indicator.topic as usize] else { continue };
                        // 仲裁案件324件,审结311件: where the sentence speaks of something else, what the
                        // paragraph spoke of before does not name its figures.
                        if far >= PARAGRAPH && nearest < PARAGRAPH / 2 {
                            continue;
                        }
                        distance = far;
                    }
                } else {
                    score += 8;
                }
                let start = words().map(|word| word.start).min().unwrap_or(hit.span.start);
                let end = words().map(|word| word.end).max().unwrap_or(hit.span.end);
                found.push((
                    Candidate {
                        indicator: form.indicator,
                        score,
                        bare,
                        by_context,
                        context: context.map_or(0, |hit| hit.span.start),
                        start,
                        end,
                    },
                    distance,
                ));
            }
        }
        // A form that names its topic beats one that only fits; of those, the nearest topic wins.
        order::sort_by_key(&mut found, |(candidate, distance)| {
            let far = if candidate.bare { u64::from(*distance) } else { 0 };
            let worse =
                u64::from(u32::MAX - candidate.score) << 32 | order::place(candidate.indicator);
            (u64::from(candidate.bare) << 32 | far, worse)
        });
        let mut best: Vec<Candidate> = Vec::with_capacity(found.len());
        for (candidate, _) in found {
            if !best.iter().any(|other| other.indicator == candidate.indicator) {
                best.push(candidate);
            }
        }
        best
    }

    /// The forms whose first piece is `piece`.
    fn forms_at(&self, piece: u16) -> &[Entry] {
        let piece = usize::from(piece);
        &self.by_piece[self.starts[piece]..self.starts[piece + 1]]
    }

    /// The unit that an indicator is usually counted in.
    pub fn unit_of(&self, index: usize) -> Option<String> {
        self.indicators.get(index)?.units.first().map(|unit| (*unit).to_owned())
    }

    /// Whether an indicator's line lists a unit.
    pub fn is_counted_in(&self, index: usize, unit: &str) -> bool {
        self.indicators.get(index).is_some_and(|indicator| indicator.units.contains(&unit))
    }

    /// The index of an indicator by its name.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.indicators.iter().position(|indicator| indicator.name == name)
    }
}

/// Forms by their first piece, and where those of each piece start.
fn by_piece(forms: &[Form], n_pieces: usize) -> (Vec<Entry>, Vec<usize>) {
    let first = |form: &Form| form.pieces.first().map_or(n_pieces, |piece| usize::from(*piece));
    let needs = |form: &Form| form.pieces.iter().skip(1).fold(0, |bits, piece| bits | bit(*piece));
    let entry =
        |index, form: &Form| Entry { form: index, classes: form.classes, needs: needs(form) };
    let mut found: Vec<(usize, Entry)> = (0..)
        .zip(forms)
        .map(|(index, form)| (first(form), entry(index, form)))
        .filter(|(piece, _)| *piece < n_pieces)
        .collect();
    order::sort_by_key(&mut found, |(piece, _)| (order::place(*piece), 0));
    let starts = (0..=n_pieces).map(|piece| found.partition_point(|(other, _)| *other < piece));
    let starts = starts.collect();
    (found.into_iter().map(|(_, entry)| entry).collect(), starts)
}

/// The hits that lie in one of `spans`.
fn hits_in(hits: &[Hit], spans: &[Span]) -> Vec<Hit> {
    let Some(start) = spans.iter().map(|span| span.start).min() else { return Vec::new() };
    let end = spans.iter().map(|span| span.end).max().unwrap_or(start);
    // Hits are sorted by where they end.
    let first = hits.partition_point(|hit| hit.span.end <= start);
    let inside = &hits[first..];
    let inside = &inside[..inside.partition_point(|hit| hit.span.end <= end)];
    let mut near = Vec::with_capacity(inside.len());
    near.extend(inside.iter().filter(|hit| spans.iter().any(|span| span.contains(hit.span))));
    near
}

/// How well a unit fits an indicator; `None` when it is of another kind. No unit (a zero statement) fits all but rates.
fn unit_fit(
    indicator: &Indicator,
    classes: Classes,
    unit: Option<(&str, UnitClass)>,
) -> Option<u32> {
    let Some((name, class)) = unit else {
        return Some(if classes.has(UnitClass::Percent) { 0 } else { 3 });
    };
    if indicator.units.contains(&name) {
        return Some(20);
    }
    (indicator.class == Some(class)).then_some(0)
}

impl Form {
    /// Reads one form, e.g. `~办结 !未办结`.
    fn read(
        source: &'static str,
        indicator: usize,
        classes: Classes,
        pieces: &mut Matcher,
    ) -> Option<Self> {
        let mut words = source.split(' ').filter(|word| !word.is_empty());
        let head = words.next()?;
        let (head, bare) = head.strip_prefix('~').map_or((head, false), |head| (head, true));
        let mut form = Self {
            indicator,
            classes,
            pieces: Vec::new(),
            without: Vec::new(),
            earlier: Vec::new(),
            bare,
            reporter: None,
            weight: u32::try_from(head.chars().filter(|char| *char != '+').count()).ok()?,
        };
        form.pieces = head.split('+').map(|piece| pieces.insert(piece)).collect();
        for word in words {
            match word.chars().next() {
                Some('!') => form.without.push(pieces.insert(&word[1..])),
                Some('@') => form.earlier.push(pieces.insert(&word[1..])),
                _ if word == "?body" => form.reporter = Some(Reporter::Body),
                _ if word == "?organ" => form.reporter = Some(Reporter::Organ),
                _ => return None,
            }
        }
        Some(form)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Classes, Form, Matcher, SOURCE, dictionary};
    use crate::statistic::Topic;

    /// The lines that say something, without the notes.
    fn lines() -> impl Iterator<Item = &'static str> {
        SOURCE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    #[test]
    fn every_line_follows_the_notation() {
        let mut pieces = Matcher::default();
        let mut names = HashSet::new();
        let mut section = "";
        for line in lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                assert!(
                    matches!(name, "about" | "kinds") || Topic::from_slug(name).is_some(),
                    "no topic: {line}"
                );
                section = name;
                continue;
            }
            let columns: Vec<&str> = line.split('|').map(str::trim).collect();
            assert!(columns.iter().all(|column| !column.is_empty()), "empty column: {line}");
            if matches!(section, "about" | "kinds") {
                assert_eq!(columns.len(), 2, "topic | words: {line}");
                assert!(Topic::from_slug(columns[0]).is_some(), "no topic: {line}");
                continue;
            }
            assert_eq!(columns.len(), 3, "name | units | forms: {line}");
            assert!(names.insert(columns[0]), "named twice: {line}");
            for form in columns[2].split(';').map(str::trim) {
                let read = Form::read(form, 0, Classes::of(&[]), &mut pieces);
                let form_read = read.unwrap_or_else(|| panic!("form {form:?} of {line}"));
                let words = [form_read.pieces, form_read.without, form_read.earlier].concat();
                assert!(!words.contains(&u16::MAX), "an empty word in {form:?} of {line}");
            }
        }
        assert_eq!(dictionary().indicators.len(), names.len(), "a line was left out");
    }
}
