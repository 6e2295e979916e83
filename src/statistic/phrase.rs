//! Phrases with a number in them that count nothing: 三项制度, 一次性, 三个方面, 百姓.

use super::quantity::behind_unit;
use super::unit;
use crate::text::normalize::is_han;
use crate::text::{Span, numeral};

/// Whether a number starts with 百, 千, 万 and no word says that it is one: 万元 as a unit, 百姓, 千方百计.
pub fn is_place_word(text: &str, at: usize) -> bool {
    text[at..].starts_with(['百', '千', '万', '亿'])
        && !text[..at].ends_with(['上', '近', '超', '逾', '过', '破', '约', '达'])
}

/// 数十次, 几百人: how many is not said. 人数十万 is a number.
pub fn is_some_tens(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let Some(rest) = before.strip_suffix(['数', '几']) else { return false };
    text[at..].starts_with(['十', '百', '千', '万', '亿'])
        && !rest.ends_with(['人', '件', '次', '户', '个', '总', '份', '家', '参', '指'])
}

/// 举办一期培训班, 受理一件投诉: whether a verb that is done to single things makes 一 a count.
fn is_one_of(before: &str, behind: &str, unit: &str) -> bool {
    const HELD: &[&str] = &["举办", "举行", "召开", "开展", "组织"];
    #[rustfmt::skip]
    const DONE: &[&str] = &[
        "办理", "受理", "审理", "审结", "收到", "接到", "查处", "立案", "处理", "发生", "出台", "制定", "修订", "废止",
    ];
    let verbs = match unit {
        "期" | "场" | "场次" | "堂" | "节" => HELD,
        "件" | "起" | "宗" | "部" | "份" => DONE,
        _ => return false,
    };
    let said = before.trim_end_matches('了');
    let Some(subject) = verbs.iter().find_map(|verb| said.strip_suffix(verb)) else {
        return false;
    };
    let clause = &subject[subject.rfind([',', ';', '。']).unwrap_or(0)..];
    // 未发生一起事故, 拟举办一期培训, 至少举办一场
    let is_told =
        !["未", "没", "不", "无", "拟", "将", "再"].iter().any(|word| clause.ends_with(word))
            && !["至少", "计划", "要求", "争取", "没有"].iter().any(|word| clause.contains(word));
    // 查处一起、教育一片; 办理一件事
    let names =
        behind.chars().next().is_some_and(is_han) && !behind.starts_with(['事', '工', '警', '教']);
    is_told && names
}

