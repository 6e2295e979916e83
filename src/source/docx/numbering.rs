//! 自动编号: the definitions of lists in `numbering.xml`, and the numbers that they give.

use std::collections::{HashMap, HashSet};

use super::values::{integer, is_on, small};
use crate::source::xml::{Element, Token, Xml};
use crate::source::{numeral, symbol};

/// Levels that a list can have.
pub(super) const LEVELS: usize = 9;

/// Characters of a level's pattern that are used: a long one, written for each of many paragraphs.
const MAX_PATTERN: usize = 60;

/// Digits that a custom format fills up with zeros.
const MAX_WIDTH: usize = 10;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// 抽象编号 by id.
    patterns: HashMap<i64, Pattern>,
    /// Lists by id.
    lists: HashMap<i64, List>,
    /// Patterns that a list style defines, by the style's id.
    by_style: HashMap<String, i64>,
}

/// How the levels of lists are numbered; lists with the same pattern count on from each other.
#[derive(Debug, Default)]
struct Pattern {
    levels: [Option<Level>; LEVELS],
    /// The list style whose pattern stands for this one.
    style: Option<String>,
}

/// One list.
#[derive(Debug, Default)]
struct List {
    pattern: i64,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Box<Level>>; LEVELS],
}

/// One level of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Level {
    start: u32,
    format: String,
    /// Digits that a count in a custom format has at least.
    width: usize,
    /// The number with `%1` … `%9` for the counts of the levels.
    text: String,
    /// Behind which levels it starts anew, from 1; 0 for none.
    restart: Option<u32>,
    /// Whether all counts are written in plain digits.
    is_legal: bool,
    has_gap: bool,
    is_hidden: bool,
    /// The paragraph style that stands for this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: "decimal".to_owned(),
            width: 0,
            text: String::new(),
            restart: None,
            is_legal: false,
            has_gap: true,
            is_hidden: false,
            style: None,
        }
    }
}

/// How far the lists of one run of text have counted.
#[derive(Debug, Default)]
pub(super) struct Counts {
    by_pattern: HashMap<i64, [Option<u32>; LEVELS]>,
    /// Lists whose own start has been used, with the level.
    started: HashSet<(i64, usize)>,
}

/// A place in `numbering.xml`.
#[derive(Debug, Default)]
struct Place {
    pattern: Option<i64>,
    list: Option<i64>,
    level: usize,
    is_override: bool,
    is_level: bool,
}

