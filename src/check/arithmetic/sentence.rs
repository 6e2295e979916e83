//! The figures of the body, sentence by sentence, with the words between them.

use std::borrow::Cow;

use super::super::subject::Subject;
use crate::order;
use crate::text::Span;

/// Words before the first and behind the last figure of a sentence, in bytes at most.
const EDGE: usize = 300;

/// Where a sentence is cut, in bytes: none is as long, and a page without full stops stays cheap.
const LONGEST: usize = 4500;

/// A sentence with figures.
#[derive(Debug)]
pub(super) struct Sentence {
    /// Index of the passage.
    pub(super) passage: usize,
    /// Its figures, in the order in which they are printed; statements of absence and table cells are left out.
    pub(super) figures: Vec<Figure>,
    /// Words before the first figure, and behind the last one up to the end of the sentence.
    pub(super) start: usize,
    /// See [`Sentence::start`].
    pub(super) end: usize,
}

/// A figure in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// Index of the statistic.
    pub(super) index: usize,
    /// The number with its unit, in the reading form.
    pub(super) span: Span,
    /// How many brackets are open around it.
    pub(super) depth: i32,
}

impl Sentence {
    /// All that is looked at of the sentence.
    pub(super) fn words<'a>(&self, subject: &Subject<'a>) -> &'a str {
        subject.words(Span::new(self.start, self.end))
    }

    /// The words between two figures, without what stands in brackets between them.
    pub(super) fn between<'a>(
        &self,
        subject: &Subject<'a>,
        first: usize,
        second: usize,
    ) -> Cow<'a, str> {
        let from = self.figures[first].span.end;
        let to = self.figures.get(second).map_or(self.end, |figure| figure.span.start);
        without_brackets(subject.words(Span::new(from, to)))
    }

    /// The words between two figures as printed.
    pub(super) fn gap<'a>(&self, subject: &Subject<'a>, first: usize, second: usize) -> &'a str {
        let from = self.figures[first].span.end;
        let to = self.figures.get(second).map_or(self.end, |figure| figure.span.start);
        subject.words(Span::new(from, to))
    }
}

/// Words without the brackets that open and close in them.
pub(super) fn without_brackets(words: &str) -> Cow<'_, str> {
    if !words.contains('(') {
        return words.into();
    }
    let mut kept = String::new();
    // Where the open brackets stand in what was kept.
    let mut open: Vec<usize> = Vec::new();
    for char in words.chars() {
        match char {
            '(' => {
                open.push(kept.len());
                kept.push(char);
            }
            ')' => match open.pop() {
                Some(start) => kept.truncate(start),
                None => kept.push(char),
            },
            _ => kept.push(char),
        }
    }
    kept.into()
}

/// The sentences of the body that hold figures.
pub(super) fn sentences(subject: &Subject<'_>) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut index = 0;
    for (number, passage) in subject.passages.iter().enumerate() {
        let mut own: Vec<Figure> = Vec::new();
        while let Some(place) =
            subject.places.get(index).filter(|place| place.figure.start < passage.span.end)
        {
            let has_value = subject.statistics[index].value.is_some();
            if !place.in_table && !place.is_zero && has_value {
                own.push(Figure { index, span: place.figure, depth: 0 });
            }
            index += 1;
        }
        // A total that stands behind its parts comes before them in the list of statistics.
        if !own.is_sorted_by_key(|figure| figure.span.start) {
            order::sort_by_key(&mut own, |figure| (order::place(figure.span.start), 0));
        }
        // One number may hold for several rates.
        own.dedup_by_key(|figure| figure.span);
        split(subject, number, passage.span, &own, &mut sentences);
    }
    sentences
}

/// Splits the figures of one passage where a sentence ends between them.
fn split(
    subject: &Subject<'_>,
    passage: usize,
    span: Span,
    figures: &[Figure],
    sentences: &mut Vec<Sentence>,
) {
    let mut open: Option<Sentence> = None;
    let mut depth = 0;
    for (place, figure) in figures.iter().enumerate() {
        let from = place.checked_sub(1).map_or(span.start, |before| figures[before].span.end);
        let gap = subject.words(Span::new(from, figure.span.start));
        let is_long = open.as_ref().is_some_and(|it| figure.span.start - it.start > LONGEST);
        let stop = last_stop(gap).or_else(|| is_long.then_some(0));
        if let Some(stop) = stop.filter(|_| place > 0)
            && let Some(mut done) = open.take()
        {
            done.end = from + first_stop(gap).unwrap_or(stop);
            sentences.push(done);
        }
        let said = &gap[stop.unwrap_or(0)..];
        depth = if stop.is_some() || open.is_none() { 0 } else { depth };
        depth += brackets(said);
        let figure = Figure { depth, ..*figure };
        match &mut open {
            Some(sentence) => sentence.figures.push(figure),
            None => {
                let start = figure.span.start - tail(said, EDGE).len();
                open = Some(Sentence { passage, figures: vec![figure], start, end: start });
            }
        }
    }
    let Some(mut last) = open else { return };
    let from = last.figures.last().map_or(span.start, |figure| figure.span.end);
    let rest = head(subject.words(Span::new(from, span.end)), EDGE);
    last.end = from + first_stop(rest).unwrap_or(rest.len());
    sentences.push(last);
}

/// Where the last sentence that ends in `words` ends; 。其中 goes on.
fn last_stop(words: &str) -> Option<usize> {
    let at = words.rfind(['。', '!', '?', '\n'])?;
    let end = at + words[at..].chars().next().map_or(0, char::len_utf8);
    (!words[end..].starts_with("其中")).then_some(end)
}

/// Where the first sentence that ends in `words` ends.
fn first_stop(words: &str) -> Option<usize> {
    words.find(['。', '!', '?', '\n'])
}

/// How many more brackets `words` open than close.
fn brackets(words: &str) -> i32 {
    words.bytes().fold(0, |depth, byte| match byte {
        b'(' => depth + 1,
        b')' => depth - 1,
        _ => depth,
    })
}

/// The last `limit` bytes of `words`, or somewhat less.
fn tail(words: &str, limit: usize) -> &str {
    let mut at = words.len().saturating_sub(limit);
    while !words.is_char_boundary(at) {
        at += 1;
    }
    &words[at..]
}

/// The first `limit` bytes of `words`, or somewhat less.
fn head(words: &str, limit: usize) -> &str {
    let mut at = words.len().min(limit);
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    &words[..at]
}
