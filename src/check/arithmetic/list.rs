//! Lists of parts: which figures a 其中, a bracket or a colon counts up, and of which total.

use super::super::finding::Claim;
use super::super::subject::Subject;
use super::funnel::FROM_OUTSIDE;
use super::sentence::Sentence;

/// The longest list, and how far back its total may stand, in figures: a page without full stops stays cheap.
const MAX_PARTS: usize = 40;
/// See [`MAX_PARTS`].
const LOOK_BACK: usize = 8;

/// The longest name of a part, in characters.
const MAX_NAME: usize = 24;

/// A list of parts that are counted like their total.
#[derive(Debug)]
pub(super) struct List {
    /// Places of the figures that can be its total, nearest first.
    pub(super) totals: Vec<usize>,
    /// Places of its parts in the sentence.
    pub(super) parts: Vec<Part>,
    /// What it says of itself.
    pub(super) claim: Claim,
    /// Whether it runs to its end with nothing else in between.
    pub(super) is_whole: bool,
    /// Whether 、 keeps its parts together.
    pub(super) is_tight: bool,
}

/// A part of a list.
#[derive(Debug)]
pub(super) struct Part {
    /// Place of the figure in the sentence.
    pub(super) place: usize,
    /// The words that name it.
    pub(super) name: String,
}

/// How a list opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// 其中.
    Among { colon: bool },
    /// (维持3件、撤销1件).
    Bracket,
    /// (含上年结转7件).
    Including,
    /// 共43件:一审31件…, 分别为.
    Colon,
}

/// The list whose first part stands at `first`, if one opens there.
pub(super) fn at(subject: &Subject<'_>, sentence: &Sentence, first: usize) -> Option<List> {
    let before = first.checked_sub(1)?;
    let raw = sentence.gap(subject, before, first);
    let deeper = sentence.figures[first].depth > sentence.figures[before].depth;
    // Most figures open nothing; one look at the characters tells.
    if !deeper && !raw.contains(['其', ':', '分']) {
        return unmarked(subject, sentence, first);
    }
    let (opening, name) = opening(raw, deeper)?;
    let unit = |place: usize| &subject.statistics[sentence.figures[place].index].unit;
    let depth = sentence.figures[first].depth;
    let mut totals: Vec<usize> = (first.saturating_sub(LOOK_BACK)..first)
        .rev()
        .filter(|&place| unit(place) == unit(first) && sentence.figures[place].depth <= depth)
        .collect();
    if matches!(opening, Opening::Among { .. }) {
        // A total behind the last ； comes before those of the clauses before it.
        let clause = (first.saturating_sub(LOOK_BACK)..first)
            .rev()
            .find(|&place| sentence.gap(subject, place, place + 1).contains(';'));
        let start = clause.map_or(0, |place| place + 1);
        if totals.iter().any(|&place| place >= start) {
            totals.retain(|&place| place >= start);
        }
    } else {
        // Only the figure right before a bracket or colon is broken down by it.
        totals.retain(|&place| place == before);
    }
    if totals.is_empty() || unit(first).as_deref() == Some("%") {
        return None;
    }
    let mut list = List {
        totals,
        parts: vec![Part { place: first, name: name.to_owned() }],
        claim: match opening {
            Opening::Bracket | Opening::Colon => Claim::Likely,
            Opening::Among { .. } | Opening::Including => Claim::Open,
        },
        is_whole: false,
        is_tight: false,
    };
    if opening == Opening::Including {
        return Some(list);
    }
    collect(subject, sentence, &mut list);
    let says_some = list.parts.iter().any(|part| {
        ["等", "主要", "重点", "包含", "仅", "新增"].iter().any(|word| part.name.contains(word))
    });
    // …、其他5件: whatever was not named is in the last part.
    let ends_in_rest = list.parts.len() >= 2
        && !raw.contains("主要")
        && list.parts.last().is_some_and(|it| it.name.contains("其他") || it.name.contains("其它"));
    if ends_in_rest {
        list.claim = Claim::Likely;
    } else if says_some || raw.contains("主要") {
        list.claim = Claim::Open;
        list.is_whole = false;
    } else {
        let after_colon = opening == (Opening::Among { colon: true });
        let are_channels = after_colon && list.parts.len() >= 3 && list.are_channels();
        if are_channels || list.are_outcomes() {
            list.claim = Claim::Likely;
        }
    }
    if list.is_complete() {
        list.claim = Claim::Complete;
    }
    Some(list)
}

