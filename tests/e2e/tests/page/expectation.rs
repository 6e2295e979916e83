//! What the page has to show of a report: the same that the core reads in it.

use std::collections::BTreeSet;

use fajian::figure::figures;
use fajian::i18n::ZH_HANS;
use fajian::statistic::{Statistic, Topic};
use fajian_e2e::{Chart, Fixture, Page, Seen};

/// The topics that have a place of their own even in a report that is silent on them.
const EXPECTED: [(Topic, &str); 3] = [
    (Topic::Reconsideration, "reconsideration"),
    (Topic::Litigation, "litigation"),
    (Topic::Petition, "petition"),
];

/// Fails when the page does not show `fixture` whole.
#[track_caller]
pub(crate) fn assert_shows(page: &Page, fixture: &Fixture) {
    let report = fixture.report();
    wait_until_whole(page, fixture);
    let seen = page.look();
    assert!(
        !report.sections.is_empty() && !report.statistics.is_empty(),
        "{} has nothing to compare",
        fixture.name()
    );
    if let Some(title) = &report.title {
        assert!(seen.title.contains(title.as_str()), "{} is called {}", fixture.name(), seen.title);
    }
    assert_outline(&seen, fixture);
    assert_figures(&seen, fixture);
    assert_quotes(&seen, fixture);
    assert_charts(&seen, fixture);
}

/// Waits until all of `fixture` is set: long views are set piece by piece, while the reader already reads.
#[track_caller]
pub(crate) fn wait_until_whole(page: &Page, fixture: &Fixture) {
    let report = fixture.report();
    let (n_sections, n_figures) = (report.sections.len(), report.statistics.len());
    let n_charts = figures(report, &ZH_HANS).len();
    let n_checks = report.checks.len();
    let whole = format!(
        "{n_sections} headings and links, {n_figures} figures and rows, {n_charts} charts, {n_checks} checks"
    );
    let script = format!(
        "const n = selector => document.querySelectorAll(selector).length;
         const marks = new Set([...document.querySelectorAll('mark[data-statistic]')].map(it => it.dataset.statistic));
         const both = (one, other) => one === other ? one : `${{one}} or ${{other}}`;
         const charts = [...document.querySelectorAll('#charts figure[data-chart]')];
         const shown = `${{both(n('[id^=\"s-\"]'), n('#outline [data-section]'))}} headings and links, ` +
             `${{both(marks.size, n('#statistics [data-figure]'))}} figures and rows, ` +
             `${{Math.min(charts.length, {n_charts})}} charts, ${{n('#checks [data-check]')}} checks`;
         return shown === '{whole}' || shown"
    );
    page.wait_until(&format!("{whole} of {}", fixture.name()), &script);
}

fn assert_outline(seen: &Seen, fixture: &Fixture) {
    let report = fixture.report();
    let name = fixture.name();
    let listed: Vec<_> = seen.outline.iter().map(|entry| entry.section).collect();
    assert_eq!(
        listed,
        (0..report.sections.len()).collect::<Vec<_>>(),
        "{name}: sections in the outline"
    );
    let set: Vec<_> = seen.headings.iter().map(|heading| heading.index).collect();
    assert_eq!(set, listed, "{name}: headings in the text");
    for (section, (entry, heading)) in
        report.sections.iter().zip(seen.outline.iter().zip(&seen.headings))
    {
        let shown = squeeze(&entry.text);
        assert!(
            shown.contains(&squeeze(&section.heading)),
            "{name}: {shown} is not {}",
            section.heading
        );
        let number = squeeze(section.number.as_deref().unwrap_or_default());
        assert!(shown.contains(&number), "{name}: {shown} has no {number}");
        assert_eq!(entry.link, format!("#/s/{}", entry.section), "{name}: link of {shown}");
        let words = squeeze(report.words(section.span));
        assert!(
            squeeze(&heading.text).contains(&words),
            "{name}: the heading {} is not {words}",
            heading.text
        );
    }
}

