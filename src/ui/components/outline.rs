//! 大纲: the headings as navigation, the one being read marked.
//!
//! Lists of links within lists, and no `tree`: the levels are heard just as well, every key and command of a browser or
//! screen reader for links works, and each link can be copied. A `tree` would take the arrow keys for itself and gives
//! its items no address.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::slice::{Run, Slice};
use super::tongue::LABELS;
use crate::document::Section;
use crate::i18n::Messages;
use crate::ui::address::Place;
use crate::ui::hooks::{use_dispatch, use_growth, use_host, use_words};
use crate::ui::state::{Action, Opened, View};

/// So many headings with nothing above them are set at first, and in each step of what follows.
const FIRST: usize = 20;
const STEP: usize = 10;

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
    let go =
        |place: Place, view: View| dispatch.reform(move |_: MouseEvent| Action::Go(place, view));
    let counts = {
        let opened = props.opened.clone();
        use_memo(props.opened.identity(), move |_| counts(&opened))
    };
    let parts = {
        let opened = props.opened.clone();
        use_memo(props.opened.identity(), move |_| parts(&opened.analysis.report.sections))
    };
    let shown = use_growth(FIRST, STEP, parts.len());
    let current = props.section.filter(|_| !props.is_comparing);
    let part = |part: &Range<usize>| {
        // Another current entry is no news to the other parts.
        let current = current.filter(|current| part.contains(current));
        let run = Run::Branch { part: part.clone(), current, counts: Rc::clone(&counts) };
        html! { <Slice key={part.start} opened={props.opened.clone()} {run} /> }
    };
    let close = dispatch.reform(|_: MouseEvent| Action::ToggleOutline);
    html! {
        <nav id="outline" part="outline" class={classes!("outline", props.is_open.then_some("is-open"))} aria-label={words.outline}>
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
                if !props.opened.analysis.report.statistics.is_empty() {
                    <li class="outline-item is-view">
                        <a href={Place::Data.link()} onclick={go(Place::Data, View::Statistics)}>{words.views[2]}</a>
                    </li>
                }
                <li class="outline-item is-view">
                    <a href={Place::Checks.link()} onclick={go(Place::Checks, View::Checks)}>{words.views[4]}</a>
                </li>
                <li class="outline-item is-view">
                    <a href={Place::Compare.link()} onclick={go(Place::Compare, View::Compare)}
                        aria-current={props.is_comparing.then_some("page")}>{words.compare.name}</a>
                </li>
                // A list of its own, all with keys: beside those without, Yew builds all of it anew at each step.
                <>{for parts.iter().take(shown).map(part)}</>
            </ol>
            if parts.is_empty() {
                <p class="panel-note">{words.no_outline}</p>
            }
        </nav>
    }
}

/// A heading with those below it, and which of them is being read.
pub(super) fn branch(
    part: Range<usize>,
    current: Option<usize>,
    counts: &[usize],
    opened: &Opened,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Html {
    let link = |idx: usize, section: &Section| {
        let place = Place::Section(idx);
        let is_current = current == Some(idx);
        let role = opened.analysis.roles.get(idx).copied().unwrap_or_default();
        let aids = &words.reading_aids;
        // Parts have the role of the whole.
        let role = if section.level == 1 { (aids.role)(role) } else { "" };
        let count = counts.get(idx).copied().unwrap_or_default();
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Go(place, View::Text));
        html! {
            <a href={place.link()} data-section={idx.to_string()} {onclick}
                aria-current={is_current.then_some("true")}>
                if let Some(number) = &section.number {
                    <span class="outline-number" lang={LABELS}>{number}</span>
                }
                <span class="outline-words">
                    <span lang={LABELS}>{&section.heading}</span>
                    if !role.is_empty() { {" "}<span class="outline-role">{role}</span> }
                </span>
                if count > 0 {
                    <span class="outline-count" title={format!("{count} {}", aids.figures)}>
                        {count}<span class="visually-hidden">{aids.figures}</span>
                    </span>
                }
            </a>
        }
    };
    branches(&opened.analysis.report.sections, part.start, part.end, &link)
}

/// The sections with nothing above them, each with all that is below it.
fn parts(sections: &[Section]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(section) = sections.get(at) {
        let below = sections[at + 1..].iter().take_while(|it| it.level > section.level).count();
        parts.push(at..at + 1 + below);
        at += 1 + below;
    }
    parts
}

/// The sections from `start` up to `end` as items, those below each in a list of their own.
fn branches(
    sections: &[Section],
    start: usize,
    end: usize,
    link: &dyn Fn(usize, &Section) -> Html,
) -> Html {
    let mut items = Vec::new();
    let mut at = start;
    while let Some(section) = sections.get(at).filter(|_| at < end) {
        let below = sections[at + 1..end].iter().take_while(|it| it.level > section.level).count();
        let next = at + 1 + below;
        let level = section.level.clamp(1, 4);
        items.push(html! {
            <li key={at} class={format!("outline-item is-level-{level}")}>
                {link(at, section)}
                if below > 0 { <ol>{branches(sections, at + 1, next, link)}</ol> }
            </li>
        });
        at = next;
    }
    html! { <>{for items}</> }
}

/// How many figures each section has, those of its parts among them.
fn counts(opened: &Opened) -> Vec<usize> {
    let report = &opened.analysis.report;
    let mut counts = vec![0; report.sections.len()];
    for section in report.statistics.iter().filter_map(|it| it.section) {
        // The section, and those above it: each the nearest one before that has a lower level.
        let mut level = u8::MAX;
        for at in (0..report.sections.len().min(section + 1)).rev() {
            if report.sections[at].level < level {
                level = report.sections[at].level;
                counts[at] += 1;
            }
            if level <= 1 {
                break;
            }
        }
    }
    counts
}
