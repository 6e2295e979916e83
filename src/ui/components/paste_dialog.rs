//! 粘贴: a field for those who look for one.

use yew::prelude::*;

use crate::ui::hooks::use_words;
use crate::ui::pasted;
use crate::ui::platform::given::{self, Given};

/// What the reader can do here.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct PasteDialogProps {
    /// The dialog's element, for whoever opens it.
    pub(in crate::ui) node: NodeRef,
    /// Opens what was pasted.
    pub(in crate::ui) on_open: Callback<Given>,
}

/// The dialog. A field only keeps plain text; the HTML that came with it is kept beside and read instead, as long as
/// the reader does not change the text.
#[component(PasteDialog)]
pub(in crate::ui) fn paste_dialog(props: &PasteDialogProps) -> Html {
    let words = use_words();
    let field = use_node_ref();
    let rich = use_mut_ref(|| None::<(String, String)>);
    let close = {
        let node = props.node.clone();
        Callback::from(move |_: MouseEvent| shut(&node))
    };
    let onpaste = {
        let rich = rich.clone();
        Callback::from(move |event: Event| *rich.borrow_mut() = given::flavors(&event))
    };
    let onsubmit = {
        let (node, field, on_open) = (props.node.clone(), field.clone(), props.on_open.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() else { return };
            let plain = field.value();
            let html = rich.borrow_mut().take().filter(|(_, text)| is_same(text, &plain));
            let html = html.map(|(html, _)| html).unwrap_or_default();
            field.set_value("");
            shut(&node);
            let chosen = pasted::choose(&html, &plain);
            on_open.emit(chosen.map_or(Given::Nothing, |words| Given::Words(words.to_owned())));
        })
    };
    html! {
        <dialog class="paste" ref={props.node.clone()} aria-labelledby="paste-name">
            <form method="dialog" {onsubmit}>
                <h2 class="paste-name" id="paste-name">{words.paste_title}</h2>
                <label for="paste-text">{words.paste_label}</label>
                <textarea id="paste-text" rows="10" ref={field} {onpaste} />
                <div class="paste-actions">
                    <button type="submit" class="button is-primary" id="paste-submit">{words.paste_submit}</button>
                    <button type="button" class="button" onclick={close}>{words.close}</button>
                </div>
            </form>
        </dialog>
    }
}

/// Opens the dialog.
pub(in crate::ui) fn show(node: &NodeRef) {
    if let Some(dialog) = node.cast::<web_sys::HtmlDialogElement>().filter(|it| !it.open()) {
        let _ = dialog.show_modal();
    }
}

fn shut(node: &NodeRef) {
    if let Some(dialog) = node.cast::<web_sys::HtmlDialogElement>() {
        dialog.close();
    }
}

/// Fields change line ends; nothing else may differ.
fn is_same(pasted: &str, field: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<String>();
    words(pasted) == words(field)
}
