//! 核查: what does not add up as printed, and what the rules ask for and a report leaves out.
//!
//! Comes in: a document, its figures, and what was doubtful while they were read. Goes out: one [`Found`] for each
//! check that had something to look at. A check never accuses: it says what was compared and shows the arithmetic, and
//! where the evidence is thin it says `unknown` or nothing. Missing a fault is the lesser evil against a false alarm.
//!
//! What was found is kept as numbers ([`Finding`]); [`wording`] puts it into one plain sentence.

mod arithmetic;
mod contents;
mod finding;
mod form;
mod issuer;
mod rules;
mod subject;
mod timeliness;
pub mod wording;

pub use finding::{
    Amount, CheckKind, Claim, Event, Finding, Found, Item, Presence, Sum, Timing, Verdict,
};
pub use rules::{Content, Deadline, Repealed};
pub use subject::Subject;

use crate::order;

/// Checks a report; findings in order of importance, those of equal verdict in reading order.
#[must_use]
pub fn run(subject: &Subject<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    arithmetic::check(subject, &mut found);
    contents::check(subject, &mut found);
    timeliness::check(subject, &mut found);
    form::check(subject, &mut found);
    order::sort_by_key(&mut found, |it| {
        (it.verdict as u64, it.spans.first().map_or(0, |span| order::place(span.start)))
    });
    found
}
