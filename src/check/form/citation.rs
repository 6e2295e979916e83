//! 引用失效文件: rules that were no longer in force throughout the year.

use crate::check::finding::{Finding, Found, Verdict};
use crate::check::rules::{Repealed, rules};
use crate::check::subject::Subject;
use crate::text::{Span, words};

const SOURCE: &str = "法律法规和文件的施行、废止日期";

/// Words with which a report speaks of a rule as one of the past.
const OF_THE_PAST: &[&str] = &[
    "废止",
    "原《",
    "原来的",
    "清理",
    "修订",
    "失效",
    "衔接",
    "替代",
    "取代",
    "修改",
    "历年",
    "以来",
    "施行以后",
    "整合",
    "编纂",
    "旧",
];

/// Looks for rules that are out of force.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let Some(year) = subject.front.year else { return };
    let mut cited: Vec<(&Repealed, Span)> = Vec::new();
    for passage in subject.passages {
        let words = subject.passage(passage);
        for at in words::places(words, "《") {
            let open = at + '《'.len_utf8();
            let Some(rule) = repealed(&words[open..]) else { continue };
            let start = passage.span.start + at;
            let is_known = cited.iter().any(|(known, _)| known.title == rule.title);
            if !is_known && is_before(rule, year) {
                cited.push((rule, Span::new(start, start + open - at)));
            }
        }
    }
    for (rule, place) in cited {
        let sentence = subject.sentence_around(place);
        let said = subject.shown(sentence);
        if OF_THE_PAST.iter().any(|word| said.contains(word)) {
            continue;
        }
        let finding = Finding::RepealedRule {
            rule: format!("《{}》", rule.title),
            since: rule.since.to_string(),
            successor: rule.successor.to_owned(),
        };
        let one = subject.on_places(Verdict::Warn, finding, &[], SOURCE);
        found.push(Found { spans: vec![sentence], ..one });
    }
}

/// Whether a rule was out of force all year.
fn is_before(rule: &Repealed, year: i32) -> bool {
    let since = rule.since;
    since.year < year || since.year == year && since.month == Some(1) && since.day == Some(1)
}

/// The rule out of force whose title `words`, behind 《, are.
fn repealed(words: &str) -> Option<&'static Repealed> {
    let words = words.strip_prefix("中华人民共和国").unwrap_or(words);
    // Nearly all differ in their first character.
    let first = words.chars().find(is_kept);
    let mut rules =
        rules().repealed.iter().filter(|rule| rule.title.chars().find(is_kept) == first);
    rules.find(|rule| starts_with_title(words, rule.title))
}

/// Whether a character tells titles apart; dashes and spaces are often lost.
const fn is_kept(char: &char) -> bool {
    !matches!(char, '-' | '—' | '–' | '~' | ' ')
}

/// Whether words start with a title and 》.
fn starts_with_title(words: &str, title: &str) -> bool {
    let mut rest = words.chars().filter(is_kept);
    title.chars().filter(is_kept).all(|char| rest.next() == Some(char)) && rest.next() == Some('》')
}
