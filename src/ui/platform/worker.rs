//! The worker's side: bytes in, analyses out.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::reading::{self, File};
use crate::source::Encoding;

/// What a worker says once it can work.
pub(super) const READY: &str = "ready";

/// In a worker: takes up its work and says so. On a page: `false`.
pub(in crate::ui) fn serve_if_worker() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    let answer_on = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((run, encoding, files)) = job(&event.data()) {
            spawn_local(work(answer_on.clone(), run, encoding, files));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its listener.
    on_message.forget();
    scope.post_message(&READY.into()).is_ok()
}

/// `[run, encoding, name, bytes, name, bytes, …]`; the encoding by its place in the list, `null` to tell it by content.
fn job(message: &JsValue) -> Option<(JsValue, Option<Encoding>, Vec<File>)> {
    let message: &Array = message.dyn_ref()?;
    let mut parts = message.iter();
    let run = parts.next()?;
    // A small whole number.
    let encoding = parts.next()?.as_f64().and_then(|at| Encoding::ALL.get(at as usize).copied());
    let mut files = Vec::new();
    while let (Some(name), Some(bytes)) = (parts.next(), parts.next()) {
        let bytes: Uint8Array = bytes.dyn_into().ok()?;
        files.push((name.as_string().unwrap_or_default(), bytes.to_vec()));
    }
    Some((run, encoding, files))
}

/// Answers `[run, number of files done]` on the way and `[run, reads]` at the end.
async fn work(
    scope: DedicatedWorkerGlobalScope,
    run: JsValue,
    encoding: Option<Encoding>,
    files: Vec<File>,
) {
    // An answer that cannot be posted is missed by the page, which then says that the reading stopped.
    let post = |answer: &JsValue| drop(scope.post_message(&Array::of2(&run, answer)));
    let reads = reading::read(files, encoding, |done| {
        post(&u32::try_from(done).unwrap_or(u32::MAX).into());
    });
    let reads = reads.await.serialize(&serde_wasm_bindgen::Serializer::new());
    post(&reads.unwrap_or(JsValue::NULL));
}
