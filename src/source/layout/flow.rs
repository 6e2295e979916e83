//! Lines → paragraphs, over the ends of columns and pages.

use std::collections::BTreeMap;

use super::column::Region;
use super::geometry::rising;
use super::line::{is_wide, most};
use super::page::{Page, Shape, TextLine};
use super::table::Table;
use crate::order;
use crate::source::sheet::{Sheet, SheetCell};

/// How far a line may start from where others do and still start there, in parts of the size.
const SAME_EDGE: f32 = 0.6;
/// The least indent of a paragraph's first line, in parts of the size.
const INDENT: f32 = 1.0;
/// How much more than usual the distance of two lines is when a paragraph ends between them.
const GAP: f32 = 1.35;
/// The share of the width between equal margins that running text fills at least.
const NARROW: f32 = 0.6;
/// The least distance of lines, in parts of their size.
const CLOSEST: f32 = 0.8;
/// The same for the lines of a title, in parts of their size, which many programs set as far apart as paragraphs.
const TITLE_GAP: f32 = 3.0;
/// How much larger than running text a title is.
const TITLE_SIZE: f32 = 1.2;
/// How much the sizes of lines of one paragraph differ at most.
const SAME_SIZE: f32 = 0.07;

/// Where the text of a region stands, over all pages of one width.
#[derive(Clone, Copy, Debug)]
struct Edges {
    left: f32,
    right: f32,
    /// Size of running text.
    size: f32,
    /// Usual distance of lines, in parts of their size.
    leading: f32,
    /// Whether paragraphs start with an indent.
    has_indents: bool,
}

/// Lines of one page width and region.
type Key = (u64, Region);

fn key(page: &Page, region: Region) -> Key {
    (rising((page.width / 8.0).round()), region)
}

/// Writes the pages as paragraphs and tables.
pub(super) fn write(pages: Vec<Page>, sheet: &mut Sheet) {
    let edges = all_edges(&pages);
    let mut writer = Writer { sheet, paragraph: Vec::new(), table: None };
    for (index, page) in pages.into_iter().enumerate() {
        let keys = [Region::Full, Region::Left, Region::Right].map(|region| key(&page, region));
        for item in page.items {
            let key = keys.into_iter().find(|(_, region)| *region == item.region);
            let edges = key.and_then(|key| edges.get(&key)).copied();
            match item.shape {
                Shape::Table(table) => writer.put_table(table, index),
                Shape::Line(line) => {
                    let edges = edges.unwrap_or(Edges {
                        left: line.area.left,
                        right: line.area.right,
                        size: line.size,
                        leading: 1.5,
                        has_indents: false,
                    });
                    writer.put_line(Placed { line, edges, region: item.region, page: index });
                }
            }
        }
    }
    writer.end_table();
    writer.end_paragraph();
}

/// A line with what is known of the place where it stands.
#[derive(Clone, Debug)]
struct Placed {
    line: TextLine,
    edges: Edges,
    region: Region,
    page: usize,
}

impl Placed {
    /// How far it starts from the edge, in parts of its size.
    fn indent(&self) -> f32 {
        (self.line.area.left - self.edges.left) / self.line.size
    }

    /// Whether `next` would not have fit behind it.
    fn is_full_before(&self, next: &Self) -> bool {
        let room = self.edges.right - self.line.area.right;
        room < next.line.first_width + self.line.size * 0.4
    }

    /// Whether it stands in the middle, away from both edges.
    fn is_centered(&self) -> bool {
        let (left, right) = self.margins();
        left > 2.5 && right > 1.5 && self.is_balanced()
    }

    /// Whether it is as far from the one edge as from the other.
    fn is_balanced(&self) -> bool {
        let (left, right) = self.margins();
        (left - right).abs() < 1.2
    }

    /// How far it is from both edges, in parts of its size.
    fn margins(&self) -> (f32, f32) {
        let left = self.line.area.left - self.edges.left;
        let right = self.edges.right - self.line.area.right;
        (left / self.line.size, right / self.line.size)
    }
}

