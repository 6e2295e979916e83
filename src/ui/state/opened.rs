//! 打开的报告: a report that was read, and what the page derives of it once.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::diagnostic::DiagnosticCode;
use crate::figure::{self, Figure};
use crate::i18n::{self, Language, Messages};
use crate::report::{Analysis, Report};
use crate::statistic::Topic;
use crate::text::Span;
use crate::text::script::Script;
use crate::ui::tongue;
use crate::ui::typeset::{self, Leaf};

/// An open report with all that is derived from it once. Cheap to clone; compared by identity.
#[derive(Clone, Debug)]
pub struct Opened(Rc<OpenedParts>);

/// A report that was read, whether it is shown or not. Cheap to clone; compared by identity.
#[derive(Clone, Debug)]
pub struct Shelved(Rc<(Analysis, Option<Rc<[u8]>>)>);

impl Shelved {
    /// Takes up what was read, with the bytes of a text that may be read again in another encoding.
    #[must_use]
    pub fn new(analysis: Analysis, bytes: Option<Rc<[u8]>>) -> Self {
        Self(Rc::new((analysis, bytes)))
    }

    /// Whether it was read from the same file, whatever its name.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let (one, other) = (&self.report, &other.report);
        let file = |report: &Report| (report.source.format, report.source.bytes);
        file(one) == file(other)
            && one.source.encoding == other.source.encoding
            && one.text == other.text
    }

    /// The bytes that it was read from, if they were kept.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.0.1.as_deref()
    }
}

impl PartialEq for Shelved {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Shelved {
    type Target = Analysis;

    fn deref(&self) -> &Analysis {
        &self.0.0
    }
}

/// What an [`Opened`] report holds.
#[derive(Clone, Debug)]
pub struct OpenedParts {
    /// What was read.
    pub analysis: Shelved,
    /// The text in another script than it is printed in, each character at its place.
    pub rewritten: Option<(Script, Rc<str>)>,
    /// The text, set.
    pub leaves: Rc<Vec<Leaf>>,
    /// The script that the text is shown in, for `lang`.
    pub tongue: &'static str,
    /// The language that the charts are worded in.
    pub language: Language,
    /// The charts.
    pub figures: Vec<Figure>,
    /// Indices of the figures by topic, in the order of the list.
    pub topics: Vec<(Topic, Vec<usize>)>,
    /// Indices of the key figures.
    pub key: Vec<usize>,
    /// Expected topics without any figure.
    pub undisclosed: Vec<Topic>,
    /// What keeps the reading from being whole.
    pub gaps: Vec<Gap>,
}

/// What keeps a reading from being whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// So many places are damaged.
    Damaged(usize),
    /// It has nothing of a report: no title, headings or figures.
    Unlike,
    /// No headings were found.
    NoSections,
    /// No figures were found.
    NoStatistics,
    /// Parts of the file were not read.
    Losses,
}

impl Opened {
    /// Derives once what the page needs of a report.
    #[must_use]
    pub fn new(shelved: &Shelved, messages: &Messages) -> Self {
        let report = &shelved.report;
        Self(Rc::new(OpenedParts {
            rewritten: None,
            leaves: Rc::new(typeset::set(shelved)),
            tongue: tongue::of(&report.text),
            language: messages.language,
            figures: figure::figures(report, messages),
            topics: by_topic(report),
            key: figure::key_statistics(report),
            undisclosed: figure::undisclosed(report),
            gaps: gaps(shelved),
            analysis: shelved.clone(),
        }))
    }

    /// The same report, its charts worded in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        if self.language == language {
            return self.clone();
        }
        let figures = figure::figures(&self.analysis.report, i18n::messages(language));
        Self(Rc::new(OpenedParts { language, figures, ..(*self.0).clone() }))
    }

    /// The same report, its text shown in another script, or as printed.
    ///
    /// What is not as long as the text as printed cannot be it.
    #[must_use]
    pub fn in_script(&self, rewritten: Option<(Script, Rc<str>)>) -> Self {
        let printed = &self.analysis.report.text;
        let rewritten = rewritten.filter(|(_, text)| text.len() == printed.len());
        let tongue = rewritten.as_ref().map_or_else(|| tongue::of(printed), |(it, _)| it.code());
        Self(Rc::new(OpenedParts { rewritten, tongue, ..(*self.0).clone() }))
    }

    /// The script that the text is shown in; `None` as printed.
    #[must_use]
    pub fn script(&self) -> Option<Script> {
        self.rewritten.as_ref().map(|(script, _)| *script)
    }

    /// The text as shown: places in it are those of the text as printed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.rewritten.as_ref().map_or(&self.analysis.report.text, |(_, text)| text)
    }

    /// The words at a place, as shown.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        self.text().get(span.start..span.end).unwrap_or_default()
    }

    /// Tells this report from others that are open at the same time, in whatever language it is worded.
    #[must_use]
    pub fn identity(&self) -> usize {
        Rc::as_ptr(&self.analysis.0).addr()
    }
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Opened {
    type Target = OpenedParts;

    fn deref(&self) -> &OpenedParts {
        &self.0
    }
}

fn by_topic(report: &Report) -> Vec<(Topic, Vec<usize>)> {
    let mut topics = BTreeMap::<Topic, Vec<usize>>::new();
    for (idx, statistic) in report.statistics.iter().enumerate() {
        topics.entry(statistic.topic).or_default().push(idx);
    }
    topics.into_iter().collect()
}

fn gaps(analysis: &Analysis) -> Vec<Gap> {
    let is_damage = |it: &&crate::diagnostic::Diagnostic| it.code == DiagnosticCode::DamagedText;
    let damaged = analysis.diagnostics.iter().filter(is_damage).count();
    let report = &analysis.report;
    let (has_sections, has_statistics) =
        (!report.sections.is_empty(), !report.statistics.is_empty());
    let is_unlike = report.title.is_none() && !has_sections && !has_statistics;
    let found = [
        (damaged > 0, Gap::Damaged(damaged)),
        (is_unlike, Gap::Unlike),
        (!has_sections && !is_unlike, Gap::NoSections),
        (!has_statistics && !is_unlike, Gap::NoStatistics),
        (!analysis.losses.is_empty(), Gap::Losses),
    ];
    found.into_iter().filter_map(|(is_so, gap)| is_so.then_some(gap)).collect()
}
