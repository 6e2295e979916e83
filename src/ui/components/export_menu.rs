//! 导出: a menu of what the open reports can be saved as.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::export::{self, Format};
use crate::i18n::Explanation;
use crate::ui::hooks::use_words;
use crate::ui::platform::menu::{self, Step};
use crate::ui::platform::save::{self, Trouble};
use crate::ui::platform::{page, print};
use crate::ui::state::{Opened, Shelved};

/// What can be saved.
#[derive(PartialEq, Properties)]
pub(super) struct ExportMenuProps {
    /// The open report.
    pub(super) opened: Opened,
    /// All reports that are open.
    pub(super) shelf: Vec<Shelved>,
}

/// How far a file is.
#[derive(Clone, Debug, Default, PartialEq)]
enum Progress {
    #[default]
    Idle,
    /// It is being made.
    Working,
    /// It was handed over under this name.
    Saved(String),
    /// There is none.
    Failed(Trouble),
}

/// The button with its menu. Arrow keys walk in it, Escape closes it and goes back to the button.
#[component(ExportMenu)]
pub(super) fn export_menu(props: &ExportMenuProps) -> Html {
    let all_words = use_words();
    let words = &all_words.export;
    let is_open = use_state_eq(|| false);
    let is_all = use_state_eq(|| false);
    let progress = use_state_eq(Progress::default);
    let root = use_node_ref();
    use_effect_with((*is_open, root.clone()), |(is_open, root)| {
        if let Some(root) = root.cast::<web_sys::Element>().filter(|_| *is_open) {
            menu::focus(&root, Step::First);
        }
    });
    let close = {
        let is_open = is_open.setter();
        Callback::from(move |()| {
            is_open.set(false);
            page::focus("#export-button");
        })
    };
    let toggle = {
        let (is_open, progress) = (is_open.clone(), progress.setter());
        Callback::from(move |_: MouseEvent| {
            progress.set(Progress::Idle);
            is_open.set(!*is_open);
        })
    };
    let onkeydown = keys(&root, &is_open, &close);
    let onfocusout = {
        let is_open = is_open.setter();
        Callback::from(move |event: FocusEvent| {
            if !page::stays_within(&event, ".export") {
                is_open.set(false);
            }
        })
    };
    let save = |(format, name): (Format, &'static str)| {
        let reports = match *is_all && props.shelf.len() > 1 {
            true => props.shelf.clone(),
            false => vec![props.opened.analysis.clone()],
        };
        let (progress, close) = (progress.clone(), close.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if *progress == Progress::Working {
                return;
            }
            progress.set(Progress::Working);
            let (reports, progress, close) = (reports.clone(), progress.setter(), close.clone());
            spawn_local(async move {
                let named: Vec<_> = reports.iter().map(|shelved| &shelved.report).collect();
                let name = export::file_name(&named, "", format.ending());
                progress.set(match save::reports(format, &reports, all_words, &name).await {
                    Ok(()) => {
                        close.emit(());
                        Progress::Saved(name)
                    }
                    Err(trouble) => Progress::Failed(trouble),
                });
            });
        });
        item(format.ending(), name, onclick)
    };
    let on_print = {
        let close = close.clone();
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            print::print();
        })
    };
    let scope = |(value, name): (bool, String)| {
        let setter = is_all.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(value));
        html! {
            <button type="button" class="export-item" role="menuitemradio" tabindex="-1"
                aria-checked={(*is_all == value).to_string()} data-scope={if value { "all" } else { "one" }} {onclick}>
                {name}
            </button>
        }
    };
    // The focus stays in the menu while it is pressed, in browsers that give none to buttons.
    let keep = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="export" ref={root} {onkeydown} {onfocusout}>
            <button type="button" class="button" id="export-button" aria-haspopup="menu"
                aria-expanded={is_open.to_string()} aria-controls={is_open.then_some("export-menu")} onclick={toggle}>
                {words.name}
            </button>
            if *is_open {
                <div class="export-panel" onmousedown={keep}>
                    <div role="menu" id="export-menu" aria-labelledby="export-button"
                        aria-busy={(*progress == Progress::Working).to_string()}>
                        if props.shelf.len() > 1 {
                            <div class="export-scope" role="group" aria-label={words.scope}>
                                {scope((false, words.this_report.to_owned()))}
                                {scope((true, (words.all_reports)(props.shelf.len())))}
                            </div>
                        }
                        {for Format::ALL.into_iter().zip(words.formats).map(save)}
                        {item("print", words.print, on_print)}
                    </div>
                    if let Progress::Failed(trouble) = &*progress {
                        {failure(match trouble {
                            Trouble::NotLoaded => words.not_loaded,
                            Trouble::NotMade => words.not_made,
                        })}
                    }
                </div>
            }
            <span class="visually-hidden" role="status" id="export-status">
                {match &*progress {
                    Progress::Working => words.working.to_owned(),
                    Progress::Saved(name) => (words.saved)(name),
                    Progress::Idle | Progress::Failed(_) => String::new(),
                }}
            </span>
        </div>
    }
}

/// An entry of the menu.
fn item(slug: &'static str, name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="export-item" role="menuitem" tabindex="-1" data-export={slug} {onclick}>
            {name}
        </button>
    }
}

fn failure(explanation: Explanation) -> Html {
    html! { <p class="export-failure" role="alert">{explanation.what}{explanation.next}</p> }
}

/// The keys of the menu and of its button.
fn keys(
    root: &NodeRef,
    is_open: &UseStateHandle<bool>,
    close: &Callback<()>,
) -> Callback<KeyboardEvent> {
    let (root, is_open, close) = (root.clone(), is_open.clone(), close.clone());
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => Step::Next,
            "ArrowUp" => Step::Back,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" if *is_open => {
                event.prevent_default();
                return close.emit(());
            }
            _ => return,
        };
        if *is_open {
            event.prevent_default();
            if let Some(root) = root.cast::<web_sys::Element>() {
                menu::focus(&root, step);
            }
        } else if step == Step::Next {
            event.prevent_default();
            is_open.set(true);
        }
    })
}
