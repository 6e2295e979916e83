//! The page: one report open at a time, its text, figures and charts side by side.
//!
//! [`state`], [`address`], [`typeset`] and [`pasted`] are plain data and are tested without a browser; the rest needs
//! the feature `ui`. Only `platform` speaks to the browser.

pub mod address;
pub mod excerpt;
pub mod pasted;
pub mod state;
pub mod typeset;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod components;
#[cfg(feature = "ui")]
mod hooks;
#[cfg(any(feature = "ui", feature = "engine", feature = "readers"))]
mod platform;
#[cfg(feature = "ui")]
mod samples;

#[cfg(feature = "ui")]
pub use app::{Mounted, mount};

/// The analysis, for the scripts that loaded this program: reads the files of a job.
///
/// `on_progress` is told how many are done, `read` reads documents.
///
/// # Errors
/// When the job is none, or the others are no functions.
#[cfg(feature = "engine")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn analyze(
    job: wasm_bindgen::JsValue,
    on_progress: wasm_bindgen::JsValue,
    read: wasm_bindgen::JsValue,
) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue> {
    platform::analyze(job, on_progress, read).await
}

/// The analysis, for the scripts of other pages: the first report in a file, as the JSON that other programs receive.
///
/// # Errors
/// The code of the problem, where there is none.
#[cfg(feature = "engine")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn report(
    name: String,
    bytes: Vec<u8>,
    read: wasm_bindgen::JsValue,
) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue> {
    platform::report(name, bytes, read).await
}

/// The readers of documents, for the scripts that loaded this program: what a file holds.
#[cfg(feature = "readers")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> wasm_bindgen::JsValue {
    platform::read_documents(name, bytes)
}

#[cfg(test)]
mod tests {
    use crate::i18n::ZH_HANS;

    /// The page that is there before the program is must not differ from the one that the program makes.
    #[test]
    fn the_static_page_says_the_same() {
        let page = include_str!("../../index.html");
        let words = &ZH_HANS;
        let mut expected = vec![
            words.name,
            words.purpose,
            words.drop_here,
            words.formats,
            words.choose_file,
            words.paste,
            words.samples,
            words.privacy,
        ];
        expected.extend(words.sample.iter().flat_map(|(name, about)| [*name, *about]));
        for words in expected {
            assert!(page.contains(&format!(">{words}<")), "{words}");
        }
        assert!(page.contains(&format!("lang=\"{}\"", words.code)));
    }
}
