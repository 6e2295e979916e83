//! 约数: the words around a number that say how it relates to the true one.

use std::sync::LazyLock;

use super::Approximation;
use crate::text::words::WordList;

/// 约, 近, 超过 … right before a number: how long the word is and what it says.
pub fn approximation_before(before: &str) -> Option<(usize, Approximation)> {
    const WORDS: &[(&str, Approximation, &str)] = &[
        ("将近", Approximation::Nearly, ""),
        ("接近", Approximation::Nearly, ""),
        ("不超过", Approximation::Under, ""),
        ("不少于", Approximation::Over, ""),
        ("不低于", Approximation::Over, ""),
        ("不足", Approximation::Under, ""),
        ("不到", Approximation::Under, ""),
        ("少于", Approximation::Under, "不"),
        ("低于", Approximation::Under, "不"),
        ("超过", Approximation::Over, "不"),
        ("高于", Approximation::Over, "不"),
        ("突破", Approximation::Over, ""),
        ("大约", Approximation::About, ""),
        ("约为", Approximation::About, "民公合节预制条违履签规守"),
        ("约占", Approximation::About, "民公合节预制条违履签规守"),
        ("约达", Approximation::About, "民公合节预制条违履签规守"),
        ("约", Approximation::About, "民公合节预制条违履签规守"),
        ("近", Approximation::Nearly, "最附就靠临邻亲"),
        ("超", Approximation::Over, ""),
        ("逾", Approximation::Over, ""),
        ("上", Approximation::Over, "以网线早晚"),
    ];
    static LIST: LazyLock<WordList> =
        LazyLock::new(|| WordList::by_last(WORDS.iter().map(|it| it.0)));
    let before = before.strip_suffix('了').unwrap_or(before);
    let (word, place) = LIST.place_at_end(before)?;
    let (_, said, traps) = &WORDS[place];
    let earlier = before[..before.len() - word.len()].chars().next_back();
    if earlier.is_some_and(|char| traps.contains(char)) {
        return None;
    }
    Some((word.len(), *said))
}

/// 以上, 左右 … right behind a unit: how long the word is and what it says.
pub fn approximation_behind(behind: &str) -> Option<(usize, Approximation)> {
    const WORDS: &[(&str, Approximation)] = &[
        ("以上", Approximation::Over),
        ("之多", Approximation::Over),
        ("左右", Approximation::About),
        ("上下", Approximation::About),
        ("以下", Approximation::Under),
        ("以内", Approximation::Under),
    ];
    static LIST: LazyLock<WordList> =
        LazyLock::new(|| WordList::by_first(WORDS.iter().map(|it| it.0)));
    let (word, place) = LIST.at_start(behind)?;
    let (_, said) = &WORDS[place];
    let later = behind[word.len()..].chars().next();
    (!(word == "左右" && later == Some('岸'))).then_some((word.len(), *said))
}
