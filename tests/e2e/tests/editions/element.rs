//! 嵌入版: the element in a page under a strict policy, and what it must leave alone there.

use fajian_e2e::{Engine, Folder, Visitor, dist};
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::scenario::{assert_shows, play, sample};

/// The strictest policy that the element is meant for.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

/// A portal's page: the watch first, so that it sees what the viewer's script does.
const PORTAL: &str = "<!DOCTYPE html><html lang=zh><meta charset=utf-8><title>门户</title>\
    <link rel=stylesheet href=portal.css><script src=watch.js></script>\
    <script src=embed/fajian.js></script><script src=embed/fajian.js></script>\
    <p id=main>门户自己的内容</p><input id=field>";

const WATCH: &str = "self.__violations = []; self.__events = [];\
    document.addEventListener('securitypolicyviolation', event => self.__violations.push(\
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));\
    for (const name of ['fajian-ready', 'fajian-error'])\
        document.addEventListener(name, event => self.__events.push([name, event.detail]));";

struct Portal {
    server: Server,
    visitor: Visitor,
    _folder: Folder,
}

impl Portal {
    /// A portal whose page has `body` in it.
    fn open(engine: Engine, body: &str) -> Self {
        let folder = Folder::new();
        let files = std::fs::read_dir(dist().join("embed")).expect("a built element");
        for file in files.flatten() {
            folder.take(&format!("embed/{}", file.file_name().to_string_lossy()));
        }
        folder.put("watch.js", WATCH.as_bytes());
        folder.put("portal.css", b"html { font-size: 10px } p { color: rgb(1, 2, 3) }");
        folder.put("report.txt", &sample().bytes);
        folder.put("index.html", format!("{PORTAL}{body}").as_bytes());
        let site = Site { policy: POLICY.to_owned(), ..Site::new(&folder.0).under("/portal/") };
        let server = Server::start(site, 0).expect("a free port");
        let visitor = Visitor::start(engine);
        visitor.visit(&server.url());
        Self { server, visitor, _folder: folder }
    }

    fn value(&self, script: &str) -> Value {
        self.visitor.run(script, &[])
    }

    /// What a report is to be: the JSON that the command line prints, its numbers as JavaScript has them.
    fn expected(&self) -> Value {
        let mut expected = serde_json::to_value(sample().report()).expect("JSON");
        expected["source"]["name"] = json!("report.txt");
        self.visitor.run("return arguments[0]", &[expected])
    }

    fn wait_for_event(&self, name: &str) {
        self.visitor.wait_until(
            name,
            "return self.__events.some(event => event[0] === arguments[0]) || JSON.stringify(self.__events)",
            &[json!(name)],
        );
    }

    fn assert_untouched(&self) {
        let seen = self.value(
            "return [document.title, location.hash, document.documentElement.getAttributeNames().join(' '),
                getComputedStyle(document.querySelector('#main')).color, self.__violations.join('; '), self.scrollY]",
        );
        assert_eq!(
            seen,
            json!(["门户", "", "lang", "rgb(1, 2, 3)", "", 0]),
            "{:?}",
            self.visitor.engine
        );
    }
}

fn in_a_portal(engine: Engine) {
    let portal = Portal::open(engine, "<fajian-report src=report.txt></fajian-report>");
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
    // The host's own field is left alone.
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

#[test]
fn several_elements_live_side_by_side_and_can_be_taken_out_and_put_back() {
    let body = "<fajian-report src=report.txt></fajian-report><fajian-report src=none.txt></fajian-report>";
    let portal = Portal::open(Engine::Chromium, body);
    portal.wait_for_event("fajian-ready");
    portal.value("document.querySelectorAll('fajian-report')[1].scrollIntoView()");
    portal.wait_for_event("fajian-error");
    let error =
        portal.value("return self.__events.find(event => event[0] === 'fajian-error')[1].code");
    assert_eq!(error, "not-found");
    portal.value("self.scrollTo(0, 0); self.__events = []; self.__first = document.querySelector('fajian-report'); self.__first.remove()");
    portal.visitor.wait_until(
        "the viewer to be gone",
        "return self.__first.shadowRoot.childElementCount === 0",
        &[],
    );
    portal.value("document.body.prepend(self.__first)");
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    let asked = portal.server.requests();
    let programs = asked.iter().filter(|it| it.ends_with("app_bg.wasm")).count();
    assert_eq!(programs, 1, "one program serves all: {asked:?}");
}

#[test]
fn scripts_can_mount_and_analyze() {
    let portal = Portal::open(Engine::Chromium, "<div id=place></div>");
    let script = "return fetch('report.txt').then(it => it.arrayBuffer()).then(bytes => Fajian.analyze(bytes, 'report.txt'))";
    let report = portal.value(script);
    let expected = portal.expected();
    assert!(report == expected, "not the JSON that the command line prints");
    let script = "return Fajian.analyze(new Uint8Array([37, 80, 68, 70, 45])).then(() => 'read', error => error.code)";
    assert_eq!(portal.value(script), "damaged");
    let script = "return new Promise((onready, onerror) => {
        self.__handle = Fajian.mount(document.querySelector('#place'), { onready, onerror });
        self.__handle.openUrl('report.txt');
    }).then(report => report.title)";
    assert_eq!(portal.value(script), json!(sample().report().title));
    portal.value("self.__handle.destroy()");
    assert_eq!(
        portal.value("return document.querySelector('#place').shadowRoot.childElementCount"),
        0
    );
    assert_eq!(portal.value("return self.__violations.length"), 0);
}
