//! What `web/boot.js` left for the page: where scripts and module are, and what the reader did before all was loaded.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, File};

/// What a worker needs to start.
pub(super) struct Parts {
    /// Address of `worker.js`.
    pub(super) worker: String,
    /// Address of the program that analyzes, without its endings.
    pub(super) engine: JsValue,
    /// Address of the readers of documents, without its endings.
    pub(super) readers: JsValue,
}

/// What the reader did before the page was ready.
pub(in crate::ui) enum Early {
    /// Chose or dropped files.
    Files(Vec<File>),
    /// Chose a sample by name.
    Sample(String),
    /// Asked for the paste dialog.
    Paste,
}

/// Where scripts and module are; `None` when the page was started in another way.
pub(super) fn parts() -> Option<Parts> {
    let boot = boot()?;
    let worker = get(&boot, "worker")?.as_string()?;
    Some(Parts { worker, engine: get(&boot, "engine")?, readers: get(&boot, "readers")? })
}

/// What the reader did before the page was ready. From here on the page itself listens.
pub(in crate::ui) fn early() -> Option<Early> {
    let boot = boot()?;
    let early = get(&boot, "early");
    // Tells boot.js to leave drops and clicks alone.
    let _ = Reflect::set(&boot, &"ready".into(), &JsValue::TRUE);
    let early = early?;
    if let Some(files) = get(&early, "files") {
        let files = js_sys::Array::from(&files);
        return Some(Early::Files(files.iter().filter_map(|it| it.dyn_into().ok()).collect()));
    }
    if let Some(sample) = get(&early, "sample") {
        return Some(Early::Sample(sample.as_string()?));
    }
    get(&early, "paste").map(|_| Early::Paste)
}

/// The element that the page is put into.
pub(in crate::ui) fn root() -> Option<Element> {
    gloo::utils::document().get_element_by_id("app")
}

fn boot() -> Option<JsValue> {
    get(&js_sys::global(), "fajianBoot")
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}
