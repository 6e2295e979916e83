//! Compound files ([MS-CFB]): streams in a file, each a chain of sectors.

use super::super::SourceError;
use super::super::limit::{MAX_PARTS, MAX_UNPACKED_BYTES};
use super::bytes::{byte, long, place, short, slice};

/// Places of the allocation table that the header itself holds, and where.
const HEADER_DIFAT: usize = 109;
const DIFAT_AT: usize = 76;
/// Length of an entry of the directory.
const ENTRY: usize = 128;
/// Numbers from here on are no sectors but marks: the end of a chain, a free sector.
const MARKS: u32 = 0xffff_fffa;
/// Entries of a directory that there are not.
const NO_ENTRY: u32 = 0xffff_ffff;

/// A compound file, opened.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    file: &'a [u8],
    sector: usize,
    mini_sector: usize,
    /// Streams shorter than this lie in the small sectors.
    cutoff: usize,
    /// The sector that follows each.
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    /// The stream that the small sectors are cut from.
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

/// An entry of the directory.
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    is_stream: bool,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Opens a compound file.
    ///
    /// # Errors
    /// When its header or directory is broken.
    pub(super) fn open(file: &'a [u8]) -> Result<Self, SourceError> {
        Self::read(file).ok_or(SourceError::Damaged)
    }

    fn read(file: &'a [u8]) -> Option<Self> {
        if file.len() > MAX_UNPACKED_BYTES {
            return None;
        }
        let shift = short(file, 30)?;
        let mini_shift = short(file, 32)?;
        if !matches!(shift, 9 | 12) || !(4..=8).contains(&mini_shift) {
            return None;
        }
        let mut compound = Self {
            file,
            sector: 1 << shift,
            mini_sector: 1 << mini_shift,
            cutoff: place(file, 56)?,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
            entries: Vec::new(),
        };
        compound.fat = compound.read_fat()?;
        let directory = compound.chain(long(file, 48)?, usize::MAX);
        compound.entries =
            directory.chunks_exact(ENTRY).take(MAX_PARTS).filter_map(Entry::read).collect();
        let mini_fat = compound.chain(long(file, 60)?, usize::MAX);
        compound.mini_fat = numbers(&mini_fat);
        let root = compound.entries.first()?;
        compound.mini = compound.chain(root.start, root.size);
        Some(compound)
    }

    /// The allocation table, from the sectors that the header and the sectors behind it name.
    fn read_fat(&self) -> Option<Vec<u32>> {
        let n_sectors = self.n_sectors();
        let mut places: Vec<u32> =
            (0..HEADER_DIFAT).filter_map(|at| long(self.file, DIFAT_AT + at * 4)).collect();
        let mut next = long(self.file, 68)?;
        let mut n_read = 0;
        while next < MARKS && n_read < n_sectors {
            let Some(sector) = self.sector_at(next) else { break };
            let mut numbers = numbers(sector);
            next = numbers.pop().unwrap_or(MARKS);
            places.extend(numbers);
            n_read += 1;
        }
        let mut fat = Vec::new();
        let sectors = places.iter().filter(|place| **place < MARKS).take(n_sectors);
        for sector in sectors.filter_map(|place| self.sector_at(*place)) {
            fat.extend(numbers(sector));
            if fat.len() >= n_sectors {
                break;
            }
        }
        Some(fat)
    }

    /// How many sectors the file can have.
    fn n_sectors(&self) -> usize {
        self.file.len() / self.sector + 1
    }

    /// The sector with this number; the last one of a file may be cut.
    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.file.len());
        self.file.get(start..end)
    }

    /// The bytes of the chain that begins at a sector, at most `size`. A chain that returns to itself ends when it is as
    /// long as the file.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut next = start;
        for _ in 0..self.n_sectors() {
            let Some(sector) = self.sector_at(next).filter(|_| bytes.len() < size) else { break };
            bytes.extend_from_slice(sector);
            next = usize::try_from(next)
                .ok()
                .and_then(|at| self.fat.get(at).copied())
                .unwrap_or(MARKS);
        }
        bytes.truncate(size);
        bytes
    }

    /// The same in the small sectors.
    fn mini_chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut next = start;
        for _ in 0..=self.mini.len() / self.mini_sector {
            let Ok(at) = usize::try_from(next) else { break };
            let start = at.saturating_mul(self.mini_sector);
            let end = start.saturating_add(self.mini_sector).min(self.mini.len());
            let Some(sector) = self.mini.get(start..end).filter(|_| bytes.len() < size) else {
                break;
            };
            bytes.extend_from_slice(sector);
            next = self.mini_fat.get(at).copied().unwrap_or(MARKS);
        }
        bytes.truncate(size);
        bytes
    }

    /// The entries at the top of the file, those in its folders left out: documents inside have streams of the same names.
    fn top(&self) -> Vec<&Entry> {
        let mut found = Vec::new();
        let mut is_new = vec![true; self.entries.len()];
        let mut waiting: Vec<u32> =
            self.entries.first().map(|root| root.child).into_iter().collect();
        while let Some(number) = waiting.pop() {
            let Ok(at) = usize::try_from(number) else { continue };
            let Some(entry) = self.entries.get(at) else { continue };
            if number == NO_ENTRY || !is_new.get_mut(at).is_some_and(std::mem::take) {
                continue;
            }
            waiting.extend([entry.left, entry.right]);
            found.push(entry);
        }
        found
    }

    /// Whether there is a stream or folder of this name at the top.
    pub(super) fn has(&self, name: &str) -> bool {
        self.top().iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The stream of this name at the top; where the directory is broken, the first of this name anywhere.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let is_it = |entry: &&Entry| entry.is_stream && entry.name.eq_ignore_ascii_case(name);
        let entry = self.top().into_iter().find(is_it);
        let entry = entry.or_else(|| self.entries.iter().find(is_it))?;
        Some(if entry.size < self.cutoff {
            self.mini_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        })
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(short(bytes, 64)?).clamp(2, 64) - 2;
        let units = slice(bytes, 0, length)?.chunks_exact(2).filter_map(|unit| short(unit, 0));
        let name = char::decode_utf16(units).map(|char| char.unwrap_or('\u{fffd}')).collect();
        Some(Self {
            name,
            is_stream: byte(bytes, 66)? == 2,
            left: long(bytes, 68)?,
            right: long(bytes, 72)?,
            child: long(bytes, 76)?,
            start: long(bytes, 116)?,
            size: place(bytes, 120)?,
        })
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|number| long(number, 0)).collect()
}
