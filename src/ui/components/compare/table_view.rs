//! 指标对照: the table of indicators, its filters, and the table on the clipboard.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::super::tongue::mixed;
use super::row_group::{RowGroup, shown};
use crate::comparison::Table;
use crate::figure;
use crate::i18n::Messages;
use crate::report::Report;
use crate::statistic::Topic;
use crate::ui::hooks::{use_growth, use_words};
use crate::ui::platform::{clipboard, compare};
use crate::ui::state::Shelved;

/// So many cells are set together.
const CHUNK: usize = 90;
/// So many chunks are set at once.
const AT_ONCE: usize = 2;

/// Which table of which reports.
#[derive(PartialEq, Properties)]
pub(super) struct TableViewProps {
    /// All reports that are open.
    pub(super) shelf: Vec<Shelved>,
    /// Which of them take part.
    pub(super) chosen: Vec<usize>,
    /// Their figures side by side.
    pub(super) table: Rc<Table>,
}

/// What a table shows of the figures: compared by identity of the table.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The figures side by side.
    pub(super) table: Rc<Table>,
    /// For each column, the report and where it stands on the shelf.
    pub(super) columns: Rc<Vec<(usize, Shelved)>>,
}

impl Sheet {
    /// How many rows are set together: fewer, where there are many reports.
    pub(super) fn chunk(&self) -> usize {
        (CHUNK / self.columns.len().max(1)).max(1)
    }
}

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.table, &other.table) && self.columns == other.columns
    }
}

/// The table, with what is shown of it.
#[component(TableView)]
pub(super) fn table_view(props: &TableViewProps) -> Html {
    let words = use_words();
    let texts = &words.compare;
    let topic = use_state_eq(|| None::<Topic>);
    let is_shared = use_state_eq(|| true);
    let copied = use_state_eq(|| None::<bool>);
    let table = &props.table;
    let in_column = |at: usize| {
        let shelf_at = props.chosen[table.columns[at].report];
        (shelf_at, props.shelf[shelf_at].clone())
    };
    let columns = Rc::new((0..table.columns.len()).map(in_column).collect::<Vec<_>>());
    let sheet = Sheet { table: table.clone(), columns };
    let topics: Vec<Topic> = Topic::ALL
        .into_iter()
        .filter(|topic| table.rows.iter().any(|row| row.topic == *topic))
        .collect();
    let is_kept = |at: &usize| {
        let row = &table.rows[*at];
        topic.is_none_or(|topic| row.topic == topic) && (!*is_shared || row.told() > 1)
    };
    let kept: Vec<usize> = (0..table.rows.len()).filter(is_kept).collect();
    let groups: Vec<(Topic, Rc<Vec<usize>>)> = topics
        .iter()
        .map(|topic| {
            let of_topic = kept.iter().copied().filter(|at| table.rows[*at].topic == *topic);
            (*topic, Rc::new(of_topic.collect::<Vec<usize>>()))
        })
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    let chunks: usize = groups.iter().map(|(_, rows)| rows.len().div_ceil(sheet.chunk())).sum();
    let grown = use_growth(AT_ONCE, AT_ONCE * 2, chunks);
    let mut left = grown;
    let bodies = groups.iter().enumerate().map(|(n, (topic, rows))| {
        let count = rows.len().div_ceil(sheet.chunk()).min(left);
        left -= count;
        body(*topic, rows, (count, n == 0), &sheet, words)
    });
    let bodies: Html = bodies.collect();
    let copy = {
        let (sheet, copied, kept) = (sheet.clone(), copied.setter(), kept.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, cells) = (copied.clone(), tab_separated(&sheet, &kept, words));
            spawn_local(async move { copied.set(Some(clipboard::copy(&cells).await)) });
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| compare::move_in_table(&event));
    html! {
        <section class="compare-table">
            <h2 class="charts-name" id="compare-table-name">{texts.table}</h2>
            <div class="compare-filters">
                {topic_choice(&topics, &topic, words)}
                {shared_choice(&is_shared, words)}
                <span role="status">{(texts.rows)(kept.len())}</span>
                <button type="button" class="button" id="compare-copy" onclick={copy}>{texts.copy}</button>
                <span role="status">{copied.map(texts.copied)}</span>
            </div>
            <p class="compare-note" id="compare-table-note">{texts.table_note}</p>
            if kept.is_empty() {
                <p>{texts.no_rows}</p>
            } else {
                <div class="compare-scroll" role="region" aria-labelledby="compare-table-name"
                    aria-describedby="compare-table-note" tabindex="0" {onkeydown}>
                    <table>{head(&sheet, words)}{bodies}</table>
                </div>
            }
        </section>
    }
}

