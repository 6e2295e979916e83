//! The properties of characters and paragraphs, by where they lie in the main stream ([MS-DOC] 2.9.22, 2.9.175).

use super::super::limit::MAX_UNPACKED_BYTES;
use super::bytes::{byte, long, place, short, slice};
use super::fib::stretches;
use super::row::Row;
use super::sprm::{Sprm, TABLE_ROW, sprms};

/// Length of a page of properties.
const PAGE: usize = 512;

/// A stretch of the main stream whose characters share properties.
#[derive(Debug)]
pub(super) struct Run<T> {
    from: u32,
    to: u32,
    properties: T,
}

/// What is said about characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Character {
    /// Whether it was deleted while changes were tracked, or is hidden.
    pub(super) is_hidden: bool,
    /// A symbol that stands for the character here: its font by number, and its code in it.
    pub(super) symbol: Option<(u16, u16)>,
    /// Whether what stands here is data of a form field and no picture.
    pub(super) is_data: bool,
    /// Whether what stands here is an object of another program.
    pub(super) is_object: bool,
}

/// What is said about a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The number of its style.
    pub(super) style: u16,
    /// How many tables it stands in.
    pub(super) depth: u32,
    /// Whether its mark ends a row of a table, and one of a table in a table.
    pub(super) ends_row: bool,
    pub(super) ends_inner_row: bool,
    /// Whether its mark ends a cell of a table in a table.
    pub(super) ends_inner_cell: bool,
    /// The list that it is numbered in, from 1, when it says so itself; 0 takes it out of the style's.
    pub(super) list: Option<u16>,
    pub(super) level: Option<u8>,
    /// The cells of the row that it ends.
    pub(super) row: Option<Row>,
}

/// The properties of all characters that have any that matter.
pub(super) fn characters(stream: &[u8], table: &[u8]) -> Vec<Run<Character>> {
    let mut runs = Vec::new();
    for page in pages(stream, table) {
        let n = usize::from(byte(page, PAGE - 1).unwrap_or_default());
        for run in 0..n {
            let Some((from, to)) = long(page, run * 4).zip(long(page, run * 4 + 4)) else { break };
            let at = byte(page, (n + 1) * 4 + run).map_or(0, |at| usize::from(at) * 2);
            let list = byte(page, at).and_then(|length| slice(page, at + 1, usize::from(length)));
            let properties = Character::read(list.filter(|_| at > 0).unwrap_or_default());
            if properties != Character::default() {
                runs.push(Run { from, to, properties });
            }
        }
    }
    runs.sort_by_key(|run| run.from);
    runs
}

/// The properties of all paragraphs. `data` is the stream with those that are too long for a page.
pub(super) fn paragraphs(stream: &[u8], table: &[u8], data: &[u8]) -> Vec<Run<Paragraph>> {
    let mut runs = Vec::new();
    let mut budget = MAX_UNPACKED_BYTES;
    for page in pages(stream, table) {
        let n = usize::from(byte(page, PAGE - 1).unwrap_or_default());
        for run in 0..n {
            let Some((from, to)) = long(page, run * 4).zip(long(page, run * 4 + 4)) else { break };
            let at = byte(page, (n + 1) * 4 + run * 13).map_or(0, |at| usize::from(at) * 2);
            let list = match byte(page, at) {
                _ if at == 0 => None,
                Some(0) => byte(page, at + 1)
                    .and_then(|length| slice(page, at + 2, usize::from(length) * 2)),
                Some(length) => slice(page, at + 1, usize::from(length) * 2 - 1),
                None => None,
            };
            let properties = list.map(|list| Paragraph::read(list, data, &mut budget));
            runs.push(Run { from, to, properties: properties.unwrap_or_default() });
        }
    }
    runs.sort_by_key(|run| run.from);
    runs
}

/// The pages that a table names; no more than the stream has.
fn pages<'s>(stream: &'s [u8], table: &'s [u8]) -> impl Iterator<Item = &'s [u8]> {
    let named = stretches(table, 4).take(stream.len() / PAGE);
    named.filter_map(move |(_, _, page)| {
        slice(stream, (place(page, 0)? & 0x003f_ffff).checked_mul(PAGE)?, PAGE)
    })
}

/// The properties at a place in the main stream.
pub(super) fn find<T>(runs: &[Run<T>], at: u32) -> Option<&T> {
    let before = runs.partition_point(|run| run.from <= at).checked_sub(1)?;
    runs.get(before).filter(|run| at < run.to).map(|run| &run.properties)
}

impl Character {
    fn read(list: &[u8]) -> Self {
        let mut character = Self::default();
        let (mut is_deleted, mut is_hidden) = (false, false);
        for sprm in sprms(list) {
            match sprm.code {
                0x0800 => is_deleted = sprm.is_on(),
                0x083c => is_hidden = sprm.is_on(),
                0x0806 => character.is_data = sprm.is_on(),
                0x080a => character.is_object = sprm.is_on(),
                0x6a09 => character.symbol = short(sprm.operand, 0).zip(short(sprm.operand, 2)),
                _ => {}
            }
        }
        character.is_hidden = is_deleted || is_hidden;
        character
    }
}

impl Paragraph {
    /// Reads the number of the style and the changes behind it.
    fn read(list: &[u8], data: &[u8], budget: &mut usize) -> Self {
        let mut paragraph = Self { style: short(list, 0).unwrap_or_default(), ..Self::default() };
        paragraph.apply_all(list.get(2..).unwrap_or_default());
        let huge = sprms(list.get(2..).unwrap_or_default())
            .find(|sprm| matches!(sprm.code, 0x6646 | 0x6645))
            .and_then(|sprm| place(sprm.operand, 0));
        if let Some(at) = huge
            && let Some(length) = short(data, at).map(usize::from)
            && let Some(list) = slice(data, at + 2, length)
            && *budget >= length
        {
            *budget -= length;
            paragraph.apply_all(list);
        }
        paragraph
    }

    /// What the changes of a style say about its paragraphs.
    pub(super) fn of_style(list: &[u8]) -> Self {
        let mut paragraph = Self::default();
        paragraph.apply_all(list);
        paragraph
    }

    fn apply_all(&mut self, list: &[u8]) {
        for sprm in sprms(list) {
            self.apply(&sprm);
        }
    }

    fn apply(&mut self, sprm: &Sprm<'_>) {
        match sprm.code {
            0x2416 => self.depth = self.depth.max(u32::from(sprm.byte() != 0)),
            0x2417 => self.ends_row = sprm.byte() != 0,
            0x244b => self.ends_inner_cell = sprm.byte() != 0,
            0x244c => self.ends_inner_row = sprm.byte() != 0,
            0x6649 => self.depth = long(sprm.operand, 0).unwrap_or_default(),
            0x460b => self.list = Some(sprm.short()),
            0x260a => self.level = Some(sprm.byte()),
            TABLE_ROW => self.row = Row::read(sprm.operand),
            0xd62b => {
                if let (Some(row), [cell, merge, ..]) = (&mut self.row, sprm.operand) {
                    row.merge_down(usize::from(*cell), *merge);
                }
            }
            0x5624 => {
                if let (Some(row), [first, end]) = (&mut self.row, sprm.operand) {
                    row.merge_across(usize::from(*first), usize::from(*end));
                }
            }
            _ => {}
        }
    }
}
