//! Recognizers-Text: amounts of money and measured quantities.

use std::path::Path;

use fajian::statistic::quantity;
use fajian::text::normalize::normalize;
use serde_json::Value;

use crate::numbers::is_close;
use crate::suite::{Suite, recognizers};

/// Their names of units and the base units of the same meaning here.
const UNITS: &[(&str, &[&str])] = &[
    ("Chinese yuan", &["元"]),
    ("United States dollar", &["美元"]),
    ("Hong Kong dollar", &["港元"]),
    ("New Taiwan dollar", &["台币", "新台币"]),
    ("Japanese yen", &["日元"]),
    ("Euro", &["欧元"]),
    ("Swiss franc", &["瑞士法郎"]),
    ("Mu", &["亩"]),
    ("Kilogram", &["公斤", "千克", "kg"]),
    ("Gram", &["克"]),
    ("Microgram", &["微克"]),
    ("Ton", &["吨"]),
    ("Jin", &["斤"]),
    ("Liang", &["两"]),
    ("Meter", &["米", "m"]),
    ("Centimeter", &["厘米", "公分", "cm"]),
    ("Kilometer", &["公里", "千米", "km"]),
    ("Kilowatt", &["千瓦", "kW"]),
];

pub(crate) fn suites(folder: &Path) -> Vec<Suite> {
    vec![
        recognizers(folder, "CurrencyModel.json", "currency", compare),
        recognizers(folder, "DimensionModel.json", "dimension", compare),
    ]
}

/// Every expected quantity is found, with its unit; where none is expected, nothing measured is.
///
/// Other quantities of the same sentence belong to other suites and may be found as well.
fn compare(input: &str, results: &[Value]) -> Option<String> {
    let found = quantity::scan(&normalize(input).text).found;
    let is_there = |result: &Value| {
        let value: f64 = result["Resolution"]["value"].as_str()?.parse().ok()?;
        let unit = result["Resolution"]["unit"].as_str()?;
        let (_, names) = UNITS.iter().find(|(name, _)| *name == unit)?;
        let mut found = found.iter();
        found
            .any(|quantity| {
                names.contains(&quantity.unit.as_str()) && is_close(quantity.value, value)
            })
            .then_some(())
    };
    let is_right = if results.is_empty() {
        found.is_empty()
    } else {
        results.iter().all(|result| is_there(result).is_some())
    };
    (!is_right).then(|| {
        let found: Vec<(f64, &str)> =
            found.iter().map(|quantity| (quantity.value, quantity.unit.as_str())).collect();
        let wanted: Vec<String> =
            results.iter().map(|result| result["Resolution"].to_string()).collect();
        format!("{input}\n    found  {found:?}\n    wanted {wanted:?}")
    })
}
