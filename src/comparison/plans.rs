//! 上年安排的落实: for each plan of the earlier report, the sentence of the later one that shares most words with it.

use super::sentence::Sentence;
use super::{Answer, Plan};
use crate::order;

/// Shorter sentences promise nothing that can be looked for, in characters.
const SHORT: usize = 12;

/// A pair of characters that stands in more sentences than this tells nothing.
const COMMON: usize = 24;

/// How many pairs of characters an answer has to share at least, and what part of the plan's.
const SHARED: usize = 5;
/// See [`SHARED`].
const LIKENESS: f64 = 0.3;

/// The plans of the earlier report with what the later one may say about them.
pub(super) fn find(earlier: &[Sentence], later: &[Sentence]) -> Vec<Plan> {
    let told: Vec<&Sentence> = later.iter().filter(|it| !it.is_plan).collect();
    let index = Index::new(&told);
    let plans = earlier.iter().filter(|it| it.is_plan && it.characters >= SHORT);
    plans.map(|plan| Plan { earlier: plan.span, answer: index.answer(plan, &told) }).collect()
}

/// In which sentences each pair of characters stands.
struct Index {
    /// Pairs, each with a sentence, sorted.
    places: Vec<(u64, usize)>,
}

impl Index {
    fn new(sentences: &[&Sentence]) -> Self {
        let mut places: Vec<(u64, usize)> = Vec::new();
        for (number, sentence) in sentences.iter().enumerate() {
            places.extend(pairs(&sentence.words).into_iter().map(|pair| (pair, number)));
        }
        order::sort_by_key(&mut places, |(pair, number)| (*pair, order::place(*number)));
        Self { places }
    }

    /// The sentences in which a pair stands; none where it stands in too many.
    fn sentences(&self, pair: u64) -> &[(u64, usize)] {
        let first = self.places.partition_point(|(other, _)| *other < pair);
        let len = self.places[first..]
            .iter()
            .take(COMMON + 1)
            .take_while(|(other, _)| *other == pair)
            .count();
        if len > COMMON { &[] } else { &self.places[first..first + len] }
    }

    /// The sentence that shares most pairs with a plan.
    fn answer(&self, plan: &Sentence, sentences: &[&Sentence]) -> Option<Answer> {
        let pairs = pairs(&plan.words);
        let mut hits: Vec<usize> = pairs
            .iter()
            .flat_map(|pair| self.sentences(*pair).iter().map(|(_, number)| *number))
            .collect();
        order::sort_by_key(&mut hits, |number| (order::place(*number), 0));
        // The first one of the best: a later one has to share more.
        let best = hits.chunk_by(|one, other| one == other).fold(None, |best, group| {
            let is_better = best.is_none_or(|(count, _)| group.len() > count);
            if is_better { Some((group.len(), group[0])) } else { best }
        });
        let (shared, number) = best?;
        let likeness = shared as f64 / pairs.len().max(1) as f64;
        (shared >= SHARED && likeness >= LIKENESS)
            .then(|| Answer { later: sentences[number].span, likeness })
    }
}

/// The pairs of neighboring characters, each once, as numbers.
fn pairs(words: &str) -> Vec<u64> {
    let mut pairs: Vec<u64> = words
        .chars()
        .zip(words.chars().skip(1))
        .map(|(one, other)| u64::from(u32::from(one)) << 32 | u64::from(u32::from(other)))
        .collect();
    order::sort_by_key(&mut pairs, |pair| (*pair, 0));
    pairs.dedup();
    pairs
}
