//! 主要数据: the few figures that answer "what happened here?".

use crate::order;
use std::collections::HashSet;

use super::catalogue;
use crate::report::Report;
use crate::statistic::{Statistic, Topic};

/// How many key figures an overview shows at most.
const MOST: usize = 6;
/// How many of them may be of one topic.
const MOST_OF_TOPIC: usize = 2;

/// The indices of at most six telling figures, in reading order of the overview.
///
/// First those whose indicator opens a report best; where these are too few, the first figure of each topic that has
/// none yet, then whatever comes first.
#[must_use]
pub fn key_statistics(report: &Report) -> Vec<usize> {
    let mut choice = Choice::default();
    for group in catalogue::KEY {
        let before = choice.idxs.len();
        for indicator in *group {
            let is_it = |it: &Statistic| it.canonical && it.indicator == *indicator;
            if choice.idxs.len() == before {
                choice.take_first(report, is_it, MOST_OF_TOPIC);
            }
        }
    }
    for topic in super::topics(report) {
        let tells = |it: &Statistic| it.value.is_some_and(|value| value > 0.0);
        choice.take_first(report, |it| it.topic == topic && it.canonical && tells(it), 1);
        choice.take_first(report, |it| it.topic == topic && it.canonical, 1);
        choice.take_first(report, |it| it.topic == topic, 1);
    }
    while choice.idxs.len() < MOST {
        let before = choice.idxs.len();
        choice.take_first(report, |_| true, usize::MAX);
        if choice.idxs.len() == before {
            break;
        }
    }
    order::sort_by_key(&mut choice.idxs, |idx| {
        (report.statistics[*idx].topic as u64, order::place(*idx))
    });
    choice.idxs
}

#[derive(Default)]
struct Choice {
    idxs: Vec<usize>,
    topics: Vec<Topic>,
    indicators: HashSet<String>,
}

impl Choice {
    /// Takes the first figure of the report's year that fits, unless its topic has had its turn.
    fn take_first(&mut self, report: &Report, fits: impl Fn(&Statistic) -> bool, of_topic: usize) {
        let found = report.statistics.iter().enumerate().find(|(_, it)| {
            it.value.is_some()
                && it.period.is_none()
                && fits(it)
                && !self.indicators.contains(&it.indicator)
        });
        let Some((idx, statistic)) = found else { return };
        let taken = self.topics.iter().filter(|topic| **topic == statistic.topic).count();
        if self.idxs.len() < MOST && taken < of_topic {
            self.idxs.push(idx);
            self.topics.push(statistic.topic);
            self.indicators.insert(statistic.indicator.clone());
        }
    }
}
