//! What one program hands to another: values as bytes, which only the same build of the other reads.
//!
//! Objects of JavaScript would cost every program names and a lookup for each field, and the browser a copy of each.

#[cfg(any(feature = "engine", feature = "readers", feature = "ui"))]
use js_sys::Uint8Array;
#[cfg(any(feature = "engine", feature = "readers", feature = "ui"))]
use serde::Serialize;
#[cfg(any(feature = "engine", feature = "exporter", feature = "ui"))]
use serde::de::DeserializeOwned;
#[cfg(any(feature = "engine", feature = "ui"))]
use wasm_bindgen::{JsCast, JsValue};

/// The value as bytes.
#[cfg(any(feature = "engine", feature = "readers", feature = "ui"))]
pub(super) fn pack(value: &impl Serialize) -> Uint8Array {
    // Memory takes all that is written, and no value here is of a kind that cannot be.
    Uint8Array::from(postcard::to_allocvec(value).unwrap_or_default().as_slice())
}

/// The value in bytes; `None` when they are none, or of something else.
#[cfg(any(feature = "engine", feature = "ui"))]
pub(super) fn unpack<T: DeserializeOwned>(packed: &JsValue) -> Option<T> {
    unpack_bytes(&packed.dyn_ref::<Uint8Array>()?.to_vec())
}

/// The same of bytes at hand.
#[cfg(any(feature = "engine", feature = "exporter", feature = "ui"))]
pub(super) fn unpack_bytes<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    postcard::from_bytes(packed).ok()
}
