//! A packed folder.

#![no_main]

use fajian::source::{NativeDecoder, read_all};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let rest = bytes.get(4..).unwrap_or_default();
    let file = [b"PK\x03\x04", rest].concat();
    let readouts = read_all(&file, "a.zip", &NativeDecoder);
    assert!(!readouts.documents.is_empty());
    assert!(readouts == read_all(&file, "a.zip", &NativeDecoder), "a second reading differs");
});
