//! Quantities: numbers with a unit in a passage, and the numbers that are something else.
//!
//! Reads one passage of normalized text from left to right. What is a date, an ordinal, an article of law, a name with
//! digits or a slogan is read as what it is, so that it is never counted.

use crate::diagnostic::DiagnosticCode;
use crate::text::{Span, numeral};

use super::Approximation;
use super::unit::{self, UnitClass};

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// All of it: the word for 约 before it, number, unit, 以上 behind it.
    pub span: Span,
    /// In the base unit.
    pub value: f64,
    /// Base unit; a compound such as 元/亩 as printed.
    pub unit: String,
    /// What kind of thing the unit counts.
    pub class: UnitClass,
    /// 约数.
    pub approximation: Option<Approximation>,
    /// Whether the number is written in Chinese numerals.
    pub han: bool,
}

/// What one passage holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantities {
    /// Numbers that may be figures, in order.
    pub found: Vec<Quantity>,
    /// Numbers that are none, and why.
    pub refused: Vec<(DiagnosticCode, Span)>,
}

/// The longest stretch in quotation marks that is taken for a name or slogan, in bytes.
const MAX_QUOTED: usize = 75;

/// Reads the quantities of `text`.
#[must_use]
pub fn scan(text: &str) -> Quantities {
    let mut quantities = Quantities::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 {
            at = match byte {
                b'0'..=b'9' => number(text, at, &mut quantities),
                b'A'..=b'Z' | b'a'..=b'z' => skip_code(bytes, at),
                _ => at + 1,
            };
            continue;
        }
        // Every Chinese numeral and every mark below lies in the three-byte range.
        let char = text[at..].chars().next().unwrap_or(' ');
        let next = at + char.len_utf8();
        at = match char {
            '《' => skip_until(text, next, '》', 300).unwrap_or(next),
            '“' => quoted(text, next, '”', &mut quantities),
            '「' => quoted(text, next, '」', &mut quantities),
            '〔' | '﹝' => skip_until(text, next, '〕', 30).unwrap_or(next),
            '第' => ordinal(text, at, &mut quantities),
            '百' | '千' if text[next..].starts_with("分之") => {
                number(text, at, &mut quantities)
            }
            _ if numeral::is_han_numeral(char) => number(text, at, &mut quantities),
            _ => next,
        };
    }
    quantities
}

/// A name made of letters and digits: PM2.5, QZ00115-0705.
fn skip_code(bytes: &[u8], at: usize) -> usize {
    let len = bytes[at..]
        .iter()
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'/')
        })
        .count();
    at + len
}

/// The place behind `close`, when it stands within `limit` bytes.
fn skip_until(text: &str, from: usize, close: char, limit: usize) -> Option<usize> {
    let mut end = (from + limit).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[from..end].find(close).map(|found| from + found + close.len_utf8())
}

/// A slogan or name in quotation marks: numbers in it are part of the name.
fn quoted(text: &str, from: usize, close: char, quantities: &mut Quantities) -> usize {
    let Some(end) = skip_until(text, from, close, MAX_QUOTED) else { return from };
    let inner = &text[from..end];
    if inner.chars().any(|char| char.is_ascii_digit() || numeral::is_han_numeral(char)) {
        quantities.refused.push((DiagnosticCode::Slogan, Span::new(from, end - close.len_utf8())));
    }
    end
}

/// 第二十三条, 第3次会议.
fn ordinal(text: &str, at: usize, quantities: &mut Quantities) -> usize {
    let from = at + '第'.len_utf8();
    let Some(number) = numeral::scan(text, from) else { return from };
    let unit = unit::scan(&text[number.span.end..]).map_or(0, |unit| unit.len);
    let end = number.span.end + unit;
    quantities.refused.push((DiagnosticCode::Ordinal, Span::new(at, end)));
    end
}

