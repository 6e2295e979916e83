//! 字形: a text in simplified or in traditional characters, whatever it is printed in.
//!
//! Every character keeps its place and its length in bytes, so that spans of the text as printed hold in the other one
//! too. What has another length stays as printed: characters outside the Basic Multilingual Plane, and words that the
//! other script's readers have others for (软件, 軟體). Traditional is written as in Taiwan (裡, 群, 台 as 臺).

use super::traditional::simplified;

/// A script to write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 简体.
    Simplified,
    /// 繁体.
    Traditional,
}

impl Script {
    /// Both, in the order of the choice.
    pub const ALL: [Self; 2] = [Self::Simplified, Self::Traditional];

    /// The code of Chinese in this script, for `lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Simplified => "zh-Hans",
            Self::Traditional => "zh-Hant",
        }
    }

    /// The script with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|script| script.code() == code)
    }
}

/// `text` in `script`: as many bytes, characters at the same places.
#[must_use]
pub fn rewrite(text: &str, script: Script) -> String {
    match script {
        Script::Simplified => simplify(text),
        Script::Traditional => Phrases::unpack().convert(text),
    }
}

fn simplify(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text.chars();
    let mut before = None;
    while let Some(char) = rest.next() {
        let to = simplified(char, before, rest.clone().next());
        let to = to.filter(|to| to.len_utf8() == char.len_utf8()).unwrap_or(char);
        written.push(to);
        before = Some(to);
    }
    written
}

/// What `build.rs` packs: the number of characters, each as the step from the one before and the difference to what it
/// becomes; then four stretches, each behind its length: two bytes a phrase, how many characters it shares with the one
/// before and how many follow; the first of these, as a difference to the one before; the others, two bytes each; and
/// for each phrase the places, counted from 1, where it is not what its characters are, each with the character there,
/// closed by 0.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));

/// Simplified characters and phrases with what they become.
struct Phrases {
    /// Sorted.
    characters: Vec<(char, char)>,
    /// Sorted.
    phrases: Vec<Phrase>,
}

struct Phrase {
    from: Vec<char>,
    to: Vec<char>,
}

impl Phrases {
    fn unpack() -> Self {
        let mut own = Self { characters: Vec::new(), phrases: Vec::new() };
        // The table is the build's own; where it ends too early, the rest is missing.
        let _ = own.fill(Packed(PACKED));
        own
    }

    fn fill(&mut self, mut packed: Packed) -> Option<()> {
        let mut code = 0;
        for _ in 0..packed.number()? {
            code += packed.number()?;
            let to = code.checked_add_signed(packed.difference()?)?;
            self.characters.push((char::from_u32(code)?, char::from_u32(to)?));
        }
        let [mut heads, mut firsts, mut rests, mut changes] =
            [packed.part()?, packed.part()?, packed.part()?, packed.part()?];
        let mut previous = Vec::new();
        while let (Some(n_shared), Some(n_more)) = (heads.byte(), heads.byte()) {
            let before = previous.get(usize::from(n_shared)).map_or(0x4E00, |it| u32::from(*it));
            let first = before.checked_add_signed(firsts.difference()?)?;
            let mut from: Vec<char> = previous.get(..usize::from(n_shared))?.to_vec();
            from.push(char::from_u32(first)?);
            for _ in 1..n_more {
                from.push(rests.character()?);
            }
            let mut to: Vec<char> = from.iter().map(|char| self.character(*char)).collect();
            while let Some(at) = usize::from(changes.byte()?).checked_sub(1) {
                *to.get_mut(at)? = changes.character()?;
            }
            previous.clone_from(&from);
            self.phrases.push(Phrase { from, to });
        }
        Some(())
    }

    /// By the longest phrases from left to right.
    fn convert(&self, text: &str) -> String {
        let mut written = String::with_capacity(text.len());
        let mut rest = text.chars();
        while let Some(char) = rest.clone().next() {
            if let Some(phrase) = self.longest(rest.clone()) {
                written.extend(&phrase.to);
                // Phrases have at least two characters.
                rest.nth(phrase.to.len() - 1);
            } else {
                written.push(self.character(char));
                rest.next();
            }
        }
        written
    }

    fn character(&self, char: char) -> char {
        let found = self.characters.binary_search_by_key(&char, |(from, _)| *from);
        found.map_or(char, |at| self.characters[at].1)
    }

    /// The longest phrase that `text` begins with.
    fn longest(&self, text: impl Iterator<Item = char>) -> Option<&Phrase> {
        let mut range = &self.phrases[..];
        let mut found = None;
        for (at, char) in text.enumerate() {
            // All in the range share what was read so far; those that end here come first.
            let start = range.partition_point(|it| it.from.get(at).is_none_or(|it| *it < char));
            let end = range.partition_point(|it| it.from.get(at).is_none_or(|it| *it <= char));
            range = &range[start..end];
            let Some(first) = range.first() else { break };
            if first.from.len() == at + 1 {
                found = Some(first);
            }
        }
        found
    }
}

/// Packed bytes still to be read.
struct Packed(&'static [u8]);

impl Packed {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// A number of seven bits a byte, lowest first.
    fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// A number with its sign in the lowest bit.
    fn difference(&mut self) -> Option<i32> {
        let number = self.number()?;
        Some((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    /// A character of two bytes.
    fn character(&mut self) -> Option<char> {
        let code = u16::from_le_bytes([self.byte()?, self.byte()?]);
        char::from_u32(u32::from(code))
    }

    /// A stretch behind its length.
    fn part(&mut self) -> Option<Self> {
        let len = usize::try_from(self.number()?).ok()?;
        let (part, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(Self(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, traditional: &str) {
        let written = rewrite(text, Script::Traditional);
        assert_eq!(written, traditional);
        let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(places(&written), places(text));
    }

    #[test]
    fn phrases_decide_what_a_character_becomes() {
        check("发现后理发，发展头发。", "發現後理髮，發展頭髮。");
        check("皇后落后于后方，里程与城里", "皇后落後於後方，里程與城裡");
        check("干部干旱，若干干事，干扰", "幹部乾旱，若干幹事，干擾");
        check("面粉面对面，复杂答复，系统联系", "麵粉面對面，複雜答覆，系統聯繫");
        check("批准、标准，征求、征程，制度、制造", "批准、標準，徵求、征程，制度、製造");
        check("一只船只只有三台", "一隻船隻只有三臺");
    }

    #[test]
    fn a_phrase_does_not_begin_inside_another() {
        // 录制 and 制规 are phrases as well.
        check("全过程记录制度，制定规则", "全過程記錄制度，制定規則");
    }

    #[test]
    fn all_else_stays() {
        let text = "2024年，全年 12 件（3.5%）。A😀𠮷\n";
        assert_eq!(rewrite(text, Script::Traditional), text);
        assert_eq!(rewrite(text, Script::Simplified), text);
        assert_eq!(rewrite("", Script::Traditional), "");
    }

    #[test]
    fn simplified_keeps_every_place() {
        let text = "嵐溪縣水務局答覆，著力瞭解乾隆與乾旱，圞𠮷";
        let written = rewrite(text, Script::Simplified);
        assert_eq!(written, "岚溪县水务局答复，着力了解乾隆与干旱，圞𠮷");
        assert_eq!(written.len(), text.len());
    }
}
