//! 数据表: which figures the table shows, in which order, and what of them is copied.

mod copied;

pub use copied::{Cell, html, table, tsv};

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::i18n::Messages;
use crate::order;
use crate::report::Report;
use crate::statistic::{Statistic, StatisticKind, Topic};
use crate::text::search::Searchable;

/// What the figures are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    /// 出现顺序.
    #[default]
    Place,
    /// 指标.
    Name,
    /// 主题.
    Topic,
    /// 数值: figures of one unit stand together.
    Value,
    /// 章节.
    Section,
}

/// The order of the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether from the last or largest on.
    pub is_descending: bool,
}

impl Sort {
    /// The order after the reader chose to sort by `key`: the other way round where it is so sorted already.
    ///
    /// Values begin with the largest, which is what one looks for; all else with the first.
    #[must_use]
    pub fn by(self, key: SortKey) -> Self {
        if self.key == key {
            return Self { is_descending: !self.is_descending, ..self };
        }
        Self { key, is_descending: key == SortKey::Value }
    }
}

/// Which figures are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those on this topic.
    pub topic: Option<Topic>,
    /// Those in this section or in one below it.
    pub section: Option<usize>,
    /// Those of this kind.
    pub kind: Option<StatisticKind>,
    /// Those with these words in name, indicator, total or quote, in any form.
    pub words: String,
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_off(&self) -> bool {
        *self == Self::default()
    }
}

/// What a figure is called: as the report words it, else by its indicator.
#[must_use]
pub fn name(statistic: &Statistic) -> &str {
    if statistic.label.is_empty() { &statistic.indicator } else { &statistic.label }
}

/// The dictionary's name of a figure in the page's language, where it is another one than the report's.
#[must_use]
pub fn indicator<'a>(statistic: &'a Statistic, messages: &Messages) -> Option<&'a str> {
    let known = (messages.indicator_name)(&statistic.indicator);
    (statistic.canonical && known != name(statistic)).then_some(known)
}

/// The figures of a report with all that sorting and filtering take, made once.
#[derive(Debug)]
pub struct Listing {
    /// For each figure its names, total and quote as one text to be searched; made when first asked for.
    words: OnceCell<Vec<Searchable>>,
    /// For each figure the rank of its name in the order of the language; made when first asked for.
    names: OnceCell<Vec<u64>>,
    rank: fn(&[&str]) -> Vec<u64>,
    /// For each figure the rank of its unit: the unit of most figures first.
    units: Vec<u64>,
    /// Topics that have figures, in the order of pages.
    topics: Vec<(Topic, usize)>,
    /// Sections that have figures, in themselves or below.
    sections: Vec<(usize, usize)>,
    /// Kinds that have figures, and not all of them.
    kinds: Vec<(StatisticKind, usize)>,
    /// For each section the end of what is below it.
    ends: Vec<usize>,
    /// Whether any figure is not of the report's year.
    pub has_periods: bool,
}

impl Listing {
    /// Takes up the figures of `report`. `rank` gives the place of each of some names in the order of the language.
    #[must_use]
    pub fn new(report: &Report, rank: fn(&[&str]) -> Vec<u64>) -> Self {
        let statistics = &report.statistics;
        let ends = ends(report);
        // How many figures stand before each section: a long report has thousands of both.
        let mut before = vec![0; report.sections.len() + 1];
        for section in statistics.iter().filter_map(|it| it.section) {
            if let Some(count) = before.get_mut(section + 1) {
                *count += 1;
            }
        }
        for at in 1..before.len() {
            before[at] += before[at - 1];
        }
        let inside = |section: usize| {
            before[ends.get(section).copied().unwrap_or(section + 1)] - before[section]
        };
        let sections = (0..report.sections.len()).map(|section| (section, inside(section)));
        let sections = sections.filter(|(_, count)| *count > 0).collect();
        let on = |topic: Topic| statistics.iter().filter(|it| it.topic == topic).count();
        let topics = Topic::ALL.into_iter().map(|topic| (topic, on(topic)));
        let of = |kind: StatisticKind| statistics.iter().filter(|it| kind.holds(it)).count();
        let kinds = StatisticKind::ALL.into_iter().map(|kind| (kind, of(kind)));
        Self {
            words: OnceCell::new(),
            names: OnceCell::new(),
            rank,
            units: unit_ranks(statistics),
            topics: topics.filter(|(_, count)| *count > 0).collect(),
            sections,
            kinds: kinds.filter(|(_, count)| (1..statistics.len()).contains(count)).collect(),
            ends,
            has_periods: statistics.iter().any(|it| it.period.is_some()),
        }
    }

