//! 结论用语: findings as one plain sentence, with the arithmetic.
//!
//! Sober words only: what is printed, what follows from it, and how far the two are apart. The public report is worded in
//! simplified Chinese; with it goes what the same [`Finding`] is in the other languages, so that a page need not word it.
//! What is put together here is the same for all languages, [`Phrases`] are the words of one.

mod en;
mod zh_hans;
mod zh_hant;

pub use en::EN;
pub use zh_hans::ZH_HANS;
pub use zh_hant::ZH_HANT;

use super::finding::{
    Amount, CheckKind, Claim, Event, Finding, Item, Presence, Sum, Timing, Verdict,
};
use crate::text::numeral::tidy;
use crate::text::words::find_mark;

/// The words of one language. A place in braces takes what its number says: `{0}` the first.
pub struct Phrases {
    /// A date as `YYYY-MM-DD` or shorter, as it is written.
    pub date: fn(&str) -> String,
    /// The name of a check.
    pub kind: fn(CheckKind) -> &'static str,
    /// The name of a required thing.
    pub item: fn(Item) -> &'static str,
    /// Legal and arithmetical sources, and rules now in force, by their words in simplified Chinese.
    pub sources: &'static [(&'static str, &'static str)],
    /// Between a source and what it asks for.
    pub colon: &'static str,
    /// What an unnamed total is called.
    pub total: &'static str,
    /// A part above its total: part, value, total, value.
    pub part_above: &'static str,
    /// A sum that is right: terms, sum, total, value, difference; as the next four.
    pub sum_holds: &'static str,
    /// A sum above the total.
    pub sum_above: &'static str,
    /// A sum above the total, of parts that may overlap.
    pub sum_above_perhaps: &'static str,
    /// A sum below the total of a list that need not be whole.
    pub sum_open: &'static str,
    /// A sum that differs.
    pub sum_differs: &'static str,
    /// A sum that differs, of a list that reads as if it were whole.
    pub sum_differs_perhaps: &'static str,
    /// A rate that is right: rate, as printed, part, whole, percentage.
    pub rate_holds: &'static str,
    /// A rate that differs: as above.
    pub rate_differs: &'static str,
    /// A share that is right: part, share, then as above.
    pub share_holds: &'static str,
    /// A share that differs: as above.
    pub share_differs: &'static str,
    /// A table, unnamed.
    pub table: &'static str,
    /// A row or column by its head.
    pub table_place: &'static str,
    /// A row that differs: place, terms, sum, total, difference.
    pub row_differs: &'static str,
    /// A column that differs: as above.
    pub column_differs: &'static str,
    /// So many sums are right.
    pub table_holds: fn(sums: usize) -> String,
    /// 勾稽关系: column, received, carried over, sum, handled, left over, sum.
    pub identity: &'static str,
    /// One figure given twice: label, first, second.
    pub twice: &'static str,
    /// A change that is right: label, from, to, change.
    pub growth_holds: &'static str,
    /// A change that differs: label, from, to, change, change computed.
    pub growth_differs: &'static str,
    /// Round numbers as they are written: from which size on, and the word behind (128.5万).
    pub scales: &'static [(f64, &'static str)],
    /// A rise by so much.
    pub rises: &'static str,
    /// A fall by so much.
    pub falls: &'static str,
    /// So many times as much.
    pub times: &'static str,
    /// The unit of a change.
    pub unit: for<'a> fn(&'a str) -> &'a str,
    /// A share above the whole: rate, as printed.
    pub above_whole: &'static str,
    /// Where something stands, by heading.
    pub under: &'static str,
    /// A required thing is there: thing, heading.
    pub content_own: &'static str,
    /// A required thing is there: thing.
    pub content_there: &'static str,
    /// A required thing has no part of its own: thing, where.
    pub content_shared: &'static str,
    /// Shortcomings without causes: where.
    pub content_without_causes: &'static str,
    /// A required thing is mentioned: thing, where, remark.
    pub content_mentioned: &'static str,
    /// A required thing is missing: thing, remark.
    pub content_missing: &'static str,
    /// A thing to be written where there is any: thing.
    pub content_optional: &'static str,
    /// A required thing is not in the text at hand: thing.
    pub content_not_seen: &'static str,
    /// The remark that the rule is younger than the date set.
    pub content_later_rule: &'static str,
    /// Dates checked: of handing in and of publishing; the date, and what is set for it.
    pub events: [(&'static str, &'static str); 2],
    /// No date: date, what is set, the day; the next two as well, with the printed date behind.
    pub deadline_no_date: &'static str,
    /// In time.
    pub deadline_in_time: &'static str,
    /// A date that does not decide.
    pub deadline_unclear: &'static str,
    /// Late: as above, with the days behind.
    pub deadline_late: &'static str,
    /// So many days.
    pub days: fn(days: u32) -> String,
    /// Years of title and first heading.
    pub heading_year: &'static str,
    /// A heading number repeated.
    pub heading_repeats: &'static str,
    /// Heading numbers that skip: before, number, what is missing.
    pub heading_skips: &'static str,
    /// 落款: both, name only, date only, neither.
    pub sign_off: [&'static str; 4],
    /// Placeholders: how many, and the first of them.
    pub placeholders: fn(count: usize, words: &[String]) -> String,
    /// A paragraph repeated: how it starts, how often.
    pub repeated: fn(start: &str, times: usize) -> String,
    /// Paragraphs that all stand twice.
    pub doubled: fn(paragraphs: usize) -> String,
    /// A rule no longer in force: rule, since when, what took its place.
    pub repealed: &'static str,
}

