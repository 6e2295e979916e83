//! 标题: the title line or lines.

use crate::order;
use std::ops::Range;

use super::agency;
use super::document_number;
use super::furniture::{is_breadcrumb, is_page_line};
use super::line::Lines;
use crate::text::date::Date;
use crate::text::normalize::is_han;

/// What titles of reports end in.
pub(super) const ENDINGS: [&str; 7] = ["报告", "总结", "汇报", "年报", "公示", "情况", "自查"];
/// What reports of this kind are about.
const SUBJECTS: [&str; 5] = ["法治政府", "依法行政", "法治", "政府信息公开", "法制"];
/// The longest title, in characters.
const LONGEST: usize = 80;

/// The lines of a title.
#[derive(Clone, Debug, Default)]
pub(super) struct Title {
    /// The lines that make the title, in order.
    pub(super) lines: Vec<usize>,
    /// Every line that says the title or a part of it.
    pub(super) mentions: Vec<usize>,
}

/// Finds the title among the lines of the head; `is_free` tells which lines nothing else has claimed.
pub(super) fn find(
    lines: &Lines<'_>,
    head: Range<usize>,
    is_free: impl Fn(usize) -> bool,
) -> Option<Title> {
    let fits = |index: usize| is_free(index) && may_be_title_line(lines.words(index));
    let mut candidates: Vec<(u32, Vec<usize>)> = Vec::new();
    // …工作情况的 / 报 告: the last word on a line of its own.
    let ends_alone = |index: usize| {
        let word = agency::compact(lines.words(index));
        let before = index.checked_sub(1).filter(|before| *before >= head.start && fits(*before));
        ENDINGS.contains(&word.as_str())
            && before.is_some_and(|before| {
                SUBJECTS.iter().any(|subject| lines.words(before).contains(subject))
            })
    };
    let ends = |index: usize| ends_title(&bare(lines.words(index))) || ends_alone(index);
    for end in head.clone().filter(|&index| fits(index) && ends(index)) {
        let mut start = end;
        let mut words = agency::compact(lines.words(end));
        while start > head.start
            && words.len() <= LONGEST * 3
            && fits(start - 1)
            && continues(lines.words(start - 1), &words)
        {
            start -= 1;
            words = agency::compact(lines.words(start)) + &words;
        }
        if words.chars().count() <= LONGEST {
            candidates.push((score(&words), (start..=end).collect()));
        }
    }
    let best = candidates.iter().map(|&(score, _)| score).max()?;
    let (_, chosen) = candidates.iter().find(|&&(score, _)| score == best)?.clone();
    let whole = joined(lines, &chosen);
    let mut mentions = chosen.clone();
    for (_, other) in &candidates {
        let words = joined(lines, other);
        if whole.contains(&words) || words.contains(&whole) || words.chars().count() > 12 {
            mentions.extend(other.iter().copied());
        }
    }
    order::sort_by_key(&mut mentions, |index| (order::place(*index), 0));
    mentions.dedup();
    Some(Title { lines: chosen, mentions })
}

/// The words of lines without white space.
fn joined(lines: &Lines<'_>, indices: &[usize]) -> String {
    indices.iter().map(|&index| agency::compact(lines.words(index))).collect()
}

/// A title line without white space, document number and brackets behind it.
fn bare(words: &str) -> String {
    let mut words = agency::compact(words);
    if let Some((_, span)) = document_number::find(&words) {
        let start = words[..span.start].trim_end_matches(['(', '【', '[']).len();
        words.truncate(start);
    }
    // (2024年度), (公开稿)
    while words.ends_with([')', '】', ']'])
        && let Some(open) = words.rfind(['(', '【', '['])
        && open > 0
    {
        words.truncate(open);
    }
    words
}

/// Whether `words` read like a whole title of a report.
pub(super) fn is_title(words: &str) -> bool {
    may_be_title_line(words) && ends_title(&bare(words))
}