    /// Topics to choose from, with the number of their figures.
    #[must_use]
    pub fn topics(&self) -> &[(Topic, usize)] {
        &self.topics
    }

    /// Sections to choose from, with the number of figures in them and below.
    #[must_use]
    pub fn sections(&self) -> &[(usize, usize)] {
        &self.sections
    }

    /// Kinds to choose from, with the number of their figures.
    #[must_use]
    pub fn kinds(&self) -> &[(StatisticKind, usize)] {
        &self.kinds
    }

    /// The figures that `filter` lets through, in the order of `sort`.
    #[must_use]
    pub fn rows(&self, report: &Report, filter: &Filter, sort: Sort) -> Rc<[usize]> {
        let has_words = !filter.words.trim().is_empty();
        let words = has_words
            .then(|| self.words.get_or_init(|| report.statistics.iter().map(searchable).collect()));
        let mut rows: Vec<usize> = (0..report.statistics.len())
            .filter(|idx| self.passes(&report.statistics[*idx], filter))
            .filter(|idx| words.is_none_or(|words| words[*idx].has(&filter.words)))
            .collect();
        let names = || {
            let names: Vec<&str> = report.statistics.iter().map(name).collect();
            (self.rank)(&names)
        };
        let turn = |rank: u64| {
            if sort.is_descending { u64::MAX - 1 - rank.min(u64::MAX - 1) } else { rank }
        };
        order::sort_by_key(&mut rows, |idx| {
            let statistic = &report.statistics[*idx];
            match sort.key {
                SortKey::Place => (turn(order::place(*idx)), 0),
                SortKey::Name => {
                    (turn(self.names.get_or_init(names).get(*idx).copied().unwrap_or(u64::MAX)), 0)
                }
                SortKey::Topic => {
                    let place = Topic::ALL.iter().position(|topic| *topic == statistic.topic);
                    (turn(order::place(place.unwrap_or(Topic::COUNT))), 0)
                }
                // What stands in no section stands before the first one.
                SortKey::Section => {
                    (turn(order::place(statistic.section.map_or(0, |section| section + 1))), 0)
                }
                // Numbers of different units do not compare; silence is last either way.
                SortKey::Value => match statistic.value {
                    None => (u64::MAX, 0),
                    Some(value) => {
                        let falling = order::largest_first(value);
                        let unit = self.units.get(*idx).copied().unwrap_or(u64::MAX - 1);
                        (unit, if sort.is_descending { falling } else { u64::MAX - falling })
                    }
                },
            }
        });
        rows.into()
    }

    fn passes(&self, statistic: &Statistic, filter: &Filter) -> bool {
        let is_in = |section: usize| {
            let own = section..self.ends.get(section).copied().unwrap_or(section + 1);
            statistic.section.is_some_and(|at| own.contains(&at))
        };
        filter.topic.is_none_or(|topic| statistic.topic == topic)
            && filter.section.is_none_or(is_in)
            && filter.kind.is_none_or(|kind| kind.holds(statistic))
    }
}

/// For each section the index behind the last one below it.
fn ends(report: &Report) -> Vec<usize> {
    let sections = &report.sections;
    let mut ends = vec![sections.len(); sections.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        while let Some(above) = open.pop_if(|above| sections[*above].level >= section.level) {
            ends[above] = at;
        }
        open.push(at);
    }
    ends
}

fn searchable(statistic: &Statistic) -> Searchable {
    let parent = statistic.parent.as_deref().unwrap_or_default();
    // A character that no search has keeps words of different fields apart.
    let fields = [name(statistic), statistic.indicator.as_str(), parent, statistic.quote.as_str()];
    Searchable::new(&fields.join("\u{E000}"))
}

fn unit_ranks(statistics: &[Statistic]) -> Vec<u64> {
    let mut counts = BTreeMap::<&str, (usize, usize)>::new();
    for (at, statistic) in statistics.iter().enumerate() {
        counts.entry(statistic.unit.as_deref().unwrap_or_default()).or_insert((0, at)).0 += 1;
    }
    let mut units: Vec<(&str, (usize, usize))> = counts.into_iter().collect();
    order::sort_by_key(&mut units, |(_, (count, first))| {
        (u64::MAX - order::place(*count), order::place(*first))
    });
    // One by one: to collect a map compiles another sort.
    let mut ranks = BTreeMap::new();
    for (rank, (unit, _)) in units.into_iter().enumerate() {
        ranks.insert(unit, order::place(rank));
    }
    let rank = |it: &Statistic| ranks.get(it.unit.as_deref().unwrap_or_default()).copied();
    statistics.iter().map(|it| rank(it).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests;