/// 承办37件,已审结35件,正在审理2件: nothing opens the list, and its parts are of kinds that leave nothing over. Only whether
/// they are more than the total can be told, as some of it may have gone another way.
fn unmarked(subject: &Subject<'_>, sentence: &Sentence, first: usize) -> Option<List> {
    let unit = |place: usize| &subject.statistics[sentence.figures[place].index].unit;
    let total = first - 1;
    let name = sentence.gap(subject, total, first).strip_prefix([',', ';', '、'])?;
    let is_of_kinds = COMPLETE
        .iter()
        .flat_map(|kinds| kinds.iter())
        .any(|words| words.iter().any(|word| name.contains(word)));
    let is_alike = unit(total) == unit(first)
        && sentence.figures[total].depth == sentence.figures[first].depth;
    if !is_of_kinds || !is_alike || name.contains([',', ';', '。', '(']) {
        return None;
    }
    let mut list = List {
        totals: vec![total],
        parts: vec![Part { place: first, name: name.to_owned() }],
        claim: Claim::Open,
        is_whole: false,
        is_tight: false,
    };
    collect(subject, sentence, &mut list);
    let words = sentence.words(subject);
    let is_carried = FROM_OUTSIDE.iter().any(|word| words.contains(word));
    (list.is_complete() && !is_carried).then_some(list)
}

/// How `raw`, the words between a figure and the next one, opens a list, and the name of its first part.
fn opening(raw: &str, deeper: bool) -> Option<(Opening, &str)> {
    let is_name = |name: &str| {
        name.chars().count() <= MAX_NAME && !name.contains([',', ';', '。', '(', ')', ':'])
    };
    if let Some(at) = raw.rfind("其中") {
        let rest = &raw[at + "其中".len()..];
        let name = rest.trim_start_matches([':', ',', '、', '的', ' ']);
        return is_name(name).then_some((Opening::Among { colon: rest.starts_with(':') }, name));
    }
    if deeper && let Some((noun, name)) = raw.rsplit_once('(') {
        if noun.contains([',', ';', '。', ':', ')']) || noun.chars().count() > MAX_NAME {
            return None;
        }
        let opening = if ["含", "包", "另", "不"].iter().any(|word| name.starts_with(word)) {
            Opening::Including
        } else {
            Opening::Bracket
        };
        return (is_name(name) && !name.starts_with(['另', '不'])).then_some((opening, name));
    }
    let (noun, name) = raw
        .split_once(':')
        .or_else(|| raw.split_once("分别为"))
        .or_else(|| raw.split_once("分别是"))?;
    let short = noun.chars().count() <= 10 && !noun.contains([';', '。', '、', '(']);
    (short && is_name(name)).then_some((Opening::Colon, name))
}

/// Adds the parts behind the first one.
fn collect(subject: &Subject<'_>, sentence: &Sentence, list: &mut List) {
    let first = list.parts[0].place;
    let unit = |place: usize| &subject.statistics[sentence.figures[place].index].unit;
    let depth = sentence.figures[first].depth;
    let mut separator = None;
    let mut last = first;
    let mut is_mixed = false;
    let mut next = first + 1;
    while next < sentence.figures.len() && list.parts.len() < MAX_PARTS {
        if sentence.figures[next].depth > depth {
            next += 1;
            continue;
        }
        let gap = sentence.between(subject, last, next);
        // 直办375件,占52.8%;转办…: the share belongs to the count before it.
        let is_share = unit(next).as_deref() == Some("%")
            && gap.trim_start_matches([',', ' ', '约']).starts_with('占');
        if is_share {
            last = next;
            next += 1;
            continue;
        }
        let Some(link) = Link::read(&gap).filter(|_| !gap.contains("其中")) else { break };
        // 甲会24次,其中研究法治6次;乙会18次,其中…: the next clause has a total of its own.
        let is_total = link.separator == ';'
            && sentence.gap(subject, next, next + 1).trim_start_matches(',').starts_with("其中");
        if sentence.figures[next].depth < depth
            || *separator.get_or_insert(link.separator) != link.separator
            || is_total
        {
            break;
        }
        if unit(next) == unit(first) {
            if let Some(part) = list.parts.last_mut() {
                part.name.push_str(&link.behind);
            }
            list.parts.push(Part { place: next, name: link.name });
        } else {
            is_mixed = true;
        }
        last = next;
        next += 1;
    }
    let rest = sentence.between(subject, last, next);
    let behind = rest.split([',', ';', '、', '。', ')', ':']).next().unwrap_or_default();
    if let Some(part) = list.parts.last_mut() {
        part.name.push_str(behind);
    }
    let stop = rest[behind.len()..].chars().next();
    let ends = match (separator, stop) {
        (_, None | Some('。' | ';' | ')')) => separator != Some(';') || stop != Some(';'),
        (Some('、'), Some(',')) => true,
        _ => false,
    };
    list.is_whole = ends && !is_mixed && behind.chars().count() <= MAX_NAME;
    list.is_tight = separator == Some('、');
}

