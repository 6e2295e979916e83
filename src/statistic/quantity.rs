//! Quantities: numbers with a unit in a passage, and the numbers that are something else.
//!
//! Reads one passage of normalized text from left to right. What is a date, an ordinal, an article of law, a name with
//! digits or a slogan is read as what it is, so that it is never counted.

use std::sync::LazyLock;

use crate::diagnostic::DiagnosticCode;
use crate::text::words::{self, Filter};
use crate::text::{Span, numeral};

use super::Approximation;
use super::approximation::{approximation_before, approximation_behind};
use super::phrase::{is_countable, is_method, is_place_word, is_some_tens};
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
const MAX_QUOTED: usize = 105;

/// Reads the quantities of `text`.
#[must_use]
pub fn scan(text: &str) -> Quantities {
    scan_at(text, STARTS.places(text))
}

/// The same where it is known at which places those characters stand that [`STARTS`] lets pass, and perhaps others.
pub fn scan_at(text: &str, places: impl Iterator<Item = usize>) -> Quantities {
    let mut quantities = Quantities::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    for start in places {
        if start < at {
            continue;
        }
        at = start;
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
            '《' => skip_until(text, next, "》", 300).unwrap_or(next),
            '“' => quoted(text, next, "”", &mut quantities),
            '「' => quoted(text, next, "」", &mut quantities),
            '〔' | '﹝' => skip_until(text, next, "〕", 30).unwrap_or(next),
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

/// What a number or anything that may hold one starts with, to pass over the rest of a text quickly.
pub static STARTS: LazyLock<Filter> = LazyLock::new(|| {
    let ascii = ('0'..='9').chain('A'..='Z').chain('a'..='z');
    Filter::of(ascii.chain("《“「〔﹝第".chars()).chain(numeral::HAN_NUMERALS.chars()))
});

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
fn skip_until(text: &str, from: usize, close: &str, limit: usize) -> Option<usize> {
    let mut end = (from + limit).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    words::find(&text[from..end], close).map(|found| from + found + close.len())
}

/// A slogan or name in quotation marks: numbers in it are part of the name.
fn quoted(text: &str, from: usize, close: &str, quantities: &mut Quantities) -> usize {
    let Some(end) = skip_until(text, from, close, MAX_QUOTED) else { return from };
    let inner = &text[from..end];
    if inner.chars().any(|char| char.is_ascii_digit() || numeral::is_han_numeral(char)) {
        quantities.refused.push((DiagnosticCode::Slogan, Span::new(from, end - close.len())));
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
    if let Some(end) = no_number(text, at, first) {
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
    let Some(measure) = measure(text, first, end) else {
        return without_unit(text, first, Span::new(at, end), quantities);
    };
    end += measure.len;
    if let Some(end) = refuse(text, first, Span::new(at, end), &measure, quantities) {
        return end;
    }
    let (mut value, len) = value(&text[end..], first, &measure);
    end += len;
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
        unit: measure.unit.to_owned(),
        class: measure.class,
        approximation,
        han: first.han,
    });
    end
}

/// The place behind a number that is a part of a word, a code or a date.
fn no_number(text: &str, at: usize, first: numeral::Numeral) -> Option<usize> {
    if first.han {
        let is_word = !first.over && !first.percent && is_place_word(text, at);
        return (is_word || is_some_tens(text, at))
            .then_some(first.span.end)
            .or_else(|| date(text, first.span));
    }
    let bytes = text.as_bytes();
    let in_code = at > 1
        && matches!(bytes[at - 1], b'.' | b'-' | b'/' | b'_')
        && bytes[at - 2].is_ascii_alphanumeric();
    if in_code { Some(skip_code(bytes, at)) } else { date(text, first.span) }
}

/// The unit of a number.
struct Measure<'a> {
    unit: &'a str,
    class: UnitClass,
    /// Bytes that it takes behind the number.
    len: usize,
    /// Whether the number counts tenths: 九成.
    is_tenths: bool,
    /// The value, where it is not that of the number alone.
    value: Option<f64>,
}

/// The unit that stands at `end`, behind the number.
fn measure(text: &str, first: numeral::Numeral, end: usize) -> Option<Measure<'_>> {
    let behind = &text[end..];
    let percent = |len, is_tenths| Measure {
        unit: "%",
        class: UnitClass::Percent,
        len,
        is_tenths,
        value: None,
    };
    if first.percent {
        return Some(percent(0, false));
    }
    if let Some((value, len)) = fraction(text, first, end) {
        return Some(Measure { value: Some(value), ..percent(len, false) });
    }
    if let Some(rest) = behind.strip_prefix('成')
        && (first.han || first.value <= 10.0)
        && numeral::is_tenths(rest)
    {
        return Some(percent('成'.len_utf8(), true));
    }
    let unit = unit::scan(behind).or_else(|| counted_by_noun(text, first, end))?;
    let len = compound(behind, unit.len);
    let name = if len == unit.len { unit.name } else { &behind[..len] };
    // 翻了两番 is four times what was, three times more.
    let value = (&behind[..len] == "番").then(|| first.value.exp2() - 1.0);
    Some(Measure { unit: name, class: unit.class, len, is_tenths: false, value })
}

