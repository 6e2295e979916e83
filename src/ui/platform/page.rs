//! The page as a whole: its title, marks on its root, scrolling, and which marks of the text are chosen.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlElement, HtmlSelectElement, NodeList, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::ui::address::Place;

const SELECTED: &str = "is-selected";
/// The text may still be growing when a place is asked for: so often, and so far apart, it is looked for.
const TRIES: u32 = 40;
const BETWEEN_TRIES: u32 = 50;
/// After a jump the section jumped to counts as the one being read, however short it is.
const SETTLING: f64 = 500.0;

thread_local! {
    static LAST_JUMP: Cell<f64> = const { Cell::new(0.0) };
    static JUMP: Cell<u32> = const { Cell::new(0) };
    static JUMPED_TO: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Sets the page's title.
pub(in crate::ui) fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the page's root; an empty value takes it away.
pub(in crate::ui) fn mark_root(name: &str, value: &str) {
    let root = document_element();
    let _ = if value.is_empty() {
        root.remove_attribute(name)
    } else {
        root.set_attribute(name, value)
    };
}

/// An attribute of the page's root.
pub(in crate::ui) fn root_mark(name: &str) -> Option<String> {
    document_element().get_attribute(name)
}

/// Whether the page stands where a jump brought it: what crosses the line of reading then is the jump's doing, not the
/// reader's.
///
/// Once the reader has scrolled away, coming back to that place is the reader's doing too.
pub(super) fn is_settling() -> bool {
    if js_sys::Date::now() - LAST_JUMP.get() < SETTLING {
        return true;
    }
    let y = window().scroll_y().unwrap_or(0.0);
    let stands = JUMPED_TO.get().is_some_and(|to| (to - y).abs() < 4.0);
    if !stands {
        JUMPED_TO.set(None);
    }
    stands
}

/// Goes to a place: chooses its marks and brings them into view.
///
/// `is_return` is for Back and Forward: the browser has already scrolled to where the reader was, so that only a place
/// that is out of sight is brought into view.
pub(in crate::ui) fn go_to(place: Place, is_return: bool) {
    let jump = JUMP.get().wrapping_add(1);
    JUMP.set(jump);
    select(match place {
        Place::Statistic(statistic) => Some(statistic),
        _ => None,
    });
    // The browser restores its scroll position after this event.
    Timeout::new(0, move || try_to_go(place, is_return, jump, TRIES)).forget();
}

fn try_to_go(place: Place, is_return: bool, jump: u32, tries: u32) {
    if JUMP.get() != jump {
        return;
    }
    let target = match place {
        Place::Start if is_return => return,
        Place::Start => return window().scroll_to_with_x_and_y(0.0, 0.0),
        Place::Charts => first("#charts"),
        Place::Checks => first("#checks"),
        Place::Section(section) => first(&format!("#s-{section}")),
        Place::Statistic(statistic) => {
            select(Some(statistic));
            first(&format!("mark[data-statistic=\"{statistic}\"]"))
        }
    };
    let Some(target) = target else {
        if tries > 0 {
            Timeout::new(BETWEEN_TRIES, move || try_to_go(place, is_return, jump, tries - 1))
                .forget();
        }
        return;
    };
    LAST_JUMP.set(js_sys::Date::now());
    JUMPED_TO.set(None);
    if let Place::Statistic(statistic) = place
        && let Some(item) = first(&format!("[data-figure=\"{statistic}\"]"))
    {
        scroll(&item, ScrollLogicalPosition::Nearest);
    }
    bring(&target, place, is_return);
    // What stands above may be laid out only now and push the place away.
    Timeout::new(BETWEEN_TRIES * 2, move || {
        if JUMP.get() == jump {
            bring(&target, place, true);
            JUMPED_TO.set(window().scroll_y().ok());
            if matches!(place, Place::Section(_)) && !is_return {
                focus_on(&target);
            }
        }
    })
    .forget();
}

fn bring(target: &Element, place: Place, only_if_hidden: bool) {
    let at_top = !matches!(place, Place::Statistic(_));
    if only_if_hidden && is_in_view(target) {
        return;
    }
    if !at_top && is_in_view(target) {
        return;
    }
    let block = if at_top { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center };
    scroll(target, block);
}

/// Whether an element stands between the bars at the top and the bottom of the page.
fn is_in_view(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
    rect.height() > 0.0 && rect.top() >= 56.0 && rect.bottom() <= height - 56.0
}

fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Marks the words and the list entry of a figure as chosen. Only these elements are touched: the text is not rebuilt.
fn select(statistic: Option<usize>) {
    for element in all(&format!(".{SELECTED}")) {
        let _ = element.class_list().remove_1(SELECTED);
        let _ = element.remove_attribute("aria-current");
    }
    let Some(statistic) = statistic else { return };
    for element in all(&format!("mark[data-statistic=\"{statistic}\"]")) {
        let _ = element.class_list().add_1(SELECTED);
    }
    for element in all(&format!("[data-figure=\"{statistic}\"]")) {
        let _ = element.class_list().add_1(SELECTED);
        let _ = element.set_attribute("aria-current", "true");
    }
}

/// The figure whose mark or list entry an event happened in.
pub(in crate::ui) fn statistic_at(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let (selector, attribute) = if target.closest("mark").ok()?.is_some() {
        ("mark[data-statistic]", "data-statistic")
    } else {
        ("[data-figure]", "data-figure")
    };
    target.closest(selector).ok()??.get_attribute(attribute)?.parse().ok()
}

/// Keeps the current entry of the outline in sight of its own scroller, without moving the page.
pub(in crate::ui) fn follow_outline(section: usize) {
    let Some(link) = first(&format!("#outline [data-section=\"{section}\"]")) else { return };
    let Some(scroller) = link.closest("#outline").ok().flatten() else { return };
    let (link, frame) = (link.get_bounding_client_rect(), scroller.get_bounding_client_rect());
    let above = link.top() - frame.top() - 48.0;
    let below = link.bottom() - frame.bottom() + 48.0;
    let by = if above < 0.0 { above } else { below.max(0.0) };
    #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
    scroller.set_scroll_top(scroller.scroll_top() + by as i32);
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn all(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(elements).unwrap_or_default()
}

pub(super) fn elements(list: NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Leaves a view for another one on a narrow screen; each is scrolled to where it was left.
pub(in crate::ui) fn change_view(from: &'static str, to: &'static str) {
    thread_local! {
        static LEFT: std::cell::RefCell<Vec<(&'static str, f64)>> = const { std::cell::RefCell::new(Vec::new()) };
    }
    let y = window().scroll_y().unwrap_or(0.0);
    let back_to = LEFT.with_borrow_mut(|left| {
        left.retain(|(view, _)| *view != from);
        left.push((from, y));
        left.iter().find(|(view, _)| *view == to).map_or(0.0, |(_, y)| *y)
    });
    Timeout::new(0, move || window().scroll_to_with_x_and_y(0.0, back_to)).forget();
}

/// Takes the reader past the bars.
pub(in crate::ui) fn focus_main() {
    if let Some(main) = first("#main") {
        focus_on(&main);
    }
}

/// Brings the keyboard to an element.
pub(in crate::ui) fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        focus_on(&element);
    }
}

/// Whether the keyboard stays within the element that `selector` finds around where it was.
pub(in crate::ui) fn stays_within(event: &FocusEvent, selector: &str) -> bool {
    let to: Option<Element> = event.related_target().and_then(|it| it.dyn_into().ok());
    to.is_some_and(|to| matches!(to.closest(selector), Ok(Some(_))))
}

/// Which option of a select was chosen.
pub(in crate::ui) fn chosen(event: &Event) -> Option<usize> {
    let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    usize::try_from(select.selected_index()).ok()
}

/// Opens the browser's file picker.
pub(in crate::ui) fn choose_files() {
    if let Some(input) = first("#file-input").and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        input.click();
    }
}

/// Chooses nothing, and gives up a jump under way: another report was opened.
pub(in crate::ui) fn forget_selection() {
    select(None);
    JUMP.set(JUMP.get().wrapping_add(1));
}
