//! Charts of cases: received ⊃ concluded ⊃ outcome on one scale, and channels as parts of a total.

use super::catalogue::{self, Expected, Flow, Split, Stage};
use super::lines::{self, Line, main_section, marks_and_rows};
use super::{Figure, Item, common_unit, glossed, in_unit, shown};
use crate::chart::{Drawing, Kind};
use crate::i18n::Messages;
use crate::order;
use crate::report::Report;
use crate::statistic::Topic;

/// A stage that the report has a figure for.
struct Step<'a> {
    stage: &'static Stage,
    item: Item<'a>,
    /// The step that it is part of, by position.
    whole: Option<usize>,
    /// Whether it is a piece of that: with its like it makes the whole, or is listed under it.
    is_piece: bool,
}

/// An expected stage that the report is silent on, and the step that it would be part of.
struct Silence {
    stage: &'static Stage,
    whole: usize,
}

impl Step<'_> {
    /// Its name in a chart of its topic.
    fn name(&self, messages: &Messages) -> String {
        (messages.stage)(self.stage.indicator, self.stage.label).to_owned()
    }
}

pub(super) fn figures(
    topic: Topic,
    items: &[Item],
    report: &Report,
    messages: &Messages,
) -> Vec<Figure> {
    let flows = catalogue::flows(topic);
    flows.iter().filter_map(|flow| figure(flow, topic, items, report, messages)).collect()
}

fn figure(
    flow: &'static Flow,
    topic: Topic,
    items: &[Item],
    report: &Report,
    messages: &Messages,
) -> Option<Figure> {
    let (steps, unit) = steps(flow, items)?;
    let parts = if flow.is_channels {
        steps.iter().filter(|step| step.stage.is_result).count()
    } else {
        steps.len()
    };
    if parts < flow.enough {
        return None;
    }
    let silences = silences(flow, &steps, report);
    let mut lines = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        if step.whole.is_none() && !(flow.is_channels && step.stage.is_result) {
            push_with_parts((&steps, &silences), at, (0, None), messages, &mut lines);
        }
    }
    if flow.is_channels {
        push_loose_channels(&steps, messages, &mut lines);
    }
    let (marks, rows) = marks_and_rows(&lines, &unit, messages);
    let measure = if flow.is_channels {
        messages.chart.channels.to_owned()
    } else {
        (messages.chart.flow)((messages.topic)(topic))
    };
    let kinds = kinds(flow, &lines);
    Some(Figure {
        slug: flow.slug.to_owned(),
        topic,
        headline: headline(flow, &steps, &unit, messages),
        subtitle: (messages.chart.subtitle)(
            &measure,
            &glossed(topic, &unit, messages),
            report.year,
        ),
        drawing: Drawing {
            kind: kinds[0],
            marks,
            words: lines::words(report, messages),
            ..Drawing::default()
        },
        kinds,
        rows,
        section: main_section(&lines),
        notes: Vec::new(),
    })
}

/// The stages that the report has figures for, in one unit, each linked to its whole.
fn steps<'a>(flow: &'static Flow, items: &[Item<'a>]) -> Option<(Vec<Step<'a>>, String)> {
    let is_stage = |item: &&Item| {
        let indicator = item.statistic.indicator.as_str();
        item.statistic.canonical && flow.stages.iter().any(|stage| stage.indicator == indicator)
    };
    let known: Vec<Item> = items.iter().filter(is_stage).copied().collect();
    let unit = common_unit(&known).unwrap_or_default();
    let known = in_unit(&known, unit);
    let first = |stage: &'static Stage| {
        let item = known.iter().find(|item| item.statistic.indicator == stage.indicator)?;
        Some(Step { stage, item: *item, whole: None, is_piece: false })
    };
    let mut steps: Vec<Step> = flow.stages.iter().filter_map(first).collect();
    for at in 0..steps.len() {
        steps[at].whole = whole_of(&steps, at);
    }
    for whole in 0..steps.len() {
        for piece in pieces(&steps, whole) {
            steps[piece].is_piece = true;
        }
    }
    (!steps.is_empty()).then(|| (steps, unit.to_owned()))
}

