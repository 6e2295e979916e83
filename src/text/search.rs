//! 查找: where words stand in a text, in whatever form they are printed there.

use super::normalize::{self, Fold};
use super::traditional::any_form;
use super::{Mapped, Span};

/// More places than these are not told apart: nobody goes through them, and a text of one letter has no end of them.
pub const MOST: usize = 100_000;

/// A text made ready to be searched, with the way back to what is printed.
#[derive(Clone, Debug)]
pub struct Searchable(Mapped);

impl Searchable {
    /// Makes `text` ready, once for all searches in it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(fold(text))
    }

    /// Every place of `words`, in order and without overlap, as spans of the text; at most [`MOST`].
    ///
    /// Blind to width, script, letter case, the form of brackets and quotation marks, inserted pinyin, and to whatever
    /// space stands between: line breaks and the borders of table cells too. Words of space only are nowhere.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Span> {
        let words = fold(words).text;
        if words.is_empty() {
            return Vec::new();
        }
        let places = self.0.text.match_indices(words.as_str()).take(MOST);
        places.map(|(at, _)| self.0.original(Span::new(at, at + words.len()))).collect()
    }

    /// Whether `words` stand anywhere in the text; words of space only do.
    #[must_use]
    pub fn has(&self, words: &str) -> bool {
        self.0.text.contains(fold(words).text.as_str())
    }
}

/// A text in the form that is compared: no space, and one character for all that look or mean the same.
fn fold(text: &str) -> Mapped {
    let mut mapped = Mapped::with_capacity(text.len());
    let mut before = None;
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        let end = at + char.len_utf8();
        if matches!(char, '(' | '（')
            && let Some(len) = normalize::pinyin_len(before, &text[end..])
        {
            // What follows the pinyin stands behind the character before it.
            let after = end + len;
            while chars.offset() < after && chars.next().is_some() {}
            continue;
        }
        let form = match normalize::form(char) {
            Some(Fold::Drop) => continue,
            Some(Fold::To(form)) => form,
            Some(Fold::Keep) | None => char,
        };
        if form.is_whitespace() {
            continue;
        }
        before = Some(char);
        mapped.push(compared(form), Span::new(at, end));
    }
    mapped
}

fn compared(char: char) -> char {
    match char {
        'A'..='Z' => char.to_ascii_lowercase(),
        '!'..='~' if !matches!(char, '[' | ']' | '"' | '\'') => char,
        // 发文字号 and quotations: keyboards have one kind of each, the two scripts differ, and so do portals.
        '[' | '〔' | '【' | '〖' => '(',
        ']' | '〕' | '】' | '〗' => ')',
        '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '〝' | '〞' => '"',
        _ => any_form(char),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is printed at each place of `words`.
    fn check(text: &str, words: &str, expected: &[&str]) {
        let found = Searchable::new(text).find(words);
        let found: Vec<&str> = found.iter().map(|span| &text[span.start..span.end]).collect();
        assert_eq!(found, expected, "{words} in {text}");
    }

    #[test]
    fn words_are_found_inside_words() {
        check("办理行政复议案件，行政复议决定", "行政复议", &["行政复议", "行政复议"]);
        check("办理行政复议案件", "复议案", &["复议案"]);
        check("办理行政复议案件", "诉讼", &[]);
    }

    #[test]
    fn width_and_case_do_not_matter() {
        check("占９５．５％，办（Ａ）12件", "95.5%", &["９５．５％"]);
        check("占９５．５％，办（Ａ）12件", "(a)１２", &["（Ａ）12"]);
        check("平台App和APP", "app", &["App", "APP"]);
    }

    #[test]
    fn script_does_not_matter() {
        check("隨著行政複議發展", "随着行政复议发展", &["隨著行政複議發展"]);
        check("随着行政复议发展", "隨著行政複議發展", &["随着行政复议发展"]);
        // A character that only its neighbors decide is found without them.
        for (text, words) in [("乾隆", "乾"), ("显著", "著"), ("著作", "着"), ("什么", "麼")]
        {
            assert_eq!(Searchable::new(text).find(words).len(), 1, "{words} in {text}");
        }
        check("「放管服」改革", "“放管服”改革", &["「放管服」改革"]);
    }

    #[test]
    fn brackets_of_any_form_are_the_same() {
        check("国发〔2023〕1号、国发【2023】2号", "国发[2023]", &["国发〔2023〕", "国发【2023】"]);
    }

    #[test]
    fn a_match_runs_across_lines_and_cells() {
        check("全年办理\n　　行政复议", "办理行政复议", &["办理\n　　行政复议"]);
        check("受理\t12\t件\n审结\t9", "受理12件审结", &["受理\t12\t件\n审结"]);
        check("共 12 件", "12件", &["12 件"]);
        check("共12件", "12 件", &["12件"]);
    }

    #[test]
    fn a_match_does_not_hold_the_space_around_it() {
        check("办理\u{3000}\n复议\u{200B} 后", "复议", &["复议"]);
    }

    #[test]
    fn inserted_pinyin_does_not_stand_in_the_way() {
        check("建設(shè)局，平台(app)", "建设局", &["建設(shè)局"]);
        check("建設(shè)局，平台(app)", "(app)", &["(app)"]);
    }

    #[test]
    fn nothing_is_nowhere() {
        for words in ["", " ", "\u{3000}\n", "\u{200B}"] {
            check("全 文", words, &[]);
        }
        check("", "全", &[]);
    }

    #[test]
    fn places_do_not_overlap() {
        check("aaaaa", "aa", &["aa", "aa"]);
    }

    #[test]
    fn any_text_and_words_are_fine() {
        let odd =
            ["設(", "設(shè", "設（\u{10FFFF}）", "\u{0}", "⾃⼒", "(((((", "設(shè)(shè)(", "𠀀"];
        for text in odd {
            for words in odd {
                for span in Searchable::new(text).find(words) {
                    assert!(text.get(span.start..span.end).is_some_and(|it| !it.is_empty()));
                }
            }
            assert!(text == "\u{0}" || !Searchable::new(text).find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn there_is_an_end_to_the_places() {
        assert_eq!(Searchable::new(&"的".repeat(MOST + 5)).find("的").len(), MOST);
    }
}
