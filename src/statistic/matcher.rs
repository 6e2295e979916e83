//! Finding all words of a list in one pass over a text.
//!
//! The words stand in a tree by their characters, which starts with pairs of them. Nearly all places of a text are left
//! out by a look at two characters: few pairs start a word.

use crate::text::Span;
use crate::text::words::{Filter, WIDE, each_low_code, first_wide};

/// How many pairs of characters are told apart, a power of two.
const PAIRS: usize = 1 << 15;

/// How many places the nodes are spread over, a power of two.
const PLACES: usize = 1 << PLACE_BITS;
/// See [`PLACES`].
const PLACE_BITS: u32 = 14;

/// The nodes that can be held: where few places are free, looking for one takes long.
const MAX_NODES: usize = PLACES / 4 * 3;

/// No word.
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
    /// Nodes, each at the place that its key tells, or at the next one that was free.
    nodes: Box<[Node; PLACES]>,
    n_nodes: usize,
    n_words: u16,
}

/// The first characters of a word, one more than in the node above; nodes are known by their places. Lies in eight bytes:
/// the parts of its key are not a value of their own.
#[derive(Clone, Copy)]
struct Node {
    /// See [`Key::code`].
    code: u32,
    /// The word that ends here.
    word: u16,
    /// See [`Key::starts`].
    starts: bool,
    /// Whether longer words go on from here.
    goes_on: bool,
}

impl Node {
    const fn key(self) -> Key {
        Key { code: self.code, starts: self.starts }
    }
}

/// What a node is found by. Characters are those of the Basic Multilingual Plane.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    /// The first two characters of a word, the second one NUL in a word of one; or the node above and a character.
    code: u32,
    /// Whether it is that of a word's start.
    starts: bool,
}

impl Key {
    /// That of a word's start.
    const fn start(first: u16, second: u16) -> Self {
        Self { code: (first as u32) << 16 | second as u32, starts: true }
    }

    /// That of a character behind a node.
    const fn behind(above: u16, char: u16) -> Self {
        Self { code: (above as u32) << 16 | char as u32, starts: false }
    }
}

/// What stands at a place without node: NUL stands in no word.
const FREE: Node = Node { code: 0, word: NONE, starts: false, goes_on: false };

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

    /// Adds a word, which is not empty, unless it is there already. Gives its number: words count as they come. Beyond
    /// what can be held, words are left out.
    pub fn insert(&mut self, word: &str) -> u16 {
        let mut chars = word.encode_utf16();
        let Some(first) = chars.next() else { return NONE };
        let second = chars.next().unwrap_or_default();
        if second == 0 {
            self.singles.insert(char::from_u32(first.into()).unwrap_or_default());
        } else {
            let pair = pair(first.into(), second.into());
            self.pairs[pair / 64] |= 1 << (pair % 64);
        }
        let Some(mut node) = self.node(Key::start(first, second)) else { return NONE };
        for char in chars {
            self.nodes[usize::from(node) % PLACES].goes_on = true;
            let Some(behind) = self.node(Key::behind(node, char)) else { return NONE };
            node = behind;
        }
        let node = &mut self.nodes[usize::from(node) % PLACES];
        if node.word == NONE {
            node.word = self.n_words;
            self.n_words += 1;
        }
        node.word
    }

    /// The node of a key, made where there is none; `None` when there is no room.
    fn node(&mut self, key: Key) -> Option<u16> {
        match self.step(key) {
            Ok(node) => Some(node),
            Err(_) if self.n_nodes == MAX_NODES => None,
            Err(free) => {
                self.n_nodes += 1;
                let Key { code, starts } = key;
                self.nodes[usize::from(free) % PLACES] = Node { code, starts, ..FREE };
                Some(free)
            }
        }
    }

    /// The node of a key; where there is none, the place for it.
    #[inline]
    fn step(&self, key: Key) -> Result<u16, u16> {
        // The upper bits of the product depend on all bits of the key.
        let mut place = (key.code.wrapping_mul(0x9e37_79b1) >> (32 - PLACE_BITS)) as usize;
        loop {
            let node = &self.nodes[place % PLACES];
            if node.key() == key {
                return Ok(place as u16);
            }
            if node.key() == FREE.key() {
                return Err(place as u16);
            }
            place = (place + 1) % PLACES;
        }
    }

    /// All words in `text`, by where they end; of those that end at one place the longest first.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::with_capacity(text.len() / 8);
        // The character that was seen last; before the first one, a place where nothing starts.
        let (mut at, mut code) = (text.len(), 0);
        let mut see = |next_at, next| {
            if self.may_start(code, next) || self.singles.has(code) {
                self.find_at(text, at, &mut found);
            }
            (at, code) = (next_at, next);
        };
        each_low_code(text, &mut see);
        see(text.len(), 0);
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
        let Some((first, len)) = code(text, at) else { return };
        let mut end = at + len;
        if self.singles.has(usize::from(first))
            && let Ok(node) = self.step(Key::start(first, 0))
        {
            note(found, self.nodes[usize::from(node) % PLACES].word, Span::new(at, end));
        }
        let Some((second, len)) = code(text, end).filter(|(second, _)| *second != 0) else {
            return;
        };
        end += len;
        let mut key = Key::start(first, second);
        while let Ok(place) = self.step(key) {
            let node = &self.nodes[usize::from(place) % PLACES];
            if node.word != NONE {
                note(found, node.word, Span::new(at, end));
            }
            if !node.goes_on {
                return;
            }
            let Some((next, len)) = code(text, end) else { return };
            end += len;
            key = Key::behind(place, next);
        }
    }
}

/// Adds a hit where it belongs by its end.
#[inline]
fn note(found: &mut Vec<Hit>, word: u16, span: Span) {
    let hit = Hit { word, span };
    if found.last().is_none_or(|last| last.span.end <= span.end) {
        found.push(hit);
        return;
    }
    let later = found.iter().rev().take_while(|hit| hit.span.end > span.end).count();
    found.insert(found.len() - later, hit);
}

/// The character at `at` and its length in bytes; NUL for those beyond the plane, which stand in no word.
#[inline]
fn code(text: &str, at: usize) -> Option<(u16, usize)> {
    if let Some(code) = text.as_bytes().get(at..).and_then(first_wide) {
        return Some((code, WIDE));
    }
    let char = text.get(at..)?.chars().next()?;
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
