//! Lines of a document that are one line for a reader.

use super::plain::is_invisible;

/// Whether the character belongs to a script that is written without spaces, or to its punctuation; so may one that the
/// file does not tell.
pub(super) const fn is_wide(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{9fff}' | '\u{e000}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}' | '\u{fffd}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '—' | '…')
}

/// Writes the lines of a cell as one: with a space between, except between wide characters.
pub(super) fn put_joined<'l>(text: &mut String, lines: impl Iterator<Item = &'l str>) {
    let mut last: Option<char> = None;
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        let first = line.chars().next();
        if last.is_some_and(|last| !(is_wide(last) && first.is_some_and(is_wide))) {
            text.push(' ');
        }
        let shown = line.chars().filter(|char| !is_invisible(*char));
        text.extend(shown.map(|char| if char == '\t' { ' ' } else { char }));
        last = line.chars().next_back();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_lines_are_joined_without_a_space() {
        let joined = |words: &str| {
            let mut text = String::new();
            put_joined(&mut text, words.lines());
            text
        };
        assert_eq!(joined("行政\n 处罚\n\n“三项”\n1\t2\n3"), "行政处罚“三项” 1 2 3");
        assert_eq!(joined("법치\n행정"), "법치 행정");
    }
}
