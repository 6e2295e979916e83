//! Charts of cases: received ⊃ concluded ⊃ outcome on one scale, and channels as parts of a total.

use super::catalogue::{self, Flow, Stage};
use super::{
    Figure, Item, Line, common_unit, glossed, in_unit, main_section, marks_and_rows, shown,
};
use crate::chart::Drawing;
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
    let mut lines = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        if step.whole.is_none() && !(flow.is_channels && step.stage.is_result) {
            push_with_parts(&steps, at, 0, messages, &mut lines);
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
    Some(Figure {
        slug: flow.slug.to_owned(),
        topic,
        headline: headline(flow, &steps, &unit, messages),
        subtitle: (messages.chart.subtitle)(
            &measure,
            &glossed(topic, &unit, messages),
            report.year,
        ),
        drawing: Drawing::Bars { marks, remainder: messages.chart.remainder.to_owned() },
        rows,
        section: main_section(&lines),
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
        Some(Step { stage, item: *item, whole: None })
    };
    let mut steps: Vec<Step> = flow.stages.iter().filter_map(first).collect();
    for at in 0..steps.len() {
        steps[at].whole = whole_of(&steps, at);
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

fn push_with_parts<'a>(
    steps: &[Step<'a>],
    at: usize,
    depth: usize,
    messages: &Messages,
    lines: &mut Vec<Line<'a>>,
) {
    let step = &steps[at];
    let whole = step.whole.map(|whole| (steps[whole].name(messages), steps[whole].item.value));
    lines.push(Line { item: step.item, label: step.name(messages), depth, whole });
    for part in parts_in_order(steps, at) {
        push_with_parts(steps, part, depth + 1, messages, lines);
    }
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
        lines.push(Line { item: step.item, label, depth: 0, whole: None });
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
