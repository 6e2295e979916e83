//! Changes: 同比上升7.4%, 较上年下降3.4个百分点, 增至14项, 是上年的2.4倍.

use std::sync::LazyLock;

use super::Direction;
use super::earlier;
use super::unit::UnitClass;
use crate::text::words::{self, WordList};

/// What the words right before a number make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The number is a level: an ordinary figure.
    Level,
    /// The number is the new level that a change led to: 降至8.1%.
    NewLevel(Direction),
    /// The number is the size of a change: 下降13%.
    Size(Direction),
    /// The number is the former level: 由28%….
    Former,
    /// The number is the level of an earlier time that the figure before it is compared with: 较上年的188件….
    Base,
    /// The number says how many times the former level: 是上年的2.4倍.
    Ratio,
}

/// Words for a rise and a fall.
const DIRECTIONS: &[(&str, Direction)] = &[
    ("上升", Direction::Up),
    ("增长", Direction::Up),
    ("增加", Direction::Up),
    ("提高", Direction::Up),
    ("提升", Direction::Up),
    ("上涨", Direction::Up),
    ("增多", Direction::Up),
    ("扩大", Direction::Up),
    ("多出", Direction::Up),
    ("高出", Direction::Up),
    ("高于上年", Direction::Up),
    ("高于去年", Direction::Up),
    ("高", Direction::Up),
    ("改善", Direction::Up),
    ("翻", Direction::Up),
    ("增", Direction::Up),
    ("升", Direction::Up),
    ("多", Direction::Up),
    ("下降", Direction::Down),
    ("降低", Direction::Down),
    ("减少", Direction::Down),
    ("回落", Direction::Down),
    ("缩减", Direction::Down),
    ("下滑", Direction::Down),
    ("下跌", Direction::Down),
    ("缩小", Direction::Down),
    ("收窄", Direction::Down),
    ("低于上年", Direction::Down),
    ("低于去年", Direction::Down),
    ("低", Direction::Down),
    ("降", Direction::Down),
    ("减", Direction::Down),
    ("少", Direction::Down),
];

/// Directions of one character, which need a comparison in the same item to count.
const SHORT: usize = '增'.len_utf8();

/// Words that compare with another time.
const COMPARISONS: &[&str] = &[
    "同比",
    "环比",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "与上年",
    "与去年",
    "较前年",
    "比前年",
    "去年同期",
    "上年同期",
    "同期相比",
    "较20",
    "比20",
    "与20",
    "相比",
    "较上月",
    "比上月",
    "较上季",
    "较上半年",
    "较同期",
    "比同期",
    "较前一年",
    "较上一",
    "比上一",
    "高于上年",
    "低于上年",
    "高于去年",
    "低于去年",
];

/// Nouns for the size of a change, which stand before it: 增幅为36.7%.
const SIZES: &[(&str, Direction)] = &[
    ("增幅", Direction::Up),
    ("升幅", Direction::Up),
    ("涨幅", Direction::Up),
    ("增长率", Direction::Up),
    ("增长幅度", Direction::Up),
    ("上升幅度", Direction::Up),
    ("降幅", Direction::Down),
    ("减幅", Direction::Down),
    ("跌幅", Direction::Down),
    ("下降率", Direction::Down),
    ("下降幅度", Direction::Down),
];

/// Verbs of shrinking that lead to a new level without a direction: 压缩至3.5个工作日.
const SHRINKING: &[&str] = &["精简", "压减", "压缩", "缩短", "削减", "整合", "合并", "归并", "缩"];

