//! 宿主 (host): what the viewer lives in, a page of its own or an element of somebody else's page.
//!
//! A page of its own is the viewer's to shape: title, address, marks on its root, drops and pastes anywhere. In an
//! element nothing outside that element is touched.

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, EventTarget, File, Worker};

use super::packed::pack;
use super::page::Moves;
use crate::report::Report;
use crate::text::script::Script;

/// What the viewer lives in. Cheap to clone; compared by identity.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Host(Rc<Parts>);

#[derive(Debug)]
struct Parts {
    /// The element that everything is put into.
    root: Element,
    /// What the script that mounts the viewer hands over.
    options: JsValue,
    is_page: bool,
    moves: Moves,
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
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

/// A function for scripts that opens an array of files.
pub(in crate::ui) type Opening = Closure<dyn Fn(JsValue)>;

/// The function of [`Opening`].
pub(in crate::ui) fn opening(on_files: impl Fn(Vec<File>) + 'static) -> Opening {
    Closure::new(move |files: JsValue| on_files(files_of(&files)))
}

fn files_of(array: &JsValue) -> Vec<File> {
    js_sys::Array::from(array).iter().filter_map(|it| it.dyn_into().ok()).collect()
}

impl Host {
    /// `options` are those that `web/boot.js` hands over, or `web/embed.js` with `isEmbedded`; `None` when `root` is
    /// no element.
    pub(in crate::ui) fn new(root: JsValue, options: JsValue) -> Option<Self> {
        let root = root.dyn_into().ok()?;
        let is_page = get(&options, "isEmbedded").is_none();
        Some(Self(Rc::new(Parts { root, options, is_page, moves: Moves::default() })))
    }

    /// The element that everything is put into.
    pub(in crate::ui) fn root(&self) -> &Element {
        &self.0.root
    }

    /// Whether the page is the viewer's own.
    pub(in crate::ui) fn is_page(&self) -> bool {
        self.0.is_page
    }

    pub(super) fn moves(&self) -> &Moves {
        &self.0.moves
    }

    /// Where drops, pastes and signs are listened to.
    pub(super) fn ground(&self) -> EventTarget {
        if self.is_page() { gloo::utils::document().into() } else { self.root().clone().into() }
    }

    /// The element that carries the marks of the whole: appearance, large type, who does the work.
    fn marked(&self) -> Element {
        if self.is_page() { gloo::utils::document_element() } else { self.root().clone() }
    }

    /// Sets an attribute of the whole; an empty value takes it away.
    pub(in crate::ui) fn mark(&self, name: &str, value: &str) {
        let root = self.marked();
        let _ = if value.is_empty() {
            root.remove_attribute(name)
        } else {
            root.set_attribute(name, value)
        };
    }

    /// An attribute of the whole.
    pub(in crate::ui) fn mark_of(&self, name: &str) -> Option<String> {
        self.marked().get_attribute(name)
    }

    /// Starts a worker for the analysis; `None` where the page, its policy or the browser has none to give.
    pub(super) fn worker(&self) -> Option<Worker> {
        self.function("worker")?.call0(&JsValue::NULL).ok()?.dyn_into().ok()
    }

    /// The analysis in the page itself: a job and a function for progress to a promise of what was read.
    pub(super) fn analyze(&self, job: &JsValue, on_progress: &JsValue) -> Option<Promise> {
        let promise = self.function("analyze")?.call2(&JsValue::NULL, job, on_progress).ok()?;
        promise.dyn_into().ok()
    }

    /// A text in another script, of the same length in bytes; `None` where the program for it cannot be had.
    pub(in crate::ui) async fn rewrite(&self, text: &str, script: Script) -> Option<String> {
        let rewrite = self.function("rewrite")?;
        let promise = rewrite.call2(&JsValue::NULL, &text.into(), &script.code().into()).ok()?;
        let promise: Promise = promise.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()?.as_string()
    }

    /// Hands the script a function that opens files, and gives what the reader did before. From here on the viewer
    /// itself listens.
    pub(in crate::ui) fn take_over(&self, open: &Opening) -> Option<Early> {
        let take_over = self.function("takeOver")?;
        let early = take_over.call1(&JsValue::NULL, open.as_ref()).ok()?;
        if let Some(files) = get(&early, "files") {
            return Some(Early::Files(files_of(&files)));
        }
        if let Some(sample) = get(&early, "sample") {
            return Some(Early::Sample(sample.as_string()?));
        }
        get(&early, "paste").map(|_| Early::Paste)
    }

    /// Tells the script what was opened, packed as `open_report` takes it; a page of its own is told nothing.
    pub(in crate::ui) fn tell_ready(&self, report: &Report) {
        let Some(on_ready) = self.function("onReady") else { return };
        // What the script does with it is its own business.
        let _ = on_ready.call1(&JsValue::NULL, &pack(report));
    }

    /// Tells the script why nothing was opened.
    pub(in crate::ui) fn tell_error(&self, code: &str, message: &str) {
        if let Some(on_error) = self.function("onError") {
            let _ = on_error.call2(&JsValue::NULL, &code.into(), &message.into());
        }
    }

    /// A member of what the script handed over.
    pub(super) fn given(&self, name: &str) -> Option<JsValue> {
        get(&self.0.options, name)
    }

    /// A function among what the script handed over.
    pub(super) fn function(&self, name: &str) -> Option<Function> {
        self.given(name)?.dyn_into().ok()
    }
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}
