//! Plans, targets and demands: numbers that tell what shall be, not what was.

use std::sync::LazyLock;

use crate::text::numeral;
use crate::text::words::{self, WordList};

/// Words behind which numbers are targets, to the end of the sentence.
const TARGETS: &[&str] = &[
    "力争",
    "拟于",
    "拟在",
    "目标为",
    "目标是",
    "目标到",
    "预期将",
    "预期达",
    "预期实现",
    "预期完成",
    "奋力实现",
    "努力实现",
    "预计",
    "有望",
    "将达到",
    "将建成",
    "将突破",
];

/// What a clause starts with that tells what was done.
const DONE: &[&str] = &["共", "已", "先后", "截至", "一年来", "今年以来", "全年共", "全年已"];

static TARGET_LIST: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_first(TARGETS.iter().copied()));

/// Words of which each target has one: where none stands in a sentence, [`is_target`] need not be asked.
pub static SIGNS: LazyLock<WordList> = LazyLock::new(|| {
    let others = ["争取", "确保", "计划", "要求", "每", "不得", "原则上"];
    WordList::by_first(TARGETS.iter().copied().chain(others))
});

/// Whether the words of a sentence up to a number make the number a target.
pub fn is_target(said: &str) -> bool {
    let target = TARGET_LIST.places(said).last();
    if target.is_some_and(|at| !is_done(&said[at..])) {
        return true;
    }
    // 争取…达到, 争取年内: a target; 争取资金, 争取到项目 tell what was got.
    if let Some(at) = words::find_last(said, "争取") {
        let rest = &said[at + "争取".len()..];
        let item = &rest[..rest.find([',', ';']).unwrap_or(rest.len())];
        let aims = ["年", "达到", "实现", "完成", "建成", "突破", "早日"]
            .iter()
            .any(|word| item.contains(word));
        if (aims || item.starts_with('在')) && !is_done(rest) {
            return true;
        }
    }
    if is_rule(said) {
        return true;
    }
    // 确保…达到: a target, unless it tells what was ensured (确保了).
    if let Some(at) = words::find_last(said, "确保") {
        let rest = &said[at + "确保".len()..];
        if !rest.starts_with('了')
            && ["达到", "达", "不低于", "保持", "控制在", "完成", "实现"]
                .iter()
                .any(|word| rest.contains(word))
        {
            return true;
        }
    }
    words::places(said, "计划").any(|at| {
        let behind = said[at + "计划".len()..].chars().next();
        let before = said[..at].chars().next_back();
        let is_verb =
            behind.is_some_and(|char| "开举完培新建组实选投发年安推修制于在到".contains(char));
        let starts = before.is_none_or(|char| {
            matches!(char, ',' | ';' | '年' | '局' | '委' | '镇' | '府' | '还' | '也' | '办' | '厅')
        });
        is_verb && starts
    })
}

/// Whether the words behind that of a target have come back to what was done: 力争小事不出村,共调解….
///
/// 力争到2025年底,共建成… is still the target: its first clause only tells by when.
fn is_done(rest: &str) -> bool {
    rest.rfind([',', ';']).is_some_and(|mark| {
        DONE.iter().any(|word| rest[mark + 1..].starts_with(word))
            && !rest[..mark].ends_with(['年', '底', '末', '前'])
    })
}

/// 要求每个单位…不少于, 不得少于, 每年组织: what a rule demands of everybody, not what was done.
fn is_rule(said: &str) -> bool {
    let item = &said[said.rfind([',', ';']).map_or(0, |mark| mark + 1)..];
    let demands = item.starts_with("要求");
    let kept_up = item.trim_start_matches("坚持");
    let recurs = ["每年", "每季度", "每月", "每半年", "每周", "每两年", "每学期", "每两月", "以每"]
        .iter()
        .any(|word| kept_up.starts_with(word))
        && !names_frequency(item);
    // 安全检查每学期两次: how often, told right behind what is done.
    let recurs = recurs
        || ["每年", "每季度", "每月", "每半年", "每周", "每学期", "每天", "每日"].iter().any(
            |word| {
                words::find_last(item, word)
                    .is_some_and(|at| is_frequency(&item[at + word.len()..]))
            },
        );
    let of_each = item.starts_with('每') && item.contains("至少");
    demands || recurs || of_each || words::holds_any(item, &["不得", "原则上"])
}

/// Whether words are a number of times and nothing else: 两次, 不少于1次.
fn is_frequency(words: &str) -> bool {
    let words =
        ["不少于", "至少", "不低于"].iter().find_map(|at| words.strip_prefix(at)).unwrap_or(words);
    let rest = words
        .trim_start_matches(|char: char| char.is_ascii_digit() || numeral::is_han_numeral(char));
    rest.len() < words.len() && matches!(rest, "次" | "场" | "期" | "轮" | "场次")
}

/// 以每两月1次频次开展学习5次: whether how often something is done has been said, so that a later number tells how often
/// it was done.
fn names_frequency(item: &str) -> bool {
    const LONGEST: usize = 6;
    let Some((_, rest)) = item.split_once('每') else { return false };
    let head: usize = rest.chars().take(LONGEST).map(char::len_utf8).sum();
    rest[..head].find('次').is_some_and(|at| {
        let behind = &rest[at + '次'.len_utf8()..];
        behind.chars().count() > LONGEST && !behind.contains('、')
    })
}

