//! 自动编号 ([MS-DOC] 2.9.147): the lists of a document, and the numbers that they give to paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use super::bytes::{byte, long, short, slice};
use crate::source::limit::MAX_PARTS;
use crate::source::{numeral, symbol};

/// Levels that a list can have.
const LEVELS: usize = 9;

/// Characters of a level's pattern that are used: a long one, written for each of many paragraphs.
const MAX_PATTERN: usize = 60;

/// The names of number formats in the order of their codes ([MS-OSHARED] 2.2.1.3).
const FORMATS: [&str; 46] = [
    "decimal",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "ordinal",
    "cardinalText",
    "ordinalText",
    "hex",
    "chicago",
    "ideographDigital",
    "japaneseCounting",
    "aiueo",
    "iroha",
    "decimalFullWidth",
    "decimalHalfWidth",
    "japaneseLegal",
    "japaneseDigitalTenThousand",
    "decimalEnclosedCircle",
    "decimalFullWidth2",
    "aiueoFullWidth",
    "irohaFullWidth",
    "decimalZero",
    "bullet",
    "ganada",
    "chosung",
    "decimalEnclosedFullstop",
    "decimalEnclosedParen",
    "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle",
    "ideographTraditional",
    "ideographZodiac",
    "ideographZodiacTraditional",
    "taiwaneseCounting",
    "ideographLegalTraditional",
    "taiwaneseCountingThousand",
    "taiwaneseDigital",
    "chineseCounting",
    "chineseLegalSimplified",
    "chineseCountingThousand",
    "decimal",
    "koreanDigital",
    "koreanCounting",
    "koreanLegal",
    "koreanDigital2",
    "hebrew1",
];
/// Codes beyond them.
const NUMBER_IN_DASH: u8 = 57;
const NONE: u8 = 255;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The levels of each list by its id.
    patterns: BTreeMap<u32, Vec<Level>>,
    /// The uses of lists, which paragraphs name, counted from 1.
    uses: Vec<Use>,
    /// How far each list has counted.
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Uses whose own start has been used, with the level.
    started: BTreeSet<(usize, usize)>,
}

/// How one level is numbered.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: u8,
    /// Whether all counts are written in plain digits.
    is_legal: bool,
    /// Whether it goes on counting behind a higher level.
    goes_on: bool,
    has_gap: bool,
    /// The number; characters below 9 stand for the counts of the levels.
    text: Vec<u16>,
}

/// One use of a list.
#[derive(Debug, Default)]
struct Use {
    list: u32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Box<Level>>; LEVELS],
}

impl Lists {
    /// Reads the lists and their uses; the levels stand behind the tables.
    pub(super) fn read(lists: &[u8], uses: &[u8]) -> Self {
        let mut read = Self::default();
        read.read_patterns(lists);
        read.read_uses(uses);
        read
    }

    fn read_patterns(&mut self, table: &[u8]) -> Option<()> {
        let n = usize::from(short(table, 0)?);
        let mut at = 2 + n * 28;
        for list in 0..n {
            let head = slice(table, 2 + list * 28, 28)?;
            let n_levels = if byte(head, 26)? & 1 == 1 { 1 } else { LEVELS };
            let mut levels = Vec::with_capacity(n_levels);
            for _ in 0..n_levels {
                let (level, length) = Level::read(table.get(at..)?)?;
                levels.push(level);
                at += length;
            }
            self.patterns.insert(long(head, 0)?, levels);
        }
        Some(())
    }

    fn read_uses(&mut self, table: &[u8]) -> Option<()> {
        let n = usize::try_from(long(table, 0)?).ok()?.min(MAX_PARTS);
        let mut at = 4 + n * 16;
        for used in 0..n {
            let head = slice(table, 4 + used * 16, 16)?;
            self.uses.push(Use { list: long(head, 0)?, ..Use::default() });
        }
        for used in 0..n {
            let n_changed = usize::from(byte(table, 4 + used * 16 + 12)?);
            at += 4;
            for _ in 0..n_changed {
                let start = long(table, at)?;
                let flags = long(table, at + 4)?;
                at += 8;
                let level = (flags & 0xf) as usize;
                let Some(own) = self.uses.get_mut(used) else { break };
                if flags & 0x10 != 0
                    && let Some(slot) = own.starts.get_mut(level)
                {
                    *slot = Some(start);
                }
                if flags & 0x20 != 0 {
                    let (changed, length) = Level::read(table.get(at..)?)?;
                    at += length;
                    if let Some(slot) = own.levels.get_mut(level) {
                        *slot = Some(Box::new(changed));
                    }
                }
            }
        }
        Some(())
    }

