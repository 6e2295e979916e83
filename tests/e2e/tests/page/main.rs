//! The built page in Chromium, as a reader meets it.

mod charts;
mod checking;
mod closing;
mod comparing;
mod degrading;
mod elder;
mod expectation;
mod exporting;
mod failing;
mod finding;
mod formats;
mod gallery;
mod installing;
mod listing;
mod narrow;
mod navigating;
mod opening;
mod pictures;
mod privacy;
mod speaking;
mod starting;
mod workers;
mod writing;
