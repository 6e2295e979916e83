//! One page: from what it shows to lines and tables in reading order.

use super::Room;
use super::column::{Region, in_order};
use super::geometry::Area;
use super::line::{Line, is_space, is_wide, lines};
use super::mark::{Glyph, Marks, Ruling, Way};
use super::table::{self, COLUMN_GAP, Table};
use crate::order;
use crate::source::limit::MAX_RULINGS;

/// The smallest picture that can hold words, in points.
const LEAST_PICTURE: (f32, f32) = (72.0, 24.0);
/// So many curves on a page without text are letters that became drawings.
const DRAWN_TEXT: usize = 2_000;

/// A page in reading order.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its height.
    pub(super) height: f32,
    /// Its width.
    pub(super) width: f32,
    /// What stands on it.
    pub(super) items: Vec<Item>,
}

/// A line or table of a page.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// In which part of the page.
    pub(super) region: Region,
    pub(super) shape: Shape,
}

/// What an item is.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    Line(TextLine),
    Table(Table),
}

/// A line, as far as joining lines asks.
#[derive(Clone, Debug)]
pub(super) struct TextLine {
    pub(super) words: String,
    pub(super) area: Area,
    /// Its base line.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) is_bold: bool,
    /// Where it ends but for a mark, which may hang over the edge of the text.
    pub(super) end: f32,
    /// How many gaps it has that are wider than any between words, and not filled with spaces.
    pub(super) n_gaps: usize,
    /// How many such gaps it has when those count that spaces fill.
    pub(super) n_blanks: usize,
    /// Width of what would have to fit behind the line above for it to stand there: its first character or word.
    pub(super) first_width: f32,
}

impl TextLine {
    fn of(line: &Line) -> Self {
        Self {
            words: line.words(),
            area: table::area(line),
            y: line.y,
            size: line.size,
            is_bold: line.is_bold(),
            end: end(line),
            n_gaps: line.n_gaps(COLUMN_GAP),
            n_blanks: line.split(COLUMN_GAP).len() - 1,
            first_width: first_width(line),
        }
    }
}

fn end(line: &Line) -> f32 {
    let is_mark = |glyph: &&Glyph| "，。、；：？！）》”’".contains(glyph.char);
    match line.glyphs.last().filter(is_mark) {
        Some(mark) => mark.x,
        None => line.right(),
    }
}

/// Width of a line's first character with the marks that may not start a line, or of its first Latin word or number.
fn first_width(line: &Line) -> f32 {
    let mut end = line.left();
    let mut before: Option<char> = None;
    for glyph in &line.glyphs {
        let is_bound = match before {
            None => true,
            Some(_) if is_space(glyph) => false,
            Some(before) => {
                let may_not_start = "，。、；：？！）》”’】〕%％,.;:)".contains(glyph.char);
                let may_not_end = "（《“‘【〔(".contains(before);
                let is_wide = |char| is_wide(char) && char != '·';
                let is_quoted = matches!(before, '”' | '’') && !is_wide(glyph.char);
                may_not_start
                    || may_not_end
                    || is_quoted
                    || !(is_wide(before) || is_wide(glyph.char))
            }
        };
        if !is_bound {
            break;
        }
        end = end.max(glyph.right());
        before = Some(glyph.char);
    }
    end - line.left()
}

/// What a page is beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::source) struct Found {
    /// Whether there is text.
    pub(in crate::source) has_text: bool,
    /// Whether pictures are large enough to show words.
    pub(in crate::source) has_pictures: bool,
    /// Whether some characters are not told.
    pub(in crate::source) has_unknown: bool,
    /// Whether the text is drawn as curves.
    pub(in crate::source) is_drawn: bool,
}

