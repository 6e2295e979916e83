//! Blocks → figures.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::text::Span;

/// 数据: one figure of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistic {
    /// 主题.
    pub topic: Topic,
    /// 指标: the dictionary's name where it is one of the dictionary's, else a short noun phrase from the text.
    pub indicator: String,
    /// Whether `indicator` is one of the dictionary's, so that reports can be compared by it.
    pub canonical: bool,
    /// What is counted, as this report words it, simplified, short.
    pub label: String,
    /// In the base unit; 0 for a zero statement; `None` when only a change is stated.
    pub value: Option<f64>,
    /// Base unit as printed: 件, 人次, 元, %. `None` for a zero statement without one.
    pub unit: Option<String>,
    /// 约数.
    pub approximation: Option<Approximation>,
    /// 同比: change against the year before.
    pub change: Option<Change>,
    /// Indicator of the total that this is part of.
    pub parent: Option<String>,
    /// ISO 8601 interval where it is not the report's year.
    pub period: Option<String>,
    /// Index of the section.
    pub section: Option<usize>,
    /// The exact words in the text that it was read from.
    pub quote: String,
    /// Where `quote` stands in the text.
    pub span: Span,
}

/// 约数: how a printed value relates to the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Approximation {
    /// 约, 左右, 大约.
    About,
    /// 余, 多, 以上, 超, 逾.
    Over,
    /// 不足, 以下, 以内.
    Under,
    /// 近, 接近.
    Nearly,
}

/// 同比: a change against the year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Up, down or flat.
    pub direction: Direction,
    /// Size; `None` when only the direction is stated.
    pub value: Option<f64>,
    /// `%`, `个百分点`, `倍`, `ratio` (是上年的N倍), or the base unit.
    pub unit: Option<String>,
    /// The former value when printed (由A到B).
    pub from: Option<f64>,
}

/// The direction of a [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// 上升, 增长.
    Up,
    /// 下降, 减少.
    Down,
    /// 持平.
    Flat,
}

/// 主题: what a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// 行政复议.
    Reconsideration,
    /// 行政诉讼, 行政应诉.
    Litigation,
    /// 信访.
    Petition,
    /// 行政执法.
    Enforcement,
    /// 行政规范性文件.
    NormativeDocument,
    /// 重大行政决策, 合法性审查.
    Decision,
    /// 普法宣传.
    Publicity,
    /// 学法培训.
    Training,
    /// 政务公开.
    Disclosure,
    /// 行政审批.
    Approval,
    /// 调解与公共法律服务.
    Mediation,
    /// 检察建议, 司法建议.
    Procuratorial,
    /// 听证.
    Hearing,
    /// 法律顾问, 公职律师.
    LegalCounsel,
    /// 其他.
    Other,
}

/// Extracts the figures of a document, in reading order.
#[must_use]
pub fn extract(_document: &Document, _diagnostics: &mut Vec<Diagnostic>) -> Vec<Statistic> {
    Vec::new()
}
