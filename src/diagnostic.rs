//! Doubt, kept: what was seen and left out, or looks odd, with its place.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// One thing that a reader may want to know about how the text was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What it is.
    pub code: DiagnosticCode,
    /// Where, in bytes of the report's text.
    pub span: Span,
}

/// What a [`Diagnostic`] says. The words for it come from [`crate::i18n`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosticCode {
    /// A number in a plan or behind 力争, 确保 …: a target, not a result.
    Target,
    /// A number that a law, plan or rule demands (60日内, 不低于5%的要求).
    Requirement,
    /// An ordinal, an article of law, a session, a chapter.
    Ordinal,
    /// A hotline or system name made of digits (12345).
    Hotline,
    /// A slogan or name with a number inside quotes (“三项制度”).
    Slogan,
    /// A number without a unit or noun that would make it a figure.
    NoUnit,
    /// A placeholder where a figure should stand (X次, **件).
    Placeholder,
    /// A heading number that is repeated or skips one.
    HeadingGap,
    /// Bytes that the encoding does not allow; shown as the replacement character.
    DamagedText,
}
