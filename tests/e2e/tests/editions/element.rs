//! 嵌入版: the element in a page under a strict policy, what it must leave alone there, and what it offers.

use fajian_e2e::{Engine, Folder};
use serde_json::json;
use xtask::server::{Server, Site};

use crate::portal::{ELEMENT, Portal};
use crate::scenario::{assert_shows, play, sample};

fn in_a_portal(engine: Engine) {
    let portal = Portal::open(engine, "<fajian-report src=dense.txt></fajian-report>");
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    portal.assert_untouched();
    let report = portal.value("return document.querySelector('fajian-report').report");
    let expected = portal.expected();
    assert!(
        report == expected,
        "{engine:?}: the report is not the JSON that the command line prints"
    );
    play(&portal.visitor);
    let seen = portal.value("return [document.title, location.hash, self.__violations.join('; ')]");
    assert_eq!(seen, json!(["门户", "", ""]), "{engine:?}");
    // The host's own field is left alone, and so are its keys.
    portal.value("document.querySelector('#field').focus()");
    portal.visitor.press("a/b");
    assert_eq!(portal.value("return document.querySelector('#field').value"), "a/b", "{engine:?}");
}

#[test]
fn the_element_in_a_strict_portal_in_chromium() {
    in_a_portal(Engine::Chromium);
}

#[test]
fn the_element_in_a_strict_portal_in_firefox() {
    in_a_portal(Engine::Firefox);
}

#[test]
fn the_element_in_a_strict_portal_in_webkit() {
    in_a_portal(Engine::WebKit);
}

fn mounted(engine: Engine) {
    let portal = Portal::open(engine, "<div id=place></div>");
    portal.value("self.__handle = Fajian.mount(document.querySelector('#place'))");
    play(&portal.visitor);
    assert_eq!(portal.value("return self.__violations.join('; ')"), "", "{engine:?}");
}

#[test]
fn mounted_by_a_script_in_chromium() {
    mounted(Engine::Chromium);
}

#[test]
fn mounted_by_a_script_in_firefox() {
    mounted(Engine::Firefox);
}

#[test]
fn mounted_by_a_script_in_webkit() {
    mounted(Engine::WebKit);
}

#[test]
fn several_elements_live_side_by_side_and_can_be_taken_out_and_put_back() {
    let body = "<fajian-report src=dense.txt></fajian-report><div class=far></div>\
        <fajian-report src=none.txt lang=en></fajian-report>";
    let portal = Portal::open(Engine::Chromium, body);
    portal.wait_for_event("fajian-ready");
    // The other one is far below, and starts when it comes into view.
    let other = "const other = document.querySelectorAll('fajian-report')[1];";
    assert_eq!(portal.value(&format!("{other} return other.shadowRoot")), json!(null));
    portal.value(&format!("{other} other.scrollIntoView()"));
    let (code, message) = portal.error();
    assert_eq!((code.as_str(), message.contains("none.txt")), ("not-found", true), "{message}");
    let shown = portal.value(&format!(
        "{other} return other.shadowRoot.querySelector('[role=alert]').textContent"
    ));
    assert_eq!(shown, message);
    portal.value("self.scrollTo(0, 0); self.__events = []; self.__first = document.querySelector('fajian-report'); self.__first.remove()");
    portal.wait_until(
        "the viewer to be gone",
        "return self.__first.shadowRoot.childElementCount === 0",
    );
    portal.value("document.body.prepend(self.__first)");
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    let asked = portal.server.requests();
    let programs = asked.iter().filter(|it| it.ends_with("app_bg.wasm")).count();
    assert_eq!(programs, 1, "one program serves all: {asked:?}");
}

#[test]
fn in_the_light_its_words_are_in_the_page_and_its_style_stays_inside() {
    let body = "<fajian-report render=light src=dense.txt></fajian-report>";
    let portal = Portal::open(Engine::Chromium, body);
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    portal.assert_untouched();
    let words = portal.value("return document.querySelector('fajian-report').textContent");
    let title = sample().report().title.clone().expect("a title");
    assert!(words.as_str().is_some_and(|words| words.contains(&title)), "{words}");
    play(&portal.visitor);
    portal.value("document.querySelector('fajian-report').remove()");
    portal.wait_until("the viewer to be gone", "return !document.querySelector('.fajian')");
}

#[test]
fn parts_and_tokens_are_styled_by_the_page() {
    let portal = Portal::open(Engine::Chromium, "<fajian-report src=dense.txt></fajian-report>");
    portal.wait_for_event("fajian-ready");
    let script = "const root = document.querySelector('fajian-report').shadowRoot;
        root.host.style.setProperty('--fajian-accent', 'rgb(7, 8, 9)');
        return [getComputedStyle(root.querySelector('#overview')).backgroundColor,
            getComputedStyle(root.querySelector('.fajian')).getPropertyValue('--accent'),
            [...new Set([...root.querySelectorAll('[part]')].map(it => it.part.value))].sort().join(' ')]";
    assert_eq!(
        portal.value(script),
        json!([
            "rgb(4, 5, 6)",
            "rgb(7, 8, 9)",
            "chart charts checks main outline overview statistics text top-bar view-bar"
        ])
    );
}

#[test]
fn it_reads_in_a_worker_where_it_is_asked_to() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
    let body = format!("{ELEMENT}<fajian-report worker src=dense.txt></fajian-report>");
    let portal = Portal::open_under(Engine::Chromium, policy, &body);
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    let script = "return document.querySelector('fajian-report').shadowRoot.querySelector('.fajian').dataset.worker";
    assert_eq!(portal.value(script), "worker");
}

