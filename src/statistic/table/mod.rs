//! Tables: figures whose names stand at the head of their row and column.
//!
//! Three layouts are read. A plain table names a figure by row label and column header (行政许可 · 本年处理决定数量). The
//! table of disclosure requests counts each row by kind of applicant with the total last. The table of disclosure disputes
//! is one row of five outcomes of 行政复议 and five or ten of 行政诉讼. The layouts follow the format that the State
//! Council's office sets for disclosure reports (国办公开办函〔2021〕30号) but are told by their words, not by their place.

mod cell;
mod disclosure;
mod head;
mod heading;

use super::dictionary::{About, Dictionary, Reporter, Window};
use super::draft::{Draft, Intro};
use super::unit::{self, UnitClass};
use super::{Change, Direction, Topic};
use crate::document::{Cell, Passage};
use crate::text::{Span, numeral};
pub use cell::is_number;
pub use heading::above;

use cell::{
    earlier_year, is_change, is_rule, is_share, is_year, parse, parse_with_unit, plain_label,
    starts_with_number, unit_in, whole_unit,
};
use head::Head;

/// Columns that number or date the rows.
const NOT_COUNTED: &[&str] =
    &["序号", "编号", "年度", "年份", "日期", "时间", "电话", "代码", "文号", "备注", "邮编"];

/// Reads one table; spans of the drafts are of `reading`.
///
/// `about` is what the headings above speak of, `above` the lines that stand over it as its title ([`above`]), `year` the
/// year that the report covers.
pub fn read(
    rows: &[&Passage],
    reading: &str,
    dictionary: &Dictionary,
    about: &About,
    above: &str,
    year: Option<i32>,
) -> Vec<Draft> {
    let mut about = *about;
    if let Some(topic) = dictionary.hits(above).into_iter().find_map(|hit| dictionary.about(hit)) {
        about[topic as usize] = Some(TITLE);
    }
    let mut table = Table {
        reading,
        dictionary,
        about,
        unit: heading::unit_of_all(above),
        year,
        row_period: None,
        block: 0,
        headers: Vec::new(),
        after_data: false,
        group: String::new(),
        kind: String::new(),
        drafts: Vec::new(),
    };
    for row in rows {
        table.row(&row.cells);
    }
    table.drafts
}

/// A table being read.
struct Table<'a> {
    reading: &'a str,
    dictionary: &'a Dictionary,
    /// What the headings above and the rows before speak of.
    about: About,
    /// The unit that the lines over the table name for all of it, with the factor to its base.
    unit: Option<(unit::Unit, f64)>,
    /// The year that the report covers.
    year: Option<i32>,
    /// The period of the row being read, where its first cell is another year.
    row_period: Option<String>,
    /// The first draft of the rows since the last head or total.
    block: usize,
    /// Header rows that hold for the rows below.
    headers: Vec<Vec<Cell>>,
    /// Whether a row of data stood above, so that a row of words starts a new head.
    after_data: bool,
    /// The row group that labels without one of their own belong to: 三、本年度办理结果.
    group: String,
    /// The row label that sub-rows (1.…, 2.…) belong to: （三）不予公开.
    kind: String,
    drafts: Vec<Draft>,
}

/// A cell's number.
struct Number {
    cell: Cell,
    value: f64,
}