fn assert_figures(seen: &Seen, fixture: &Fixture) {
    let report = fixture.report();
    for (index, statistic) in report.statistics.iter().enumerate() {
        let shown: Vec<_> = seen.figures.iter().filter(|figure| figure.index == index).collect();
        assert!(
            !shown.is_empty(),
            "{}: figure {index} ({}) is not listed",
            fixture.name(),
            statistic.quote
        );
        for figure in shown {
            assert!(
                shows_value(&figure.text, statistic),
                "{}: figure {index} ({}) is shown as {}",
                fixture.name(),
                statistic.quote,
                figure.text
            );
        }
    }
    let strangers =
        seen.figures.iter().filter(|figure| figure.index >= report.statistics.len()).count();
    assert_eq!(strangers, 0, "{}: listed figures that the report does not have", fixture.name());
}

/// Whether `text` states the value of `statistic`; nothing to state when only a change is known.
fn shows_value(text: &str, statistic: &Statistic) -> bool {
    let Some(value) = statistic.value else { return true };
    let plain = squeeze(&text.replace([',', '，'], ""));
    let has_unit = statistic.unit.as_ref().is_none_or(|unit| plain.contains(&squeeze(unit)));
    has_unit && numbers(&plain).iter().any(|number| (number - value).abs() < 1e-6)
}

fn assert_quotes(seen: &Seen, fixture: &Fixture) {
    let report = fixture.report();
    for (index, statistic) in report.statistics.iter().enumerate() {
        let pieces = seen.marks.iter().filter(|mark| mark.index == index);
        let marked: String = pieces.map(|mark| squeeze(&mark.text)).collect();
        let quote = squeeze(&statistic.quote);
        assert_eq!(marked, quote, "{}: the words marked for figure {index}", fixture.name());
    }
}

fn assert_charts(seen: &Seen, fixture: &Fixture) {
    let statistics = &fixture.report().statistics;
    let mut silent = BTreeSet::new();
    for (topic, slug) in EXPECTED {
        let has_chart = seen.charts.iter().any(|chart| chart.slug.starts_with(slug));
        if statistics.iter().all(|statistic| statistic.topic != topic) {
            silent.insert(slug);
            assert!(!has_chart, "{}: a chart on {slug} out of nothing", fixture.name());
        } else if statistics
            .iter()
            .any(|it| it.topic == topic && it.value.is_some() && it.period.is_none())
        {
            assert!(has_chart, "{}: no chart on {slug}", fixture.name());
        }
    }
    let undisclosed: BTreeSet<_> = seen.undisclosed.iter().map(String::as_str).collect();
    assert_eq!(undisclosed, silent, "{}: topics shown as undisclosed", fixture.name());
    for chart in &seen.charts {
        assert_chart(chart, fixture);
    }
}

/// The drawing and the table of a chart state the same numbers, and each is one of the report's.
fn assert_chart(chart: &Chart, fixture: &Fixture) {
    let name = format!("{}: chart {}", fixture.name(), chart.slug);
    let drawn = chart.drawn.as_ref().unwrap_or_else(|| panic!("{name} has no drawing")).join("\n");
    let rows = chart.rows.as_ref().unwrap_or_else(|| panic!("{name} has no table"));
    assert!(!rows.is_empty(), "{name} has an empty table");
    let drawn = numbers(&drawn.replace(',', ""));
    let known: Vec<f64> =
        fixture.report().statistics.iter().filter_map(|statistic| statistic.value).collect();
    for row in rows {
        if row.iter().any(|cell| cell == "未披露") {
            continue;
        }
        let cells: Vec<f64> =
            row.iter().skip(1).flat_map(|cell| numbers(&cell.replace(',', ""))).collect();
        let value = cells.first().unwrap_or_else(|| panic!("{name}: no number in {row:?}"));
        assert!(
            drawn.contains(value),
            "{name}: {value} stands in the table and not in the drawing {drawn:?}"
        );
        assert!(known.contains(value), "{name}: {value} is none of the report's");
    }
}

/// Without white space, which the page may set as it likes.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The numbers written in ASCII digits.
fn numbers(text: &str) -> Vec<f64> {
    let is_part = |character: char| character.is_ascii_digit() || character == '.';
    text.split(|character| !is_part(character))
        .filter_map(|word| word.trim_matches('.').parse().ok())
        .collect()
}
