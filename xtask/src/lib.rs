//! The project's jobs, started as `cargo xtask JOB`, and the [`server`] that they share with the end-to-end tests.
//!
//! A job is a list of [`step`]s: each says what it does, streams what it runs, and says how long it took.
//! [`setup`] brings the tools that a job needs, once, into a folder outside the checkout.

pub mod bench;
pub mod bench_page;
pub mod edition;
pub mod job;
pub mod peers;
pub mod server;
pub mod setup;
mod shrink;
pub mod size;
pub mod step;
