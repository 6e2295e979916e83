//! The files for other programs, as a program of its own: loaded when the first one is asked for.

fn main() {
    fajian::ui::serve_exports();
}
