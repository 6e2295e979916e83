//! The root: state, contexts, layout.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::address::Place;
use super::components::{
    CheckList, CompareView, OutlineNav, Overview, PasteDialog, PrintedStatistics, StatisticTable,
    TextView, TopBar, Ways, failure_card, notice_bar, open_panel, partial_note, reading_panel,
    show_paste, view_bar,
};
use super::hooks::{Asked, Shared, Store, use_opener};
use super::platform::given::{self, Given};
use super::platform::{Early, Host, address, one_file, opening, settings};
use super::samples::SAMPLES;
use super::state::{Action, AppState, Opened, Shelved, Stage, View};
use super::tongue;
use crate::i18n;
use crate::source::Encoding;
use crate::text::script::Script;

/// A viewer in an element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Mounted(AppHandle<App>);

/// Starts the viewer in the element `root`; `options` are described in `web/boot.js` and `web/embed.js`.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: JsValue, options: JsValue) -> Option<Mounted> {
    let host = Host::new(root, options)?;
    let root = host.root().clone();
    Some(Mounted(yew::Renderer::<App>::with_root_and_props(root, AppProps { host }).render()))
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the viewer out of its element.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

/// What the viewer lives in.
#[derive(PartialEq, Properties)]
pub struct AppProps {
    host: Host,
}

