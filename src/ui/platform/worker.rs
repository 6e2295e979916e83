//! The worker's side: bytes in, analysis out.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::decode::BrowserDecode;
use crate::report::Analysis;
use crate::source::SourceError;

/// What a worker says once it can work.
pub(super) const READY: &str = "ready";

/// In a worker: takes up its work and says so. On a page: `false`.
pub(in crate::ui) fn serve_if_worker() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    let answer_on = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(answer) = answer(&event.data()) else { return };
        // An answer that cannot be posted is missed by the page, which then says that the reading stopped.
        let _ = answer_on.post_message(&answer);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its listener.
    on_message.forget();
    scope.post_message(&READY.into()).is_ok()
}

/// `[run, name, bytes]` → `[run, result]`.
fn answer(message: &JsValue) -> Option<Array> {
    let message: &Array = message.dyn_ref()?;
    let bytes: Uint8Array = message.get(2).dyn_into().ok()?;
    let name = message.get(1).as_string().unwrap_or_default();
    let result = analyze(&bytes.to_vec(), &name);
    let serializer = serde_wasm_bindgen::Serializer::new();
    let result = result.serialize(&serializer).unwrap_or(JsValue::NULL);
    Some(Array::of2(&message.get(0), &result))
}

/// The analysis with the browser's decoders, here or in a worker.
pub(super) fn analyze(bytes: &[u8], name: &str) -> Result<Analysis, SourceError> {
    crate::analyze(bytes, name, &BrowserDecode)
}