/// Puts a page together. `width` and `height` are those of the page as it is seen, `gutter` is where the pages before it
/// had the white between their columns, `room` is what tables may take.
pub(super) fn read(
    marks: Marks,
    width: f32,
    height: f32,
    gutter: &mut Option<f32>,
    room: &mut Room,
) -> (Page, Found) {
    let mut area = Area { left: 0.0, top: 0.0, right: width, bottom: height };
    let mut glyphs = marks.glyphs;
    glyphs.retain(|glyph| {
        let (x, y) = glyph.center();
        // What is turned has its middle elsewhere, but near its base line all the same.
        if glyph.way == Way::Right { area.holds(x, y) } else { area.holds(glyph.x, glyph.y) }
    });
    let is_recognized = keep_shown(&mut glyphs);
    let n_seen = glyphs.iter().filter(|glyph| !is_space(glyph)).count();
    let n_unknown = glyphs.iter().filter(|glyph| glyph.char == char::REPLACEMENT_CHARACTER).count();
    let has_picture = |picture: &Area| {
        let seen = picture.within(&area);
        seen.width() >= LEAST_PICTURE.0 && seen.height() >= LEAST_PICTURE.1
    };
    let found = Found {
        has_text: n_seen > 0,
        has_pictures: !is_recognized && marks.pictures.iter().any(has_picture),
        has_unknown: n_unknown > 0,
        is_drawn: n_seen == 0 && marks.n_curves >= DRAWN_TEXT,
    };
    let mut groups = by_way(glyphs, &area).into_iter();
    let Some((way, main)) = groups.next() else { return (Page::default(), found) };
    let rulings = marks.rulings.iter().take(room.n_rulings.min(MAX_RULINGS));
    let rulings: Vec<Ruling> = rulings.map(|ruling| turned_ruling(*ruling, way, &area)).collect();
    room.n_rulings -= rulings.len();
    if matches!(way, Way::Down | Way::Up) {
        area = Area { right: height, bottom: width, ..area };
    }
    let mut page = put_together(main, &rulings, &area, gutter, room);
    // What is turned otherwise comes behind.
    page.items.extend(
        groups
            .flat_map(|(_, glyphs)| lines(glyphs))
            .map(|line| Item { region: Region::Full, shape: Shape::Line(TextLine::of(&line)) }),
    );
    (page, found)
}

/// Drops what is not shown, and what belongs to the page rather than to the text, unless there is nothing else. Gives
/// whether the text is what a scanner recognized.
fn keep_shown(glyphs: &mut Vec<Glyph>) -> bool {
    let count = |glyphs: &[Glyph], is_kind: fn(&Glyph) -> bool| {
        glyphs.iter().filter(|glyph| !is_space(glyph) && is_kind(glyph)).count()
    };
    let n_hidden = count(glyphs, |glyph| glyph.is_hidden);
    let n_inked = count(glyphs, |glyph| !glyph.is_hidden);
    // A page number or a stamp of the archive may stand on top of a scan.
    let is_recognized = n_hidden > n_inked * 10;
    if !is_recognized {
        glyphs.retain(|glyph| !glyph.is_hidden);
    }
    if count(glyphs, |glyph| !glyph.is_furniture) > 0 {
        glyphs.retain(|glyph| !glyph.is_furniture);
    }
    is_recognized
}

/// Characters by the way in which their lines run, turned so that all run to the right; most of the page first.
///
/// What stands askew is stamped across the page and no part of its text.
fn by_way(glyphs: Vec<Glyph>, page: &Area) -> Vec<(Way, Vec<Glyph>)> {
    let mut groups = [Way::Right, Way::Down, Way::Up, Way::Left].map(|way| (way, Vec::new()));
    for glyph in glyphs {
        if let Some((way, group)) = groups.iter_mut().find(|(way, _)| *way == glyph.way) {
            let (x, y) = turned((glyph.x, glyph.y), *way, page);
            group.push(Glyph { x, y, ..glyph });
        }
    }
    let mut groups: Vec<(Way, Vec<Glyph>)> = groups.into_iter().collect();
    groups.retain(|(_, group)| !group.is_empty());
    order::sort_by_key(&mut groups, |(_, group)| (u64::MAX - order::place(group.len()), 0));
    groups
}

/// Where a point stands once the page is turned so that lines of this way run to the right.
fn turned((x, y): (f32, f32), way: Way, page: &Area) -> (f32, f32) {
    match way {
        Way::Right | Way::Askew => (x, y),
        Way::Down => (y, page.right - x),
        Way::Up => (page.bottom - y, x),
        Way::Left => (page.right - x, page.bottom - y),
    }
}

fn turned_ruling(ruling: Ruling, way: Way, page: &Area) -> Ruling {
    let Ruling { is_level, at, from, to } = ruling;
    let ends = if is_level { [(from, at), (to, at)] } else { [(at, from), (at, to)] };
    let [one, two] = ends.map(|point| turned(point, way, page));
    let is_level = if matches!(way, Way::Down | Way::Up) { !is_level } else { is_level };
    let ((at, from), (_, to)) =
        if is_level { ((one.1, one.0), (two.1, two.0)) } else { (one, two) };
    Ruling { is_level, at, from: from.min(to), to: from.max(to) }
}

