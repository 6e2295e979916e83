//! The built page in Chromium, as a reader meets it.

mod charts;
mod checking;
mod closing;
mod comparing;
mod expectation;
mod exporting;
mod failing;
mod finding;
mod formats;
mod installing;
mod listing;
mod navigating;
mod opening;
mod pictures;
mod privacy;
mod speaking;
mod workers;
