//! 正文的一段: the words of some leaves, with headings, tables and marks.

use yew::prelude::*;

use crate::figure;
use crate::i18n::Messages;
use crate::report::Report;
use crate::text::Span;
use crate::ui::hooks::use_words;
use crate::ui::state::Opened;
use crate::ui::typeset::{Inline, Leaf, Line, Part, TableCell};

/// So many leaves are set together.
pub(super) const GROUP: usize = 20;

/// Which leaves of which report.
#[derive(PartialEq, Properties)]
pub(super) struct LeafGroupProps {
    /// The report.
    pub(super) opened: Opened,
    /// Number of the group.
    pub(super) group: usize,
}

/// A run of leaves, set once: the text grows without being built anew.
#[component(LeafGroup)]
pub(super) fn leaf_group(props: &LeafGroupProps) -> Html {
    let words = use_words();
    let report = &props.opened.analysis.report;
    let leaves = props.opened.leaves.chunks(GROUP).nth(props.group).unwrap_or_default();
    html! { <>{for leaves.iter().map(|leaf| leaf_view(leaf, report, words))}</> }
}

fn leaf_view(leaf: &Leaf, report: &Report, words: &'static Messages) -> Html {
    let section = leaf.section.map(|section| section.to_string());
    let part = |part: &Part| match part {
        Part::Title(line) => html! { <p class="text-title">{inline(line, report)}</p> },
        Part::Metadata(line) => html! { <p class="text-metadata">{inline(line, report)}</p> },
        Part::Addressee(line) => html! { <p class="text-addressee">{inline(line, report)}</p> },
        Part::Heading { section, level, line } => heading(*section, *level, line, report),
        Part::Paragraph(line) => html! {
            <div class="text-paragraph" data-span={extent(line)}>{inline(line, report)}</div>
        },
        Part::Table(rows) => table(rows, report, words.table),
        Part::Furniture(lines) => html! {
            <details class="text-furniture">
                <summary lang={words.code}>{(words.furniture)(lines.len())}</summary>
                {for lines.iter().map(|line| html! { <p>{inline(line, report)}</p> })}
            </details>
        },
        Part::SignOff(line) => html! { <p class="text-sign-off">{inline(line, report)}</p> },
    };
    html! {
        <section class="text-leaf" data-section={section}>
            {for leaf.parts.iter().map(part)}
        </section>
    }
}

fn heading(section: Option<usize>, level: u8, line: &Line, report: &Report) -> Html {
    let level = level.clamp(1, 4);
    // The report's title is the first heading of the page, its views the second.
    let name = ["h3", "h4", "h5", "h6"][usize::from(level) - 1];
    let id = section.map(|section| format!("s-{section}"));
    html! {
        <@{name} class={format!("text-heading is-level-{level}")} {id} data-span={extent(line)} tabindex="-1">
            {inline(line, report)}
        </@>
    }
}

fn table(rows: &[Vec<TableCell>], report: &Report, name: &'static str) -> Html {
    let cell = |cell: &TableCell| {
        let colspan = (cell.columns > 1).then(|| cell.columns.to_string());
        let rowspan = (cell.rows > 1).then(|| cell.rows.to_string());
        let words = inline(&cell.line, report);
        if cell.is_head {
            html! { <th scope="col" {colspan} {rowspan}>{words}</th> }
        } else {
            html! { <td {colspan} {rowspan}>{words}</td> }
        }
    };
    let row = |row: &Vec<TableCell>| html! { <tr>{for row.iter().map(cell)}</tr> };
    let (head, body) = rows.split_at(head_rows(rows));
    html! {
        <div class="text-table" role="region" aria-label={name} tabindex="0">
            <table>
                // On paper it is repeated on every page.
                if !head.is_empty() { <thead>{for head.iter().map(row)}</thead> }
                <tbody>{for body.iter().map(row)}</tbody>
            </table>
        </div>
    }
}

/// How many rows at the beginning are nothing but headings that end there.
fn head_rows(rows: &[Vec<TableCell>]) -> usize {
    let is_head = |row: &&Vec<TableCell>| row.iter().all(|cell| cell.is_head);
    let count = rows.iter().take_while(is_head).count();
    let ends = |(at, row): (usize, &Vec<TableCell>)| {
        row.iter().all(|cell| at + usize::from(cell.rows.max(1)) <= count)
    };
    let is_whole = count < rows.len() && rows[..count].iter().enumerate().all(ends);
    if is_whole { count } else { 0 }
}

/// Where a line starts and ends in the text, for links to words: `120-260`.
fn extent(line: &Line) -> Option<String> {
    let (start, end) = (start(line.first()?)?, end(line.last()?)?);
    Some(format!("{start}-{end}"))
}

fn start(inline: &Inline) -> Option<usize> {
    match inline {
        Inline::Words(span) => Some(span.start),
        Inline::Mark { inner, .. } | Inline::RunIn { inner, .. } => start(inner.first()?),
    }
}

fn end(inline: &Inline) -> Option<usize> {
    match inline {
        Inline::Words(span) => Some(span.end),
        Inline::Mark { inner, .. } | Inline::RunIn { inner, .. } => end(inner.last()?),
    }
}

fn inline(line: &Line, report: &Report) -> Html {
    let piece = |inline: &Inline| match inline {
        Inline::Words(span) => html! { {words(*span, report)} },
        Inline::Mark { statistic, inner } => {
            let topic = report.statistics.get(*statistic).map(|it| figure::slug(it.topic));
            html! {
                <mark data-statistic={statistic.to_string()} data-topic={topic}>
                    {self::inline(inner, report)}
                </mark>
            }
        }
        Inline::RunIn { section, inner } => {
            let level = report.sections.get(*section).map_or(1, |it| it.level).clamp(1, 4);
            let name = ["h3", "h4", "h5", "h6"][usize::from(level) - 1];
            html! {
                <@{name} class="text-run-in" id={format!("s-{section}")} tabindex="-1">
                    {self::inline(inner, report)}
                </@>
            }
        }
    };
    html! { <>{for line.iter().map(piece)}</> }
}

/// The words of the text; a line that was wrapped in the file is one line again.
fn words(span: Span, report: &Report) -> String {
    report.words(span).replace('\n', "")
}
