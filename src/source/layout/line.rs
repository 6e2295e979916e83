//! Characters → lines.

use super::geometry::rising;
use super::mark::Glyph;
use crate::order;

/// How far base lines of one line may differ, in parts of the size.
const SAME_LINE: f32 = 0.35;
/// From this size on, in parts of the line's, a raised or lowered character is one of the line.
const SMALL: f32 = 0.82;
/// How near two of the same character must stand to be one that is drawn twice, in parts of its size.
const TWICE: f32 = 0.22;

/// Gaps that are spaces, in parts of the size: between Latin characters, where one is Chinese, between Chinese ones.
const GAPS: [f32; 3] = [0.18, 0.55, 0.75];
/// A gap that is shown as two spaces.
const WIDE_GAP: f32 = 2.0;

/// Characters side by side.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its characters from left to right, without the spaces around.
    pub(super) glyphs: Vec<Glyph>,
    /// The base line of most of it.
    pub(super) y: f32,
    /// The size of most of it.
    pub(super) size: f32,
}

impl Line {
    /// A line of these characters, which stand in any order; `None` where they show nothing.
    pub(super) fn of(mut glyphs: Vec<Glyph>) -> Option<Self> {
        order::sort_by_key(&mut glyphs, |glyph| (rising(glyph.x), 0));
        let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            if !is_drawn_twice(&mut kept, &glyph) {
                kept.push(glyph);
            }
        }
        while kept.last().is_some_and(is_space) {
            kept.pop();
        }
        let blank = kept.iter().take_while(|glyph| is_space(glyph)).count();
        kept.drain(..blank);
        let widest = kept.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
        // The size that takes most of the width; a line may start with a large number or end with a small note.
        let size = most(kept.iter().map(|glyph| (glyph.size, glyph.width))).unwrap_or(widest);
        let y = most(kept.iter().filter(|it| it.size >= size * SMALL).map(|it| (it.y, it.width)))?;
        Some(Self { glyphs: kept, y, size })
    }

    /// Where it starts.
    pub(super) fn left(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.x)
    }

    /// Where it ends.
    pub(super) fn right(&self) -> f32 {
        self.glyphs.iter().map(Glyph::right).fold(self.left(), f32::max)
    }

    /// The middle of its height.
    pub(super) fn middle(&self) -> f32 {
        self.y - self.size * 0.36
    }

    /// Whether all of it has heavy strokes.
    pub(super) fn is_bold(&self) -> bool {
        self.glyphs.iter().all(|glyph| glyph.is_bold || is_space(glyph))
    }

    /// Its words, with spaces where there are gaps.
    pub(super) fn words(&self) -> String {
        let mut words = String::with_capacity(self.glyphs.len() * 3);
        let mut before: Option<&Glyph> = None;
        for glyph in &self.glyphs {
            if is_space(glyph) {
                if !words.ends_with(' ') {
                    words.push(' ');
                }
                before = Some(glyph);
                continue;
            }
            if let Some(before) = before {
                let n_spaces = spaces(before, glyph);
                let n_there = words.len() - words.trim_end_matches(' ').len();
                (n_there..n_spaces).for_each(|_| words.push(' '));
            }
            words.push(glyph.char);
            before = Some(glyph);
        }
        words
    }

    /// Takes in raised or lowered characters.
    fn take(&mut self, small: Self) {
        let (y, size) = (self.y, self.size);
        self.glyphs.extend(small.glyphs);
        if let Some(joined) = Self::of(std::mem::take(&mut self.glyphs)) {
            *self = Self { y, size, ..joined };
        }
    }

    /// How many gaps wider than `gap`, in parts of the size, it has beside those that spaces fill.
    pub(super) fn n_gaps(&self, gap: f32) -> usize {
        let mut end = f32::INFINITY;
        let is_gap = |glyph: &&Glyph| {
            let is_gap = glyph.x - end > gap * self.size;
            end = if end.is_finite() { end.max(glyph.right()) } else { glyph.right() };
            is_gap
        };
        self.glyphs.iter().filter(is_gap).count()
    }

    /// Its stretches between gaps wider than `gap`, in parts of the size.
    pub(super) fn split(&self, gap: f32) -> Vec<Self> {
        let mut parts: Vec<Vec<Glyph>> = vec![Vec::new()];
        let mut end = f32::INFINITY;
        for glyph in self.glyphs.iter().filter(|glyph| !is_space(glyph)) {
            if glyph.x - end > gap * self.size {
                parts.push(Vec::new());
            }
            end = if end.is_finite() { end.max(glyph.right()) } else { glyph.right() };
            if let Some(part) = parts.last_mut() {
                part.push(*glyph);
            }
        }
        if parts.len() < 2 {
            return vec![self.clone()];
        }
        // Spaces belong to the stretch in which they stand.
        for space in self.glyphs.iter().filter(|glyph| is_space(glyph)) {
            let place = parts.iter().position(|part| {
                let ends = part.first().zip(part.last());
                ends.is_some_and(|(first, last)| first.x < space.x && space.x < last.x)
            });
            if let Some(part) = place.and_then(|place| parts.get_mut(place)) {
                part.push(*space);
            }
        }
        parts.into_iter().filter_map(Self::of).collect()
    }
}

