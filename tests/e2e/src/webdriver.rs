//! The WebDriver protocol (W3C), as far as the tests need it, and Chromium's additions to it.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// The member that marks a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A command that takes longer than this never ends.
const LIMIT: Duration = Duration::from_secs(120);

/// A running chromedriver, ended when dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts chromedriver on a port of its own choice.
    pub(crate) fn start(program: &Path) -> Self {
        crate::wait_for("chromedriver to name its port", || Self::try_start(program))
    }

    /// The port that it chooses has to be free under two protocols, which it finds out late, and gives up.
    fn try_start(program: &Path) -> Result<Self, String> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let output = process.stdout.take().expect("a piped output");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let mut said = String::new();
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ").unzip();
            said.push_str(&line);
            port.map(|port| port.trim_end_matches('.').to_owned())
        });
        let Some(port) = port else {
            process.wait().ok();
            return Err(said);
        };
        // It must never wait for somebody to read what it says.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { process, url: format!("http://127.0.0.1:{port}") })
    }
}

impl Driver {
    /// Starts a driver that has to be told its port.
    pub(crate) fn start_on_port(make: impl Fn() -> Command) -> Self {
        crate::wait_for("the driver to answer", || Self::try_on_port(make()))
    }

    /// The port is free now; when somebody else has it first, the driver gives up, and what listens there is none.
    fn try_on_port(mut command: Command) -> Result<Self, String> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .map_err(|error| error.to_string())?
            .port();
        command.arg(format!("--port={port}"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut driver = Self { process, url: format!("http://127.0.0.1:{port}") };
        let status = format!("{}/status", driver.url);
        crate::wait_for("the driver to listen or to end", || {
            let has_ended = driver.process.try_wait().is_ok_and(|it| it.is_some());
            let answer = ureq::get(&status).call().map_err(|error| error.to_string());
            let answer = answer.and_then(|mut it| {
                it.body_mut().read_json::<Value>().map_err(|error| error.to_string())
            });
            match answer {
                Ok(answer) if answer["value"]["ready"].is_boolean() && !has_ended => Ok(Ok(())),
                _ if has_ended => Ok(Err(format!("{command:?} ended"))),
                other => Err(format!("{other:?}")),
            }
        })
        .map(|()| driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// One browser under a driver's control, closed when dropped.
#[derive(Debug)]
pub(crate) struct Session {
    agent: ureq::Agent,
    url: String,
}

impl Session {
    /// Opens a browser with the given capabilities.
    pub(crate) fn open(driver: &Driver, capabilities: &Value) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(LIMIT))
            .build();
        let mut session = Self { agent: config.into(), url: driver.url.clone() };
        let answer =
            session.post("/session", &json!({ "capabilities": { "alwaysMatch": capabilities } }));
        let id = answer["sessionId"].as_str().expect("a session has an id");
        session.url = format!("{}/session/{id}", driver.url);
        session
    }

    /// Sends a command and gives its value.
    ///
    /// # Panics
    /// When the driver answers with an error.
    #[track_caller]
    pub(crate) fn post(&self, command: &str, arguments: &Value) -> Value {
        self.try_post(command, arguments).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Asks for a value.
    #[track_caller]
    pub(crate) fn get(&self, command: &str) -> Value {
        let answer = self.agent.get(format!("{}{command}", self.url)).call();
        let mut response = answer.unwrap_or_else(|error| panic!("{command}: {error}"));
        let body = response.body_mut().with_config().limit(256 << 20).read_json::<Value>();
        body.unwrap_or_else(|error| panic!("{command}: {error}"))["value"].take()
    }

    /// As [`Self::post`], with the driver's error as a value.
    pub(crate) fn try_post(&self, command: &str, arguments: &Value) -> Result<Value, String> {
        let sent = self.agent.post(format!("{}{command}", self.url)).send_json(arguments);
        let mut response = sent.map_err(|error| error.to_string())?;
        // Screenshots are longer than the client's usual limit.
        let body = response.body_mut().with_config().limit(256 << 20).read_json::<Value>();
        let value = body.map_err(|error| error.to_string())?["value"].take();
        match value["error"].as_str() {
            Some(error) => {
                Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default()))
            }
            None => Ok(value),
        }
    }

    /// Runs the body of a function in the page; a promise that it returns is waited for.
    #[track_caller]
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// A command of Chromium's own protocol.
    #[track_caller]
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// What the browser wrote into one of its logs since the last call.
    #[track_caller]
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        self.post("/se/log", &json!({ "type": kind })).as_array().cloned().unwrap_or_default()
    }

    /// The element that a CSS selector finds first.
    #[track_caller]
    pub(crate) fn find(&self, selector: &str) -> Element<'_> {
        let found = self.post("/element", &json!({ "using": "css selector", "value": selector }));
        let id = found[ELEMENT].as_str().expect("a reference to an element").to_owned();
        Element { session: self, id }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.agent.delete(&self.url).call().ok();
    }
}

/// An element of the page, touched as a person would.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    session: &'a Session,
    id: String,
}

impl Element<'_> {
    /// What stands for it in other commands.
    pub(crate) fn reference(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    /// Scrolls it into view and clicks its middle; an error when something else lies on top.
    pub(crate) fn try_click(&self) -> Result<(), String> {
        self.session.try_post(&format!("/element/{}/click", self.id), &json!({})).map(drop)
    }

    /// Types into it; for a file input, the path of the file to pick.
    #[track_caller]
    pub(crate) fn send_keys(&self, text: &str) {
        self.session.post(&format!("/element/{}/value", self.id), &json!({ "text": text }));
    }
}
