//! What the page and the program that analyzes say to each other.

use js_sys::{Array, Uint8Array, Uint32Array};
use serde::{Deserialize, Serialize};
#[cfg(feature = "engine")]
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

use crate::comparison::RunningText;
use crate::i18n::Problem;
use crate::report::Analysis;
use crate::source::Encoding;
#[cfg(feature = "engine")]
use crate::text::Span;
#[cfg(feature = "engine")]
use crate::ui::samples;

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
    /// The file name of a sample, whose bytes whoever reads it has.
    #[cfg(feature = "ui")]
    pub(super) sample: Option<&'static str>,
}

impl Job {
    /// `[run, encoding, name, bytes, name, bytes, …]`, the encoding by its place in the list or `null`, `null` also for
    /// the bytes of a sample; and the buffers of the bytes, which can be moved rather than copied.
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
        if let Some(sample) = self.sample {
            message.push(&sample.into());
            message.push(&JsValue::NULL);
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
            let name = name.as_string().unwrap_or_default();
            let bytes = match bytes.dyn_ref::<Uint8Array>() {
                Some(bytes) => bytes.to_vec(),
                None => samples::words(&name)?.into(),
            };
            files.push((name, bytes));
        }
        Some(Self { encoding, files })
    }
}

/// How a message about a comparison begins, and the answer to it; one about files begins with a number.
const COMPARE: &str = "compare ";

/// `["compare ID", text, stretches, text, stretches]`, each stretch as start, end and whether it stands in a plan.
#[cfg(feature = "ui")]
pub(super) fn comparison(id: u32, texts: [&RunningText; 2]) -> Array {
    let message = Array::of1(&format!("{COMPARE}{id}").into());
    for running in texts {
        let offset = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let numbers: Vec<u32> = running
            .stretches
            .iter()
            .flat_map(|(span, is_plan)| [offset(span.start), offset(span.end), (*is_plan).into()])
            .collect();
        message.push(&running.text.as_str().into());
        message.push(&Uint32Array::from(numbers.as_slice()));
    }
    message
}

/// The way back.
#[cfg(feature = "engine")]
pub(super) fn comparison_from(message: &JsValue) -> Option<[RunningText; 2]> {
    let mut parts = message.dyn_ref::<Array>()?.iter();
    parts.next().filter(|first| first.as_string().is_some_and(|head| head.starts_with(COMPARE)))?;
    let mut running = || {
        let text = parts.next()?.as_string()?;
        let numbers = parts.next()?.dyn_into::<Uint32Array>().ok()?.to_vec();
        let (chunks, _) = numbers.as_chunks::<3>();
        let stretch = |[start, end, is_plan]: &[u32; 3]| {
            (Span::new(*start as usize, *end as usize), *is_plan == 1)
        };
        Some(RunningText { text, stretches: chunks.iter().map(stretch).collect() })
    };
    Some([running()?, running()?])
}

/// The number of the comparison that a message answers, `["compare ID", passages]`, and what was found.
#[cfg(feature = "ui")]
pub(super) fn compared_from(message: &Array) -> Option<(u32, JsValue)> {
    let id = message.get(0).as_string()?.strip_prefix(COMPARE)?.parse().ok()?;
    Some((id, message.get(1)))
}
