//! The readers of documents, which a page loads when one is first opened.

// So that the exports are linked.
use fajian as _;

fn main() {}
