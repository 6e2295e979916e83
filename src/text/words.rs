//! Word lists that are asked often: looked up by their first or last character instead of word by word.

/// A list of words, grouped by one of their end characters.
pub struct WordList {
    filter: Filter,
    /// For the lowest byte of a character, where its entries start; one more, where the last ones end.
    groups: Box<[u16; GROUPS + 1]>,
    /// Words by the group of their character; those of one character together, the longest first.
    entries: Vec<Entry>,
}

/// How many groups of characters a list has.
const GROUPS: usize = 256;

/// A word, the character that it is found by, and its place in the list it came from.
#[derive(Clone, Copy)]
struct Entry {
    char: char,
    word: &'static str,
    index: usize,
}

impl WordList {
    /// Words to be looked for at the start of a text, or anywhere in it.
    pub fn by_first(words: impl Iterator<Item = &'static str>) -> Self {
        Self::new(words, |word| word.chars().next())
    }

    /// Words to be looked for at the end of a text.
    pub fn by_last(words: impl Iterator<Item = &'static str>) -> Self {
        Self::new(words, |word| word.chars().next_back())
    }

    fn new(words: impl Iterator<Item = &'static str>, key: fn(&str) -> Option<char>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut filter = Filter::default();
        for (index, word) in words.enumerate() {
            let Some(char) = key(word) else { continue };
            filter.insert(char);
            let place = |it: &Entry| (group_of(it.char), it.char, usize::MAX - it.word.len());
            let entry = Entry { char, word, index };
            entries.insert(entries.partition_point(|it| place(it) <= place(&entry)), entry);
        }
        let mut groups = Box::new([0; GROUPS + 1]);
        for entry in &entries {
            groups[group_of(entry.char) + 1] += 1;
        }
        for group in 0..GROUPS {
            groups[group + 1] += groups[group];
        }
        Self { filter, groups, entries }
    }

    /// The words found by a character, the longest first.
    #[inline]
    fn group(&self, char: Option<char>) -> impl Iterator<Item = &Entry> {
        let group = char.map_or(0, group_of);
        let (start, end) = (usize::from(self.groups[group]), usize::from(self.groups[group + 1]));
        self.entries[start..end].iter().filter(move |entry| Some(entry.char) == char)
    }

    /// The longest word that `text` starts with, and its place in the list. For a list [`WordList::by_first`].
    pub fn at_start(&self, text: &str) -> Option<(&'static str, usize)> {
        let mut group = self.group(text.chars().next());
        let found = group.find(|entry| starts_with(text, entry.word));
        found.map(|entry| (entry.word, entry.index))
    }

    /// All words that `text` starts with, the longest first. For a list [`WordList::by_first`].
    pub fn all_at_start(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let group = self.group(text.chars().next());
        group.map(|entry| entry.word).filter(|word| starts_with(text, word))
    }

    /// The longest word that `text` ends with. For a list [`WordList::by_last`].
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        self.place_at_end(text).map(|(word, _)| word)
    }

    /// The longest word that `text` ends with, and its place in the list. For a list [`WordList::by_last`].
    pub fn place_at_end(&self, text: &str) -> Option<(&'static str, usize)> {
        let mut group = self.group(text.chars().next_back());
        let found = group.find(|entry| ends_with(text, entry.word));
        found.map(|entry| (entry.word, entry.index))
    }

    /// `text` without the longest word that it ends with. For a list [`WordList::by_last`].
    pub fn strip_end<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.at_end(text).map(|word| &text[..text.len() - word.len()])
    }

    /// The places in `text` where one of the words starts, in order. For a list [`WordList::by_first`].
    pub fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = self.filter.next(text.as_bytes(), from)?;
                let rest = &text[at..];
                from = at + rest.chars().next().map_or(1, char::len_utf8);
                if self.at_start(rest).is_some() {
                    return Some(at);
                }
            }
        })
    }

    /// Whether one of the words starts at one of `places`. For a list [`WordList::by_first`].
    pub fn stands_at(&self, text: &str, mut places: impl Iterator<Item = usize>) -> bool {
        places.any(|at| text.get(at..).is_some_and(|rest| self.at_start(rest).is_some()))
    }

    /// What lets the first characters of the words pass. For a list [`WordList::by_first`].
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether one of the words stands in `text`. For a list [`WordList::by_first`].
    pub fn stands_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }
}

/// The lowest byte of a character's code.
const fn group_of(char: char) -> usize {
    char as usize % GROUPS
}

/// As `str::starts_with`, faster for a short word whose first character is known to be the same: nearly all words that
/// differ do so in their last byte, and bytes are not compared in a function of its own then.
#[inline]
fn starts_with(text: &str, word: &str) -> bool {
    let last = word.len().wrapping_sub(1);
    text.as_bytes().get(last) == word.as_bytes().get(last) && text.starts_with(word)
}

