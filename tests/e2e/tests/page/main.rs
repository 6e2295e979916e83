//! The built page in Chromium, as a reader meets it.

mod checking;
mod expectation;
mod failing;
mod finding;
mod formats;
mod listing;
mod navigating;
mod opening;
mod pictures;
mod privacy;
mod speaking;
mod workers;
