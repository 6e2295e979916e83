//! How far a reading agrees with gold.
//!
//! Statistics are aligned in reading order by the longest common subsequence. A pair matches when value and unit agree;
//! where only a change is stated, when direction and size of the change agree. Gold marked optional may be found or
//! left out, without effect on either side.

use fajian::Report;
use fajian::document::Section;
use fajian::statistic::Statistic;

use crate::gold::{Case, ChangeKey, Gold, GoldSection, GoldStatistic, change_key, name};

/// The metadata that is judged.
const METADATA: [&str; 8] = [
    "title",
    "issuer",
    "year",
    "document_number",
    "index_number",
    "published",
    "signed",
    "addressee",
];

/// The names of the dictionary: by these alone reports can be compared.
const INDICATORS: &str = include_str!("indicators.txt");

/// Counts over one report, or over several.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) found: usize,
    pub(crate) extra: usize,
    pub(crate) missing: usize,
    /// Among those found: the indicator agrees; it is to be exactly a name of the dictionary; and is; the attributes agree.
    pub(crate) named: usize,
    pub(crate) canonical_wanted: usize,
    pub(crate) canonical: usize,
    pub(crate) attributes: usize,
    pub(crate) sections_found: usize,
    pub(crate) sections_extra: usize,
    pub(crate) sections_missing: usize,
    pub(crate) metadata: usize,
    pub(crate) metadata_wanted: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, other: &Self) {
        self.found += other.found;
        self.extra += other.extra;
        self.missing += other.missing;
        self.named += other.named;
        self.canonical_wanted += other.canonical_wanted;
        self.canonical += other.canonical;
        self.attributes += other.attributes;
        self.sections_found += other.sections_found;
        self.sections_extra += other.sections_extra;
        self.sections_missing += other.sections_missing;
        self.metadata += other.metadata;
        self.metadata_wanted += other.metadata_wanted;
    }

    pub(crate) fn statistics_f1(&self) -> f64 {
        f1(self.found, self.extra, self.missing)
    }

    pub(crate) fn sections_f1(&self) -> f64 {
        f1(self.sections_found, self.sections_extra, self.sections_missing)
    }

    pub(crate) fn metadata_share(&self) -> f64 {
        share(self.metadata, self.metadata_wanted.max(1))
    }
}

/// `part` of `whole`; 1 of nothing.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { number(part) / number(whole) }
}

