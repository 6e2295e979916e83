//! 正文的一段: the words of some leaves, with headings, tables and marks.

use yew::prelude::*;

use crate::figure;
use crate::i18n::Messages;
use crate::text::Span;
use crate::ui::find::span_of;
use crate::ui::state::Opened;
use crate::ui::typeset::{Inline, Leaf, Line, Part, TableCell};

/// So many leaves are set together.
pub(super) const GROUP: usize = 20;

/// A group of leaves.
pub(super) fn group(group: usize, opened: &Opened, words: &'static Messages) -> Html {
    let leaves = opened.leaves.chunks(GROUP).nth(group).unwrap_or_default();
    html! { <>{for leaves.iter().map(|leaf| leaf_view(leaf, opened, words))}</> }
}

fn leaf_view(leaf: &Leaf, opened: &Opened, words: &'static Messages) -> Html {
    let section = leaf.section.map(|section| section.to_string());
    let part = |part: &Part| match part {
        Part::Title(line) => {
            html! { <p class="text-title" data-span={extent(line)}>{inline(line, opened)}</p> }
        }
        Part::Metadata(line) => {
            html! { <p class="text-metadata" data-span={extent(line)}>{inline(line, opened)}</p> }
        }
        Part::Addressee(line) => {
            html! { <p class="text-addressee" data-span={extent(line)}>{inline(line, opened)}</p> }
        }
        Part::Heading { section, level, line } => heading(*section, *level, line, opened),
        Part::Paragraph(line) => html! {
            <div class="text-paragraph" data-span={extent(line)}>{inline(line, opened)}</div>
        },
        Part::Table(rows) => table(rows, opened, words.table),
        Part::Furniture(lines) => html! {
            <details class="text-furniture">
                <summary lang={words.code}>{(words.furniture)(lines.len())}</summary>
                {for lines.iter().map(|line| html! { <p data-span={extent(line)}>{inline(line, opened)}</p> })}
            </details>
        },
        Part::SignOff(line) => {
            html! { <p class="text-sign-off" data-span={extent(line)}>{inline(line, opened)}</p> }
        }
    };
    html! {
        <section class="text-leaf" data-section={section}>
            {for leaf.parts.iter().map(part)}
        </section>
    }
}

fn heading(section: Option<usize>, level: u8, line: &Line, opened: &Opened) -> Html {
    let level = level.clamp(1, 4);
    // The report's title is the first heading of the page, its views the second.
    let name = ["h3", "h4", "h5", "h6"][usize::from(level) - 1];
    let id = section.map(|section| format!("s-{section}"));
    html! {
        <@{name} class={format!("text-heading is-level-{level}")} {id} data-span={extent(line)} tabindex="-1">
            {inline(line, opened)}
        </@>
    }
}

fn table(rows: &[Vec<TableCell>], opened: &Opened, name: &'static str) -> Html {
    let cell = |cell: &TableCell| {
        let colspan = (cell.columns > 1).then(|| cell.columns.to_string());
        let rowspan = (cell.rows > 1).then(|| cell.rows.to_string());
        let words = inline(&cell.line, opened);
        if cell.is_head {
            html! { <th scope="col" {colspan} {rowspan} data-span={extent(&cell.line)}>{words}</th> }
        } else {
            html! { <td {colspan} {rowspan} data-span={extent(&cell.line)}>{words}</td> }
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

/// Where a line starts and ends in the text, for links to words and for what is found: `120-260`.
fn extent(line: &Line) -> Option<String> {
    let span = span_of(line);
    (span.start < span.end).then(|| format!("{}-{}", span.start, span.end))
}

fn inline(line: &Line, opened: &Opened) -> Html {
    let report = &opened.analysis.report;
    let piece = |inline: &Inline| match inline {
        Inline::Words(span) => html! { {words(*span, opened)} },
        Inline::Mark { statistic, inner } => {
            let topic = report.statistics.get(*statistic).map(|it| figure::slug(it.topic));
            html! {
                // All marks are one stop of the tab key; `platform::marks` moves between them.
                <mark data-statistic={statistic.to_string()} data-topic={topic} aria-describedby="figure-told"
                    tabindex={if *statistic == 0 { "0" } else { "-1" }}>
                    {self::inline(inner, opened)}
                </mark>
            }
        }
        Inline::RunIn { section, inner } => {
            let level = report.sections.get(*section).map_or(1, |it| it.level).clamp(1, 4);
            let name = ["h3", "h4", "h5", "h6"][usize::from(level) - 1];
            html! {
                <@{name} class="text-run-in" id={format!("s-{section}")} tabindex="-1">
                    {self::inline(inner, opened)}
                </@>
            }
        }
    };
    html! { <>{for line.iter().map(piece)}</> }
}

/// The words of the text; a line that was wrapped in the file is one line again.
fn words(span: Span, opened: &Opened) -> String {
    opened.words(span).replace('\n', "")
}
