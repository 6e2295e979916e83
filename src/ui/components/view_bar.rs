//! The bar at the bottom of a narrow screen: one view at a time.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::ui::platform::Host;
use crate::ui::state::{Action, View};

/// The bar. Each view is found again where it was left.
pub(in crate::ui) fn view_bar(
    current: View,
    host: &Host,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Html {
    let button = |(view, name): (View, &&'static str)| {
        let (dispatch, host) = (dispatch.clone(), host.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            host.change_view(current.name(), view.name());
            dispatch.emit(Action::Show(view));
        });
        let is_current = (view == current).then_some("page");
        html! {
            <button type="button" class="view-bar-button" data-show={view.name()} aria-current={is_current} {onclick}>
                {*name}
            </button>
        }
    };
    html! {
        <nav class="view-bar" part="view-bar" aria-label={words.views.join(words.separator)}>
            {for View::ALL.into_iter().zip(words.views.iter()).map(button)}
        </nav>
    }
}