fn f1(found: usize, extra: usize, missing: usize) -> f64 {
    share(2 * found, 2 * found + extra + missing)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// What is wrong with one reading.
#[derive(Debug)]
pub(crate) enum Fault {
    Missing {
        topic: String,
        indicator: String,
        value: Option<f64>,
        unit: Option<String>,
        quote: String,
    },
    Extra {
        topic: String,
        indicator: String,
        value: Option<f64>,
        unit: Option<String>,
        quote: String,
    },
    Attributes {
        indicator: String,
        value: Option<f64>,
        differences: Vec<String>,
    },
    SectionMissing {
        level: u8,
        number: String,
        heading: String,
    },
    SectionExtra {
        level: u8,
        number: String,
        heading: String,
    },
    Metadata {
        key: &'static str,
        wanted: String,
        found: String,
    },
}

/// The score of one report.
#[derive(Debug)]
pub(crate) struct Score {
    pub(crate) stem: String,
    pub(crate) counts: Counts,
    pub(crate) faults: Vec<Fault>,
}

/// Scores a reading.
pub(crate) fn score(case: &Case, report: &Report) -> Score {
    let mut score =
        Score { stem: case.stem.clone(), counts: Counts::default(), faults: Vec::new() };
    score_metadata(&case.gold, report, &mut score);
    score_sections(&case.gold.sections, &report.sections, &mut score);
    score_statistics(&case.gold.statistics, &report.statistics, &mut score);
    score
}

fn score_metadata(gold: &Gold, report: &Report, score: &mut Score) {
    let words = |value: Option<&serde_json::Value>| match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let report = serde_json::to_value(report).unwrap();
    for key in METADATA {
        let gold_key = if key == "year" { "year_covered" } else { key };
        if key != "year" && !gold.rest.contains_key(gold_key) {
            continue;
        }
        let (wanted, found) = (words(gold.rest.get(gold_key)), words(report.get(key)));
        score.counts.metadata_wanted += 1;
        if fold(&wanted) == fold(&found) {
            score.counts.metadata += 1;
        } else {
            score.faults.push(Fault::Metadata { key, wanted, found });
        }
    }
}

fn score_sections(gold: &[GoldSection], found: &[Section], score: &mut Score) {
    let number = |number: &Option<String>| number.clone().unwrap_or_default();
    let agree = |found: &Section, gold: &GoldSection| {
        found.level == gold.level
            && fold(&number(&found.number)) == fold(&number(&gold.number))
            && headings_agree(&fold(&found.heading), &fold(&gold.heading))
    };
    let weight = |a: usize, b: usize| if agree(&found[a], &gold[b]) { 1000 } else { 0 };
    let pairs = align(found.len(), gold.len(), weight);
    score.counts.sections_found = pairs.len();
    for (idx, section) in found.iter().enumerate() {
        if pairs.iter().all(|pair| pair.0 != idx) {
            score.counts.sections_extra += 1;
            score.faults.push(Fault::SectionExtra {
                level: section.level,
                number: number(&section.number),
                heading: section.heading.clone(),
            });
        }
    }
    for (idx, section) in gold.iter().enumerate() {
        if pairs.iter().all(|pair| pair.1 != idx) {
            score.counts.sections_missing += 1;
            score.faults.push(Fault::SectionMissing {
                level: section.level,
                number: number(&section.number),
                heading: section.heading.clone(),
            });
        }
    }
}

/// Long headings agree when one begins with the other: where a run-in heading ends may be a matter of taste.
fn headings_agree(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    a == b || shorter >= 12 && (a.starts_with(b) || b.starts_with(a))
}

fn score_statistics(gold: &[GoldStatistic], found: &[Statistic], score: &mut Score) {
    let weight =
        |a: usize, b: usize| match (matches(&found[a], &gold[b]), names_agree(&found[a], &gold[b]))
        {
            (false, _) => 0,
            (true, false) => 100,
            (true, true) => 101,
        };
    let pairs = align(found.len(), gold.len(), weight);
    for (idx, statistic) in found.iter().enumerate() {
        if pairs.iter().all(|pair| pair.0 != idx) {
            score.counts.extra += 1;
            score.faults.push(Fault::Extra {
                topic: name(&statistic.topic),
                indicator: statistic.indicator.clone(),
                value: statistic.value,
                unit: statistic.unit.clone(),
                quote: statistic.quote.clone(),
            });
        }
    }
    for (idx, statistic) in gold.iter().enumerate().filter(|(_, statistic)| !statistic.optional) {
        match pairs.iter().find(|pair| pair.1 == idx) {
            Some(pair) => score_pair(&found[pair.0], statistic, score),
            None => {
                score.counts.missing += 1;
                score.faults.push(Fault::Missing {
                    topic: statistic.topic.first().to_owned(),
                    indicator: statistic.indicator.clone(),
                    value: statistic.value,
                    unit: statistic.unit.clone(),
                    quote: statistic.quote.clone(),
                });
            }
        }
    }
}

fn score_pair(found: &Statistic, gold: &GoldStatistic, score: &mut Score) {
    score.counts.found += 1;
    let mut differences = Vec::new();
    if names_agree(found, gold) {
        score.counts.named += 1;
    } else {
        differences.push(format!("indicator {}", found.indicator));
    }
    if INDICATORS.lines().any(|name| name == gold.indicator) {
        score.counts.canonical_wanted += 1;
        if found.indicator == gold.indicator {
            score.counts.canonical += 1;
        } else if differences.is_empty() {
            differences.push(format!("indicator {}", found.indicator));
        }
    }
    let n_names = differences.len();
    if !gold.topic.contains(&name(&found.topic)) {
        differences.push(format!("topic {}", name(&found.topic)));
    }
    let approximation = found.approximation.as_ref().map(name);
    if approximation != gold.approx {
        differences.push(format!("approximation {}", approximation.unwrap_or_default()));
    }
    let changes: [ChangeKey; 2] = [
        found.change.as_ref().and_then(change_key),
        gold.change.as_ref().and_then(|change| change.key()),
    ];
    if changes[0] != changes[1] {
        differences.push("change".to_owned());
    }
    let is_any_parent = gold.parent.as_deref() == Some("*");
    if !is_any_parent && found.parent.is_some() != gold.parent.is_some() {
        differences.push(format!("parent {}", found.parent.as_deref().unwrap_or("none")));
    }
    score.counts.attributes += usize::from(differences.len() == n_names);
    if !differences.is_empty() {
        score.faults.push(Fault::Attributes {
            indicator: gold.indicator.clone(),
            value: gold.value,
            differences,
        });
    }
}

fn matches(found: &Statistic, gold: &GoldStatistic) -> bool {
    let Some(wanted) = gold.value else {
        let wanted = gold.change.as_ref().and_then(|change| change.key());
        return found.value.is_none() && found.change.as_ref().and_then(change_key) == wanted;
    };
    let Some(value) = found.value else { return false };
    if (value - wanted).abs() > 1e-6 * wanted.abs().max(1.0) {
        return false;
    }
    let (a, b) = (unit(found.unit.as_deref()), unit(gold.unit.as_deref()));
    a == b || wanted == 0.0 && (a.is_empty() || b.is_empty())
}

fn names_agree(found: &Statistic, gold: &GoldStatistic) -> bool {
    [&found.indicator, &found.label]
        .iter()
        .any(|name| name_agrees(&fold(name), &fold(&gold.indicator)))
}

/// Whether one name contains the other, or most of their characters are shared.
fn name_agrees(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a.contains(b) || b.contains(a) {
        return true;
    }
    let mut rest: Vec<char> = b.chars().collect();
    let (n_a, n_b) = (a.chars().count(), rest.len());
    let n_common = a
        .chars()
        .filter(|char| {
            let place = rest.iter().position(|other| other == char);
            place.is_some_and(|place| {
                rest.swap_remove(place);
                true
            })
        })
        .count();
    number(2 * n_common) / number(n_a + n_b) >= 0.6
}

/// The common subsequence of two lists with the greatest weight; 0 stands for no match.
fn align(n_a: usize, n_b: usize, weight: impl Fn(usize, usize) -> u64) -> Vec<(usize, usize)> {
    let mut best = vec![vec![0u64; n_b + 1]; n_a + 1];
    for a in (0..n_a).rev() {
        for b in (0..n_b).rev() {
            let apart = best[a + 1][b].max(best[a][b + 1]);
            let together = weight(a, b);
            best[a][b] =
                if together > 0 { apart.max(together + best[a + 1][b + 1]) } else { apart };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < n_a && b < n_b {
        let together = weight(a, b);
        if together > 0 && best[a][b] == together + best[a + 1][b + 1] {
            pairs.push((a, b));
            a += 1;
            b += 1;
        } else if best[a + 1][b] >= best[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// `text` without spaces and punctuation, full-width forms as ASCII.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
            _ => char,
        })
        .filter(|char| !char.is_whitespace() && !",.。、:;“”\"'《》〈〉()·—-…".contains(*char))
        .collect()
}

/// A unit as compared: words for the same thing are one.
pub(crate) fn unit(unit: Option<&str>) -> String {
    let unit = fold(unit.unwrap_or_default());
    match unit.as_str() {
        "起" | "桩" => "件".to_owned(),
        "部门" => "个".to_owned(),
        "百分点" => "个百分点".to_owned(),
        "元人民币" => "元".to_owned(),
        _ => unit,
    }
}
