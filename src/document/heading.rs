//! 标题层次: which paragraphs start with a heading, and where it ends.

use super::number::{self, Class, Number};
use super::table;
use crate::text::normalize::is_han;

/// The longest heading on a line of its own, in characters.
const OWN_LINE: usize = 45;
/// The same for 一、 and （一）, whose number alone makes a heading likely.
const OWN_LINE_HIGH: usize = 70;
/// The longest heading that text follows on the same line, in characters.
const RUN_IN: usize = 35;
/// The same for 一、 and （一）, when no figure stands in it.
const RUN_IN_HIGH: usize = 45;
/// The shortest clause that can stand for a paragraph without heading, in characters.
const SHORTEST_CLAUSE: usize = 4;

/// A heading at the start of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its number, when it has one.
    pub(super) number: Option<Number>,
    /// Length of number and heading, without closing mark.
    pub(super) len: usize,
    /// Whether nothing follows on the line.
    pub(super) own_line: bool,
}

/// What a numbered paragraph looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A heading, alone on its line or not.
    Heading { len: usize, own_line: bool },
    /// A paragraph whose first clause can serve as heading where its siblings have headings.
    Clause { len: usize },
    /// An item of a list.
    Item,
}

/// A paragraph or table row to look at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    /// Its words in the reading form.
    pub(super) words: &'a str,
    /// Whether it is a table row.
    pub(super) is_row: bool,
    /// Where the text goes on behind a wide gap, which can set a heading apart.
    pub(super) gap: Option<usize>,
}

