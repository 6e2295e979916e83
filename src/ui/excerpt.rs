//! 摘句: a place of the text with a little of its sentence around it.

use crate::text::Span;

/// The words at a place, with those before and after in the same sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before, opened by an ellipsis where the sentence is longer.
    pub before: String,
    /// The words at the place.
    pub words: String,
    /// What stands after, closed by an ellipsis where the sentence is longer.
    pub after: String,
}

/// Cuts out the words at `span` with at most `reach` characters of their sentence on either side.
///
/// Empty when `span` is not in `text`.
#[must_use]
pub fn excerpt(text: &str, span: Span, reach: usize) -> Excerpt {
    let (Some(head), Some(words), Some(tail)) =
        (text.get(..span.start), text.get(span.start..span.end), text.get(span.end..))
    else {
        return Excerpt::default();
    };
    let mut before: Vec<char> = Vec::new();
    let mut is_whole = true;
    for char in head.chars().rev().take_while(|char| !is_end(*char)) {
        if before.len() == reach {
            is_whole = false;
            break;
        }
        before.push(char);
    }
    before.reverse();
    let mut opening = if is_whole { String::new() } else { "…".to_owned() };
    opening.extend(before);
    // An ended sentence needs nothing after it.
    let is_ended = words.ends_with(is_end);
    let mut closing = String::new();
    for (n, char) in tail.chars().take_while(|char| !is_ended && *char != '\n').enumerate() {
        if n == reach {
            closing.push('…');
            break;
        }
        closing.push(char);
        if is_end(char) {
            break;
        }
    }
    Excerpt {
        before: opening.trim_start().replace('\t', BETWEEN_CELLS),
        words: words.replace('\n', "").replace('\t', BETWEEN_CELLS),
        after: closing.replace('\t', BETWEEN_CELLS),
    }
}

/// What is shown between the cells of a table row.
const BETWEEN_CELLS: &str = " | ";

fn is_end(char: char) -> bool {
    matches!(char, '。' | '；' | ';' | '\n' | '！' | '？')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reach: usize, expect: [&str; 3]) {
        let text = "去年无事。全年审结12件，其中维持7件，撤销1件；另有附件。";
        let start = text.find("维持7件").unwrap();
        let found = excerpt(text, Span::new(start, start + "维持7件".len()), reach);
        assert_eq!([&*found.before, &*found.words, &*found.after], expect);
    }

    #[test]
    fn an_excerpt_stays_in_its_sentence() {
        check(50, ["全年审结12件，其中", "维持7件", "，撤销1件；"]);
    }

    #[test]
    fn a_long_sentence_is_cut_and_says_so() {
        check(3, ["…，其中", "维持7件", "，撤销…"]);
    }

    #[test]
    fn a_place_outside_gives_nothing() {
        assert_eq!(excerpt("甲", Span::new(1, 9), 5), Excerpt::default());
    }
}
