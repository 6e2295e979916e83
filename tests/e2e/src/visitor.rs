//! A browser of any of the three engines, driven by nothing but what the WebDriver standard has.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::browser::{FLAGS, program};
use crate::wait_for;
use crate::webdriver::{Driver, Session};

/// An engine that pages are shown with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome, Edge and most browsers made in China.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, which stands in for Safari.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

/// A running browser, closed when dropped.
#[derive(Debug)]
pub struct Visitor {
    /// Which engine it is.
    pub engine: Engine,
    // Dropped in this order: the driver has to be there to close the browser, the screen to show it.
    session: Session,
    _driver: Driver,
    _screen: Option<Screen>,
    _profile: Profile,
}

/// A folder that lasts as long as its browser.
#[derive(Debug)]
struct Profile(PathBuf);

impl Drop for Profile {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// A screen that nobody sees, for a browser that has to have one.
#[derive(Debug)]
struct Screen {
    process: Child,
    name: String,
}

impl Screen {
    fn start() -> Self {
        let mut process = Command::new(program("XVFB"))
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut line = String::new();
        let output = process.stdout.as_mut().expect("a piped output");
        BufReader::new(output).read_line(&mut line).expect("Xvfb names its screen");
        Self { process, name: format!(":{}", line.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

impl Visitor {
    /// Starts a browser.
    ///
    /// # Panics
    /// When there is none; `cargo xtask e2e` names them.
    #[must_use]
    pub fn start(engine: Engine) -> Self {
        static N_STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = N_STARTED.fetch_add(1, Ordering::SeqCst);
        let name = format!("fajian-visitor-{}-{number}", std::process::id());
        let profile = Profile(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&profile.0).expect("a folder");
        let screen = (engine == Engine::WebKit).then(Screen::start);
        let (driver, capabilities) = match engine {
            Engine::Chromium => {
                let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
                flags.push(format!("--user-data-dir={}", profile.0.display()));
                flags.push("--window-size=1440,900".to_owned());
                let options = json!({ "binary": program("CHROME"), "args": flags });
                let driver = Driver::start(&program("CHROMEDRIVER"));
                (driver, json!({ "goog:chromeOptions": options }))
            }
            Engine::Firefox => {
                let args = ["-headless", "--width=1440", "--height=900"];
                let options = json!({ "binary": program("FIREFOX"), "args": args });
                let command = || {
                    let mut command = Command::new(program("GECKODRIVER"));
                    command.env("TMPDIR", &profile.0).env("HOME", &profile.0);
                    command
                };
                (Driver::start_on_port(command), json!({ "moz:firefoxOptions": options }))
            }
            Engine::WebKit => {
                let options = json!({ "binary": program("MINIBROWSER"), "args": ["--automation"] });
                let command = || {
                    let mut command = Command::new(program("WEBKITDRIVER"));
                    command.env("DISPLAY", screen.as_ref().map_or("", |screen| &screen.name));
                    command.env("HOME", &profile.0).env("XDG_RUNTIME_DIR", &profile.0);
                    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                    command
                };
                (Driver::start_on_port(command), json!({ "webkitgtk:browserOptions": options }))
            }
        };
        let session = Session::open(&driver, &capabilities);
        // On a narrow screen the outline is a drawer.
        session.post("/window/rect", &json!({ "width": 1440, "height": 900 }));
        Self { engine, session, _driver: driver, _screen: screen, _profile: profile }
    }

    /// Goes to an address.
    #[track_caller]
    pub fn visit(&self, url: &str) {
        self.session.post("/url", &json!({ "url": url }));
    }

    /// Opens another window, goes to it, and gives the one that was left and the one that was opened.
    #[track_caller]
    #[must_use]
    pub fn open_window(&self) -> [Value; 2] {
        let left = self.session.get("/window");
        let opened = self.session.post("/window/new", &json!({ "type": "tab" }))["handle"].take();
        self.go_to_window(&opened);
        [left, opened]
    }

    /// Goes to a window that is open.
    #[track_caller]
    pub fn go_to_window(&self, window: &Value) {
        self.session.post("/window", &json!({ "handle": window }));
    }

    /// Runs the body of a function in the page, with `arguments`, and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.run(script, arguments)
    }

    /// Waits until a script gives `true`.
    #[track_caller]
    pub fn wait_until(&self, what: &str, script: &str, arguments: &[Value]) {
        wait_for(&format!("{what} in {:?}", self.engine), || match self.run(script, arguments) {
            Value::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        });
    }

    /// Presses keys where the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let actions: Vec<_> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        self.session.post("/actions", &json!({ "actions": actions }));
    }

    /// Goes into the frame that a CSS selector finds: from here on all is done in there.
    #[track_caller]
    pub fn enter_frame(&self, selector: &str) {
        let frame = self.session.find(selector).reference();
        self.session.post("/frame", &json!({ "id": frame }));
    }

    /// Goes back to the page from a frame in it.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.session.post("/frame", &json!({ "id": null }));
    }

    /// A command of Chromium's own protocol, which the other engines do not have.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.session.devtools(command, parameters)
    }

    /// The visible part of the page as PNG.
    #[track_caller]
    #[must_use]
    pub fn screenshot(&self) -> Vec<u8> {
        let picture = self.session.get("/screenshot");
        crate::browser::decode_base64(picture.as_str().expect("a picture"))
    }
}