fn ends_title(bare: &str) -> bool {
    let bare = without_plan(bare);
    ENDINGS.iter().any(|ending| bare.ends_with(ending)) && bare.chars().count() >= 4
}

/// …工作总结及2024年工作计划, …工作报告和明年思路: a title without the plan that goes with the report.
fn without_plan(bare: &str) -> &str {
    let is_plan = ["计划", "思路", "打算", "安排"].iter().any(|plan| bare.ends_with(plan));
    let joined = bare.rfind(['及', '和', '与', '暨']).filter(|_| is_plan);
    joined.map_or(bare, |at| &bare[..at])
}

fn may_be_title_line(words: &str) -> bool {
    let chars = words.chars().count();
    (2..=LONGEST).contains(&chars)
        && words.chars().any(is_han)
        && !words.ends_with(['。', ';', ':', ',', '、'])
        && !words.contains(['。', ';', '?', '！'])
        && !words.starts_with(['·', '•', '-', '*'])
        && !words.ends_with("文件")
        && !is_breadcrumb(words)
        && !is_page_line(words)
}

/// Whether the line `before` belongs to the title that goes on with `words`.
fn continues(before: &str, words: &str) -> bool {
    let compact = agency::compact(before);
    if ends_title(&bare(before)) && !compact.starts_with("关于") {
        return false;
    }
    let says_subject =
        SUBJECTS.iter().any(|subject| compact.contains(subject)) || compact.starts_with("关于");
    // 示例市人民政府 / 关于示例市2014年度…报告: who reports stands above what the report is on.
    let is_headed = words.starts_with("关于") && agency::is_name(&compact);
    let is_fragment = is_headed || agency::title_issuer(words).is_none();
    is_fragment
        && (agency::is_name(&compact)
            || says_subject
            || compact.ends_with("年度")
            || compact.ends_with('年'))
}

fn score(words: &str) -> u32 {
    let subject = SUBJECTS.iter().any(|subject| words.contains(subject));
    let issuer = agency::title_issuer(words).is_some();
    let year = words.contains("20") || words.contains("二〇") || words.contains("二○");
    let report = bare(words).ends_with("报告");
    u32::from(subject) * 4 + u32::from(issuer) * 2 + u32::from(year) * 2 + u32::from(report)
}

/// The title in its public form: no document number behind it, nothing of the site's name.
pub(super) fn without_number(words: &str) -> String {
    let words = without_kind(without_date(words.trim()));
    match document_number::find(words) {
        Some((_, span)) => {
            words[..span.start].trim_end_matches(['(', '（', '【', '[', ' ']).trim().to_owned()
        }
        None => words.to_owned(),
    }
}

/// 【部门文件】…报告: a title without the kind of text that the site puts before it.
fn without_kind(words: &str) -> &str {
    const LONGEST: usize = 8;
    let behind = words.strip_prefix(['【', '[']).and_then(|inner| inner.split_once(['】', ']']));
    behind
        .filter(|(kind, title)| kind.chars().count() <= LONGEST && is_title(title.trim()))
        .map_or(words, |(_, title)| title.trim())
}

/// A title without the date in brackets behind it.
fn without_date(words: &str) -> &str {
    let inner = words.strip_suffix([')', '）']);
    let open = inner.and_then(|inner| inner.rfind(['(', '（']));
    let dated = inner.zip(open).is_some_and(|(inner, open)| {
        let date = inner[open..].trim_start_matches(['(', '（']);
        Date::parse(date).is_some_and(|(date, _)| date.day.is_some())
    });
    open.filter(|_| dated).map_or(words, |open| words[..open].trim_end())
}

/// The title inside a page's own (`…报告_某某市人民政府网`, `…报告-政务公开`), if one is there.
pub(super) fn in_named(words: &str) -> Option<&str> {
    words
        .split(['_', '|', '-', '—', '–', '>', '»'])
        .map(str::trim)
        .find(|part| is_title(part) && SUBJECTS.iter().any(|subject| part.contains(subject)))
}
