//! Example sentences with their expected figures (`examples.json` of the shared material), sentence by sentence.
//!
//! Runs when `FAJIAN_SHARED` points at the shared folder, and says so when it does not.

use fajian::source::{Decode, LegacyEncoding};
use serde_json::Value;

struct NoLegacy;

impl Decode for NoLegacy {
    fn decode(&self, _: LegacyEncoding, _: &[u8]) -> String {
        String::new()
    }
}

#[test]
fn every_example_sentence_gives_its_figures() {
    let Ok(shared) = std::env::var("FAJIAN_SHARED") else {
        println!("left out: FAJIAN_SHARED is not set");
        return;
    };
    let source = std::fs::read_to_string(format!("{shared}/examples.json"))
        .expect("examples.json is readable");
    let examples: Vec<Value> = serde_json::from_str(&source).expect("examples.json is JSON");
    let mut wrong = Vec::new();
    for example in &examples {
        let text = example["text"].as_str().expect("an example has a text");
        let analysis =
            fajian::analyze(text.as_bytes(), "example.txt", &NoLegacy).expect("text is read");
        let found: Vec<Value> = analysis
            .report
            .statistics
            .iter()
            .map(|it| serde_json::to_value(it).expect("a figure is JSON"))
            .collect();
        let wanted = example["statistics"].as_array().expect("an example lists its figures");
        let agree = found.len() == wanted.len()
            && found.iter().zip(wanted).all(|(found, wanted)| agrees(found, wanted));
        if !agree {
            let found: Vec<String> = found.iter().map(|it| line(it, "approximation")).collect();
            let wanted: Vec<String> = wanted.iter().map(|it| line(it, "approx")).collect();
            wrong.push(format!(
                "{text}\n  found  {}\n  wanted {}",
                found.join("\n         "),
                wanted.join("\n         ")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} sentences differ:\n{}",
        wrong.len(),
        examples.len(),
        wrong.join("\n")
    );
}

/// Whether a figure is the wanted one. The dictionary's names must be exact; a name of one's own words need only share
/// most characters with the wanted one, and its topic is left open.
fn agrees(found: &Value, wanted: &Value) -> bool {
    let mut found = found.clone();
    let wanted_name = wanted["indicator"].as_str().unwrap_or_default();
    let label = found["label"].as_str().unwrap_or_default();
    if found["canonical"] == false && shares(label, wanted_name) {
        found["indicator"] = wanted["indicator"].clone();
        found["topic"] = wanted["topic"].clone();
    }
    line(&found, "approximation") == line(wanted, "approx")
}

/// Whether at least half of the shorter name's characters stand in the longer one.
fn shares(left: &str, right: &str) -> bool {
    let (short, long) =
        if left.chars().count() < right.chars().count() { (left, right) } else { (right, left) };
    let common = short.chars().filter(|char| long.contains(*char)).count();
    2 * common >= short.chars().count() && common > 0
}

/// A figure in one line, so that two can be compared and read.
fn line(figure: &Value, approximation: &str) -> String {
    let change = figure["change"].as_object().map_or(String::new(), |change| {
        let size = |key: &str| change.get(key).and_then(Value::as_f64);
        format!(
            " [{} {:?} {} {:?}]",
            change["direction"],
            size("value"),
            change["unit"],
            size("from")
        )
    });
    let number = |value: &Value| value.as_f64().map_or("-".to_owned(), |value| value.to_string());
    format!(
        "{} {} = {} {} {}{change} <{}>",
        figure["topic"].as_str().unwrap_or("-"),
        figure["indicator"].as_str().unwrap_or("-"),
        number(&figure["value"]),
        figure["unit"].as_str().unwrap_or("-"),
        figure[approximation].as_str().unwrap_or(""),
        figure["parent"].as_str().unwrap_or("-"),
    )
}
