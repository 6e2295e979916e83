//! The readers of documents, in a program of their own: what they give to the page.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::decode::BrowserDecode;
use crate::source;

/// The documents in a file, as [`source::Readouts`].
pub(in crate::ui) fn read_documents(name: &str, bytes: &[u8]) -> JsValue {
    let readouts = source::read_all(bytes, name, &BrowserDecode);
    readouts.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::NULL)
}
