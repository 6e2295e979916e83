//! A ZIP, packed as common programs pack it.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// A file in a ZIP.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its name, in whatever encoding.
    pub name: &'a [u8],
    /// Whether the ZIP says that the name is UTF-8; programs in China write GBK and say nothing.
    pub is_utf8: bool,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A ZIP of these files.
///
/// # Panics
/// When it has more files or bytes than the plain format counts.
#[must_use]
pub fn zip(entries: &[Entry<'_>]) -> Vec<u8> {
    let long = |length: usize| u32::try_from(length).expect("a small file").to_le_bytes();
    let short = |length: usize| u16::try_from(length).expect("a small number").to_le_bytes();
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(entry.bytes).expect("memory");
        let packed = encoder.finish().expect("memory");
        let mut sum = Crc::new();
        sum.update(entry.bytes);
        let flags: u16 = if entry.is_utf8 { 0x0800 } else { 0 };
        let common = [
            &[20, 0][..],
            &flags.to_le_bytes(),
            // Deflated, at midnight of 2024-01-01.
            &[8, 0, 0, 0, 0x21, 0x58],
            &sum.sum().to_le_bytes(),
            &long(packed.len()),
            &long(entry.bytes.len()),
            &short(entry.name.len()),
            &[0, 0],
        ]
        .concat();
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &long(file.len())].concat());
        directory.extend(entry.name);
        file.extend([b"PK\x03\x04", &*common, entry.name, &packed].concat());
    }
    let n = short(entries.len());
    let (start, length) = (long(file.len()), long(directory.len()));
    file.extend(directory);
    file.extend([&b"PK\x05\x06\0\0\0\0"[..], &n, &n, &length, &start, &[0, 0]].concat());
    file
}
