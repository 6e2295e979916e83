//! 照搬: passages that stand in both reports word for word, found by a number computed from each sentence.

use super::Carried;
use super::sentence::Sentence;
use crate::order;
use crate::text::Span;

/// Shorter sentences are often alike by themselves, in characters.
const SHORT: usize = 16;

/// The passages in both, in the later report's order, and how many characters of it they hold.
pub(super) fn find(earlier: &[Sentence], later: &[Sentence]) -> (Vec<Carried>, usize) {
    let mut known: Vec<(u64, usize)> = earlier
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.characters >= SHORT)
        .map(|(index, sentence)| (order::fingerprint(&sentence.words), index))
        .collect();
    order::sort_by_key(&mut known, |(hash, index)| (*hash, order::place(*index)));
    let mut carried: Vec<Carried> = Vec::new();
    let mut characters = 0;
    // The sentences, of both, behind the passage that was found last.
    let mut open: Option<(usize, usize)> = None;
    for (index, sentence) in later.iter().enumerate() {
        let next = open.filter(|&(_, after)| after == index).map(|(before, _)| before);
        let goes_on =
            next.filter(|&at| earlier.get(at).is_some_and(|it| it.words == sentence.words));
        let found = goes_on.or_else(|| look_up(earlier, &known, sentence));
        let Some(at) = found else { continue };
        characters += sentence.characters;
        open = Some((at + 1, index + 1));
        match carried.last_mut().filter(|_| goes_on.is_some()) {
            Some(passage) => {
                passage.earlier = Span::new(passage.earlier.start, earlier[at].span.end);
                passage.later = Span::new(passage.later.start, sentence.span.end);
            }
            None => carried.push(Carried { earlier: earlier[at].span, later: sentence.span }),
        }
    }
    (carried, characters)
}

/// The first sentence of the earlier report with the same words.
fn look_up(earlier: &[Sentence], known: &[(u64, usize)], sentence: &Sentence) -> Option<usize> {
    if sentence.characters < SHORT {
        return None;
    }
    let hash = order::fingerprint(&sentence.words);
    let first = known.partition_point(|(other, _)| *other < hash);
    let &(found, index) = known.get(first)?;
    (found == hash && earlier[index].words == sentence.words).then_some(index)
}
