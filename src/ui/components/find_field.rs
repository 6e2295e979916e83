//! 查找: the field in the top bar, the count of what was found, and the ways through it.

use yew::prelude::*;

use crate::text::search;
use crate::ui::find::{Find, FindAction};
use crate::ui::hooks::{use_dispatch, use_host, use_words};
use crate::ui::platform::marker::{self, Marker};
use crate::ui::platform::{keys, pause};
use crate::ui::state::{Action, Opened, View};

/// What was found is told when the reader pauses, not at every letter: so many milliseconds.
const TOLD_AFTER: u32 = 600;

/// Which report.
#[derive(PartialEq, Properties)]
pub(super) struct FindFieldProps {
    /// The report.
    pub(super) opened: Opened,
}

/// The search as Yew keeps it.
#[derive(Default, PartialEq)]
struct Search(Find);

impl Reducible for Search {
    type Action = FindAction;

    fn reduce(self: std::rc::Rc<Self>, action: FindAction) -> std::rc::Rc<Self> {
        std::rc::Rc::new(Self(self.0.after(action)))
    }
}

/// The search in the open report.
#[component(FindField)]
pub(super) fn find_field(props: &FindFieldProps) -> Html {
    let words = use_words();
    let host = use_host();
    let search = use_reducer(Search::default);
    let is_open = use_state_eq(|| false);
    let field = use_node_ref();
    let find = &search.0;
    let told = use_told(find);
    use_marker(find);
    // The same report in another language or script is no other report: places in it stay.
    use_effect_with(props.opened.identity(), {
        let (search, opened) = (search.dispatcher(), props.opened.clone());
        move |_| search.dispatch(FindAction::Open(opened))
    });

    let step = {
        let (search, dispatch, field) = (search.dispatcher(), use_dispatch(), field.clone());
        Callback::from(move |is_forward: bool| {
            dispatch.emit(Action::Show(View::Text));
            // A selection in the text would take the keys away from the field: the field gives them up itself.
            if !marker::can_highlight()
                && let Some(field) = cast(&field)
            {
                let _ = field.blur();
            }
            search.dispatch(FindAction::Step { is_forward });
        })
    };
    let clear = {
        let (search, is_open, field) = (search.clone(), is_open.setter(), field.clone());
        let host = host.clone();
        Callback::from(move |()| {
            if let Some(field) = cast(&field) {
                field.set_value("");
            }
            is_open.set(false);
            marker::leave_to_text(&host, &search.0);
            search.dispatch(FindAction::Clear);
        })
    };
    let show = {
        let (is_open, field) = (is_open.setter(), field.clone());
        Callback::from(move |()| {
            is_open.set(true);
            let field = field.clone();
            // A field that is not shown cannot take the focus.
            pause(0, move || {
                if let Some(field) = cast(&field) {
                    let _ = field.focus();
                    field.select();
                }
            })
            .forget();
        })
    };
    let seek = {
        let (search, host) = (search.clone(), host.clone());
        let last = use_mut_ref(|| 0);
        let field = field.clone();
        Callback::from(move |()| {
            let Some(field) = cast(&field) else { return };
            // While the reader goes on writing, the search begins where it began, not where it has led.
            if !search.0.is_on() {
                let report = search.0.report.as_ref();
                *last.borrow_mut() = report.map_or(0, |it| marker::reading_from(&host, it));
            }
            search.dispatch(FindAction::Words(field.value(), *last.borrow()));
        })
    };
    use_keys(&step, &show, &clear, &field);

    let oninput = {
        let seek = seek.clone();
        // What an input method has not settled yet is not looked for.
        Callback::from(move |event: InputEvent| {
            if !event.is_composing() {
                seek.emit(());
            }
        })
    };
    use_effect_with((find.clone(), field.clone()), {
        let seek = seek.clone();
        move |(_, field)| {
            let listening = cast(field).map(|field| keys::listen_to_composition(&field, seek));
            move || drop(listening)
        }
    });
    let onfocus = {
        let (search, host) = (search.clone(), host.clone());
        Callback::from(move |_: FocusEvent| {
            host.mark("data-finding", "on");
            if let Some(report) = search.0.report.clone() {
                pause(0, move || report.warm()).forget();
            }
        })
    };
    let onblur = {
        let host = host.clone();
        Callback::from(move |_: FocusEvent| host.mark("data-finding", ""))
    };
    let button = |name: &'static str,
                  class: &'static str,
                  sign: &'static str,
                  onclick: Callback<MouseEvent>,
                  is_off: bool| {
        html! {
            <button type="button" class={classes!("button", class)} aria-label={name} title={name} {onclick} disabled={is_off}>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    let none = find.places.is_empty();
    let shown = match find.current {
        Some(at) => {
            format!("{}/{}{}", at + 1, find.places.len(), if is_more(find) { "+" } else { "" })
        }
        None if find.is_on() => words.find.nothing.to_owned(),
        None => String::new(),
    };
    html! {
        <>
            <button type="button" class="button find-open" id="find-button" aria-expanded={is_open.to_string()}
                aria-controls="find" onclick={show.reform(|_| ())}>{words.find.label}</button>
            <div class={classes!("find", is_open.then_some("is-open"), find.is_on().then_some("is-on"))} id="find" role="search">
                <input type="search" id="find-input" ref={field} aria-label={words.find.label} placeholder={words.find.label}
                    autocomplete="off" spellcheck="false" enterkeyhint="search" {oninput} {onfocus} {onblur} />
                <span class="find-count" aria-hidden="true">{shown}</span>
                {button(words.find.previous, "find-previous", "↑", step.reform(|_| false), none)}
                {button(words.find.next, "find-next", "↓", step.reform(|_| true), none)}
                {button(words.find.clear, "find-clear", "✕", clear.reform(|_| ()), false)}
                <span class="visually-hidden" role="status" id="find-told">{told}</span>
            </div>
        </>
    }
}

fn cast(field: &NodeRef) -> Option<web_sys::HtmlInputElement> {
    field.cast::<web_sys::HtmlInputElement>()
}

/// Whether there are more places than are told apart.
fn is_more(find: &Find) -> bool {
    find.places.len() >= search::MOST
}

/// What was found, in words, once the reader pauses.
#[hook]
fn use_told(find: &Find) -> String {
    let words = use_words();
    let told = use_state_eq(String::new);
    let setter = told.setter();
    use_effect_with(find.clone(), move |find| {
        let now = match find.current {
            Some(at) => (words.find.place)(at + 1, find.places.len(), is_more(find)),
            None if find.is_on() => words.find.nothing.to_owned(),
            None => String::new(),
        };
        let timer = pause(TOLD_AFTER, move || setter.set(now));
        move || drop(timer)
    });
    (*told).clone()
}

/// Shows in the text what was found.
#[hook]
fn use_marker(find: &Find) {
    let host = use_host();
    let marker = use_mut_ref(|| None::<Marker>);
    let moved = use_mut_ref(|| 0);
    let report = find.report.clone().filter(|_| find.is_on());
    {
        let marker = std::rc::Rc::clone(&marker);
        use_effect_with(report, move |report| {
            *marker.borrow_mut() = report.as_ref().map(|report| Marker::new(&host, report));
            move || drop(marker.take())
        });
    }
    use_effect_with(find.clone(), move |find| {
        let is_moving = moved.replace(find.moves) != find.moves;
        if let Some(marker) = marker.borrow().as_ref() {
            marker.show(find, is_moving);
        }
    });
}

/// `/`, F3, Enter and Escape.
#[hook]
fn use_keys(step: &Callback<bool>, show: &Callback<()>, clear: &Callback<()>, field: &NodeRef) {
    let host = use_host();
    let now = use_mut_ref(|| None);
    *now.borrow_mut() = Some((step.clone(), show.clone(), clear.clone()));
    use_effect_with((host, field.clone()), move |(host, field)| {
        let field = field.clone();
        let listening = keys::listen(host, move |key| {
            let Some((step, show, clear)) = now.borrow().clone() else { return false };
            let is_on = cast(&field).is_some_and(|field| !field.value().trim().is_empty());
            let is_here = cast(&field).is_some_and(|field| keys::has_focus(&field));
            match key.name.as_str() {
                "/" if !key.is_in_field => show.emit(()),
                // Without words to look for the key is the browser's.
                "F3" if is_on => step.emit(!key.is_shifted),
                "Enter" if is_on && (is_here || key.is_in_text) => step.emit(!key.is_shifted),
                "Escape" if is_here || is_on && !key.is_in_field => clear.emit(()),
                _ => return false,
            }
            true
        });
        move || drop(listening)
    });
}
