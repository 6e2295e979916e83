//! Lines: the text cut where the reader sees a break.

use super::number::{self, Number};
use crate::order;
use crate::text::{Mapped, Span, words};

/// A text in its shown and its normalized form, cut into lines.
pub(super) struct Lines<'a> {
    /// As shown to the reader.
    pub(super) shown: &'a str,
    /// Normalized, with the way back to `shown`.
    pub(super) normal: &'a Mapped,
    /// The lines that are not blank, in order.
    pub(super) all: Vec<Line>,
    /// Where the place of the last line was found in `normal`.
    near: usize,
}

/// One line without the white space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it stands in the normalized text.
    pub(super) normal: Span,
    /// Where it stands in the shown text.
    pub(super) shown: Span,
    /// Whether white space stood before it, more than a stray space.
    pub(super) indented: bool,
    /// Whether a blank line stood before it.
    pub(super) after_blank: bool,
    /// Which separators stand in it.
    pub(super) marks: Marks,
    /// The number that it starts with.
    pub(super) number: Option<Number>,
}

/// Which of the marks that can separate cells stand in a line. Most lines have none, and are asked several times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    /// A tab.
    pub(super) tab: bool,
    /// A bar, which full-width ones are too in normalized words.
    pub(super) bar: bool,
    /// A space.
    pub(super) space: bool,
}

impl Marks {
    /// The marks in `words`, looked for in one sweep without decisions on the way.
    pub(super) fn of(words: &str) -> Self {
        let (mut tab, mut bar, mut space) = (0, 0, 0);
        for byte in words.bytes() {
            tab |= u8::from(byte == b'\t');
            bar |= u8::from(byte == b'|');
            space |= u8::from(byte == b' ');
        }
        Self { tab: tab != 0, bar: bar != 0, space: space != 0 }
    }
}

impl<'a> Lines<'a> {
    /// Cuts a text into lines, and texts that lost their line breaks where a heading or paragraph starts.
    pub(super) fn new(shown: &'a str, normal: &'a Mapped) -> Self {
        let mut lines = Self { shown, normal, all: Vec::new(), near: 0 };
        let mut start = 0;
        let mut after_blank = false;
        while start < normal.text.len() {
            let end = words::find_mark(&normal.text, start, b'\n').unwrap_or(normal.text.len());
            let span = Span::new(start, end);
            let raw = &normal.text[start..end];
            start = end + 1;
            if raw.trim().is_empty() {
                after_blank = true;
                continue;
            }
            let indented = raw.starts_with('\t') || raw.starts_with("  ");
            lines.push(span, indented, after_blank);
            after_blank = false;
        }
        lines.split_run_together();
        lines.split_lost_breaks();
        lines
    }

