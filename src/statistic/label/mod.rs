//! Labels: what a figure counts, in the report's own words, short.

mod lists;

use std::sync::LazyLock;

use crate::text::normalize::is_han;
use crate::text::words::{self, WordList};

use lists::{VERBS, lists};

/// The words behind the verb of two characters that they start with; none when they start with none.
pub fn behind_verb(words: &str) -> &str {
    let verb: usize = words.chars().take(2).map(char::len_utf8).sum();
    if is_verb(&words[..verb]) { &words[verb..] } else { "" }
}

/// The place and length of the last verb of looking through in `words`: 区政府法律顾问共审查决策1件.
pub fn last_act(words: &str) -> Option<(usize, usize)> {
    ["审查", "审核"]
        .iter()
        .filter_map(|verb| Some((words::find_last(words, verb)?, verb.len())))
        .max()
}

/// Where the act starts behind what it is about: 就合同、诉讼等提供法律意见; `None` where no list of things leads to an act.
pub fn act_behind_aim(words: &str) -> Option<usize> {
    const AIMS: [&str; 8] = ["就", "围绕", "针对", "结合", "聚焦", "依托", "通过", "利用"];
    const MEANS: [&str; 8] =
        ["形式", "方式", "途径", "平台", "渠道", "载体", "多种形式", "多种方式"];
    let at = words.rfind('等')? + '等'.len_utf8();
    // 通过领学、研讨等形式开展学习4场
    let means = MEANS.iter().find(|means| words[at..].starts_with(**means));
    let at = at + means.map_or(0, |means| means.len());
    let has_aim = AIMS.iter().any(|aim| words[..at].contains(aim));
    let verb: usize = words[at..].chars().take(2).map(char::len_utf8).sum();
    let act = &words[at..];
    (has_aim && is_verb(&act[..verb]) && strip(&act[verb..]).chars().count() > 1).then_some(at)
}

/// The length of the verb of reaching that the words before a number end with: 已拓展到, 涉及.
pub fn reaching_verb(words: &str) -> Option<usize> {
    const VERBS: [&str; 8] = ["覆盖", "涵盖", "涉及", "拓展", "延伸", "惠及", "辐射", "遍布"];
    let words = strip_closers(words);
    VERBS.iter().find(|verb| words.ends_with(**verb)).map(|verb| verb.len())
}

/// The place and length of the last verb in `words` that more than a character follows: 全年出动执法人员.
pub fn last_verb(words: &str) -> Option<(usize, usize)> {
    let has_noun = |at: &usize| words[*at..].chars().count() > 3;
    let at = LONG_VERBS.places(words).filter(has_noun).last()?;
    LONG_VERBS.at_start(&words[at..]).map(|(verb, _)| (at, verb.len()))
}

/// Verbs of more than one character.
static LONG_VERBS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first(VERBS.iter().copied().filter(|verb| verb.chars().count() > 1))
});

/// Whether a word is one of the verbs.
pub fn is_verb(word: &str) -> bool {
    lists().verbs.at_end(word).is_some_and(|verb| verb.len() == word.len())
}

/// The longest label, in characters.
const MAX_LABEL: usize = 20;

/// The noun phrase for a figure, without quotation marks.
pub fn label(before: &str, behind: &str) -> String {
    label_of(before, strip(before), behind)
}

/// The same where it is known what [`strip`] leaves of the words before the number.
pub fn label_of(before: &str, stripped: &str, behind: &str) -> String {
    const QUOTES: [char; 4] = ['“', '”', '「', '」'];
    let phrase = phrase(before, stripped, behind);
    if phrase.contains(QUOTES) { phrase.replace(QUOTES, "") } else { phrase }
}

