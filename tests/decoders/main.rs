//! The decoders' table: the samples in every encoding, whole and cut short, and how often the encoding is told.
//!
//! A cut file is more than the first bytes of three samples: each line that has words is taken for the first of a file.
//! What counts is whether the words are right; a few bytes of ASCII are the same in several encodings.
//! `FAJIAN_UPDATE=1 cargo test --test decoders` rewrites the table beside this file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::Path;

use encoding_rs::{BIG5, GB18030};
use fajian::source::{self, NativeDecoder};

const SAMPLES: [&str; 3] = ["dense", "silent", "traditional"];

/// Lengths in bytes that files are cut to; the last stands for none.
const LENGTHS: [usize; 5] = [50, 100, 200, 1000, usize::MAX];

/// From so many bytes on, the share that must be told.
const SURE_LENGTH: usize = 100;
const SURE_SHARE: f64 = 0.99;

/// How a text becomes bytes.
type Encode = fn(&str) -> Vec<u8>;

const ENCODINGS: [(&str, Encode); 8] = [
    ("UTF-8", |text| text.as_bytes().to_vec()),
    ("UTF-8 with mark", |text| format!("\u{feff}{text}").into_bytes()),
    ("UTF-16LE", |text| utf16(text, u16::to_le_bytes)),
    ("UTF-16LE with mark", |text| utf16(&format!("\u{feff}{text}"), u16::to_le_bytes)),
    ("UTF-16BE", |text| utf16(text, u16::to_be_bytes)),
    ("UTF-16BE with mark", |text| utf16(&format!("\u{feff}{text}"), u16::to_be_bytes)),
    ("GB18030", |text| GB18030.encode(text).0.into_owned()),
    (BIG5_NAME, |text| BIG5.encode(text).0.into_owned()),
];

/// The one that cannot hold every sample: only the one in traditional characters, without the letters of its pinyin.
const BIG5_NAME: &str = "Big5";

fn without_what_big5_lacks(text: &str) -> String {
    let has = |char: &char| !BIG5.encode(&char.to_string()).2;
    text.chars().filter(has).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Whether `bytes`, which begin what `whole` is the text of, are read as that.
fn is_told(bytes: &[u8], whole: &str) -> bool {
    let Ok(source) = source::read(bytes, &NativeDecoder) else { return false };
    // The last character may be cut, and leave a byte of ASCII behind.
    let shown: Vec<char> = words(&source.text).collect();
    let n_right = shown.iter().zip(words(whole)).take_while(|(one, other)| **one == *other).count();
    n_right > 0 && shown.len() - n_right <= 1
}

fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|char| !char.is_whitespace())
}

#[test]
fn encodings_are_told() {
    let mut lines = String::new();
    let mut heads = String::new();
    let mut sums = [(0_u32, 0_u32); LENGTHS.len()];
    for sample in SAMPLES {
        let path = format!("{}/samples/{sample}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        for (name, encode) in ENCODINGS {
            let text = match name {
                BIG5_NAME if sample == "traditional" => without_what_big5_lacks(&text),
                BIG5_NAME => continue,
                _ => text.clone(),
            };
            let _ = write!(heads, "{sample:<12} {name:<19}");
            let _ = write!(lines, "{sample:<12} {name:<19}");
            for (length, sum) in LENGTHS.into_iter().zip(&mut sums) {
                let mut is_first = true;
                let (mut n_told, mut n_tried) = (0, 0);
                for start in starts(&text) {
                    let rest = &text[start..];
                    let n_blank = rest.len() - rest.trim_start().len();
                    let bytes = encode(rest);
                    // Where the cut leaves nothing but white space, there is nothing to tell.
                    if encode(&rest[..n_blank]).len() + 4 > length {
                        continue;
                    }
                    let is_right = is_told(&bytes[..length.min(bytes.len())], rest);
                    if is_first {
                        let _ = write!(heads, "{:>8}", if is_right { "told" } else { "wrong" });
                        is_first = false;
                    }
                    n_tried += 1;
                    n_told += u32::from(is_right);
                }
                let _ = write!(lines, "{:>8}", format!("{n_told}/{n_tried}"));
                *sum = (sum.0 + n_told, sum.1 + n_tried);
            }
            heads.push('\n');
            lines.push('\n');
        }
    }
    let mut board = format!("{:<32}", "bytes");
    let names = LENGTHS.map(|length| match length {
        usize::MAX => "whole".to_owned(),
        length => length.to_string(),
    });
    let columns: String = names.iter().map(|name| format!("{name:>8}")).collect();
    let _ = writeln!(
        board,
        "{columns}\n\n# Files as they are\n\n{heads}\n# Files that begin at any line\n"
    );
    board.push_str(&lines);
    let shares = sums.map(|(n_told, n_tried)| f64::from(n_told) / f64::from(n_tried));
    let shares_spelled: String =
        shares.iter().map(|share| format!("{:>8}", format!("{:.2}%", 100.0 * share))).collect();
    let _ = writeln!(board, "\n{:<32}{shares_spelled}", "all");
    for (length, share) in LENGTHS.into_iter().zip(shares) {
        assert!(length < SURE_LENGTH || share >= SURE_SHARE, "at {length} bytes:\n{board}");
    }
    assert!(!heads.contains("wrong"), "{board}");
    compare(&board);
}

/// Where the lines begin that have words.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        (!line.trim().is_empty()).then_some(start)
    })
}

/// Compares the table with the committed one, or replaces that when `FAJIAN_UPDATE` is set.
fn compare(board: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decoders/table.txt");
    if std::env::var_os("FAJIAN_UPDATE").is_some() {
        std::fs::write(&path, board).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        board == committed,
        "{} has changed, it is now:\n{board}\nIf this is meant: FAJIAN_UPDATE=1 cargo test --test decoders",
        path.display()
    );
}
