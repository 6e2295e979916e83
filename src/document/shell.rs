//! 版面: what stands around the body, told line by line.

use std::ops::Range;
use std::sync::LazyLock;

use super::BlockKind;
use super::agency;
use super::document_number;
use super::furniture::{self, is_breadcrumb, is_page_line};
use super::line::Lines;
use super::metadata::{self, Field};
use super::number::{self, Class};
use super::sign_off;
use super::table::{self, Row};
use super::title;
use crate::text::date::Date;
use crate::text::normalize::is_han;
use crate::text::words::WordList;

/// Whom a report is addressed to, besides bodies.
static ADDRESSED: LazyLock<WordList> = LazyLock::new(|| {
    let persons = "主任 委员 代表 同志 领导 秘书长 书记 省长 市长 县长 区长 常委";
    let bodies = "部门 单位 机构 党中央 国务院 中央 省委 市委 县委 区委";
    WordList::by_last(persons.split(' ').chain(bodies.split(' ')))
});
/// The longest line of an addressee, in characters.
const ADDRESSEE: usize = 80;

/// What each line is as far as the form of a page tells.
pub(super) struct Shell {
    /// The kinds of the lines that are not body; `None` is body.
    pub(super) kinds: Vec<Option<BlockKind>>,
    /// The lines of the body, with page numbers and the signature in between.
    pub(super) body: Range<usize>,
    /// The lines that make the title.
    pub(super) title: Vec<usize>,
    /// The line of the addressee.
    pub(super) addressee: Option<usize>,
}

/// Tells the body from what stands around it.
pub(super) fn classify(lines: &Lines<'_>, rows: &[Option<Row>]) -> Shell {
    let mut kinds: Vec<Option<BlockKind>> = vec![None; lines.len()];
    let contents = furniture::contents(lines, rows);
    let start = body_start(lines, rows, &contents);
    let end = body_end(lines, rows, start);
    let mut shell =
        Shell { body: start..end, title: Vec::new(), addressee: None, kinds: Vec::new() };
    shell.read_head(lines, &mut kinds);
    for (index, kind) in kinds.iter_mut().enumerate().skip(end) {
        let entries = metadata::entries(lines.words(index));
        let is_dated = entries.iter().any(|entry| entry.field == Field::Published);
        *kind = Some(if is_dated { BlockKind::Metadata } else { BlockKind::Furniture });
    }
    let start = shell.body.start;
    for (index, kind) in kinds.iter_mut().enumerate().take(end).skip(start) {
        if rows[index].is_none() && furniture::is_page_mark(lines.words(index)) {
            *kind = Some(BlockKind::Furniture);
        }
    }
    sign_off::mark(lines, rows, start..end, &mut kinds);
    shell.kinds = kinds;
    shell
}

impl Shell {
    fn read_head(&mut self, lines: &Lines<'_>, kinds: &mut [Option<BlockKind>]) {
        let start = self.body.start;
        if let Some(last) = start.checked_sub(1).filter(|&last| is_addressee(lines.words(last))) {
            kinds[last] = Some(BlockKind::Addressee);
            self.addressee = Some(last);
        }
        for (index, kind) in kinds.iter_mut().enumerate().take(start) {
            let words = lines.words(index);
            let is_below = index > 0 && is_value_below(lines, index - 1);
            let dated = || Date::parse(words).is_some_and(|(date, _)| date.day.is_some());
            // 2019年12月3日 星期二: a page shows today's date so.
            let is_today = dated() && words.contains("星期");
            if kind.is_none()
                && !is_today
                && (is_metadata(words) || is_below || is_number_line(words) || dated())
            {
                *kind = Some(BlockKind::Metadata);
            }
        }
        if let Some(title) = title::find(lines, 0..start, |index| kinds[index].is_none()) {
            for &index in &title.mentions {
                kinds[index] = Some(BlockKind::Title);
            }
            self.title = title.lines;
        }
        // Some sign in front: who reports, and when, between title and text.
        let below_title = self.title.last().map_or(start, |&last| last + 1);
        for (index, kind) in kinds.iter_mut().enumerate().take(start).skip(below_title) {
            if kind.is_none() && sign_off::part(lines.words(index)).is_some() {
                *kind = Some(BlockKind::SignOff);
            }
        }
        // Headings without numbers may stand between the head and the first paragraph.
        while self.body.start > 0
            && kinds[self.body.start - 1].is_none()
            && !self.title.is_empty()
            && self.title.iter().all(|&line| line < self.body.start - 1)
            && may_be_heading(lines.words(self.body.start - 1))
        {
            self.body.start -= 1;
        }
        for kind in &mut kinds[..self.body.start] {
            *kind = kind.or(Some(BlockKind::Furniture));
        }
    }
}

