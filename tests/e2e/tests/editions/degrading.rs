//! 退化: what the element does where a browser or a server has less than it could.

use fajian_e2e::Engine;
use serde_json::json;

use crate::portal::{ELEMENT, POLICY, Portal};
use crate::scenario::{assert_shows, follow_a_figure, sample};

const REPORT: &str = "<p id=main>门户</p><fajian-report worker src=dense.txt></fajian-report>";

/// A portal in a browser that has not what `without` names.
fn portal(engine: Engine, without: &str, script: &str) -> Portal {
    let body = format!("<script src=less.js data-without='{without}'></script>{script}{REPORT}");
    Portal::open_under(engine, POLICY, &body)
}

fn works_with_less(engine: Engine) {
    let portal = portal(engine, "storage workers clipboard streams", ELEMENT);
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    follow_a_figure(&portal.visitor);
    assert_eq!(portal.value("return self.__violations"), json!([]), "{engine:?}");
}

#[test]
fn without_workers_storage_clipboard_and_streams_in_chromium() {
    works_with_less(Engine::Chromium);
}

#[test]
fn without_workers_storage_clipboard_and_streams_in_firefox() {
    works_with_less(Engine::Firefox);
}

#[test]
fn without_workers_storage_clipboard_and_streams_in_webkit() {
    works_with_less(Engine::WebKit);
}

#[test]
fn the_single_script_says_which_part_of_the_browser_is_missing() {
    let single = "<script src=embed/fajian.single.js></script>";
    let (code, message) = portal(Engine::Chromium, "streams", single).error();
    assert_eq!(code, "too-old");
    assert!(message.contains("DecompressionStream"), "{message}");
}

#[test]
fn a_server_that_does_not_know_wasm_serves_it_all_the_same() {
    let body = format!("{ELEMENT}{REPORT}");
    let portal = Portal::open_at(Engine::Chromium, |site| site.untyped = &["wasm"], &body);
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
}

#[test]
fn an_ordinary_connection_is_enough() {
    let portal = Portal::open(Engine::Chromium, "");
    portal.visitor.visit(&portal.server.url().replace("127.0.0.1", "portal.test"));
    let lacks =
        "return [self.isSecureContext, 'serviceWorker' in navigator, 'clipboard' in navigator]";
    assert_eq!(portal.value(lacks), json!([false, false, false]));
    portal.value(
        "const element = document.createElement('fajian-report');
        element.setAttribute('src', 'dense.txt');
        document.body.append(element);",
    );
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    follow_a_figure(&portal.visitor);
    assert_eq!(portal.value("return self.__violations"), json!([]));
}
