//! The program that analyzes: files in, analyses out, in a worker or in the page itself.

use js_sys::{Array, Function};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::decode::BrowserDecode;
use super::message::{Job, Read, comparison_from};
use super::packed::{pack, unpack_bytes};
use super::reading;
use crate::Report;
use crate::comparison::{RunningText, passages};
use crate::i18n::Problem;
use crate::ui::samples;

/// Reads the files of a job, or compares two texts; `on_progress` is told how many documents are done and of how many,
/// `read` reads documents.
///
/// # Errors
/// When the job is none, or the others are no functions.
pub(in crate::ui) async fn analyze(
    job: JsValue,
    on_progress: JsValue,
    read: JsValue,
) -> Result<JsValue, JsValue> {
    if let Some(texts) = comparison_from(&job) {
        return Ok(compare(&texts));
    }
    let (on_progress, read): (Function, Function) = (on_progress.dyn_into()?, read.dyn_into()?);
    let job = Job::from_message(&job).ok_or(JsValue::NULL)?;
    let number = |number: usize| JsValue::from(u32::try_from(number).unwrap_or(u32::MAX));
    let tell = |done, count| {
        let told = Array::of2(&number(done), &number(count));
        drop(on_progress.call1(&JsValue::NULL, &told));
    };
    let reads = reading::read(job.files, job.encoding, &read, tell).await;
    Ok(pack(&reads).into())
}

/// Reads a sample for nothing.
pub(in crate::ui) fn warm() {
    let words = samples::words("dense.txt").unwrap_or_default();
    drop(crate::analyze(words.as_bytes(), "", &BrowserDecode));
}

/// The first report in a file, as the JSON that other programs receive; the code of the problem where there is none.
pub(in crate::ui) async fn report(
    name: String,
    bytes: Vec<u8>,
    read: JsValue,
) -> Result<JsValue, JsValue> {
    let read: Function = read.dyn_into()?;
    let reads = reading::read(vec![(name, bytes)], None, &read, |_, _| {}).await;
    let mut problem = Problem::Stopped;
    for Read { result, .. } in reads {
        match result {
            Ok(analysis) => {
                return open(&analysis.report);
            }
            Err(found) => problem = found,
        }
    }
    Err(problem.code().into())
}

/// A report that one of the programs packed, as [`report`] gives it.
///
/// # Errors
/// When the bytes are none.
pub(in crate::ui) fn open_report(packed: &[u8]) -> Result<JsValue, JsValue> {
    open(&unpack_bytes(packed).ok_or(JsValue::NULL)?)
}

fn open(report: &Report) -> Result<JsValue, JsValue> {
    report.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// What two running texts have to do with each other.
fn compare([earlier, later]: &[RunningText; 2]) -> JsValue {
    pack(&passages(earlier, later)).into()
}
