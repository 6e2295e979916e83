//! Changes: 同比上升7.4%, 较上年下降3.4个百分点, 增至14项, 是上年的2.4倍.

use super::Direction;

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
    ("增", Direction::Up),
    ("升", Direction::Up),
    ("多", Direction::Up),
    ("下降", Direction::Down),
    ("降低", Direction::Down),
    ("减少", Direction::Down),
    ("回落", Direction::Down),
    ("缩减", Direction::Down),
    ("下滑", Direction::Down),
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
];

/// What `before`, the words of the item up to the number, make of the number.
///
/// `percent` says whether the number is a percentage, percentage points or a multiple; only those can be a change
/// without a comparison (下降13%), a count needs one (比上年增加4件; 增加4件 alone may be a count).
pub fn role(before: &str, percent: bool) -> Role {
    let words = before.trim_end_matches(['了', ' ']);
    let words = ["幅度达到", "幅度达", "幅度为", "幅达", "幅度", "近", "约", "超过", "超"]
        .iter()
        .find_map(|word| words.strip_suffix(word))
        .unwrap_or(words);
    let words = words.trim_end_matches('了');
    let former = ["法定的", "法定", "原来的", "原来", "原有的", "原"]
        .iter()
        .find_map(|word| words.strip_suffix(word))
        .unwrap_or(words);
    if former.ends_with('由') || former.ends_with('从') {
        return Role::Former;
    }
    if let Some(of) = words.strip_suffix('的')
        && percent
        && (["上年", "去年", "同期", "年度", "年"].iter().any(|year| of.ends_with(year))
            || is_of_year(of))
    {
        return Role::Ratio;
    }
    if let Some(stem) = words
        .strip_suffix('至')
        .or_else(|| words.strip_suffix('到'))
        .or_else(|| words.strip_suffix('为'))
    {
        let shrinks =
            ["精简", "压减", "压缩", "缩短", "削减"].iter().any(|word| stem.ends_with(word));
        if shrinks {
            return Role::NewLevel(Direction::Down);
        }
        return direction_at_end(stem)
            .map_or(Role::Level, |(direction, _)| Role::NewLevel(direction));
    }
    match direction_at_end(words) {
        Some((direction, len)) if percent && len > SHORT => Role::Size(direction),
        Some((direction, _)) if compares(words) => Role::Size(direction),
        _ => Role::Level,
    }
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
    DIRECTIONS
        .iter()
        .find(|(word, _)| words.ends_with(word))
        .map(|(word, direction)| (*direction, word.len()))
}

/// Whether `words` compare with another time.
pub fn compares(words: &str) -> bool {
    COMPARISONS.iter().any(|word| words.contains(word))
}

/// The words of an item before its comparison or direction word: what changed.
pub fn subject(before: &str) -> &str {
    let mut end = before.len();
    for word in COMPARISONS.iter().copied().chain(["较", "比", "与"]) {
        if let Some(at) = before.find(word)
            && !(word.len() == 3 && !before[at..].contains('年') && !before[at..].contains("同期"))
        {
            end = end.min(at);
        }
    }
    for (word, _) in DIRECTIONS.iter().filter(|(word, _)| word.len() > SHORT) {
        if let Some(at) = before.rfind(word) {
            end = end.min(at);
        }
    }
    &before[..end]
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
        assert_eq!(role("败复率与去年同比下降了", true), Role::Size(Direction::Down));
        assert_eq!(role("同比上升", true), Role::Size(Direction::Up));
        assert_eq!(role("满意率达", true), Role::Level);
    }

    #[test]
    fn a_count_behind_a_direction_needs_a_comparison() {
        assert_eq!(role("比上年增加", false), Role::Size(Direction::Up));
        assert_eq!(role("增加", false), Role::Level);
        assert_eq!(role("新增", false), Role::Level);
    }

    #[test]
    fn levels_before_and_after() {
        assert_eq!(role("调解和解率由", true), Role::Former);
        assert_eq!(role("提升至", true), Role::NewLevel(Direction::Up));
        assert_eq!(role("降至", true), Role::NewLevel(Direction::Down));
        assert_eq!(role("案件量是2022年的", true), Role::Ratio);
    }

    #[test]
    fn what_changed_stands_before_the_comparison() {
        assert_eq!(subject("败复率与去年同比下降了"), "败复率");
        assert_eq!(subject("同比上升"), "");
        assert_eq!(subject("网上投诉件次同比下降"), "网上投诉件次");
    }
}
