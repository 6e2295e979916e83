//! 正文: the whole text as a well-set page.

use yew::prelude::*;

use super::leaf_view::GROUP;
use super::slice::{Run, Slice};
use super::statistic_row;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_growth, use_host, use_words};
use crate::ui::platform::marks::{self, Step};
use crate::ui::platform::{observe, page};
use crate::ui::state::{Action, Opened, View};

/// So many groups of leaves are set at first, and in each step of what follows while the reader already reads.
const FIRST: usize = 1;
const STEP: usize = 1;

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct TextViewProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
}

/// The text of a report. A click on a mark chooses its figure; hover and focus tell what was read there.
#[component(TextView)]
pub(in crate::ui) fn text_view(props: &TextViewProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let host = use_host();
    let node = use_node_ref();
    let opened = &props.opened;
    let all = opened.leaves.len().div_ceil(GROUP);
    let count = use_growth(FIRST, STEP, all);
    let on_section = dispatch.reform(Action::Scrolled);
    // The text is watched once it is whole: watching every step of its growth would cost more than the growth.
    let is_whole = count == all;
    use_effect_with((opened.clone(), is_whole, node.clone()), move |(_, _, node)| {
        let text = node.cast::<web_sys::Element>();
        let watch = text.and_then(|text| observe::sections(&host, &text, on_section));
        move || drop(watch)
    });
    let told = use_state_eq(|| None::<usize>);
    let tip = use_node_ref();
    {
        let (node, tip) = (node.clone(), tip.clone());
        use_effect_with(*told, move |told| {
            let text = node.cast::<web_sys::Element>();
            let tip = tip.cast::<web_sys::HtmlElement>();
            if let (Some(statistic), Some(text), Some(tip)) = (*told, text, tip) {
                marks::place_text_tip(&text, &tip, statistic);
            }
        });
    }
    let choose = move |statistic| {
        dispatch.emit(Action::Go(Place::Statistic(statistic), View::Statistics));
    };
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(statistic) = page::statistic_at(&event) {
                choose(statistic);
            }
        })
    };
    let tell = told.setter();
    let onmouseover = Callback::from(move |event: MouseEvent| tell.set(page::statistic_at(&event)));
    let tell = told.setter();
    let onmouseleave = Callback::from(move |_: MouseEvent| tell.set(None));
    let (tell, stops) = (told.setter(), node.clone());
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(text) = stops.cast::<web_sys::Element>() {
            marks::stop_at(&text, &event);
        }
        tell.set(page::statistic_at(&event));
    });
    let tell = told.setter();
    let onfocusout = Callback::from(move |_: FocusEvent| tell.set(None));
    let (tell, text) = (told.setter(), node.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let text = text.cast::<web_sys::Element>();
        let (Some(statistic), Some(text)) = (page::statistic_at(&event), text) else { return };
        let step = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "Enter" => return choose(statistic),
            "Escape" => return tell.set(None),
            _ => return,
        };
        event.prevent_default();
        marks::step_in_text(&text, &event, step);
    });
    let report = &opened.analysis.report;
    let shown = told.and_then(|told| report.statistics.get(told));
    html! {
        <section class="text" id="text" part="text" data-view="text" aria-labelledby="text-name" tabindex="-1" ref={node}
            {onclick} {onmouseover} {onmouseleave} {onfocusin} {onfocusout} {onkeydown}>
            <h2 class="visually-hidden" id="text-name">{words.views[1]}</h2>
            <div class="text-sheet" lang={opened.tongue}>
                {for (0..count).map(|group| {
                    html! { <Slice key={group} opened={opened.clone()} run={Run::Leaves(group)} /> }
                })}
            </div>
            // Always there: the marks are described by it.
            <p class="figure-tip" id="figure-told" ref={tip} hidden={shown.is_none()}>
                {shown.map(|statistic| statistic_row::told(statistic, words)).unwrap_or_default()}
            </p>
        </section>
    }
}
