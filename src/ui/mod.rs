//! The page: one report open at a time, its text, figures and charts side by side.
//!
//! [`state`], [`address`], [`typeset`] and [`pasted`] are plain data and are tested without a browser; the rest needs
//! the feature `ui`. Only `platform` speaks to the browser.

pub mod address;
pub mod excerpt;
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
#[cfg(feature = "ui")]
mod samples;

#[cfg(feature = "ui")]
pub use app::start;

/// Starts the analysis, in a worker or in the page that loaded it.
#[cfg(feature = "engine")]
pub fn serve_analysis() {
    platform::serve_analysis();
}

/// Starts the readers of documents, for the page that loaded them.
#[cfg(feature = "readers")]
pub fn serve_documents() {
    platform::serve_documents();
}

/// Starts the writer of files, for the page that loaded it.
#[cfg(feature = "exporter")]
pub fn serve_exports() {
    platform::serve_exports();
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