/// The same for `str::ends_with` and a word whose last character is known to be the same: nearly all differ in the last
/// byte of their first character, for most characters the third.
#[inline]
fn ends_with(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let differs = |at: usize| text.as_bytes().get(start + at) != word.as_bytes().get(at);
    !(word.len() > 2 && differs(2)) && text.ends_with(word)
}

/// Leaves out most characters that are not in a set, by the lower twelve bits of their code: in UTF-8 the last two bytes.
pub struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Filter {
    /// Lets some characters pass, and others with them.
    pub fn of(chars: impl IntoIterator<Item = char>) -> Self {
        let mut filter = Self::default();
        chars.into_iter().for_each(|char| filter.insert(char));
        filter
    }

    /// Lets a character pass, and some others with it.
    pub fn insert(&mut self, char: char) {
        let code = u32::from(char) as usize;
        self.0[code >> 6 & 63] |= 1 << (code & 63);
    }

    /// Whether a character may be one that was let through, by the lower twelve bits of its code, see [`low_code`].
    #[must_use]
    pub fn has(&self, code: usize) -> bool {
        self.0[code >> 6 & 63] >> (code & 63) & 1 == 1
    }

    /// The places of all characters in `text` that may be in the set.
    pub fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.next(text.as_bytes(), from)?;
            from = at + text[at..].chars().next().map_or(1, char::len_utf8);
            Some(at)
        })
    }

    /// The first character at or behind `at`, where one starts, that may be in the set.
    pub fn next(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut rest = bytes.get(at..)?;
        loop {
            let is_other = |wide: &[u8; WIDE]| {
                !is_wide(*wide) | self.has(usize::from(wide_code(*wide) & 0xfff))
            };
            let all = threes(rest);
            let n_passed = all.iter().position(is_other).unwrap_or(all.len());
            rest = rest.get(n_passed * WIDE..)?;
            let (code, len) = low_code(rest)?;
            if self.has(code) {
                return Some(bytes.len() - rest.len());
            }
            rest = rest.get(len..)?;
        }
    }
}

/// How many bytes nearly all characters of a Chinese text have.
pub const WIDE: usize = 3;

/// Some bytes, three by three, as they are characters from where one starts up to the first that [`is_wide`] does not
/// hold for. What is done for one after the other takes no decisions about their lengths.
#[inline]
pub fn threes(bytes: &[u8]) -> &[[u8; WIDE]] {
    bytes.as_chunks().0
}

/// Whether three bytes, where a character starts, are one character.
#[inline]
pub const fn is_wide([first, ..]: [u8; WIDE]) -> bool {
    first & 0xf0 == 0xe0
}

/// The code of a character of three bytes.
#[inline]
pub const fn wide_code([first, second, third]: [u8; WIDE]) -> u16 {
    (first as u16 & 15) << 12 | (second as u16 & 63) << 6 | third as u16 & 63
}

/// The code of the first character where it has three bytes.
#[inline]
pub fn first_wide(bytes: &[u8]) -> Option<u16> {
    bytes.first_chunk().filter(|bytes| is_wide(**bytes)).map(|bytes| wide_code(*bytes))
}

/// Gives the place of each character in `text`, and the lower twelve bits of its code, in order.
#[inline]
pub fn each_low_code(text: &str, mut each: impl FnMut(usize, usize)) {
    let mut at = 0;
    let mut rest = text.as_bytes();
    loop {
        let start = at;
        for wide in threes(rest).iter().take_while(|wide| is_wide(**wide)) {
            each(at, usize::from(wide_code(*wide) & 0xfff));
            at += WIDE;
        }
        rest = rest.get(at - start..).unwrap_or_default();
        let Some((code, len)) = low_code(rest) else { return };
        each(at, code);
        at += len;
        rest = rest.get(len..).unwrap_or_default();
    }
}

/// The lower twelve bits of the first character's code, and its length.
#[inline]
pub fn low_code(bytes: &[u8]) -> Option<(usize, usize)> {
    if let Some(code) = first_wide(bytes) {
        return Some((usize::from(code & 0xfff), WIDE));
    }
    let (high, low, len) = match bytes {
        [byte @ ..0x80, ..] => (0, *byte, 1),
        [high, low, ..] if *high < 0xe0 => (*high, *low, 2),
        [_, _, high, low, ..] => (*high, *low, 4),
        _ => return None,
    };
    Some((usize::from(high & 63) << 6 | usize::from(low & 127), len))
}

/// The first place of `word`, two bytes or longer, in `text`. The standard library prepares each search, which takes
/// longer than this where texts are short: clauses and sentences.
#[must_use]
pub fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    // The end of a word tells more than its start: most characters start with one of a few bytes.
    let (before, end) = word.split_last_chunk()?;
    let mut from = before.len();
    loop {
        let at = pair_place(text, from, *end)?;
        if text[at - before.len()..at] == *before {
            return Some(at - before.len());
        }
        from = at + 1;
    }
}

