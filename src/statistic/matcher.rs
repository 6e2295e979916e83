//! Finding all words of a list in one pass over a text.
//!
//! The words stand in a tree by their characters. Nearly all places of a text are left out by a look at two characters:
//! few pairs start a word.

use crate::text::Span;
use crate::text::words::{Filter, low_code};

/// How many pairs of characters are told apart, a power of two.
const PAIRS: usize = 1 << 15;

/// How many places the steps from one character of a word to the next are spread over, a power of two.
const STEPS: usize = 1 << 14;

/// The steps that can be held: where few places are free, looking for one takes long.
const MAX_STEPS: usize = STEPS / 4 * 3;

/// No node, no word.
const NONE: u16 = u16::MAX;

/// A list of words, made ready to be found.
pub struct Matcher {
    /// One bit for each pair of characters that starts a word.
    pairs: Box<[u64; PAIRS / 64]>,
    /// Words of one character.
    singles: Filter,
    /// Nodes, each at the place that its character and the node above it tell, or at the next one that was free.
    steps: Box<[u16; STEPS]>,
    nodes: Vec<Node>,
    n_words: u16,
}

/// A character of a word behind those of the nodes above it.
struct Node {
    char: char,
    /// The node above; none where a word starts.
    above: u16,
    /// The word that ends here.
    word: u16,
    /// Whether longer words go on from here.
    goes_on: bool,
}

impl Default for Matcher {
    fn default() -> Self {
        Self {
            pairs: Box::new([0; PAIRS / 64]),
            singles: Filter::default(),
            steps: Box::new([NONE; STEPS]),
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
        let mut above = NONE;
        for char in word.chars() {
            above = match self.step(above, char) {
                Ok(node) => node,
                Err(place) => {
                    // Beyond what can be held, words are left out.
                    let new = self.nodes.len();
                    if new == MAX_STEPS {
                        return NONE;
                    }
                    if let Some(above) = self.nodes.get_mut(usize::from(above)) {
                        above.goes_on = true;
                    }
                    self.nodes.push(Node { char, above, word: NONE, goes_on: false });
                    self.steps[place] = new as u16;
                    new as u16
                }
            };
        }
        let node = &mut self.nodes[usize::from(above)];
        if node.word == NONE {
            node.word = self.n_words;
            self.n_words += 1;
        }
        node.word
    }

    /// The node for `char` behind the node `above`; where there is none, the place for it.
    #[inline]
    fn step(&self, above: u16, char: char) -> Result<u16, usize> {
        let mut place = (u32::from(char) as usize ^ (usize::from(above) * 0x9e5)) % STEPS;
        loop {
            let node = self.steps[place];
            let Some(here) = self.nodes.get(usize::from(node)) else { return Err(place) };
            if here.char == char && here.above == above {
                return Ok(node);
            }
            place = (place + 1) % STEPS;
        }
    }

    /// All words in `text` with their numbers, by where they end; of those that end at one place the longest first.
    pub fn find(&self, text: &str) -> Vec<(u16, Span)> {
        let mut found: Vec<(u16, Span)> = Vec::with_capacity(text.len() / 8);
        let mut rest = text.as_bytes();
        let mut here = low_code(rest);
        while let Some((code, len)) = here {
            let at = text.len() - rest.len();
            rest = &rest[len..];
            let next = low_code(rest);
            let starts = next.is_some_and(|(next, _)| {
                let pair = pair(code, next);
                self.pairs[pair / 64] >> (pair % 64) & 1 == 1
            });
            if starts || self.singles.has(code) {
                self.find_at(text, at, &mut found);
            }
            here = next;
        }
        found
    }

    /// The words that start at `at`.
    fn find_at(&self, text: &str, at: usize, found: &mut Vec<(u16, Span)>) {
        let mut end = at;
        let mut above = NONE;
        for char in text[at..].chars() {
            let Ok(node) = self.step(above, char) else { return };
            let here = &self.nodes[usize::from(node)];
            end += char.len_utf8();
            if here.word != NONE {
                let later = found.iter().rev().take_while(|(_, span)| span.end > end).count();
                found.insert(found.len() - later, (here.word, Span::new(at, end)));
            }
            if !here.goes_on {
                return;
            }
            above = node;
        }
    }
}

/// The bit of a pair of characters, by the lower bits of their codes.
const fn pair(first: usize, second: usize) -> usize {
    (first << 3 ^ (second & 0xfff)) % PAIRS
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
