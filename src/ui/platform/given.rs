//! What the reader gives: files, pasted or dropped words.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, EventTarget, File, FileList, Node,
};
use yew::Callback;

use super::host::Host;
use crate::i18n::Problem;
use crate::ui::pasted;

/// Larger files are not read: a report is a thousand times smaller.
const MOST_BYTES: f64 = 50.0 * 1024.0 * 1024.0;

/// Something to read.
#[derive(Clone)]
pub(in crate::ui) enum Given {
    /// Files, in the order given.
    Files(Vec<File>),
    /// Pasted or dropped words, HTML or plain.
    Words(String),
    /// A sample of the page's own.
    Sample(usize),
    /// Neither a file nor words.
    Nothing,
}

/// The files of a list.
pub(in crate::ui) fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// Reads a file's bytes.
pub(in crate::ui) async fn read(file: &File) -> Result<Vec<u8>, Problem> {
    if file.size() > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Problem::NotReadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn from_transfer(transfer: Option<DataTransfer>) -> Given {
    let Some(transfer) = transfer else { return Given::Nothing };
    let files = files(transfer.files());
    let html = transfer.get_data("text/html").unwrap_or_default();
    let plain = transfer.get_data("text/plain").unwrap_or_default();
    // A cell range copied from an office program comes with a picture of itself: words go first there.
    let is_picture = files.iter().all(|file| file.type_().starts_with("image/"));
    let words_win = is_picture && pasted::choose(&html, &plain).is_some();
    if !files.is_empty() && !words_win {
        return Given::Files(files);
    }
    pasted::choose(&html, &plain).map_or(Given::Nothing, |words| Given::Words(words.to_owned()))
}

/// Both flavors of a paste: HTML and plain text.
pub(in crate::ui) fn flavors(event: &Event) -> Option<(String, String)> {
    let transfer = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let flavor = |name| transfer.get_data(name).unwrap_or_default();
    Some((flavor("text/html"), flavor("text/plain")))
}

/// Listens for drops anywhere in the host and pastes outside text fields.
pub(in crate::ui) struct Listening {
    _listeners: [EventListener; 5],
}

/// Begins to listen. `on_drag` tells whether something is held over the page.
pub(in crate::ui) fn listen(
    host: &Host,
    on_given: Callback<Given>,
    on_drag: Callback<bool>,
) -> Listening {
    let ground = host.ground();
    let active = EventListenerOptions::enable_prevent_default();
    let over = {
        let on_drag = on_drag.clone();
        EventListener::new_with_options(&ground, "dragover", active, move |event| {
            event.prevent_default();
            on_drag.emit(true);
        })
    };
    let enter = EventListener::new_with_options(&ground, "dragenter", active, |event| {
        event.prevent_default();
    });
    let leave = {
        let (on_drag, root) = (on_drag.clone(), host.ground());
        EventListener::new(&ground, "dragleave", move |event| {
            // Leaving an element for another one is not leaving the viewer.
            let to = event.dyn_ref::<DragEvent>().map(|event| event.related_target());
            let is_out = to.is_some_and(|to| !is_inside(&root, to.as_ref()));
            if is_out {
                on_drag.emit(false);
            }
        })
    };
    let drop = {
        let on_given = on_given.clone();
        EventListener::new_with_options(&ground, "drop", active, move |event| {
            event.prevent_default();
            on_drag.emit(false);
            let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            on_given.emit(from_transfer(transfer));
        })
    };
    let paste = EventListener::new_with_options(&ground, "paste", active, move |event| {
        if is_in_field(event) {
            return;
        }
        event.prevent_default();
        let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        on_given.emit(from_transfer(transfer));
    });
    Listening { _listeners: [over, enter, leave, drop, paste] }
}

/// Begins to listen for the first sign that the reader is about to give something: a press, a key, a drag.
pub(in crate::ui) fn listen_for_signs(host: &Host, on_sign: Callback<()>) -> [EventListener; 3] {
    let ground = host.ground();
    ["pointerdown", "keydown", "dragenter"].map(|sign| {
        let on_sign = on_sign.clone();
        EventListener::once(&ground, sign, move |_| on_sign.emit(()))
    })
}

/// Whether what the pointer went to lies within `ground`.
fn is_inside(ground: &EventTarget, to: Option<&EventTarget>) -> bool {
    let (ground, to) = (ground.dyn_ref::<Node>(), to.and_then(|to| to.dyn_ref::<Node>()));
    ground.is_some_and(|ground| to.is_some_and(|to| ground.contains(Some(to))))
}

fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = |target: Element| {
        target.closest("textarea, input:not([type=file]), [contenteditable]").ok().flatten()
    };
    target.and_then(is_field).is_some()
}
