//! 文字: what two reports have to do with each other word by word. The slow part of a comparison, so that a page can have
//! it done elsewhere: [`RunningText`] is all that it needs.

use serde::{Deserialize, Serialize};

use super::{Carried, Plan, carried, plans, sentence};
use crate::document::{BlockKind, SectionRole};
use crate::report::Analysis;
use crate::text::Span;

/// 正文: the running text of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningText {
    /// The report's text.
    pub text: String,
    /// Its paragraphs, and its headings below the top level, in reading order: a plan is often no more than a heading.
    /// Each with whether it stands in a plan.
    pub stretches: Vec<(Span, bool)>,
}

impl RunningText {
    /// The running text of a report.
    #[must_use]
    pub fn of(analysis: &Analysis) -> Self {
        let report = &analysis.report;
        let level =
            |section: usize| report.sections.get(section).map_or(1, |section| section.level);
        let mut stretches = Vec::new();
        for block in &analysis.blocks {
            let is_read = match block.kind {
                BlockKind::Paragraph => true,
                BlockKind::Heading => block.section.is_some_and(|section| level(section) > 1),
                _ => false,
            };
            if is_read {
                let role = block.section.and_then(|section| analysis.roles.get(section));
                stretches.push((block.span, role == Some(&SectionRole::Plan)));
            }
        }
        Self { text: report.text.clone(), stretches }
    }
}

/// What two running texts have to do with each other, see [`super::Comparison`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Passages {
    /// Passages that stand in both, in the later report's order.
    pub carried: Vec<Carried>,
    /// Characters of the later report's running text.
    pub characters: usize,
    /// How many of them stand in `carried`.
    pub carried_characters: usize,
    /// The plans of the earlier report, in its order.
    pub plans: Vec<Plan>,
}

/// Compares the running text of one year with that of the year after.
#[must_use]
pub fn passages(earlier: &RunningText, later: &RunningText) -> Passages {
    let (before, after) = (sentence::sentences(earlier), sentence::sentences(later));
    let (carried, carried_characters) = carried::find(&before, &after);
    Passages {
        carried,
        characters: after.iter().map(|sentence| sentence.characters).sum(),
        carried_characters,
        plans: plans::find(&before, &after),
    }
}
