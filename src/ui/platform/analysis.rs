//! The program that analyzes: files in, analyses out, in a worker or in the page itself.

use js_sys::{Array, Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{future_to_promise, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::message::{self, Job, READY};
use super::reading;
use crate::comparison::{RunningText, passages};

/// Where the page's scripts find the analysis.
const NAME: &str = "fajianAnalyze";

/// Takes up its work: in a worker by messages, in a page by a function for the scripts that loaded this program.
pub(in crate::ui) fn serve_analysis() {
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => serve_worker(&scope),
        Err(_) => serve_page(),
    }
}

fn serve_worker(scope: &DedicatedWorkerGlobalScope) {
    let answer_on = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((id, texts)) = message::comparison_from(&event.data()) {
            return drop(answer_on.post_message(&message::compared(id, &compare(&texts))));
        }
        let Some(job) = Job::from_message(&event.data()) else { return };
        let (scope, run) = (answer_on.clone(), job.run);
        spawn_local(async move {
            // An answer that cannot be posted is missed by the page, which then says that the reading stopped.
            let post =
                |answer: &JsValue| drop(scope.post_message(&Array::of2(&run.into(), answer)));
            let reads = work(job, |done| post(&done)).await;
            post(&reads);
        });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its listener.
    on_message.forget();
    drop(scope.post_message(&READY.into()));
}

/// Leaves a function `(message, onProgress) → Promise of reads`, or of what a comparison found.
fn serve_page() {
    let analyze = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(
        |message: JsValue, on_progress: JsValue| {
            let on_progress = on_progress.dyn_into::<Function>().ok();
            future_to_promise(async move {
                if let Some((_, texts)) = message::comparison_from(&message) {
                    return Ok(compare(&texts));
                }
                let job = Job::from_message(&message).ok_or(JsValue::NULL)?;
                let tell = |done: JsValue| {
                    if let Some(on_progress) = &on_progress {
                        drop(on_progress.call1(&JsValue::NULL, &done));
                    }
                };
                Ok(work(job, tell).await)
            })
        },
    );
    // Where nothing can be set, the page finds no analysis and says so.
    drop(Reflect::set(&js_sys::global(), &NAME.into(), analyze.as_ref()));
    // It lives as long as the program.
    analyze.forget();
}

/// The reads of a job; how many files are done is told on the way.
async fn work(job: Job, on_progress: impl Fn(JsValue)) -> JsValue {
    let number = |number: usize| JsValue::from(u32::try_from(number).unwrap_or(u32::MAX));
    let tell = |done, count| on_progress(Array::of2(&number(done), &number(count)).into());
    let reads = reading::read(job.files, job.encoding, tell).await;
    reads.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::NULL)
}

/// What two running texts have to do with each other.
fn compare([earlier, later]: &[RunningText; 2]) -> JsValue {
    let found = passages(earlier, later);
    found.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::NULL)
}