/// The whole that the report names, else the nearest that the catalogue knows; never one that is smaller.
fn whole_of(steps: &[Step], at: usize) -> Option<usize> {
    let step = &steps[at];
    let position = |indicator: &str| {
        let is_it = |other: &Step| {
            other.stage.indicator == indicator && other.item.value >= step.item.value
        };
        steps.iter().position(is_it)
    };
    let named = step.item.statistic.parent.as_deref().and_then(position);
    let whole = named.or_else(|| step.stage.wholes.iter().find_map(|whole| position(whole)))?;
    // A report may name wholes in a circle; a chain that comes back to its start is cut there.
    let mut above = Some(whole);
    for _ in 0..steps.len() {
        match above {
            Some(it) if it == at => return None,
            Some(it) => above = steps[it].whole,
            None => break,
        }
    }
    Some(whole)
}

/// What divides a whole so that nothing is counted twice: together exactly the whole, or no more than it and listed
/// under it by the report. Of several ways, the one that leaves least.
fn pieces(steps: &[Step], whole: usize) -> Vec<usize> {
    let total = steps[whole].item.value;
    let mut best = (f64::INFINITY, Vec::new());
    for split in Split::ALL {
        let is_part =
            |it: &usize| steps[*it].whole == Some(whole) && steps[*it].stage.split == Some(split);
        let parts: Vec<usize> = (0..steps.len()).filter(is_part).collect();
        let rest = total - parts.iter().map(|it| steps[*it].item.value).sum::<f64>();
        let is_listed = parts.iter().all(|it| {
            steps[*it].item.statistic.parent.as_deref() == Some(steps[whole].stage.indicator)
        });
        let is_exact = rest.abs() <= total * 1e-9;
        if parts.len() > 1 && (is_exact || is_listed && rest > 0.0) && rest.abs() < best.0 {
            best = (rest.abs(), parts);
        }
    }
    best.1
}

/// The expected stages on which a report is silent that speaks of the rest: no figure of theirs, of whatever period, and
/// none that answers for them.
fn silences(flow: &'static Flow, steps: &[Step], report: &Report) -> Vec<Silence> {
    if steps.len() < 2 {
        return Vec::new();
    }
    let silence = |stage: &'static Stage| {
        let Expected { wholes, answers } = stage.expected?;
        let says = |indicator: &str| indicator == stage.indicator || answers.contains(&indicator);
        if report.statistics.iter().any(|it| says(&it.indicator)) {
            return None;
        }
        let position = |whole: &&str| steps.iter().position(|step| step.stage.indicator == *whole);
        let whole = wholes.iter().find_map(position)?;
        let results = || steps.iter().filter(|step| step.stage.is_result);
        let of_whole = results().filter(|step| step.whole == Some(whole));
        let is_full = of_whole.map(|it| it.item.value).sum::<f64>() >= steps[whole].item.value;
        // Of results one can expect to read only where some are given, and not all.
        let is_asked = !stage.is_result || results().next().is_some() && !is_full;
        (steps[whole].item.value > 0.0 && is_asked).then_some(Silence { stage, whole })
    };
    flow.stages.iter().filter_map(silence).collect()
}

