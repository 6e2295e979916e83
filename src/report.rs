//! The report: what other programs receive, and the one entry that makes it.

use serde::{Deserialize, Serialize};

use crate::check::wording::{self, Phrases};
use crate::check::{self, CheckKind, Found, Subject, Verdict};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Block, Section, SectionRole};
use crate::order;
use crate::source::{self, Decode, Loss, Source, SourceError, SourceFormat};
use crate::statistic::{self, Statistic};
use crate::text::Span;

/// The version of the shape that [`Report`] serializes to.
pub const SCHEMA: &str = "1";

/// 报告: one annual report as other programs receive it. Field names and order are a public contract.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of this shape, [`SCHEMA`].
    pub schema: String,
    /// The file it was read from.
    pub source: SourceFile,
    /// 标题, simplified, without document number. `None` when the text has none.
    pub title: Option<String>,
    /// 发文机关: the body that reports, simplified.
    pub issuer: Option<String>,
    /// 主送机关: to whom it is addressed, simplified, without the closing colon.
    pub addressee: Option<String>,
    /// 年度: the year the report covers; not the year it was published or plans for.
    pub year: Option<i32>,
    /// 发文字号, e.g. `示自然资字〔2024〕12号`.
    pub document_number: Option<String>,
    /// 索引号: the portal's index number.
    pub index_number: Option<String>,
    /// 发布日期: `YYYY-MM-DD`, shorter when less is printed.
    pub published: Option<String>,
    /// 成文日期: the date under the signature, as [`Report::published`].
    pub signed: Option<String>,
    /// 大纲: headings in reading order.
    pub sections: Vec<Section>,
    /// 数据: figures in reading order.
    pub statistics: Vec<Statistic>,
    /// 核查: what was checked, in order of importance.
    pub checks: Vec<Check>,
    /// The text as shown to the reader; every span indexes it.
    pub text: String,
}

/// Where a report came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceFile {
    /// The file's name as given by the host.
    pub name: String,
    /// What the bytes turned out to be.
    pub format: SourceFormat,
    /// The encoding decoded from, e.g. `UTF-8`, `GB18030`.
    pub encoding: String,
    /// Size in bytes.
    pub bytes: usize,
}

/// 核查: one check of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// Which check.
    pub kind: CheckKind,
    /// What it says.
    pub verdict: Verdict,
    /// One plain sentence in simplified Chinese, with the arithmetic.
    pub message: String,
    /// Indices of the statistics that it rests on.
    pub statistics: Vec<usize>,
    /// Indices of the sections that it rests on.
    pub sections: Vec<usize>,
    /// Its legal or arithmetical source.
    pub source: String,
}

/// Everything read from one file: the public [`Report`], and what only a viewer needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// What other programs receive.
    pub report: Report,
    /// The text cut into blocks in reading order; together with the line breaks between them they cover it.
    pub blocks: Vec<Block>,
    /// What was seen and left out, or looks odd, in reading order.
    pub diagnostics: Vec<Diagnostic>,
    /// What the file holds that was not read.
    pub losses: Vec<Loss>,
    /// 核查依据: for each of the report's checks, how other languages word it, and the sentences that it rests on.
    pub evidence: Vec<Evidence>,
    /// What each section is for.
    pub roles: Vec<SectionRole>,
}

/// 核查依据: what one check rests on, and how the languages word it that reports are not written in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// In traditional Chinese.
    pub traditional: Wording,
    /// In English.
    pub english: Wording,
    /// The sentences, table rows or lines that it rests on, in the report's text.
    pub spans: Vec<Span>,
}

/// 表述: a check's words in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// As [`Check::message`].
    pub message: String,
    /// As [`Check::source`].
    pub source: String,
}

/// Reads one report.
///
/// Pure and total: the same bytes give the same result anywhere, and any bytes give a result. `name` is only recorded;
/// what the file is follows from its content. `decoder` supplies the legacy encodings, see [`Decode`].
///
/// # Errors
/// Only when no text could be had from the bytes at all.
pub fn analyze(bytes: &[u8], name: &str, decoder: &dyn Decode) -> Result<Analysis, SourceError> {
    source::read(bytes, decoder).map(|source| analyze_source(source, name, bytes.len()))
}

/// Reads the report in a file whose text has been had already, `bytes` long.
#[must_use]
pub fn analyze_source(source: Source, name: &str, bytes: usize) -> Analysis {
    let mut diagnostics = source.diagnostics.clone();
    let document = document::parse(&source, &mut diagnostics);
    let extraction = statistic::extract(&document, &source.text, &mut diagnostics);
    order::sort_by_key(&mut diagnostics, |it| (order::place(it.span.start), 0));
    let found = check::run(&Subject {
        text: &source.text,
        front: &document.front_matter,
        sections: &document.sections,
        blocks: &document.blocks,
        reading: &document.reading,
        passages: &document.passages,
        statistics: &extraction.statistics,
        places: &extraction.places,
        diagnostics: &diagnostics,
    });
    let (checks, evidence) = found.into_iter().map(split).unzip();
    let roles = document::roles(&document.passages, document.sections.len());
    let front = document.front_matter;
    Analysis {
        report: Report {
            schema: SCHEMA.to_owned(),
            source: SourceFile {
                name: name.to_owned(),
                format: source.format,
                encoding: source.encoding.into_owned(),
                bytes,
            },
            title: front.title,
            issuer: front.issuer,
            addressee: front.addressee,
            year: front.year,
            document_number: front.document_number,
            index_number: front.index_number,
            published: front.published,
            signed: front.signed,
            sections: document.sections,
            statistics: extraction.statistics,
            checks,
            text: source.text,
        },
        blocks: document.blocks,
        diagnostics,
        losses: source.losses,
        evidence,
        roles,
    }
}

/// A check as other programs receive it, and what a viewer shows of it.
fn split(found: Found) -> (Check, Evidence) {
    let worded = |phrases: &Phrases| Wording {
        message: wording::sentence_in(phrases, found.verdict, &found.finding),
        source: phrases.source(&found.source),
    };
    let evidence = Evidence {
        traditional: worded(&wording::ZH_HANT),
        english: worded(&wording::EN),
        spans: found.spans,
    };
    let check = Check {
        kind: found.finding.kind(),
        verdict: found.verdict,
        message: wording::sentence(found.verdict, &found.finding),
        statistics: found.statistics,
        sections: found.sections,
        source: found.source,
    };
    (check, evidence)
}

impl Report {
    /// The words at `span` of the text; empty when the span does not lie in it.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}
