//! The page: one report open at a time, its text, figures and charts side by side.
//!
//! [`state`], [`address`], [`typeset`], [`find`], [`listing`] and [`pasted`] are plain data and are tested without a browser; the rest needs
//! the feature `ui`. Only `platform` speaks to the browser.

pub mod address;
pub mod excerpt;
pub mod find;
pub mod listing;
pub mod pasted;
pub mod state;
pub mod tongue;
pub mod typeset;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod components;
#[cfg(feature = "ui")]
mod hooks;
#[cfg(any(feature = "ui", feature = "engine", feature = "readers", feature = "exporter"))]
mod platform;
#[cfg(any(feature = "ui", feature = "engine"))]
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

/// Gets the analysis ready, for the scripts that loaded this program: reads a sample and throws away what is read.
///
/// What is made when first needed is there then, and the browser has seen what is worth its time to compile well.
#[cfg(feature = "engine")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn warm() {
    platform::warm();
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

/// A report as the page hands it over, for the scripts of other pages: as [`report`] gives it.
///
/// # Errors
/// When the bytes are none.
#[cfg(feature = "engine")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn open_report(packed: &[u8]) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue> {
    platform::open_report(packed)
}

/// The readers of documents, for the scripts that loaded this program: what a file holds.
#[cfg(feature = "readers")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> wasm_bindgen::JsValue {
    platform::read_documents(name, bytes)
}

/// The writer of files, for the scripts that loaded this program: a file with reports.
#[cfg(feature = "exporter")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[must_use]
pub fn write(format: &str, language: &str, reports: &[u8]) -> Option<Vec<u8>> {
    platform::write(format, language, reports)
}

#[cfg(test)]
mod tests {
    use crate::i18n::{Language, messages};

    /// The page that is there before the program is must not differ from the one that the program makes.
    #[test]
    fn the_static_page_says_the_same() {
        let page = include_str!("../../index.html");
        for words in Language::ALL.map(messages) {
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
            let code = words.code;
            for words in expected {
                let said = format!("<span data-tongue=\"{code}\" lang=\"{code}\">{words}</span>");
                assert!(page.contains(&said), "{words}");
            }
        }
        assert!(page.contains("<html lang=\"zh-Hans\">"));
    }

    /// No trouble of starting is told in one language only.
    #[test]
    fn every_trouble_is_told_in_every_language() {
        let page = include_str!("../../index.html");
        let troubles: Vec<_> = page.lines().filter(|line| line.contains("data-trouble=")).collect();
        assert!(troubles.len() >= 5);
        for language in Language::ALL {
            let tongue = format!("data-tongue=\"{}\"", language.code());
            assert!(troubles.iter().all(|line| line.contains(&tongue)), "{tongue}");
        }
    }
}

/// Writes a text in another script, for the scripts that loaded this program; nothing for a script that there is not.
#[cfg(feature = "rewriter")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[must_use]
pub fn rewrite(text: &str, script: &str) -> Option<String> {
    use crate::text::script::{self, Script};
    Some(script::rewrite(text, Script::from_code(script)?))
}
