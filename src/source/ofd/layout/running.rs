//! 页眉页脚: running heads and page numbers, which are no part of the text.

use super::{Block, Length, Page, index, position, sorted};

/// Lines from the top or bottom of a page that may be running ones.
const DEEPEST: usize = 3;

/// The part of a page, at its top and at its bottom, in which running lines stand: one in this many.
const ZONE: Length = 7;

/// Drops lines that stand at the edge of a page and either number it or return on others.
pub(super) fn drop(pages: &[Page], shown: &mut [Vec<Block>]) {
    let mut candidates: Vec<(usize, usize, String)> = Vec::new();
    for (page_at, (page, blocks)) in pages.iter().zip(shown.iter()).enumerate() {
        for at in edges(page, blocks) {
            if let Some(Block::Line(line)) = blocks.get(at) {
                candidates.push((page_at, at, shape(&line.text)));
            }
        }
    }
    let mut by_shape: Vec<&str> = candidates.iter().map(|(.., shape)| shape.as_str()).collect();
    by_shape.sort_unstable();
    let is_returning = |shape: &str| {
        let from = by_shape.partition_point(|other| *other < shape);
        let to = by_shape.partition_point(|other| *other <= shape);
        // On at least two pages, and on at least half of those that could carry it: odd and even ones may differ.
        (to - from) * 3 >= pages.len() && to - from >= 2
    };
    let running: Vec<[i32; 3]> = candidates
        .iter()
        .filter(|(.., shape)| is_page_number(shape) || is_returning(shape))
        .map(|(page, at, _)| [index(*page), index(*at), 0])
        .collect();
    // Where that would leave nothing, the pages are no pages of a text.
    if running.len() == shown.iter().map(Vec::len).sum::<usize>() {
        return;
    }
    for [page, at, _] in sorted(running).into_iter().rev() {
        if let Some(blocks) = shown.get_mut(position(page))
            && position(at) < blocks.len()
        {
            blocks.remove(position(at));
        }
    }
}

/// The blocks of a page that stand in its edges.
fn edges(page: &Page, blocks: &[Block]) -> Vec<usize> {
    let zone = page.height / ZONE;
    let is_at_edge = |at: &usize| match blocks.get(*at) {
        Some(Block::Line(line)) => line.y < zone || line.y > page.height - zone,
        _ => false,
    };
    let n = blocks.len();
    let top = (0..n.min(DEEPEST)).take_while(is_at_edge);
    let bottom = (n.saturating_sub(DEEPEST).max(DEEPEST)..n).rev().take_while(is_at_edge);
    top.chain(bottom).collect()
}

/// A line with every number as `0`: what all pages have in common.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for char in text.chars().filter(|char| !char.is_whitespace()) {
        let is_digit = char.is_ascii_digit() || matches!(char, '０'..='９');
        if !is_digit {
            shape.push(char);
        } else if !shape.ends_with('0') {
            shape.push('0');
        }
    }
    shape
}

/// Whether a line only numbers the page: `— 0 —`, `第0页共0页`, `0/0`.
fn is_page_number(shape: &str) -> bool {
    let bare: String = shape
        .chars()
        .filter(|char| !matches!(char, '-' | '—' | '－' | '–' | '―' | '─' | '·' | '•' | '~' | '/'))
        .collect();
    matches!(
        bare.as_str(),
        "0" | "00"
            | "第0页"
            | "第0页共0页"
            | "第0页,共0页"
            | "第0页，共0页"
            | "共0页第0页"
            | "Page0"
            | "Page0of0"
    )
}
