//! A web page saved in one file: random parts of a message.

#![no_main]

use fajian_fuzz::{check, parts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n".to_vec();
    for part in parts(bytes) {
        file.extend(b"\r\n--b\r\nContent-Type: text/html\r\n");
        file.extend(part);
    }
    check(&file);
});
