//! 标题: the title line or lines.

/// What titles of reports end in.
pub(super) const ENDINGS: [&str; 7] = ["报告", "总结", "汇报", "年报", "公示", "情况", "自查"];
