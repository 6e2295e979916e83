//! 对比: reports side by side.
//!
//! [`align`] sets the figures of any reports side by side. The rest is 与上年比较: two reports of one body, a year apart.
//!
//! Comes in: the [`Analysis`] of each. Goes out: passages that stand in both word for word, figures with the same value,
//! and for each plan of the earlier report the sentence of the later one that speaks of it most likely: a guess by shared
//! words, and marked as one. It gives no verdict: much of a report may well be said again.

mod carried;
mod figures;
mod issuers;
mod passages;
mod plans;
mod sentence;
mod table;
#[cfg(test)]
mod tests;
mod unit;

pub use issuers::{is_same, pairs};
pub use passages::{Passages, RunningText, passages};
pub use table::{Cell, Column, Growth, Row, Table, align};
pub use unit::is_alike;

use serde::{Deserialize, Serialize};

use crate::report::{Analysis, Report};
use crate::text::Span;

/// What two reports of one body have to do with each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The years that the reports cover, the earlier report's first.
    pub years: [Option<i32>; 2],
    /// Whether both name their issuer and the names differ.
    pub is_other_issuer: bool,
    /// Passages that stand in both, in the later report's order.
    pub carried: Vec<Carried>,
    /// Characters of the later report's running text, and how many of them stand in `carried`.
    pub characters: usize,
    /// See [`Comparison::characters`].
    pub carried_characters: usize,
    /// Figures with the same value, in the later report's order.
    pub figures: Vec<SameFigure>,
    /// The plans of the earlier report, in its order.
    pub plans: Vec<Plan>,
}

/// A passage that stands in both reports, years and punctuation aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// Where it stands in the earlier report's text.
    pub earlier: Span,
    /// Where it stands in the later report's text.
    pub later: Span,
}

/// A figure with the same name, unit and value in both reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SameFigure {
    /// Index of the statistic in the earlier report.
    pub earlier: usize,
    /// Index of the statistic in the later report.
    pub later: usize,
}

/// 上年的安排: something that the earlier report planned.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The sentence in the earlier report's text.
    pub earlier: Span,
    /// What the later report may say about it.
    pub answer: Option<Answer>,
}

/// The sentence that shares most words with a plan. A guess.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The sentence in the later report's text.
    pub later: Span,
    /// How much of the plan's words it shares, 0 to 1.
    pub likeness: f64,
}

impl Comparison {
    /// How much of the later report's running text stands in the earlier one, 0 to 1.
    #[must_use]
    pub fn carried_share(&self) -> f64 {
        if self.characters == 0 {
            return 0.0;
        }
        self.carried_characters as f64 / self.characters as f64
    }
}

impl Comparison {
    /// What the passages of two reports have to do with each other, and what their figures have.
    #[must_use]
    pub fn new(earlier: &Report, later: &Report, passages: Passages) -> Self {
        let issuers = [&earlier.issuer, &later.issuer];
        Self {
            years: [earlier.year, later.year],
            is_other_issuer: matches!(issuers, [Some(one), Some(other)] if one != other),
            carried: passages.carried,
            characters: passages.characters,
            carried_characters: passages.carried_characters,
            figures: figures::find(earlier, later),
            plans: passages.plans,
        }
    }
}

/// Compares the report of one year with that of the year after.
#[must_use]
pub fn compare(earlier: &Analysis, later: &Analysis) -> Comparison {
    let passages = passages(&RunningText::of(earlier), &RunningText::of(later));
    Comparison::new(&earlier.report, &later.report, passages)
}
