//! 结论用语: findings as one plain sentence in simplified Chinese, with the arithmetic.
//!
//! Sober words only: what is printed, what follows from it, and how far the two are apart.

use super::finding::{
    Amount, CheckKind, Claim, Event, Finding, Item, Presence, Sum, Timing, Verdict,
};
use crate::text::numeral::tidy;

/// The sentence for a finding.
#[must_use]
pub fn sentence(verdict: Verdict, finding: &Finding) -> String {
    match finding {
        Finding::Parts { total, parts, sum, claim } => {
            self::parts(verdict, total, parts, *sum, *claim)
        }
        Finding::Rate { rate, parts, whole, computed } => {
            self::rate(verdict, rate, parts, whole, *computed)
        }
        Finding::TableSum { sum, place, parts, total } => table_sum(*sum, place, parts, *total),
        Finding::TableHolds { sums } => format!("表内 {sums} 处合计与各项之和相符"),
        Finding::Identity { column, received, carried_over, handled, left_over } => format!(
            "“{column}”一列：一＋二＝{}＋{}＝{}，三（七）＋四＝{}＋{}＝{}，两边不等",
            number(*received),
            number(*carried_over),
            number(received + carried_over),
            number(*handled),
            number(*left_over),
            number(handled + left_over),
        ),
        Finding::Twice { first, second } => format!(
            "同一数据“{}”前后不一：前文为 {}，后文为 {}",
            first.label, first.printed, second.printed
        ),
        Finding::Growth { label, from, to, said, computed, unit } => {
            growth(verdict, label, [*from, *to, *said, *computed], unit)
        }
        Finding::AboveWhole { rate } => {
            format!("“{}”为 {}，超过 100%", rate.label, rate.printed)
        }
        Finding::Content { item, presence, heading, later_rule } => {
            content(*item, *presence, heading.as_deref(), *later_rule)
        }
        Finding::Deadline { event, printed, due, timing, days } => {
            deadline(*event, printed.as_deref(), due.as_deref(), *timing, *days)
        }
        Finding::HeadingYear { title, heading } => {
            format!("标题写 {title} 年，第一个小标题写 {heading} 年")
        }
        Finding::HeadingNumber { before, number, expected, repeats } => {
            if *repeats {
                format!("序号“{number}”重复")
            } else {
                format!("序号由“{before}”跳到“{number}”，缺第 {expected} 项")
            }
        }
        Finding::SignOff { has_name, has_date } => sign_off(*has_name, *has_date).to_owned(),
        Finding::Placeholders { words, count } => {
            format!("有 {count} 处占位符没有填写，如“{}”", words.join("”“"))
        }
        Finding::RepeatedParagraph { start, times } => {
            format!("以“{start}”开头的段落出现了 {times} 次")
        }
        Finding::DoubledText { paragraphs } => {
            format!("有 {paragraphs} 段文字各出现两次，可能是网页把正文保存了两遍")
        }
        Finding::RepealedRule { rule, since, successor } => {
            format!("引用的{rule}自 {since} 起已不再施行，现为{successor}")
        }
    }
}

/// The name of a check.
#[must_use]
pub const fn kind(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::PartsTotal => "分项与总数",
        CheckKind::Rate => "比率与件数",
        CheckKind::TableSum => "表格合计",
        CheckKind::DisclosureIdentity => "勾稽关系",
        CheckKind::RepeatedFigure => "前后一致",
        CheckKind::Growth => "增减幅度",
        CheckKind::Plausibility => "数值合理性",
        CheckKind::RequiredContent => "必备内容",
        CheckKind::Submitted => "报送时间",
        CheckKind::Published => "公开时间",
        CheckKind::HeadingYear => "标题年份",
        CheckKind::HeadingNumber => "标题序号",
        CheckKind::SignOff => "落款",
        CheckKind::Placeholder => "占位符",
        CheckKind::RepeatedParagraph => "段落重复",
        CheckKind::RepealedRule => "引用文件",
    }
}

