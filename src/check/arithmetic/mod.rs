//! 算术核查: parts and totals, rates and counts, tables, changes, the same figure given twice.

mod agreement;
mod bounds;
mod columns;
mod disclosure;
mod funnel;
mod growth;
mod list;
mod parts;
mod rates;
mod remainder;
mod repeated;
mod said;
mod sentence;
mod shares;
mod summed;
mod table;
mod tables;

use super::finding::Found;
use super::subject::Subject;

/// Runs all arithmetical checks.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let sentences = sentence::sentences(subject);
    for (index, sentence) in sentences.iter().enumerate() {
        let mut related = remainder::check(subject, sentence, found);
        related.extend(parts::check(subject, sentence, &related, found));
        related.extend(summed::check(subject, sentence, &related, found));
        funnel::check(subject, sentence, &related, found);
        let before = index.checked_sub(1).map(|before| &sentences[before]);
        let before = before.filter(|it| it.passage == sentence.passage);
        rates::check(subject, sentence, before, found);
        shares::check(subject, sentence, before, &related, found);
    }
    growth::check(subject, found);
    repeated::check(subject, &sentences, found);
    tables::check(subject, found);
}

/// The totals that have been compared in a sentence, so that no two checks speak of the same one.
type Related = Vec<usize>;