/// The noun phrase for a figure from the words before its number and, when those only hold a verb, those behind it.
fn phrase(before: &str, stripped: &str, behind: &str) -> String {
    // 甲区、乙街道和2个项目, 丙涌等9个断面, 纳入监管的147条水体: what stands before only leads to the noun behind.
    if before.ends_with(['等', '的', '和', '与', '及', '、']) && !before.ends_with("》等") {
        let noun = noun_behind(behind);
        if noun.chars().count() > 1 {
            return noun;
        }
    }
    if only_places(before) {
        let noun = noun_behind(behind);
        if noun.chars().count() > 1 && !starts_with_verb(&noun) {
            return noun;
        }
    }
    let before = &without_examples(stripped);
    let noun = before.trim_end_matches(char::is_whitespace);
    if noun.is_empty() || is_verb(noun) {
        let behind = noun_behind(behind);
        if !behind.is_empty() {
            return if matches!(
                noun,
                "向" | "给"
                    | "请"
                    | "让"
                    | "对"
                    | "将"
                    | "由"
                    | "有"
                    | "从"
                    | "为"
                    | "共"
                    | "达"
                    | "把"
            ) {
                behind
            } else {
                shorten(&format!("{noun}{behind}"))
            };
        }
    }
    // 市领导两次主持召开推进会, 先后4次研究部署: what was done so many times follows the number.
    if let Some(act) = lists().acts.at_start(behind).map(|_| noun_behind(behind)) {
        return act;
    }
    // 划定12平方公里保护范围, 《…》两个项目荣获…: behind a verb or a title the noun follows the number.
    let verb = lists().verbs.at_end(noun).filter(|verb| verb.chars().count() > 1);
    if verb.is_some() || noun.ends_with('》') {
        let behind = noun_behind(behind);
        if behind.chars().count() > 1 {
            return shorten(&format!("{}{behind}", verb.unwrap_or("")));
        }
    }
    shorten(noun)
}

/// 全系统共有7个集体, 青云区7个司法所, 镇内10余家企业: whether what stands before a number only says where.
fn only_places(before: &str) -> bool {
    const HAVE: [&str; 6] = ["共有", "现有", "拥有", "设有", "建有", "辖有"];
    HAVE.iter().any(|verb| before.ends_with(verb))
        || before.ends_with("》中")
        || strip_closers(before).ends_with(['区', '县', '市', '省', '镇', '乡', '州', '旗', '内'])
        || strip_closers(before).ends_with("系统")
}

/// Whether the first word of `words` is a verb.
fn starts_with_verb(words: &str) -> bool {
    let first: usize = words.chars().take(2).map(char::len_utf8).sum();
    is_verb(&words[..first])
}

/// 制定印发《…》等文件 → 制定印发文件: titles and names that only stand for others of their kind.
fn without_examples(words: &str) -> std::borrow::Cow<'_, str> {
    if !words.contains('》') {
        return words.into();
    }
    let Some(etc) = words.rfind("》等").map(|at| at + "》等".len()) else {
        return words.into();
    };
    let Some(open) = words.find('《') else { return words.into() };
    let noun = words[etc..].trim_start_matches(|char: char| char.is_ascii_digit());
    if noun.chars().count() < 2 {
        return words.into();
    }
    format!("{}{noun}", &words[..open]).into()
}

/// Whether the words before a number leave it to those behind it to say what is counted.
pub fn leaves_noun(before: &str) -> bool {
    is_left_to_behind(strip(before))
}

/// The same of words without openers and closers.
pub fn is_left_to_behind(words: &str) -> bool {
    words.is_empty() || lists().verbs.at_end(words).is_some_and(|verb| verb.chars().count() > 1)
}

/// Whether the words behind 次 tell what was studied so many times.
pub fn tells_study(behind: &str) -> bool {
    ["专题研究", "研究", "专题听取"].iter().any(|verb| behind.starts_with(verb))
}

/// Whether the words behind 次 tell what was done so many times.
pub fn tells_act(behind: &str) -> bool {
    lists().acts.at_start(behind).is_some()
}

/// Whether the words before a number say what is counted, beyond openers and verbs.
pub fn has_noun(before: &str) -> bool {
    is_noun(strip(before))
}

/// The same of words without openers and closers.
pub fn is_noun(words: &str) -> bool {
    !words.is_empty() && !is_verb(words)
}

/// The words before a number without openers and closers.
pub fn strip(words: &str) -> &str {
    strip_openers(strip_closers(words))
}

/// Takes times, subjects and adverbs off the left.
pub fn strip_openers(mut words: &str) -> &str {
    loop {
        let rest = skip_method(skip_date(words));
        let opener = lists().openers.at_start(rest).map(|(word, _)| word);
        let shorter = match opener {
            // 对接, 由于, 为民, 有关, 公开: a one-character opener may start a longer verb.
            Some(opener) if opener.chars().count() == 1 && starts_word(rest) => rest,
            // 及时率, 年均值: an opener with nothing behind it but the end of a noun is a part of it.
            Some(opener) if rest[opener.len()..].starts_with(['率', '度', '值']) => rest,
            Some(opener) => &rest[opener.len()..],
            None => rest,
        };
        if shorter.len() == words.len() {
            return words;
        }
        words = shorter;
    }
}

