//! 密排文本: bytes as text inside a page in UTF-8, an eighth longer than they are; base64 is a third longer.
//!
//! Seven bits make one ASCII character. Those that a page or a tool may change or take for its own ([`UNSAFE`]) are made
//! one character of two bytes together with the seven bits behind them. `web/dense.js` reads it.

/// Characters that do not come back from a page as they were put there: NUL, the ends of lines, the start of a tag.
const UNSAFE: [u8; 4] = [0, b'\n', b'\r', b'<'];

/// Where the characters of two bytes start: behind the controls among them.
const PAIRS: u32 = 0x100;

/// The text for `bytes`: how many there are, a semicolon, and themselves.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = format!("{};", bytes.len());
    let mut groups = Groups { bytes, held: 0, bits: 0 };
    while let Some(group) = groups.next() {
        match UNSAFE.iter().position(|&it| it == group) {
            None => text.push(char::from(group)),
            Some(place) => {
                let place = u32::try_from(place).unwrap_or(0);
                let next = u32::from(groups.next().unwrap_or(0));
                text.extend(char::from_u32(PAIRS + place * 128 + next));
            }
        }
    }
    text
}

/// Bytes in groups of seven bits, the last one filled up with zeros.
struct Groups<'a> {
    bytes: &'a [u8],
    held: u32,
    bits: u32,
}

impl Iterator for Groups<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if self.bits < 7 {
            let (first, rest) = match self.bytes.split_first() {
                Some((first, rest)) => (*first, rest),
                None if self.bits == 0 => return None,
                None => {
                    let last = (self.held << (7 - self.bits)) & 127;
                    self.bits = 0;
                    return u8::try_from(last).ok();
                }
            };
            self.bytes = rest;
            self.held = (self.held << 8 | u32::from(first)) & 0x7fff;
            self.bits += 8;
        }
        self.bits -= 7;
        u8::try_from(self.held >> self.bits & 127).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::encode;

    /// What `web/dense.js` does.
    fn decode(text: &str) -> Vec<u8> {
        let (length, text) = text.split_once(';').expect("a length");
        let (mut held, mut bits, mut bytes) = (0_u32, 0, Vec::new());
        let mut take = |group: u32| {
            held = (held << 7 | group) & 0x7fff;
            bits += 7;
            if bits >= 8 {
                bits -= 8;
                bytes.push(u8::try_from(held >> bits & 255).expect("a byte"));
            }
        };
        for char in text.chars().map(u32::from) {
            match char {
                ..128 => take(char),
                _ => {
                    take(u32::from(
                        super::UNSAFE[usize::try_from(char - 256).expect("small") >> 7],
                    ));
                    take(char & 127);
                }
            }
        }
        bytes.truncate(length.parse().expect("a number"));
        bytes
    }

    #[test]
    fn all_bytes_come_back() {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        for length in 0..300 {
            let bytes: Vec<u8> = (0..length).map(|_| next()).collect();
            assert_eq!(decode(&encode(&bytes)), bytes);
            let zeros = vec![0; length];
            assert_eq!(decode(&encode(&zeros)), zeros);
        }
    }

    #[test]
    fn nothing_in_it_means_anything_in_a_page() {
        let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
        let text = encode(&bytes);
        assert!(!text.contains(['\0', '\n', '\r', '<']));
        assert!(text.len() * 100 < bytes.len() * 118, "{}", text.len());
    }
}
