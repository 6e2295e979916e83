//! Bytes → reports, here or in a worker: what needs a reader of documents is handed to theirs.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::decode::BrowserDecode;
use super::message::{File, Read};
use super::packed::unpack;
use crate::i18n::Problem;
use crate::report::{analyze, analyze_source};
use crate::source::{self, Encoding, Loss, LossKind, LossPlace, Readouts, SourceError};

/// Reads files, in the encoding that the reader chose if there is one; `readers` reads documents.
pub(super) async fn read(
    files: Vec<File>,
    encoding: Option<Encoding>,
    readers: &Function,
    on_progress: impl Fn(usize, usize),
) -> Vec<Read> {
    match encoding {
        Some(encoding) => {
            files.into_iter().map(|(name, bytes)| read_as(name, &bytes, encoding)).collect()
        }
        None => read_all(files, readers, on_progress).await,
    }
}

/// Reads a text in an encoding that the reader chose.
fn read_as(name: String, bytes: &[u8], encoding: Encoding) -> Read {
    let source = source::read_as(bytes, encoding, &BrowserDecode);
    let result = source.map(|source| analyze_source(source, &name, bytes.len()));
    Read { name, result: result.map_err(Problem::Source) }
}

/// Reads files in order; `on_progress` is told how many documents are done, and of how many.
async fn read_all(
    files: Vec<File>,
    readers: &Function,
    on_progress: impl Fn(usize, usize),
) -> Vec<Read> {
    let mut reads = Vec::with_capacity(files.len());
    // A packed file turns out to be several documents.
    let mut count = files.len();
    for (name, bytes) in files {
        let done = reads.len();
        if done > 0 {
            on_progress(done, count);
        }
        if !source::needs_formats(&bytes) {
            let result = analyze(&bytes, &name, &BrowserDecode).map_err(Problem::Source);
            reads.push(Read { name, result });
            continue;
        }
        match read_document(readers, &name, &bytes).await {
            Ok(readouts) => {
                count = (count + readouts.documents.len() + readouts.losses.len()).max(1) - 1;
                for (at, document) in readouts.documents.into_iter().enumerate() {
                    if count > 1 {
                        on_progress(done + at, count);
                    }
                    let (name, bytes) = (document.name, document.bytes);
                    let result = document.result.map(|source| analyze_source(source, &name, bytes));
                    reads.push(Read { name, result: result.map_err(Problem::Source) });
                }
                reads.extend(readouts.losses.into_iter().map(|loss| left_out(&name, loss)));
            }
            Err(problem) => reads.push(Read { name, result: Err(problem) }),
        }
    }
    reads
}

/// What a packed folder holds and gave no document.
fn left_out(folder: &str, loss: Loss) -> Read {
    let name = match loss.place {
        LossPlace::Part(name) => format!("{folder}/{name}"),
        LossPlace::Document | LossPlace::Page(_) => folder.to_owned(),
    };
    let error = match loss.kind {
        LossKind::LockedPart => SourceError::Locked,
        LossKind::BeyondLimit => SourceError::TooMuch,
        LossKind::DamagedPart => SourceError::Damaged,
        _ => SourceError::NotText,
    };
    Read { name, result: Err(Problem::Source(error)) }
}

/// What the readers of documents make of a file.
async fn read_document(readers: &Function, name: &str, bytes: &[u8]) -> Result<Readouts, Problem> {
    let bytes = Uint8Array::from(bytes);
    let promise = readers
        .call2(&JsValue::NULL, &name.into(), &bytes)
        .ok()
        .and_then(|promise| promise.dyn_into::<Promise>().ok())
        .ok_or(Problem::NoReaders)?;
    let readouts = JsFuture::from(promise).await.map_err(|_| Problem::NoReaders)?;
    unpack(&readouts).ok_or(Problem::Stopped)
}
