//! 版头: title, issuer, addressee, year, numbers and dates.

use super::agency;
use super::body::Body;
use super::document_number;
use super::furniture::is_breadcrumb;
use super::line::Lines;
use super::metadata::{self, Field};
use super::reading;
use super::shell::{self, Shell};
use super::sign_off::{self, Part};
use super::title;
use super::{BlockKind, FrontMatter};
use crate::source::Source;
use crate::text::Span;
use crate::text::date::Date;

/// How many paragraphs are looked at for what the opening says.
const OPENING: usize = 3;

/// Reads what stands around the body.
pub(super) fn read(source: &Source, lines: &Lines<'_>, shell: &Shell, body: &Body) -> FrontMatter {
    let fields = fields(lines, shell);
    let title = find_title(source, lines, shell, &fields);
    let signature = signature(lines, shell);
    let published = published(lines, shell, &fields);
    let year = find_year(title.as_deref(), body, signature.date, published);
    FrontMatter {
        issuer: find_issuer(lines, shell, body, title.as_deref(), &fields, &signature),
        addressee: shell.addressee.map(|index| {
            printed_line(lines, index).trim_end_matches([':', '：']).trim().to_owned()
        }),
        year,
        document_number: find_document_number(lines, shell, &fields),
        index_number: value(&fields, Field::IndexNumber).and_then(index_number),
        published: published.map(|date| date.to_string()),
        signed: signature.date.map(|date| date.to_string()),
        title,
    }
}

/// A labelled value.
struct Labelled {
    field: Field,
    value: String,
}

/// The labelled values of the head, then those of the foot.
fn fields(lines: &Lines<'_>, shell: &Shell) -> Vec<Labelled> {
    let mut fields = Vec::new();
    for index in (0..lines.len()).filter(|&index| shell.kinds[index] == Some(BlockKind::Metadata)) {
        let entries = metadata::entries(lines.words(index));
        let last = entries.len().saturating_sub(1);
        for (place, entry) in entries.iter().enumerate() {
            let next_line = || lines.words(index + 1);
            let below =
                place == last && entry.value.is_empty() && shell::is_value_below(lines, index);
            let value = if below { next_line() } else { entry.value };
            if !value.is_empty() && !matches!(value, "无" | "/" | "-" | "—" | "无文号") {
                fields.push(Labelled { field: entry.field, value: value.to_owned() });
            }
        }
    }
    fields
}

fn value(fields: &[Labelled], field: Field) -> Option<&str> {
    fields.iter().find(|labelled| labelled.field == field).map(|labelled| labelled.value.as_str())
}

/// The index number: the first word, which holds digits.
fn index_number(value: &str) -> Option<String> {
    let word = value.split([' ', '\t', '|']).next()?;
    (word.chars().any(|char| char.is_ascii_digit()) && word.chars().count() >= 4)
        .then(|| word.to_owned())
}

/// A line in simplified characters, without stray spaces, with the punctuation that it prints.
fn printed_line(lines: &Lines<'_>, index: usize) -> String {
    let line = reading::line(lines, index);
    reading::as_printed(&line, lines.shown, Span::new(0, line.text.len()), &mut 0)
}

fn find_title(
    source: &Source,
    lines: &Lines<'_>,
    shell: &Shell,
    fields: &[Labelled],
) -> Option<String> {
    let words: String = shell.title.iter().map(|&index| printed_line(lines, index)).collect();
    if !words.is_empty() {
        return Some(title::without_number(words.trim_matches(['|', ' '])));
    }
    if let Some(words) = value(fields, Field::Title).filter(|words| title::is_title(words)) {
        return Some(title::without_number(&agency::compact(words)));
    }
    let named = crate::text::normalize::normalize(source.named_title.as_deref()?);
    title::in_named(&named.text).map(|words| title::without_number(&agency::compact(words)))
}

/// What the signature says.
#[derive(Default)]
struct Signature {
    names: Vec<String>,
    date: Option<Date>,
}

fn signature(lines: &Lines<'_>, shell: &Shell) -> Signature {
    let mut signature = Signature::default();
    // The end of a report counts before its head.
    let in_order = (shell.body.start..lines.len()).chain(0..shell.body.start);
    for index in in_order.filter(|&index| shell.kinds[index] == Some(BlockKind::SignOff)) {
        let words = lines.words(index);
        let date = match sign_off::part(words) {
            Some(Part::Date(date)) => Some(date),
            Some(Part::Agency) => {
                signature.names.extend(agency::split_names(&agency::compact(words)));
                None
            }
            Some(Part::Both(date)) => {
                let name = Date::find(words).map_or("", |(_, span)| &words[..span.start]);
                signature.names.extend(agency::split_names(&agency::compact(name)));
                Some(date)
            }
            Some(Part::Annotation) | None => None,
        };
        signature.date = signature.date.or(date);
    }
    signature
}

