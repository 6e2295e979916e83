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

/// A table whose total is wrong, a rule out of force and a placeholder: findings that rest on words, not on figures.
const WORDY: &str = "青岩县水务局2023年法治政府建设年度报告\n一、主要工作\n\
    （一）执法。全年召开会议X次。\n（二）学法。组织干部学习《合同法》等法律。\n类别\t件数\n许可\t120\n处罚\t35\n合计\t165\n\
    二、存在的不足\n执法力量还有短板，原因是培训不够。\n";

#[test]
fn each_verdict_opens_its_words_in_every_language() {
    for languages in [&["zh-CN"][..], &["zh-TW"], &["en"]] {
        let page = Page::open(Options { languages, ..Options::default() });
        page.drop_bytes("wordy.txt", WORDY.as_bytes());
        page.wait_until_ready();
        let links = page.text_of(
            "return [...document.querySelectorAll('[data-check]:is([data-verdict=\"fail\"], [data-verdict=\"warn\"])')]
                .filter(it => it.querySelector('.check-quotes')).map(it => it.dataset.check).join(' ')",
        );
        assert_eq!(links.split(' ').count(), 3, "{languages:?}: {links}");
        for check in links.split(' ') {
            let quote = format!("[data-check=\"{check}\"] .check-quotes a");
            page.click("nav#outline a[href=\"#/checks\"]");
            page.wait_until_seen(&quote);
            let script = format!("return document.querySelector('{quote}').innerText");
            let said = page.text_of(&script);
            page.click(&quote);
            page.wait_until_seen("#text .is-selected");
            let shown =
                page.text_of("return document.querySelector('#text .is-selected').innerText");
            // Of a table the first cell of the row is brought out.
            let squeezed = |words: &str| words.replace(char::is_whitespace, "").replace('|', "");
            let [said, shown] = [said, shown].map(|words| squeezed(&words));
            let is_there = shown.contains(&said) || said.starts_with(&shown);
            assert!(is_there && !shown.is_empty(), "{languages:?}: {said} / {shown}");
        }
        assert_eq!(page.browser.complaints(), [""; 0]);
    }
}
