//! Zero statements: 无一件败诉, 零投诉, 未发生…, 没有产生…, 败诉率为零. They are figures with the value 0.

use crate::text::Span;

/// A statement that something did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zero {
    /// All of it.
    pub span: Span,
    /// The words that name what did not happen: before and behind the trigger.
    pub before: Span,
    /// See `before`.
    pub behind: Span,
    /// The unit when one is printed (无一件…).
    pub unit: Option<&'static str>,
    /// Whether the words are only a zero statement when they name an indicator (无执法投诉, but also 无证经营).
    pub needs_name: bool,
}

/// Units that may stand in 无一….
const COUNTED: &[&str] = &["件", "起", "例", "宗", "人", "户", "家", "次", "处"];

/// What may follow 零: events, not qualities (零距离, 零容忍).
const EVENTS: &[&str] = &[
    "投诉",
    "败诉",
    "发生",
    "登记",
    "上访",
    "进京",
    "非访",
    "越级",
    "事故",
    "差错",
    "失误",
    "赔付",
    "赔偿",
    "撤改",
    "纠错",
    "撤销",
    "延误",
    "超时",
    "逾期",
    "举报",
    "信访",
    "复议",
    "诉讼",
    "案件",
    "新增",
    "增长",
    "被诉",
    "违纪",
    "违法",
    "舆情",
    "退件",
    "伤亡",
    "死亡",
    "应诉",
    "申请",
    "积压",
    "重复访",
    "集访",
    "集体访",
    "记录",
    "命案",
    "火灾",
    "伤害",
    "脱管",
    "漏管",
    "欠薪",
    "重新犯罪",
    "安全",
    "责任事故",
    "重大",
    "撤案",
    "纠正",
    "违规",
    "感染",
    "流失",
    "差评",
    "入境",
    "发案",
    "复发",
    "涉诉",
    "涉访",
];

/// What 无 and 无人 tell of persons.
const PERSONAL: &[&str] = &["重新犯罪", "违法违纪", "脱管", "漏管", "伤亡", "死亡"];

/// What may follow 未.
const NOT_YET: &[&str] = &[
    "发生",
    "出现",
    "出台",
    "制定",
    "制发",
    "收到",
    "接到",
    "产生",
    "受理",
    "发现",
    "引发",
    "收取",
    "发出",
    "被提起",
    "被复议",
    "被诉",
    "因",
    "印发",
    "涉及",
    "办理",
    "有",
    "作出",
    "新增",
    "举行",
    "召开",
    "组织",
    "开展",
    "实施",
    "被纠错",
    "被撤销",
];

/// What may follow 没有.
const NONE: &[&str] = &[
    "发生", "出现", "产生", "收到", "接到", "出台", "制定", "制发", "引发", "收取", "发现", "被",
    "一件", "一起", "一例",
];

/// What zero statements start with.
pub const TRIGGERS: [char; 7] = ['无', '零', '未', '没', '不', '〇', '0'];

/// Finds the zero statements of the sentence at `sentence`; `places` are those of [`TRIGGERS`] in it, and perhaps others.
pub fn scan(text: &str, sentence: Span, places: impl Iterator<Item = usize>) -> Vec<Zero> {
    let mut found: Vec<Zero> = Vec::new();
    for at in places {
        if found.last().is_some_and(|zero| at < zero.span.end) {
            continue;
        }
        let statement = match text[at..].chars().next() {
            Some('无') => none(text, at, sentence),
            Some('零' | '〇' | '0') => zero(text, at, sentence),
            Some('未') => behind(text, at, sentence, "未", NOT_YET),
            Some('没') => behind(text, at, sentence, "没有", NONE),
            Some('不') => behind(text, at, sentence, "不存在", &[""])
                .or_else(|| behind(text, at, sentence, "不", &["涉及"])),
            _ => None,
        };
        found.extend(statement);
    }
    found
}