/// 5000元以上罚款的案件, 2000元以上1万元以下: an amount that a rule draws a line at.
///
/// `behind` are the words up to the next figure, `has_next` says whether there is one: 五人以上集体访7批.
pub fn is_threshold(amount: &str, behind: &str, has_next: bool) -> bool {
    // 两人以上执法: what the law demands of every inspection.
    if ["两人以上", "2人以上", "二人以上", "两名以上", "2名以上"].contains(&amount)
        && ["执法", "共同", "持证", "在场", "行政执法"].iter().any(|act| behind.starts_with(act))
    {
        return true;
    }
    let draws_line = ["以上", "以下"].iter().any(|word| amount.ends_with(word));
    let names_what_is_counted = has_next
        && !behind.starts_with([',', '、', ';', '和'])
        && !behind.contains([',', ';', '。']);
    draws_line
        && (names_what_is_counted
            || ["的", "罚款", "罚金"].iter().any(|word| behind.starts_with(word)))
}

/// Whether a number states a demand: 不低于执法人员总数5%的要求.
pub fn is_requirement(before: &str, behind: &str) -> bool {
    let behind = &behind[..behind.find([',', ';', '。']).unwrap_or(behind.len())];
    let demands = ["的要求", "的标准", "的规定", "的目标", "要求", "的比例要求", "的原则"]
        .iter()
        .any(|word| behind.starts_with(word));
    // 每名执法人员培训时间不少于60学时
    let of_everybody = (before.trim_start().starts_with('每')
        || ["每人", "每名", "每位", "每家"].iter().any(|each| before.contains(each)))
        && ["不少于", "不低于", "不得"].iter().any(|word| before.contains(word));
    // 按每千人配备1名的标准配齐
    let by_rule = before.trim_start().starts_with("按")
        && ["的标准", "的要求", "的比例"].iter().any(|word| behind.contains(word));
    of_everybody
        || by_rule
        || demands
        || words::holds(behind, "要求") && words::holds_any(before, &["不少于", "不低于"])
}

/// Whether a sentence opens a plan, so that it and what follows it in the paragraph tells of the future.
///
/// `year` is the year that the report covers: 2024年,我局将… in a report on 2023 is a plan. `looks_ahead` says that the
/// section speaks of what is still to be done, so that the next year alone opens a plan.
pub fn opens_plan(sentence: &str, year: Option<i32>, looks_ahead: bool) -> bool {
    let words = sentence.trim_start();
    static OPENERS: LazyLock<WordList> = LazyLock::new(|| {
        WordList::by_first(
            [
                "下一步",
                "下步",
                "今后",
                "明年",
                "下阶段",
                "接下来",
                "下一阶段",
                "新的一年",
                "来年",
                "下一年度",
                "未来",
            ]
            .into_iter(),
        )
    });
    if OPENERS.at_start(words).is_some() {
        return true;
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 4
        && words[digits..].starts_with('年')
        && let Ok(said) = words[..digits].parse::<i32>()
        && year.is_some_and(|year| said > year && said < year + 5)
    {
        let is_whole_year = words[digits + '年'.len_utf8()..].starts_with([',', '度']);
        return (looks_ahead && is_whole_year)
            || speaks_of_future(words)
            || ["继续", "将", "拟", "计划"].iter().any(|word| words.contains(word));
    }
    false
}

/// Whether a sentence tells of the future without opening a plan: 我局将继续…. What follows it may be what was done.
pub fn speaks_ahead(sentence: &str) -> bool {
    let words = sentence.trim_start();
    let head: usize = words.chars().take(8).map(char::len_utf8).sum();
    words[..head].contains('将') && speaks_of_future(words)
}

/// Whether 将 tells of the future (将继续…) rather than of an object (将…纳入).
fn speaks_of_future(words: &str) -> bool {
    const BEHIND: &[&str] = &[
        "继续",
        "进一步",
        "以",
        "围绕",
        "聚焦",
        "着力",
        "持续",
        "深入",
        "坚持",
        "重点",
        "从",
        "紧紧",
        "紧扣",
        "认真",
        "严格",
        "不断",
        "切实",
        "加强",
        "加大",
        "按照",
        "全面",
        "积极",
        "大力",
        "努力",
        "在",
        "深化",
        "一如既往",
        "始终",
        "着重",
        "主要",
        "分",
        "针对",
        "根据",
        "更加",
        "强化",
        "立足",
        "牢牢",
        "扎实",
    ];
    // 始终将加强法治建设作为首要任务, 将深入推进依法行政摆在…: the object of a verb.
    const TAKEN_AS: &[&str] = &[
        "作为",
        "摆在",
        "放在",
        "纳入",
        "列入",
        "列为",
        "融入",
        "贯穿",
        "落到",
        "落实到",
        "置于",
        "抓在",
    ];
    words.match_indices('将').any(|(at, word)| {
        let behind = &words[at + word.len()..];
        let clause = &behind[..behind.find([',', ';', '。']).unwrap_or(behind.len())];
        BEHIND.iter().any(|next| behind.starts_with(next))
            && !TAKEN_AS.iter().any(|verb| clause.contains(verb))
            && !["始终", "坚持", "一直", "一贯"].iter().any(|adverb| words[..at].ends_with(adverb))
    }) || words.contains("力争")
}