fn push_with_parts<'a>(
    (steps, silences): (&[Step<'a>], &[Silence]),
    at: usize,
    (depth, whole_line): (usize, Option<usize>),
    messages: &Messages,
    lines: &mut Vec<Line<'a>>,
) {
    let step = &steps[at];
    let whole = step.whole.map(|whole| (steps[whole].name(messages), steps[whole].item.value));
    let place = lines.len();
    lines.push(Line {
        item: Some(step.item),
        label: step.name(messages),
        depth,
        whole,
        piece_of: whole_line.filter(|_| step.is_piece),
        ..Line::default()
    });
    for part in parts_in_order(steps, at) {
        push_with_parts((steps, silences), part, (depth + 1, Some(place)), messages, lines);
    }
    for silence in silences.iter().filter(|silence| silence.whole == at) {
        let label = (messages.stage)(silence.stage.indicator, silence.stage.label).to_owned();
        lines.push(Line { label, depth: depth + 1, ..Line::default() });
    }
}

/// Channels are best seen as pieces where they make the whole, cases as steps of their way.
fn kinds(flow: &Flow, lines: &[Line]) -> Vec<Kind> {
    let has_parts = lines.iter().any(|line| line.depth > 0);
    let has_pieces = lines.iter().any(|line| line.piece_of.is_some());
    let drawn = |idx: usize| lines.iter().filter(move |line| line.piece_of == Some(idx));
    let is_made_of = |(idx, line): (usize, &Line)| {
        let sum: f64 = drawn(idx).filter_map(|it| it.item.map(|item| item.value)).sum();
        line.item.is_some_and(|item| sum > 0.0 && (sum - item.value).abs() <= item.value * 1e-9)
    };
    let stacked_first = flow.is_channels && lines.iter().enumerate().any(is_made_of);
    let mut kinds = Vec::new();
    if has_parts {
        kinds.push(Kind::Funnel);
    }
    if has_pieces {
        kinds.insert(if stacked_first { 0 } else { kinds.len() }, Kind::Stacked);
    }
    if lines.len() > 1 || kinds.is_empty() {
        kinds.push(Kind::Bars);
    }
    kinds
}

/// Steps as a case runs through them, then results by size.
fn parts_in_order(steps: &[Step], whole: usize) -> Vec<usize> {
    let mut parts: Vec<usize> =
        (0..steps.len()).filter(|part| steps[*part].whole == Some(whole)).collect();
    order::sort_by_key(&mut parts, |part| {
        let step = &steps[*part];
        let size = if step.stage.is_result { order::largest_first(step.item.value) } else { 0 };
        (u64::from(step.stage.is_result), size)
    });
    parts
}

/// Channels without a total in the same unit stand side by side, the largest first.
fn push_loose_channels<'a>(steps: &[Step<'a>], messages: &Messages, lines: &mut Vec<Line<'a>>) {
    let mut loose: Vec<&Step> =
        steps.iter().filter(|step| step.stage.is_result && step.whole.is_none()).collect();
    order::sort_by_key(&mut loose, |step| (order::largest_first(step.item.value), 0));
    for step in loose {
        let label = step.name(messages);
        lines.push(Line { item: Some(step.item), label, ..Line::default() });
    }
}

fn headline(flow: &Flow, steps: &[Step], unit: &str, messages: &Messages) -> String {
    let words = &messages.chart;
    let fact = |step: &Step| (words.fact)(&step.name(messages), &shown(&step.item, unit, messages));
    let mut facts = Vec::new();
    let whole = steps.iter().find(|step| step.whole.is_none() && !step.stage.is_result);
    if let Some(whole) = whole {
        facts.push(fact(whole));
        facts.extend(whole.item.statistic.change.as_ref().map(messages.change));
    }
    let telling = steps.iter().find(|step| {
        step.stage.is_telling && Some(step.stage.indicator) != whole.map(|it| it.stage.indicator)
    });
    facts.extend(telling.map(fact));
    let mut results: Vec<&Step> = steps.iter().filter(|step| step.stage.is_result).collect();
    order::sort_by_key(&mut results, |step| (order::largest_first(step.item.value), 0));
    match results.as_slice() {
        [] => {}
        [only] => facts.push(fact(only)),
        [first, ..] => {
            let shown = shown(&first.item, unit, messages);
            let most = if flow.is_channels { words.most } else { words.most_result };
            if first.item.value > 0.0 {
                facts.push(most(&first.name(messages), &shown));
            }
        }
    }
    if facts.is_empty() {
        facts.extend(steps.first().map(fact));
    }
    (words.join)(&facts)
}