/// The heading of each paragraph that starts with one.
pub(super) fn headings(paragraphs: &[Candidate<'_>]) -> Vec<Option<Heading>> {
    let numbers = numbers(paragraphs);
    let shapes: Vec<Option<Shape>> = (0..paragraphs.len())
        .map(|index| numbers[index].map(|number| shape(paragraphs, &numbers, index, number)))
        .collect();
    let groups = groups(&numbers);
    let mut headings = vec![None; paragraphs.len()];
    for group in groups {
        let led = group.iter().any(|&index| matches!(shapes[index], Some(Shape::Heading { .. })));
        let mut in_list = false;
        for index in group {
            let (Some(number), Some(shape)) = (numbers[index], shapes[index]) else { continue };
            let (len, own_line) = match shape {
                // The last item of a list ends in a full stop.
                Shape::Heading { own_line: true, .. }
                    if in_list && paragraphs[index].words.ends_with('。') =>
                {
                    continue;
                }
                Shape::Heading { len, own_line } => (len, own_line),
                Shape::Clause { len } if led || number.class <= Class::HanBracket => (len, false),
                Shape::Clause { .. } => continue,
                Shape::Item => {
                    in_list = true;
                    continue;
                }
            };
            headings[index] = Some(Heading { number: Some(number), len, own_line });
        }
    }
    if headings.iter().flatten().next().is_none() {
        return unnumbered(paragraphs);
    }
    headings
}

/// The number of each paragraph, without those of table labels that came one cell a line.
fn numbers(paragraphs: &[Candidate<'_>]) -> Vec<Option<Number>> {
    let mut numbers: Vec<Option<Number>> = paragraphs
        .iter()
        .map(|paragraph| if paragraph.is_row { None } else { number::read(paragraph.words) })
        .collect();
    // The list of attachments (附件：1.…) names files.
    let mut in_attachments = false;
    for (index, number) in numbers.iter_mut().enumerate() {
        let words = paragraphs[index].words;
        let names_file =
            number.is_some_and(|number| number.class >= Class::Arabic) && !words.contains('。');
        in_attachments = words.starts_with("附件") || (in_attachments && names_file);
        if in_attachments {
            *number = None;
        }
    }
    // From below: a label stands above a lone value or above another label.
    let mut above_cell = false;
    for index in (0..paragraphs.len()).rev() {
        let words = paragraphs[index].words;
        if table::is_value(words) && !paragraphs[index].is_row {
            above_cell = true;
        } else if above_cell
            && numbers[index].is_some()
            && !words.contains(['。', ';'])
            && words.chars().count() <= OWN_LINE
        {
            numbers[index] = None;
        } else {
            above_cell = false;
        }
    }
    numbers
}

/// Paragraphs with numbers of one class under one heading.
fn groups(numbers: &[Option<Number>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut open: Vec<(Class, usize)> = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let Some(number) = number else { continue };
        open.retain(|(class, _)| *class <= number.class);
        match open.iter().find(|(class, _)| *class == number.class) {
            Some(&(_, group)) => groups[group].push(index),
            None => {
                open.push((number.class, groups.len()));
                groups.push(vec![index]);
            }
        }
    }
    groups
}

fn shape(
    paragraphs: &[Candidate<'_>],
    numbers: &[Option<Number>],
    index: usize,
    number: Number,
) -> Shape {
    let words = paragraphs[index].words;
    let rest = &words[number.len..];
    let high = number.class <= Class::HanBracket;
    // Long paragraphs, most of a text, need not be counted.
    let chars = if rest.len() > 4 * OWN_LINE_HIGH { usize::MAX } else { rest.chars().count() };
    let stop = rest.find(['。', '!', '?']);
    let colon = rest.find(':').filter(|&colon| stop.is_none_or(|stop| colon < stop));
    let sentence = &rest[..stop.unwrap_or(rest.len())];
    // (一)压实责任一是建立机制。: the mark behind the heading is lost.
    if high
        && let Some(at) = sentence.find("一是")
        && (SHORTEST_CLAUSE..=RUN_IN).contains(&rest[..at].chars().count())
        && !rest[..at].ends_with(['唯', '第', '之', '统', ',', ':'])
    {
        return Shape::Heading { len: number.len + at, own_line: false };
    }
    if rest.is_empty()
        || (rest.ends_with(';') && stop.is_none())
        || (sentence.contains(';') && !high)
    {
        return Shape::Item;
    }
    let heading = |end: usize, own_line: bool| Shape::Heading { len: number.len + end, own_line };
    let gap = paragraphs[index].gap.and_then(|gap| gap.checked_sub(number.len));
    if let Some(gap) = gap
        && (SHORTEST_CLAUSE..=RUN_IN).contains(&rest[..gap].chars().count())
        && rest[gap..].contains(['。', ','])
    {
        return heading(gap, false);
    }
    let ends_at = |at: usize| rest[at..].chars().nth(1).is_none();
    match stop {
        Some(at) if !ends_at(at) => {
            let end = colon.filter(|&colon| long_enough(&rest[..colon])).unwrap_or(at);
            let longest = if high && !has_digit(&rest[..end]) { RUN_IN_HIGH } else { RUN_IN };
            if rest[..end].chars().count() <= longest {
                heading(end, false)
            } else {
                clause(rest, number)
            }
        }
        None if chars <= if high { OWN_LINE_HIGH } else { OWN_LINE } => match colon {
            // 一、基本情况:…12件: what follows is no part of the heading.
            Some(at) if !ends_at(at) && has_count(&rest[at..]) && long_enough(&rest[..at]) => {
                heading(at, false)
            }
            Some(at) if ends_at(at) => heading(at, true),
            _ => heading(rest.trim_end_matches([',', '、']).len(), true),
        },
        Some(at) if chars <= OWN_LINE => {
            let body_follows = numbers
                .get(index + 1)
                .is_some_and(|next| next.is_none_or(|next| next.class > number.class));
            if body_follows && !has_count(rest) || (chars <= RUN_IN && (high || !has_count(rest))) {
                heading(at, true)
            } else {
                clause(rest, number)
            }
        }
        _ => match colon {
            Some(at) if long_enough(&rest[..at]) && rest[..at].chars().count() <= RUN_IN => {
                heading(at, false)
            }
            _ => clause(rest, number),
        },
    }
}

fn long_enough(words: &str) -> bool {
    words.chars().count() >= 2
}

/// Whether a digit is followed by a word, as in 12件, and not by 年, 月 or a closing quote.
fn has_count(words: &str) -> bool {
    let mut chars = words.chars().peekable();
    while let Some(char) = chars.next() {
        if char.is_ascii_digit()
            && let Some(next) = chars.peek()
            && is_han(*next)
            && !"年月日号届次全大中会".contains(*next)
        {
            return true;
        }
    }
    false
}

/// The first clause, where it is short enough to stand for the paragraph.
fn clause(rest: &str, number: Number) -> Shape {
    let mut ends = rest.match_indices([',', ';', ':', '。']).map(|(at, _)| at);
    let fits = |end: &usize| (SHORTEST_CLAUSE..=RUN_IN).contains(&rest[..*end].chars().count());
    // 2023年, is no heading.
    let says_something =
        |end: &usize| rest[..*end].chars().filter(|&char| is_han(char)).count() >= SHORTEST_CLAUSE;
    match ends.find(|end| says_something(end)).filter(fits) {
        Some(end) => Shape::Clause { len: number.len + end },
        None => Shape::Item,
    }
}

/// Headings of a text without numbers: short lines above long paragraphs, else short sentences that open most of them.
fn unnumbered(paragraphs: &[Candidate<'_>]) -> Vec<Option<Heading>> {
    let long = |index: usize| {
        paragraphs.get(index).is_some_and(|next| !next.is_row && next.words.chars().count() >= 40)
    };
    let own_line = (0..paragraphs.len()).map(|index| {
        let words = paragraphs[index].words;
        let fits = !paragraphs[index].is_row
            && is_phrase(words)
            && !words.ends_with([':', ';'])
            && long(index + 1);
        fits.then_some(Heading { number: None, len: words.len(), own_line: true })
    });
    let own_line: Vec<Option<Heading>> = own_line.collect();
    if own_line.iter().any(Option::is_some) {
        return own_line;
    }
    let run_in: Vec<Option<Heading>> = (0..paragraphs.len())
        .map(|index| {
            let words = paragraphs[index].words;
            let end = words
                .find('。')
                .filter(|&end| long(index) && end + '。'.len_utf8() < words.len())?;
            let fits = is_phrase(&words[..end]) && !has_digit(&words[..end]);
            fits.then_some(Heading { number: None, len: end, own_line: false })
        })
        .collect();
    let (count, paragraphs) = (
        run_in.iter().flatten().count(),
        (0..paragraphs.len()).filter(|&index| long(index)).count(),
    );
    if count >= 3 && count * 2 >= paragraphs { run_in } else { vec![None; run_in.len()] }
}

/// Whether the words can be a heading without number.
fn is_phrase(words: &str) -> bool {
    (4..=26).contains(&words.chars().count())
        && !words.contains(['。', '!', '?', ';', ':'])
        && words.chars().any(is_han)
}

fn has_digit(words: &str) -> bool {
    words.chars().any(|char| char.is_ascii_digit())
}
