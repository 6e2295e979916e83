//! Word lists that are asked often: looked up by their first or last character instead of word by word.

/// A list of words, grouped by one of their end characters.
pub struct WordList {
    filter: Filter,
    /// Groups, sorted by character; inside a group the longest word comes first.
    groups: Vec<(char, Vec<Entry>)>,
}

/// A word and its place in the list it came from.
struct Entry {
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
        let mut groups: Vec<(char, Vec<Entry>)> = Vec::new();
        let mut filter = Filter::default();
        for (index, word) in words.enumerate() {
            let Some(char) = key(word) else { continue };
            filter.insert(char);
            let group = match groups.binary_search_by_key(&char, |group| group.0) {
                Ok(found) => &mut groups[found].1,
                Err(place) => {
                    groups.insert(place, (char, Vec::new()));
                    &mut groups[place].1
                }
            };
            let place = group.partition_point(|entry| entry.word.len() >= word.len());
            group.insert(place, Entry { word, index });
        }
        Self { filter, groups }
    }

    fn group(&self, char: Option<char>) -> &[Entry] {
        let Some(char) = char.filter(|char| self.filter.may_hold(*char)) else { return &[] };
        let found = self.groups.binary_search_by_key(&char, |group| group.0);
        found.map_or(&[], |found| &self.groups[found].1)
    }

    /// The longest word that `text` starts with, and its place in the list. For a list [`WordList::by_first`].
    pub fn at_start(&self, text: &str) -> Option<(&'static str, usize)> {
        let group = self.group(text.chars().next());
        let found = group.iter().find(|entry| text.starts_with(entry.word));
        found.map(|entry| (entry.word, entry.index))
    }

    /// All words that `text` starts with, the longest first. For a list [`WordList::by_first`].
    pub fn all_at_start(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let group = self.group(text.chars().next());
        group.iter().map(|entry| entry.word).filter(|word| text.starts_with(word))
    }

    /// The longest word that `text` ends with. For a list [`WordList::by_last`].
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        let group = self.group(text.chars().next_back());
        group.iter().find(|entry| text.ends_with(entry.word)).map(|entry| entry.word)
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
    pub fn stands_at(&self, text: &str, places: &[usize]) -> bool {
        let bytes = text.as_bytes();
        let may_start = |at: usize| {
            low_code(bytes.get(at..).unwrap_or_default()).is_some_and(|it| self.filter.has(it.0))
        };
        places.iter().any(|&at| may_start(at) && self.at_start(&text[at..]).is_some())
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

/// Leaves out most characters that are not in a set, by the lower twelve bits of their code: in UTF-8 the last two bytes.
pub struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Filter {
    /// Lets a character pass, and some others with it.
    pub fn insert(&mut self, char: char) {
        let code = u32::from(char) as usize;
        self.0[code >> 6 & 63] |= 1 << (code & 63);
    }

    /// Whether a character may be one that was let through.
    #[must_use]
    pub fn may_hold(&self, char: char) -> bool {
        self.has(u32::from(char) as usize)
    }

    /// The same for the lower twelve bits of a character's code, see [`low_code`].
    #[must_use]
    pub fn has(&self, code: usize) -> bool {
        self.0[code >> 6 & 63] >> (code & 63) & 1 == 1
    }

    /// Lets all characters of another filter pass too.
    pub fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(bits, more)| *bits |= more);
    }

    /// The places of all characters in `text` that may be in the set.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<usize> {
        let mut places = Vec::with_capacity(text.len() / 16);
        let mut from = 0;
        while let Some(at) = self.next(text.as_bytes(), from) {
            places.push(at);
            from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        }
        places
    }

    /// The first character at or behind `at`, where one starts, that may be in the set.
    pub fn next(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut rest = bytes.get(at..)?;
        loop {
            let (code, len) = low_code(rest)?;
            if self.has(code) {
                return Some(bytes.len() - rest.len());
            }
            rest = rest.get(len..)?;
        }
    }
}

/// The lower twelve bits of the first character's code, and its length.
#[inline]
pub fn low_code(bytes: &[u8]) -> Option<(usize, usize)> {
    let (high, low, len) = match bytes {
        [0xe0..0xf0, high, low, ..] => (*high, *low, 3),
        [byte @ ..0x80, ..] => (0, *byte, 1),
        [high, low, ..] if *high < 0xe0 => (*high, *low, 2),
        [_, _, high, low, ..] => (*high, *low, 4),
        _ => return None,
    };
    Some((usize::from(high & 63) << 6 | usize::from(low & 127), len))
}

/// The first place of `word` in `text`. The standard library prepares each search, which takes longer than this where
/// texts are short: clauses and sentences.
#[must_use]
pub fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let (last, before) = word.split_last()?;
    (before.len()..text.len())
        .find(|&at| text[at] == *last && text[at - before.len()..at] == *before)
        .map(|at| at - before.len())
}

#[cfg(test)]
mod tests {
    use super::{WordList, find};

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
            [("审结案件中,败诉", "中,"), ("中", "中,"), ("", "无"), ("案案件", "案件")]
        {
            assert_eq!(find(text, word), text.find(word), "{word} in {text}");
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
