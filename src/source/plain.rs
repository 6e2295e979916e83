//! Plain text → the text as shown: one kind of line end, nothing invisible.

/// `text` with every kind of line end as `\n` and without characters that have no shape of their own.
///
/// A text file may come from any program: old ones end lines with a lone CR, typesetters with U+2028, page breaks are
/// form feeds. Zero-width characters are left over from web pages; they would part words that look whole.
pub(super) fn shape(text: &str) -> String {
    let mut shaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    shaped.push('\n');
                }
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => shaped.push('\n'),
            _ if is_invisible(char) => {}
            _ => shaped.push(char),
        }
    }
    shaped
}

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
            shape("一\r\n二\r三\u{2028}四\u{b}五\u{c}六\n\n七"),
            "一\n二\n三\n四\n五\n六\n\n七"
        );
    }

    #[test]
    fn invisible_characters_are_dropped_and_spaces_kept() {
        assert_eq!(
            shape("\u{feff}复\u{200b}议\0\u{ad}\t1\u{a0}件\u{3000}"),
            "复议\t1\u{a0}件\u{3000}"
        );
    }
}