/// 无一件败诉; 无行政复议案件.
fn none(text: &str, at: usize, sentence: Span) -> Option<Zero> {
    let rest = &text[at..sentence.end];
    if let Some(behind_one) = rest.strip_prefix("无一") {
        if ["例外", "失", "不"].iter().any(|word| behind_one.starts_with(word)) {
            return None;
        }
        let unit = COUNTED.iter().copied().find(|unit| behind_one.starts_with(unit));
        let from = at + "无一".len() + unit.map_or(0, str::len);
        return statement(text, at, from, sentence, unit, false);
    }
    let before = &text[item_start(text, sentence.start, at)..at];
    // 暂无败诉, 目前尚无败诉, 也无重大决策
    let before = before.trim_end_matches(['暂', '尚', '也', '亦', '且', '并']);
    let rest = &text[at + '无'.len_utf8()..sentence.end];
    // 在册186人,无人重新犯罪; 无重新犯罪; 无人机 is a thing.
    let event = rest.strip_prefix('人').unwrap_or(rest);
    if PERSONAL.iter().any(|word| event.starts_with(word)) {
        let from = sentence.end - event.len();
        return statement(text, at, from, sentence, None, false);
    }
    let plain = super::label::strip(before);
    let introduced = plain.is_empty()
        || ["做到", "实现", "目前"].iter().any(|word| before.ends_with(word))
        || before.ends_with(['均', '全', '局', '镇', '县', '市', '区', '年', '度', '内', '中'])
        || before.ends_with("案件")
            && EVENTS.iter().any(|event| text[at + '无'.len_utf8()..].starts_with(event));
    if !introduced {
        return None;
    }
    let from = at + '无'.len_utf8();
    let zero = statement(text, at, from, sentence, None, true)?;
    let noun = &text[zero.behind.start..zero.behind.end];
    if noun.chars().count() > 40
        || ["正当", "证", "关", "法", "论", "需", "缝", "偿", "障碍", "死角"]
            .iter()
            .any(|word| noun.starts_with(word))
    {
        return None;
    }
    Some(zero)
}

/// 零投诉, “零发生”; 败诉率为零.
fn zero(text: &str, at: usize, sentence: Span) -> Option<Zero> {
    let from = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let rest = &text[from..sentence.end];
    if from - at > 1 && EVENTS.iter().any(|event| rest.starts_with(event)) {
        let mut zero = statement(text, at, from, sentence, None, false)?;
        let words = &text[from..zero.span.end];
        let end = from + words.find(['、', '”']).unwrap_or(words.len());
        zero.span.end = end;
        zero.behind.end = end;
        return Some(zero);
    }
    let ends = rest
        .chars()
        .next()
        .is_none_or(|char| matches!(char, ',' | ';' | '。' | '、' | '”' | ')' | '!'));
    let said = text[sentence.start..at].trim_end_matches('“');
    let linked =
        ["为", "是", "达到", "保持", "实现", "均为"].iter().any(|word| said.ends_with(word));
    if !(ends && linked) {
        return None;
    }
    let start = item_start(text, sentence.start, at);
    Some(Zero {
        span: Span::new(start, from),
        before: Span::new(start, at),
        behind: Span::new(from, from),
        unit: None,
        needs_name: false,
    })
}

/// 未发生…, 没有产生…, 不存在….
fn behind(text: &str, at: usize, sentence: Span, trigger: &str, verbs: &[&str]) -> Option<Zero> {
    let rest = text[at..sentence.end].strip_prefix(trigger)?;
    let verb = verbs.iter().find(|verb| rest.starts_with(**verb))?;
    let mut from = at + trigger.len() + verb.len();
    // 没有发生一起事故: the unit is no part of what is counted.
    let one = text[from..sentence.end].strip_prefix('一');
    let unit = one.and_then(|one| COUNTED.iter().copied().find(|unit| one.starts_with(unit)));
    if let Some(unit) = unit {
        from += '一'.len_utf8() + unit.len();
    }
    let zero = statement(text, at, from, sentence, unit, false)?;
    let noun = text[zero.behind.start..zero.behind.end].trim();
    // 未收到的, 未办理许可证的企业: the words describe something else.
    let describes = noun.starts_with('的') || noun.ends_with('的') || noun.is_empty();
    // 未有效…, 未涉及: too open without a name.
    let vague = matches!(
        *verb,
        "因" | "有"
            | "涉及"
            | "办理"
            | "作出"
            | "发现"
            | "被"
            | "受理"
            | "举行"
            | "召开"
            | "组织"
            | "开展"
            | "实施"
    );
    (!describes).then_some(Zero { needs_name: vague, ..zero })
}

/// The statement whose trigger stands at `at` and whose noun starts at `from`.
fn statement(
    text: &str,
    at: usize,
    from: usize,
    sentence: Span,
    unit: Option<&'static str>,
    needs_name: bool,
) -> Option<Zero> {
    let start = item_start(text, sentence.start, at);
    let rest = &text[from..sentence.end];
    let end = from + rest.find([',', ';', ':', '。', ')', '!']).unwrap_or(rest.len());
    // 无诉讼、无复议: the next statement starts.
    let next = text[from..end].find("、无").or_else(|| text[from..end].find("、零"));
    let end = next.map_or(end, |at| from + at);
    (end > from).then_some(Zero {
        span: Span::new(at, end),
        before: Span::new(start, at),
        behind: Span::new(from, end),
        unit,
        needs_name,
    })
}

/// Where the item that holds `at` starts: behind the last comma or 、 before it.
fn item_start(text: &str, limit: usize, at: usize) -> usize {
    let words = &text[limit..at];
    words
        .rfind([',', ';', ':', '。', '、', '('])
        .map_or(limit, |mark| limit + mark + words[mark..].chars().next().map_or(1, char::len_utf8))
}
