//! How far a printed rate follows from its counts.

use super::super::finding::Amount;
use super::bounds::{Bounds, decimals};
use crate::statistic::Approximation;

/// 相符程度: a rate against a part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// It is the share, rounded to the nearest or cut off where its print ends.
    Holds,
    /// It may be the share: rounded up, or named in round words.
    Open,
    /// It is another.
    Differs,
}

/// How near 约 and the like come where they hold.
const NEAR: (f64, f64) = (0.95, 1.05);

/// What binary fractions may add.
const NOISE: f64 = 1e-9;

impl Agreement {
    /// Compares `rate` with `part` of `whole`.
    pub(super) fn of(
        rate: &Amount,
        approximation: Option<Approximation>,
        part: Bounds,
        whole: Bounds,
    ) -> Self {
        if whole.low <= 0.0 {
            return Self::Differs;
        }
        let share = Bounds {
            low: part.low / whole.high.max(f64::MIN_POSITIVE) * 100.0,
            high: part.high / whole.low * 100.0,
        };
        if approximation.is_some() {
            let said = Bounds::printed(&rate.printed, rate.value, approximation);
            let near = Bounds { low: rate.value * NEAR.0, high: rate.value * NEAR.1 };
            return match (near.meets(share), said.meets(share)) {
                (_, false) => Self::Differs,
                (true, true) => Self::Holds,
                (false, true) => Self::Open,
            };
        }
        let step = 0.1_f64.powi(i32::try_from(decimals(&rate.printed)).unwrap_or(0));
        // A full rate says that nothing is left: what is nearly all is not all.
        let is_all = rate.value >= 100.0;
        let from = |slack: f64| if is_all { rate.value } else { rate.value - slack };
        let is_from = |low: f64| share.high >= low - NOISE && share.low < rate.value + step - NOISE;
        if is_from(from(step / 2.0)) {
            Self::Holds
        } else if is_from(from(step) + 2.0 * NOISE) {
            Self::Open
        } else {
            Self::Differs
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &str, value: f64, part: f64, whole: f64, wanted: Agreement) {
        let rate =
            Amount { statistic: None, label: String::new(), value, printed: printed.to_owned() };
        let [part, whole] = [part, whole].map(|it| Bounds { low: it, high: it });
        assert_eq!(Agreement::of(&rate, None, part, whole), wanted, "{printed}");
    }

    #[test]
    fn rounded_to_the_nearest_or_cut_off() {
        check("92.7%", 92.7, 102.0, 110.0, Agreement::Holds);
        check("66.6%", 66.6, 2.0, 3.0, Agreement::Holds);
        check("66.7%", 66.7, 2.0, 3.0, Agreement::Holds);
        check("67%", 67.0, 2.0, 3.0, Agreement::Holds);
        check("34%", 34.0, 1.0, 3.0, Agreement::Open);
        check("35%", 35.0, 1.0, 3.0, Agreement::Differs);
    }

    #[test]
    fn all_is_all() {
        check("100%", 100.0, 230.0, 230.0, Agreement::Holds);
        check("100%", 100.0, 228.0, 230.0, Agreement::Differs);
        check("99%", 99.0, 230.0, 230.0, Agreement::Differs);
    }
}
