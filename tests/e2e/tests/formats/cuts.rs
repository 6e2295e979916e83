//! Files that end too early.

use fajian::source::{self, NativeDecoder, SourceError};
use fajian_e2e::{Edition, Form};

use crate::{EDITIONS, MANUSCRIPTS};

/// The report with tables, which has all that a reader can come upon.
const MANUSCRIPT: &str = "tables";

/// How many cuts of one file are tried at most; only PDFs with large fonts have more kilobytes.
const MOST_CUTS: usize = 160;

#[test]
fn a_file_cut_anywhere_gives_what_stands_before_or_says_what_is_wrong() {
    for form in Form::ALL {
        let is_it =
            |it: &&Edition| it.form == form && MANUSCRIPTS[it.manuscript].name == MANUSCRIPT;
        let edition = EDITIONS.iter().find(is_it).expect("an edition");
        let bytes = &edition.bytes;
        let whole = source::read(bytes, &NativeDecoder).expect("a whole file");
        for end in (0..bytes.len()).step_by(1024.max(bytes.len() / MOST_CUTS)) {
            let name = format!("{} cut at {end} of {}", form.name(), bytes.len());
            match source::read(&bytes[..end], &NativeDecoder) {
                Ok(source) => {
                    assert_eq!(source.format, whole.format, "{name}");
                    assert!(source.text.len() <= whole.text.len(), "{name}: {}", source.text);
                    // Nothing in a page tells where it ends.
                    let is_told = form == Form::Html || !source.losses.is_empty();
                    let is_whole = source.text == whole.text;
                    assert!(is_told || is_whole, "{name}: nothing tells that the rest is missing");
                }
                Err(SourceError::Empty) => assert!(end <= 1024, "{name}: taken for empty"),
                Err(error) => assert_eq!(error, SourceError::Damaged, "{name}"),
            }
        }
    }
}
