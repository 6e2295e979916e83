//! Units: what stands behind a number and says what is counted or measured.

use std::sync::LazyLock;

use crate::text::words::WordList;

/// What kind of thing a unit counts or measures; two units of a kind can stand for each other in a dictionary entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitClass {
    /// 件 宗 起 份 个 家 …
    Thing,
    /// 人 名 人次 …
    Person,
    /// 次 场 期 轮 …
    Occasion,
    /// 亩 平方米 …
    Area,
    /// 公里 米 …
    Length,
    /// 吨 公斤 …
    Weight,
    /// 立方米 升 …
    Volume,
    /// 千瓦 度 …
    Energy,
    /// 元.
    Money,
    /// % 成 百分之.
    Percent,
    /// 个百分点, never folded into %.
    PercentagePoint,
    /// 倍.
    Multiple,
    /// 年 月 日 小时 …: a length of time or a date, never a figure.
    Time,
    /// 号 届 …: an ordinal.
    Ordinal,
}

use UnitClass::{
    Area, Energy, Length, Money, Multiple, Occasion, Ordinal, Percent, PercentagePoint, Person,
    Thing, Time, Volume, Weight,
};

/// Known units as printed, with their base and class. A longer unit wins over one that starts it.
#[rustfmt::skip]
const UNITS: &[(&str, &str, UnitClass)] = &[
    ("个百分点", "个百分点", PercentagePoint), ("百分点", "个百分点", PercentagePoint),
    ("%", "%", Percent), ("‰", "‰", Percent), ("倍", "倍", Multiple), ("番", "倍", Multiple),
    ("元人民币", "元", Money), ("元", "元", Money), ("美元", "美元", Money), ("港元", "港元", Money), ("欧元", "欧元", Money),
    ("人次", "人次", Person), ("人", "人", Person), ("名", "名", Person), ("位", "位", Person), ("人份", "人份", Thing),
    ("次", "次", Occasion), ("场次", "场次", Occasion), ("场", "场", Occasion), ("期", "期", Occasion),
    ("轮次", "轮次", Occasion), ("轮", "轮", Occasion), ("班次", "班次", Occasion), ("班", "班", Occasion),
    ("遍", "遍", Occasion), ("趟", "趟", Occasion), ("课时", "课时", Occasion), ("课", "课", Occasion), ("学时", "学时", Occasion),
    ("批次", "批次", Thing), ("批", "批", Thing),
    ("件次", "件次", Thing), ("件", "件", Thing), ("宗", "宗", Thing), ("起", "起", Thing), ("例", "例", Thing),
    ("桩", "桩", Thing), ("封", "封", Thing), ("份", "份", Thing), ("本", "本", Thing), ("册", "册", Thing),
    ("条次", "条次", Thing), ("条", "条", Thing), ("篇次", "篇次", Thing), ("篇", "篇", Thing), ("项次", "项次", Thing), ("项", "项", Thing),
    ("个次", "个次", Thing), ("个", "个", Thing), ("处次", "处次", Thing), ("处", "处", Thing),
    ("户次", "户次", Thing), ("户", "户", Thing), ("家次", "家次", Thing), ("家", "家", Thing),
    ("点位", "点位", Thing), ("点次", "点次", Thing), ("卷", "卷", Thing), ("张", "张", Thing), ("幅", "幅", Thing), ("块", "块", Thing),
    ("台次", "台次", Thing), ("台套", "台套", Thing), ("台", "台", Thing), ("辆次", "辆次", Thing), ("辆", "辆", Thing),
    ("艘次", "艘次", Thing), ("艘", "艘", Thing), ("架次", "架次", Thing), ("架", "架", Thing), ("车次", "车次", Thing),
    ("船次", "船次", Thing), ("航次", "航次", Thing), ("航班", "航班", Thing), ("套", "套", Thing), ("座", "座", Thing),
    ("栋", "栋", Thing), ("幢", "幢", Thing), ("间", "间", Thing), ("所", "所", Thing), ("支", "支", Thing), ("只", "只", Thing),
    ("头", "头", Thing), ("棵", "棵", Thing), ("株", "株", Thing), ("盏", "盏", Thing), ("根", "根", Thing), ("笔", "笔", Thing),
    ("单", "单", Thing), ("票", "票", Thing), ("站", "站", Thing), ("则", "则", Thing), ("款", "款", Thing), ("面", "面", Thing),
    ("枚", "枚", Thing), ("粒", "粒", Thing), ("箱", "箱", Thing), ("袋", "袋", Thing), ("瓶", "瓶", Thing), ("桶", "桶", Thing),
    ("对", "对", Thing), ("组", "组", Thing), ("大类", "类", Thing), ("中类", "类", Thing), ("小类", "类", Thing), ("类", "类", Thing),
    ("种", "种", Thing), ("部分", "部分", Thing), ("部", "部", Thing), ("支队伍", "支", Thing), ("条款", "条款", Thing),
    ("把", "把", Thing), ("通次", "通次", Thing), ("通", "通", Thing), ("种次", "种次", Thing), ("所次", "所次", Thing),
    ("堂次", "堂次", Occasion), ("标段", "标段", Thing), ("门", "门", Thing), ("堂", "堂", Occasion), ("节", "节", Occasion), ("版", "版", Thing),
    ("公顷", "公顷", Area), ("亩次", "亩次", Area), ("亩", "亩", Area), ("平方公里", "平方公里", Area), ("平方千米", "平方千米", Area),
    ("平方米", "平方米", Area), ("平米", "平方米", Area), ("㎡", "平方米", Area), ("平方", "平方米", Area),
    ("公里", "公里", Length), ("千米", "千米", Length), ("米", "米", Length), ("海里", "海里", Length), ("厘米", "厘米", Length), ("毫米", "毫米", Length),
    ("吨", "吨", Weight), ("公斤", "公斤", Weight), ("千克", "千克", Weight), ("克", "克", Weight), ("毫克", "毫克", Weight), ("微克", "微克", Weight),
    ("立方米", "立方米", Volume), ("方", "方", Volume), ("升", "升", Volume), ("毫升", "毫升", Volume),
    ("千瓦时", "千瓦时", Energy), ("千瓦", "千瓦", Energy), ("兆瓦", "兆瓦", Energy), ("度", "度", Energy),
    ("kWh", "kWh", Energy), ("kW", "kW", Energy), ("MW", "MW", Energy), ("km", "km", Length), ("kg", "kg", Weight), ("mm", "mm", Length),
    ("cm", "cm", Length), ("m", "m", Length), ("t", "t", Weight), ("ha", "ha", Area), ("GB", "GB", Thing), ("TB", "TB", Thing),
    ("个工作日", "个工作日", Time), ("工作日", "工作日", Time), ("个自然日", "个自然日", Time), ("个小时", "小时", Time),
    ("小时", "小时", Time), ("分钟", "分钟", Time), ("秒", "秒", Time), ("天", "天", Time), ("日", "日", Time), ("个月", "个月", Time),
    ("月", "月", Time), ("周年", "周年", Time), ("周岁", "周岁", Time), ("周", "周", Time), ("年度", "年", Time), ("年", "年", Time),
    ("个季度", "季度", Time), ("季度", "季度", Time), ("岁", "岁", Time), ("时", "时", Time), ("点", "点", Time), ("分", "分", Time),
    ("刻", "刻", Time), ("星期", "星期", Time), ("个星期", "星期", Time), ("世纪", "世纪", Time), ("个学期", "学期", Time),
    ("号", "号", Ordinal), ("届", "届", Ordinal), ("级", "级", Ordinal), ("线", "线", Ordinal), ("中全会", "中全会", Ordinal), ("大精神", "大", Ordinal),
    ("人民币", "元", Money), ("日元", "日元", Money), ("英镑", "英镑", Money), ("瑞士法郎", "瑞士法郎", Money),
    ("新台币", "台币", Money), ("台币", "台币", Money), ("公分", "厘米", Length), ("CM", "cm", Length), ("斤", "斤", Weight),
];

