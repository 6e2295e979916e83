//! 网站版: the hosted page is there without its server from the second visit on, and a new version is offered.

use fajian_e2e::{Engine, Folder, Visitor, checkout, dist, wait_for};
use serde_json::json;
use xtask::server::{Server, Site};

use crate::scenario::{self, IS_EMPTY, ask, assert_shows, play, sample, wait_until};

/// What is kept: the version's own files, by their paths below the page's.
const KEPT: &str = "
    const kept = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys())
            kept.push(request.url.slice(new URL('.', location.href).href.length));
    return kept.sort();";

/// A page on a server, in a browser that has kept it.
struct Kept {
    folder: Folder,
    server: Server,
    visitor: Visitor,
}

impl Kept {
    fn open(engine: Engine) -> Self {
        let folder = Folder::new();
        for file in files() {
            folder.take(&file);
        }
        let site = Site::new(&folder.0).under("/a/b/");
        let server = Server::start(site, 0).expect("a free port");
        let visitor = Visitor::start(engine);
        visit(&visitor, &server.url());
        let script = "return navigator.serviceWorker.controller !== null";
        visitor.wait_until("the page to be kept", script, &[]);
        Self { folder, server, visitor }
    }

    /// Lays a new version on the server, told by an element of its own and with another engine.
    fn renew(&self) {
        let index = self.folder.0.join("index.html");
        let mut page = std::fs::read_to_string(&index).expect("the page");
        page = page.replace("<title>", "<meta name=renewed><title>");
        for file in files().iter().filter(|file| file.starts_with("engine-")) {
            let (name, kind) = file.split_once(['_', '.']).expect("a name with a kind");
            let mark = &file[name.len()..file.len() - kind.len()];
            let renamed = format!("engine-renewed{mark}{kind}");
            std::fs::rename(self.folder.0.join(file), self.folder.0.join(renamed)).expect("a file");
            page = page.replace(name, "engine-renewed");
        }
        std::fs::write(&index, page).expect("a page");
        xtask::edition::service_worker(&checkout(), &self.folder.0).expect("a new version");
    }

    fn is_renewed(&self) -> bool {
        self.visitor.run("return !!document.querySelector('meta[name=renewed]')", &[])
            == json!(true)
    }

    /// Takes the offer.
    fn take(&self) {
        self.visitor.run("document.querySelector('#version-take').click()", &[]);
        self.visitor.wait_until(
            "the new version",
            "return !!document.querySelector('meta[name=renewed]') && self.fajianBoot?.ready === true",
            &[],
        );
    }

    fn wait_for_offer(&self) {
        let script = "return document.querySelector('#version-offer p')?.innerText.length > 10";
        self.visitor.wait_until("the offer", script, &[]);
    }
}

