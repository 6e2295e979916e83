//! What the page and the program that analyzes say to each other.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
#[cfg(feature = "engine")]
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

use crate::i18n::Problem;
use crate::report::Analysis;
use crate::source::Encoding;

/// What a worker says once it can work; `web/programs.js` says it.
#[cfg(feature = "ui")]
pub(super) const READY: &str = "ready";

/// A file to read.
pub(in crate::ui) type File = (String, Vec<u8>);

/// A document that was read, or could not be.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::ui) struct Read {
    /// Its name.
    pub(in crate::ui) name: String,
    /// The analysis, or why there is none.
    pub(in crate::ui) result: Result<Analysis, Problem>,
}

/// Files to read, with the number of the reading and the encoding that the reader chose.
pub(super) struct Job {
    /// Not for the analysis: whoever calls it knows.
    #[cfg(feature = "ui")]
    pub(super) run: u32,
    pub(super) encoding: Option<Encoding>,
    pub(super) files: Vec<File>,
}

impl Job {
    /// `[run, encoding, name, bytes, name, bytes, …]`, the encoding by its place in the list or `null`; and the buffers
    /// of the bytes, which can be moved rather than copied.
    #[cfg(feature = "ui")]
    pub(super) fn to_message(&self) -> (Array, Array) {
        let at = self.encoding.and_then(|it| Encoding::ALL.iter().position(|all| *all == it));
        let at = at.and_then(|at| u32::try_from(at).ok()).map_or(JsValue::NULL, JsValue::from);
        let (message, buffers) = (Array::of2(&self.run.into(), &at), Array::new());
        for (name, bytes) in &self.files {
            let bytes = Uint8Array::from(bytes.as_slice());
            buffers.push(&bytes.buffer());
            message.push(&name.as_str().into());
            message.push(&bytes);
        }
        (message, buffers)
    }

    /// The way back.
    #[cfg(feature = "engine")]
    pub(super) fn from_message(message: &JsValue) -> Option<Self> {
        let message: &Array = message.dyn_ref()?;
        let mut parts = message.iter();
        let _run = parts.next()?;
        // A small whole number.
        let encoding =
            parts.next()?.as_f64().and_then(|at| Encoding::ALL.get(at as usize).copied());
        let mut files = Vec::new();
        while let (Some(name), Some(bytes)) = (parts.next(), parts.next()) {
            let bytes: Uint8Array = bytes.dyn_into().ok()?;
            files.push((name.as_string().unwrap_or_default(), bytes.to_vec()));
        }
        Some(Self { encoding, files })
    }
}