struct Writer<'s> {
    sheet: &'s mut Sheet,
    /// The lines of the paragraph so far.
    paragraph: Vec<Placed>,
    /// The table so far, and the page on which it ended.
    table: Option<(Table, usize)>,
}

impl Writer<'_> {
    fn put_line(&mut self, line: Placed) {
        self.end_table();
        if !continues(&self.paragraph, &line) {
            self.end_paragraph();
        }
        self.paragraph.push(line);
    }

    fn end_paragraph(&mut self) {
        let mut words = String::new();
        for placed in std::mem::take(&mut self.paragraph) {
            join(&mut words, &placed.line.words);
        }
        if !words.is_empty() {
            self.sheet.put_paragraph(&words);
        }
    }

    fn put_table(&mut self, table: Table, page: usize) {
        self.end_paragraph();
        match &mut self.table {
            Some((before, last)) if page == *last + 1 && goes_on(before, &table) => {
                append(before, table);
                *last = page;
            }
            _ => {
                self.end_table();
                self.table = Some((table, page));
            }
        }
    }

    fn end_table(&mut self) {
        if let Some((table, _)) = self.table.take() {
            self.sheet.put_table(&table.rows);
        }
    }
}

/// Joins the next line of a paragraph: with a space between, except between Chinese characters.
fn join(words: &mut String, next: &str) {
    let ends = words.chars().next_back().zip(next.chars().next());
    if let Some((before, after)) = ends {
        // A number among Chinese characters may be parted, too: such lines break anywhere.
        let is_digit = |char: char| char.is_ascii_digit();
        let is_number = is_digit(before)
            && is_digit(after)
            && words.trim_end_matches(is_digit).ends_with(is_wide)
            && next.trim_start_matches(is_digit).starts_with(is_wide);
        let is_mark = before == '(' || ")%,;:".contains(after);
        let is_tight = is_wide(before) || is_wide(after) || is_number || is_mark;
        if before == '-' && after.is_ascii_lowercase() && words.is_ascii() {
            // A word that was parted at the end of the line.
            words.pop();
        } else if !is_tight && !before.is_whitespace() {
            words.push(' ');
        }
    }
    words.push_str(next);
}

/// Whether `next` is one more line of the paragraph.
fn continues(paragraph: &[Placed], next: &Placed) -> bool {
    let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else { return false };
    let size = last.line.size;
    if (next.line.size - size).abs() > size * SAME_SIZE || !last.is_full_before(next) {
        return false;
    }
    // What stands in columns is no running text, nor is a table of contents.
    let is_columns = last.line.n_gaps.min(next.line.n_gaps) > 0
        || last.line.n_gaps > 1
        || (last.line.n_blanks > 1 && next.line.n_blanks == 0);
    if is_columns || is_entry(&last.line.words) {
        return false;
    }
    if is_next_item(&first.line.words, &next.line.words) {
        return false;
    }
    let is_below = next.page == last.page && next.region == last.region;
    let distance = (next.line.y - last.line.y) / size;
    let usual = last.edges.leading * GAP;
    let is_title = size > last.edges.size * TITLE_SIZE && last.is_balanced() && next.is_centered();
    let furthest = if is_title { usual.max(TITLE_GAP) } else { usual };
    if is_below && (distance > furthest || distance < CLOSEST) {
        return false;
    }
    if last.is_centered() || (next.is_centered() && next.indent() > 4.0) {
        // A title that fills its line goes on in the middle of the next.
        return is_below && last.is_balanced() && next.is_balanced();
    }
    let ends = ends_sentence(&last.line.words);
    if ends && (last.line.is_bold != next.line.is_bold || is_numbered(&next.line.words)) {
        return false;
    }
    let indent = next.indent();
    if paragraph.len() > 1 {
        return (indent - last.indent()).abs() < SAME_EDGE || indent.abs() < SAME_EDGE;
    }
    if indent.abs() < SAME_EDGE {
        return true;
    }
    let shift = indent - first.indent();
    if shift.abs() < SAME_EDGE {
        // A block that is set in, or one more paragraph of one line.
        let is_title = last.is_balanced() && next.is_balanced() && first.indent() > 0.0;
        return !ends && (is_title || !last.edges.has_indents);
    }
    // The lines of a list hang behind their numbers.
    shift > 0.0 && shift < 4.0 && indent < INDENT * 5.0 && !ends && first.indent() < SAME_EDGE
}