/// Whether the line below `index` is the value of a label that ends line `index`.
pub(super) fn is_value_below(lines: &Lines<'_>, index: usize) -> bool {
    let entries = metadata::entries(lines.words(index));
    let Some(label) = entries.last().filter(|last| last.value.is_empty()) else { return false };
    let below = lines.words(index + 1);
    let fits = match label.field {
        Field::IndexNumber => {
            below.chars().any(|char| char.is_ascii_digit()) && !title::is_title(below)
        }
        Field::DocumentNumber => {
            document_number::find(below).is_some() || matches!(below, "无" | "/" | "-")
        }
        Field::Published | Field::Date => Date::parse(below).is_some(),
        Field::Issuer | Field::Origin => agency::is_name(&agency::compact(below)),
        Field::Title => title::is_title(below),
        // 废止日期 / 示例市人民政府 / 关于…的报告: the label has no value, a title starts.
        Field::Other if lines.words(index + 2).starts_with("关于") => false,
        Field::Other => {
            !title::is_title(below)
                && !is_prose(below)
                && below.chars().count() <= 20
                && !opens_body(below)
        }
    };
    fits && !below.is_empty() && metadata::entries(below).is_empty() && !is_page_line(below)
}

/// Whether a line is a document number and nothing else, or with its signer.
pub(super) fn is_number_line(words: &str) -> bool {
    let inner = words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
    let words = inner.unwrap_or(words);
    document_number::find(words).is_some_and(|(_, span)| {
        let rest = words[span.end..].trim();
        words[..span.start].trim().is_empty() && (rest.is_empty() || rest.starts_with("签发人"))
    })
}

/// Whether a line names to whom a report is addressed.
fn is_addressee(words: &str) -> bool {
    let Some(names) = words.strip_suffix(':') else { return false };
    if names.contains('。') || names.chars().count() > ADDRESSEE {
        return false;
    }
    // 各县(市、区)人民政府
    let mut depth = 0_u32;
    let outside = agency::compact(names).chars().fold(String::new(), |mut outside, char| {
        match char {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(char),
            _ => {}
        }
        outside
    });
    let is_addressed = |part: &str| {
        agency::ends_name(part) || ADDRESSED.at_end(part).is_some() || part.starts_with("各位")
    };
    outside.split(['、', ',', ';']).all(is_addressed)
}

/// Whether a line above the first paragraph can be a heading without number.
fn may_be_heading(words: &str) -> bool {
    (4..=26).contains(&words.chars().count())
        && words.chars().all(|char| is_han(char) || matches!(char, '、' | ',' | '“' | '”'))
        && !is_page_line(words)
        && !agency::is_name(words)
        && !title::is_title(words)
}

/// The first line of the body.
fn body_start(lines: &Lines<'_>, rows: &[Option<Row>], contents: &Range<usize>) -> usize {
    let starts = |index: usize| {
        if contents.contains(&index) {
            return false;
        }
        let words = lines.words(index);
        let claimed = is_page_line(words)
            || is_metadata(words)
            || is_addressee(words)
            || is_breadcrumb(words);
        let is_title = title::is_title(words) && words.ends_with("报告");
        !claimed && !is_title && rows[index].is_none() && (opens_body(words) || is_prose(words))
    };
    // Where nothing reads like a report, whatever is not the page's is body.
    (0..lines.len()).find(|&index| starts(index)).unwrap_or(0)
}

/// Whether a line is the first heading of a report.
fn opens_body(words: &str) -> bool {
    number::read(words).is_some_and(|number| number.value == 1 && number.class <= Class::HanBracket)
}

/// Whether a line is running text and not a title, a name or a menu.
fn is_prose(words: &str) -> bool {
    const PROSE: usize = 20;
    let han = words.chars().filter(|&char| is_han(char)).take(PROSE).count();
    let is_menu = || words.matches(['>', '|', '»']).nth(1).is_some();
    let opening =
        words.starts_with("20") && words.get(4..).is_some_and(|rest| rest.starts_with('年'));
    let stop = words.contains([',', '。']);
    ((han == PROSE && stop) || (opening && han >= 8 && words.contains(','))) && !is_menu()
}

fn is_metadata(words: &str) -> bool {
    let entries = metadata::entries(words);
    entries.first().is_some_and(|first| words[..first.at].chars().count() <= 60)
}

/// One past the last line of the body: where the foot of the page starts.
fn body_end(lines: &Lines<'_>, rows: &[Option<Row>], start: usize) -> usize {
    // From below: up to the last line that reads like a report.
    let has_value = |row: &Row| {
        row.cells.iter().any(|cell| table::is_value(&lines.shown[cell.span.start..cell.span.end]))
    };
    let speaks = |index: usize| {
        let words = lines.words(index);
        let is_text = is_prose(words) && !is_metadata(words);
        let is_attachment = words.starts_with("附件") && !is_page_line(words);
        !is_page_line(words)
            && (is_text
                || is_attachment
                || rows[index].as_ref().is_some_and(has_value)
                || opens_body(words))
    };
    let last = (start..lines.len()).rev().find(|&index| speaks(index)).unwrap_or(start);
    // The signature stands behind it; what follows a signature is the page's, as long as nothing speaks there.
    let signature = (last + 1..lines.len()).find(|&index| sign_off::is_dated(lines.words(index)));
    let after = signature.map_or(last, |index| sign_off::end(lines, index));
    let foot =
        (last..lines.len()).find(|&index| is_page_line(lines.words(index))).unwrap_or(lines.len());
    if signature.is_some() { after.min(foot) } else { foot }
}
