//! Plain text → the text as shown: one kind of line end, nothing invisible.

/// `text` with every kind of line end as `\n` and without characters that have no shape of their own.
///
/// A text file may come from any program: old ones end lines with a lone CR, typesetters with U+2028, page breaks are
/// form feeds. Zero-width characters are left over from web pages; they would part words that look whole.
pub(super) fn shape(text: String) -> String {
    let mut shaped = String::new();
    let mut kept = 0;
    let mut at = 0;
    let mut looked_through = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if at >= looked_through {
            let block = &text.as_bytes()[at..text.len().min(at + BLOCK)];
            if !may_change(block) {
                // A mark that the end of the block cuts is looked at again.
                at += block.len().saturating_sub(MARK).max(1);
                while !text.is_char_boundary(at) {
                    at += 1;
                }
                continue;
            }
            looked_through = at + block.len();
        }
        if ORDINARY[usize::from(byte)] {
            at += 1;
            continue;
        }
        let Some(char) = text[at..].chars().next() else { break };
        let end = at + char.len_utf8();
        let becomes = match char {
            '\r' if text.as_bytes().get(end) == Some(&b'\n') => Some(""),
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => Some("\n"),
            _ if is_invisible(char) => Some(""),
            _ => None,
        };
        if let Some(words) = becomes {
            if kept == 0 {
                shaped.reserve(text.len());
            }
            shaped.push_str(&text[kept..at]);
            shaped.push_str(words);
            kept = end;
        }
        at = end;
    }
    // Most texts need no change; a large one is not copied then.
    if kept == 0 {
        return text;
    }
    shaped.push_str(&text[kept..]);
    shaped
}

/// How many bytes are looked through in one sweep.
const BLOCK: usize = 1024;

/// How many bytes tell that a character is changed, but for the first.
const MARK: usize = 2;

/// Whether a character that is changed may start in some bytes, in one sweep without decisions on the way.
fn may_change(bytes: &[u8]) -> bool {
    let after = |by: usize| bytes.get(by..).unwrap_or_default();
    let mut seen = false;
    for byte in bytes {
        seen |= (*byte <= 8) | ((*byte >= 0xb) & (*byte <= 0x1f)) | (*byte == 0x7f);
    }
    for ((first, second), third) in bytes.iter().zip(after(1)).zip(after(2)) {
        // Control characters and the soft hyphen.
        let is_control = (*second < 0xa0) | (*second == 0xad);
        // General punctuation: U+2008 to 200F, U+2028 to 202F and all behind U+203F; the byte order mark.
        let is_odd = (*second == 0x80) & (*third & 0xd8 == 0x88) | (*second == 0x81);
        seen |= (*first == 0xc2) & is_control;
        seen |= (*first == 0xe2) & is_odd | (*first == 0xef) & (*second == 0xbb);
    }
    seen
}

/// Whether no character that is changed starts with a byte, nor an ASCII one is it.
const ORDINARY: [bool; 256] = {
    let mut ordinary = [true; 256];
    let mut byte = 0;
    while byte < 256 {
        // C2: control characters and the soft hyphen; E2: general punctuation; EF: the byte order mark.
        ordinary[byte] = !matches!(byte, 0..=8 | 0xb..=0x1f | 0x7f | 0xc2 | 0xe2 | 0xef);
        byte += 1;
    }
    ordinary
};

/// Control and zero-width characters; tabs and line feeds are not among them.
pub(super) const fn is_invisible(char: char) -> bool {
    matches!(char,
        '\0'..='\u{8}' | '\u{b}'..='\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_is_one() {
        assert_eq!(
            shape("一\r\n二\r三\u{2028}四\u{b}五\u{c}六\n\n七".to_owned()),
            "一\n二\n三\n四\n五\n六\n\n七"
        );
    }

    #[test]
    fn invisible_characters_are_dropped_and_spaces_kept() {
        assert_eq!(
            shape("\u{feff}复\u{200b}议\0\u{ad}\t1\u{a0}件\u{3000}".to_owned()),
            "复议\t1\u{a0}件\u{3000}"
        );
    }
}
