//! 门户: a page of somebody else's, under a policy, with the built element beside it.

use fajian_e2e::{Engine, Folder, Visitor, dist};
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::scenario::sample;

/// The strictest policy that the element is meant for.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

/// The head of a portal's page: the watch first, so that it sees what the viewer's script does.
const HEAD: &str = "<!DOCTYPE html><html lang=zh><meta charset=utf-8><title>门户</title>\
    <link rel=stylesheet href=portal.css><script src=watch.js></script>";

/// The same with the element's script, twice, as when two parts of a portal bring it.
pub(crate) const ELEMENT: &str =
    "<script src=embed/fajian.js></script><script src=embed/fajian.js></script>";

const BODY: &str = "<p id=main>门户自己的内容</p><input id=field>";

const STYLE: &[u8] = b"html { font-size: 10px } p { color: rgb(1, 2, 3) } .far { height: 400vh }\
    fajian-report::part(overview) { background-color: rgb(4, 5, 6) } iframe { width: 100%; border: 0 }";

const WATCH: &str = "self.__violations = []; self.__events = []; self.__messages = [];\
    document.addEventListener('securitypolicyviolation', event => self.__violations.push(\
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));\
    for (const name of ['fajian-ready', 'fajian-error'])\
        document.addEventListener(name, event => self.__events.push([name, event.detail]));\
    self.addEventListener('message', event => { if (event.data?.fajian === 1) self.__messages.push(event.data); });";

/// Takes away from the browser what the script's element names.
const LESS: &str = "
    const refuse = { get() { throw new DOMException('denied', 'SecurityError'); } };
    const take = {
        storage: () => ['localStorage', 'sessionStorage'].forEach(it => Object.defineProperty(self, it, refuse)),
        workers: () => { delete self.Worker; },
        clipboard: () => { delete Navigator.prototype.clipboard; },
        streams: () => { delete self.DecompressionStream; delete self.CompressionStream; },
    };
    document.currentScript.dataset.without.split(' ').forEach(name => take[name]());";

/// Workers of the portal's own: each analyzes the sample and posts the report.
const ANALYSTS: [(&str, &str); 2] = [
    (
        "analyst.js",
        "importScripts('embed/fajian.js');
        fetch('dense.txt').then(it => it.arrayBuffer()).then(it => Fajian.analyze(it, 'dense.txt', { base: 'embed' }))
            .then(it => postMessage(it), error => postMessage(String(error)));",
    ),
    (
        "analyst.mjs",
        "import { analyze } from './embed/fajian.mjs';
        fetch('dense.txt').then(it => it.arrayBuffer()).then(it => analyze(it, 'dense.txt'))
            .then(it => postMessage(it), error => postMessage(String(error)));",
    ),
];

/// A page around the viewer.
pub(crate) struct Portal {
    pub(crate) server: Server,
    pub(crate) visitor: Visitor,
    _folder: Folder,
}

impl Portal {
    /// A portal under [`POLICY`] whose page has the element's script and `body`.
    pub(crate) fn open(engine: Engine, body: &str) -> Self {
        Self::open_under(engine, POLICY, &format!("{ELEMENT}{BODY}{body}"))
    }

    /// A portal under another policy, with `body` for all behind the head.
    pub(crate) fn open_under(engine: Engine, policy: &str, body: &str) -> Self {
        Self::open_at(engine, |site| site.policy = policy.to_owned(), body)
    }

    /// A portal whose server differs from others as `change` makes it.
    pub(crate) fn open_at(engine: Engine, change: impl FnOnce(&mut Site), body: &str) -> Self {
        let folder = Folder::new();
        let files = std::fs::read_dir(dist().join("embed")).expect("a built element");
        for file in files.flatten() {
            folder.take(&format!("embed/{}", file.file_name().to_string_lossy()));
        }
        folder.put("watch.js", WATCH.as_bytes());
        folder.put("less.js", LESS.as_bytes());
        for (name, script) in ANALYSTS {
            folder.put(name, script.as_bytes());
        }
        folder.put("portal.css", STYLE);
        folder.put(
            "taken.js",
            b"customElements.define('fajian-report', class extends HTMLElement {});",
        );
        folder.put("dense.txt", &sample().bytes);
        folder.put("index.html", format!("{HEAD}{body}").as_bytes());
        let mut site = Site { policy: POLICY.to_owned(), ..Site::new(&folder.0).under("/portal/") };
        change(&mut site);
        let server = Server::start(site, 0).expect("a free port");
        let visitor = Visitor::start(engine);
        visitor.visit(&server.url());
        Self { server, visitor, _folder: folder }
    }

    pub(crate) fn value(&self, script: &str) -> Value {
        self.visitor.run(script, &[])
    }

    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, script: &str) {
        self.visitor.wait_until(what, script, &[]);
    }

    /// What a report is to be: the JSON that the command line prints, its numbers as JavaScript has them.
    pub(crate) fn expected(&self) -> Value {
        let expected = serde_json::to_value(sample().report()).expect("JSON");
        self.visitor.run("return arguments[0]", &[expected])
    }

    #[track_caller]
    pub(crate) fn wait_for_event(&self, name: &str) {
        self.visitor.wait_until(
            name,
            "return self.__events.some(event => event[0] === arguments[0]) || JSON.stringify(self.__events)",
            &[json!(name)],
        );
    }

    /// The code and the words of the error that the page was told.
    #[track_caller]
    pub(crate) fn error(&self) -> (String, String) {
        self.wait_for_event("fajian-error");
        let error =
            self.value("return self.__events.find(event => event[0] === 'fajian-error')[1]");
        let text = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
        (text("code"), text("message"))
    }

    /// The page is as it was: title, address, attributes, styles, focus, place, and nothing that its policy refused.
    #[track_caller]
    pub(crate) fn assert_untouched(&self) {
        let seen = self.value(
            "return [document.title, location.hash, document.documentElement.getAttributeNames().join(' '),
                getComputedStyle(document.querySelector('#main')).color, document.activeElement.tagName,
                Object.keys(localStorage).join(' '), self.__violations.join('; '), self.scrollY]",
        );
        let untouched = json!(["门户", "", "lang", "rgb(1, 2, 3)", "BODY", "", "", 0]);
        assert_eq!(seen, untouched, "{:?}", self.visitor.engine);
    }
}
