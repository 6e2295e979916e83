//! 版头: title, issuer, addressee, year, numbers and dates.

use super::body::Body;
use super::line::Lines;
use super::{BlockKind, FrontMatter};
use crate::source::Source;

/// Reads what stands around the body.
pub(super) fn read(
    _source: &Source,
    _lines: &Lines<'_>,
    _kinds: &[Option<BlockKind>],
    _body: &Body,
) -> FrontMatter {
    FrontMatter::default()
}
