//! 共计: a total that stands behind its parts.

use super::super::finding::{Claim, Finding, Found, Verdict};
use super::super::subject::Subject;
use super::Related;
use super::bounds::Bounds;
use super::parts::{SOURCE, comparison};
use super::sentence::Sentence;

/// Words that add up what stands before them; the first ones say nothing else.
const TOTALS: &[&str] = &["合计", "总计", "共计", "共", "总共"];
/// How many of them leave no doubt.
const PLAIN: usize = 3;

/// Words by which a total also counts what the list does not name.
const BEFORE: &[&str] = &["新增", "累计", "现有", "原有", "目前", "连同", "加上", "以来", "结转"];

/// The longest list that is added up, in figures.
const LOOK_BACK: usize = 12;

/// Compares the totals of a sentence that stand behind their parts; gives the figures that were compared.
pub(super) fn check(
    subject: &Subject<'_>,
    sentence: &Sentence,
    known: &Related,
    found: &mut Vec<Found>,
) -> Related {
    let mut related = Related::new();
    for total in 2..sentence.figures.len() {
        if !sentence.gap(subject, total - 1, total).ends_with(['计', '共']) {
            continue;
        }
        let gap = sentence.between(subject, total - 1, total);
        let Some(word) = totals_word(&gap) else { continue };
        if known.contains(&sentence.figures[total].index) {
            continue;
        }
        if let Some(one) = compare(subject, sentence, total, word) {
            related.extend(&one.statistics);
            found.push(one);
        }
    }
    related
}

/// Which of [`TOTALS`] stands right before a figure, with nothing but a comma before it.
fn totals_word(gap: &str) -> Option<usize> {
    let words = gap.trim_start_matches([',', ' ']);
    TOTALS.iter().position(|word| words == *word)
}

fn compare(subject: &Subject<'_>, sentence: &Sentence, total: usize, word: usize) -> Option<Found> {
    let index = |place: usize| sentence.figures[place].index;
    let unit = |place: usize| &subject.statistics[index(place)].unit;
    let depth = sentence.figures[total].depth;
    let first = (total.saturating_sub(LOOK_BACK)..total)
        .rev()
        .take_while(|&place| unit(place) == unit(total) && sentence.figures[place].depth == depth)
        .last()?;
    if total - first < 2 {
        return None;
    }
    let bounds: Vec<Bounds> = (first..total)
        .map(|place| Bounds::of(subject, index(place)))
        .collect::<Option<Vec<_>>>()?;
    let own = Bounds::of(subject, index(total))?;
    let finding = |from: usize| {
        let mut finding =
            comparison(subject, index(total), (from..total).map(index), Claim::Complete)?;
        // 提案48件,共83件: its words are those of the part before it.
        if let Finding::Parts { total, .. } = &mut finding {
            total.label.clear();
        }
        Some(finding)
    };
    // The list may start behind other figures of the sentence.
    for from in 0..bounds.len() - 1 {
        let sum = Bounds::sum(bounds[from..].iter().copied());
        if sum.meets(own) {
            let is_exact = sum.is_exact() && own.is_exact();
            let finding = finding(first + from)?;
            return is_exact.then(|| subject.on_statistics(Verdict::Ok, finding, SOURCE));
        }
    }
    // Not where the list says that it is not all: 甲3件、乙4件等共9件; nor where other figures stand before it, or what
    // was there before is counted as well: 新增律师2名、顾问3名,合计12名.
    let words = sentence.words(subject);
    let is_clean = first == 0
        && !words.contains(['等', ';'])
        && (are_new_and_old(words) || !BEFORE.iter().any(|word| words.contains(word)))
        && (first + 1..total).all(|place| {
            let gap = sentence.between(subject, place - 1, place);
            gap.matches([',', '、', ';']).count() == 1 && gap.chars().count() <= 24
        });
    let verdict = if word < PLAIN { Verdict::Fail } else { Verdict::Warn };
    is_clean
        .then(|| finding(first))
        .flatten()
        .map(|finding| subject.on_statistics(verdict, finding, SOURCE))
}

/// 新收30件,上年结转5件,共计35件: what was there before is one of the parts.
fn are_new_and_old(words: &str) -> bool {
    ["新收", "新增", "本年收", "当年收"].iter().any(|word| words.contains(word))
        && ["结转", "旧存"].iter().any(|word| words.contains(word))
}
