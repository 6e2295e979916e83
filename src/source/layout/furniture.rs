//! Running heads and page numbers: what stands at the edge of page after page.

use std::collections::BTreeMap;

use super::page::{Item, Page, Shape, TextLine};

/// The share of a page's height, at its top and at its foot, in which running heads and page numbers stand.
const EDGE: f32 = 0.13;
/// How many lines of a page's head or foot may be furniture.
const MOST_LINES: usize = 3;
/// How far the same line may be off from page to page, in points.
const SAME_PLACE: f32 = 6.0;

/// A line at the edge of a page.
#[derive(Debug)]
struct Candidate {
    /// Its place among the page's items.
    index: usize,
    page: usize,
    /// Its words with `#` for each number, and whether it stands at the head.
    shape: (String, bool),
    /// The numbers in it.
    numbers: Vec<usize>,
    /// How far it is from the edge.
    place: f32,
}

impl Candidate {
    /// Whether `other` is the same line on another page: all the same, but for the number of the page.
    fn is_same(&self, other: &Self) -> bool {
        let turned = self.page.abs_diff(other.page);
        let same = |(one, two): (&usize, &usize)| {
            one == two || (one.abs_diff(*two) == turned && (one < two) == (self.page < other.page))
        };
        (self.place - other.place).abs() < SAME_PLACE
            && self.numbers.iter().zip(&other.numbers).all(same)
    }
}

/// Drops running heads and page numbers.
pub(super) fn drop(pages: &mut [Page]) {
    let mut groups: BTreeMap<(String, bool), Vec<Candidate>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for found in candidates(number, page) {
            groups.entry(found.shape.clone()).or_default().push(found);
        }
    }
    let n_pages = pages.len();
    let mut furniture: Vec<Vec<usize>> = vec![Vec::new(); n_pages];
    for ((shape, _), group) in &groups {
        let is_number = is_page_number(shape);
        for one in group {
            // Comparing with a few is enough, and takes no longer the more pages there are.
            let seen = group.iter().filter(|two| two.page.abs_diff(one.page) <= 8);
            let seen = seen.filter(|two| one.is_same(two)).count();
            let repeats = seen >= 2 && seen * 3 >= n_pages.min(8);
            // A year alone at the edge of a page is no page number.
            let is_small = one.numbers.iter().all(|number| *number <= n_pages + 100);
            if (repeats || (is_number && is_small))
                && let Some(furniture) = furniture.get_mut(one.page)
            {
                furniture.push(one.index);
            }
        }
    }
    for (page, furniture) in pages.iter_mut().zip(furniture) {
        let mut index = 0;
        page.items.retain(|_| {
            index += 1;
            !furniture.contains(&(index - 1))
        });
    }
}

/// The lines at the head and at the foot of a page.
fn candidates(number: usize, page: &Page) -> Vec<Candidate> {
    let line = |item: &Item| match &item.shape {
        Shape::Line(line) => Some(line.clone()),
        Shape::Table(_) => None,
    };
    let lines =
        page.items.iter().enumerate().filter_map(|(index, item)| Some((index, line(item)?)));
    let is_head = |(_, line): &(usize, TextLine)| line.area.bottom < page.height * EDGE;
    let is_foot = |(_, line): &(usize, TextLine)| line.area.top > page.height * (1.0 - EDGE);
    let candidate = |(index, line): (usize, TextLine), is_head: bool| {
        let (shape, numbers) = shape(&line.words);
        let place = if is_head { line.y } else { page.height - line.y };
        Candidate { index, page: number, shape: (shape, is_head), numbers, place }
    };
    let heads: Vec<_> = lines.clone().filter(is_head).collect();
    let feet: Vec<_> = lines.filter(is_foot).collect();
    let n_skipped = feet.len().saturating_sub(MOST_LINES);
    let heads = heads.into_iter().take(MOST_LINES).map(|line| candidate(line, true));
    heads.chain(feet.into_iter().skip(n_skipped).map(|line| candidate(line, false))).collect()
}

/// A line without white space and with `#` for each number, and the numbers.
fn shape(words: &str) -> (String, Vec<usize>) {
    let mut shape = String::with_capacity(words.len());
    let mut numbers: Vec<usize> = Vec::new();
    let mut before = ' ';
    for char in words.chars().filter(|char| !char.is_whitespace()).map(narrow) {
        match char.to_digit(10).and_then(|digit| usize::try_from(digit).ok()) {
            Some(digit) if before.is_ascii_digit() => {
                if let Some(number) = numbers.last_mut() {
                    *number = number.saturating_mul(10).saturating_add(digit);
                }
            }
            Some(digit) => {
                shape.push('#');
                numbers.push(digit);
            }
            None => shape.push(char),
        }
        before = char;
    }
    (shape, numbers)
}

/// A digit as wide as a Chinese character as the usual one; any other character as it is.
fn narrow(char: char) -> char {
    match char {
        '０'..='９' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}

/// What page numbers look like between marks.
const PAGE_NUMBERS: [&str; 10] = [
    "#",
    "第#页",
    "第#页共#页",
    "第#页，共#页",
    "第#页,共#页",
    "第#页/共#页",
    "共#页第#页",
    "#/#",
    "Page#of#",
    "Page#",
];

/// Whether a line only numbers the page.
fn is_page_number(shape: &str) -> bool {
    PAGE_NUMBERS.contains(&shape.trim_matches(['-', '—', '－', '–', '―', '─', '·', '•', '~']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::layout::column::Region;
    use crate::source::layout::geometry::Area;

    fn page(lines: &[(&str, f32)]) -> Page {
        let line = |&(words, y): &(&str, f32)| Item {
            region: Region::Full,
            shape: Shape::Line(TextLine {
                words: words.to_owned(),
                area: Area { left: 0.0, right: 100.0, top: y - 10.0, bottom: y },
                y,
                size: 10.0,
                is_bold: false,
                end: 100.0,
                n_gaps: 0,
                n_blanks: 0,
                first_width: 10.0,
            }),
        };
        Page { width: 600.0, height: 800.0, items: lines.iter().map(line).collect() }
    }

    fn kept(pages: &[&[(&str, f32)]]) -> Vec<Vec<String>> {
        let mut pages: Vec<Page> = pages.iter().map(|lines| page(lines)).collect();
        drop(&mut pages);
        let words = |page: &Page| {
            let words = |item: &Item| match &item.shape {
                Shape::Line(line) => Some(line.words.clone()),
                Shape::Table(_) => None,
            };
            page.items.iter().filter_map(words).collect()
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
    fn rows_of_a_table_that_happen_to_stand_at_the_edge_are_kept() {
        let pages: [&[(&str, f32)]; 3] =
            [&[("第28街道 196", 40.0)], &[("第38街道 266", 40.0)], &[("第48街道 336", 40.0)]];
        assert_eq!(kept(&pages), [["第28街道 196"], ["第38街道 266"], ["第48街道 336"]]);
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