/// The largest whole that a share written with a stroke is told of: 1/4.
const MAX_WHOLE: f64 = 20.0;

/// 三分之一, 1/4, 占一半: a share in percent, and how many bytes it takes behind the first number.
fn fraction(text: &str, first: numeral::Numeral, end: usize) -> Option<(f64, usize)> {
    let behind = &text[end..];
    if let Some(rest) = behind.strip_prefix("分之")
        && first.han
        && first.value > 1.0
        && let Some(part) = numeral::scan(rest, 0)
        && part.value <= first.value
    {
        let percent = (part.value / first.value * 1e4).round() / 1e2;
        return Some((percent, "分之".len() + part.span.end));
    }
    // 占全部案件的1/4, 约1/3
    let of = ["的", "约", "近", "占", "超", "过", "达", "至", "到"];
    if let Some(rest) = behind.strip_prefix('/')
        && !first.han
        && of.iter().any(|word| text[..first.span.start].ends_with(word))
        && let Some(whole) = numeral::scan(rest, 0)
        && !whole.han
        && whole.value > first.value
        && whole.value <= MAX_WHOLE
        && !rest[whole.span.end..].starts_with(['/', '-', '月', '日'])
    {
        let percent = (first.value / whole.value * 1e4).round() / 1e2;
        return Some((percent, '/'.len_utf8() + whole.span.end));
    }
    let said = ["占", "过", "近", "了", "降", "少", "约", "达"];
    let is_half = behind.starts_with('半')
        && first.han
        && first.value == 1.0
        && said.iter().any(|word| text[..first.span.start].ends_with(word));
    is_half.then_some((50.0, '半'.len_utf8()))
}

/// Nouns that say what is counted where a number has no unit, and the kind of unit that it would have.
#[rustfmt::skip]
const COUNTING_NOUNS: &[(&str, UnitClass)] = &[
    ("人次数", UnitClass::Person), ("人数", UnitClass::Person), ("粉丝", UnitClass::Person),
    ("粉丝数", UnitClass::Person), ("粉丝量", UnitClass::Person), ("关注量", UnitClass::Person),
    ("次数", UnitClass::Occasion), ("阅读量", UnitClass::Occasion), ("阅读数", UnitClass::Occasion),
    ("阅读总量", UnitClass::Occasion), ("阅读总数", UnitClass::Occasion), ("点击量", UnitClass::Occasion),
    ("点击数", UnitClass::Occasion), ("点击率", UnitClass::Occasion), ("浏览量", UnitClass::Occasion),
    ("播放量", UnitClass::Occasion), ("访问量", UnitClass::Occasion), ("下载量", UnitClass::Occasion),
    ("点赞量", UnitClass::Occasion), ("件数", UnitClass::Thing), ("案件数", UnitClass::Thing),
    ("案件数量", UnitClass::Thing), ("户数", UnitClass::Thing), ("批数", UnitClass::Thing),
];