fn find_issuer(
    lines: &Lines<'_>,
    shell: &Shell,
    body: &Body,
    title: Option<&str>,
    fields: &[Labelled],
    signature: &Signature,
) -> Option<String> {
    let mut evidence: Vec<String> = Vec::new();
    let title = title.map(agency::compact).unwrap_or_default();
    evidence.extend(
        agency::title_issuer(&crate::text::normalize::normalize(&title).text).map(str::to_owned),
    );
    // Who signs together with others is the last to sign.
    evidence.extend(signature.names.iter().rev().cloned());
    for field in [Field::Issuer, Field::Origin] {
        let values = fields.iter().filter(|labelled| labelled.field == field);
        let names = values.map(|labelled| labelled.value.split(' ').next().unwrap_or_default());
        evidence.extend(names.filter(|name| agency::is_name(name)).map(str::to_owned));
    }
    let opening = body.paragraphs.iter().take(OPENING).map(|paragraph| body.words(paragraph));
    evidence.extend(opening.filter_map(agency::in_opening).map(str::to_owned));
    // Who reports orally stands above those who are addressed.
    let above = shell.addressee.and_then(|index| index.checked_sub(1));
    evidence.extend(
        above.map(|index| agency::compact(lines.words(index))).filter(|name| agency::is_name(name)),
    );
    for index in 0..shell.body.start {
        let words = lines.words(index);
        if is_breadcrumb(words) {
            let steps = words.split(['>', '»', '/', '›', ':']).map(agency::compact).rev();
            evidence.extend(steps.filter(|step| agency::is_name(step)));
        }
    }
    if evidence.is_empty() {
        let first = body.paragraphs.iter().take(1).map(|paragraph| body.words(paragraph));
        evidence.extend(first.filter_map(agency::in_later_clause).map(str::to_owned));
    }
    // The site's own name can complete a short one, and is no evidence by itself.
    let site =
        (0..shell.body.start).filter(|&index| shell.kinds[index] == Some(BlockKind::Furniture));
    let site = site
        .map(|index| lines.words(index).split([' ', '|']).next().unwrap_or_default().to_owned());
    let site: Vec<String> = site.filter(|name| agency::is_name(name)).collect();
    agency::issuer(&evidence, &site)
}

fn find_document_number(lines: &Lines<'_>, shell: &Shell, fields: &[Labelled]) -> Option<String> {
    let of = |words: &str| document_number::find(words).map(|(number, _)| number);
    // Labelled, on a line of its own, in brackets behind the title.
    if let Some(number) = value(fields, Field::DocumentNumber).and_then(of) {
        return Some(number);
    }
    (0..shell.body.start).find_map(|index| {
        let words = lines.words(index);
        let is_own = shell.title.contains(&index) || shell::is_number_line(words);
        is_own.then(|| of(words)).flatten()
    })
}

fn published(lines: &Lines<'_>, shell: &Shell, fields: &[Labelled]) -> Option<Date> {
    let dated = |field: Field| {
        let mut values = fields.iter().filter(|labelled| labelled.field == field);
        values.find_map(|labelled| Date::find(&labelled.value)).map(|(date, _)| date)
    };
    let unlabelled = || {
        let words = |index: &usize| Date::parse(lines.words(*index));
        let mut heads =
            (0..shell.body.start).filter(|&index| shell.kinds[index] == Some(BlockKind::Metadata));
        heads
            .find_map(|index| words(&index))
            .map(|(date, _)| date)
            .filter(|date| date.day.is_some())
    };
    dated(Field::Published).or_else(|| dated(Field::Date)).or_else(unlabelled)
}