/// Reads the number at `at`; gives the place to go on from.
fn number(text: &str, at: usize, quantities: &mut Quantities) -> usize {
    let Some(first) = numeral::scan(text, at) else {
        return at + text[at..].chars().next().map_or(1, char::len_utf8);
    };
    if first.han && !first.over && !first.percent && is_place_word(text, at) {
        return first.span.end;
    }
    if first.han && is_some_tens(text, at) {
        return first.span.end;
    }
    let bytes = text.as_bytes();
    if !first.han
        && at > 0
        && matches!(bytes[at - 1], b'.' | b'-' | b'/' | b'_')
        && at > 1
        && bytes[at - 2].is_ascii_alphanumeric()
    {
        return skip_code(bytes, at);
    }
    if let Some(end) = date(text, first.span) {
        return end;
    }
    let mut end = first.span.end;
    // 五六十: at least the lower of the two.
    let mut over = first.over || first.upper.is_some();
    if let Some(second) = range(text, end) {
        end = second.span.end;
    }
    if text[end..].starts_with('+') {
        over = true;
        end += 1;
    }
    let whole = Span::new(at, end);
    let (unit, class, unit_len) = if first.percent {
        ("%".to_owned(), UnitClass::Percent, 0)
    } else if first.han
        && text[end..].starts_with('成')
        && numeral::is_tenths(&text[end + '成'.len_utf8()..])
    {
        ("%".to_owned(), UnitClass::Percent, '成'.len_utf8())
    } else if let Some(unit) = unit::scan(&text[end..]) {
        let printed = compound(&text[end..], unit.len);
        let name = if printed == unit.len {
            unit.name.to_owned()
        } else {
            text[end..end + printed].to_owned()
        };
        (name, unit.class, printed)
    } else {
        return without_unit(text, first, whole, quantities);
    };
    end += unit_len;
    // 共7章52条: the size of a law.
    if unit == "条" && text[..at].ends_with('章') {
        quantities.refused.push((DiagnosticCode::Ordinal, Span::new(at, end)));
        return end;
    }
    match class {
        UnitClass::Time if is_shortened(text, at, end) => {}
        UnitClass::Time => return behind_time(text, at, end, quantities),
        UnitClass::Ordinal => {
            quantities.refused.push((DiagnosticCode::Ordinal, Span::new(at, end)));
            return end;
        }
        _ => {}
    }
    if first.han
        && class != UnitClass::Percent
        && !is_countable(text, first, Span::new(at, end), &unit)
    {
        return end;
    }
    if text[..at].ends_with('分')
        && matches!(unit.as_str(), "期" | "批" | "批次" | "次" | "组" | "片" | "类")
    {
        return end; // 分两批培训: how it was done, not how much
    }
    if is_method(&text[end..]) {
        return end;
    }
    let tenths = class == UnitClass::Percent && !first.percent && first.han;
    // 九成八
    let part = numeral::scan(text, end)
        .filter(|part| tenths && part.han && part.value < 10.0 && part.value > 0.0);
    end = part.map_or(end, |part| part.span.end);
    let mut value = if tenths {
        numeral::tidy(first.value * 10.0 + part.map_or(0.0, |part| part.value))
    } else {
        first.value
    };
    if let Some((more, len)) = behind_unit(&text[end..], &unit, class) {
        value = numeral::tidy(value + more);
        end += len;
    }
    let mut approximation = over.then_some(Approximation::Over);
    let mut start = at;
    if text[..at].ends_with('负') {
        start -= '负'.len_utf8();
        value = -value;
    }
    // 上 says "over" only before a bare 百, 千, 万: 上百件, but 会上12件.
    if let Some((word, said)) = approximation_before(&text[..at])
        && (word > '上'.len_utf8()
            || !text[..at].ends_with('上')
            || text[at..].starts_with(['百', '千', '万', '亿']))
    {
        start = at - word;
        approximation = approximation.or(Some(said));
    }
    if let Some((word, said)) = approximation_behind(&text[end..]) {
        end += word;
        approximation = approximation.or(Some(said));
    }
    quantities.found.push(Quantity {
        span: Span::new(start, end),
        value,
        unit,
        class,
        approximation,
        han: first.han,
    });
    end
}

/// What stands behind a unit and belongs to the value: 五元三毛, 一吨半.
fn behind_unit(behind: &str, unit: &str, class: UnitClass) -> Option<(f64, usize)> {
    if unit == "元" {
        return numeral::cents(behind);
    }
    let is_measure = matches!(
        class,
        UnitClass::Weight | UnitClass::Length | UnitClass::Area | UnitClass::Volume
    );
    (is_measure && behind.starts_with('半')).then_some((0.5, '半'.len_utf8()))
}

/// Whether a number starts with 百, 千, 万 and no word says that it is one: 万元 as a unit, 百姓, 千方百计.
fn is_place_word(text: &str, at: usize) -> bool {
    text[at..].starts_with(['百', '千', '万', '亿'])
        && !text[..at].ends_with(['上', '近', '超', '逾', '过', '破', '约', '达'])
}

