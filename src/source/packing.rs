//! ZIPs for the tests.

use miniz_oxide::deflate::compress_to_vec;

/// Bit of an entry's flags: it is locked with a password.
pub(super) const LOCKED: u16 = 1;

/// A ZIP with these parts, packed.
pub(super) fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let raw: Vec<_> = parts.iter().map(|(name, bytes)| (name.as_bytes(), *bytes, 0)).collect();
    pack_raw(&raw)
}

/// A ZIP with parts whose names are any bytes, each with its flags.
pub(super) fn pack_raw(parts: &[(&[u8], &[u8], u16)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes, flags) in parts {
        let packed = compress_to_vec(bytes, 1);
        let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
        let mut common = vec![20, 0];
        common.extend(flags.to_le_bytes());
        common.extend([8, 0, 0, 0, 0x21, 0x58]);
        // No check sum: readers of documents go without.
        common.extend([0; 4]);
        common.extend(length(packed.len()));
        common.extend(length(bytes.len()));
        common.extend(&length(name.len())[..2]);
        common.extend([0, 0]);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(length(file.len()));
        directory.extend(*name);
        file.extend(b"PK\x03\x04");
        file.extend(&common);
        file.extend(*name);
        file.extend(&packed);
    }
    let n = u16::try_from(parts.len()).unwrap_or(u16::MAX).to_le_bytes();
    let start = u32::try_from(file.len()).unwrap_or(u32::MAX).to_le_bytes();
    let length = u32::try_from(directory.len()).unwrap_or(u32::MAX).to_le_bytes();
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    for number in [&n[..], &n, &length, &start, &[0, 0]] {
        file.extend(number);
    }
    file
}
