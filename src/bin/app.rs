//! The page and, in a worker, the analysis: one binary for both.

fn main() {
    fajian::ui::start();
}
