//! The bytes of a PDF's streams, unpacked within limits.
//!
//! The library unpacks without a limit, so the common filters are done here and the others only where the worst that
//! they can unpack to is within the limit.

use std::cell::Cell;

use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use miniz_oxide::inflate::stream::{InflateState, inflate as inflate_step};
use miniz_oxide::inflate::{
    DecompressError, TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use crate::source::limit::{MAX_PART_BYTES, MAX_UNPACKED_BYTES};

/// Bytes that may still be unpacked.
#[derive(Debug)]
pub(super) struct Budget(Cell<usize>);

/// The most that a byte can become, by filter: LZW and Flate repeat a long stretch with a few bits.
const WORST: [(Filter, usize); 5] = [
    (Filter::FlateDecode, 1_032),
    (Filter::LzwDecode, 2_731),
    (Filter::RunLengthDecode, 64),
    (Filter::AsciiHexDecode, 1),
    // `z` is four zeros.
    (Filter::Ascii85Decode, 4),
];

impl Budget {
    /// What one document may unpack to.
    pub(super) const fn new() -> Self {
        Self(Cell::new(MAX_UNPACKED_BYTES))
    }

    /// The bytes of a stream; as far as they go where it is damaged, `None` where nothing can be had or the limit is
    /// reached.
    pub(super) fn unpack(&self, stream: &Stream<'_>) -> Option<Vec<u8>> {
        let limit = MAX_PART_BYTES.min(self.0.get());
        let filters = stream.filters();
        let is_plain = !has_predictor(stream.dict());
        let mut bytes = stream.raw_data().into_owned();
        if is_plain && filters.iter().all(|filter| is_own(*filter)) {
            for filter in &filters {
                bytes = match filter {
                    Filter::FlateDecode => inflate(&bytes, limit)?,
                    Filter::AsciiHexDecode => ascii_hex(&bytes),
                    _ => ascii_85(&bytes),
                };
            }
        } else {
            let growth = filters.iter().try_fold(bytes.len(), |size, filter| {
                let (_, most) = WORST.iter().find(|(known, _)| known == filter)?;
                size.checked_mul(*most)
            })?;
            if growth > MAX_UNPACKED_BYTES {
                return None;
            }
            bytes = stream.decoded_data().ok()?.into_owned();
        }
        if bytes.len() > limit {
            return None;
        }
        self.0.set(self.0.get().saturating_sub(bytes.len()));
        Some(bytes)
    }
}

const fn is_own(filter: Filter) -> bool {
    matches!(filter, Filter::FlateDecode | Filter::AsciiHexDecode | Filter::Ascii85Decode)
}

/// Whether rows of bytes are written as differences, as those of pictures and tables are.
fn has_predictor(dict: &Dict<'_>) -> bool {
    let has = |parameters: Dict<'_>| parameters.get::<i32>("Predictor").unwrap_or(1) > 1;
    ["DecodeParms", "DP"].iter().any(|key| {
        dict.get::<Dict<'_>>(key).is_some_and(has)
            || dict.get::<hayro_syntax::object::Array<'_>>(key).is_some_and(|list| {
                list.iter::<hayro_syntax::object::Object<'_>>()
                    .any(|item| item.into_dict().is_some_and(has))
            })
    })
}

/// Inflates with or without the frame of zlib; what is whole of a damaged stream, `None` beyond the limit.
fn inflate(bytes: &[u8], limit: usize) -> Option<Vec<u8>> {
    let kept = |error: DecompressError| {
        (error.status != TINFLStatus::HasMoreOutput).then_some(error.output)
    };
    let output = decompress_to_vec_zlib_with_limit(bytes, limit).map_or_else(kept, Option::Some)?;
    if !output.is_empty() {
        return Some(output);
    }
    let bare = bytes.get(2..).unwrap_or_default();
    decompress_to_vec_with_limit(bare, limit).map_or_else(kept, Option::Some)
}

/// Pairs of hexadecimal digits, up to `>`.
fn ascii_hex(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>');
    let digits = digits.filter_map(|byte| char::from(*byte).to_digit(16));
    let mut output = Vec::with_capacity(bytes.len() / 2);
    let mut high = None;
    for digit in digits {
        match high.take() {
            None => high = Some(digit),
            Some(high) => output.push((high * 16 + digit) as u8),
        }
    }
    output.extend(high.map(|high| (high * 16) as u8));
    output
}