/// The page.
#[component(App)]
fn app(props: &AppProps) -> Html {
    let host = &props.host;
    let language = settings::language(host);
    let script = settings::script(host);
    let store = use_reducer(|| Store(AppState { language, script, ..AppState::default() }));
    let dispatcher = store.dispatcher();
    let opener = use_opener(host, dispatcher.clone());
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
        use_callback((), move |asked: Option<Asked>, ()| opener.compare(asked.as_ref()))
    };
    let on_cancel = use_callback((), move |_: MouseEvent, ()| opener.cancel());
    let on_choose = use_callback(host.clone(), |_: MouseEvent, host| host.choose_files());
    let on_paste = use_callback(dialog.clone(), |_: MouseEvent, dialog| show_paste(dialog));

    use_listening(host, on_open.clone(), is_dragging.setter(), dialog.clone(), dispatcher.clone());
    use_signs(host, on_sign);
    use_place(host, &store.0);
    use_telling(host, &store.0);
    use_script(host, &store);

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
    let on_save = one_file::can_save(host).then(|| saving(host, state, &dispatch));
    let opened = state.opened().cloned();
    html! {
        <ContextProvider<Shared> context={Shared { dispatch: dispatch.clone(), read_again, compare, words, host: host.clone() }}>
                <TopBar opened={opened.clone()} shelf={state.shelf.clone()} script={state.script}
                    on_choose={on_choose.clone()} on_paste={on_paste.clone()} {on_save} />
                <input type="file" id="file-input" class="visually-hidden" multiple=true tabindex="-1"
                    aria-hidden="true" onchange={on_files} />
                if let Some(notice) = &state.notice {
                    {notice_bar(notice, words, &dispatch)}
                }
                if let (Stage::Reading { name, done, count, .. }, Some(_)) = (&state.stage, &opened) {
                    {reading_panel(name, (*done, *count), true, words, &on_cancel)}
                }
                {match &opened {
                    Some(opened) => report(state, opened, host, &on_choose, &dispatch),
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
    host: &Host,
    on_choose: &Callback<MouseEvent>,
    dispatch: &Callback<Action>,
) -> Html {
    let key = opened.identity();
    let is_comparing = state.view == View::Compare;
    let chosen = match state.place {
        Place::Statistic(statistic) => Some(statistic),
        _ => None,
    };
    let words = i18n::messages(state.language);
    let is_partial = (!opened.gaps.is_empty()).then_some("true");
    let title = opened.analysis.report.title.clone();
    let tongue = title.as_deref().map(tongue::of);
    let title = title.unwrap_or_else(|| words.untitled.to_owned());
    html! {
        <>
            <div class={classes!("layout", state.is_data_wide().then_some("is-data"))} data-view={state.view.name()}>
                <OutlineNav {key} opened={opened.clone()} section={state.section} {is_comparing} is_open={state.is_outline_open} />
                <main id="main" part="main" class="page" data-stage={state.stage_name()} data-partial={is_partial} tabindex="-1">
                    <h1 class="visually-hidden" id="title" lang={tongue}>{title}</h1>
                    {partial_note(opened, words)}
                    <Overview {key} opened={opened.clone()} shelf={state.shelf.clone()} />
                    <CheckList {key} opened={opened.clone()} />
                    <PrintedStatistics {key} opened={opened.clone()} />
                    <TextView {key} opened={opened.clone()} />
                    <CompareView opened={opened.clone()} shelf={state.shelf.clone()} is_shown={is_comparing} {on_choose} />
                </main>
                <StatisticTable {key} opened={opened.clone()} is_wide={state.is_data_wide()} {chosen} />
            </div>
            {view_bar(state.view, host, words, dispatch)}
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
    html! { <main id="main" part="main" data-stage={state.stage_name()} tabindex="-1">{inner}</main> }
}

/// 存为单个文件: leaves the reports that are open as one file.
fn saving(host: &Host, state: &AppState, dispatch: &Callback<Action>) -> Callback<()> {
    let (host, state, dispatch) = (host.clone(), state.clone(), dispatch.clone());
    Callback::from(move |()| {
        let saving = one_file::save(host.clone(), state.clone());
        let dispatch = dispatch.clone();
        spawn_local(async move {
            if !saving.await {
                dispatch.emit(Action::NotSaved);
            }
        });
    })
}

/// Opens what the file that carries the viewer was saved with; tells whether there is any.
fn restore(host: &Host, dispatcher: &super::hooks::Dispatch) -> bool {
    let Some(restored) = one_file::restored(host) else { return false };
    let Some(shown) = restored.reports.get(restored.shown) else { return false };
    let shown = Opened::new(shown, i18n::messages(settings::language(host)));
    let (place, view) = (restored.place, restored.view);
    dispatcher.dispatch(Action::Restore { shelf: restored.reports, shown, place, view });
    true
}

/// Listens to drops, pastes and the address, and takes up what the reader did before the page was ready.
#[hook]
fn use_listening(
    host: &Host,
    on_open: Callback<Given>,
    dragging: UseStateSetter<bool>,
    dialog: NodeRef,
    dispatcher: super::hooks::Dispatch,
) {
    use_effect_with(host.clone(), move |host| {
        let on_drag = Callback::from(move |is_over| dragging.set(is_over));
        let listening = given::listen(host, on_open.clone(), on_drag);
        let is_restored = restore(host, &dispatcher);
        let visit = move |place| dispatcher.dispatch(Action::Visit(place));
        if !is_restored {
            visit(address::current(host));
        }
        let on_address = address::listen(host, Callback::from(visit));
        let open = {
            let on_open = on_open.clone();
            opening(move |files| on_open.emit(Given::Files(files)))
        };
        match host.take_over(&open) {
            Some(Early::Files(files)) => on_open.emit(Given::Files(files)),
            Some(Early::Sample(slug)) => {
                let at = SAMPLES.iter().position(|sample| sample.slug == slug);
                on_open.emit(at.map_or(Given::Nothing, Given::Sample));
            }
            Some(Early::Paste) => show_paste(&dialog),
            None => {}
        }
        move || drop((listening, on_address, open))
    });
}

/// Tells once that the reader is about to do something: the first press, key or drag.
#[hook]
fn use_signs(host: &Host, on_sign: Callback<()>) {
    use_effect_with(host.clone(), move |host| {
        let signs = given::listen_for_signs(host, on_sign);
        move || drop(signs)
    });
}

/// Tells the script that mounted the viewer what was opened, or why nothing was.
#[hook]
fn use_telling(host: &Host, state: &AppState) {
    use_effect_with(
        (host.clone(), state.opened().map(|opened| opened.analysis.clone())),
        |(host, shown)| {
            if let Some(shown) = shown {
                host.tell_ready(&shown.report);
            }
        },
    );
    use_effect_with((host.clone(), state.problem()), |(host, problem)| {
        if let Some(problem) = problem {
            let words = i18n::messages(settings::language(host));
            let explanation = (words.problem)(*problem);
            let message = format!("{}{}", explanation.what, explanation.next);
            host.tell_error(problem.code(), &message);
        }
    });
}

/// Has the text of the open report written in the script that the reader wants.
#[hook]
fn use_script(host: &Host, store: &UseReducerHandle<Store>) {
    let state = &store.0;
    let (opened, script) = (state.opened().cloned(), state.script);
    let as_it_is = opened.as_ref().map(|opened| (opened.identity(), opened.script()));
    let (host, dispatcher) = (host.clone(), store.dispatcher());
    use_effect_with((as_it_is, script), move |_| {
        let (Some(opened), Some(script)) = (opened, script) else { return };
        if opened.script() == Some(script) {
            return;
        }
        spawn_local(async move {
            let printed = &opened.analysis.report.text;
            // What is printed in traditional characters keeps those of its place.
            let is_printed_so =
                script == Script::Traditional && tongue::of(printed) == script.code();
            let written = match is_printed_so {
                true => Some(printed.clone()),
                false => host.rewrite(printed, script).await,
            };
            dispatcher.dispatch(match written {
                Some(text) => Action::Rewritten(opened.identity(), script, text.into()),
                None => Action::NotRewritten,
            });
        });
    });
}

/// Keeps title, address and scroll position with the state.
#[hook]
fn use_place(host: &Host, state: &AppState) {
    let (place, is_return) = (state.place, state.is_return);
    // The same report in another language is no other report.
    let shown = state.opened().map(|opened| opened.analysis.clone());
    let was_open = use_mut_ref(|| false);
    let is_comparing = state.view == View::Compare;
    let words = (is_comparing, state.language);
    use_effect_with(
        (host.clone(), shown.clone(), words),
        move |(host, shown, (is_comparing, language))| {
            let words = i18n::messages(*language);
            let report = shown.as_ref().map(|shown| &shown.report);
            host.set_title(match report {
                Some(_) if *is_comparing => words.compare.name,
                Some(report) => report.title.as_deref().unwrap_or(&report.source.name),
                None => words.name,
            });
        },
    );
    use_effect_with((host.clone(), shown), move |(host, shown)| {
        let was_open = was_open.replace(shown.is_some());
        if shown.is_none() && was_open {
            // The button that closed the last report is gone with it.
            host.focus_main();
            address::set(host, place);
        }
        if shown.is_some() {
            host.forget_selection();
            address::set(host, place);
            if place == Place::Start {
                host.show_start();
            }
        }
    });
    let is_open = state.opened().is_some();
    use_effect_with((host.clone(), state.moves, is_open), move |(host, moves, is_open)| {
        if *is_open && *moves > 0 {
            if !is_return {
                address::set(host, place);
            }
            host.go_to(place, is_return);
        }
    });
}
