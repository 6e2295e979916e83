//! A rewritten text that knows where each of its characters came from.

use super::Span;

/// A text made from another one by replacing, dropping and inserting characters, with the way back.
///
/// Offsets into `text` are offsets of the rewritten form; [`Mapped::original`] leads back to the text it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    /// The rewritten text.
    pub text: String,
    /// Where stretches of the text came from, in order. Between two runs nothing of the original is kept.
    runs: Vec<Run>,
}

/// A stretch of the rewritten text and the stretch of the original that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// First byte in the rewritten text.
    start: usize,
    /// Length in the rewritten text.
    len: usize,
    /// First byte in the original.
    original: usize,
    /// Length in the original. Equal to `len` where characters kept their size, so that offsets inside agree.
    original_len: usize,
}

/// How many runs are looked through one by one.
const NEAR: usize = 8;

impl Mapped {
    /// An empty text with room for `bytes`.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), runs: Vec::new() }
    }

    /// Appends `char`, which stands for `original`.
    pub fn push(&mut self, char: char, original: Span) {
        let start = self.text.len();
        self.text.push(char);
        self.note(start, original);
    }

    /// Appends `words`, which stand for `original` and have the same length byte by byte or are one unit.
    pub fn push_str(&mut self, words: &str, original: Span) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.note(start, original);
    }

    /// Appends a character that stands for nothing, such as a line break between paragraphs.
    pub fn push_mark(&mut self, char: char) {
        self.text.push(char);
    }

    fn note(&mut self, start: usize, original: Span) {
        let len = self.text.len() - start;
        let original_len = original.end - original.start;
        if let Some(last) = self.runs.last_mut()
            && len == original_len
            && last.len == last.original_len
            && last.start + last.len == start
            && last.original + last.original_len == original.start
        {
            last.len += len;
            last.original_len += len;
            return;
        }
        self.runs.push(Run { start, len, original: original.start, original_len });
    }

    /// The span of the original that `span` of this text was made from; what was dropped at its edges is left out.
    ///
    /// An empty span, or one of marks only, gives an empty span at the nearest place.
    #[must_use]
    pub fn original(&self, span: Span) -> Span {
        self.original_behind(span, &mut 0)
    }

    /// The same for spans that are asked for one behind the other: `near` is where the one before was found.
    #[must_use]
    pub fn original_behind(&self, span: Span, near: &mut usize) -> Span {
        let first = self.first_run(span.start, *near);
        *near = first;
        // Spans are short: where they end is looked for from where they start.
        let near =
            self.runs[first..].iter().take(NEAR).take_while(|run| run.start < span.end).count();
        let after = if near < NEAR {
            first + near
        } else {
            self.runs.partition_point(|run| run.start < span.end)
        };
        if first >= after {
            let place = self.runs.get(first).map_or_else(
                || self.runs.last().map_or(0, |run| run.original + run.original_len),
                |run| run.original,
            );
            return Span::new(place, place);
        }
        let (head, tail) = (self.runs[first], self.runs[after - 1]);
        let start = if head.len == head.original_len && span.start > head.start {
            head.original + (span.start - head.start)
        } else {
            head.original
        };
        let end = if tail.len == tail.original_len && span.end < tail.start + tail.len {
            tail.original + (span.end - tail.start)
        } else {
            tail.original + tail.original_len
        };
        Span::new(start, end)
    }

    /// The first run that ends behind `place`, looked for from `near` on in steps that grow.
    fn first_run(&self, place: usize, near: usize) -> usize {
        let is_before = |run: &Run| run.start + run.len <= place;
        let known = near.checked_sub(1).and_then(|before| self.runs.get(before));
        let mut low = if known.is_none_or(is_before) { near.min(self.runs.len()) } else { 0 };
        let mut step = 1;
        while self.runs.get(low + step).is_some_and(is_before) {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.runs.len());
        low + self.runs[low..high].partition_point(is_before)
    }

    /// The place in this text that stands for the place `original` of the text it was made from, or the next one kept.
    ///
    /// For texts that keep the original's order.
    #[must_use]
    pub fn rewritten(&self, original: usize) -> usize {
        let index = self.runs.partition_point(|run| run.original + run.original_len <= original);
        self.runs.get(index).map_or(self.text.len(), |run| {
            let inside = original.saturating_sub(run.original);
            run.start + if run.len == run.original_len { inside } else { 0 }
        })
    }

    /// This text's map followed by that of the text it was made from: a map back to the very first form.
    #[must_use]
    pub fn over(self, earlier: &Mapped) -> Mapped {
        let mut runs = Vec::with_capacity(earlier.runs.len().max(self.runs.len()));
        for run in &self.runs {
            if run.len != run.original_len {
                let origin =
                    earlier.original(Span::new(run.original, run.original + run.original_len));
                runs.push(Run {
                    original: origin.start,
                    original_len: origin.end - origin.start,
                    ..*run
                });
                continue;
            }
            // Inside a run of equal length, follow the earlier map piece by piece.
            let (from, to) = (run.original, run.original + run.len);
            let first = earlier.runs.partition_point(|piece| piece.start + piece.len <= from);
            for piece in earlier.runs[first..].iter().take_while(|piece| piece.start < to) {
                let start = piece.start.max(from);
                let end = (piece.start + piece.len).min(to);
                let (original, original_len) = if piece.len == piece.original_len {
                    (piece.original + (start - piece.start), end - start)
                } else {
                    (piece.original, piece.original_len)
                };
                runs.push(Run {
                    start: run.start + (start - from),
                    len: end - start,
                    original,
                    original_len,
                });
            }
        }
        Mapped { text: self.text, runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 「甲（乙」 with the bracket folded and a space dropped: 甲 ( 乙.
    fn folded() -> (String, Mapped) {
        let original = "甲（ 乙丙".to_owned();
        let mut mapped = Mapped::default();
        mapped.push('甲', Span::new(0, 3));
        mapped.push('(', Span::new(3, 6));
        mapped.push('乙', Span::new(7, 10));
        mapped.push('丙', Span::new(10, 13));
        (original, mapped)
    }

    #[test]
    fn words_lead_back_to_what_was_printed() {
        let (original, mapped) = folded();
        let span = mapped.original(Span::new(3, 4));
        assert_eq!(&original[span.start..span.end], "（");
        let span = mapped.original(Span::new(0, 7));
        assert_eq!(&original[span.start..span.end], "甲（ 乙");
        let span = mapped.original(Span::new(7, 10));
        assert_eq!(&original[span.start..span.end], "丙");
    }

    #[test]
    fn edges_leave_dropped_characters_out() {
        let (original, mapped) = folded();
        let span = mapped.original(Span::new(4, 10));
        assert_eq!(&original[span.start..span.end], "乙丙");
    }

    #[test]
    fn two_rewritings_follow_each_other() {
        let (original, first) = folded();
        let mut second = Mapped::default();
        second.push_str("甲", Span::new(0, 3));
        second.push_str("乙丙", Span::new(4, 10));
        let joined = second.over(&first);
        let span = joined.original(Span::new(3, 6));
        assert_eq!(&original[span.start..span.end], "乙");
        let span = joined.original(Span::new(0, 9));
        assert_eq!(&original[span.start..span.end], "甲（ 乙丙");
    }
}
