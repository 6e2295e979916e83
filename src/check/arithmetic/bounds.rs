//! What a printed number can stand for: 近30万元, 1.2万件, 3600余人次.

use super::super::subject::Subject;
use crate::statistic::Approximation;

/// The values that a printed number may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
}

/// What is left over when decimal fractions are added in binary.
const NOISE: f64 = 1e-6;

impl Bounds {
    /// The bounds of a figure; `None` when it has no value.
    pub(super) fn of(subject: &Subject<'_>, index: usize) -> Option<Self> {
        let statistic = subject.statistics.get(index)?;
        let words = subject.words(subject.places.get(index)?.figure);
        Some(Self::printed(words, statistic.value?, statistic.approximation))
    }

    /// The bounds of `value`, printed as `words`.
    pub(super) fn printed(words: &str, value: f64, approximation: Option<Approximation>) -> Self {
        let step = last_place(words);
        let (low, high) = match approximation {
            None => (value - step, value + step),
            Some(Approximation::About) => (value * 0.85, value * 1.15),
            Some(Approximation::Over) => (value - step, f64::INFINITY),
            Some(Approximation::Under) => (0.0, value + step),
            Some(Approximation::Nearly) => (value * 0.7, value + step),
        };
        Self { low, high }
    }

    /// The bounds of a sum.
    pub(super) fn sum(parts: impl Iterator<Item = Self>) -> Self {
        parts.fold(Self { low: 0.0, high: 0.0 }, |sum, part| Self {
            low: sum.low + part.low,
            high: sum.high + part.high,
        })
    }

    /// Whether both can be the same value.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high + NOISE && other.low <= self.high + NOISE
    }

    /// Whether it is larger than the other, whatever both stand for.
    pub(super) fn exceeds(self, other: Self) -> bool {
        self.low > other.high + NOISE
    }

    /// Whether it stands for one value only.
    pub(super) fn is_exact(self) -> bool {
        self.high - self.low < NOISE
    }
}

/// What one in the last printed place is worth: 100 in 1.23万, 0 in 123: a plain count is exact.
pub(super) fn last_place(words: &str) -> f64 {
    let factor = if words.contains('亿') {
        1e8
    } else if words.contains('万') {
        1e4
    } else {
        1.0
    };
    match decimals(words) {
        0 if factor > 1.0 => factor,
        0 => 0.0,
        decimals => factor * 0.1_f64.powi(i32::try_from(decimals).unwrap_or(9)),
    }
}

/// How many digits stand behind the decimal point.
pub(super) fn decimals(words: &str) -> usize {
    words
        .split_once('.')
        .map_or(0, |(_, rest)| rest.bytes().take(9).take_while(u8::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, value: f64, low: f64, high: f64) {
        let bounds = Bounds::printed(words, value, None);
        assert!((bounds.low - low).abs() < 1e-6 && (bounds.high - high).abs() < 1e-6, "{bounds:?}");
    }

    #[test]
    fn counts_are_exact_and_rounded_numbers_are_not() {
        check("123件", 123.0, 123.0, 123.0);
        check("1.2万件", 12_000.0, 11_000.0, 13_000.0);
        check("3万人", 30_000.0, 20_000.0, 40_000.0);
        check("92.7%", 92.7, 92.6, 92.8);
    }

    #[test]
    fn more_than_some_number_has_no_upper_bound() {
        let over = Bounds::printed("3600余人次", 3600.0, Some(Approximation::Over));
        let exact = Bounds::printed("5000人次", 5000.0, None);
        assert!(over.meets(exact) && !exact.exceeds(over) && !over.exceeds(exact));
    }
}
