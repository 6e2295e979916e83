//! What the checks look at, with the few questions that several of them ask.

use super::finding::{Amount, Finding, Found, Verdict};
use crate::diagnostic::Diagnostic;
use crate::document::{Block, BlockKind, FrontMatter, Passage, Section};
use crate::statistic::{Place, Statistic};
use crate::text::{Mapped, Span};

/// How far a sentence may run to either side of what a check rests on, in bytes: a page without full stops is not
/// shown as a whole.
const SENTENCE: usize = 1500;

/// One report, as the checks see it.
pub struct Subject<'a> {
    /// The text as shown.
    pub text: &'a str,
    /// What stands around the body.
    pub front: &'a FrontMatter,
    /// Headings.
    pub sections: &'a [Section],
    /// Blocks of the text.
    pub blocks: &'a [Block],
    /// The body in its reading form.
    pub reading: &'a Mapped,
    /// The lines of `reading`.
    pub passages: &'a [Passage],
    /// The figures.
    pub statistics: &'a [Statistic],
    /// For each figure, where it was read.
    pub places: &'a [Place],
    /// What looked odd while the report was read.
    pub diagnostics: &'a [Diagnostic],
}

impl<'a> Subject<'a> {
    /// Words of the reading form; none when `span` does not lie in it.
    pub(super) fn words(&self, span: Span) -> &'a str {
        self.reading.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Words of the text as shown.
    pub(super) fn shown(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The lines of the signature behind the text; agencies and dates elsewhere are addressees or heads.
    pub(super) fn signature(&self) -> Vec<Span> {
        let end = self.passages.last().map_or(0, |last| self.reading.original(last.span).end);
        let lines = self.blocks.iter().filter(|block| block.kind == BlockKind::SignOff);
        lines.map(|block| block.span).filter(|span| span.start >= end).collect()
    }

    /// The words of a passage.
    pub(super) fn passage(&self, passage: &Passage) -> &'a str {
        self.words(passage.span)
    }

    /// A figure as a part of a comparison.
    pub(super) fn amount(&self, index: usize) -> Option<Amount> {
        let statistic = self.statistics.get(index)?;
        Some(Amount {
            statistic: Some(index),
            label: statistic.label.clone(),
            value: statistic.value?,
            printed: self.words(self.places.get(index)?.figure).to_owned(),
        })
    }

    /// The sentences in which some figures stand, in the report's text.
    pub(super) fn sentences(&self, statistics: &[usize]) -> Vec<Span> {
        let mut read: Vec<Span> = Vec::new();
        for place in statistics.iter().filter_map(|&index| self.places.get(index)) {
            if !read.iter().any(|sentence| sentence.contains(place.figure)) {
                read.push(self.read_sentence(place.figure));
            }
        }
        read.into_iter().map(|sentence| self.reading.original(sentence)).collect()
    }

    /// The sentence around a place of the reading form, in the report's text.
    pub(super) fn sentence_around(&self, place: Span) -> Span {
        self.reading.original(self.read_sentence(place))
    }

    /// The sentence around a place, both in the reading form.
    fn read_sentence(&self, place: Span) -> Span {
        let next = self.passages.partition_point(|passage| passage.span.end < place.end);
        let Some(passage) = self.passages.get(next) else { return Span::default() };
        let text = &self.reading.text;
        let ends = ['。', '!', '?'];
        let start = floor(text, place.start.saturating_sub(SENTENCE)).max(passage.span.start);
        let end = floor(text, place.end + SENTENCE).min(passage.span.end);
        let before = text.get(start..place.start).unwrap_or_default();
        let start = before
            .char_indices()
            .rev()
            .find(|(at, char)| {
                // 。其中: the sentence goes on.
                ends.contains(char) && !before[at + char.len_utf8()..].starts_with("其中")
            })
            .map_or(start, |(at, char)| start + at + char.len_utf8());
        let behind = text.get(place.end..end).unwrap_or_default();
        let end = behind
            .char_indices()
            .find(|(_, char)| ends.contains(char))
            .map_or(end, |(at, char)| place.end + at + char.len_utf8());
        Span::new(start, end)
    }

    /// A finding on figures, with their sentences and sections.
    pub(super) fn on_statistics(&self, verdict: Verdict, finding: Finding, source: &str) -> Found {
        let statistics = finding.statistics();
        let mut sections: Vec<usize> =
            statistics.iter().filter_map(|&index| self.statistics.get(index)?.section).collect();
        sections.dedup();
        let spans = self.sentences(&statistics);
        Found { verdict, finding, statistics, sections, spans, source: source.to_owned() }
    }

    /// A finding on a row of a table, with its figures and section.
    pub(super) fn on_row(
        &self,
        verdict: Verdict,
        finding: Finding,
        row: Span,
        source: &str,
    ) -> Found {
        let first = self.places.partition_point(|place| place.figure.end <= row.start);
        let own = self.places[first..].iter().take_while(|place| place.figure.start < row.end);
        let statistics: Vec<usize> = (first..).zip(own).map(|(index, _)| index).collect();
        let sections = statistics.first().and_then(|&index| self.statistics.get(index)?.section);
        Found {
            statistics,
            sections: sections.into_iter().collect(),
            ..self.on_places(verdict, finding, &[row], source)
        }
    }

    /// A finding on places of the reading form.
    pub(super) fn on_places(
        &self,
        verdict: Verdict,
        finding: Finding,
        places: &[Span],
        source: &str,
    ) -> Found {
        let spans = places.iter().map(|place| self.reading.original(*place)).collect();
        Found {
            verdict,
            finding,
            statistics: Vec::new(),
            sections: Vec::new(),
            spans,
            source: source.to_owned(),
        }
    }
}

/// The character boundary at or before a place.
fn floor(text: &str, mut place: usize) -> usize {
    place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}
