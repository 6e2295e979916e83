//! 语种: in which language stretches of a text are, so that they get the right glyphs and the right voice.

/// Characters that reports are full of, in traditional and in simplified writing.
const TRADITIONAL: &str = "設務國發會執審訴議規範關為與";
const SIMPLIFIED: &str = "设务国发会执审诉议规范关为与";
/// So much of a text tells.
const ENOUGH: usize = 20_000;

/// The script that a text is written in, for `lang`.
#[must_use]
pub fn of(text: &str) -> &'static str {
    let (mut traditional, mut simplified) = (0, 0);
    for char in text.chars().take(ENOUGH) {
        traditional += usize::from(TRADITIONAL.contains(char));
        simplified += usize::from(SIMPLIFIED.contains(char));
    }
    if traditional > simplified { "zh-Hant" } else { "zh-Hans" }
}

/// Cuts a text into stretches, and says of each whether it is Chinese.
#[must_use]
pub fn stretches(text: &str) -> Vec<(bool, &str)> {
    let mut stretches = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_chinese = is_han(first);
        // Signs and digits between two Chinese words belong to them.
        let end = if is_chinese {
            rest.char_indices()
                .filter(|(_, char)| is_han(*char))
                .map_while({
                    let mut before = 0;
                    move |(at, char)| {
                        let is_near = at.saturating_sub(before) <= NEAR;
                        before = at + char.len_utf8();
                        is_near.then_some(before)
                    }
                })
                .last()
                .unwrap_or(rest.len())
        } else {
            rest.find(is_han).unwrap_or(rest.len())
        };
        let (stretch, after) = rest.split_at(end);
        stretches.push((is_chinese, stretch));
        rest = after;
    }
    stretches
}

/// Chinese words no more bytes apart than this are one stretch.
const NEAR: usize = 3;

fn is_han(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_by_its_characters() {
        assert_eq!(of("法治政府建设年度报告，行政复议审结12件"), "zh-Hans");
        assert_eq!(of("法治政府建設年度報告，行政訴訟審結12件"), "zh-Hant");
        assert_eq!(of(""), "zh-Hans");
    }

    #[test]
    fn chinese_words_stand_out_in_english() {
        assert_eq!(
            stretches("Most: 来信、来访, 12\u{a0}件 (cases)"),
            [
                (false, "Most: "),
                (true, "来信、来访"),
                (false, ", 12\u{a0}"),
                (true, "件"),
                (false, " (cases)")
            ]
        );
        assert_eq!(stretches(""), []);
        assert_eq!(stretches("A"), [(false, "A")]);
    }
}
