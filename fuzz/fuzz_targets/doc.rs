//! A document of Word 97 to 2003: a compound file whose first bytes are right.

#![no_main]

use libfuzzer_sys::fuzz_target;

const MARK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fuzz_target!(|bytes: &[u8]| {
    let rest = bytes.get(MARK.len()..).unwrap_or_default();
    fajian_fuzz::check(&[MARK, rest].concat());
});
