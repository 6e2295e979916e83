//! How long the built page keeps a reader waiting: run by `cargo xtask bench page`, which writes what is printed here.
//!
//! Times by the clock are those of an idle machine; what the page's own thread did is told in its own time, which
//! other work on the machine hardly touches.

use std::time::{Duration, Instant};

use fajian_e2e::{Folder, Options, Page, samples, wait_for};
use serde_json::{Value, json};

/// Run before anything of a page: notes when all of it has been painted first.
const WATCH: &str = "addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => {
    window.__painted = performance.now();
})));";

/// How often each is measured; the best one counts.
const RUNS: usize = 5;
/// Rounds of a script that waits for the page between them.
const BEAT: Duration = Duration::from_millis(250);

fn main() {
    // `cargo test` runs it too, and wants no measuring.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("  {:<44}{:>10}{:>10}", "", "200 KB", "5 MB");
    let short = measured(200_000);
    let long = measured(5_000_000);
    for ((name, short), (_, long)) in short.iter().zip(&long) {
        println!("  {name:<44}{short:>10}{long:>10}");
    }
}

/// A text of so many bytes: the sample, then its lines again and again.
fn text(size: usize) -> String {
    let (_, sample) = samples().swap_remove(0);
    let report = sample.report();
    let start = report.sections.first().map_or(0, |section| section.span.start);
    let mut text = report.text.clone();
    while text.len() < size {
        text.push('\n');
        text.push_str(&report.text[start..]);
    }
    text
}

/// The rows of the table for a text of so many bytes.
fn measured(size: usize) -> Vec<(&'static str, String)> {
    let text = text(size);
    let page = Page::open(Options { traced: true, before: WATCH, ..Options::default() });
    let shown: Vec<f64> = (0..RUNS).map(|_| shown(&page, &text)).collect();
    let plain: Vec<f64> = (0..RUNS).map(|_| plain(&page, &text)).collect();
    let best = |times: &[f64]| times.iter().copied().fold(f64::INFINITY, f64::min);
    let (shown, plain) = (best(&shown), best(&plain));

    ready(&page);
    drop(page.browser.tasks());
    drop_text(&page, &text);
    wait_until_whole(&page);
    let opening = page.browser.tasks();
    let gap = type_words(&page);
    let longest = |tasks: &[f64]| tasks.first().map_or(String::new(), |it| format!("{it:.0}"));
    vec![
        ("plain HTML of the text shown, ms", format!("{plain:.0}")),
        ("dropped to figures on screen, ms", format!("{shown:.0}")),
        ("  as a multiple of plain HTML", format!("{:.1}", shown / plain)),
        ("longest task while opening, ms", longest(&opening)),
        ("longest time between frames while typing, ms", format!("{gap:.0}")),
    ]
}

/// How long plain paragraphs of the text take from being asked for until they are painted.
fn plain(page: &Page, text: &str) -> f64 {
    let lines = text.lines().map(|line| line.replace('&', "&amp;").replace('<', "&lt;"));
    let lines: String = lines.map(|line| format!("<p>{line}</p>\n")).collect();
    let style = "<style>body{max-width:38em;line-height:1.9;font-family:serif}</style>";
    let folder = Folder::new();
    let file = folder.0.join("plain.html");
    let html = format!("<!DOCTYPE html><html lang=zh-Hans><meta charset=utf-8>{style}{lines}");
    std::fs::write(&file, html).expect("a file");
    page.browser.visit("about:blank");
    page.browser.visit(&format!("file://{}", file.display()));
    wait_for("the plain page", || {
        let time = page.browser.run("return window.__painted ?? null", &[]);
        time.as_f64().ok_or_else(|| time.to_string())
    })
}

/// Loads the page afresh, with its programs at hand as for one who is about to drop a file.
fn ready(page: &Page) {
    page.reopen("");
    page.browser.press("\u{e008}");
    page.wait_until("a worker", "return document.documentElement.dataset.worker === 'worker'");
    std::thread::sleep(BEAT * 4);
}

/// How long a dropped text takes until figures of it are painted.
fn shown(page: &Page, text: &str) -> f64 {
    ready(page);
    drop_text(page, text);
    wait_for("figures", || {
        let time = page.browser.run("return window.__shown ?? null", &[]);
        time.as_f64().ok_or_else(|| time.to_string())
    })
}

/// Drops a text, and has the page note when figures are painted.
fn drop_text(page: &Page, text: &str) {
    let script = "window.__file = new File([arguments[0]], 'report.txt'); window.__shown = undefined;
        const data = new DataTransfer();
        data.items.add(window.__file);
        const start = performance.now();
        const look = () => {
            if (document.querySelector('main').dataset.stage !== 'ready' || !document.querySelector('[data-figure]')) {
                return requestAnimationFrame(look);
            }
            requestAnimationFrame(() => setTimeout(() => { window.__shown = performance.now() - start; }));
        };
        for (const type of ['dragenter', 'dragover', 'drop']) {
            const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: data });
            document.body.dispatchEvent(event);
        }
        look();";
    page.browser.run(script, &[json!(text)]);
}

/// Waits until the page grows no more, or has grown for a minute.
fn wait_until_whole(page: &Page) {
    let count = "return document.querySelector('main').dataset.stage === 'ready'
        ? document.getElementsByTagName('*').length : -1";
    let (mut last, mut since) = (Value::Null, Instant::now());
    let start = Instant::now();
    while since.elapsed() < BEAT * 4 && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(BEAT);
        let now = page.browser.run(count, &[]);
        if now != last || now == -1 {
            (last, since) = (now, Instant::now());
        }
    }
}

/// Writes words into the search, goes through what is found, and takes them back; gives the longest time between two
/// frames meanwhile, in milliseconds.
fn type_words(page: &Page) -> f64 {
    page.browser.run("document.querySelector('#find-input').focus()", &[]);
    std::thread::sleep(BEAT * 4);
    let watch = "window.__gap = 0; let last = performance.now();
        const look = now => { window.__gap = Math.max(window.__gap, now - last); last = now; requestAnimationFrame(look); };
        requestAnimationFrame(look);";
    page.browser.run(watch, &[]);
    for key in ["行", "政", "复", "议", "\u{e007}", "\u{e007}", "\u{e003}", "\u{e003}", "1", "2"]
    {
        page.browser.press(key);
        std::thread::sleep(BEAT);
    }
    page.browser.run("return window.__gap", &[]).as_f64().unwrap_or_default()
}
