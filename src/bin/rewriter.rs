//! Texts in the other script, as a program of its own: loaded when the first one is asked for.

// So that the exports are linked.
use fajian as _;

fn main() {}
