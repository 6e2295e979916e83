//! What can be taken from a chart: its table as cells, its drawing as a file.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::figure_view::place;
use crate::export::{self, harmless};
use crate::figure::{self, Figure};
use crate::i18n::Messages;
use crate::ui::hooks::use_words;
use crate::ui::platform::{clipboard, save};
use crate::ui::state::Opened;

/// The files that a drawing can be saved as, by their endings.
const PICTURES: [&str; 2] = ["svg", "png"];

/// Which chart of which report.
#[derive(PartialEq, Properties)]
pub(super) struct FigureActionsProps {
    /// The report.
    pub(super) opened: Opened,
    /// Index of the chart.
    pub(super) idx: usize,
}

/// The buttons beneath the table of a chart. What came of them is said beside them.
#[component(FigureActions)]
pub(super) fn figure_actions(props: &FigureActionsProps) -> Html {
    let words = use_words();
    let said = use_state_eq(String::new);
    let Some(figure) = props.opened.figures.get(props.idx) else { return Html::default() };
    let copy = {
        let (cells, said) = (cells(&props.opened, figure, words), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (cells, said) = (cells.clone(), said.clone());
            spawn_local(async move {
                let is_copied = clipboard::copy(&cells).await;
                let export = &words.export;
                said.set(if is_copied { export.copied } else { export.not_copied }.to_owned());
            });
        })
    };
    let save = |(ending, name): (&'static str, &'static str)| {
        let (opened, idx, said) = (props.opened.clone(), props.idx, said.setter());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (opened, said) = (opened.clone(), said.clone());
            spawn_local(async move {
                said.set(save_picture(&opened, idx, ending, words).await);
            });
        });
        html! { <button type="button" class="button" data-save={ending} {onclick}>{name}</button> }
    };
    html! {
        <div class="figure-actions">
            <button type="button" class="button" data-copy="table" onclick={copy}>{words.export.copy_table}</button>
            {for PICTURES.into_iter().zip(words.export.save_picture).map(save)}
            <span class="figure-said" role="status">{&*said}</span>
        </div>
    }
}

/// Saves the drawing, and gives what is to be said of it.
async fn save_picture(
    opened: &Opened,
    idx: usize,
    ending: &str,
    words: &'static Messages,
) -> String {
    let Some(figure) = opened.figures.get(idx) else { return String::new() };
    let report = &opened.analysis.report;
    let picture = figure::picture(figure, report, words);
    let name = export::file_name(&[report], &figure.headline, ending);
    let saved = match ending {
        "svg" => save::svg(&picture, &name),
        _ => save::png(&picture, &name).await,
    };
    saved.map_or_else(|| words.export.no_picture.to_owned(), |()| (words.export.saved)(&name))
}

/// The table as cells that a spreadsheet program takes: a tab between two, a line a row.
fn cells(opened: &Opened, figure: &Figure, words: &'static Messages) -> String {
    let has_shares = figure.rows.iter().any(|row| row.share.is_some());
    let chart = &words.chart;
    let mut lines =
        vec![line(chart.item, chart.value, has_shares.then_some(chart.share), chart.source)];
    lines.extend(figure.rows.iter().map(|row| {
        let share = row.share.as_deref().unwrap_or_default();
        line(&row.label, &row.shown, has_shares.then_some(share), &place(opened, row, words))
    }));
    lines.concat()
}

fn line(item: &str, value: &str, share: Option<&str>, source: &str) -> String {
    let cells = [Some(item), Some(value), share, Some(source)].into_iter().flatten();
    let cells =
        cells.map(|words| harmless(&words.split_whitespace().collect::<Vec<_>>().join(" ")));
    cells.collect::<Vec<_>>().join("\t") + "\n"
}
