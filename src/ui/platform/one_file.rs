//! 存为单个文件: the viewer, the open reports and where the reader is, in one file that opens as it was left.

use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::host::Host;
use super::packed::{pack, unpack};
use crate::report::Analysis;
use crate::ui::address::Place;
use crate::ui::state::{AppState, Shelved, View};

/// What is written; a file of another version is not read.
const VERSION: u8 = 2;

/// Characters that some system does not take in the name of a file.
const NOT_IN_NAMES: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

#[derive(Serialize)]
struct Saving<'a> {
    version: u8,
    place: String,
    view: &'static str,
    shown: usize,
    reports: Vec<&'a Analysis>,
    texts: Vec<Option<&'a [u8]>>,
}

#[derive(Deserialize)]
struct Saved {
    version: u8,
    place: String,
    view: String,
    shown: usize,
    reports: Vec<Analysis>,
    texts: Vec<Option<Vec<u8>>>,
}

/// What a file was saved with.
pub(in crate::ui) struct Restored {
    /// The reports.
    pub(in crate::ui) reports: Vec<Shelved>,
    /// Which of them is shown.
    pub(in crate::ui) shown: usize,
    /// Where the reader was.
    pub(in crate::ui) place: Place,
    /// In which view.
    pub(in crate::ui) view: View,
}

/// Whether files can be saved from here.
pub(in crate::ui) fn can_save(host: &Host) -> bool {
    host.given("save").is_some()
}

/// Leaves the reports that are open as one file with the viewer in it; tells whether it could.
pub(in crate::ui) async fn save(host: Host, state: AppState) -> bool {
    let promise = begin(&host, &state);
    match promise {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

fn begin(host: &Host, state: &AppState) -> Option<Promise> {
    let opened = state.opened()?;
    let shown = state.shelf.iter().position(|shelved| *shelved == opened.analysis)?;
    let saving = Saving {
        version: VERSION,
        place: state.place.link(),
        view: state.view.name(),
        shown,
        reports: state.shelf.iter().map(|shelved| &**shelved).collect(),
        texts: state.shelf.iter().map(|shelved| shelved.bytes()).collect(),
    };
    let report = &opened.analysis.report;
    let name = report.title.as_deref().unwrap_or(&report.source.name);
    let name = format!("{}.html", name.replace(NOT_IN_NAMES, "_"));
    let promise = host.function("save")?.call2(&JsValue::NULL, &pack(&saving), &name.into());
    promise.ok()?.dyn_into().ok()
}

/// What this file was saved with, if it was saved with reports.
pub(in crate::ui) fn restored(host: &Host) -> Option<Restored> {
    let saved: Saved = unpack(&host.given("saved")?)?;
    if saved.version != VERSION {
        return None;
    }
    let texts = saved.texts.into_iter().map(|text| text.map(Into::into));
    let texts = texts.chain(std::iter::repeat(None));
    let view = View::ALL.into_iter().find(|view| view.name() == saved.view);
    Some(Restored {
        reports: saved
            .reports
            .into_iter()
            .zip(texts)
            .map(|(it, text)| Shelved::new(it, text))
            .collect(),
        shown: saved.shown,
        place: Place::parse(&saved.place),
        view: view.unwrap_or_default(),
    })
}
