//! What must not change a figure: the width of characters, the script, and the paragraphs around.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashMap;

use fajian::analyze;
use fajian::source::NativeDecoder;
use fajian::text::normalize::normalize;

/// Texts of the project: samples and corpus.
fn texts() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = ["dense", "silent", "traditional"]
        .iter()
        .map(|name| root.join(format!("samples/{name}.txt")))
        .collect();
    let corpus = std::fs::read_dir(root.join("tests/corpus")).unwrap();
    paths.extend(corpus.map(|folder| folder.unwrap().path().join("input.txt")));
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

/// The figures of a text, each in a line, without the words that they were read from.
fn figures(text: &str) -> Vec<String> {
    let report = analyze(text.as_bytes(), "a", &NativeDecoder).unwrap().report;
    let line = |it: &fajian::statistic::Statistic| {
        format!(
            "{:?} {} {:?} {:?} {:?} {:?} {:?}",
            it.topic, it.indicator, it.value, it.unit, it.approximation, it.change, it.parent
        )
    };
    report.statistics.iter().map(line).collect()
}

fn assert_same(name: &str, change: &str, before: &[String], after: &[String]) {
    let lost: Vec<_> = before.iter().filter(|line| !after.contains(line)).collect();
    let new: Vec<_> = after.iter().filter(|line| !before.contains(line)).collect();
    assert!(before == after, "{name}, {change}:\n  lost {lost:#?}\n  new {new:#?}");
}

#[test]
fn full_width_forms_read_as_half_width_ones() {
    let wide = |char: char| match char {
        '!'..='~' => char::from_u32(u32::from(char) + 0xFEE0).unwrap_or(char),
        _ => char,
    };
    for (name, text) in texts() {
        // Markup and addresses are what they are only in ASCII.
        let rewritten: String = text
            .chars()
            .map(|char| if char.is_ascii_alphabetic() { char } else { wide(char) })
            .collect();
        assert_same(&name, "in full width", &figures(&text), &figures(&rewritten));
    }
}

#[test]
fn half_width_forms_read_as_full_width_ones() {
    let narrow = |char: char| match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        _ => char,
    };
    for (name, text) in texts() {
        let rewritten: String = text.chars().map(narrow).collect();
        assert_same(&name, "in half width", &figures(&text), &figures(&rewritten));
    }
}

#[test]
fn traditional_characters_read_as_simplified_ones() {
    let mut traditional: HashMap<char, char> = HashMap::new();
    for code in 0x4E00..0xA000 {
        let Some(char) = char::from_u32(code) else { continue };
        let simplified = normalize(&char.to_string()).text.chars().next().unwrap_or(char);
        if simplified != char {
            traditional.entry(simplified).or_insert(char);
        }
    }
    assert!(traditional.len() > 1500, "a table of traditional characters");
    let mut n_compared = 0;
    for (name, text) in texts() {
        let rewritten: String =
            text.chars().map(|char| traditional.get(&char).copied().unwrap_or(char)).collect();
        // A character that context decides may come back as another one; such texts tell nothing here.
        let returned = normalize(&rewritten).text;
        if returned == normalize(&text).text {
            assert_same(&name, "in traditional characters", &figures(&text), &figures(&rewritten));
            n_compared += 1;
        }
    }
    assert!(n_compared >= 6, "only {n_compared} texts could be compared");
}

#[test]
fn paragraphs_around_do_not_change_a_figure() {
    const BEFORE: &str = "各科室按照分工抓好落实，形成了齐抓共管的工作格局。\n";
    const AFTER: &str = "\n干部职工的法治观念进一步增强，工作氛围更加浓厚。";
    for (name, text) in texts() {
        let paragraphs = text.lines().map(str::trim).filter(|line| {
            line.ends_with('。')
                && line.chars().count() > 40
                && !line
                    .starts_with(|char: char| "一二三四五六七八九十(（1234567890".contains(char))
        });
        for paragraph in paragraphs {
            let alone = figures(&format!("{BEFORE}{paragraph}"));
            let among = figures(&format!("{BEFORE}{BEFORE}{paragraph}{AFTER}"));
            assert_same(&name, paragraph, &alone, &among);
        }
    }
}
