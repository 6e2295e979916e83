//! One finding about two years: what it comes to, and below it the sentences of both reports side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::super::tongue::{LABELS, mixed};
use super::{full_name, target};
use crate::comparison::{Carried, Comparison, Plan, SameFigure};
use crate::i18n::{self, Messages};
use crate::text::Span;
use crate::ui::address::Place;
use crate::ui::excerpt::excerpt;
use crate::ui::hooks::use_words;
use crate::ui::listing::name;
use crate::ui::state::Shelved;
use crate::ui::tongue;

/// So many are shown at first.
const FEW: usize = 5;
/// So many characters are shown before and behind carried words.
const AROUND: usize = 24;
/// A longer passage is cut, in characters.
const LONGEST: usize = 400;
/// In less running text a share tells nothing, in characters.
const THIN: usize = 300;

/// What was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// 逐字相同的文字.
    Carried,
    /// 与上年数值相同的数据.
    Figures,
    /// 上年的安排.
    Plans,
}

/// Which finding about which reports.
#[derive(PartialEq, Properties)]
pub(super) struct PairListProps {
    /// What was looked for.
    pub(super) finding: Finding,
    /// The earlier report and the later one.
    pub(super) pair: [Shelved; 2],
    /// Where they stand on the shelf.
    pub(super) shelf_at: [usize; 2],
    /// What was found.
    pub(super) comparison: Rc<Comparison>,
}

/// One finding; its sentences unfold.
#[component(PairList)]
pub(super) fn pair_list(props: &PairListProps) -> Html {
    let words = use_words();
    let is_whole = use_state_eq(|| false);
    let texts = &words.compare;
    let found = &props.comparison;
    let (slug, name, note, all) = match props.finding {
        Finding::Carried => ("carried", texts.carried, texts.carried_note, found.carried.len()),
        Finding::Figures => ("figures", texts.same, texts.same_note, found.figures.len()),
        Finding::Plans => ("plans", texts.plans, texts.plans_note, found.plans.len()),
    };
    let item = |at: usize| match props.finding {
        Finding::Carried => carried(props, &found.carried[at], words),
        Finding::Figures => figure(props, found.figures[at], words),
        Finding::Plans => plan(props, &found.plans[at], words),
    };
    let shown = if *is_whole { all } else { all.min(FEW) };
    let show_all = Callback::from(move |_: MouseEvent| is_whole.set(true));
    let head = html! {
        <>
            <strong>{name}</strong>
            <span class="compare-result">{result(props, words)}</span>
        </>
    };
    if all == 0 {
        return html! { <p class="compare-finding" data-finding={slug}>{head}</p> };
    }
    html! {
        <details class="compare-finding" data-finding={slug}>
            <summary>{head}</summary>
            <p class="compare-note">{note}</p>
            <ol class="compare-rows">{for (0..shown).map(item)}</ol>
            if shown < all {
                <button type="button" class="button" onclick={show_all}>{(texts.show_all)(all)}</button>
            }
        </details>
    }
}

/// What a finding comes to, with its arithmetic.
fn result(props: &PairListProps, words: &'static Messages) -> String {
    let texts = &words.compare;
    let found = &props.comparison;
    match props.finding {
        Finding::Carried if found.characters < THIN => texts.carried_thin.to_owned(),
        Finding::Carried if found.carried.is_empty() => texts.carried_none.to_owned(),
        Finding::Carried => {
            let number = |number: usize| i18n::grouped(number as f64);
            let share = i18n::grouped((found.carried_share() * 1000.0).round() / 10.0);
            let (carried, all) = (number(found.carried_characters), number(found.characters));
            (texts.carried_share)(found.carried.len(), &carried, &all, &share)
        }
        Finding::Figures if found.figures.is_empty() => texts.same_none.to_owned(),
        Finding::Figures => {
            (texts.same_count)(found.figures.len(), props.pair[1].report.statistics.len())
        }
        Finding::Plans if found.plans.is_empty() => texts.plans_none.to_owned(),
        Finding::Plans => {
            let answered = found.plans.iter().filter(|plan| plan.answer.is_some()).count();
            (texts.plans_count)(found.plans.len(), answered)
        }
    }
}

fn carried(props: &PairListProps, carried: &Carried, words: &'static Messages) -> Html {
    let half = |which: usize, span: Span| {
        let text = &props.pair[which].report.text;
        side(props, which, Place::Words(span.start), marked(text, span), words)
    };
    row(None, half(0, carried.earlier), half(1, carried.later))
}

