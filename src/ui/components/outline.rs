//! 大纲: the headings as navigation, the one being read marked.

use yew::prelude::*;

use super::tongue::LABELS;
use crate::document::Section;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_host, use_words};
use crate::ui::state::{Action, Opened, View};

/// Which report, and where the reader is.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct OutlineNavProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
    /// The section being read.
    pub(in crate::ui) section: Option<usize>,
    /// Whether the comparison is in sight.
    pub(in crate::ui) is_comparing: bool,
    /// Whether it is drawn out, where it is a drawer.
    pub(in crate::ui) is_open: bool,
}

/// The outline of a report.
#[component(OutlineNav)]
pub(in crate::ui) fn outline_nav(props: &OutlineNavProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let host = use_host();
    use_effect_with(props.section, move |section| {
        if let Some(section) = section {
            host.follow_outline(*section);
        }
    });
    let sections = &props.opened.analysis.report.sections;
    let go = |place: Place, view: View| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Go(place, view)))
    };
    let item = |(idx, section): (usize, &Section)| {
        let place = Place::Section(idx);
        let is_current = props.section == Some(idx) && !props.is_comparing;
        let level = section.level.clamp(1, 4);
        html! {
            <li key={idx} class={format!("outline-item is-level-{level}")}>
                <a href={place.link()} lang={LABELS} data-section={idx.to_string()} onclick={go(place, View::Text)}
                    aria-current={is_current.then_some("true")}>
                    if let Some(number) = &section.number {
                        <span class="outline-number">{number}</span>
                    }
                    <span class="outline-words">{&section.heading}</span>
                </a>
            </li>
        }
    };
    let close = dispatch.reform(|_: MouseEvent| Action::ToggleOutline);
    html! {
        <nav id="outline" class={classes!("outline", props.is_open.then_some("is-open"))} aria-label={words.outline}>
            <div class="outline-head">
                <h2 class="panel-name">{words.outline}</h2>
                <button type="button" class="button outline-close" onclick={close}>{words.close}</button>
            </div>
            <ol class="outline-list">
                <li class="outline-item is-view">
                    <a href={Place::Start.link()} onclick={go(Place::Start, View::Overview)}>{words.views[0]}</a>
                </li>
                if !props.opened.figures.is_empty() {
                    <li class="outline-item is-view">
                        <a href={Place::Charts.link()} onclick={go(Place::Charts, View::Charts)}>{words.views[3]}</a>
                    </li>
                }
                <li class="outline-item is-view">
                    <a href={Place::Checks.link()} onclick={go(Place::Checks, View::Checks)}>{words.views[4]}</a>
                </li>
                <li class="outline-item is-view">
                    <a href={Place::Compare.link()} onclick={go(Place::Compare, View::Compare)}
                        aria-current={props.is_comparing.then_some("page")}>{words.compare.name}</a>
                </li>
                {for sections.iter().enumerate().map(item)}
            </ol>
            if sections.is_empty() {
                <p class="panel-note">{words.no_outline}</p>
            }
        </nav>
    }
}