fn topic_choice(
    topics: &[Topic],
    topic: &UseStateHandle<Option<Topic>>,
    words: &'static Messages,
) -> Html {
    let onchange = {
        let (topics, topic) = (topics.to_vec(), topic.setter());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let at = chosen.and_then(|it| usize::try_from(it.selected_index()).ok());
            // The first entry stands for all.
            topic.set(at.and_then(|at| topics.get(at.checked_sub(1)?)).copied());
        })
    };
    html! {
        <select class="button" id="compare-topic" aria-label={words.compare.topic} {onchange}>
            <option selected={topic.is_none()}>{words.compare.all_topics}</option>
            {for topics.iter().map(|it| html! {
                <option selected={**topic == Some(*it)}>{(words.topic)(*it)}</option>
            })}
        </select>
    }
}

fn shared_choice(is_shared: &UseStateHandle<bool>, words: &'static Messages) -> Html {
    let onchange = {
        let is_shared = is_shared.clone();
        Callback::from(move |_: Event| is_shared.set(!*is_shared))
    };
    html! {
        <label>
            <input type="checkbox" id="compare-shared" checked={**is_shared} {onchange} />
            <span>{words.compare.only_shared}</span>
        </label>
    }
}

/// Two lines: whose reports, and of which years.
fn head(sheet: &Sheet, words: &'static Messages) -> Html {
    let texts = &words.compare;
    let columns: Vec<&Report> = sheet.columns.iter().map(|(_, it)| &it.report).collect();
    let groups = columns.chunk_by(|one, other| one.issuer == other.issuer);
    let is_twice = |report: &Report| {
        let is_like = |other: &&&Report| other.issuer == report.issuer && other.year == report.year;
        columns.iter().filter(is_like).count() > 1
    };
    html! {
        <thead>
            <tr>
                <th scope="col" rowspan="2" class="compare-corner">{texts.indicator}</th>
                {for groups.map(|group| html! {
                    <th scope="colgroup" colspan={group.len().to_string()} class="compare-issuer">
                        <span>{mixed(group[0].issuer.as_deref().unwrap_or(texts.no_issuer), words)}</span>
                    </th>
                })}
            </tr>
            <tr>
                {for columns.iter().map(|report| html! {
                    <th scope="col" class="compare-year">
                        {report.year.map_or_else(|| texts.no_year.to_owned(), words.year)}
                        if is_twice(report) || report.issuer.is_none() {
                            <span class="compare-file">{mixed(&report.source.name, words)}</span>
                        }
                    </th>
                })}
            </tr>
        </thead>
    }
}

/// The rows of a topic, as many chunks as are set by now.
fn body(
    topic: Topic,
    rows: &Rc<Vec<usize>>,
    (count, is_first): (usize, bool),
    sheet: &Sheet,
    words: &'static Messages,
) -> Html {
    if count == 0 {
        return Html::default();
    }
    let slug = figure::slug(topic);
    html! {
        <tbody key={slug} data-topic={slug}>
            <tr class="compare-topic">
                <th scope="rowgroup">{(words.topic)(topic)}</th>
                <td colspan={sheet.columns.len().to_string()}></td>
            </tr>
            {for (0..count).map(|chunk| html! {
                <RowGroup key={chunk} sheet={sheet.clone()} rows={rows.clone()} {chunk} is_first={is_first && chunk == 0} />
            })}
        </tbody>
    }
}

/// The table for programs that have cells.
fn tab_separated(sheet: &Sheet, rows: &[usize], words: &'static Messages) -> String {
    let texts = &words.compare;
    let mut lines = vec![vec![texts.topic.to_owned(), texts.indicator.to_owned()]];
    lines[0].extend(sheet.columns.iter().map(|(_, it)| super::full_name(&it.report, words)));
    for row in rows.iter().map(|at| &sheet.table.rows[*at]) {
        let mut line = vec![
            (words.topic)(row.topic).to_owned(),
            (words.indicator_name)(&row.indicator).to_owned(),
        ];
        line.extend(row.cells.iter().zip(sheet.columns.iter()).map(|(cell, (_, shelved))| {
            let statistic =
                cell.as_ref().and_then(|it| shelved.report.statistics.get(it.statistic));
            statistic.map_or_else(|| words.undisclosed.to_owned(), |it| shown(it, words))
        }));
        lines.push(line);
    }
    let cell = |cell: &String| cell.replace(['\t', '\n', '\r', '"'], " ");
    let line = |line: &Vec<String>| line.iter().map(cell).collect::<Vec<_>>().join("\t") + "\r\n";
    lines.iter().map(line).collect()
}
