//! Recognizers-Text's telephone numbers, as traps: none is a figure.

use std::path::Path;

use fajian::source::NativeDecoder;

use crate::suite::{Suite, recognizers};

pub(crate) fn suite(folder: &Path) -> Suite {
    let suite = recognizers(folder, "PhoneNumberModel.json", "phone", |input, _| {
        let analysis = fajian::analyze(input.as_bytes(), "phone.txt", &NativeDecoder).unwrap();
        let quotes: Vec<String> =
            analysis.report.statistics.into_iter().map(|statistic| statistic.quote).collect();
        (!quotes.is_empty()).then(|| format!("{input}\n    found  {quotes:?}"))
    });
    Suite { project: "phones", ..suite }
}
