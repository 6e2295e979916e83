//! 繁体 → 简体, character by character.

use std::sync::OnceLock;

/// Pairs of code points as `build.rs` packs them.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/simplified.bin"));

/// The first code point of the table; below it nothing is replaced.
pub(super) const FIRST: u32 = 0x2E80;
/// The first ideograph; from here on nothing but the table replaces a character, up to the compatibility forms.
pub(super) const IDEOGRAPHS: u32 = 0x3400;
/// One past its last code point.
pub(super) const END: u32 = 0xA000;

static TABLE: OnceLock<Table> = OnceLock::new();

/// Marks a character in [`TABLE`] that its neighbors decide.
const IN_CONTEXT: u16 = 1;

/// Characters that the single one does not decide: what may stand before (simplified), what may stand after (either
/// script), and what the character then is. An empty list of neighbors asks for nothing. The first rule that fits wins;
/// where none does, the table stands.
const RULES: &[(char, &str, &str, char)] = &[
    // 乾隆, 乾坤 and place names keep it; else it is 干.
    ('乾', "", "隆坤县縣安陵元州佑闥闼", '乾'),
    // 瞭解, 明瞭; 瞭望 keeps it.
    ('瞭', "", "解然如", '了'),
    ('瞭', "明", "", '了'),
    // 藉口, 藉此, 憑藉; 慰藉 and 狼藉 keep it.
    ('藉', "慰狼", "", '藉'),
    ('藉', "", "口此助由以著机機", '借'),
    ('藉', "憑凭", "", '借'),
    // 答覆, 回覆, 反覆, 批覆, 覆函; 覆蓋 and 顛覆 keep it.
    ('覆', "答回反批函往", "", '复'),
    ('覆', "", "函议議核查", '复'),
    // 著力, 隨著, 圍繞著; 著作, 顯著 and 名著 keep it.
    ('著', "", "力重眼实實手落想陆陸急裝装", '着'),
    ('著', "隨随沿本朝向有意接跟為为繞绕藉借伴對对", "", '着'),
    // 幺麼小丑, 老么; 什麼 is 么.
    ('麼', "幺", "", '麽'),
    ('么', "", "麼", '幺'),
    ('么', "老", "", '幺'),
    // 沈厚, 沈沒, 沈澱; the surname and 沈阳 keep it.
    ('沈', "", "厚沒没澱淀", '沉'),
    // Names keep these; words do not.
    ('昇', "上提晋回爬攀飞直递擢跃抬", "", '升'),
    ('昇', "", "華华級级平降溫温值起旗高格空學学等遷迁", '升'),
    ('昇', "", "", '昇'),
    ('祕', "神奥隐诡便揭解泄机保", "", '秘'),
    ('祕', "", "密書书訣诀方笈藏魯鲁聞闻辛史而", '秘'),
    ('祕', "", "", '祕'),
    ('甦', "复", "", '苏'),
    ('甦', "", "醒生", '苏'),
    ('甦', "", "", '甦'),
    ('氾', "", "濫滥", '泛'),
    ('氾', "", "", '氾'),
    ('脩', "", "飾饰改正理訂订繕缮", '修'),
    ('脩', "", "", '脩'),
    ('蒐', "", "索集證证尋寻羅罗", '搜'),
    ('蒐', "", "", '蒐'),
    ('釐', "毫公分", "", '厘'),
    ('釐', "", "清定米正革訂订", '厘'),
    ('釐', "", "", '釐'),
    ('剋', "相生", "", '克'),
    ('剋', "", "星扣制服期日", '克'),
    ('剋', "", "", '剋'),
    ('甯', "", "", '甯'),
    // 札記, 捍衛 and 夾衣 in older spellings.
    ('劄', "", "記记", '札'),
    ('箚', "", "記记", '札'),
    ('扞', "", "拒衛卫", '捍'),
    ('袷', "", "衣裙袍", '夹'),
    // Simplified forms beyond what the table can hold.
    ('圞', "", "", '𪢮'),
    ('殢', "", "", '𣨼'),
    // 徵求 is 征, the musical note is not met.
];

/// What the table says of a character.
struct Table {
    /// The simplified character at each code point from [`FIRST`] on, 0 where there is none, [`IN_CONTEXT`] where
    /// [`RULES`] are to be asked first.
    slots: Box<[u16]>,
    /// The simplified character where no rule fits, for each rule.
    otherwise: Box<[u16]>,
}