/// 阅读总量达38.6万, 参训人数1200: the noun before a number says what it counts, and no unit is printed.
fn counted_by_noun(text: &str, first: numeral::Numeral, end: usize) -> Option<unit::Unit> {
    let ends = text[end..]
        .chars()
        .next()
        .is_none_or(|char| matches!(char, ',' | ';' | '。' | '、' | ')' | '\n'));
    if !ends {
        return None;
    }
    const VERBS: [&str; 10] =
        ["达到", "突破", "超过", "高达", "累计", "达", "超", "近", "约", "为"];
    let mut before = text[..first.span.start].trim_end_matches('了');
    for _ in 0..2 {
        before = VERBS.iter().find_map(|verb| before.strip_suffix(verb)).unwrap_or(before);
    }
    // 追讨拖欠工资额约65万: an amount of money, where it is so large that its unit goes without saying.
    const AMOUNTS: [&str; 7] = ["金额", "工资额", "罚款额", "标的额", "罚没款", "工资", "损失"];
    let is_large =
        text[first.span.start..end].ends_with(['万', '亿', '余', '多']) && first.value >= 1e4;
    if is_large && AMOUNTS.iter().any(|noun| before.ends_with(noun)) {
        return Some(unit::Unit { name: "元", class: UnitClass::Money, len: 0 });
    }
    let noun = COUNTING_NOUNS.iter().find(|(noun, ..)| before.ends_with(noun))?;
    Some(unit::Unit { name: "", class: noun.1, len: 0 })
}

/// The place behind a number with a unit that is no figure all the same: a length of time, an ordinal, a slogan.
fn refuse(
    text: &str,
    first: numeral::Numeral,
    whole: Span,
    measure: &Measure<'_>,
    quantities: &mut Quantities,
) -> Option<usize> {
    let (before, behind) = (&text[..whole.start], &text[whole.end..]);
    // 共7章52条: the size of a law.
    let is_law = measure.unit == "条" && before.ends_with('章');
    // 六届二次全会: the number of a meeting.
    let is_session = measure.unit == "次" && before.ends_with('届');
    // 前30名, 比上年前进2名: a place in a ranking.
    let is_place = matches!(measure.unit, "名" | "位")
        && (["前", "前进", "前移", "跃升", "位次上升", "位次提升", "排名上升", "排名提升"]
            .iter()
            .any(|word| before.ends_with(word)));
    if is_law || is_session || is_place || measure.class == UnitClass::Ordinal {
        quantities.refused.push((DiagnosticCode::Ordinal, whole));
        return Some(whole.end);
    }
    if measure.class == UnitClass::Time
        && !is_shortened(text, whole.start, whole.end)
        && !is_measured_time(before, behind)
    {
        return Some(behind_time(text, whole.start, whole.end, quantities));
    }
    let is_phrase = first.han
        && measure.class != UnitClass::Percent
        && !is_countable(text, first, whole, measure.unit);
    // 分两批培训: how it was done, not how much.
    let is_manner = before.ends_with('分')
        && matches!(measure.unit, "期" | "批" | "批次" | "次" | "组" | "片" | "类");
    (is_phrase || is_manner || is_method(behind)).then_some(whole.end)
}

/// The value of a number, with what is written behind its unit (九成八, 五元三毛), and how many bytes that takes.
fn value(behind: &str, first: numeral::Numeral, measure: &Measure<'_>) -> (f64, usize) {
    if let Some(value) = measure.value {
        return (value, 0);
    }
    if measure.is_tenths {
        let part = numeral::scan(behind, 0)
            .filter(|part| part.han && part.value < 10.0 && part.value > 0.0);
        let (more, len) = part.map_or((0.0, 0), |part| (part.value, part.span.end));
        return (numeral::tidy(first.value * 10.0 + more), len);
    }
    behind_unit(behind, measure.unit, measure.class)
        .map_or((first.value, 0), |(more, len)| (numeral::tidy(first.value + more), len))
}

/// What stands behind a unit and belongs to the value: 五元三毛, 一吨半.
pub fn behind_unit(behind: &str, unit: &str, class: UnitClass) -> Option<(f64, usize)> {
    if unit == "元" {
        return numeral::cents(behind);
    }
    let is_measure = matches!(
        class,
        UnitClass::Weight | UnitClass::Length | UnitClass::Area | UnitClass::Volume
    );
    (is_measure && behind.starts_with('半')).then_some((0.5, '半'.len_utf8()))
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
        let code = match () {
            () if is_hotline(digits) => Some(DiagnosticCode::Hotline),
            () if is_label_of_table(&text[..whole.start]) => Some(DiagnosticCode::Ordinal),
            () if is_numbering(text, whole) => None,
            () => Some(DiagnosticCode::NoUnit),
        };
        quantities.refused.extend(code.map(|code| (code, whole)));
        // 5G, 2.0系统: the letters belong to the name.
        return skip_code(text.as_bytes(), whole.end);
    }
    // A Chinese numeral without a unit is a part of a word (统一, 三农); go on behind its first character so that a
    // number that starts later is still found.
    first.span.start + text[first.span.start..].chars().next().map_or(1, char::len_utf8)
}

