//! Values as shown: thousands separated, with unit and approximation.

use super::Messages;
use crate::statistic::Statistic;

/// A value in the parts that are set differently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    /// Word of approximation before the number: 约, 近.
    pub before: &'static str,
    /// The number, thousands separated; empty when only a change is stated.
    pub number: String,
    /// Word of approximation after the number: 余.
    pub after: &'static str,
    /// What stands between the number and its unit.
    pub gap: &'static str,
    /// The unit, as the report has it.
    pub unit: String,
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}{}{}{}", self.before, self.number, self.after, self.gap, self.unit)
    }
}

/// The value of a figure as shown; `None` when only a change is stated.
#[must_use]
pub fn quantity(statistic: &Statistic, messages: &Messages) -> Option<Quantity> {
    let value = statistic.value?;
    let (before, after) = match statistic.approximation.map(messages.approximation) {
        Some((true, word)) => (word, ""),
        Some((false, word)) => ("", word),
        None => ("", ""),
    };
    let unit = statistic.unit.clone().unwrap_or_default();
    let gap = gap_before(&unit, messages);
    Some(Quantity { before, number: grouped(value), after, gap, unit })
}

/// What stands between a number and `unit`.
#[must_use]
pub fn gap_before(unit: &str, messages: &Messages) -> &'static str {
    if unit.is_empty() || unit == "%" { "" } else { messages.gap }
}

/// A number with its thousands separated by commas; at most six decimals, none that are zero.
#[must_use]
pub fn grouped(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // By whole numbers: the standard formatting of fractions would cost the page several kilobytes.
    let mut whole = value.abs().trunc();
    let mut millionths = ((value.abs() - whole) * 1e6).round();
    if millionths >= 1e6 {
        whole += 1.0;
        millionths = 0.0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative; what is larger saturates"
    )]
    let (whole, decimals) = ((whole as u64).to_string(), format!("{:06}", millionths as u32));
    let mut shown = String::with_capacity(whole.len() * 2 + decimals.len());
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        shown.push('.');
        shown.push_str(decimals);
    }
    if value < 0.0 && shown != "0" {
        shown.insert(0, '-');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        for (value, shown) in [
            (0.0, "0"),
            (12.0, "12"),
            (1234.0, "1,234"),
            (300_000.0, "300,000"),
            (1_234_567.891, "1,234,567.891"),
            (98.5, "98.5"),
            (0.1 + 0.2, "0.3"),
            (-1500.0, "-1,500"),
            (-0.0, "0"),
            (f64::NAN, ""),
        ] {
            assert_eq!(grouped(value), shown);
        }
    }
}
