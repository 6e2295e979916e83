//! 单文件版: one file in an otherwise empty folder, and the file that it saves.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fajian_e2e::{Engine, Folder, Visitor, address, checkout, dist};
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::scenario::{self, IS_EMPTY, assert_shows, play, read, sample, saved, wait_until};

fn open(visitor: &Visitor, url: &str) {
    visitor.visit(url);
    wait_until(visitor, "the page to listen", IS_EMPTY);
}

fn from_the_disk(engine: Engine) {
    let folder = Folder::new();
    let file = folder.take("fajian.html");
    let visitor = Visitor::start(engine);
    open(&visitor, &address(&file));
    play(&visitor);
    let worker = visitor.run("return document.documentElement.dataset.worker", &[]);
    assert_eq!(worker, "worker", "{engine:?}");

    // The saved file opens as it was left, and saves itself byte for byte.
    let text = saved(&visitor, "file", "text/html");
    let copy = folder.put("saved.html", text.as_bytes());
    let place = visitor.run("return location.hash", &[]);
    visitor.visit(&address(&copy));
    assert_shows(&visitor, &sample());
    let script = "return location.hash === arguments[0] || location.hash";
    visitor.wait_until("the place", script, &[place]);
    let again = saved(&visitor, "file", "text/html");
    assert!(again == text, "{engine:?}: {} bytes, then {}", text.len(), again.len());
}

#[test]
fn one_file_from_the_disk_in_chromium() {
    from_the_disk(Engine::Chromium);
}

#[test]
fn one_file_from_the_disk_in_firefox() {
    from_the_disk(Engine::Firefox);
}

#[test]
fn one_file_from_the_disk_in_webkit() {
    from_the_disk(Engine::WebKit);
}

/// A `pack.js` beside the file is opened with it, and asks for nothing else.
fn with_a_pack_beside_it(engine: Engine) {
    let folder = Folder::new();
    let file = folder.take("fajian.html");
    let document = |name: &str| {
        let bytes = std::fs::read(checkout().join(format!("samples/{name}"))).expect("a sample");
        json!({ "name": name, "base64": STANDARD.encode(bytes) })
    };
    // As `fajian pack` writes it.
    let pack = format!("fajianPack({});", json!([document("dense.txt"), document("silent.txt")]));
    folder.put("pack.js", pack.as_bytes());
    let visitor = Visitor::start(engine);
    visitor.visit(&address(&file));
    assert_shows(&visitor, &sample());
    wait_until(&visitor, "both reports", "return all('#report-select option').length === 2");
}

#[test]
fn a_pack_beside_the_file_in_chromium() {
    with_a_pack_beside_it(Engine::Chromium);
}

#[test]
fn a_pack_beside_the_file_in_firefox() {
    with_a_pack_beside_it(Engine::Firefox);
}

#[test]
fn a_pack_beside_the_file_in_webkit() {
    with_a_pack_beside_it(Engine::WebKit);
}

fn from_a_server(engine: Engine) {
    let server = Server::start(Site::new(dist()).under("/a/b/"), 0).expect("a free port");
    let visitor = Visitor::start(engine);
    open(&visitor, &server.url());
    play(&visitor);
    // What the page on the server saves is the one file with reports in it.
    let text = saved(&visitor, "file", "text/html");
    let folder = Folder::new();
    visitor.visit(&address(&folder.put("saved.html", text.as_bytes())));
    assert_shows(&visitor, &sample());
    read(&visitor);
}

#[test]
fn the_page_on_a_server_in_chromium() {
    from_a_server(Engine::Chromium);
}

#[test]
fn the_page_on_a_server_in_firefox() {
    from_a_server(Engine::Firefox);
}

#[test]
fn the_page_on_a_server_in_webkit() {
    from_a_server(Engine::WebKit);
}

/// Everything that a script could send with, aimed at a server that counts.
const SEND: &str = "
    const [canary, done] = [arguments[0], []];
    window.__violations = [];
    document.addEventListener('securitypolicyviolation', event => window.__violations.push(event.effectiveDirective));
    try { await fetch(canary + 'fetch').catch(() => {}); } catch {}
    const image = new Image();
    const seen = new Promise(settle => { image.onload = image.onerror = settle; });
    image.src = canary + 'image';
    await seen;
    try { new WebSocket(canary.replace('http', 'ws') + 'socket'); } catch {}
    try { navigator.sendBeacon(canary + 'beacon', 'x'); } catch {}
    const text = `fetch('${canary}worker').then(() => postMessage('sent'), () => postMessage('refused'))`;
    const worker = new Worker(URL.createObjectURL(new Blob([text])));
    const answer = await new Promise(settle => { worker.onmessage = event => settle(event.data); worker.onerror = () => settle('error'); });
    return [answer, window.__violations.length];";

fn sends_nothing(engine: Engine) {
    let folder = Folder::new();
    let file = folder.take("fajian.html");
    let canary = Server::start(Site::new(&folder.0), 0).expect("a free port");
    let visitor = Visitor::start(engine);
    open(&visitor, &address(&file));
    let sample = sample();
    scenario::open(&visitor, &sample);
    let script = format!("return (async function () {{ {SEND} }}).apply(null, arguments)");
    let seen = visitor.run(&script, &[json!(canary.url())]);
    assert_eq!(seen[0], Value::from("refused"), "{engine:?}");
    assert!(seen[1].as_u64() >= Some(4), "{engine:?}: {seen}");
    assert_eq!(canary.requests(), [""; 0], "{engine:?}");
}

#[test]
fn nothing_can_be_sent_from_the_one_file_in_chromium() {
    sends_nothing(Engine::Chromium);
}

#[test]
fn nothing_can_be_sent_from_the_one_file_in_firefox() {
    sends_nothing(Engine::Firefox);
}

#[test]
fn nothing_can_be_sent_from_the_one_file_in_webkit() {
    sends_nothing(Engine::WebKit);
}
