//! A ZIP written by hand, for tests of what is packed in one.

use miniz_oxide::deflate::compress_to_vec;

/// A ZIP of `parts`, names with bytes.
pub(super) fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in parts {
        let packed = compress_to_vec(bytes, 6);
        let at = zip.len() as u32;
        let mut head = Vec::new();
        // Version, flags (names are UTF-8), deflated, no date, no checksum, sizes, length of the name, no extra field.
        head.extend([20, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        head.extend((packed.len() as u32).to_le_bytes());
        head.extend((bytes.len() as u32).to_le_bytes());
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        zip.extend(b"PK\x03\x04");
        zip.extend(&head);
        zip.extend(name.as_bytes());
        zip.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let at = zip.len() as u32;
    let n_parts = (parts.len() as u16).to_le_bytes();
    zip.extend(&directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([n_parts, n_parts].concat());
    zip.extend((directory.len() as u32).to_le_bytes());
    zip.extend(at.to_le_bytes());
    zip.extend([0, 0]);
    zip
}