/// The files of the page, without those of the element.
fn files() -> Vec<String> {
    let entries = std::fs::read_dir(dist()).expect("a built page").flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn visit(visitor: &Visitor, url: &str) {
    visitor.visit("about:blank");
    visitor.visit(url);
    wait_until(visitor, "the page to listen", IS_EMPTY);
}

fn kept(visitor: &Visitor) -> Vec<String> {
    let script = format!("return (async function () {{ {KEPT} }})()");
    serde_json::from_value(visitor.run(&script, &[])).expect("paths")
}

fn without_its_server(engine: Engine) {
    let Kept { server, visitor, .. } = Kept::open(engine);
    let url = server.url();
    server.stop();
    visit(&visitor, &url);
    play(&visitor);
    // The writer of files is there too.
    let catch = "window.__n_bytes = 0;
        const make = URL.createObjectURL;
        URL.createObjectURL = blob => { window.__n_bytes = blob.size; return make(blob); };
        HTMLAnchorElement.prototype.click = () => {};";
    visitor.run(catch, &[]);
    ask(&visitor, "all('#export-button')[0].click()");
    wait_until(&visitor, "the menu", "return all('[data-export=\"xlsx\"]').length === 1");
    ask(&visitor, "all('[data-export=\"xlsx\"]')[0].click()");
    visitor.wait_until("the file", "return window.__n_bytes > 1000", &[]);

    // All of the version, but for the one file, and nothing of what was opened.
    let mut own = files();
    own.retain(|file| file != "service_worker.js" && file != "fajian.html");
    own.sort();
    assert_eq!(kept(&visitor), own, "{engine:?}");
}

#[test]
fn the_page_without_its_server_in_chromium() {
    without_its_server(Engine::Chromium);
}

#[test]
fn the_page_without_its_server_in_firefox() {
    without_its_server(Engine::Firefox);
}

/// What is open in another window goes on with the version that it has, until it is closed.
#[test]
fn the_page_without_its_server_in_webkit() {
    without_its_server(Engine::WebKit);
}

fn a_new_version_beside_an_old_window(engine: Engine) {
    let page = Kept::open(engine);
    let visitor = &page.visitor;
    let [taking, old] = visitor.open_window();
    visit(visitor, &page.server.url());
    page.renew();
    visitor.go_to_window(&taking);
    visitor.run("location.reload()", &[]);
    page.wait_for_offer();
    page.take();
    visitor.go_to_window(&old);
    assert!(!page.is_renewed(), "{engine:?}: the new version was forced");
    let sample = sample();
    scenario::open(visitor, &sample);

    visitor.visit("about:blank");
    visitor.go_to_window(&taking);
    visit(visitor, &page.server.url());
    let drawers = "return caches.keys().then(it => it.length === 1 || it.join())";
    visitor.wait_until("the old version to go", drawers, &[]);
    scenario::open(visitor, &sample);
}

/// One that closes the page and opens it again has the new version, without having been asked.
fn a_new_version_after_all_windows_are_closed(engine: Engine) {
    let page = Kept::open(engine);
    page.renew();
    visit(&page.visitor, &page.server.url());
    page.wait_for_offer();
    page.visitor.visit("about:blank");
    wait_for("the new version", || {
        visit(&page.visitor, &page.server.url());
        if page.is_renewed() { Ok(()) } else { Err("the old one".to_owned()) }
    });
}

fn a_new_version(engine: Engine) {
    let page = Kept::open(engine);
    let visitor = &page.visitor;
    page.renew();
    visit(visitor, &page.server.url());
    let sample = sample();
    scenario::open(visitor, &sample);
    page.wait_for_offer();
    visitor.run("document.querySelector('#version-later').click()", &[]);
    assert_eq!(visitor.run("return document.querySelector('#version-offer')", &[]), json!(null));
    assert_shows(visitor, &sample);
    assert!(!page.is_renewed(), "{engine:?}: the new version was forced");

    // The offer stands as long as the page is open, however often it is loaded.
    visitor.run("self.__before = true; location.reload()", &[]);
    visitor.wait_until("the page anew", "return !self.__before", &[]);
    wait_until(visitor, "the page to listen", IS_EMPTY);
    assert!(!page.is_renewed(), "{engine:?}: the new version was forced");
    page.wait_for_offer();
    page.take();
    let drawers = visitor.run("return caches.keys().then(it => it.length)", &[]);
    assert_eq!(drawers, json!(1), "{engine:?}: the old version is still kept");
    assert_eq!(visitor.run("return document.querySelector('#version-offer')", &[]), json!(null));
}

#[test]
fn a_new_version_is_offered_and_taken_in_chromium() {
    a_new_version(Engine::Chromium);
}

#[test]
fn a_new_version_leaves_other_windows_alone_in_chromium() {
    a_new_version_beside_an_old_window(Engine::Chromium);
}

#[test]
fn a_new_version_leaves_other_windows_alone_in_firefox() {
    a_new_version_beside_an_old_window(Engine::Firefox);
}

#[test]
fn a_new_version_is_there_when_the_page_is_opened_next_in_chromium() {
    a_new_version_after_all_windows_are_closed(Engine::Chromium);
}

#[test]
fn a_new_version_is_offered_and_taken_in_firefox() {
    a_new_version(Engine::Firefox);
}