/// The year covered, by the strength of the evidence.
fn find_year(
    title: Option<&str>,
    body: &Body,
    signed: Option<Date>,
    published: Option<Date>,
) -> Option<i32> {
    let words =
        |count: usize| body.paragraphs.iter().take(count).map(|paragraph| body.words(paragraph));
    let in_title = title.map(agency::compact).and_then(|title| year_in(&title));
    let opening = words(OPENING).find(|words| words.chars().count() > 12).and_then(|words| {
        // 2023年1月,… dates an event.
        Date::parse(words).filter(|(date, _)| date.month.is_none()).map(|(date, _)| date.year)
    });
    let announced = || {
        words(OPENING + 2).find_map(|words| {
            let (_, rest) =
                ["现将", "现就", "现对"].iter().find_map(|word| words.split_once(word))?;
            year_in(rest.split_once("如下")?.0)
        })
    };
    // …关于2025年度法治政府建设情况的报告 in a text that came as one line.
    let of_subject = || {
        words(OPENING + 2).find_map(|words| {
            let words: String = words.chars().take(TITLE_AT_MOST).collect();
            year_of_subject(&agency::compact(&words))
        })
    };
    let period = || {
        words(12).find_map(|words| {
            let (_, rest) = ["统计期限", "统计时限", "统计时段"]
                .iter()
                .find_map(|word| words.split_once(word))?;
            year_in(rest)
        })
    };
    let in_heading = || {
        let mut headings = body.paragraphs.iter().filter_map(|paragraph| {
            let heading = paragraph.heading?;
            body.words(paragraph).get(..heading.len)
        });
        // What a heading plans is for another year.
        let first = headings.next()?;
        let told = |heading: &&str| !PLANS.iter().any(|plan| heading.contains(plan));
        year_in(first).or_else(|| headings.filter(told).find_map(year_in))
    };
    // 2022年调整行政许可29项: no year but one opens a sentence.
    let of_sentences = || {
        let years = body.paragraphs.iter().flat_map(|paragraph| {
            body.words(paragraph).split(['。', ';']).filter_map(year_opening)
        });
        let mut only = None;
        for year in years {
            if only.is_some_and(|known| known != year) {
                return None;
            }
            only = Some(year);
        }
        only
    };
    let by_date = || {
        let date = signed.or(published)?;
        match date.month? {
            ..=6 => Some(date.year - 1),
            11.. => Some(date.year),
            _ => None,
        }
    };
    in_title
        .or(opening)
        .or_else(announced)
        .or_else(of_subject)
        .or_else(period)
        .or_else(in_heading)
        .or_else(by_date)
        .or_else(of_sentences)
}

/// What a heading is called that looks ahead.
const PLANS: [&str; 7] = ["计划", "思路", "打算", "安排", "下一步", "目标", "展望"];

/// The year that a sentence starts with, unless it looks ahead: 2022年,…, 截至2022年底,….
fn year_opening(sentence: &str) -> Option<i32> {
    let words = sentence.trim_start();
    // 【概况】2015年,…
    let words =
        words.strip_prefix('【').and_then(|it| it.split_once('】')).map_or(words, |it| it.1);
    let words = words.trim_start().trim_start_matches("截至").trim_start_matches("截止");
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].strip_prefix('年')?;
    let ahead =
        rest.starts_with(['—', '-', '至', '到']) || PLANS.iter().any(|it| rest.contains(it));
    let year = (digits == 4 && !ahead).then(|| words[..4].parse().ok()).flatten();
    year.filter(|year| (1990..2100).contains(year))
}

/// How far, in characters, a title may reach into a text whose lines are lost.
const TITLE_AT_MOST: usize = 120;

/// The year that stands right before what such a report is about: 2025年度法治政府建设.
fn year_of_subject(words: &str) -> Option<i32> {
    ["法治政府建设", "依法行政", "法治建设"].iter().find_map(|subject| {
        let before = &words[..words.find(subject)?];
        let head = before.trim_end_matches(['推', '进', '度']).strip_suffix('年')?;
        let digits = head.len() - head.trim_end_matches(|char: char| char.is_ascii_digit()).len();
        let year = (digits == 4).then(|| head[head.len() - 4..].parse().ok()).flatten();
        year.filter(|year| (1990..2100).contains(year))
    })
}

/// The year that `words` name, unless it is a range of years.
fn year_in(words: &str) -> Option<i32> {
    let mut before = None;
    for (at, char) in words.char_indices() {
        let inside = before.is_some_and(|before: char| {
            before.is_ascii_digit() || matches!(before, '-' | '—' | '–' | '至' | '~')
        });
        before = Some(char);
        if inside {
            continue;
        }
        if let Some((date, _)) = Date::parse(&words[at..]) {
            return Some(date.year);
        }
    }
    None
}