/// Whether a small Chinese numeral counts something, or is part of a phrase (三项制度, 一次性, 两手抓).
pub fn is_countable(text: &str, number: numeral::Numeral, span: Span, unit: &str) -> bool {
    let behind = &text[span.end..];
    let before = text[..span.start].chars().next_back();
    // 每人一册, 任一项, 同一件, 其一, 进一步: the numeral belongs to the word before it.
    let is_agreement = text[..span.start].ends_with("合同");
    if before.is_some_and(|char| "每任同其某唯统第逐首何哪".contains(char)) && !is_agreement
    {
        return false;
    }
    let is_measured = behind_unit(&text[span.end..], unit, unit::class_of(unit)).is_some();
    if is_measured {
        return true;
    }
    if number.value < 2.0 {
        // 聘请法律顾问一名: behind its noun even one is counted.
        let ends = behind.chars().next().is_none_or(|char| ",;。、:)".contains(char));
        let hired =
            ["律师", "执业律师", "专职", "法律顾问"].iter().any(|word| behind.starts_with(word));
        // 一件在审、一件撤诉
        let decided = ["在审", "撤诉", "维持", "胜诉", "败诉", "正在", "尚未", "尚在", "被"]
            .iter()
            .any(|word| behind.starts_with(word));
        let is_unit =
            SMALL_UNITS.contains(&unit) && !matches!(unit, "批" | "轮" | "张" | "套" | "次" | "起");
        let clause = &text[..span.start];
        let clause = &clause[clause.rfind([',', ';', '。']).unwrap_or(0)..];
        if number.value < 1.0 || clause.contains('每') {
            return false;
        }
        // 又一起, 这一件, 之一: not how many.
        let is_word = before
            .is_some_and(|char| "无没零之又再这那上下新合单专归不划万进的另了为成".contains(char));
        let is_multiple = text[..span.start].ends_with(['翻', '了', '近', '约', '长', '加', '过']);
        let starts = before.is_none_or(|char| ",;。、(".contains(char));
        return unit == "倍" && ends && is_multiple
            || is_one_of(&text[..span.start], behind, unit)
            || is_unit
                && !(starts && ends)
                && (hired || !is_word && (ends || decided && matches!(unit, "件" | "宗")));
    }
    // 三个一批, 五个一, 四个“最”
    let quoted = behind.strip_prefix('“').and_then(|quoted| quoted.find('”'));
    if behind.starts_with('一') || unit == "个" && quoted.is_some_and(|len| len <= MAX_SLOGAN) {
        return false;
    }
    if number.value < 20.0 && !number.over && number.upper.is_none() {
        // 二期工程, 三位一体, 两次产业
        if matches!(unit, "期" | "位") && behind.starts_with(|char: char| "工一项建".contains(char))
        {
            return false;
        }
        if !SMALL_UNITS.contains(&unit) {
            return false;
        }
        // 五台村, 七家镇
        if unit != "个" && behind.starts_with(['村', '镇', '乡', '山', '庄']) {
            return false;
        }
        if matches!(unit, "个" | "项" | "种" | "条" | "件" | "套") && is_slogan_noun(behind) {
            return false;
        }
    }
    true
}

/// The longest word, in bytes, that a quoted slogan repeats: 四个“最”, 三个“聚焦”.
const MAX_SLOGAN: usize = "聚焦".len();

/// Units that make a small Chinese numeral a count.
const SMALL_UNITS: &[&str] = &[
    "件", "宗", "起", "例", "次", "场", "场次", "期", "份", "本", "册", "条", "篇", "名", "位",
    "人", "人次", "家", "户", "个", "处", "项", "部", "批", "批次", "轮", "元", "美元", "港元",
    "欧元", "亩", "台", "辆", "座", "所", "套", "堂", "张",
];

/// 三个方面, 五个环节: ways of arranging a text, never a count, in any numerals.
pub fn is_method(behind: &str) -> bool {
    const WORDS: &[&str] =
        &["方面", "维度", "层面", "维护", "意识", "自信", "确立", "坚持", "到位", "认同", "重要性"];
    // 包括总体情况等六个部分; 一个部分败诉 is another word.
    let is_part = behind.strip_prefix("部分").is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with([',', ';', '。', ':'])
            || ["组成", "构成", "内容"].iter().any(|word| rest.starts_with(word))
    });
    is_part || WORDS.iter().any(|word| behind.starts_with(word))
}

/// 三项制度, 四个意识: behind a small Chinese numeral these name a slogan.
fn is_slogan_noun(behind: &str) -> bool {
    const WORDS: &[&str] = &[
        "环节",
        "阶段",
        "关口",
        "关键",
        "步骤",
        "原则",
        "结合",
        "统一",
        "转变",
        "机制",
        "体系",
        "全覆盖",
        "着力",
        "强化",
        "方向",
        "抓手",
        "必须",
        "务必",
        "明确",
        "清单",
        "制度",
        "工程",
        "行动",
        "目标",
        "措施",
        "举措",
        "任务",
        "要求",
        "内容",
        "职责",
        "重点",
        "主要",
        "改革",
        "工作",
        "建设",
        "专项",
        "不",
        "更",
        "没有",
        "规定",
        "班子",
        "指数",
        "同步",
        "同时",
        "亲自",
        "能力",
        "层次",
        "角度",
    ];
    WORDS.iter().any(|word| behind.starts_with(word))
}
