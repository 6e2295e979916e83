//! The built page in Chromium, as a reader meets it.

mod checking;
mod closing;
mod comparing;
mod expectation;
mod exporting;
mod failing;
mod formats;
mod navigating;
mod opening;
mod pictures;
mod privacy;
mod speaking;
mod workers;
