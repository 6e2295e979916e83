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

/// A stretch of the rewritten text and the stretch of the original that it stands for: bytes that stand for as many, so
/// that offsets inside agree, and behind them one unit of another size, as a mark that became narrower. A long text has
/// very many, so that they are small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// First byte in the rewritten text.
    start: usize,
    /// First byte in the original.
    original: usize,
    /// How many bytes stand for as many.
    same: u16,
    /// Length of the unit behind them in the rewritten text; 0 where there is none.
    unit: u16,
    /// Its length in the original.
    unit_original: u32,
}

impl Run {
    /// Where its unit starts in the rewritten text.
    const fn same_end(&self) -> usize {
        self.start + self.same as usize
    }

    /// Where it ends in the rewritten text.
    const fn end(&self) -> usize {
        self.same_end() + self.unit as usize
    }

    /// Where its unit starts in the original.
    const fn original_same_end(&self) -> usize {
        self.original + self.same as usize
    }

    /// Where it ends in the original.
    const fn original_end(&self) -> usize {
        self.original_same_end() + self.unit_original as usize
    }

    /// Whether what stands at `start` and stood at `original` can be added to it.
    const fn goes_on(&self, start: usize, original: usize) -> bool {
        self.unit == 0 && self.same_end() == start && self.original_same_end() == original
    }
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

    /// Notes that the text from `start` on stands for `original`.
    fn note(&mut self, start: usize, original: Span) {
        self.note_len(start, self.text.len() - start, original);
    }

    /// The same for `len` bytes of the text.
    fn note_len(&mut self, start: usize, len: usize, original: Span) {
        if len == original.end - original.start {
            self.note_same(start, len, original.start);
            return;
        }
        let unit = u16::try_from(len).unwrap_or(u16::MAX);
        let unit_original = u32::try_from(original.end - original.start).unwrap_or(u32::MAX);
        match self.runs.last_mut() {
            Some(last) if last.goes_on(start, original.start) => {
                (last.unit, last.unit_original) = (unit, unit_original);
            }
            _ => {
                let original = original.start;
                self.runs.push(Run { start, original, same: 0, unit, unit_original });
            }
        }
    }

    /// Notes `len` bytes that stand for as many, as many runs as that takes.
    fn note_same(&mut self, start: usize, len: usize, original: usize) {
        let mut done = 0;
        while done < len {
            let (start, original) = (start + done, original + done);
            let is_open = |last: &Run| last.goes_on(start, original) && last.same < u16::MAX;
            if !self.runs.last().is_some_and(is_open) {
                self.runs.push(Run { start, original, same: 0, unit: 0, unit_original: 0 });
            }
            let Some(last) = self.runs.last_mut() else { return };
            let more = u16::try_from(len - done).unwrap_or(u16::MAX).min(u16::MAX - last.same);
            last.same += more;
            done += usize::from(more);
        }
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
            let place = self
                .runs
                .get(first)
                .map_or_else(|| self.runs.last().map_or(0, Run::original_end), |run| run.original);
            return Span::new(place, place);
        }
        let (head, tail) = (self.runs[first], self.runs[after - 1]);
        let start = head.original + span.start.clamp(head.start, head.same_end()) - head.start;
        let end = if span.end <= tail.same_end() {
            tail.original + (span.end - tail.start)
        } else {
            tail.original_end()
        };
        Span::new(start, end)
    }

    /// The first run that ends behind `place`, looked for from `near` on in steps that grow.
    fn first_run(&self, place: usize, near: usize) -> usize {
        let is_before = |run: &Run| run.end() <= place;
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
        let index = self.runs.partition_point(|run| run.original_end() <= original);
        self.runs.get(index).map_or(self.text.len(), |run| {
            run.start + original.saturating_sub(run.original).min(usize::from(run.same))
        })
    }

    /// This text's map followed by that of the text it was made from: a map back to the very first form.
    #[must_use]
    pub fn over(self, earlier: &Mapped) -> Mapped {
        let runs = Vec::with_capacity(earlier.runs.len().max(self.runs.len()));
        let mut over = Mapped { text: self.text, runs };
        for run in &self.runs {
            over.note_same_over(run, earlier);
            if run.unit > 0 {
                let unit = Span::new(run.original_same_end(), run.original_end());
                over.note_len(run.same_end(), run.unit.into(), earlier.original(unit));
            }
        }
        over
    }

    /// Notes the bytes of a run over `earlier` that stand for as many: piece by piece of the earlier map.
    fn note_same_over(&mut self, run: &Run, earlier: &Mapped) {
        let (from, to) = (run.original, run.original_same_end());
        let place = |at: usize| run.start + (at - from);
        let first = earlier.runs.partition_point(|piece| piece.end() <= from);
        for piece in earlier.runs[first..].iter().take_while(|piece| piece.start < to) {
            let (start, end) = (piece.start.max(from), piece.same_end().min(to));
            if start < end {
                self.note_same(place(start), end - start, piece.original + (start - piece.start));
            }
            let (start, end) = (piece.same_end().max(from), piece.end().min(to));
            if start < end {
                let unit = Span::new(piece.original_same_end(), piece.original_end());
                self.note_len(place(start), end - start, unit);
            }
        }
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
    fn long_stretches_lead_back_too() {
        let len = 3 * usize::from(u16::MAX);
        let mut mapped = Mapped::default();
        mapped.push(',', Span::new(0, 3));
        mapped.push_str(&"a".repeat(len), Span::new(3, 3 + len));
        mapped.push('甲', Span::new(3 + len, 6 + len));
        for at in [1, 70_000, len, len + 1, len + 3] {
            assert_eq!(mapped.original(Span::new(at, at + 1)), Span::new(at + 2, at + 3));
            assert_eq!(mapped.rewritten(at + 2), at);
        }
        assert_eq!(mapped.original(Span::new(0, len + 4)), Span::new(0, len + 6));
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
