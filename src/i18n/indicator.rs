//! Names of the dictionary's indicators in the languages that reports are not written in, as data in `indicators.txt`:
//!
//! `name in src/statistic/indicators.txt | traditional | English [ | traditional, short | English, short ]`
//!
//! The short form stands where the topic is already named: on the bars of a chart. What explains the data stands here and
//! not in it, as every reader of the page gets the data.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Language;

/// The names.
const SOURCE: &str = include_str!("indicators.txt");

/// The names of one indicator.
#[derive(Clone, Copy, Debug)]
struct Names {
    /// Traditional and English.
    full: [&'static str; 2],
    /// The same where the topic is named already.
    short: Option<[&'static str; 2]>,
}

/// Every indicator that has a name, with its names in traditional characters and in English.
pub fn indicator_names() -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
    lines().map(|(of, names)| (of, names.full))
}

/// The name of one of the dictionary's indicators; what is none of them stays.
#[must_use]
pub fn indicator_name(language: Language, indicator: &str) -> &str {
    names(indicator).map_or(indicator, |names| pick(language, names.full).unwrap_or(indicator))
}

/// The name of an indicator where its topic is named already; `otherwise` where it has none in this language.
pub(super) fn short_name(
    language: Language,
    indicator: &str,
    otherwise: &'static str,
) -> &'static str {
    let short = names(indicator).map(|names| names.short.unwrap_or(names.full));
    short.and_then(|short| pick(language, short)).unwrap_or(otherwise)
}

fn pick(language: Language, [traditional, english]: [&'static str; 2]) -> Option<&'static str> {
    match language {
        Language::ZhHans => None,
        Language::ZhHant => Some(traditional),
        Language::En => Some(english),
    }
}

fn names(indicator: &str) -> Option<Names> {
    static TABLE: OnceLock<HashMap<&str, Names>> = OnceLock::new();
    TABLE.get_or_init(|| lines().collect()).get(indicator).copied()
}

fn lines() -> impl Iterator<Item = (&'static str, Names)> {
    SOURCE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('|').map(str::trim);
        let (of, traditional, english) = (columns.next()?, columns.next()?, columns.next()?);
        let short = columns.next().zip(columns.next()).map(|(first, second)| [first, second]);
        Some((of, Names { full: [traditional, english], short }))
    })
}