/// How many places are looked at in one sweep without decisions on the way.
const SWEEP: usize = 16;

/// The first place of two bytes at or behind `from`.
fn pair_place(bytes: &[u8], mut from: usize, pair: [u8; 2]) -> Option<usize> {
    while let Some(sweep) = bytes.get(from..).and_then(|rest| rest.first_chunk::<{ SWEEP + 1 }>()) {
        if holds_pair(sweep, pair) {
            break;
        }
        from += SWEEP;
    }
    let rest = bytes.get(from..)?;
    // What is left is shorter than a sweep, which then starts before it, or holds the pair.
    if rest.len() <= SWEEP && bytes.last_chunk().is_some_and(|sweep| !holds_pair(sweep, pair)) {
        return None;
    }
    rest.windows(2).position(|it| it == pair).map(|at| from + at)
}

/// Whether two bytes stand in a few.
fn holds_pair(sweep: &[u8; SWEEP + 1], [first, second]: [u8; 2]) -> bool {
    let mut seen = false;
    for at in 0..SWEEP {
        seen |= (sweep[at] == first) & (sweep[at + 1] == second);
    }
    seen
}

/// The first place of an ASCII character at or behind `from`.
#[must_use]
pub fn find_mark(text: &str, mut from: usize, mark: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    while let Some(sweep) = bytes.get(from..).and_then(|rest| rest.first_chunk::<{ SWEEP * 2 }>()) {
        let mut seen = false;
        for byte in sweep {
            seen |= *byte == mark;
        }
        if seen {
            break;
        }
        from += sweep.len();
    }
    bytes.get(from..)?.iter().position(|byte| *byte == mark).map(|at| from + at)
}

/// The last place of `word` in `text`, for the same short texts.
#[must_use]
pub fn find_last(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let (last, before) = word.split_last()?;
    (before.len()..text.len())
        .rfind(|&at| text[at] == *last && text[at - before.len()..at] == *before)
        .map(|at| at - before.len())
}

/// All places of `word` in `text`, for the same short texts.
pub fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(text.get(from..)?, word)?;
        from = at + word.len();
        Some(at)
    })
}

/// Whether `word` stands in `text`, for the same short texts.
#[must_use]
pub fn holds(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// Whether one of a few words stands in a short text.
#[must_use]
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| holds(text, word))
}

#[cfg(test)]
mod tests {
    use super::{WordList, find, find_last, find_mark, places};

    #[test]
    fn the_longest_word_wins() {
        let list = WordList::by_first(["人", "人次", "件"].into_iter());
        assert_eq!(list.at_start("人次参加"), Some(("人次", 1)));
        assert_eq!(list.at_start("人参加"), Some(("人", 0)));
        assert_eq!(list.at_start("户"), None);
        let list = WordList::by_last(["达", "均达"].into_iter());
        assert_eq!(list.at_end("办结率均达"), Some("均达"));
    }

    #[test]
    fn one_word_is_found() {
        for (text, word) in
            [("审结案件中,败诉", "中,"), ("中", "中,"), ("", "无"), ("案案件案件", "案件")]
        {
            assert_eq!(find(text, word), text.find(word), "{word} in {text}");
            assert_eq!(find_last(text, word), text.rfind(word), "last {word} in {text}");
        }
    }

    #[test]
    fn words_are_found_at_every_place_of_longer_texts() {
        // 《 and 》 end in the bytes of the pair that is looked for, or nearly.
        for len in 0..60 {
            let text = format!("{}其中《{}", "》中".repeat(len / 6), "、".repeat(len));
            for word in ["其中", "《", "中《", "》", "中", "没有", "、"] {
                assert_eq!(find(&text, word), text.find(word), "{word} in {text}");
                let all: Vec<usize> = text.match_indices(word).map(|(at, _)| at).collect();
                assert_eq!(places(&text, word).collect::<Vec<_>>(), all, "{word} in {text}");
            }
            let text = format!("{}\n{}", "a".repeat(len), "b\n".repeat(len / 2));
            let from = len / 2;
            let expected = text[from..].find('\n').map(|at| from + at);
            assert_eq!(find_mark(&text, from, b'\n'), expected, "{text}");
            assert_eq!(find_mark(&text, from, b'c'), None, "{text}");
        }
    }

    #[test]
    fn words_are_found_anywhere() {
        let list = WordList::by_first(["无", "为0", "·", "𠮷", "ICP备"].into_iter());
        let text = "为何为0,é·不ICP𠮷无";
        let found: Vec<&str> = list.places(text).map(|at| &text[at..]).collect();
        assert_eq!(found, ["为0,é·不ICP𠮷无", "·不ICP𠮷无", "𠮷无", "无"]);
        assert!(!list.stands_in("") && list.stands_in("无"));
    }
}
