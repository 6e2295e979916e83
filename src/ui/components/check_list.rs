//! 核查: what does not add up as printed, and what the rules ask for, each with the words that it rests on.

use yew::prelude::*;

use super::figure_view::link;
use super::slice::{Run, Slice};
use super::tongue::mixed;
use crate::check::Verdict;
use crate::i18n::{Messages, check_words};
use crate::order;
use crate::report::{Check, Report};
use crate::text::Span;
use crate::ui::address::Place;
use crate::ui::excerpt::excerpt;
use crate::ui::hooks::{use_growth, use_words};
use crate::ui::state::{Action, Opened, View};

/// More sentences than these are not shown for one check.
const MOST: usize = 6;
/// So many characters of a sentence are shown.
const LONGEST: usize = 140;
/// So many of them stand before its first figure.
const LEAD: usize = 30;

/// So many checks are set at first, and in each step of what follows.
const FIRST: usize = 4;
const STEP: usize = 8;

/// Which report.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct CheckListProps {
    /// The report.
    pub(in crate::ui) opened: Opened,
}

/// The checks of a report: what asks for a look first, what holds folded.
#[component(CheckList)]
pub(in crate::ui) fn check_list(props: &CheckListProps) -> Html {
    let words = use_words();
    let checks = &props.opened.analysis.report.checks;
    let item = |idx: usize| html! { <Slice key={idx} opened={props.opened.clone()} run={Run::Check(idx)} /> };
    let holds = |idx: &usize| checks[*idx].verdict == Verdict::Ok;
    let (held, open): (Vec<usize>, Vec<usize>) = (0..checks.len()).partition(holds);
    let shown = use_growth(FIRST, STEP, checks.len());
    html! {
        <section class="checks" id="checks" part="checks" data-view="checks" aria-labelledby="checks-name" tabindex="-1">
            <h2 class="charts-name" id="checks-name">{words.views[4]}</h2>
            if checks.is_empty() {
                <p class="checks-note">{words.checks_none}</p>
            } else {
                <p class="checks-counts">{counts(checks, words)}</p>
                <p class="checks-note">{words.checks_note}</p>
                <ol class="checks-list">{for open.iter().take(shown).copied().map(item)}</ol>
                if !held.is_empty() {
                    <details class="checks-held">
                        <summary>{(words.checks_hold)(held.len())}</summary>
                        <ol class="checks-list">
                            {for held.iter().take(shown.saturating_sub(open.len())).copied().map(item)}
                        </ol>
                    </details>
                }
            }
        </section>
    }
}

/// How many checks came to each verdict.
fn counts(checks: &[Check], words: &'static Messages) -> Html {
    let all = [Verdict::Fail, Verdict::Warn, Verdict::Unknown, Verdict::Ok];
    let count = |verdict: Verdict| {
        let count = checks.iter().filter(|check| check.verdict == verdict).count();
        (count > 0).then(|| {
            html! {
                <span class="check-verdict" data-verdict={name(verdict)}>
                    {(words.checks_count)((words.verdict)(verdict), count)}
                </span>
            }
        })
    };
    html! { <>{for all.into_iter().filter_map(count)}</> }
}

/// A check.
pub(super) fn item(
    idx: usize,
    opened: &Opened,
    words: &'static Messages,
    dispatch: &Callback<Action>,
) -> Html {
    let go = &dispatch.reform(|place| Action::Go(place, View::Text));
    let (report, evidence) = (&opened.analysis.report, opened.analysis.evidence.get(idx));
    let Some(check) = report.checks.get(idx) else { return Html::default() };
    let spans = evidence.map_or(&[][..], |evidence| &evidence.spans);
    let (message, source) = check_words(words.language, check, evidence);
    let source = (words.check_source)(source);
    let quote = |span: &Span| {
        let inner = quoted(*span, check, opened);
        let place = place(*span, check, report);
        html! { <li>{link(place, inner, go)}</li> }
    };
    html! {
        <li class="check" data-check={idx.to_string()} data-verdict={name(check.verdict)}>
            <p class="check-message">
                <span class="check-verdict" data-verdict={name(check.verdict)}>{(words.verdict)(check.verdict)}</span>
                <strong>{(words.check_kind)(check.kind)}</strong>
                <span>{mixed(message, words)}</span>
            </p>
            <p class="check-source">{mixed(&source, words)}</p>
            if !spans.is_empty() {
                <ul class="check-quotes" lang={opened.tongue}>{for spans.iter().take(MOST).map(quote)}</ul>
            }
        </li>
    }
}

/// The name of a verdict in the page's markup.
const fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fail => "fail",
        Verdict::Warn => "warn",
        Verdict::Unknown => "unknown",
        Verdict::Ok => "ok",
    }
}

/// The figures of a check that stand in `span`, in the order of the text.
fn figures(span: Span, check: &Check, report: &Report) -> Vec<(usize, Span)> {
    let stands_in = |idx: &usize| {
        let own = report.statistics.get(*idx)?.span;
        (span.start <= own.start && own.end <= span.end).then_some((*idx, own))
    };
    let mut found: Vec<(usize, Span)> = check.statistics.iter().filter_map(stands_in).collect();
    order::sort_by_key(&mut found, |(_, own)| (order::place(own.start), 0));
    found
}

/// Where the words at `span` are found again: at the first of the check's figures in them, else where they start.
fn place(span: Span, check: &Check, report: &Report) -> Place {
    figures(span, check, report)
        .first()
        .map_or(Place::Words(span.start), |(idx, _)| Place::Statistic(*idx))
}

/// The words at `span` with the check's figures in them brought out; of a long stretch the part around these.
fn quoted(span: Span, check: &Check, opened: &Opened) -> Html {
    let report = &opened.analysis.report;
    let figures = figures(span, check, report);
    let shown = shortened(span, figures.first().map(|(_, own)| *own), report);
    let words = |start: usize, end: usize| excerpt(opened.text(), Span::new(start, end), 0).words;
    let mut at = shown.start;
    let mut pieces: Vec<Html> = Vec::new();
    for (_, own) in figures {
        if own.start < at || own.end > shown.end {
            continue;
        }
        let before = words(at, own.start);
        pieces.push(html! { <>{before}<b>{words(own.start, own.end)}</b></> });
        at = own.end;
    }
    let rest = words(at, shown.end);
    html! {
        <>
            if shown.start > span.start { {"…"} }
            {for pieces}{rest}
            if shown.end < span.end { {"…"} }
        </>
    }
}

/// The part of a long stretch around its first figure, else its beginning.
fn shortened(span: Span, first: Option<Span>, report: &Report) -> Span {
    let words = report.words(span);
    let total = words.chars().count();
    if total <= LONGEST {
        return span;
    }
    let before =
        first.map_or(0, |first| report.words(Span::new(span.start, first.start)).chars().count());
    // Room for the figures themselves behind their first words.
    let skipped = before.saturating_sub(LEAD);
    let skipped = skipped.min(total - LONGEST);
    let place = |n: usize| words.char_indices().nth(n).map_or(words.len(), |(at, _)| at);
    Span::new(span.start + place(skipped), span.start + place(skipped + LONGEST))
}
