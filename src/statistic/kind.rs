//! 类别: what kind of statement a figure is.

use super::Statistic;

/// 类别: a kind of statement. A figure may be of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatisticKind {
    /// 数量: a count that is not an amount of money.
    Count,
    /// 其中: part of a total.
    Part,
    /// 比率.
    Rate,
    /// 金额.
    Amount,
    /// 零: said to be none.
    Zero,
    /// 同比: compared with the year before.
    Change,
    /// 只有变化: the change is stated, the value is not.
    ChangeOnly,
    /// 往年, 累计: not of the report's year.
    Period,
}

impl StatisticKind {
    /// All kinds, in the order in which pages offer them.
    pub const ALL: [Self; 8] = [
        Self::Count,
        Self::Part,
        Self::Rate,
        Self::Amount,
        Self::Zero,
        Self::Change,
        Self::ChangeOnly,
        Self::Period,
    ];

    /// Whether `statistic` is of this kind.
    #[must_use]
    pub fn holds(self, statistic: &Statistic) -> bool {
        let unit = statistic.unit.as_deref().unwrap_or_default();
        let is_rate = matches!(unit, "%" | "‰" | "个百分点");
        let is_amount = unit.ends_with('元');
        match self {
            Self::Count => statistic.value.is_some() && !is_rate && !is_amount,
            Self::Part => statistic.parent.is_some(),
            Self::Rate => is_rate,
            Self::Amount => is_amount,
            Self::Zero => statistic.value.is_some_and(|value| value.abs() < f64::EPSILON),
            Self::Change => statistic.change.is_some(),
            Self::ChangeOnly => statistic.change.is_some() && statistic.value.is_none(),
            Self::Period => statistic.period.is_some(),
        }
    }
}
