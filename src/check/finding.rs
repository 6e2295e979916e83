//! What a check found, as numbers and names that any language can word.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// 结论: what a check says. In order of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Does not hold as printed.
    Fail,
    /// Looks odd, or holds in part; may have a reason that the report does not give.
    Warn,
    /// Not enough is printed to tell.
    Unknown,
    /// Holds.
    Ok,
}

/// 核查项目: which check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// 分项与总数: parts against their total.
    PartsTotal,
    /// 比率与件数: a rate against its counts.
    Rate,
    /// 表格合计: sums of rows and columns.
    TableSum,
    /// 勾稽关系: the identity of the table of disclosure requests.
    DisclosureIdentity,
    /// 同一数据前后不一: one figure given twice.
    RepeatedFigure,
    /// 增减幅度: a change against both of its values.
    Growth,
    /// 数值合理性: a share above one hundred percent.
    Plausibility,
    /// 必备内容: what a report has to contain.
    RequiredContent,
    /// 报送时间: whether it was handed in by the date set.
    Submitted,
    /// 公开时间: whether it was published by the date set.
    Published,
    /// 标题年份: the year of the title against that of the first heading.
    HeadingYear,
    /// 序号: heading numbers that skip or repeat.
    HeadingNumber,
    /// 落款: signature and date.
    SignOff,
    /// 占位符: what a template left to be filled in.
    Placeholder,
    /// 段落重复: a paragraph that stands twice.
    RepeatedParagraph,
    /// 引用失效文件: a rule that is no longer in force.
    RepealedRule,
}

/// A number that takes part in a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Index of the statistic, where it is one.
    pub statistic: Option<usize>,
    /// What is counted, in the report's words; may be empty.
    pub label: String,
    /// The value in the base unit.
    pub value: f64,
    /// Number and unit as printed, in the normalized form: 近30万元.
    pub printed: String,
}

/// What a list says about its own completeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// It says that it is complete (其余, 合计), or its kinds leave nothing over (简易程序, 普通程序).
    Complete,
    /// It reads as if it were complete and does not say so.
    Likely,
    /// It names some parts (其中).
    Open,
}

/// Which sum of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// Across a row.
    Row,
    /// Down a column.
    Column,
}

/// 必备内容: one of the things that a report has to contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// 主要举措和成效.
    Results,
    /// 存在的不足和原因.
    Shortcomings,
    /// 党政主要负责人履行第一责任人职责.
    FirstResponsiblePerson,
    /// 下一年度主要安排.
    Plan,
    /// 其他需要报告的情况.
    Other,
    /// 总体情况, of a disclosure report.
    DisclosureOverview,
    /// 主动公开政府信息情况.
    DisclosureActive,
    /// 收到和处理政府信息公开申请情况.
    DisclosureRequests,
    /// 政府信息公开行政复议、行政诉讼情况.
    DisclosureDisputes,
    /// 存在的主要问题及改进情况.
    DisclosureProblems,
    /// 其他需要报告的事项.
    DisclosureOther,
}

/// How far a required thing is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// A part of its own.
    Own,
    /// Under the heading of another part, or together with one.
    Shared,
    /// The part is there, and one thing that belongs to it was not found: the causes of shortcomings.
    WithoutCauses,
    /// Mentioned in passing.
    Mentioned,
    /// Nowhere, in a text that is whole.
    Missing,
    /// Nowhere in what can be seen; the text may be cut.
    NotSeen,
}

/// What a date was checked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// 报送, by the date under the signature.
    Submitted,
    /// 公开, by the date on the page.
    Published,
}

/// A date against the date set for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timing {
    /// By the date set.
    InTime,
    /// After it.
    Late,
    /// No date, or one that does not decide.
    Unclear,
}

