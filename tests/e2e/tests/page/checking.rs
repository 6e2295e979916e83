//! 核查, as an assessor goes about it: from the verdict to the words that it rests on.

use fajian::check::Verdict;
use fajian_e2e::{Options, Page, Way, samples};

/// The parts are more than their total.
const FAULTY: &str = "青岩县水务局2023年法治政府建设年度报告\n一、主要工作\n\
    （一）办理信访。全年收到信访件268件，其中来信29件、来访131件、网上信访120件。\n\
    二、存在的不足\n执法力量还有短板，原因是培训不够。\n";

#[test]
fn a_verdict_leads_to_its_sentence() {
    let page = Page::open(Options::default());
    page.drop_bytes("fault.txt", FAULTY.as_bytes());
    page.wait_until_ready();
    page.click("nav#outline a[href=\"#/checks\"]");
    page.wait_until_seen("[data-check][data-verdict=\"fail\"]");
    let said = page.text_of(
        "return document.querySelector('[data-check][data-verdict=\"fail\"]').textContent",
    );
    assert!(said.contains("29+131+120=280") && said.contains("268"), "{said}");
    page.click("[data-check][data-verdict=\"fail\"] .check-quotes a");
    page.wait_until_seen("mark[data-statistic].is-selected");
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn every_check_of_a_report_is_on_the_page() {
    let page = Page::open(Options::default());
    for (_, fixture) in samples() {
        page.reopen("");
        page.read(&fixture, Way::Drop);
        let shown = page.text_of(
            "return [...document.querySelectorAll('[data-check]')]
                .sort((a, b) => a.dataset.check - b.dataset.check)
                .map(it => it.dataset.verdict + ' ' + it.querySelector('.check-message span:last-child').textContent)
                .join('\\n')",
        );
        let name = |verdict| match verdict {
            Verdict::Fail => "fail",
            Verdict::Warn => "warn",
            Verdict::Unknown => "unknown",
            Verdict::Ok => "ok",
        };
        let wanted: Vec<String> = fixture
            .report()
            .checks
            .iter()
            .map(|check| format!("{} {}", name(check.verdict), check.message))
            .collect();
        assert_eq!(shown, wanted.join("\n"));
    }
}
