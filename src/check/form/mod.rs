//! 形式核查: years, heading numbers, signature, placeholders, paragraphs that stand twice, rules out of force.

mod citation;
mod numbers;
mod placeholder;
mod repetition;

use super::finding::{Finding, Found, Verdict};
use super::issuer::{self, ReportKind};
use super::subject::Subject;
use crate::document::SectionRole;
use crate::text::Span;
use crate::text::date::Date;
use crate::text::normalize::normalize;

/// Where the expectation comes from.
const SOURCE: &str = "公文格式：GB/T 9704—2012";

/// What the names of bodies end in; a line below a page ends in other words (主办, 网站标识码).
const BODIES: &[char] = &[
    '局', '厅', '委', '会', '府', '办', '室', '院', '署', '处', '部', '队', '心', '所', '站', '校',
    '司', '团', '组', '镇', '乡', '道', '区', '县', '市', '馆', '关', '行', '社', '场',
];

/// Runs all checks of form.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    found.extend(heading_year(subject));
    numbers::check(subject, found);
    found.extend(sign_off(subject));
    found.extend(placeholder::check(subject));
    repetition::check(subject, found);
    citation::check(subject, found);
}

/// The first heading speaks of another year than the title: left over from last year's report.
fn heading_year(subject: &Subject<'_>) -> Option<Found> {
    let title = subject.front.title.as_deref().and_then(only_year)?;
    let index = subject.sections.iter().position(|section| section.level == 1)?;
    let section = &subject.sections[index];
    let heading = only_year(&section.heading)?;
    let role = subject.passages.iter().find(|passage| passage.section == Some(index))?.role;
    let is_report = issuer::report_kind(subject) != ReportKind::Other;
    let differs = heading != title && role == SectionRole::Results && is_report;
    differs.then(|| Found {
        sections: vec![index],
        spans: vec![section.span],
        ..subject.on_places(Verdict::Warn, Finding::HeadingYear { title, heading }, &[], SOURCE)
    })
}

/// The year that words name, when they name one and no range of years.
fn only_year(words: &str) -> Option<i32> {
    let mut years = words.match_indices('年').filter_map(|(at, _)| {
        let digits = words.get(at.checked_sub(4)?..at)?;
        let before = words[..at - 4].chars().next_back();
        let is_inside =
            before.is_some_and(|char| char.is_ascii_digit() || "-—–－~至".contains(char));
        (!is_inside).then(|| digits.parse::<i32>().ok())?.filter(|year| (1990..2100).contains(year))
    });
    let year = years.next()?;
    let is_range = words.contains(['—', '–', '~', '～']);
    (years.next().is_none() && !is_range).then_some(year)
}

/// 落款: the body's name and the date under the text.
fn sign_off(subject: &Subject<'_>) -> Option<Found> {
    if issuer::report_kind(subject) == ReportKind::Other || subject.passages.is_empty() {
        return None;
    }
    let spans = subject.signature();
    let has_name = spans.iter().any(|span| names_body(subject.shown(*span)));
    let prints_date = |span: &Span| {
        Date::find(&normalize(subject.shown(*span)).text).is_some_and(|(date, _)| date.year > 1990)
    };
    let has_date = subject.front.signed.is_some() || spans.iter().any(prints_date);
    let verdict = match (has_name, has_date) {
        (true, true) => Verdict::Ok,
        (true, false) => Verdict::Warn,
        // Pages often leave the signature out.
        (false, _) => Verdict::Unknown,
    };
    let finding = Finding::SignOff { has_name, has_date };
    Some(Found { spans, ..subject.on_places(verdict, finding, &[], SOURCE) })
}

/// Whether a line of a signature is more than a date or remark.
fn names_body(line: &str) -> bool {
    let is_date = |char: char| {
        char.is_ascii_digit()
            || char.is_whitespace()
            || "年月日〇○零一二三四五六七八九十O-./".contains(char)
    };
    let rest: String = line.chars().filter(|char| !is_date(*char)).collect();
    let is_remark = rest.starts_with(['(', '（', '[', '【']) || rest.contains([':', '：']);
    let name = rest.split(['(', '（']).next().unwrap_or_default();
    let is_footer = ["主办", "承办", "协办"].iter().any(|word| name.ends_with(word));
    name.chars().count() >= 3 && name.ends_with(BODIES) && !is_remark && !is_footer
}
