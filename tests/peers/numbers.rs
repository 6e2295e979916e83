//! Recognizers-Text: numbers, shares, intervals and ordinals.

use std::path::Path;

use fajian::text::normalize::normalize;
use fajian::text::numeral::{Interval, Kind, Reading, intervals, readings};
use serde_json::Value;

use crate::suite::{Suite, differs, recognizers};

pub(crate) fn suites(folder: &Path) -> Vec<Suite> {
    let of = |file, name, is_meant: fn(Kind, &str) -> bool| {
        recognizers(folder, file, name, move |input, results| compare(input, results, is_meant))
    };
    vec![
        // There 百分之五 is a number too, 5% is none.
        of("NumberModel.json", "number", |_, words| !words.ends_with(['%', '成', '折'])),
        // They fold percentage points into shares; here the two are kept apart, but read alike.
        of("PercentModel.json", "percent", |kind, _| {
            matches!(kind, Kind::Percent | Kind::PercentagePoints)
        }),
        of("OrdinalModel.json", "ordinal", |kind, _| kind == Kind::Ordinal),
        recognizers(folder, "NumberRangeModel.json", "range", |input, results| {
            let normal = normalize(input).text;
            let found: Vec<String> = intervals(&normal).iter().map(notation).collect();
            let wanted: Vec<String> = results.iter().map(resolution).collect();
            differs(input, &found, &wanted)
        }),
    ]
}

/// Values in order, each at the place where it is expected.
fn compare(input: &str, results: &[Value], is_meant: fn(Kind, &str) -> bool) -> Option<String> {
    let mapped = normalize(input);
    let words = |reading: &Reading| &mapped.text[reading.span.start..reading.span.end];
    let found: Vec<Reading> = readings(&mapped.text)
        .into_iter()
        .filter(|reading| is_meant(reading.kind, words(reading)))
        .collect();
    let is_same = found.len() == results.len()
        && found.iter().zip(results).all(|(reading, result)| {
            let span = mapped.original(reading.span);
            is_close(reading.value, value(result))
                && overlaps(input, span.start, span.end, result)
                && (reading.kind == Kind::PercentagePoints) == says_points(words(reading))
        });
    (!is_same).then(|| {
        let found: Vec<(f64, Kind)> =
            found.iter().map(|reading| (reading.value, reading.kind)).collect();
        let wanted: Vec<String> = results.iter().map(resolution).collect();
        format!("{input}\n    found  {found:?}\n    wanted {wanted:?}")
    })
}

/// Whether the words of a reading speak of percentage points.
fn says_points(words: &str) -> bool {
    words.replace(' ', "").contains("百分点")
}

/// Whether bytes `start..end` of the input touch the place of a result, which counts UTF-16 units and its end.
fn overlaps(input: &str, start: usize, end: usize, result: &Value) -> bool {
    let units = |at: usize| input[..at].encode_utf16().count() as u64;
    let (first, last) = (result["Start"].as_u64().unwrap(), result["End"].as_u64().unwrap());
    units(start) <= last && first < units(end)
}

fn resolution(result: &Value) -> String {
    result["Resolution"]["value"].as_str().unwrap().to_owned()
}

fn value(result: &Value) -> f64 {
    resolution(result).trim_end_matches('%').parse().unwrap()
}

/// Equal as far as they print: fifteen digits at most.
pub(crate) fn is_close(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= wanted.abs() * 1e-9 + 1e-12
}

/// An interval in the suite's notation: `[20,100)`.
fn notation(interval: &Interval) -> String {
    let low = interval.low.map_or("(".to_owned(), |(value, is_closed)| {
        format!("{}{value}", if is_closed { '[' } else { '(' })
    });
    let high = interval.high.map_or(")".to_owned(), |(value, is_closed)| {
        format!("{value}{}", if is_closed { ']' } else { ')' })
    });
    format!("{low},{high}")
}
