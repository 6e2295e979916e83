//! 发文字号: the number of an official document.

use crate::text::Span;
use crate::text::normalize::is_han;

/// The longest word in front of the year, in characters.
const LONGEST_WORD: usize = 14;

/// Characters between spaces that are a word of their own: 文件编号 示路交〔2024〕6号, but 示 路 交〔2024〕6号.
const WHOLE_WORD: usize = 3;

/// The first document number in `text` (normalized), in its regular form `示政字〔2024〕12号`, and where it stands.
///
/// Brackets of any kind and spaces are allowed, and a lost closing bracket where the digits still tell year from number.
pub(super) fn find(text: &str) -> Option<(String, Span)> {
    text.char_indices().filter(|&(_, char)| matches!(char, '〔' | '[' | '(' | '【')).find_map(
        |(at, char)| {
            let (year, number, len) = after_bracket(&text[at + char.len_utf8()..])?;
            let (start, word) = word_before(&text[..at])?;
            Some((
                format!("{word}〔{year}〕{number}号"),
                Span::new(start, at + char.len_utf8() + len),
            ))
        },
    )
}

/// Year, number and length of `2024〕12号`.
fn after_bracket(text: &str) -> Option<(&str, &str, usize)> {
    let digits_of =
        |text: &str| text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let skip = |text: &str, of: &[char]| text.len() - text.trim_start_matches(of).len();
    let start = skip(text, &[' ']);
    let len = digits_of(&text[start..]);
    let digits = &text[start..start + len];
    if !(digits.starts_with("19") || digits.starts_with("20")) {
        return None;
    }
    let (year, number, end) = if len == 4 {
        let close = start + len;
        let gap = skip(&text[close..], &[' ', '〕', ']', ')', '】']);
        let from = close + gap;
        let from = from + if text[from..].starts_with('第') { '第'.len_utf8() } else { 0 };
        let from = from + skip(&text[from..], &[' ']);
        let len = digits_of(&text[from..]);
        (digits, &text[from..from + len], from + len)
    } else if (5..=8).contains(&len) {
        (&digits[..4], &digits[4..], start + len)
    } else {
        return None;
    };
    let end = end + skip(&text[end..], &[' ']);
    let fits = (1..=4).contains(&number.len()) && text[end..].starts_with('号');
    fits.then(|| (year, number, end + '号'.len_utf8()))
}

/// The word that ends `text`, and where it starts. Spaces inside it are dropped.
fn word_before(text: &str) -> Option<(usize, String)> {
    let mut start = text.len();
    let mut count = 0;
    let mut since_space = 0;
    for (at, char) in text.char_indices().rev() {
        if is_han(char) && count < LONGEST_WORD {
            count += 1;
            since_space += 1;
            start = at;
        } else if char != ' ' || since_space >= WHOLE_WORD {
            break;
        } else {
            since_space = 0;
        }
    }
    let word: String = text[start..].chars().filter(|char| *char != ' ').collect();
    (!word.is_empty()).then_some((start, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(find(text).map(|(number, _)| number).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn shapes() {
        check("岚水字〔2024〕12号", "岚水字〔2024〕12号");
        check("岚水字[2024]130 号", "岚水字〔2024〕130号");
        check("岚水发(2024)第 3 号", "岚水发〔2024〕3号");
        check("文号:岚水发【2024】3号", "岚水发〔2024〕3号");
    }

    #[test]
    fn lost_brackets() {
        check("岚水字〔202130号", "岚水字〔2021〕30号");
        check("岚水发〔20212号", "岚水发〔2021〕2号");
    }

    #[test]
    fn none() {
        for text in ["国务院令第722号", "(2021—2025年)", "〔2024〕12号", "岚水字〔2024〕", ""]
        {
            check(text, "");
        }
    }
}
