//! Text in whatever encoding.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fajian_fuzz::check(bytes));
