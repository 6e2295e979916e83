//! 其余: what is left over of a total, with what was said of it before.

use super::super::finding::{Claim, Found, Verdict};
use super::super::subject::Subject;
use super::Related;
use super::bounds::Bounds;
use super::parts::{SOURCE, comparison};
use super::sentence::Sentence;

/// Words that say: all that is left.
const REST: &[&str] = &["其余", "剩余", "余下", "其余的"];

/// How many figures before it a remainder can refer to.
const LOOK_BACK: usize = 10;

/// Compares the remainders of a sentence with their totals; gives the figures that were compared.
pub(super) fn check(subject: &Subject<'_>, sentence: &Sentence, found: &mut Vec<Found>) -> Related {
    let mut related = Related::new();
    for rest in 1..sentence.figures.len() {
        let words = sentence.gap(subject, rest - 1, rest);
        if !words.contains(['余', '剩']) {
            continue;
        }
        let says_rest = REST.iter().any(|word| {
            // 其余均已办结,另受理3件: the figure is not the rest.
            words.rfind(word).is_some_and(|at| !words[at..].contains([',', ';', '。']))
        });
        if says_rest && let Some(one) = compare(subject, sentence, rest) {
            related.extend(&one.statistics);
            found.push(one);
        }
    }
    related
}

/// The remainder at `rest` with the total and the parts before it that it goes with.
fn compare(subject: &Subject<'_>, sentence: &Sentence, rest: usize) -> Option<Found> {
    let index = |place: usize| sentence.figures[place].index;
    let unit = |place: usize| &subject.statistics[index(place)].unit;
    let before: Vec<usize> =
        (rest.saturating_sub(LOOK_BACK)..rest).filter(|&place| unit(place) == unit(rest)).collect();
    let bounds: Vec<Bounds> = before
        .iter()
        .map(|&place| Bounds::of(subject, index(place)))
        .collect::<Option<Vec<_>>>()?;
    let own = Bounds::of(subject, index(rest))?;
    // Any total before it, less any run of parts that ends right before it.
    for total in 0..before.len() {
        for first in total + 1..before.len() {
            let parts = bounds[first..].iter().copied().chain([own]);
            if Bounds::sum(parts).meets(bounds[total]) {
                let is_exact = bounds[total].is_exact() && own.is_exact();
                let parts = before[first..].iter().chain([&rest]).map(|&place| index(place));
                let finding = comparison(subject, index(before[total]), parts, Claim::Complete)?;
                return is_exact.then(|| subject.on_statistics(Verdict::Ok, finding, SOURCE));
            }
        }
    }
    // A total, its parts and the rest, one after the other: of all such readings the nearest one.
    let is_near = |total: Bounds, sum: Bounds| {
        let apart = (sum.low - total.low).abs();
        (apart <= total.low * 0.2).then_some(apart)
    };
    let mut nearest: Option<(f64, usize, usize)> = None;
    for total in 0..before.len() {
        for first in total + 1..before.len() {
            let sum = Bounds::sum(bounds[first..].iter().copied().chain([own]));
            if let Some(apart) = is_near(bounds[total], sum)
                && nearest.is_none_or(|(best, ..)| apart < best)
            {
                nearest = Some((apart, total, first));
            }
        }
    }
    let is_alone = before.len() == 2;
    let (total, first) = match nearest {
        Some((_, total, first)) => (total, first),
        None if is_alone => (0, 1),
        None => return None,
    };
    let is_adjacent =
        before[total] + 1 == before[total + 1] && before[before.len() - 1] + 1 == rest;
    let is_exact = bounds.iter().chain([&own]).all(|it| it.is_exact());
    let fits = bounds[first..].iter().chain([&own]).all(|part| bounds[total].low >= part.low);
    let said = sentence.words(subject);
    let carries = ["结转", "上年", "往年", "去年"].iter().any(|word| said.contains(word));
    if !is_adjacent || !is_exact || !fits || carries {
        return None;
    }
    // Others before them leave another reading open.
    let verdict = if is_alone { Verdict::Fail } else { Verdict::Warn };
    let parts = before[first..].iter().chain([&rest]).map(|&place| index(place));
    let finding = comparison(subject, index(before[total]), parts, Claim::Complete)?;
    Some(subject.on_statistics(verdict, finding, SOURCE))
}
