//! The running text of a report, sentence by sentence, in a form in which equal words are equal.

use super::RunningText;
use crate::text::Span;
use crate::text::normalize::{is_han, normalize};

/// A sentence of a report.
#[derive(Debug)]
pub(super) struct Sentence {
    /// Where it stands in the report's text.
    pub(super) span: Span,
    /// Its characters and digits, simplified, without years, punctuation and spaces.
    pub(super) words: String,
    /// How many characters `words` has.
    pub(super) characters: usize,
    /// Whether it stands in a plan.
    pub(super) is_plan: bool,
}

/// The sentences of a report in reading order.
pub(super) fn sentences(running: &RunningText) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for &(stretch, is_plan) in &running.stretches {
        let words = running.text.get(stretch.start..stretch.end).unwrap_or_default();
        let normal = normalize(words);
        let mut push = |start: usize, end: usize| {
            let words = plain(without_number(&normal.text[start..end]));
            let span = normal.original(Span::new(start, end));
            if !words.is_empty() {
                sentences.push(Sentence {
                    span: Span::new(span.start + stretch.start, span.end + stretch.start),
                    characters: words.chars().count(),
                    words,
                    is_plan,
                });
            }
        };
        let mut start = 0;
        for (at, char) in normal.text.char_indices() {
            if matches!(char, '。' | '!' | '?' | ';') {
                let end = at + char.len_utf8();
                push(start, end);
                start = end;
            }
        }
        push(start, normal.text.len());
    }
    sentences
}

/// A sentence without the number of its heading or item, which changes when another one is added: (三), 2., 一是.
fn without_number(words: &str) -> &str {
    let words = words.trim_start();
    let is_digit = |char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char);
    let inner = words.strip_prefix('(').unwrap_or(words);
    let rest = inner.trim_start_matches(is_digit);
    let is_number = inner.len() > rest.len() && inner.len() - rest.len() <= 9;
    let closed = rest.strip_prefix([')', '、', '.', '是']).filter(|_| is_number);
    // 3.5万件 is no number of an item.
    closed.filter(|rest| !rest.starts_with(|char: char| char.is_ascii_digit())).unwrap_or(words)
}

/// Characters, letters and digits alone, without the digits of years.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for char in words.chars() {
        if char == '年' {
            let kept = plain.trim_end_matches(|char: char| char.is_ascii_digit()).len();
            if plain.len() - kept == 4 {
                plain.truncate(kept);
            }
        }
        if is_han(char) || char.is_ascii_alphanumeric() {
            plain.push(char);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_items_go_and_other_numbers_stay() {
        assert_eq!(plain(without_number("(三)加强领导。")), "加强领导");
        assert_eq!(plain(without_number("2.加强领导")), "加强领导");
        assert_eq!(plain(without_number("一是加强领导;")), "加强领导");
        assert_eq!(plain(without_number("3.5万件")), "35万件");
        assert_eq!(plain(without_number("2023年,审结18件。")), "年审结18件");
    }
}
