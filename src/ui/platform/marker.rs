//! Shows in the text what was found there, without changing the text's elements.
//!
//! Browsers with the Custom Highlight API get ranges for what stands near the view; the others select the place that the
//! reader looks at. Elements are found by the byte at which their line starts (`data-span`), places in them by counting
//! characters, so that it does not matter in which script the text is shown.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, Function, Map, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlCollection, HtmlElement, MutationObserver, MutationObserverInit, Range,
    ScrollLogicalPosition,
};

use super::host::Host;
use super::page;
use crate::text::Span;
use crate::ui::find::{self, Find, Searched, SetLine};

/// The names of the highlights, as in `styles/find.css`.
const ALL: &str = "fajian-find";
const CURRENT: &str = "fajian-find-current";
/// More places than these at once nobody tells apart, and each costs the browser time.
const MOST_SHOWN: usize = 400;
/// What stands this many window heights above and below the view is shown too, so that scrolling finds it ready.
const AROUND: f64 = 1.0;
/// After so many milliseconds without another change the ranges are made anew.
const SOON: u32 = 30;
/// A place may not be set yet, or be laid out only when it comes into view: so often, and so far apart in milliseconds,
/// it is looked for.
const TRIES: u32 = 600;
const BETWEEN_TRIES: u32 = 50;
/// `NodeFilter.SHOW_TEXT`.
const TEXT_NODES: u32 = 4;

/// Shows what is found in one report until dropped.
pub(in crate::ui) struct Marker {
    inner: Rc<Inner>,
    _scroll: EventListener,
    observer: Option<(MutationObserver, Closure<dyn Fn()>)>,
}

struct Inner {
    host: Host,
    report: Searched,
    find: RefCell<Find>,
    /// Ranges about to be made.
    soon: RefCell<Option<Timeout>>,
    /// A move under way: a later one ends it.
    jump: RefCell<Option<Timeout>>,
    is_selecting: Cell<bool>,
}

impl Drop for Marker {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.observer {
            observer.disconnect();
        }
        self.inner.soon.take();
        self.inner.jump.take();
        if let Some(registry) = registry() {
            registry.delete(&ALL.into());
            registry.delete(&CURRENT.into());
        } else if self.inner.is_selecting.get() {
            let _ = window().get_selection().ok().flatten().map(|it| it.remove_all_ranges());
        }
    }
}

impl Marker {
    /// Begins to show what is found in `report`.
    pub(in crate::ui) fn new(host: &Host, report: &Searched) -> Self {
        let inner = Rc::new(Inner {
            host: host.clone(),
            report: report.clone(),
            find: RefCell::default(),
            soon: RefCell::default(),
            jump: RefCell::default(),
            is_selecting: Cell::new(false),
        });
        // Scrollers inside the page do not bubble; their events are met on the way down.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let scroll = {
            let inner = Rc::clone(&inner);
            EventListener::new_with_options(&document(), "scroll", options, move |_| {
                inner.show_soon()
            })
        };
        let observer = host.first("#text").and_then(|text| observe(&text, &inner));
        Self { inner, _scroll: scroll, observer }
    }

    /// Shows what was found, and brings the current place into view where the reader `is_moving` there.
    pub(in crate::ui) fn show(&self, find: &Find, is_moving: bool) {
        self.inner.jump.take();
        *self.inner.find.borrow_mut() = find.clone();
        self.inner.show_soon();
        if is_moving {
            self.inner.host.give_up_jump();
            Inner::go(&self.inner, TRIES);
        }
    }
}

/// Looks whether the text is growing, or is shown in another script: ranges in it lose their words.
fn observe(text: &Element, inner: &Rc<Inner>) -> Option<(MutationObserver, Closure<dyn Fn()>)> {
    let on_change = {
        let inner = Rc::clone(inner);
        Closure::<dyn Fn()>::new(move || inner.show_soon())
    };
    let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    observer.observe_with_options(text, &options).ok()?;
    Some((observer, on_change))
}

impl Inner {
    fn show_soon(self: &Rc<Self>) {
        if self.soon.borrow().is_some() {
            return;
        }
        let inner = Rc::clone(self);
        *self.soon.borrow_mut() = Some(Timeout::new(SOON, move || {
            inner.soon.take().map(Timeout::forget);
            inner.show();
        }));
    }

