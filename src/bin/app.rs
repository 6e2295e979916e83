//! The page, or the viewer in an element of another page: `web/boot.js` and `web/embed.js` call what it exports.

// So that the exports are linked.
use fajian as _;

fn main() {}
