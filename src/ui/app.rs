//! The root: state, contexts, layout.

use yew::prelude::*;

use super::address::Place;
use super::components::{
    CheckList, CompareView, OutlineNav, Overview, PasteDialog, PrintedStatistics, StatisticList,
    TextView, TopBar, Ways, failure_card, notice_bar, open_panel, partial_note, reading_panel,
    show_paste, view_bar,
};
use super::hooks::{Asked, Shared, Store, use_opener};
use super::platform::given::{self, Given};
use super::platform::{self, Early, address, page, settings};
use super::samples::SAMPLES;
use super::state::{Action, AppState, Opened, Shelved, Stage, View};
use crate::i18n;
use crate::source::Encoding;

/// Starts the page.
pub fn start() {
    if let Some(root) = platform::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The page.
#[component(App)]
fn app() -> Html {
    let store =
        use_reducer(|| Store(AppState { language: settings::language(), ..AppState::default() }));
    let dispatcher = store.dispatcher();
    let opener = use_opener(dispatcher.clone());
    let dialog = use_node_ref();
    let is_dragging = use_state_eq(|| false);

    let on_open = {
        let opener = opener.clone();
        use_callback((), move |given: Given, ()| opener.open(given))
    };
    let on_sign = {
        let opener = opener.clone();
        use_callback((), move |(), ()| opener.warm())
    };
    let read_again = {
        let opener = opener.clone();
        use_callback((), move |(shelved, encoding): (Shelved, Encoding), ()| {
            opener.read_again(&shelved, encoding);
        })
    };
    let compare = {
        let opener = opener.clone();
        use_callback((), move |asked: Asked, ()| opener.compare(&asked))
    };
    let on_cancel = use_callback((), move |_: MouseEvent, ()| opener.cancel());
    let on_choose = use_callback((), |_: MouseEvent, ()| page::choose_files());
    let on_paste = use_callback(dialog.clone(), |_: MouseEvent, dialog| show_paste(dialog));

    use_listening(on_open.clone(), is_dragging.setter(), dialog.clone(), dispatcher.clone());
    use_signs(on_sign);
    use_place(&store.0);

    let on_files = {
        let on_open = on_open.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
            let files = given::files(input.files());
            // The same file can be chosen again, e.g. after it was corrected.
            input.set_value("");
            on_open.emit(Given::Files(files));
        })
    };
    let dispatch = Callback::from(move |action| dispatcher.dispatch(action));
    let state = &store.0;
    let words = i18n::messages(state.language);
    let opened = state.opened().cloned();
    html! {
        <ContextProvider<Shared> context={Shared { dispatch: dispatch.clone(), read_again, compare, words }}>
                <TopBar opened={opened.clone()} shelf={state.shelf.clone()} on_choose={on_choose.clone()} on_paste={on_paste.clone()} />
                <input type="file" id="file-input" class="visually-hidden" multiple=true tabindex="-1"
                    aria-hidden="true" onchange={on_files} />
                if let Some(notice) = &state.notice {
                    {notice_bar(notice, words, &dispatch)}
                }
                if let (Stage::Reading { name, done, count, .. }, Some(_)) = (&state.stage, &opened) {
                    {reading_panel(name, (*done, *count), true, words, &on_cancel)}
                }
                {match &opened {
                    Some(opened) => report(state, opened, &on_choose, &dispatch),
                    None => {
                        let ways = Ways { on_open: &on_open, on_choose: &on_choose, on_paste: &on_paste };
                        without_report(state, &ways, &on_cancel)
                    }
                }}
                <PasteDialog node={dialog} {on_open} />
                if *is_dragging {
                    <div class="release" aria-hidden="true"><span>{words.release}</span></div>
                }
        </ContextProvider<Shared>>
    }
}

