//! A figure in the making: what one quantity or zero statement of a sentence gives before relations are known.

use super::unit::UnitClass;
use super::{Approximation, Change, Topic};
use crate::text::Span;

/// A figure before its parent and its place in the shown text are known.
#[derive(Clone, Debug)]
pub struct Draft {
    /// 主题.
    pub topic: Topic,
    /// Index into the dictionary when it is one of its indicators.
    pub canonical: Option<usize>,
    /// What is counted, in the report's words.
    pub label: String,
    /// See [`super::Statistic::value`].
    pub value: Option<f64>,
    /// See [`super::Statistic::unit`].
    pub unit: Option<String>,
    /// Kind of the unit; `None` for a zero statement without one.
    pub class: Option<UnitClass>,
    /// 约数.
    pub approximation: Option<Approximation>,
    /// 同比.
    pub change: Option<Change>,
    /// ISO 8601 interval where it is not the report's year.
    pub period: Option<String>,
    /// Index of the draft that it is part of.
    pub parent: Option<usize>,
    /// Indicator that it is part of, where that is known only from words.
    pub parent_name: Option<usize>,
    /// The words it was read from, in the reading text.
    pub quote: Span,
    /// The number itself, in the reading text.
    pub figure: Span,
    /// Which clause (between ；) of the sentence it stands in.
    pub clause: usize,
    /// How it was introduced, which decides what it can be part of.
    pub intro: Intro,
}

impl Draft {
    /// Whether it is part of another figure or of an indicator that is known only from words.
    pub fn has_parent(&self) -> bool {
        self.parent.is_some() || self.parent_name.is_some()
    }
}

/// How a figure is introduced.
#[derive(Clone, Debug, Default)]
pub struct Intro {
    /// 其中, 含 … or an opening bracket stands between the figure before it and this one.
    pub opens_list: bool,
    /// It stands in brackets.
    pub in_brackets: bool,
    /// It names who acts (复议机关审结…), so that it does not continue the figure before it.
    pub own_subject: bool,
    /// It only says what became of the figure before it (已办结9件).
    pub continues: bool,
    /// It is a zero statement.
    pub is_zero: bool,
    /// How many figures right before it, with nothing between them, it sums up (…共130个).
    pub sums_up: usize,
    /// Whether it is told as the sum of those before it (,合计96条).
    pub is_sum: bool,
    /// Its unit as printed, for parts whose total names them all.
    pub printed_unit: String,
    /// Words that set another total (审结案件中,…).
    pub within: Option<usize>,
}
