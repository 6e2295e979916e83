//! Pages in two columns.

use super::line::Line;

/// Which part of the page a line stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Region {
    /// The full width.
    Full,
    /// The left column.
    Left,
    /// The right column.
    Right,
}

/// Width of the steps in which the gutter is looked for, in points.
const STEP: f32 = 2.0;
/// The narrowest gutter, in parts of the size.
const NARROWEST: f32 = 0.9;
/// The fewest lines of a column.
const FEWEST: usize = 8;
/// The share of a column's width that half of its lines fill at least; those of tables fill less.
const FILLED: f32 = 0.75;
/// The widest page whose gutter is looked for, in points.
const WIDEST: f32 = 20_000.0;

/// The lines of a page in reading order. Where they stand in two columns, first the left one and then the right, between
/// lines that go across.
///
/// `known` is where the white between the columns of an earlier page was; where it is on this page is left there.
pub(super) fn in_order(lines: Vec<Line>, known: &mut Option<f32>) -> Vec<(Region, Line)> {
    let own = gutter(&lines);
    *known = own.or(*known);
    let Some(gutter) = own.or_else(|| known.filter(|gutter| is_parted(&lines, *gutter))) else {
        return lines.into_iter().map(|line| (Region::Full, line)).collect();
    };
    let mut ordered = Vec::with_capacity(lines.len() * 2);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in lines {
        let parts = split_at(&line, gutter);
        if parts.is_empty() {
            ordered.extend(left.drain(..).chain(right.drain(..)));
            ordered.push((Region::Full, line));
        }
        for part in parts {
            if part.left() < gutter {
                left.push((Region::Left, part));
            } else {
                right.push((Region::Right, part));
            }
        }
    }
    ordered.extend(left.into_iter().chain(right));
    ordered
}

/// The parts of a line on both sides of a gutter; none where it goes across.
fn split_at(line: &Line, gutter: f32) -> Vec<Line> {
    let crosses = line
        .glyphs
        .iter()
        .any(|glyph| !super::line::is_space(glyph) && glyph.x < gutter && glyph.right() > gutter);
    let (left, right): (Vec<_>, Vec<_>) =
        line.glyphs.iter().copied().partition(|glyph| glyph.x < gutter);
    let gap = right.iter().map(|glyph| glyph.x).fold(f32::INFINITY, f32::min)
        - left.iter().map(super::mark::Glyph::right).fold(f32::NEG_INFINITY, f32::max);
    if crosses || gap < line.size * NARROWEST / 2.0 {
        return Vec::new();
    }
    [left, right].into_iter().filter_map(Line::of).collect()
}

/// Whether the lines of a page, which may be few, stand beside a gutter.
fn is_parted(lines: &[Line], gutter: f32) -> bool {
    lines.iter().filter(|line| split_at(line, gutter).is_empty()).count() * 4 <= lines.len()
}

/// The white between two columns of running text.
fn gutter(lines: &[Line]) -> Option<f32> {
    let left = lines.iter().map(Line::left).reduce(f32::min)?;
    let right = lines.iter().map(Line::right).reduce(f32::max)?;
    let width = right - left;
    if lines.len() < FEWEST || !(100.0..WIDEST).contains(&width) {
        return None;
    }
    let n_steps = (width / STEP) as usize + 1;
    let step = |x: f32| (((x - left) / STEP).max(0.0) as usize).min(n_steps - 1);
    // How many more lines stand at a step than at the one before, and how many fewer.
    let mut changes = vec![(0_usize, 0_usize); n_steps + 1];
    for part in lines.iter().flat_map(|line| line.split(NARROWEST)) {
        changes[step(part.left())].0 += 1;
        changes[step(part.right()) + 1].1 += 1;
    }
    let mut n_here = 0;
    let counts: Vec<usize> = changes
        .iter()
        .take(n_steps)
        .map(|(more, fewer)| {
            n_here = (n_here + more).saturating_sub(*fewer);
            n_here
        })
        .collect();
    let middle = counts.len() * 3 / 10..counts.len() * 7 / 10;
    let free = |index: usize| counts.get(index).is_some_and(|count| *count * 4 <= lines.len());
    let mut best: Option<(usize, usize)> = None;
    let mut start = middle.start;
    for index in middle.start..=middle.end {
        if index < middle.end && free(index) {
            continue;
        }
        if index > start && best.is_none_or(|(from, to)| to - from < index - start) {
            best = Some((start, index));
        }
        start = index + 1;
    }
    let (from, to) = best?;
    let size = super::line::most(lines.iter().map(|line| (line.size, line.right() - line.left())))?;
    if (to - from) as f32 * STEP < size * NARROWEST {
        return None;
    }
    // Marks at the ends of lines may hang into the white, but all lines of the right column start at its edge.
    let gutter = (left + to as f32 * STEP - size * 0.3).max(left + from as f32 * STEP);
    let parts: Vec<Line> = lines.iter().flat_map(|line| split_at(line, gutter)).collect();
    let fills =
        |part: &&Line, from: f32, to: f32| (part.right() - part.left()) / (to - from) >= FILLED;
    let (lefts, rights): (Vec<&Line>, Vec<&Line>) = parts.iter().partition(|it| it.left() < gutter);
    let is_column = |parts: &[&Line], from: f32, to: f32| {
        parts.len() >= FEWEST
            && parts.iter().filter(|part| fills(part, from, to)).count() * 2 >= parts.len()
    };
    let edge = |index: usize| left + index as f32 * STEP;
    (is_column(&lefts, left, edge(from)) && is_column(&rights, edge(to), right)).then_some(gutter)
}