/// Tables and lines in reading order.
fn put_together(
    glyphs: Vec<Glyph>,
    rulings: &[Ruling],
    area: &Area,
    gutter: &mut Option<f32>,
    room: &mut Room,
) -> Page {
    let (tables, rest) = table::ruled(glyphs, rulings, area, room);
    let ordered = in_order(lines(rest), gutter);
    let mut items: Vec<Item> = Vec::new();
    let mut tables = tables.into_iter().peekable();
    let mut index = 0;
    while let Some((region, line)) = ordered.get(index) {
        // A table stands where the line beneath it is, unless that line is in the other column.
        while let Some(table) = tables.next_if(|table| {
            line.middle() > table.area.top && is_beside(&table.area, line, *region)
        }) {
            items.push(Item { region: *region, shape: Shape::Table(table) });
        }
        let below = ordered.get(index..).unwrap_or_default();
        let same = below.iter().take_while(|(other, _)| other == region).map(|(_, line)| line);
        let aligned = may_align(line).then(|| table::aligned(same.take(LONGEST_ALIGNED)));
        if let Some((table, n_lines)) = aligned.flatten() {
            items.push(Item { region: *region, shape: Shape::Table(table) });
            index += n_lines;
            continue;
        }
        items.push(Item { region: *region, shape: Shape::Line(TextLine::of(line)) });
        index += 1;
    }
    items.extend(tables.map(|table| Item { region: Region::Full, shape: Shape::Table(table) }));
    Page { height: area.bottom, width: area.right, items }
}

/// The longest table without lines, in rows.
const LONGEST_ALIGNED: usize = 80;

/// Whether a line may be the first of a table without lines.
fn may_align(line: &Line) -> bool {
    line.split(COLUMN_GAP).len() >= 2
}

fn is_beside(table: &Area, line: &Line, region: Region) -> bool {
    region == Region::Full || (table.left < line.right() && line.left() < table.right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::layout::Layout;

    fn glyph(char: char, x: f32, y: f32, way: Way) -> Glyph {
        Glyph {
            char,
            x,
            y,
            width: 10.0,
            size: 10.0,
            way,
            is_bold: false,
            is_hidden: false,
            is_furniture: false,
        }
    }

    fn words(glyphs: Vec<Glyph>) -> Vec<String> {
        let mut layout = Layout::new();
        layout.put(Marks { glyphs, ..Marks::default() }, 100.0, 200.0);
        let page = &layout.pages[0];
        page.items
            .iter()
            .map(|item| match &item.shape {
                Shape::Line(line) => line.words.clone(),
                Shape::Table(table) => format!("{:?}", table.rows),
            })
            .collect()
    }

    #[test]
    fn a_page_that_is_turned_is_read_turned() {
        // Two lines that run upwards, the first at the left.
        let up = [('二', 40.0, 100.0), ('二', 40.0, 90.0), ('一', 20.0, 100.0), ('一', 20.0, 90.0)];
        let up = up.map(|(char, x, y)| glyph(char, x, y, Way::Up));
        assert_eq!(words(up.to_vec()), ["一一", "二二"]);
        let down = [('一', 40.0, 90.0), ('一', 40.0, 100.0), ('二', 20.0, 90.0)];
        let down = down.map(|(char, x, y)| glyph(char, x, y, Way::Down));
        assert_eq!(words(down.to_vec()), ["一一", "二"]);
    }

    #[test]
    fn stamps_askew_and_text_beyond_the_page_are_no_text() {
        let glyphs = vec![
            glyph('甲', 10.0, 20.0, Way::Right),
            glyph('样', 50.0, 50.0, Way::Askew),
            glyph('外', 150.0, 20.0, Way::Right),
        ];
        assert_eq!(words(glyphs), ["甲"]);
    }

    #[test]
    fn recognized_text_is_read_where_nothing_else_is() {
        let hidden = Glyph { is_hidden: true, ..glyph('识', 10.0, 20.0, Way::Right) };
        assert_eq!(words(vec![hidden]), ["识"]);
        assert_eq!(words(vec![hidden, glyph('显', 10.0, 50.0, Way::Right)]), ["显"]);
    }
}
