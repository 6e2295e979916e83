//! The two contexts: where actions go, and the words on screen.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{Messages, ZH_HANS};
use crate::ui::state::{Action, AppState, update};

/// The state as Yew keeps it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct Store(pub(in crate::ui) AppState);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(update(&self.0, action)))
    }
}

/// Where actions go.
pub(in crate::ui) type Dispatch = UseReducerDispatcher<Store>;

/// The words on screen, compared by language.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Words(pub(in crate::ui) &'static Messages);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

/// Where actions go.
#[hook]
pub(in crate::ui) fn use_dispatch() -> Callback<Action> {
    let dispatch = use_context::<Dispatch>();
    Callback::from(move |action| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(action);
        }
    })
}

/// The words on screen.
#[hook]
pub(in crate::ui) fn use_words() -> &'static Messages {
    static FALLBACK: Messages = ZH_HANS;
    use_context::<Words>().map_or(&FALLBACK, |words| words.0)
}
