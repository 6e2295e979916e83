//! What the fuzz targets share: the checks that every reading must pass, and files around random parts.
//!
//! Each target makes of random bytes a file that its reader is sure to be asked for, so that no time is lost on what is
//! packed or told apart before: what a mutation changes is what the reader sees.

use fajian::analyze;
use fajian::source::NativeDecoder;

/// Reads a file, and checks what must hold of every reading: places lie in the text, and a second reading is the same.
///
/// # Panics
/// When something does not hold.
pub fn check(file: &[u8]) {
    let Ok(analysis) = analyze(file, "fuzz", &NativeDecoder) else { return };
    let report = &analysis.report;
    for section in &report.sections {
        assert!(report.text.get(section.span.start..section.span.end).is_some(), "{section:?}");
    }
    for statistic in &report.statistics {
        assert_eq!(report.words(statistic.span), statistic.quote);
        assert!(statistic.value.is_none_or(f64::is_finite), "{statistic:?}");
    }
    let mut end = 0;
    for block in &analysis.blocks {
        assert!(report.text.get(block.span.start..block.span.end).is_some(), "{block:?}");
        assert!(block.span.start >= end, "blocks overlap: {block:?}");
        for cell in &block.cells {
            assert!(block.span.contains(cell.span), "{block:?}");
        }
        end = block.span.end;
    }
    let again = analyze(file, "fuzz", &NativeDecoder);
    assert!(again.is_ok_and(|again| again == analysis), "a second reading differs");
}

/// A ZIP of these files, stored as they are.
#[must_use]
pub fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    let long = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
    let short = |length: usize| u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes();
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let common = [
            // Version, names in UTF-8, stored, no time, no check sum.
            &[20, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &long(bytes.len()),
            &long(bytes.len()),
            &short(name.len()),
            &[0, 0],
        ]
        .concat();
        directory.extend([b"PK\x01\x02\x14\0", &*common, &[0; 10], &long(file.len())].concat());
        directory.extend(name.as_bytes());
        file.extend([b"PK\x03\x04", &*common, name.as_bytes(), bytes].concat());
    }
    let n = short(files.len());
    let (start, length) = (long(file.len()), long(directory.len()));
    file.extend(directory);
    file.extend([&b"PK\x05\x06\0\0\0\0"[..], &n, &n, &length, &start, &[0, 0]].concat());
    file
}

/// Random bytes in parts, which are parted by a byte that no text has.
pub fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == 0xff)
}