    /// The normalized words of line `index`; empty when there is no such line.
    pub(super) fn words(&self, index: usize) -> &'a str {
        self.all.get(index).map_or("", |line| &self.normal.text[line.normal.start..line.normal.end])
    }

    /// Number of lines.
    /// The number that a line starts with.
    pub(super) fn number(&self, index: usize) -> Option<Number> {
        self.all.get(index)?.number
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    fn push(&mut self, span: Span, indented: bool, after_blank: bool) {
        let raw = &self.normal.text[span.start..span.end];
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            return;
        }
        let start = span.start + (raw.len() - raw.trim_start().len());
        let normal = Span::new(start, start + trimmed.len());
        let mut shown = self.normal.original_behind(normal, &mut self.near);
        // Characters that normalization dropped at the end, such as inserted pinyin, are part of what is shown.
        shown.end = self.next_shown(normal.end).max(shown.end);
        let words = &self.shown[shown.start..shown.end];
        shown.end = shown.start + words.trim_end_matches(is_blank).len();
        let marks = Marks::of(trimmed);
        let number = number::read(trimmed);
        self.all.push(Line { normal, shown, indented, after_blank, marks, number });
    }

    /// Where the shown text goes on behind `at` of the normalized one.
    fn next_shown(&self, at: usize) -> usize {
        let next = self.normal.text[at..].chars().next();
        next.map_or(self.shown.len(), |char| {
            let char = Span::new(at, at + char.len_utf8());
            self.normal.original_behind(char, &mut { self.near }).start
        })
    }

    /// Cuts lines that hold most of the text, as some extracts come, at the headings and gaps inside.
    fn split_run_together(&mut self) {
        let total: usize = self.all.iter().map(|line| line.normal.end - line.normal.start).sum();
        if !self.all.iter().any(|line| is_run_together(line, total, self.normal)) {
            return;
        }
        let before = std::mem::take(&mut self.all);
        for line in before {
            if !is_run_together(&line, total, self.normal) {
                self.all.push(line);
                continue;
            }
            let words = &self.normal.text[line.normal.start..line.normal.end];
            let mut start = 0;
            for cut in cuts(words).into_iter().chain([words.len()]) {
                let span = Span::new(line.normal.start + start, line.normal.start + cut);
                self.push(span, start == 0 && line.indented, start == 0 && line.after_blank);
                start = cut;
            }
        }
    }

    /// Cuts lines in which a first- or second-level heading follows a sentence because a line break was lost.
    fn split_lost_breaks(&mut self) {
        // The number last seen of 一、 and of (一).
        let mut last = [0, 0];
        let before = std::mem::take(&mut self.all);
        self.all.reserve(before.len());
        for line in before {
            let words = &self.normal.text[line.normal.start..line.normal.end];
            let mut start = 0;
            if let Some(number) = line.number {
                note(&mut last, number);
            }
            while let Some((cut, number)) = lost_break(words, start, last) {
                let span = Span::new(line.normal.start + start, line.normal.start + cut);
                self.push(span, start == 0 && line.indented, start == 0 && line.after_blank);
                note(&mut last, number);
                start = cut;
            }
            if start == 0 {
                self.all.push(line);
            } else {
                self.push(Span::new(line.normal.start + start, line.normal.end), false, false);
            }
        }
    }
}

/// Notes a number of the two classes that headings inside a line are looked for in.
fn note(last: &mut [u32; 2], number: Number) {
    match number.class {
        number::Class::Han => *last = [number.value, 0],
        number::Class::HanBracket => last[1] = number.value,
        _ => {}
    }
}

/// The next place behind `start` where a full stop is followed by the heading that is due.
fn lost_break(words: &str, start: usize, last: [u32; 2]) -> Option<(usize, Number)> {
    let stops = words::places(&words[start..], "。").map(|at| start + at + '。'.len_utf8());
    stops.filter(|&at| at < words.len()).find_map(|at| {
        let rest = words[at..].trim_start();
        let number = number::read(rest)?;
        let due = match number.class {
            number::Class::Han => last[0] + 1,
            number::Class::HanBracket if last[1] > 0 => last[1] + 1,
            // 一、…。(一)…。(二)…: all in one line.
            number::Class::HanBracket if last[0] > 0 && rest.contains("。(二)") => 1,
            _ => return None,
        };
        let heading = &rest[number.len..];
        let heading = &heading[..heading.find(['。', ';', ':']).unwrap_or(heading.len())];
        let is_heading = (2..=35).contains(&heading.chars().count());
        let opens = number.value > 1 || number.class == number::Class::HanBracket;
        (number.value == due && opens && is_heading).then(|| (words.len() - rest.len(), number))
    })
}

/// The least length of a line that is taken for a whole text: some three hundred characters.
const RUN_TOGETHER: usize = 900;

/// Whether a line holds most of a text: long, more than half of all, with several first-level headings inside.
fn is_run_together(line: &Line, total: usize, normal: &Mapped) -> bool {
    let len = line.normal.end - line.normal.start;
    if len < RUN_TOGETHER || len * 2 < total {
        return false;
    }
    let words = &normal.text[line.normal.start..line.normal.end];
    heading_places(words).len() >= 2
}