/// The words between two parts of a list.
struct Link {
    /// What still belongs to the part before.
    behind: String,
    separator: char,
    /// The name of the next part.
    name: String,
}

impl Link {
    /// Reads `gap`; `None` when it holds more than the end of one name and the start of another.
    fn read(gap: &str) -> Option<Self> {
        let at = gap.find([',', ';', '、']);
        let (behind, separator, name) = match at {
            Some(at) => {
                let separator = gap[at..].chars().next()?;
                (&gap[..at], separator, &gap[at + separator.len_utf8()..])
            }
            // The last two of a list: 、二审10件和再审2件.
            None => {
                let word =
                    ["以及", "和", "及", "与"].into_iter().find(|word| gap.starts_with(word))?;
                ("", '、', &gap[word.len()..])
            }
        };
        let stops: &[char] = if separator == '、' {
            &[',', ';', '、', ':', '。', ')', '(']
        } else {
            &[',', ';', ':', '。', ')', '(']
        };
        let fits = |words: &str| words.chars().count() <= MAX_NAME && !words.contains(stops);
        (fits(behind) && fits(name)).then(|| Self {
            behind: behind.to_owned(),
            separator,
            name: name.to_owned(),
        })
    }
}

/// Ways in which petitions come in.
const CHANNELS: &[&str] = &[
    "来信", "来访", "来电", "网上", "网络", "网信", "平台", "系统", "热线", "信箱", "电话", "交办",
    "转办", "走访", "初访", "邮件", "窗口", "留言", "12345",
];

/// Ways in which a case of reconsideration or litigation ends.
const OUTCOMES: &[&str] = &[
    "维持",
    "驳回",
    "撤销",
    "变更",
    "确认违法",
    "责令",
    "终止",
    "调解",
    "和解",
    "撤回",
    "撤诉",
    "胜诉",
    "败诉",
    "正在",
    "尚在",
    "未审结",
    "中止",
    "其他",
];

/// Kinds that leave nothing over: each part is of one of them, and each is there.
const COMPLETE: &[&[&[&str]]] = &[
    &[&["简易程序", "当场处罚"], &["普通程序", "一般程序"]],
    &[&["一审"], &["二审"], &["再审"]],
    &[&["新收", "本年收", "当年收"], &["上年结转", "上年度结转", "旧存", "去年结转"]],
    &[&["线上"], &["线下"]],
    &[&["即办"], &["承诺"]],
    &[&["专职"], &["兼职"]],
    &[&["男"], &["女"]],
    &[&["城镇"], &["农村"]],
    &[&["自然人"], &["法人"]],
    &[&["继续有效", "保留"], &["修改", "修订"], &["废止"], &["失效"]],
    &[&["已办结", "已审结", "已结"], &["正在", "尚在", "未办结", "未审结", "未结", "在办", "在审"]],
];

impl List {
    /// Whether every part is a way in which petitions come in.
    fn are_channels(&self) -> bool {
        self.parts.len() >= 2
            && self
                .parts
                .iter()
                .all(|part| CHANNELS.iter().any(|channel| part.name.contains(channel)))
    }

    /// Whether every part is a way in which cases end, and there are so many that none is likely to be left out.
    fn are_outcomes(&self) -> bool {
        self.parts.len() >= 5
            && self.parts.iter().all(|part| OUTCOMES.iter().any(|it| part.name.contains(it)))
    }

    /// Whether its parts are of kinds of which one thing is never of two.
    pub(super) fn is_exclusive(&self) -> bool {
        self.claim != Claim::Open || self.has_kinds()
    }

    /// Whether its parts are channels, outcomes, or of other kinds that are known to exclude each other.
    pub(super) fn has_kinds(&self) -> bool {
        let is_of = |kinds: &[&[&str]], part: &Part| {
            kinds.iter().any(|words| words.iter().any(|word| part.name.contains(word)))
        };
        self.claim == Claim::Complete
            || self.are_channels()
            || self.are_outcomes()
            || COMPLETE.iter().any(|kinds| self.parts.iter().all(|part| is_of(kinds, part)))
    }

    /// Whether its kinds leave nothing over.
    pub(super) fn is_complete(&self) -> bool {
        COMPLETE.iter().any(|kinds| {
            kinds.len() == self.parts.len()
                && kinds.iter().all(|words| {
                    self.parts.iter().any(|part| words.iter().any(|word| part.name.contains(word)))
                })
        })
    }
}
