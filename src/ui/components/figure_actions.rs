//! What can be taken from a chart: its table as cells, its drawing as a file.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::figure_table::place;
use crate::chart::Kind;
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
    /// The charts that it is one of, where they are not the report's own.
    #[prop_or_default]
    pub(super) others: Option<Rc<Vec<Figure>>>,
    /// Index of the chart.
    pub(super) idx: usize,
    /// How it is drawn.
    pub(super) kind: Kind,
}

/// The buttons beneath the table of a chart. What came of them is said beside them.
#[component(FigureActions)]
pub(super) fn figure_actions(props: &FigureActionsProps) -> Html {
    let words = use_words();
    let said = use_state_eq(String::new);
    let figures = props.others.as_ref().map_or(&props.opened.figures, |others| &**others);
    let Some(figure) = figures.get(props.idx) else { return Html::default() };
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
        let (opened, figure, said) = (props.opened.clone(), figure.clone(), said.setter());
        let kind = props.kind;
        let onclick = Callback::from(move |_: MouseEvent| {
            let (opened, figure, said) = (opened.clone(), figure.clone(), said.clone());
            spawn_local(async move {
                said.set(save_picture(&opened, (&figure, kind), ending, words).await);
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
    (figure, kind): (&Figure, Kind),
    ending: &str,
    words: &'static Messages,
) -> String {
    let report = &opened.analysis.report;
    let picture = figure::picture(figure, kind, report, words);
    let name = export::file_name(&[report], &figure.headline, ending);
    let saved = match ending {
        "svg" => save::svg(&picture, &name),
        _ => save::png(&picture, &name).await,
    };
    saved.map_or_else(|| words.export.no_picture.to_owned(), |()| (words.export.saved)(&name))
}

/// The table as cells that a spreadsheet program takes: a tab between two, a line a row.
fn cells(opened: &Opened, figure: &Figure, words: &'static Messages) -> String {
    let chart = &words.chart;
    let marks = &figure.drawing.marks;
    let has_panels = figure.rows.iter().any(|row| row.panel.is_some());
    let has_shares = figure.rows.iter().any(|row| row.share.is_some());
    let has_earlier = marks.iter().any(|mark| mark.earlier.is_some());
    let has_references = marks.iter().any(|mark| mark.reference.is_some());
    let line = |cells: [&str; 6]| {
        let [panel, item, value, share, earlier, reference] = cells;
        [
            has_panels.then_some(panel),
            Some(item),
            Some(value),
            has_shares.then_some(share),
            has_earlier.then_some(earlier),
            has_references.then_some(reference),
        ]
        .map(|cell| cell.map(clean))
    };
    let finish = |cells: [Option<String>; 6], source: &str| {
        let cells: Vec<String> = cells.into_iter().flatten().chain([clean(source)]).collect();
        cells.join("\t") + "\n"
    };
    let heads = ["", chart.item, chart.value, chart.share, chart.earlier_head, chart.national_head];
    let mut lines = vec![finish(line(heads), chart.source)];
    lines.extend(figure.rows.iter().zip(marks).map(|(row, mark)| {
        let earlier = mark.earlier.as_ref();
        let earlier =
            earlier.map(|it| (chart.earlier)(&it.shown, it.is_computed)).unwrap_or_default();
        let reference = mark.reference.as_ref().map(|it| it.shown.as_str()).unwrap_or_default();
        let panel = row.panel.as_deref().unwrap_or_default();
        let share = row.share.as_deref().unwrap_or_default();
        let cells = line([panel, &row.label, &row.shown, share, &earlier, reference]);
        finish(cells, &place(opened, row, words))
    }));
    lines.concat()
}

/// Words as one cell holds them.
fn clean(words: &str) -> String {
    harmless(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}
