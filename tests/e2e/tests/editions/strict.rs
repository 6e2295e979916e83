//! 严格的门户: what the element does where the page's policy is strict, and where it is too strict.

use fajian_e2e::{Engine, Visitor};
use serde_json::{Value, json};

use crate::portal::{ELEMENT, POLICY, Portal};
use crate::scenario::{assert_shows, sample};

/// Of a thousand points of the screen fewer than one may differ.
const MOST_DIFFERENT: f64 = 0.001;

/// Compares two pictures point by point: the share of those that differ.
const COMPARE: &str = "
    const points = async bytes => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        return new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer);
    };
    return Promise.all([...arguments].map(points)).then(([one, other]) =>
        one.length === other.length ? one.filter((point, at) => point !== other[at]).length / one.length : 1);";

fn picture(policy: &str) -> (Portal, Vec<u8>) {
    let body = format!("{ELEMENT}<p id=main>门户</p><fajian-report src=dense.txt></fajian-report>");
    let portal = Portal::open_under(Engine::Chromium, policy, &body);
    portal.wait_for_event("fajian-ready");
    assert_shows(&portal.visitor, &sample());
    // Laid out in one frame, painted in the next.
    portal.value("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
    let picture = portal.visitor.screenshot();
    (portal, picture)
}

#[test]
fn it_looks_the_same_under_the_strictest_policy_and_under_none() {
    let (strict, under_policy) = picture(POLICY);
    assert_eq!(strict.value("return self.__violations"), json!([]));
    let (free, without) = picture("");
    let visitor: &Visitor = &free.visitor;
    let share = visitor.run(COMPARE, &[json!(under_policy), json!(without)]);
    assert!(
        share.as_f64().is_some_and(|share| share < MOST_DIFFERENT),
        "{share} of all points differ"
    );
}

/// Without the line for programs of wasm nothing can run, and the page's author is told which line that is.
fn names_the_missing_line(engine: Engine) {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    let body = format!("{ELEMENT}<fajian-report lang=zh-CN src=dense.txt></fajian-report>");
    let portal = Portal::open_under(engine, &policy, &body);
    let (code, message) = portal.error();
    assert_eq!(code, "wasm-forbidden", "{engine:?}: {message}");
    assert!(message.contains("script-src") && message.contains("'wasm-unsafe-eval'"), "{message}");
    let shown =
        portal.value("return document.querySelector('fajian-report').shadowRoot.textContent");
    assert_eq!(shown, Value::from(message), "{engine:?}");
}

#[test]
fn it_names_the_line_that_a_policy_lacks_in_chromium() {
    names_the_missing_line(Engine::Chromium);
}

#[test]
fn it_names_the_line_that_a_policy_lacks_in_firefox() {
    names_the_missing_line(Engine::Firefox);
}

#[test]
fn it_names_the_line_that_a_policy_lacks_in_webkit() {
    names_the_missing_line(Engine::WebKit);
}
