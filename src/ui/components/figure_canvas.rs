//! The drawing of a chart: one stop of the tab key, arrow keys from mark to mark, a tip on hover and on focus.

use yew::prelude::*;

use super::svg_view::svg_view;
use crate::chart::Drawing;
use crate::ui::address::Place;
use crate::ui::hooks::{use_frame, use_words};
use crate::ui::platform::marks::{self, Step};

/// What to draw, and where its marks lead.
#[derive(PartialEq, Properties)]
pub(super) struct FigureCanvasProps {
    /// What to draw.
    pub(super) drawing: Drawing,
    /// The chart's name.
    pub(super) slug: String,
    /// What is seen.
    pub(super) headline: String,
    /// The figure behind each mark.
    pub(super) statistics: Vec<Option<usize>>,
    /// Goes to a place in the report.
    pub(super) go: Callback<Place>,
}

/// The drawing.
#[component(FigureCanvas)]
pub(super) fn figure_canvas(props: &FigureCanvasProps) -> Html {
    let words = use_words();
    let canvas = use_node_ref();
    let tip = use_node_ref();
    let frame = use_frame(canvas.clone());
    // The mark that the tab key comes to, and the one that is pointed at.
    let stop = use_state_eq(|| None::<usize>);
    let told = use_state_eq(|| None::<usize>);

    let go = {
        let (go, statistics) = (props.go.clone(), props.statistics.clone());
        move |mark: usize| {
            if let Some(Some(statistic)) = statistics.get(mark) {
                go.emit(Place::Statistic(*statistic));
            }
        }
    };
    let tell = {
        let told = told.setter();
        move |mark| told.set(mark)
    };
    let onkeydown = {
        let (canvas, tell, go) = (canvas.clone(), tell.clone(), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            let canvas = canvas.cast::<web_sys::Element>();
            let (Some(mark), Some(canvas)) = (marks::at(&event), canvas) else { return };
            let step = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => Step::Next,
                "ArrowUp" | "ArrowLeft" => Step::Previous,
                "Home" => Step::First,
                "End" => Step::Last,
                "Enter" => {
                    event.prevent_default();
                    return go(mark);
                }
                "Escape" => {
                    tell(None);
                    return marks::leave(&canvas);
                }
                _ => return,
            };
            event.prevent_default();
            marks::focus(&canvas, mark, step);
        })
    };
    let onfocusin = {
        let (stop, tell) = (stop.setter(), tell.clone());
        Callback::from(move |event: FocusEvent| {
            if let Some(mark) = marks::at(&event) {
                stop.set(Some(mark));
                tell(Some(mark));
            }
        })
    };
    let onfocusout = {
        let tell = tell.clone();
        Callback::from(move |_: FocusEvent| tell(None))
    };
    let onmouseover = {
        let tell = tell.clone();
        Callback::from(move |event: MouseEvent| tell(marks::at(&event)))
    };
    let onmouseleave = Callback::from(move |_: MouseEvent| tell(None));
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(mark) = marks::at(&event) {
            go(mark);
        }
    });
    {
        let (canvas, tip) = (canvas.clone(), tip.clone());
        use_effect_with((*told, frame, props.drawing.kind), move |(told, ..)| {
            let canvas = canvas.cast::<web_sys::Element>();
            let tip = tip.cast::<web_sys::HtmlElement>();
            if let (Some(mark), Some(canvas), Some(tip)) = (*told, canvas, tip) {
                marks::place_tip(&canvas, &tip, mark);
            }
        });
    }

    let keys = format!("{}-keys", props.slug);
    let drawing = props.drawing.draw(frame, &props.slug, &props.headline);
    let drawing = drawing.with("aria-describedby", keys.clone());
    let name = told.and_then(|mark| props.drawing.marks.get(mark)).map(|mark| mark.name.clone());
    html! {
        <div class="figure-canvas" ref={canvas} {onkeydown} {onfocusin} {onfocusout} {onmouseover} {onmouseleave} {onclick}>
            {svg_view(&drawing, *stop)}
            <p class="visually-hidden" id={keys}>{words.chart.keys}</p>
            if let Some(name) = name {
                // A listener has just heard it as the name of the mark.
                <p class="figure-tip" ref={tip} aria-hidden="true">{name}</p>
            }
        </div>
    }
}