#[test]
fn another_definition_of_its_name_is_left_alone() {
    let body = "<script src=taken.js></script><script src=embed/fajian.js></script>\
        <fajian-report></fajian-report><fajian-report-2 src=dense.txt></fajian-report-2>";
    let portal = Portal::open_under(Engine::Chromium, crate::portal::POLICY, body);
    portal.wait_for_event("fajian-ready");
    let script = "return [Fajian.tag, document.querySelector('fajian-report').shadowRoot,
        document.querySelector('fajian-report-2').report.title]";
    assert_eq!(portal.value(script), json!(["fajian-report-2", null, sample().report().title]));
}

#[test]
fn its_programs_may_lie_elsewhere_and_it_says_where_it_misses_them() {
    let portal = Portal::open(
        Engine::Chromium,
        "<fajian-report base=programs src=dense.txt></fajian-report>",
    );
    let (code, message) = portal.error();
    assert_eq!(
        (code.as_str(), message.contains("/portal/programs/app_bg.wasm")),
        ("not-loaded", true),
        "{message}"
    );
    portal.value(
        "self.__events = [];
        const element = document.querySelector('fajian-report');
        element.setAttribute('base', 'embed');
        element.remove();
        setTimeout(() => document.body.append(element), 50);",
    );
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
}

#[test]
fn a_report_of_another_site_is_only_shown_where_that_site_allows_it() {
    let folder = Folder::new();
    folder.put("other.txt", &sample().bytes);
    let other = Server::start(Site::new(&folder.0), 0).expect("a free port");
    let body =
        format!("{ELEMENT}<fajian-report lang=en src='{}other.txt'></fajian-report>", other.url());
    let portal = Portal::open_under(Engine::Chromium, "", &body);
    let (code, message) = portal.error();
    assert_eq!(code, "cross-origin");
    assert!(
        message.contains("Access-Control-Allow-Origin") && message.contains(&other.url()),
        "{message}"
    );
}

#[test]
fn scripts_can_mount_and_analyze() {
    let portal = Portal::open(Engine::Chromium, "<div id=place></div>");
    let script = "return fetch('dense.txt').then(it => it.arrayBuffer()).then(bytes => Fajian.analyze(bytes, 'dense.txt'))";
    let report = portal.value(script);
    let expected = portal.expected();
    assert!(report == expected, "not the JSON that the command line prints");
    let script = "return Fajian.analyze(new Uint8Array([37, 80, 68, 70, 45])).then(() => 'read', error => error.code)";
    assert_eq!(portal.value(script), "damaged");
    let script = "return new Promise((onready, onerror) => {
        self.__handle = Fajian.mount(document.querySelector('#place'), { onready, onerror });
        self.__handle.openUrl('dense.txt');
    }).then(report => report.title)";
    assert_eq!(portal.value(script), json!(sample().report().title));
    portal.value("self.__handle.destroy()");
    assert_eq!(
        portal.value("return document.querySelector('#place').shadowRoot.childElementCount"),
        0
    );
    assert_eq!(portal.value("return self.__violations.length"), 0);
}

/// A worker of the page's own analyzes, by the script and by the module.
fn in_a_worker_of_the_page(engine: Engine) {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
        worker-src 'self'";
    let portal = Portal::open_under(engine, policy, "<p id=main>门户</p>");
    let ask = "return new Promise((done, fail) => {
        const worker = new Worker(arguments[0], { type: arguments[1] });
        worker.onmessage = event => done(event.data);
        worker.onerror = event => fail(new Error(event.message));
    })";
    for (script, kind) in [("analyst.js", "classic"), ("analyst.mjs", "module")] {
        let report = portal.visitor.run(ask, &[json!(script), json!(kind)]);
        assert!(report == portal.expected(), "{engine:?}, {script}: {report}");
    }
    assert_eq!(portal.value("return self.__violations"), json!([]), "{engine:?}");
}

#[test]
fn a_worker_of_the_page_analyzes_in_chromium() {
    in_a_worker_of_the_page(Engine::Chromium);
}

#[test]
fn a_worker_of_the_page_analyzes_in_firefox() {
    in_a_worker_of_the_page(Engine::Firefox);
}

#[test]
fn a_worker_of_the_page_analyzes_in_webkit() {
    in_a_worker_of_the_page(Engine::WebKit);
}

/// What is left over of a viewer that was taken away grows less than this: 5 MB for 500 of them.
const MOST_LEFT: u64 = 5_000_000;

#[test]
fn five_hundred_viewers_come_and_go_and_leave_nothing() {
    let portal = Portal::open(Engine::Chromium, "<div id=place></div>");
    let cycles = "const [count] = arguments;
        const text = '某县2023年法治政府建设年度报告\\n一、工作情况\\n全年办理行政复议案件12件。\\n';
        return (async () => {
            for (let n = 0; n < count; n++) {
                const place = document.querySelector('#place').appendChild(document.createElement('div'));
                let handle;
                await new Promise((onready, onerror) => {
                    handle = Fajian.mount(place, { onready, onerror });
                    handle.openText(text);
                });
                handle.destroy();
                place.remove();
            }
        })();";
    let used = || {
        portal.visitor.devtools("HeapProfiler.collectGarbage", &json!({}));
        let usage = portal.visitor.devtools("Runtime.getHeapUsage", &json!({}));
        usage["usedSize"].as_f64().map_or(0, |bytes| bytes as u64)
    };
    // What is made once is made by the first ones.
    portal.visitor.run(cycles, &[json!(20)]);
    let before = used();
    for _ in 0..10 {
        portal.visitor.run(cycles, &[json!(50)]);
    }
    let grown = used().saturating_sub(before);
    assert!(before > 0 && grown <= MOST_LEFT, "{grown} bytes more than {before}");
    assert_eq!(portal.value("return document.querySelector('#place').childElementCount"), 0);
}
