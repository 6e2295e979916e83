//! Word lists that are asked often: looked up by their first or last character instead of word by word.

/// A list of words, grouped by one of their end characters.
pub struct WordList {
    /// Groups, sorted by character; inside a group the longest word comes first.
    groups: Vec<(char, Vec<Entry>)>,
}

/// A word and its place in the list it came from.
struct Entry {
    word: &'static str,
    index: usize,
}

impl WordList {
    /// Words to be looked for at the start of a text.
    pub fn by_first(words: impl Iterator<Item = &'static str>) -> Self {
        Self::new(words, |word| word.chars().next())
    }

    /// Words to be looked for at the end of a text.
    pub fn by_last(words: impl Iterator<Item = &'static str>) -> Self {
        Self::new(words, |word| word.chars().next_back())
    }

    fn new(words: impl Iterator<Item = &'static str>, key: fn(&str) -> Option<char>) -> Self {
        let mut groups: Vec<(char, Vec<Entry>)> = Vec::new();
        for (index, word) in words.enumerate() {
            let Some(char) = key(word) else { continue };
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
        Self { groups }
    }

    fn group(&self, char: Option<char>) -> &[Entry] {
        let found =
            char.and_then(|char| self.groups.binary_search_by_key(&char, |group| group.0).ok());
        found.map_or(&[], |found| &self.groups[found].1)
    }

    /// The longest word that `text` starts with, and its place in the list. For a list [`WordList::by_first`].
    pub fn at_start(&self, text: &str) -> Option<(&'static str, usize)> {
        let group = self.group(text.chars().next());
        group
            .iter()
            .find(|entry| text.starts_with(entry.word))
            .map(|entry| (entry.word, entry.index))
    }

    /// The longest word that `text` ends with. For a list [`WordList::by_last`].
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        let group = self.group(text.chars().next_back());
        group.iter().find(|entry| text.ends_with(entry.word)).map(|entry| entry.word)
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn the_longest_word_wins() {
        let list = WordList::by_first(["人", "人次", "件"].into_iter());
        assert_eq!(list.at_start("人次参加"), Some(("人次", 1)));
        assert_eq!(list.at_start("人参加"), Some(("人", 0)));
        assert_eq!(list.at_start("户"), None);
        let list = WordList::by_last(["达", "均达"].into_iter());
        assert_eq!(list.at_end("办结率均达"), Some("均达"));
    }
}
