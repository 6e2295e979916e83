//! A report as Markdown: what it is, its outline, its statistics by topic, its checks.

use super::table;
use crate::i18n::{self, Messages};
use crate::report::{Check, Report};
use crate::statistic::{Statistic, Topic};

/// The file with all of `reports`, one behind the other.
#[must_use]
pub fn write(reports: &[Report], messages: &Messages) -> String {
    let parts: Vec<_> = reports.iter().map(|report| one(report, messages)).collect();
    parts.join("\n")
}

/// One report.
#[must_use]
pub fn one(report: &Report, messages: &Messages) -> String {
    let mut file = format!("# {}\n\n", inline(table::title(report)));
    facts(&mut file, report, messages);
    outline(&mut file, report, messages);
    statistics(&mut file, report, messages);
    checks(&mut file, report, messages);
    file
}

fn facts(file: &mut String, report: &Report, messages: &Messages) {
    let heads = &messages.export.report;
    let year = report.year.map(|year| year.to_string());
    let facts = [
        (heads[1], report.issuer.as_deref()),
        (heads[2], year.as_deref()),
        (heads[3], report.document_number.as_deref()),
        (heads[4], report.index_number.as_deref()),
        (heads[5], report.addressee.as_deref()),
        (heads[6], report.signed.as_deref()),
        (heads[7], report.published.as_deref()),
        (heads[8], Some(report.source.name.as_str())),
    ];
    for (head, value) in facts {
        if let Some(value) = value {
            file.push_str(&format!("- **{head}** {}\n", inline(value)));
        }
    }
}

fn outline(file: &mut String, report: &Report, messages: &Messages) {
    file.push_str(&format!("\n## {}\n\n", messages.export.sheets[1]));
    if report.sections.is_empty() {
        file.push_str(&format!("{}\n", messages.no_outline));
    }
    let mut depth = 0;
    for section in &report.sections {
        // A list cannot be entered two steps at once.
        depth = usize::from(section.level).saturating_sub(1).min(depth + 1);
        let number = section.number.as_deref().unwrap_or_default();
        let between = if number.is_empty() { "" } else { " " };
        let heading = inline(&format!("{number}{between}{}", section.heading));
        file.push_str(&format!("{}- {heading}\n", "  ".repeat(depth)));
    }
}

fn statistics(file: &mut String, report: &Report, messages: &Messages) {
    let heads = &messages.export.statistic;
    file.push_str(&format!("\n## {}\n", messages.export.sheets[0]));
    if report.statistics.is_empty() {
        file.push_str(&format!("\n{}\n", messages.partial_statistics));
    }
    for topic in Topic::ALL {
        let mut of_topic = report.statistics.iter().filter(|it| it.topic == topic).peekable();
        if of_topic.peek().is_none() {
            continue;
        }
        file.push_str(&format!("\n### {}\n\n", (messages.topic)(topic)));
        line(file, [heads[6], heads[7], messages.export.change, heads[16], heads[18]]);
        file.push_str("| --- | ---: | --- | --- | --- |\n");
        for statistic in of_topic {
            let cells = cells(report, statistic, messages);
            line(file, [&cells[0], &cells[1], &cells[2], &cells[3], &cells[4]]);
        }
    }
}

/// Label, value, change, place and quote.
fn cells(report: &Report, statistic: &Statistic, messages: &Messages) -> [String; 5] {
    let label = match statistic.label.as_str() {
        "" => &statistic.indicator,
        label => label,
    };
    let value = i18n::quantity(statistic, messages).map(|it| it.to_string()).unwrap_or_default();
    let change = statistic.change.as_ref().map(messages.change).unwrap_or_default();
    let place = statistic.section.and_then(|section| table::place(report, section));
    let place = place.unwrap_or_default();
    [label, &value, &change, &place, &statistic.quote].map(inline)
}

fn checks(file: &mut String, report: &Report, messages: &Messages) {
    file.push_str(&format!("\n## {}\n\n", messages.export.sheets[2]));
    if report.checks.is_empty() {
        file.push_str(&format!("{}\n", messages.checks_none));
    }
    let item = |check: &Check| {
        let verdict = (messages.verdict)(check.verdict);
        let kind = (messages.check_kind)(check.kind);
        let source = inline(&(messages.check_source)(&check.source));
        format!("- **{verdict}** {kind} {}  \n  {source}\n", inline(&check.message))
    };
    file.extend(report.checks.iter().map(item));
}

/// A line of a table, of cells that are escaped already.
fn line(file: &mut String, cells: [&str; 5]) {
    file.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// Words in a line: line breaks are spaces, and no sign means anything but itself.
fn inline(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut is_begun = false;
    // Digits before a dot at the beginning would open a list.
    let mut is_counting = true;
    for char in words.trim().chars() {
        let is_mark = match char {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#'
            | '!' | '$' => true,
            '-' | '+' | '=' => !is_begun,
            '.' | ')' => is_begun && is_counting,
            _ => false,
        };
        is_counting &= char.is_ascii_digit();
        is_begun = true;
        if is_mark {
            escaped.push('\\');
        }
        match char {
            '\n' => escaped.push(' '),
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}
