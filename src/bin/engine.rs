//! The analysis, as a program of its own: in a worker of the page, or in the page where there is none.

fn main() {
    fajian::ui::serve_analysis();
}
