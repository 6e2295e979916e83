//! The readers of documents, in a program of their own: what they give to the page.

use js_sys::Reflect;
use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::decode::BrowserDecode;
use crate::source;

/// Where the page's scripts find the reader.
const NAME: &str = "fajianRead";

/// Leaves a function `(name, bytes) → Readouts` for the scripts that loaded this program.
pub(in crate::ui) fn serve_documents() {
    let read =
        Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(|name: JsValue, bytes: JsValue| {
            let Ok(bytes) = bytes.dyn_into::<Uint8Array>() else { return JsValue::NULL };
            let name = name.as_string().unwrap_or_default();
            let readouts = source::read_all(&bytes.to_vec(), &name, &BrowserDecode);
            readouts.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::NULL)
        });
    // Where nothing can be set, the page finds no reader and says so.
    let _ = Reflect::set(&js_sys::global(), &NAME.into(), read.as_ref());
    // It lives as long as the program.
    read.forget();
}