fn figure(props: &PairListProps, same: SameFigure, words: &'static Messages) -> Html {
    let half = |which: usize, idx: usize| {
        let report = &props.pair[which].report;
        let inner = report.statistics.get(idx).map(|it| {
            let found = excerpt(&report.text, it.span, AROUND);
            html! { <q class="source">{found.before}<b>{found.words}</b>{found.after}</q> }
        });
        side(props, which, Place::Statistic(idx), inner.unwrap_or_default(), words)
    };
    let head = props.pair[1].report.statistics.get(same.later).map(|statistic| {
        let value = i18n::quantity(statistic, words).unwrap_or_default();
        html! { <span lang={LABELS}>{name(statistic)}{" "}<b>{value.to_string()}</b></span> }
    });
    row(head, half(0, same.earlier), half(1, same.later))
}

fn plan(props: &PairListProps, plan: &Plan, words: &'static Messages) -> Html {
    let half = |which: usize, span: Span, note: Option<String>| {
        let quote = short(props.pair[which].report.words(span));
        let inner = html! {
            <>
                <q class="compare-words">{quote}</q>
                if let Some(note) = note { <span class="compare-note" lang={words.code}>{note}</span> }
            </>
        };
        side(props, which, Place::Words(span.start), inner, words)
    };
    let answer = plan.answer.map(|answer| {
        let percent = i18n::grouped((answer.likeness * 100.0).round());
        half(1, answer.later, Some((words.compare.likeness)(&percent)))
    });
    let none = || html! { <div class="compare-side is-empty">{words.compare.no_answer}</div> };
    row(None, half(0, plan.earlier, None), answer.unwrap_or_else(none))
}

fn row(head: Option<Html>, earlier: Html, later: Html) -> Html {
    html! {
        <li class="compare-row">
            if let Some(head) = head { <p class="compare-row-name">{head}</p> }
            {earlier}{later}
        </li>
    }
}

/// The words of one report, and the way to them.
fn side(
    props: &PairListProps,
    which: usize,
    place: Place,
    inner: Html,
    words: &'static Messages,
) -> Html {
    let report = &props.pair[which].report;
    let year = report.year.map_or_else(|| report.source.name.clone(), words.year);
    let go = target(props.shelf_at[which], place);
    let label = (words.compare.go)(&full_name(report, words));
    html! {
        <div class="compare-side">
            <div class="compare-quote" lang={tongue::of(&report.text)}>{inner}</div>
            <button type="button" class="compare-go" data-goto={go} aria-label={label}>
                {mixed(&(words.compare.go)(&year), words)}
            </button>
        </div>
    }
}

/// The words at `span` marked, with a little of their paragraph around them. Years are not: they may differ.
fn marked(text: &str, span: Span) -> Html {
    let (head, tail) = (text.get(..span.start), text.get(span.end..));
    let line = head.unwrap_or_default().rsplit('\n').next().unwrap_or_default().trim_start();
    let before = line.char_indices().rev().nth(AROUND).map_or(0, |(at, char)| at + char.len_utf8());
    let rest = tail.unwrap_or_default().split('\n').next().unwrap_or_default().trim_end();
    let after = rest.char_indices().nth(AROUND).map_or(rest.len(), |(at, _)| at);
    let passage = short(text.get(span.start..span.end).unwrap_or_default());
    html! {
        <q class="compare-words">
            if before > 0 { {"…"} }
            {if before > 0 { line[before..].trim_start_matches(is_of_number) } else { line }}
            {for years_apart(&passage).into_iter().map(|(piece, is_year)| {
                if is_year { html! { {piece} } } else { html! { <mark>{piece}</mark> } }
            })}
            if after < rest.len() {
                {rest[..after].trim_end_matches(is_of_number)}{"…"}
            } else {
                {rest}
            }
        </q>
    }
}

/// Whether a character may be of a number, which a cut would make another one.
fn is_of_number(char: char) -> bool {
    char.is_numeric() || matches!(char, '.' | '．' | ',' | '，' | '%' | '％')
}

/// A stretch of text cut where it is long, its lines joined.
fn short(words: &str) -> String {
    let mut short: String = words.chars().filter(|char| *char != '\n').take(LONGEST + 1).collect();
    if short.chars().count() > LONGEST {
        short.pop();
        short.push('…');
    }
    short.trim().to_owned()
}

/// Pieces of a text, the four digits of years apart from the rest.
fn years_apart(words: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.match_indices('年').find_map(|(at, _)| year_before(rest, at)) {
        let digits = rest[at..].char_indices().nth(4).map_or(rest.len(), |(len, _)| at + len);
        pieces.push((&rest[..at], false));
        pieces.push((&rest[at..digits], true));
        rest = &rest[digits..];
    }
    pieces.push((rest, false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Where the four digits before `end` start.
fn year_before(words: &str, end: usize) -> Option<usize> {
    let is_digit = |char: char| char.is_ascii_digit() || ('０'..='９').contains(&char);
    let mut chars = words[..end].char_indices().rev();
    let digits: Vec<usize> =
        chars.by_ref().take(4).take_while(|(_, it)| is_digit(*it)).map(|(at, _)| at).collect();
    (digits.len() == 4).then(|| digits[3])
}