/// 数十次, 几百人: how many is not said. 人数十万 is a number.
fn is_some_tens(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let Some(rest) = before.strip_suffix(['数', '几']) else { return false };
    text[at..].starts_with(['十', '百', '千', '万', '亿'])
        && !rest.ends_with(['人', '件', '次', '户', '个', '总', '份', '家', '参', '指'])
}

/// A second number that makes a range with the one that ends at `end`: 3—5场, 三至五件.
fn range(text: &str, end: usize) -> Option<numeral::Numeral> {
    let mark = text[end..]
        .chars()
        .next()
        .filter(|char| matches!(char, '—' | '-' | '–' | '~' | '～' | '至' | '到'))?;
    numeral::scan(text, end + mark.len_utf8())
}

/// A number without a unit: a hotline, a part of a name, or simply a number.
fn without_unit(
    text: &str,
    first: numeral::Numeral,
    whole: Span,
    quantities: &mut Quantities,
) -> usize {
    if !first.han {
        let digits = &text[first.span.start..first.span.end];
        let code =
            if is_hotline(digits) { DiagnosticCode::Hotline } else { DiagnosticCode::NoUnit };
        quantities.refused.push((code, whole));
        // 5G, 2.0系统: the letters belong to the name.
        return skip_code(text.as_bytes(), whole.end);
    }
    // A Chinese numeral without a unit is a part of a word (统一, 三农); go on behind its first character so that a
    // number that starts later is still found.
    first.span.start + text[first.span.start..].chars().next().map_or(1, char::len_utf8)
}

/// Public service numbers: 110 and its like, 123xx, 96xxx.
fn is_hotline(digits: &str) -> bool {
    (digits.len() == 3 && digits.starts_with('1'))
        || (digits.len() == 5 && (digits.starts_with("12") || digits.starts_with("96")))
}

/// Notes a length of time; 60日内 is a demand, 20个工作日 a fact, neither is a figure.
fn behind_time(text: &str, at: usize, end: usize, quantities: &mut Quantities) -> usize {
    if text[end..].starts_with('内')
        || text[end..].starts_with("以内")
        || text[end..].starts_with("之内")
    {
        quantities.refused.push((DiagnosticCode::Requirement, Span::new(at, end)));
    }
    end
}

/// How far from a length of time the words that make it a figure may stand, in characters.
const NEAR: usize = 40;

/// Whether a length of time is one of the two of 由20个工作日压缩至3.5个工作日, the one that is a figure.
fn is_shortened(text: &str, at: usize, end: usize) -> bool {
    let is_mark = |char: &char| matches!(char, ',' | ';' | '。' | '\n');
    let before: usize = text[..at]
        .chars()
        .rev()
        .take(NEAR)
        .take_while(|char| !is_mark(char))
        .map(char::len_utf8)
        .sum();
    let before = &text[at - before..at];
    let behind: usize =
        text[end..].chars().take(NEAR).take_while(|char| !is_mark(char)).map(char::len_utf8).sum();
    let behind = &text[end..end + behind];
    let is_new = |words: &str| {
        ["压缩", "缩短", "压减", "缩减", "减少", "延长"].iter().any(|verb| {
            words
                .find(verb)
                .is_some_and(|place| words[place + verb.len()..].starts_with(['至', '到', '为']))
        })
    };
    let had_former = before.contains(['由', '从'])
        && before.contains(|char: char| char.is_ascii_digit() || numeral::is_han_numeral(char));
    let is_former = before.contains(['由', '从']) && is_new(behind);
    is_former
        && behind.contains(|char: char| char.is_ascii_digit() || numeral::is_han_numeral(char))
        || had_former && is_new(before)
}

/// The place behind a date that the number at `number` starts; `None` when it is none.
fn date(text: &str, number: Span) -> Option<usize> {
    let rest = &text[number.end..];
    let digits = &text[number.start..number.end];
    let bytes = text.as_bytes();
    let next = bytes.get(number.end).copied();
    let then_digit = bytes.get(number.end + 1).is_some_and(u8::is_ascii_digit);
    // 4·22, 12·4
    if rest.starts_with('·')
        && rest['·'.len_utf8()..].starts_with(|char: char| char.is_ascii_digit())
    {
        return Some(skip_digits(bytes, number.end + '·'.len_utf8()));
    }
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    // 2024-03-05, 2021/03/29, 15:42
    if plain && then_digit && matches!(next, Some(b':')) && digits.len() <= 2 {
        return Some(skip_date_marks(bytes, number.end));
    }
    if plain
        && then_digit
        && digits.len() == 4
        && matches!(next, Some(b'-' | b'/'))
        && !is_year_range(text, number.end)
    {
        return Some(skip_date_marks(bytes, number.end));
    }
    // 2018.03.15
    if next == Some(b'.') && then_digit && digits.contains('.') {
        return Some(skip_date_marks(bytes, number.end));
    }
    // 2021—2025年, 1—11月: the second number carries the unit.
    if let Some(second) = range(text, number.end)
        && let Some(unit) = unit::scan(&text[second.span.end..])
        && unit.class == UnitClass::Time
    {
        return Some(second.span.end + unit.len);
    }
    None
}

