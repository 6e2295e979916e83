//! The title that the file names, and strings of the file outside of pages.

use super::coding::utf16;
use crate::source::{Decode, LegacyEncoding};

/// The fewest Chinese characters of a title.
const FEWEST_HAN: usize = 4;
/// How far into the text its own title stands at most, in characters without white space.
const HEAD: usize = 1_500;

/// A string of the file: UTF-16 or UTF-8 where its first bytes say so, else Latin letters.
pub(super) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest),
        [0xff, 0xfe, rest @ ..] => {
            let (pairs, _) = rest.as_chunks::<2>();
            utf16(&pairs.iter().flat_map(|pair| [pair[1], pair[0]]).collect::<Vec<_>>())
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The title, where it is one: a line of the text's own head. Writers leave in the file what was typed into a template
/// or an earlier report, or the file's name.
pub(super) fn sensible(bytes: &[u8], text: &str, decoder: &dyn Decode) -> Option<String> {
    let mut title = text_string(bytes);
    // Old programs write the system's own encoding.
    if bytes.iter().any(|byte| !byte.is_ascii())
        && !matches!(bytes, [0xfe, 0xff, ..] | [0xff, 0xfe, ..])
    {
        title = match std::str::from_utf8(bytes) {
            Ok(title) => title.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => decoder.decode(LegacyEncoding::Gb18030, bytes),
        };
    }
    let title = title.trim_matches(|char: char| char.is_whitespace() || char.is_control());
    let is_han = |char: &char| ('\u{4e00}'..='\u{9fff}').contains(char);
    let compact =
        |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    let head: String = text.chars().filter(|char| !char.is_whitespace()).take(HEAD).collect();
    let is_title =
        title.chars().filter(is_han).count() >= FEWEST_HAN && head.contains(&compact(title));
    is_title.then(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::NativeDecoder;

    const TEXT: &str = "东桥市2023年度\n法治政府建设情况报告\n一、总体情况\n";

    fn read(bytes: &[u8]) -> Option<String> {
        sensible(bytes, TEXT, &NativeDecoder)
    }

    #[test]
    fn a_title_is_one_that_the_text_has() {
        let title = "东桥市2023年度法治政府建设情况报告";
        let units: Vec<u8> = title.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&[b"\xfe\xff", units.as_slice()].concat()).as_deref(), Some(title));
        assert_eq!(read(title.as_bytes()).as_deref(), Some(title));
        // 法治政府建设, as an old program writes it.
        assert_eq!(
            read(b"\xb7\xa8\xd6\xce\xd5\xfe\xb8\xae\xbd\xa8\xc9\xe8").as_deref(),
            Some("法治政府建设")
        );
    }

    #[test]
    fn names_of_files_and_leftovers_are_no_titles() {
        assert_eq!(read(b"Microsoft Word - report.doc"), None);
        assert_eq!(read("东桥市2019年度法治政府建设情况报告".as_bytes()), None);
        assert_eq!(read("报告".as_bytes()), None);
        assert_eq!(read(b""), None);
    }
}
