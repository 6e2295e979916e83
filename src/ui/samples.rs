//! 样例: three invented reports that open without a file at hand. Their words lie in the program that reads them, which
//! every reading needs anyway, so that opening the page does not load them.

/// A sample.
#[cfg(feature = "ui")]
pub(super) struct Sample {
    /// Its name in the page's markup.
    pub(super) slug: &'static str,
    /// Its file name.
    pub(super) file: &'static str,
}

/// In the order of [`crate::i18n::Messages::sample`].
#[cfg(feature = "ui")]
pub(super) const SAMPLES: [Sample; 3] = [
    Sample { slug: "dense", file: "dense.txt" },
    Sample { slug: "silent", file: "silent.txt" },
    Sample { slug: "traditional", file: "traditional.txt" },
];

/// The words of the sample with that file name.
#[cfg(feature = "engine")]
pub(super) fn words(file: &str) -> Option<&'static str> {
    match file {
        "dense.txt" => Some(include_str!("../../samples/dense.txt")),
        "silent.txt" => Some(include_str!("../../samples/silent.txt")),
        "traditional.txt" => Some(include_str!("../../samples/traditional.txt")),
        _ => None,
    }
}
