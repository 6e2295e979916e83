//! The viewer as a whole: its title, scrolling, and which marks of the text are chosen.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlElement, HtmlSelectElement, NodeList, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::compare;
use super::host::Host;
use crate::ui::address::Place;

const SELECTED: &str = "is-selected";
/// The text may still be growing when a place is asked for: so often, and so far apart, it is looked for.
const TRIES: u32 = 40;
const BETWEEN_TRIES: u32 = 50;
/// So many pixels what is brought into view keeps from the bars.
const AIR: f64 = 8.0;
/// After a jump the section jumped to counts as the one being read, however short it is.
const SETTLING: f64 = 500.0;

/// Where the reader was brought, and when.
#[derive(Debug, Default)]
pub(super) struct Moves {
    last_jump: Cell<f64>,
    jump: Cell<u32>,
    jumped_to: Cell<Option<f64>>,
    /// Where each view of a narrow screen was left.
    left: RefCell<Vec<(&'static str, f64)>>,
    /// Where the comparison was left.
    pub(super) left_comparison: RefCell<compare::Left>,
}

impl Host {
    /// Sets the page's title, where it is the viewer's.
    pub(in crate::ui) fn set_title(&self, title: &str) {
        if self.is_page() {
            document().set_title(title);
        }
    }

    /// Whether the page stands where a jump brought it: what crosses the line of reading then is the jump's doing, not
    /// the reader's.
    ///
    /// Once the reader has scrolled away, coming back to that place is the reader's doing too.
    pub(super) fn is_settling(&self) -> bool {
        let moves = self.moves();
        if js_sys::Date::now() - moves.last_jump.get() < SETTLING {
            return true;
        }
        let y = scrolled();
        let stands = moves.jumped_to.get().is_some_and(|to| (to - y).abs() < 4.0);
        if !stands {
            moves.jumped_to.set(None);
        }
        stands
    }

    /// Goes to a place: chooses its marks and brings them into view.
    ///
    /// `is_return` is for Back and Forward: the browser has already scrolled to where the reader was, so that only a
    /// place that is out of sight is brought into view.
    pub(in crate::ui) fn go_to(&self, place: Place, is_return: bool) {
        self.begin_jump();
        self.select(match place {
            Place::Statistic(statistic) => Some(statistic),
            _ => None,
        });
        let jump = Jump {
            host: self.clone(),
            place,
            is_return,
            number: self.moves().jump.get(),
            focus: active(self.root()),
        };
        // The browser restores its scroll position after this event.
        Timeout::new(0, move || jump.go(TRIES)).forget();
    }

    /// Shows a report from its start.
    pub(in crate::ui) fn show_start(&self) {
        // Somebody else's page stays where it is.
        if self.is_page() {
            self.go_to(Place::Start, false);
        }
    }

    fn begin_jump(&self) {
        self.moves().jump.set(self.moves().jump.get().wrapping_add(1));
    }

    /// What stands at a place; a figure is chosen in the list and in the text.
    fn target(&self, place: Place) -> Option<Element> {
        match place {
            Place::Start | Place::Compare => None,
            Place::Charts => self.first("#charts"),
            Place::Checks => self.first("#checks"),
            Place::Data => self.first("#statistics"),
            Place::Chart(chart) => self.all("#charts figure[data-chart]").into_iter().nth(chart),
            Place::Words(start) => self.words_at(start).inspect(|words| {
                self.select(None);
                let _ = words.class_list().add_1(SELECTED);
            }),
            Place::Section(section) => self.first(&format!("#s-{section}")),
            Place::Statistic(statistic) => {
                self.select(Some(statistic));
                self.first(&format!("mark[data-statistic=\"{statistic}\"]"))
            }
        }
    }

    /// Scrolls the page, or somebody else's page to where the viewer begins in it.
    pub(super) fn scroll_to_top(&self, y: f64) {
        if self.is_page() {
            window().scroll_to_with_x_and_y(0.0, y);
        } else if !self.is_in_view(self.root()) {
            scroll(self.root(), ScrollLogicalPosition::Start);
        }
    }

