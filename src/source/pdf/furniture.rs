//! Running heads and page numbers: what stands at the edge of page after page.

use std::collections::BTreeMap;

use super::page::{Item, Page, Shape, TextLine};

/// The share of a page's height, at its top and at its foot, in which running heads and page numbers stand.
const EDGE: f32 = 0.13;
/// How many lines of a page's head or foot may be furniture.
const MOST_LINES: usize = 3;
/// How far the same line may be off from page to page, in points.
const SAME_PLACE: f32 = 6.0;

/// Drops running heads and page numbers.
pub(super) fn drop(pages: &mut [Page]) {
    let mut counts: BTreeMap<(String, bool), Vec<f32>> = BTreeMap::new();
    for page in pages.iter() {
        for (index, is_head) in candidates(page) {
            if let Some(line) = line(page, index) {
                counts
                    .entry((shape(&line.words), is_head))
                    .or_default()
                    .push(place(line, page, is_head));
            }
        }
    }
    let n_pages = pages.len();
    for page in pages {
        let found = candidates(page);
        let mut furniture: Vec<usize> = Vec::new();
        for (index, is_head) in found {
            let Some(line) = line(page, index) else { continue };
            let at = place(line, page, is_head);
            let shape = shape(&line.words);
            let seen = counts.get(&(shape.clone(), is_head)).map_or(0, |places| {
                places.iter().filter(|place| (*place - at).abs() < SAME_PLACE).count()
            });
            let repeats = seen >= 2 && seen * 3 >= n_pages;
            if repeats || is_page_number(&line.words, n_pages) {
                furniture.push(index);
            }
        }
        let mut index = 0;
        page.items.retain(|_| {
            index += 1;
            !furniture.contains(&(index - 1))
        });
    }
}

/// The lines at the head (`true`) and at the foot of a page.
fn candidates(page: &Page) -> Vec<(usize, bool)> {
    let is_head = |item: &Item| match &item.shape {
        Shape::Line(line) => line.area.bottom < page.height * EDGE,
        Shape::Table(_) => false,
    };
    let is_foot = |item: &Item| match &item.shape {
        Shape::Line(line) => line.area.top > page.height * (1.0 - EDGE),
        Shape::Table(_) => false,
    };
    let items = || page.items.iter().enumerate();
    let heads = items().filter(|(_, item)| is_head(item)).take(MOST_LINES);
    let feet = items().rev().filter(|(_, item)| is_foot(item)).take(MOST_LINES);
    let heads = heads.map(|(index, _)| (index, true));
    heads.chain(feet.map(|(index, _)| (index, false))).collect()
}

fn line(page: &Page, index: usize) -> Option<&TextLine> {
    match &page.items.get(index)?.shape {
        Shape::Line(line) => Some(line),
        Shape::Table(_) => None,
    }
}

/// How far a line is from the edge.
fn place(line: &TextLine, page: &Page, is_head: bool) -> f32 {
    if is_head { line.y } else { page.height - line.y }
}

/// A line with `#` for each number, and without white space.
fn shape(words: &str) -> String {
    let mut shape = String::with_capacity(words.len());
    for char in words.chars().filter(|char| !char.is_whitespace()) {
        if !char.is_numeric() {
            shape.push(char);
        } else if !shape.ends_with('#') {
            shape.push('#');
        }
    }
    shape
}

/// `2`, `— 2 —`, `-2-`, `第2页`, `第 2 页 共 9 页`, `2/9`, `Page 2 of 9`.
fn is_page_number(words: &str, n_pages: usize) -> bool {
    const SHAPES: [&str; 12] = [
        "#",
        "-#-",
        "—#—",
        "–#–",
        "―#―",
        "·#·",
        "第#页",
        "第#页共#页",
        "第#页，共#页",
        "#/#",
        "Page#of#",
        "Page#",
    ];
    let first: String = words
        .chars()
        .skip_while(|char| !char.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    // A year alone at the edge of a page is none.
    let is_small = first.parse::<usize>().is_ok_and(|number| number <= n_pages + 100);
    is_small && SHAPES.contains(&shape(words).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::column::Region;
    use crate::source::pdf::geometry::Area;

    fn page(lines: &[(&str, f32)]) -> Page {
        let line = |&(words, y): &(&str, f32)| Item {
            region: Region::Full,
            shape: Shape::Line(TextLine {
                words: words.to_owned(),
                area: Area { left: 0.0, right: 100.0, top: y - 10.0, bottom: y },
                y,
                size: 10.0,
                is_bold: false,
                first_width: 10.0,
            }),
        };
        Page { width: 600.0, height: 800.0, items: lines.iter().map(line).collect() }
    }

    fn kept(pages: &[&[(&str, f32)]]) -> Vec<Vec<String>> {
        let mut pages: Vec<Page> = pages.iter().map(|lines| page(lines)).collect();
        drop(&mut pages);
        let words = |page: &Page| {
            (0..page.items.len())
                .filter_map(|index| Some(line(page, index)?.words.clone()))
                .collect()
        };
        pages.iter().map(words).collect()
    }

    #[test]
    fn what_repeats_at_the_edge_is_dropped() {
        let pages: [&[(&str, f32)]; 2] = [
            &[("某县年报", 40.0), ("全年3件。", 60.0), ("第1页 共2页", 780.0)],
            &[("某县年报", 40.0), ("全年5件。", 400.0), ("第2页 共2页", 780.0)],
        ];
        assert_eq!(kept(&pages), [["全年3件。"], ["全年5件。"]]);
    }

    #[test]
    fn what_stands_there_once_is_kept() {
        let pages: [&[(&str, f32)]; 3] = [
            &[("标题", 40.0), ("2024", 780.0)],
            &[("其他", 40.0), ("— 2 —", 780.0)],
            &[("再者", 40.0)],
        ];
        assert_eq!(kept(&pages), [vec!["标题", "2024"], vec!["其他"], vec!["再者"]]);
    }
}