/// The simplified form of `char`, if it has another one, between the characters `before` and `after` it.
#[must_use]
pub fn simplified(char: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let code = u32::from(char);
    if !(FIRST..END).contains(&code) {
        return None;
    }
    let table = TABLE.get_or_init(unpack);
    let to = match *table.slots.get((code - FIRST) as usize)? {
        IN_CONTEXT => return in_context(table, char, before, after).filter(|to| *to != char),
        to => to,
    };
    if to == 0 { None } else { char::from_u32(u32::from(to)) }
}

/// The simplified form of an ideograph that has one whatever stands around it.
pub(super) fn alone(char: char) -> Option<char> {
    let place = u32::from(char).checked_sub(IDEOGRAPHS)? + (IDEOGRAPHS - FIRST);
    let to = *TABLE.get_or_init(unpack).slots.get(place as usize)?;
    if to > IN_CONTEXT { char::from_u32(u32::from(to)) } else { None }
}

/// One form that stands for all that `char` may be in either script, whatever stands around it: to compare by, not to
/// show. 著 and 着 are the same here, as are 後 and 后.
pub(super) fn any_form(char: char) -> char {
    let mut form = char;
    // 麼 → 么 → 幺 is as far as it goes.
    for _ in 0..3 {
        let otherwise = simplified(form, None, None);
        let ruled =
            || RULES.iter().find(|rule| rule.0 == form && rule.3 != form).map(|rule| rule.3);
        let is_ruled = || {
            let place = u32::from(form).wrapping_sub(FIRST) as usize;
            TABLE.get_or_init(unpack).slots.get(place) == Some(&IN_CONTEXT)
        };
        let Some(next) = otherwise.or_else(|| if is_ruled() { ruled() } else { None }) else {
            break;
        };
        form = next;
    }
    form
}

/// Whether the character with this code may become another one.
pub(super) fn has_entry(code: u32) -> bool {
    let place = code.wrapping_sub(FIRST) as usize;
    TABLE.get_or_init(unpack).slots.get(place).is_some_and(|slot| *slot != 0)
}

fn in_context(
    table: &Table,
    char: char,
    before: Option<char>,
    after: Option<char>,
) -> Option<char> {
    let fits = |list: &str, neighbor: Option<char>| {
        list.is_empty() || neighbor.is_some_and(|neighbor| list.contains(neighbor))
    };
    let mut otherwise = 0;
    for ((of, left, right, to), table) in RULES.iter().zip(&table.otherwise) {
        if *of != char {
            continue;
        }
        if fits(left, before) && fits(right, after) {
            return Some(*to);
        }
        otherwise = *table;
    }
    if otherwise == 0 { None } else { char::from_u32(u32::from(otherwise)) }
}

fn unpack() -> Table {
    let mut slots = vec![0; (END - FIRST) as usize];
    let (mut rest, mut code) = (PACKED, 0);
    while let (Some(step), Some(difference)) = (read_varint(&mut rest), read_varint(&mut rest)) {
        code += i64::from(step);
        let to = code + (i64::from(difference >> 1) ^ -i64::from(difference & 1));
        let place = usize::try_from(code - i64::from(FIRST)).unwrap_or(usize::MAX);
        if let (Some(slot), Ok(to)) = (slots.get_mut(place), u16::try_from(to)) {
            *slot = to;
        }
    }
    let slot_of = |char: char| (u32::from(char) - FIRST) as usize;
    let otherwise =
        RULES.iter().map(|rule| slots.get(slot_of(rule.0)).copied().unwrap_or_default()).collect();
    for rule in RULES {
        if let Some(slot) = slots.get_mut(slot_of(rule.0)) {
            *slot = IN_CONTEXT;
        }
    }
    Table { slots: slots.into_boxed_slice(), otherwise }
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
        assert_eq!(convert("狼藉、著裝"), "狼藉、着装");
        assert_eq!(convert("提昇、昇級、祕書、蒐集證據、釐清"), "提升、升级、秘书、搜集证据、厘清");
        assert_eq!(convert("甚麼、老么、要么"), "甚么、老幺、要么");
    }

    #[test]
    fn names_keep_their_characters() {
        assert_eq!(convert("趙昇、孫甯、周甦"), "赵昇、孙甯、周甦");
        assert_eq!(convert("沈志、沈阳"), "沈志、沈阳");
    }

    #[test]
    fn radical_forms() {
        assert_eq!(convert("⾃⼒⼯⽅⻓⻔⺠⻛⻅"), "自力工方长门民风见");
    }
}