    /// Marks the words and the list entry of a figure as chosen. Only these elements are touched: the text is not
    /// rebuilt.
    fn select(&self, statistic: Option<usize>) {
        for element in self.all(&format!(".{SELECTED}")) {
            let _ = element.class_list().remove_1(SELECTED);
            let _ = element.remove_attribute("aria-current");
        }
        let Some(statistic) = statistic else { return };
        for element in self.all(&format!("mark[data-statistic=\"{statistic}\"]")) {
            let _ = element.class_list().add_1(SELECTED);
        }
        for element in self.all(&format!("[data-figure=\"{statistic}\"]")) {
            let _ = element.class_list().add_1(SELECTED);
            let _ = element.set_attribute("aria-current", "true");
        }
    }

    /// Keeps the current entry of the outline in sight of its own scroller, without moving the page.
    pub(in crate::ui) fn follow_outline(&self, section: usize) {
        let Some(link) = self.first(&format!("#outline [data-section=\"{section}\"]")) else {
            return;
        };
        let Some(scroller) = link.closest("#outline").ok().flatten() else { return };
        let (link, frame) = (link.get_bounding_client_rect(), scroller.get_bounding_client_rect());
        let above = link.top() - frame.top() - 48.0;
        let below = link.bottom() - frame.bottom() + 48.0;
        let by = if above < 0.0 { above } else { below.max(0.0) };
        #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
        scroller.set_scroll_top(scroller.scroll_top() + by as i32);
    }

    /// The paragraph or heading that holds the words at an offset of the text.
    fn words_at(&self, offset: usize) -> Option<Element> {
        self.all("#text [data-span]").into_iter().find(|element| {
            let span = element.get_attribute("data-span").unwrap_or_default();
            let ends = span.split_once('-').map(|(start, end)| (start.parse(), end.parse()));
            matches!(ends, Some((Ok(start), Ok(end))) if (start..end).contains(&offset))
        })
    }

    fn bring(&self, target: &Element, place: Place, only_if_hidden: bool) {
        let at_top = begins_at_top(place);
        if (only_if_hidden || !at_top) && self.is_in_view(target) {
            return;
        }
        let block =
            if at_top { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center };
        scroll(target, block);
    }

    /// Whether a jump is over: the end of a long target is not waited for.
    fn has_arrived(&self, target: &Element, place: Place) -> bool {
        if !begins_at_top(place) {
            return self.is_in_view(target);
        }
        (0.0..self.view().1).contains(&target.get_bounding_client_rect().top())
    }

    /// Whether an element stands between the bars at the top and the bottom of the page.
    fn is_in_view(&self, element: &Element) -> bool {
        let rect = element.get_bounding_client_rect();
        let (top, bottom) = self.view();
        rect.height() > 0.0 && rect.top() >= top && rect.bottom() <= bottom
    }

    /// Where the view begins and ends: between what stands over the page at present, with a little air.
    pub(super) fn view(&self) -> (f64, f64) {
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
        let rects = |selector: &str| {
            let rects = self.all(selector).into_iter().map(|it| it.get_bounding_client_rect());
            rects.filter(|rect| rect.height() > 0.0).collect::<Vec<_>>()
        };
        let above = rects(".top-bar, .find.is-open, .reading.is-bar");
        let below = rects(".view-bar, .aids");
        let top = above.iter().map(|rect| rect.bottom()).fold(0.0, f64::max);
        let bottom = below.iter().map(|rect| rect.top()).fold(height, f64::min);
        (top + AIR, bottom - AIR)
    }

    pub(super) fn first(&self, selector: &str) -> Option<Element> {
        self.root().query_selector(selector).ok().flatten()
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        self.root().query_selector_all(selector).map(elements).unwrap_or_default()
    }

    /// Leaves a view for another one on a narrow screen; each is scrolled to where it was left.
    pub(in crate::ui) fn change_view(&self, from: &'static str, to: &'static str) {
        let y = scrolled();
        let mut left = self.moves().left.borrow_mut();
        left.retain(|(view, _)| *view != from);
        left.push((from, y));
        let back_to = left.iter().find(|(view, _)| *view == to).map_or(0.0, |(_, y)| *y);
        let host = self.clone();
        Timeout::new(0, move || host.scroll_to_top(back_to)).forget();
    }

    /// Takes the reader past the bars.
    pub(in crate::ui) fn focus_main(&self) {
        // The figures may have taken the place of the text.
        let is_shown = |it: &Element| it.get_bounding_client_rect().height() > 0.0;
        let main = self.first("#main").filter(is_shown).or_else(|| self.first("#statistics"));
        if let Some(main) = main {
            focus_on(&main);
        }
    }

    /// Brings the keyboard to an element.
    pub(in crate::ui) fn focus(&self, selector: &str) {
        if let Some(element) = self.first(selector) {
            focus_on(&element);
        }
    }

