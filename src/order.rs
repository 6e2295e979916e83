//! Sorting, by keys that are numbers; and a number for some words to sort them by.
//!
//! The standard library compiles its sort anew for each type and key, some 4 KB of wasm every time. All sorting of lists
//! goes through one here. Stable: items with equal keys keep their order.

/// The longest list that is sorted where it stands.
const SHORT: usize = 16;

/// Sorts `items` by `key`, smallest first.
pub fn sort_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (u64, u64)) {
    if items.len() <= SHORT {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && key(&items[at]) < key(&items[at - 1]) {
                items.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut keys: Vec<((u64, u64), usize)> =
        items.iter().enumerate().map(|(idx, item)| (key(item), idx)).collect();
    keys.sort_unstable();
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(keys.into_iter().filter_map(|(_, idx)| slots[idx].take()));
}

/// A key by which numbers sort from the largest to the smallest.
#[must_use]
pub fn largest_first(value: f64) -> u64 {
    let bits = value.to_bits();
    // The order of IEEE 754 bits is that of the numbers, once negative ones are turned round.
    let rising = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    !rising
}

/// A place or count as a key.
#[must_use]
pub const fn place(offset: usize) -> u64 {
    offset as u64
}

/// One number for some words, by which equal words are found together: the same everywhere, and not proof against malice,
/// so that the words themselves are compared as well. FNV-1a over eight bytes at a time.
#[must_use]
pub fn fingerprint(words: &str) -> u64 {
    let (chunks, rest) = words.as_bytes().as_chunks::<8>();
    let rest = rest.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let numbers = chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).chain([rest]);
    numbers.fold(0xcbf2_9ce4_8422_2325, |hash, number| {
        (hash ^ number).wrapping_mul(0x0100_0000_01b3).rotate_left(29)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut words = vec!["乙2", "甲1", "丙2", "丁1"];
        sort_by_key(&mut words, |word| (u64::from(word.ends_with('2')), 0));
        assert_eq!(words, ["甲1", "丁1", "乙2", "丙2"]);
    }

    #[test]
    fn words_have_numbers_of_their_own() {
        let words = ["", "a", "依法行政", "依法行政。", "政行法依", "依法行政依法行政"];
        let mut numbers: Vec<u64> = words.iter().map(|words| fingerprint(words)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), words.len());
    }

    #[test]
    fn numbers_fall() {
        let mut values = vec![0.5, -3.0, 100.0, 0.0, -0.1];
        sort_by_key(&mut values, |value| (largest_first(*value), 0));
        assert_eq!(values, [100.0, 0.5, 0.0, -0.1, -3.0]);
    }
}