    /// Makes ranges for the places near the view.
    fn show(&self) {
        let Some(registry) = registry() else { return };
        let find = self.find.borrow();
        let current = find.current.and_then(|at| find.places.get(at)).copied();
        let near = self.near(&find.places, find.current);
        let others: Vec<Span> =
            find.places[near].iter().filter(|place| Some(**place) != current).copied().collect();
        set_highlight(&registry, ALL, &self.ranges(&others));
        set_highlight(&registry, CURRENT, &self.ranges(current.as_slice()));
    }

    /// Which places stand near the view.
    fn near(&self, places: &[Span], current: Option<usize>) -> std::ops::Range<usize> {
        let Some((from, to)) = self.bytes_near() else { return 0..0 };
        let near = find::touching(places, from, to);
        if near.len() <= MOST_SHOWN {
            return near;
        }
        let middle = current.filter(|at| near.contains(at)).unwrap_or(near.start);
        let start = middle.saturating_sub(MOST_SHOWN / 2).max(near.start);
        start..(start + MOST_SHOWN).min(near.end)
    }

    /// The part of the text that is set near the view, in bytes; `None` where the text is not shown.
    fn bytes_near(&self) -> Option<(usize, usize)> {
        let leaves = leaves(&self.host)?;
        let height = window().inner_height().ok()?.as_f64()?;
        let around = height * AROUND;
        let edges = |at: u32| {
            let rect = leaves.item(at).map(|leaf| leaf.get_bounding_client_rect());
            rect.map_or((0.0, 0.0), |rect| (rect.top(), rect.bottom()))
        };
        let all = leaves.length();
        let first = partition(all, |at| edges(at).1 <= -around);
        let end = partition(all, |at| edges(at).0 < height + around);
        let lines = self.report.lines();
        let line_of = |leaf: u32| lines.iter().find(|line| line.leaf >= leaf as usize);
        let from = line_of(first)?.span.start;
        let to = line_of(end).map_or(self.report.text().len(), |line| line.span.start);
        (first < end).then_some((from, to))
    }

    /// Ranges over the places, as far as they are set: one for each line that a place touches.
    fn ranges(&self, places: &[Span]) -> Vec<Range> {
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return Vec::new() };
        let Some(leaves) = leaves(&self.host) else { return Vec::new() };
        let lines = self.report.lines();
        let from = lines.partition_point(|line| line.span.end <= first.start);
        let lines = lines[from..].iter().take_while(|line| line.span.start < last.end);
        let mut ranges = Vec::new();
        for line in lines {
            let inside = &places[find::touching(places, line.span.start, line.span.end)];
            if !inside.is_empty()
                && let Some(element) = element_of(&leaves, line)
            {
                let pairs = find::characters(self.report.text(), line.span, inside);
                ranges.extend(ranges_in(&element, &pairs));
            }
        }
        ranges
    }

    /// Brings the current place into view as soon as it is set.
    fn go(inner: &Rc<Self>, tries: u32) {
        if inner.bring() || tries == 0 {
            return;
        }
        let again = Rc::clone(inner);
        *inner.jump.borrow_mut() = Some(Timeout::new(BETWEEN_TRIES, move || {
            again.jump.take().map(Timeout::forget);
            Self::go(&again, tries - 1);
        }));
    }

    /// Whether the current place is in view, or there is none. What comes near the view is laid out only then, and may
    /// push it away: it is looked at again until it stays.
    fn bring(self: &Rc<Self>) -> bool {
        let find = self.find.borrow();
        let Some(place) = find.current.and_then(|at| find.places.get(at)) else { return true };
        let lines = self.report.lines();
        let at = lines.partition_point(|line| line.span.end <= place.start);
        let Some(leaves) = leaves(&self.host) else { return false };
        let Some(element) = lines.get(at).and_then(|line| element_of(&leaves, line)) else {
            return false;
        };
        if let Ok(Some(details)) = element.closest("details:not([open])") {
            let _ = details.set_attribute("open", "");
        }
        let ranges = self.ranges(&[*place]);
        let Some(range) = ranges.first() else { return true };
        // A selection would take the keys away from a field that is written in.
        if registry().is_none() && self.host.first("#find-input:focus").is_none() {
            self.is_selecting.set(true);
            select(&ranges);
        }
        let rect = range.get_bounding_client_rect();
        let (top, bottom) = self.host.view();
        let is_laid_out = rect.height() > 0.0;
        if is_laid_out && rect.top() >= top && rect.bottom() <= bottom {
            return true;
        }
        if !is_laid_out {
            page::scroll(&element, ScrollLogicalPosition::Center);
        } else {
            // A paragraph may be higher than the window: its element does not tell where in it the words are.
            let middle = (rect.top() + rect.bottom() - top - bottom) / 2.0;
            window().scroll_by_with_x_and_y(0.0, middle);
        }
        false
    }
}