/// What was found. Indices of statistics and sections are those of the report.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Parts against their total. The sum of the parts as printed is `sum`.
    Parts {
        /// The total.
        total: Amount,
        /// Its parts, in reading order.
        parts: Vec<Amount>,
        /// Sum of the parts.
        sum: f64,
        /// What the list says of itself.
        claim: Claim,
    },
    /// A rate against its counts.
    Rate {
        /// The rate.
        rate: Amount,
        /// What is counted in it; several for 纠错率.
        parts: Vec<Amount>,
        /// What it is counted out of.
        whole: Amount,
        /// Sum of the parts as a percentage of the whole.
        computed: f64,
    },
    /// A sum of a table that differs from the printed total.
    TableSum {
        /// Across a row or down a column.
        sum: Sum,
        /// The head of that row or column.
        place: String,
        /// What is added up.
        parts: Vec<f64>,
        /// The printed total.
        total: f64,
    },
    /// Tables whose sums are all as printed.
    TableHolds {
        /// How many sums were compared.
        sums: usize,
    },
    /// 一 + 二 = 三（七） + 四, of one column.
    Identity {
        /// The column: 总计, 自然人 ….
        column: String,
        /// 一、本年新收.
        received: f64,
        /// 二、上年结转.
        carried_over: f64,
        /// 三、（七）总计.
        handled: f64,
        /// 四、结转下年度.
        left_over: f64,
    },
    /// One figure given twice with different values.
    Twice {
        /// As given first.
        first: Amount,
        /// As given again.
        second: Amount,
    },
    /// A change against both of its values.
    Growth {
        /// What changed.
        label: String,
        /// The former value.
        from: f64,
        /// The later value.
        to: f64,
        /// The printed size of the change; negative for a fall.
        said: f64,
        /// The size that follows from the values, with its sign.
        computed: f64,
        /// `%`, `个百分点`, `倍`, `ratio` or the unit of the values.
        unit: String,
    },
    /// A share of more than the whole.
    AboveWhole {
        /// The share.
        rate: Amount,
    },
    /// Something that a report has to contain.
    Content {
        /// What.
        item: Item,
        /// How far it is there.
        presence: Presence,
        /// The heading under which it stands.
        heading: Option<String>,
        /// Whether the rule came into force only after the date set for reports of that year.
        later_rule: bool,
    },
    /// A date against the date set for it. Dates are `YYYY-MM-DD`, shorter when less is printed.
    Deadline {
        /// What was to be done by then.
        event: Event,
        /// The printed date.
        printed: Option<String>,
        /// The last day, where the rules set one.
        due: Option<String>,
        /// In time or not.
        timing: Timing,
        /// How many days after the last day, at least.
        days: u32,
    },
    /// The first heading speaks of another year than the title.
    HeadingYear {
        /// The year of the title.
        title: i32,
        /// The year of the heading.
        heading: i32,
    },
    /// A heading number that does not follow from the one before it.
    HeadingNumber {
        /// As printed before it.
        before: String,
        /// As printed.
        number: String,
        /// The number that would follow, as digits.
        expected: u32,
        /// Whether it repeats the one before.
        repeats: bool,
    },
    /// 落款.
    SignOff {
        /// Whether the body signs.
        has_name: bool,
        /// Whether a date stands under the text.
        has_date: bool,
    },
    /// What a template left to be filled in.
    Placeholders {
        /// The first of them, as printed.
        words: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// A paragraph that stands more than once.
    RepeatedParagraph {
        /// How it starts.
        start: String,
        /// How often it stands.
        times: usize,
    },
    /// Most of the text stands twice: it was saved twice rather than written twice.
    DoubledText {
        /// How many paragraphs.
        paragraphs: usize,
    },
    /// A rule that was no longer in force.
    RepealedRule {
        /// Its title, with 《》.
        rule: String,
        /// Since when, `YYYY-MM-DD`.
        since: String,
        /// What took its place.
        successor: String,
    },
}

impl Finding {
    /// Which check it belongs to.
    #[must_use]
    pub const fn kind(&self) -> CheckKind {
        match self {
            Self::Parts { .. } => CheckKind::PartsTotal,
            Self::Rate { .. } => CheckKind::Rate,
            Self::TableSum { .. } | Self::TableHolds { .. } => CheckKind::TableSum,
            Self::Identity { .. } => CheckKind::DisclosureIdentity,
            Self::Twice { .. } => CheckKind::RepeatedFigure,
            Self::Growth { .. } => CheckKind::Growth,
            Self::AboveWhole { .. } => CheckKind::Plausibility,
            Self::Content { .. } => CheckKind::RequiredContent,
            Self::Deadline { event: Event::Submitted, .. } => CheckKind::Submitted,
            Self::Deadline { event: Event::Published, .. } => CheckKind::Published,
            Self::HeadingYear { .. } => CheckKind::HeadingYear,
            Self::HeadingNumber { .. } => CheckKind::HeadingNumber,
            Self::SignOff { .. } => CheckKind::SignOff,
            Self::Placeholders { .. } => CheckKind::Placeholder,
            Self::RepeatedParagraph { .. } | Self::DoubledText { .. } => {
                CheckKind::RepeatedParagraph
            }
            Self::RepealedRule { .. } => CheckKind::RepealedRule,
        }
    }

    /// The statistics that it rests on.
    #[must_use]
    pub fn statistics(&self) -> Vec<usize> {
        let amounts: Vec<&Amount> = match self {
            Self::Parts { total, parts, .. } => std::iter::once(total).chain(parts).collect(),
            Self::Rate { rate, parts, whole, .. } => parts.iter().chain([whole, rate]).collect(),
            Self::Twice { first, second } => vec![first, second],
            Self::AboveWhole { rate } => vec![rate],
            _ => Vec::new(),
        };
        amounts.into_iter().filter_map(|amount| amount.statistic).collect()
    }
}

/// One check's outcome, and where in the report it rests.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it says.
    pub verdict: Verdict,
    /// What was compared.
    pub finding: Finding,
    /// Indices of the statistics that it rests on.
    pub statistics: Vec<usize>,
    /// Indices of the sections that it rests on.
    pub sections: Vec<usize>,
    /// The sentences, table rows or lines that it rests on, in the report's text.
    pub spans: Vec<Span>,
    /// Its legal or arithmetical source.
    pub source: String,
}