impl Table<'_> {
    fn words(&self, cell: &Cell) -> &str {
        self.reading.get(cell.span.start..cell.span.end).unwrap_or_default().trim()
    }

    fn header_words(&self) -> String {
        self.headers.iter().flatten().map(|cell| self.words(cell)).collect::<Vec<_>>().join(" ")
    }

    fn row(&mut self, cells: &[Cell]) {
        if cells.iter().all(|cell| is_rule(self.words(cell))) {
            return;
        }
        let cells = self.without_ordinal(cells);
        let dated = usize::from(self.is_dated(cells));
        self.row_period = cells
            .first()
            .filter(|_| dated == 1)
            .and_then(|it| earlier_year(self.words(it), self.year));
        let is_number = |cell: &Cell| parse(self.words(cell)).is_some();
        let first_number = cells.iter().skip(dated).position(is_number).map(|at| at + dated);
        let Some(first) = first_number else {
            if self.after_data {
                self.headers.clear();
                self.after_data = false;
            }
            self.block = self.drafts.len();
            self.headers.push(cells.to_vec());
            return;
        };
        self.after_data = true;
        let labels: Vec<String> = cells[dated..first]
            .iter()
            .map(|cell| self.words(cell).to_owned())
            .filter(|words| !words.is_empty())
            .collect();
        let numbers: Vec<Number> = cells[first..]
            .iter()
            .filter_map(|cell| Some(Number { cell: *cell, value: parse(self.words(cell))? }))
            .collect();
        let head = self.header_words();
        if labels.is_empty()
            && head.contains("结果维持")
            && numbers.len() >= 2 * disclosure::OUTCOMES
        {
            self.disputes(&numbers);
        } else if head.contains("自然人") && numbers.len() > 1 {
            self.requests(&labels, &numbers);
        } else {
            let before = self.drafts.len();
            self.plain(cells, first, &labels);
            let label: String = labels.concat().split_whitespace().collect();
            if TOTALS.iter().any(|word| label.starts_with(word)) {
                self.sum_down(before);
            }
        }
    }

    /// 合计 below the rows: they are its parts, column by column, where they add up to it.
    fn sum_down(&mut self, total: usize) {
        let (rows, totals) = self.drafts.split_at_mut(total);
        let rows = &mut rows[self.block..];
        for sum in totals.iter() {
            let is_part = |draft: &Draft| {
                sum.canonical.is_some()
                    && (draft.canonical, &draft.unit, &draft.period)
                        == (sum.canonical, &sum.unit, &sum.period)
            };
            let parts: Vec<f64> =
                rows.iter().filter(|it| is_part(it)).filter_map(|it| it.value).collect();
            if parts.len() > 1 && sum.value == Some(numeral::tidy(parts.iter().sum())) {
                let parts = rows.iter_mut().filter(|it| is_part(it));
                parts.for_each(|part| part.parent_name = sum.canonical);
            }
        }
        self.block = self.drafts.len();
    }

    /// Whether the first cell is the year of the row: 2022 | 30 | 28, below 年度.
    fn is_dated(&self, cells: &[Cell]) -> bool {
        let [first, _, ..] = cells else { return false };
        let header = self.head_of(cells.len(), 0).own;
        let is_headed = ["年度", "年份", "时间"].iter().any(|word| header.contains(word));
        is_year(self.words(first)) && (is_headed || self.words(first).ends_with(['年', '度']))
    }

    /// The cells without a first one that only numbers the row: 1 | 被申请行政复议 | 14.
    fn without_ordinal<'c>(&self, cells: &'c [Cell]) -> &'c [Cell] {
        let [ordinal, label, _, ..] = cells else { return cells };
        let is_ordinal = parse(self.words(ordinal)).is_some_and(|value| value <= ROWS_AT_MOST)
            && !self.words(label).is_empty()
            && !starts_with_number(self.words(label));
        if is_ordinal { &cells[1..] } else { cells }
    }

    /// Row label and column header name each number.
    fn plain(&mut self, cells: &[Cell], first: usize, labels: &[String]) {
        // 处罚决定 | 件 | 118: the unit stands in a cell of its own.
        let unit_cell = labels.iter().skip(1).find_map(|words| whole_unit(words));
        let labels: Vec<&str> =
            labels.iter().map(String::as_str).filter(|words| whole_unit(words).is_none()).collect();
        let row_label = labels.join(" ");
        let row_label = row_label.trim_start_matches("其中").trim_start_matches([':', '：']);
        let first_draft = self.drafts.len();
        // Where the drafts of the columns under one head start.
        let (mut group, mut first_of_group) = (String::new(), first_draft);
        let caption = if row_label.is_empty() { self.caption() } else { String::new() };
        let counted = unit_in(&caption);
        let topic_of_caption = self.topic_named(&caption);
        for (column, cell) in cells.iter().enumerate().skip(first) {
            let Head { group: over, own: header } = self.head_of(cells.len(), column);
            if over != group {
                (group, first_of_group) = (over, self.drafts.len());
            }
            if is_change(&header) {
                self.change_row(first_of_group, self.words(cell).to_owned());
                continue;
            }
            let Some((value, own_unit)) = parse_with_unit(self.words(cell)) else { continue };
            if NOT_COUNTED.iter().any(|word| header.contains(word)) && !is_year(&header) {
                continue;
            }
            let (printed, factor) = own_unit
                .map(|unit| (unit, 1.0))
                .or(unit_cell)
                .or_else(|| unit_in(&header))
                .or_else(|| unit_in(&group))
                .or_else(|| unit_in(row_label))
                .or(counted)
                .unzip();
            // 行政处罚实施数量(宗) above 合计: the total is what the caption names.
            let is_total = TOTALS.iter().any(|word| header.starts_with(word));
            let name = if is_total && row_label.is_empty() {
                caption.clone()
            } else {
                format!("{row_label} {header}")
            };
            let printed =
                printed.or_else(|| is_share(row_label, &header).then(|| unit::scan("%")).flatten());
            let (printed, factor) = match (printed, factor, self.unit) {
                (None, None, Some((unit, factor))) => (Some(unit), Some(factor)),
                (printed, factor, _) => (printed, factor),
            };
            let class = printed.as_ref().map(|unit: &unit::Unit| (unit.name, unit.class));
            let mut indicator = if group.is_empty() {
                self.named(&name, class)
            } else {
                self.named_in_group(row_label, &group, &header, class)
            };
            if topic_of_caption.is_some() {
                let of_caption = |index: &usize| {
                    Some(self.dictionary.indicators[*index].topic) == topic_of_caption
                };
                let with_caption =
                    || self.named(&format!("{} {header}", plain_label(&caption)), class);
                indicator = indicator.filter(of_caption).or_else(|| {
                    with_caption()
                        .filter(of_caption)
                        .filter(|index| !self.is_of_caption(&caption, class, *index))
                });
            }
            let Some(unit) = class
                .map(|(unit, _)| unit.to_owned())
                .or_else(|| indicator.and_then(|index| self.dictionary.unit_of(index)))
            else {
                continue;
            };
            let indicator = indicator.filter(|index| !self.is_kind_of_case(*index));
            let topic = indicator.map_or_else(
                || topic_of_caption.unwrap_or_else(|| self.topic()),
                |index| self.dictionary.indicators[index].topic,
            );
            let label = if is_total && row_label.is_empty() {
                plain_label(&caption)
            } else {
                let of_column = if is_year(&header) { String::new() } else { plain_label(&header) };
                plain_label(row_label) + &plain_label(&group) + &of_column
            };
            let number = Number { cell: *cell, value };
            self.push(indicator, topic, label, &number, unit, factor.unwrap_or(1.0), false);
            if let Some(draft) = self.drafts.last_mut() {
                draft.period = earlier_year(&header, self.year).or_else(|| self.row_period.clone());
            }
            if indicator.is_some() {
                self.about[topic as usize] = Some(ROW_BEFORE);
            }
            if is_total {
                self.sum_up(first_draft);
            }
        }
    }

    /// The indicator of a column that shares a head with others. 审结 over 维持: the nearer head tells more; 行政强制 over
    /// 立案: only both tell.
    fn named_in_group(
        &self,
        row_label: &str,
        group: &str,
        header: &str,
        class: Option<(&str, UnitClass)>,
    ) -> Option<usize> {
        let both = || self.named(&format!("{row_label} {group} {header}"), class);
        if is_year(header) || self.topic_named(group).is_some() {
            return both();
        }
        self.named(&format!("{row_label} {header}"), class).or_else(both)
    }

    /// 合计: the counts of the row before it are its parts where they add up to it.
    fn sum_up(&mut self, first: usize) {
        let Some((total, parts)) = self.drafts[first..].split_last_mut() else { return };
        let sum: f64 = parts.iter().filter_map(|part| part.value).sum();
        if parts.len() > 1 && total.value == Some(sum) {
            parts.iter_mut().for_each(|part| part.parent_name = total.canonical);
        }
    }

    /// The words of the head row that stand above all columns: 行政处罚实施数量(宗).
    fn caption(&self) -> String {
        let alone =
            |row: &&Vec<Cell>| row.iter().filter(|cell| !self.words(cell).is_empty()).count() == 1;
        let row = self.headers.iter().rev().skip(1).find(alone);
        row.and_then(|row| row.iter().map(|cell| self.words(cell)).find(|words| !words.is_empty()))
            .unwrap_or_default()
            .to_owned()
    }

    /// What the words of a caption speak of.
    fn topic_named(&self, caption: &str) -> Option<Topic> {
        self.dictionary
            .hits(caption)
            .into_iter()
            .filter_map(|hit| self.dictionary.about(hit))
            .next()
    }

    /// Whether an indicator is what the caption alone names, so that a column below it is only one kind of it.
    fn is_of_caption(&self, caption: &str, unit: Option<(&str, UnitClass)>, index: usize) -> bool {
        self.named(&plain_label(caption), unit) == Some(index)
    }

    /// 增减(%): the change of the figure of the report's year in the row, from the one of the year before.
    fn change_row(&mut self, first: usize, words: String) {
        let (negative, words) = match words.strip_prefix(['-', '−', '－', '↓']) {
            Some(rest) => (true, rest.to_owned()),
            None => (false, words.trim_start_matches(['+', '↑']).to_owned()),
        };
        let Some(value) = parse(words.trim_end_matches('%')) else { return };
        let row = &mut self.drafts[first..];
        let from = row.iter().find(|draft| draft.period.is_some()).and_then(|draft| draft.value);
        let Some(current) = row.iter_mut().find(|draft| draft.period.is_none()) else { return };
        let direction = if negative { Direction::Down } else { Direction::Up };
        current.change =
            Some(Change { direction, value: Some(value), unit: Some("%".to_owned()), from });
    }

    /// Whether a table on cases counts them by what they are about: under 行政复议, 行政处罚 is a kind of case.
    fn is_kind_of_case(&self, indicator: usize) -> bool {
        let topic = self.dictionary.indicators[indicator].topic;
        let is_of_cases = |topic| matches!(topic, Topic::Reconsideration | Topic::Litigation);
        // 一审行政应诉 in a table on reconsideration and litigation is what it says.
        is_of_cases(self.topic())
            && !is_of_cases(topic)
            && self.about[topic as usize].is_none()
            && self.about[Topic::Disclosure as usize].is_none()
    }

    /// What the headings speak of most nearly.
    fn topic(&self) -> Topic {
        Topic::ALL
            .into_iter()
            .filter_map(|topic| self.about[topic as usize].map(|far| (far, topic)))
            .min_by_key(|(far, _)| *far)
            .map_or(Topic::Other, |(_, topic)| topic)
    }

    /// What stands above a column of rows that are `width` cells wide.
    fn head_of(&self, width: usize, column: usize) -> Head {
        head::of(&self.headers, width, column, |cell| self.words(cell))
    }

    /// The indicator that a name made of labels means.
    fn named(&self, name: &str, unit: Option<(&str, UnitClass)>) -> Option<usize> {
        let hits = self.dictionary.hits(name);
        let whole = Span::new(0, name.len());
        let window = Window { spans: &[whole], sentence: 0, figure: name.len() };
        let mut about = self.about;
        if about.iter().all(Option::is_none) {
            about[Topic::Disclosure as usize] = Some(1);
        }
        let unit = unit.or(Some(("件", UnitClass::Thing)));
        let found = self.dictionary.candidates(window, unit, &hits, &about, Reporter::Organ);
        found.first().map(|candidate| candidate.indicator)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one call site a layout; a struct would only rename them"
    )]
    fn push(
        &mut self,
        canonical: Option<usize>,
        topic: Topic,
        label: String,
        number: &Number,
        unit: String,
        factor: f64,
        is_part: bool,
    ) {
        self.drafts.push(Draft {
            topic,
            canonical,
            label,
            value: Some(numeral::tidy(number.value * factor)),
            class: Some(unit::class_of(&unit)),
            unit: Some(unit),
            approximation: None,
            change: None,
            period: None,
            parent: None,
            parent_name: canonical.filter(|_| is_part),
            quote: number.cell.span,
            figure: number.cell.span,
            clause: 0,
            intro: Intro::default(),
        });
    }
}

/// Heads of columns that sum up the others.
const TOTALS: &[&str] = &["合计", "总计", "小计"];

/// Tables have fewer rows than this; a larger number in front of a label counts something.
const ROWS_AT_MOST: f64 = 200.0;

/// How near the topic of the row before is to a row.
const ROW_BEFORE: u32 = 100;

/// How near the topic of the table's own title is.
const TITLE: u32 = 150;
