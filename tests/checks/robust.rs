//! What must hold of the checks on any input.

use std::fmt::Write;

use fajian::check::CheckKind;

use crate::{alarms, read};

/// Texts that make one check look far: they are read to the end.
#[test]
fn long_lists_and_many_headings_are_checked() {
    let list = "来信1件、".repeat(4_000);
    let pieces = [
        format!("收到信访5件，其中{list}"),
        format!("收到信访5件，{}", "其中来信1件，".repeat(4_000)),
        "合计1件，其余2件，办结率3%，".repeat(4_000),
        "一、主要工作\n（五）执法\n".repeat(2_000),
        "《合同法》《物权法》".repeat(4_000),
        "X次**件20xx年".repeat(4_000),
        format!("{}\n", "同样的一段文字写了很多很多遍".repeat(6)).repeat(1_000),
        "a\t1\t2\n合计\t1\t2\n".repeat(2_000),
    ];
    for text in pieces {
        let analysis = read(&text);
        for evidence in &analysis.evidence {
            assert!(
                evidence.spans.iter().all(|it| analysis
                    .report
                    .text
                    .get(it.start..it.end)
                    .is_some())
            );
        }
    }
}

/// Cut anywhere, a report gives no failure that the whole one does not give.
#[test]
fn a_report_that_is_cut_off_does_not_fail() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/dense.txt");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(alarms(&read(&text)).is_empty());
    for line in 1..text.lines().count() {
        let mut part = String::new();
        for words in text.lines().take(line) {
            let _ = writeln!(part, "{words}");
        }
        let analysis = read(&part);
        // A signature without its date is what a cut behind the signature leaves.
        let mut alarms = alarms(&analysis);
        alarms.retain(|it| it.kind != CheckKind::SignOff);
        assert!(alarms.is_empty(), "line {line}: {alarms:?}");
    }
}
