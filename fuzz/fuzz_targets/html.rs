//! A web page.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fajian_fuzz::check(&[b"<!DOCTYPE html><html>", bytes].concat()));
