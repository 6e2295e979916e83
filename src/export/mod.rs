//! Reports as files for other programs.

#[cfg(feature = "native")]
pub mod json;
