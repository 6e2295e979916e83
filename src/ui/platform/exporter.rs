//! The program that makes files for other programs: what it gives to the page.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::Report;
use crate::export::{self, Format};
use crate::i18n::{self, Language};

/// Where the page's scripts find it.
const NAME: &str = "fajianWrite";

/// Leaves a function `(format, language, reports) → bytes, or null` for the scripts that loaded this program.
pub(in crate::ui) fn serve_exports() {
    let write = Closure::<dyn Fn(JsValue, JsValue, JsValue) -> JsValue>::new(
        |format: JsValue, language: JsValue, reports: JsValue| {
            let file = write(&format, &language, reports);
            file.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into())
        },
    );
    // Where nothing can be set, the page finds no exporter and says so.
    let _ = Reflect::set(&js_sys::global(), &NAME.into(), write.as_ref());
    // It lives as long as the program.
    write.forget();
}

fn write(format: &JsValue, language: &JsValue, reports: JsValue) -> Option<Vec<u8>> {
    let format = Format::from_ending(&format.as_string()?)?;
    let reports: Vec<Report> = serde_wasm_bindgen::from_value(reports).ok()?;
    let language = Language::from_code(&language.as_string()?)?;
    export::write(format, &reports, i18n::messages(language)).ok()
}