/// The lists above, made ready once.
struct Lists {
    /// Directions, by their last character.
    directions: WordList,
    /// Nouns for sizes, by their last character.
    sizes: WordList,
    /// Both, by their first character, without those of one character.
    changes: WordList,
    comparisons: WordList,
    /// What may stand between a noun for a size and its number.
    size_verbs: WordList,
    /// What may stand between a direction and its number.
    amounts: WordList,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let (sizes, directions) = (SIZES.iter().map(|it| it.0), DIRECTIONS.iter().map(|it| it.0));
    let changes = sizes.clone().chain(directions.clone()).filter(|word| word.len() > SHORT);
    let size_verbs = ["分别为", "分别达", "均为", "达到", "高达", "为", "达", "约", "近", "分别"];
    let amounts = ["幅度达到", "幅度达", "幅度为", "幅达", "幅度", "近", "约", "超过", "超"];
    Lists {
        changes: WordList::by_first(changes),
        directions: WordList::by_last(directions),
        sizes: WordList::by_last(sizes),
        comparisons: WordList::by_first(COMPARISONS.iter().copied()),
        size_verbs: WordList::by_last(size_verbs.into_iter()),
        amounts: WordList::by_last(amounts.into_iter()),
    }
});

/// What `before`, the words of the item up to the number, make of the number.
///
/// Percentages, percentage points and multiples can be a change without a comparison (下降13%), a count needs one
/// (比上年增加4件; 增加4件 alone may be a count).
pub fn role(before: &str, class: UnitClass) -> Role {
    let percent =
        matches!(class, UnitClass::Percent | UnitClass::PercentagePoint | UnitClass::Multiple);
    let words = before.trim_end_matches(['了', ' ', '-']);
    if let Some(direction) = size_at_end(words)
        && percent
    {
        return Role::Size(direction);
    }
    let words = LISTS.amounts.strip_end(words).unwrap_or(words);
    // 增长超过近50%
    let words = LISTS.amounts.strip_end(words).unwrap_or(words);
    let words = words.trim_end_matches('了');
    if earlier::strip(words.trim_end_matches("平均")).ends_with(['由', '从']) {
        return Role::Former;
    }
    if class != UnitClass::Multiple && earlier::is_base(words) {
        return Role::Base;
    }
    // 升至年底的93.8%, 提升至2023年的97.8%
    let led = earlier::strip_present(words).strip_suffix(['至', '到', '为']);
    if let Some(of) = words.strip_suffix('的')
        && percent
        && led.and_then(direction_at_end).is_none()
        && (["上年", "去年", "同期", "年度", "年"].iter().any(|year| of.ends_with(year))
            || is_of_year(of))
    {
        return Role::Ratio;
    }
    if let Some(stem) = led {
        if SHRINKING.iter().any(|word| stem.ends_with(word)) {
            return Role::NewLevel(Direction::Down);
        }
        return direction_at_end(stem)
            .map_or(Role::Level, |(direction, _)| Role::NewLevel(direction));
    }
    match direction_at_end(words) {
        Some((direction, len)) if percent && len > SHORT => Role::Size(direction),
        Some((direction, _)) if compares(words) => Role::Size(direction),
        Some((direction, _)) if class == UnitClass::Multiple => Role::Size(direction),
        _ => Role::Level,
    }
}

/// The direction that a noun for the size of a change at the end of `words` tells: 增幅为, 降幅达.
pub fn size_at_end(words: &str) -> Option<Direction> {
    let words = LISTS.size_verbs.strip_end(words).unwrap_or(words);
    LISTS.sizes.place_at_end(words).map(|(_, place)| SIZES[place].1)
}

/// The direction that the words before a number end with, whether it has a comparison or not.
pub fn ends_in_direction(before: &str) -> Option<Direction> {
    direction_at_end(before.trim_end_matches(['了', ' ', '约', '近']))
        .map(|(direction, _)| direction)
}

/// Whether the words before a number with a minus sign turn its change around: 同比增长-3.2%.
pub fn is_negative(before: &str) -> bool {
    before.strip_suffix('-').is_some_and(|words| {
        size_at_end(words).is_some() || direction_at_end(words.trim_end_matches('了')).is_some()
    })
}

