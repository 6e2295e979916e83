//! The page as a reader meets it: ways to open a report, what is seen, where one is.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use xtask::server::{Server, Site};

use crate::{Browser, Fixture, Options, dist, wait_for};

/// A path like those that sites of public bodies use: the page must not care where it lies.
const SUB_PATH: &str = "/a/b/";

/// How a report comes into the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Dropped onto the page.
    Drop,
    /// Pasted outside any text field.
    Paste,
    /// Picked with the file dialog.
    Picker,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Drop, Self::Paste, Self::Picker];
}

/// The page in a browser of its own, served under a path and the strictest policy.
#[derive(Debug)]
pub struct Page {
    /// The browser, for what a test does beyond the page.
    pub browser: Browser,
    /// The server, for what it was asked for.
    pub server: Server,
}

/// What the page shows, as far as tests look at it.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// `document.title`.
    pub title: String,
    /// The outline's entries.
    pub outline: Vec<Entry>,
    /// The headings in the text.
    pub headings: Vec<Numbered>,
    /// The listed figures: their values.
    pub figures: Vec<Numbered>,
    /// The marked words in the text.
    pub marks: Vec<Numbered>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// Topics shown as 未披露.
    pub undisclosed: Vec<String>,
}

/// An entry of the outline.
#[derive(Debug, Deserialize)]
pub struct Entry {
    /// The section's index.
    pub section: usize,
    /// Its words.
    pub text: String,
    /// Where it links to.
    pub link: String,
}

/// Words that belong to the section or figure of an index.
#[derive(Debug, Deserialize)]
pub struct Numbered {
    /// The index.
    pub index: usize,
    /// The words.
    pub text: String,
}

/// A chart: the drawing and its table.
#[derive(Debug, Deserialize)]
pub struct Chart {
    /// Its name.
    pub slug: String,
    /// Every text of the drawing; `None` without a drawing.
    pub drawn: Option<Vec<String>>,
    /// The table's body, cell by cell; `None` without a table.
    pub rows: Option<Vec<Vec<String>>>,
    /// The words around both.
    pub text: String,
}

/// Collects [`Seen`].
const LOOK: &str = "
    const all = selector => [...document.querySelectorAll(selector)];
    const words = node => node ? node.textContent : '';
    const table = node => node && [...node.querySelectorAll('tbody tr')].map(row => [...row.cells].map(words));
    const drawn = node => node && [...node.querySelectorAll('text')].map(words);
    return {
        title: document.title,
        outline: all('nav#outline a[data-section]').map(it => (
            { section: +it.dataset.section, text: words(it), link: it.getAttribute('href') })),
        headings: all('[id^=\"s-\"]').map(it => ({ index: +it.id.slice(2), text: words(it) })),
        figures: all('[data-figure]').map(it => (
            { index: +it.dataset.figure, text: words(it.querySelector('.figure-value')) })),
        marks: all('mark[data-statistic]').map(it => ({ index: +it.dataset.statistic, text: words(it) })),
        charts: all('figure[data-chart]').map(it => ({ slug: it.dataset.chart, text: words(it),
            drawn: drawn(it.querySelector('svg')), rows: table(it.querySelector('table')) })),
        undisclosed: all('[data-undisclosed]').map(it => it.dataset.undisclosed),
    };";

/// Drops or pastes what `fill` puts into a `DataTransfer`, and gives whether the page took it.
const GIVE: &str = "
    const [way, files, type, text] = arguments;
    const data = new DataTransfer();
    for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name, { type: '' }));
    if (!files.length) data.setData(type, text);
    const send = event => { document.body.dispatchEvent(event); return event.defaultPrevented; };
    const bubbles = { bubbles: true, cancelable: true, composed: true };
    if (way === 'paste') return send(new ClipboardEvent('paste', { ...bubbles, clipboardData: data }));
    const drag = type => send(new DragEvent(type, { ...bubbles, dataTransfer: data }));
    drag('dragenter');
    return drag('dragover') && drag('drop');";

/// Comes to an end after some frames in which nothing came into the page.
const UNTIL_WHOLE: &str = "return new Promise(done => {
    let quiet = 0;
    const watch = new MutationObserver(() => { quiet = 0; });
    watch.observe(document.body, { childList: true, subtree: true });
    const look = () => {
        quiet += 1;
        if (quiet < 6) return requestAnimationFrame(look);
        watch.disconnect();
        done();
    };
    requestAnimationFrame(look);
})";