impl Phrases {
    /// A source, or a rule now in force, in this language; what the rule asks for may stand behind it.
    #[must_use]
    pub fn source(&self, words: &str) -> String {
        let known = |words: &str| {
            self.sources.iter().find(|(of, _)| *of == words).map(|(_, own)| (*own).to_owned())
        };
        let with_rule = || {
            let (source, rule) = words.split_once('：')?;
            Some(format!("{}{}{}", known(source)?, self.colon, known(rule)?))
        };
        known(words).or_else(with_rule).unwrap_or_else(|| words.to_owned())
    }
}

/// The sentence for a finding, as the public report has it.
#[must_use]
pub fn sentence(verdict: Verdict, finding: &Finding) -> String {
    sentence_in(&ZH_HANS, verdict, finding)
}

/// The sentence for a finding in any language.
#[must_use]
pub fn sentence_in(phrases: &Phrases, verdict: Verdict, finding: &Finding) -> String {
    match finding {
        Finding::Parts { total, parts, sum, claim } => {
            self::parts(phrases, verdict, total, parts, *sum, *claim)
        }
        Finding::Rate { rate, parts, whole, computed } => {
            let part = number(parts.iter().map(|it| it.value).sum());
            let (whole, computed) = (number(whole.value), hundredths(*computed));
            let (name, template) = match &parts[..] {
                [part] if rate.label.is_empty() => {
                    (&part.label, either(verdict, phrases.share_holds, phrases.share_differs))
                }
                _ => (&rate.label, either(verdict, phrases.rate_holds, phrases.rate_differs)),
            };
            fill(template, &[name, &rate.printed, &part, &whole, &computed])
        }
        Finding::TableSum { sum, place, parts, total } => {
            table_sum(phrases, *sum, place, parts, *total)
        }
        Finding::TableHolds { sums } => (phrases.table_holds)(*sums),
        Finding::Identity { column, received, carried_over, handled, left_over } => {
            let sums = [received + carried_over, handled + left_over].map(number);
            let [received, carried_over, handled, left_over] =
                [*received, *carried_over, *handled, *left_over].map(number);
            let [before, after] = &sums;
            fill(
                phrases.identity,
                &[column, &received, &carried_over, before, &handled, &left_over, after],
            )
        }
        Finding::Twice { first, second } => {
            fill(phrases.twice, &[&first.label, &first.printed, &second.printed])
        }
        Finding::Growth { label, from, to, said, computed, unit } => {
            let template = either(verdict, phrases.growth_holds, phrases.growth_differs);
            let said = change(phrases, *said, unit);
            let computed = change(phrases, *computed, unit);
            let [from, to] = [*from, *to].map(|value| scaled(phrases, value));
            fill(template, &[label, &from, &to, &said, &computed])
        }
        Finding::AboveWhole { rate } => fill(phrases.above_whole, &[&rate.label, &rate.printed]),
        Finding::Content { item, presence, heading, later_rule } => {
            content(phrases, *item, *presence, heading.as_deref(), *later_rule)
        }
        Finding::Deadline { event, printed, due, timing, days } => {
            deadline(phrases, *event, printed.as_deref(), due.as_deref(), *timing, *days)
        }
        Finding::HeadingYear { title, heading } => {
            fill(phrases.heading_year, &[&title.to_string(), &heading.to_string()])
        }
        Finding::HeadingNumber { before, number, expected, repeats } => {
            let template = if *repeats { phrases.heading_repeats } else { phrases.heading_skips };
            fill(template, &[before, number, &expected.to_string()])
        }
        Finding::SignOff { has_name, has_date } => {
            let [both, name, date, neither] = phrases.sign_off;
            match (has_name, has_date) {
                (true, true) => both,
                (true, false) => name,
                (false, true) => date,
                (false, false) => neither,
            }
            .to_owned()
        }
        Finding::Placeholders { words, count } => (phrases.placeholders)(*count, words),
        Finding::RepeatedParagraph { start, times } => (phrases.repeated)(start, *times),
        Finding::DoubledText { paragraphs } => (phrases.doubled)(*paragraphs),
        Finding::RepealedRule { rule, since, successor } => {
            let since = (phrases.date)(since);
            fill(phrases.repealed, &[rule, &since, &phrases.source(successor)])
        }
    }
}