/// Five characters for four bytes, up to `~>`.
fn ascii_85(bytes: &[u8]) -> Vec<u8> {
    let mut output = Vec::with_capacity(bytes.len());
    let mut group = [84_u32; 5];
    let mut filled = 0;
    let value = |group: &[u32; 5]| {
        group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(*digit))
    };
    for &byte in bytes.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if filled == 0 => output.extend([0; 4]),
            b'!'..=b'u' => {
                if let Some(slot) = group.get_mut(filled) {
                    *slot = u32::from(byte - b'!');
                }
                filled += 1;
                if filled == 5 {
                    output.extend(value(&group).to_be_bytes());
                    (group, filled) = ([84; 5], 0);
                }
            }
            _ => {}
        }
    }
    if filled > 1 {
        output.extend(value(&group).to_be_bytes().into_iter().take(filled - 1));
    }
    output
}

/// Whether a file's own directory unpacks to more than is read: the library unpacks the streams that hold objects
/// (`ObjStm`, `XRef`) by itself, and would fill the memory.
pub(super) fn has_bomb(file: &[u8]) -> bool {
    let mut left = MAX_UNPACKED_BYTES;
    let mut from = 0;
    while let Some(at) = find(file, b"stream", from) {
        let head = file.get(at.saturating_sub(HEAD).max(from)..at).unwrap_or_default();
        from = at + b"stream".len();
        let own = rfind(head, b" obj").map_or(head, |start| &head[start..]);
        let names = |name: &[u8]| rfind(own, name).is_some();
        if !(names(b"ObjStm") || names(b"XRef")) || !names(b"Fl") {
            continue;
        }
        let body = file.get(from..).unwrap_or_default();
        let start = body.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(0);
        match inflated_len(body.get(start..).unwrap_or_default(), left.min(MAX_PART_BYTES)) {
            Some((read, written)) => {
                left = left.saturating_sub(written);
                from += start + read;
            }
            None => return true,
        }
    }
    false
}

/// How far before its bytes the head of a stream is looked for.
const HEAD: usize = 512;

/// How many bytes a zlib stream takes and gives; `None` beyond the limit.
fn inflated_len(bytes: &[u8], limit: usize) -> Option<(usize, usize)> {
    let mut state = InflateState::new_boxed(DataFormat::Zlib);
    let mut window = vec![0; 32 << 10];
    let (mut read, mut written) = (0, 0);
    loop {
        let step = inflate_step(
            &mut state,
            bytes.get(read..).unwrap_or_default(),
            &mut window,
            MZFlush::None,
        );
        read += step.bytes_consumed;
        written += step.bytes_written;
        if written > limit {
            return None;
        }
        let is_stuck = step.bytes_consumed == 0 && step.bytes_written == 0;
        if is_stuck || !matches!(step.status, Ok(MZStatus::Ok)) {
            return Some((read, written));
        }
    }
}

fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = from;
    while let Some(skip) = bytes.get(at..)?.iter().position(|byte| *byte == first) {
        at += skip;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn rfind(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|part| part == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_for_bytes() {
        assert_eq!(ascii_85(b"9jqo^BlbD-~>"), b"Man is d");
        assert_eq!(ascii_85(b"9jqo^Bl~>"), b"Man i");
        assert_eq!(ascii_85(b"z~>"), [0; 4]);
        assert_eq!(ascii_hex(b"48 65 6c6C 7>zz"), b"Hellp");
    }

    #[test]
    fn a_small_stream_that_unpacks_to_much_is_not_unpacked() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 20], 9);
        assert_eq!(inflate(&packed, 1 << 20).unwrap().len(), 1 << 20);
        assert!(inflate(&packed, 1 << 19).is_none());
        // Cut short, it gives what is whole.
        assert!(inflate(&packed[..packed.len() / 2], 1 << 20).is_some_and(|part| part.len() > 99));
        assert_eq!(inflated_len(&packed, 1 << 20), Some((packed.len(), 1 << 20)));
        assert_eq!(inflated_len(&packed, 1 << 19), None);
    }

    #[test]
    fn a_directory_that_unpacks_to_much_is_a_bomb() {
        let file = |len: usize| {
            let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; len], 9);
            let mut file = b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\r\n".to_vec();
            file.extend(packed);
            file
        };
        assert!(!has_bomb(&file(1 << 20)));
        assert!(has_bomb(&file(MAX_PART_BYTES + 1)));
    }
}