/// Whether a line is an entry of a table of contents: dots that lead to a number.
fn is_entry(words: &str) -> bool {
    let before = words.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    before.len() < words.len()
        && [".....", ". . . .", "……", "·····", "．．．"].iter().any(|dots| before.ends_with(dots))
}

/// Whether two lines start with numbers written alike of which one follows the other: 3、 4、.
fn is_next_item(first: &str, next: &str) -> bool {
    let number = |words: &str| {
        let n_digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = words.split_at(n_digits);
        let mark = rest.chars().next().filter(|mark| matches!(mark, '、' | '．' | '.'))?;
        digits.parse::<u32>().ok().zip(Some(mark))
    };
    let numbers = number(first).zip(number(next));
    numbers.is_some_and(|(first, next)| first.0.checked_add(1) == Some(next.0) && first.1 == next.1)
}

/// Whether a line starts with the number of a heading or an item: 一、 （一） 1. （1） 第一条 一是.
fn is_numbered(words: &str) -> bool {
    let bare = words.trim_start_matches(['（', '(', '第']);
    let is_digit = |char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char);
    let rest = bare.trim_start_matches(is_digit);
    let n_digits = bare.chars().count() - rest.chars().count();
    let is_bracketed = bare.len() < words.len();
    (1..=3).contains(&n_digits)
        && if is_bracketed {
            rest.starts_with(['）', ')', '条', '章', '节'])
        } else {
            rest.starts_with(['、', '．', '是'])
                || (rest.starts_with('.') && !rest[1..].starts_with(is_digit))
        }
}

fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['”', '’', '）', ')', ' '])
        .ends_with(['。', '；', '：', '！', '？', '.', ';', ':'])
}

/// The edges of all regions.
fn all_edges(pages: &[Page]) -> BTreeMap<Key, Edges> {
    let mut lines: BTreeMap<Key, Vec<&TextLine>> = BTreeMap::new();
    let mut gaps: BTreeMap<Key, Vec<(f32, f32)>> = BTreeMap::new();
    for page in pages {
        let mut before: Option<(Region, &TextLine)> = None;
        for item in &page.items {
            let Shape::Line(line) = &item.shape else {
                before = None;
                continue;
            };
            let key = key(page, item.region);
            lines.entry(key).or_default().push(line);
            if let Some((_, above)) = before.filter(|(region, _)| *region == item.region)
                && (above.size - line.size).abs() < line.size * SAME_SIZE
                && line.y > above.y
            {
                gaps.entry(key).or_default().push(((line.y - above.y) / line.size * 10.0, 1.0));
            }
            before = Some((item.region, line));
        }
    }
    let mut widths: BTreeMap<Key, f32> = BTreeMap::new();
    for page in pages {
        widths.insert(key(page, Region::Full), page.width);
    }
    let edges = |(key, lines): (Key, Vec<&TextLine>)| {
        let leading = gaps.get(&key).and_then(|gaps| usual(gaps)).unwrap_or(16.0) / 10.0;
        (key, edges_of(&lines, leading, widths.get(&key).copied()))
    };
    lines.into_iter().map(edges).collect()
}

/// The smallest distance of lines that is not rare.
fn usual(gaps: &[(f32, f32)]) -> Option<f32> {
    let frequent = most(gaps.iter().copied())?;
    let mut values: Vec<f32> = gaps.iter().map(|(gap, _)| *gap).collect();
    order::sort_by_key(&mut values, |gap| (rising(*gap), 0));
    let quarter = values.get(values.len() / 4).copied().unwrap_or(frequent);
    Some(if quarter > 8.0 { frequent.min(quarter * 1.15) } else { frequent })
}

