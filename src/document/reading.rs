//! The body in one form for reading: wrapped lines rejoined, stray spaces gone.

use super::line::Lines;
use super::number;
use crate::text::normalize::is_han;
use crate::text::{Mapped, Span};

/// Appends the words of `pieces` (places in the normalized text, one for each line) as one run of text.
///
/// Spaces stay only between words of Latin letters and digits; inside a number they go, but two years stay apart.
/// Returns where the words stand in `reading`.
pub(super) fn append(reading: &mut Mapped, lines: &Lines<'_>, pieces: &[Span]) -> Span {
    let start = reading.text.len();
    let text = lines.normal.text.as_str();
    for (index, piece) in pieces.iter().enumerate() {
        let words = &text[piece.start..piece.end];
        if index > 0 {
            append_gap(
                reading,
                start,
                words,
                Span::new(pieces[index - 1].end, piece.start),
                0,
                true,
            );
        }
        // The gap behind a heading's number separates it from a number that the heading starts with.
        let has_gaps = has_gaps(words);
        let number = if has_gaps && index == 0 { number::read(words) } else { None };
        let number_len = number.map_or(0, |number| number.len);
        let mut kept = 0;
        let mut at = if has_gaps { 0 } else { words.len() };
        while let Some(gap) = find_gap(&words[at..]).map(|gap| at + gap) {
            let end = words.len() - words[gap..].trim_start_matches([' ', '\t']).len();
            reading.push_str(&words[kept..gap], Span::new(piece.start + kept, piece.start + gap));
            let origin = Span::new(piece.start + gap, piece.start + end);
            if end < words.len() {
                let protected = if end <= number_len { number_len } else { 0 };
                append_gap(reading, start, &words[end..], origin, protected, false);
            }
            kept = end;
            at = end;
        }
        reading.push_str(&words[kept..], Span::new(piece.start + kept, piece.end));
    }
    Span::new(start, reading.text.len())
}

/// Whether there are spaces or tabs at all, told in one sweep without decisions on the way.
fn has_gaps(words: &str) -> bool {
    words.bytes().fold(0, |seen, byte| seen | u8::from(byte == b' ') | u8::from(byte == b'\t')) != 0
}

/// The first space or tab.
fn find_gap(words: &str) -> Option<usize> {
    words.bytes().position(|byte| matches!(byte, b' ' | b'\t'))
}

/// Appends one space for a gap in front of `rest`, or nothing where no word ends.
fn append_gap(
    reading: &mut Mapped,
    start: usize,
    rest: &str,
    gap: Span,
    number_len: usize,
    line_break: bool,
) {
    let before = &reading.text[start..];
    let (Some(left), Some(right)) = (before.chars().next_back(), rest.chars().next()) else {
        return;
    };
    let wide = gap.end - gap.start > 1 && !line_break;
    let keep = if left.is_ascii_digit() && right.is_ascii_digit() {
        wide || are_two_years(before, rest)
    } else if left == '.' && right.is_ascii_digit() {
        // 326. 7万元 is one number; 1. 2024年 is not.
        number_len > 0
            || !before.trim_end_matches('.').ends_with(|char: char| char.is_ascii_digit())
    } else {
        left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric()
    };
    // A plain heading number needs no space behind it.
    let keep = keep && !(number_len > 0 && is_han(right));
    if keep {
        reading.push_str(" ", gap);
    }
}

/// Whether a year ends `before` and another one starts `after`, or a year with its word does.
fn are_two_years(before: &str, after: &str) -> bool {
    // More than four digits are no year; numbers of any length would make this slow.
    let right = after.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let left = before.bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
    let is_year = |words: &str| words.starts_with("19") || words.starts_with("20");
    let right_year = right == 4 && is_year(after);
    let left_year = left == 4 && is_year(&before[before.len() - left..]);
    right_year && (left_year || after[right..].trim_start().starts_with('年'))
}

/// One line in the reading form, over the shown text.
pub(super) fn line(lines: &Lines<'_>, index: usize) -> Mapped {
    let mut reading = Mapped::default();
    if let Some(line) = lines.all.get(index) {
        append(&mut reading, lines, &[line.normal]);
    }
    reading.over(lines.normal)
}

/// Words of a reading form over the shown text, with the punctuation that the text prints. `near` is as for
/// [`Mapped::original_behind`].
pub(super) fn as_printed(reading: &Mapped, shown: &str, span: Span, near: &mut usize) -> String {
    /// How much longer the marks of a heading are as printed, in bytes, most times.
    const MARKS: usize = 16;
    let mut printed = |place: usize| {
        let origin = reading.original_behind(Span::new(place, place + 1), near);
        shown[origin.start..origin.end].chars().next()
    };
    let words = &reading.text[span.start..span.end];
    let mut said = String::with_capacity(words.len() + MARKS);
    let mut kept = 0;
    for (at, _) in words.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_punctuation()) {
        let full_width = printed(span.start + at);
        if let Some(char) = full_width.filter(|it| matches!(it, '\u{FF01}'..='\u{FF5E}')) {
            said.push_str(&words[kept..at]);
            said.push(char);
            kept = at + 1;
        }
    }
    said.push_str(&words[kept..]);
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    fn check(text: &str, expected: &str) {
        let normal = normalize(text);
        let lines = Lines::new(text, &normal);
        let pieces: Vec<Span> = lines.all.iter().map(|line| line.normal).collect();
        let mut reading = Mapped::default();
        let span = append(&mut reading, &lines, &pieces);
        assert_eq!(reading.text, expected);
        assert_eq!(span, Span::new(0, expected.len()));
    }

    #[test]
    fn spaces_between_chinese_characters_go() {
        check("依 法　行政，共 12 件 。", "依法行政,共12件。");
        check("通过 12345 平台和 App 受理", "通过12345平台和App受理");
        check("使用 Web Office 软件", "使用Web Office软件");
    }

    #[test]
    fn numbers_that_fell_apart() {
        check("培训 1 2人，罚款 326. 7万元，占 9 .5%", "培训12人,罚款326.7万元,占9.5%");
        check("里程2 316.\n5公里", "里程2316.5公里");
        check("检查 38\n 652台次", "检查38652台次");
    }

    #[test]
    fn years_stay_apart() {
        check("2023 2024", "2023 2024");
        check("拨打12345 2024年", "拨打12345 2024年");
    }

    #[test]
    fn heading_numbers_do_not_join_what_follows() {
        check("1. 2024年工作", "1. 2024年工作");
        check("(一) 加强领导", "(一)加强领导");
        check("1. 加强领导", "1.加强领导");
    }

    #[test]
    fn wrapped_lines_are_joined() {
        check("围绕平安建\n设目标，", "围绕平安建设目标,");
    }
}
