//! Which of the alternatives that a file offers is read (Markup Compatibility).

use crate::source::xml::Element;

/// Starts of the namespaces whose words are understood, in text boxes above all.
const UNDERSTOOD: [&str; 4] = [
    "http://schemas.microsoft.com/office/word/2010/",
    "http://schemas.microsoft.com/office/drawing/2010/",
    "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "http://schemas.openxmlformats.org/",
];

/// Their usual prefixes, for files that bind them far above.
const PREFIXES: [&str; 9] = ["wps", "wpg", "wpc", "wpi", "w14", "wp14", "a14", "cx", "c14"];

/// Whether all that a `Choice` requires is understood.
pub(super) fn is_understood(choice: &Element<'_>) -> bool {
    let required = choice.attribute("Requires").unwrap_or_default();
    required.split_whitespace().all(|prefix| match choice.namespace(prefix).as_ref() {
        Some(name) => UNDERSTOOD.iter().any(|start| name.starts_with(start)),
        None => PREFIXES.contains(&prefix),
    })
}
