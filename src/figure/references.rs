//! 全国参考值: values of the whole country that a rate of a report can be set beside, as data in `references.txt`:
//!
//! `indicator | year | value | labels | what is measured | source`
//!
//! - indicator: the dictionary's name (`src/statistic/indicators.txt`); the rate has to be one of it
//! - value: in percent; 近 or 约 before it as published
//! - labels: words of which the report's own wording has to contain one; `!word`: it must not contain this one. The
//!   dictionary gathers rates under one name that are not defined the same (直接纠错率, 综合纠错率, 败复率): a value is set
//!   only beside a rate that the report words as the source does
//! - what is measured: the definition, as the source has it
//! - source: who published it, where and when
//!
//! For a report of another year, the nearest earlier year of the same indicator counts, and the year is named. Two years
//! that were not defined the same have labels that keep them apart. What explains the data stands here and not in it, as
//! every reader of the page gets the data.

use std::sync::OnceLock;

use crate::chart::Beside;
use crate::i18n::Messages;
use crate::statistic::Statistic;

/// A value of the whole country.
#[derive(Debug, PartialEq)]
struct Reference {
    indicator: &'static str,
    year: i32,
    value: f64,
    /// The value as published, with its word of approximation.
    shown: &'static str,
    labels: Vec<&'static str>,
    not: Vec<&'static str>,
    definition: &'static str,
    source: &'static str,
}

/// The national value beside a rate, where it has one that is defined the same.
pub(super) fn beside(
    statistic: &Statistic,
    year: Option<i32>,
    messages: &Messages,
) -> Option<Beside> {
    let reference = find(statistic, year)?;
    let shown = (messages.chart.national)(reference.shown, reference.year);
    Some(Beside { value: reference.value, shown, is_computed: false })
}

/// Where the national values beside `rates` come from, each once.
pub(super) fn notes<'a>(
    rates: impl Iterator<Item = &'a Statistic>,
    year: Option<i32>,
    messages: &Messages,
) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for reference in rates.filter_map(|rate| find(rate, year)) {
        let Reference { indicator, year, definition, source, .. } = reference;
        let note = (messages.chart.national_note)(
            (messages.indicator_name)(indicator),
            *year,
            definition,
            source,
        );
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// The value of the report's year, else of the nearest year before it.
fn find(statistic: &Statistic, year: Option<i32>) -> Option<&'static Reference> {
    let year = year?;
    let is_alike = |it: &&Reference| {
        statistic.canonical
            && statistic.unit.as_deref() == Some("%")
            && it.indicator == statistic.indicator
            && it.year <= year
            && is_worded_alike(it, statistic)
    };
    all().iter().filter(is_alike).reduce(|best, it| if it.year > best.year { it } else { best })
}

fn is_worded_alike(reference: &Reference, statistic: &Statistic) -> bool {
    let says = |word: &&str| statistic.label.contains(word) || statistic.quote.contains(word);
    reference.labels.iter().any(says) && !reference.not.iter().any(says)
}

fn all() -> &'static [Reference] {
    static ALL: OnceLock<Vec<Reference>> = OnceLock::new();
    ALL.get_or_init(|| include_str!("references.txt").lines().filter_map(parse).collect())
}

/// Reads a line; `None` for a comment, and for a line that is none (which a test does not let pass).
fn parse(line: &'static str) -> Option<Reference> {
    if line.starts_with('#') || line.is_empty() {
        return None;
    }
    let mut fields = line.split(" | ");
    let mut next = || fields.next().map(str::trim);
    let (indicator, year, shown) = (next()?, next()?.parse().ok()?, next()?);
    let (labels, definition, source) = (next()?, next()?, next()?);
    let value = shown.trim_start_matches(['近', '约']);
    let not = labels.split(' ').filter_map(|label| label.strip_prefix('!')).collect();
    let labels = labels.split(' ').filter(|label| !label.starts_with('!')).collect();
    let value = parse_percent(value)?;
    Some(Reference { indicator, year, value, shown, labels, not, definition, source })
}

/// By whole numbers: the standard reading of fractions would cost the page several kilobytes.
fn parse_percent(words: &str) -> Option<f64> {
    let (whole, decimals) = words.split_once('.').unwrap_or((words, ""));
    let digits: u32 = format!("{whole}{decimals}").parse().ok()?;
    Some(f64::from(digits) / f64::from(10_u32.pow(u32::try_from(decimals.len()).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::ZH_HANS;
    use crate::statistic::Topic;
    use crate::text::Span;

    fn rate(indicator: &str, quote: &str) -> Statistic {
        Statistic {
            topic: Topic::Reconsideration,
            indicator: indicator.to_owned(),
            canonical: true,
            label: quote.to_owned(),
            value: Some(8.0),
            unit: Some("%".to_owned()),
            approximation: None,
            change: None,
            parent: None,
            period: None,
            section: None,
            quote: quote.to_owned(),
            span: Span::default(),
        }
    }

    fn shown(indicator: &str, quote: &str, year: i32) -> Option<String> {
        beside(&rate(indicator, quote), Some(year), &ZH_HANS).map(|it| it.shown)
    }

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("references.txt").lines();
        let data = lines.filter(|line| !line.starts_with('#') && !line.is_empty()).count();
        assert_eq!(all().len(), data);
        for it in all() {
            assert!(
                it.value > 0.0 && it.value < 100.0 && (2000..2100).contains(&it.year),
                "{it:?}"
            );
            assert!(!it.labels.is_empty() && !it.definition.is_empty() && !it.source.is_empty());
            let dictionary = include_str!("../statistic/indicators.txt");
            let name = format!("\n{} | ", it.indicator);
            assert!(dictionary.contains(&name), "{} is an indicator", it.indicator);
        }
        let value = |year| all().iter().find(|it| it.year == year).unwrap().value;
        assert_eq!((value(2018), value(2024)), (15.1, 12.07));
    }

    #[test]
    fn the_year_counts_or_the_nearest_before_it() {
        let at = |year| shown("行政复议纠错率", "行政复议纠错率8%", year);
        assert_eq!(at(2024).as_deref(), Some("全国12.07%（2024年）"));
        assert_eq!(at(2025).as_deref(), Some("全国12.07%（2024年）"));
        assert_eq!(at(2021).as_deref(), Some("全国15.1%（2018年）"));
        assert_eq!(at(2017), None, "a later year is no reference");
    }

    #[test]
    fn what_is_not_defined_the_same_has_no_reference() {
        assert_eq!(shown("行政复议纠错率", "综合纠错率8%", 2024), None);
        assert_eq!(shown("行政复议纠错率", "败复率8%", 2024), None);
        assert_eq!(shown("行政诉讼败诉率", "败诉率8%", 2019), None, "of which instance?");
        assert_eq!(
            shown("行政诉讼败诉率", "一审败诉率8%", 2019).as_deref(),
            Some("全国约14.7%（2018年）")
        );
        assert_eq!(shown("行政复议调解和解率", "调解和解率8%", 2024), None);
        assert_eq!(shown("信访化解率", "化解率8%", 2024), None);
        // The two years were not counted the same way, and each keeps to its own.
        assert_eq!(
            shown("行政复议化解率", "案结事了率80%", 2024).as_deref(),
            Some("全国76.8%（2023年）")
        );
    }
}