/// The page with a report: outline, text and figures side by side.
///
/// Each view is keyed by the report; the comparison is of all reports and stays.
fn report(
    state: &AppState,
    opened: &Opened,
    on_choose: &Callback<MouseEvent>,
    dispatch: &Callback<Action>,
) -> Html {
    let key = opened.identity();
    let is_comparing = state.view == View::Compare;
    let words = i18n::messages(state.language);
    let is_partial = (!opened.gaps.is_empty()).then_some("true");
    let title = opened.analysis.report.title.clone();
    let title = title.unwrap_or_else(|| words.untitled.to_owned());
    html! {
        <>
            <div class="layout" data-view={state.view.name()}>
                <OutlineNav {key} opened={opened.clone()} section={state.section} {is_comparing} is_open={state.is_outline_open} />
                <main id="main" class="page" data-stage={state.stage_name()} data-partial={is_partial} tabindex="-1">
                    <h1 class="visually-hidden" id="title">{title}</h1>
                    {partial_note(opened, words)}
                    <Overview {key} opened={opened.clone()} />
                    <CheckList {key} opened={opened.clone()} />
                    <PrintedStatistics {key} opened={opened.clone()} />
                    <TextView {key} opened={opened.clone()} />
                    <CompareView opened={opened.clone()} shelf={state.shelf.clone()} is_shown={is_comparing} {on_choose} />
                </main>
                <StatisticList {key} opened={opened.clone()} />
            </div>
            {view_bar(state.view, words, dispatch)}
        </>
    }
}

/// The page without a report: empty, reading the first one, or failed to.
fn without_report(state: &AppState, ways: &Ways, on_cancel: &Callback<MouseEvent>) -> Html {
    let words = i18n::messages(state.language);
    let panel = || open_panel(ways, words);
    let inner = match &state.stage {
        Stage::Reading { name, done, count, .. } => {
            reading_panel(name, (*done, *count), false, words, on_cancel)
        }
        Stage::Failed { name, problem } => {
            html! { <>{failure_card(name, *problem, words)}{panel()}</> }
        }
        _ => panel(),
    };
    html! { <main id="main" data-stage={state.stage_name()} tabindex="-1">{inner}</main> }
}

/// Listens to drops, pastes and the address, and takes up what the reader did before the page was ready.
#[hook]
fn use_listening(
    on_open: Callback<Given>,
    dragging: UseStateSetter<bool>,
    dialog: NodeRef,
    dispatcher: super::hooks::Dispatch,
) {
    use_effect_with((), move |()| {
        let on_drag = Callback::from(move |is_over| dragging.set(is_over));
        let listening = given::listen(on_open.clone(), on_drag);
        let visit = move |place| dispatcher.dispatch(Action::Visit(place));
        visit(address::current());
        let on_address = address::listen(Callback::from(visit));
        match platform::early() {
            Some(Early::Files(files)) => on_open.emit(Given::Files(files)),
            Some(Early::Sample(slug)) => {
                let at = SAMPLES.iter().position(|sample| sample.slug == slug);
                on_open.emit(at.map_or(Given::Nothing, Given::Sample));
            }
            Some(Early::Paste) => show_paste(&dialog),
            None => {}
        }
        move || drop((listening, on_address))
    });
}

/// Tells once that the reader is about to do something: the first press, key or drag.
#[hook]
fn use_signs(on_sign: Callback<()>) {
    use_effect_with((), move |()| {
        let signs = given::listen_for_signs(on_sign);
        move || drop(signs)
    });
}

/// Keeps title, address and scroll position with the state.
#[hook]
fn use_place(state: &AppState) {
    let (place, is_return) = (state.place, state.is_return);
    // The same report in another language is no other report.
    let shown = state.opened().map(|opened| opened.analysis.clone());
    let was_open = use_mut_ref(|| false);
    let is_comparing = state.view == View::Compare;
    let words = (is_comparing, state.language);
    use_effect_with((shown.clone(), words), move |(shown, (is_comparing, language))| {
        let words = i18n::messages(*language);
        let report = shown.as_ref().map(|shown| &shown.report);
        page::set_title(match report {
            Some(_) if *is_comparing => words.compare.name,
            Some(report) => report.title.as_deref().unwrap_or(&report.source.name),
            None => words.name,
        });
    });
    use_effect_with(shown, move |shown| {
        let was_open = was_open.replace(shown.is_some());
        if shown.is_none() && was_open {
            // The button that closed the last report is gone with it.
            page::focus_main();
            address::set(place);
        }
        if shown.is_some() {
            page::forget_selection();
            address::set(place);
            if place == Place::Start {
                page::go_to(place, false);
            }
        }
    });
    let is_open = state.opened().is_some();
    use_effect_with((state.language, is_open), |(language, is_open)| {
        if !is_open {
            page::set_title(i18n::messages(*language).name);
        }
    });
    use_effect_with((state.moves, is_open), move |(moves, is_open)| {
        if *is_open && *moves > 0 {
            if !is_return {
                address::set(place);
            }
            page::go_to(place, is_return);
        }
    });
}
