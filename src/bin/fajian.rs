//! The command line, see README.md.
fn main() {}
