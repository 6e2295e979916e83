//! A PDF.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // A file to start from has its own.
    let mark: &[u8] = if bytes.starts_with(b"%PDF-") { b"" } else { b"%PDF-1.7\n" };
    fajian_fuzz::check(&[mark, bytes].concat());
});
