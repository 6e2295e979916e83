//! 规则: what reports have to contain and by when, as data. See `rules.txt`, whose head explains the notation.

use std::sync::OnceLock;

use super::finding::{Event, Item};
use super::issuer::{IssuerKind, ReportKind};
use crate::text::date::Date;

/// A day by which something is to be done.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// What.
    pub event: Event,
    pub(super) report: ReportKind,
    pub(super) issuers: Vec<IssuerKind>,
    force: Force,
    /// Month and day of the year after the one reported on.
    pub(super) last_day: (u32, u32),
    /// Month and day after which being late is plain.
    pub(super) past_doubt: Option<(u32, u32)>,
    /// Rule and article.
    pub source: &'static str,
    /// What it asks for, in our words.
    pub words: &'static str,
}

/// Something that a report has to contain.
#[derive(Clone, Debug)]
pub struct Content {
    /// What.
    pub item: Item,
    pub(super) report: ReportKind,
    /// Whose reports it binds; others are asked for it as well, and not said to lack it for certain.
    pub(super) issuers: Vec<IssuerKind>,
    force: Force,
    /// Rule and article.
    pub source: &'static str,
    /// What it asks for, in our words.
    pub words: &'static str,
}

/// A rule that is no longer in force.
#[derive(Clone, Debug)]
pub struct Repealed {
    /// Its title without 《》 and 中华人民共和国.
    pub title: &'static str,
    /// Since when.
    pub since: Date,
    /// What took its place.
    pub successor: &'static str,
}

/// When a rule is in force.
#[derive(Clone, Copy, Debug)]
struct Force {
    from: Date,
    until: Option<Date>,
}

impl Force {
    fn holds_on(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// All rules.
pub(super) struct Rules {
    pub(super) deadlines: Vec<Deadline>,
    pub(super) contents: Vec<Content>,
    pub(super) repealed: Vec<Repealed>,
}

/// The day on which reports on `year` were due at the latest, whatever the rule.
pub(super) const fn due_at_latest(year: i32) -> Date {
    Date { year: year + 1, month: Some(4), day: Some(1) }
}

impl Deadline {
    /// Whether it holds for reports on `year`.
    pub(super) fn holds_for(&self, year: i32) -> bool {
        self.force.holds_on(self.due(year))
    }

    /// The last day for reports on `year`.
    pub(super) const fn due(&self, year: i32) -> Date {
        Date { year: year + 1, month: Some(self.last_day.0), day: Some(self.last_day.1) }
    }

    /// The day after which being late is plain, for reports on `year`.
    pub(super) fn past_doubt(&self, year: i32) -> Option<Date> {
        self.past_doubt.map(|(month, day)| Date {
            year: year + 1,
            month: Some(month),
            day: Some(day),
        })
    }
}

impl Content {
    /// Whether it was in force on a day.
    pub(super) fn holds_on(&self, day: Date) -> bool {
        self.force.holds_on(day)
    }
}

/// The rules, read once.
pub(super) fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| read(include_str!("rules.txt")))
}

/// Reads the notation; a line that does not follow it is left out, which a test forbids.
fn read(text: &'static str) -> Rules {
    let mut rules = Rules { deadlines: Vec::new(), contents: Vec::new(), repealed: Vec::new() };
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        match fields[..] {
            ["deadline", ..] => rules.deadlines.extend(deadline(&fields)),
            ["content", ..] => rules.contents.extend(content(&fields)),
            ["repealed", title, since, successor] => {
                rules.repealed.extend(date(since).map(|since| Repealed {
                    title,
                    since,
                    successor,
                }));
            }
            _ => {}
        }
    }
    rules
}

fn deadline(fields: &[&'static str]) -> Option<Deadline> {
    let [_, event, report, issuers, from, until, last_day, past_doubt, source, words] = fields
    else {
        return None;
    };
    Some(Deadline {
        event: match *event {
            "submitted" => Event::Submitted,
            "published" => Event::Published,
            _ => return None,
        },
        report: report_kind(report)?,
        issuers: issuers.split(' ').map(issuer_kind).collect::<Option<_>>()?,
        force: Force { from: date(from)?, until: date(until) },
        last_day: month_day(last_day)?,
        past_doubt: month_day(past_doubt),
        source,
        words,
    })
}

fn content(fields: &[&'static str]) -> Option<Content> {
    let [_, item, report, issuers, from, until, source, words] = fields else { return None };
    Some(Content {
        item: self::item(item)?,
        report: report_kind(report)?,
        issuers: issuers.split(' ').map(issuer_kind).collect::<Option<_>>()?,
        force: Force { from: date(from)?, until: date(until) },
        source,
        words,
    })
}

fn item(name: &str) -> Option<Item> {
    Some(match name {
        "results" => Item::Results,
        "shortcomings" => Item::Shortcomings,
        "first_responsible_person" => Item::FirstResponsiblePerson,
        "plan" => Item::Plan,
        "other" => Item::Other,
        "disclosure_overview" => Item::DisclosureOverview,
        "disclosure_active" => Item::DisclosureActive,
        "disclosure_requests" => Item::DisclosureRequests,
        "disclosure_disputes" => Item::DisclosureDisputes,
        "disclosure_problems" => Item::DisclosureProblems,
        "disclosure_other" => Item::DisclosureOther,
        _ => return None,
    })
}

fn report_kind(name: &str) -> Option<ReportKind> {
    match name {
        "law" => Some(ReportKind::Law),
        "disclosure" => Some(ReportKind::Disclosure),
        _ => None,
    }
}

fn issuer_kind(name: &str) -> Option<IssuerKind> {
    Some(match name {
        "province" => IssuerKind::Province,
        "government" => IssuerKind::Government,
        "town" => IssuerKind::Town,
        "street" => IssuerKind::Street,
        "department" => IssuerKind::Department,
        "ministry" => IssuerKind::Ministry,
        _ => return None,
    })
}

/// `YYYY-MM-DD`, shorter when less is known.
pub(super) fn date(words: &str) -> Option<Date> {
    let mut parts = words.split('-').map(|part| part.parse::<u32>().ok());
    let year = i32::try_from(parts.next()??).ok()?;
    Some(Date { year, month: parts.next().flatten(), day: parts.next().flatten() })
}

fn month_day(words: &str) -> Option<(u32, u32)> {
    let (month, day) = words.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_read() {
        let text = include_str!("rules.txt");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        let rules = rules();
        assert_eq!(lines, rules.deadlines.len() + rules.contents.len() + rules.repealed.len());
    }

    #[test]
    fn a_rule_holds_for_the_reports_that_were_due_under_it() {
        let published = |year| {
            let of_year = rules().deadlines.iter().filter(|it| {
                it.event == Event::Published && it.report == ReportKind::Law && it.holds_for(year)
            });
            of_year.map(|it| it.last_day).collect::<Vec<_>>()
        };
        assert_eq!(published(2014), []);
        assert_eq!(published(2018), [(3, 31)]);
        assert_eq!(published(2019), [(4, 1)]);
    }
}
