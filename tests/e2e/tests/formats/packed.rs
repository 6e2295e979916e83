//! Reports of all formats in one ZIP, as an office hands them on.

use std::collections::BTreeMap;

use encoding_rs::GBK;
use fajian::report::analyze_source;
use fajian::source::{NativeDecoder, read_all};
use fajian_e2e::writer::{Entry, zip};

use crate::{EDITIONS, MANUSCRIPTS, read};

#[test]
fn a_zip_with_chinese_names_gives_every_report_in_it() {
    let names: Vec<String> = EDITIONS
        .iter()
        .map(|edition| {
            let name = &MANUSCRIPTS[edition.manuscript].name;
            format!("年度报告/{name}（{}）.{}", edition.form.name(), edition.form.ending())
        })
        .collect();
    let legacy: Vec<_> = names.iter().map(|name| GBK.encode(name).0.into_owned()).collect();
    let entries: Vec<_> = legacy
        .iter()
        .zip(EDITIONS.iter())
        .map(|(name, edition)| Entry { name, is_utf8: false, bytes: &edition.bytes })
        .collect();
    let readouts = read_all(&zip(&entries), "各局.zip", &NativeDecoder);
    assert!(readouts.losses.is_empty(), "{:?}", readouts.losses);
    let mut found = BTreeMap::new();
    for document in readouts.documents {
        found.insert(document.name, (document.bytes, document.result));
    }
    assert_eq!(found.len(), EDITIONS.len());
    for (name, edition) in names.iter().zip(EDITIONS.iter()) {
        let (bytes, result) = found
            .remove(&format!("各局.zip/{name}"))
            .unwrap_or_else(|| panic!("{name} is not among {:?}", found.keys()));
        let source = result.unwrap_or_else(|error| panic!("{name}: {error}"));
        let unpacked = analyze_source(source, name, bytes);
        assert!(unpacked == read(&edition.bytes, name), "{name}: packed and not packed differ");
    }
}
