//! Drawing: labels and numbers → a tree of SVG elements. Knows nothing of reports.
