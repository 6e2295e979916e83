//! What the checks say of excerpts and of whole reports, as cases that can be read: `tests/checks/*.txt`.
//!
//! `faults-*.txt` hold texts with one planted fault each, `fair-*.txt` texts that look alike and are right. A case is a
//! block between lines of `====`; the text, then one line for each finding that it has to give:
//!
//! ```text
//! 全年收到信访60件，已办结50件，其余20件正在办理。
//! → fail parts_total 50+20=70
//! ```
//!
//! Verdict, kind, and words of the message. Every `fail` and `warn` has to be listed: one more is a false alarm. A text
//! without a line gives neither. `~` in place of `→` asks for an `ok` or `unknown` that has to be among the others.
//! A text that starts with `#` names what it stands in: `# law` and `# disclosure` put a report's head in front of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod last_year;
mod real;
mod robust;

use std::path::{Path, PathBuf};

use fajian::check::{CheckKind, Verdict};
use fajian::report::Check;
use fajian::source::NativeDecoder;
use fajian::{Analysis, analyze};

/// How many cases of each sort there are to be at least.
const LEAST: usize = 40;

fn read(text: &str) -> Analysis {
    analyze(text.as_bytes(), "case.txt", &NativeDecoder).unwrap()
}

fn slug<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// The checks that say something is wrong or odd.
fn alarms(analysis: &Analysis) -> Vec<&Check> {
    let is_alarm = |check: &&Check| matches!(check.verdict, Verdict::Fail | Verdict::Warn);
    analysis.report.checks.iter().filter(is_alarm).collect()
}

/// A text and what is to be said of it.
struct Case {
    name: String,
    text: String,
    /// Verdict, kind, words of the message.
    wanted: Vec<[String; 3]>,
    /// The same, for what is no alarm.
    also: Vec<[String; 3]>,
}

fn cases(prefix: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(prefix))
        .collect();
    files.sort();
    files.iter().flat_map(|path| parse(path)).collect()
}

fn parse(path: &Path) -> Vec<Case> {
    let source = std::fs::read_to_string(path).unwrap();
    let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
    let blocks = source.split("\n====\n").skip(1);
    let mut cases = Vec::new();
    for (index, block) in blocks.enumerate() {
        let is_finding = |line: &&str| line.starts_with("→ ") || line.starts_with("~ ");
        let text: Vec<&str> = block.lines().filter(|line| !is_finding(line)).collect();
        let finding = |line: &str| {
            let mut words = line.splitn(4, ' ').skip(1).map(str::to_owned);
            std::array::from_fn(|_| words.next().unwrap_or_default())
        };
        let of =
            |mark: &str| block.lines().filter(|line| line.starts_with(mark)).map(finding).collect();
        let text = text.join("\n").replace("\\t", "\t");
        cases.push(Case {
            name: format!("{stem} {}", index + 1),
            text: in_report(text.trim_matches('\n')),
            wanted: of("→ "),
            also: of("~ "),
        });
    }
    cases
}

/// A report around an excerpt, where it asks for one: all that the rules want, so that only the excerpt is left to say.
fn in_report(text: &str) -> String {
    if let Some(body) = text.strip_prefix("# law\n") {
        return format!(
            "平岭县水利局2023年法治政府建设年度报告\n发布日期：2024-02-20\n\n一、主要举措和成效\n\
             全局坚持依法治水、依法管水，把法治要求贯穿规划、建设、管理全过程，各项任务按计划推进。\n{body}\n\
             二、存在的不足和原因\n由于培训不够经常，基层执法能力还有不足。\n\
             三、主要负责人履行推进法治建设第一责任人职责情况\n局主要负责人带头学法，亲自部署重要工作。\n\
             四、2024年工作安排\n继续加强执法培训，完善工作机制。\n\n平岭县水利局\n2024年1月15日\n"
        );
    }
    if let Some(body) = text.strip_prefix("# disclosure\n") {
        return format!(
            "平岭县水利局2023年政府信息公开工作年度报告\n发布日期：2024-01-20\n\n一、总体情况\n\
             按要求公开信息。\n二、主动公开政府信息情况\n见网站。\n{body}\n\
             四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n解读形式单一，将丰富形式。\n\
             六、其他需要报告的事项\n无。\n"
        );
    }
    text.to_owned()
}

/// What is wrong with what a case gives; `None` when it is as wanted.
fn fault(case: &Case) -> Option<String> {
    let analysis = read(&case.text);
    let mut rest: Vec<(String, String, &str)> = alarms(&analysis)
        .iter()
        .map(|it| (slug(it.verdict), slug(it.kind), it.message.as_str()))
        .collect();
    for [verdict, kind, words] in &case.wanted {
        let place =
            rest.iter().position(|it| it.0 == *verdict && it.1 == *kind && it.2.contains(words));
        match place {
            Some(place) => drop(rest.remove(place)),
            None => return Some(format!("{}: no {verdict} {kind} {words}\n{rest:?}", case.name)),
        }
    }
    if !rest.is_empty() {
        return Some(format!("{}: false alarm {rest:?}\n{}", case.name, case.text));
    }
    let all = &analysis.report.checks;
    let missing = case.also.iter().find(|[verdict, kind, words]| {
        !all.iter().any(|it| {
            slug(it.verdict) == *verdict && slug(it.kind) == *kind && it.message.contains(words)
        })
    });
    missing.map(|it| format!("{}: no {it:?} in {all:?}", case.name))
}

fn assert_all(cases: &[Case]) {
    let faults: Vec<String> = cases.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), cases.len(), faults.join("\n"));
    assert!(cases.len() >= LEAST, "{} cases", cases.len());
}

#[test]
fn every_planted_fault_is_found() {
    let cases = cases("faults");
    assert!(cases.iter().all(|case| !case.wanted.is_empty()));
    assert_all(&cases);
}

#[test]
fn what_is_right_raises_no_alarm() {
    let cases = cases("fair");
    assert!(cases.iter().all(|case| case.wanted.is_empty()));
    assert_all(&cases);
}

#[test]
fn every_check_shows_its_sentences_and_source() {
    for case in cases("faults") {
        let analysis = read(&case.text);
        for (check, evidence) in analysis.report.checks.iter().zip(&analysis.evidence) {
            assert!(!check.source.is_empty() && !check.message.is_empty(), "{check:?}");
            for worded in [&evidence.traditional, &evidence.english] {
                assert!(!worded.message.is_empty() && !worded.source.is_empty(), "{check:?}");
                assert_ne!(worded.message, check.message);
            }
            let names_nothing = matches!(
                check.kind,
                CheckKind::RequiredContent | CheckKind::Submitted | CheckKind::SignOff
            );
            let is_alarm = matches!(check.verdict, Verdict::Fail | Verdict::Warn);
            assert!(
                names_nothing || !is_alarm || !evidence.spans.is_empty(),
                "{}: {check:?}",
                case.name
            );
            for span in &evidence.spans {
                assert!(!analysis.report.words(*span).is_empty(), "{check:?}");
            }
        }
    }
}
