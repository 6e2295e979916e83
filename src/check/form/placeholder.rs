//! 占位符: what a template left to be filled in (X次, **件, __家, ()人, 20xx年, （略）).

use super::SOURCE;
use crate::check::finding::{Finding, Found, Verdict};
use crate::check::subject::Subject;
use crate::text::Span;

/// Characters that stand for a number to be filled in.
const MARKS: [char; 6] = ['X', 'x', '×', '*', '□', '_'];
/// How many of them stand for one number: a line to write on is longer.
const MOST: usize = 4;
/// See [`MOST`].
const LINE: usize = 12;

/// Units and names behind them.
const BEHIND: &str = "件次人份个条名起家场期项户年月日元亩%省市县区局镇部";

/// What the names of places and bodies end in.
const NAMES: &[char] = &['省', '市', '县', '区', '局', '镇', '部'];

/// How far from a name its case is looked for, in characters.
const PARTY: usize = 40;

/// How many are shown.
const SHOWN: usize = 3;

/// Looks for placeholders in the body.
pub(super) fn check(subject: &Subject<'_>) -> Option<Found> {
    let mut places: Vec<Span> = Vec::new();
    for passage in subject.passages {
        let words = subject.passage(passage);
        if may_hold(words) {
            let base = passage.span.start;
            let open = scan(words).into_iter().filter(|it| !hides_a_party(words, *it));
            places.extend(open.map(|it| Span::new(it.start + base, it.end + base)));
        }
    }
    let words: Vec<String> =
        places.iter().take(SHOWN).map(|place| subject.words(*place).to_owned()).collect();
    let finding = Finding::Placeholders { words, count: places.len() };
    let sentences = places.iter().take(SHOWN).map(|place| subject.sentence_around(*place));
    let mut spans: Vec<Span> = sentences.collect();
    spans.dedup();
    (!places.is_empty())
        .then(|| Found { spans, ..subject.on_places(Verdict::Warn, finding, &[], SOURCE) })
}

/// Whether there may be placeholders at all, told in one sweep without decisions on the way.
fn may_hold(words: &str) -> bool {
    let bytes = words.as_bytes();
    let stands_here = |byte, next| {
        // × starts with C3; the last two bytes of □; those of 略)
        (byte == b'X')
            | (byte == b'x')
            | (byte == b'*')
            | (byte == b'_')
            | (byte == b'(') & (next == b')')
            | (byte == 0xc3)
            | (byte == 0x96) & (next == 0xa1)
            | (byte == 0xa5) & (next == b')')
    };
    let mut seen = false;
    for (byte, next) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
        seen |= stands_here(*byte, *next);
    }
    seen || words.ends_with(MARKS)
}

/// The placeholders in a passage.
fn scan(words: &str) -> Vec<Span> {
    let mut found: Vec<Span> =
        words.match_indices("(略)").map(|(at, it)| Span::new(at, at + it.len())).collect();
    found.extend(words.match_indices("()").filter_map(|(at, it)| {
        let unit = words[at + it.len()..].chars().next().filter(|char| BEHIND.contains(*char))?;
        Some(Span::new(at, at + it.len() + unit.len_utf8()))
    }));
    let mut at = 0;
    while let Some(start) = words[at..].find(MARKS).map(|start| start + at) {
        let rest = &words[start..];
        let end = start + rest.len() - rest.trim_start_matches(MARKS).len();
        at = end;
        let marks = words[start..end].chars().count();
        let behind = words[end..].chars().next();
        let is_unit = behind.is_some_and(|char| BEHIND.contains(char));
        let before = words[..start].chars().next_back();
        // 20xx年 is one; 5×24小时, Excel, MAX人 are none.
        let century = words[..start].ends_with("20") && behind == Some('年');
        let is_free = before.is_none_or(|char| !char.is_ascii_alphanumeric());
        // A single letter or star can be a name or a footnote, but hardly in front of a unit of counting.
        let is_letter = words[start..end].starts_with(['X', 'x', '×']);
        let most = if words[start..end].starts_with('_') { LINE } else { MOST };
        let is_sure = marks <= most
            && (century || is_free && is_unit && (marks > 1 || !is_letter || !is_name(behind)));
        if is_sure {
            let unit = behind.map_or(0, char::len_utf8);
            found.push(Span::new(if century { start - 2 } else { start }, end + unit));
        }
    }
    found
}

/// 李某诉XX镇政府案: the name of a party to a case that is kept back.
fn hides_a_party(words: &str, place: Span) -> bool {
    let names_place = words[..place.end].ends_with(NAMES);
    let is_end = |char: &char| "。;!?".contains(*char);
    let before = words[..place.start].chars().rev().take(PARTY).take_while(|it| !is_end(it));
    let behind = words[place.end..].chars().take(PARTY).take_while(|it| !is_end(it));
    let mut near = before.chain(behind);
    names_place && near.any(|char| matches!(char, '诉' | '某'))
}

/// X市, X部: can be a name in a report of a case.
fn is_name(behind: Option<char>) -> bool {
    behind.is_some_and(|char| NAMES.contains(&char) || "日月年%元个人".contains(char))
}

#[cfg(test)]
mod tests {
    use super::scan;

    fn check(words: &str, expected: &[&str]) {
        let found: Vec<&str> = scan(words).iter().map(|it| &words[it.start..it.end]).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn what_is_left_to_be_filled_in() {
        check("召开会议X次,印发文件**件", &["X次", "**件"]);
        check("20xx年,XX县开展培训", &["20xx年", "XX县"]);
        check("办理情况(略)", &["(略)"]);
        check("检查企业______家,培训()人次", &["()人", "______家"]);
    }

    #[test]
    fn a_party_to_a_case_is_kept_back() {
        let hides = |words: &str| {
            let found = super::scan(words);
            assert_eq!(found.len(), 1, "{words}");
            super::hides_a_party(words, found[0])
        };
        assert!(hides("办理李××诉XX镇政府不履行职责案"));
        assert!(!hides("XX镇政府组织开展普法活动"));
        assert!(!hides("依法应诉,办理诉讼XX件"));
    }

    #[test]
    fn letters_and_signs_of_their_own() {
        check("实行5×24小时值班,使用Excel和X光机,MAX人数", &[]);
        check("*注:数据截至12月底,见附件()", &[]);
    }
}