    /// Opens the browser's file picker.
    pub(in crate::ui) fn choose_files(&self) {
        let input = self.first("#file-input").and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let Some(input) = input {
            input.click();
        }
    }

    /// Chooses nothing, and gives up a jump under way: another report was opened.
    pub(in crate::ui) fn forget_selection(&self) {
        self.select(None);
        self.give_up_jump();
    }

    /// Gives up a jump under way: the reader goes elsewhere.
    pub(super) fn give_up_jump(&self) {
        self.begin_jump();
    }
}

/// A jump under way to a place.
struct Jump {
    host: Host,
    place: Place,
    is_return: bool,
    number: u32,
    /// What had the focus when it began.
    focus: Option<Element>,
}

impl Jump {
    /// Goes there, as soon as it is there.
    fn go(self, tries: u32) {
        let (host, place) = (&self.host, self.place);
        if host.moves().jump.get() != self.number {
            return;
        }
        match place {
            Place::Start if self.is_return => return,
            Place::Start => return host.scroll_to_top(0.0),
            Place::Compare => return compare::arrive(host, self.is_return),
            _ => {}
        }
        let Some(target) = host.target(place) else {
            if tries > 0 {
                Timeout::new(BETWEEN_TRIES, move || self.go(tries - 1)).forget();
            }
            return;
        };
        host.moves().last_jump.set(js_sys::Date::now());
        host.moves().jumped_to.set(None);
        if let Place::Statistic(statistic) = place
            && let Some(item) = host.first(&format!("[data-figure=\"{statistic}\"]"))
        {
            scroll(&item, ScrollLogicalPosition::Nearest);
        }
        host.bring(&target, place, self.is_return);
        Timeout::new(BETWEEN_TRIES * 2, move || self.arrive(&target, TRIES)).forget();
    }

    /// Brings the target into view once more as long as what stands above it is laid out only now and pushes it away.
    fn arrive(self, target: &Element, tries: u32) {
        let (host, place) = (&self.host, self.place);
        if host.moves().jump.get() != self.number {
            return;
        }
        if tries > 0 && !host.has_arrived(target, place) {
            host.bring(target, place, true);
            let target = target.clone();
            Timeout::new(BETWEEN_TRIES, move || self.arrive(&target, tries - 1)).forget();
            return;
        }
        host.moves().jumped_to.set(Some(scrolled()));
        // The reader may have gone on meanwhile, e.g. into a menu.
        if self.is_return || active(host.root()) != self.focus {
            return;
        }
        match place {
            Place::Section(_) => focus_on(target),
            Place::Statistic(statistic) => self.cross(statistic, target),
            _ => {}
        }
    }

    /// Takes the keyboard from the `mark` of a figure to its entry in the list, or back.
    fn cross(&self, statistic: usize, mark: &Element) {
        let is_on = |selector: &str| {
            self.focus.as_ref().is_some_and(|it| it.matches(selector).unwrap_or_default())
        };
        if is_on("mark:focus-visible") {
            self.host.focus(&format!("[data-figure=\"{statistic}\"] .figure-go"));
        } else if is_on(".figure-go:focus-visible") {
            focus_on(mark);
        }
    }
}

/// What has the focus in the viewer or, where that is the page's, in the page: in an element, the document knows of that
/// element only.
pub(super) fn active(root: &Element) -> Option<Element> {
    let active = Reflect::get(&root.get_root_node(), &"activeElement".into()).ok()?;
    active.dyn_into().ok()
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Whether a place is brought to the top of the window, rather than to its middle.
fn begins_at_top(place: Place) -> bool {
    !matches!(place, Place::Statistic(_) | Place::Words(_))
}

pub(super) fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

pub(super) fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The figure whose mark or list entry an event happened in.
pub(in crate::ui) fn statistic_at(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    // A link in the entry leads elsewhere.
    if target.closest("a").ok()?.is_some() {
        return None;
    }
    let (selector, attribute) = if target.closest("mark").ok()?.is_some() {
        ("mark[data-statistic]", "data-statistic")
    } else {
        ("[data-figure]", "data-figure")
    };
    target.closest(selector).ok()??.get_attribute(attribute)?.parse().ok()
}

/// The value of the attribute `name` of the element that an event happened in, or of the nearest one around it.
pub(in crate::ui) fn mark_at(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

pub(super) fn elements(list: NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
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
