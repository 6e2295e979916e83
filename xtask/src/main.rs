//! The jobs of the project: `cargo xtask JOB`.
fn main() {}