    fn level(&self, used: usize, level: usize) -> Option<&Level> {
        let own = self.uses.get(used)?;
        let changed = own.levels.get(level).and_then(Option::as_deref);
        changed.or_else(|| self.patterns.get(&own.list)?.get(level))
    }

    /// The number of the next paragraph in a use of a list, with the gap behind it; empty when it shows none.
    pub(super) fn next(&mut self, used: u16, level: u8) -> String {
        self.count(used, level).unwrap_or_default()
    }

    fn count(&mut self, used: u16, level: u8) -> Option<String> {
        let (used, level) = (usize::from(used).checked_sub(1)?, usize::from(level));
        self.level(used, level)?;
        let own = self.uses.get(used)?;
        let mut counted = self.counts.get(&own.list).copied().unwrap_or_default();
        for at in 0..=level {
            let own_start = own.starts.get(at).copied().flatten();
            let restarts = own_start.is_some() && self.started.insert((used, at));
            let start = own_start.or_else(|| self.level(used, at).map(|level| level.start));
            let count = counted.get_mut(at)?;
            *count = match *count {
                Some(count) if !restarts && at == level => Some(count.saturating_add(1)),
                // A level above that has been passed over counts as begun.
                Some(count) if !restarts => Some(count),
                _ => Some(start.unwrap_or(1)),
            };
        }
        for (at, count) in counted.iter_mut().enumerate().skip(level + 1) {
            if !self.level(used, at).is_some_and(|level| level.goes_on) {
                *count = None;
            }
        }
        self.counts.insert(own.list, counted);
        Some(self.write(used, level, &counted))
    }

    fn write(&self, used: usize, level: usize, counted: &[Option<u32>; LEVELS]) -> String {
        let Some(shown) = self.level(used, level) else { return String::new() };
        let is_bullet = name(shown.format) == "bullet";
        let mut number = String::new();
        let mut units = Vec::new();
        for unit in &shown.text {
            let at = usize::from(*unit);
            let Some(count) = counted.get(at).filter(|_| !is_bullet) else {
                units.push(*unit);
                continue;
            };
            number.push_str(&String::from_utf16_lossy(&std::mem::take(&mut units)));
            if let Some((count, level)) = count.zip(self.level(used, at)) {
                let is_plain = shown.is_legal && level.format != NONE;
                let format = if is_plain { "decimal" } else { name(level.format) };
                number.push_str(&numeral::write(format, count));
            }
        }
        let rest = String::from_utf16_lossy(&units);
        number.extend(rest.chars().map(|char| if is_bullet { symbol::bullet(char) } else { char }));
        if shown.has_gap {
            numeral::put_gap(&mut number);
        }
        number
    }
}

impl Level {
    /// Reads a level, and tells how long it is.
    fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        let info = byte(bytes, 5)?;
        let formats = usize::from(byte(bytes, 24)?) + usize::from(byte(bytes, 25)?);
        let n = usize::from(short(bytes, 28 + formats)?);
        let text = slice(bytes, 30 + formats, n * 2)?;
        let units = text.chunks_exact(2).filter_map(|unit| short(unit, 0)).take(MAX_PATTERN);
        let level = Self {
            start: long(bytes, 0)?,
            format: byte(bytes, 4)?,
            is_legal: info & 0x4 != 0,
            goes_on: info & 0x8 != 0,
            has_gap: byte(bytes, 15)? != 2,
            text: units.collect(),
        };
        Some((level, 30 + formats + n * 2))
    }
}

fn name(format: u8) -> &'static str {
    match format {
        NONE => "none",
        NUMBER_IN_DASH => "numberInDash",
        _ => FORMATS.get(usize::from(format)).copied().unwrap_or("decimal"),
    }
}
