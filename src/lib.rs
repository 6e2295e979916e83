//! Fajian (法鉴) reads Chinese rule-of-law government annual reports (法治政府建设年度报告).
//!
//! The core is one pure function, [`analyze`]: bytes and a name in, an [`Analysis`] out. Its stages, in order:
//!
//! 1. [`source`]: bytes → text as shown to the reader, whatever the file format and encoding;
//! 2. [`text`]: text → one normalized form for reading, with a map back to what is shown;
//! 3. [`document`]: lines → blocks, front matter, outline, sign-off;
//! 4. [`statistic`]: blocks → figures with topic, indicator, value, unit, change, parent and source;
//! 5. [`check`]: what does not add up, is missing or late;
//! 6. [`report`]: all of it as the [`Report`] that the page, the command line and other programs share.
//!
//! [`comparison`] sets two reports of one body side by side; [`chart`] draws, [`figure`] decides which charts a report gets, [`export`] writes files, [`i18n`] holds every text
//! on screen, and `ui` is the page (its
//! browser parts need the feature `ui`).

pub mod chart;
pub mod check;
pub mod comparison;
pub mod diagnostic;
pub mod document;
pub mod export;
pub mod figure;
pub mod i18n;
mod order;
pub mod report;
pub mod source;
pub mod statistic;
pub mod text;
pub mod ui;

pub use report::{Analysis, Report, analyze};
