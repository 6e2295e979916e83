//! The analysis, as a program of its own: in a worker of the page, or in the page where there is none.

// So that the exports are linked.
use fajian as _;

fn main() {}
