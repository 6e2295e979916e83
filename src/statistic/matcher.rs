//! Finding all words of a list in one pass over a text.
//!
//! The words stand in a tree by their characters. Nearly all places of a text are left out by a look at two characters:
//! few pairs start a word.

use crate::text::Span;
use crate::text::words::{Filter, common_code, low_code};

/// How many pairs of characters are told apart, a power of two.
const PAIRS: usize = 1 << 15;

/// How many places the nodes are spread over, a power of two.
const PLACES: usize = 1 << 14;

/// The nodes that can be held: where few places are free, looking for one takes long.
const MAX_NODES: usize = PLACES / 4 * 3;

/// No node, no word.
const NONE: u16 = u16::MAX;

/// A word of the list in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number.
    pub word: u16,
    /// Where it stands.
    pub span: Span,
}

/// A list of words, made ready to be found.
pub struct Matcher {
    /// One bit for each pair of characters that starts a word.
    pairs: Box<[u64; PAIRS / 64]>,
    /// Words of one character.
    singles: Filter,
    /// Nodes, each at the place that its character and the node above it tell, or at the next one that was free.
    nodes: Box<[Node; PLACES]>,
    n_nodes: usize,
    n_words: u16,
}

/// A character of a word behind those of the nodes above it; nodes are known by their places.
#[derive(Clone, Copy)]
struct Node {
    /// The character, of the Basic Multilingual Plane; NUL at a free place.
    char: u16,
    /// The node above; none where a word starts.
    above: u16,
    /// The word that ends here.
    word: u16,
    /// Whether longer words go on from here.
    goes_on: bool,
}

/// A place without node.
const FREE: Node = Node { char: 0, above: NONE, word: NONE, goes_on: false };

impl Default for Matcher {
    fn default() -> Self {
        Self {
            pairs: Box::new([0; PAIRS / 64]),
            singles: Filter::default(),
            nodes: Box::new([FREE; PLACES]),
            n_nodes: 0,
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
        for char in word.encode_utf16() {
            above = match self.step(above, char) {
                Ok(node) => node,
                Err(free) => {
                    // Beyond what can be held, words are left out.
                    if self.n_nodes == MAX_NODES {
                        return NONE;
                    }
                    self.n_nodes += 1;
                    self.nodes[usize::from(free)] = Node { char, above, ..FREE };
                    if let Some(above) = self.nodes.get_mut(usize::from(above)) {
                        above.goes_on = true;
                    }
                    free
                }
            };
        }
        let node = &mut self.nodes[usize::from(above) % PLACES];
        if node.word == NONE {
            node.word = self.n_words;
            self.n_words += 1;
        }
        node.word
    }

    /// The node for `char` behind the node `above`; where there is none, the place for it.
    #[inline]
    fn step(&self, above: u16, char: u16) -> Result<u16, u16> {
        let mut place = usize::from(char ^ above.wrapping_mul(0x9e5)) % PLACES;
        loop {
            let node = &self.nodes[place];
            if node.char == char && node.above == above {
                return Ok(place as u16);
            }
            if node.char == 0 {
                return Err(place as u16);
            }
            place = (place + 1) % PLACES;
        }
    }

    /// All words in `text`, by where they end; of those that end at one place the longest first.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::with_capacity(text.len() / 8);
        let mut rest = text.as_bytes();
        let mut here = low_code(rest);
        while let Some((code, len)) = here {
            let behind = rest.get(len..).unwrap_or_default();
            let next = low_code(behind);
            if next.is_some_and(|(next, _)| self.may_start(code, next)) || self.singles.has(code) {
                self.find_at(text, text.len() - rest.len(), &mut found);
            }
            rest = behind;
            here = next;
        }
        found
    }

    /// Whether a word may start with two characters.
    #[inline]
    fn may_start(&self, first: usize, second: usize) -> bool {
        let pair = pair(first, second);
        self.pairs[pair / 64] >> (pair % 64) & 1 == 1
    }

    /// The words that start at `at`.
    fn find_at(&self, text: &str, at: usize, found: &mut Vec<Hit>) {
        let mut end = at;
        let mut above = NONE;
        while let Some((code, len)) = code(text, end) {
            let Some(node) = self.step(above, code).ok().filter(|_| code != 0) else { return };
            let here = &self.nodes[usize::from(node) % PLACES];
            end += len;
            if here.word != NONE {
                let later = found.iter().rev().take_while(|hit| hit.span.end > end).count();
                found
                    .insert(found.len() - later, Hit { word: here.word, span: Span::new(at, end) });
            }
            if !here.goes_on {
                return;
            }
            above = node;
        }
    }
}

/// The character at `at` and its length in bytes.
#[inline]
fn code(text: &str, at: usize) -> Option<(u16, usize)> {
    if let Some(code) = text.as_bytes().get(at..).and_then(common_code) {
        return Some((code, 3));
    }
    let char = text.get(at..)?.chars().next()?;
    // Characters beyond the plane stand in no word; NUL would be found at a free place.
    Some((u16::try_from(char).unwrap_or_default(), char.len_utf8()))
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
            .map(|hit| {
                let found = &text[hit.span.start..hit.span.end];
                assert_eq!(words[usize::from(hit.word)], found);
                found
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
