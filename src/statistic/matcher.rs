//! Finding all words of a list in one pass over a text.
//!
//! The words stand in a tree by their characters. Nearly all places of a text are left out by a look at two characters:
//! few pairs start a word.

use crate::text::Span;
use crate::text::words::{Filter, low_code};

/// How many pairs of characters are told apart, a power of two.
const PAIRS: usize = 1 << 15;

/// How many lists the first characters of words are spread over, a power of two.
const ROOTS: usize = 512;

/// No node, no word.
const NONE: u16 = u16::MAX;

/// A list of words, made ready to be found.
pub struct Matcher {
    /// One bit for each pair of characters that starts a word.
    pairs: Box<[u64; PAIRS / 64]>,
    /// Words of one character.
    singles: Filter,
    /// The first of the nodes that words start with, by the lower bits of their character.
    roots: Box<[u16; ROOTS]>,
    nodes: Vec<Node>,
    n_words: u16,
}

/// A character of a word behind those of the nodes above it.
struct Node {
    char: char,
    /// Another character at the same place.
    next: u16,
    /// The first of the characters that may follow.
    child: u16,
    /// The word that ends here.
    word: u16,
}

impl Default for Matcher {
    fn default() -> Self {
        Self {
            pairs: Box::new([0; PAIRS / 64]),
            singles: Filter::default(),
            roots: Box::new([NONE; ROOTS]),
            nodes: Vec::new(),
            n_words: 0,
        }
    }
}

impl Matcher {
    /// How many words there are; their numbers go up to it.
    pub fn len(&self) -> usize {
        usize::from(self.n_words)
    }

    /// Adds a word, which is not empty, unless it is there already. Gives its number: words count as they come.
    pub fn insert(&mut self, word: &str) -> u16 {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(first), Some(second)) => {
                let pair = pair(u32::from(first) as usize, u32::from(second) as usize);
                self.pairs[pair / 64] |= 1 << (pair % 64);
            }
            (Some(only), None) => self.singles.insert(only),
            _ => return NONE,
        }
        let mut node = NONE;
        for char in word.chars() {
            let siblings = if node == NONE {
                self.roots[root(char)]
            } else {
                self.nodes[usize::from(node)].child
            };
            node = match self.among(siblings, char) {
                Some(found) => found,
                None => {
                    // Beyond what numbers can say, words are left out.
                    let Ok(new) = u16::try_from(self.nodes.len()) else { return NONE };
                    if new == NONE {
                        return NONE;
                    }
                    self.nodes.push(Node { char, next: siblings, child: NONE, word: NONE });
                    if node == NONE {
                        self.roots[root(char)] = new;
                    } else {
                        self.nodes[usize::from(node)].child = new;
                    }
                    new
                }
            };
        }
        let node = &mut self.nodes[usize::from(node)];
        if node.word == NONE {
            node.word = self.n_words;
            self.n_words += 1;
        }
        node.word
    }

    /// The node for `char` in the list that starts with `node`.
    fn among(&self, mut node: u16, char: char) -> Option<u16> {
        while let Some(here) = self.nodes.get(usize::from(node)) {
            if here.char == char {
                return Some(node);
            }
            node = here.next;
        }
        None
    }

    /// All words in `text` with their numbers, by where they end; of those that end at one place the longest first.
    pub fn find(&self, text: &str) -> Vec<(u16, Span)> {
        let mut found: Vec<(u16, Span)> = Vec::with_capacity(text.len() / 16);
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut here = low_code(bytes);
        while let Some((code, len)) = here {
            let next = low_code(&bytes[at + len..]);
            let starts = next.is_some_and(|(next, _)| {
                let pair = pair(code, next);
                self.pairs[pair / 64] >> (pair % 64) & 1 == 1
            });
            if starts || self.singles.has(code) {
                self.find_at(text, at, &mut found);
            }
            at += len;
            here = next;
        }
        found
    }

    /// The words that start at `at`.
    fn find_at(&self, text: &str, at: usize, found: &mut Vec<(u16, Span)>) {
        let mut end = at;
        let mut siblings = None;
        for char in text[at..].chars() {
            let list = siblings.unwrap_or_else(|| self.roots[root(char)]);
            let Some(node) = self.among(list, char).and_then(|it| self.nodes.get(usize::from(it)))
            else {
                return;
            };
            end += char.len_utf8();
            if node.word != NONE {
                let later = found.iter().rev().take_while(|(_, span)| span.end > end).count();
                found.insert(found.len() - later, (node.word, Span::new(at, end)));
            }
            siblings = Some(node.child);
        }
    }
}

/// The bit of a pair of characters, by the lower bits of their codes.
const fn pair(first: usize, second: usize) -> usize {
    (first << 3 ^ (second & 0xfff)) % PAIRS
}

fn root(char: char) -> usize {
    u32::from(char) as usize % ROOTS
}

#[cfg(test)]
mod tests {
    use super::Matcher;

    #[test]
    fn words_come_by_their_ends() {
        let words = ["行政复议", "复议", "复议申请", "议申", "件", "12345", "申请"];
        let text = "行政复议申请12345件";
        let mut matcher = Matcher::default();
        for (number, word) in (0..).zip(words).chain((0..).zip(words)) {
            assert_eq!(matcher.insert(word), number);
        }
        assert_eq!(matcher.len(), words.len());
        let found: Vec<&str> = matcher
            .find(text)
            .iter()
            .map(|(number, span)| {
                assert_eq!(words[usize::from(*number)], &text[span.start..span.end]);
                &text[span.start..span.end]
            })
            .collect();
        assert_eq!(found, ["行政复议", "复议", "议申", "复议申请", "申请", "12345", "件"]);
    }

    #[test]
    fn nothing_in_nothing() {
        let mut matcher = Matcher::default();
        assert!(matcher.find("复议").is_empty());
        matcher.insert("复议");
        assert!(matcher.find("").is_empty());
    }
}
