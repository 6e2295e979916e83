//! WeTextProcessing's inverse normalization: what is spoken, and the digits that it is written with.
//!
//! Only the numbers of both sides are compared: what a reader of reports must get is the values, not a way of printing.

use std::fs;
use std::path::Path;

use fajian::text::date::{self, Period};
use fajian::text::normalize::normalize;
use fajian::text::numeral::{Kind, readings};

use crate::numbers::is_close;
use crate::suite::{Case, Suite, differs};

/// Files whose lines hold numbers; the others (names of trains and cars, times of day, single characters) hold none.
const FILES: [&str; 13] = [
    "cardinal",
    "date",
    "fraction",
    "license_plate",
    "math",
    "measure",
    "money",
    "normalizer",
    "normalizer_disable_standalone_number_disable_0_to_9",
    "normalizer_disable_standalone_number_enable_0_to_9",
    "normalizer_enable_standalone_number_disable_0_to_9",
    "number",
    "time",
];

pub(crate) fn suites(folder: &Path) -> Vec<Suite> {
    let mut files: Vec<&str> = FILES.to_vec();
    files.extend(["char", "train_number", "whitelist"]);
    files
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(folder.join(format!("{file}.txt"))).unwrap();
            let pairs = text.lines().filter_map(|line| line.split_once("=>"));
            let cases = pairs
                .enumerate()
                .map(|(index, (spoken, written))| {
                    let check = if file == "date" { check_dates } else { check_numbers };
                    Case::new(index + 1, check(spoken.trim(), written.trim()))
                })
                .collect();
            let name = file.replace("standalone_number", "alone").replace("normalizer", "text");
            Suite { project: "wetext", name, cases }
        })
        .collect()
}

/// A number, and whether it is a share in percent.
type Number = (f64, bool);

fn check_numbers(spoken: &str, written: &str) -> Option<String> {
    let mut found: Vec<Number> = Vec::new();
    for reading in readings(&normalize(spoken).text) {
        let is_share = reading.kind == Kind::Percent;
        found.push((reading.value, is_share));
        found.extend(reading.upper.map(|upper| (upper, is_share)));
    }
    let wanted = numbers(written);
    let is_same = found.len() == wanted.len()
        && found
            .iter()
            .zip(&wanted)
            .all(|(found, wanted)| found.1 == wanted.1 && is_close(found.0, wanted.0));
    (!is_same).then(|| format!("{spoken}\n    found  {found:?}\n    wanted {wanted:?}"))
}

/// The numbers of the written side: `12`, `1.2万`, `1亿2300`, `3~5万`, `45-6万` (45 to 46), `1/2`, `-7`, `30~41%`.
fn numbers(written: &str) -> Vec<Number> {
    let chars: Vec<char> = written.chars().collect();
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let is_negative = chars[at] == '-' || chars[at] == '±';
        let start = at + usize::from(is_negative);
        let Some((mut low, digits, mut end)) = number(&chars, start) else {
            at += 1;
            continue;
        };
        let mut high = None;
        match chars.get(end) {
            Some('/') if !is_date(&chars, start, end) => {
                if let Some((below, _, after)) = number(&chars, end + 1) {
                    low /= below;
                    end = after;
                }
            }
            Some(mark @ ('~' | '-')) => {
                if let Some((second, length, after)) = number(&chars, end + 1) {
                    high = Some(if *mark == '-' {
                        completed(low, digits, second, length)
                    } else {
                        second
                    });
                    end = after;
                }
            }
            _ => {}
        }
        // 3~5万: the multiplier is said once.
        if let (Some(high), Some(factor)) = (high, factor(&chars[end - 1]))
            && low < factor
            && low < high / factor * 10.0
        {
            low *= factor;
        }
        let is_share = chars.get(end) == Some(&'%');
        let sign = if is_negative && chars[at] == '-' { -1.0 } else { 1.0 };
        found.push((sign * low, is_share));
        found.extend(high.map(|high| (high, is_share)));
        at = end;
    }
    found
}

/// Whether the digits `start..end` before a slash begin `2002/01/28`, `2002/01` or `08/16` rather than a fraction.
fn is_date(chars: &[char], start: usize, end: usize) -> bool {
    end - start == 4 || chars[start] == '0' || chars.get(end + 1) == Some(&'0')
}

/// 45-6 means 45 to 46, 45-6万 that many times more.
fn completed(low: f64, digits: usize, second: f64, length: usize) -> f64 {
    let (second, factor) = match second {
        second if second >= 1e8 => (second / 1e8, 1e8),
        second if second >= 1e4 && length < 4 => (second / 1e4, 1e4),
        second => (second, 1.0),
    };
    if length >= digits {
        return second * factor;
    }
    let place = 10f64.powi(i32::try_from(length).unwrap());
    ((low / place).floor() * place + second) * factor
}

fn factor(char: &char) -> Option<f64> {
    match char {
        '万' | 'W' => Some(1e4),
        '亿' => Some(1e8),
        '兆' => Some(1e12),
        _ => None,
    }
}

/// Digits with multipliers at `from`: the value, the number of digits and the end.
fn number(chars: &[char], from: usize) -> Option<(f64, usize, usize)> {
    let mut total = 0.0;
    let mut at = from;
    let mut length = 0;
    loop {
        let digits: String = chars[at..]
            .iter()
            .enumerate()
            .take_while(|(index, char)| {
                let is_point = **char == '.'
                    && chars.get(at + index + 1).is_some_and(char::is_ascii_digit)
                    && *index > 0;
                char.is_ascii_digit() || is_point
            })
            .map(|(_, char)| *char)
            .collect();
        let Ok(value) = digits.parse::<f64>() else { break };
        at += digits.len();
        length = length.max(digits.len());
        match chars.get(at).and_then(factor) {
            Some(factor) => {
                total += value * factor;
                at += 1;
            }
            None => {
                total += value;
                break;
            }
        }
    }
    (at > from).then_some((total, length, at))
}

/// `2008/08/08`, `08/08`, `2008年`, `2005年08/05`, and `85/02/27` with the century left out.
fn check_dates(spoken: &str, written: &str) -> Option<String> {
    let periods = date::periods(&normalize(spoken).text);
    let found: Vec<String> = periods.iter().map(Period::to_string).collect();
    let written = written.replace('年', "/").replace("公元", "");
    let parts = written.split(|char: char| !char.is_ascii_digit() && char != '/');
    let wanted: Vec<String> =
        parts.map(|part| part.trim_matches('/')).filter(|part| !part.is_empty()).map(iso).collect();
    differs(spoken, &found, &wanted)
}

fn iso(written: &str) -> String {
    let parts: Vec<&str> = written.split('/').collect();
    match parts[..] {
        [month, day] if month.len() == 2 => format!("XXXX-{month}-{day}"),
        [year, month, day] if year.len() == 2 => {
            let century = if year > "49" { "19" } else { "20" };
            format!("{century}{year}-{month}-{day}")
        }
        [year] => format!("{year:0>4}"),
        _ => parts.join("-"),
    }
}
