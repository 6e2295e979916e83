//! Values of attributes.

use crate::source::xml::Element;

/// A whole number.
pub(super) fn integer(value: &str) -> Option<i64> {
    value.trim().parse().ok()
}

/// A whole number that is not negative.
pub(super) fn small(value: &str) -> Option<u32> {
    value.trim().parse().ok()
}

/// Whether an element that switches something switches it on, as it does without a value.
pub(super) fn is_on(element: &Element<'_>) -> bool {
    element.attribute("val").is_none_or(|value| is_true(&value))
}

/// Whether the value of a switch is on.
pub(super) fn is_true(value: &str) -> bool {
    !matches!(value.trim(), "0" | "false" | "off" | "none")
}