/// The name of a required thing.
#[must_use]
pub const fn item(item: Item) -> &'static str {
    match item {
        Item::Results => "主要举措和成效",
        Item::Shortcomings => "存在的不足和原因",
        Item::FirstResponsiblePerson => "党政主要负责人履行法治建设第一责任人职责的情况",
        Item::Plan => "下一年度的主要安排",
        Item::Other => "其他需要报告的情况",
        Item::DisclosureOverview => "总体情况",
        Item::DisclosureActive => "主动公开政府信息情况",
        Item::DisclosureRequests => "收到和处理政府信息公开申请情况",
        Item::DisclosureDisputes => "政府信息公开行政复议、行政诉讼情况",
        Item::DisclosureProblems => "存在的主要问题及改进情况",
        Item::DisclosureOther => "其他需要报告的事项",
    }
}

/// A number as it is written, without needless digits.
#[must_use]
pub fn number(value: f64) -> String {
    let value = tidy(value);
    if value.fract() == 0.0 {
        return format!("{value:.0}");
    }
    let shown = format!("{value:.2}");
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `29+131+42`.
fn sum_of(values: impl Iterator<Item = f64>) -> String {
    values.map(number).collect::<Vec<_>>().join("+")
}

fn parts(verdict: Verdict, total: &Amount, parts: &[Amount], sum: f64, claim: Claim) -> String {
    let name = if total.label.is_empty() { "总数" } else { &total.label };
    let whole = number(total.value);
    if let [part] = parts {
        return format!(
            "“{}”{} 是“{name}”的一部分，却大于其总数 {}",
            part.label,
            number(part.value),
            whole
        );
    }
    let added = format!("各项之和 {}={}", sum_of(parts.iter().map(|it| it.value)), number(sum));
    let apart = number((sum - total.value).abs());
    match verdict {
        Verdict::Ok => format!("{added}，与“{name}”{whole} 相符"),
        _ if sum > total.value => format!("{added}，大于“{name}”的总数 {whole}（多 {apart}）"),
        _ if claim == Claim::Open => {
            format!("{added}，比“{name}”的总数 {whole} 少 {apart}；文中没有说明是否列全")
        }
        Verdict::Fail => format!("{added}，与“{name}”的总数 {whole} 不符（相差 {apart}）"),
        _ => format!(
            "{added}，与“{name}”的总数 {whole} 不符（相差 {apart}；如有未列出的项则不矛盾）"
        ),
    }
}

fn rate(
    verdict: Verdict,
    rate: &Amount,
    parts: &[Amount],
    whole: &Amount,
    computed: f64,
) -> String {
    let part: f64 = parts.iter().map(|it| it.value).sum();
    let (part, whole) = (number(part), number(whole.value));
    let computed = number((computed * 100.0).round() / 100.0);
    let division = format!("{part}÷{whole}≈{computed}%");
    if verdict == Verdict::Ok {
        format!("“{}”{} 与件数相符：{division}", rate.label, rate.printed)
    } else {
        format!("“{}”为 {}，按文中件数为 {division}，两者不符", rate.label, rate.printed)
    }
}

fn table_sum(sum: Sum, place: &str, parts: &[f64], total: f64) -> String {
    let added: f64 = parts.iter().sum();
    let direction = match sum {
        Sum::Row => "一行各列",
        Sum::Column => "一列各行",
    };
    let place = if place.is_empty() { "表中".to_owned() } else { format!("“{place}”") };
    format!(
        "{place}{direction}之和 {}={}，与表中合计 {} 不符（相差 {}）",
        sum_of(parts.iter().copied()),
        number(added),
        number(total),
        number((added - total).abs())
    )
}

fn growth(
    verdict: Verdict,
    label: &str,
    [from, to, said, computed]: [f64; 4],
    unit: &str,
) -> String {
    let size = |value: f64| {
        let value = number((value.abs() * 100.0).round() / 100.0);
        if unit == "ratio" { format!("{value}倍") } else { format!("{value}{unit}") }
    };
    let direction = |value: f64| match unit {
        "ratio" => "为",
        _ if value < 0.0 => "下降",
        _ => "增长",
    };
    let change = format!("“{label}”由 {} 到 {}", number(from), number(to));
    let said_size = format!("{}{}", direction(said), size(said));
    if verdict == Verdict::Ok {
        format!("{change}，{said_size}，与两个数值相符")
    } else {
        format!(
            "{change}，按数值计算{}{}，文中写{said_size}，两者不符",
            direction(computed),
            size(computed)
        )
    }
}

fn content(of: Item, presence: Presence, heading: Option<&str>, later_rule: bool) -> String {
    let name = item(of);
    let place = heading.map_or_else(String::new, |heading| format!("在“{heading}”中"));
    let note = if later_rule {
        "（该项要求的施行日期晚于本年度报告的期限）"
    } else {
        ""
    };
    match presence {
        Presence::Own => match heading {
            Some(heading) => format!("有“{name}”：见“{heading}”"),
            None => format!("有“{name}”"),
        },
        Presence::Shared => format!("有“{name}”：{place}写到，没有单列一部分"),
        Presence::WithoutCauses => format!("{place}写了存在的不足，没有看到说明原因的词句"),
        Presence::Mentioned => format!("“{name}”只{place}提到，没有专门的部分{note}"),
        Presence::Missing => format!("没有看到“{name}”{note}"),
        Presence::NotSeen if matches!(of, Item::Other | Item::DisclosureOther) => {
            format!("没有单列“{name}”；有这类情况时才需要写")
        }
        Presence::NotSeen => format!("在所给文字中没有看到“{name}”；文字可能不完整"),
    }
}

fn deadline(
    event: Event,
    printed: Option<&str>,
    due: Option<&str>,
    timing: Timing,
    days: u32,
) -> String {
    let (date, what) = match event {
        Event::Submitted => ("落款日期", "报送期限"),
        Event::Published => ("所载发布日期", "公开期限"),
    };
    let due = due.unwrap_or_default();
    match (printed, timing) {
        (None, _) => format!("没有{date}，无法判断是否在{what} {due} 之前"),
        (Some(printed), Timing::InTime) => format!("{date} {printed}，在{what} {due} 之内"),
        (Some(printed), Timing::Late) => {
            format!("{date} {printed}，晚于{what} {due}（晚 {days} 天）")
        }
        (Some(printed), Timing::Unclear) => {
            format!("{date} {printed}，不足以判断是否在{what} {due} 之前")
        }
    }
}

const fn sign_off(has_name: bool, has_date: bool) -> &'static str {
    match (has_name, has_date) {
        (true, true) => "正文后有署名和成文日期",
        (true, false) => "正文后有署名，没有成文日期",
        (false, true) => "正文后有成文日期，没有署名",
        (false, false) => "正文后没有署名和成文日期；网页转载时常略去",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(label: &str, value: f64) -> Amount {
        let printed = format!("{value}件");
        Amount { statistic: None, label: label.to_owned(), value, printed }
    }

    #[test]
    fn the_arithmetic_is_shown() {
        let finding = Finding::Parts {
            total: amount("信访", 268.0),
            parts: vec![amount("来信", 29.0), amount("平台", 131.0), amount("系统", 42.0)],
            sum: 202.0,
            claim: Claim::Complete,
        };
        assert_eq!(
            sentence(Verdict::Fail, &finding),
            "各项之和 29+131+42=202，与“信访”的总数 268 不符（相差 66）"
        );
        let finding = Finding::Rate {
            rate: Amount { printed: "92.7%".to_owned(), ..amount("化解率", 92.7) },
            parts: vec![amount("化解", 102.0)],
            whole: amount("积案", 110.0),
            computed: 102.0 / 1.1,
        };
        assert_eq!(sentence(Verdict::Ok, &finding), "“化解率”92.7% 与件数相符：102÷110≈92.73%");
    }

    #[test]
    fn numbers_have_no_needless_digits() {
        for (value, shown) in [(12.0, "12"), (0.1 + 0.2, "0.3"), (98.456, "98.46"), (12.5, "12.5")]
        {
            assert_eq!(number(value), shown);
        }
    }
}
