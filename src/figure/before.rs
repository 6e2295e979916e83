//! This year beside last year: as printed where the report prints both, else as its change has it, and then marked as
//! computed. Where that would be a guess, nothing is drawn.

use super::lines::{self, Line, main_section, marks_and_rows};
use super::{Figure, Item, LastYear, common_unit, glossed, in_unit, label, largest, slug};
use crate::chart::{Beside, Drawing, Kind};
use crate::i18n::{self, Messages, Quantity};
use crate::statistic::{Change, Direction, Statistic, Topic};

/// The charts of a topic that set two years side by side: one of counts, one of rates.
pub(super) fn figures(
    topic: Topic,
    items: &[Item],
    enough: usize,
    last_year: &LastYear,
    messages: &Messages,
) -> Vec<Figure> {
    let with_earlier = |item: &&Item| earlier(item, last_year, messages).is_some();
    let with_earlier: Vec<Item> = items.iter().filter(with_earlier).copied().collect();
    let (rates, counts): (Vec<Item>, Vec<Item>) = with_earlier.into_iter().partition(Item::is_rate);
    let unit = common_unit(&counts).unwrap_or_default();
    let both = [("before", unit, in_unit(&counts, unit)), ("before-rates", "%", rates)];
    let figure =
        |(name, unit, items)| figure(topic, name, unit, (items, enough), last_year, messages);
    both.into_iter().filter_map(figure).collect()
}

fn figure(
    topic: Topic,
    name: &str,
    unit: &str,
    (items, enough): (Vec<Item>, usize),
    last_year: &LastYear,
    messages: &Messages,
) -> Option<Figure> {
    let report = last_year.report;
    let (items, _) = largest(items, enough)?;
    let lines: Vec<Line> = items
        .iter()
        .map(|item| Line {
            item: Some(*item),
            label: label(item, &items, messages),
            earlier: earlier(item, last_year, messages),
            ..Line::default()
        })
        .collect();
    let (marks, rows) = marks_and_rows(&lines, unit, messages);
    let words = &messages.chart;
    let (first, before) = (marks.first()?, lines.first()?.earlier.as_ref()?);
    let order = first.value?.total_cmp(&before.value);
    Some(Figure {
        slug: format!("{}-{name}", slug(topic)),
        topic,
        headline: (words.changed)(&first.label, &before.shown, &first.shown, order),
        subtitle: (words.subtitle)(
            &(words.two_years)((messages.topic)(topic)),
            &glossed(topic, unit, messages),
            report.year,
        ),
        drawing: Drawing {
            kind: Kind::Grouped,
            words: lines::words(report, messages),
            marks,
            ..Drawing::default()
        },
        kinds: vec![Kind::Grouped],
        rows,
        section: main_section(&lines),
        notes: Vec::new(),
    })
}

/// The value of the year before, where the report prints it or what it follows from.
fn earlier(item: &Item, last_year: &LastYear, messages: &Messages) -> Option<Beside> {
    let statistic = item.statistic;
    let change = statistic.change.as_ref().or_else(|| said_apart(statistic, last_year));
    if let Some(value) = change.and_then(|change| change.from) {
        return beside(value, statistic, false, messages);
    }
    if let Some(printed) = printed(statistic, last_year) {
        let shown = i18n::quantity(printed, messages)?.to_string();
        return Some(Beside { value: printed.value?, shown, is_computed: false });
    }
    // From a value that is itself only near the true one, nothing follows.
    if statistic.approximation.is_some() {
        return None;
    }
    beside(computed(item.value, statistic.unit.as_deref()?, change?)?, statistic, true, messages)
}

fn beside(
    value: f64,
    statistic: &Statistic,
    is_computed: bool,
    messages: &Messages,
) -> Option<Beside> {
    let unit = statistic.unit.clone().unwrap_or_default();
    // Of a percentage printed with one decimal no more is known than this.
    let is_rounded = is_computed && value.fract() != 0.0;
    let is_count = statistic.value.is_some_and(|now| now.fract() == 0.0) && unit != "%";
    let value = match (is_rounded, is_count) {
        (true, true) => value.round(),
        (true, false) => (value * 100.0).round() / 100.0,
        _ => value,
    };
    if !(value.is_finite() && value >= 0.0) {
        return None;
    }
    let before = if is_rounded && is_count { messages.chart.about } else { "" };
    let gap = i18n::gap_before(&unit, messages);
    let number = i18n::grouped(value);
    let shown = Quantity { before, number, after: "", gap, unit }.to_string();
    Some(Beside { value, shown, is_computed })
}

/// The change that a report states apart from the value: 纠错率7.9%,比上年下降1.4个百分点.
fn said_apart<'a>(statistic: &Statistic, last_year: &LastYear<'a>) -> Option<&'a Change> {
    let is_it =
        |it: &&&Statistic| it.section == statistic.section && it.indicator == statistic.indicator;
    let found = last_year.changes.iter().find(is_it)?;
    // Of two values under one name, it would be a guess which one has changed.
    let is_namesake = |it: &&Statistic| it.value.is_some() && it.indicator == statistic.indicator;
    let is_only = last_year.report.statistics.iter().filter(is_namesake).take(2).count() == 1;
    found.change.as_ref().filter(|_| is_only)
}

/// The figure of the year before that the report itself prints.
fn printed<'a>(statistic: &Statistic, last_year: &LastYear<'a>) -> Option<&'a Statistic> {
    let is_it =
        |it: &&&Statistic| (&it.indicator, &it.unit) == (&statistic.indicator, &statistic.unit);
    last_year.printed.iter().find(is_it).copied()
}

/// The former value, as a printed change has it.
fn computed(value: f64, unit: &str, change: &Change) -> Option<f64> {
    if change.direction == Direction::Flat {
        return Some(value);
    }
    let size = change.value.filter(|size| size.is_finite() && *size > 0.0)?;
    let signed = if change.direction == Direction::Up { size } else { -size };
    match change.unit.as_deref()? {
        // A share falls by points; in percent it may be meant either way.
        "%" if unit != "%" && signed > -100.0 => Some(value / (1.0 + signed / 100.0)),
        "个百分点" if unit == "%" => Some(value - signed),
        "ratio" => Some(value / size),
        own if own == unit && unit != "%" => Some(value - signed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(direction: Direction, value: f64, unit: &str) -> Change {
        Change { direction, value: Some(value), unit: Some(unit.to_owned()), from: None }
    }

    #[test]
    fn a_former_value_follows_from_its_change_or_is_left_out() {
        use Direction::{Down, Flat, Up};
        let near = |found: Option<f64>, expected: f64| {
            assert!(found.is_some_and(|it| (it - expected).abs() < 0.01), "{found:?} {expected}");
        };
        near(computed(246.0, "件", &change(Up, 17.1, "%")), 210.08);
        near(computed(50.0, "件", &change(Down, 50.0, "%")), 100.0);
        near(computed(7.9, "%", &change(Down, 1.4, "个百分点")), 9.3);
        near(computed(12.0, "件", &change(Up, 4.0, "件")), 8.0);
        near(computed(24.0, "件", &change(Up, 2.4, "ratio")), 10.0);
        near(
            computed(7.0, "件", &Change { value: None, unit: None, ..change(Flat, 0.0, "") }),
            7.0,
        );
        // 一倍 may mean as much again or as much; a rate that rises by a percent may mean points.
        assert_eq!(computed(24.0, "件", &change(Up, 2.0, "倍")), None);
        assert_eq!(computed(24.0, "%", &change(Up, 2.0, "%")), None);
        assert_eq!(computed(24.0, "件", &change(Down, 100.0, "%")), None);
    }
}
