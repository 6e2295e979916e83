//! A run of a long view, set once: the view grows by further runs without being built anew.
//!
//! One component for all of them, as each component of its own costs every reader some kilobytes.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::{check_list, leaf_view, outline, statistic_row};
use crate::ui::hooks::{use_dispatch, use_words};
use crate::ui::state::Opened;

/// What is set.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Run {
    /// A group of leaves of the text, by its number.
    Leaves(usize),
    /// A chunk of rows.
    Rows {
        /// Indices of all figures that are listed.
        rows: Rc<[usize]>,
        /// Whether there is a column for periods.
        has_periods: bool,
        /// Number of the chunk.
        chunk: usize,
    },
    /// A check, by its index.
    Check(usize),
    /// A heading of the outline with those below it.
    Branch {
        /// The sections.
        part: Range<usize>,
        /// The section being read, where it is one of these.
        current: Option<usize>,
        /// How many figures each section of the report has.
        counts: Rc<Vec<usize>>,
    },
}

/// Which run of which report.
#[derive(PartialEq, Properties)]
pub(super) struct SliceProps {
    /// The report.
    pub(super) opened: Opened,
    /// The run.
    pub(super) run: Run,
}

/// The run, set.
#[component(Slice)]
pub(super) fn slice(props: &SliceProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let opened = &props.opened;
    match &props.run {
        Run::Leaves(group) => leaf_view::group(*group, opened, words),
        Run::Rows { rows, has_periods, chunk } => {
            statistic_row::chunk((rows, *chunk), opened, *has_periods, words, &dispatch)
        }
        Run::Check(idx) => check_list::item(*idx, opened, words, &dispatch),
        Run::Branch { part, current, counts } => {
            outline::branch(part.clone(), *current, counts, opened, words, &dispatch)
        }
    }
}
