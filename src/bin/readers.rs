//! The readers of documents, which a page loads when one is first opened.

fn main() {
    fajian::ui::serve_documents();
}
