//! Labels: how wide words are, without a font at hand, and where to break them.

/// Height of a line in units of the type size.
pub const LINE: f64 = 1.4;

/// The estimated width of `words` in units of the type size, bold or not.
///
/// Chinese characters and full-width signs fill a square; all else is taken as wide as in the widest of the usual
/// bold fonts, so that a label never runs out of its place.
#[must_use]
pub fn width(words: &str) -> f64 {
    words.chars().map(char_width).sum()
}

fn char_width(char: char) -> f64 {
    match char {
        'i' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '/' => 0.42,
        '(' | ')' | '[' | ']' | '-' | '!' | 'f' | 't' | 'r' => 0.5,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 1.11,
        '0'..='9' | 'a'..='z' => 0.72,
        ' '..='~' => 0.88,
        _ if (char as u32) < 0x2000 => 1.25,
        // Signs beyond the usual plane, pictures of faces among them, are wider than a square in some fonts.
        '\u{1f000}'..='\u{1ffff}' => 1.4,
        _ => 1.0,
    }
}

/// Breaks `words` into lines of at most `room` units of the type size.
///
/// Nothing is left out: a label that needs more lines gets them. Latin words and numbers stay whole where they fit on a
/// line, closing signs do not start a line, opening ones do not end it.
#[must_use]
pub fn wrap(words: &str, room: f64) -> Vec<String> {
    let room = room.max(2.0);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for piece in pieces(words.trim()) {
        let wide = width(piece);
        if used + wide > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0.0;
        }
        if wide <= room {
            line.push_str(piece);
            used += wide;
            continue;
        }
        for char in piece.chars() {
            if used + char_width(char) > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(char);
            used += char_width(char);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    even_out(words, lines, room)
}

/// A last line of a single character looks like a mistake: two lines are then made about equally long.
fn even_out(words: &str, lines: Vec<String>, room: f64) -> Vec<String> {
    let is_ragged = lines.len() == 2 && width(&lines[1]) <= 1.5 && room > 3.0;
    if is_ragged { wrap(words, (width(words) / 2.0).ceil().min(room - 1.0)) } else { lines }
}

/// The pieces of `words` between which a line may end.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, char) in words.char_indices() {
        if let Some(before) = before
            && may_break(before, char)
        {
            pieces.push(&words[start..at]);
            start = at;
        }
        before = Some(char);
    }
    if start < words.len() {
        pieces.push(&words[start..]);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let is_word = |char: char| char.is_ascii() && !char.is_ascii_whitespace();
    let opens = |char: char| "（(《“‘〔「『【".contains(char);
    let closes = |char: char| "）)》”’〕」』】,，。、；：:;.%".contains(char);
    !(opens(before) || closes(after) || (is_word(before) && is_word(after)) || after == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_is_wrapped_and_never_cut() {
        let words = "建设工程规划许可证核发（含临时）件数";
        let lines = wrap(words, 6.0);
        assert_eq!(lines.concat(), words);
        assert!(lines.iter().all(|line| width(line) <= 6.0), "{lines:?}");
    }

    #[test]
    fn signs_stay_where_they_belong() {
        for line in wrap("审查（审核）文件、合同、协议等", 3.0) {
            assert!(!line.starts_with(['）', '、']), "{line}");
            assert!(!line.ends_with('（'), "{line}");
        }
    }

    #[test]
    fn numbers_and_words_stay_whole() {
        assert_eq!(wrap("拨打12345热线", 5.0), ["拨打", "12345热", "线"].map(str::to_owned));
    }

    #[test]
    fn no_line_holds_a_single_character_alone() {
        assert_eq!(wrap("行政复议收到申请", 7.0), ["行政复议", "收到申请"].map(str::to_owned));
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        let lines = wrap("abcdefghijklmnopqrstuvwxyz", 4.0);
        assert_eq!(lines.concat(), "abcdefghijklmnopqrstuvwxyz");
        assert!(lines.len() > 1);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(wrap("", 4.0).is_empty());
    }
}