/// Whether the first character of `words` begins a longer word rather than being a word of its own.
fn starts_word(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "对接",
        "对标",
        "对外",
        "有关",
        "有件",
        "有效",
        "为民",
        "由于",
        "和解",
        "以案",
        "以上",
        "来信",
        "来访",
        "来电",
        "日常",
        "年度",
        "年报",
        "现场",
        "现行",
        "新型",
        "新闻",
        "新媒体",
        "在线",
        "在册",
        "在编",
        "在建",
        "近视",
        "含有",
        "及时",
        "并联",
        "共享",
        "共建",
        "再审",
        "再生",
        "即办",
        "约谈",
        "已办",
        "度假",
        "月报",
        "的士",
        "均价",
        "与会",
        "只读",
        "将军",
        "把关",
        "底数",
        "底图",
        "及格",
        "共同",
        "已故",
        "在岗",
        "在职",
        "在校",
        "在读",
        "有计划",
        "有偿",
        "即时",
        "将军",
        "新收",
        "年检",
        "度汛",
    ];
    static LIST: LazyLock<WordList> = LazyLock::new(|| WordList::by_first(WORDS.iter().copied()));
    LIST.at_start(words).is_some()
}

/// Takes a date such as 2023年5月 or 12月 off the left.
fn skip_date(words: &str) -> &str {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return words;
    }
    let rest = &words[digits..];
    rest.strip_prefix('年')
        .or_else(|| rest.strip_prefix('月'))
        .or_else(|| rest.strip_prefix('日'))
        .unwrap_or(words)
}

/// Takes a way of arranging things, which counts nothing, off the left: 2个维度4个板块.
fn skip_method(words: &str) -> &str {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = words[digits..].strip_prefix('个').filter(|_| digits > 0);
    let rest = behind.and_then(|noun| {
        ["维度", "方面", "层面", "环节"].iter().find_map(|method| noun.strip_prefix(method))
    });
    rest.unwrap_or(words)
}

/// Takes connecting words and brackets off the right.
pub fn strip_closers(mut words: &str) -> &str {
    loop {
        if let Some(open) = bracket_at_end(words) {
            words = &words[..open];
            continue;
        }
        let closer = lists().closers.at_end(words);
        match closer {
            // 村规民约, 行政行为, 审计: the last character belongs to the noun.
            Some(closer)
                if closer.chars().count() == 1 && lists().whole.at_end(words).is_some() =>
            {
                return words;
            }
            Some(closer) => words = &words[..words.len() - closer.len()],
            None => return words,
        }
    }
}

/// 结案(包括案前调解): the words without a bracket at their end, which names nothing itself.
pub fn without_bracket(words: &str) -> &str {
    bracket_at_end(words).map_or(words, |open| &words[..open])
}

/// Where a bracket that closes at the end of `words` opens.
fn bracket_at_end(words: &str) -> Option<usize> {
    words.ends_with(')').then(|| words.rfind('(')).flatten()
}

/// The noun that starts right behind a number and its unit, up to the verb that follows it.
fn noun_behind(words: &str) -> String {
    // 1人获评全国普法先进个人: what was won says what is counted.
    const WON: [&str; 6] = ["获评", "荣获", "获得", "被评为", "入选", "当选"];
    let won = WON
        .iter()
        .find_map(|verb| words.strip_prefix(verb))
        .filter(|rest| rest.chars().next().is_some_and(is_han));
    let words = won.unwrap_or(words);
    let words = words.strip_prefix('的').unwrap_or(words);
    // 17个“综合查一次”应用场景
    if let Some((quoted, rest)) = words.strip_prefix('“').and_then(|it| it.split_once('”'))
        && rest.chars().next().is_some_and(is_han)
        && !quoted.contains([',', '、', ';'])
    {
        return shorten(&format!("{quoted}{}", noun_behind(rest)));
    }
    let words = words.trim_start_matches(['“', '”']);
    let mut end = words.len();
    for (at, char) in words.char_indices() {
        if matches!(char, ',' | ';' | ':' | '。' | '、' | '(' | ')' | '”' | '“')
            && !in_word_bracket(words, at)
            && !in_short_quotes(words, at)
        {
            end = at;
            break;
        }
    }
    let noun = &words[..end];
    const ENDS: &[&str] = &[
        "进行",
        "开展",
        "担任",
        "作为",
        "为我",
        "予以",
        "给予",
        "实行",
        "纳入",
        "荣获",
        "获得",
        "组成",
        "参加",
        "集体研究",
        "逐一",
        "全部",
        "均",
        "启动",
        "实施",
        "作出",
        "提供",
        "组合",
        "实现",
        "在",
        "被",
        "已",
        "并",
        "为",
        "采取",
        "统一",
        "最快",
        "分别",
        "全年",
        "化解",
        "立案",
        "具体负责",
        "被评",
        "获",
        "履行",
        "适用",
        "采取",
    ];
    static LIST: LazyLock<WordList> = LazyLock::new(|| WordList::by_first(ENDS.iter().copied()));
    // Where the verb first stands; 正在审理: the word before the verb is no noun.
    let ends = |at: &usize| {
        *at > 0
            && !noun[..*at].ends_with('正')
            && LIST.all_at_start(&noun[*at..]).any(|verb| words::find(noun, verb) == Some(*at))
    };
    let cut = LIST.places(noun).find(ends).unwrap_or(noun.len());
    let noun = noun[..cut].trim_end_matches(['和', '与', '及']);
    // 1860项事项中,1742项纳入…: 中 only leads on.
    let is_all = cut == end && (end == words.len() || words[end..].starts_with([',', ':']));
    let is_all =
        is_all && !["高中", "初中", "途中", "集中"].iter().any(|word| noun.ends_with(word));
    let noun = noun.strip_suffix('中').filter(|_| is_all).unwrap_or(noun);
    // 15家单位的“三定”规定: what is counted stands before 的.
    shorten(noun.strip_suffix('的').filter(|noun| noun.chars().count() > 1).unwrap_or(noun))
}