/// A unit that stands at some place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Base unit.
    pub name: &'static str,
    /// What kind of thing it counts.
    pub class: UnitClass,
    /// Bytes of the text that it takes.
    pub len: usize,
}

/// How a unit that counts both things and occasions is written.
const BRACKETED: &str = "(次)";

static LIST: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_first(UNITS.iter().map(|unit| unit.0)));

/// The longest known unit that `text` starts with.
#[must_use]
pub fn scan(text: &str) -> Option<Unit> {
    let (printed, index) = LIST.at_start(text)?;
    let &(_, name, class) = UNITS.get(index)?;
    // 场(次), 人(次): one unit, written for both.
    if text[printed.len()..].starts_with(BRACKETED) {
        let both = UNITS.iter().find(|unit| unit.0.strip_suffix('次') == Some(printed));
        if let Some(&(_, name, class)) = both {
            return Some(Unit { name, class, len: printed.len() + BRACKETED.len() });
        }
    }
    // 家(处)次, 户(个)次: how often either was done.
    if let Some(inner) = text[printed.len()..].strip_prefix('(')
        && let Some(close) = inner.find(")次").filter(|close| *close <= "点位".len())
        && let Some(&(both, name, class)) =
            UNITS.iter().find(|unit| unit.0.strip_suffix('次') == Some(printed))
    {
        let len = printed.len() + close + "()次".len();
        return Some(Unit { name, class, len: len.max(both.len()) });
    }
    let unit = Unit { name, class, len: printed.len() };
    (!is_word_start(text, unit)).then_some(unit)
}

