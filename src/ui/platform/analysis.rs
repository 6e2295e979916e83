//! The program that analyzes: files in, analyses out, in a worker or in the page itself.

use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::message::{Job, Read};
use super::reading;
use crate::i18n::Problem;

/// Reads the files of a job; `on_progress` is told how many are done, `read` reads documents.
///
/// # Errors
/// When the job is none, or the others are no functions.
pub(in crate::ui) async fn analyze(
    job: JsValue,
    on_progress: JsValue,
    read: JsValue,
) -> Result<JsValue, JsValue> {
    let (on_progress, read): (Function, Function) = (on_progress.dyn_into()?, read.dyn_into()?);
    let job = Job::from_message(&job).ok_or(JsValue::NULL)?;
    let tell = |done: usize| {
        let done = u32::try_from(done).unwrap_or(u32::MAX);
        drop(on_progress.call1(&JsValue::NULL, &done.into()));
    };
    let reads = reading::read(job.files, job.encoding, &read, tell).await;
    Ok(reads.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::NULL))
}

/// The first report in a file, as the JSON that other programs receive; the code of the problem where there is none.
pub(in crate::ui) async fn report(
    name: String,
    bytes: Vec<u8>,
    read: JsValue,
) -> Result<JsValue, JsValue> {
    let read: Function = read.dyn_into()?;
    let reads = reading::read(vec![(name, bytes)], None, &read, |_| {}).await;
    let mut problem = Problem::Stopped;
    for Read { result, .. } in reads {
        match result {
            Ok(analysis) => {
                let serializer = serde_wasm_bindgen::Serializer::json_compatible();
                return analysis.report.serialize(&serializer).map_err(JsValue::from);
            }
            Err(found) => problem = found,
        }
    }
    Err(problem.code().into())
}
