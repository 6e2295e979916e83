//! Legacy encodings, decoded by the browser itself.

use web_sys::{TextDecoder, TextDecoderOptions};

use crate::source::{Decode, LegacyEncoding};

/// The browser's `TextDecoder`.
pub(super) struct BrowserDecode;

impl Decode for BrowserDecode {
    fn decode(&self, encoding: LegacyEncoding, bytes: &[u8]) -> String {
        let options = TextDecoderOptions::new();
        options.set_fatal(false);
        let decoded = TextDecoder::new_with_label_and_options(encoding.label(), &options)
            .and_then(|decoder| decoder.decode_with_u8_array(bytes));
        // Every browser has these encodings; one that has not shows what is ASCII.
        decoded.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
    }
}
