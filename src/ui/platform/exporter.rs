//! The program that makes files for other programs: what it gives to the page.

use super::packed::unpack_bytes;
use crate::Report;
use crate::export::{self, Format};
use crate::i18n::{self, Language};

/// The bytes of a file with `reports`, packed; `None` when there is none to make.
pub(in crate::ui) fn write(format: &str, language: &str, reports: &[u8]) -> Option<Vec<u8>> {
    let format = Format::from_ending(format)?;
    let reports: Vec<Report> = unpack_bytes(reports)?;
    let language = Language::from_code(language)?;
    export::write(format, &reports, i18n::messages(language)).ok()
}
