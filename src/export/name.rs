//! The names of files: from a report's title and year, safe on every system.

use crate::report::Report;

/// No longer than this many characters: paths have limits, and a name is to be read at a glance.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name for a file about `reports`: the title, the year where the title does not have it, how many there are where
/// there are several. `part` says what of them it holds; `ending` is the file's ending.
#[must_use]
pub fn file_name(reports: &[&Report], part: &str, ending: &str) -> String {
    let mut stem = reports.first().map(|first| stem(first)).unwrap_or_default();
    let count = reports.len();
    if count > 1 {
        stem = format!("{stem}+{}", count - 1);
    }
    if !part.is_empty() {
        stem = format!("{stem}-{}", safe(part));
    }
    format!("{stem}.{ending}")
}

fn stem(report: &Report) -> String {
    let file = &report.source.name;
    let file = file.rsplit('/').next().unwrap_or(file);
    let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut name = safe(report.title.as_deref().unwrap_or(file));
    if let Some(year) = report.year.map(|year| year.to_string())
        && !name.contains(&year)
    {
        name = format!("{name}-{year}");
    }
    if name.is_empty() || DEVICES.iter().any(|device| name.eq_ignore_ascii_case(device)) {
        name = format!("fajian{name}");
    }
    name
}

/// `words` without what a file system or a shell takes for something else.
fn safe(words: &str) -> String {
    let is_harmless =
        |char: char| char.is_alphanumeric() || "（）()〔〕《》“”、，·_-—".contains(char);
    let mut name = String::new();
    for char in words.chars().take(LONGEST) {
        if is_harmless(char) {
            name.push(char);
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    name.trim_matches(['_', '-']).to_owned()
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::source::NativeDecoder;

    fn report(title: Option<&str>, year: Option<i32>, file: &str) -> Report {
        let mut report =
            crate::analyze("一、成效".as_bytes(), file, &NativeDecoder).expect("a report").report;
        report.title = title.map(str::to_owned);
        report.year = year;
        report
    }

    #[test]
    fn a_name_is_the_title_with_its_year() {
        let one = report(Some("示例县2023年法治政府建设年度报告"), Some(2023), "a.txt");
        assert_eq!(file_name(&[&one], "", "csv"), "示例县2023年法治政府建设年度报告.csv");
        let other = report(Some("法治政府建设年度报告"), Some(2023), "a.txt");
        assert_eq!(file_name(&[&other], "", "md"), "法治政府建设年度报告-2023.md");
        assert_eq!(file_name(&[&other, &one], "图1", "svg"), "法治政府建设年度报告-2023+1-图1.svg");
    }

    #[test]
    fn without_a_title_the_files_own_name_serves() {
        assert_eq!(
            file_name(&[&report(None, None, "各局/司法局.docx")], "", "json"),
            "司法局.json"
        );
        assert_eq!(file_name(&[], "", "json"), ".json");
    }

    #[test]
    fn nothing_in_a_name_leads_elsewhere() {
        for hostile in
            ["../../etc/passwd", "a\\b:c*?\"<>|", "..", "\u{202e}gpj", "con", "a\nb\0", ""]
        {
            let name = file_name(&[&report(Some(hostile), None, "x")], "", "csv");
            let stem = name.strip_suffix(".csv").unwrap();
            assert!(!stem.is_empty() && !stem.starts_with('.') && stem != "con", "{name}");
            assert!(!stem.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '.']), "{name}");
            assert!(!stem.contains(|char: char| char.is_control() || char == '\u{202e}'), "{name}");
        }
        let long = file_name(&[&report(Some(&"长".repeat(500)), None, "x")], "", "csv");
        assert!(long.chars().count() < 80);
    }
}
