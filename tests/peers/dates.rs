//! Recognizers-Text: dates and stretches of time, as far as they are printed in full.

use std::path::Path;

use fajian::text::date::{Period, periods};
use fajian::text::normalize::normalize;
use serde_json::Value;

use crate::suite::{Suite, differs, recognizers};

pub(crate) fn suites(folder: &Path) -> Vec<Suite> {
    vec![
        recognizers(folder, "DateExtractor.json", "date words", |input, results| {
            let normal = normalize(input).text;
            let found: Vec<String> = periods(&normal)
                .iter()
                .map(|period| normal[period.span.start..period.span.end].to_owned())
                .collect();
            let wanted: Vec<String> = results
                .iter()
                .map(|result| normalize(result["Text"].as_str().unwrap()).text)
                .collect();
            differs(input, &found, &wanted)
        }),
        recognizers(folder, "DateParser.json", "date", compare),
        recognizers(folder, "DatePeriodParser.json", "period", compare),
    ]
}

/// The dates in the suite's notation: `2016-01-10`, `XXXX-01-19`, `(2016-01-01,2018-01-01,P2Y)` without its length.
fn compare(input: &str, results: &[Value]) -> Option<String> {
    let found: Vec<String> =
        periods(&normalize(input).text).iter().map(Period::to_string).collect();
    let wanted: Vec<String> =
        results.iter().map(|result| period(result["Value"]["Timex"].as_str().unwrap())).collect();
    differs(input, &found, &wanted)
}

/// Their interval as ours: whole years lose the first of January that stands for them.
fn period(timex: &str) -> String {
    let Some(inner) = timex.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return timex.to_owned();
    };
    let parts: Vec<&str> = inner.split(',').collect();
    let is_years = parts.get(2).is_some_and(|length| length.ends_with('Y'));
    let day = |date: &str| {
        if is_years { date.trim_end_matches("-01-01").to_owned() } else { date.to_owned() }
    };
    match parts[..] {
        [first, last, _] => format!("{}/{}", day(first), day(last)),
        _ => timex.to_owned(),
    }
}