/// Whether `2021-2025年` stands at the mark, rather than a date.
fn is_year_range(text: &str, mark: usize) -> bool {
    let end = skip_digits(text.as_bytes(), mark + 1);
    end - mark == 5 && text[end..].starts_with('年')
}

fn skip_digits(bytes: &[u8], from: usize) -> usize {
    from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn skip_date_marks(bytes: &[u8], from: usize) -> usize {
    from + bytes[from..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b':' | b'.'))
        .count()
}

/// Length of a unit with what it is per: 元/亩, 微克/立方米.
fn compound(text: &str, len: usize) -> usize {
    let Some(per) = text[len..].strip_prefix('/') else { return len };
    unit::scan(per).map_or(len, |unit| len + 1 + unit.len)
}

/// Whether a small Chinese numeral counts something, or is part of a phrase (三项制度, 一次性, 两手抓).
fn is_countable(text: &str, number: numeral::Numeral, span: Span, unit: &str) -> bool {
    let behind = &text[span.end..];
    let before = text[..span.start].chars().next_back();
    // 每人一册, 任一项, 同一件, 其一, 进一步: the numeral belongs to the word before it.
    if before.is_some_and(|char| "每任同其某唯统第逐首何哪".contains(char)) {
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
        return matches!(unit, "名" | "家" | "位") && (ends && before.is_some() || hired);
    }
    // 三个一批, 五个一
    if behind.starts_with('一') {
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
        if matches!(unit, "个" | "项" | "种" | "条" | "件") && is_slogan_noun(behind) {
            return false;
        }
    }
    true
}

/// Units that make a small Chinese numeral a count.
const SMALL_UNITS: &[&str] = &[
    "件", "宗", "起", "例", "次", "场", "场次", "期", "份", "本", "册", "条", "篇", "名", "位",
    "人", "人次", "家", "户", "个", "处", "项", "部", "批", "批次", "轮", "元", "美元", "港元",
    "欧元", "亩", "台", "辆", "座", "所", "套", "堂", "张",
];

/// 三个方面, 五个环节: ways of arranging a text, never a count, in any numerals.
fn is_method(behind: &str) -> bool {
    const WORDS: &[&str] =
        &["方面", "维度", "层面", "维护", "意识", "自信", "确立", "坚持", "到位", "认同", "重要性"];
    WORDS.iter().any(|word| behind.starts_with(word))
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
        "同步",
        "同时",
        "亲自",
        "能力",
        "层次",
        "角度",
    ];
    WORDS.iter().any(|word| behind.starts_with(word))
}

/// 约, 近, 超过 … right before a number: how long the word is and what it says.
fn approximation_before(before: &str) -> Option<(usize, Approximation)> {
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
        ("约", Approximation::About, "民公合节预制条违履签规守"),
        ("近", Approximation::Nearly, "最附就靠临邻亲"),
        ("超", Approximation::Over, ""),
        ("逾", Approximation::Over, ""),
        ("上", Approximation::Over, "以网线早晚"),
    ];
    let before = before.strip_suffix('了').unwrap_or(before);
    let (word, said, traps) = WORDS.iter().find(|(word, ..)| before.ends_with(word))?;
    let earlier = before[..before.len() - word.len()].chars().next_back();
    if earlier.is_some_and(|char| traps.contains(char)) {
        return None;
    }
    Some((word.len(), *said))
}

/// 以上, 左右 … right behind a unit: how long the word is and what it says.
fn approximation_behind(behind: &str) -> Option<(usize, Approximation)> {
    const WORDS: &[(&str, Approximation)] = &[
        ("以上", Approximation::Over),
        ("之多", Approximation::Over),
        ("左右", Approximation::About),
        ("上下", Approximation::About),
        ("以下", Approximation::Under),
        ("以内", Approximation::Under),
    ];
    let (word, said) = WORDS.iter().find(|(word, _)| behind.starts_with(word))?;
    let later = behind[word.len()..].chars().next();
    (!(*word == "左右" && later == Some('岸'))).then_some((word.len(), *said))
}