/// The byte of the text from which on the reader reads: the start of the first leaf that is in view, 0 where none is.
pub(in crate::ui) fn reading_from(host: &Host, report: &Searched) -> usize {
    let Some(leaves) = leaves(host) else { return 0 };
    let (top, _) = host.view();
    let first = partition(leaves.length(), |at| {
        leaves.item(at).is_some_and(|leaf| leaf.get_bounding_client_rect().bottom() <= top)
    });
    let line = report.lines().iter().find(|line| line.leaf == first as usize);
    line.map_or(0, |line| line.span.start)
}

/// Ends a search where the reader is: the focus goes to the text, at the current place if there is one.
pub(in crate::ui) fn leave_to_text(host: &Host, find: &Find) {
    let Some(text) = host.first("#text") else { return };
    if let Some(text) = text.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = text.focus_with_options(&options);
    }
    let place = find.current.and_then(|at| find.places.get(at));
    let (Some(report), Some(place)) = (&find.report, place) else { return };
    let lines = report.lines();
    let at = lines.partition_point(|line| line.span.end <= place.start);
    let Some((line, leaves)) = lines.get(at).zip(leaves(host)) else { return };
    let Some(element) = element_of(&leaves, line) else { return };
    let pairs = find::characters(report.text(), line.span, &[*place]);
    if let Some(range) = ranges_in(&element, &pairs).first() {
        // From here Tab goes on, and a screen reader reads.
        range.collapse_with_to_start(true);
        select(std::slice::from_ref(range));
    }
}

/// Whether the browser can show what was found without selecting it.
pub(in crate::ui) fn can_highlight() -> bool {
    registry().is_some()
}

fn leaves(host: &Host) -> Option<HtmlCollection> {
    host.first("#text").map(|text| text.get_elements_by_class_name("text-leaf"))
}

fn element_of(leaves: &HtmlCollection, line: &SetLine) -> Option<Element> {
    let leaf = leaves.item(u32::try_from(line.leaf).ok()?)?;
    leaf.query_selector(&format!("[data-span^=\"{}-\"]", line.span.start)).ok()?
}

fn ranges_in(element: &Element, pairs: &[(usize, usize)]) -> Vec<Range> {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(element, TEXT_NODES) else {
        return Vec::new();
    };
    let (mut nodes, mut words) = (Vec::new(), Vec::new());
    while let Ok(Some(node)) = walker.next_node() {
        words.push(node.node_value().unwrap_or_default());
        nodes.push(node);
    }
    let range = |(from, to): &(find::NodePlace, find::NodePlace)| {
        let range = Range::new().ok()?;
        range.set_start(nodes.get(from.0)?, from.1).ok()?;
        range.set_end(nodes.get(to.0)?, to.1).ok()?;
        Some(range)
    };
    find::node_places(&words, pairs).iter().filter_map(range).collect()
}

fn select(ranges: &[Range]) {
    let (Ok(Some(selection)), Some(first), Some(last)) =
        (window().get_selection(), ranges.first(), ranges.last())
    else {
        return;
    };
    let whole = || {
        let whole = first.clone_range();
        whole.set_end(&last.end_container().ok()?, last.end_offset().ok()?).ok()?;
        Some(whole)
    };
    let Some(whole) = whole() else { return };
    let _ = selection.remove_all_ranges();
    let _ = selection.add_range(&whole);
}

/// `CSS.highlights`, which is used as the map that it is: it has no binding of its own.
fn registry() -> Option<Map> {
    let css = Reflect::get(&window(), &"CSS".into()).ok().filter(JsValue::is_object)?;
    let registry = Reflect::get(&css, &"highlights".into()).ok().filter(JsValue::is_object)?;
    Some(registry.unchecked_into())
}

fn set_highlight(registry: &Map, name: &str, ranges: &[Range]) {
    let constructor = Reflect::get(&window(), &"Highlight".into());
    let constructor = constructor.ok().and_then(|it| it.dyn_into::<Function>().ok());
    let ranges: Array = ranges.iter().collect();
    let made = constructor.and_then(|it| Reflect::construct(&it, &ranges).ok());
    if let Some(highlight) = made {
        if name == CURRENT {
            // Above the other one where places touch.
            let _ = Reflect::set(&highlight, &"priority".into(), &1.into());
        }
        registry.set(&name.into(), &highlight);
    }
}

/// The first of `all` numbers for which `is_before` does not hold; it holds for none behind.
pub(super) fn partition(all: u32, is_before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, all);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
