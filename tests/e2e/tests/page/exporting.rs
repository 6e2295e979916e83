//! What the reader takes away: files of every format, pictures of charts, cells, paper.

use std::path::PathBuf;

use fajian::export::{self, Format};
use fajian::i18n::{Messages, ZH_HANS, grouped};
use fajian_e2e::{Fixture, Options, Page, Way, samples, wait_for};
use serde_json::json;

use crate::expectation::squeeze;

static MESSAGES: Messages = ZH_HANS;

/// Has the browser save into a folder of this test's own, empty at its start.
pub(crate) fn downloads(page: &Page, test: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("fajian-{test}-{}", std::process::id()));
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).expect("a folder for downloads");
    page.browser.save_downloads_in(&folder);
    folder
}

/// The bytes of a file once it has arrived whole.
#[track_caller]
pub(crate) fn arrived(folder: &std::path::Path, name: &str) -> Vec<u8> {
    wait_for(&format!("{name} to be saved"), || {
        let there = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
        let names: Vec<_> =
            there.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        // While it is written it has another name.
        let path = folder.join(name);
        if path.is_file() {
            std::fs::read(path).map_err(|it| it.to_string())
        } else {
            Err(format!("{names:?}"))
        }
    })
}

#[track_caller]
pub(crate) fn export(page: &Page, what: &str) {
    page.click("#export-button");
    page.click(&format!("[data-export=\"{what}\"]"));
}

