//! One headless Chromium with a profile of its own.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::trace;
use crate::webdriver::{Driver, Element, Session};

/// Nothing from another time or place may matter, and root has no sandbox to start.
pub(crate) const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    // An address that is no one's own machine: such a page has no service worker and no clipboard.
    "--host-resolver-rules=MAP portal.test 127.0.0.1",
    "--force-device-scale-factor=1",
];

/// Run before anything of the page: keeps what must not happen.
const WATCH: &str = "window.__violations = [];
    document.addEventListener('securitypolicyviolation', event => window.__violations.push(
        `${event.violatedDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));";

const WITHOUT_SERVICE_WORKER: &str =
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });";

/// How a browser differs from an ordinary one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether the page finds no `Worker` to start.
    pub without_workers: bool,
    /// Whether the page finds a service worker to register. Without, as over an ordinary connection, what the page asks
    /// its server for is known to the last request.
    pub with_service_worker: bool,
    /// Whether the reader prefers a dark page.
    pub dark: bool,
    /// Whether the system paints the page in the reader's few colors.
    pub forced_colors: bool,
    /// Run before anything of the page: makes the browser another one than it is.
    pub before: &'static str,
    /// Whether the browser keeps what its threads do, for [`Browser::tasks`].
    pub traced: bool,
    /// The languages that the browser asks for, the preferred one first; simplified Chinese where there is none.
    pub languages: &'static [&'static str],
}

/// A running browser, closed when dropped.
#[derive(Debug)]
pub struct Browser {
    /// The threads that traced pages live in.
    main_threads: RefCell<trace::Threads>,
    // Dropped first: the driver has to be there to close it.
    pub(crate) session: Session,
    _driver: Driver,
    // Dropped last: until then the browser writes to it.
    _profile: Profile,
}

/// A folder that lasts as long as its browser.
#[derive(Debug)]
struct Profile(PathBuf);

impl Drop for Profile {
    fn drop(&mut self) {
        // Where the browser is slower to leave than this, the rest lies in the system's folder for such things.
        std::fs::remove_dir_all(&self.0).ok();
    }
}

impl Browser {
    /// Starts a browser.
    ///
    /// # Panics
    /// When there is none; `cargo xtask e2e` names it in `CHROME` and `CHROMEDRIVER`.
    #[must_use]
    pub fn start(options: Options) -> Self {
        static N_STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = N_STARTED.fetch_add(1, Ordering::SeqCst);
        let profile =
            std::env::temp_dir().join(format!("fajian-e2e-{}-{number}", std::process::id()));
        let driver = Driver::start(&program("CHROMEDRIVER"));
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.push(format!("--user-data-dir={}", profile.display()));
        let mut chrome = json!({ "binary": program("CHROME"), "args": flags });
        if options.traced {
            chrome["perfLoggingPrefs"] = json!({ "traceCategories": trace::CATEGORIES });
        }
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": chrome,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let session = Session::open(&driver, &capabilities);
        let worker = if options.without_workers { "window.Worker = undefined;" } else { "" };
        let keeper = if options.with_service_worker { "" } else { WITHOUT_SERVICE_WORKER };
        let languages = if options.languages.is_empty() { &["zh-CN"] } else { options.languages };
        let languages = format!(
            "Object.defineProperty(Navigator.prototype, 'languages', {{ get: () => {} }});",
            json!(languages)
        );
        session.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": format!("{WATCH}{worker}{keeper}{languages}{}", options.before) }),
        );
        let scheme = if options.dark { "dark" } else { "light" };
        session.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
                { "name": "forced-colors", "value": if options.forced_colors { "active" } else { "none" } },
            ] }),
        );
        let main_threads = RefCell::default();
        let browser = Self { main_threads, session, _driver: driver, _profile: Profile(profile) };
        browser.resize(1440, 900);
        browser
    }

    /// Makes the page's window so many CSS pixels large.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 }),
        );
    }

    /// Goes to an address.
    pub fn visit(&self, url: &str) {
        self.session.post("/url", &json!({ "url": url }));
    }

    /// Runs the body of a function in the page, with `arguments`, and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.run(script, arguments)
    }

    /// Lets no request through whose address is like `pattern`.
    pub fn block(&self, pattern: &str) {
        self.session.devtools("Network.enable", &json!({}));
        self.session.devtools("Network.setBlockedURLs", &json!({ "urls": [pattern] }));
    }

    /// Presses a key where the focus is: a character, or a WebDriver code such as `\u{e007}` for Enter.
    pub fn press(&self, key: &str) {
        let strokes = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key }));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.session.post("/actions", &json!({ "actions": [keyboard] }));
    }

    #[track_caller]
    pub(crate) fn find(&self, selector: &str) -> Element<'_> {
        self.session.find(selector)
    }

    /// The visible part of the page as PNG.
    #[must_use]
    pub fn screenshot(&self) -> Vec<u8> {
        let picture = self.session.devtools("Page.captureScreenshot", &json!({ "format": "png" }));
        decode_base64(picture["data"].as_str().expect("a picture"))
    }

    /// The visible part of the page as a WebP of a tenth of that size.
    #[must_use]
    pub fn picture(&self) -> Vec<u8> {
        let parameters = json!({ "format": "webp", "quality": 60 });
        let picture = self.session.devtools("Page.captureScreenshot", &parameters);
        decode_base64(picture["data"].as_str().expect("a picture"))
    }

    /// The page as a PDF, printed with the given options of WebDriver.
    #[must_use]
    pub fn print(&self, options: &Value) -> Vec<u8> {
        let printed = self.session.post("/print", options);
        decode_base64(printed.as_str().expect("a printed page"))
    }

    /// Saves what is downloaded into `folder`, without asking.
    pub fn save_downloads_in(&self, folder: &Path) {
        let parameters = json!({ "behavior": "allow", "downloadPath": folder });
        self.session.devtools("Browser.setDownloadBehavior", &parameters);
    }

    /// The page with all that belongs to it in one file, as the browser saves it.
    #[must_use]
    pub fn save(&self) -> String {
        let saved = self.session.devtools("Page.captureSnapshot", &json!({ "format": "mhtml" }));
        saved["data"].as_str().expect("a saved page").to_owned()
    }

    /// Why the page cannot be installed; nothing when it can.
    #[must_use]
    pub fn not_installable(&self) -> Vec<String> {
        let errors = self.session.devtools("Page.getInstallabilityErrors", &json!({}));
        let errors = errors["installabilityErrors"].as_array().cloned().unwrap_or_default();
        let manifest = self.session.devtools("Page.getAppManifest", &json!({}));
        let faults = manifest["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().chain(&faults).map(Value::to_string).collect()
    }

    /// Every message of warning or worse in the browser's console since the last call.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        let messages = self.session.log("browser").into_iter();
        let serious =
            messages.filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")));
        serious.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// What the pages' main threads did since the last call, each task by how long it kept its thread busy: in
    /// milliseconds, the longest first.
    #[must_use]
    pub fn tasks(&self) -> Vec<f64> {
        trace::tasks(&self.session.log("performance"), &mut self.main_threads.borrow_mut())
    }

    /// The address of every request over a network since the last call, whoever made it.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let mut addresses = Vec::new();
        for entry in self.session.log("performance") {
            let Some(event) =
                entry["message"].as_str().and_then(|text| serde_json::from_str::<Value>(text).ok())
            else {
                continue;
            };
            let event = &event["message"];
            let url =
                event["params"]["request"]["url"].as_str().or(event["params"]["url"].as_str());
            let method = event["method"].as_str().unwrap_or_default();
            let is_request =
                matches!(method, "Network.requestWillBeSent" | "Network.webSocketCreated");
            addresses.extend(url.filter(|url| is_request && !is_inside(url)).map(str::to_owned));
        }
        addresses
    }
}

/// Whether an address names something that is in the page or the browser already.
fn is_inside(url: &str) -> bool {
    ["blob:", "data:", "about:", "chrome:", "chrome-untrusted:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

/// The program that a variable names.
pub(crate) fn program(variable: &str) -> PathBuf {
    let value = std::env::var_os(variable);
    value.map(PathBuf::from).unwrap_or_else(|| {
        panic!("{variable} is not set: start these tests with `cargo xtask e2e` or `formats`")
    })
}

pub(crate) fn decode_base64(text: &str) -> Vec<u8> {
    STANDARD.decode(text).expect("base64")
}