/// A number as it is written, without needless digits.
#[must_use]
pub fn number(value: f64) -> String {
    /// Whole numbers up to here are printed as such, which is faster.
    const WHOLE: f64 = 1e15;
    let value = tidy(value);
    if value.fract() == 0.0 {
        if (1.0..WHOLE).contains(&value) {
            return (value as u64).to_string();
        }
        return format!("{value:.0}");
    }
    let shown = format!("{value:.2}");
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number with 万 or 亿 where that leaves few digits: 1285000 → 128.5万.
fn scaled(phrases: &Phrases, value: f64) -> String {
    short(phrases, value).unwrap_or_else(|| number(value))
}

/// See [`scaled`]; `None` where it leaves too many digits.
fn short(phrases: &Phrases, value: f64) -> Option<String> {
    phrases.scales.iter().find_map(|(size, word)| {
        let scaled = value / size;
        let is_round = (scaled * 100.0 - (scaled * 100.0).round()).abs() < 1e-6;
        (scaled >= 1.0 && is_round).then(|| format!("{}{word}", number(scaled)))
    })
}

/// A number to the hundredth.
fn hundredths(value: f64) -> String {
    number((value * 100.0).round() / 100.0)
}

/// A template with its places filled.
fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = find_mark(rest, 0, b'{') {
        filled.push_str(&rest[..open]);
        let behind = &rest[open + 1..];
        let (place, after) = find_mark(behind, 0, b'}')
            .map_or((behind, ""), |close| (&behind[..close], &behind[close + 1..]));
        let value = place.parse().ok().and_then(|place: usize| values.get(place));
        filled.push_str(value.copied().unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn either(verdict: Verdict, holds: &'static str, differs: &'static str) -> &'static str {
    if verdict == Verdict::Ok { holds } else { differs }
}

/// `29+131+42`.
fn sum_of(values: impl Iterator<Item = f64>) -> String {
    values.map(number).collect::<Vec<_>>().join("+")
}

fn parts(
    phrases: &Phrases,
    verdict: Verdict,
    total: &Amount,
    parts: &[Amount],
    sum: f64,
    claim: Claim,
) -> String {
    let name = if total.label.is_empty() { phrases.total } else { &total.label };
    // Large amounts are short where all of them are: 80.5万+60万.
    let values = parts.iter().map(|it| it.value).chain([sum, total.value]);
    let are_short = values.into_iter().all(|value| short(phrases, value).is_some());
    let number = |value: f64| if are_short { scaled(phrases, value) } else { number(value) };
    let whole = number(total.value);
    if let [part] = parts {
        return fill(phrases.part_above, &[&part.label, &number(part.value), name, &whole]);
    }
    let template = match verdict {
        Verdict::Ok => phrases.sum_holds,
        _ if sum > total.value && claim == Claim::Open && verdict != Verdict::Fail => {
            phrases.sum_above_perhaps
        }
        _ if sum > total.value => phrases.sum_above,
        _ if claim == Claim::Open => phrases.sum_open,
        _ if verdict == Verdict::Fail || claim == Claim::Complete => phrases.sum_differs,
        _ => phrases.sum_differs_perhaps,
    };
    let terms = parts.iter().map(|it| number(it.value)).collect::<Vec<_>>().join("+");
    let apart = number((sum - total.value).abs());
    fill(template, &[&terms, &number(sum), name, &whole, &apart])
}

fn table_sum(phrases: &Phrases, sum: Sum, place: &str, parts: &[f64], total: f64) -> String {
    let added: f64 = parts.iter().sum();
    let template = match sum {
        Sum::Row => phrases.row_differs,
        Sum::Column => phrases.column_differs,
    };
    let place = if place.is_empty() {
        phrases.table.to_owned()
    } else {
        fill(phrases.table_place, &[place])
    };
    let terms = sum_of(parts.iter().copied());
    let apart = number((added - total).abs());
    fill(template, &[&place, &terms, &number(added), &number(total), &apart])
}

fn change(phrases: &Phrases, value: f64, unit: &str) -> String {
    let size = match unit {
        "%" | "个百分点" | "倍" | "ratio" => hundredths(value.abs()),
        _ => scaled(phrases, value.abs()),
    };
    match unit {
        "ratio" => fill(phrases.times, &[&size]),
        _ => {
            let template = if value < 0.0 { phrases.falls } else { phrases.rises };
            fill(template, &[&format!("{size}{}", (phrases.unit)(unit))])
        }
    }
}

fn content(
    phrases: &Phrases,
    of: Item,
    presence: Presence,
    heading: Option<&str>,
    later_rule: bool,
) -> String {
    let name = (phrases.item)(of);
    let place = heading.map_or_else(String::new, |heading| fill(phrases.under, &[heading]));
    let remark = if later_rule { phrases.content_later_rule } else { "" };
    match presence {
        Presence::Own => match heading {
            Some(heading) => fill(phrases.content_own, &[name, heading]),
            None => fill(phrases.content_there, &[name]),
        },
        Presence::Shared => fill(phrases.content_shared, &[name, &place]),
        Presence::WithoutCauses => fill(phrases.content_without_causes, &[&place]),
        Presence::Mentioned => fill(phrases.content_mentioned, &[name, &place, remark]),
        Presence::Missing => fill(phrases.content_missing, &[name, remark]),
        Presence::NotSeen if matches!(of, Item::Other | Item::DisclosureOther) => {
            fill(phrases.content_optional, &[name])
        }
        Presence::NotSeen => fill(phrases.content_not_seen, &[name]),
    }
}

fn deadline(
    phrases: &Phrases,
    event: Event,
    printed: Option<&str>,
    due: Option<&str>,
    timing: Timing,
    days: u32,
) -> String {
    let (date, what) = match event {
        Event::Submitted => phrases.events[0],
        Event::Published => phrases.events[1],
    };
    let template = match (printed, timing) {
        (None, _) => phrases.deadline_no_date,
        (Some(_), Timing::InTime) => phrases.deadline_in_time,
        (Some(_), Timing::Late) => phrases.deadline_late,
        (Some(_), Timing::Unclear) => phrases.deadline_unclear,
    };
    let [due, printed] = [due, printed].map(|it| it.map(phrases.date).unwrap_or_default());
    fill(template, &[date, what, &due, &printed, &(phrases.days)(days)])
}

#[cfg(test)]
mod tests;
