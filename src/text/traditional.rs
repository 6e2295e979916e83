//! 繁体 → 简体, character by character.

use std::sync::OnceLock;

/// Pairs of code points as `build.rs` packs them.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/simplified.bin"));

/// The first code point of the table; below it nothing is replaced.
const FIRST: u32 = 0x2E80;
/// One past its last code point.
const END: u32 = 0xA000;

/// The simplified character at each code point from [`FIRST`] on, 0 where there is none.
static TABLE: OnceLock<Box<[u16]>> = OnceLock::new();

/// Traditional characters that the single character does not decide: what may stand before, what may stand after,
/// and what the character then is. An empty list of neighbors asks for nothing. The first that fits wins.
const IN_CONTEXT: &[(char, &str, &str, char)] = &[
    // 乾隆, 乾坤 and place names keep it; else it is 干.
    ('乾', "", "隆坤县縣安陵元", '乾'),
    // 瞭解, 明瞭; 瞭望 keeps it.
    ('瞭', "", "解然如", '了'),
    ('瞭', "明", "", '了'),
    // 藉口, 藉此, 憑藉; 慰藉 and 狼藉 keep it.
    ('藉', "", "口此助由以著机機", '借'),
    ('藉', "憑凭", "", '借'),
    // 答覆, 回覆, 反覆, 批覆, 覆函; 覆蓋 and 顛覆 keep it.
    ('覆', "答回反批函往", "", '复'),
    ('覆', "", "函议議核查", '复'),
    // 著力, 隨著, 圍繞著; 著作, 顯著 and 名著 keep it.
    ('著', "", "力重眼实實手落想陆陸急", '着'),
    ('著', "隨随沿本朝向有意接跟為为繞绕藉借伴對对", "", '着'),
    // 徵求 is 征, the musical note is not met.
];

/// The simplified form of `char`, if it has another one, between the characters `before` and `after` it.
#[must_use]
pub fn simplified(char: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let code = u32::from(char);
    if !(FIRST..END).contains(&code) {
        return None;
    }
    // The characters of the list are few; a glance at them is cheaper than a second table.
    if matches!(char, '乾' | '瞭' | '藉' | '覆' | '著')
        && let Some(found) = in_context(char, before, after)
    {
        return (found != char).then_some(found);
    }
    let to = *TABLE.get_or_init(unpack).get((code - FIRST) as usize)?;
    if to == 0 { None } else { char::from_u32(u32::from(to)) }
}

fn in_context(char: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let fits = |list: &str, neighbor: Option<char>| {
        list.is_empty() || neighbor.is_some_and(|neighbor| list.contains(neighbor))
    };
    IN_CONTEXT
        .iter()
        .find(|(of, left, right, _)| *of == char && fits(left, before) && fits(right, after))
        .map(|&(.., to)| to)
}

fn unpack() -> Box<[u16]> {
    let mut table = vec![0; (END - FIRST) as usize];
    let (mut rest, mut code) = (PACKED, 0);
    while let (Some(step), Some(difference)) = (read_varint(&mut rest), read_varint(&mut rest)) {
        code += i64::from(step);
        let to = code + (i64::from(difference >> 1) ^ -i64::from(difference & 1));
        let place = usize::try_from(code - i64::from(FIRST)).unwrap_or(usize::MAX);
        if let (Some(slot), Ok(to)) = (table.get_mut(place), u16::try_from(to)) {
            *slot = to;
        }
    }
    table.into_boxed_slice()
}

fn read_varint(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    let mut shift = 0;
    loop {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
        if shift > 28 {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simplifies every character of a text in its context.
    fn convert(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let at = |index: usize| chars.get(index).copied();
        (0..chars.len())
            .map(|index| {
                let before = index.checked_sub(1).and_then(at);
                simplified(chars[index], before, at(index + 1)).unwrap_or(chars[index])
            })
            .collect()
    }

    #[test]
    fn single_characters() {
        assert_eq!(
            convert("嵐溪縣水務局法治政府建設工作情況報告"),
            "岚溪县水务局法治政府建设工作情况报告"
        );
        assert_eq!(convert("餘額、剩餘、徵求意見、乾淨"), "余额、剩余、征求意见、干净");
    }

    #[test]
    fn simplified_text_stays() {
        let text = "岚溪县水务局全年受理申请12件，答复及时，着力化解，覆盖全县；反复复核。";
        assert_eq!(convert(text), text);
    }

    #[test]
    fn characters_that_their_neighbors_decide() {
        assert_eq!(convert("瞭解、明瞭、瞭望"), "了解、明了、瞭望");
        assert_eq!(convert("憑藉、藉此、慰藉"), "凭借、借此、慰藉");
        assert_eq!(
            convert("答覆、回覆、反覆、批覆、覆函、覆蓋"),
            "答复、回复、反复、批复、复函、覆盖"
        );
        assert_eq!(convert("著力、隨著、著重、著作、顯著"), "着力、随着、着重、著作、显著");
        assert_eq!(convert("乾隆、乾縣、乾旱"), "乾隆、乾县、干旱");
    }

    #[test]
    fn radical_forms() {
        assert_eq!(convert("⾃⼒⼯⽅⻓⻔⺠⻛⻅"), "自力工方长门民风见");
    }
}