/// The edges of lines, which stand on a page of this width where they may take all of it.
fn edges_of(lines: &[&TextLine], leading: f32, page_width: Option<f32>) -> Edges {
    let size = most(lines.iter().map(|line| (line.size, line.area.width()))).unwrap_or(12.0);
    let is_body = |line: &&&TextLine| (line.size - size).abs() < size * SAME_SIZE * 2.0;
    let body: Vec<&&TextLine> = lines.iter().filter(is_body).collect();
    let share = body.len() / 12;
    let edge = |mut values: Vec<f32>, least: usize| {
        order::sort_by_key(&mut values, |value| (rising(*value), 0));
        let near = |value: f32| {
            values.iter().filter(|other| (**other - value).abs() < size * SAME_EDGE).count()
        };
        let mut seen = f32::NEG_INFINITY;
        for &value in &values {
            if value - seen < size * SAME_EDGE / 2.0 {
                continue;
            }
            seen = value;
            if near(value) >= least {
                return value;
            }
        }
        values.first().copied().unwrap_or(0.0)
    };
    let left = edge(
        body.iter().map(|line| line.area.left).collect(),
        share.max(if body.len() > 4 { 2 } else { 1 }),
    );
    let mut right = -edge(body.iter().map(|line| -line.end).collect(), share.max(1));
    // Where all lines are short, none reaches the edge, which then is as far from the page's end as the left one.
    if let Some(opposite) = page_width.map(|width| width - left)
        && right - left < (opposite - left) * NARROW
    {
        right = opposite;
    }
    // What follows a line that is not full starts a paragraph.
    let starts = || {
        let pairs = body.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
        pairs.filter(|(above, _)| right - above.area.right > size * 2.0).map(|(_, line)| line)
    };
    let is_indented = |line: &&&&TextLine| (1.2..3.2).contains(&((line.area.left - left) / size));
    let has_indents = starts().filter(is_indented).count() * 10 > starts().count() * 6;
    Edges { left, right, size, leading, has_indents }
}

/// Whether a table at the top of a page goes on with one at the foot of the page before.
fn goes_on(before: &Table, table: &Table) -> bool {
    let same = |(one, two): (&f32, &f32)| (one - two).abs() < 6.0;
    before.is_ruled == table.is_ruled
        && before.columns.len() == table.columns.len()
        && before.columns.iter().zip(&table.columns).all(same)
}

/// Adds the rows of a table that goes on, without the head that is shown again.
fn append(before: &mut Table, table: Table) {
    let n_head =
        before.rows.iter().zip(&table.rows).take_while(|(one, two)| is_same_head(one, two)).count();
    let mut rows = table.rows.into_iter().skip(n_head);
    if n_head == 0
        && let Some(first) = rows.next()
    {
        match before.rows.last_mut().filter(|last| is_torn(last, &first)) {
            Some(last) => {
                for (cell, rest) in
                    last.iter_mut().zip(first).filter(|(_, rest)| !rest.words.is_empty())
                {
                    cell.words.push('\n');
                    cell.words.push_str(&rest.words);
                }
            }
            None => before.rows.push(first),
        }
    }
    before.rows.extend(rows);
}

/// Whether a row shows the head of the table again: words without numbers of its own.
fn is_same_head(one: &[SheetCell], two: &[SheetCell]) -> bool {
    one == two && one.iter().any(|cell| !cell.words.is_empty())
}

/// Whether the first row of a page is the rest of a row that the page's end tore: it names nothing, and goes on with
/// words that did not end.
fn is_torn(last: &[SheetCell], first: &[SheetCell]) -> bool {
    let is_number = |words: &str| words.chars().all(|char| char.is_ascii_digit() || char == '.');
    last.len() == first.len()
        && first.len() > 1
        && first.first().is_some_and(|cell| cell.words.is_empty())
        && last.iter().zip(first).all(|(above, rest)| {
            rest.words.is_empty()
                || (!above.words.is_empty()
                    && !ends_sentence(&above.words)
                    && !is_number(&rest.words))
        })
}