/// Whether a glyph is white space.
pub(super) fn is_space(glyph: &Glyph) -> bool {
    glyph.char.is_whitespace()
}

/// Whether a character stands in a square of its own, as Chinese ones do.
pub(super) fn is_wide(char: char) -> bool {
    char >= '\u{2e80}' || matches!(char, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// How many spaces stand between two neighbors.
fn spaces(before: &Glyph, glyph: &Glyph) -> usize {
    let size = before.size.max(glyph.size);
    let gap = (glyph.x - before.right()) / size;
    let n_wide = usize::from(is_wide(before.char)) + usize::from(is_wide(glyph.char));
    let least = GAPS.get(n_wide).copied().unwrap_or(WIDE_GAP);
    usize::from(gap > least) + usize::from(gap > WIDE_GAP)
}

/// Whether a character stands where the same one was drawn already, to look bold or to cast a shadow.
fn is_drawn_twice(kept: &mut [Glyph], glyph: &Glyph) -> bool {
    let near = kept.iter_mut().rev().take(4).find(|other| {
        other.char == glyph.char
            && (glyph.x - other.x).abs()
                < TWICE * glyph.size.min(other.width.max(glyph.size * 0.3) * 2.0)
            && (glyph.y - other.y).abs() < TWICE * glyph.size
    });
    if let Some(other) = near {
        other.is_bold |= !is_space(glyph);
        return true;
    }
    false
}

/// The value that has the most weight; nearly equal ones count as one.
pub(super) fn most(values: impl Iterator<Item = (f32, f32)>) -> Option<f32> {
    let mut sums: Vec<(f32, f32)> = Vec::new();
    for (value, weight) in values {
        if let Some((_, sum)) = sums.iter_mut().rev().find(|(known, _)| (known - value).abs() < 0.3)
        {
            *sum += weight;
        } else if sums.len() < 64 {
            sums.push((value, weight));
        }
    }
    let heaviest = sums.iter().map(|(_, weight)| *weight).fold(f32::NEG_INFINITY, f32::max);
    sums.into_iter().find(|(_, weight)| *weight >= heaviest).map(|(value, _)| value)
}

/// Parts characters into lines, from the top down.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    order::sort_by_key(&mut glyphs, |glyph| (rising(glyph.y), rising(glyph.x)));
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    let mut base = f32::NEG_INFINITY;
    for glyph in glyphs {
        match groups.last_mut() {
            Some(group) if glyph.y - base <= SAME_LINE * glyph.size.min(group_size(group)) => {
                group.push(glyph);
            }
            _ => {
                base = glyph.y;
                groups.push(vec![glyph]);
            }
        }
    }
    let mut lines: Vec<Line> = groups.into_iter().filter_map(Line::of).collect();
    attach_small(&mut lines);
    lines
}

fn group_size(group: &[Glyph]) -> f32 {
    group.first().map_or(0.0, |glyph| glyph.size)
}

/// Puts raised and lowered characters into the line beside which they stand.
fn attach_small(lines: &mut Vec<Line>) {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut rest = std::mem::take(lines).into_iter().peekable();
    let mut waiting: Vec<Line> = Vec::new();
    while let Some(mut line) = rest.next() {
        for small in waiting.drain(..) {
            line.take(small);
        }
        if let Some(host) = kept.last_mut().filter(|host| belongs(&line, host)) {
            host.take(line);
        } else if rest.peek().is_some_and(|host| belongs(&line, host)) {
            waiting.push(line);
        } else {
            kept.push(line);
        }
    }
    *lines = kept;
}

/// Whether a line of small characters stands beside those of another, at most half a character off.
fn belongs(small: &Line, host: &Line) -> bool {
    let is_beside = || {
        // What stands above or beneath a character is a reading aid, not part of the line.
        let (left, right) = (small.left() - host.size * 0.5, small.right() + host.size * 0.5);
        let touches = |glyph: &Glyph| glyph.right() > left && glyph.x < right;
        let covers = |glyph: &Glyph| {
            let middle = glyph.x + glyph.width / 2.0;
            small.left() < middle && middle < small.right()
        };
        host.glyphs.iter().any(touches) && !host.glyphs.iter().any(covers)
    };
    small.size < host.size * SMALL
        && small.y < host.y + host.size * 0.3
        && small.y > host.y - host.size * 0.75
        && small.glyphs.len() <= 12
        && is_beside()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::layout::mark::Way;

    /// Characters of a size from a place on, each as wide as it is.
    fn row(words: &str, x: f32, y: f32, size: f32) -> Vec<Glyph> {
        let mut x = x;
        let mut glyphs = Vec::new();
        for char in words.chars() {
            let width = if is_wide(char) { size } else { size / 2.0 };
            glyphs.push(Glyph {
                char,
                x,
                y,
                width,
                size,
                way: Way::Right,
                is_bold: false,
                is_hidden: false,
                is_furniture: false,
            });
            x += width;
        }
        glyphs
    }

    fn words(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(glyphs).iter().map(Line::words).collect()
    }

    #[test]
    fn lines_are_told_by_their_base_line_and_gaps_are_spaces() {
        let mut glyphs = row("下面", 0.0, 30.0, 10.0);
        glyphs.extend(row("右", 60.0, 10.5, 10.0));
        glyphs.extend(row("左边", 0.0, 10.0, 10.0));
        glyphs.extend(row("PDF", 25.0, 10.0, 10.0));
        assert_eq!(words(glyphs), ["左边PDF 右", "下面"]);
    }

    #[test]
    fn text_drawn_twice_is_there_once_and_bold() {
        let mut glyphs = row("规章规章", 0.0, 10.0, 10.0);
        glyphs.extend(row("规章规章", 0.4, 10.0, 10.0));
        let lines = lines(glyphs);
        assert_eq!(lines[0].words(), "规章规章");
        assert!(lines[0].is_bold());
        assert_eq!(words(row("1111", 0.0, 10.0, 10.0)), ["1111"]);
    }

    #[test]
    fn raised_characters_stay_in_their_line() {
        let mut glyphs = row("面积5km", 0.0, 20.0, 10.0);
        glyphs.extend(row("2", 35.0, 15.5, 6.0));
        glyphs.extend(row("以上", 38.0, 20.0, 10.0));
        assert_eq!(words(glyphs), ["面积5km2以上"]);
    }

    #[test]
    fn a_line_is_split_at_wide_gaps() {
        let mut glyphs = row("项目", 0.0, 10.0, 10.0);
        glyphs.extend(row("件数 计", 60.0, 10.0, 10.0));
        let parts = lines(glyphs)[0].split(1.5);
        assert_eq!(parts.iter().map(Line::words).collect::<Vec<_>>(), ["项目", "件数 计"]);
    }
}