/// 1.加强领导, (2)完善机制, ;3、规范执法: whether a number only numbers what follows it.
fn is_numbering(text: &str, number: Span) -> bool {
    let opens = text[..number.start]
        .chars()
        .next_back()
        .is_none_or(|char| char.is_whitespace() || matches!(char, '。' | ';' | ':' | '('));
    let behind = text[number.end..].strip_prefix(['.', '、', ')']);
    opens
        && behind
            .is_some_and(|rest| rest.trim_start().starts_with(|char: char| !char.is_ascii_digit()))
}

/// (见表3), 附件2: whether a number is that of a table, a picture or something attached.
fn is_label_of_table(before: &str) -> bool {
    ["见表", "附表", "如表", "附件", "附图", "见图", "如图"]
        .iter()
        .any(|noun| before.ends_with(noun))
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

/// Whether a length of time is what was measured: 平均办理时长为2.1个工作日, 通关时间28.6小时. A time limit is not.
fn is_measured_time(before: &str, behind: &str) -> bool {
    #[rustfmt::skip]
    const NOUNS: &[&str] = &[
        "用时", "时长", "耗时", "办理时间", "通关时间", "审批时间", "处置时间", "响应时间", "周期", "平均年龄", "平均成绩", "得分", "平均分",
    ];
    // 开办时间压缩至0.5个工作日, 平均处置时限5天: told apart from a limit by what became of it.
    const LIMITS: &[&str] = &["时间", "时限", "期限"];
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "达到", "仅需", "缩短至", "压缩至", "压缩到", "缩短到", "仅", "只需", "为", "达", "约", "至", "到",
    ];
    let mark = before.rfind([',', ';', '。', '\n']);
    let clause =
        mark.map_or(before, |mark| before[mark..].trim_start_matches([',', ';', '。', '\n']));
    let said = VERBS.iter().find_map(|verb| clause.strip_suffix(verb)).unwrap_or(clause);
    let is_mean = clause.contains("平均")
        || ["压缩", "缩短"].iter().any(|verb| clause[said.len()..].starts_with(verb));
    (!clause.contains("自评") && NOUNS.iter().any(|noun| said.ends_with(noun))
        || is_mean && LIMITS.iter().any(|noun| said.ends_with(noun)))
        && !["内", "以内", "之内"].iter().any(|word| behind.starts_with(word))
}

/// How far from a length of time the words that make it a figure may stand, in characters.
const NEAR: usize = 40;

/// Whether a length of time is one of the two of 由20个工作日压缩至3.5个工作日, the one that is a figure.
fn is_shortened(text: &str, at: usize, end: usize) -> bool {
    let is_mark = |char: &char| matches!(char, ',' | ';' | '。' | '\n');
    let (mut start, mut starts) = (at, false);
    for char in text[..at].chars().rev().take(NEAR).take_while(|char| !is_mark(char)) {
        start -= char.len_utf8();
        starts |= matches!(char, '由' | '从');
    }
    if !starts {
        return false;
    }
    let before = &text[start..at];
    let behind: usize =
        text[end..].chars().take(NEAR).take_while(|char| !is_mark(char)).map(char::len_utf8).sum();
    let behind = &text[end..end + behind];
    let is_new = |words: &str| {
        ["压缩", "缩短", "压减", "缩减", "减少", "延长", "缩", "降"].iter().any(|verb| {
            words
                .find(verb)
                .is_some_and(|place| words[place + verb.len()..].starts_with(['至', '到', '为']))
        })
    };
    let has_number = |words: &str| {
        words.contains(|char: char| char.is_ascii_digit() || numeral::is_han_numeral(char))
    };
    is_new(behind) && has_number(behind) || has_number(before) && is_new(before)
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
