//! The package that a workbook is: a ZIP of its parts.

use std::io::Write as _;

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, DataDescriptorOutput, Error, ZipArchiveWriter};

/// How hard is tried to make a part small, from 0 to 10; more takes long and gains little.
const EFFORT: u8 = 6;

/// Parts by name, written as they come.
pub(super) struct Package {
    zip: ZipArchiveWriter<Vec<u8>>,
    outcome: Result<(), Error>,
}

impl Default for Package {
    fn default() -> Self {
        Self { zip: ZipArchiveWriter::new(Vec::new()), outcome: Ok(()) }
    }
}

impl Package {
    /// Adds a part.
    pub(super) fn push(&mut self, name: &str, part: &str) {
        if self.outcome.is_ok() {
            self.outcome = self.try_push(name, part.as_bytes());
        }
    }

    fn try_push(&mut self, name: &str, part: &[u8]) -> Result<(), Error> {
        let file = self.zip.new_file(name).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, _) = file.start()?;
        entry.write_all(&compress_to_vec(part, EFFORT))?;
        entry.finish(DataDescriptorOutput::new(crc32(part), part.len() as u64))?;
        Ok(())
    }

    /// The package's bytes.
    pub(super) fn finish(self) -> Result<Vec<u8>, Error> {
        self.outcome?;
        self.zip.finish()
    }
}

/// The check sum of a ZIP, bit by bit: the library's own is quicker, by a table of 16 KB that nobody would notice.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| bit(sum)))
}
