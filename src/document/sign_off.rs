//! 落款: signature, date and annotations behind the body.

use std::ops::Range;

use super::BlockKind;
use super::agency;
use super::line::Lines;
use super::table::Row;
use crate::text::date::Date;

/// The longest signature line, in characters.
const LONGEST: usize = 60;

/// What a line at the end of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing but a date.
    Date(Date),
    /// The name of an agency, or several.
    Agency,
    /// Both on one line.
    Both(Date),
    /// A remark: 此件公开发布, 抄送, 联系人.
    Annotation,
}

/// What `words` (normalized) is as a line of a signature.
pub(super) fn part(words: &str) -> Option<Part> {
    // A character has four bytes at most; most lines of a text are longer.
    if words.len() > LONGEST * 2 * 4 || words.chars().count() > LONGEST * 2 {
        return None;
    }
    if is_annotation(words) {
        return Some(Part::Annotation);
    }
    if words.chars().count() > LONGEST {
        return None;
    }
    let inner =
        words.strip_prefix('(').and_then(|words| words.strip_suffix(')')).unwrap_or(words).trim();
    if let Some((date, len)) = Date::parse(inner)
        && date.month.is_some()
    {
        let rest = inner[len..].trim();
        if rest.is_empty() {
            return Some(Part::Date(date));
        }
        if rest == "印发" {
            return Some(Part::Annotation);
        }
    }
    let compact = agency::compact(words);
    if agency::is_name(&compact) {
        return Some(Part::Agency);
    }
    let (date, span) = Date::find(words)?;
    let rest = words[span.end..].trim();
    let name = agency::compact(&words[..span.start]);
    if rest.starts_with("印发") && rest.len() <= "印发。".len() {
        return Some(Part::Annotation);
    }
    (date.day.is_some() && rest.is_empty() && agency::is_name(&name)).then_some(Part::Both(date))
}

fn is_annotation(words: &str) -> bool {
    let inner = words.trim_start_matches(['(', '（', '[', '【', ' ']);
    let bracketed = inner.len() < words.len() && words.ends_with([')', '）', ']', '】']);
    let starts = |list: &[&str]| list.iter().any(|start| inner.starts_with(start));
    starts(&[
        "抄送",
        "抄报",
        "主题词:",
        "联系人",
        "联系电话",
        "供稿",
        "报送:",
        "分送:",
        "公开方式",
        "信息公开选项",
    ]) || (bracketed
        && starts(&[
            "此件",
            "此页",
            "本文",
            "公开",
            "依申请公开",
            "不予公开",
            "主动公开",
            "盖章",
            "印章",
        ]))
}

/// Whether a line of a signature bears its date.
pub(super) fn is_dated(words: &str) -> bool {
    matches!(part(words), Some(Part::Date(_) | Part::Both(_)))
}

/// Whether a line starts with a date, perhaps in brackets: what most lines of a text do not.
fn starts_with_date(words: &str) -> bool {
    let inner = words.trim_start_matches(|char: char| char == '(' || char.is_whitespace());
    Date::parse(inner).is_some()
}

/// One past the last line of the signature that line `index` belongs to.
pub(super) fn end(lines: &Lines<'_>, index: usize) -> usize {
    (index + 1..lines.len())
        .find(|&index| part(lines.words(index)).is_none())
        .unwrap_or(lines.len())
}

/// Marks the lines of signatures inside `body`.
pub(super) fn mark(
    lines: &Lines<'_>,
    rows: &[Option<Row>],
    body: Range<usize>,
    kinds: &mut [Option<BlockKind>],
) {
    let part_of = |index: usize| match (rows[index].is_some(), index) {
        (true, _) => None,
        (false, index) => part(lines.words(index)),
    };
    // From the end up: the lines that close the report.
    let mut at = body.end;
    while at > body.start + 1 {
        let index = at - 1;
        if kinds[index] == Some(BlockKind::Furniture) {
            at = index;
            continue;
        }
        if part_of(index).is_none() {
            break;
        }
        kinds[index] = Some(BlockKind::SignOff);
        at = index;
    }
    // A report with attachments is signed in front of them: an agency's name with a date under it.
    let middle = body.start + (body.end - body.start) / 3;
    for index in middle.max(body.start + 1)..at.saturating_sub(1) {
        if kinds[index].is_some() {
            continue;
        }
        let is_date = |index: usize| {
            starts_with_date(lines.words(index)) && matches!(part_of(index), Some(Part::Date(_)))
        };
        if is_date(index + 1) && part_of(index) == Some(Part::Agency) {
            kinds[index] = Some(BlockKind::SignOff);
            kinds[index + 1] = Some(BlockKind::SignOff);
        }
    }
}
