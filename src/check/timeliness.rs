//! 时限: the dates of a report against those that the rules set for its kind of issuer.

use super::finding::{Event, Finding, Found, Timing, Verdict};
use super::issuer::{self, IssuerKind, ReportKind};
use super::rules::{self, Deadline, rules};
use super::subject::Subject;
use crate::document::BlockKind;
use crate::text::Span;
use crate::text::date::Date;

/// Compares both dates.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let report = issuer::report_kind(subject);
    let Some(year) = subject.front.year.filter(|_| report != ReportKind::Other) else { return };
    let issuer = issuer::issuer_kind(subject);
    for event in [Event::Submitted, Event::Published] {
        let of_event = rules().deadlines.iter().filter(|deadline| {
            deadline.event == event && deadline.report == report && deadline.holds_for(year)
        });
        let deadlines: Vec<&Deadline> = of_event.collect();
        let own: Vec<&Deadline> =
            deadlines.iter().copied().filter(|it| it.issuers.contains(&issuer)).collect();
        // Without knowing who reports, only what all rules agree on is said.
        let applied = match (own.is_empty(), issuer) {
            (true, IssuerKind::Unknown | IssuerKind::Town | IssuerKind::Street) => deadlines,
            _ => own,
        };
        // Whom no rule names is not late for certain.
        let is_bound = applied.iter().any(|it| it.issuers.contains(&issuer));
        if let Some(mut one) = compare(subject, event, year, &applied) {
            if one.verdict == Verdict::Fail && !is_bound {
                one.verdict = Verdict::Warn;
            }
            found.push(one);
        }
    }
}

fn compare(
    subject: &Subject<'_>,
    event: Event,
    year: i32,
    deadlines: &[&Deadline],
) -> Option<Found> {
    let first = deadlines.iter().min_by_key(|it| it.last_day)?;
    let last = deadlines.iter().max_by_key(|it| it.last_day)?;
    let printed = match event {
        Event::Submitted => subject.front.signed.as_deref(),
        Event::Published => subject.front.published.as_deref(),
    };
    let date = printed.and_then(rules::date).filter(|date| date.year >= year);
    let (earliest, latest) = match date {
        Some(date) => (first_day(date), last_day(date)),
        None => (i64::MIN, i64::MAX),
    };
    let (soonest, due) = (first_day(first.due(year)), first_day(last.due(year)));
    let (timing, days) = if date.is_none() {
        (Timing::Unclear, 0)
    } else if latest <= soonest {
        (Timing::InTime, 0)
    } else if earliest > due {
        (Timing::Late, earliest - due)
    } else {
        (Timing::Unclear, 0)
    };
    // News of a report and pages of other kinds have dates of their own, and a page that was changed was there before.
    let is_changed = || date.is_some_and(|date| says_changed(subject, event, date));
    let is_report = subject.front.title.is_some() && subject.sections.len() >= 2 && !is_changed();
    let timing = if timing == Timing::Late && !is_report { Timing::Unclear } else { timing };
    let past_doubt = last.past_doubt(year).is_some_and(|day| earliest > first_day(day));
    let verdict = match timing {
        Timing::InTime => Verdict::Ok,
        Timing::Late if past_doubt => Verdict::Fail,
        Timing::Late => Verdict::Warn,
        Timing::Unclear => Verdict::Unknown,
    };
    let finding = Finding::Deadline {
        event,
        printed: printed.map(str::to_owned),
        due: Some(last.due(year).to_string()),
        timing,
        days: u32::try_from(days).unwrap_or(0),
    };
    let source = format!("{}：{}", last.source, last.words);
    let mut one = subject.on_places(verdict, finding, &[], &source);
    one.spans = date.map_or_else(Vec::new, |date| places(subject, event, date));
    Some(one)
}

/// The lines around the text that print a date.
fn places(subject: &Subject<'_>, event: Event, date: Date) -> Vec<Span> {
    let kind = match event {
        Event::Submitted => BlockKind::SignOff,
        Event::Published => BlockKind::Metadata,
    };
    let blocks = subject.blocks.iter().filter(|block| block.kind == kind);
    let prints = |span: &Span| {
        let words = crate::text::normalize::normalize(subject.shown(*span)).text;
        Date::find(&words).is_some_and(|(found, _)| found == date)
    };
    blocks.map(|block| block.span).filter(prints).take(1).collect()
}

/// Whether the line that prints a date says that the page was changed then (更新时间).
fn says_changed(subject: &Subject<'_>, event: Event, date: Date) -> bool {
    places(subject, event, date).iter().any(|span| {
        let words = crate::text::normalize::normalize(subject.shown(*span)).text;
        words.contains("更新") && !words.contains("发布")
    })
}

/// The first day that a date can mean, counted from 1970-01-01.
fn first_day(date: Date) -> i64 {
    day_number(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// The last day that a date can mean.
fn last_day(date: Date) -> i64 {
    match (date.month, date.day) {
        (Some(month), Some(day)) => day_number(date.year, month, day),
        (Some(12) | None, _) => day_number(date.year + 1, 1, 1) - 1,
        (Some(month), None) => day_number(date.year, month + 1, 1) - 1,
    }
}

/// Days since 1970-01-01, in the Gregorian calendar.
fn day_number(year: i32, month: u32, day: u32) -> i64 {
    // The year starts in March, so that the leap day is its last one; 400 years have 146097 days.
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
    year.div_euclid(400) * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2000, 3, 1), 11_017);
        assert_eq!(day_number(2021, 3, 5) - day_number(2019, 4, 1), 704);
        assert_eq!(day_number(2024, 3, 1) - day_number(2024, 2, 28), 2);
    }

    #[test]
    fn a_month_means_any_of_its_days() {
        let month = Date { year: 2024, month: Some(2), day: None };
        assert_eq!(last_day(month) - first_day(month), 28);
    }
}