/// Whether the mark at `at` is one of two quotation marks around a short name inside a noun: 全国“八五”普法先进个人.
fn in_short_quotes(words: &str, at: usize) -> bool {
    const LONGEST: usize = 6;
    let (open, close) = if words[at..].starts_with('“') {
        (Some(at), words[at..].find('”').map(|close| at + close))
    } else {
        (words[..at].rfind('“'), words[at..].starts_with('”').then_some(at))
    };
    let (Some(open), Some(close)) = (open, close) else { return false };
    let inner = &words[open + '“'.len_utf8()..close];
    inner.chars().count() <= LONGEST
        && !inner.contains([',', ';', '、'])
        && words[close + '”'.len_utf8()..].chars().next().is_some_and(is_han)
}

/// Whether the mark at `at` is one of a bracket inside a noun: 6个乡(镇)公共法律服务站, 58个村(社区)工作室.
pub fn in_word_bracket(words: &str, at: usize) -> bool {
    const LONGEST: usize = 3;
    let is_han = |char: Option<char>| char.is_some_and(is_han);
    let (before, behind) = (&words[..at], &words[at..]);
    let (open, close) = if behind.starts_with('(') {
        (Some(at), behind.find(')').map(|close| at + close))
    } else {
        (before.rfind('('), behind.starts_with(')').then_some(at))
    };
    let (Some(open), Some(close)) = (open, close) else { return false };
    let inner = &words[open + 1..close];
    (1..=LONGEST).contains(&inner.chars().count())
        && inner.chars().all(|char| is_han(Some(char)) || char == '、')
        && is_han(words[..open].chars().next_back())
        && is_han(words[close + 1..].chars().next())
}

/// The last words of a long phrase: what is counted stands nearest to its number.
fn shorten(words: &str) -> String {
    let words = words.trim();
    let count = words.chars().count();
    if count <= MAX_LABEL {
        return words.to_owned();
    }
    let from = words.char_indices().nth(count - MAX_LABEL).map_or(0, |(at, _)| at);
    let tail = &words[from..];
    // 结合重要节点开展主题宣传: the last verb says what was done.
    let is_last = |at: &usize| {
        let mut verbs = LONG_VERBS.all_at_start(&tail[*at..]);
        verbs.any(|verb| !tail[at + verb.len()..].contains(verb))
    };
    let verb =
        LONG_VERBS.places(tail).take_while(|at| tail[*at..].chars().count() >= 4).find(is_last);
    if let Some(at) = verb {
        return tail[at..].to_owned();
    }
    let cut = ["的", "、", "了", "对"]
        .iter()
        .filter_map(|mark| tail.find(mark).map(|at| at + mark.len()))
        .min();
    match cut {
        Some(at) if tail.len() - at >= 12 => tail[at..].to_owned(),
        _ => tail.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn the_noun_before_the_number_is_what_is_counted() {
        assert_eq!(label("全年共发放建设工程规划许可证", ""), "发放建设工程规划许可证");
        assert_eq!(label("2023年全县公路总里程达到", ""), "公路总里程");
        assert_eq!(label("已化解(销号)", ""), "化解");
        assert_eq!(label("行政复议收案同比", ""), "行政复议收案");
    }

    #[test]
    fn behind_a_verb_the_noun_follows_the_number() {
        assert_eq!(label("召开", "党组会议集体研究决定事项"), "召开党组会议");
        assert_eq!(label("对", "执法过错启动责任追究"), "执法过错");
        assert_eq!(label("", "的宅基地更新任务"), "宅基地更新任务");
    }
}