/// Where numbered headings may start inside a line: at white space or behind the end of a sentence.
fn heading_places(words: &str) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    // The next number expected of each class; a jump is a word such as 二、三产业.
    let mut expected: Vec<(number::Class, u32)> = Vec::new();
    let mut before = '。';
    for (at, char) in words.char_indices() {
        let may_start = matches!(before, '。' | ';' | '!' | '?' | '”' | ' ' | '\t');
        before = char;
        if !may_start || char == ' ' {
            continue;
        }
        let Some(found) = number::read(&words[at..]) else { continue };
        let next =
            expected.iter().find(|(class, _)| *class == found.class).map_or(1, |&(_, next)| next);
        if found.value != next && found.value != 1 {
            continue;
        }
        expected.retain(|(class, _)| *class < found.class);
        expected.push((found.class, found.value + 1));
        places.push(at);
    }
    places
}

/// Where a run-together line is cut: before headings, behind own-line headings, and at gaps between sentences.
fn cuts(words: &str) -> Vec<usize> {
    let places = heading_places(words);
    let mut cuts = places.clone();
    let ends = places.iter().skip(1).copied().chain([words.len()]);
    for (&start, end) in places.iter().zip(ends) {
        let Some(found) = number::read(&words[start..end]) else { continue };
        // A heading on a line of its own once: no end of sentence before the next gap.
        let rest = &words[start + found.len..end];
        let Some(gap) = rest.find([' ', '\t']).filter(|&gap| gap > 0) else { continue };
        if rest[..gap].chars().count() >= 4
            && !rest[..gap].contains(['。', ';'])
            && !rest[gap..].trim().is_empty()
        {
            cuts.push(start + found.len + gap);
        }
    }
    // Behind the end of a sentence, white space is a former line break; in front of the first heading and behind the
    // last sentence short pieces without punctuation are former lines.
    let first = cuts.iter().copied().min().unwrap_or(0);
    let last = words.rfind('。').unwrap_or(words.len());
    cuts.extend(title_end(&words[..first]));
    let mut before = ' ';
    let mut piece = 0;
    for (at, char) in words.char_indices() {
        if char != ' ' && before == ' ' && at > 0 {
            let left = words[..at].trim_end();
            let wide = words[left.len()..at].chars().count() > 1;
            let outside = at < first || at > last;
            let is_line = outside
                && (wide
                    || super::title::ENDINGS.iter().any(|ending| left.ends_with(ending))
                    || is_short_line(words[piece..at].trim(), &words[at..]));
            if left.ends_with(['。', ':']) || is_line {
                cuts.push(at);
                piece = at;
            }
        }
        before = char;
    }
    cuts.retain(|&cut| cut > 0);
    order::sort_by_key(&mut cuts, |cut| (order::place(*cut), 0));
    cuts.dedup();
    cuts
}

/// Where the text starts right behind a title that has lost its line break: …年度报告2025年,….
fn title_end(head: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    const OPENINGS: [&str; 8] =
        ["根据", "按照", "现将", "今年", "一年来", "近年来", "为深入", "为贯彻"];
    let at = head.find("报告")? + "报告".len();
    let rest = &head[at..];
    let opens = rest.starts_with(|char: char| char.is_ascii_digit())
        || OPENINGS.iter().any(|opening| rest.starts_with(opening));
    (opens && head[..at].chars().count() <= LONGEST && !head[..at].contains([',', '。']))
        .then_some(at)
}

/// Whether a piece between single spaces was a line of its own: short, no part of a sentence, and followed by a piece
/// that is more than a character or two (the keys of a page are set as 索 引 号).
fn is_short_line(piece: &str, behind: &str) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=48;
    let next = behind.split(' ').next().unwrap_or_default();
    LENGTHS.contains(&piece.chars().count())
        && next.chars().count() > 2
        && !piece.contains([',', '。', ';', '、'])
}

/// White space and characters without width.
fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}
