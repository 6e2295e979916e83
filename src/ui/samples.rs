//! 样例: three invented reports that come with the page, so that they open without a network.

/// A sample.
pub(super) struct Sample {
    /// Its name in the page's markup.
    pub(super) slug: &'static str,
    /// Its file name.
    pub(super) file: &'static str,
    /// Its words.
    pub(super) words: &'static str,
}

/// In the order of [`crate::i18n::Messages::sample`].
pub(super) const SAMPLES: [Sample; 3] = [
    Sample { slug: "dense", file: "dense.txt", words: include_str!("../../samples/dense.txt") },
    Sample { slug: "silent", file: "silent.txt", words: include_str!("../../samples/silent.txt") },
    Sample {
        slug: "traditional",
        file: "traditional.txt",
        words: include_str!("../../samples/traditional.txt"),
    },
];
