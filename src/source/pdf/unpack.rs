//! The bytes of a PDF's streams, unpacked within limits.
//!
//! The library unpacks without a limit, so the common filters are done here and the others only where the worst that
//! they can unpack to is within the limit.

use std::cell::Cell;
use std::ops::RangeInclusive;

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, Object, Stream};
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
            if !has_sound_rows(stream.dict()) {
                return None;
            }
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
    parameters(dict).iter().any(|parameters| parameters.get::<i32>("Predictor").unwrap_or(1) > 1)
}

/// Whether the rows that are written as differences are such as documents have.
fn has_sound_rows(dict: &Dict<'_>) -> bool {
    parameters(dict).iter().all(|parameters| {
        ROWS.iter().all(|(name, sound)| {
            let value = parameters.get::<i64>(*name);
            value.map_or(!parameters.contains_key(*name), |value| sound.contains(&value))
        })
    })
}

/// What a row may be like: the library multiplies these without a thought, and makes a row as long as they say.
const ROWS: [(&str, RangeInclusive<i64>); 3] =
    [("Columns", 1..=65_536), ("Colors", 1..=15), ("BitsPerComponent", 1..=16)];

/// What is said about the filters of a stream.
fn parameters<'a>(dict: &Dict<'a>) -> Vec<Dict<'a>> {
    let mut found = Vec::new();
    for key in ["DecodeParms", "DP"] {
        found.extend(dict.get::<Dict<'a>>(key));
        let list = dict.get::<Array<'a>>(key).unwrap_or_default();
        found.extend(list.iter::<Object<'a>>().filter_map(Object::into_dict));
    }
    found
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
        // Up to the stream before: no head is looked through twice.
        let head = file.get(from..at).unwrap_or_default();
        from = at + b"stream".len();
        let own = plain_names(rfind(head, b" obj").map_or(head, |start| &head[start..]));
        let count = |name: &[u8]| own.windows(name.len()).filter(|part| *part == name).count();
        if count(b"ObjStm") + count(b"XRef") == 0 {
            continue;
        }
        if !names_sound_rows(&own) {
            return true;
        }
        let body = file.get(from..).unwrap_or_default();
        let growth = OWN_WORST.iter().fold(1, |growth: usize, (name, most)| {
            (0..count(name)).fold(growth, |growth, _| growth.saturating_mul(*most))
        });
        if growth == 1 {
            continue;
        }
        let is_flate_alone =
            count(b"/Filter") == 1 && growth == FLATE_WORST && count(b"ASCII") == 0;
        if !is_flate_alone && body.len().saturating_mul(growth) > MAX_UNPACKED_BYTES {
            return true;
        }
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

/// The most that a byte can become by Flate.
const FLATE_WORST: usize = 1_032;

/// What the names of filters begin with in full and in short, and the most that a byte can become by them.
const OWN_WORST: [(&[u8], usize); 4] =
    [(b"/Fl", FLATE_WORST), (b"/LZW", 2_731), (b"/RunLength", 64), (b"/RL", 64)];

/// The head of a stream with names as they are meant: any character may be written as `#` and two digits.
fn plain_names(head: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(head.len());
    let mut rest = head;
    while let [byte, after @ ..] = rest {
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        match digit(0).zip(digit(1)).filter(|_| *byte == b'#') {
            Some((high, low)) => {
                plain.push((high * 16 + low) as u8);
                rest = &after[2..];
            }
            None => {
                plain.push(*byte);
                rest = after;
            }
        }
    }
    plain
}

/// As [`has_sound_rows`], for the head of a stream whose objects cannot be looked up yet.
fn names_sound_rows(head: &[u8]) -> bool {
    ROWS.iter().all(|(name, sound)| {
        let mut from = 0;
        while let Some(at) = find(head, name.as_bytes(), from) {
            from = at + name.len();
            let value = head.get(from..).unwrap_or_default().trim_ascii_start();
            let n_digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (digits, rest) = value.split_at(n_digits);
            // A number that stands elsewhere.
            let is_reference = rest.first().is_some_and(u8::is_ascii_whitespace)
                && rest.trim_ascii_start().first().is_some_and(u8::is_ascii_digit);
            let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
            if is_reference || !number.is_some_and(|number| sound.contains(&number)) {
                return false;
            }
        }
        true
    })
}

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
        let file = |head: &str, len: usize| {
            let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; len], 9);
            [head.as_bytes(), b" stream\r\n", &packed].concat()
        };
        let head = "1 0 obj <</Type/ObjStm/Filter/FlateDecode>>";
        assert!(!has_bomb(&file(head, 1 << 20)));
        // However it hides what it is.
        let padded = format!("/ObjStm {}/Filter", "/A ".repeat(1_000));
        for head in
            [head, &head.replace("ObjStm", "Obj#53tm"), &head.replace("/ObjStm/Filter", &padded)]
        {
            assert!(has_bomb(&file(head, MAX_PART_BYTES + 1)), "{head}");
        }
    }

    #[test]
    fn rows_that_no_document_has_are_a_bomb() {
        let file = |parameters: &str| {
            format!(
                "1 0 obj <</Type/XRef/Filter/FlateDecode/DecodeParms<<{parameters}>>>> stream\nx"
            )
        };
        assert!(!has_bomb(file("/Predictor 12 /Columns 5").as_bytes()));
        for parameters in [
            "/Predictor 12 /Columns 2147483647",
            "/Predictor 2 /Columns 0",
            "/Predictor 2 /Columns -1",
            "/Predictor 12 /Columns 5 0 R",
            "/Predictor 12 /Columns 4 /Colors 255",
            "/Predictor 12 /Columns 4 /BitsPerComponent 255",
        ] {
            assert!(has_bomb(file(parameters).as_bytes()), "{parameters}");
        }
        let many = b"<</Type/ObjStm/Filter[/FlateDecode/FlateDecode]>> stream\n".to_vec();
        assert!(has_bomb(&[many, vec![b'x'; 1 << 20]].concat()));
    }
}
