//! The state as Yew keeps it, and the context that all components share.

use std::rc::Rc;

use yew::prelude::*;

use super::use_opener::Asked;
use crate::i18n::{self, Language, Messages};
use crate::source::Encoding;
use crate::ui::platform::Host;
use crate::ui::state::{Action, AppState, Shelved, update};

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

/// The page's one context: where actions go, and the words on screen. Only the words change while the page is open.
#[derive(Clone)]
pub(in crate::ui) struct Shared {
    /// Where actions go.
    pub(in crate::ui) dispatch: Callback<Action>,
    /// Reads a text again in an encoding that the reader chose.
    pub(in crate::ui) read_again: Callback<(Shelved, Encoding)>,
    /// Compares two reports passage by passage; asked nothing, gives up the comparison under way.
    pub(in crate::ui) compare: Callback<Option<Asked>>,
    /// The words on screen.
    pub(in crate::ui) words: &'static Messages,
    /// What the viewer lives in.
    pub(in crate::ui) host: Host,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.words.code == other.words.code
    }
}

/// Where actions go.
#[hook]
pub(in crate::ui) fn use_dispatch() -> Callback<Action> {
    use_context::<Shared>().map_or_else(Callback::noop, |shared| shared.dispatch)
}

/// Reads a text again in an encoding that the reader chose.
#[hook]
pub(in crate::ui) fn use_read_again() -> Callback<(Shelved, Encoding)> {
    use_context::<Shared>().map_or_else(Callback::noop, |shared| shared.read_again)
}

/// Compares two reports passage by passage; asked nothing, gives up the comparison under way.
#[hook]
pub(in crate::ui) fn use_compare() -> Callback<Option<Asked>> {
    use_context::<Shared>().map_or_else(Callback::noop, |shared| shared.compare)
}

/// What the viewer lives in.
#[hook]
pub(in crate::ui) fn use_host() -> Host {
    use_context::<Shared>().expect("all components stand in the context of the page").host
}

/// The words on screen.
#[hook]
pub(in crate::ui) fn use_words() -> &'static Messages {
    use_context::<Shared>()
        .map_or_else(|| i18n::messages(Language::default()), |shared| shared.words)
}
