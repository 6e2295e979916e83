//! OpenCC's test cases of conversion to simplified characters.

use std::path::Path;

use fajian::text::traditional::simplified;

use crate::suite::{Case, Suite, differs, json};

/// The conversions that replace characters and no words.
const DIRECTIONS: [&str; 3] = ["t2s", "tw2s", "hk2s"];

pub(crate) fn suite(folder: &Path) -> Suite {
    let mut cases = Vec::new();
    for case in json(&folder.join("testcases.clean.json")) {
        let (id, input) = (case["id"].as_str().unwrap(), case["input"].as_str().unwrap());
        for direction in DIRECTIONS {
            if let Some(wanted) = case["expected"][direction].as_str() {
                let fault = differs(input, &convert(input), &wanted.to_owned());
                cases.push(Case::new(format!("{id}:{direction}"), fault));
            }
        }
    }
    Suite { project: "opencc", name: "opencc".to_owned(), cases }
}

/// Simplifies a text and leaves all else alone, unlike the normalized form, which folds widths as well.
fn convert(text: &str) -> String {
    let mut before = None;
    let mut converted = String::new();
    for (at, char) in text.char_indices() {
        let rest = &text[at + char.len_utf8()..];
        let char = simplified(char, before, rest.chars().next()).unwrap_or(char);
        converted.push(char);
        before = Some(char);
    }
    converted
}
