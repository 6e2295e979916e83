//! 框架版: the viewer in a frame of another page, and the messages between the two.

use fajian_e2e::Engine;
use serde_json::{Value, json};

use crate::portal::Portal;
use crate::scenario::{assert_shows, play, sample};

/// Gives the frame the height that it asks for, as a page around it does.
const FOLLOW: &str = "
    self.__frame = document.querySelector('iframe');
    self.addEventListener('message', event => {
        if (event.source === self.__frame.contentWindow && event.data.type === 'height')
            self.__frame.style.height = `${event.data.height}px`;
    });
    self.__say = message => self.__frame.contentWindow.postMessage({ fajian: 1, ...message }, '*');
    self.__say({ type: 'hello' });";

/// A page with a frame in it. What may be loaded is said by the frame's own file.
fn framed(engine: Engine, frame: &str) -> Portal {
    let body = format!("<p id=main>门户自己的内容</p>{frame}");
    let portal = Portal::open_under(engine, "", &body);
    portal.value(FOLLOW);
    portal.wait_until("ready", "return self.__messages.some(it => it.type === 'ready')");
    // It may have missed the first one, while it was loading.
    portal.value("self.__say({ type: 'hello' })");
    portal
}

fn in_a_frame(engine: Engine) {
    let portal = framed(engine, "<iframe src=embed/embed.html></iframe>");
    portal.visitor.enter_frame("iframe");
    play(&portal.visitor);
}

#[test]
fn in_a_frame_in_chromium() {
    in_a_frame(Engine::Chromium);
}

#[test]
fn in_a_frame_in_firefox() {
    in_a_frame(Engine::Firefox);
}

#[test]
fn in_a_frame_in_webkit() {
    in_a_frame(Engine::WebKit);
}

/// The last message of a kind.
fn told(portal: &Portal, kind: &str) -> Value {
    let kind_of = json!(kind);
    let script = "return self.__messages.some(it => it.type === arguments[0]) || self.__messages.map(it => it.type).join()";
    portal.visitor.wait_until(kind, script, std::slice::from_ref(&kind_of));
    let script = "return self.__messages.filter(it => it.type === arguments[0]).at(-1)";
    portal.visitor.run(script, &[kind_of])
}

/// Opens the sample in the frame and looks at what the page is told and what the reader sees.
#[track_caller]
fn assert_opens(portal: &Portal) {
    let text = sample().report().text.clone();
    portal
        .visitor
        .run("self.__say({ type: 'open', text: arguments[0], name: 'dense.txt' })", &[json!(text)]);
    let opened = told(portal, "opened");
    assert_eq!(opened["report"]["title"], json!(sample().report().title));
    portal.visitor.enter_frame("iframe");
    assert_shows(&portal.visitor, &sample());
    portal.visitor.leave_frame();
}

/// The frame becomes as high as what it shows, and then says nothing more.
#[track_caller]
fn assert_fits(portal: &Portal) {
    portal.visitor.enter_frame("iframe");
    portal.wait_until(
        "the frame to fit",
        "const height = document.querySelector('#fajian-frame').getBoundingClientRect().height;
         return Math.abs(innerHeight - height) <= 1 || `${innerHeight}, not ${height}`;",
    );
    portal.visitor.leave_frame();
    // What is long grows bit by bit; once it is there, its height is the last thing said.
    portal.wait_until(
        "a second in which no height is said",
        "const count = () => self.__messages.filter(it => it.type === 'height').length;
         const before = count();
         const frames = async count => { while (count--) await new Promise(requestAnimationFrame); };
         return frames(60).then(() => count() === before || `${count() - before} more`);",
    );
}

#[test]
fn a_frame_in_a_sandbox_answers_and_is_as_high_as_its_content() {
    let portal =
        framed(Engine::Chromium, "<iframe sandbox=allow-scripts src=embed/embed.html></iframe>");
    assert_opens(&portal);
    assert_fits(&portal);
    portal.value("self.__frame.style.width = '420px'");
    assert_fits(&portal);
    portal.visitor.enter_frame("iframe");
    portal.value("document.querySelector('#fajian-frame').shadowRoot.querySelector('.fajian').dataset.elder = 'on'");
    portal.visitor.leave_frame();
    assert_fits(&portal);
    portal.value("self.__say({ type: 'open', bytes: new Uint8Array([37, 80, 68, 70, 45]) })");
    let error = told(&portal, "error");
    assert_eq!(error["code"], "damaged", "{error}");
}

#[test]
fn a_frame_without_an_address_works_too() {
    for make in [
        "frame.srcdoc = text",
        "frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }))",
    ] {
        let portal = Portal::open_under(Engine::Chromium, "", "<p id=main>门户</p>");
        let script = format!(
            "return fetch('embed/embed.html').then(it => it.text()).then(text => {{
                const frame = document.body.appendChild(document.createElement('iframe'));
                {make};
                return new Promise(done => frame.onload = () => done());
            }})"
        );
        portal.value(&script);
        portal.value(FOLLOW);
        assert_opens(&portal);
        assert_fits(&portal);
    }
}

#[test]
fn a_frame_for_one_site_is_deaf_to_others() {
    let portal = Portal::open_under(Engine::Chromium, "", "<p id=main>门户</p>");
    let text = sample().report().text.clone();
    let ask = "
        self.__told = [];
        const frames = [location.origin, 'https://elsewhere.example'].map(origin => {
            const frame = document.createElement('iframe');
            frame.src = `embed/embed.html?origin=${encodeURIComponent(origin)}`;
            return document.body.appendChild(frame);
        });
        self.addEventListener('message', event =>
            self.__told.push([frames.findIndex(it => it.contentWindow === event.source), event.data.type].join(' ')));
        const loaded = frames.map(it => new Promise(done => it.onload = () => done()));
        return Promise.all(loaded).then(() => frames.forEach(it =>
            it.contentWindow.postMessage({ fajian: 1, type: 'open', text: arguments[0], name: 'dense.txt' }, '*')))";
    portal.visitor.run(ask, &[json!(text)]);
    portal
        .wait_until("the report", "return self.__told.includes('0 opened') || self.__told.join()");
    let stages = "return [...document.querySelectorAll('iframe')].map(it =>
        it.contentDocument.querySelector('#fajian-frame').shadowRoot.querySelector('main').dataset.stage)";
    assert_eq!(portal.value(stages), json!(["ready", "empty"]));
    let from_the_other = "return self.__told.filter(it => it.startsWith('1 '))";
    assert_eq!(portal.value(from_the_other), json!([]));
}
