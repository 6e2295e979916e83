//! What is given to the clipboard.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, HtmlDocument};

const PLAIN: &str = "text/plain";
const HTML: &str = "text/html";

/// Copies words together with their form in HTML, and tells `then` whether that was done.
pub(in crate::ui) fn copy(plain: String, html: String, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        // Refused, or not there: the older way needs no leave, only that the reader has just pressed something.
        let is_done = write(&plain, &html).await.is_some() || copy_by_command(plain, html);
        then(is_done);
    });
}

/// The present way; `None` where the browser has it not or refuses.
async fn write(plain: &str, html: &str) -> Option<()> {
    let has = |object: &JsValue, name: &str| {
        Reflect::get(object, &name.into()).is_ok_and(|it| !it.is_undefined())
    };
    let navigator = window().navigator();
    if !has(&navigator, "clipboard") || !has(&window(), "ClipboardItem") {
        return None;
    }
    let item = Object::new();
    for (kind, words) in [(PLAIN, plain), (HTML, html)] {
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

fn copy_by_command(plain: String, html: String) -> bool {
    let options = EventListenerOptions::run_in_capture_phase();
    let options = EventListenerOptions { passive: false, ..options };
    let listening = EventListener::new_with_options(&document(), "copy", options, move |event| {
        let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(transfer) = transfer {
            let _ = transfer.set_data(PLAIN, &plain);
            let _ = transfer.set_data(HTML, &html);
            event.prevent_default();
        }
    });
    let document = document().dyn_into::<HtmlDocument>();
    let is_done = document.is_ok_and(|document| document.exec_command("copy") == Ok(true));
    drop(listening);
    is_done
}
