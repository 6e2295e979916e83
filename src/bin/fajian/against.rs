//! `fajian check --against`: what a report has to do with the one of the year before, in lines for a reader.

use fajian::Analysis;
use fajian::comparison::{Comparison, compare};

use crate::checking::shortened;

/// How many passages, figures and plans are shown each.
const SHOWN: usize = 20;

/// Appends what two reports have to do with each other.
pub(crate) fn describe(earlier: &Analysis, later: &Analysis, text: &mut String) {
    let comparison = compare(earlier, later);
    text.push_str(&format!("  与上年报告 {} 比较\n", earlier.report.source.name));
    doubts(&comparison, text);
    carried(earlier, later, &comparison, text);
    figures(later, &comparison, text);
    plans(earlier, later, &comparison, text);
}

/// Reasons for which the two may not be made for each other.
fn doubts(comparison: &Comparison, text: &mut String) {
    if comparison.is_other_issuer {
        text.push_str("    注意：两份报告的发文机关不同\n");
    }
    if let [Some(before), Some(after)] = comparison.years
        && before + 1 != after
    {
        text.push_str(&format!("    注意：两份报告的年度是 {before} 年和 {after} 年，不相邻\n"));
    }
}

fn carried(earlier: &Analysis, later: &Analysis, comparison: &Comparison, text: &mut String) {
    let share = comparison.carried_share() * 100.0;
    let count = comparison.carried.len();
    text.push_str(&format!("    与上年逐字相同的文字 {count} 处，占正文 {share:.1}%\n"));
    for passage in comparison.carried.iter().take(SHOWN) {
        let now = shortened(later.report.words(passage.later));
        let then = shortened(earlier.report.words(passage.earlier));
        text.push_str(&format!("      > {now}\n"));
        if now != then {
            text.push_str(&format!("        上年：{then}\n"));
        }
    }
}

fn figures(later: &Analysis, comparison: &Comparison, text: &mut String) {
    text.push_str(&format!("    与上年数值相同的数据 {} 项\n", comparison.figures.len()));
    for same in comparison.figures.iter().take(SHOWN) {
        if let Some(statistic) = later.report.statistics.get(same.later) {
            text.push_str(&format!("      > {}\n", shortened(&statistic.quote)));
        }
    }
}

fn plans(earlier: &Analysis, later: &Analysis, comparison: &Comparison, text: &mut String) {
    text.push_str(&format!(
        "    上年安排 {} 项，本年可能的回应（按用词推测）\n",
        comparison.plans.len()
    ));
    for plan in comparison.plans.iter().take(SHOWN) {
        text.push_str(&format!("      上年：{}\n", shortened(earlier.report.words(plan.earlier))));
        let answer = plan.answer.map_or_else(
            || "没有找到相近的句子".to_owned(),
            |answer| shortened(later.report.words(answer.later)),
        );
        text.push_str(&format!("        本年：{answer}\n"));
    }
}
