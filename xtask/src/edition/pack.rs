//! Packs what a file carries as text.

use std::io::Write as _;
use std::num::NonZeroU64;

use crate::step::Outcome;

/// How often the best packing is looked for; more gains nothing that is seen.
const ROUNDS: NonZeroU64 = NonZeroU64::new(5).unwrap();

/// The bytes packed with gzip. The `thorough` way takes long, and spares every reader a twentieth.
pub(super) fn gzip(bytes: &[u8], thorough: bool) -> Outcome<Vec<u8>> {
    let packed = if thorough {
        let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
        let mut packed = Vec::new();
        zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).map(|()| packed)
    } else {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).and_then(|()| encoder.finish())
    };
    packed.map_err(|error| format!("gzip: {error}").into())
}