/// The class of a unit by its base name; things for a name that is not known.
#[must_use]
pub fn class_of(name: &str) -> UnitClass {
    let known = LIST.at_start(name).filter(|(printed, _)| printed.len() == name.len());
    known.map_or(Thing, |(_, index)| UNITS[index].2)
}

/// Whether the unit's last character begins another word, so that it is none: 部门, 处室, 次性, 名单.
fn is_word_start(text: &str, unit: Unit) -> bool {
    let Some(next) = text[unit.len..].chars().next() else { return false };
    let traps = match unit.name {
        "部" => "门委队长",
        "处" => "室长级于置理罚分",
        "次" => "性序日年",
        "名" => "单额称录",
        "家" => "庭长园属",
        "个" => "人体案性税",
        "场" => "所地景合",
        "条" => "例",
        "期" => "间限满",
        "人" => "民员才口均大",
        "项" => "目",
        "位" => "于置",
        "方" => "面案式位向针法便",
        "面" => "向对临积",
        "所" => "有属在以",
        "站" => "点式",
        "对" => "于应接照比象口标外",
        "门" => "口户",
        "节" => "点",
        "单" => "位元",
        "组" => "织成",
        "班" => "子组",
        "级" | "线" => "",
        "度" => "",
        "升" => "级至到",
        "头" => "",
        "件" => "事",
        "起" => "草来到",
        "本" => "级地人市县区辖着",
        "批" => "准复示",
        "间" => "接",
        "点" => "位",
        "支" => "持",
        "只" => "有要",
        "例" => "如",
        "封" => "闭",
        "倍" => "禺",
        "套" => "路",
        "把" => "握关手控",
        "通" => "过知报信",
        "款" => "项",
        _ => return false,
    };
    // 个人 and 个体 are words, but so are those of 6个案件, 18个人民调解室, 3个体系.
    const BEHIND: [&str; 11] =
        ["案例", "案件", "案由", "案源", "人民", "人大", "人才", "人防", "体系", "体育", "税务"];
    if unit.name == "个" && BEHIND.iter().any(|word| text[unit.len..].starts_with(word)) {
        return false;
    }
    // 个人 is a trap (3个人 is not worth telling apart), but 件事 in 一件事 only stands in quotes
    traps.contains(next) && !(unit.name == "件" && unit.len > 3)
}
