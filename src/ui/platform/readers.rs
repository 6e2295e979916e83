//! The readers of documents, in a program of their own: what they give to the page.

use wasm_bindgen::JsValue;

use super::decode::BrowserDecode;
use super::packed::pack;
use crate::source;

/// The documents in a file, as packed [`source::Readouts`].
pub(in crate::ui) fn read_documents(name: &str, bytes: &[u8]) -> JsValue {
    pack(&source::read_all(bytes, name, &BrowserDecode)).into()
}
