//! The page's style sheets as one file: a dozen small ones are a dozen requests, and each compressed alone is larger.

use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::hosted::hex;
use super::package::integrity;
use super::{put, text};
use crate::step::Outcome;

/// Puts the style sheets that `index.html` in `dist` links into one, in their order, and links that one.
///
/// # Errors
/// When a file is not there or cannot be written.
pub fn join_sheets(dist: &Path) -> Outcome {
    let index = text(&dist.join("index.html"))?;
    let sheets = linked(&index);
    let mut joined = String::new();
    for (_, name) in &sheets {
        joined.push_str(&text(&dist.join(name))?);
    }
    let hash = hex(&Sha256::digest(joined.as_bytes())[..8]);
    let integrity = integrity(joined.as_bytes());
    let link = format!("<link href=./style-{hash}.css integrity={integrity} rel=stylesheet>");
    let mut page = index.clone();
    for (at, (tag, name)) in sheets.iter().enumerate() {
        page = page.replacen(tag, if at == 0 { &link } else { "" }, 1);
        let file = dist.join(name);
        std::fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    put(&dist.join(format!("style-{hash}.css")), joined.as_bytes())?;
    put(&dist.join("index.html"), page.as_bytes())
}

/// The links to style sheets, each as it is written and with the name of its file.
fn linked(index: &str) -> Vec<(&str, &str)> {
    let tags = index.match_indices("<link ").filter_map(|(at, _)| {
        let tag = &index[at..];
        tag.find('>').map(|end| &tag[..=end])
    });
    tags.filter(|tag| tag.contains("rel=stylesheet"))
        .filter_map(|tag| {
            let address = tag.split_once("href=./")?.1;
            Some((tag, address.split([' ', '>']).next()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_links_one_sheet_with_all_rules_in_order() {
        let dist = std::env::temp_dir().join(format!("fajian-sheets-{}", std::process::id()));
        std::fs::create_dir_all(&dist).expect("folder");
        let index = "<title>a</title><link href=./b-1.css integrity=x rel=stylesheet>\
                     <link href=./a-2.css rel=stylesheet><link href=./i.svg rel=icon>";
        for (name, words) in [("index.html", index), ("b-1.css", "b{}"), ("a-2.css", "a{}")] {
            std::fs::write(dist.join(name), words).expect("file");
        }
        join_sheets(&dist).expect("a page");
        let page = std::fs::read_to_string(dist.join("index.html")).expect("page");
        let links = linked(&page);
        let [(_, name)] = links[..] else { panic!("{page}") };
        assert_eq!(std::fs::read_to_string(dist.join(name)).expect("sheet"), "b{}a{}");
        assert!(page.ends_with("<link href=./i.svg rel=icon>"), "{page}");
        assert!(!dist.join("a-2.css").exists());
    }
}