impl Numbering {
    /// Reads the part's text.
    pub(super) fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let mut place = Place::default();
        let mut xml = Xml::new(text);
        while let Some(token) = xml.next_token() {
            let Token::Start(element) = token else { continue };
            match element.name() {
                // The other branch names the same format in new words.
                "Fallback" => xml.skip(),
                "abstractNum" => {
                    let id = element.attribute("abstractNumId").and_then(|id| integer(&id));
                    place = Place { pattern: id, ..Place::default() };
                    numbering.patterns.extend(id.map(|id| (id, Pattern::default())));
                }
                "num" => {
                    let id = element.attribute("numId").and_then(|id| integer(&id));
                    place = Place { list: id, ..Place::default() };
                    numbering.lists.extend(id.map(|id| (id, List::default())));
                }
                _ => numbering.note(&element, &mut place),
            }
        }
        numbering
    }

    fn note(&mut self, element: &Element<'_>, place: &mut Place) {
        let value = || element.attribute("val").unwrap_or_default();
        match element.name() {
            "lvlOverride" => {
                *place = Place { is_override: true, level: level_of(element), ..*place };
                place.is_level = false;
            }
            "startOverride" => {
                if let Some(list) = place.list.and_then(|id| self.lists.get_mut(&id))
                    && let Some(start) = list.starts.get_mut(place.level)
                {
                    *start = small(&value());
                }
            }
            "abstractNumId" => {
                if let Some(list) = place.list.and_then(|id| self.lists.get_mut(&id)) {
                    list.pattern = integer(&value()).unwrap_or(-1);
                }
            }
            "numStyleLink" => {
                if let Some(pattern) = place.pattern.and_then(|id| self.patterns.get_mut(&id)) {
                    pattern.style = Some(value().into_owned());
                }
            }
            "styleLink" => self.by_style.extend(place.pattern.map(|id| (value().into_owned(), id))),
            "lvl" => {
                place.is_level = true;
                place.level = level_of(element);
                self.put_level(place);
            }
            _ => {
                if let Some(level) = self.level_mut(place) {
                    level.note(element);
                }
            }
        }
    }

    fn put_level(&mut self, place: &Place) {
        if let Some(pattern) = place.pattern.and_then(|id| self.patterns.get_mut(&id)) {
            if let Some(slot) = pattern.levels.get_mut(place.level) {
                *slot = Some(Level::default());
            }
        } else if let Some(list) = place.list.and_then(|id| self.lists.get_mut(&id))
            && place.is_override
            && let Some(slot) = list.levels.get_mut(place.level)
        {
            *slot = Some(Box::default());
        }
    }

    fn level_mut(&mut self, place: &Place) -> Option<&mut Level> {
        if !place.is_level {
            return None;
        }
        if let Some(id) = place.pattern {
            return self.patterns.get_mut(&id)?.levels.get_mut(place.level)?.as_mut();
        }
        self.lists.get_mut(&place.list?)?.levels.get_mut(place.level)?.as_deref_mut()
    }

    /// The pattern of a list, with its id; through the list style that it names, if it names one.
    fn pattern(&self, list: &List) -> Option<(i64, &Pattern)> {
        let pattern = self.patterns.get(&list.pattern)?;
        let linked = pattern.style.as_ref().and_then(|style| self.by_style.get(style));
        let linked = linked.and_then(|id| self.patterns.get_key_value(id));
        linked.map_or(Some((list.pattern, pattern)), |(id, pattern)| Some((*id, pattern)))
    }

    fn level(&self, list: i64, level: usize) -> Option<&Level> {
        let list = self.lists.get(&list)?;
        let own = list.levels.get(level).and_then(Option::as_deref);
        own.or_else(|| self.pattern(list)?.1.levels.get(level)?.as_ref())
    }

    /// The level of a list that a paragraph style stands for.
    pub(super) fn level_of_style(&self, list: i64, style: &str) -> Option<usize> {
        (0..LEVELS).find(|level| {
            self.level(list, *level).is_some_and(|level| level.style.as_deref() == Some(style))
        })
    }

    /// The number of the next paragraph of a list, with the gap behind it; empty when it shows none. `None` when there is
    /// no such list or level.
    pub(super) fn next(&self, list_id: i64, level: usize, counts: &mut Counts) -> Option<String> {
        let list = self.lists.get(&list_id)?;
        let (pattern_id, _) = self.pattern(list)?;
        let shown = self.level(list_id, level)?;
        let start = |level: usize| {
            let own = list.starts.get(level).copied().flatten();
            own.or_else(|| self.level(list_id, level).map(|level| level.start)).unwrap_or(1)
        };
        let counted = counts.by_pattern.entry(pattern_id).or_default();
        for at in 0..=level {
            let restarts = list.starts.get(at).is_some_and(Option::is_some)
                && counts.started.insert((list_id, at));
            let count = counted.get_mut(at)?;
            *count = match *count {
                Some(count) if !restarts && at == level => Some(count.saturating_add(1)),
                // A level above that has been passed over counts as begun.
                Some(count) if !restarts => Some(count),
                _ => Some(start(at)),
            };
        }
        for (below, count) in counted.iter_mut().enumerate().skip(level + 1) {
            let restart = self.level(list_id, below).and_then(|level| level.restart);
            if restart.is_none_or(|behind| level < behind as usize) {
                *count = None;
            }
        }
        let counted = *counted;
        Some(self.write(list_id, shown, &counted))
    }

    fn write(&self, list: i64, shown: &Level, counted: &[Option<u32>; LEVELS]) -> String {
        if shown.is_hidden {
            return String::new();
        }
        let mut number = if shown.format == "bullet" {
            shown.text.chars().map(symbol::bullet).collect()
        } else {
            self.fill(list, shown, counted)
        };
        if shown.has_gap {
            numeral::put_gap(&mut number);
        }
        number
    }

    /// The pattern of a level with the counts in their places.
    fn fill(&self, list: i64, shown: &Level, counted: &[Option<u32>; LEVELS]) -> String {
        let mut number = String::new();
        let mut chars = shown.text.chars().peekable();
        while let Some(char) = chars.next() {
            let place = chars.peek().filter(|_| char == '%').and_then(|char| char.to_digit(10));
            let Some(at) = place.and_then(|place| (place as usize).checked_sub(1)) else {
                number.push(char);
                continue;
            };
            chars.next();
            let level = self.level(list, at);
            let Some((count, level)) = counted.get(at).copied().flatten().zip(level) else {
                continue;
            };
            let is_plain = shown.is_legal && !matches!(&*level.format, "none" | "decimalZero");
            let format = if is_plain { "decimal" } else { &level.format };
            number.push_str(&format!("{:0>1$}", numeral::write(format, count), level.width));
        }
        number
    }
}

impl Level {
    fn note(&mut self, element: &Element<'_>) {
        let value = element.attribute("val").unwrap_or_default();
        match element.name() {
            "start" => self.start = small(&value).unwrap_or_default(),
            "numFmt" => {
                self.format = value.into_owned();
                if self.format == "custom" {
                    let pattern = element.attribute("format").unwrap_or_default();
                    let digits = pattern.bytes().take_while(u8::is_ascii_digit).count();
                    self.width = digits.min(MAX_WIDTH);
                }
            }
            "lvlText" => self.text = value.chars().take(MAX_PATTERN).collect(),
            "lvlRestart" => self.restart = small(&value),
            "isLgl" => self.is_legal = is_on(element),
            "suff" => self.has_gap = value != "nothing",
            "pStyle" => self.style = Some(value.into_owned()),
            "vanish" => self.is_hidden = is_on(element),
            _ => {}
        }
    }
}

fn level_of(element: &Element<'_>) -> usize {
    let level = element.attribute("ilvl").and_then(|level| small(&level));
    level.map_or(0, |level| level as usize)
}