#[test]
fn every_format_arrives_with_what_the_report_says() {
    let fixture = &samples()[0].1;
    let page = Page::open(Options::default());
    let folder = downloads(&page, "formats");
    page.read(fixture, Way::Drop);
    let report = fixture.report().clone();
    for format in Format::ALL {
        export(&page, format.ending());
        let name = export::file_name(&[&report], "", format.ending());
        let bytes = arrived(&folder, &name);
        let expected = export::write(format, std::slice::from_ref(&report), &MESSAGES);
        assert!(bytes == expected.expect("a file"), "{name} is not what the command line writes");
        page.wait_until("the menu to close", "return !document.querySelector('#export-menu')");
        assert_eq!(page.text_of("return document.activeElement.id"), "export-button");
        page.wait_until(
            "the file to be announced",
            &format!(
                "return document.querySelector('#export-status').textContent.includes('{name}')"
            ),
        );
    }
    assert_eq!(page.violations(), [""; 0]);
    assert_eq!(page.browser.complaints(), [""; 0]);
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn all_open_reports_can_be_saved_in_one_file() {
    let fixtures: Vec<Fixture> = samples().into_iter().map(|(_, fixture)| fixture).collect();
    let page = Page::open(Options::default());
    let folder = downloads(&page, "several");
    let names: Vec<_> = fixtures.iter().map(Fixture::name).collect();
    let files: Vec<_> = names
        .iter()
        .zip(&fixtures)
        .map(|(name, it)| (name.as_str(), it.bytes.as_slice()))
        .collect();
    page.drop_files(&files);
    page.wait_until_ready();
    page.click("#export-button");
    page.click("[data-scope=\"all\"]");
    page.click("[data-export=\"csv\"]");
    let reports: Vec<_> = fixtures.iter().map(|it| it.report().clone()).collect();
    let name = export::file_name(&reports.iter().collect::<Vec<_>>(), "", "csv");
    assert!(arrived(&folder, &name) == export::csv::write(&reports, &MESSAGES));
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn the_menu_is_worked_by_keys_alone() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let focused = "const it = document.activeElement; return it.dataset.export ?? it.id";
    page.browser.run("document.querySelector('#export-button').focus()", &[]);
    let press = |key: &str| page.browser.press(key);
    let wait = |expected: &str| {
        wait_for(&format!("{expected} to have the focus"), || {
            let now = page.text_of(focused);
            if now == expected { Ok(()) } else { Err(now) }
        });
    };
    press("\u{e015}"); // Down
    wait("csv");
    press("\u{e015}");
    wait("xlsx");
    press("\u{e010}"); // End
    wait("file");
    press("\u{e015}");
    wait("csv");
    press("\u{e013}"); // Up
    wait("file");
    press("\u{e00c}"); // Escape
    wait("export-button");
    assert_eq!(page.text_of("return String(document.querySelector('#export-menu'))"), "null");
}

#[test]
fn where_the_exporter_is_missing_the_page_says_so_and_goes_on() {
    let fixture = &samples()[0].1;
    let page = Page::open(Options::default());
    page.read(fixture, Way::Drop);
    page.browser.block("*exporter*");
    export(&page, "xlsx");
    let alert = wait_for("a message", || page.alerts().first().cloned().ok_or_else(String::new));
    let expected = MESSAGES.export.not_loaded;
    assert_eq!(alert, format!("{}{}", expected.what, expected.next));
    assert_eq!(page.stage(), "ready");
    page.click("#export-button");
    assert_eq!(page.alerts(), [""; 0]);
}

#[test]
fn a_chart_is_saved_as_a_picture_that_stands_alone() {
    let fixture = &samples()[0].1;
    let page = Page::open(Options::default());
    let folder = downloads(&page, "pictures");
    page.read(fixture, Way::Drop);
    let figure = &fajian::figure::figures(fixture.report(), &MESSAGES)[0];
    let chart = format!("[data-chart=\"{}\"]", figure.slug);
    page.click(&format!("{chart} summary"));
    for ending in ["svg", "png"] {
        page.click(&format!("{chart} [data-save=\"{ending}\"]"));
        let name = export::file_name(&[fixture.report()], &figure.headline, ending);
        let bytes = arrived(&folder, &name);
        let picture = fajian::figure::picture(figure, figure.kinds[0], fixture.report(), &MESSAGES);
        if ending == "svg" {
            let expected = fajian::chart::svg::write(&picture.drawing);
            assert!(String::from_utf8_lossy(&bytes).contains(&expected), "{name}");
        } else {
            assert!(bytes.starts_with(b"\x89PNG"), "{name}");
            let length = |at: usize| {
                f64::from(u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes")))
            };
            assert_eq!(
                [length(16), length(20)],
                [picture.width, picture.height].map(|it| (it * 2.0).ceil())
            );
            assert!(bytes.len() > 20_000, "{name} shows next to nothing");
        }
    }
    assert_eq!(page.violations(), [""; 0]);
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn a_charts_table_is_copied_as_cells_also_where_the_clipboard_is_closed() {
    let fixture = &samples()[0].1;
    let page = Page::open(Options::default());
    page.read(fixture, Way::Drop);
    let figure = &fajian::figure::figures(fixture.report(), &MESSAGES)[0];
    let chart = format!("[data-chart=\"{}\"]", figure.slug);
    page.click(&format!("{chart} summary"));
    for closed in [false, true] {
        page.browser.run(
            "window.__copied = null;
             const clipboard = arguments[0] ? undefined
                 : { writeText: text => { window.__copied = text; return Promise.resolve(); } };
             Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
             document.addEventListener('copy', () => {
                 const field = document.activeElement;
                 window.__copied = field.value.slice(field.selectionStart, field.selectionEnd);
             });",
            &[json!(closed)],
        );
        page.click(&format!("{chart} [data-copy]"));
        page.wait_until("the table to be copied", "return window.__copied !== null");
        let copied = page.text_of("return window.__copied");
        let lines: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), figure.rows.len() + 1, "{copied}");
        for (line, row) in lines[1..].iter().zip(&figure.rows) {
            assert_eq!(line[..2], [row.label.as_str(), row.shown.as_str()]);
        }
        let said =
            format!("return document.querySelector('{chart} [role=\"status\"]').textContent");
        wait_for("the copy to be announced", || {
            let now = page.text_of(&said);
            if now == MESSAGES.export.copied { Ok(()) } else { Err(now) }
        });
    }
}

/// The text of the page as it is printed, read by the project's own reader.
fn printed(page: &Page) -> String {
    let pdf = page
        .browser
        .print(&json!({ "page": { "width": 21.0, "height": 29.7 }, "background": false }));
    let source =
        fajian::source::read(&pdf, &fajian::source::NativeDecoder).expect("a printed text");
    squeeze(&source.text)
}

#[test]
fn paper_has_every_figure_and_nothing_that_is_pressed() {
    for (button, fixture) in samples() {
        let page = Page::open(Options { dark: true, ..Options::default() });
        page.open_sample(button);
        let text = printed(&page);
        let report = fixture.report();
        for statistic in &report.statistics {
            assert!(
                text.contains(&squeeze(&statistic.quote)),
                "{button}: {} is missing",
                statistic.quote
            );
            if let Some(value) = statistic.value {
                assert!(text.contains(&grouped(value)), "{button}: {value} is missing");
            }
        }
        for check in &report.checks {
            assert!(
                text.contains(&squeeze(&check.message)),
                "{button}: {} is missing",
                check.message
            );
        }
        for figure in fajian::figure::figures(report, &MESSAGES) {
            assert!(text.contains(&squeeze(&figure.headline)), "{button}: {}", figure.headline);
        }
        let export = &MESSAGES.export;
        let pressed = [
            export.name,
            export.print,
            export.copy_table,
            export.save_picture[0],
            MESSAGES.elder,
            MESSAGES.choose_file,
        ];
        for words in pressed.map(squeeze) {
            assert!(!text.contains(&words), "{button}: {words} is on paper");
        }
        assert_eq!(
            page.text_of("return String(document.querySelector('.printed-statistics'))"),
            "null"
        );
    }
}

#[test]
fn a_long_report_is_printed_whole_before_it_is_whole_on_screen() {
    // So many paragraphs are not set at once.
    let paragraph = "各科室依法履行职责，制度建设逐步完善。\n";
    let long = format!(
        "云岭县水利局年度法治政府建设情况报告\n一、主要工作\n{}二、不足之处\n最后一段到此为止。\n",
        paragraph.repeat(3000)
    );
    let page = Page::open(Options::default());
    page.drop_bytes("long.txt", long.as_bytes());
    page.wait_until_ready();
    assert!(printed(&page).contains("最后一段到此为止"));
}
