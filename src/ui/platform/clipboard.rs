//! The clipboard, as far as browsers let a page write to it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, HtmlDocument, HtmlElement,
    HtmlTextAreaElement,
};

const PLAIN: &str = "text/plain";
const HTML: &str = "text/html";

/// Puts `text` on the clipboard; whether that was possible.
pub(in crate::ui) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    if has(&navigator, "clipboard")
        && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_selected(text, None).unwrap_or(false)
}

/// Puts words on the clipboard together with their form in HTML; whether that was possible.
pub(in crate::ui) async fn copy_both(text: String, html: String) -> bool {
    write_both(&text, &html).await.is_some() || copy_selected(&text, Some(html)).unwrap_or(false)
}

/// Whether the browser has something. Absent where the page is not served safely, though the binding does not say so.
fn has(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|it| it.is_object() || it.is_function())
}

/// The present way; `None` where the browser has it not or refuses.
async fn write_both(text: &str, html: &str) -> Option<()> {
    let navigator = window().navigator();
    if !has(&navigator, "clipboard") || !has(&window(), "ClipboardItem") {
        return None;
    }
    let item = Object::new();
    for (kind, words) in [(PLAIN, text), (HTML, html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&words.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Reflect::set(&item, &kind.into(), &blob).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
    let written = navigator.clipboard().write(&Array::of1(&item));
    JsFuture::from(written).await.ok().map(|_| ())
}

/// The old way: select the words in a field and let the browser copy what is selected.
fn copy_selected(text: &str, html: Option<String>) -> Option<bool> {
    let document = document();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    let before = document.active_element();
    field.set_value(text);
    field.set_class_name("visually-hidden");
    document.body()?.append_child(&field).ok()?;
    let _ = field.focus();
    field.select();
    let _adding = html.map(|html| add_html(text.to_owned(), html));
    let document: HtmlDocument = document.dyn_into().ok()?;
    let is_copied = document.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(before) = before.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(is_copied)
}

/// Gives what is copied its form in HTML too, until dropped.
fn add_html(text: String, html: String) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "copy", options, move |event| {
        let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(transfer) = transfer {
            let _ = transfer.set_data(PLAIN, &text);
            let _ = transfer.set_data(HTML, &html);
            event.prevent_default();
        }
    })
}
