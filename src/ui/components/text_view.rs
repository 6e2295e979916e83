//! 正文: the whole text as a well-set page.

use yew::prelude::*;

use super::leaf_view::{GROUP, LeafGroup};
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_growth, use_host, use_words};
use crate::ui::platform::{observe, page};
use crate::ui::state::{Action, Opened, View};

/// So many groups of leaves are set at once; the rest follows while the reader already reads.
const AT_ONCE: usize = 1;

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct TextViewProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
}

/// The text of a report. A click on a mark chooses its figure.
#[component(TextView)]
pub(in crate::ui) fn text_view(props: &TextViewProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let host = use_host();
    let node = use_node_ref();
    let opened = &props.opened;
    let all = opened.leaves.len().div_ceil(GROUP);
    let count = use_growth(AT_ONCE, all);
    let on_section = dispatch.reform(Action::Scrolled);
    // The text is watched once it is whole: watching every step of its growth would cost more than the growth.
    let is_whole = count == all;
    use_effect_with((opened.clone(), is_whole, node.clone()), move |(_, _, node)| {
        let text = node.cast::<web_sys::Element>();
        let watch = text.and_then(|text| observe::sections(&host, &text, on_section));
        move || drop(watch)
    });
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(statistic) = page::statistic_at(&event) {
            dispatch.emit(Action::Go(Place::Statistic(statistic), View::Statistics));
        }
    });
    html! {
        <section class="text" id="text" data-view="text" aria-labelledby="text-name" {onclick} ref={node}>
            <h2 class="visually-hidden" id="text-name">{words.views[1]}</h2>
            <div class="text-sheet" lang={opened.tongue}>
                {for (0..count).map(|group| {
                    html! { <LeafGroup key={group} opened={opened.clone()} {group} /> }
                })}
            </div>
        </section>
    }
}
