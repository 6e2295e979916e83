//! How far two readings of a report agree.

use std::fmt::Write as _;

use fajian::document::Section;
use fajian::statistic::Statistic;
use fajian_e2e::Form;
use fajian_e2e::writer::numbered;

use crate::{EDITIONS, MANUSCRIPTS, read};

/// The share of agreement that a format must reach.
fn least(form: Form) -> f64 {
    match form {
        Form::Html | Form::Docx | Form::DocxNumbered | Form::Ofd => 1.0,
        _ => 0.98,
    }
}

#[test]
fn every_format_gives_the_report_of_the_text() {
    let mut board = format!("{:<18} {:<12} sections  statistics\n", "format", "report");
    let mut n_failed = 0;
    for form in Form::ALL {
        for edition in EDITIONS.iter().filter(|edition| edition.form == form) {
            let manuscript = &MANUSCRIPTS[edition.manuscript];
            let name = format!("{:<18} {:<12}", form.name(), manuscript.name);
            let analysis = read(&edition.bytes, &name);
            let (report, text) = (&analysis.report, &manuscript.report);
            let sections = Agreement::of(&report.sections, &text.sections, is_same_section);
            let statistics = Agreement::of(&report.statistics, &text.statistics, is_same_statistic);
            let shares = [sections.f1(), statistics.f1()];
            let _ = writeln!(board, "{name} {:8.4}  {:10.4}", shares[0], shares[1]);
            sections.write(&mut board, |section| {
                format!("{} {:?} {}", section.level, section.number, section.heading)
            });
            statistics.write(&mut board, |statistic| {
                let Statistic { indicator, label, value, unit, quote, .. } = statistic;
                format!("{indicator} ({label}) {value:?} {unit:?} 「{quote}」")
            });
            let has_front = (&report.title, report.year) == (&text.title, text.year);
            if !has_front {
                let _ = writeln!(board, "  + {:?} {:?}", report.title, report.year);
            }
            for loss in &analysis.losses {
                let _ = writeln!(board, "  lost: {loss:?}");
            }
            let is_good = has_front && analysis.losses.is_empty();
            if !is_good || shares.iter().any(|share| *share < least(form)) {
                board.push_str("  FAILED\n");
                n_failed += 1;
            }
        }
    }
    println!("{board}");
    assert_eq!(n_failed, 0, "\n{board}");
}

#[test]
fn the_numbers_of_the_outline_are_left_to_the_program_where_it_can_count_them() {
    for manuscript in MANUSCRIPTS.iter() {
        let n_sections = manuscript.report.sections.len();
        let (_, n_numbers) = numbered(manuscript);
        assert!(n_numbers * 2 > n_sections, "{}: {n_numbers} of {n_sections}", manuscript.name);
    }
}

/// Everything but the place.
fn is_same_section(one: &Section, other: &Section) -> bool {
    (one.level, &one.heading) == (other.level, &other.heading) && one.number == other.number
}

/// Everything but the place; white space in the words may differ.
fn is_same_statistic(one: &Statistic, other: &Statistic) -> bool {
    let plain = |statistic: &Statistic| {
        let quote = statistic.quote.split_whitespace().collect();
        Statistic { quote, span: fajian::text::Span::new(0, 0), section: None, ..statistic.clone() }
    };
    plain(one) == plain(other)
}

/// Two lists in order, one that was found and one that is wanted.
struct Agreement<'a, T> {
    found: &'a [T],
    wanted: &'a [T],
    /// Places in both lists of what agrees.
    pairs: Vec<(usize, usize)>,
}

impl<'a, T> Agreement<'a, T> {
    /// The longest common subsequence.
    fn of(found: &'a [T], wanted: &'a [T], is_same: impl Fn(&T, &T) -> bool) -> Self {
        let mut best = vec![vec![0_usize; wanted.len() + 1]; found.len() + 1];
        for (a, one) in found.iter().enumerate().rev() {
            for (b, other) in wanted.iter().enumerate().rev() {
                best[a][b] = if is_same(one, other) {
                    best[a + 1][b + 1] + 1
                } else {
                    best[a + 1][b].max(best[a][b + 1])
                };
            }
        }
        let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
        while a < found.len() && b < wanted.len() {
            if is_same(&found[a], &wanted[b]) {
                pairs.push((a, b));
                (a, b) = (a + 1, b + 1);
            } else if best[a + 1][b] >= best[a][b + 1] {
                a += 1;
            } else {
                b += 1;
            }
        }
        Self { found, wanted, pairs }
    }

    /// The harmonic mean of precision and recall.
    #[expect(clippy::cast_precision_loss, reason = "a report has some hundred figures")]
    fn f1(&self) -> f64 {
        let total = self.found.len() + self.wanted.len();
        if total == 0 { 1.0 } else { 2.0 * self.pairs.len() as f64 / total as f64 }
    }

    /// Writes what is missing and what is too much.
    fn write(&self, to: &mut String, spell: impl Fn(&T) -> String) {
        for (index, one) in self.wanted.iter().enumerate() {
            if self.pairs.iter().all(|pair| pair.1 != index) {
                let _ = writeln!(to, "  - {}", spell(one));
            }
        }
        for (index, one) in self.found.iter().enumerate() {
            if self.pairs.iter().all(|pair| pair.0 != index) {
                let _ = writeln!(to, "  + {}", spell(one));
            }
        }
    }
}
