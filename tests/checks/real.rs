//! What the checks say of real reports and of the ones that came with the project; real ones need `FAJIAN_SHARED`.

use std::path::{Path, PathBuf};

use fajian::Analysis;
use fajian::check::{CheckKind, Verdict};

use crate::{alarms, read};

/// A real report by the start of its name; `None` where there are none.
fn real(name: &str) -> Option<Analysis> {
    let Ok(folder) = std::env::var("FAJIAN_SHARED") else {
        println!("FAJIAN_SHARED is not set: left out");
        return None;
    };
    let files = std::fs::read_dir(Path::new(&folder).join("reports")).unwrap();
    let is_it = |path: &PathBuf| {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        file.starts_with(name) && file.ends_with(".txt")
    };
    let path = files.map(|entry| entry.unwrap().path()).find(is_it)?;
    Some(read(&std::fs::read_to_string(path).unwrap()))
}

/// Whether a check of that kind and verdict says all of `words`.
fn says(analysis: &Analysis, kind: CheckKind, verdict: Verdict, words: &[&str]) -> bool {
    analysis.report.checks.iter().any(|it| {
        (it.kind, it.verdict) == (kind, verdict)
            && words.iter().all(|word| it.message.contains(word))
    })
}

#[test]
fn four_parts_and_no_date() {
    let Some(analysis) = real("000") else { return };
    let kind = CheckKind::RequiredContent;
    for part in ["举措和成效", "不足和原因", "主要负责人", "下一年度的主要安排"]
    {
        // Each has a part of its own.
        assert!(says(&analysis, kind, Verdict::Ok, &[part, "：见“"]), "{part}");
    }
    assert!(says(&analysis, CheckKind::SignOff, Verdict::Warn, &["有署名", "没有成文日期"]));
    assert_eq!(alarms(&analysis).len(), 1);
}

#[test]
fn cases_still_open_and_a_falling_rate_are_no_fault() {
    let Some(analysis) = real("001") else { return };
    // The part on the principals is missing in fact; nothing else is said.
    let alarms = alarms(&analysis);
    assert!(alarms.iter().all(|it| it.kind == CheckKind::RequiredContent), "{alarms:?}");
    assert_eq!(alarms.len(), 1);
}

#[test]
fn channels_make_up_their_total() {
    let Some(analysis) = real("002") else { return };
    let sum = ["34+20+36+159+62=311", "“收信访”311 相符"];
    assert!(says(&analysis, CheckKind::PartsTotal, Verdict::Ok, &sum));
    assert!(alarms(&analysis).is_empty(), "{:?}", alarms(&analysis));
}

#[test]
fn a_rate_follows_from_its_counts() {
    let Some(analysis) = real("003") else { return };
    assert!(says(&analysis, CheckKind::Rate, Verdict::Ok, &["92.7%", "102÷110≈92.73%"]));
    assert!(alarms(&analysis).is_empty(), "{:?}", alarms(&analysis));
}

#[test]
fn published_two_years_late_and_no_part_on_the_principals() {
    let Some(analysis) = real("004") else { return };
    let late = ["2021-03-05", "2019-03-31", "晚 705 天"];
    assert!(says(&analysis, CheckKind::Published, Verdict::Fail, &late));
    let missing = ["没有看到", "主要负责人"];
    assert!(says(&analysis, CheckKind::RequiredContent, Verdict::Warn, &missing));
    assert_eq!(alarms(&analysis).len(), 2);
}

/// Invented reports: nothing in them fails but a part that they do not have.
#[test]
fn invented_reports_add_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("samples"), root.join("tests/corpus")];
    folders.extend(std::env::var("FAJIAN_SHARED").map(|it| Path::new(&it).join("constructed")));
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "html") {
                let bytes = std::fs::read(&path).unwrap();
                let analysis =
                    fajian::analyze(&bytes, "a", &fajian::source::NativeDecoder).unwrap();
                let is_known =
                    |kind| matches!(kind, CheckKind::RequiredContent | CheckKind::Submitted);
                let other: Vec<_> =
                    alarms(&analysis).into_iter().filter(|it| !is_known(it.kind)).collect();
                assert!(other.is_empty(), "{}: {other:?}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen >= 20, "{seen} reports");
}