/// 是2023年收案数的…, 为上年同期的…: the former year is named right behind the verb.
fn is_of_year(words: &str) -> bool {
    ["是上年", "是去年", "是20", "为上年", "为去年", "为20", "达上年", "达20"]
        .iter()
        .any(|start| words.contains(start))
}

/// The direction word that `words` end with, and its length.
fn direction_at_end(words: &str) -> Option<(Direction, usize)> {
    let words =
        ["分别", "均", "各"].iter().find_map(|word| words.strip_suffix(word)).unwrap_or(words);
    LISTS.directions.place_at_end(words).map(|(word, place)| (DIRECTIONS[place].1, word.len()))
}

/// Whether `words` compare with another time.
pub fn compares(words: &str) -> bool {
    LISTS.comparisons.stands_in(words)
}

/// The words of an item before its comparison or direction word: what changed.
pub fn subject(before: &str) -> &str {
    let mut end = LISTS.comparisons.places(before).next().unwrap_or(before.len());
    for word in ["较", "比", "与"] {
        if let Some(at) = words::find(before, word).filter(|at| *at < end)
            && (before[at..].contains('年') || before[at..].contains("同期"))
        {
            end = at;
        }
    }
    // Where one of the words stands for the last time.
    let is_last = |at: &usize| {
        let mut words = LISTS.changes.all_at_start(&before[*at..]);
        words.any(|word| words::find(&before[at + word.len()..], word).is_none())
    };
    let change = LISTS.changes.places(before).find(is_last);
    before[..change.map_or(end, |at| at.min(end))].trim_end_matches('翻')
}

/// Whether a comparison starts with 比 and names the former year: such a change is told as a fact of its own.
pub fn is_told_apart(before: &str) -> bool {
    ["比上年", "比去年", "比前年", "比20"].iter().any(|word| before.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_behind_a_direction_is_a_change() {
        assert_eq!(role("败复率与去年同比下降了", UnitClass::Percent), Role::Size(Direction::Down));
        assert_eq!(role("同比上升", UnitClass::Percent), Role::Size(Direction::Up));
        assert_eq!(role("满意率达", UnitClass::Percent), Role::Level);
    }

    #[test]
    fn a_count_behind_a_direction_needs_a_comparison() {
        assert_eq!(role("比上年增加", UnitClass::Thing), Role::Size(Direction::Up));
        assert_eq!(role("增加", UnitClass::Thing), Role::Level);
        assert_eq!(role("新增", UnitClass::Thing), Role::Level);
    }

    #[test]
    fn levels_before_and_after() {
        assert_eq!(role("调解和解率由", UnitClass::Percent), Role::Former);
        assert_eq!(role("提升至", UnitClass::Percent), Role::NewLevel(Direction::Up));
        assert_eq!(role("降至", UnitClass::Percent), Role::NewLevel(Direction::Down));
        assert_eq!(role("案件量是2022年的", UnitClass::Percent), Role::Ratio);
    }

    #[test]
    fn sizes_have_nouns() {
        assert_eq!(role("增幅为", UnitClass::Percent), Role::Size(Direction::Up));
        assert_eq!(role("降幅达到", UnitClass::Percent), Role::Size(Direction::Down));
        assert_eq!(role("占比", UnitClass::Percent), Role::Level);
    }

    #[test]
    fn earlier_levels_are_bases() {
        assert_eq!(role("较上年的", UnitClass::Thing), Role::Base);
        assert_eq!(role("上年同期为", UnitClass::Thing), Role::Base);
        assert_eq!(role("占比由上年的", UnitClass::Percent), Role::Former);
        assert_eq!(role("升至年底的", UnitClass::Percent), Role::NewLevel(Direction::Up));
        assert_eq!(role("上年结转", UnitClass::Thing), Role::Level);
    }

    #[test]
    fn what_changed_stands_before_the_comparison() {
        assert_eq!(subject("败复率与去年同比下降了"), "败复率");
        assert_eq!(subject("同比上升"), "");
        assert_eq!(subject("网上投诉件次同比下降"), "网上投诉件次");
    }
}
