//! The tables of disclosure reports: requests by kind of applicant, and disputes by outcome.

use super::cell::plain_label;
use super::{Number, Table};
use crate::statistic::Topic;

/// Outcomes in the table of disclosure disputes.
pub(super) const OUTCOMES: usize = 5;

impl Table<'_> {
    /// Five outcomes of 行政复议, then those of 行政诉讼.
    pub(super) fn disputes(&mut self, numbers: &[Number]) {
        for (column, number) in numbers.iter().enumerate() {
            let (name, topic) = if column < OUTCOMES {
                ("信息公开复议", Topic::Disclosure)
            } else {
                ("信息公开诉讼", Topic::Disclosure)
            };
            let outcome =
                ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"][column % OUTCOMES];
            let canonical = self.dictionary.index_of(name);
            self.push(
                canonical,
                topic,
                format!("{name}{outcome}"),
                number,
                "件".to_owned(),
                1.0,
                false,
            );
        }
    }

    /// One row of the table of requests: by applicant, the total last. Zeros of single applicants are left to the total.
    pub(super) fn requests(&mut self, labels: &[String], numbers: &[Number]) {
        for words in labels {
            if words.chars().nth(1) == Some('、') {
                self.group = words.clone();
                self.kind = words.clone();
            } else if words.starts_with(['(', '（']) {
                self.kind = words.clone();
            }
        }
        let name = format!("{} {}", self.group, self.kind);
        let Some(indicator) = self.named(&name, None) else { return };
        let label = labels.last().cloned().unwrap_or_else(|| name.clone());
        let Some((total, parts)) = numbers.split_last() else { return };
        for part in parts.iter().filter(|part| part.value > 0.0) {
            self.push(
                Some(indicator),
                Topic::Disclosure,
                plain_label(&label),
                part,
                "件".to_owned(),
                1.0,
                true,
            );
        }
        self.push(
            Some(indicator),
            Topic::Disclosure,
            plain_label(&label),
            total,
            "件".to_owned(),
            1.0,
            false,
        );
    }
}