impl Page {
    /// Opens the built page in a new browser.
    #[must_use]
    pub fn open(options: Options) -> Self {
        Self::serve(Site::new(dist()).under(SUB_PATH), options)
    }

    /// As [`Self::open`], served with another policy.
    #[must_use]
    pub fn open_under_policy(policy: &str) -> Self {
        let site = Site { policy: policy.to_owned(), ..Site::new(dist()).under(SUB_PATH) };
        Self::serve(site, Options::default())
    }

    /// Goes to the page where something keeps it from starting: a server that knows no types, a policy, a file that is
    /// missing, or a browser that is made another one by the options.
    #[must_use]
    pub fn open_in_trouble(
        options: Options,
        policy: &str,
        untyped: &'static [&'static str],
        missing: &str,
    ) -> Self {
        let site = Site::new(dist()).under(SUB_PATH);
        let site = Site { policy: policy.to_owned(), untyped, ..site };
        let server = Server::start(site, 0).expect("a free port");
        let page = Self { browser: Browser::start(options), server };
        if !missing.is_empty() {
            page.browser.block(missing);
        }
        page.browser.visit(&page.server.url());
        page
    }

    fn serve(site: Site, options: Options) -> Self {
        let server = Server::start(site, 0).expect("a free port");
        let page = Self { browser: Browser::start(options), server };
        page.reopen("");
        page
    }

    /// Loads the page afresh at `hash`, and waits until it can be used.
    #[track_caller]
    pub fn reopen(&self, hash: &str) {
        // Going from one hash to another would not load anything.
        self.browser.visit("about:blank");
        self.browser.visit(&format!("{}{hash}", self.server.url()));
        self.wait_until(
            "the page to start",
            "return document.querySelector('main')?.dataset.stage === 'empty'",
        );
        self.wait_until("the page to listen", "return self.fajianBoot?.ready === true");
    }

    /// Opens `fixture` and waits until it is shown.
    #[track_caller]
    pub fn read(&self, fixture: &Fixture, way: Way) {
        match way {
            Way::Drop => self.drop_bytes(&fixture.name(), &fixture.bytes),
            Way::Picker => self.pick(&[&fixture.path]),
            Way::Paste => {
                // What a program puts on the clipboard is text already, whatever the file's encoding was.
                let is_html = fixture.report().source.format == fajian::source::SourceFormat::Html;
                let text = String::from_utf8_lossy(&fixture.bytes).into_owned();
                self.paste(if is_html { "text/html" } else { "text/plain" }, &text);
            }
        }
        self.wait_until_ready();
    }

    /// Opens `fixture` while another report is open, and waits until it has taken its place.
    #[track_caller]
    pub fn open_in_place(&self, fixture: &Fixture) {
        self.drop_bytes(&fixture.name(), &fixture.bytes);
        let title = fixture.report().title.as_deref().expect("a report with a title");
        wait_for("the other report", || {
            let shown = self.text_of("return document.title");
            if shown.contains(title) { Ok(()) } else { Err(shown) }
        });
        self.wait_until_ready();
    }

    /// Drops a file onto the page.
    #[track_caller]
    pub fn drop_bytes(&self, name: &str, bytes: &[u8]) {
        self.drop_files(&[(name, bytes)]);
    }

    /// Drops several files onto the page at once.
    #[track_caller]
    pub fn drop_files(&self, files: &[(&str, &[u8])]) {
        let was_taken = self.browser.run(GIVE, &[json!("drop"), json!(files)]);
        assert_eq!(was_taken, true, "the page lets the browser open what is dropped");
    }

    /// Pastes outside any text field.
    #[track_caller]
    pub fn paste(&self, media_type: &str, text: &str) {
        let arguments = [json!("paste"), json!([]), json!(media_type), json!(text)];
        assert_eq!(self.browser.run(GIVE, &arguments), true, "the page takes what is pasted");
    }

    /// Picks files with the file dialog.
    #[track_caller]
    pub fn pick(&self, paths: &[&Path]) {
        let paths = paths.iter().map(|path| path.canonicalize().expect("a file to pick"));
        let lines: Vec<_> = paths.map(|path| path.to_string_lossy().into_owned()).collect();
        self.browser.find("input#file-input").send_keys(&lines.join("\n"));
    }

    /// The reports that are open, as they are offered to choose from; none when there is only one.
    #[track_caller]
    #[must_use]
    pub fn choices(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('#report-select option')].map(it => it.textContent)";
        serde_json::from_value(self.browser.run(script, &[])).expect("texts")
    }

    /// Chooses one of the reports that are open.
    #[track_caller]
    pub fn choose(&self, index: usize) {
        let script = "const select = document.querySelector('#report-select');
            select.selectedIndex = arguments[0];
            select.dispatchEvent(new Event('change', { bubbles: true }));";
        self.browser.run(script, &[json!(index)]);
    }

    /// Clicks the button of a sample and waits until it is shown.
    #[track_caller]
    pub fn open_sample(&self, button: &str) {
        self.click(&format!("button[data-sample=\"{button}\"]"));
        self.wait_until_ready();
    }

    /// Clicks the middle of the first element that `selector` finds, brought to where nothing lies over it.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.browser.find(selector);
        // What comes into sight is laid out only then, and may push the element away once more.
        let script = "const it = document.querySelector(arguments[0]);
            const box = it.getClientRects()[0];
            const hit = box && document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            return it === hit || it.contains(hit) || `it lies under ${hit?.outerHTML.slice(0, 100)}`";
        wait_for(&format!("{selector} to be within reach"), || {
            self.scroll_to(selector, "center");
            self.settle();
            match self.browser.run(script, &[json!(selector)]) {
                // A page still on the way to another place may take it out of reach again.
                Value::Bool(true) => element.try_click(),
                other => Err(other.to_string()),
            }
        });
    }

    /// Scrolls the first element that `selector` finds to the `start` or `center` of the window.
    #[track_caller]
    pub fn scroll_to(&self, selector: &str, block: &str) {
        let script = "document.querySelector(arguments[0]).scrollIntoView({ block: arguments[1], behavior: 'instant' })";
        self.browser.run(script, &[json!(selector), json!(block)]);
    }

    /// Waits until what was asked for is laid out, which takes one frame, and painted and observed, which takes another.
    #[track_caller]
    pub fn settle(&self) {
        self.browser.run(
            "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))",
            &[],
        );
    }

    /// Types into the first element that `selector` finds.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        self.browser.find(selector).send_keys(text);
    }

    /// Waits until a report is shown, and all of it: the page grows bit by bit, a step in every frame or two.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        wait_for("a report to be shown", || match self.stage().as_str() {
            "ready" => Ok(()),
            other => Err(format!("stage {other}, alerts {:?}", self.alerts())),
        });
        self.browser.run(UNTIL_WHOLE, &[]);
    }

    /// Where the page stands: `empty`, `reading`, `ready` or `failed`.
    #[track_caller]
    #[must_use]
    pub fn stage(&self) -> String {
        self.text_of("return document.querySelector('main')?.dataset.stage ?? 'none'")
    }

    /// The messages that announce a problem.
    #[track_caller]
    #[must_use]
    pub fn alerts(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('[role=\"alert\"]')]
            .filter(it => it.checkVisibility()).map(it => it.innerText.trim()).filter(text => text)";
        serde_json::from_value(self.browser.run(script, &[])).expect("texts")
    }

    /// What the page shows.
    #[track_caller]
    #[must_use]
    pub fn look(&self) -> Seen {
        serde_json::from_value(self.browser.run(LOOK, &[])).expect("what the page shows")
    }

    /// What a script that gives a text gives.
    #[track_caller]
    #[must_use]
    pub fn text_of(&self, script: &str) -> String {
        self.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script gives `true`.
    #[track_caller]
    pub fn wait_until(&self, what: &str, script: &str) {
        wait_for(what, || match self.browser.run(script, &[]) {
            Value::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        });
    }

    /// Waits until the first element that `selector` finds lies within the window.
    #[track_caller]
    pub fn wait_until_seen(&self, selector: &str) {
        let script = "const it = document.querySelector(arguments[0]);
            if (!it) return 'nothing there';
            const box = it.getBoundingClientRect();
            const is_seen = box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
            return is_seen || `from ${box.top} to ${box.bottom} of ${innerHeight}`";
        wait_for(&format!("{selector} to be in sight"), || {
            match self.browser.run(script, &[json!(selector)]) {
                Value::Bool(true) => Ok(()),
                other => Err(other.to_string()),
            }
        });
    }

    /// What the page's policy refused.
    #[track_caller]
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        serde_json::from_value(self.browser.run("return window.__violations", &[])).expect("texts")
    }
}
